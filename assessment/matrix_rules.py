"""The rules of `assessment.rollup` for children x units at once, with the same answers."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assessment.matrix_plan import Group
from assessment.rollup import Parent
from assessment.rubric import TOLERANCE, Rule

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

FEW_UNITS: Final = 256
"""Up to here one small matrix product costs less than a sum for each parent; above, the sums do."""

_NO_DIVISOR: Final = 1e-300  # 0 / this is 0: a sum over nothing needs neither a mask nor a warning


def weighted_sums(group: Group, children: npt.NDArray[Any]) -> Floats:
    """`sum(w x)` over each parent's children, parents x units.

    Args:
        group: the parents.
        children: counting children x units; floats, or codes or flags, which are added as whole numbers.
    """
    if children.shape[1] <= FEW_UNITS:
        few: Floats = group.membership @ children
        return few
    if group.weights is not None:
        children = children * group.weights
    if children.dtype != np.float64:
        children = children.view(np.uint8)
    sums = np.empty(
        (len(group.parents), children.shape[1]), group.whole if children.dtype == np.uint8 else None
    )
    for place, (start, stop) in enumerate(pairwise(group.starts)):
        np.add.reduce(children[start:stop], axis=0, dtype=sums.dtype, out=sums[place])
    return sums.astype(np.float64, copy=False)


def safe_divisor(sums: npt.NDArray[Any]) -> Floats:
    """Sums of weights to divide by: nothing over nothing becomes 0."""
    divisor: Floats = np.maximum(sums, _NO_DIVISOR)
    return divisor


def combine(group: Group, values: Floats, kept: Bools, weight: Floats) -> Floats:
    """The rule of the group's parents over their counting children.

    Args:
        group: the parents.
        values: children x units; 0, or `UNMET` for `staged`, where a child is not kept or has no score.
        kept: children x units, which of them the rule is to see.
        weight: parents x units, the weight of these children.

    Returns:
        Parents x units, 0 where no child is kept.
    """
    rule = group.parents[0].rule
    if rule == "mean":
        return weighted_sums(group, values) / safe_divisor(weight)
    if rule in UNWEIGHTED:
        return combine_unweighted(group.parents[0], values, kept)
    return np.where(kept.any(axis=0), _WEIGHTED[rule](group, values, kept, weight), 0.0)


def combine_unweighted(parent: Parent, values: Floats, kept: Bools) -> Floats:
    """A rule of `UNWEIGHTED` over a parent's counting children (arguments as for `combine`).

    Returns:
        One figure per column, 0 where no child is kept.
    """
    return np.where(kept.any(axis=0), UNWEIGHTED[parent.rule](parent, values, kept), 0.0)


def _geometric(group: Group, values: Floats, kept: Bools, weight: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        logs = np.where(kept, np.log(values), 0.0)
    return np.exp(weighted_sums(group, logs) / safe_divisor(weight))


def _harmonic(group: Group, values: Floats, kept: Bools, weight: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        inverses = np.where(kept, np.reciprocal(values), 0.0)
    return weight / safe_divisor(weighted_sums(group, inverses))


def _median(_parent: Parent, values: Floats, kept: Bools) -> Floats:
    ordered = np.sort(np.where(kept, values, np.inf), axis=0)
    count = np.count_nonzero(kept, axis=0)
    middle = np.stack([np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(values) - 1)])
    found: Floats = np.take_along_axis(ordered, middle, axis=0).mean(axis=0)
    return found


def _weakest(_parent: Parent, values: Floats, kept: Bools) -> Floats:
    found: Floats = np.where(kept, values, np.inf).min(axis=0)
    return found


def _stage_reached(parent: Parent, values: Floats, kept: Bools) -> Floats:
    stages = np.array(parent.traits)[:, None]
    failed = np.where(kept & (values < parent.met_at - TOLERANCE), stages, np.inf).min(axis=0)
    first = np.where(kept, stages, np.inf).min(axis=0)
    reached = np.where(np.isinf(failed), parent.top, failed - 1)
    return np.where(first > 1, 0.0, reached)


_WEIGHTED: Final[dict[Rule, Callable[[Group, Floats, Bools, Floats], Floats]]] = {
    "geometric": _geometric,
    "harmonic": _harmonic,
}

UNWEIGHTED: Final[dict[Rule, Callable[[Parent, Floats, Bools], Floats]]] = {
    "median": _median,
    "min": _weakest,
    "staged": _stage_reached,
}
"""The rules for which a weight above 0 is like any other."""
