"""What a plan was made from, in one line: so that a plan of other figures is known as such later."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from assessment.initiatives import Initiative
from assessment.roadmap import PlanCase
from assessment.roadmap_records import KeptPlan
from assessment.rubric import Rubric

_DIGITS: Final = 9
"""Decimals that count; what differs by less is the same figure."""
_MADE_FROM: Final = re.compile(r"figures=([0-9a-f]+)(?: lengths=(\S+))?$")


def recipe(rubric: Rubric, made_from: str) -> str:
    """The line that is kept with a plan.

    Args:
        rubric: with its version and fingerprint.
        made_from: see `made_from`; empty where it is not known.
    """
    return " ".join(part for part in (rubric.id, rubric.version, rubric.fingerprint, made_from) if part)


def made_from(case: PlanCase) -> str:
    """The fingerprint of a case's figures, and how many phases its tasks take.

    Names and roles' names do not count, nor do the settings, which are kept beside it, nor the order.
    """
    lengths = ",".join(f"{task.id}:{task.phases}" for task in sorted(case.tasks, key=lambda one: one.id))
    said = f"figures={_fingerprint(case)}"
    return f"{said} lengths={lengths}" if lengths else said


def same_figures(said: str, case: PlanCase) -> bool:
    """Whether a case has the figures that were said; also where nobody said any."""
    known = _MADE_FROM.search(said)
    return known is None or known[1] == _fingerprint(case)


def figures_in(said: str) -> str:
    """What `made_from` said, out of a whole recipe; empty where nobody said it."""
    known = _MADE_FROM.search(said)
    return known[0] if known else ""


def lengths_in(said: str) -> dict[str, int]:
    """Task -> how many phases it took when the plan was made; empty where nobody said so."""
    known = _MADE_FROM.search(said)
    pairs = (known[2] or "").split(",") if known else []
    return {task: int(phases) for task, _, phases in (one.rpartition(":") for one in pairs if one)}


def phases_taken(plan: KeptPlan, initiative: Initiative) -> int:
    """How many phases an initiative takes in a kept plan: as it did then; else as it stands today."""
    known = lengths_in(plan.recipe).get(initiative.id)
    return initiative.phases(plan.settings.phase_months) if known is None else known


def with_lengths(case: PlanCase, lengths: Mapping[str, int]) -> PlanCase:
    """The same case with these lengths of tasks, in phases; other tasks keep theirs."""
    tasks = (one.model_copy(update={"phases": lengths.get(one.id, one.phases)}) for one in case.tasks)
    return case.model_copy(update={"tasks": tuple(tasks)})


def _fingerprint(case: PlanCase) -> str:
    tasks = [one.model_dump(exclude={"name", "name_zh", "track"}) for one in case.tasks]
    for task in tasks:
        task["predecessors"] = sorted(task["predecessors"])
        task["needs"] = sorted(task["needs"], key=lambda need: (need["node"], need["level"]))
    stakes = [one.model_dump(exclude={"name", "name_zh"}) for one in case.stakes]
    said = [sorted(part, key=lambda one: str(one["id"])) for part in (tasks, stakes)]
    text = json.dumps(_rounded(said), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _rounded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return round(float(value), _DIGITS) if isinstance(value, int | float) else value
