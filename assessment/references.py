"""Units x nodes against a reference: the unit above, the average, the best, a level, another unit or wave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assessment.engagement import Unit
from assessment.rated_units import Floats, RatedUnits, below
from assessment.rubric import Rubric
from assessment.scoring import Scorer

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Differences:
    """Every unit and node beside what it is held against; all arrays are units x nodes unless said otherwise.

    Attributes:
        units, nodes: ids of rows and columns, nodes in the order of `Rubric.nodes`.
        score: the unit's own, on the indicators that also apply to the reference where that is one unit or
            wave; NaN where there is none.
        against: the reference's, NaN where there is none.
        difference: `score - against`; NaN where either is missing.
        made_of: how many scores the reference's figure is the mean of; 1 for a single one, 0 for none.
        common: how many indicators below the node apply to the unit, and to the reference where that is one
            unit or wave.
        indicators: by node, how many there are below it.
    """

    units: tuple[str, ...]
    nodes: tuple[str, ...]
    score: Floats
    against: Floats
    difference: Floats
    made_of: Ints
    common: Ints
    indicators: Ints


def against_average(rubric: Rubric, rated: RatedUnits) -> Differences:
    """Against the mean of all these units' scores, the unit's own among them."""
    scores = _scores(rubric, rated)
    count = np.isfinite(scores).sum(axis=0)
    sums = np.nansum(scores, axis=0)
    mean = np.where(count > 0, sums / np.maximum(count, 1), np.nan)
    return _against(rubric, rated, scores, np.broadcast_to(mean, scores.shape), count)


def against_best(rubric: Rubric, rated: RatedUnits) -> Differences:
    """Against the highest score among these units at each node."""
    scores = _scores(rubric, rated)
    seen = np.isfinite(scores)
    best = np.where(
        seen.any(axis=0), np.max(np.where(seen, scores, -np.inf), axis=0, initial=-np.inf), np.nan
    )
    return _against(rubric, rated, scores, np.broadcast_to(best, scores.shape))


def against_levels(rubric: Rubric, rated: RatedUnits, levels: Mapping[tuple[str, str], float]) -> Differences:
    """Against given levels, such as targets or a published operator.

    Args:
        rubric: what is measured.
        rated: the units.
        levels: (unit id or "" for every unit, node id) -> level; a unit's own comes first.
    """
    scores = _scores(rubric, rated)
    against = np.full_like(scores, np.nan)
    column = {node.id: place for place, node in enumerate(rubric.nodes)}
    row = {unit: place for place, unit in enumerate(rated.units)}
    for (unit, node), level in sorted(levels.items()):  # "" sorts first, so that a unit's own overwrites it
        if node in column and (unit == "" or unit in row):
            against[slice(None) if unit == "" else row[unit], column[node]] = level
    return _against(rubric, rated, scores, against)


def against_rated(rubric: Rubric, rated: RatedUnits, other: RatedUnits) -> Differences:
    """Against a partner in the same row, both on the indicators that apply to both (method.md section 1).

    Args:
        rubric: what is measured.
        rated: the units.
        other: their partners row by row: the same units in another wave, one unit repeated, parents. A row
            without any score has no reference.
    """
    scorer = Scorer(rubric)
    own = np.asarray(rated.scores(scorer, other.not_applicable).score, np.float64)
    against = np.asarray(other.scores(scorer, rated.not_applicable).score, np.float64)
    outside = rated.not_applicable | other.not_applicable
    return _differences(rubric, rated.units, own, against, np.isfinite(against).astype(np.int64), ~outside)


def against_parent(
    rubric: Rubric, rated: RatedUnits, tree: Sequence[Unit], everybody: RatedUnits | None = None
) -> Differences:
    """Against the unit above; where that one is not rated itself, against the average of its rated units.

    Args:
        rubric: what is measured.
        rated: the units that are compared.
        tree: all units of the engagement.
        everybody: all rated units, where only some are compared.
    """
    there = rated if everybody is None else everybody
    above = {unit.id: unit.parent or "" for unit in tree}
    parents = [above.get(unit, "") for unit in rated.units]
    has_rating = {
        unit
        for unit, values, outside in zip(there.units, there.values, there.not_applicable, strict=True)
        if np.isfinite(values).any() or outside.any()
    }
    pairs = against_rated(rubric, rated, there.of(parents))
    families = [above.get(unit, "") for unit in there.units]
    siblings = _mean_by_parent(_scores(rubric, there), families, parents)
    plain = _against(rubric, rated, _scores(rubric, rated), *siblings)
    own = np.array([parent in has_rating for parent in parents], np.bool_)[:, None]
    chosen = {
        name: np.where(own, getattr(pairs, name), getattr(plain, name))
        for name in ("score", "against", "difference", "made_of", "common")
    }
    return Differences(units=rated.units, nodes=pairs.nodes, indicators=pairs.indicators, **chosen)


def _mean_by_parent(scores: Floats, families: Sequence[str], wanted: Sequence[str]) -> tuple[Floats, Ints]:
    """For every parent wanted the mean of the scores of its family, and of how many; none for ""."""
    shape = (len(wanted), scores.shape[1])
    means, counts = np.full(shape, np.nan), np.zeros(shape, np.int64)
    of_row, of_wanted = np.array(families, object), np.array(wanted, object)
    for parent in {*wanted} - {""}:
        family = scores[of_row == parent]
        count = np.isfinite(family).sum(axis=0)
        means[of_wanted == parent] = np.where(
            count > 0, np.nansum(family, axis=0) / np.maximum(count, 1), np.nan
        )
        counts[of_wanted == parent] = count
    return means, counts


def _scores(rubric: Rubric, rated: RatedUnits) -> Floats:
    return np.asarray(rated.scores(Scorer(rubric)).score, np.float64)


def _against(
    rubric: Rubric, rated: RatedUnits, scores: Floats, against: Floats, made_of: Ints | None = None
) -> Differences:
    """Against a figure without a scope of its own."""
    counted = np.isfinite(against).astype(np.int64) if made_of is None else made_of
    filled = np.broadcast_to(counted, scores.shape)
    return _differences(rubric, rated.units, scores, against, filled, ~rated.not_applicable)


def _differences(
    rubric: Rubric,
    units: tuple[str, ...],
    score: Floats,
    against: Floats,
    made_of: Ints,
    applies: npt.NDArray[np.bool_],
) -> Differences:
    inside = below(rubric).astype(np.int64)
    return Differences(
        units=units,
        nodes=tuple(node.id for node in rubric.nodes),
        score=score,
        against=against,
        difference=score - against,
        made_of=made_of,
        common=applies.astype(np.int64) @ inside.T,
        indicators=inside.sum(axis=1),
    )
