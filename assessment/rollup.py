"""The arithmetic of one node: the rules, and a rubric's tree compiled for them (method.md section 1)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter, mul, truediv
from typing import Final

from assessment.rubric import TOLERANCE, Node, Rubric, Rule

UNMET: Final = -math.inf
"""Stands for a child without a score where a rule asks whether it reaches a level."""

Combine = Callable[[Sequence[float], Sequence[float]], float]


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """`sum(w x) / sum(w)`; the weights are above 0."""
    total: float = sum(map(mul, weights, values))
    return total / sum(weights)


def geometric_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """`exp(sum(w ln x) / sum(w))`; 0 as soon as one value is not above 0."""
    if min(values) <= 0:
        return 0.0
    return math.exp(weighted_mean([math.log(value) for value in values], weights))


def harmonic_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """`sum(w) / sum(w / x)`; 0 as soon as one value is not above 0."""
    if min(values) <= 0:
        return 0.0
    inverse: float = sum(map(truediv, weights, values))
    return sum(weights) / inverse


def median(values: Sequence[float], _weights: Sequence[float] = ()) -> float:
    """The middle value, or the mean of the two in the middle; weights do not count."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def weakest(values: Sequence[float], _weights: Sequence[float] = ()) -> float:
    """The lowest value; weights do not count."""
    return min(values)


def stage_reached(values: Sequence[float], stages: Sequence[float], met_at: float, top: int) -> float:
    """The stage that is reached with all the stages below it (the rule of C2M2).

    Args:
        values: scores of the children that apply; `UNMET` for one without a score.
        stages: the stage of each, from 1.
        met_at: score from which a child counts as met, to 1e-9.
        top: the highest stage that the node has.

    Returns:
        The largest k such that for every j = 1..k some child stands at a stage <= j and all children at
        stages <= j are met; 0 where there is none.
    """
    if min(stages) > 1:
        return 0.0
    failed = [stage for value, stage in zip(values, stages, strict=True) if value < met_at - TOLERANCE]
    return float(min(failed) - 1 if failed else top)


_COMBINE: Final[dict[Rule, Combine]] = {
    "mean": weighted_mean,
    "geometric": geometric_mean,
    "harmonic": harmonic_mean,
    "median": median,
    "min": weakest,
}


@dataclass(frozen=True, slots=True)
class Parent:
    """A node with children, compiled; positions are those of `Rubric.nodes`.

    Attributes:
        counting: positions of the children with a weight above 0, the only ones that the score is made of.
        children: positions of all children.
        weights: of the counting children.
        traits: what the rule reads beside the scores: their stages for `staged`, else their weights.
        met_at, top: level from which a child is met, and highest stage; of use to `staged` alone.
        combine: the rule, from scores and traits of the same children to the node's score.
        pick: a list over all nodes -> the tuple of its entries for the counting children.
        full: the coverages of the counting children when all is assessed; no match where none counts.
    """

    position: int
    rule: Rule
    counting: tuple[int, ...]
    children: tuple[int, ...]
    weights: tuple[float, ...]
    traits: tuple[float, ...]
    met_at: float
    top: int
    combine: Combine
    pick: Callable[[Sequence[float | None]], tuple[float | None, ...]]
    full: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A rubric compiled for scoring; positions are those of `Rubric.nodes`.

    Attributes:
        ids, tiers: of every node.
        leaves: positions of the indicators, in the order of `Rubric.indicators`.
        parents: the nodes with children, every one after all of its own children.
        low, high: the ends of the scale.
        step: distance of two scores, None where any score between the ends is allowed.
        threshold: coverage from which a node has a score, the tolerance taken off.
        blank_is_low: whether an indicator that is not assessed counts as the scale's minimum.
    """

    ids: tuple[str, ...]
    tiers: tuple[str, ...]
    leaves: tuple[int, ...]
    parents: tuple[Parent, ...]
    low: float
    high: float
    step: float | None
    threshold: float
    blank_is_low: bool


def compile_tree(rubric: Rubric) -> Tree:
    """The rubric's tree with everything looked up once."""
    positions = {node.id: position for position, node in enumerate(rubric.nodes)}
    inner = [node for node in rubric.nodes if not node.is_indicator]
    return Tree(
        ids=tuple(positions),
        tiers=tuple(rubric.tier(node_id) for node_id in positions),
        leaves=tuple(positions[node.id] for node in rubric.indicators),
        parents=tuple(_compile_parent(node, positions, rubric.scale.max) for node in reversed(inner)),
        low=rubric.scale.min,
        high=rubric.scale.max,
        step=rubric.scale.step,
        threshold=rubric.min_coverage - TOLERANCE,
        blank_is_low=rubric.blank_as == "min",
    )


def effective_weights(rubric: Rubric) -> dict[str, float]:
    """Every node's share of the root, 0..1: the product of the normalised weights along its path.

    No score is made of it: a check against published weights (the ASEM case of the reference tests).

    Returns:
        Node id -> share, in the order of `Rubric.nodes`; the indicators' shares add up to 1. Children of a
        group whose weights are all 0 have the share 0.
    """
    shares = {rubric.root.id: 1.0}
    for node in rubric.nodes:
        total = sum(child.weight for child in node.children)
        for child in node.children:
            shares[child.id] = shares[node.id] * child.weight / total if total else 0.0
    return {node.id: shares[node.id] for node in rubric.nodes}


def _compile_parent(node: Node, positions: dict[str, int], scale_top: float) -> Parent:
    counting = [child for child in node.children if child.weight > 0]
    places = tuple(positions[child.id] for child in counting)
    weights = tuple(child.weight for child in counting)
    staged = node.rule == "staged"
    met_at = scale_top if node.met_at is None else node.met_at
    top = max(child.stage or 1 for child in node.children)
    return Parent(
        position=positions[node.id],
        rule=node.rule,
        counting=places,
        children=tuple(positions[child.id] for child in node.children),
        weights=weights,
        traits=tuple(float(child.stage or 1) for child in counting) if staged else weights,
        met_at=met_at,
        top=top,
        combine=partial(stage_reached, met_at=met_at, top=top) if staged else _COMBINE[node.rule],
        pick=_picker(places),
        full=(1.0,) * max(1, len(places)),
    )


def _picker(places: tuple[int, ...]) -> Callable[[Sequence[float | None]], tuple[float | None, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return lambda entries: tuple(entries[place] for place in places)
