"""The backups that nobody asks for: a copy of the store a day and before each migration, the newest kept."""

import datetime as dt
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assessment.edges import backup
from assessment.edges.store.connections import connect
from assessment.edges.store.copying import back_up, is_sound, publish
from assessment.edges.store.refusal import refusing
from assessment.errors import BackupRefusedError, StoreRefusedError

KEPT: Final = 7
"""How many automatic copies stay."""


def automatic(store: Path) -> list[Path]:
    """The automatic copies that lie beside a store, newest first."""
    store = store.resolve()
    names = re.compile(
        rf"{re.escape(store.stem)}\.(?:daily|before-v\d+)\.(\d{{8}}(?:-\d{{6}})?){re.escape(store.suffix)}"
    )
    if not store.parent.is_dir():
        return []
    found = [(named[1], path) for path in store.parent.iterdir() if (named := names.fullmatch(path.name))]
    return [path for _, path in sorted(found, reverse=True)]


def keep_daily(store: Path, today: dt.date) -> Path | None:
    """Copy the store unless that was done today or nothing changed since the newest copy; drop the oldest.

    Evidence files are not copied: they never change and lie beside the store. A damaged store is not copied,
    so that its damage never pushes out a sound copy.

    Returns:
        The new copy, None where none was due.

    Raises:
        StoreRefusedError: the store is damaged, or the disk is full or read-only.
    """
    store = store.resolve()
    target = store.with_name(f"{store.stem}.daily.{today:%Y%m%d}{store.suffix}")
    copies = automatic(store)
    with refusing(store):
        if target.exists() or not _changed_since(store, copies[0] if copies else None):
            return None
        with TemporaryDirectory(dir=store.parent, prefix=".gapline-") as room:
            copy = Path(room, store.name)
            back_up(store, copy)
            with closing(connect(copy)) as db:
                if not is_sound(db):
                    raise StoreRefusedError(str(store), "damaged")
            publish(copy, target)
        for old in automatic(store)[KEPT:]:
            old.unlink(missing_ok=True)
    return target


def newest_usable(store: Path) -> backup.Contents | None:
    """The newest automatic copy without damage, None where there is none."""
    for copy in automatic(store):
        try:
            return backup.verify(copy)
        except (BackupRefusedError, StoreRefusedError):
            continue
    return None


def _changed_since(store: Path, copy: Path | None) -> bool:
    """Whether the store holds anything that its newest copy does not."""
    now = _count(store)
    try:
        return now != (0 if copy is None else _count(copy))
    except sqlite3.Error:
        return True


def _count(path: Path) -> int:
    with closing(connect(path)) as db:
        return int(db.execute("SELECT revision FROM change_count").fetchone()[0])
