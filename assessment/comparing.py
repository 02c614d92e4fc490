"""Comparing units, waves, peers and raters of an engagement: use cases over a store."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, runtime_checkable

from assessment import service
from assessment.benchmark import Benchmark
from assessment.common_nodes import ScalesDifferError, common_nodes
from assessment.comparison import SideBySide, largest_differences
from assessment.engagement import Unit, Wave
from assessment.errors import (
    ConsensusReasonError,
    NoPublishedError,
    UnknownReferenceError,
    UnknownRubricError,
    UnknownWaveError,
)
from assessment.inherited import all_in_force
from assessment.peers import PeerStanding, standings
from assessment.ports import Shelf, Store
from assessment.rated_units import RatedUnits, rated_units
from assessment.ratings import CONSENSUS, Rating
from assessment.references import (
    Differences,
    against_average,
    against_best,
    against_levels,
    against_parent,
    against_rated,
)
from assessment.renamed_nodes import ids_in, renamed, renamed_ratings
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves
from assessment.scoring import Scorer
from assessment.wave_change import WaveChange, rerated_places, wave_change

REFERENCES: Final = ("average", "best", "parent", "target", "wave")
"""What units can be held against besides a published operator, another unit or a named wave."""


@runtime_checkable
class Moving(Protocol):
    """A shelf that knows what authors say about the way between versions."""

    def moves(self, rubric_id: str, before: str, after: str) -> NodeMoves:
        """Where the nodes of one version go in another."""


@dataclass(frozen=True, slots=True)
class AssessedWave:
    """Everything about one wave that comparing starts from, read once.

    Attributes:
        tree: all units of the engagement, parents first.
        ratings: all raters' current ratings of the wave.
        adopted: unit -> indicator -> the rating that counts, in the order of the tree.
        rated: the same as matrices; units without a rating have no row.
        revision: the store's, from which on `refreshed` looks for changes.
    """

    engagement: str
    rubric: Rubric
    tree: tuple[Unit, ...]
    wave: Wave
    ratings: tuple[Rating, ...]
    adopted: Mapping[str, Mapping[str, Rating]]
    rated: RatedUnits
    revision: int

    def chosen(self, units: Sequence[str] | None) -> tuple[str, ...]:
        """The units named, or else all that are rated; UnknownUnitError for one that is not there."""
        if units is None:
            return self.rated.units
        for unit in units:
            service.unit_among(self.tree, self.engagement, unit)
        return tuple(units)


def read_wave(store: Store, shelf: Shelf, engagement: str, wave: str) -> AssessedWave:
    """Read one wave; UnknownWaveError where the engagement has none of this id."""
    revision = store.revision()  # before the ratings: what is written meanwhile is read again as a change
    found = service.wave_of(store, engagement, wave)
    rubric = service.rubric_of(shelf, store.engagement(engagement), store, found)
    tree = tuple(store.units(engagement))
    ratings = tuple(store.ratings(engagement, wave=wave))
    counted = service.adopted_ratings(ratings)
    adopted = {unit.id: counted[unit.id] for unit in tree if unit.id in counted}
    rated = rated_units(rubric, adopted)
    return AssessedWave(engagement, rubric, tree, found, ratings, adopted, rated, revision)


def refreshed(store: Store, here: AssessedWave) -> AssessedWave:
    """The wave with what was rated since; the same object where the store says nothing new.

    Only the changed ratings are read, and only their units' ratings adopted anew: of 100,000 ratings a click
    changes one.
    """
    revision = store.revision()
    if revision == here.revision:
        return here
    news = {r.key: r for r in store.changes(here.engagement, here.revision) if r.wave == here.wave.id}
    wave = service.wave_of(store, here.engagement, here.wave.id)
    if not news:
        return replace(here, wave=wave, revision=revision)
    merged = {**{rating.key: rating for rating in here.ratings}, **news}
    ratings = tuple(merged[key] for key in sorted(merged))
    touched = {rating.unit for rating in news.values()}
    again = service.adopted_ratings(rating for rating in ratings if rating.unit in touched)
    counted = {unit: given for unit, given in here.adopted.items() if unit not in touched} | again
    adopted = {unit.id: counted[unit.id] for unit in here.tree if unit.id in counted}
    rated = rated_units(here.rubric, adopted)
    return replace(here, wave=wave, ratings=ratings, adopted=adopted, rated=rated, revision=revision)


def wave_before(store: Store, engagement: str, wave: str) -> str | None:
    """Id of the wave before this one; None for the first."""
    waves = [found.id for found in store.waves(engagement)]
    if wave not in waves:
        raise UnknownWaveError(wave, engagement, ", ".join(waves))
    place = waves.index(wave)
    return waves[place - 1] if place else None


def held_against(
    store: Store, shelf: Shelf, here: AssessedWave, reference: str, units: Sequence[str] | None = None
) -> Differences:
    """Units and nodes beside a reference.

    Args:
        store: where targets, published figures and other waves are kept.
        shelf: where rubric and published data are found.
        here: the wave.
        reference: one of `REFERENCES` (`wave` is the wave before), or the id of another wave, of a unit, or
            of a published operator.
        units: ids of those that are compared, which `average` and `best` are taken over; all that are
            rated without.

    Raises:
        UnknownReferenceError: there is nothing of this name; for the first wave also `wave`.
        UnknownUnitError: the engagement has no such unit.
        ScalesDifferError: the other wave is on a version with another scale.
    """
    rubric, chosen = here.rubric, here.chosen(units)
    rated = here.rated.of(chosen)
    if reference == "average":
        return against_average(rubric, rated)
    if reference == "best":
        return against_best(rubric, rated)
    if reference == "parent":
        return against_parent(rubric, rated, here.tree, here.rated)
    if reference == "target":
        held = all_in_force(store.targets(here.engagement), rubric, here.tree)
        return against_levels(rubric, rated, {place: found.value.level for place, found in held.items()})
    return _against_named(store, shelf, here, reference, rated)


def side_by_side(here: AssessedWave, units: Sequence[str], tier: str | None = None) -> SideBySide:
    """Where these units differ most, on the indicators that apply to all of them."""
    chosen = here.chosen(units)
    return largest_differences(here.rubric, {unit: here.adopted.get(unit, {}) for unit in chosen}, tier)


def beside_peers(
    store: Store,
    shelf: Shelf,
    here: AssessedWave,
    unit: str,
    *,
    named: bool = False,
    published: Benchmark | None = None,
) -> tuple[PeerStanding, ...]:
    """A unit beside the published operators, itself left out; hidden below five unless `named`.

    `published` is another data set than the engagement's own.

    Raises:
        NoPublishedError: the engagement has no published data set.
        UnknownUnitError: the engagement has no such unit.
    """
    here.chosen([unit])
    benchmark = published or service.benchmark_of(store, shelf, store.engagement(here.engagement))
    if benchmark is None:
        raise NoPublishedError(here.engagement)
    scores = Scorer(here.rubric).unit(here.adopted.get(unit, {}))
    levels = {node: found.score for node, found in scores.items()}
    return standings(here.rubric, benchmark, levels, [unit], named=named)


def changed_since(
    before: AssessedWave, after: AssessedWave, units: Sequence[str] | None = None
) -> WaveChange:
    """What the change of every unit and node between two waves is made of; the common nodes of two versions.

    Raises:
        ScalesDifferError: the waves are on versions with different scales.
    """
    _check_scales(before, after)
    again = rerated_places(before.ratings, after.ratings)
    if units is None:
        return wave_change(after.rubric, before.rated, after.rated, again, before.rubric)
    chosen = after.chosen(units)
    return wave_change(after.rubric, before.rated.of(chosen), after.rated.of(chosen), again, before.rubric)


def on_the_nodes_of(shelf: Shelf, before: AssessedWave, after: AssessedWave) -> AssessedWave:
    """The earlier wave under the ids that its nodes have in the later wave's version of the rubric.

    Where nodes went is what the author of the later version says (`migration.yaml`), as in moving an
    engagement. On a shelf that knows nothing about it, or no longer has the versions, ids stay as they are.
    """
    rubric = before.rubric
    if (
        rubric.id != after.rubric.id
        or rubric.version == after.rubric.version
        or not isinstance(shelf, Moving)
    ):
        return before
    try:
        moves = shelf.moves(rubric.id, rubric.version, after.rubric.version)
    except UnknownRubricError:
        return before
    ids = ids_in(rubric, after.rubric, moves)
    if all(old == new for old, new in ids.items()):
        return before
    there, ratings = renamed(rubric, ids), renamed_ratings(before.ratings, ids)
    counted = service.adopted_ratings(ratings)
    adopted = {unit: counted[unit] for unit in before.adopted}
    rated = rated_units(there, adopted)
    return replace(before, rubric=there, ratings=ratings, adopted=adopted, rated=rated)


def _check_scales(before: AssessedWave, after: AssessedWave) -> None:
    scales = [(one.rubric.scale.min, one.rubric.scale.max) for one in (before, after)]
    if scales[0] != scales[1]:
        names = (f"{one.wave.name} ({one.rubric.id} {one.rubric.version})" for one in (before, after))
        raise ScalesDifferError(*names)


def votes_on(here: AssessedWave, units: Collection[str] | None = None) -> tuple[Rating, ...]:
    """The ratings that agreement is judged by: of these units, or of all."""
    return tuple(rating for rating in here.ratings if units is None or rating.unit in units)


def adopt(
    store: Store,
    shelf: Shelf,
    engagement: str,
    consensus: Rating,
    by: str,
    reason: str,
    seen_revision: int | None = None,
) -> Rating:
    """Let a rating stand for all raters' of its place, with the reason.

    Args:
        store: where the engagement is kept.
        shelf: where its rubric is found.
        engagement: its id.
        consensus: unit, wave, indicator and what is adopted; whoever its rater is.
        by: who adopts it.
        reason: why; kept with the revision.
        seen_revision: of the consensus, as for `service.rate`.

    Raises:
        ConsensusReasonError: the reason is blank.
        ScoreRefusedError, ChangedElsewhereError, WaveLockedError, UnitSignedOffError: as for `service.rate`.
    """
    if not reason.strip():
        raise ConsensusReasonError(consensus.indicator)
    adopted = consensus.model_copy(update={"rater": CONSENSUS, "by": by, "why": reason.strip()})
    return service.rate(store, shelf, engagement, adopted, seen_revision)


def _levels(here: AssessedWave, units: Sequence[str]) -> dict[tuple[str, str], float]:
    """(unit, node) -> score, by the wave's own version of the rubric."""
    scorer = Scorer(here.rubric)
    scored = {unit: scorer.unit(here.adopted[unit]) for unit in units if unit in here.adopted}
    return {
        (unit, node): found.score
        for unit, nodes in scored.items()
        for node, found in nodes.items()
        if found.score is not None
    }


def _against_named(
    store: Store, shelf: Shelf, here: AssessedWave, reference: str, rated: RatedUnits
) -> Differences:
    """Against another wave, a unit, or a published operator, whichever has this name."""
    waves = [wave.id for wave in store.waves(here.engagement) if wave.id != here.wave.id]
    other = wave_before(store, here.engagement, here.wave.id) if reference == "wave" else reference
    if other in waves:
        earlier = on_the_nodes_of(shelf, read_wave(store, shelf, here.engagement, other), here)
        if common_nodes(earlier.rubric, here.rubric) is None:
            return against_rated(here.rubric, rated, earlier.rated.of(rated.units))
        _check_scales(earlier, here)
        return against_levels(here.rubric, rated, _levels(earlier, rated.units))
    if reference in here.rated.units:
        return against_rated(here.rubric, rated, here.rated.of([reference] * len(rated.units)))
    benchmark = service.benchmark_of(store, shelf, store.engagement(here.engagement))
    operators = [operator.id for operator in benchmark.operators] if benchmark else []
    if benchmark is None or reference not in operators:
        known = [name for name in REFERENCES if name != "wave" or waves]
        raise UnknownReferenceError(reference, ", ".join([*known, *waves, *operators]))
    printed = {
        ("", score.node): score.score
        for score in benchmark.scores
        if score.operator == reference and score.score is not None
    }
    return against_levels(here.rubric, rated, printed)
