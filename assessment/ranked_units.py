"""Units side by side for a ranking: scored on the indicators that apply to all of them, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from assessment.comparison import UnitRatings
from assessment.matrix import NodeScores
from assessment.matrix_rules import Bools, Floats
from assessment.rated_units import rated_units
from assessment.rubric import Rubric
from assessment.scoring import Scorer, ranks


@dataclass(frozen=True, slots=True)
class RankedUnits:
    """Units with an overall score, best first; ties stand in the order in which they were given.

    Attributes:
        rubric: what is measured.
        units: ids; the rows of every array.
        nominal: rank of each unit with the rubric's own weights; ties (to 1e-9) share the smallest.
        values: units x indicators, NaN where not assessed or outside the common scope.
        not_applicable: units x indicators; the same in every row, for what does not apply to one unit is
            left out for all (method.md section 1).
        scores: units x nodes, in the common scope.
        scope: ids of the indicators that apply to all units.
        unranked: ids of the units without an overall score, on their own or in the common scope.
    """

    rubric: Rubric
    units: tuple[str, ...]
    nominal: npt.NDArray[np.int64]
    values: Floats
    not_applicable: Bools
    scores: NodeScores
    scope: tuple[str, ...]
    unranked: tuple[str, ...]

    @property
    def overall(self) -> Floats:
        """Overall score of each unit."""
        found: Floats = self.scores.score[:, 0]
        return found

    def row(self, unit: str) -> int:
        """Where a unit stands; ValueError where it is not ranked."""
        return self.units.index(unit)


def rank_units(rubric: Rubric, ratings: UnitRatings) -> RankedUnits:
    """Rank units by their adopted ratings; an indicator without one is not assessed.

    Args:
        rubric: what is measured.
        ratings: unit -> indicator -> the adopted rating.
    """
    rated = rated_units(rubric, ratings)
    return rank_matrix(rubric, rated.units, rated.values, rated.not_applicable)


def rank_matrix(
    rubric: Rubric,
    units: Sequence[str],
    values: npt.NDArray[Any],
    not_applicable: Bools | None = None,
) -> RankedUnits:
    """Rank units by a matrix of scores.

    A unit that has no overall score of its own is not ranked and does not narrow the common scope.

    Args:
        rubric: what is measured.
        units: ids of the rows.
        values: units x indicators, NaN where not assessed.
        not_applicable: same shape, true where an indicator does not apply; None where everything does.

    Raises:
        ValueError: a shape does not fit the rubric.
    """
    scorer = Scorer(rubric)
    outside = np.zeros(values.shape, np.bool_) if not_applicable is None else not_applicable
    able = _scored(scorer.matrix(values, outside))
    common = np.any(outside[able], axis=0).tolist()
    outside = np.broadcast_to(common, values.shape)
    inside = np.where(outside, np.nan, values)
    scores = scorer.matrix(inside, outside)
    overall = np.where(able, scores.score[:, 0], np.nan)
    order = np.argsort(-overall, kind="stable")[: np.count_nonzero(~np.isnan(overall))]
    nominal = [rank for rank in ranks(overall[order]) if rank is not None]
    return RankedUnits(
        rubric=rubric,
        units=tuple(units[row] for row in order),
        nominal=np.array(nominal, np.int64),
        values=inside[order],
        not_applicable=outside[order],
        scores=_rows(scores, order),
        scope=tuple(leaf.id for leaf, away in zip(rubric.indicators, common, strict=True) if not away),
        unranked=tuple(unit for row, unit in enumerate(units) if np.isnan(overall[row])),
    )


def _scored(scores: NodeScores) -> Bools:
    """Which units have an overall score."""
    found: Bools = ~np.isnan(scores.score[:, 0])
    return found


def _rows(scores: NodeScores, rows: npt.NDArray[np.intp]) -> NodeScores:
    return NodeScores(
        scores.nodes,
        scores.score[rows],
        scores.low[rows],
        scores.high[rows],
        scores.coverage[rows],
        scores.states[rows],
    )
