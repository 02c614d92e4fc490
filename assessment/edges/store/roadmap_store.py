"""The part of the SQLite store that keeps chosen initiatives and how they are getting on."""

from collections.abc import Iterable, Mapping

from assessment.edges.store import keeping_roadmap as keeping
from assessment.edges.store.priority_store import PriorityStore
from assessment.roadmap_records import InitiativeKey, PickedInitiative, Progress


class RoadmapStore(PriorityStore):
    """Roadmaps of every engagement in one SQLite file."""

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
        with self._connections.write() as db:
            return keeping.append_initiatives(db, engagement, list(items), by, seen)

    def initiatives(self, engagement: str, unit: str | None = None) -> list[PickedInitiative]:
        """The current initiatives that are not deleted, in the order they were chosen."""
        with self._connections.snapshot() as db:
            return keeping.read_initiatives(db, engagement, unit)

    def initiative_history(self, engagement: str, key: InitiativeKey) -> list[PickedInitiative]:
        """Every revision of one initiative, oldest first, also of a deleted one."""
        with self._connections.snapshot() as db:
            return keeping.read_initiative_history(db, engagement, key)

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
        with self._connections.write() as db:
            return keeping.append_progress(db, engagement, list(items), by, seen)

    def progress(self, engagement: str, unit: str | None = None) -> list[Progress]:
        """What stands about every initiative of which anything was said, ordered by unit and initiative."""
        with self._connections.snapshot() as db:
            return keeping.read_progress(db, engagement, unit)

    def progress_history(self, engagement: str, key: InitiativeKey) -> list[Progress]:
        """Everything that was said about one initiative, oldest first."""
        with self._connections.snapshot() as db:
            return keeping.read_progress_history(db, engagement, key)
