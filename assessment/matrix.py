"""The roll-up of many units at once: a matrix of indicator scores in, matrices of node scores out."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.matrix_rules import Bools, Column, Floats, combine, divided, weight_column, weighted_sum
from assessment.rollup import TOLERANCE, UNMET, Branch, Tree

BLANK: Final = 255
"""The code of a cell without a score."""

CHUNK: Final = 4096
"""Units that are rolled up together: enough to forget Python's own cost, few enough to stay in the cache."""

_NA, _UNKNOWN, _NO_DATA = 1, 2, 3  # the places of these states in scoring.STATES
_LEAST_COVERAGE: Final = 1e-300  # a node of which nothing is assessed has no score, whatever the minimum
Places = slice | list[int]


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
    values: npt.NDArray[Any],
    not_applicable: Bools | None,
    dtype: npt.DTypeLike,
    columns: Sequence[int],
) -> NodeScores:
    """Scores of many units at the nodes at these positions; see `Scorer.matrix`."""
    _check(tree, values, not_applicable)
    plan = _make_plan(tree, columns)
    # Made as nodes x units, so that a chunk writes whole runs, and read as units x nodes.
    figures = np.empty((4, len(columns), len(values)), dtype)
    states = np.empty((len(columns), len(values)), np.uint8)
    for start in range(0, len(values), CHUNK):
        units = slice(start, start + CHUNK)
        na = None if not_applicable is None else not_applicable[units]
        leaves = _read(tree, values[units], na)
        rows = _roll_up_chunk(tree, plan, leaves)
        for place, position in enumerate(columns):
            missing = _UNKNOWN if position in plan.leaf_positions else _NO_DATA
            rows.write(plan.row_of[position], missing, figures[:, place, units], states[place, units])
    ids = tuple(tree.ids[position] for position in columns)
    score, low, high, coverage = (figure.T for figure in figures)
    return NodeScores(ids, score, low, high, coverage, states.T)


def _check(tree: Tree, values: npt.NDArray[Any], not_applicable: Bools | None) -> None:
    if values.ndim != 2 or values.shape[1] != len(tree.leaves):  # noqa: PLR2004 - units x indicators
        raise ValueError(f"values are {values.shape}, expected units x {len(tree.leaves)} indicators")
    if not_applicable is not None and not_applicable.shape != values.shape:
        raise ValueError(f"not_applicable is {not_applicable.shape}, values are {values.shape}")
    if values.dtype == np.uint8 and tree.step is None:
        raise ValueError("codes of steps need a scale with steps")


class _Group(NamedTuple):
    """A branch with its place in the work rows.

    `rows` are those of the counting children; `beside` those of all children where some have the weight 0,
    else None; `leaves` are the children's places among the indicators where it is a plain mean of them.
    """

    branch: Branch
    row: int
    rows: Places
    beside: Places | None
    leaves: slice | None
    weights: Column
    total: float


class _Plan(NamedTuple):
    """Where everything stands: work rows go level by level, so that siblings are neighbours.

    `spread` are the indicators that need a work row of their own, `spread_rows` these rows; `all_count` says
    whether every branch has a child with a weight above 0.
    """

    groups: tuple[_Group, ...]
    row_of: tuple[int, ...]
    leaf_positions: frozenset[int]
    spread: list[int]
    spread_rows: list[int]
    all_count: bool


def _make_plan(tree: Tree, columns: Sequence[int]) -> _Plan:
    row_of = _level_order(tree)
    leaf_at = {position: place for place, position in enumerate(tree.leaves)}
    groups = tuple(_make_group(branch, row_of, leaf_at) for branch in tree.branches)
    wanted = set(columns)
    for group in groups:
        if group.leaves is None:
            wanted.update(group.branch.children)
    spread = [place for position, place in leaf_at.items() if position in wanted]
    spread_rows = [row_of[tree.leaves[place]] for place in spread]
    all_count = all(branch.counting for branch in tree.branches)
    return _Plan(groups, row_of, frozenset(leaf_at), spread, spread_rows, all_count)


def _level_order(tree: Tree) -> tuple[int, ...]:
    """Position -> work row."""
    children = {branch.position: branch.children for branch in tree.branches}
    queue, row_of = deque([0]), [0] * len(tree.ids)
    for row in range(len(tree.ids)):
        position = queue.popleft()
        row_of[position] = row
        queue.extend(children.get(position, ()))
    return tuple(row_of)


def _make_group(branch: Branch, row_of: Sequence[int], leaf_at: dict[int, int]) -> _Group:
    all_count = branch.counting == branch.children
    plain = branch.rule == "mean" and all_count and all(child in leaf_at for child in branch.counting)
    weights = weight_column(branch.weights)
    return _Group(
        branch=branch,
        row=row_of[branch.position],
        rows=_places([row_of[child] for child in branch.counting]),
        beside=None if all_count else _places([row_of[child] for child in branch.children]),
        leaves=slice(leaf_at[branch.counting[0]], leaf_at[branch.counting[-1]] + 1) if plain else None,
        weights=weights,
        total=float(len(branch.weights)) if weights is None else float(weights.sum()),
    )


def _places(rows: list[int]) -> Places:
    """A slice where the rows are neighbours, for it needs no copy."""
    first, last = (rows[0], rows[-1]) if rows else (0, -1)
    return slice(first, last + 1) if rows == list(range(first, last + 1)) else rows


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
    """The results of a chunk, every array work rows x units; a cell without a figure holds any.

    `scored` says where there is a score, `applies` is false where a node is wholly not applicable.
    """

    score: Floats
    low: Floats
    high: Floats
    coverage: Floats
    scored: Bools
    applies: Bools

    @classmethod
    def empty(cls, rows: int, units: int) -> "_Rows":
        """Room for the results of a chunk."""
        return cls(*np.empty((4, rows, units)), *np.empty((2, rows, units), np.bool_))

    def write(self, row: int, missing: int, out: npt.NDArray[Any], states: npt.NDArray[np.uint8]) -> None:
        """One node's results to where the caller wants them, NaN where there is none."""
        scored, applies = self.scored[row], self.applies[row]
        out[0] = self.score[row] if scored.all() else np.where(scored, self.score[row], np.nan)
        whole = applies.all()
        for place, figure in enumerate((self.low[row], self.high[row], self.coverage[row]), start=1):
            out[place] = figure if whole else np.where(applies, figure, np.nan)
        np.subtract(~scored * np.uint8(missing), ~applies * np.uint8(missing - _NA), out=states)


def _roll_up_chunk(tree: Tree, plan: _Plan, leaves: _Leaves) -> _Rows:
    rows = _Rows.empty(len(tree.ids), leaves.values.shape[1])
    if plan.spread:
        _spread(tree, plan, leaves, rows)
    for group in plan.groups:
        if leaves.complete and plan.all_count:
            _roll_up_complete(tree, group, leaves, rows)
        elif group.leaves is not None:
            _mean_of_leaves(tree, group, leaves, rows)
        else:
            _roll_up_rows(tree, group, rows)
    return rows


def _spread(tree: Tree, plan: _Plan, leaves: _Leaves, rows: _Rows) -> None:
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


def _roll_up_complete(tree: Tree, group: _Group, leaves: _Leaves, rows: _Rows) -> None:
    """A branch below which everything is assessed: its bounds are its score."""
    row = group.row
    if group.leaves is not None:
        total = weighted_sum(leaves.values[group.leaves], group.weights)
        score = _as_scores(tree, leaves, total, np.array(group.total)) / group.total
    else:
        score = combine(group.branch, group.weights, rows.score[group.rows], rows.scored[group.rows])
    rows.score[row] = rows.low[row] = rows.high[row] = score
    rows.coverage[row] = 1.0
    rows.scored[row] = rows.applies[row] = True


def _mean_of_leaves(tree: Tree, group: _Group, leaves: _Leaves, rows: _Rows) -> None:
    """The usual branch, over the answers themselves: both bounds follow from the sums of the score."""
    row, places, weights = group.row, group.leaves, group.weights
    seen = weighted_sum(leaves.scored[places], weights)
    scores = _as_scores(tree, leaves, weighted_sum(leaves.values[places], weights), seen)
    total = group.total if leaves.applies is None else weighted_sum(leaves.applies[places], weights)
    unknown = total - seen
    rows.score[row] = divided(scores, seen)
    rows.low[row] = divided(scores + tree.low * unknown, total)
    rows.high[row] = divided(scores + tree.high * unknown, total)
    rows.coverage[row] = divided(seen, total)
    rows.applies[row] = total > 0
    rows.scored[row] = rows.coverage[row] >= max(tree.threshold, _LEAST_COVERAGE)


def _roll_up_rows(tree: Tree, group: _Group, rows: _Rows) -> None:
    """Any branch, over the work rows of its children."""
    row, branch, weights = group.row, group.branch, group.weights
    if not branch.counting:
        _without_weight(tree, group, rows)
        return
    scored, applies = rows.scored[group.rows], rows.applies[group.rows]
    score = rows.score[group.rows]
    total = weighted_sum(applies, weights)
    rows.coverage[row] = divided(weighted_sum(rows.coverage[group.rows] * scored, weights), total)
    rows.scored[row] = rows.coverage[row] >= max(tree.threshold, _LEAST_COVERAGE)
    if branch.rule == "staged":
        rows.score[row] = combine(branch, weights, np.where(scored, score, UNMET), applies)
    else:
        rows.score[row] = combine(branch, weights, score, scored)
    rows.low[row] = combine(branch, weights, rows.low[group.rows], applies)
    rows.high[row] = combine(branch, weights, rows.high[group.rows], applies)
    rows.applies[row] = total > 0
    if group.beside is not None:
        _bounds_without_weight(tree, group, rows)


def _without_weight(tree: Tree, group: _Group, rows: _Rows) -> None:
    """A branch all of whose children have the weight 0: never a score."""
    row = group.row
    rows.score[row] = rows.low[row] = rows.high[row] = rows.coverage[row] = 0.0
    rows.scored[row] = rows.applies[row] = False
    _bounds_without_weight(tree, group, rows)


def _bounds_without_weight(tree: Tree, group: _Group, rows: _Rows) -> None:
    """Where only children of weight 0 apply, nothing is known: the bounds are the whole scale."""
    row = group.row
    bare = ~rows.applies[row] & rows.applies[group.beside].any(axis=0)
    rows.low[row][bare], rows.high[row][bare] = tree.low, tree.high
    rows.applies[row] |= bare
