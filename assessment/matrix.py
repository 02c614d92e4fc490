"""The roll-up of many units at once: a matrix of indicator scores in, matrices of node scores out."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.matrix_plan import NA, Group, Plan
from assessment.matrix_rules import Bools, Floats, combine, safe_divisor, weighted_sums
from assessment.rollup import UNMET, Tree
from assessment.rubric import TOLERANCE

BLANK: Final = 255
"""The code of a cell without a score."""

CHUNK: Final = 4096
"""Units that are rolled up together: enough to forget Python's own cost, few enough to stay in the cache."""

_LEAST_COVERAGE: Final = 1e-300  # a node of which nothing is assessed has no score, whatever the minimum


@dataclass(frozen=True, slots=True)
class NodeScores:
    """Results of many units: every array is units x nodes.

    Attributes:
        nodes: ids of the columns, in the order of `Rubric.nodes`.
        score, low, high, coverage: as in `NodeScore`, NaN where there is none.
        states: uint8, the place of the state in `scoring.STATES`.
    """

    nodes: tuple[str, ...]
    score: npt.NDArray[Any]
    low: npt.NDArray[Any]
    high: npt.NDArray[Any]
    coverage: npt.NDArray[Any]
    states: npt.NDArray[np.uint8]

    def column(self, node_id: str) -> int:
        """Where a node stands; ValueError where it has no column."""
        return self.nodes.index(node_id)


def roll_up(
    tree: Tree,
    plan: Plan,
    values: npt.NDArray[Any],
    not_applicable: Bools | None,
    dtype: npt.DTypeLike,
) -> NodeScores:
    """Scores of many units at the nodes that the plan wants; see `Scorer.matrix`."""
    _check(tree, values, not_applicable)
    # Made as nodes x units, so that a chunk writes whole runs, and read as units x nodes.
    figures = np.empty((4, len(plan.wanted), len(values)), dtype)
    states = np.empty((len(plan.wanted), len(values)), np.uint8)
    room = _Rows.room(len(tree.ids), min(CHUNK, len(values)))
    for start in range(0, len(values), CHUNK):
        units = slice(start, start + CHUNK)
        leaves = _read(tree, values[units], None if not_applicable is None else not_applicable[units])
        rows = room.first(leaves.values.shape[1])
        _roll_up_chunk(tree, plan, leaves, rows)
        rows.write(plan, figures[:, :, units], states[:, units])
    score, low, high, coverage = (figure.T for figure in figures)
    return NodeScores(plan.wanted, score, low, high, coverage, states.T)


def _check(tree: Tree, values: npt.NDArray[Any], not_applicable: Bools | None) -> None:
    if values.ndim != 2 or values.shape[1] != len(tree.leaves):  # noqa: PLR2004 - units x indicators
        raise ValueError(f"values are {values.shape}, expected units x {len(tree.leaves)} indicators")
    if not_applicable is not None and not_applicable.shape != values.shape:
        raise ValueError(f"not_applicable is {not_applicable.shape}, values are {values.shape}")
    if values.dtype == np.uint8 and tree.step is None:
        raise ValueError("codes of steps need a scale with steps")


class _Leaves(NamedTuple):
    """The answers of a chunk, indicators x units; a value is 0 where there is none.

    `coded` says whether the values are codes; `applies` is None where everything applies; `complete`: all is
    assessed.
    """

    values: npt.NDArray[Any]
    coded: bool
    scored: Bools
    applies: Bools | None
    complete: bool


def _read(tree: Tree, values: npt.NDArray[Any], not_applicable: Bools | None) -> _Leaves:
    coded = values.dtype == np.uint8
    found = np.array(values.T, np.uint8 if coded else np.float64, order="C")
    scored = found != BLANK if coded else found == found  # noqa: PLR0124 - only NaN differs from itself
    applies = None
    if not_applicable is not None and not_applicable.any():
        applies = np.array(~not_applicable.T, order="C")
        scored &= applies
    complete = applies is None and bool(scored.all())
    if not complete:
        found = found * scored if coded else np.where(scored, found, 0.0)
    if coded and tree.step and found.max(initial=0) * tree.step > tree.high - tree.low + TOLERANCE:
        raise ValueError(f"code {found.max()} is above the top of the scale")
    if tree.blank_is_low and not complete:
        return _with_blanks_low(tree, _Leaves(found, coded, scored, applies, complete))
    return _Leaves(found, coded, scored, applies, complete)


def _with_blanks_low(tree: Tree, leaves: _Leaves) -> _Leaves:
    """Every blank that applies becomes the scale's minimum, whose code is 0."""
    applies = np.ones_like(leaves.scored) if leaves.applies is None else leaves.applies
    values = leaves.values if leaves.coded else leaves.values + tree.low * (applies & ~leaves.scored)
    return _Leaves(values, leaves.coded, applies, leaves.applies, leaves.applies is None)


class _Rows(NamedTuple):
    """The results of a chunk, every array rows x units; a cell without a figure holds 0.

    `scored` says where there is a score, `applies` is false where a node is wholly not applicable.
    """

    score: Floats
    low: Floats
    high: Floats
    coverage: Floats
    scored: Bools
    applies: Bools

    @classmethod
    def room(cls, rows: int, units: int) -> "_Rows":
        """Room for the results of a chunk."""
        return cls(*np.empty((4, rows, units)), *np.empty((2, rows, units), np.bool_))

    def first(self, units: int) -> "_Rows":
        """The room for this many units."""
        score, low, high, coverage = (figure[:, :units] for figure in self[:4])
        return _Rows(score, low, high, coverage, self.scored[:, :units], self.applies[:, :units])

    def write(self, plan: Plan, figures: npt.NDArray[Any], states: npt.NDArray[np.uint8]) -> None:
        """The wanted nodes to where the caller wants them, NaN where there is no figure."""
        scored, applies = self.scored[plan.columns], self.applies[plan.columns]
        figures[0] = np.where(scored, self.score[plan.columns], np.nan)
        gaps = None if applies.all() else np.where(applies, 0.0, np.nan)
        for place, figure in enumerate((self.low, self.high, self.coverage), start=1):
            found = figure[plan.columns]
            figures[place] = found if gaps is None else np.add(found, gaps, out=found)
        # 0 where scored, else `missing` where it applies, else NA
        np.subtract(NA, plan.missing * scored.view(np.uint8), out=states)
        states += (plan.missing - np.uint8(NA)) * applies.view(np.uint8)


def _roll_up_chunk(tree: Tree, plan: Plan, leaves: _Leaves, rows: _Rows) -> None:
    if plan.spread:
        _spread(tree, plan, leaves, rows)
    for group in plan.groups:
        if leaves.complete and plan.all_count:
            _roll_up_complete(tree, group, leaves, rows)
        elif group.leaves is not None:
            _means_of_leaves(tree, group, leaves, rows)
        else:
            _roll_up_rows(tree, group, rows)


def _spread(tree: Tree, plan: Plan, leaves: _Leaves, rows: _Rows) -> None:
    """Work rows for the indicators that need one."""
    places, to = plan.spread, plan.spread_rows
    scored = leaves.scored[places]
    applies = True if leaves.applies is None else leaves.applies[places]
    score = _as_scores(tree, leaves, leaves.values[places], scored)
    unknown = ~scored & applies
    rows.score[to], rows.scored[to], rows.coverage[to], rows.applies[to] = score, scored, scored, applies
    rows.low[to] = score + tree.low * unknown
    rows.high[to] = score + tree.high * unknown


def _as_scores(tree: Tree, leaves: _Leaves, values: npt.NDArray[Any], count: npt.NDArray[Any]) -> Floats:
    """Values, or weighted sums of them (`count`: of how much weight), from codes to scores."""
    if not leaves.coded:
        return values
    scores: Floats = values * float(tree.step or 0)
    return scores + tree.low * count if tree.low else scores


def _roll_up_complete(tree: Tree, group: Group, leaves: _Leaves, rows: _Rows) -> None:
    """Parents below which everything is assessed: the bounds are the score."""
    if group.leaves is not None:
        sums = weighted_sums(group, leaves.values[group.leaves])
        score = _as_scores(tree, leaves, sums, group.total) / group.total
    else:
        score = combine(group, rows.score[group.children], rows.scored[group.children], group.total)
    rows.score[group.rows] = rows.low[group.rows] = rows.high[group.rows] = score
    rows.coverage[group.rows] = 1.0
    rows.scored[group.rows] = rows.applies[group.rows] = True


def _means_of_leaves(tree: Tree, group: Group, leaves: _Leaves, rows: _Rows) -> None:
    """The usual parents, over the answers themselves: both bounds follow from the sums of the score."""
    here, places = group.rows, group.leaves
    seen = weighted_sums(group, leaves.scored[places])
    scores = _as_scores(tree, leaves, weighted_sums(group, leaves.values[places]), seen)
    total = group.total if leaves.applies is None else weighted_sums(group, leaves.applies[places])
    unknown, divisor = total - seen, safe_divisor(total)
    np.divide(seen, divisor, out=rows.coverage[here])
    rows.applies[here] = total > 0
    _settle_score(tree, here, rows, scores / safe_divisor(seen))
    np.divide(scores + tree.low * unknown if tree.low else scores, divisor, out=rows.low[here])
    np.divide(scores + tree.high * unknown, divisor, out=rows.high[here])


def _settle_score(tree: Tree, here: slice, rows: _Rows, score: Floats) -> None:
    """Keeps the score where the coverage, which is there already, is high enough."""
    least = max(tree.threshold, _LEAST_COVERAGE)
    scored = np.greater_equal(rows.coverage[here], least, out=rows.scored[here])
    np.multiply(score, scored, out=rows.score[here])


def _roll_up_rows(tree: Tree, group: Group, rows: _Rows) -> None:
    """Any parents, over the rows of their children."""
    here, places = group.rows, group.children
    if not group.parents[0].counting:
        _without_weight(tree, group, rows)
        return
    scored, applies = rows.scored[places], rows.applies[places]
    score, seen, total = rows.score[places], weighted_sums(group, scored), weighted_sums(group, applies)
    np.divide(
        weighted_sums(group, rows.coverage[places] * scored), safe_divisor(total), out=rows.coverage[here]
    )
    rows.applies[here] = total > 0
    if group.parents[0].rule == "staged":
        _settle_score(tree, here, rows, combine(group, np.where(scored, score, UNMET), applies, total))
    else:
        _settle_score(tree, here, rows, combine(group, score, scored, seen))
    rows.low[here] = combine(group, rows.low[places], applies, total)
    rows.high[here] = combine(group, rows.high[places], applies, total)
    if group.beside is not None:
        _bounds_without_weight(tree, group, rows)


def _without_weight(tree: Tree, group: Group, rows: _Rows) -> None:
    """A parent all of whose children have the weight 0: never a score."""
    here = group.rows
    rows.score[here] = rows.low[here] = rows.high[here] = rows.coverage[here] = 0.0
    rows.scored[here] = rows.applies[here] = False
    _bounds_without_weight(tree, group, rows)


def _bounds_without_weight(tree: Tree, group: Group, rows: _Rows) -> None:
    """Where only children of weight 0 apply, nothing is known: the bounds are the whole scale."""
    here = group.rows
    bare = ~rows.applies[here] & rows.applies[group.beside].any(axis=0)
    rows.low[here][bare], rows.high[here][bare] = tree.low, tree.high
    rows.applies[here] |= bare
