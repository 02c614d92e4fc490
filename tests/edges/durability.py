"""Processes that rate as a server does, ready to be killed, started warm so that many trials are quick."""

import datetime as dt
import multiprocessing
import os
import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from assessment import service
from assessment.edges.backup import make
from assessment.edges.evidence_files import folder_of, keep
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import StoreRefusedError
from assessment.ratings import Rating

RUBRIC = "crm-five-capabilities"
WARM = multiprocessing.get_context("forkserver")
WARM.set_forkserver_preload(["assessment.service", "assessment.edges.shelf", "assessment.edges.store"])
NOBODY = 65534


def new_store(file: Path) -> SqliteStore:
    """A store with one unit to rate."""
    rubric, store = FileShelf().rubric(RUBRIC), open_store(file)
    engagement = Engagement(id="e", name="E", rubric=rubric.id, rubric_version=rubric.version)
    store.add_engagement(
        engagement, [Unit(id="u", name="U")], [Wave(id="1", name="1", date=dt.date(2003, 9, 28))]
    )
    return store


def revisions(store: SqliteStore, rater: str) -> int:
    """How many ratings of somebody are stored, with all that they replaced."""
    return sum(rating.revision for rating in store.ratings("e") if rating.rater == rater)


def rate_on(file: Path, rater: str, count: int) -> Iterator[Rating]:
    """Go on with an interview where the store says it stands, one saved rating after another."""
    shelf, store = FileShelf(), open_store(file)
    indicators = [node.id for node in shelf.rubric(RUBRIC).indicators]
    with closing(store):
        done = revisions(store, rater)
        for turn in range(done, done + count):
            round_, place = divmod(turn, len(indicators))
            said = Rating(unit="u", wave="1", rater=rater, indicator=indicators[place], score=round_ % 11 / 2)
            yield service.rate(store, shelf, "e", said, seen_revision=round_)


def answer(file: Path, rater: str, count: int, said: Connection) -> None:
    """The work of a process: every rating that is saved is told, and why it stopped if it did."""
    try:
        for rating in rate_on(file, rater, count):
            said.send(rating)
    except StoreRefusedError as error:
        said.send(error.reason)
    said.close()


def answer_on_a_full_disk(file: Path, rater: str, count: int, said: Connection) -> None:
    """The same, where no file may grow beyond a little more than the store has now."""
    limit = file.stat().st_size + 60_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    answer(file, rater, count, said)


def put_away_on_a_full_disk(file: Path, name: str, size: int, said: Connection) -> None:
    """Keep a document, and make a backup, where no file may be larger than a tenth of the document."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 10, size // 10))
    document = b"%PDF-" + os.urandom(size)
    for work in (lambda: keep(folder_of(file), name, document), lambda: make(file, file.with_name("b.zip"))):
        try:
            work()
        except StoreRefusedError as error:
            said.send(error.reason)
    said.close()


def answer_without_rights(file: Path, rater: str, count: int, said: Connection) -> None:
    """The same as somebody to whom the store does not belong."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setuid(NOBODY)
    answer(file, rater, count, said)


@contextmanager
def rating_process(
    file: Path, rater: str, count: int, work: object = answer
) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """A process at its work and what it tells; ended at the latest when the block ends."""
    heard, said = WARM.Pipe(duplex=False)
    process = WARM.Process(target=work, args=(file, rater, count, said))  # type: ignore[arg-type]
    process.start()
    said.close()
    try:
        yield process, heard
    finally:
        process.kill()
        process.join()
        process.close()
        heard.close()


def told(heard: Connection) -> Iterator[Rating | str]:
    """Everything that a process still says until it ends."""
    while True:
        try:
            yield heard.recv()
        except EOFError:
            return
