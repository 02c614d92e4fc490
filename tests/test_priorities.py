"""What matters first, recomputed by hand, and what must hold for every rubric and score."""

import datetime as dt
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.assumptions import Assumptions
from assessment.benchmark import Benchmark, Operator, PublishedScore
from assessment.class_draws import class_shares, levels_drawn
from assessment.engagement import Unit
from assessment.importance import AdoptedGrade
from assessment.node_noise import node_noise
from assessment.ports import Place
from assessment.priorities import Ground, Priority, WhatIf, moved, priorities, reweighted
from assessment.ratings import CONSENSUS, Rating, Target
from assessment.scoring import Scorer
from tests.small_rubric import RUBRIC

UNITS = (Unit(id="group", name="Group"), Unit(id="north", name="North", parent="group"))
GRADES = list(RUBRIC.importance)
BENCHMARK = Benchmark(
    id="peers",
    title="Peers",
    publisher="P",
    date=dt.date(2003, 1, 1),
    obtained="read",
    rubric="small",
    operators=(Operator(id="x", name="X"), Operator(id="y", name="Y")),
    scores=(
        PublishedScore(operator="x", node="b", score=4),
        PublishedScore(operator="y", node="b", score=3),
    ),
)


def rated(rater: str = "li", **scores: float | None) -> dict[str, Rating]:
    """`a1=2` is the score of indicator `a.1`; None is not assessed."""
    found = {}
    for name, score in scores.items():
        leaf = f"{name[0]}.{name[1:]}"
        state = "unknown" if score is None else "scored"
        said = {"unit": "north", "wave": "1", "rater": rater, "indicator": leaf, "score": score}
        found[leaf] = Rating.model_validate({**said, "state": state})
    return found


def ground(
    ratings: dict[str, Rating],
    importance: dict[Place, str] | None = None,
    targets: dict[Place, float] | None = None,
    benchmark: Benchmark | None = None,
) -> Ground:
    grades = {place: AdoptedGrade(grade) for place, grade in (importance or {}).items()}
    aims = {place: Target(level=level) for place, level in (targets or {}).items()}
    return Ground(RUBRIC, UNITS, "north", ratings, {"li": ratings}, grades, aims, benchmark)


def at(found: tuple[Priority, ...], node: str) -> Priority:
    return next(one for one in found if one.node == node)


TWO = ground(rated(a1=1, a2=2, b1=2), {("", "a"): "high", ("", "b"): "low"}, {("", "a"): 4.0, ("", "b"): 4.0})


def test_urgency_is_the_root_of_importance_times_gap() -> None:
    a, b = priorities(TWO, "dimension")
    assert (a.node, a.level, a.rank, a.standing) == ("a", 1.5, 1, "soon")
    assert a.gap == pytest.approx(0.5)  # (4 - 1.5) / 5
    assert a.urgency == pytest.approx(math.sqrt(0.5))
    assert b.urgency == pytest.approx(math.sqrt(0.25 * 0.4))
    assert (b.rank, b.standing) == (2, "plan")


def test_the_target_is_ones_own_else_an_inherited_one_else_best_practice_else_the_top() -> None:
    here = ground(rated(a1=1, a2=2, b1=2), {}, {("north", "a"): 3.0}, BENCHMARK)
    aims = {one.node: one.aim for tier in RUBRIC.tiers for one in priorities(here, tier)}
    said = {node: (aim.level, aim.source, aim.operator) for node, aim in aims.items() if aim}
    assert said["a"] == (3, "own", "")
    assert said["a.1"] == (3, "inherited", "")
    assert said["b"] == (4, "benchmark", "x")
    assert said["b.1"] == (5, "top", "")


def test_a_targets_day_and_where_it_was_set_are_kept() -> None:
    due = dt.date(2027, 6, 30)
    here = replace(TWO, targets={("group", "a"): Target(level=3, due=due)})
    aim = at(priorities(here, "dimension"), "a").aim
    assert aim is not None
    assert (aim.source, aim.due, aim.whose) == ("inherited", due, ("group", "a"))


def test_without_an_importance_there_is_no_urgency_and_it_is_said() -> None:
    found = priorities(ground(rated(a1=1, a2=2, b1=2), {("", "b"): "high"}), "dimension")
    assert [one.node for one in found] == ["b", "a"]
    a = at(found, "a")
    assert (a.urgency, a.standing, a.rank, a.missing) == (None, None, None, ("importance",))
    assert a.gap == pytest.approx(0.7)  # to the top of the scale


def test_without_a_level_there_is_no_gap_and_the_state_says_why() -> None:
    found = priorities(ground(rated(a1=1), {("", "a"): "high", ("", "b"): "high"}), "dimension")
    b = at(found, "b")
    assert (b.gap, b.urgency, b.rank, b.missing, b.state) == (None, None, None, ("level",), "no-data")


def test_above_its_target_a_node_is_in_a_class_of_its_own_and_last() -> None:
    here = replace(TWO, targets={("", "a"): Target(level=1), ("", "b"): Target(level=2)})
    found = priorities(here, "dimension")
    assert [(one.node, one.standing, one.urgency) for one in found] == [("b", "watch", 0), ("a", "above", 0)]
    assert [one.rank for one in found] == [1, 2]


def test_equally_urgent_nodes_share_a_rank() -> None:
    here = ground(rated(a1=2, a2=2, b1=2), {("", "a"): "high", ("", "b"): "high"})
    assert [one.rank for one in priorities(here, "dimension")] == [1, 1]
    assert [one.rank for one in priorities(here, "indicator")] == [1, 1, 1]


def test_the_required_level_follows_from_importance_and_the_gap_is_the_urgency() -> None:
    a, b = (at(priorities(TWO, "dimension", "required"), node) for node in "ab")
    assert a.aim is not None
    assert (a.aim.level, a.aim.source) == (5, "required")  # 1 + 4 x 1
    assert a.urgency == pytest.approx(0.7)  # (5 - 1.5) / 5
    assert a.standing == "soon"
    assert (b.urgency, b.standing) == (0, "watch")  # 1 + 4 x .25 = 2, which it has


def test_a_grade_by_vote_counts_as_one_that_was_set() -> None:
    voted = AdoptedGrade("high", False, (("an", "high"),))  # noqa: FBT003 - `was_set`
    found = at(priorities(replace(TWO, importance={("", "a"): voted}), "dimension"), "a")
    assert found.importance == 1
    assert found.grade is not None
    assert found.grade.value is voted


def test_what_is_tried_out_moves_order_and_classes_and_leaves_the_rest() -> None:
    tried = moved(TWO, WhatIf(importance={"b": "high"}, targets={"a": 1.5}))
    found = priorities(tried, "dimension")
    assert [(one.node, one.standing) for one in found] == [("b", "soon"), ("a", "watch")]
    assert moved(TWO, WhatIf()) is TWO
    assert [one.node for one in priorities(TWO, "dimension")] == ["a", "b"]


def test_what_is_tried_out_is_inherited_below() -> None:
    found = priorities(moved(TWO, WhatIf(importance={"a": "low"}, targets={"a": 3})), "indicator")
    assert at(found, "a.1").importance == 0.25
    assert at(found, "a.1").gap == pytest.approx(0.4)  # (3 - 1) / 5
    assert at(found, "b.1").importance == 0.25


def test_another_weight_moves_the_level_above_it() -> None:
    found = priorities(moved(TWO, WhatIf(weights={"a.1": 3})), "dimension")
    assert at(found, "a").level == pytest.approx(1.25)  # (3 x 1 + 2) / 4
    assert at(priorities(TWO, "dimension"), "a").level == 1.5


def test_the_noise_of_a_node_follows_from_its_indicators() -> None:
    found = priorities(TWO, "dimension")
    a, b = at(found, "a").noise, at(found, "b").noise
    assert a is not None
    assert b is not None
    assert b.half == pytest.approx(1.959964 * 0.5, rel=1e-5)  # one indicator: 1.96 deviations of half a level
    assert a.half == pytest.approx(1.959964 * 0.5 * math.sqrt(0.1 + 0.9 * 0.5), rel=1e-5)


def test_from_three_raters_the_noise_is_that_of_their_mean() -> None:
    scorer = Scorer(RUBRIC)
    raters = {str(n): rated(str(n), a1=n, a2=n, b1=2) for n in (1, 2, 3)}
    scores = scorer.unit(raters["2"])
    found = node_noise(scorer, scores, raters)
    assert (found["a"].raters, found["b"].raters) == (3, 0)  # they agree on b: the assumed noise stays
    assert found["a"].half == pytest.approx(4.302653 / math.sqrt(3), rel=1e-5)  # t, 2 degrees of freedom
    assert node_noise(scorer, scores, {**raters, CONSENSUS: raters["2"]})["a"].raters == 0


def test_a_node_keeps_its_class_where_no_weight_can_move_it() -> None:
    here = ground(rated(a1=1.5, a2=1.5, b1=2), {("", "a"): "high", ("", "b"): "high"})
    found = priorities(here, "dimension")
    assert class_shares(here, found) == {"a": 1, "b": 1}
    assert class_shares(here, priorities(here, "indicator")) == {}


def test_on_the_edge_of_a_class_about_half_of_the_draws_keep_it() -> None:
    # level 2.5 of a target of 5: g = .5, and I = .5: U = .5, the bound of "soon"
    here = ground(rated(a1=2, a2=3, b1=2), {("", "a"): "fairly-low"})
    found = priorities(here, "dimension")
    assert at(found, "a").standing == "soon"
    shares = class_shares(here, found, levels_drawn(here, Assumptions(draws=4000)))
    assert shares["a"] == pytest.approx(0.5, abs=0.03)
    assert class_shares(here, found) == class_shares(here, found)


def test_reweighting_keeps_everything_else() -> None:
    other = reweighted(RUBRIC, {"a.1": 2})
    assert [node.id for node in other.nodes] == [node.id for node in RUBRIC.nodes]
    assert other.node("a.1").weight == 2
    assert RUBRIC.node("a.1").weight == 1
    assert reweighted(RUBRIC, {}) is RUBRIC


LEVELS = st.integers(0, 10).map(lambda half: half / 2)


@given(LEVELS, LEVELS, LEVELS, st.sampled_from(GRADES), st.sampled_from(GRADES))
def test_more_importance_a_higher_target_or_a_lower_level_never_lower_the_urgency(
    level: float, target: float, other: float, one: str, two: str
) -> None:
    less, more = sorted((one, two), key=GRADES.index)
    low, high = sorted((target, other))

    def urgency_of(level: float, target: float, grade: str) -> float:
        here = ground(rated(a1=level, a2=level, b1=2), {("", "a"): grade}, {("", "a"): target})
        found = at(priorities(here, "dimension"), "a").urgency
        assert found is not None
        return found

    assert urgency_of(level, target, less) <= urgency_of(level, target, more)
    assert urgency_of(level, low, one) <= urgency_of(level, high, one)
    assert urgency_of(max(level, other), target, one) <= urgency_of(min(level, other), target, one)
