"""Plans keep to everything that is asked, are the best that there are, and are always the same."""

import sys
from itertools import count

import pytest

from assessment.plan_checks import problems_of
from assessment.planning import make_plan
from assessment.planning_errors import PlannerMissingError
from assessment.roadmap import Clash, Need, Plan, PlanCase, PlanSettings, Stake, Task
from tests.plan_cases import random_case, shuffled
from tests.plan_checker import best_by_trying_all, broken, effort, value

HUNDREDTH = 1e-5


def _possible(case: PlanCase) -> bool:
    return all(problem.severity == "warning" for problem in problems_of(case))


def _plan(case: PlanCase, limit: float = 40) -> Plan:
    found = make_plan(case, limit)
    assert isinstance(found, Plan), found.sentence("en")
    return found


def _single(levels: float = 1.0, **changes: object) -> PlanCase:
    task = Task(id="a", benefits={"n": levels}, effort={"it": 2.0}, **changes)
    settings = PlanSettings(phases=4, capacity={"it": (1.0, 2.0, 2.0, 2.0)})
    return PlanCase(
        tasks=(task,), stakes=(Stake(id="n", level=2, target=4, importance=0.5),), settings=settings
    )


@pytest.mark.parametrize("block", range(8))
def test_200_random_plans_meet_every_constraint(block: int) -> None:
    plans, seeds = 0, count(block * 100)
    while plans < 25:
        seed = next(seeds)
        case = random_case(seed, tasks=9 + seed % 6, phases=3 + seed % 4, roles=1 + seed % 3)
        found = make_plan(case) if _possible(case) else None
        if not isinstance(found, Plan):
            assert found is None or found.reasons
            continue
        plain = case.model_dump()
        assert broken(plain, found.starts) == [], seed
        assert found.value == pytest.approx(value(plain, found.starts), abs=HUNDREDTH)
        assert found.effort == pytest.approx(effort(plain, found.starts))
        assert {*found.starts} | {one.task for one in found.left_out} == {task.id for task in case.tasks}
        assert broken(plain, found.greedy_starts) == [] or not found.greedy_starts
        assert found.greedy_value <= found.value + HUNDREDTH
        plans += 1


@pytest.mark.parametrize("block", range(5))
def test_trying_every_plan_of_seven_initiatives_finds_no_better_one(block: int) -> None:
    for seed in range(1000 + block * 10, 1010 + block * 10):
        case = random_case(seed)
        best = best_by_trying_all(case.model_dump())
        found = make_plan(case) if _possible(case) else None
        if not isinstance(found, Plan):
            assert best is None, seed
            continue
        assert found.proved
        assert found.unique
        assert best is not None, seed
        assert (found.value, found.effort) == pytest.approx(best, abs=HUNDREDTH), seed
        assert found.bound == pytest.approx(found.value)


def test_the_order_of_the_input_never_changes_the_plan() -> None:
    for seed in range(12):
        case = random_case(seed, tasks=12, phases=4)
        if _possible(case):
            assert make_plan(shuffled(case, seed)) == make_plan(case)


def test_more_capacity_never_lowers_the_value() -> None:
    for seed in range(12):
        case = random_case(seed, tasks=12, phases=4)
        settings = case.settings
        more = {role: tuple(each + 0.5 for each in months) for role, months in settings.capacity.items()}
        wider = case.with_settings(settings.model_copy(update={"capacity": more}))
        before = make_plan(case) if _possible(case) else None
        if isinstance(before, Plan):
            assert _plan(wider).value >= before.value - HUNDREDTH


def test_dropping_a_predecessor_never_lowers_the_value() -> None:
    for seed in range(12):
        case = random_case(seed, tasks=12, phases=4)
        freed = case.model_copy(
            update={
                "tasks": tuple(t.model_copy(update={"predecessors": t.predecessors[1:]}) for t in case.tasks)
            }
        )
        before = make_plan(case) if _possible(case) else None
        if isinstance(before, Plan):
            assert _plan(freed).value >= before.value - HUNDREDTH


def test_value_flows_from_the_phase_at_whose_end_the_work_is_finished() -> None:
    found = _plan(_single())

    assert found.starts == {"a": 2}  # phase 1 has one person-month, it takes two
    assert found.value == 0.5 * 1.0 * (4 - 2 + 1)

    longer = _plan(_single(phases=2))

    assert longer.starts == {"a": 1}  # one person-month in each of two phases
    assert longer.value == 0.5 * 1.0 * (4 - 2 + 1)
    assert longer.finished == 2


def test_initiatives_together_never_close_more_than_the_gap() -> None:
    case = _single(1.5)
    second = Task(id="b", benefits={"n": 1.5})
    found = _plan(case.model_copy(update={"tasks": (*case.tasks, second)}))

    assert found.starts == {"b": 1, "a": 2}
    assert found.value == 0.5 * (1.5 * 4 + 0.5 * 3)


def test_what_closes_nothing_any_more_is_left_out_and_says_so() -> None:
    case = _single(2.0)
    second = Task(id="b", name="Late comer", benefits={"n": 1.0}, effort={"it": 2.0})
    settings = case.settings.model_copy(update={"earliest": {"b": 3}})
    found = _plan(PlanCase(tasks=(*case.tasks, second), stakes=case.stakes, settings=settings))

    assert found.starts == {"a": 2}
    assert [(one.task, one.code) for one in found.left_out] == [("b", "no-gap")]
    assert found.left_out[0].why.sentence("en") == "Late comer closes no gap that the others leave open."
    assert "Late comer" in found.left_out[0].why.sentence("zh")


def test_of_two_plans_of_the_same_value_the_one_with_less_effort_is_taken() -> None:
    stakes = (Stake(id="n", level=2, target=3, importance=1),)
    tasks = (
        Task(id="a", benefits={"n": 1}, effort={"it": 3}),
        Task(id="b", benefits={"n": 1}, effort={"it": 2}),
    )
    found = _plan(PlanCase(tasks=tasks, stakes=stakes, settings=PlanSettings(capacity={"it": (3.0,) * 8})))

    assert (found.starts, found.effort) == ({"b": 1}, 2)


def test_a_level_that_is_needed_is_reached_before_the_work_starts() -> None:
    tasks = (
        Task(id="model", benefits={"m": 1}, needs=(Need(node="data", level=2),)),
        Task(id="warehouse", phases=3, benefits={"data": 1}),
    )
    stakes = (
        Stake(id="data", level=1, target=3, importance=0.25),
        Stake(id="m", level=1, target=3, importance=1),
    )
    found = _plan(PlanCase(tasks=tasks, stakes=stakes, settings=PlanSettings(phases=8)))

    assert found.starts == {"warehouse": 1, "model": 4}


def test_of_two_alternatives_one_is_chosen_and_the_other_says_which() -> None:
    stakes = (Stake(id="n", level=2, target=5, importance=1),)
    tasks = (Task(id="a", benefits={"n": 1}), Task(id="b", benefits={"n": 2}))
    found = _plan(PlanCase(tasks=tasks, stakes=stakes, settings=PlanSettings(either_or=(("a", "b"),))))

    assert found.starts == {"b": 1}
    assert found.left_out[0].code == "other-chosen"


def test_holidays_and_losses_take_their_share_of_the_capacity() -> None:
    case = _single()
    lost = case.with_settings(case.settings.model_copy(update={"lost": (0.0, 0.1)}))

    assert _plan(lost).starts == {"a": 3}


def test_a_search_that_is_stopped_answers_with_the_best_so_far() -> None:
    case = random_case(3, tasks=30, phases=8)
    heard: list[float] = []
    found = make_plan(case, stop=lambda: True, told=lambda progress: heard.append(progress.value))

    assert isinstance(found, Plan)
    assert found.stopped
    assert broken(case.model_dump(), found.starts) == []
    assert found.value >= found.greedy_value


@pytest.mark.parametrize("objective", ["value", "makespan"])
def test_a_search_that_hardly_began_is_never_worse_than_the_greedy_plan(objective: str) -> None:
    tasks = tuple(Task(id=f"t{number:02}", benefits={"n": 0.05}, effort={"it": 1.0}) for number in range(40))
    case = PlanCase(
        tasks=tasks,
        stakes=(Stake(id="n", level=1, target=3, importance=1),),
        settings=PlanSettings(phases=40, capacity={"it": (2.0,) * 40}, objective=objective),
    )
    for found in (make_plan(case, limit=0), make_plan(case, stop=lambda: True)):
        assert isinstance(found, Plan)
        # two a phase, 0.05 levels each: the pair of phase p counts in 41 - p phases
        assert found.greedy_value == pytest.approx(sum(0.1 * (41 - phase) for phase in range(1, 21)))
        assert found.value >= found.greedy_value - HUNDREDTH
        assert found.finished == 20
        assert broken(case.model_dump(), found.starts) == []
        assert found.bound >= found.value - HUNDREDTH or objective == "makespan"


def test_the_limit_ends_the_search_at_the_same_plan_again() -> None:
    case = random_case(5, tasks=60, phases=8, nodes=20)

    first = make_plan(case, limit=0.05)

    assert first == make_plan(shuffled(case, 1), limit=0.05)
    assert isinstance(first, Plan)
    assert first.bound >= first.value - HUNDREDTH


def test_several_hundred_initiatives_are_planned_at_once() -> None:
    case = random_case(8, tasks=500, phases=8, nodes=40)
    found = make_plan(case, limit=0.5)

    assert isinstance(found, Plan | Clash)
    if isinstance(found, Plan):
        assert broken(case.model_dump(), found.starts) == []


def test_where_every_gap_is_closed_only_what_must_be_is_planned() -> None:
    stakes = (Stake(id="n", level=4, target=4, importance=1),)
    tasks = (Task(id="a", benefits={"n": 1}), Task(id="b", benefits={"n": 1}, effort={"it": 1}))
    settings = PlanSettings(phases=3, required=("b",), capacity={"it": (0.0, 1.0, 1.0)})
    found = _plan(PlanCase(tasks=tasks, stakes=stakes, settings=settings))

    assert (found.starts, found.value, found.proved) == ({"b": 2}, 0, True)
    assert [(one.task, one.code) for one in found.left_out] == [("a", "no-gap")]


def test_without_the_solver_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)

    with pytest.raises(PlannerMissingError, match=r"gapline\[planning\]"):
        make_plan(_single())
