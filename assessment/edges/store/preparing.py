"""Whether a file is a store that can be used, and what is due before it is."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from assessment.edges.store.connections import connect, look
from assessment.edges.store.refusal import refusing
from assessment.edges.store.schema import APPLICATION_ID
from assessment.edges.store.step import Step
from assessment.errors import StoreRefusedError

_READ_WHOLE_BYTES: Final = 2 * 1024 * 1024
"""Up to this size a file is searched for damage when it is opened; a larger one shows it as it is used."""


def prepare(path: Path, steps: Sequence[Step]) -> None:
    """Check a file that is there, and take it through the steps that it lacks.

    Raises:
        StoreRefusedError: reason not-a-store, damaged, newer or unreadable; the file is left as it is.
    """
    with refusing(path):
        version = _checked_version(path, len(steps))
        with closing(connect(path)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            if version < len(steps):
                from assessment.edges.store.migrations import upgrade

                upgrade(path, db, steps)


def _checked_version(path: Path, newest: int) -> int:
    """The version of a sound store."""
    if path.is_file() and path.stat().st_size == 0:
        raise StoreRefusedError(str(path), "not-a-store")
    with closing(look(path)) as db:
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreRefusedError(str(path), "not-a-store")
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version > newest:
            raise StoreRefusedError(str(path), "newer")
        _check_sound(path, db)
        return version


def _check_sound(path: Path, db: sqlite3.Connection) -> None:
    if path.stat().st_size > _READ_WHOLE_BYTES:
        db.execute("SELECT COUNT(*) FROM sqlite_master")
    elif db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise StoreRefusedError(str(path), "damaged")
