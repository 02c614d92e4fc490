"""What-if on Priorities: a slider that moves, with all that follows, against the page's bare rerun."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.testing.v1 import AppTest

from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from tests.perf.timing import ratio, report, side_by_side, total

ROOT: Final = Path(__file__).parents[2]
UNIT: Final = "shenzhen-telecom"
ROUNDS: Final = 9
BAR, GOAL = "<= 2", "<= 1.5"


def opened(folder: Path, tier: str) -> AppTest:
    """The page on the 2003 engagement, drawn once."""
    path = folder / "store.sqlite3"
    if not path.exists():
        store = open_store(path)
        load_demo(store, FileShelf())
        store.close()
    os.environ["GAPLINE_STORE"] = str(path)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in {"lang": "en", "engagement": "china-telecom-2003", "unit": UNIT, "tier": tier}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("assessment/ui/pages/priorities.py").run()


def moves(app: AppTest) -> Callable[[], None]:
    """Moves the target of the node that is chosen to another level every time."""
    key = next(one.key for one in app.slider if one.key and one.key.startswith("try-target-"))
    levels = [1.0, 1.5, 2.0, 2.5, 4.0, 4.5]

    def move() -> None:
        levels.append(levels.pop(0))
        app.slider(key=key).set_value(levels[0]).run()
        if app.exception or app.slider(key=key).value != levels[0]:
            raise AssertionError("the slider did not move")

    return move


def main() -> None:
    """Print the ratio for 16 and for 50 nodes: the bare rerun has everything in its memory."""
    st.cache_data.clear()
    st.cache_resource.clear()
    folder = Path(tempfile.mkdtemp())
    try:
        for tier, count in (("capability", 16), ("indicator", 50)):
            bare, tried = opened(folder, tier), opened(folder, tier)
            move = moves(tried)
            move()
            measures = {"moved": total(move), "bare": total(bare.run)}
            costs = side_by_side(measures, ROUNDS)
            label = f"what-if, {count} nodes: a slider moves against a bare rerun"
            report("P22", label, ratio(costs, "moved", "bare"), BAR, GOAL)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
