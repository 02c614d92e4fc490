"""Following a unit's roadmap through: the use cases behind the page Follow-through."""

import datetime as dt
from dataclasses import dataclass

from assessment import service
from assessment.catalogue import Lang
from assessment.engagement import Wave
from assessment.follow_through import Followed, ShareDone, by_phase, by_track, followed, share_done
from assessment.initiatives import names
from assessment.outcomes import Outcome, outcomes, phases_over, unfinished_by_node
from assessment.ports import LinkedShelf, Store
from assessment.roadmap_records import KeptPlan, Progress
from assessment.roadmapping import plan_in_force
from assessment.rubric import Rubric


@dataclass(frozen=True)
class Following:
    """A unit's roadmap as it stands on a day.

    Attributes:
        plan: the one that is carried out; None where none is.
        found: every chosen initiative, the most pressing first.
        today: the day.
    """

    plan: KeptPlan | None
    found: tuple[Followed, ...]
    today: dt.date

    @property
    def counted(self) -> tuple[Followed, ...]:
        """What the plan has, and what is under way without it; without a plan everything."""
        return tuple(one for one in self.found if self.plan is None or one.phases or one.progress)

    @property
    def beside(self) -> tuple[Followed, ...]:
        """What is chosen but neither in the plan nor under way."""
        counted = {one.id for one in self.counted}
        return tuple(one for one in self.found if one.id not in counted)

    @property
    def share(self) -> ShareDone:
        """How much is done of what counts."""
        return share_done(self.counted, self.today)

    @property
    def tracks(self) -> dict[str, ShareDone]:
        """How much of each track is done, of what counts."""
        return by_track(self.counted, self.today)

    @property
    def phases(self) -> dict[int, ShareDone]:
        """How much is done of what each phase finishes."""
        return by_phase(self.found, self.today)

    def names(self, lang: Lang) -> dict[str, str]:
        """Names of the initiatives by id."""
        return names((one.initiative for one in self.found), lang)


@dataclass(frozen=True)
class Compared:
    """What a plan projected against a later wave.

    Attributes:
        plan: what was carried out.
        wave: the later one.
        phase: by whose end the projection is taken.
        dated: whether the phase follows from the wave's date; else it is the plan's last.
        rubric: of the later wave.
        outcomes: every node with a projection, in the rubric's order.
    """

    plan: KeptPlan
    wave: Wave
    phase: int
    dated: bool
    rubric: Rubric
    outcomes: tuple[Outcome, ...]


def follow(store: Store, engagement: str, unit: str, wave: str, today: dt.date) -> Following:
    """A unit's roadmap as it stands on a day, by the plan that is carried out.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    service.unit_of(store, engagement, unit)
    service.wave_of(store, engagement, wave)
    plan = plan_in_force(store, engagement, unit, wave)
    items, said = store.initiatives(engagement, unit), store.progress(engagement, unit)
    return Following(plan, followed(items, said, plan, today), today)


def record(store: Store, engagement: str, progress: Progress, by: str, seen: int = 0) -> Progress:
    """Record how an initiative is getting on; everything that was said before stays readable.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        progress: what is to stand.
        by: id of the person who says it.
        seen: the revision that stood when the person looked; 0 for nothing.

    Raises:
        RoadmapChangedError: somebody else said something meanwhile.
    """
    return store.record_progress(engagement, [progress], by, {progress.key: seen})[0]


def compare_with_projection(
    store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str, today: dt.date
) -> Compared | None:
    """The projected scores of the plan that was carried out against those of a later wave.

    The wave in view where a plan was carried out before it; else the first wave after the one whose plan is
    carried out. None where there is no such pair, or the unit has no score in the later wave.
    """
    found = _plan_and_later_wave(store, engagement, unit, wave)
    if found is None:
        return None
    plan, later = found
    scores = service.scores(store, shelf, engagement, later.id).get(unit)
    if not scores or not plan.promises:
        return None
    over = phases_over(plan.settings, later.date)
    known = sorted({one.phase for one in plan.promises})
    phase = known[-1] if over is None else max((one for one in known if one <= over), default=known[0])
    rubric = service.rubric_in(store, shelf, engagement, later.id)
    standing = followed(store.initiatives(engagement, unit), store.progress(engagement, unit), plan, today)
    reached = {node: one.score for node, one in scores.items()}
    late = unfinished_by_node(standing, phase, rubric)
    nodes = [node.id for node in rubric.nodes]
    compared = outcomes(plan.promises, phase, reached, nodes, late)
    return Compared(plan, later, phase, over is not None, rubric, compared) if compared else None


def _plan_and_later_wave(store: Store, engagement: str, unit: str, wave: str) -> tuple[KeptPlan, Wave] | None:
    waves = store.waves(engagement)
    here = next(place for place, one in enumerate(waves) if one.id == wave)
    if here:
        before = plan_in_force(store, engagement, unit, waves[here - 1].id)
        if before is not None:
            return before, waves[here]
    plan = plan_in_force(store, engagement, unit, wave)
    if plan is None or here + 1 == len(waves):
        return None
    return plan, waves[here + 1]
