"""P18: from the start of the process to the first rating on the screen, beside a minimal Streamlit app."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.perf.timing import ratio, report, side_by_side

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
MINIMAL = """
import streamlit as st
st.title("Interview")
st.button("2", key="first")
"""
FIRST_RATING = ".gl-card .gl-tile, .st-key-first button"
PATIENCE_SECONDS = 60
ROUNDS = 7


def main() -> None:
    """Measure both in turns with one browser; say what is missing where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("P18 not measured: no Chromium found; on Debian: apt-get install chromium")
        return
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        minimal = Path(folder) / "minimal.py"
        minimal.write_text(MINIMAL, encoding="utf-8")
        store = prepared_store(Path(folder) / "store.sqlite3")
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        costs = side_by_side(
            {
                "product": lambda: first_rating(browser, ROOT / "app.py", "interview", store),
                "minimal": lambda: first_rating(browser, minimal, "", store),
            },
            rounds=ROUNDS,
        )
        browser.close()
    slowest = ", ".join(f"{name} {sorted(cost)[len(cost) // 2]:.2f} s" for name, cost in costs.items())
    report(
        "P18",
        f"process start to first rating ({slowest})",
        ratio(costs, "product", "minimal"),
        "<= 1.7",
        "<= 1.25",
    )


def prepared_store(path: Path) -> Path:
    """A store with the 2003 engagement."""
    from assessment.edges.demo import load_demo
    from assessment.edges.shelf import FileShelf
    from assessment.edges.store import open_store

    store = open_store(path)
    load_demo(store, FileShelf())
    store.close()
    return path


def first_rating(browser: "Browser", script: Path, page: str, store: Path) -> float:
    """Seconds from the start of the server process to the first level that can be clicked."""
    start = time.perf_counter()
    with served(script, store) as port, browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"http://127.0.0.1:{port}/{page}")
        tab.wait_for_selector(FIRST_RATING, timeout=PATIENCE_SECONDS * 1000)
        return time.perf_counter() - start


@contextmanager
def served(script: Path, store: Path) -> Iterator[int]:
    """A Streamlit server of its own, gone afterwards."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.headless", "true", "--server.address", "127.0.0.1", "--server.port", str(port)]
    with subprocess.Popen(
        [*command, *options],
        cwd=script.parent,
        env={**os.environ, "GAPLINE_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Return as soon as somebody listens."""
    until = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError(f"nothing listens on {port}")


if __name__ == "__main__":
    main()
