"""How far a class of urgency can be trusted: how often a node keeps it under weights that might have been."""

from collections.abc import Iterable, Mapping

import numpy as np

from assessment.assumptions import Assumptions
from assessment.priorities import Ground, Priority, Standing
from assessment.rated_units import Floats, rated_units
from assessment.rubric import TOLERANCE
from assessment.scoring import Scorer
from assessment.urgency import NOW_FROM, PLAN_FROM, SOON_FROM
from assessment.weight_draws import contest_on, draw_weights, levels_under, whole_tree

_CLASSES: tuple[Standing, ...] = ("watch", "plan", "soon", "now", "above")


def levels_drawn(ground: Ground, assumptions: Assumptions | None = None) -> dict[str, Floats]:
    """The level of every node with weights below it, in every draw; importance and targets play no part.

    Every weight is drawn, also those of indicators, for of these a capability's level is made.

    Args:
        ground: whose ratings, and the weights as they are stated.
        assumptions: spread, draws and seed; the method's default without.
    """
    scorer = Scorer(ground.rubric)
    rated = rated_units(ground.rubric, {ground.unit: ground.ratings})
    field = contest_on(whole_tree(scorer.tree), rated.scores(scorer))
    drawn: dict[str, list[Floats]] = {}
    nodes = {junction.own: scorer.tree.ids[junction.parent.position] for junction in field.upper.junctions}
    for weights in draw_weights(field.upper, assumptions or Assumptions()):
        for column, levels in levels_under(field, weights).items():
            drawn.setdefault(nodes[column], []).append(levels[:, 0])
    return {node: np.concatenate(parts) for node, parts in drawn.items()}


def class_shares(
    ground: Ground, found: Iterable[Priority], drawn: Mapping[str, Floats] | None = None
) -> dict[str, float]:
    """Node -> share of the draws in which it keeps its class, 0..1; importance and target stay as they are.

    An indicator has no weights below it and is left out, as is a node without a class.

    Args:
        ground: what the priorities were found from.
        found: the priorities.
        drawn: `levels_drawn` of the same ratings and weights, where it is known already.
    """
    wanted = [one for one in found if one.standing is not None and ground.rubric.node(one.node).children]
    if not wanted:
        return {}
    levels = levels_drawn(ground) if drawn is None else drawn
    return {one.node: _keeping(one, levels[one.node], ground) for one in wanted if one.node in levels}


def _keeping(one: Priority, levels: Floats, ground: Ground) -> float:
    """In what share of the draws the class is the same."""
    if one.aim is None or one.importance is None:
        return 0.0
    scale = ground.rubric.scale
    behind = np.maximum(0.0, one.aim.level - levels) / (scale.max - scale.min)
    figures = behind if one.aim.source == "required" else np.sqrt(one.importance * behind)
    classes = np.searchsorted(np.array([PLAN_FROM, SOON_FROM, NOW_FROM]) - TOLERANCE, figures, side="right")
    classes[levels > one.aim.level + TOLERANCE] = _CLASSES.index("above")
    return float(np.mean(classes == _CLASSES.index(one.standing or "watch")))
