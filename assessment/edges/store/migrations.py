"""How a store comes into being and up to date; imported only when there is something to do."""

import datetime as dt
import secrets
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from assessment.edges.store.connections import connect
from assessment.edges.store.copying import back_up, publish
from assessment.edges.store.schema import APPLICATION_ID
from assessment.edges.store.step import Step
from assessment.errors import StoreToolMissingError

try:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations
except ImportError as missing:
    raise StoreToolMissingError from missing


def build(path: Path, steps: Sequence[Step]) -> None:
    """Make a new store; it appears under its name only when it is complete.

    Where another process was quicker, its store stays.
    """
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        _build_under(fresh, steps)
        publish(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def upgrade(path: Path, connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take an older store through the missing steps, after a backup beside it; all of them or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < len(steps):
            back_up(path, _backup_path(path, len(steps)))
            _apply(connection, steps)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite has rolled back already
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _build_under(path: Path, steps: Sequence[Step]) -> None:
    connection = connect(path, "rwc")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _apply(connection, steps)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _apply(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    migrations = Migrations("gapline")
    for step in steps:
        _register(migrations, step)
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def _register(migrations: Migrations, step: Step) -> None:
    @migrations(name=step.name)
    def run(db: Database) -> None:
        for statement in step.statements:
            db.conn.execute(statement)
        if step.fill:
            step.fill(db.conn)


def _backup_path(path: Path, version: int) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    real = path.resolve()
    return real.with_name(f"{real.stem}.before-v{version}.{stamp}{real.suffix}")
