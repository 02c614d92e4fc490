"""The smallest set of demands that cannot be met together, in words.

Every demand can be taken out of the case by itself; a demand belongs to the answer exactly where the rest can
be met without it (a deletion filter). Length of the work, effort and the number of phases are no demands.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assessment.plan_model import PlanModel
from assessment.plan_numbers import BUDGET, Limit, Numbers, numbers_of
from assessment.plan_words import Pair, PlanWords, join
from assessment.roadmap import Clash, PlanCase, PlanSettings, Said, Task

_LIMIT = 5.0
"""Deterministic time for one question whether demands can be met; beyond it they are taken to be."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is asked of a plan, and the case without it."""

    kind: str
    task: str
    other: str
    without: Callable[[PlanCase], PlanCase]


def clash_of(case: PlanCase) -> Clash:
    """The demands of a case that has no plan; with any one of them given up, the rest can be met."""
    case = _concerned(case)
    kept: list[Demand] = []
    left = list(_demands(case))
    current = case
    size = max(1, len(left) // 2)
    while left:
        part, rest = left[:size], left[size:]
        tried = current
        for demand in part:
            tried = demand.without(tried)
        if not _can_be_met(tried):
            current, left = tried, rest
        elif len(part) == 1:
            kept, left = [*kept, part[0]], rest
        else:
            size = max(1, size // 2)
            continue
        size = max(1, min(size * 2, len(left)))
    return Clash(reasons=tuple(_reasons(case, kept)))


def _concerned(case: PlanCase) -> PlanCase:
    """Only the tasks that must be in the plan and those that they may have to wait for."""
    settings = case.settings
    required = {*settings.required}
    if settings.objective == "makespan":
        required = {task.id for task in case.tasks} - {*settings.excluded}
    by_id = {task.id: task for task in case.tasks}
    found: set[str] = set()
    waiting = sorted(required | {*settings.pinned})
    while waiting:
        name = waiting.pop()
        if name in found or name not in by_id:
            continue
        found.add(name)
        task = by_id[name]
        needed = {need.node for need in task.needs}
        lifting = [one.id for one in case.tasks if needed & {*one.benefits}]
        waiting += [*task.predecessors, *lifting]
    tasks = tuple(task for task in case.tasks if task.id in found)
    changes = {"objective": "value", "required": tuple(sorted(required))}
    return case.model_copy(update={"tasks": tasks, "settings": settings.model_copy(update=changes)})


def _can_be_met(case: PlanCase) -> bool:
    return not PlanModel(numbers_of(case)).run(None, _LIMIT).impossible


def _demands(case: PlanCase) -> Iterator[Demand]:
    """What a reader would give up last comes first: it is tried first whether it can go."""
    settings = case.settings
    for role in sorted(settings.capacity):
        yield Demand("capacity", role, "", _dropping("capacity", role))
    if settings.budget is not None:
        yield Demand("budget", BUDGET, "", _setting(budget=None))
    for task in sorted(case.tasks, key=lambda task: task.id):
        for need in task.needs:
            yield Demand("need", task.id, need.node, _changing(task.id, "needs", need))
        for other in task.predecessors:
            yield Demand("after", task.id, other, _changing(task.id, "predecessors", other))
    for task_id in sorted(settings.excluded):
        yield Demand("excluded", task_id, "", _dropping("excluded", task_id))
    for group in settings.either_or:
        yield Demand("either-or", "", "\n".join(group), _dropping("either_or", group))
    for kind in ("latest", "earliest", "required", "pinned"):
        for task_id in sorted(getattr(settings, kind)):
            yield Demand(kind, task_id, "", _dropping(kind, task_id))


def _setting(**changes: object) -> Callable[[PlanCase], PlanCase]:
    return lambda case: case.with_settings(case.settings.model_copy(update=changes))


def _dropping(kind: str, gone: object) -> Callable[[PlanCase], PlanCase]:
    """The case without one entry of a setting; a task that is no longer pinned is not required either."""

    def without(case: PlanCase) -> PlanCase:
        held = getattr(case.settings, kind)
        rest = (
            {key: value for key, value in held.items() if key != gone}
            if hasattr(held, "items")
            else tuple(one for one in held if one != gone)
        )
        return case.with_settings(case.settings.model_copy(update={kind: rest}))

    return without


def _changing(task_id: str, part: str, gone: object) -> Callable[[PlanCase], PlanCase]:
    def changed(task: Task) -> Task:
        rest = tuple(one for one in getattr(task, part) if one != gone)
        return task.model_copy(update={part: rest}) if task.id == task_id else task

    return lambda case: case.model_copy(update={"tasks": tuple(map(changed, case.tasks))})


def _reasons(case: PlanCase, demands: Sequence[Demand]) -> Iterator[Said]:
    """Sentences; of a limit, what the named tasks take of it."""
    numbers, words = numbers_of(case), PlanWords(case)
    said = _pinned_after(demands, numbers, words)
    if said is not None:
        yield said
        return
    named = {demand.task for demand in demands} | {demand.other for demand in demands}
    for demand in sorted(demands, key=lambda one: _PLACES.index(one.kind)):
        if demand.kind in {"capacity", "budget"}:
            yield _of_limit(demand.task, numbers, words, named)
        else:
            yield _of_task(demand, case.settings, numbers, words)


_PLACES = (
    "pinned",
    "required",
    "earliest",
    "latest",
    "after",
    "need",
    "excluded",
    "either-or",
    "capacity",
    "budget",
)


def _pinned_after(demands: Sequence[Demand], numbers: Numbers, words: PlanWords) -> Said | None:
    """The commonest clash as one sentence: pinned before what it waits for can be finished."""
    kinds = {demand.kind: demand for demand in demands}
    if len(demands) != 2 or set(kinds) != {"pinned", "after"}:  # noqa: PLR2004 - a pin and what comes before
        return None
    pinned, after = kinds["pinned"], kinds["after"]
    if pinned.task != after.task:
        return None
    places = {task.id: place for place, task in enumerate(numbers.tasks)}
    first = max(1, numbers.windows[places[after.other]][0])
    return words.said(
        "clash.pinned-after",
        pinned.task,
        after.other,
        task=words.task(pinned.task),
        phase=numbers.windows[places[pinned.task]][0],
        before=words.task(after.other),
        takes=_span(first, first + numbers.lengths[places[after.other]] - 1),
    )


def _span(first: int, last: int) -> Pair:
    return (
        (f"phase {first}", f"第 {first} 阶段")
        if first == last
        else (f"phases {first}–{last}", f"第 {first}–{last} 阶段")
    )


def _of_task(demand: Demand, settings: PlanSettings, numbers: Numbers, words: PlanWords) -> Said:
    lengths = {task.id: numbers.lengths[place] for place, task in enumerate(numbers.tasks)}
    task = demand.task
    names = {"task": words.task(task)} if task else {}
    match demand.kind:
        case "after":
            takes = words.phases(lengths.get(demand.other, 1))
            other = words.task(demand.other)
            return words.said("clash.after", task, demand.other, **names, before=other, takes=takes)
        case "need":
            level = next(one.level for one in numbers.missing_of(task) if one.node == demand.other)
            return words.said("clash.need", task, **names, node=words.node(demand.other), level=f"{level:g}")
        case "either-or":
            group = demand.other.split("\n")
            return words.said("clash.either-or", *group, tasks=words.listed(group))
        case "required" | "excluded":
            return words.said(f"clash.{demand.kind}", task, **names, takes=words.phases(lengths.get(task, 1)))
        case _:
            phase = getattr(settings, demand.kind)[task]
            return words.said(
                f"clash.{demand.kind}", task, **names, phase=phase, takes=words.phases(lengths.get(task, 1))
            )


def _of_limit(name: str, numbers: Numbers, words: PlanWords, named: set[str]) -> Said:
    """How much there is of a role, or of money, and what each of the named tasks takes."""
    limit = next((one for one in numbers.limits if one.name == name), None)
    if limit is None:
        return _limit_said(numbers.money, numbers, words, named, "clash.budget")
    return _limit_said(limit, numbers, words, named, "clash.capacity")


def _open_to(places: Sequence[int], numbers: Numbers, phases: int) -> range:
    """The phases in which these tasks could be worked on; all of them where a limit has no phases."""
    windows = [(*numbers.windows[place], numbers.lengths[place]) for place in places]
    first = min((window[0] for window in windows), default=1)
    last = max((window[1] + window[2] - 1 for window in windows), default=phases)
    return range(first, last + 1) if 1 <= first <= last <= phases else range(1, phases + 1)


def _limit_said(limit: Limit, numbers: Numbers, words: PlanWords, named: set[str], code: str) -> Said:
    taking = [place for place, task in enumerate(numbers.tasks) if limit.loads[place]]
    shown = [place for place in taking if numbers.tasks[place].id in named] or taking
    ids = [numbers.tasks[place].id for place in shown]
    loads = [
        (f"{name[0]} {amount[0]}", f"{name[1]} {amount[1]}")
        for place in shown
        for name, amount in [(words.task(numbers.tasks[place].id), words.amount(limit, limit.loads[place]))]
    ]
    return words.said(
        code,
        *ids,
        role=words.resource(limit.name),
        most=words.most(limit, _open_to(shown, numbers, len(limit.capacity))),
        loads=join("list", loads),
    )
