"""What people ask of single initiatives in a plan: pinned, needed, left out, early, late, either-or."""

from collections.abc import Collection, Mapping
from typing import Final, Literal, NamedTuple, get_args

from assessment.catalogue import Lang, text
from assessment.roadmap import PlanSettings

DemandKind = Literal["pinned", "required", "excluded", "earliest", "latest", "either"]
KINDS: Final[tuple[DemandKind, ...]] = get_args(DemandKind)
WITH_PHASE: Final[frozenset[DemandKind]] = frozenset({"pinned", "earliest", "latest"})
_ALONE: Final[tuple[DemandKind, ...]] = ("pinned", "required", "excluded")
"""Of these an initiative has at most one."""


class Demand(NamedTuple):
    """One demand.

    Attributes:
        tasks: the initiative; for `either` all of which at most one is planned.
        phase: counted from 1; 0 where the kind has none.
    """

    kind: DemandKind
    tasks: tuple[str, ...]
    phase: int = 0


def demands_of(settings: PlanSettings) -> tuple[Demand, ...]:
    """Every demand, by kind and then by initiative."""
    phased: Mapping[DemandKind, Mapping[str, int]] = {
        "pinned": settings.pinned,
        "earliest": settings.earliest,
        "latest": settings.latest,
    }
    listed: Mapping[DemandKind, Collection[str]] = {
        "required": settings.required,
        "excluded": settings.excluded,
    }
    found = []
    for kind in KINDS:
        found += [Demand(kind, (task,), phase) for task, phase in sorted(phased.get(kind, {}).items())]
        found += [Demand(kind, (task,)) for task in sorted(listed.get(kind, ()))]
        if kind == "either":
            found += [Demand(kind, group) for group in sorted(settings.either_or)]
    return tuple(found)


def with_demand(settings: PlanSettings, demand: Demand) -> PlanSettings:
    """The settings with one demand more; what contradicts it outright is dropped."""
    if demand.kind == "either":
        group = tuple(sorted(set(demand.tasks)))
        return settings.model_copy(update={"either_or": tuple(sorted({*settings.either_or, group}))})
    task = demand.tasks[0]
    if demand.kind in _ALONE:
        for kind in _ALONE:
            settings = _dropped(settings, kind, task)
    if demand.kind in WITH_PHASE:
        before: Mapping[str, int] = getattr(settings, demand.kind)
        return settings.model_copy(update={demand.kind: {**before, task: demand.phase}})
    listed: tuple[str, ...] = getattr(settings, demand.kind)
    return settings.model_copy(update={demand.kind: tuple(sorted({*listed, task}))})


def without_demand(settings: PlanSettings, demand: Demand) -> PlanSettings:
    """The settings with one demand fewer."""
    if demand.kind == "either":
        rest = tuple(group for group in settings.either_or if group != demand.tasks)
        return settings.model_copy(update={"either_or": rest})
    return _dropped(settings, demand.kind, demand.tasks[0])


def _dropped(settings: PlanSettings, kind: DemandKind, task: str) -> PlanSettings:
    before = getattr(settings, kind)
    if isinstance(before, tuple):
        return settings.model_copy(update={kind: tuple(one for one in before if one != task)})
    return settings.model_copy(update={kind: {one: phase for one, phase in before.items() if one != task}})


def demand_said(demand: Demand, names: Mapping[str, str], lang: Lang) -> str:
    """The demand as a sentence."""
    named = text("robustness.comma", lang).join(names.get(task, task) for task in demand.tasks)
    return text(f"roadmap.demand.{demand.kind}", lang, name=named, phase=demand.phase)


def only_known(settings: PlanSettings, tasks: Collection[str]) -> PlanSettings:
    """The settings without demands on initiatives that are no longer chosen."""
    for demand in demands_of(settings):
        if demand.kind == "either":
            group = tuple(task for task in demand.tasks if task in tasks)
            settings = without_demand(settings, demand) if group != demand.tasks else settings
            if len(group) > 1:
                settings = with_demand(settings, Demand("either", group))
        elif demand.tasks[0] not in tasks:
            settings = without_demand(settings, demand)
    return settings
