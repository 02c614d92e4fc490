"""What scores on one rubric say about another, by way of a mapping: never ratings, always with coverage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assessment.mapping import NodeMapping, NodeWeights
from assessment.ratings import Rating
from assessment.rubric import TOLERANCE, Rubric, Scale
from assessment.scoring import NodeScore, Scorer


class Informant(NamedTuple):
    """A node that informs another: its level on its own scale, None where it has none, and its weight."""

    node: str
    level: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class InformedScore:
    """What is known about a node although nobody rated it.

    Attributes:
        level: on the informed rubric's scale; None below its minimum coverage.
        coverage: share of the node's weight that is informed, 0..1.
        informants: what an indicator's level is made of, in the order of the mapping; empty above.
    """

    node: str
    tier: str
    level: float | None
    coverage: float
    informants: tuple[Informant, ...] = ()


def informed_scores(
    mapping: NodeMapping, source: Rubric, target: Rubric, scores: Mapping[str, NodeScore]
) -> dict[str, InformedScore]:
    """Scores of one rubric read as levels of another.

    An indicator's level is the weighted mean of the nodes that inform it, each moved in proportion from its
    scale to the target's; above, levels roll up by the target's own rules. An indicator is informed where the
    share of its links that have a score reaches the target's minimum coverage. A node that does not apply to
    the unit informs nothing: that its counterpart does not apply either is for a person to say.

    Args:
        mapping: which nodes inform which; what one of the rubrics lacks in this version informs nothing.
        source: the rubric that was rated.
        target: the rubric that is informed.
        scores: of one unit on the source, as `Scorer.unit` gives them.

    Returns:
        Node id -> what is known, for every node of the target.

    Raises:
        ValueError: the mapping is for other rubrics.
    """
    if (mapping.source, mapping.target) != (source.id, target.id):
        raise ValueError(f"the mapping is for {mapping.source} and {mapping.target}")
    found = {
        leaf.id: _informants(mapping.links.get(leaf.id, {}), source, scores) for leaf in target.indicators
    }
    levels = {leaf: _level(known, source.scale, target) for leaf, known in found.items()}
    read = {
        leaf: Rating(unit="", wave="", rater="", indicator=leaf, score=level)
        for leaf, level in levels.items()
        if level is not None
    }
    rolled = Scorer(target.model_copy(update={"blank_as": None})).unit(read)
    return {
        node: InformedScore(node, one.tier, one.score, one.coverage or 0.0, found.get(node, ()))
        for node, one in rolled.items()
    }


def _informants(links: NodeWeights, source: Rubric, scores: Mapping[str, NodeScore]) -> tuple[Informant, ...]:
    known = [(node, weight) for node, weight in links.items() if node in source]
    return tuple(
        Informant(node, scores[node].score if node in scores else None, weight) for node, weight in known
    )


def _level(informants: tuple[Informant, ...], scale: Scale, target: Rubric) -> float | None:
    """The weighted mean of what is known, on the target's scale; None where too little is."""
    known = [(one.level, one.weight) for one in informants if one.level is not None]
    weight, total = sum(weight for _, weight in known), sum(one.weight for one in informants)
    if not known or weight / total < target.min_coverage - TOLERANCE:
        return None
    mean = sum(level * weight for level, weight in known) / weight
    return moved(mean, scale, target.scale)


def moved(level: float, scale: Scale, to: Scale) -> float:
    """A level in the same proportion on another scale: 2 of 0..5 is 1.6 of 0..4."""
    return to.min + (level - scale.min) / (scale.max - scale.min) * (to.max - to.min)
