"""The adopted ratings of many units as matrices, units x indicators."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assessment.ratings import Rating
from assessment.rubric import Rubric

if TYPE_CHECKING:
    from assessment.matrix import NodeScores
    from assessment.scoring import Scorer

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class RatedUnits:
    """What counts in one wave; the columns are `Rubric.indicators`.

    Attributes:
        units: ids of the rows.
        values: units x indicators, levels; NaN where there is no score.
        not_applicable: same shape.
    """

    units: tuple[str, ...]
    values: Floats
    not_applicable: Bools

    def of(self, units: Sequence[str]) -> "RatedUnits":
        """The rows of these units, in this order; a unit that has none here is not assessed."""
        place = {unit: row for row, unit in enumerate(self.units)}
        rows = np.array([place.get(unit, -1) for unit in units], np.intp)
        missing = (rows < 0)[:, None]
        if not len(self.units):
            shape = (len(units), self.values.shape[1])
            return RatedUnits(tuple(units), np.full(shape, np.nan), np.zeros(shape, np.bool_))
        values = np.where(missing, np.nan, self.values[rows])
        return RatedUnits(tuple(units), values, self.not_applicable[rows] & ~missing)

    def scores(self, scorer: "Scorer", outside: Bools | None = None) -> "NodeScores":
        """Every node's score; what is `outside` (same shape) is taken as not applicable as well."""
        left_out = self.not_applicable if outside is None else self.not_applicable | outside
        return scorer.matrix(self.values, left_out)


def rated_units(
    rubric: Rubric, ratings: Mapping[str, Mapping[str, Rating]], units: Iterable[str] | None = None
) -> RatedUnits:
    """Adopted ratings as matrices.

    Args:
        rubric: what is measured; ratings of anything else are left out.
        ratings: unit id -> indicator id -> the adopted rating.
        units: ids of the rows; without it, all units with ratings in the order given.
    """
    wanted = tuple(ratings if units is None else units)
    column = {leaf.id: place for place, leaf in enumerate(rubric.indicators)}
    shape = (len(wanted), len(column))
    values, left_out = np.full(shape, np.nan), np.zeros(shape, np.bool_)
    for row, unit in enumerate(wanted):
        for indicator, rating in ratings.get(unit, {}).items():
            place = column.get(indicator)
            if place is None:
                continue
            if rating.score is not None:
                values[row, place] = rating.score
            elif rating.state == "na":
                left_out[row, place] = True
    return RatedUnits(wanted, values, left_out)


def below(rubric: Rubric) -> Bools:
    """Nodes x indicators: which indicators lie at or below each node, in the order of `Rubric.nodes`."""
    column = {leaf.id: place for place, leaf in enumerate(rubric.indicators)}
    found = np.zeros((len(rubric.nodes), len(column)), np.bool_)
    for row, node in enumerate(rubric.nodes):
        found[row, [column[leaf.id] for leaf in node.walk() if leaf.is_indicator]] = True
    return found
