"""Why a store is refused: the failures of SQLite and of the file system, put in the product's words."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from assessment.errors import StoreRefusedError

_SHORT_READ: Final = 522
_WRITE_REFUSED: Final = 778
_NO_ROOM_FOR_INDEX: Final = 4874
"""SQLite's words for a quota, or any other limit, that is reached in the file or in the index of its log."""

_REASONS: Final = {
    sqlite3.SQLITE_NOTADB: "not-a-store",
    sqlite3.SQLITE_CORRUPT: "damaged",
    _SHORT_READ: "damaged",
    sqlite3.SQLITE_FULL: "full",
    _WRITE_REFUSED: "full",
    _NO_ROOM_FOR_INDEX: "full",
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
    reasons = {
        errno.ENOSPC: "full",
        errno.EDQUOT: "full",
        errno.EFBIG: "full",
        errno.EROFS: "read-only",
    }
    return StoreRefusedError(str(path), reasons.get(error.errno or 0, "unreadable"))


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system report inside the block into StoreRefusedError."""
    try:
        yield
    except sqlite3.Error as error:
        if refused := refused_by_database(path, error):
            raise refused from error
        raise
    except OSError as error:
        raise refused_by_system(path, error) from error
