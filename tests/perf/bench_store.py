"""P8: one rating with its history saved and durable, against the disk alone and against plain sqlite3."""

import datetime as dt
import itertools
import os
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Unit, Wave
from assessment.ratings import Rating
from tests.perf.timing import call_by_call, ratio, report

SAVES = 200
WARM_UP = 1_500
INDICATORS = 50


def product(path: Path) -> tuple[SqliteStore, Callable[[], object]]:
    store = open_store(path)
    engagement = Engagement(id="bench", name="Bench", rubric="r", rubric_version="1")
    store.add_engagement(
        engagement, [Unit(id="unit", name="Unit")], [Wave(id="1", name="1", date=dt.date(2003, 9, 28))]
    )
    ratings = [
        Rating(
            unit="unit",
            wave="1",
            rater="a rater",
            indicator=f"insight.collect.item-{turn % INDICATORS}",
            score=turn // INDICATORS + 0.5,
            note="seen in the campaign lists",
        )
        for turn in range(2 * INDICATORS)
    ]
    turns = itertools.count()

    def save() -> None:
        turn = next(turns)
        store.save_rating("bench", ratings[turn % len(ratings)], turn // INDICATORS)

    return store, save


def plain_sqlite(path: Path, synchronous: str) -> Callable[[], object]:
    """The least that keeps a history: look for the last revision, add one more."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(f"PRAGMA synchronous = {synchronous}")
    db.execute(
        "CREATE TABLE rating (unit TEXT, wave TEXT, rater TEXT, indicator TEXT, revision INTEGER, score REAL,"
        " state TEXT, note TEXT, at TEXT, PRIMARY KEY (unit, wave, rater, indicator, revision))"
    )
    turns = itertools.count()

    def save() -> None:
        key = ("unit", "1", "a rater", f"insight.collect.item-{next(turns) % INDICATORS}")
        db.execute("BEGIN IMMEDIATE")
        last = db.execute(
            "SELECT MAX(revision) FROM rating WHERE unit = ? AND wave = ? AND rater = ? AND indicator = ?",
            key,
        ).fetchone()[0]
        values = (
            *key,
            (last or 0) + 1,
            2.5,
            "scored",
            "seen in the campaign lists",
            str(dt.datetime.now(dt.UTC)),
        )
        db.execute("INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        db.execute("COMMIT")

    return save


def disk(path: Path) -> Callable[[], object]:
    """Two pages written and on the disk, in a file that does not grow."""
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    pages = os.urandom(8192)
    os.pwrite(file, pages * INDICATORS, 0)
    os.fsync(file)
    turns = itertools.count()

    def save() -> None:
        os.pwrite(file, pages, 8192 * (next(turns) % INDICATORS))
        os.fdatasync(file)

    return save


def measured(store: SqliteStore, actions: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """The median times in turns, after the write-ahead logs have their size; nothing may be missing then."""
    for action in actions.values():
        for _ in range(WARM_UP):
            action()
    costs = call_by_call(actions, SAVES)
    saves = WARM_UP + SAVES * len(costs["product"])
    history = store.history("bench", ("unit", "1", "a rater", "insight.collect.item-0"))
    assert [rating.revision for rating in history] == list(range(1, saves // INDICATORS + 1))
    store.close()
    return costs


def durable(folder: Path) -> None:
    store, save = product(folder / "store.sqlite3")
    plain = plain_sqlite(folder / "plain.sqlite3", "FULL")
    costs = measured(store, {"disk": disk(folder / "disk"), "sqlite3": plain, "product": save})
    p50 = statistics.median(costs["product"]) * 1e3
    against_disk = f"save against fdatasync (p50 {p50:.2f} ms)"
    report("P8", against_disk, ratio(costs, "product", "disk"), "<= 4", "<= 2.5")
    report("P8", "plain sqlite3 against fdatasync", ratio(costs, "sqlite3", "disk"), "-", "-")
    report("P8", "save against plain sqlite3", ratio(costs, "product", "sqlite3"), "-", "-")


def relaxed(folder: Path) -> None:
    """The work beside the disk's: both synchronous NORMAL, which the product itself never is."""
    store, save = product(folder / "relaxed.sqlite3")
    with store._connections.read() as db:
        db.execute("PRAGMA synchronous = NORMAL")
    plain = plain_sqlite(folder / "relaxed-plain.sqlite3", "NORMAL")
    costs = measured(store, {"sqlite3": plain, "product": save})
    report("P8", "save against plain sqlite3, both NORMAL", ratio(costs, "product", "sqlite3"), "<= 4", "-")


def main() -> None:
    """Print P8."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        durable(Path(folder))
        relaxed(Path(folder))


if __name__ == "__main__":
    main()
