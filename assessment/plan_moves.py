"""A plan after moves by hand: where everything stands then, and why something does not."""

from collections.abc import Iterable, Mapping
from typing import Final

from assessment.plan_changes import PlanCheck, check_plan
from assessment.plan_checks import blocked
from assessment.plan_left_out import left_out
from assessment.plan_numbers import numbers_of
from assessment.plan_words import PlanWords
from assessment.roadmap import LeftOut, Plan, PlanCase

_PAIR: Final = 2
"""One task that waits, and one that it waits for."""


def moved(plan: Plan, case: PlanCase, task: str, phase: int) -> Plan:
    """The plan with one task in another phase; 0 takes it out.

    Nothing is proved about it; its bound stays while it keeps every rule, for no such plan beats that. It has
    none once it breaks one.
    """
    starts = {one: start for one, start in plan.starts.items() if one != task}
    starts |= {task: phase} if phase else {}
    ordered = dict(sorted(starts.items(), key=lambda item: (item[1], item[0])))
    numbers, found = numbers_of(case), check_plan(case, ordered)
    out = left_out(case, numbers, numbers.by_place(ordered), blocked(case))
    known = {one.task: one for one in plan.left_out}
    return plan.model_copy(
        update={
            "starts": ordered,
            "left_out": tuple(_kept(one, known, task, case) for one in out),
            "value": found.value,
            "effort": found.effort,
            "finished": found.finished,
            "bound": 0.0 if found.broken else plan.bound,
            "proved": False,
            "unique": False,
        }
    )


def _kept(found: LeftOut, known: Mapping[str, LeftOut], task: str, case: PlanCase) -> LeftOut:
    """What was taken out by hand has no other reason."""
    if found.task == task:
        words = PlanWords(case)
        return LeftOut(
            task=task, code="excluded", why=words.said("left-out.by-hand", task, task=words.task(task))
        )
    return known.get(found.task, found)


def broken_tasks(found: PlanCheck, moved_tasks: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the tasks that break something, each once.

    Of the many that share a phase which is too full, only those that were moved by hand; the first one where
    none was.
    """
    by_hand, culprits = set(moved_tasks), list[str]()
    for reason in found.broken:
        here = [task for task in reason.tasks if task in by_hand]
        shared = len(reason.tasks) > _PAIR
        culprits += here if shared and here else [*reason.tasks[:1], *here]
    return tuple(dict.fromkeys(culprits))


def taking_most_useful_first(plan: Plan, case: PlanCase) -> Plan:
    """The greedy plan that stands beside a plan, with its figures; nothing is known about others then."""
    starts = dict(plan.greedy_starts)
    numbers, found = numbers_of(case), check_plan(case, starts)
    return Plan(
        starts=starts,
        left_out=left_out(case, numbers, numbers.by_place(starts), blocked(case)),
        value=found.value,
        effort=found.effort,
        finished=found.finished,
        greedy_value=found.value,
        greedy_starts=starts,
    )
