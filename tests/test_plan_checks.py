"""What is wrong with what a plan is made from is said before anything is searched, in both languages."""

from typing import Any

import pytest

from assessment.plan_checks import MAX_TASKS, problems_of
from assessment.planning import make_plan
from assessment.planning_errors import PlanRefusedError
from assessment.roadmap import Clash, Need, PlanCase, PlanSettings, Stake, Task

STAKES = (
    Stake(id="data", name="Data integration", name_zh="数据整合", level=1, target=3, importance=0.5),
    Stake(id="sales", name="Sales", level=2, target=4, importance=1),
)
A = Task(id="a", name="Alpha", name_zh="甲", benefits={"data": 1}, effort={"it": 2})
B = Task(id="b", name="Beta", name_zh="乙", benefits={"sales": 1}, effort={"it": 1}, predecessors=("a",))


def _case(*tasks: Task, stakes: tuple[Stake, ...] = STAKES, **settings: Any) -> PlanCase:  # noqa: ANN401
    given = {"phases": 4, "capacity": {"it": (2.0,) * settings.get("phases", 4)}, **settings}
    return PlanCase(tasks=tasks, stakes=stakes, settings=PlanSettings(**given))


def _changed(task: Task, **changes: object) -> Task:
    return task.model_copy(update=changes)


CASES = {
    "no-phases": (_case(A, phases=0, capacity={}), "at least one phase"),
    "capacity": (_case(A, capacity={"it": (1, -2, 1, 1)}), "phase 2 is -2"),
    "capacity-count": (_case(A, capacity={"it": (1, 1)}), "capacity for 2 phases, but the plan has 4"),
    "budget": (_case(A, budget=-1), "budget is -1"),
    "budget-count": (_case(A, budget=(1.0, 2.0)), "figures for 2 phases"),
    "lost": (_case(A, lost=(1.5,)), "between 0 and 1"),
    "no-tasks": (_case(), "no initiative"),
    "twice": (_case(A, A), "id a"),
    "task-phases": (_case(_changed(A, phases=0)), "takes 0 phases"),
    "effort": (_case(_changed(A, effort={"it": -1})), "-1 person-months"),
    "cost": (_case(_changed(A, cost=float("nan"))), "costs nan"),
    "node": (_case(_changed(A, benefits={"date": 1})), "names date"),
    "benefit": (_case(_changed(A, benefits={"data": 0})), "by 0 levels"),
    "unknown-task": (_case(A, excluded=("ghost",)), "name ghost"),
    "phase": (_case(A, pinned={"a": 9}), "phase 9, but the phases are 1 to 4"),
    "both": (_case(A, required=("a",), excluded=("a",)), "excluded and asked for"),
    "cycle": (_case(_changed(A, predecessors=("b",)), B), "Alpha → Beta → Alpha"),
    "no-importance": (
        _case(A, stakes=tuple(s.model_copy(update={"importance": None}) for s in STAKES)),
        "nothing says what matters",
    ),
    "too-large": (
        _case(_changed(A, effort={"it": 5}), required=("a",)),
        "Alpha takes 5 person-months of it in each phase of its work; no phase open to it has more than 2",
    ),
    "window": (_case(_changed(A, phases=3), pinned={"a": 3}), "from phase 3 on, where it is pinned"),
    "too-expensive": (_case(_changed(A, cost=9), budget=5.0, required=("a",)), "costs 9"),
    "after-excluded": (_case(A, B, excluded=("a",), required=("b",)), "wait for Alpha, which is excluded"),
    "predecessor": (_case(B, required=("b",)), "wait for what is not chosen: a."),
    "unreachable": (
        _case(A, _changed(B, needs=(Need(node="data", level=2.5),)), required=("b",)),
        "needs Data integration at level 2.5",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_each_mistake_has_its_sentence_in_both_languages(code: str) -> None:
    case, english = CASES[code]
    found = {problem.code: problem for problem in problems_of(case) if problem.severity == "error"}

    assert english in found[f"problem.{code}"].sentence("en")
    assert found[f"problem.{code}"].sentence("zh").endswith(("。", "，", "；"))
    with pytest.raises(PlanRefusedError, match="to be mended: 1"):
        make_plan(case)


def test_a_node_without_importance_or_score_counts_nothing_and_is_named() -> None:
    stakes = (STAKES[0].model_copy(update={"importance": None, "level": None}), STAKES[1])
    found = problems_of(_case(A, B, stakes=stakes))

    assert [(one.code, one.severity) for one in found] == [
        ("problem.importance", "warning"),
        ("problem.level", "warning"),
    ]
    assert found[0].sentence("zh").startswith("“数据整合”没有设置重要性")


def test_what_fits_into_no_plan_is_a_warning_and_is_left_out_with_everything_after_it() -> None:
    case = _case(_changed(A, effort={"it": 5}), B)
    plan = make_plan(case)

    assert [one.severity for one in problems_of(case)] == ["warning", "warning"]
    assert not isinstance(plan, Clash)
    assert plan.starts == {}
    assert [(one.task, one.code) for one in plan.left_out] == [("a", "impossible"), ("b", "impossible")]
    assert "fits into no plan" in plan.left_out[1].why.sentence("en")


def test_a_role_without_a_capacity_is_planned_without_a_limit_and_that_is_said() -> None:
    found = problems_of(_case(A, capacity={}))

    assert [one.code for one in found] == ["problem.unlimited"]


def test_more_initiatives_than_can_be_planned_at_once_are_refused() -> None:
    tasks = tuple(Task(id=f"t{k}", benefits={"data": 1}) for k in range(MAX_TASKS + 1))

    assert [one.code for one in problems_of(_case(*tasks))] == ["problem.too-many-tasks"]


def test_what_is_not_chosen_is_called_by_its_name_and_named_as_the_way_out() -> None:
    needing = _changed(B, predecessors=(), needs=(Need(node="data", level=3),))
    hub = Task(id="data-hub", name="Data hub", name_zh="数据中心", benefits={"data": 1})
    case = _case(A, needing, B.model_copy(update={"id": "c", "predecessors": ("data-hub",)}))
    offered = case.model_copy(update={"offered": (hub,)})
    said = {one.tasks[0]: one for one in problems_of(offered)}

    assert "Data integration at level 3; what can be planned lifts it only to 2" in said["b"].sentence("en")
    assert "not chosen: Data hub." in said["b"].sentence("en")
    assert said["c"].sentence("en").startswith("Beta has to wait for what is not chosen: Data hub.")
    assert "尚未选定：数据中心" in said["c"].sentence("zh")
    assert "no initiative of the library" in problems_of(case)[0].sentence("en")


def test_a_level_that_hangs_on_a_blocked_task_is_said_to_hang_on_it() -> None:
    stopped = _changed(A, predecessors=("ghost",))
    needing = _changed(B, predecessors=(), needs=(Need(node="data", level=2),))
    plan = make_plan(_case(stopped, needing))

    assert not isinstance(plan, Clash)
    assert [left.why.code for left in plan.left_out] == ["problem.predecessor", "problem.need-blocked"]
    assert "it stays at 1: Alpha." in plan.left_out[1].why.sentence("en")


def test_a_level_that_the_plan_leaves_short_is_the_reason_and_not_a_want_of_people() -> None:
    needing = _changed(B, predecessors=(), needs=(Need(node="data", level=2),), effort={})
    rival = Task(id="r", name="Rival", benefits={"sales": 2}, effort={"it": 2})
    plan = make_plan(_case(A, needing, rival, required=("r",), either_or=(("a", "r"),)))

    assert not isinstance(plan, Clash)
    why = {left.task: left.why for left in plan.left_out}
    assert why["b"].sentence("en").endswith("this plan reaches only 1, because it leaves out: Alpha.")


def test_a_level_above_the_target_and_one_without_a_score_say_so() -> None:
    needing = _changed(B, predecessors=(), needs=(Need(node="data", level=4),))
    blank = (STAKES[0].model_copy(update={"level": None}), STAKES[1])

    assert "its target is 3" in problems_of(_case(A, needing))[0].sentence("en")
    assert "has no score yet" in problems_of(_case(A, needing, stakes=blank))[0].sentence("en")


def test_a_demand_that_hangs_on_what_is_not_chosen_names_the_way_out_at_once() -> None:
    hub = Task(id="data-hub", name="Data hub", benefits={"data": 1})
    stopped = _changed(A, predecessors=("data-hub",))
    case = _case(stopped, B, required=("b",)).model_copy(update={"offered": (hub,)})
    needing = _changed(B, predecessors=(), needs=(Need(node="data", level=2),))
    level = _case(stopped, needing, required=("b",)).model_copy(update={"offered": (hub,)})

    errors = [one.sentence("en") for one in problems_of(case) if one.severity == "error"]
    assert any("has to wait for what is not chosen: Data hub." in one for one in errors)
    assert "are not chosen: Data hub." in problems_of(level)[0].sentence("en")
