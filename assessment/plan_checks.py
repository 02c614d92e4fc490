"""What is wrong with what a plan is to be made from, before anything is searched."""

import math
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final

from assessment.errors import Severity
from assessment.plan_needs import NeedWords
from assessment.plan_numbers import Limit, Numbers, numbers_of
from assessment.plan_words import PlanWords
from assessment.roadmap import PlanCase, PlanProblem, PlanSettings, Said, Task

MAX_TASKS: Final = 500
MAX_PHASES: Final = 500


def problems_of(case: PlanCase) -> list[PlanProblem]:
    """Everything that is wrong; errors first, each group in a fixed order.

    A task that can be in no plan is a warning, and an error where it must be in one. Whether all demands can
    be met together only a search tells (`planning.make_plan`).
    """
    words = PlanWords(case)
    errors = [
        *_of_settings(case, words),
        *_of_tasks(case, words),
        *_of_names(case, words),
        *_of_loops(case, words),
    ]
    found = [_problem(said, "error") for said in errors]
    if found:
        return found
    must = _must(case)
    found += [_problem(said, "error") for said in _of_importance(case, words)]
    stopped = blocked(case)
    while more := {one for task in must & {*stopped} for one in stopped[task].tasks} & {*stopped} - must:
        must |= more  # what stops a wanted task stops the plan, too
    found += [_problem(stopped[task], "error") for task in sorted(stopped) if task in must]
    found += [_problem(stopped[task], "warning") for task in sorted(stopped) if task not in must]
    return found + [_problem(said, "warning") for said in _hints(case, words)]


def blocked(case: PlanCase) -> dict[str, Said]:
    """The tasks that can be in no plan, each with the reason; excluded ones are not among them."""
    numbers, words = numbers_of(case), PlanWords(case)
    levels, order = NeedWords(case, numbers), _in_order(numbers)
    own = {place: said for place in order if (said := _alone(place, numbers, words))}
    found: dict[int, Said] = {}
    before = -1
    while len(found) > before:  # a level may hang on a task that turned out to be blocked
        before = len(found)
        there = [place for place in order if place not in found and place not in numbers.never]
        for place in there:
            reason = own.get(place) or _after_blocked(place, numbers, found, words)
            if reason is None and (short := levels.short(place, there)):
                reason = levels.never(short[0], there)
            if reason:
                found[place] = reason
    return {numbers.tasks[place].id: said for place, said in found.items()}


def cycle_of(tasks: Iterable[Task]) -> tuple[str, ...]:
    """Ids of tasks that wait for one another, each followed by one that waits for it; empty for none."""
    graph = {task.id: sorted(task.predecessors) for task in sorted(tasks, key=lambda task: task.id)}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _problem(said: Said, severity: Severity) -> PlanProblem:
    return PlanProblem(**said.model_dump(), severity=severity)


def _must(case: PlanCase) -> set[str]:
    settings = case.settings
    if settings.objective == "makespan":
        return {task.id for task in case.tasks} - {*settings.excluded}
    return {*settings.pinned, *settings.required}


def _of_settings(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    settings = case.settings
    if settings.phases < 1 or settings.phase_months < 1:
        yield words.said("problem.no-phases")
        return
    if settings.phases > MAX_PHASES:
        yield words.said("problem.too-many-phases", found=settings.phases, most=MAX_PHASES)
    for role in sorted(settings.capacity):
        amounts = settings.capacity[role]
        if len(amounts) != settings.phases:
            yield words.said(
                "problem.capacity-count", role=words.role(role), found=len(amounts), phases=settings.phases
            )
        elif not all(_is_amount(each) for each in amounts):
            phase = next(place for place, each in enumerate(amounts, start=1) if not _is_amount(each))
            yield words.said(
                "problem.capacity", role=words.role(role), phase=phase, found=f"{amounts[phase - 1]:g}"
            )
    yield from _of_money_and_time(settings, words)


def _of_money_and_time(settings: PlanSettings, words: PlanWords) -> Iterator[Said]:
    budget = settings.budget
    if isinstance(budget, tuple) and len(budget) != settings.phases:
        yield words.said("problem.budget-count", found=len(budget), phases=settings.phases)
    amounts = budget if isinstance(budget, tuple) else () if budget is None else (budget,)
    if not all(map(_is_amount, amounts)):
        yield words.said("problem.budget", found=f"{next(one for one in amounts if not _is_amount(one)):g}")
    if len(settings.lost) > settings.phases or not all(0 <= share <= 1 for share in settings.lost):
        yield words.said("problem.lost")


def _of_tasks(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    if not case.tasks:
        yield words.said("problem.no-tasks")
    if len(case.tasks) > MAX_TASKS:
        yield words.said("problem.too-many-tasks", found=len(case.tasks), most=MAX_TASKS)
    seen: set[str] = set()
    for task in sorted(case.tasks, key=lambda task: task.id):
        if task.id in seen:
            yield words.said("problem.twice", task.id, found=task.id)
        seen.add(task.id)
        if task.phases < 1:
            yield words.said("problem.task-phases", task.id, task=words.task(task.id), found=task.phases)
        for role, effort in sorted(task.effort.items()):
            if not _is_amount(effort):
                yield words.said(
                    "problem.effort",
                    task.id,
                    task=words.task(task.id),
                    role=words.role(role),
                    found=f"{effort:g}",
                )
        if not _is_amount(task.cost):
            yield words.said("problem.cost", task.id, task=words.task(task.id), found=f"{task.cost:g}")
        yield from _of_nodes(task, case, words)


def _of_nodes(task: Task, case: PlanCase, words: PlanWords) -> Iterator[Said]:
    known = {stake.id for stake in case.stakes}
    named = {*task.benefits, *(need.node for need in task.needs)}
    for node in sorted(named - known):
        yield words.said("problem.node", task.id, task=words.task(task.id), found=node)
    for node, levels in sorted(task.benefits.items()):
        if not math.isfinite(levels) or levels <= 0:
            yield words.said(
                "problem.benefit",
                task.id,
                task=words.task(task.id),
                node=words.node(node),
                found=f"{levels:g}",
            )


def _of_names(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    """Settings about tasks that are not there, phases that are not there, and contradictions."""
    settings, known = case.settings, {task.id for task in case.tasks}
    groups = {one for group in settings.either_or for one in group}
    named = {*settings.pinned, *settings.required, *settings.excluded, *settings.earliest, *settings.latest}
    for task in sorted((named | groups) - known):
        yield words.said("problem.unknown-task", found=task)
    phased: tuple[Mapping[str, int], ...] = (settings.pinned, settings.earliest, settings.latest)
    for task in sorted({one for group in phased for one in group} & known):
        for given in phased:
            if task in given and not 1 <= given[task] <= settings.phases:
                yield words.said(
                    "problem.phase", task, task=words.task(task), found=given[task], phases=settings.phases
                )
    for task in sorted({*settings.pinned, *settings.required} & {*settings.excluded} & known):
        yield words.said("problem.both", task, task=words.task(task))


def _of_loops(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    loop = cycle_of(case.tasks)
    if loop:
        yield words.said("problem.cycle", *loop[1:], loop=words.joined("problem.cycle.then", loop))


def _of_importance(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    lifted = {node for task in case.tasks for node in task.benefits}
    graded = any(stake.importance is not None for stake in case.stakes if stake.id in lifted)
    if lifted and not graded and case.settings.objective == "value":
        yield words.said("problem.no-importance")


def _hints(case: PlanCase, words: PlanWords) -> Iterator[Said]:
    lifted = {node for task in case.tasks for node in task.benefits}
    for stake in sorted(case.stakes, key=lambda stake: stake.id):
        if stake.id in lifted and stake.importance is None:
            yield words.said("problem.importance", node=words.node(stake.id))
        if stake.id in lifted and stake.level is None:
            yield words.said("problem.level", node=words.node(stake.id))
    unlimited = {role for task in case.tasks for role, effort in task.effort.items() if effort}
    for role in sorted(unlimited - {*case.settings.capacity}):
        yield words.said("problem.unlimited", role=words.role(role))


def _is_amount(found: float) -> bool:
    return math.isfinite(found) and found >= 0


def _in_order(numbers: Numbers) -> list[int]:
    """Tasks after those that they wait for."""
    graph = {place: [one for one in before if one >= 0] for place, before in enumerate(numbers.before)}
    return list(TopologicalSorter(graph).static_order())


def _alone(place: int, numbers: Numbers, words: PlanWords) -> Said | None:
    """Why a task fits into no plan, whatever else is in it."""
    task, (first, last) = numbers.tasks[place], numbers.windows[place]
    names = {"task": words.task(task.id)}
    if first > last:
        return words.said(
            "problem.window",
            task.id,
            **names,
            takes=words.phases(task.phases),
            phases=numbers.phases,
            window=words.window(task),
        )
    for limit in numbers.limits:
        if limit.loads[place] > _most(limit, place, numbers):
            return words.too_large(task, limit, limit.loads[place], range(first, last + task.phases))
    if numbers.budget is not None and numbers.costs[place] > numbers.budget:
        return words.said("problem.too-expensive", task.id, **names, found=f"{task.cost:g}")
    absent = sorted({*task.predecessors} - {one.id for one in numbers.tasks})
    if absent:
        return words.said("problem.predecessor", task.id, **names, found=words.listed(absent))
    return None


def _most(limit: Limit, place: int, numbers: Numbers) -> int:
    """The most that every phase of a run of phases has, over the runs in which a task could be done."""
    first, last = numbers.windows[place]
    length = numbers.lengths[place]
    return max(min(limit.capacity[start - 1 : start - 1 + length]) for start in range(first, last + 1))


def _after_blocked(place: int, numbers: Numbers, found: Mapping[int, Said], words: PlanWords) -> Said | None:
    task = numbers.tasks[place]
    for other in numbers.before[place]:
        before = numbers.tasks[other].id
        if other in numbers.never:
            return words.said(
                "problem.after-excluded", task.id, before, task=words.task(task.id), before=words.task(before)
            )
        if other in found:
            return words.said(
                "problem.after-blocked", task.id, before, task=words.task(task.id), before=words.task(before)
            )
    return None
