"""Why this score: the children, weights, states and the arithmetic behind one node."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Rule
from assessment.scoring import NodeScore, Scorer


@dataclass(frozen=True, slots=True)
class Part:
    """One child in the arithmetic.

    Attributes:
        weight: as the author wrote it.
        share: of this node's score, 0..1, after what is missing gave its weight to the siblings; 0 when left
            out. For `median` and `min` of the children in the middle and the weakest ones; for `staged` all
            children that apply have the same share.
        contribution: `share * score` for a weighted mean, None where the rule has no such term or it is left
            out.
    """

    result: NodeScore
    weight: float
    share: float
    contribution: float | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The node's result, its rule and its parts, in the author's order; no parts for an indicator."""

    result: NodeScore
    rule: Rule
    parts: tuple[Part, ...]


def explain(rubric: Rubric | Scorer, ratings: Mapping[str, Rating], node_id: str) -> Explanation:
    """Why a node has the score it has, or none.

    The parts give the score back: it is the sum of `share * score` for `mean`, `median` and `min`, the
    product of `score ** share` for `geometric`, and 1 over the sum of `share / score` for `harmonic`.

    Args:
        rubric: what is measured; a scorer of it where many nodes are asked about.
        ratings: as for `Scorer.unit`.
        node_id: id of any node; KeyError where there is none.
    """
    scorer = rubric if isinstance(rubric, Scorer) else Scorer(rubric)
    return explain_result(scorer.rubric, scorer.unit(ratings), node_id)


def explain_result(rubric: Rubric, results: Mapping[str, NodeScore], node_id: str) -> Explanation:
    """The same from results of `Scorer.unit` that are already there."""
    node = rubric.node(node_id)
    children = [results[child.id] for child in node.children]
    shares = _shares(node, children) if results[node_id].score is not None else [0.0] * len(children)
    parts = tuple(
        Part(result, child.weight, share, _contribution(node.rule, share, result.score))
        for child, result, share in zip(node.children, children, shares, strict=True)
    )
    return Explanation(results[node_id], node.rule, parts)


def _contribution(rule: Rule, share: float, score: float | None) -> float | None:
    return share * score if rule == "mean" and share and score is not None else None


def _shares(node: Node, children: Sequence[NodeScore]) -> list[float]:
    weights = [
        child.weight if result.score is not None else 0.0
        for child, result in zip(node.children, children, strict=True)
    ]
    if node.rule == "staged":
        applying = zip(node.children, children, strict=True)
        weights = [float(child.weight > 0 and result.state != "na") for child, result in applying]
    elif node.rule in {"median", "min"}:
        counting = [place for place, weight in enumerate(weights) if weight]
        ordered = sorted(counting, key=lambda place: children[place].score or 0.0)
        half = len(ordered) // 2
        middle = ordered[half - 1 + len(ordered) % 2 : half + 1]
        chosen = middle if node.rule == "median" else ordered[:1]
        weights = [float(place in chosen) for place in range(len(children))]
    total = sum(weights)
    return [weight / total for weight in weights]
