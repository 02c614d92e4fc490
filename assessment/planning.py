"""Making a plan: the greedy one, the best one and its proof, and why something is left out (method.md 6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from assessment.plan_checks import blocked, problems_of
from assessment.plan_clash import clash_of
from assessment.plan_greedy import greedy
from assessment.plan_left_out import left_out
from assessment.plan_model import Found, Goal, PlanModel, Stop, weight_in_order
from assessment.plan_numbers import Numbers, as_effort, as_value, numbers_of
from assessment.planning_errors import PlanRefusedError
from assessment.roadmap import Clash, Plan, PlanCase

DEFAULT_LIMIT: Final = 40.0
"""Deterministic time for the search, about as many seconds on a laptop; never a wall clock."""
DEFAULT_REST: Final = 20.0
"""The same for least effort and the order of equally good plans together."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: value of the best plan so far (for `makespan`: its phases), and the bound."""

    value: float
    bound: float


Told = Callable[[Progress], None]


def make_plan(
    case: PlanCase,
    limit: float = DEFAULT_LIMIT,
    stop: Stop | None = None,
    told: Told | None = None,
    rest: float = DEFAULT_REST,
) -> Plan | Clash:
    """The best plan, or what makes every plan impossible.

    First most value (or the shortest makespan), then least effort, then the fixed order of equally good
    plans; so the same tasks in any order lead to the same plan.

    Args:
        case: tasks, what is at stake, settings.
        limit: deterministic time of the search for most value.
        stop: asked again and again whether to end the search; the best plan so far is the answer then.
        told: how far the search is.
        rest: deterministic time for what decides among plans of that value.

    Raises:
        PlanRefusedError: the case has errors (`plan_checks.problems_of`).
        PlannerMissingError: the solver is not installed.
    """
    errors = tuple(problem for problem in problems_of(case) if problem.severity == "error")
    if errors:
        raise PlanRefusedError(errors)
    numbers = numbers_of(case)
    by_hand = greedy(numbers)
    search = _Search(numbers, by_hand, stop, told, is_makespan=case.settings.objective == "makespan")
    first = search.best(limit)
    if first.starts is None:
        return clash_of(case) if first.impossible else _none_found(case, search)
    starts, unique = search.settle(first.starts, rest, proved=first.optimal)
    value = numbers.value_of(starts)
    return Plan(
        starts=numbers.by_id(starts),
        left_out=left_out(case, numbers, starts, blocked(case)),
        value=as_value(value),
        effort=as_effort(numbers.effort_of(starts)),
        bound=search.bound_of(first),
        proved=first.optimal,
        unique=unique,
        finished=numbers.finished(starts),
        greedy_value=as_value(numbers.value_of(by_hand or {})),
        greedy_starts=numbers.by_id(by_hand or {}),
        stopped=search.was_stopped,
    )


def _none_found(case: PlanCase, search: "_Search") -> Plan:
    """The search ended before it found a plan that has everything that must be in it."""
    return Plan(
        starts={},
        left_out=left_out(case, search.numbers, {}, blocked(case)),
        bound=search.highest,
        stopped=search.was_stopped,
    )


class _Search:
    """The runs of the solver, one goal after the other, each beginning from the plan before."""

    def __init__(
        self,
        numbers: Numbers,
        by_hand: dict[int, int] | None,
        stop: Stop | None,
        told: Told | None,
        *,
        is_makespan: bool,
    ) -> None:
        self.numbers = numbers
        self._hint = by_hand
        self._stop, self._told = stop, told
        self._goal: Goal = "finished" if is_makespan else "value"
        horizon = numbers.finished(by_hand) if is_makespan and by_hand else 0
        self._model = PlanModel(numbers, timed=is_makespan, horizon=horizon)

    @property
    def was_stopped(self) -> bool:
        """Whether a person ended the search."""
        return self._stop is not None and self._stop()

    @property
    def highest(self) -> float:
        """What closing every gap in the first phase would be worth."""
        return as_value(self._all_closed)

    def best(self, limit: float) -> Found:
        """The plan that is best at the first goal; never worse than the greedy one, however soon it ended."""
        found, hint = self._model.run(self._goal, limit, self._hint, self._stop, self._heard), self._hint
        if hint is None or (found.starts is not None and not self._is_better(self._goal, hint, found.starts)):
            return found
        reached = self._reached(self._goal, hint)
        bound = found.bound if found.starts is not None else self._farthest
        return replace(found, starts=hint, objective=reached, bound=bound)

    def settle(self, starts: dict[int, int], limit: float, *, proved: bool) -> tuple[dict[int, int], bool]:
        """Of equally good plans the one with least effort that comes first; whether that is proved."""
        unique, left, goal = proved, limit, self._goal
        following: tuple[Goal, ...] = ("order",) if goal == "finished" else ("effort", "order")
        for after in following:
            self._model.keep(goal, self._reached(goal, starts))
            found = self._model.run(after, left, starts, self._stop)
            left -= found.spent
            unique = unique and found.optimal
            if found.starts is None:
                break
            if not self._is_better(after, starts, found.starts):
                starts = found.starts
            goal = after
        return starts, unique

    def _is_better(self, goal: Goal, one: dict[int, int], other: dict[int, int]) -> bool:
        ahead = self._reached(goal, one) - self._reached(goal, other)
        return ahead > 0 if goal == "value" else ahead < 0

    def _reached(self, goal: Goal, starts: dict[int, int]) -> int:
        """A plan's figure at a goal, in the units of `Numbers`."""
        if goal == "value":
            return self.numbers.value_of(starts)
        if goal == "finished":
            return self.numbers.finished(starts)
        if goal == "effort":
            return self.numbers.effort_of(starts)
        tasks = self.numbers.tasks
        return sum(weight_in_order(tasks[task].id) * start for task, start in starts.items())

    @property
    def _farthest(self) -> int:
        """A bound that holds without any search: every gap closed at once, or the longest task alone."""
        if self._goal == "finished":
            return max((self.numbers.lengths[task] for task in self.numbers.must), default=0)
        return self._all_closed

    @property
    def _all_closed(self) -> int:
        return sum(one.importance * one.gap * self.numbers.phases for one in self.numbers.closings)

    def bound_of(self, found: Found) -> float:
        """In the unit of the plan's value, or in phases."""
        return float(found.bound) if self._goal == "finished" else as_value(found.bound)

    def _heard(self, objective: float, bound: float) -> None:
        if self._told is not None:
            in_phases = self._goal == "finished"
            figures = (objective, bound) if in_phases else (as_value(objective), as_value(bound))
            self._told(Progress(*figures))
