"""Published scheduling problems (PSPLIB) are solved to their known optimal makespan by the planner itself."""

import csv
from pathlib import Path

import pytest

from assessment.planning import make_plan
from assessment.roadmap import Plan, PlanCase, PlanSettings, Task

LIMIT = 8.0
"""Deterministic time; one instance reaches its optimum long before it is proved."""


@pytest.fixture
def psplib(reference: Path) -> Path:
    folder = reference / "psplib"
    if not folder.is_dir():
        pytest.skip("the PSPLIB instances are not there: put them into shared/reference/psplib")
    return folder


def _instance(path: Path) -> PlanCase:
    """Jobs that take time; a phase is a period, and the dummy jobs at both ends are left out."""
    lines = path.read_text("ascii").splitlines()
    parts: dict[str, list[list[int]]] = {}
    head = ""
    for line in lines:
        if line.endswith(":"):
            head = line.rstrip(":")
        elif line.split() and all(word.isdigit() for word in line.split()):
            parts.setdefault(head, []).append([int(word) for word in line.split()])
    capacity = parts["RESOURCEAVAILABILITIES"][0]
    after = {row[0]: row[3:] for row in parts["PRECEDENCE RELATIONS"]}
    work = {row[0]: row[2:] for row in parts["REQUESTS/DURATIONS"] if row[2]}
    tasks = tuple(
        Task(
            id=f"job {job:02}",
            phases=length,
            effort={f"R{k}": float(use * length) for k, use in enumerate(uses, start=1)},
            predecessors=tuple(f"job {other:02}" for other in work if job in after[other]),
        )
        for job, (length, *uses) in work.items()
    )
    horizon = sum(task.phases for task in tasks)
    available = {f"R{k}": (float(most),) * horizon for k, most in enumerate(capacity, start=1)}
    settings = PlanSettings(phases=horizon, phase_months=1, capacity=available, objective="makespan")
    return PlanCase(tasks=tasks, settings=settings)


@pytest.mark.reference
@pytest.mark.parametrize(("size", "count"), [("j30", 20), ("j60", 10)])
def test_every_instance_reaches_its_optimal_makespan(psplib: Path, size: str, count: int) -> None:
    with (psplib / "optimum.csv").open(encoding="utf-8") as file:
        known = {row["file"]: int(row["optimum"]) for row in csv.DictReader(file) if row["set"] == size}
    reached = {}
    for name in known:
        found = make_plan(_instance(psplib / size / name), limit=LIMIT, rest=0)
        assert isinstance(found, Plan)
        assert len(found.starts) == int(size[1:])
        reached[name] = found.finished

    assert reached == known
    assert len(known) == count
