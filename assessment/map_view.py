"""What the capability map shows of a unit: its own ratings, or what they say about another rubric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment import service
from assessment.benchmark import Benchmark
from assessment.engagement import Unit
from assessment.informed import Informant, InformedScore, moved
from assessment.informing import InformedView, informed_view
from assessment.inherited import in_force
from assessment.ports import LinkedShelf, Store
from assessment.rubric import Rubric
from assessment.scoring import NodeScore, Scorer
from assessment.standings import Aim, Standing, StandingState, aim_at, mixed_kind


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
    service.unit_of(store, engagement, unit)
    service.wave_of(store, engagement, wave)
    rubric = service.rubric_in(store, shelf, engagement, wave)
    held = _Held(
        rubric,
        store.units(engagement),
        unit,
        service.benchmark_of(store, shelf, store.engagement(engagement)),
        store,
        engagement,
    )
    if read_as in {"", rubric.id}:
        counted = service.adopted_ratings(store.ratings(engagement, unit, wave)).get(unit, {})
        scores = Scorer(rubric).unit(counted)
        return MapView(rubric, {node: held.standing(score) for node, score in scores.items()})
    return _read_across(informed_view(store, shelf, engagement, unit, wave, read_as), held)


class _Held:
    """What the nodes of the rated rubric are held against, and how important they are."""

    def __init__(
        self,
        rubric: Rubric,
        units: Sequence[Unit],
        unit: str,
        benchmark: Benchmark | None,
        store: Store,
        engagement: str,
    ) -> None:
        self.rubric, self.benchmark = rubric, benchmark
        self._units, self._unit = units, unit
        self._targets, self._grades = store.targets(engagement), store.importance(engagement)

    def aim(self, node: str) -> Aim:
        found = in_force(self._targets, self.rubric, self._units, self._unit, node)
        best = self.benchmark.best(node) if self.benchmark else None
        return aim_at(found.value.level if found else None, best.score if best else None, self.rubric.scale)

    def importance(self, node: str) -> float | None:
        found = in_force(self._grades, self.rubric, self._units, self._unit, node)
        return self.rubric.importance.get(found.value) if found else None

    def standing(self, score: NodeScore) -> Standing:
        node = score.node
        return Standing(node, score.state, score.score, score.coverage, self.aim(node), self.importance(node))


def _read_across(view: InformedView, held: _Held) -> MapView:
    informants = {leaf.id: view.scores[leaf.id].informants for leaf in view.target.indicators}
    standings = {node: _informed(one, view, held) for node, one in view.scores.items()}
    return MapView(view.target, standings, view.source, informants)


def _informed(one: InformedScore, view: InformedView, held: _Held) -> Standing:
    leaf = view.target.node(one.node).is_indicator
    state: StandingState = "scored"
    if one.level is None:
        state = "unread" if leaf and not one.informants else "no-data"
    known = [informant for informant in one.informants if informant.level is not None]
    coverage = _share(one) if leaf else one.coverage
    aim, importance = (_aim(known, view, held), _importance(known, held)) if known else (None, None)
    return Standing(one.node, state, one.level, coverage, aim, importance)


def _share(one: InformedScore) -> float:
    """The share of an indicator's links that have a level."""
    total = sum(informant.weight for informant in one.informants)
    known = sum(informant.weight for informant in one.informants if informant.level is not None)
    return known / total if total else 0.0


def _aim(known: Sequence[Informant], view: InformedView, held: _Held) -> Aim:
    aims = [held.aim(informant.node) for informant in known]
    pairs = zip(aims, known, strict=True)
    mean = sum(aim.level * one.weight for aim, one in pairs) / sum(one.weight for one in known)
    return Aim(moved(mean, view.source.scale, view.target.scale), mixed_kind(aim.kind for aim in aims))


def _importance(known: Sequence[Informant], held: _Held) -> float | None:
    pairs = [(held.importance(one.node), one.weight) for one in known]
    there = [(importance, weight) for importance, weight in pairs if importance is not None]
    return sum(one * weight for one, weight in there) / sum(w for _, w in there) if there else None
