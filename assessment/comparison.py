"""Units measured with one yardstick: scores on the indicators that apply to all, and how they differ."""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.catalogue import Lang, text
from assessment.ratings import Rating
from assessment.rubric import TOLERANCE, Rubric
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


class NodeDifference(NamedTuple):
    """How far several units are apart at one node, on their common indicators.

    Attributes:
        scores: by unit, None where there is none.
        spread: highest - lowest, of those that have a score.
        highest, lowest: ids of the units that have it, ties (to 1e-9) together; both all units for no spread.
    """

    node: str
    tier: str
    scores: tuple[float | None, ...]
    spread: float
    highest: tuple[str, ...]
    lowest: tuple[str, ...]


class SideBySide(NamedTuple):
    """Several units node by node.

    Attributes:
        units: ids, as given.
        indicators: ids of those that apply to all of them, which every score here stands on.
        total: how many indicators the rubric has.
        nodes: the largest difference first; nodes where fewer than two units have a score are left out.
    """

    units: tuple[str, ...]
    indicators: tuple[str, ...]
    total: int
    nodes: tuple[NodeDifference, ...]

    def scope(self, lang: Lang) -> str:
        """On how many indicators the comparison stands, as a sentence."""
        both = len(self.units) == 2  # noqa: PLR2004 - two are both
        key = "comparing.scope.both" if both else "comparing.scope.all"
        return text(key, lang, common=len(self.indicators), total=self.total, count=len(self.units))


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


def largest_differences(rubric: Rubric, ratings: UnitRatings, tier: str | None = None) -> SideBySide:
    """Where units differ most, on the indicators that apply to all of them.

    Args:
        rubric: what is measured.
        ratings: of the units that are compared.
        tier: whose nodes are listed; every tier below the top without it.
    """
    units = tuple(ratings)
    common = common_scope_scores(rubric, ratings)
    nodes = [
        _difference(node.id, rubric.tier(node.id), {u: common.scores[u][node.id].score for u in units})
        for node in rubric.nodes
        if node is not rubric.root and tier in (None, rubric.tier(node.id))
    ]
    found = sorted((node for node in nodes if node), key=lambda node: -round(node.spread, 9))
    return SideBySide(units, common.indicators, len(rubric.indicators), tuple(found))


def _difference(node: str, tier: str, scores: Mapping[str, float | None]) -> NodeDifference | None:
    known = {unit: score for unit, score in scores.items() if score is not None}
    if len(known) < 2:  # noqa: PLR2004 - a difference takes two
        return None
    top, bottom = max(known.values()), min(known.values())
    return NodeDifference(
        node=node,
        tier=tier,
        scores=tuple(scores.values()),
        spread=top - bottom,
        highest=tuple(unit for unit, score in known.items() if score >= top - TOLERANCE),
        lowest=tuple(unit for unit, score in known.items() if score <= bottom + TOLERANCE),
    )


def _left_out(ratings: Mapping[str, Rating]) -> frozenset[str]:
    return frozenset(indicator for indicator, rating in ratings.items() if rating.state == "na")
