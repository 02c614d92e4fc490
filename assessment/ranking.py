"""The ranking of an engagement's units and how far it can be trusted: use cases over a store."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from assessment import service
from assessment.assumptions import Assumptions, TableName
from assessment.comparing import AssessedWave
from assessment.flips import flips
from assessment.ports import Shelf, Store
from assessment.ranked_units import RankedUnits, rank_matrix, rank_units
from assessment.rating_noise import Votes, rating_noise, votes_by_rater
from assessment.robustness import robustness
from assessment.robustness_tables import (
    Table,
    acceptability_table,
    flips_table,
    pairs_table,
    ranks_table,
    structures_table,
)
from assessment.structures import structures


class Ranking(NamedTuple):
    """The units of one wave that are ranked, and everybody's ratings of them."""

    ranked: RankedUnits
    votes: Votes


def ranking(
    store: Store, shelf: Shelf, engagement: str, wave: str, units: Collection[str] | None = None
) -> Ranking:
    """Rank the units of a wave, in the common scope of those that are ranked.

    Args:
        store: where the engagement is kept.
        shelf: where its rubric is found.
        engagement: its id.
        wave: which round.
        units: ids of those to rank; all that have ratings without.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    service.wave_of(store, engagement, wave)
    for unit in units or ():
        service.unit_of(store, engagement, unit)
    ratings = store.ratings(engagement, wave=wave)
    adopted = service.adopted_ratings(ratings)
    chosen = [
        unit.id
        for unit in store.units(engagement)
        if unit.id in adopted and (units is None or unit.id in units)
    ]
    rubric = service.rubric_in(store, shelf, engagement, wave)
    among = set(chosen)
    return Ranking(
        rank_units(rubric, {unit: adopted[unit] for unit in chosen}),
        votes_by_rater(rating for rating in ratings if rating.unit in among),
    )


def ranking_of(here: AssessedWave, units: Sequence[str]) -> Ranking:
    """The same from a wave that was read before; units without a rating are left out."""
    among = set(units)
    rated = here.rated.of([unit for unit in here.rated.units if unit in among])
    ranked = rank_matrix(here.rubric, rated.units, rated.values, rated.not_applicable)
    return Ranking(ranked, votes_by_rater(rating for rating in here.ratings if rating.unit in among))


def rated_below(here: AssessedWave) -> dict[str, tuple[str, ...]]:
    """Unit -> the rated units below it at any depth, where there are two or more, in the tree's order."""
    above = {unit.id: unit.parent for unit in here.tree}
    found: dict[str, list[str]] = {unit.id: [] for unit in here.tree}
    for rated in here.rated.units:
        parent = above.get(rated)
        while parent is not None:
            found[parent].append(rated)
            parent = above.get(parent)
    return {unit: tuple(below) for unit, below in found.items() if len(below) > 1}


def robustness_table(found: Ranking, name: TableName, assumptions: Assumptions | None = None) -> Table:
    """One of the tables about how far the ranking can be trusted; the same seed gives the same table.

    `flips` and `structures` do not depend on the assumptions.
    """
    if name == "flips":
        return flips_table(found.ranked, flips(found.ranked))
    if name == "structures":
        return structures_table(found.ranked, structures(found.ranked))
    trusted = robustness(found.ranked, assumptions)
    if name == "acceptability":
        return acceptability_table(trusted)
    noise = rating_noise(found.ranked, found.votes)
    return pairs_table(trusted, noise) if name == "pairs" else ranks_table(trusted, noise)
