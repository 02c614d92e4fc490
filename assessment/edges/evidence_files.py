"""The documents behind the evidence: kept by their hash beside the store, handed out as they came."""

import hashlib
import os
import secrets
import unicodedata
from pathlib import Path
from typing import Final

from assessment.edges.store.copying import sync_folder
from assessment.edges.store.refusal import refusing
from assessment.errors import EvidenceFileAlteredError, EvidenceFileMissingError, Problem
from assessment.media_types import ENDINGS, media_type
from assessment.ratings import EvidenceFile

MOST_BYTES: Final = 25 * 1024 * 1024
"""The largest file that is kept."""
_LONGEST_NAME: Final = 120
_MOST_NAME_BYTES: Final = 200
"""A file system takes names of 255 bytes; a Chinese character has three."""


def folder_of(store: Path | str) -> Path:
    """The folder of the files of a store; one folder, whatever link leads to the store."""
    path = Path(store).resolve()
    return path.with_name(f"{path.name}.files")


def place_of(folder: Path, sha256: str) -> Path:
    """Where the file of this hash lies."""
    return folder / sha256[:2] / sha256[2:]


def keep(folder: Path, name: str, data: bytes) -> tuple[EvidenceFile | None, list[Problem]]:
    """Put a file away under its hash, whole or not at all; the same content again is kept once.

    Args:
        folder: see `folder_of`; made where it is missing.
        name: as its owner named it; only a harmless form of it is kept, for display and download.
        data: the whole content, at most `MOST_BYTES`.

    Returns:
        What to write down about it, or None and why it was not taken.

    Raises:
        StoreRefusedError: the disk is full or read-only; nothing half-written stays.
    """
    shown = safe_name(name)
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 2**20:.1f} MB"
        return None, [Problem("evidence-file-large", shown, found=size, allowed=f"{MOST_BYTES >> 20} MB")]
    kind, refused = media_type(name, data)
    if refused:
        return None, [Problem(f"evidence-file-{refused}", shown, found=shown, allowed=_allowed())]
    sha256 = hashlib.sha256(data).hexdigest()
    put(folder, sha256, data)
    return EvidenceFile(
        sha256=sha256, name=safe_name(name, ENDINGS[kind]), media_type=kind, size=len(data)
    ), []


def fetch(folder: Path, file: EvidenceFile) -> bytes:
    """The content as it was put away; offer it as a download, never show it inline.

    Raises:
        EvidenceFileMissingError: it is gone from the folder.
        EvidenceFileAlteredError: what lies there is not what was put away.
        StoreRefusedError: it cannot be read.
    """
    place = place_of(folder, file.sha256)
    with refusing(place):
        try:
            data = place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            raise EvidenceFileMissingError(file.name, str(place)) from None
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise EvidenceFileAlteredError(file.name, str(place))
    return data


def put(folder: Path, sha256: str, data: bytes) -> None:
    """Write content under its hash unless it is there already; what was altered there is replaced.

    Raises:
        StoreRefusedError: the disk is full or read-only; nothing half-written stays.
    """
    place = place_of(folder, sha256)
    with refusing(folder):
        if place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == sha256:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.{secrets.token_hex(4)}.new")
        try:
            _write(fresh, data)
            fresh.replace(place)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(place.parent)
        sync_folder(folder)


def safe_name(name: str, ending: str = "") -> str:
    """A name to show and to offer for download: no folders, nothing invisible, not too long.

    Args:
        name: as its owner, or an attacker, named it.
        ending: what it must end with; empty leaves the ending as it is.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(mark if _visible(mark) else " " for mark in last)
    shown = " ".join(shown.split()).strip(". ")
    for own in (ending, ".jpeg" if ending == ".jpg" else ""):
        if own and shown.lower().endswith(own):
            shown = shown[: -len(own)]
    whole = shown[:_LONGEST_NAME].encode("utf-8", "ignore")
    stem = whole[:_MOST_NAME_BYTES].decode("utf-8", "ignore").strip(". ") or "file"
    return stem + ending


def _visible(mark: str) -> bool:
    """Whether a character may stand in a name: nothing invisible, nothing that a system reserves."""
    return unicodedata.category(mark)[0] != "C" and mark not in '<>:"|?*'


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(handle)


def _allowed() -> str:
    return ", ".join(ending[1:] for ending in ENDINGS.values())
