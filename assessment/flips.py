"""Which weight must change by how much so that one unit passes another: exact, not searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.matrix_rules import Bools, Floats
from assessment.ranked_units import RankedUnits
from assessment.rollup import compile_tree
from assessment.rubric import TOLERANCE
from assessment.weight_draws import Contest, UpperTree, contest

Rows = npt.NDArray[np.intp]
Pairs = Sequence[tuple[int, int]]


class Flip(NamedTuple):
    """One change of one weight after which two units stand level; any further, and they have swapped.

    Attributes:
        node: whose weight changes; its siblings keep their proportions.
        factor: how many times as much it has to count as now, > 0, never 1.
        share, needed: its share among its siblings now and then, 0..1.
    """

    node: str
    factor: float
    share: float
    needed: float


@dataclass(frozen=True, slots=True)
class Flips:
    """What it takes to swap pairs of units.

    Attributes:
        pairs: rows of the unit ahead and of the one behind.
        nodes: whose weights may change: those that are uncertain.
        share: by node, among its siblings now.
        factor, needed: pairs x nodes as in `Flip`; NaN where no change of this weight alone swaps the pair.
    """

    pairs: tuple[tuple[int, int], ...]
    nodes: tuple[str, ...]
    share: Floats
    factor: Floats
    needed: Floats

    def of(self, pair: int) -> tuple[Flip, ...]:
        """All flips of a pair, the one that takes the smallest change of a share first."""
        found = [
            Flip(node, float(factor), float(share), float(needed))
            for node, factor, share, needed in zip(
                self.nodes, self.factor[pair], self.share, self.needed[pair], strict=True
            )
            if not np.isnan(factor)
        ]
        return tuple(sorted(found, key=lambda flip: abs(flip.needed - flip.share)))


class _Sums(NamedTuple):
    """Units x columns: with one weight times m, its parent scores `(own m + rest) / (weight m + others)`.

    `reach` is the parent's share of the root for the unit, 0 where it has no score; `part` is what it
    contributes to the unit's overall score.
    """

    own: Floats
    rest: Floats
    weight: Floats
    others: Floats
    reach: Floats
    part: Floats


def neighbours(ranked: RankedUnits) -> tuple[tuple[int, int], ...]:
    """Every unit with the next one behind it."""
    return tuple((row, row + 1) for row in range(len(ranked.units) - 1))


def flips(ranked: RankedUnits, pairs: Pairs | None = None) -> Flips:
    """The flip list (method.md section 3: `w* = D / (D - d_k)`, here for a tree and with gaps).

    The difference of two units, as a function of the factor m of one weight, is a fraction whose
    numerator is linear in m, or quadratic where a sibling has a score for one of the units only: its
    roots are the answer. Which node has enough data for a score is taken as it is with the rubric's own
    weights. Weights below a node that is no weighted mean have no flips.

    Args:
        ranked: the units.
        pairs: rows of two units each, the one ahead first; neighbours in the ranking without.
    """
    chosen = tuple(neighbours(ranked) if pairs is None else pairs)
    field = contest(compile_tree(ranked.rubric), ranked.scores)
    upper = field.upper
    ahead, behind = (np.array([pair[side] for pair in chosen], np.intp) for side in (0, 1))
    sums = _sums(field, ranked.overall)
    lead = (ranked.overall[ahead] - ranked.overall[behind])[:, None]
    factor = _nearest_root(_numerator(sums, lead, ahead, behind), upper)
    factor[np.abs(lead[:, 0]) <= TOLERANCE] = np.nan
    factor[:, ~(upper.varied & _on_a_path_of_means(upper))] = np.nan
    share = _share_of_siblings(upper, np.ones(upper.size))
    return Flips(chosen, upper.nodes, share, factor, _share_of_siblings(upper, factor))


def _sums(field: Contest, overall: Floats) -> _Sums:
    """Everything that the pairs' equations are made of."""
    upper, scored = field.upper, ~np.isnan(field.score)
    score, weight = np.where(scored, field.score, 0.0), upper.weights * scored
    total, reach, parent = (np.empty(score.shape) for _ in range(3))
    for junction in upper.junctions:
        columns, own = list(junction.columns), junction.own
        sums = weight[:, columns].sum(axis=1)
        total[:, columns] = np.where(sums > 0, sums, 1.0)[:, None]
        above = np.ones(len(score)) if own is None else reach[:, own] * weight[:, own] / total[:, own]
        reach[:, columns] = above[:, None]
        parent[:, columns] = (overall if own is None else score[:, own])[:, None]
    own_part = weight * score
    return _Sums(own_part, parent * total - own_part, weight, total - weight, reach, reach * parent)


Coefficients = tuple[Floats, Floats, Floats]


def _numerator(sums: _Sums, lead: Floats, ahead: Rows, behind: Rows) -> Coefficients:
    """Coefficients of m^2, m and 1 in the numerator of the pairs' difference, pairs x columns."""
    a, b = (_Sums(*(part[rows] for part in sums)) for rows in (ahead, behind))
    elsewhere = lead - a.part + b.part
    same = (a.weight == b.weight) & (np.abs(a.others - b.others) <= TOLERANCE * a.others)
    square = elsewhere * a.weight * b.weight + a.reach * a.own * b.weight - b.reach * b.own * a.weight
    linear = (
        elsewhere * (a.weight * b.others + a.others * b.weight)
        + a.reach * (a.own * b.others + a.rest * b.weight)
        - b.reach * (b.own * a.others + b.rest * a.weight)
    )
    bare = elsewhere * a.others * b.others + a.reach * a.rest * b.others - b.reach * b.rest * a.others
    # Where both divide by the same, it cancels out, and the equation is linear.
    return (
        np.where(same, 0.0, square),
        np.where(same, elsewhere * a.weight + a.reach * a.own - b.reach * b.own, linear),
        np.where(same, elsewhere * a.others + a.reach * a.rest - b.reach * b.rest, bare),
    )


def _nearest_root(coefficients: Coefficients, upper: UpperTree) -> Floats:
    """The simple root above 0 that changes the weight's share least; NaN where there is none."""
    square, linear, bare = coefficients
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = -(linear + np.copysign(np.sqrt(linear**2 - 4 * square * bare), linear)) / 2
        roots = np.stack([whole / square, bare / whole])
        needed = _share_of_siblings(upper, roots)
        usable = (roots > 0) & (needed > TOLERANCE) & (needed < 1 - TOLERANCE)
    change = np.abs(needed - _share_of_siblings(upper, np.ones(upper.size)))
    distance = np.where(usable, change, np.inf)
    found: Floats = np.where(distance[0] <= distance[1], roots[0], roots[1])
    return np.where(np.isinf(distance.min(axis=0)), np.nan, found)


def _share_of_siblings(upper: UpperTree, factor: Floats) -> Floats:
    """A column's share among its siblings, 0..1, when its weight alone is multiplied (last axis: columns)."""
    total = np.empty(upper.size)
    for junction in upper.junctions:
        columns = list(junction.columns)
        total[columns] = upper.weights[columns].sum()
    own = upper.weights * factor
    found: Floats = own / (own + total - upper.weights)
    return found


def _on_a_path_of_means(upper: UpperTree) -> Bools:
    """Columns above which every node is a weighted mean."""
    found = np.zeros(upper.size, np.bool_)
    for junction in upper.junctions:
        above = junction.own is None or bool(found[junction.own])
        found[list(junction.columns)] = above and junction.parent.rule == "mean"
    return found
