"""A plan after moves by hand: figures, reasons, and the greedy plan as a plan of its own."""

import pytest

from assessment.plan_changes import check_plan
from assessment.plan_moves import broken_tasks, moved, taking_most_useful_first
from assessment.roadmap import Plan, PlanCase, PlanSettings, Stake, Task

CASE = PlanCase(
    tasks=(
        Task(id="base", name="Base", benefits={"n": 1.0}, effort={"it": 2.0}),
        Task(id="top", name="Top", benefits={"m": 2.0}, effort={"it": 2.0}, predecessors=("base",)),
    ),
    stakes=(
        Stake(id="n", level=1.0, target=3.0, importance=1.0),
        Stake(id="m", level=1.0, target=4.0, importance=0.5),
    ),
    settings=PlanSettings(phases=3, capacity={"it": (2.0, 2.0, 2.0)}),
)
BEST = Plan(starts={"base": 1, "top": 2}, value=5.0, bound=5.0, proved=True, unique=True, finished=2)


def test_the_value_follows_the_move() -> None:
    # base closes 1 level in 3 phases: 3; top closes 2 levels of importance .5 in 2 phases: 2
    assert check_plan(CASE, BEST.starts).value == pytest.approx(5)
    found = moved(BEST, CASE, "top", 3)
    assert found.starts == {"base": 1, "top": 3}
    assert found.value == pytest.approx(4)
    assert found.effort == pytest.approx(4)
    assert found.finished == 3
    assert not found.proved
    assert found.bound == 5.0


def test_what_is_taken_out_says_so_and_what_waits_for_it_is_broken() -> None:
    found = moved(BEST, CASE, "base", 0)
    assert found.starts == {"top": 2}
    assert [(one.task, one.why.sentence("en")) for one in found.left_out] == [
        ("base", "Base was taken out by hand.")
    ]
    assert broken_tasks(check_plan(CASE, found.starts)) == ("top",)


def test_a_plan_that_breaks_a_rule_has_no_bound() -> None:
    assert moved(BEST, CASE, "top", 1).bound == 0  # before base is finished
    assert moved(BEST, CASE, "top", 3).bound == 5


def test_what_ends_after_the_last_phase_is_worth_nothing_and_never_less() -> None:
    for length in (2, 3, 4):
        long = CASE.tasks[0].model_copy(update={"phases": length})
        case = CASE.model_copy(update={"tasks": (long, CASE.tasks[1])})
        # finished after phase 3 + length - 1, the plan has 3 phases: nothing is closed in any of them
        assert check_plan(case, {"base": 3}).value == 0


def test_what_comes_back_is_no_longer_left_out() -> None:
    assert moved(moved(BEST, CASE, "top", 0), CASE, "top", 2).left_out == ()


def test_two_in_one_phase_are_more_than_there_is() -> None:
    found = check_plan(CASE, moved(BEST, CASE, "base", 2).starts)
    assert len(found.broken) == 2
    assert broken_tasks(found) == ("top", "base")


def test_of_those_who_share_a_full_phase_only_the_moved_one_is_to_blame() -> None:
    three = Task(id="three", name="Three", benefits={"m": 1.0}, effort={"it": 1.0})
    case = CASE.model_copy(update={"tasks": (*CASE.tasks, three, three.model_copy(update={"id": "four"}))})
    found = check_plan(case, {"base": 1, "three": 1, "four": 1})
    assert broken_tasks(found, ["four"]) == ("four",)
    assert broken_tasks(found) == ("base",)


def test_the_greedy_plan_is_a_plan_of_its_own() -> None:
    greedy = taking_most_useful_first(BEST.model_copy(update={"greedy_starts": {"base": 2}}), CASE)
    assert greedy.value == pytest.approx(2)
    assert [one.task for one in greedy.left_out] == ["top"]
    assert greedy.bound == 0
