import sys
from pathlib import Path

import pytest

from assessment.edges.store import open_store
from assessment.errors import StoreToolMissingError


def test_a_new_store_without_sqlite_utils_is_refused_with_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "assessment.edges.store.migrations", raising=False)
    monkeypatch.setitem(sys.modules, "sqlite_utils", None)

    with pytest.raises(StoreToolMissingError, match=r"pip install gapline\[store\]"):
        open_store(tmp_path / "new.sqlite3")

    assert not list(tmp_path.iterdir())


def test_a_store_that_is_up_to_date_opens_without_sqlite_utils(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(tmp_path / "here.sqlite3").close()
    monkeypatch.delitem(sys.modules, "assessment.edges.store.migrations")
    monkeypatch.setitem(sys.modules, "sqlite_utils", None)

    assert open_store(tmp_path / "here.sqlite3").engagements() == []
