"""What a plan is made from as whole numbers, so that what fits and what is best is decided exactly.

Levels and importance count in thousandths, so value in millionths; effort and cost in millionths, divided
without a rest among the phases of a task. Tasks stand in the order of their ids, whatever the input's.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from assessment.board import spans, working_days
from assessment.roadmap import Plan, PlanCase, PlanSettings, Stake, Task

LEVEL_UNITS: Final = 1_000
VALUE_UNITS: Final = LEVEL_UNITS * 1_000
AMOUNT_UNITS: Final = 1_000_000
_CAPACITY_UNITS: Final = 1_000
_LARGEST: Final = 2**40
"""Amounts that would need larger numbers are rounded down to millionths in each phase."""

BUDGET: Final = ""
"""The name of the limit that is the budget; every other is a role's."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What there is of one role, or of money, in each phase.

    Attributes:
        name: id of the role; `BUDGET` for money.
        loads: per task, what it takes in each phase of its work.
        capacity: per phase, rounded down to what any set of tasks can take of it.
        available: the same as it is, in person-months or cost units.
        unit: how many of these numbers are one person-month, or one cost unit.
    """

    name: str
    loads: tuple[int, ...]
    capacity: tuple[int, ...]
    available: tuple[Fraction, ...]
    unit: Fraction


@dataclass(frozen=True, slots=True)
class Closing:
    """A gap that counts: importance and gap above 0, and a task that closes some of it.

    Attributes:
        gains: place of a task -> levels that it closes, at most the gap.
    """

    node: str
    importance: int
    gap: int
    gains: Mapping[int, int]

    @property
    def is_capped(self) -> bool:
        """Whether all tasks together would close more than the gap."""
        return sum(self.gains.values()) > self.gap


@dataclass(frozen=True, slots=True)
class Missing:
    """What tasks have to lift before another one can start: `amount` levels of a node."""

    task: int
    node: str
    level: float
    amount: int
    gains: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A case as whole numbers; phases are counted from 1 and tasks from 0.

    Attributes:
        tasks: by id.
        phases: of the plan.
        lengths: phases that each task takes.
        efforts: person-months of each task in millionths.
        limits: of each phase.
        costs, budget: over all phases; None without a limit.
        before: the tasks that must be finished before each task; also those that are not there, as -1.
        windows: the first and the last phase in which each task may start; empty where first > last.
        groups: tasks of which at most one is in the plan.
        must: tasks that are in every plan.
        never: tasks that are in no plan because a person excluded them.
    """

    tasks: tuple[Task, ...]
    phases: int
    lengths: tuple[int, ...]
    efforts: tuple[int, ...]
    limits: tuple[Limit, ...]
    costs: tuple[int, ...]
    budget: int | None
    before: tuple[tuple[int, ...], ...]
    missing: tuple[Missing, ...]
    closings: tuple[Closing, ...]
    windows: tuple[tuple[int, int], ...]
    groups: tuple[tuple[int, ...], ...]
    must: frozenset[int]
    never: frozenset[int]

    def value_of(self, starts: Mapping[int, int]) -> int:
        """What is closed after each phase, weighted and added up, of a plan that starts these tasks."""
        return sum(closing.importance * self._closed(closing, starts) for closing in self.closings)

    def _closed(self, closing: Closing, starts: Mapping[int, int]) -> int:
        """Level-phases of one gap; what would be finished after the last phase closes nothing in the plan."""
        steps = sorted(
            (starts[task] + self.lengths[task] - 1, gain)
            for task, gain in closing.gains.items()
            if task in starts
        )
        left, total = closing.gap, 0
        for end, gain in steps:
            total += min(left, gain) * max(0, self.phases - end + 1)
            left -= min(left, gain)
        return total

    def missing_of(self, task: str) -> tuple[Missing, ...]:
        """What has to be lifted before a task, by its id, can start."""
        return tuple(missing for missing in self.missing if self.tasks[missing.task].id == task)

    @property
    def money(self) -> Limit:
        """The budget over all phases as if they were one."""
        budget = self.budget or 0
        available = Fraction(budget, AMOUNT_UNITS)
        return Limit(BUDGET, self.costs, (budget,), (available,), Fraction(AMOUNT_UNITS))

    def effort_of(self, starts: Iterable[int]) -> int:
        """Person-months of these tasks in millionths."""
        return sum(self.efforts[task] for task in starts)

    def finished(self, starts: Mapping[int, int]) -> int:
        """The phase at whose end the last task is finished; 0 for an empty plan."""
        return max((start + self.lengths[task] - 1 for task, start in starts.items()), default=0)

    def by_id(self, starts: Mapping[int, int]) -> dict[str, int]:
        """The same by id of the task, in the order of phases, then of ids."""
        ordered = sorted(starts.items(), key=lambda item: (item[1], self.tasks[item[0]].id))
        return {self.tasks[task].id: start for task, start in ordered}

    def by_place(self, starts: Mapping[str, int]) -> dict[int, int]:
        """The same by place of the task; what is no task is left out."""
        places = {task.id: place for place, task in enumerate(self.tasks)}
        return {places[task]: start for task, start in starts.items() if task in places}


def numbers_of(case: PlanCase) -> Numbers:
    """A case as whole numbers; the case has passed `plan_checks`."""
    settings = case.settings
    tasks = tuple(sorted(case.tasks, key=lambda task: task.id))
    places = {task.id: place for place, task in enumerate(tasks)}
    never = frozenset(places[task] for task in settings.excluded if task in places)
    named = {*settings.pinned, *settings.required}
    wanted = range(len(tasks)) if settings.objective == "makespan" else [places[t] for t in named & {*places}]
    costs = tuple(_amount(task.cost) for task in tasks)
    stakes = sorted(case.stakes, key=lambda stake: stake.id)
    return Numbers(
        tasks=tasks,
        phases=settings.phases,
        lengths=tuple(task.phases for task in tasks),
        efforts=tuple(sum(map(_amount, task.effort.values())) for task in tasks),
        limits=_limits(tasks, settings),
        costs=costs,
        budget=_amount(settings.budget) if isinstance(settings.budget, int | float) else None,
        before=tuple(tuple(sorted({places.get(one, -1) for one in task.predecessors})) for task in tasks),
        missing=tuple(_missing(tasks, {stake.id: stake for stake in stakes})),
        closings=tuple(found for stake in stakes if (found := _closing(tasks, stake)) is not None),
        windows=tuple(_window(task, settings) for task in tasks),
        groups=_groups(settings, places),
        must=frozenset(wanted) - never,
        never=never,
    )


def usable_capacity(settings: PlanSettings) -> dict[str, tuple[float, ...]]:
    """What is left of each role in each phase after holidays and other losses, in person-months.

    A phase that loses a share of its working days loses the same share of its capacity; the rest is rounded
    down to a thousandth.
    """
    kept = _kept(settings)
    return {
        role: tuple(float(_usable(each, share)) for each, share in zip(months, kept, strict=True))
        for role, months in settings.capacity.items()
    }


def levels_in_units(levels: float) -> int:
    """Levels of the scale in thousandths."""
    return round(levels * LEVEL_UNITS)


def as_value(units: float) -> float:
    """Value in level-phases."""
    return units / VALUE_UNITS


def as_effort(units: int) -> float:
    """Effort in person-months."""
    return units / AMOUNT_UNITS


def with_figures(plan: Plan, numbers: Numbers) -> Plan:
    """The plan with value, effort and last phase as they follow from its starts."""
    starts = numbers.by_place(plan.starts)
    figures = {
        "value": as_value(numbers.value_of(starts)),
        "effort": as_effort(numbers.effort_of(starts)),
        "finished": numbers.finished(starts),
    }
    return plan.model_copy(update=figures)


def _amount(amount: float) -> int:
    return round(amount * AMOUNT_UNITS)


def _window(task: Task, settings: PlanSettings) -> tuple[int, int]:
    latest = min(settings.phases, settings.latest.get(task.id, settings.phases))
    window = max(1, settings.earliest.get(task.id, 1)), latest - task.phases + 1
    pinned = settings.pinned.get(task.id)
    if pinned is None:
        return window
    return max(window[0], pinned), min(window[1], pinned)


def _groups(settings: PlanSettings, places: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    groups = {tuple(sorted({places[one] for one in group if one in places})) for group in settings.either_or}
    return tuple(sorted(group for group in groups if len(group) > 1))


def _closing(tasks: Sequence[Task], stake: Stake) -> Closing | None:
    gap, importance = levels_in_units(stake.gap), levels_in_units(stake.importance or 0)
    gains = {
        place: min(gap, levels_in_units(task.benefits[stake.id]))
        for place, task in enumerate(tasks)
        if task.benefits.get(stake.id, 0) > 0
    }
    return Closing(stake.id, importance, gap, gains) if gap and importance and gains else None


def _missing(tasks: Sequence[Task], stakes: Mapping[str, Stake]) -> Iterable[Missing]:
    """What is missing before a task can start; a node without a level has none of what is needed."""
    for place, task in enumerate(tasks):
        for need in sorted(task.needs, key=lambda need: (need.node, need.level)):
            stake = stakes.get(need.node, Stake(id=need.node))
            amount = levels_in_units(need.level) - levels_in_units(stake.level or 0)
            reach = amount if stake.target is None else levels_in_units(stake.gap)
            gains = {
                other: min(amount, levels_in_units(one.benefits[need.node]))
                for other, one in enumerate(tasks)
                if other != place and one.benefits.get(need.node, 0) > 0
            }
            if amount > 0:
                within = stake.level is not None and amount <= reach
                yield Missing(place, need.node, need.level, amount, gains if within else {})


def _limits(tasks: Sequence[Task], settings: PlanSettings) -> tuple[Limit, ...]:
    kept = _kept(settings)
    limits = [
        _limit(
            role,
            [task.effort.get(role, 0.0) for task in tasks],
            tasks,
            _shared(settings.capacity[role], kept),
        )
        for role in sorted(settings.capacity)
    ]
    if isinstance(settings.budget, tuple):
        money = [Fraction(_amount(each), AMOUNT_UNITS) for each in settings.budget]
        limits.append(_limit(BUDGET, [task.cost for task in tasks], tasks, money))
    return tuple(limit for limit in limits if any(limit.loads))


def _shared(months: Sequence[float], kept: Sequence[Fraction]) -> list[Fraction]:
    return [_usable(each, share) for each, share in zip(months, kept, strict=True)]


def _usable(months: float, share: Fraction) -> Fraction:
    whole = Fraction(_amount(months), AMOUNT_UNITS)
    if share == 1:
        return whole
    return Fraction(math.floor(whole * share * _CAPACITY_UNITS), _CAPACITY_UNITS)


def _limit(name: str, totals: Sequence[float], tasks: Sequence[Task], capacity: Sequence[Fraction]) -> Limit:
    """Loads and capacity in the largest unit in which every load is a whole number."""
    loads = [
        Fraction(_amount(total), AMOUNT_UNITS) / task.phases
        for total, task in zip(totals, tasks, strict=True)
    ]
    unit = Fraction(math.lcm(*(load.denominator for load in loads)))
    if unit * sum(loads) > _LARGEST:
        unit = Fraction(AMOUNT_UNITS)
    whole = [math.floor(load * unit) for load in loads]
    shared = math.gcd(*whole) or 1
    unit /= shared
    most = sum(whole) // shared
    return Limit(
        name=name,
        loads=tuple(load // shared for load in whole),
        capacity=tuple(min(most, math.floor(each * unit)) for each in capacity),
        available=tuple(capacity),
        unit=unit,
    )


def _kept(settings: PlanSettings) -> list[Fraction]:
    """The share of each phase's working time that is left."""
    lost = [*settings.lost, *[0.0] * settings.phases][: settings.phases]
    kept = [1 - Fraction(_amount(share), AMOUNT_UNITS) for share in lost]
    if settings.start is None or not settings.holidays:
        return kept
    dates = spans(settings.start, settings.phases, settings.phase_months, settings.holidays)
    return [
        share * Fraction(span.days, working_days(span.first, span.last) or 1)
        for share, span in zip(kept, dates, strict=True)
    ]
