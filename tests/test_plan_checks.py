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
    "predecessor": (_case(B, required=("b",)), "wait for a, which is not among"),
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
