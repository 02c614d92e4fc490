"""The embedded store: one SQLite file of plain tables that a person can open."""

from assessment.edges.store.sqlite import SqliteStore, open_store

__all__ = ["SqliteStore", "open_store"]
