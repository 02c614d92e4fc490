"""Where everything stands in the matrices of a roll-up, worked out once for a rubric's tree."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from assessment.rollup import Parent, Tree

NA, UNKNOWN, NO_DATA = 1, 2, 3
"""The places of these states in `scoring.STATES`."""

Places = slice | list[int]


@dataclass(frozen=True, slots=True)
class Group:
    """Parents that are rolled up together: neighbours of one level with the rule `mean`, or any one parent.

    Attributes:
        parents: in the order of their rows.
        rows: of the parents.
        children: rows of their counting children, parent after parent.
        starts: where each parent's children begin among these, and the end of the last.
        weights: of the counting children as a column, equal ones as 1; None where all are 1.
        membership: parents x counting children, the weight of each child in its own parent.
        total: these weights added up, one row per parent.
        whole: unsigned type that holds the sum of any parent's codes.
        leaves: places of the children among the indicators, where all are and the rule is `mean`; else None.
        beside: rows of all children, where some have the weight 0; else None.
    """

    parents: tuple[Parent, ...]
    rows: slice
    children: Places
    starts: tuple[int, ...]
    weights: npt.NDArray[np.float64] | None
    membership: npt.NDArray[np.float64]
    total: npt.NDArray[np.float64]
    whole: np.dtype[Any]
    leaves: slice | None
    beside: Places | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows go level by level, so that siblings and cousins are neighbours.

    Attributes:
        wanted: ids of the nodes whose results are asked for.
        groups: every one after those of its children.
        columns: rows of the wanted nodes.
        missing: state of each wanted node where it has no score though it applies, as a column.
        spread, spread_rows: indicators that need a row of their own, and these rows.
        all_count: whether every parent has a child with a weight above 0.
    """

    wanted: tuple[str, ...]
    groups: tuple[Group, ...]
    columns: list[int]
    missing: npt.NDArray[np.uint8]
    spread: list[int]
    spread_rows: list[int]
    all_count: bool


def make_plan(tree: Tree, wanted: Sequence[int]) -> Plan:
    """How to roll up a tree, when the results at these positions are asked for."""
    depth, row_of = _level_order(tree)
    leaf_at = {position: place for place, position in enumerate(tree.leaves)}
    parents = sorted(tree.parents, key=lambda parent: row_of[parent.position])
    runs: list[list[Parent]] = []
    for parent in parents:
        if runs and _belong_together(runs[-1][-1], parent, depth, row_of, leaf_at):
            runs[-1].append(parent)
        else:
            runs.append([parent])
    groups = tuple(_make_group(run, row_of, leaf_at) for run in reversed(runs))
    own_row = {
        *wanted,
        *(child for g in groups if g.leaves is None for parent in g.parents for child in parent.children),
    }
    spread = [place for position, place in leaf_at.items() if position in own_row]
    return Plan(
        wanted=tuple(tree.ids[position] for position in wanted),
        groups=groups,
        columns=[row_of[position] for position in wanted],
        missing=np.array([[UNKNOWN if position in leaf_at else NO_DATA] for position in wanted], np.uint8),
        spread=spread,
        spread_rows=[row_of[tree.leaves[place]] for place in spread],
        all_count=all(parent.counting for parent in parents),
    )


def _level_order(tree: Tree) -> tuple[list[int], list[int]]:
    """Depth and row of every position."""
    children = {parent.position: parent.children for parent in tree.parents}
    queue, depth, row_of = deque([0]), [0] * len(tree.ids), [0] * len(tree.ids)
    for row in range(len(tree.ids)):
        position = queue.popleft()
        row_of[position] = row
        for child in children.get(position, ()):
            depth[child] = depth[position] + 1
            queue.append(child)
    return depth, row_of


def _belong_together(
    before: Parent, after: Parent, depth: Sequence[int], row_of: Sequence[int], leaf_at: dict[int, int]
) -> bool:
    """Whether two parents can be rolled up in one go."""
    if not (_is_plain(before) and _is_plain(after) and depth[before.position] == depth[after.position]):
        return False
    if row_of[after.position] != row_of[before.position] + 1:
        return False
    kinds = [_leaf_run(parent, leaf_at) for parent in (before, after)]
    if kinds[0] is None or kinds[1] is None:
        return kinds[0] is kinds[1]
    return kinds[0].stop == kinds[1].start  # type: ignore[no-any-return]


def _is_plain(parent: Parent) -> bool:
    return parent.rule == "mean" and parent.counting == parent.children


def _leaf_run(parent: Parent, leaf_at: dict[int, int]) -> slice | None:
    """Places of the children among the indicators; None where one is no indicator."""
    if not all(child in leaf_at for child in parent.children):
        return None
    return slice(leaf_at[parent.children[0]], leaf_at[parent.children[-1]] + 1)


def _make_group(run: Sequence[Parent], row_of: Sequence[int], leaf_at: dict[int, int]) -> Group:
    first, last = run[0], run[-1]
    starts = (0, *accumulate(len(parent.counting) for parent in run))
    relative = [weight for parent in run for weight in _relative(parent.weights)]
    membership = np.zeros((len(run), len(relative)))
    for place, (start, stop) in enumerate(pairwise(starts)):
        membership[place, start:stop] = relative[start:stop]
    plain, runs = _is_plain(first), (_leaf_run(first, leaf_at), _leaf_run(last, leaf_at))
    return Group(
        parents=tuple(run),
        rows=slice(row_of[first.position], row_of[last.position] + 1),
        children=_places([row_of[child] for parent in run for child in parent.counting]),
        starts=starts,
        weights=None if set(relative) <= {1.0} else np.array(relative)[:, None],
        membership=membership,
        total=membership.sum(axis=1, keepdims=True),
        whole=np.min_scalar_type(255 * max(len(parent.counting) for parent in run)),
        leaves=slice(runs[0].start, runs[1].stop) if plain and runs[0] and runs[1] else None,
        beside=None
        if plain or first.counting == first.children
        else _places([row_of[c] for c in first.children]),
    )


def _relative(weights: Sequence[float]) -> list[float]:
    """Equal weights become 1, which leaves every rule as it is and sums exact."""
    return [1.0] * len(weights) if len(set(weights)) == 1 else list(weights)


def _places(rows: list[int]) -> Places:
    """A slice where the rows are neighbours, for it needs no copy."""
    first, last = (rows[0], rows[-1]) if rows else (0, -1)
    return slice(first, last + 1) if rows == list(range(first, last + 1)) else rows
