"""The file of the store: what is made, what is refused and left as it is, what is brought up to date."""

import datetime as dt
import hashlib
import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest

from assessment.edges.store import SqliteStore, open_store
from assessment.edges.store.connections import connect
from assessment.edges.store.refusal import refused_by_database
from assessment.edges.store.schema import STEPS
from assessment.edges.store.step import Step
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import StoreRefusedError
from assessment.ratings import Rating

NEXT_STEP = Step("m999_colour", ("ALTER TABLE unit ADD COLUMN colour TEXT",))
BROKEN_STEP = Step(
    "m999_broken", ("ALTER TABLE unit ADD COLUMN colour TEXT", "ALTER TABLE nothing ADD x TEXT")
)

LARGE_STEP = Step(
    "m999_large",
    ("CREATE TABLE large (x BLOB)", "INSERT INTO large VALUES (zeroblob(1000000))"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


def filled(file: Path, ratings: int = 1) -> SqliteStore:
    store = open_store(file)
    engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
    store.add_engagement(
        engagement, [Unit(id="u", name="U")], [Wave(id="1", name="1", date=dt.date(2003, 9, 28))]
    )
    store.save_ratings("e", [rating(f"i{turn}") for turn in range(ratings)])
    return store


def rating(indicator: str = "i0", score: float = 2.0, note: str = "") -> Rating:
    return Rating(unit="u", wave="1", rater="li", indicator=indicator, score=score, note=note)


def folder_state(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def refusal(path: Path) -> str:
    """The reason for which a path is refused, having checked that nothing beside it changed."""
    before = folder_state(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(StoreRefusedError) as caught:
        open_store(path)
    assert (folder_state(path.parent) if path.parent.is_dir() else {}) == before
    assert str(path) in caught.value.sentence("en")
    assert str(path) in caught.value.sentence("zh")
    return caught.value.reason


def test_a_missing_file_becomes_a_store_and_nothing_else_stays_beside_it(file: Path) -> None:
    open_store(file).close()
    assert [path.name for path in file.parent.iterdir()] == ["store.sqlite3"]


def test_a_store_opened_again_holds_what_was_saved(file: Path) -> None:
    filled(file).close()
    assert [found.indicator for found in open_store(file).ratings("e")] == ["i0"]


def test_opening_an_existing_store_loads_neither_sqlite_utils_nor_pandas(file: Path) -> None:
    filled(file).close()
    script = """
import json, sys
from assessment.edges.store import open_store
open_store(sys.argv[1]).ratings("e")
print(json.dumps([name for name in ("sqlite_utils", "pandas", "numpy", "openpyxl") if name in sys.modules]))
"""
    done = subprocess.run([sys.executable, "-c", script, file], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE rating (id INTEGER)")
        db.commit()


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("unit,indicator,score\n", encoding="utf-8")


@pytest.mark.parametrize("write", [_nothing, _text, _zip, _foreign_database])
def test_another_file_is_no_store(file: Path, write: Callable[[Path], None]) -> None:
    write(file)
    assert refusal(file) == "not-a-store"


def _cut_in_half(data: bytearray) -> bytearray:
    return data[: len(data) // 2]


def _cut_in_the_header(data: bytearray) -> bytearray:
    return data[:60]


def _first_table_overwritten(data: bytearray) -> bytearray:
    data[110:4000] = b"\xa5" * 3890
    return data


def _page_in_the_middle_overwritten(data: bytearray) -> bytearray:
    return _overwritten_in_the_middle(data, pages=1)


def _overwritten_in_the_middle(data: bytearray, pages: int) -> bytearray:
    middle = len(data) // 4096 // 2 * 4096
    data[middle : middle + 4096 * pages] = b"\xa5" * 4096 * pages
    return data


def _page_size_overwritten(data: bytearray) -> bytearray:
    data[16:18] = b"\x00\x03"
    return data


@pytest.mark.parametrize(
    "harm", [_cut_in_half, _cut_in_the_header, _first_table_overwritten, _page_in_the_middle_overwritten]
)
def test_a_damaged_store_is_refused(file: Path, harm: Callable[[bytearray], bytearray]) -> None:
    filled(file, ratings=300).close()
    file.write_bytes(harm(bytearray(file.read_bytes())))
    assert refusal(file) == "damaged"


def test_a_store_whose_first_bytes_are_gone_is_no_store(file: Path) -> None:
    filled(file).close()
    file.write_bytes(_page_size_overwritten(bytearray(file.read_bytes())))
    assert refusal(file) == "not-a-store"


def test_damage_of_a_large_store_is_told_when_it_is_met(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, ratings=3000).close()
    file.write_bytes(_overwritten_in_the_middle(bytearray(file.read_bytes()), pages=8))
    monkeypatch.setattr("assessment.edges.store.preparing._READ_WHOLE_BYTES", 0)
    with pytest.raises(StoreRefusedError) as caught:
        open_store(file).ratings("e")
    assert caught.value.reason == "damaged"


def test_a_large_store_cut_short_is_refused_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, ratings=300).close()
    file.write_bytes(_cut_in_half(bytearray(file.read_bytes())))
    monkeypatch.setattr("assessment.edges.store.preparing._READ_WHOLE_BYTES", 0)
    assert refusal(file) == "damaged"


def test_a_store_of_a_newer_version_is_refused(file: Path) -> None:
    open_store(file, steps=[*STEPS, NEXT_STEP]).close()
    assert refusal(file) == "newer"


def test_a_newer_version_that_is_still_in_the_log_is_refused(file: Path) -> None:
    store = filled(file)
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 99")
        with pytest.raises(StoreRefusedError) as caught:
            open_store(file)
    assert caught.value.reason == "newer"
    store.close()


def test_a_folder_or_a_missing_folder_cannot_be_opened(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "unreadable"
    assert refusal(tmp_path / "nowhere" / "store.sqlite3") == "unreadable"
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "store.sqlite3") == "unreadable"


def test_a_missing_file_is_not_made_for_somebody_who_only_reads(file: Path) -> None:
    with pytest.raises(StoreRefusedError) as caught:
        open_store(file, create=False)
    assert caught.value.reason == "unreadable"
    assert not file.exists()


def test_a_read_only_store_says_so_and_saves_nothing(file: Path) -> None:
    store = filled(file)
    with store._connections.read() as db:
        db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreRefusedError) as caught:
        store.save_rating("e", rating(score=3))
    assert caught.value.reason == "read-only"
    assert [found.score for found in store.ratings("e")] == [2]


def test_a_full_disk_says_so_and_loses_nothing_that_was_saved(file: Path) -> None:
    store = filled(file)
    with store._connections.read() as db:
        db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreRefusedError) as caught:
        store.save_rating("e", rating(score=3, note="x" * 100_000))
    assert caught.value.reason == "full"
    assert [found.score for found in store.ratings("e")] == [2]


def test_a_store_that_another_program_holds_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessment.edges.store.connections.BUSY_SECONDS", 0.05)
    store = filled(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreRefusedError) as caught:
            store.save_rating("e", rating(score=3))
    assert caught.value.reason == "busy"
    assert store.save_rating("e", rating(score=3)).revision == 2


def test_a_programmers_mistake_is_no_refusal(file: Path) -> None:
    store = filled(file)
    with pytest.raises(sqlite3.OperationalError), store._connections.read() as db:
        db.execute("SELECT nothing FROM nowhere")


def test_a_store_deleted_while_it_is_open_takes_no_more_ratings(file: Path) -> None:
    store = filled(file)
    file.unlink()
    with pytest.raises(StoreRefusedError) as caught:
        store.save_rating("e", rating(score=3))
    assert caught.value.reason == "unreadable"


def test_a_backup_put_in_the_stores_place_is_used_at_once(file: Path) -> None:
    filled(file).close()
    backup = file.read_bytes()
    store = open_store(file)
    store.save_rating("e", rating(score=3))
    store.close()
    other = file.with_name("backup")
    other.write_bytes(backup)
    assert [found.score for found in store.ratings("e")] == [3]
    store.close()
    other.replace(file)
    assert [found.score for found in store.ratings("e")] == [2]


def test_a_closed_store_opens_itself_again_when_it_is_used(file: Path) -> None:
    store = filled(file)
    store.close()
    assert len(store.ratings("e")) == 1


def test_an_older_store_is_brought_up_to_date_after_a_backup_beside_it(file: Path) -> None:
    filled(file).close()
    before = open_store(file).ratings("e")
    store = open_store(file, steps=[*STEPS, NEXT_STEP])
    assert store.ratings("e") == before
    (backup,) = file.parent.glob(f"store.before-v{len(STEPS) + 1}.*.sqlite3")
    assert open_store(backup).ratings("e") == before
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT id, colour FROM unit").fetchall() == [("u", None)]
        applied = db.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert applied == [(step.name,) for step in (*STEPS, NEXT_STEP)]


def test_a_lent_connection_is_durable_keeps_references_and_lets_others_read(file: Path) -> None:
    store = filled(file)
    for lend in (store._connections.read, store._connections.snapshot, store._connections.write):
        with lend() as db:
            found = [
                db.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("synchronous", "foreign_keys", "journal_mode")
            ]
        assert found == [2, 1, "wal"]


def test_a_store_that_a_tool_took_out_of_its_journal_mode_is_put_back(file: Path) -> None:
    filled(file).close()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    with open_store(file)._connections.read() as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_step_that_meets_a_full_disk_says_so_and_leaves_the_store_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file).close()
    monkeypatch.setattr("assessment.edges.store.preparing.connect", _on_a_full_disk)
    with pytest.raises(StoreRefusedError) as caught:
        open_store(file, steps=[*STEPS, LARGE_STEP])
    assert caught.value.reason == "full"
    monkeypatch.undo()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert len(open_store(file).ratings("e")) == 1


def _on_a_full_disk(path: Path, mode: Literal["ro", "rw", "rwc"] = "rw") -> sqlite3.Connection:
    connection = connect(path, mode)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    return connection


def test_a_step_that_fails_leaves_the_store_as_it_was(file: Path) -> None:
    filled(file).close()
    with pytest.raises(sqlite3.OperationalError):
        open_store(file, steps=[*STEPS, BROKEN_STEP])
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert "colour" not in [row[1] for row in db.execute("PRAGMA table_info (unit)")]
    assert len(open_store(file).ratings("e")) == 1


def test_a_store_is_made_also_where_files_cannot_be_linked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    filled(file).close()
    assert [path.name for path in file.parent.iterdir()] == ["store.sqlite3"]
    assert len(open_store(file).ratings("e")) == 1


def test_a_store_in_a_folder_that_takes_no_files_is_read_only(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.touch()
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(file.parent)
    refused = refused_by_database(file, caught.value)
    assert refused is not None
    assert refused.reason == "read-only"


def test_a_mistake_in_using_sqlite_is_no_refusal(file: Path) -> None:
    assert refused_by_database(file, sqlite3.ProgrammingError()) is None
