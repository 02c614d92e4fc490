"""A real browser before the real app: Chromium, and a server with a store of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from tests.acceptance.patience import PATIENCE

ROOT = Path(__file__).parents[2]
TRIED_AGAIN = 2
"""How often a test is tried again for which a busy machine's browser lost a click; see CONTRIBUTING.md."""
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives a browser is tried again."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=TRIED_AGAIN))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program; without one the test is skipped, in continuous integration it fails."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    cure = "no Chromium here: install it, for example apt-get install chromium"
    if os.environ.get("CI") == "true":
        pytest.fail(cure)
    pytest.skip(cure)


@pytest.fixture
def demo_app(tmp_path: Path) -> Iterator[str]:
    """The address of an app of its own that serves the 2003 engagement."""
    with served(tmp_path) as address:
        yield address


@contextmanager
def served(folder: Path, script: str = "app.py", port: int | None = None) -> Iterator[str]:
    """An app with the 2003 engagement in `store.sqlite3` of the folder; its address."""
    path = folder / "store.sqlite3"
    if not path.exists():
        store = open_store(path)
        load_demo(store, FileShelf())
        store.close()
    port = port or _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.fileWatcherType", "none"]
    surroundings = {**os.environ, "GAPLINE_STORE": str(path), "PYTHONPATH": str(ROOT)}
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[str]]:
    """Starts an app in a folder, perhaps from a script of the test's own."""
    return served


@pytest.fixture
def browser_page(chromium: str) -> Iterator[Page]:
    """A tab of 1440 by 1000 pixels with an English reader."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET])
        tab = browser.new_context(
            viewport={"width": 1440, "height": 1000}, locale="en-GB", accept_downloads=True
        ).new_page()
        tab.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)
        yield tab
        browser.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own
            if answer.status == 200:
                return
        time.sleep(0.2)
    pytest.fail(f"the app did not answer at {address}")
