"""A store of the first version is brought up to date with everything in it, or left exactly as it is."""

import datetime as dt
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessment.edges.store import SqliteStore, open_store
from assessment.edges.store.schema import FIRST_TABLES, STEPS
from assessment.edges.store.step import Step
from assessment.errors import StoreRefusedError
from assessment.ratings import Evidence, EvidenceLink, Target

FIRST_VERSION = """
INSERT INTO engagement VALUES ('e', 1, 'E', '项目', 'r', '1', 'abc', NULL, 1, '@');
INSERT INTO unit VALUES ('e', 'u', 0, 'U', '', 'branch', NULL);
INSERT INTO wave VALUES ('e', '1', 0, 'First', '', '2003-09-28', 0);
INSERT INTO wave VALUES ('e', '0', 1, 'Before', '', '2002-09-28', 1);
INSERT INTO person VALUES ('e', 'li', 0, 'Li', '李', 'consultant');
INSERT INTO rating VALUES ('e', 'u', '1', 'li', 'a', 1, 2.0, 'scored', NULL, '', '', '@');
INSERT INTO rating VALUES ('e', 'u', '1', 'li', 'a', 2, 3.5, 'scored', 'high', '每周', 'inferred', '@');
INSERT INTO rating VALUES ('e', 'u', '1', 'li', 'b', 1, NULL, 'na', NULL, 'no shops', '', '@');
INSERT INTO evidence VALUES ('e', 's', 1, 0, 'interview', '', 'Monthly.', '', '', '', NULL, 'weak', '@');
INSERT INTO evidence VALUES ('e', 's', 2, 0, 'interview', '', 'Weekly.', '活动名单每周更新。', 'P3', '',
    '2003-07-01', 'strong', '@');
INSERT INTO evidence_link VALUES ('e', 'u', '1', 'a', 's');
INSERT INTO importance VALUES ('e', '', 'a', 1, 'high', 'li', '@');
INSERT INTO target VALUES ('e', 'u', 'a', 1, 4.0, 'li', '@');
UPDATE change_count SET revision = 7;
""".replace("@", "2003-10-01T08:00:00.000000+00:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store that the first version left."""
    path = tmp_path / "store.sqlite3"
    open_store(path, steps=[FIRST_TABLES]).close()
    with closing(sqlite3.connect(path)) as db:
        db.executescript(FIRST_VERSION)
    return path


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def content(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as db:
        return list(db.iterdump())


def backups(file: Path) -> list[Path]:
    return list(file.parent.glob("store.before-v*.sqlite3"))


def test_everything_of_the_first_version_is_there_afterwards(file: Path) -> None:
    store = open_store(file)
    assert [(wave.id, wave.locked) for wave in store.waves("e")] == [("0", True), ("1", False)]
    assert store.people("e")[0].name_zh == "李"
    assert store.evidence("e") == [
        Evidence(
            id="s",
            text="Weekly.",
            text_zh="活动名单每周更新。",
            source="P3",
            date=dt.date(2003, 7, 1),
            grade="strong",
        )
    ]
    assert store.evidence_links("e") == [EvidenceLink(evidence="s", unit="u", wave="1", indicator="a")]
    assert store.importance("e") == {("", "a"): "high"}
    assert store.targets("e") == {("u", "a"): Target(level=4)}
    assert store.revision() == 7


def test_ratings_of_the_first_version_count_and_can_be_undone(file: Path) -> None:
    store = open_store(file)
    a, b = store.ratings("e")
    assert (a.score, a.confidence, a.note, a.mark, a.revision) == (3.5, "high", "每周", "inferred", 2)
    assert a.at == dt.datetime(2003, 10, 1, 8, tzinfo=dt.UTC)
    assert (b.state, b.note) == ("na", "no shops")
    assert (a.counts, b.counts, a.by, a.restores) == (True, True, "", None)
    assert [one.score for one in store.history("e", a.key)] == [2, 3.5]
    assert store.changes("e", 0) == store.changes("e", 7) == []
    undone = store.undo("e", a.key, by="li")
    assert undone.score == 2
    assert store.changes("e", 7) == [undone]


def test_what_evidence_said_in_the_first_version_is_found(file: Path) -> None:
    store = open_store(file)
    assert store.search_evidence("e", "名单") == store.search_evidence("e", "weekly") == ["s"]
    assert store.search_evidence("e", "monthly") == []


def test_a_backup_of_the_first_version_lies_beside(file: Path) -> None:
    before = content(file)
    open_store(file).close()
    (backup,) = backups(file)
    assert content(backup) == before
    open_store(file).close()
    assert backups(file) == [backup]


def test_an_upgraded_store_is_sound_and_has_the_tables_of_a_new_one(file: Path, tmp_path: Path) -> None:
    open_store(file).close()
    open_store(tmp_path / "new.sqlite3").close()
    tables = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    with closing(sqlite3.connect(file)) as old, closing(sqlite3.connect(tmp_path / "new.sqlite3")) as new:
        assert old.execute(tables).fetchall() == new.execute(tables).fetchall()
        assert old.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert old.execute("PRAGMA foreign_key_check").fetchall() == []
        assert old.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def _fails(_: sqlite3.Connection) -> None:
    raise RuntimeError


@pytest.mark.parametrize(
    "broken", [Step("m004", ("ALTER TABLE nothing ADD x TEXT",)), Step("m004", (), _fails)]
)
def test_an_upgrade_that_fails_at_its_end_leaves_every_byte(file: Path, broken: Step) -> None:
    before = fingerprint(file)
    with pytest.raises((sqlite3.OperationalError, RuntimeError)):
        open_store(file, steps=[*STEPS, broken])
    assert fingerprint(file) == before
    assert len(open_store(file).ratings("e")) == 2


def test_without_room_for_a_backup_nothing_is_upgraded(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = fingerprint(file)
    monkeypatch.setattr("assessment.edges.store.migrations.back_up", no_room)
    with pytest.raises(StoreRefusedError) as caught:
        open_store(file)
    assert caught.value.reason == "full"
    assert fingerprint(file) == before
    assert backups(file) == []


def test_a_damaged_store_of_the_first_version_is_left_as_it_is(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * 8 : 4096 * 9] = b"\xa5" * 4096
    file.write_bytes(data)
    with pytest.raises(StoreRefusedError) as caught:
        open_store(file)
    assert caught.value.reason == "damaged"
    assert file.read_bytes() == bytes(data)
    assert backups(file) == []


def test_an_upgraded_store_takes_what_is_new(file: Path) -> None:
    store: SqliteStore = open_store(file)
    store.set_targets("e", {("u", "a"): None})
    store.delete_evidence("e", "s", by="li")
    store.sign_off("e", "u", "1", by="li")
    assert store.targets("e") == {}
    assert (store.evidence("e"), store.evidence_links("e")) == ([], [])
