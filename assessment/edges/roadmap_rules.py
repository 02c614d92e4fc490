"""What every store decides the same way about roadmaps: what is a new revision, and what is refused."""

from collections.abc import Collection, Iterable, Mapping
from itertools import count
from typing import TypeVar

from assessment.edges.store_rules import utc_now
from assessment.roadmap_errors import RoadmapChangedError
from assessment.roadmap_records import Adoption, InitiativeKey, KeptPlan, PickedInitiative, Progress, Record

_Said = TypeVar("_Said", bound=Record)


def next_record(current: _Said | None, wanted: _Said, by: str, seen: int | None, name: str) -> _Said:
    """What stands after `wanted`: a new revision, or `current` itself where it says the same.

    Args:
        current: what stands; None without anything.
        wanted: what is to be kept.
        by: who says it.
        seen: the revision that the person saw, 0 for none that is there; None where it does not matter.
        name: what it is called, for the refusal.

    Raises:
        RoadmapChangedError: `seen` is not the current revision.
    """
    if current is not None and wanted.says(current):
        return current
    if current is not None and not _was_seen(current, seen):
        at = f"{current.at:%Y-%m-%d %H:%M} UTC" if current.at else ""
        raise RoadmapChangedError(name, current.by, at)
    revision = 1 if current is None else current.revision + 1
    return wanted.model_copy(update={"revision": revision, "by": by, "at": utc_now()})


def _was_seen(current: Record, seen: int | None) -> bool:
    return seen in (None, current.revision) or (seen == 0 and getattr(current, "deleted", False))


def next_initiatives(
    known: Mapping[InitiativeKey, PickedInitiative],
    items: Iterable[PickedInitiative],
    by: str,
    seen: Mapping[InitiativeKey, int] | None,
) -> list[PickedInitiative]:
    """What stands after keeping initiatives, in the order given; see `next_record`."""
    now = dict(known)
    stands = []
    for item in items:
        saw = (seen or {}).get(item.key)
        now[item.key] = next_record(now.get(item.key), item, by, saw, item.initiative.name)
        stands.append(now[item.key])
    return stands


def next_progress(
    known: Mapping[InitiativeKey, Progress],
    items: Iterable[Progress],
    chosen: Mapping[InitiativeKey, PickedInitiative],
    by: str,
    seen: Mapping[InitiativeKey, int] | None,
) -> list[Progress]:
    """What stands after recording progress, in the order given; see `next_record`.

    Raises:
        ValueError: a unit has never chosen such an initiative: a programmer's mistake.
    """
    now = dict(known)
    stands = []
    for item in items:
        if item.key not in chosen:
            raise ValueError(f"progress of an unknown initiative: {item.key}")
        saw = (seen or {}).get(item.key)
        name = chosen[item.key].initiative.name
        now[item.key] = next_record(now.get(item.key), item, by, saw, name)
        stands.append(now[item.key])
    return stands


def with_plan_id(wanted: KeptPlan, used: Collection[str]) -> KeptPlan:
    """The plan itself; one without an id with one that was never used, also not by a plan taken away."""
    if wanted.id:
        return wanted
    free = next(one for one in (f"plan-{number}" for number in count(1)) if one not in used)
    return wanted.model_copy(update={"id": free})


def next_plan(current: KeptPlan | None, wanted: KeptPlan, by: str, seen: int | None) -> KeptPlan:
    """What stands after keeping a plan; see `next_record`.

    Raises:
        ValueError: the id belongs to a plan of another unit or wave: a programmer's mistake.
    """
    if current is not None and current.place != wanted.place:
        raise ValueError(f"plan {wanted.id} belongs to {current.place}")
    return next_record(current, wanted, by, seen, wanted.name)


def next_adoption(current: Adoption | None, wanted: Adoption, known: Collection[str], by: str) -> Adoption:
    """What stands after adopting a plan; see `next_record`.

    It is never older than the one before, whatever the clock says: what holds is the last of a place.

    Raises:
        ValueError: there is no such plan: a programmer's mistake.
    """
    if wanted.plan and wanted.plan not in known:
        raise ValueError(f"{wanted.place} have no plan {wanted.plan}")
    stands = next_record(current, wanted, by, None, wanted.plan)
    if current is None or current.at is None or stands.at is None or stands is current:
        return stands
    return stands.model_copy(update={"at": max(stands.at, current.at)})
