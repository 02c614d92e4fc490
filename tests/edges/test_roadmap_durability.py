"""A server that is killed while somebody records progress leaves every entry whole, with its departments."""

import random
import sqlite3
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from assessment.edges.store import open_store
from assessment.initiatives import Initiative
from assessment.roadmap_records import DepartmentPart, PickedInitiative, Progress
from tests.edges.durability import new_store, rating_process, told

KILLS, LONGEST_LIFE, PARTS = 12, 0.08, 5
KEY = ("u", "i")


def record_on(file: Path, by: str, count: int, said: Connection) -> None:
    """Record one entry after another, each with several departments; every one that is kept is told."""
    with closing(open_store(file)) as store:
        done = len(store.progress_history("e", KEY))
        for turn in range(done, done + count):
            parts = tuple(DepartmentPart(department=f"{turn}-{place}") for place in range(PARTS))
            entry = Progress(unit="u", initiative="i", status="running", percent=turn % 100, parts=parts)
            store.record_progress("e", [entry], by, {KEY: turn})
            said.send(turn + 1)


def test_kills_lose_at_most_the_entry_in_flight_and_never_half_of_one(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    store = new_store(file)
    store.add_initiatives("e", [PickedInitiative(unit="u", initiative=Initiative(id="i", name="I"))])
    store.close()
    moments, kept = random.Random(2003), 0  # noqa: S311 - the same moments in every run
    for _ in range(KILLS):
        with rating_process(file, "li", 100_000, record_on) as (process, heard):
            answered = [heard.recv()]
            time.sleep(moments.uniform(0, LONGEST_LIFE))
            process.kill()
            process.join()
            answered += list(told(heard))
        store = open_store(file)
        entries = store.progress_history("e", KEY)
        store.close()
        assert len(entries) in {answered[-1], answered[-1] + 1}
        for turn, entry in enumerate(entries):
            departments = [part.department for part in entry.parts]
            assert departments == [f"{turn}-{place}" for place in range(PARTS)]
        kept = len(entries)
    assert kept >= KILLS
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
