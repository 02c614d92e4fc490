"""How far a class of urgency can be trusted: how often a node keeps it under weights that might have been."""

import numpy as np

from assessment.assumptions import Assumptions
from assessment.priorities import Ground, Priority, Standing
from assessment.rated_units import Floats, rated_units
from assessment.rubric import TOLERANCE
from assessment.scoring import Scorer
from assessment.urgency import NOW_FROM, PLAN_FROM, SOON_FROM
from assessment.weight_draws import contest_on, draw_weights, levels_under, whole_tree

_CLASSES: tuple[Standing, ...] = ("watch", "plan", "soon", "now", "above")


def class_shares(
    ground: Ground, found: tuple[Priority, ...], assumptions: Assumptions | None = None
) -> dict[str, float]:
    """Node -> share of the draws in which it keeps its class, 0..1.

    Every weight below the node is drawn, also those of indicators, for of these a capability's level is made;
    importance and target stay as they are. An indicator has no weights below it and is left out, as is a
    node without a class.

    Args:
        ground: what the priorities were found from, weights as the rubric states them.
        found: the priorities.
        assumptions: spread, draws and seed; the method's default without.
    """
    scorer = Scorer(ground.rubric)
    rated = rated_units(ground.rubric, {ground.unit: ground.ratings})
    field = contest_on(whole_tree(scorer.tree), rated.scores(scorer))
    wanted = {one.node: one for one in found if one.standing is not None}
    columns = {junction.own: scorer.tree.ids[junction.parent.position] for junction in field.upper.junctions}
    kept = dict.fromkeys((node for node in columns.values() if node in wanted), 0)
    draws = 0
    for weights in draw_weights(field.upper, assumptions or Assumptions()):
        draws += len(weights)
        for column, levels in levels_under(field, weights).items():
            node = columns[column]
            if node in kept:
                kept[node] += _keeping(wanted[node], levels[:, 0], ground)
    return {node: count / draws for node, count in kept.items()}


def _keeping(one: Priority, levels: Floats, ground: Ground) -> int:
    """In how many draws the class is the same."""
    if one.aim is None or one.importance is None:
        return 0
    scale = ground.rubric.scale
    behind = np.maximum(0.0, one.aim.level - levels) / (scale.max - scale.min)
    figures = behind if one.aim.source == "required" else np.sqrt(one.importance * behind)
    classes = np.searchsorted(np.array([PLAN_FROM, SOON_FROM, NOW_FROM]) - TOLERANCE, figures, side="right")
    classes[levels > one.aim.level + TOLERANCE] = _CLASSES.index("above")
    return int(np.count_nonzero(classes == _CLASSES.index(one.standing or "watch")))
