"""Small rankings for the tests of robustness."""

from collections.abc import Sequence

import numpy as np

from assessment.ranked_units import RankedUnits, rank_matrix
from assessment.rubric import Node, Rubric, Rule, Scale

Gap = float | None | str


def flat(weights: Sequence[float], rule: Rule = "mean", min_coverage: float = 0.6) -> Rubric:
    """Indicators k0, k1, ... right below the root."""
    leaves = tuple(Node(id=f"k{k}", name=f"K {k}", weight=weight) for k, weight in enumerate(weights))
    return Rubric(
        id="flat",
        version="1",
        name="Flat",
        scale=Scale(min=0, max=5, step=None),
        tiers=("top", "indicator"),
        min_coverage=min_coverage,
        tree=(Node(id="top", name="Top", rule=rule, children=leaves),),
    )


def deep(
    weights: Sequence[Sequence[float]], rules: Sequence[Rule] = ("mean",) * 9, min_coverage: float = 0.6
) -> Rubric:
    """Dimensions d0, d1, ... of capabilities d0.c0, ... with these weights, two indicators in each.

    `rules`: of the dimensions, and last of all the root.
    """
    dimensions = tuple(
        Node(
            id=f"d{d}",
            name=f"D {d}",
            weight=d + 1.0,
            rule=rules[d],
            children=tuple(_capability(f"d{d}.c{c}", weight) for c, weight in enumerate(group)),
        )
        for d, group in enumerate(weights)
    )
    return Rubric(
        id="deep",
        version="1",
        name="Deep",
        scale=Scale(min=1, max=5, step=None),
        tiers=("top", "dimension", "capability", "indicator"),
        min_coverage=min_coverage,
        tree=(Node(id="top", name="Top", rule=rules[-1], children=dimensions),),
    )


def _capability(name: str, weight: float) -> Node:
    leaves = (Node(id=f"{name}.x", name="X", weight=2), Node(id=f"{name}.y", name="Y"))
    return Node(id=name, name=name, weight=weight, children=leaves)


def ranked(rubric: Rubric, rows: Sequence[Sequence[Gap]]) -> RankedUnits:
    """Units a, b, c, ... by their scores; None is not assessed, "na" not applicable."""
    values = np.array([[None if cell == "na" else cell for cell in row] for row in rows], float)
    away = np.array([[cell == "na" for cell in row] for row in rows])
    return rank_matrix(rubric, [chr(ord("a") + row) for row in range(len(rows))], values, away)
