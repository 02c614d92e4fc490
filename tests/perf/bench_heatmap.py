"""The heat-map page of 500 branches, 300,000 ratings stored, against handing its frame to Streamlit bare."""

import os
import statistics
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit import config
from streamlit.testing.v1 import AppTest

from assessment.comparing import read_wave
from assessment.edges.generated import Shape, load_generated
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.heatmap_cells import unpacked
from assessment.scoring import Scorer
from tests.perf.timing import call_by_call, ratio, report

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
LARGE = Shape(branches=500, raters=(4, 4))
PAGE = "assessment/ui/pages/heatmap.py"
BARE = """
import os
import pandas as pd
import streamlit as st

@st.cache_resource
def frame():
    return pd.read_pickle(os.environ["BENCH_FRAME"])

st.dataframe(frame())
"""


def prepare(folder: Path) -> tuple[str, int]:
    """The store and the frame; the engagement's id, and how many rows the frame has."""
    import pandas as pd

    path, frame = folder / "store.sqlite3", folder / "frame.pickle"
    store = open_store(path)
    engagement = load_generated(store, FileShelf(), shape=LARGE)
    print(f"store of {len(store.ratings(engagement)):,} ratings", flush=True)
    here = read_wave(store, FileShelf(), engagement, "2026")
    scores = here.rated.scores(Scorer(here.rubric))
    names = {unit.id: unit.name for unit in here.tree}
    table = pd.DataFrame(scores.score, columns=list(scores.nodes))
    table.insert(0, "unit", [names[unit] for unit in here.rated.units])
    table.to_pickle(frame)
    store.close()
    os.environ.update(GAPLINE_STORE=str(path), BENCH_FRAME=str(frame))
    return engagement, len(table)


def figures(app: AppTest) -> tuple[int, int]:
    """How many rows the page tells, and how many figures."""
    data, cells = unpacked(app.get("bidi_component")[0].proto.bytes)
    return len(data["rows"]), len(cells["shown"])


def main() -> None:
    """Print the ratio for a page drawn again, and for one sorted anew."""
    config.set_option("runner.enforceSerializableSessionState", False)  # noqa: FBT003 - its signature
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engagement, rows = prepare(folder)
        script = folder / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        bare = AppTest.from_file(script, default_timeout=120).run()
        page = AppTest.from_file(ROOT / "app.py", default_timeout=120)
        link = {"lang": "en", "engagement": engagement, "unit": "guangdong-01", "wave": "2026", "tier": "all"}
        page.query_params.update(link)
        page.run()
        start = time.perf_counter()
        page.switch_page(PAGE).run()
        print(f"first time, with reading the wave: {time.perf_counter() - start:.1f} s", flush=True)
        nodes = bare.dataframe[0].value.shape[1] - 1
        assert figures(page) == (rows, rows * nodes)
        assert bare.dataframe[0].value.shape[0] == rows
        orders = cycle(("overall", "-overall", "insight", "customer-products"))

        def sort() -> None:
            page.query_params["sort"] = next(orders)
            page.run()

        actions: dict[str, Callable[[], object]] = {"page": page.run, "sorted": sort, "bare": bare.run}
        call_by_call(actions, 4, 1)
        costs = call_by_call(actions, 15)
        took = {name: statistics.median(each) * 1000 for name, each in costs.items()}
        for kind, what in (("page", "drawn again"), ("sorted", "sorted by another node")):
            said = (
                f"heat-map of {rows} units x {nodes} nodes {what} ({took[kind]:.0f} ms) against the same"
                f" frame handed to Streamlit bare ({took['bare']:.0f} ms)"
            )
            report("-", said, ratio(costs, kind, "bare"), "<= 2", "-")


if __name__ == "__main__":
    main()
