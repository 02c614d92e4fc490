"""Nothing lost: a server that is killed, twenty sessions at once, a full disk, a store that is read-only."""

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from assessment.edges.store import open_store
from assessment.ratings import Rating
from tests.edges.durability import (
    answer_on_a_full_disk,
    answer_without_rights,
    new_store,
    put_away_on_a_full_disk,
    rating_process,
    revisions,
    told,
)

KILLS, SESSIONS, WRITES = 100, 20, 200
LONGEST_LIFE, BEGUN = 0.06, 0.8
"""Seconds, and the share of the trials that are killed while rating; the others while opening the store."""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def sound(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as db:
        return bool(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def test_a_hundred_kills_lose_at_most_the_rating_in_flight_each(tmp_path: Path) -> None:
    """Each trial goes on where the one before was killed: the interview resumes."""
    file = tmp_path / "store.sqlite3"
    new_store(file).close()
    moments, stored = random.Random(2003), 0  # noqa: S311 - the same moments in every run
    for _ in range(KILLS):
        with rating_process(file, "li", 100_000) as (process, heard):
            first = [heard.recv()] if moments.random() < BEGUN else []
            time.sleep(moments.uniform(0, LONGEST_LIFE))
            process.kill()
            process.join()
            answered = [*first, *told(heard)]
        store = open_store(file)
        found = revisions(store, "li")
        assert found in {stored + len(answered), stored + len(answered) + 1}
        for last in answered[-1:]:
            assert isinstance(last, Rating)
            assert last in store.history("e", last.key)
        store.close()
        stored = found
    assert stored >= KILLS
    assert sound(file)


def test_twenty_sessions_with_two_hundred_writes_each_lose_nothing_and_see_no_error(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    store = new_store(file)
    with ExitStack() as running:
        sessions = [
            running.enter_context(rating_process(file, f"rater-{k}", WRITES)) for k in range(SESSIONS)
        ]
        answered = [list(told(heard)) for _, heard in sessions]
        assert [process.exitcode or 0 for process, _ in sessions] == [0] * SESSIONS
    assert [len(each) for each in answered] == [WRITES] * SESSIONS
    assert all(isinstance(rating, Rating) for each in answered for rating in each)
    assert sum(revisions(store, f"rater-{k}") for k in range(SESSIONS)) == SESSIONS * WRITES
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT COUNT(*) FROM rating").fetchone() == (SESSIONS * WRITES,)
    assert sound(file)


def test_a_full_disk_ends_with_a_clear_word_and_keeps_everything_that_was_answered(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    new_store(file).close()
    with rating_process(file, "li", 100_000, answer_on_a_full_disk) as (_, heard):
        *answered, last = told(heard)
    assert last == "full"
    assert len(answered) > 5
    store = open_store(file)
    assert revisions(store, "li") == len(answered)
    store.close()
    assert sound(file)
    with rating_process(file, "li", 3) as (_, heard):
        assert len(list(told(heard))) == 3


def test_a_full_disk_leaves_neither_half_a_document_nor_half_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    new_store(file).close()
    with rating_process(file, "minutes.pdf", 200_000, put_away_on_a_full_disk) as (_, heard):
        assert list(told(heard)) == ["full", "full"]
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left - {"store.sqlite3-wal", "store.sqlite3-shm"} == {"store.sqlite3"}


def test_a_store_that_may_not_be_written_ends_with_a_clear_word_and_is_left_as_it_is(
    open_folder: Path,
) -> None:
    file = open_folder / "store.sqlite3"
    new_store(file).close()
    before = file.read_bytes()
    file.chmod(0o444)
    open_folder.chmod(0o555)
    with rating_process(file, "li", 3, answer_without_rights) as (_, heard):
        assert list(told(heard)) == ["read-only"]
    assert file.read_bytes() == before
    assert [path.name for path in open_folder.iterdir()] == ["store.sqlite3"]
