"""Connections to the store's file, shared by threads: one unit of work holds one of them at a time."""

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from assessment.edges.store.refusal import refused_by_database, refusing

BUSY_SECONDS: Final = 30.0
"""How long a writer waits for another one before it gives up."""
_NAP_SECONDS: Final = (0.0005, 0.004)


def connect(path: Path, mode: Literal["ro", "rw", "rwc"] = "rw") -> sqlite3.Connection:
    """A connection to an existing file (`rwc`: or to a new one), in manual transactions, durable at commit.

    Nothing but SQLite may open the file of a store, not even to read it: on POSIX systems the closing of any
    other descriptor drops the locks that SQLite holds in this process, and writers then damage the file.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def look(path: Path) -> sqlite3.Connection:
    """A connection that leaves a file, and the changes that lie beside it, as they are.

    One that may write would carry the changes over into the file, were it damaged or not.
    """
    real = path.resolve()
    logs = (real.with_name(f"{real.name}-{kind}") for kind in ("wal", "journal"))
    return connect(path, "ro" if any(log.exists() and log.stat().st_size for log in logs) else "rw")


def _begin(connection: sqlite3.Connection) -> None:
    """Begin to write as soon as no other one does.

    SQLite's own wait sleeps longer the longer it has waited, so that under load the patient lose to those who
    have just come; short naps of random length give everybody the same chance.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(random.uniform(*_NAP_SECONDS))  # noqa: S311 - spreads the waiters, hides nothing
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")


class Connections:
    """Connections to one file; as many stay open as there were units of work at once.

    Safe to share between threads: a connection is lent to one unit of work and taken back after it. Not safe
    to carry over a fork: open a store in each process.
    """

    def __init__(self, path: Path, prepare: Callable[[], None]) -> None:
        """Connections to `path`; `prepare` checks the file before the first, and whenever it was replaced."""
        self.path = path
        self._prepare = prepare
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._file: tuple[int, int] | None = None

    def check(self) -> tuple[int, int]:
        """The identity of the file that lies there, after checking it where it is another one than before.

        Raises:
            StoreRefusedError: it is gone, or no store that can be used.
        """
        with refusing(self.path):
            status = self.path.stat()
        file = (status.st_dev, status.st_ino)
        if file != self._file:
            self._prepare()
            self.close()
            self._file = file
        return file

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading; several statements see the store at several moments."""
        file = self.check()
        connection = self._lend()
        try:
            yield connection
        except sqlite3.Error as error:
            connection.close()
            if refused := refused_by_database(self.path, error):
                raise refused from error
            raise
        except BaseException:
            self._take_back(connection, file)
            raise
        self._take_back(connection, file)

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading; all statements see the store at the same moment."""
        with self.read() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: waits for its turn, is durable at the end, leaves nothing when the block raises.

        Whatever was changed also raises the store's revision; a block that changes nothing leaves it.
        """
        with self.read() as connection:
            _begin(connection)
            before = connection.total_changes
            try:
                yield connection
                if connection.total_changes != before:
                    connection.execute("UPDATE change_count SET revision = revision + 1 WHERE id = 1")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close every connection that is not in use; the next unit of work opens a new one."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _lend(self) -> sqlite3.Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        with refusing(self.path):
            return connect(self.path)

    def _take_back(self, connection: sqlite3.Connection, file: tuple[int, int]) -> None:
        with self._lock:
            if file == self._file:
                self._idle.append(connection)
                return
        connection.close()
