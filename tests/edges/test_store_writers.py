"""Several writers at once, and one that is killed: nothing that was answered is lost."""

import datetime as dt
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Unit, Wave
from assessment.ratings import Rating

PROCESSES, SAVES = 6, 50
WRITER = """
import sys
from assessment.edges.store import open_store
from assessment.ratings import Rating

store, rater, count = open_store(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for turn in range(count):
    said = Rating(unit="u", wave="1", rater=rater, indicator=f"i{turn % 10}", score=turn // 10 % 2)
    store.save_rating("e", said, seen_revision=turn // 10)
    print(turn, flush=True)
"""


def _store(file: Path) -> SqliteStore:
    store = open_store(file)
    engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
    store.add_engagement(
        engagement, [Unit(id="u", name="U")], [Wave(id="1", name="1", date=dt.date(2003, 9, 28))]
    )
    return store


def _writer(file: Path, rater: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(file), rater, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _revisions(store: SqliteStore, rater: str) -> int:
    return sum(rating.revision for rating in store.ratings("e") if rating.rater == rater)


def test_processes_that_write_at_once_lose_nothing_and_none_is_refused(tmp_path: Path) -> None:
    store = _store(tmp_path / "store.sqlite3")
    before = store.revision()
    writers = [_writer(store.path, f"rater-{k}", SAVES) for k in range(PROCESSES)]
    errors = [writer.communicate()[1] for writer in writers]
    assert errors == [""] * PROCESSES
    assert [_revisions(store, f"rater-{k}") for k in range(PROCESSES)] == [SAVES] * PROCESSES
    assert store.revision() == before + PROCESSES * SAVES


def test_processes_that_make_the_same_store_at_once_end_up_with_one(tmp_path: Path) -> None:
    script = (
        "import sys; from assessment.edges.store import open_store; print(open_store(sys.argv[1]).revision())"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "store.sqlite3")]
    makers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [maker.communicate() for maker in makers] == [("0\n", "")] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["store.sqlite3"]


def test_threads_share_one_store(tmp_path: Path) -> None:
    store = _store(tmp_path / "store.sqlite3")
    failures: list[BaseException] = []

    def rate(rater: str) -> None:
        try:
            for turn in range(SAVES):
                said = Rating(unit="u", wave="1", rater=rater, indicator=f"i{turn}", score=1)
                store.save_rating("e", said, seen_revision=0)
                assert said.key in [rating.key for rating in store.ratings("e", "u", "1")]
        except BaseException as error:  # noqa: BLE001 - a thread's failure would be lost
            failures.append(error)

    threads = [threading.Thread(target=rate, args=(f"rater-{k}",)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.ratings("e")) == 4 * SAVES


@pytest.mark.parametrize("moment", [0.0, 0.011, 0.037])
def test_a_killed_writer_loses_at_most_the_rating_in_flight(tmp_path: Path, moment: float) -> None:
    store = _store(tmp_path / "store.sqlite3")
    writer = _writer(store.path, "li", 100_000)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(moment)
    writer.kill()
    answered = len((first + writer.stdout.read()).split())
    assert first == "0\n", writer.communicate()[1]
    writer.communicate()
    assert _revisions(open_store(store.path), "li") in {answered, answered + 1}


def test_opening_a_store_again_does_not_disturb_who_has_it_open(tmp_path: Path) -> None:
    """Closing a descriptor drops a process's locks: reading the header by hand would lose these ratings."""
    store = _store(tmp_path / "store.sqlite3")
    for turn in range(3):
        open_store(store.path).close()
        assert _writer(store.path, f"rater-{turn}", 5).communicate()[1] == ""
        assert _revisions(store, f"rater-{turn}") == 5
