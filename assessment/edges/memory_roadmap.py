"""The part of the store in memory that keeps chosen initiatives, plans, and how they are getting on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assessment.edges.memory_kept import appended, last
from assessment.edges.memory_priorities import MemoryPriorities
from assessment.edges.roadmap_rules import (
    next_adoption,
    next_initiatives,
    next_plan,
    next_progress,
    with_plan_id,
)
from assessment.roadmap_records import Adoption, InitiativeKey, KeptPlan, PickedInitiative, Progress


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
            stands = next_initiatives(last(kept.initiatives), given, by, seen)
            self._keep(
                replace(kept, initiatives=appended(kept.initiatives, [(one.key, one) for one in stands]))
            )
            return stands

    def initiatives(self, engagement: str, unit: str | None = None) -> list[PickedInitiative]:
        """The current initiatives that are not deleted, in the order they were chosen."""
        found = [one for kept in self._found(engagement) for one in last(kept.initiatives).values()]
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
            stands = next_progress(last(kept.progress), given, last(kept.initiatives), by, seen)
            self._keep(replace(kept, progress=appended(kept.progress, [(one.key, one) for one in stands])))
            return stands

    def progress(self, engagement: str, unit: str | None = None) -> list[Progress]:
        """What stands about every initiative of which anything was said, ordered by unit and initiative."""
        found = [one for kept in self._found(engagement) for one in last(kept.progress).values()]
        return sorted((one for one in found if unit in (None, one.unit)), key=lambda one: one.key)

    def progress_history(self, engagement: str, key: InitiativeKey) -> list[Progress]:
        """Everything that was said about one initiative, oldest first."""
        return [one for kept in self._found(engagement) for one in kept.progress.get(key, ())]

    def keep_plan(self, engagement: str, plan: KeptPlan, by: str = "", seen: int | None = None) -> KeptPlan:
        """Append a plan, or a new revision of one; answers what stands then.

        A plan without an id gets one that was never used, in the same write.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            RoadmapChangedError: the current revision is not the one that was seen.
            ValueError: the id belongs to a plan of another unit or wave.
        """
        with self._lock:
            kept = self._known(engagement)
            kept.check([plan.unit], [plan.wave])
            named = with_plan_id(plan, {one for (one,) in kept.plans})
            stands = next_plan(last(kept.plans).get((named.id,)), named, by, seen)
            self._keep(replace(kept, plans=appended(kept.plans, [((named.id,), stands)])))
            return stands

    def plans(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[KeptPlan]:
        """The current plans that are not deleted, in the order they were first kept."""
        found = [one for kept in self._found(engagement) for one in last(kept.plans).values()]
        wanted = [one for one in found if unit in (None, one.unit) and wave in (None, one.wave)]
        return [one for one in wanted if not one.deleted]

    def plan_history(self, engagement: str, plan: str) -> list[KeptPlan]:
        """Every revision of one plan, oldest first, also of a deleted one."""
        return [one for kept in self._found(engagement) for one in kept.plans.get((plan,), ())]

    def adopt_plan(self, engagement: str, unit: str, wave: str, plan: str, by: str = "") -> Adoption:
        """From now on this plan of the unit and wave is carried out; an empty id: none of this wave.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            ValueError: they have no such plan.
        """
        with self._lock:
            kept = self._known(engagement)
            kept.check([unit], [wave])
            past = [one for one in kept.adoptions if one.place == (unit, wave)]
            current = past[-1] if past else None
            known = [one.id for one in self.plans(engagement, unit, wave)]
            stands = next_adoption(current, Adoption(unit=unit, wave=wave, plan=plan), known, by)
            if stands is not current:
                self._keep(replace(kept, adoptions=(*kept.adoptions, stands)))
            return stands

    def adoptions(self, engagement: str) -> list[Adoption]:
        """Every adoption, oldest first; what holds is the last of a unit and wave."""
        return [one for kept in self._found(engagement) for one in kept.adoptions]
