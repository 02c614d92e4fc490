"""Backups: a store and the files of its evidence in one archive, checked and put back in one step."""

import datetime as dt
import hashlib
import json
import os
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from assessment.edges import evidence_files, kept_rubrics
from assessment.edges.store import open_store
from assessment.edges.store.connections import connect, look
from assessment.edges.store.copying import (
    back_up,
    is_sound,
    journal_aside,
    overwrite,
    publish,
    sync_folder,
)
from assessment.edges.store.refusal import refusing
from assessment.edges.store.schema import APPLICATION_ID, STEPS
from assessment.errors import BackupRefusedError, Problem, StoreRefusedError
from assessment.ratings import EvidenceFile

_FORMAT: Final = "gapline-backup-1"
_MANIFEST: Final = "manifest.json"
_STORE: Final = "store.sqlite3"
_PART: Final = re.compile(r"store\.sqlite3|files/[0-9a-f]{2}/[0-9a-f]{62}")
_COPY: Final = re.compile(r"\.(?:daily|before-v\d+|replaced)\.[\d-]+$")
"""What the name of a copy beside a store has more than the store's."""
_PACKING: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LARGEST_MANIFEST: Final = 64 << 20
_CHUNK: Final = 1 << 20
_FAR_AHEAD: Final = 1_000_000
"""What the count of changes of a store grows by when the one that it replaces cannot be read."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup or a store holds.

    Attributes:
        path: the file.
        made: when the backup was made, or the store last written (UTC).
        revision: the store's count of changes.
        counts: rows by table.
        files: how many files of evidence come with it.
        problems: files that evidence names but that are missing or altered.
    """

    path: Path
    made: dt.datetime
    revision: int
    counts: dict[str, int]
    files: int
    problems: tuple[Problem, ...] = ()


def make(store: Path, target: Path) -> Contents:
    """Write a backup of a store, also while others write to it, with all files of its evidence.

    Raises:
        BackupRefusedError: something of the target's name is there already.
        StoreRefusedError: the store cannot be read, or the disk is full; no half of a backup stays.
    """
    if target.exists():
        raise BackupRefusedError(str(target), "exists")
    folder = evidence_files.folder_of(store)
    with refusing(target), TemporaryDirectory(dir=target.parent, prefix=".gapline-") as room:
        copy, archive = Path(room, _STORE), Path(room, "backup.zip")
        with refusing(store):
            back_up(store, copy)
        revision, counts = _examined(copy, store)
        files = {f"files/{sha[:2]}/{sha[2:]}": path for sha, path in _intact(folder)}
        parts = {_STORE: copy} | files | kept_rubrics.rubric_parts(store)
        made = dt.datetime.now(dt.UTC)
        _write_archive(archive, parts, {"format": _FORMAT, "made": made.isoformat(), "counts": counts})
        publish(archive, target)
        problems = _file_problems(copy, folder)
    return Contents(target, made, revision, counts, len(files), problems)


def verify(path: Path) -> Contents:
    """Check everything of a backup, or of a store with its files: hashes, pages, counts.

    Raises:
        BackupRefusedError: reason not-a-backup, altered, damaged or newer.
        StoreRefusedError: the file cannot be read.
    """
    with _unpacked(path) as (room, contents):
        problems = _file_problems(room / _STORE, _files_of(path, room))
        return Contents(path, contents.made, contents.revision, contents.counts, contents.files, problems)


def restore(store: Path, backup: Path) -> Path | None:
    """Make a store say what it said when the backup was made; programs that use it go on with that.

    Args:
        store: the file to restore; may be damaged or missing.
        backup: an archive of `make`, or a plain copy of a store.

    Returns:
        Where that which was there before is kept, None where nothing was.

    Raises:
        BackupRefusedError: the backup cannot be used; the store is left as it is.
        StoreRefusedError: the disk is full or read-only; the store is left as it is.
    """
    store = store.resolve()  # a link to the store stays a link
    with _unpacked(backup, near=store) as (room, contents), refusing(store):
        staged = room / _STORE
        open_store(staged).close()
        _count_on(staged, max(contents.revision, _revision(store, contents.revision)) + 1)
        for sha256, path in _intact(_files_of(backup, room)):
            evidence_files.put(evidence_files.folder_of(store), sha256, path.read_bytes())
        kept_rubrics.put_back(room, store)
        return _put_in_place(staged, store)


def is_usable(store: Path) -> bool:
    """Whether a file is a store without damage; reads all of it.

    Raises:
        StoreRefusedError: that cannot be told, such as while another program holds it (reason busy).
    """
    try:
        with refusing(store), closing(look(store)) as db:
            return db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID and is_sound(db)
    except StoreRefusedError as error:
        if error.reason not in {"not-a-store", "damaged"}:
            raise
        return False


def _put_in_place(staged: Path, store: Path) -> Path | None:
    if not store.exists():
        journal_aside(store, _kept_name(store))
        publish(staged, store)
        return None
    kept = _kept_name(store)
    if is_usable(store):
        overwrite(store, staged, partial(_set_aside, store, kept))
        return kept
    try:
        os.link(store, kept)
    except OSError:  # a file system without hard links
        store.rename(kept)
    journal_aside(store, kept)
    staged.replace(store)
    sync_folder(store.parent)
    return kept


def _set_aside(store: Path, kept: Path, staged: sqlite3.Connection) -> None:
    """Keep what the store says when nobody writes to it any more, and count on from there."""
    back_up(store, kept)
    staged.execute("UPDATE change_count SET revision = MAX(revision, ?)", (_revision(store, 0) + 1,))


def _kept_name(store: Path) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    return store.with_name(f"{store.stem}.replaced.{stamp}{store.suffix}")


@contextmanager
def _unpacked(path: Path, near: Path | None = None) -> Iterator[tuple[Path, Contents]]:
    """A folder with the checked store of a backup and its files, and what they are."""
    folder = None if near is None else near.parent
    with refusing(path), TemporaryDirectory(dir=folder, prefix=".gapline-") as name:
        room = Path(name)
        try:
            contents = _unpack(path, room)
        except StoreRefusedError as error:
            if error.reason not in {"not-a-store", "damaged", "newer"}:
                raise
            reason = "not-a-backup" if error.reason == "not-a-store" else error.reason
            raise BackupRefusedError(str(path), reason) from error
        yield room, contents


def _unpack(path: Path, room: Path) -> Contents:
    if not path.is_file():
        raise StoreRefusedError(str(path), "unreadable")
    # No other reader may open a store's own file, so that SQLite is asked first.
    try:
        with refusing(path):
            back_up(path, room / _STORE)
    except StoreRefusedError as error:
        if error.reason != "not-a-store":
            raise
    else:
        revision, counts = _examined(room / _STORE, path)
        made = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        files = sum(1 for _ in _intact(_files_of(path, room)))
        return Contents(path, made, revision, counts, files)
    if not zipfile.is_zipfile(path):
        raise BackupRefusedError(str(path), "not-a-backup")
    return _unpack_archive(path, room)


def _files_of(path: Path, room: Path) -> Path:
    """The folder of a backup's files: unpacked, or beside the store that the backup is a copy of."""
    if (room / "files").is_dir():
        return room / "files"
    own, real = evidence_files.folder_of(path), path.resolve()
    original = _COPY.sub("", real.stem)
    return own if own.is_dir() else evidence_files.folder_of(real.with_name(original + real.suffix))


def _unpack_archive(path: Path, room: Path) -> Contents:
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(path, archive)
            for part, said in manifest["parts"].items():
                _unpack_part(path, archive, part, said, room)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise BackupRefusedError(str(path), "damaged") from error
    revision, counts = _examined(room / _STORE, path)
    if counts != manifest["counts"]:
        raise BackupRefusedError(str(path), "altered", _STORE)
    made = dt.datetime.fromisoformat(manifest["made"])
    files = sum(part.startswith("files/") for part in manifest["parts"])
    return Contents(path, made, revision, counts, files)


def _manifest(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """The manifest of an archive that holds exactly the parts that it names."""
    names = archive.namelist()
    if _MANIFEST not in names or archive.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
        raise BackupRefusedError(str(path), "not-a-backup")
    try:
        manifest = json.loads(archive.read(_MANIFEST))
        known = manifest["format"] == _FORMAT
        parts = manifest["parts"]
        sizes = {part: int(said["size"]) for part, said in parts.items() if _is_part(part)}
        dt.datetime.fromisoformat(manifest["made"])
        known = known and isinstance(manifest["counts"], dict)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise BackupRefusedError(str(path), "not-a-backup") from error
    if not known or _STORE not in sizes:
        raise BackupRefusedError(str(path), "not-a-backup")
    if stray := sorted({*names} ^ {_MANIFEST, *sizes}) or sorted({*parts} - {*sizes}):
        raise BackupRefusedError(str(path), "altered", stray[0])
    return dict(manifest)


def _is_part(name: str) -> bool:
    return bool(_PART.fullmatch(name) or kept_rubrics.PART.fullmatch(name))


def _unpack_part(path: Path, archive: zipfile.ZipFile, part: str, said: dict[str, Any], room: Path) -> None:
    target = room / part
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    entry = archive.getinfo(part)
    if entry.file_size != said["size"] or entry.compress_type not in _PACKING:
        raise BackupRefusedError(str(path), "altered", part)
    with archive.open(part) as source, target.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
    if digest.hexdigest() != said.get("sha256"):
        raise BackupRefusedError(str(path), "altered", part)


def _write_archive(target: Path, parts: dict[str, Path], about: dict[str, Any]) -> None:
    said: dict[str, dict[str, object]] = {}
    with target.open("wb") as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            for part, path in parts.items():
                said[part] = _add(archive, part, path)
            manifest = json.dumps({**about, "parts": said}, indent=1)
            archive.writestr(_MANIFEST, manifest, zipfile.ZIP_DEFLATED)
        stream.flush()
        os.fsync(stream.fileno())


def _add(archive: zipfile.ZipFile, part: str, path: Path) -> dict[str, object]:
    entry = zipfile.ZipInfo(part)
    entry.compress_type = zipfile.ZIP_DEFLATED if part == _STORE else zipfile.ZIP_STORED
    entry.file_size = path.stat().st_size
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(entry, "w") as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return {"sha256": digest.hexdigest(), "size": path.stat().st_size}


def _examined(copy: Path, shown: Path) -> tuple[int, dict[str, int]]:
    """The count of changes and the rows by table of a sound store that nobody else uses."""
    with refusing(shown), closing(connect(copy)) as db:
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreRefusedError(str(shown), "not-a-store")
        if db.execute("PRAGMA user_version").fetchone()[0] > len(STEPS):
            raise StoreRefusedError(str(shown), "newer")
        if not is_sound(db):
            raise StoreRefusedError(str(shown), "damaged")
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        counts = {
            name: int(db.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - its own table
            for (name,) in tables
            if not name.startswith("sqlite_")
        }
        return int(db.execute("SELECT revision FROM change_count").fetchone()[0]), counts


def _revision(store: Path, otherwise: int) -> int:
    """The count of changes of a store that may be damaged or missing."""
    if not store.exists():
        return otherwise
    try:
        with closing(look(store)) as db:
            return int(db.execute("SELECT revision FROM change_count").fetchone()[0])
    except sqlite3.Error:
        return otherwise + _FAR_AHEAD


def _count_on(staged: Path, revision: int) -> None:
    """What others remember of the store under an earlier count of changes must not look current."""
    with closing(connect(staged)) as db:
        db.execute("UPDATE change_count SET revision = ?", (revision,))


def _intact(folder: Path) -> Iterator[tuple[str, Path]]:
    """Hash and place of every file of evidence that is what its name says."""
    for path in sorted(folder.glob("??/*")):
        sha256 = path.parent.name + path.name
        if _PART.fullmatch(f"files/{path.parent.name}/{path.name}") and _hash(path) == sha256:
            yield sha256, path


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _file_problems(copy: Path, folder: Path) -> tuple[Problem, ...]:
    """Files that the evidence of a store names but that are not in the folder as they were added."""
    problems = []
    for sha256, file in _named_files(copy).items():
        place = evidence_files.place_of(folder, sha256)
        if not place.is_file():
            problems.append(Problem("backup-file-missing", str(folder), found=file.name, severity="warning"))
        elif _hash(place) != sha256:
            problems.append(Problem("backup-file-altered", str(folder), found=file.name, severity="warning"))
    return tuple(problems)


def _named_files(copy: Path) -> dict[str, EvidenceFile]:
    """The files that current evidence names, by hash; brings the copy up to date."""
    store = open_store(copy)
    try:
        items = [item for engagement in store.engagements() for item in store.evidence(engagement.id)]
    finally:
        store.close()
    return {item.file.sha256: item.file for item in items if item.file is not None}
