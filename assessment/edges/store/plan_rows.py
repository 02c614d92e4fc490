"""A plan as rows of its tables, and back."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from assessment.roadmap import PlanSettings
from assessment.roadmap_records import KeptPlan

Rows = list[dict[str, Any]]

_OWN: Final = ("id", "revision", "unit", "wave", "name", "seed", "recipe", "by_hand", "deleted", "by", "at")
_ASKED: Final = ("phases", "phase_months", "objective")
_FOUND: Final = ("value", "effort", "bound", "proved", "finished", "greedy_value", "stopped")
_AT_A_PHASE: Final = ("pinned", "earliest", "latest")
_PLAINLY: Final = ("required", "excluded")


def plan_row(kept: KeptPlan) -> dict[str, Any]:
    """The plan's own row."""
    values = kept.model_dump(mode="json")
    asked, found = values["settings"], values["plan"]
    whole = asked["budget"] if isinstance(kept.settings.budget, float | int) else None
    return {
        **{name: values[name] for name in _OWN},
        **{name: asked[name] for name in _ASKED},
        **{name: found[name] for name in _FOUND},
        "begins": asked["start"],
        "budget": whole,
        "only_best": found["unique"],
    }


def plan_parts(kept: KeptPlan) -> dict[str, Rows]:
    """What stands in the tables beside it."""
    asked, found = kept.settings, kept.plan
    budget = asked.budget if isinstance(asked.budget, tuple) else ()
    starts = {"plan": found.starts, "greedy": found.greedy_starts}
    return {
        "capacity": [
            {"role": role, "phase": phase, "person_months": months}
            for role, share in asked.capacity.items()
            for phase, months in enumerate(share, start=1)
        ],
        "phase": [*_by_phase("budget", budget), *_by_phase("lost", asked.lost)],
        "holiday": [{"day": day.isoformat()} for day in asked.holidays],
        "demand": _demands(asked),
        "start": [
            {"kind": kind, "initiative": one, "phase": phase}
            for kind, begun in starts.items()
            for one, phase in begun.items()
        ],
        "left-out": [
            {"initiative": one.task, "code": one.code, "why": one.why.code} for one in found.left_out
        ],
        "left-out-word": [word for one in found.left_out for word in _words(one.task, one.why.model_dump())],
        "promise": [one.model_dump() for one in kept.promises],
    }


def _by_phase(kind: str, figures: Iterable[float]) -> Rows:
    return [{"kind": kind, "phase": phase, "figure": figure} for phase, figure in enumerate(figures, start=1)]


def _demands(asked: PlanSettings) -> Rows:
    """What is asked of single initiatives, one row each."""
    rows: Rows = []
    for kind in _AT_A_PHASE:
        rows += [_demand(kind, one, phase=phase) for one, phase in getattr(asked, kind).items()]
    for kind in _PLAINLY:
        rows += [_demand(kind, one) for one in getattr(asked, kind)]
    for number, group in enumerate(asked.either_or):
        rows += [_demand("either_or", one, choice=number) for one in group]
    return rows


def _demand(
    kind: str, initiative: str, phase: int | None = None, choice: int | None = None
) -> dict[str, Any]:
    return {"kind": kind, "initiative": initiative, "phase": phase, "choice": choice}


def _words(initiative: str, why: Mapping[str, Any]) -> Rows:
    """The words of the sentence that says why an initiative is left out."""
    said = [
        *(("task", "", task) for task in why["tasks"]),
        *(("en", name, word) for name, word in why["english"].items()),
        *(("zh", name, word) for name, word in why["chinese"].items()),
    ]
    return [{"initiative": initiative, "kind": kind, "name": name, "said": word} for kind, name, word in said]


def plan_of(row: Mapping[str, Any], parts: Mapping[str, Rows]) -> KeptPlan:
    """The plan from its row and what stands beside it."""
    settings = {
        **{name: row[name] for name in _ASKED},
        "start": row["begins"],
        "budget": _figures(parts["phase"], "budget") or row["budget"],
        "lost": _figures(parts["phase"], "lost"),
        "capacity": _capacity(parts["capacity"]),
        "holidays": [one["day"] for one in parts["holiday"]],
        **_asked(parts["demand"]),
    }
    plan = {
        **{name: row[name] for name in _FOUND},
        "unique": row["only_best"],
        "starts": _starts(parts["start"], "plan"),
        "greedy_starts": _starts(parts["start"], "greedy"),
        "left_out": _left_out(parts["left-out"], parts["left-out-word"]),
    }
    own = {name: row[name] for name in _OWN}
    return KeptPlan.model_validate({**own, "settings": settings, "plan": plan, "promises": parts["promise"]})


def _figures(rows: Rows, kind: str) -> tuple[float, ...]:
    return tuple(one["figure"] for one in rows if one["kind"] == kind)


def _capacity(rows: Rows) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for one in rows:
        found.setdefault(one["role"], []).append(one["person_months"])
    return found


def _asked(rows: Rows) -> dict[str, Any]:
    found: dict[str, Any] = {kind: _phases(rows, kind) for kind in _AT_A_PHASE}
    found |= {kind: [one["initiative"] for one in rows if one["kind"] == kind] for kind in _PLAINLY}
    groups: dict[int, list[str]] = {}
    for one in rows:
        if one["kind"] == "either_or":
            groups.setdefault(one["choice"], []).append(one["initiative"])
    return {**found, "either_or": list(groups.values())}


def _phases(rows: Rows, kind: str) -> dict[str, int]:
    return {one["initiative"]: one["phase"] for one in rows if one["kind"] == kind}


_starts = _phases


def _left_out(rows: Rows, words: Rows) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        said = [word for word in words if word["initiative"] == row["initiative"]]
        why = {
            "code": row["why"],
            "tasks": [word["said"] for word in said if word["kind"] == "task"],
            "english": {word["name"]: word["said"] for word in said if word["kind"] == "en"},
            "chinese": {word["name"]: word["said"] for word in said if word["kind"] == "zh"},
        }
        found.append({"task": row["initiative"], "code": row["code"], "why": why})
    return found
