"""The app under test: a store of its own, no browser."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store

APP = Path(__file__).parents[2] / "app.py"
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def lenient_session() -> None:
    """AppTest itself keeps functions in the session, which the app's own configuration refuses."""
    config.set_option("runner.enforceSerializableSessionState", False)  # noqa: FBT003 - its signature


@pytest.fixture(autouse=True)
def no_page_failed(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What the boundary turned into a sentence, though nobody foresaw it, fails the test all the same."""
    yield
    assert not [record for record in caplog.get_records("call") if record.name == "gapline"]


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the 2003 engagement; tests work on copies of it."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    store = open_store(path)
    load_demo(store, FileShelf())
    store.close()
    return path


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    """The store that the app opens, with nothing in it."""
    yield from _store_of_the_app(tmp_path / "store.sqlite3", monkeypatch)


@pytest.fixture
def store(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    """The store that the app opens, with the 2003 engagement in it."""
    shutil.copy(demo_file, tmp_path / "store.sqlite3")
    yield from _store_of_the_app(tmp_path / "store.sqlite3", monkeypatch)


@pytest.fixture
def open_app() -> Open:
    """Opens the app at a page, in a language, with the given parts of the link."""

    def opened(page: str = "home", lang: str = "en", **link: str) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=180)
        for name, value in {"lang": lang, **link}.items():
            app.query_params[name] = value
        app.run()
        return app if page == "home" else app.switch_page(f"assessment/ui/pages/{page}.py").run()

    return opened


def _store_of_the_app(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    monkeypatch.setenv("GAPLINE_STORE", str(path))
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store(path)
    yield store
    store.close()
    st.cache_data.clear()
    st.cache_resource.clear()
