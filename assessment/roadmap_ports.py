"""What the core asks of a store about roadmaps; a part of `assessment.ports.Store`."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from assessment.roadmap_records import Adoption, InitiativeKey, KeptPlan, PickedInitiative, Progress


class RoadmapRecords(Protocol):
    """Chosen initiatives, plans, and how they are getting on. Everything is appended, nothing overwritten.

    `seen` is the revision that the person saw (0: none, or one that was taken away); None, or a key that is
    not named, saves whatever is there. What already stands is not stored again.
    """

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

    def initiatives(self, engagement: str, unit: str | None = None) -> list[PickedInitiative]:
        """The current initiatives that are not deleted, in the order they were chosen."""

    def initiative_history(self, engagement: str, key: InitiativeKey) -> list[PickedInitiative]:
        """Every revision of one initiative, oldest first, also of a deleted one."""

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

    def progress(self, engagement: str, unit: str | None = None) -> list[Progress]:
        """What stands about every initiative of which anything was said, ordered by unit and initiative.

        Also about deleted ones, whose place is kept.
        """

    def progress_history(self, engagement: str, key: InitiativeKey) -> list[Progress]:
        """Everything that was said about one initiative, oldest first."""

    def keep_plan(self, engagement: str, plan: KeptPlan, by: str = "", seen: int | None = None) -> KeptPlan:
        """Append a plan, or a new revision of one; answers what stands then.

        A plan without an id gets one that was never used, in the same write.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            RoadmapChangedError: the current revision is not the one that was seen.
            ValueError: the id belongs to a plan of another unit or wave.
        """

    def plans(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[KeptPlan]:
        """The current plans that are not deleted, in the order they were first kept."""

    def plan_history(self, engagement: str, plan: str) -> list[KeptPlan]:
        """Every revision of one plan, oldest first, also of a deleted one."""

    def adopt_plan(self, engagement: str, unit: str, wave: str, plan: str, by: str = "") -> Adoption:
        """From now on this plan of the unit and wave is carried out; an empty id: none of this wave.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            ValueError: they have no such plan.
        """

    def adoptions(self, engagement: str) -> list[Adoption]:
        """Every adoption, oldest first; what holds is the last of a unit and wave."""
