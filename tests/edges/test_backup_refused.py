"""Backups checked to the last byte: what was altered or spoiled is refused; and the commands."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment.cli import main
from assessment.edges.backup import make, restore, verify
from assessment.edges.evidence_files import folder_of, place_of
from assessment.edges.store import SqliteStore
from assessment.errors import BackupRefusedError, StoreRefusedError
from tests.edges.backups import document, rate, rewritten, scores, spoil, with_a_document


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return with_a_document(tmp_path / "store.sqlite3")


def _a_part_changed(parts: dict[str, bytes]) -> None:
    name = next(name for name in parts if name.startswith("files/"))
    parts[name] = parts[name][:-1] + b"X"


def _a_part_grown(parts: dict[str, bytes]) -> None:
    parts["store.sqlite3"] += b"more"


def _a_part_gone(parts: dict[str, bytes]) -> None:
    del parts[next(name for name in parts if name.startswith("files/"))]


def _a_part_more(parts: dict[str, bytes]) -> None:
    parts["files/extra"] = b"more"


def _counts_changed(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    manifest["counts"]["rating"] += 1
    parts["manifest.json"] = json.dumps(manifest).encode()


def _a_part_that_leads_out(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"]["../outside"] = {"size": 1, "sha256": ""}
    parts["manifest.json"] = json.dumps(manifest).encode()
    parts["../outside"] = b"x"


def _manifest_gone(parts: dict[str, bytes]) -> None:
    del parts["manifest.json"]


def _manifest_unreadable(parts: dict[str, bytes]) -> None:
    parts["manifest.json"] = b"[1"


def _manifest_without_counts(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    del manifest["counts"]
    parts["manifest.json"] = json.dumps(manifest).encode()


def _a_part_without_end(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"]["store.sqlite3"]["size"] = float("inf")
    parts["manifest.json"] = json.dumps(manifest).encode()


def _manifest_too_deep(parts: dict[str, bytes]) -> None:
    parts["manifest.json"] = b"[" * 200_000


def _manifest_of_another_kind(parts: dict[str, bytes]) -> None:
    parts["manifest.json"] = b'{"format": "other", "parts": {}, "made": "2003-09-28"}'


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_a_part_changed, "altered"),
        (_a_part_grown, "altered"),
        (_a_part_gone, "altered"),
        (_a_part_more, "altered"),
        (_counts_changed, "altered"),
        (_a_part_that_leads_out, "altered"),
        (_manifest_gone, "not-a-backup"),
        (_manifest_unreadable, "not-a-backup"),
        (_manifest_of_another_kind, "not-a-backup"),
        (_manifest_without_counts, "not-a-backup"),
        (_a_part_without_end, "not-a-backup"),
        (_manifest_too_deep, "not-a-backup"),
    ],
)
def test_an_altered_backup_is_refused_and_the_store_left_as_it_is(
    store: SqliteStore, change: Callable[[dict[str, bytes]], None], reason: str
) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    rewritten(made.path, change)
    rate(store, 3)
    before = {path.name for path in store.path.parent.iterdir()}
    with pytest.raises(BackupRefusedError) as caught:
        restore(store.path, made.path)
    assert caught.value.reason == reason
    assert str(made.path) in caught.value.sentence("zh")
    assert scores(store) == [3]
    assert {path.name for path in store.path.parent.iterdir()} == before


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _bit_flipped(data: bytes) -> bytes:
    return data[:2000] + bytes([data[2000] ^ 1]) + data[2001:]


def _named_in_no_encoding(data: bytes) -> bytes:
    """The name of the manifest in the archive's list, said to be UTF-8, is none."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"manifest.json"))
    entry = bytearray(data[at : at + 46 + 13])
    entry[9] |= 8
    entry[46] = 0xFF
    return data[:at] + bytes(entry) + data[at + 59 :]


def _packed_in_another_way(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("harm", [_cut, _bit_flipped, _named_in_no_encoding])
def test_a_backup_that_the_disk_spoiled_is_refused(
    store: SqliteStore, harm: Callable[[bytes], bytes]
) -> None:
    made = make(store.path, store.path.with_name("b.zip"))
    made.path.write_bytes(harm(made.path.read_bytes()))
    with pytest.raises(BackupRefusedError) as caught:
        verify(made.path)
    assert caught.value.reason in {"damaged", "not-a-backup"}


def test_a_backup_that_somebody_packed_anew_in_another_way_is_refused(store: SqliteStore) -> None:
    """Its unpacking would answer damage with failures of its own."""
    made = make(store.path, store.path.with_name("b.zip"))
    made.path.write_bytes(_packed_in_another_way(made.path.read_bytes()))
    with pytest.raises(BackupRefusedError) as caught:
        verify(made.path)
    assert caught.value.reason == "altered"


def test_neither_text_nor_nothing_nor_a_damaged_copy_is_a_backup(store: SqliteStore, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for data, reason in [(b"words", "not-a-backup"), (b"", "not-a-backup")]:
        other.write_bytes(data)
        with pytest.raises(BackupRefusedError) as caught:
            verify(other)
        assert caught.value.reason == reason
    store.close()
    other.write_bytes(store.path.read_bytes())
    spoil(other)
    with pytest.raises(BackupRefusedError) as caught:
        restore(store.path, other)
    assert caught.value.reason == "damaged"
    with pytest.raises(StoreRefusedError):
        verify(tmp_path / "nothing")


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(word) for word in words])
    return done.exit_code, done.output


def test_the_commands_make_check_and_put_back_a_backup(store: SqliteStore, tmp_path: Path) -> None:
    named = ("--store", store.path)
    assert run("backup", *named, "--out", tmp_path / "b.zip")[0] == 0
    rate(store, 3)
    code, said = run("verify", tmp_path / "b.zip")
    assert code == 0
    assert "Revisions of ratings: 1;" in said
    assert "Revisions of ratings: 2;" in run("verify", *named)[1]
    code, said = run("restore", tmp_path / "b.zip", *named)
    assert code == 0
    assert "store.replaced." in said
    assert scores(store) == [2]


def test_the_command_that_checks_says_what_is_missing_and_fails(store: SqliteStore) -> None:
    place_of(folder_of(store.path), document(store).sha256).unlink()
    code, said = run("verify", "--store", store.path)
    assert code == 1
    assert "minutes.pdf" in said
