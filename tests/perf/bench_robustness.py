"""P5-P7: rank acceptability of 500 units over 10,000 draws, its memory, and pandas anew per draw."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import logging
import statistics
import tempfile
import tracemalloc
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from streamlit import config
from streamlit.testing.v1 import AppTest

from assessment.assumptions import Assumptions
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.rank_counts import count_ranks
from assessment.ranked_units import rank_matrix
from assessment.robustness import robustness
from assessment.rollup import compile_tree
from assessment.rubric import Node, Rubric
from assessment.weight_draws import Contest, contest, draw_weights, shares
from tests.perf.timing import Measure, Ratio, call_by_call, ratio, report, side_by_side, total

UNITS, DRAWS = 500, 10_000
CAPABILITIES = (4, 4, 3, 3, 3)
INDICATORS = 3
FEW_DRAWS = 20
BUFFER = 250
APP = Path(__file__).parents[2] / "app.py"

Floats = npt.NDArray[np.float64]


def large_rubric() -> Rubric:
    """Five dimensions with 17 capabilities of three indicators each."""
    dimensions = tuple(
        Node(id=f"d{d}", name="d", children=tuple(_capability(f"d{d}.c{c}") for c in range(count)))
        for d, count in enumerate(CAPABILITIES)
    )
    tiers = ("dimension", "capability", "indicator")
    return Rubric(id="large", version="1", name="Large", tiers=tiers, tree=dimensions)


def _capability(name: str) -> Node:
    leaves = tuple(Node(id=f"{name}.i{i}", name="i") for i in range(INDICATORS))
    return Node(id=name, name=name, children=leaves)


def field_of(rubric: Rubric, units: int) -> Contest:
    """Units with random half points everywhere."""
    values = np.random.default_rng(5).integers(0, 11, (units, len(rubric.indicators))) / 2
    ranked = rank_matrix(rubric, [f"u{k}" for k in range(units)], values)
    return contest(compile_tree(rubric), ranked.scores)


def acceptability(field: Contest, draws: int = DRAWS) -> npt.NDArray[np.int64]:
    """The product: draw weights, roll up, rank, count."""
    return count_ranks(field, draw_weights(field.upper, Assumptions(draws=draws))).ranks


def base_of(field: Contest) -> tuple[Floats, Floats]:
    """Scores of the capabilities, units x 17, and their shares under every draw."""
    base = list(field.upper.base)
    drawn = draw_weights(field.upper, Assumptions(draws=DRAWS))
    return field.score[:, base], np.concatenate([shares(field.upper, weights)[:, base] for weights in drawn])


def floor(scores: Floats, weights: Floats) -> Measure:
    """One product of 32-bit matrices and one sort of the bare values, 250 draws in a buffer."""
    single, drawn = scores.T.astype(np.float32), weights.astype(np.float32)
    buffer = np.empty((BUFFER, scores.shape[0]), np.float32)

    def run() -> None:
        for start in range(0, len(drawn), BUFFER):
            np.matmul(drawn[start : start + BUFFER], single, out=buffer)
            buffer.sort(axis=1)

    return total(run)


def loop(field: Contest) -> npt.NDArray[np.int64]:
    """What anybody would write with numpy: draw, roll up, rank and count, one draw after another."""
    upper, units = field.upper, len(field.score)
    scores, rng = field.score[:, list(upper.base)], np.random.default_rng(Assumptions().seed)
    counts = np.zeros((units, units), np.int64)
    for _ in range(DRAWS):
        drawn = upper.weights * (1 + 0.25 * (2 * rng.random(upper.size) - 1))
        overall = scores @ _base_shares(field, drawn)
        ranks = np.argsort(np.argsort(-overall))
        counts[np.arange(units), ranks] += 1
    return counts


def _base_shares(field: Contest, drawn: Floats) -> Floats:
    """One draw's normalised weights along every path."""
    upper, share = field.upper, np.empty(field.upper.size)
    for junction in upper.junctions:
        columns = list(junction.columns)
        above = 1.0 if junction.own is None else share[junction.own]
        share[columns] = above * drawn[columns] / drawn[columns].sum()
    return share[list(upper.base)]


def every_draw_anew(field: Contest, draws: int) -> npt.NDArray[np.int64]:
    """The stand-in for COINr: per draw the long table gets its weights and is grouped level by level."""
    table, upper = _long_table(field), field.upper
    counts = np.zeros((len(field.score),) * 2, np.int64)
    for weights in next(draw_weights(upper, Assumptions(draws=DRAWS)))[:draws]:
        rolled = table
        drawn = pd.DataFrame({"node": upper.nodes, "weight": weights})
        for level in (["unit", "dimension"], ["unit"]):
            rolled = _means(rolled.merge(drawn, on="node"), level)
            rolled["node"] = rolled.get("dimension", "")
        ranks = rolled["score"].rank(ascending=False, method="min").astype(int) - 1
        counts[rolled["unit"], ranks] += 1
    return counts


def _long_table(field: Contest) -> pd.DataFrame:
    base = list(field.upper.base)
    units = len(field.score)
    names = [field.upper.nodes[column] for column in base]
    return pd.DataFrame(
        {
            "unit": np.repeat(np.arange(units), len(base)),
            "dimension": np.tile([name.partition(".")[0] for name in names], units),
            "node": np.tile(names, units),
            "score": field.score[:, base].reshape(-1),
        }
    )


def _means(table: pd.DataFrame, level: list[str]) -> pd.DataFrame:
    table["value"] = table["score"] * table["weight"]
    sums = table.groupby(level, sort=False)[["value", "weight"]].sum().reset_index()
    sums["score"] = sums["value"] / sums["weight"]
    return sums.drop(columns=["value", "weight"])


def speed(field: Contest) -> None:
    scores, weights = base_of(field)
    few = next(draw_weights(field.upper, Assumptions(draws=DRAWS)))[:FEW_DRAWS]
    counted = count_ranks(field, [few]).ranks
    differ = np.abs(acceptability(field) - loop(field)).sum()
    assert differ <= DRAWS * UNITS * 1e-5, differ  # the loop knows no ties within the tolerance of 1e-9
    np.testing.assert_array_equal(counted, every_draw_anew(field, FEW_DRAWS))
    costs = side_by_side(
        {
            "product": total(lambda: acceptability(field)),
            "floor": floor(scores, weights),
            "loop": total(lambda: loop(field)),
            "anew": total(lambda: every_draw_anew(field, FEW_DRAWS)),
        }
    )
    costs["anew"] = [cost * DRAWS / FEW_DRAWS for cost in costs["anew"]]
    what = f"{DRAWS:,} draws x {UNITS} units x {sum(CAPABILITIES)} nodes"
    report("P5", f"{what} / matrix product and sort alone", ratio(costs, "product", "floor"), "<= 16", "<= 8")
    report("P5", f"{what}: numpy loop / product", ratio(costs, "loop", "product"), ">= 12", ">= 25")
    report("P7", f"{what}: pandas anew per draw / product", ratio(costs, "anew", "product"), ">= 1000", "-")
    print("P7  against COINr itself: only where R is installed; it can vary more than weights")


def peak_of(field: Contest, draws: int) -> float:
    """The most that numpy and Python hold at once during a call beyond what they held before, in MB."""
    tracemalloc.start()
    acceptability(field, draws)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def memory(field: Contest) -> None:
    for draws in (DRAWS, 4 * DRAWS):
        peaks = sorted(peak_of(field, draws) for _ in range(3))
        found = Ratio(peaks[1], peaks[0], peaks[-1])
        report("P6", f"{draws:,} draws x {UNITS} units, extra memory in MB", found, "<= 16", "<= 16")


def page(folder: Path) -> AppTest:
    """Drawing the page that compares the demo's branches, once the app is warm."""
    logging.disable(logging.WARNING)
    config.set_option("browser.gatherUsageStats", False)  # noqa: FBT003 - streamlit's own signature
    os.environ["GAPLINE_STORE"] = str(folder / "demo.sqlite3")
    store = open_store(folder / "demo.sqlite3")
    load_demo(store, FileShelf())
    store.close()
    app = AppTest.from_file(APP, default_timeout=60).run()
    app.switch_page("assessment/ui/pages/compare.py").run()
    assert not app.exception
    assert app.get("vega_lite_chart")  # a failure is a sentence on the page, no exception
    return app


def against_a_page() -> None:
    """30 units on the shipped rubric, with wins of all pairs, tie groups and dominance."""
    rubric = FileShelf().rubric("crm-five-capabilities")
    values = np.random.default_rng(7).integers(0, 11, (30, len(rubric.indicators))) / 2
    ranked = rank_matrix(rubric, [f"u{k}" for k in range(30)], values)
    with tempfile.TemporaryDirectory() as folder:
        render = page(Path(folder)).run
        draw = partial(robustness, ranked, Assumptions(draws=DRAWS))
        costs = call_by_call({"product": draw, "page": render}, 5)
    took = {name: statistics.median(each) * 1000 for name, each in costs.items()}
    print(f"-   {took['product']:.0f} ms for the draws, {took['page']:.0f} ms of the server for the page")
    what = f"{DRAWS:,} draws x 30 units x {len(rubric.indicators)} indicators, with pairs / drawing a page"
    report("P5", what, ratio(costs, "product", "page"), "<= 1", "<= 1")


def main() -> None:
    field = field_of(large_rubric(), UNITS)
    speed(field)
    memory(field)
    against_a_page()


if __name__ == "__main__":
    main()
