"""Units measured with one yardstick: scores on the indicators that apply to all of them."""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.ratings import Rating
from assessment.rubric import Rubric
from assessment.scoring import NodeScore, Scorer

UnitRatings = Mapping[str, Mapping[str, Rating]]
"""Unit id -> indicator id -> the adopted rating."""


class CommonScope(NamedTuple):
    """Scores of several units on the indicators that apply to every one of them.

    Attributes:
        indicators: ids of the indicators that apply to all units, in the order of the interview.
        scores: unit id -> node id -> result, for every unit given.
    """

    indicators: tuple[str, ...]
    scores: dict[str, dict[str, NodeScore]]


def scopes_differ(ratings: UnitRatings) -> bool:
    """Whether an indicator applies to some of the units and not to others."""
    return len({_left_out(of_unit) for of_unit in ratings.values()}) > 1


def common_scope_scores(rubric: Rubric, ratings: UnitRatings) -> CommonScope:
    """What does not apply to one unit is taken as not applicable to all (method.md section 1).

    Args:
        rubric: what is measured.
        ratings: of the units that are compared; an indicator without a rating is not assessed.

    Returns:
        A unit may have less than the minimum coverage in the common scope, and no score then; where no
        indicator applies to all units, every node of every unit is `na`.
    """
    outside = {
        indicator: rating
        for of_unit in ratings.values()
        for indicator, rating in of_unit.items()
        if rating.state == "na"
    }
    scorer = Scorer(rubric)
    scores = {unit: scorer.unit({**of_unit, **outside}) for unit, of_unit in ratings.items()}
    return CommonScope(tuple(leaf.id for leaf in rubric.indicators if leaf.id not in outside), scores)


def _left_out(ratings: Mapping[str, Rating]) -> frozenset[str]:
    return frozenset(indicator for indicator, rating in ratings.items() if rating.state == "na")
