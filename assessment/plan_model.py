"""The schedule as a constraint model for CP-SAT, and one run of the solver; nothing else knows the solver.

One model, two ways to write time: for value, switches "has begun by phase p" (few phases, a strong bound);
for the makespan, an interval per task (many phases). What has to hold is the same.
"""

import hashlib
import math
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal

from assessment.plan_numbers import Closing, Numbers
from assessment.planning_errors import PlannerMissingError

SEED: Final = 2003
_POLL: Final = 0.1
"""Seconds between two questions whether to stop."""
_ORDER_BITS: Final = 24
_OPTIMAL, _FEASIBLE, _IMPOSSIBLE = 4, 2, 3
"""States of the solver."""

Goal = Literal["value", "finished", "effort", "order"]
Stop = Callable[[], bool]
Heard = Callable[[float, float], None]
"""Told the objective of the best plan so far, and the bound."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one run of the solver ended with.

    Attributes:
        starts: task -> phase; None where no plan was found.
        objective, bound: of the plan, in the units of `Numbers`; no plan is beyond the bound.
        optimal: whether the plan is proved to be the best.
        impossible: whether it is proved that there is no plan.
        spent: deterministic time, in the solver's own unit.
    """

    starts: dict[int, int] | None
    objective: int
    bound: int
    optimal: bool
    impossible: bool
    spent: float


def weight_in_order(task: str) -> int:
    """A task's own weight: of equally good plans the one with the smallest sum of weight x start is picked.

    The weights are alike, so that tasks start early, and so finely different that hardly two plans have the
    same sum (the isolation lemma of Mulmuley, Vazirani and Vazirani).
    """
    digest = hashlib.sha256(task.encode()).digest()
    return (1 << _ORDER_BITS) + int.from_bytes(digest[:8], "big") % (1 << _ORDER_BITS)


class PlanModel:
    """The constraints of a case; what a run reached can be kept as one more constraint."""

    def __init__(self, numbers: Numbers, *, timed: bool = False, horizon: int = 0) -> None:
        """Make the model.

        Args:
            numbers: the case.
            timed: write time as intervals; every task is in the plan then.
            horizon: the last phase that is looked at; all of them without.

        Raises:
            PlannerMissingError: the solver is not installed.
        """
        try:
            from ortools.sat.python import cp_model
        except ImportError as missing:
            raise PlannerMissingError from missing
        self._sat = cp_model
        self._model: Any = cp_model.CpModel()  # its older methods have no types
        self.numbers = numbers
        self.phases = min(horizon or numbers.phases, numbers.phases)
        self._switches: list[dict[int, Any]] = []
        self._starts: list[Any] = []
        self._goals: dict[Goal, tuple[Any, int]] = {}
        if timed:
            self._with_intervals()
        else:
            self._with_switches()

    def run(
        self,
        goal: Goal | None,
        limit: float,
        hint: Mapping[int, int] | None = None,
        stop: Stop | None = None,
        heard: Heard | None = None,
    ) -> Found:
        """Look for the plan that is best at a goal, or for any plan.

        Args:
            goal: `value` grows, the others shrink; None for any plan.
            limit: deterministic time; the same limit ends at the same plan on every machine.
            hint: a plan to begin from.
            stop: asked again and again whether to end the search.
            heard: told about every better plan.
        """
        unit = self._aim(goal)
        self._begin_from(hint)
        solver = self._sat.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = SEED
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = max(limit, 0.0)
        with _stopping(solver, stop):
            state = solver.solve(self._model, _listener(self._sat, unit, heard))
        solved = state in {_OPTIMAL, _FEASIBLE}
        return Found(
            starts=self._read(solver) if solved else None,
            objective=round(solver.objective_value) * unit if solved and goal else 0,
            bound=round(solver.best_objective_bound) * unit if goal else 0,
            optimal=state == _OPTIMAL,
            impossible=state == _IMPOSSIBLE,
            spent=solver.response_proto.deterministic_time,
        )

    def keep(self, goal: Goal, reached: int) -> None:
        """From now on no plan may be worse at this goal than what was reached."""
        expression, unit = self._goals[goal]
        if goal == "value":
            self._model.add(expression >= reached // unit)
        else:
            self._model.add(expression <= reached // unit)

    def _aim(self, goal: Goal | None) -> int:
        self._model.clear_objective()
        if goal is None:
            return 1
        expression, unit = self._goals[goal]
        if goal == "value":
            self._model.maximize(expression)
        else:
            self._model.minimize(expression)
        return unit

    def _begin_from(self, hint: Mapping[int, int] | None) -> None:
        self._model.clear_hints()
        if hint is None:
            return
        for task, switches in enumerate(self._switches):
            for phase, switch in switches.items():
                self._model.add_hint(switch, task in hint and hint[task] <= phase)
        for task, start in enumerate(self._starts):
            self._model.add_hint(start, hint[task])

    def _read(self, solver: Any) -> dict[int, int]:  # noqa: ANN401 - the solver has no types
        if self._starts:
            return {task: int(solver.value(start)) for task, start in enumerate(self._starts)}
        begun = {
            task: [phase for phase, switch in switches.items() if solver.value(switch)]
            for task, switches in enumerate(self._switches)
        }
        return {task: min(phases) for task, phases in begun.items() if phases}

    # Time as switches

    def _with_switches(self) -> None:
        numbers, model = self.numbers, self._model
        for task, (first, last) in enumerate(numbers.windows):
            phases = range(first, last + 1)
            switches = {phase: model.new_bool_var(f"{task} by {phase}") for phase in phases}
            for phase in phases[1:]:
                model.add_implication(switches[phase - 1], switches[phase])
            self._switches.append(switches)
        for task in range(len(numbers.tasks)):
            self._after_others(task)
        for missing in numbers.missing:
            for phase, switch in self._switches[missing.task].items():
                lifted = (gain * self._done(task, phase - 1) for task, gain in missing.gains.items())
                self._model.add(sum(lifted) >= missing.amount * switch)
        self._within_limits()
        inside = [self._begun(task, numbers.phases) for task in range(len(numbers.tasks))]
        self._in_and_out(inside)
        self._add_goal("effort", zip(numbers.efforts, inside, strict=True))
        self._add_goal(
            "order",
            (
                (weight_in_order(task.id) * phase, self._begins(place, phase))
                for place, task in enumerate(numbers.tasks)
                for phase in self._switches[place]
            ),
        )
        self._add_goal("value", self._closed())

    def _begun(self, task: int, phase: int) -> Any:  # noqa: ANN401 - a switch, or 0
        """Whether a task has begun by a phase."""
        switches = self._switches[task]
        if not switches or phase < min(switches):
            return 0
        return switches[min(phase, max(switches))]

    def _begins(self, task: int, phase: int) -> Any:  # noqa: ANN401 - a sum of switches
        return self._begun(task, phase) - self._begun(task, phase - 1)

    def _done(self, task: int, phase: int) -> Any:  # noqa: ANN401 - a switch, or 0
        """Whether a task is finished at the end of a phase."""
        return self._begun(task, phase - self.numbers.lengths[task] + 1)

    def _after_others(self, task: int) -> None:
        for other in self.numbers.before[task]:
            for phase, switch in self._switches[task].items():
                done = 0 if other < 0 else self._done(other, phase - 1)
                if isinstance(done, int):
                    self._model.add(switch == 0)
                else:
                    self._model.add_implication(switch, done)

    def _within_limits(self) -> None:
        lengths = self.numbers.lengths
        for limit in self.numbers.limits:
            loads = [(task, load) for task, load in enumerate(limit.loads) if load]
            for phase, capacity in enumerate(limit.capacity, start=1):
                working = (
                    load * (self._begun(task, phase) - self._begun(task, phase - lengths[task]))
                    for task, load in loads
                )
                self._model.add(sum(working) <= capacity)

    def _in_and_out(self, inside: list[Any]) -> None:
        numbers = self.numbers
        for task in numbers.must:
            self._model.add(inside[task] >= 1)
        for task in numbers.never:
            self._model.add(inside[task] <= 0)
        for group in numbers.groups:
            self._model.add(sum(inside[task] for task in group) <= 1)
        if numbers.budget is not None:
            costs = zip(numbers.costs, inside, strict=True)
            self._model.add(sum(cost * here for cost, here in costs) <= numbers.budget)

    def _closed(self) -> Iterator[tuple[int, Any]]:
        """What is closed after each phase, with its importance."""
        for closing in self.numbers.closings:
            step = math.gcd(closing.gap, *closing.gains.values())
            for phase in range(1, self.numbers.phases + 1):
                yield closing.importance * step, self._closed_after(closing, step, phase)

    def _closed_after(self, closing: Closing, step: int, phase: int) -> Any:  # noqa: ANN401 - a sum of switches
        gains = sum(gain // step * self._done(task, phase) for task, gain in closing.gains.items())
        if not closing.is_capped:
            return gains
        closed = self._model.new_int_var(0, closing.gap // step, f"{closing.node} after {phase}")
        self._model.add(closed <= gains)
        return closed

    # Time as intervals

    def _with_intervals(self) -> None:
        numbers, model = self.numbers, self._model
        lengths = numbers.lengths
        for task, (first, last) in enumerate(numbers.windows):
            latest = min(last, self.phases - lengths[task] + 1)
            domain = self._sat.Domain(first, latest)
            self._starts.append(model.new_int_var_from_domain(domain, f"start of {task}"))
        spans = [
            model.new_fixed_size_interval_var(start, lengths[task], f"work on {task}")
            for task, start in enumerate(self._starts)
        ]
        for task, others in enumerate(numbers.before):
            for other in others:
                model.add(self._starts[task] >= self._starts[other] + lengths[other])
        self._lifted_before()
        self._cumulated(spans)
        self._in_and_out([1] * len(numbers.tasks))
        finished = model.new_int_var(0, self.phases, "finished")
        for task, start in enumerate(self._starts):
            model.add(finished >= start + lengths[task] - 1)
        self._add_goal("finished", [(1, finished)])
        weights = (weight_in_order(task.id) for task in numbers.tasks)
        self._add_goal("order", zip(weights, self._starts, strict=True))

    def _lifted_before(self) -> None:
        for missing in self.numbers.missing:
            done = {task: self._model.new_bool_var(f"{task} before") for task in missing.gains}
            for task, switch in done.items():
                ended = self._starts[task] + self.numbers.lengths[task]
                self._model.add(self._starts[missing.task] >= ended).only_enforce_if(switch)
            lifted = (gain * done[task] for task, gain in missing.gains.items())
            self._model.add(sum(lifted) >= missing.amount)

    def _cumulated(self, spans: list[Any]) -> None:
        """Roles and money per phase; what a phase has less than the fullest is taken by a block."""
        for limit in self.numbers.limits:
            most = max(limit.capacity)
            intervals = [span for span, load in zip(spans, limit.loads, strict=True) if load]
            loads = [load for load in limit.loads if load]
            for phase, capacity in enumerate(limit.capacity[: self.phases], start=1):
                if capacity < most:
                    intervals.append(self._model.new_fixed_size_interval_var(phase, 1, f"less in {phase}"))
                    loads.append(most - capacity)
            self._model.add_cumulative(intervals, loads, most)

    def _add_goal(self, goal: Goal, parts: Iterable[tuple[int, Any]]) -> None:
        """A weighted sum, in the largest unit in which every weight is a whole number."""
        kept = [(weight, part) for weight, part in parts if weight and not isinstance(part, int)]
        unit = math.gcd(*(weight for weight, _ in kept)) or 1
        self._goals[goal] = sum(weight // unit * part for weight, part in kept), unit


@contextmanager
def _stopping(solver: Any, stop: Stop | None) -> Iterator[None]:  # noqa: ANN401 - the solver has no types
    """Ends the search from beside it as soon as somebody asks for it."""
    if stop is None:
        yield
        return
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_POLL):
            if stop():
                solver.stop_search()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _listener(sat: Any, unit: int, heard: Heard | None) -> Any:  # noqa: ANN401 - the solver has no types
    if heard is None:
        return None
    tell = heard

    class Listener(sat.CpSolverSolutionCallback):  # type: ignore[misc]  # the solver has no types
        """Hands on what the solver reports."""

        def on_solution_callback(self) -> None:
            tell(self.objective_value * unit, self.best_objective_bound * unit)

    return Listener()
