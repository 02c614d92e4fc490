"""A plan changed by hand: what it breaks, and what it is worth now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.plan_numbers import Limit, Numbers, as_effort, as_value, numbers_of
from assessment.plan_words import PlanWords, join
from assessment.roadmap import PlanCase, Said


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """What starts amount to; nothing is searched.

    Attributes:
        broken: every demand that is not met, in a fixed order; the tasks concerned are named in each.
        value: level-phases, also of a plan that breaks something.
        effort: person-months.
        finished: the last phase that is worked in.
    """

    broken: tuple[Said, ...]
    value: float
    effort: float
    finished: int


def check_plan(case: PlanCase, starts: Mapping[str, int]) -> PlanCheck:
    """What a plan breaks and what it is worth; a start that belongs to no task is left out.

    Args:
        case: what the plan is for; it has passed `plan_checks.problems_of`.
        starts: task -> the first phase of its work.
    """
    numbers, words = numbers_of(case), PlanWords(case)
    placed = numbers.by_place(starts)
    broken = [
        *(said for place in sorted(placed) for said in _of_task(place, placed, numbers, words, case)),
        *_of_all(placed, numbers, words),
        *(said for limit in numbers.limits for said in _of_limit(limit, placed, numbers, words)),
        *_of_budget(placed, numbers, words),
    ]
    inside = {task: min(max(1, start), numbers.phases + 1) for task, start in placed.items()}
    return PlanCheck(
        broken=tuple(broken),
        value=as_value(numbers.value_of(inside)),
        effort=as_effort(numbers.effort_of(placed)),
        finished=numbers.finished(placed),
    )


def _of_task(
    place: int, placed: Mapping[int, int], numbers: Numbers, words: PlanWords, case: PlanCase
) -> Iterator[Said]:
    task, start = numbers.tasks[place], placed[place]
    end = start + numbers.lengths[place] - 1
    names = {"task": words.task(task.id)}
    settings = case.settings
    if start < 1 or end > numbers.phases:
        yield words.said("check.outside", task.id, **names, end=end, phases=numbers.phases)
    if place in numbers.never:
        yield words.said("clash.excluded", task.id, **names)
    if settings.pinned.get(task.id, start) != start:
        yield words.said("check.pinned", task.id, **names, phase=settings.pinned[task.id])
    if settings.earliest.get(task.id, start) > start:
        yield words.said("clash.earliest", task.id, **names, phase=settings.earliest[task.id])
    if settings.latest.get(task.id, end) < end:
        yield words.said("check.latest", task.id, **names, phase=settings.latest[task.id], end=end)
    for other in sorted({*task.predecessors}):
        yield from _after(place, other, placed, numbers, words)
    for missing in numbers.missing_of(task.id):
        ended = {one for one, first in placed.items() if first + numbers.lengths[one] <= start}
        if sum(gain for one, gain in missing.gains.items() if one in ended) < missing.amount:
            level = f"{missing.level:g}"
            yield words.said("check.need", task.id, **names, node=words.node(missing.node), level=level)


def _after(
    place: int, other: str, placed: Mapping[int, int], numbers: Numbers, words: PlanWords
) -> Iterator[Said]:
    task = numbers.tasks[place].id
    names = {"task": words.task(task), "before": words.task(other)}
    found = numbers.by_place({other: 1})
    before = next(iter(found), -1)
    if before not in placed:
        yield words.said("check.without", task, other, **names)
        return
    ends = placed[before] + numbers.lengths[before] - 1
    if ends >= placed[place]:
        yield words.said("check.after", task, other, **names, phase=placed[place], end=ends)


def _of_all(placed: Mapping[int, int], numbers: Numbers, words: PlanWords) -> Iterator[Said]:
    for place in sorted(numbers.must - {*placed}):
        task = numbers.tasks[place].id
        yield words.said("check.required", task, task=words.task(task))
    for group in numbers.groups:
        chosen = [numbers.tasks[one].id for one in group if one in placed]
        if len(chosen) > 1:
            yield words.said("clash.either-or", *chosen, tasks=words.listed(chosen))


def _of_limit(limit: Limit, placed: Mapping[int, int], numbers: Numbers, words: PlanWords) -> Iterator[Said]:
    for phase, capacity in enumerate(limit.capacity, start=1):
        working = [
            one
            for one, start in placed.items()
            if start <= phase < start + numbers.lengths[one] and limit.loads[one]
        ]
        load = sum(limit.loads[one] for one in working)
        if load > capacity:
            ids = sorted(numbers.tasks[one].id for one in working)
            yield words.said(
                "check.limit",
                *ids,
                role=words.resource(limit.name),
                phase=phase,
                load=words.amount(limit, load),
                most=words.most(limit, (phase,)),
                tasks=join("list", map(words.task, ids)),
            )


def _of_budget(placed: Mapping[int, int], numbers: Numbers, words: PlanWords) -> Iterator[Said]:
    cost = sum(numbers.costs[one] for one in placed)
    if numbers.budget is not None and cost > numbers.budget:
        yield words.said(
            "check.budget", cost=words.amount(numbers.money, cost), most=words.most(numbers.money, (1,))
        )
