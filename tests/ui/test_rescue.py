"""A damaged store on the screen: what is offered, and that one click puts a backup back."""

import datetime as dt
import errno
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.edges.daily_backup import automatic, keep_daily
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Person

Open = Callable[..., AppTest]


def damaged(store: SqliteStore) -> None:
    store.close()
    data = bytearray(store.path.read_bytes())
    data[8192:65536] = b"\xa5" * (65536 - 8192)
    store.path.write_bytes(data)


def test_the_first_use_of_the_day_leaves_a_backup(store: SqliteStore, open_app: Open) -> None:
    assert not open_app().exception
    assert len(automatic(store.path)) == 1


def test_a_backup_that_cannot_be_made_is_told_and_the_work_goes_on(
    store: SqliteStore, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("assessment.edges.daily_backup.back_up", full)
    app = open_app("profile")
    assert not app.exception
    assert "automatic backup could not be made" in app.warning[0].value
    assert automatic(store.path) == []


def test_a_damaged_store_goes_back_to_the_newest_backup_in_one_click(
    store: SqliteStore, open_app: Open
) -> None:
    keep_daily(store.path, dt.date(2003, 9, 28))
    store.add_person("china-telecom-2003", Person(id="late", name="Late"))
    damaged(store)
    app = open_app()
    assert "damaged" in app.error[0].value
    app.button(key="rescue-restore").click().run()
    assert not app.exception
    assert not app.error
    assert "store.replaced." in app.success[0].value.replace("\\", "")
    people = [person.id for person in open_store(store.path).people("china-telecom-2003")]
    assert people
    assert "late" not in people


def test_a_damaged_store_without_a_backup_says_how_to_use_ones_own(
    store: SqliteStore, open_app: Open
) -> None:
    damaged(store)
    app = open_app(lang="zh")
    assert "已损坏" in app.error[0].value
    assert "gapline restore" in app.info[0].value.replace("\\", "")
    assert not app.button
