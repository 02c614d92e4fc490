"""Projected against re-assessed scores, node by node."""

import datetime as dt

import pytest

from assessment.follow_through import followed
from assessment.initiatives import Initiative, Lift
from assessment.outcomes import Outcome, outcomes, phases_over, unfinished_by_node
from assessment.roadmap import Plan, PlanSettings
from assessment.roadmap_records import KeptPlan, PickedInitiative, Progress, Promise
from tests.small_rubric import RUBRIC

PROMISES = (
    Promise(phase=0, node="a", score=1.0, low=1.0, high=1.0),
    Promise(phase=2, node="a", score=2.0, low=1.5, high=2.5),
    Promise(phase=2, node="b"),
    Promise(phase=2, node="a.1", score=3.0),
)


def found(reached: float | None) -> Outcome:
    (one,) = outcomes(PROMISES, 2, {"a": reached}, ["a"], {})
    return one


@pytest.mark.parametrize(
    ("reached", "verdict"),
    [
        (1.49, "behind"),
        (1.5, "as-projected"),
        (2.5, "as-projected"),
        (2.51, "ahead"),
        (None, "not-assessed"),
    ],
)
def test_a_score_within_low_and_high_came_out_as_projected(reached: float | None, verdict: str) -> None:
    assert found(reached).verdict == verdict


def test_an_outcome_has_the_score_before_the_projection_and_the_difference() -> None:
    one = found(2.25)
    assert (one.before, one.projected, one.low, one.high, one.difference) == (1.0, 2.0, 1.5, 2.5, 0.25)
    assert found(None).difference is None


def test_a_node_without_a_projection_is_left_out_and_one_without_a_range_has_none() -> None:
    (one,) = outcomes(PROMISES, 2, {}, ["b", "a.1", "unknown"], {"a.1": ["i"]})
    assert (one.node, one.before, one.low, one.high, one.unfinished) == ("a.1", None, 3.0, 3.0, ("i",))


def test_a_phase_is_over_once_its_last_day_has_passed() -> None:
    settings = PlanSettings(phases=2, phase_months=3, start=dt.date(2027, 1, 1))
    days = [dt.date(2027, 3, 31), dt.date(2027, 4, 1), dt.date(2028, 1, 1)]
    assert [phases_over(settings, day) for day in days] == [0, 1, 2]
    assert phases_over(PlanSettings(), days[0]) is None


def test_what_should_be_done_and_is_not_stands_at_every_node_that_it_lifts_and_above() -> None:
    def item(key: str, node: str) -> PickedInitiative:
        return PickedInitiative(
            unit="u", initiative=Initiative(id=key, name=key, lifts=(Lift(node=node, levels=1),))
        )

    plan = KeptPlan(
        id="p",
        unit="u",
        wave="w",
        name="P",
        settings=PlanSettings(),
        plan=Plan(starts={"late": 1, "done": 1, "later": 3}),
    )
    items = [item("late", "a.1"), item("done", "a.2"), item("later", "b"), item("unplanned", "b")]
    done = Progress(unit="u", initiative="done", status="done", percent=100)
    standing = followed(items, [done], plan, dt.date(2027, 1, 1))
    assert unfinished_by_node(standing, 2, RUBRIC) == dict.fromkeys((RUBRIC.root.id, "a", "a.1"), ("late",))
