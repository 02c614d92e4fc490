import itertools
from collections.abc import Sequence
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import matrix, matrix_rules
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Rule, Scale
from assessment.scoring import STATES, NodeScore, Scorer

FIGURES = ("score", "low", "high", "coverage")
Cell = float | str | None
ON_THE_SCALE: tuple[Rule, ...] = ("mean", "geometric", "harmonic", "median", "min")  # a stage is a count


@st.composite
def nodes(draw: st.DrawFn, depth: int, rules: Sequence[Rule], names: "itertools.count[int]") -> Node:
    name = f"n{next(names)}"
    traits: dict[str, Any] = {
        "weight": draw(st.sampled_from([0.0, 0.5, 1.0, 1.0, 1.0, 2.0, 3.7])),
        "stage": draw(st.integers(1, 3)),
    }
    if depth and draw(st.integers(0, 3)):
        children = tuple(draw(nodes(depth - 1, rules, names)) for _ in range(draw(st.integers(1, 4))))
        met_at = draw(st.sampled_from([None, 2.0, 3.0]))
        rule = draw(st.sampled_from(rules))
        traits |= {"children": children, "rule": rule, "met_at": met_at}
    return Node(id=name, name=name, **traits)


@st.composite
def rubrics(
    draw: st.DrawFn,
    least_coverage: tuple[float, ...] = (0.0, 0.5, 0.6, 1.0),
    rules: Sequence[Rule] = get_args(Rule),
) -> Rubric:
    names = itertools.count()
    return Rubric(
        id="r",
        version="1",
        name="r",
        scale=Scale(min=draw(st.sampled_from([0.0, 1.0])), max=5),
        tiers=("a", "b", "c", "d", "e"),
        min_coverage=draw(st.sampled_from(least_coverage)),
        blank_as=draw(st.sampled_from([None, None, "min"])),
        tree=tuple(draw(nodes(3, rules, names)) for _ in range(draw(st.integers(1, 3)))),
    )


@st.composite
def answers(draw: st.DrawFn, rubric: Rubric) -> list[dict[str, Cell]]:
    cells = st.sampled_from(["na", None, *rubric.scale.steps()])
    complete = st.sampled_from(rubric.scale.steps())
    kind = draw(st.sampled_from([cells, cells, complete]))
    return [{leaf.id: draw(kind) for leaf in rubric.indicators} for _ in range(draw(st.integers(1, 4)))]


def as_ratings(unit: dict[str, Cell]) -> dict[str, Rating]:
    found = {}
    for indicator, cell in unit.items():
        said: dict[str, Any] = {"state": "unknown"} if cell is None else {"score": cell}
        if cell == "na":
            said = {"state": "na", "note": "no such service"}
        found[indicator] = Rating(unit="u", wave="w", rater="r", indicator=indicator, **said)
    return found


def as_matrix(units: list[dict[str, Cell]]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    cells = [[None if cell == "na" else cell for cell in said.values()] for said in units]
    return np.array(cells, float), np.array([[cell == "na" for cell in said.values()] for said in units])


def as_codes(rubric: Rubric, values: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    steps = np.round((values - rubric.scale.min) / (rubric.scale.step or 1))
    return np.where(np.isnan(values), matrix.BLANK, steps).astype(np.uint8)


def assert_same(results: dict[str, NodeScore], scores: matrix.NodeScores, unit: int) -> None:
    for column, node in enumerate(scores.nodes):
        result = results[node]
        assert STATES[scores.states[unit, column]] == result.state, node
        for name in FIGURES:
            found, expected = getattr(scores, name)[unit, column], getattr(result, name)
            assert found == pytest.approx(np.nan if expected is None else expected, abs=1e-12, nan_ok=True), (
                node
            )


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_unit_and_many_units_get_the_same_results(data: st.DataObject) -> None:
    rubric = data.draw(rubrics())
    units = data.draw(answers(rubric))
    scorer = Scorer(rubric)
    values, not_applicable = as_matrix(units)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matrix_rules, "FEW_UNITS", data.draw(st.sampled_from([0, 256])))
        floats = scorer.matrix(values, not_applicable)
        codes = scorer.matrix(as_codes(rubric, values), not_applicable)
    for place, said in enumerate(units):
        results = scorer.unit(as_ratings(said))
        assert_same(results, floats, place)
        assert_same(results, codes, place)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_without_a_minimum_coverage_every_score_lies_within_its_bounds(data: st.DataObject) -> None:
    rubric = data.draw(rubrics(least_coverage=(0.0,), rules=ON_THE_SCALE))
    for said in data.draw(answers(rubric)):
        for result in Scorer(rubric).unit(as_ratings(said)).values():
            if result.score is not None:
                assert result.low is not None
                assert result.high is not None
                assert result.low - 1e-9 <= result.score <= result.high + 1e-9


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_the_inner_nodes_alone_have_the_same_columns(data: st.DataObject) -> None:
    rubric = data.draw(rubrics())
    values, not_applicable = as_matrix(data.draw(answers(rubric)))
    every, inner = (score(values, not_applicable) for score in (Scorer(rubric).matrix, Scorer(rubric).inner))
    assert inner.nodes == tuple(node.id for node in rubric.nodes if not node.is_indicator)
    for name in (*FIGURES, "states"):
        columns = [every.column(node) for node in inner.nodes]
        np.testing.assert_array_equal(getattr(every, name)[:, columns], getattr(inner, name))


SMALL = Rubric(
    id="r",
    version="1",
    name="r",
    tiers=("area", "indicator"),
    tree=(
        Node(id="a", name="a", children=(Node(id="a1", name="a1"), Node(id="a2", name="a2", weight=2))),
        Node(id="b", name="b", children=(Node(id="b1", name="b1"), Node(id="b2", name="b2"))),
    ),
)


def test_parents_of_indicators_need_not_be_neighbours() -> None:
    def area(name: str, *children: Node) -> Node:
        leaves = tuple(Node(id=f"{name}{k}", name="l", weight=k) for k in (1, 2))
        return Node(id=name, name="n", children=children or leaves)

    between = Node(id="x", name="x", weight=3)
    deeper = (
        area("d", area("e"), area("f")),
        area("g", area("h")),
        Node(id="y", name="y"),
        area("i", area("j")),
    )
    tree = (area("a"), between, area("b"), area("c"), *deeper)
    rubric = Rubric(id="r", version="1", name="r", tiers=("1", "2", "3", "4"), tree=tree)
    unit: dict[str, Cell] = {
        leaf.id: (None, "na", 1.0, 2.5, 4.0)[k % 5] for k, leaf in enumerate(rubric.indicators)
    }
    scorer = Scorer(rubric)
    assert_same(scorer.unit(as_ratings(unit)), scorer.matrix(*as_matrix([unit])), 0)


def test_more_units_than_fit_a_chunk_are_scored_like_few() -> None:
    rng = np.random.default_rng(1)
    codes = rng.choice(np.array([0, 3, 10, 255], np.uint8), (2 * matrix.CHUNK + 7, 4))
    not_applicable = rng.random(codes.shape) < 0.1
    whole = Scorer(SMALL).matrix(codes, not_applicable)
    for unit in (0, matrix.CHUNK - 1, matrix.CHUNK, 2 * matrix.CHUNK + 6):
        alone = Scorer(SMALL).matrix(codes[[unit]], not_applicable[[unit]])
        for name in (*FIGURES, "states"):
            np.testing.assert_array_equal(getattr(whole, name)[[unit]], getattr(alone, name))


def test_results_can_be_had_in_32_bits_with_the_same_states() -> None:
    codes = np.array([[6, 4, 2, 255], [255, 255, 255, 1]], np.uint8)
    wide, narrow = Scorer(SMALL).matrix(codes), Scorer(SMALL).matrix(codes, dtype=np.float32)
    assert narrow.score.dtype == np.float32
    np.testing.assert_allclose(wide.score, narrow.score, rtol=1e-6)
    np.testing.assert_array_equal(wide.states, narrow.states)
    assert wide.score[0, wide.column("a")] == pytest.approx((3 + 2 * 2) / 3)


def test_a_value_that_does_not_apply_is_ignored() -> None:
    values = np.array([[5.0, 1.0, 2.0, 2.0]])
    found = Scorer(SMALL).matrix(values, np.array([[True, False, False, False]]))
    assert found.score[0, found.column("a")] == 1


def test_no_units_give_no_rows() -> None:
    assert Scorer(SMALL).matrix(np.empty((0, 4))).score.shape == (0, 7)


@pytest.mark.parametrize(
    ("values", "not_applicable", "complaint"),
    [
        (np.zeros((2, 3)), None, "expected units x 4 indicators"),
        (np.zeros(4), None, "expected units x 4 indicators"),
        (np.zeros((2, 4)), np.zeros((1, 4), bool), "not_applicable is"),
        (np.full((1, 4), 11, np.uint8), None, "code 11 is above"),
    ],
)
def test_a_matrix_that_does_not_fit_the_rubric_is_refused(
    values: npt.NDArray[Any], not_applicable: npt.NDArray[np.bool_] | None, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        Scorer(SMALL).matrix(values, not_applicable)


def test_codes_need_a_scale_with_steps() -> None:
    rubric = SMALL.model_copy(update={"scale": Scale(step=None)})
    with pytest.raises(ValueError, match="scale with steps"):
        Scorer(rubric).matrix(np.zeros((1, 4), np.uint8))
