"""An independent check of plans, written from the method alone: it imports nothing of the planner.

A case is read as plain data (`PlanCase.model_dump()`), figures are floats, phases are counted from 1.
"""

from collections.abc import Mapping
from itertools import product
from typing import Any

ROUNDING = 1e-6

Case = Mapping[str, Any]
Starts = Mapping[str, int]


def end_of(task: Mapping[str, Any], start: int) -> int:
    return int(start + task["phases"] - 1)


def value(case: Case, starts: Starts) -> float:
    """`Σ b_i·(P - p_i + 1)`, where p_i is the phase of the end and no gap is closed by more than its size."""
    tasks = {task["id"]: task for task in case["tasks"]}
    total = 0.0
    for phase in range(1, case["settings"]["phases"] + 1):
        done = [tasks[one] for one, start in starts.items() if end_of(tasks[one], start) <= phase]
        for stake in case["stakes"]:
            if None in (stake["level"], stake["target"], stake["importance"]):
                continue
            gap = max(0.0, stake["target"] - stake["level"])
            lifted = sum(task["benefits"].get(stake["id"], 0.0) for task in done)
            total += stake["importance"] * min(gap, lifted)
    return total


def effort(case: Case, starts: Starts) -> float:
    return sum(sum(task["effort"].values()) for task in case["tasks"] if task["id"] in starts)


def broken(case: Case, starts: Starts) -> list[str]:
    """Every rule of the method that a plan breaks, in words for the programmer."""
    return [
        *(f"{one}: {what}" for one in starts for what in _of_task(case, starts, one)),
        *_of_settings(case, starts),
        *_of_capacity(case, starts),
        *_of_money(case, starts),
    ]


def _of_task(case: Case, starts: Starts, one: str) -> list[str]:
    tasks = {task["id"]: task for task in case["tasks"]}
    task, settings, start = tasks[one], case["settings"], starts[one]
    end = end_of(task, start)
    wrong = []
    if start < 1 or end > settings["phases"]:
        wrong.append("outside the phases")
    if start < settings["earliest"].get(one, start) or end > settings["latest"].get(one, end):
        wrong.append("outside its window")
    if settings["pinned"].get(one, start) != start:
        wrong.append("not where it is pinned")
    wrong += [
        f"before {before} is finished"
        for before in task["predecessors"]
        if before not in starts or end_of(tasks[before], starts[before]) >= start
    ]
    stakes = {stake["id"]: stake for stake in case["stakes"]}
    for need in task["needs"]:
        stake = stakes[need["node"]]
        lifts = (
            tasks[other]["benefits"].get(need["node"], 0.0)
            for other, first in starts.items()
            if end_of(tasks[other], first) < start
        )
        level = (stake["level"] or 0.0) + sum(lifts)
        if stake["target"] is not None:
            level = min(level, max(stake["target"], stake["level"] or 0.0))
        if level < need["level"] - ROUNDING:
            wrong.append(f"before {need['node']} is at {need['level']}")
    return wrong


def _of_settings(case: Case, starts: Starts) -> list[str]:
    settings = case["settings"]
    must = {*settings["pinned"], *settings["required"]}
    if settings["objective"] == "makespan":
        must = {task["id"] for task in case["tasks"]} - {*settings["excluded"]}
    wrong = [f"{one} is missing" for one in must - {*starts}]
    wrong += [f"{one} is excluded" for one in settings["excluded"] if one in starts]
    return wrong + [
        f"more than one of {g}" for g in settings["either_or"] if sum(one in starts for one in g) > 1
    ]


def _of_capacity(case: Case, starts: Starts) -> list[str]:
    settings, wrong = case["settings"], []
    for role, phase in product(settings["capacity"], range(1, settings["phases"] + 1)):
        lost = settings["lost"][phase - 1] if phase <= len(settings["lost"]) else 0.0
        most = settings["capacity"][role][phase - 1] * (1 - lost)
        load = sum(
            task["effort"].get(role, 0.0) / task["phases"]
            for task in case["tasks"]
            if task["id"] in starts and starts[task["id"]] <= phase <= end_of(task, starts[task["id"]])
        )
        if load > most + ROUNDING * len(case["tasks"]):
            wrong.append(f"{role} in phase {phase}: {load} of {most}")
    return wrong


def _of_money(case: Case, starts: Starts) -> list[str]:
    budget = case["settings"]["budget"]
    if budget is None:
        return []
    chosen = [task for task in case["tasks"] if task["id"] in starts]
    if not isinstance(budget, tuple | list):
        spent = sum(task["cost"] for task in chosen)
        return [f"{spent} of {budget}"] if spent > budget + ROUNDING else []
    return [
        f"budget of phase {phase}"
        for phase, most in enumerate(budget, start=1)
        if sum(
            task["cost"] / task["phases"]
            for task in chosen
            if starts[task["id"]] <= phase <= end_of(task, starts[task["id"]])
        )
        > most + ROUNDING * len(chosen)
    ]


def best_by_trying_all(case: Case) -> tuple[float, float] | None:
    """Value and least effort of the best plan, found by trying every one; None where none is possible."""
    tasks, phases = case["tasks"], case["settings"]["phases"]
    best: tuple[float, float] | None = None
    for chosen in product(range(phases + 1), repeat=len(tasks)):
        starts = {task["id"]: start for task, start in zip(tasks, chosen, strict=True) if start}
        if any(end_of(task, starts[task["id"]]) > phases for task in tasks if task["id"] in starts):
            continue
        if broken(case, starts):
            continue
        found = (round(value(case, starts), 6), -round(effort(case, starts), 6))
        best = found if best is None else max(best, found)
    return None if best is None else (best[0], -best[1])
