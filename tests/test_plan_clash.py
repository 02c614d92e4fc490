"""Demands that cannot be met together are named, as few as there can be."""

from typing import Any

import pytest

from assessment.planning import make_plan
from assessment.roadmap import Clash, Need, PlanCase, PlanSettings, Stake, Task

STAKES = (
    Stake(id="data", name="Data integration", level=1, target=4, importance=0.5),
    Stake(id="n", level=1, target=4, importance=1),
)
DATA = Task(id="data-hub", name="data integration", name_zh="数据整合", phases=3, benefits={"data": 2})
LOYALTY = Task(
    id="loyalty",
    name="loyalty analytics",
    name_zh="忠诚度分析",
    benefits={"n": 1},
    predecessors=("data-hub",),
)
SALES = Task(id="sales", name="sales portal", benefits={"n": 1}, effort={"it": 2})
SHOPS = Task(id="shops", name="shop design", benefits={"n": 1}, effort={"it": 2})


def _clash(*tasks: Task, **settings: Any) -> Clash:  # noqa: ANN401 - the settings' own types
    found = make_plan(PlanCase(tasks=tasks, stakes=STAKES, settings=PlanSettings(**settings)))
    assert isinstance(found, Clash)
    return found


def test_pinned_before_what_it_needs_is_one_sentence() -> None:
    found = _clash(DATA, LOYALTY, SALES, pinned={"loyalty": 2, "sales": 1})

    assert [reason.sentence("en") for reason in found.reasons] == [
        "loyalty analytics is pinned to phase 2 but needs data integration, which takes phases 1–3"
    ]
    assert "“忠诚度分析”固定在第 2 阶段开始，但须先完成“数据整合”" in found.sentence("zh")


def test_two_that_need_the_same_people_name_both_and_the_people() -> None:
    found = _clash(SALES, SHOPS, pinned={"sales": 1, "shops": 1}, phases=2, capacity={"it": (3.0, 9.0)})
    codes = [reason.code for reason in found.reasons]

    assert codes == ["clash.pinned", "clash.pinned", "clash.capacity"]
    assert "it has at most 3 person-months" in found.sentence("en")  # phase 2, with 9, is not open to them
    assert "sales portal 2 person-months, shop design 2 person-months" in found.sentence("en")


def test_a_budget_that_is_too_small_names_what_it_is_for() -> None:
    dear = [task.model_copy(update={"cost": 60.0}) for task in (SALES, SHOPS)]
    found = _clash(*dear, DATA, required=("sales", "shops"), budget=100.0)

    assert [reason.code for reason in found.reasons] == ["clash.required", "clash.required", "clash.budget"]


def test_alternatives_that_are_both_required_clash() -> None:
    found = _clash(SALES, SHOPS, required=("sales", "shops"), either_or=(("shops", "sales"),))

    assert {reason.code for reason in found.reasons} == {"clash.required", "clash.either-or"}


def test_a_level_that_comes_too_late_clashes_with_the_window() -> None:
    needing = LOYALTY.model_copy(update={"predecessors": (), "needs": (Need(node="data", level=2.5),)})
    found = _clash(DATA, needing, required=("loyalty",), latest={"loyalty": 3})

    assert {reason.code for reason in found.reasons} == {"clash.required", "clash.latest", "clash.need"}
    assert "Data integration at level 2.5" in found.sentence("en")


@pytest.mark.parametrize("given_up", ["sales", "shops"])
def test_with_any_one_demand_given_up_there_is_a_plan(given_up: str) -> None:
    pinned = {one: 1 for one in ("sales", "shops") if one != given_up}
    settings = PlanSettings(pinned=pinned, phases=2, capacity={"it": (3.0, 9.0)})

    assert not isinstance(make_plan(PlanCase(tasks=(SALES, SHOPS), stakes=STAKES, settings=settings)), Clash)


def test_what_a_schedule_without_an_end_lacks_is_found_for_the_makespan_too() -> None:
    found = _clash(DATA, LOYALTY, phases=3, objective="makespan")

    assert {reason.code for reason in found.reasons} == {"clash.required", "clash.after"}
