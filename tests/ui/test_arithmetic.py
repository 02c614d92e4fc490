"""The arithmetic that is shown gives the score that is shown."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.explanation import Explanation, explain
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Rule, Scale
from assessment.ui.components.arithmetic import arithmetic, figure

SCORES = st.lists(st.integers(2, 10).map(lambda steps: steps / 2), min_size=1, max_size=6)


def explained(rule: Rule, scores: list[float], weights: list[float] | None = None) -> Explanation:
    weights = weights or [1.0] * len(scores)
    leaves = tuple(Node(id=f"i{k}", name=f"I{k}", weight=w) for k, w in enumerate(weights))
    top = Node(id="top", name="Top", rule=rule, children=leaves)
    rubric = Rubric(
        id="r", version="1", name="R", scale=Scale(min=1), tiers=("top", "indicator"), tree=(top,)
    )
    ratings = {
        f"i{k}": Rating(unit="u", wave="w", rater="r", indicator=f"i{k}", score=score)
        for k, score in enumerate(scores)
    }
    return explain(rubric, ratings, "top")


def recomputed(shown: str) -> float:
    """What a reader's calculator gives for the left side."""
    left = shown.rpartition(" = ")[0]
    code = left.replace("×", "*").replace("÷", "/").replace("^", "**")
    known = {"min": lambda *values: min(values), "median": lambda *values: statistics.median(values)}
    return float(eval(code, {"__builtins__": {}}, known))  # noqa: S307 - our own formula


def test_equal_weights_are_a_plain_mean() -> None:
    assert arithmetic(explained("mean", [1.0, 2.0, 1.5, 1.0])) == "(1 + 2 + 1.5 + 1) ÷ 4 = 1.375"


def test_other_weights_stand_beside_their_scores() -> None:
    assert arithmetic(explained("mean", [1.0, 2.5], [2, 1])) == "(2 × 1 + 1 × 2.5) ÷ 3 = 1.5"


def test_a_geometric_mean_multiplies() -> None:
    assert arithmetic(explained("geometric", [1.0, 2.0, 3.0])) == "(1 × 2 × 3)^(1 ÷ 3) = 1.8171"


def test_without_a_score_there_is_no_arithmetic() -> None:
    nothing = explained("mean", [1.0])
    assert arithmetic(Explanation(nothing.result, nothing.rule, ())) == ""


def test_figures_carry_no_needless_decimals() -> None:
    assert [figure(value) for value in (2.0, 1.375, 5 / 3, -0.25)] == ["2", "1.375", "1.6667", "−0.25"]


@pytest.mark.parametrize("rule", ["mean", "geometric", "harmonic", "median", "min"])
@given(scores=SCORES, data=st.data())
def test_the_left_side_gives_the_right_side(rule: Rule, scores: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 4).map(float), min_size=len(scores), max_size=len(scores)))
    found = explained(rule, scores, weights)
    assert found.result.score is not None
    assert math.isclose(recomputed(arithmetic(found)), found.result.score, abs_tol=5e-4)
