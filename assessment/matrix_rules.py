"""The rules of `assessment.rollup` for children x units at once, with the same answers."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assessment.rollup import TOLERANCE, Branch
from assessment.rubric import Rule

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Column = Floats | None
"""Weights above 0 as a column, children x 1; None stands for weights that are all 1."""

_NO_DIVISOR: Final = 1e-300  # 0 / this is 0: a sum over nothing needs neither a mask nor a warning


def weight_column(weights: tuple[float, ...]) -> Column:
    """Weights as the author gave them; equal ones become 1, which leaves every mean as it is."""
    return np.array(weights)[:, None] if len(set(weights)) > 1 else None


def weighted_sum(rows: npt.NDArray[Any], weights: Column) -> npt.NDArray[Any]:
    """`sum(w x)` down the columns of children x units; codes and flags stay whole where all weights are 1."""
    if weights is not None:
        rows = rows * weights
    if rows.dtype == np.float64:
        total: npt.NDArray[Any] = np.add.reduce(rows, axis=0)
    else:
        total = np.add.reduce(rows.view(np.uint8), axis=0, dtype=np.min_scalar_type(255 * len(rows)))
    return total


def divided(dividend: npt.NDArray[Any], divisor: npt.NDArray[Any] | float) -> Floats:
    """`dividend / divisor`, 0 where both are 0."""
    quotient: Floats = np.divide(dividend, np.maximum(divisor, _NO_DIVISOR))
    return quotient


def combine(branch: Branch, weights: Column, values: Floats, kept: Bools) -> Floats:
    """A branch's rule over its counting children.

    Args:
        branch: says which rule.
        weights: of the counting children.
        values: children x units; any figure where a child is not kept.
        kept: children x units, which of them the rule is to see.

    Returns:
        One value per unit, 0 where no child is kept.
    """
    if branch.rule in _MEANS:
        found = _mean(branch.rule, weights, values, kept)
    else:
        found = _PICKS[branch.rule](branch, values, kept)
    return np.where(kept.any(axis=0), found, 0.0)


def _mean(rule: Rule, weights: Column, values: Floats, kept: Bools) -> Floats:
    there, back = _MEANS[rule]
    with np.errstate(divide="ignore"):
        moved = np.where(kept, there(values), 0.0)
        return back(divided(weighted_sum(moved, weights), weighted_sum(kept, weights)))


def _median(_branch: Branch, values: Floats, kept: Bools) -> Floats:
    ordered = np.sort(np.where(kept, values, np.inf), axis=0)
    count = np.count_nonzero(kept, axis=0)
    middle = np.stack([np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(values) - 1)])
    found: Floats = np.take_along_axis(ordered, middle, axis=0).mean(axis=0)
    return found


def _weakest(_branch: Branch, values: Floats, kept: Bools) -> Floats:
    found: Floats = np.where(kept, values, np.inf).min(axis=0)
    return found


def _stage_reached(branch: Branch, values: Floats, kept: Bools) -> Floats:
    stages = np.array(branch.traits)[:, None]
    failed = np.where(kept & (values < branch.met_at - TOLERANCE), stages, np.inf).min(axis=0)
    first = np.where(kept, stages, np.inf).min(axis=0)
    reached = np.where(np.isinf(failed), branch.top, failed - 1)
    return np.where(first > 1, 0.0, reached)


_MEANS: Final[dict[Rule, tuple[Callable[..., Floats], Callable[..., Floats]]]] = {
    "mean": (np.positive, np.positive),
    "geometric": (np.log, np.exp),
    "harmonic": (np.reciprocal, np.reciprocal),
}
_PICKS: Final[dict[Rule, Callable[[Branch, Floats, Bools], Floats]]] = {
    "median": _median,
    "min": _weakest,
    "staged": _stage_reached,
}
