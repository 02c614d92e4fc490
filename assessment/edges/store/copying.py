"""Copies of a store's file that appear whole or not at all; the only way to copy a store that is in use."""

import glob
import os
import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from assessment.edges.store.connections import BUSY_SECONDS, connect, look
from assessment.errors import StoreRefusedError

_PAGES: Final = 8
"""As many are copied in one go: fewer than any store has, so that the first go is not the last."""
_NAP_SECONDS: Final = 0.002
_TAKEN: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def back_up(path: Path, target: Path) -> None:
    """Copy a store, also while others write to it, to a file that must not exist yet."""
    partial = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
    try:
        with closing(look(path)) as source, closing(connect(partial, "rwc")) as copy:
            source.backup(copy)
        publish(partial, target)
    finally:
        for left in target.parent.glob(f"{glob.escape(partial.name)}*"):
            left.unlink(missing_ok=True)


def overwrite(path: Path, source: Path, before: Callable[[sqlite3.Connection], None]) -> None:
    """Make a sound store in use say what another one says, in one transaction that its users wait for.

    Args:
        path: the store in use.
        source: what it shall say.
        before: called with a connection to `source` once nobody else can write to the store any more; what it
            changes there comes along, what it raises leaves the store as it was.

    Raises:
        StoreRefusedError: somebody else keeps writing (reason busy).
    """
    deadline = time.monotonic() + BUSY_SECONDS
    waiting = True

    def at_each_step(status: int, _left: int, _total: int) -> None:
        nonlocal waiting
        if status in _TAKEN and time.monotonic() > deadline:
            raise StoreRefusedError(str(path), "busy")
        if waiting and status not in _TAKEN:
            waiting = False
            before(wanted)

    with closing(connect(source)) as wanted, closing(connect(path)) as store:
        store.execute("PRAGMA busy_timeout = 0")
        wanted.backup(store, pages=_PAGES, progress=at_each_step, sleep=_NAP_SECONDS)


def journal_aside(path: Path, kept: Path) -> None:
    """Move what lies in a store's log beside the name that the store is kept under, if it has one."""
    for kind in ("-wal", "-journal"):
        log = path.with_name(path.name + kind)
        if log.exists():
            log.rename(kept.with_name(kept.name + kind))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def publish(fresh: Path, path: Path) -> None:
    """Give a finished file its name, never replacing another one."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            fresh.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_sound(db: sqlite3.Connection) -> bool:
    """Whether a search of the whole file finds no damage."""
    return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
