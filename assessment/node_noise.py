"""How much of one unit's level at a node may be nothing but the raters' hand, node by node."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.rating_noise import CONFIDENCE, LEAST_RATERS, NoiseAssumptions
from assessment.ratings import CONSENSUS, Rating
from assessment.rubric import TOLERANCE
from assessment.scoring import NodeScore, Scorer
from assessment.student_t import quantile


@dataclass(frozen=True, slots=True)
class NodeNoise:
    """Half the 95 % interval of a level, in levels, and from how many raters (0: assumed)."""

    half: float
    raters: int = 0


def node_noise(
    scorer: Scorer,
    scores: Mapping[str, NodeScore],
    by_rater: Mapping[str, Mapping[str, Rating]],
    assumptions: NoiseAssumptions | None = None,
) -> dict[str, NodeNoise]:
    """The rating noise at every node that has a score (method.md section 7).

    From three raters with a score at the node, and no consensus below it, the interval is Student's of their
    mean; else that of adopted scores with the noise that is assumed, `Var = s^2 (r + (1 - r) sum(w^2))` with
    the shares of the scored indicators below the node.

    Args:
        scorer: the rubric's.
        scores: of the unit, by node.
        by_rater: rater -> indicator -> that rater's current rating.
        assumptions: of the noise of adopted scores.
    """
    assumed = assumptions or NoiseAssumptions()
    concentrated = _concentration(scorer, scores)
    wide = quantile(CONFIDENCE, math.inf)
    found = {
        node: NodeNoise(wide * float(assumed.error(scorer.rubric.scale, share)))
        for node, share in concentrated.items()
    }
    if len(by_rater) >= LEAST_RATERS and not by_rater.get(CONSENSUS):
        found |= _from_raters(scorer, found, by_rater)
    return found


def _concentration(scorer: Scorer, scores: Mapping[str, NodeScore]) -> dict[str, float]:
    """Sum of the squared shares of the scored indicators, for every node with a score; 1 for an indicator."""
    ids = scorer.tree.ids
    squared = {ids[leaf]: 1.0 for leaf in scorer.tree.leaves if scores[ids[leaf]].score is not None}
    for parent in scorer.tree.parents:
        node = ids[parent.position]
        scored = [
            (weight, squared[ids[child]])
            for child, weight in zip(parent.counting, parent.weights, strict=True)
            if ids[child] in squared
        ]
        total = sum(weight for weight, _ in scored)
        if total and scores[node].score is not None:
            squared[node] = sum((weight / total) ** 2 * below for weight, below in scored)
    return squared


def _from_raters(
    scorer: Scorer, found: Mapping[str, NodeNoise], by_rater: Mapping[str, Mapping[str, Rating]]
) -> dict[str, NodeNoise]:
    each = [scorer.unit(ratings) for ratings in by_rater.values()]
    measured = {}
    for node in found:
        composites = [score for one in each if (score := one[node].score) is not None]
        count = len(composites)
        if count < LEAST_RATERS:
            continue
        mean = sum(composites) / count
        deviation = math.sqrt(sum((score - mean) ** 2 for score in composites) / (count - 1))
        if deviation > TOLERANCE:
            half = quantile(CONFIDENCE, count - 1) * deviation / math.sqrt(count)
            measured[node] = NodeNoise(half, count)
    return measured
