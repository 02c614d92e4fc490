"""What matters first for one unit: use cases over a store, or over files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment import service
from assessment.class_draws import class_shares, levels_drawn
from assessment.engagement import Unit, Wave
from assessment.importance import adopted_grades
from assessment.ports import Place, Shelf, Store
from assessment.priorities import Basis, Ground, Priority, priorities
from assessment.priority_chart import View
from assessment.rated_units import Floats
from assessment.rating_noise import votes_by_rater
from assessment.ratings import Rating, Target
from assessment.rubric import OVERALL, Rubric
from assessment.scoring import Scorer


@dataclass(frozen=True)
class Prioritised:
    """The nodes of a tier in order, and how often each keeps its class under other weights.

    `drawn` are the levels under these weights, by node; the same for all tiers, targets and importance.
    """

    ground: Ground
    tier: str
    found: tuple[Priority, ...]
    kept: Mapping[str, float]
    drawn: Mapping[str, Floats] = field(default_factory=dict, repr=False)


def basis_of(view: View) -> Basis:
    """What levels are held against in a view."""
    return "required" if view == "required" else "target"


def prioritised(
    ground: Ground, tier: str, basis: Basis = "target", drawn: Mapping[str, Floats] | None = None
) -> Prioritised:
    """What matters first among the nodes of a tier, with the share of draws that keep each class.

    `drawn` are the levels under other weights, where they are known for these ratings and weights.
    """
    found = priorities(ground, tier, basis)
    levels = levels_drawn(ground) if drawn is None else drawn
    return Prioritised(ground, tier, found, class_shares(ground, found, levels), levels)


def tiers_to_show(rubric: Rubric) -> tuple[str, ...]:
    """The tiers that have nodes, from the top; without that of the whole."""
    return tuple(tier for tier in rubric.tiers if tier != OVERALL and rubric.of_tier(tier))


def usual_tier(rubric: Rubric) -> str:
    """The tier right above the indicators, where there is one."""
    tiers = tiers_to_show(rubric)
    return tiers[-2] if len(tiers) > 1 else tiers[0]


def ground_of(store: Store, shelf: Shelf, engagement: str, unit: str, wave: str) -> Ground:
    """What the priorities of a unit in a wave rest on.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    units = tuple(store.units(engagement))
    service.unit_among(units, engagement, unit)
    service.wave_of(store, engagement, wave)
    rubric = service.rubric_in(store, shelf, engagement, wave)
    ratings = store.ratings(engagement, unit, wave)
    return Ground(
        rubric=rubric,
        units=units,
        unit=unit,
        ratings=service.adopted_ratings(ratings).get(unit, {}),
        by_rater=votes_by_rater(ratings).get(unit, {}),
        importance=adopted_grades(rubric, store.importance(engagement), store.importance_votes(engagement)),
        targets=store.targets(engagement),
        benchmark=service.benchmark_of(store, shelf, store.engagement(engagement)),
    )


def ground_of_files(
    rubric: Rubric,
    ratings: list[Rating],
    unit: str,
    importance: Mapping[Place, str],
    targets: Mapping[Place, Target],
) -> Ground:
    """The same from what files say; all ratings are of one wave."""
    named = dict.fromkeys([rating.unit for rating in ratings] + [whose for whose, _ in importance if whose])
    return Ground(
        rubric=rubric,
        units=tuple(Unit(id=one, name=one) for one in named),
        unit=unit,
        ratings=service.adopted_ratings(ratings).get(unit, {}),
        by_rater=votes_by_rater(ratings).get(unit, {}),
        importance=adopted_grades(rubric, importance, {}),
        targets=targets,
    )


def levels_before(store: Store, shelf: Shelf, engagement: str, unit: str, wave: Wave) -> dict[str, float]:
    """Node -> level in the wave before; empty without one, and where it was rated on another scale."""
    earlier = [one for one in store.waves(engagement) if one.date < wave.date]
    if not earlier:
        return {}
    before = earlier[-1].id
    rubric = service.rubric_in(store, shelf, engagement, before)
    if rubric.scale != service.rubric_in(store, shelf, engagement, wave.id).scale:
        return {}
    ratings = service.adopted_ratings(store.ratings(engagement, unit, before)).get(unit, {})
    scores = Scorer(rubric).unit(ratings)
    return {node: one.score for node, one in scores.items() if one.score is not None}
