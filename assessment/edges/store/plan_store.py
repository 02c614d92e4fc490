"""The part of the SQLite store that keeps plans, and which of them is carried out."""

from assessment.edges.store import keeping_plans as keeping
from assessment.edges.store.roadmap_store import RoadmapStore
from assessment.roadmap_records import Adoption, KeptPlan


class PlanStore(RoadmapStore):
    """Plans of every engagement in one SQLite file."""

    def keep_plan(self, engagement: str, plan: KeptPlan, by: str = "", seen: int | None = None) -> KeptPlan:
        """Append a plan, or a new revision of one; answers what stands then.

        A plan without an id gets one that was never used, in the same write.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            RoadmapChangedError: the current revision is not the one that was seen.
            ValueError: the id belongs to a plan of another unit or wave.
        """
        with self._connections.write() as db:
            return keeping.append_plan(db, engagement, plan, by, seen)

    def plans(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[KeptPlan]:
        """The current plans that are not deleted, in the order they were first kept."""
        with self._connections.snapshot() as db:
            return keeping.read_plans(db, engagement, unit, wave)

    def plan_history(self, engagement: str, plan: str) -> list[KeptPlan]:
        """Every revision of one plan, oldest first, also of a deleted one."""
        with self._connections.snapshot() as db:
            return keeping.read_plan_history(db, engagement, plan)

    def adopt_plan(self, engagement: str, unit: str, wave: str, plan: str, by: str = "") -> Adoption:
        """From now on this plan of the unit and wave is carried out; an empty id: none of this wave.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            ValueError: they have no such plan.
        """
        with self._connections.write() as db:
            wanted = Adoption(unit=unit, wave=wave, plan=plan)
            return keeping.append_adoption(db, engagement, wanted, by)

    def adoptions(self, engagement: str) -> list[Adoption]:
        """Every adoption, oldest first; what holds is the last of a unit and wave."""
        with self._connections.read() as db:
            return keeping.read_adoptions(db, engagement)
