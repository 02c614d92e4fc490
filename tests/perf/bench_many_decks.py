"""P11: a deck for each of 100 branches, and what a slide costs in short and in long decks.

The product is run as a person runs it, as a command of its own with two workers, from its start to the list
of the decks. Against it stand plain calls that make the same words, tables and charts in one process, from
what is told already; they are timed on a few of the decks and counted for all.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from assessment.edges.generated import Shape, load_generated
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.report.shapes import Report
from exports.deck import deck
from tests.perf.bench_deck import by_plain_calls, content_of, thirty_slides
from tests.perf.timing import ratio, report, side_by_side, total

BRANCHES, SAMPLE, ROUNDS = 100, 4, 7
PARTS: Final = "cover,scope,guide,profile,map,capability,decisions,indicators"
PAUSE: Final = 0.05
MOST: Final = 300
"""Megabytes that all processes together may take."""


def hundred_branches(path: Path) -> str:
    """A store with a generated engagement; answers its id."""
    store = open_store(path)
    engagement = load_generated(
        store, FileShelf(), shape=Shape(provinces=8, branches=BRANCHES, raters=(1, 1))
    )
    store.close()
    return engagement


def command(store: Path, engagement: str, out: Path) -> list[str]:
    """Makes the decks of all branches with two workers."""
    asked = ["--engagement", engagement, "--sections", PARTS, "--workers", "2", "--overwrite"]
    return [sys.executable, "-m", "assessment.cli", "decks", "--store", str(store), *asked, "--out", str(out)]


def made(store: Path, engagement: str) -> list[bytes]:
    """All decks, made into a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command(store, engagement, Path(folder)), check=True, capture_output=True)
        decks = [path.read_bytes() for path in sorted(Path(folder).glob("*.pptx"))]
    assert len(decks) == BRANCHES
    return decks


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from family(int(child))


def proportional(pid: int) -> int:
    """Kilobytes of a process; what several share is divided among them."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))


def peak(store: Path, engagement: str) -> float:
    """Megabytes that the command and its workers take together at most."""
    highest = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            command(store, engagement, Path(folder)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run,
    ):
        while run.poll() is None:
            with suppress(OSError, StopIteration):  # one of them has just ended
                highest = max(highest, sum(proportional(pid) for pid in family(run.pid)))
            time.sleep(PAUSE)
    return highest / 1024


def processor(whose: int, action: Callable[[], object]) -> float:
    """Seconds of the processor that something takes: here, or in the processes that it starts."""
    before = resource.getrusage(whose)
    action()
    after = resource.getrusage(whose)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def longer(told: Report, times: int) -> Report:
    """The report with its sections several times over."""
    again = [
        replace(one, id=f"{one.id}.{time}" if time else one.id)
        for time in range(times)
        for one in told.sections
    ]
    return replace(told, sections=tuple(again))


def many() -> None:
    """P11."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.sqlite3"
        engagement = hundred_branches(store)
        content = [content_of(data) for data in made(store, engagement)[:: BRANCHES // SAMPLE][:SAMPLE]]
        slides = len(content[0])
        charts = sum(len(page.charts) for page in content[0])
        all_of_them = total(lambda: [by_plain_calls(one) for one in content])
        costs = side_by_side(
            {
                "product": total(partial(made, store, engagement)),
                "plain": lambda: all_of_them() * BRANCHES / SAMPLE,
            },
            rounds=ROUNDS,
        )
        what = f"{BRANCHES} decks of {slides} slides and {charts} charts"
        report(
            "P11",
            f"{what}: plain calls against two workers",
            ratio(costs, "plain", "product"),
            ">= 3.5",
            ">= 4.5",
        )
        print(f"P11 {what}: {min(costs['product']):.1f} s at best", flush=True)
        by_itself = processor(resource.RUSAGE_SELF, all_of_them) * BRANCHES / SAMPLE
        by_workers = processor(resource.RUSAGE_CHILDREN, partial(made, store, engagement))
        print(f"P11 seconds of the processor: plain {by_itself:.0f}, product {by_workers:.0f}", flush=True)
        if sys.platform.startswith("linux"):
            print(f"P11 memory of all processes {peak(store, engagement):.0f} MB  bar <= {MOST}", flush=True)


def spent(told: Report) -> float:
    """Seconds of the processor that a deck takes, whatever else runs beside it."""
    start = time.process_time()
    deck(told)
    return time.process_time() - start


def long() -> None:
    """What a slide costs in decks of about 30, 60 and 120 slides."""
    told = {times: longer(thirty_slides(), times) for times in (1, 2, 4)}
    slides = {times: len(content_of(deck(one))) for times, one in told.items()}
    measures = {str(times): partial(spent, one) for times, one in told.items()}
    costs = side_by_side(measures, ROUNDS)
    each = {name: [cost / slides[int(name)] for cost in found] for name, found in costs.items()}
    for times, count in slides.items():
        print(f"     {count} slides: {1000 * min(each[str(times)]):.1f} ms a slide at best", flush=True)
    what = f"a slide of {slides[4]} against one of {slides[1]}"
    report("P10", what, ratio(each, "4", "1"), "<= 1.3", "<= 1.1")


if __name__ == "__main__":
    long()
    many()
