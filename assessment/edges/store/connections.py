"""Connections to the store's file, shared by threads: one unit of work holds one of them at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from assessment.edges.store.refusal import check_header, refused_by_database, refused_by_system

BUSY_SECONDS: Final = 30.0
"""How long a writer waits for another one before it gives up."""


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to an existing file (or to a new one), in manual transactions and durable at commit."""
    mode = "rwc" if create else "rw"
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


class Connections:
    """Connections to one file; as many stay open as there were units of work at once.

    Safe to share between threads: a connection is lent to one unit of work and taken back after it. Not safe
    to carry over a fork: open a store in each process.
    """

    def __init__(self, path: Path, newest: int) -> None:
        self.path = path
        self._newest = newest
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._file: tuple[int, int] | None = None

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading; several statements see the store at several moments."""
        file = self._file_there()
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
                connection.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: waits for its turn, is durable at the end, leaves nothing when the block raises.

        Whatever was changed also raises the store's revision; a block that changes nothing leaves it.
        """
        with self.read() as connection:
            connection.execute("BEGIN IMMEDIATE")
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

    def _file_there(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except OSError as error:
            raise refused_by_system(self.path, error) from error
        file = (status.st_dev, status.st_ino)
        if file != self._file:  # the first use, or a backup was put in the store's place while it was open
            check_header(self.path, self._newest)
            self.close()
            self._file = file
        return file

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
