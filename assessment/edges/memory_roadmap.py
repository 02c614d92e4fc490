"""The part of the store in memory that keeps chosen initiatives and how they are getting on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from assessment.edges.memory_priorities import MemoryPriorities
from assessment.edges.roadmap_rules import next_initiatives, next_progress
from assessment.roadmap_records import InitiativeKey, PickedInitiative, Progress

_Said = TypeVar("_Said", PickedInitiative, Progress)


class MemoryRoadmap(MemoryPriorities):
    """Roadmaps in memory."""

    def add_initiatives(
        self,
        engagement: str,
        items: Iterable[PickedInitiative],
        by: str = "",
        seen: Mapping[InitiativeKey, int] | None = None,
    ) -> list[PickedInitiative]:
        """Append initiatives, all or nothing; a known one gets a new revision; answers what stands then.

        Raises:
            UnknownUnitError: the engagement has no such unit.
            RoadmapChangedError: the current revision is not the one that was seen.
        """
        given = list(items)
        with self._lock:
            kept = self._known(engagement)
            kept.check(item.unit for item in given)
            stands = next_initiatives(_last(kept.initiatives), given, by, seen)
            self._keep(replace(kept, initiatives=_appended(kept.initiatives, stands)))
            return stands

    def initiatives(self, engagement: str, unit: str | None = None) -> list[PickedInitiative]:
        """The current initiatives that are not deleted, in the order they were chosen."""
        found = [one for kept in self._found(engagement) for one in _last(kept.initiatives).values()]
        return [one for one in found if not one.deleted and unit in (None, one.unit)]

    def initiative_history(self, engagement: str, key: InitiativeKey) -> list[PickedInitiative]:
        """Every revision of one initiative, oldest first, also of a deleted one."""
        return [one for kept in self._found(engagement) for one in kept.initiatives.get(key, ())]

    def record_progress(
        self,
        engagement: str,
        items: Iterable[Progress],
        by: str = "",
        seen: Mapping[InitiativeKey, int] | None = None,
    ) -> list[Progress]:
        """Append how initiatives are getting on, all or nothing; answers what stands then.

        Raises:
            UnknownUnitError: the engagement has no such unit.
            RoadmapChangedError: the current revision is not the one that was seen.
            ValueError: a unit has never chosen such an initiative.
        """
        given = list(items)
        with self._lock:
            kept = self._known(engagement)
            kept.check(item.unit for item in given)
            stands = next_progress(_last(kept.progress), given, _last(kept.initiatives), by, seen)
            self._keep(replace(kept, progress=_appended(kept.progress, stands)))
            return stands

    def progress(self, engagement: str, unit: str | None = None) -> list[Progress]:
        """What stands about every initiative of which anything was said, ordered by unit and initiative."""
        found = [one for kept in self._found(engagement) for one in _last(kept.progress).values()]
        return sorted((one for one in found if unit in (None, one.unit)), key=lambda one: one.key)

    def progress_history(self, engagement: str, key: InitiativeKey) -> list[Progress]:
        """Everything that was said about one initiative, oldest first."""
        return [one for kept in self._found(engagement) for one in kept.progress.get(key, ())]


def _last(records: Mapping[InitiativeKey, tuple[_Said, ...]]) -> dict[InitiativeKey, _Said]:
    """What stands, by key."""
    return {key: revisions[-1] for key, revisions in records.items()}


def _appended(
    records: Mapping[InitiativeKey, tuple[_Said, ...]], stands: Iterable[_Said]
) -> dict[InitiativeKey, tuple[_Said, ...]]:
    """The records with what is new among what stands."""
    found = dict(records)
    for one in stands:
        before: tuple[_Said, ...] = found.get(one.key, ())
        if not before or before[-1] is not one:
            found[one.key] = (*before, one)
    return found
