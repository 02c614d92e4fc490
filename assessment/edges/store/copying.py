"""Copies of a store's file that appear whole or not at all; the only way to copy a store that is in use."""

import glob
import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from assessment.edges.store.connections import connect, look


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


def overwrite(path: Path, source: Path) -> None:
    """Make a sound store in use say what another one says, in one transaction that its users wait for."""
    with closing(connect(source)) as wanted, closing(connect(path)) as store:
        wanted.backup(store)


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
