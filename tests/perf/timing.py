"""Ratios of things measured side by side: interleaved rounds, one ratio per round, their median."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

ROUNDS: Final = 9

Measure = Callable[[], float]
"""Does something once or many times and answers what it cost, in seconds."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of the per-round ratios, with the smallest and the largest."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f} .. {self.high:.2f})"


def total(action: Callable[[], object], repeat: int = 1) -> Measure:
    """Measures the mean time of one call over `repeat` calls."""

    def measure() -> float:
        start = time.perf_counter()
        for _ in range(repeat):
            action()
        return (time.perf_counter() - start) / repeat

    return measure


def side_by_side(measures: Mapping[str, Measure], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Each measure's cost in every round; the order alternates from round to round."""
    costs: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(rounds):
        names = list(measures) if turn % 2 == 0 else list(measures)[::-1]
        for name in names:
            costs[name].append(measures[name]())
    return costs


def call_by_call(
    actions: Mapping[str, Callable[[], object]], repeat: int, rounds: int = ROUNDS
) -> dict[str, list[float]]:
    """Each action's median time in every round, in turns call by call: for what a busy disk disturbs."""
    costs: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        times: dict[str, list[float]] = {name: [] for name in actions}
        for _ in range(repeat):
            for name, action in actions.items():
                start = time.perf_counter()
                action()
                times[name].append(time.perf_counter() - start)
        for name, each in times.items():
            costs[name].append(statistics.median(each))
    return costs


def ratio(costs: Mapping[str, list[float]], name: str, floor: str) -> Ratio:
    """How many times the floor's cost."""
    each = [cost / base for cost, base in zip(costs[name], costs[floor], strict=True)]
    return Ratio(statistics.median(each), min(each), max(each))


def report(metric: str, what: str, found: Ratio, bar: str, goal: str) -> None:
    """One line: `P1  what  ratio x.xx (min .. max)  bar <= 25  goal <= 10`."""
    print(f"{metric:<4}{what}  ratio {found}  bar {bar}  goal {goal}", flush=True)
