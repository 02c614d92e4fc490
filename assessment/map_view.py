"""What the capability map shows of a unit: its own ratings, or what they say about another rubric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.informed import Informant, InformedScore, moved
from assessment.informing import InformedView, informed_view
from assessment.inherited import in_force
from assessment.ports import LinkedShelf, Store
from assessment.priorities import AimSource, Ground, aim_at
from assessment.prioritising import ground_of
from assessment.rubric import Rubric
from assessment.scoring import NodeScore, Scorer
from assessment.standings import Aim, AimKind, Standing, StandingState, mixed_kind

_KINDS: Final[Mapping[AimSource, AimKind]] = {
    "own": "target",
    "inherited": "target",
    "benchmark": "best",
    "top": "top",
}


@dataclass(frozen=True, slots=True)
class MapView:
    """A unit's standings on a rubric.

    Attributes:
        rubric: what is drawn.
        standings: of every node of it.
        source: the rubric that was rated where it is another one; None for the unit's own ratings.
        informants: indicator -> the nodes of the source that inform it; empty for own ratings.
    """

    rubric: Rubric
    standings: Mapping[str, Standing]
    source: Rubric | None = None
    informants: Mapping[str, tuple[Informant, ...]] | None = None

    @property
    def linked(self) -> int:
        """How many indicators the source says something about."""
        return sum(bool(nodes) for nodes in (self.informants or {}).values())

    @property
    def read(self) -> int:
        """How many indicators have a level."""
        return sum(self.standings[leaf.id].level is not None for leaf in self.rubric.indicators)


def map_view(
    store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str, read_as: str = ""
) -> MapView:
    """Where a unit stands on the engagement's rubric, or on another that its ratings inform.

    Targets and importance are those in force, see `inherited.in_force`; what has no target is held against
    the best practice published, else against the top of the scale. On another rubric an indicator's aim and
    importance are the weighted means of those of the nodes that its level is read from, as the level is;
    above the indicators they are left open.

    Args:
        store: the ratings.
        shelf: rubrics and mappings.
        engagement: id.
        unit: id.
        wave: id.
        read_as: id of another rubric; "" for the engagement's own.

    Raises:
        UnknownMappingError: no mapping leads from the engagement's rubric to the other.
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    ground = ground_of(store, shelf, engagement, unit, wave)
    rubric = ground.rubric
    if read_as in {"", rubric.id}:
        scores = Scorer(rubric).unit(ground.ratings)
        return MapView(rubric, {node: _rated(score, ground) for node, score in scores.items()})
    return _read_across(informed_view(store, shelf, engagement, unit, wave, read_as), ground)


def _rated(score: NodeScore, ground: Ground) -> Standing:
    aim, importance = _aim_at(ground, score.node), _importance_at(ground, score.node)
    return Standing(score.node, score.state, score.score, score.coverage, aim, importance)


def _aim_at(ground: Ground, node: str) -> Aim:
    found = aim_at(ground, node)
    return Aim(found.level, _KINDS[found.source])


def _importance_at(ground: Ground, node: str) -> float | None:
    found = in_force(ground.importance, ground.rubric, ground.units, ground.unit, node)
    return None if found is None else ground.rubric.importance[found.value.grade]


def _read_across(view: InformedView, ground: Ground) -> MapView:
    informants = {leaf.id: view.scores[leaf.id].informants for leaf in view.target.indicators}
    standings = {node: _informed(one, view, ground) for node, one in view.scores.items()}
    return MapView(view.target, standings, view.source, informants)


def _informed(one: InformedScore, view: InformedView, ground: Ground) -> Standing:
    leaf = view.target.node(one.node).is_indicator
    state: StandingState = "scored"
    if one.level is None:
        state = "unread" if leaf and not one.informants else "no-data"
    known = [informant for informant in one.informants if informant.level is not None]
    coverage = _share(one) if leaf else one.coverage
    aim, importance = (_aim(known, view, ground), _importance(known, ground)) if known else (None, None)
    return Standing(one.node, state, one.level, coverage, aim, importance)


def _share(one: InformedScore) -> float:
    """The share of an indicator's links that have a level."""
    total = sum(informant.weight for informant in one.informants)
    known = sum(informant.weight for informant in one.informants if informant.level is not None)
    return known / total if total else 0.0


def _aim(known: Sequence[Informant], view: InformedView, ground: Ground) -> Aim:
    aims = [_aim_at(ground, informant.node) for informant in known]
    pairs = zip(aims, known, strict=True)
    mean = sum(aim.level * one.weight for aim, one in pairs) / sum(one.weight for one in known)
    return Aim(moved(mean, view.source.scale, view.target.scale), mixed_kind(aim.kind for aim in aims))


def _importance(known: Sequence[Informant], ground: Ground) -> float | None:
    pairs = [(_importance_at(ground, one.node), one.weight) for one in known]
    there = [(importance, weight) for importance, weight in pairs if importance is not None]
    return sum(one * weight for one, weight in there) / sum(w for _, w in there) if there else None
