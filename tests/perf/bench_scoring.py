"""P1-P4: 100,000 units, the memory of a million, 100 units against pandas, one unit in the interview."""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from assessment.edges.shelf import FileShelf
from assessment.explanation import explain
from assessment.matrix import BLANK
from assessment.ratings import Rating
from assessment.rubric import Rubric
from assessment.scoring import STATES, Scorer
from tests.perf.timing import Ratio, ratio, report, side_by_side, total

RESULTS = 4  # score, coverage and both bounds: four times the floor is the yardstick
STEPS = 11
LEAST_COVERAGE = 0.6 - 1e-9

Codes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def answers(units: int, indicators: int) -> tuple[Codes, Flags]:
    """Codes with 5 % not assessed, and 5 % not applicable."""
    rng = np.random.default_rng(2003)
    codes = rng.integers(0, STEPS, (units, indicators), np.uint8)
    codes[rng.integers(0, 100, codes.shape, np.uint8) < 5] = BLANK
    return codes, rng.integers(0, 100, codes.shape, np.uint8) < 5


def as_scores(codes: Codes, not_applicable: Flags) -> npt.NDArray[np.float64]:
    """The same as scores, NaN where there is none."""
    return np.where((codes == BLANK) | not_applicable, np.nan, codes * 0.5)


def long_table(rubric: Rubric, codes: Codes, not_applicable: Flags) -> pd.DataFrame:
    """One row per unit and indicator: score, whether it applies, and the two nodes above."""
    above = [[node.id for node in rubric.path(leaf.id)] for leaf in rubric.indicators]
    units, indicators = codes.shape
    return pd.DataFrame(
        {
            "unit": np.repeat(np.arange(units), indicators),
            "dimension": pd.Categorical(np.tile([path[1] for path in above], units)),
            "capability": pd.Categorical(np.tile([path[2] for path in above], units)),
            "score": as_scores(codes, not_applicable).reshape(-1),
            "coverage": (~not_applicable & (codes != BLANK)).reshape(-1).astype(float),
            "weight": (~not_applicable).reshape(-1).astype(float),
        }
    )


def groupby_sum(table: pd.DataFrame) -> "pd.Series[float]":
    """The one groupby that the lowest level of one result needs, and nothing else."""
    return table.groupby(["unit", "capability"], observed=True)["score"].sum()


def naive_peer(table: pd.DataFrame) -> pd.DataFrame:
    """Three levels with coverage the way it is first written in pandas: apply a mean, level by level."""

    def mean(children: pd.DataFrame) -> pd.Series:
        applies = children["weight"].sum()
        coverage = children["coverage"].sum() / applies if applies else 0.0
        score = children["score"].mean() if coverage >= LEAST_COVERAGE else np.nan
        counted = 0.0 if np.isnan(score) else coverage
        return pd.Series({"score": score, "coverage": counted, "weight": float(applies > 0)})

    for level in (["unit", "dimension", "capability"], ["unit", "dimension"], ["unit"]):
        table = table.groupby(level, observed=True).apply(mean).reset_index()
    return table


def check_overall(scorer: Scorer, codes: Codes, not_applicable: Flags) -> None:
    """The product and the naive peer agree on every unit that has a score."""
    found = scorer.inner(codes, not_applicable)
    naive = naive_peer(long_table(scorer.rubric, codes, not_applicable))
    scored = found.states[:, 0] == STATES.index("scored")
    np.testing.assert_allclose(found.score[:, 0], naive["score"], atol=1e-12)
    np.testing.assert_allclose(found.coverage[scored, 0], naive["coverage"][scored], atol=1e-12)


def many_units(scorer: Scorer) -> None:
    codes, not_applicable = answers(100_000, len(scorer.rubric.indicators))
    check_overall(scorer, codes[:50], not_applicable[:50])
    values = as_scores(codes, not_applicable)
    floor = np.nan_to_num(values)
    table = long_table(scorer.rubric, codes, not_applicable)
    costs = side_by_side(
        {
            "codes": total(lambda: scorer.inner(codes, not_applicable, np.float32)),
            "scores": total(lambda: scorer.inner(values, not_applicable, np.float32)),
            "floor": total(floor.sum, repeat=3),
            "pandas": total(lambda: groupby_sum(table)),
        }
    )
    costs["yardstick"] = [cost * RESULTS for cost in costs["floor"]]
    costs["peer"] = [cost * RESULTS for cost in costs["pandas"]]
    what = "100,000 units, score + coverage + both bounds / 4 x sum of the matrix"
    report("P1", f"{what}, codes", ratio(costs, "codes", "yardstick"), "<= 25", "<= 10")
    report("P1", f"{what}, floats", ratio(costs, "scores", "yardstick"), "<= 25", "<= 10")
    faster = ratio(costs, "peer", "codes")
    report(
        "P1", "100,000 units, 4 x pandas groupby-sum of the lowest level / product", faster, ">= 20", ">= 20"
    )


def peak_of(action: Callable[[], object]) -> int:
    """Bytes above what the process held before; Linux only."""
    process = Path("/proc/self")
    (process / "clear_refs").write_text("5")  # the high-water mark starts again
    before = _status(process, "VmRSS")
    result = action()
    after = _status(process, "VmHWM")
    del result
    return after - before


def _status(process: Path, name: str) -> int:
    lines = (process / "status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(name))


def memory(scorer: Scorer) -> None:
    if not sys.platform.startswith("linux"):
        print("P2  peak memory: measured on Linux only")
        return
    codes, not_applicable = answers(1_000_000, len(scorer.rubric.indicators))
    yardstick = RESULTS * codes.size * 8
    peaks = [peak_of(lambda: scorer.inner(codes, not_applicable, np.float32)) / yardstick for _ in range(3)]
    found = Ratio(sorted(peaks)[1], min(peaks), max(peaks))
    report(
        "P2", "1,000,000 units, extra memory / 4 x float64 input, 32-bit results", found, "<= 0.4", "<= 0.3"
    )


def few_units(scorer: Scorer) -> None:
    codes, not_applicable = answers(100, len(scorer.rubric.indicators))
    check_overall(scorer, codes, not_applicable)
    table = long_table(scorer.rubric, codes, not_applicable)
    costs = side_by_side(
        {
            "product": total(lambda: scorer.inner(codes, not_applicable), repeat=100),
            "naive": total(lambda: naive_peer(table)),
        }
    )
    what = "100 units: groupby.apply over three levels, no bounds / product, with bounds"
    report("P3", what, ratio(costs, "naive", "product"), ">= 3000", ">= 10000")


Plan = list[tuple[str, list[tuple[str, float]]]]


def plain_plan(rubric: Rubric) -> Plan:
    """Node -> its children and weights, the lowest nodes first."""
    inner = [node for node in reversed(rubric.nodes) if node.children]
    return [(node.id, [(child.id, child.weight) for child in node.children]) for node in inner]


def plain_loop(plan: Plan, ratings: dict[str, Rating]) -> dict[str, float]:
    """What anybody would write: scores with their coverage, no bounds, no states, no trail."""
    scores: dict[str, float] = {}
    covers: dict[str, float] = {}
    for indicator, rating in ratings.items():
        if rating.score is not None:
            scores[indicator], covers[indicator] = rating.score, 1.0
        elif rating.state == "unknown":
            covers[indicator] = 0.0
    for node, children in plan:
        weight = applies = value = assessed = 0.0
        for child, share in children:
            if child in covers:
                applies += share
                if child in scores:
                    weight += share
                    value += share * scores[child]
                    assessed += share * covers[child]
        if applies:
            covers[node] = assessed / applies
            if covers[node] >= LEAST_COVERAGE:
                scores[node] = value / weight
    return scores


def ratings_of(rubric: Rubric, codes: list[int], not_applicable: list[bool]) -> dict[str, Rating]:
    """One unit's answers as ratings."""
    found = {}
    for leaf, code, away in zip(rubric.indicators, codes, not_applicable, strict=True):
        said: dict[str, object] = {"state": "unknown"} if code == BLANK else {"score": code * 0.5}
        if away:
            said = {"state": "na", "note": "no such service"}
        where = {"unit": "u", "wave": "1", "rater": "r", "indicator": leaf.id}
        found[leaf.id] = Rating.model_validate(where | said)
    return found


def one_unit(scorer: Scorer) -> None:
    codes, not_applicable = answers(1, len(scorer.rubric.indicators))
    partial = ratings_of(scorer.rubric, codes[0].tolist(), not_applicable[0].tolist())
    full = ratings_of(scorer.rubric, [5] * len(partial), [False] * len(partial))
    compare_with_loop(scorer, full, "all assessed")
    compare_with_loop(scorer, partial, "10 % missing")


def compare_with_loop(scorer: Scorer, ratings: dict[str, Rating], case: str) -> None:
    plan, root = plain_plan(scorer.rubric), scorer.rubric.root.id
    expected = plain_loop(plan, ratings)
    found = {node: result.score for node, result in scorer.unit(ratings).items() if result.score is not None}
    assert found.keys() == expected.keys()
    np.testing.assert_allclose(list(found.values()), [expected[node] for node in found], atol=1e-12)
    costs = side_by_side(
        {
            "product": total(lambda: scorer.unit(ratings), repeat=500),
            "why": total(lambda: explain(scorer, ratings, root), repeat=500),
            "loop": total(lambda: plain_loop(plan, ratings), repeat=500),
        }
    )
    what = f"one unit, {case}, every node with bounds"
    report("P4", f"{what} / plain loop", ratio(costs, "product", "loop"), "<= 5", "<= 2")
    report("P4", f"{what}, and why / plain loop", ratio(costs, "why", "loop"), "<= 5", "<= 2")


def main() -> None:
    scorer = Scorer(FileShelf().rubric("crm-five-capabilities"))
    many_units(scorer)
    memory(scorer)
    few_units(scorer)
    one_unit(scorer)


if __name__ == "__main__":
    main()
