"""What a ranking owes to the rubric's structure: other means, other coverage, a dimension left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.matrix_rules import Floats
from assessment.ranked_units import RankedUnits
from assessment.rubric import OVERALL, TOLERANCE, Node, Rubric, Scale
from assessment.scoring import Scorer, ranks

COVERAGES: Final = (0.0, 0.8)
"""Minimum coverages that are tried beside the rubric's own: none at all, and a stricter one."""

_LIFTED_LOW: Final = 1.0


class Alternative(NamedTuple):
    """One other structure.

    Attributes:
        kind: `geometric`: every weighted arithmetic mean is a geometric one (on a scale that reaches 0, over
            scores counted from 1); `coverage`: another minimum coverage; `without`: a node left out.
        node: id of the node left out, else empty.
        coverage: the minimum, 0..1, else None.
    """

    kind: Literal["geometric", "coverage", "without"]
    node: str = ""
    coverage: float | None = None


@dataclass(frozen=True, slots=True)
class Structures:
    """Ranks under other structures; rows are those of the ranked units.

    Attributes:
        alternatives: what was tried.
        score, rank: units x alternatives; NaN where a unit has no overall score there.
        shift: by alternative, the mean distance from the nominal rank, both taken among the units that have
            a score there; NaN where none has.
    """

    alternatives: tuple[Alternative, ...]
    score: Floats
    rank: Floats
    shift: Floats


def usual_alternatives(rubric: Rubric) -> tuple[Alternative, ...]:
    """The geometric mean, the coverages that are not the rubric's own, and each top node left out."""
    return (
        Alternative("geometric"),
        *(
            Alternative("coverage", coverage=minimum)
            for minimum in COVERAGES
            if abs(minimum - rubric.min_coverage) > TOLERANCE
        ),
        *(Alternative("without", node=top.id) for top in rubric.root.children),
    )


def structures(ranked: RankedUnits, alternatives: Sequence[Alternative] | None = None) -> Structures:
    """Rank the units again under other structures, with the rubric's own weights.

    Args:
        ranked: the units.
        alternatives: what to try; the usual ones without.
    """
    chosen = usual_alternatives(ranked.rubric) if alternatives is None else tuple(alternatives)
    score = np.empty((len(ranked.units), len(chosen)))
    rank, shift = np.full(score.shape, np.nan), np.full(len(chosen), np.nan)
    for place, alternative in enumerate(chosen):
        score[:, place] = _scores(ranked, alternative)
        there = ~np.isnan(score[:, place])
        rank[there, place] = _ranked(score[there, place])
        if there.any():
            moved = rank[there, place] - _ranked(ranked.overall[there])
            shift[place] = np.abs(moved).mean()
    return Structures(chosen, score, rank, shift)


def _ranked(scores: Floats) -> npt.NDArray[np.int64]:
    return np.array(ranks(scores), np.int64)


def _scores(ranked: RankedUnits, alternative: Alternative) -> Floats:
    """Overall scores on the rubric's scale."""
    rubric, lift = ranked.rubric, 0.0
    if alternative.kind == "geometric":
        lift = max(0.0, _LIFTED_LOW - rubric.scale.min)
        rubric = _geometric(rubric, lift)
    elif alternative.coverage is not None:
        rubric = _changed(rubric, min_coverage=alternative.coverage)
    else:
        rubric = _changed(rubric, tree=_without(rubric.tree, alternative.node))
    scores = Scorer(rubric).inner(ranked.values + lift, ranked.not_applicable)
    found: Floats = scores.score[:, 0] - lift
    return found


def _geometric(rubric: Rubric, lift: float) -> Rubric:
    scale = Scale(min=rubric.scale.min + lift, max=rubric.scale.max + lift, step=None)
    tree: tuple[Node, ...] = tuple(_with_geometric_means(node, lift) for node in rubric.tree)
    if rubric.root.id == OVERALL and rubric.root.id not in {node.id for node in rubric.tree}:
        tree = (Node(id=OVERALL, name=rubric.root.name, rule="geometric", children=tree),)
    return _changed(rubric, scale=scale, tree=tree)


def _with_geometric_means(node: Node, lift: float) -> Node:
    children = tuple(_with_geometric_means(child, lift) for child in node.children)
    met_at = None if node.met_at is None else node.met_at + lift
    rule = "geometric" if node.rule == "mean" else node.rule
    return node.model_copy(update={"children": children, "rule": rule, "met_at": met_at})


def _without(nodes: Iterable[Node], left_out: str) -> tuple[Node, ...]:
    """The same nodes, the one left out with the weight 0."""
    return tuple(
        node.model_copy(update={"weight": 0.0})
        if node.id == left_out
        else node.model_copy(update={"children": _without(node.children, left_out)})
        for node in nodes
    )


def _changed(rubric: Rubric, **changes: Any) -> Rubric:  # noqa: ANN401 - any of the rubric's fields
    """A rubric of its own, so that nothing worked out for the first is taken over."""
    return Rubric(**{name: getattr(rubric, name) for name in Rubric.model_fields} | changes)
