"""A plan changed by hand: what it breaks and what it costs in value."""

import pytest

from assessment.plan_changes import check_plan
from assessment.plan_checks import problems_of
from assessment.planning import make_plan
from assessment.roadmap import Need, Plan, PlanCase, PlanSettings, Stake, Task
from tests.plan_cases import random_case
from tests.plan_checker import broken, value

CASE = PlanCase(
    tasks=(
        Task(id="a", name="Alpha", phases=2, benefits={"n": 1}, effort={"it": 4}, cost=50),
        Task(id="b", name="Beta", benefits={"n": 1}, effort={"it": 1}, predecessors=("a",), cost=60),
        Task(id="c", name="Gamma", benefits={"m": 1}, effort={"it": 1}, needs=(Need(node="n", level=2),)),
    ),
    stakes=(Stake(id="n", level=1, target=4, importance=1), Stake(id="m", level=1, target=2, importance=0.5)),
    settings=PlanSettings(phases=4, capacity={"it": (2.0, 2.0, 2.0, 2.0)}),
)


def _said(starts: dict[str, int], **settings: object) -> list[str]:
    case = CASE.with_settings(CASE.settings.model_copy(update=settings))
    return [said.sentence("en") for said in check_plan(case, starts).broken]


def test_a_plan_that_keeps_to_everything_breaks_nothing_and_is_worth_what_it_says() -> None:
    found = check_plan(CASE, {"a": 1, "b": 3, "c": 3})

    assert found.broken == ()
    assert found.value == 1 * 3 + 1 * 2 + 0.5 * 2
    assert (found.effort, found.finished) == (6, 3)


def test_each_broken_demand_is_named() -> None:
    assert _said({"a": 1, "b": 2}) == [
        "Beta starts in phase 2 but needs Alpha, which ends in phase 2",
        "it has 2 person-months in phase 2, and this takes 3 person-months: Alpha, Beta",
    ]
    assert _said({"b": 1}) == ["Beta needs Alpha, which is not in the plan"]
    assert _said({"a": 4}) == ["Alpha would end in phase 5, but the phases are 1 to 4"]
    assert _said({"c": 1}) == ["Gamma needs n at level 2, which nothing finished before it has reached"]
    assert _said({"a": 2}, pinned={"a": 1}) == ["Alpha is pinned to phase 1"]
    assert _said({}, required=("a",)) == ["Alpha must be in the plan"]
    assert _said({"a": 1}, excluded=("a",)) == ["Alpha is excluded"]
    assert _said({"a": 1}, earliest={"a": 2}) == ["Alpha may start in phase 2 at the earliest"]
    assert _said({"a": 2}, latest={"a": 2})[0].startswith("Alpha must be finished by the end of phase 2")
    assert _said({"a": 1, "b": 3}, budget=100.0) == [
        "the budget is 100 cost units, and the plan costs 110 cost units"
    ]
    assert _said({"a": 1, "b": 3}, either_or=(("a", "b"),)) == [
        "only one of these may be in the plan: Alpha, Beta"
    ]


def test_the_sentences_are_there_in_chinese_too() -> None:
    assert check_plan(CASE, {"b": 1}).broken[0].sentence("zh") == "“Beta”须以“Alpha”为前提，但后者不在计划中"


@pytest.mark.parametrize("seed", range(40))
def test_it_agrees_with_the_independent_checker_about_moved_plans(seed: int) -> None:
    case = random_case(seed, tasks=9, phases=4)
    found = make_plan(case) if not any(p.severity == "error" for p in problems_of(case)) else None
    if not isinstance(found, Plan):
        return
    assert check_plan(case, found.starts).broken == ()
    for place, task in enumerate(found.starts):
        moved = {**found.starts, task: 1 + (seed + place) % 4}
        checked = check_plan(case, moved)
        assert bool(checked.broken) == bool(broken(case.model_dump(), moved)), moved
        if all(moved[t.id] + t.phases - 1 <= 4 for t in case.tasks if t.id in moved):
            assert checked.value == pytest.approx(value(case.model_dump(), moved))
