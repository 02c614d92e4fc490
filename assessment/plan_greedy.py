"""The plan that a person would make by hand: the most useful task first, as early as it fits."""

import math
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import Final

from assessment.plan_numbers import Limit, Missing, Numbers

_NOTHING: Final = 0


def greedy(numbers: Numbers) -> dict[int, int] | None:
    """A plan by rule of thumb, and the beginning of the search for the best.

    First come the tasks that must be in, those with the least room first; then, again and again, the task
    with the most value per effort together with what it waits for, as early as it fits.

    Returns:
        Task -> phase; None where the tasks that must be in do not fit this way.
    """
    table = _Table(numbers)
    order = sorted(numbers.must, key=lambda task: (*_room(numbers, task), numbers.tasks[task].id))
    for task in order:
        if task not in table.starts and not table.place(table.bundle(task)):
            return None
    _fill(table, [task for task in range(len(numbers.tasks)) if task not in table.starts])
    return table.starts


def _fill(table: "_Table", tasks: Iterable[int]) -> None:
    """Place the most useful task, again and again; an earlier rate is taken for the most it can still be."""
    waiting = [(-math.inf, task) for task in tasks]
    heapify(waiting)
    while waiting:
        _, task = heappop(waiting)
        rate = table.rate(task)
        if rate is None:
            continue
        if waiting and (-rate, task) > waiting[0]:
            heappush(waiting, (-rate, task))
        else:
            table.place(table.bundle(task))


def _room(numbers: Numbers, task: int) -> tuple[int, int]:
    first, last = numbers.windows[task]
    return last, last - first


class _Table:
    """The plan so far and what is left in every phase."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.starts: dict[int, int] = {}
        self._left = [list(limit.capacity) for limit in numbers.limits]
        self._money = numbers.budget
        self._value = 0
        self._missing: dict[int, list[Missing]] = {}
        for missing in numbers.missing:
            self._missing.setdefault(missing.task, []).append(missing)

    def rate(self, task: int) -> float | None:
        """Value per effort of a task with what it waits for; None where it does not fit or adds none."""
        bundle = self.bundle(task)
        if bundle is None:
            return None
        value, placed = self._value, self.place(bundle)
        gained = self._value - value
        effort = self.numbers.effort_of(bundle)
        if placed:
            for one in bundle:
                self._take_away(one)
            self._value = value
        return gained / (effort + 1) if placed and gained > 0 else None

    def bundle(self, task: int) -> list[int] | None:
        """A task and everything that it waits for, in an order of work; None where it can never be done."""
        found: list[int] = []
        return found if self._gather(task, found, set()) else None

    def place(self, bundle: list[int] | None) -> bool:
        """Put tasks one after the other as early as they fit; all of them or none."""
        done: list[int] = []
        for task in bundle or ():
            if not self._place_one(task):
                for one in done:
                    self._take_away(one)
                return False
            done.append(task)
        if done:
            self._value = self.numbers.value_of(self.starts)
        return bundle is not None

    def _gather(self, task: int, found: list[int], waiting: set[int]) -> bool:
        if task in self.starts or task in found:
            return True
        if task < 0 or task in waiting or not self._allowed(task, found):
            return False
        waiting.add(task)
        if not all(self._gather(other, found, waiting) for other in self.numbers.before[task]):
            return False
        if not all(self._lift(missing, found, waiting) for missing in self._missing.get(task, ())):
            return False
        found.append(task)
        return True

    def _allowed(self, task: int, found: Iterable[int]) -> bool:
        first, last = self.numbers.windows[task]
        if first > last or task in self.numbers.never:
            return False
        others = {one for group in self.numbers.groups if task in group for one in group} - {task}
        rivals = self.numbers.must - {task} if task not in self.numbers.must else frozenset[int]()
        return not others & {*self.starts, *found, *rivals}

    def _lift(self, missing: Missing, found: list[int], waiting: set[int]) -> bool:
        """Add the least laborious tasks that lift the node until the level is reached."""
        suppliers = sorted(
            missing.gains, key=lambda one: (self.numbers.efforts[one] / missing.gains[one], one)
        )
        lifted = sum(missing.gains[one] for one in suppliers if one in self.starts or one in found)
        for one in suppliers:
            if lifted >= missing.amount:
                break
            if one not in self.starts and one not in found and self._gather(one, found, waiting):
                lifted += missing.gains[one]
        return lifted >= missing.amount

    def _place_one(self, task: int) -> bool:
        first, last = self.numbers.windows[task]
        first = max(first, self._free_from(task))
        if self._money is not None and self.numbers.costs[task] > self._money:
            return False
        for phase in range(first, last + 1):
            if all(self._fits(place, limit, task, phase) for place, limit in enumerate(self.numbers.limits)):
                self._book(task, phase, 1)
                self.starts[task] = phase
                return True
        return False

    def _free_from(self, task: int) -> int:
        ends = [self._after(other) for other in self.numbers.before[task]]
        for missing in self._missing.get(task, ()):
            lifted = _NOTHING
            for one in sorted((one for one in missing.gains if one in self.starts), key=self._after):
                lifted += missing.gains[one]
                if lifted >= missing.amount:
                    ends.append(self._after(one))
                    break
            else:
                ends.append(self.numbers.phases + 1)
        return max(ends, default=1)

    def _after(self, task: int) -> int:
        """The phase after a placed task is finished."""
        return self.starts[task] + self.numbers.lengths[task]

    def _fits(self, place: int, limit: Limit, task: int, phase: int) -> bool:
        load = limit.loads[task]
        end = phase - 1 + self.numbers.lengths[task]
        return not load or min(self._left[place][phase - 1 : end]) >= load

    def _book(self, task: int, phase: int, sign: int) -> None:
        for place, limit in enumerate(self.numbers.limits):
            for step in range(phase - 1, phase - 1 + self.numbers.lengths[task]):
                self._left[place][step] -= sign * limit.loads[task]
        if self._money is not None:
            self._money -= sign * self.numbers.costs[task]

    def _take_away(self, task: int) -> None:
        self._book(task, self.starts.pop(task), -1)
