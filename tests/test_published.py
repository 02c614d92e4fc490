import datetime as dt
import sys

import pytest

from assessment.benchmark import Benchmark, Operator, PublishedScore
from assessment.edges.shelf import FileShelf
from assessment.errors import SolverMissingError
from assessment.published import PublishedComparison, compare_published
from assessment.rubric import Node, Rubric

Printed = dict[str, tuple[float, tuple[float | None, ...]]]

NAMES = {"ct": "china-telecom", "sz": "shenzhen-telecom", "gz": "guangzhou-telecom"}
IMPOSSIBLE = {
    "products.portfolio",
    "products.development",
    "organisation.skills",
    "integration.information",
    "integration.partners",
}
RANGES: dict[str, list[tuple[float, float]]] = {
    "insight.collect": [(0.185, 0.235), (0.330, 0.350), (0.220, 0.260), (0.200, 0.220)],
    "insight.manage": [(0.330, 0.335), (0.248, 0.255), (0.000, 0.010), (0.410, 0.418)],
    "insight.generate": [(0, 0.345), (0, 0.307), (0, 0.405), (0, 0.625), (0, 0.405), (0, 0.665), (0, 0.307)],
    "products.brand": [(0.495, 0.505), (0.495, 0.505)],
    "interaction.operations": [
        (0, 0.04),
        (0.460, 0.600),
        (0, 0.12),
        (0.163, 0.343),
        (0, 0.06),
        (0.083, 0.197),
    ],
    "interaction.management": [(0.22, 0.26), (0.23, 0.25), (0.49, 0.55)],
    "organisation.governance": [(1, 1)],
    "integration.market": [(0.745, 0.755), (0.245, 0.255)],
}


def area(size: int, min_coverage: float = 0.6) -> Rubric:
    leaves = tuple(Node(id=f"a.{k}", name=f"{k}") for k in range(size))
    node = Node(id="a", name="a", children=leaves)
    return Rubric(
        id="r", version="1", name="r", tiers=("area", "indicator"), tree=(node,), min_coverage=min_coverage
    )


def benchmark_of(printed: Printed) -> Benchmark:
    scores = []
    for operator, (composite, leaves) in printed.items():
        scores.append(
            PublishedScore(operator=operator, node="a", score=composite, printed=f"{composite:.2f}")
        )
        scores += [
            PublishedScore(operator=operator, node=f"a.{k}", score=leaf) for k, leaf in enumerate(leaves)
        ]
    return Benchmark(
        id="b",
        title="b",
        publisher="p",
        date=dt.date(2003, 9, 28),
        obtained="by hand",
        rubric="r",
        operators=tuple(Operator(id=operator, name=operator) for operator in printed),
        scores=tuple(scores),
    )


def compared(printed: Printed, min_coverage: float = 0.6) -> dict[str, PublishedComparison]:
    size = len(next(iter(printed.values()))[1])
    found = compare_published(area(size, min_coverage), benchmark_of(printed))
    return {comparison.operator: comparison for comparison in found}


def test_a_composite_that_is_our_mean_is_equal() -> None:
    found = compared({"x": (1.67, (1.0, 2.0, 2.0))})["x"]
    assert found.verdict == "equal"
    assert found.computed == pytest.approx(5 / 3)
    assert found.difference == pytest.approx(1.67 - 5 / 3)
    assert found.printed == "1.67"


def test_a_composite_outside_its_indicators_is_impossible() -> None:
    assert compared({"x": (2.05, (3.0, 2.5, 2.5))})["x"].verdict == "impossible"


def test_weights_that_explain_a_composite_are_given_as_ranges() -> None:
    found = compared({"x": (1.75, (1.0, 2.0))})["x"]
    assert found.verdict == "weights"
    first, second = found.weight_ranges
    assert (first.indicator, second.indicator) == ("a.0", "a.1")
    assert (first.low, first.high) == pytest.approx((0.245, 0.255), abs=1e-6)
    assert (second.low, second.high) == pytest.approx((0.745, 0.755), abs=1e-6)


def test_units_that_need_different_weights_clash() -> None:
    found = compared({"x": (1.2, (1.0, 2.0)), "y": (1.8, (1.0, 2.0)), "z": (1.5, (1.0, 2.0))})
    assert [comparison.verdict for comparison in found.values()] == ["clash", "clash", "equal"]
    assert all(comparison.weight_ranges == () for comparison in found.values())


def test_a_lost_indicator_leaves_the_unit_out_and_the_others_explained() -> None:
    found = compared({"x": (4.0, (None, 2.0, 2.0)), "y": (1.25, (1.0, 2.0, 2.0))})
    assert found["x"].verdict == "illegible"
    assert found["x"].computed == 2
    assert found["x"].weight_ranges == ()
    assert found["y"].verdict == "weights"


def test_below_the_minimum_coverage_we_compute_nothing() -> None:
    found = compared({"x": (2.0, (None, 2.0))})["x"]
    assert (found.computed, found.difference, found.verdict) == (None, None, "illegible")


def test_what_has_no_published_indicators_or_no_figure_is_left_out() -> None:
    scores = (
        PublishedScore(operator="x", node="a", score=2),
        PublishedScore(operator="x", node="a.0", score=2),
        PublishedScore(operator="y", node="a", score=None),
        PublishedScore(operator="y", node="elsewhere", score=2),
    )
    benchmark = benchmark_of({}).model_copy(update={"scores": scores})
    assert compare_published(area(2), benchmark) == ()


def test_without_the_solver_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(SolverMissingError, match=r"gapline\[analysis\]"):
        compared({"x": (1.75, (1.0, 2.0))})


@pytest.fixture(scope="module")
def study() -> dict[tuple[str, str], PublishedComparison]:
    shelf = FileShelf()
    found = compare_published(shelf.rubric("crm-five-capabilities"), shelf.benchmark("operators-2003"))
    return {(comparison.operator, comparison.node): comparison for comparison in found}


Study = dict[tuple[str, str], PublishedComparison]


def test_the_2003_study_has_41_testable_composites(study: Study) -> None:
    verdicts = [comparison.verdict for comparison in study.values()]
    assert len(verdicts) == 41
    assert verdicts.count("equal") == 13
    assert verdicts.count("impossible") == 5
    assert verdicts.count("illegible") == 1


def test_the_impossible_and_the_illegible_are_all_of_shenzhen(study: Study) -> None:
    places = {place for place, comparison in study.items() if comparison.verdict == "impossible"}
    assert places == {(NAMES["sz"], node) for node in IMPOSSIBLE}
    assert study[NAMES["sz"], "insight.generate"].verdict == "illegible"


def test_eight_composites_have_one_weight_set_for_all_units(study: Study) -> None:
    found = {node: c.weight_ranges for (_, node), c in study.items() if c.weight_ranges}
    assert set(found) == set(RANGES)
    for node, ranges in found.items():
        for bounds, expected in zip(ranges, RANGES[node], strict=True):
            assert (bounds.low, bounds.high) == pytest.approx(expected, abs=6e-4), bounds.indicator


@pytest.mark.parametrize(
    ("unit", "node", "difference"),
    [
        ("ct", "insight.generate", 1.34 - 11 / 7),
        ("sz", "interaction.operations", 1.99 - 8.5 / 6),
        ("gz", "products.portfolio", 0.05),
        ("sz", "organisation.skills", -1.0),
    ],
)
def test_the_difference_to_our_mean_is_that_of_the_study(
    study: Study, unit: str, node: str, difference: float
) -> None:
    assert study[NAMES[unit], node].difference == pytest.approx(difference)
