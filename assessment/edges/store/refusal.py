"""Why a store is refused: the header of a file and the failures of SQLite, put in the product's words."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Final

from assessment.edges.store.schema import APPLICATION_ID
from assessment.errors import StoreRefusedError

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_SHORT_READ: Final = 522

_REASONS: Final = {
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CORRUPT: "damaged",
    _SHORT_READ: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_IOERR: "unreadable",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
}


def refused_by_database(path: Path, error: sqlite3.Error) -> StoreRefusedError | None:
    """What SQLite's failure means to a person; None for a programmer's mistake."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    reason = _REASONS.get(code) or _REASONS.get(code & 0xFF)
    if reason == "unreadable" and path.exists() and not os.access(path.parent, os.W_OK):
        reason = "read-only"
    return StoreRefusedError(str(path), reason) if reason else None


def refused_by_system(path: Path, error: OSError) -> StoreRefusedError:
    """What a failure of the file system means to a person."""
    reasons = {errno.ENOSPC: "full", errno.EROFS: "read-only"}
    return StoreRefusedError(str(path), reasons.get(error.errno or 0, "unreadable"))


def check_header(path: Path, newest: int) -> None:
    """Refuse, without opening it as a database, a file that is no store of a version up to `newest`.

    Raises:
        StoreRefusedError: reason unreadable, not-a-store, damaged or newer.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise refused_by_system(path, error) from error
    if not header.startswith(_MAGIC):
        raise StoreRefusedError(str(path), "not-a-store")
    if len(header) < _HEADER_BYTES:
        raise StoreRefusedError(str(path), "damaged")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreRefusedError(str(path), "not-a-store")
    if int.from_bytes(header[60:64], "big") > newest:
        raise StoreRefusedError(str(path), "newer")
