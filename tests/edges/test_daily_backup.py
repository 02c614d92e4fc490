"""Backups that nobody asks for: one a day, seven kept, never one of a damaged store."""

import datetime as dt
from pathlib import Path

import pytest

from assessment.edges.daily_backup import automatic, keep_daily, newest_usable
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import StoreRefusedError

FIRST = dt.date(2003, 9, 28)


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return open_store(tmp_path / "store.sqlite3")


def work(store: SqliteStore, day: int) -> None:
    """A change a day."""
    if day == 0:
        engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
        store.add_engagement(engagement, [Unit(id="u", name="U")], [Wave(id="1", name="1", date=FIRST)])
    else:
        store.add_person("e", Person(id=f"p{day}", name=f"P{day}"))


def days(store: SqliteStore, count: int) -> None:
    for day in range(count):
        work(store, day)
        keep_daily(store.path, FIRST + dt.timedelta(days=day))


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def test_the_first_use_of_a_day_leaves_a_copy_the_second_none(store: SqliteStore) -> None:
    work(store, 0)
    made = keep_daily(store.path, FIRST)
    assert made == store.path.with_name("store.daily.20030928.sqlite3")
    work(store, 1)
    assert keep_daily(store.path, FIRST) is None
    assert open_store(made).people("e") == []


def test_a_day_without_a_change_leaves_no_copy(store: SqliteStore) -> None:
    assert keep_daily(store.path, FIRST) is None
    work(store, 0)
    keep_daily(store.path, FIRST)
    assert keep_daily(store.path, FIRST + dt.timedelta(days=1)) is None
    assert len(automatic(store.path)) == 1


def test_the_newest_seven_stay_and_files_of_others_are_never_touched(store: SqliteStore) -> None:
    others = [
        store.path.with_name(name) for name in ("store.daily.mine.sqlite3", "other.daily.20030101.sqlite3")
    ]
    for other in others:
        other.touch()
    days(store, 10)
    assert [path.name for path in automatic(store.path)] == [
        f"store.daily.{FIRST + dt.timedelta(days=day):%Y%m%d}.sqlite3" for day in range(9, 2, -1)
    ]
    assert all(other.exists() for other in others)


def test_copies_from_before_a_migration_count_and_are_found_by_their_time(store: SqliteStore) -> None:
    days(store, 2)
    between = store.path.with_name("store.before-v2.20030928-120000.sqlite3")
    between.write_bytes(automatic(store.path)[0].read_bytes())
    assert [path.name.split(".")[1] for path in automatic(store.path)] == ["daily", "before-v2", "daily"]


def test_a_damaged_store_pushes_out_no_sound_copy(store: SqliteStore) -> None:
    days(store, 1)
    store.close()
    spoil(store.path)
    with pytest.raises(StoreRefusedError):
        keep_daily(store.path, FIRST + dt.timedelta(days=1))
    assert [path.name for path in automatic(store.path)] == ["store.daily.20030928.sqlite3"]
    assert not list(store.path.parent.glob(".gapline-*"))


def test_the_newest_copy_without_damage_is_the_one_to_go_back_to(store: SqliteStore) -> None:
    days(store, 3)
    spoil(automatic(store.path)[0])
    found = newest_usable(store.path)
    assert found is not None
    assert found.path.name == "store.daily.20030929.sqlite3"
    assert found.counts["person"] == 1


def test_a_damaged_copy_counts_for_nothing_when_the_next_one_is_due(store: SqliteStore) -> None:
    days(store, 1)
    spoil(automatic(store.path)[0])
    assert keep_daily(store.path, FIRST + dt.timedelta(days=1)) is not None


def test_without_copies_there_is_nothing_to_go_back_to(tmp_path: Path) -> None:
    assert newest_usable(tmp_path / "store.sqlite3") is None
    assert automatic(tmp_path / "nowhere" / "store.sqlite3") == []
