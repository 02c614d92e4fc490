"""P9: eight processes that save at once: what is kept, what is refused, how fast, and the longest wait."""

import datetime as dt
import multiprocessing
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from assessment.edges.store import open_store
from assessment.engagement import Engagement, Unit, Wave
from assessment.ratings import Rating
from tests.perf.timing import ratio, report

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue

WRITERS, SAVES, ROUNDS = 8, 500, 7
INDICATORS = 50
PAUSE = 0.002
WARM = multiprocessing.get_context("forkserver")
Save = Callable[[int], None]
TABLE = (
    "CREATE TABLE rating (rater TEXT, indicator TEXT, revision INTEGER, score REAL, note TEXT, at TEXT,"
    " PRIMARY KEY (rater, indicator, revision))"
)
LAST = "SELECT MAX(revision) FROM rating WHERE rater = ? AND indicator = ?"
ADD = "INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Run:
    """What eight writers came to: seconds for all, rows kept, saves refused at first, the longest."""

    seconds: float
    kept: int
    refused: int
    longest: float


def product(path: Path, rater: str) -> Save:
    store = open_store(path)

    def save(turn: int) -> None:
        done, place = divmod(turn, INDICATORS)
        said = Rating(
            unit="u", wave="1", rater=rater, indicator=f"i{place}", score=done % 11 / 2, note="seen"
        )
        store.save_rating("bench", said, seen_revision=done)

    return save


def product_table(path: Path) -> None:
    store = open_store(path)
    engagement = Engagement(id="bench", name="Bench", rubric="r", rubric_version="1")
    wave = Wave(id="1", name="1", date=dt.date(2003, 9, 28))
    store.add_engagement(engagement, [Unit(id="u", name="U")], [wave])
    store.close()


def plain_table(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(TABLE)
    db.close()


def immediate(path: Path, rater: str) -> Save:
    """Plain sqlite3 that claims the right to write first."""
    db = sqlite3.connect(path, isolation_level=None, timeout=30)
    db.execute("PRAGMA synchronous = FULL")

    def save(turn: int) -> None:
        db.execute("BEGIN IMMEDIATE")
        add(db, rater, turn)
        db.execute("COMMIT")

    return save


def atomic(path: Path, rater: str) -> Save:
    """sqlite-utils as its documentation shows it."""
    db = Database(sqlite3.connect(path, timeout=30))
    db.conn.execute("PRAGMA synchronous = FULL")

    def save(turn: int) -> None:
        with db.atomic():
            add(db.conn, rater, turn)

    return save


def add(db: sqlite3.Connection, rater: str, turn: int) -> None:
    key = (rater, f"i{turn % INDICATORS}")
    last = db.execute(LAST, key).fetchone()[0] or 0
    db.execute(ADD, (*key, last + 1, turn % 11 / 2, "seen", str(dt.datetime.now(dt.UTC))))


WAYS: dict[str, tuple[Callable[[Path], None], Callable[[Path, str], Save]]] = {
    "product": (product_table, product),
    "atomic": (plain_table, atomic),
    "immediate": (plain_table, immediate),
}


def saved(save: Save, turn: int) -> bool:
    try:
        save(turn)
    except sqlite3.OperationalError:
        return False
    return True


def write(
    way: str, path: Path, rater: str, start: Barrier, answers: "SimpleQueue[tuple[int, float]]"
) -> None:
    save = WAYS[way][1](path, rater)
    start.wait()
    refused, times = 0, [time.perf_counter()]
    for turn in range(SAVES):
        if not saved(save, turn):
            refused += 1
            while not saved(save, turn):
                time.sleep(PAUSE)
        times.append(time.perf_counter())
    answers.put((refused, max(after - before for before, after in pairwise(times))))


def run(way: str, path: Path) -> Run:
    """All writers at once on a fresh file, from the moment when all are ready."""
    WAYS[way][0](path)
    start, answers = WARM.Barrier(WRITERS + 1), WARM.SimpleQueue()
    writers = [
        WARM.Process(target=write, args=(way, path, f"rater-{k}", start, answers)) for k in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    start.wait()
    begin = time.perf_counter()
    said = [answers.get() for _ in writers]
    seconds = time.perf_counter() - begin
    for writer in writers:
        writer.join()
    with sqlite3.connect(path) as db:
        kept = int(db.execute("SELECT COUNT(*) FROM rating").fetchone()[0])
    db.close()
    return Run(seconds, kept, sum(refused for refused, _ in said), max(longest for _, longest in said))


def main() -> None:
    """Print P9."""
    WARM.set_forkserver_preload(["assessment.edges.store", "sqlite_utils"])
    runs: dict[str, list[Run]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for turn in range(ROUNDS):
            for way in list(WAYS) if turn % 2 == 0 else list(WAYS)[::-1]:
                runs[way].append(run(way, Path(folder) / f"{way}-{turn}.sqlite3"))
    for way, each in runs.items():
        kept, refused = [run.kept for run in each], [run.refused for run in each]
        longest = max(run.longest for run in each)
        rate = WRITERS * SAVES / statistics.median(run.seconds for run in each)
        print(
            f"P9  {way}: at worst kept {min(kept)} of {WRITERS * SAVES} and refused {max(refused)} at first,"
            f" {rate:.0f} saves/s, longest save {longest:.2f} s",
            flush=True,
        )
    assert all(run.kept == WRITERS * SAVES and run.refused == 0 for run in runs["product"])
    speeds = {way: [1 / run.seconds for run in each] for way, each in runs.items()}
    report("P9", "throughput against plain immediate", ratio(speeds, "product", "immediate"), ">= 0.4", "-")


if __name__ == "__main__":
    main()
