"""Backups: whole or not at all, and put back in one step."""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from assessment.edges import backup
from assessment.edges.backup import make, restore, verify
from assessment.edges.daily_backup import keep_daily
from assessment.edges.evidence_files import fetch, folder_of, place_of
from assessment.edges.files import write_version
from assessment.edges.store import SqliteStore, open_store
from assessment.edges.store.copying import back_up
from assessment.edges.store_file import own_rubrics
from assessment.errors import BackupRefusedError, StoreRefusedError
from tests.edges.backups import PDF, document, rate, scores, spoil, with_a_document


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return with_a_document(tmp_path / "store.sqlite3")


def test_a_backup_holds_the_store_its_files_and_what_they_should_be(store: SqliteStore) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    with zipfile.ZipFile(made.path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert {*archive.namelist()} == {"manifest.json", *manifest["parts"]}
    assert len(manifest["parts"]) == 2
    assert (made.counts["rating"], made.counts["evidence"], made.files, made.problems) == (1, 1, 1, ())
    assert verify(made.path) == made


def test_rubrics_that_were_published_beside_the_store_come_along(store: SqliteStore) -> None:
    file = store.path
    version = own_rubrics(file) / "care" / "1"
    files = {"rubric.yaml": b"id: care", "i18n/zh.yaml": b"name: x", "weights.yaml": b"from: care 0"}
    write_version(version, files)
    (own_rubrics(file) / "remarks.yaml").write_bytes(b"not part of any rubric")
    made = make(file, file.parent / "all.zip")
    assert (made.files, verify(made.path).files) == (1, 1)

    other = file.parent / "elsewhere" / "store.sqlite3"
    other.parent.mkdir()
    restore(other, made.path)
    found = own_rubrics(other) / "care" / "1"
    assert {name: (found / name).read_bytes() for name in files} == files

    write_version(own_rubrics(other) / "care" / "2", {"rubric.yaml": b"id: care, newer"})
    (found / "rubric.yaml").write_bytes(b"as it is here")
    restore(other, made.path)
    assert (found / "rubric.yaml").read_bytes() == b"as it is here"
    assert (own_rubrics(other) / "care" / "2" / "rubric.yaml").is_file()
    assert scores(store) == scores(open_store(other))


def test_a_backup_is_made_while_others_write(store: SqliteStore) -> None:
    """Every copy holds a moment: as many revisions as the count of changes says."""
    done = threading.Event()

    def write() -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            rate(store, turn % 5, note=str(turn))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [make(store.path, store.path.with_name(f"{turn}.zip")) for turn in range(5)]
    finally:
        done.set()
        writer.join()
    assert all(contents.counts["rating"] == contents.revision - 2 for contents in made)
    assert made[0].revision < made[-1].revision


def test_a_backup_never_replaces_another_file(store: SqliteStore) -> None:
    target = store.path.with_name("b.zip")
    target.write_bytes(b"mine")
    with pytest.raises(BackupRefusedError, match="already"):
        make(store.path, target)
    assert target.read_bytes() == b"mine"


def test_a_damaged_store_is_not_backed_up(store: SqliteStore) -> None:
    store.close()
    spoil(store.path)
    with pytest.raises(StoreRefusedError) as caught:
        make(store.path, store.path.with_name("b.zip"))
    assert caught.value.reason == "damaged"
    assert {path.name for path in store.path.parent.iterdir()} == {"store.sqlite3", "store.sqlite3.files"}


def test_a_missing_or_altered_document_is_told_and_the_rest_is_backed_up(store: SqliteStore) -> None:
    place = place_of(folder_of(store.path), document(store).sha256)
    place.chmod(0o644)
    place.write_bytes(b"%PDF- something else")
    made = make(store.path, store.path.with_name("b.zip"))
    assert [(problem.code, problem.found) for problem in made.problems] == [
        ("backup-file-altered", "minutes.pdf")
    ]
    assert made.files == 0
    place.unlink()
    assert [problem.code for problem in verify(store.path).problems] == ["backup-file-missing"]
    assert [problem.code for problem in verify(made.path).problems] == ["backup-file-missing"]


def test_a_restored_store_says_what_it_said_and_what_was_there_is_kept(store: SqliteStore) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    rate(store, 3)
    wanted = document(store)
    place_of(folder_of(store.path), wanted.sha256).unlink()
    kept = restore(store.path, made.path)
    assert scores(store) == [2]
    assert fetch(folder_of(store.path), wanted) == PDF
    assert kept is not None
    assert scores(open_store(kept)) == [3]
    rate(store, 4)
    assert scores(open_store(store.path)) == [4]


def test_what_was_remembered_of_the_store_before_is_never_taken_for_current(store: SqliteStore) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    for score in (3, 4, 5):
        rate(store, score)
    before = store.revision()
    restore(store.path, made.path)
    assert store.revision() > before


def test_what_is_said_while_a_backup_is_put_back_is_kept_or_comes_after_it(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    others = threading.Thread(target=rate, args=(open_store(store.path), 5))

    def and_somebody_rates(path: Path, target: Path) -> None:
        back_up(path, target)
        if "replaced" in target.name:
            others.start()
            others.join(0.5)

    monkeypatch.setattr(backup, "back_up", and_somebody_rates)
    before = store.revision()
    kept = restore(store.path, made.path)
    others.join()
    assert kept is not None
    assert 5 in [*scores(store), *scores(open_store(kept))]
    assert store.revision() > before + 1


def test_a_store_that_somebody_else_holds_is_not_replaced(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    rate(store, 3)
    monkeypatch.setattr("assessment.edges.store.copying.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreRefusedError) as caught:
            restore(store.path, made.path)
    assert caught.value.reason == "busy"
    assert scores(store) == [3]


def test_a_store_that_nobody_may_even_read_now_is_not_taken_for_a_damaged_one(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    store.close()
    file = store.path.stat().st_ino
    monkeypatch.setattr("assessment.edges.store.connections.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreRefusedError) as caught:
            restore(store.path, made.path)
    assert caught.value.reason == "busy"
    assert store.path.stat().st_ino == file


def test_another_process_goes_on_with_the_restored_store(store: SqliteStore) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    script = (
        "import sys; from assessment.edges.store import open_store; store = open_store(sys.argv[1]);"
        "print(store.ratings('e')[0].score, flush=True); input(); print(store.ratings('e')[0].score)"
    )
    rate(store, 3)
    command = [sys.executable, "-c", script, str(store.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "3.0\n"
        restore(store.path, made.path)
        assert other.communicate("\n")[0] == "2.0\n"


def test_a_damaged_store_is_replaced_and_kept_with_its_log(store: SqliteStore) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    store.close()
    spoil(store.path)
    log = store.path.with_name("store.sqlite3-wal")
    log.write_bytes(b"the last changes")
    damaged = store.path.read_bytes()
    kept = restore(store.path, made.path)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"the last changes"
    assert scores(store) == [2]


def test_a_store_that_is_gone_comes_back_with_its_documents(store: SqliteStore, tmp_path: Path) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / "other.sqlite3"
    assert restore(target, made.path) is None
    again = open_store(target)
    assert scores(again) == [2]
    assert fetch(folder_of(target), document(again)) == PDF
    again.close()
    assert {path.name for path in elsewhere.iterdir()} == {"other.sqlite3", "other.sqlite3.files"}


@pytest.mark.parametrize("named", ["store.daily.20030928", "store.before-v3.20030928-101500"])
def test_a_copy_beside_a_store_has_the_stores_documents(
    store: SqliteStore, tmp_path: Path, named: str
) -> None:
    copy = store.path.with_name(f"{named}.sqlite3")
    back_up(store.path, copy)
    contents = verify(copy)
    assert (contents.files, contents.problems) == (1, ())
    elsewhere = tmp_path / "elsewhere" / "other.sqlite3"
    elsewhere.parent.mkdir()
    restore(elsewhere, copy)
    moved = open_store(elsewhere)
    assert fetch(folder_of(elsewhere), document(moved)) == PDF


def test_a_link_to_a_store_is_as_good_as_the_store(store: SqliteStore, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "mine.sqlite3"
    link.parent.mkdir()
    link.symlink_to(store.path)
    made = make(link, tmp_path / "b.zip")
    assert (made.files, made.problems) == (1, ())
    daily = keep_daily(link, dt.date(2003, 9, 28))
    assert daily is not None
    assert daily.parent == store.path.parent
    store.close()
    spoil(store.path)
    kept = restore(link, made.path)
    assert kept is not None
    assert kept.parent == store.path.parent
    assert [path.name for path in link.parent.iterdir()] == ["mine.sqlite3"]
    assert link.is_symlink()
    assert scores(store) == scores(open_store(link)) == [2]


def test_a_plain_copy_of_a_store_is_a_backup_too(store: SqliteStore) -> None:
    store.close()
    copy = store.path.with_name("copy")
    copy.write_bytes(store.path.read_bytes())
    rate(store, 3)
    restore(store.path, copy)
    assert scores(store) == [2]


def test_a_restore_that_fails_half_way_leaves_the_store_as_it_was(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    made = make(store.path, store.path.with_name("b.zip"))
    rate(store, 3)
    monkeypatch.setattr(backup, "back_up", full)
    with pytest.raises(StoreRefusedError) as caught:
        restore(store.path, made.path)
    assert caught.value.reason == "full"
    assert scores(store) == [3]


def test_a_damaged_store_is_replaced_also_where_files_cannot_be_linked(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    made = make(store.path, store.path.with_name("b.zip"))
    store.close()
    spoil(store.path)
    monkeypatch.setattr("os.link", no_links)
    kept = restore(store.path, made.path)
    assert kept is not None
    assert kept.exists()
    assert scores(store) == [2]
