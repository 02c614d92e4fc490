"""Why a task is not in a plan."""

from collections.abc import Mapping

from assessment.plan_needs import NeedWords
from assessment.plan_numbers import Numbers
from assessment.plan_words import PlanWords
from assessment.roadmap import LeftOut, LeftOutCode, PlanCase, Said


def left_out(
    case: PlanCase, numbers: Numbers, starts: Mapping[int, int], blocked: Mapping[str, Said]
) -> tuple[LeftOut, ...]:
    """Every task that is not in the plan with the nearest reason, by id.

    Args:
        case: what was planned.
        numbers: the same as whole numbers.
        starts: the plan.
        blocked: tasks that fit into no plan.
    """
    words, levels = PlanWords(case), NeedWords(case, numbers)
    return tuple(
        LeftOut(task=task.id, code=code, why=why)
        for place, task in enumerate(numbers.tasks)
        if place not in starts
        for code, why in [_why(place, numbers, starts, blocked, (words, levels))]
    )


def _why(
    place: int,
    numbers: Numbers,
    starts: Mapping[int, int],
    blocked: Mapping[str, Said],
    speakers: tuple[PlanWords, NeedWords],
) -> tuple[LeftOutCode, Said]:
    words, levels = speakers
    task = numbers.tasks[place].id
    names = {"task": words.task(task)}
    if place in numbers.never:
        return "excluded", words.said("left-out.excluded", task, **names)
    if task in blocked:
        return "impossible", blocked[task]
    rivals = [one for group in numbers.groups if place in group for one in group if one in starts]
    if rivals:
        other = numbers.tasks[rivals[0]].id
        return "other-chosen", words.said(
            "left-out.other-chosen", task, other, **names, other=words.task(other)
        )
    waiting = [numbers.tasks[one].id for one in numbers.before[place] if one not in starts]
    if waiting:
        before = words.listed(waiting)
        return "after-left-out", words.said("left-out.after-left-out", task, *waiting, **names, before=before)
    if short := levels.short(place, starts):
        return "after-left-out", levels.left_out(short[0], starts)
    code: LeftOutCode = "no-room" if _adds(place, numbers, starts) else "no-gap"
    return code, words.said(f"left-out.{code}", task, **names)


def _adds(place: int, numbers: Numbers, starts: Mapping[int, int]) -> bool:
    """Whether a task would close anything that the plan leaves open at its end."""
    return any(
        sum(gain for task, gain in closing.gains.items() if task in starts) < closing.gap
        for closing in numbers.closings
        if place in closing.gains
    )
