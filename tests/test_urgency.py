"""What a gap matters: the checks of the method, and what must hold for every figure."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.rubric import Scale
from assessment.urgency import above_target, contour, gap, required_level, urgency, urgency_class

FIVE = Scale()
ONE_TO_FIVE = Scale(min=1, max=5)
SHARES = st.floats(0, 1)
LEVELS = st.floats(0, 5)


def test_the_checks_of_the_method() -> None:
    assert urgency(1, gap(0, 5, FIVE)) == 1
    assert urgency(1, gap(5, 5, FIVE)) == 0
    assert urgency(0.8, gap(2, 4, FIVE)) == pytest.approx(0.5657, abs=5e-5)  # sqrt(.8 x .4)
    assert contour(0.5, 0.5, 5, FIVE) == 2.5  # 5 - 5 x .25 / .5


def test_a_gap_is_a_share_of_the_rubrics_own_scale() -> None:
    assert gap(2, 4, FIVE) == pytest.approx(0.4)
    assert gap(2, 4, ONE_TO_FIVE) == pytest.approx(0.5)


def test_above_the_target_there_is_no_gap_and_it_is_said() -> None:
    assert gap(4.5, 4, FIVE) == 0
    assert above_target(4.5, 4)
    assert not above_target(4 + 1e-12, 4)


@pytest.mark.parametrize(
    ("figure", "name"),
    [(0, "watch"), (0.2499, "watch"), (0.25, "plan"), (0.5, "soon"), (0.75, "now"), (1, "now")],
)
def test_the_classes_begin_at_their_bounds(figure: float, name: str) -> None:
    assert urgency_class(figure) == name
    assert urgency_class(figure + 1e-12) == urgency_class(figure - 1e-12)


def test_nothing_is_urgent_that_is_not_important() -> None:
    assert contour(0.5, 0, 5, FIVE) == -math.inf
    assert contour(0, 0, 4, FIVE) == 4


def test_what_is_important_asks_for_a_higher_level() -> None:
    assert required_level(0.5, FIVE) == pytest.approx(3)  # 1 + 4 x .5
    assert required_level(1, ONE_TO_FIVE) == pytest.approx(5)
    assert required_level(0, ONE_TO_FIVE) == pytest.approx(1.8)  # 1 + a fifth of four


@given(SHARES, LEVELS, LEVELS)
def test_an_urgency_is_a_share_and_zero_without_a_gap(importance: float, level: float, target: float) -> None:
    figure = urgency(importance, gap(level, target, FIVE))

    assert 0 <= figure <= 1
    assert figure == 0 or target > level


@given(SHARES, SHARES, LEVELS, LEVELS, LEVELS)
def test_more_importance_or_a_lower_level_is_never_less_urgent(
    one: float, two: float, level: float, other: float, target: float
) -> None:
    less, more = sorted((one, two))
    low, high = sorted((level, other))

    assert urgency(less, gap(high, target, FIVE)) <= urgency(more, gap(low, target, FIVE))


@given(st.floats(0.01, 1), st.floats(0.05, 1), LEVELS)
def test_on_its_contour_a_level_has_that_urgency(c: float, importance: float, target: float) -> None:
    level = contour(c, importance, target, FIVE)

    assert urgency(importance, gap(level, target, FIVE)) == pytest.approx(c)
