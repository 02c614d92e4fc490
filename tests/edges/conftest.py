"""Every kind of store, empty and with an engagement in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.edges.memory_store import MemoryStore
from assessment.edges.store import open_store
from assessment.ports import Store
from tests.edges.store_samples import ENGAGEMENT, PEOPLE, UNITS, WAVES


@pytest.fixture(params=["sqlite", "memory"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store: Store = open_store(tmp_path / "store.sqlite3") if request.param == "sqlite" else MemoryStore()
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    empty.add_engagement(ENGAGEMENT, UNITS, WAVES, PEOPLE)
    return empty
