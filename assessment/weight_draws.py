"""Weights as they might have been: draws around the rubric's own, and the scores that they lead to."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assessment.assumptions import Assumptions
from assessment.matrix import NodeScores
from assessment.matrix_plan import NA
from assessment.matrix_rules import UNWEIGHTED, Bools, Floats, combine_unweighted, safe_divisor
from assessment.rollup import UNMET, Parent, Tree
from assessment.rubric import Rule

DRAWS_AT_ONCE: Final = 2000
"""Sets of weights that are drawn together; memory does not grow with the draws."""

_FORWARD: Final[dict[Rule, Any]] = {"mean": None, "geometric": np.log, "harmonic": np.reciprocal}
_BACK: Final[dict[Rule, Any]] = {"mean": None, "geometric": np.exp, "harmonic": np.reciprocal}


@dataclass(frozen=True, slots=True)
class Junction:
    """A node whose children's weights are uncertain.

    Attributes:
        parent: the node, compiled.
        own: its own column, None for the root.
        columns: of its counting children.
    """

    parent: Parent
    own: int | None
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UpperTree:
    """The part of a rubric's tree whose weights are uncertain; what lies below it is constant.

    Its columns are the counting children of its junctions, in the order of `Rubric.nodes`.

    Attributes:
        nodes, positions: id of every column, and its place among `Rubric.nodes`.
        weights: the rubric's own, as written.
        varied: true where a draw changes the weight: every node that is no indicator; all where a rubric has
            nothing between its root and its indicators.
        base: columns of constant score, the only ones that the upper scores are made of.
        junctions: the root first, parents before their children.
    """

    nodes: tuple[str, ...]
    positions: tuple[int, ...]
    weights: Floats
    varied: Bools
    base: tuple[int, ...]
    junctions: tuple[Junction, ...]

    @property
    def size(self) -> int:
        """Number of columns."""
        return len(self.nodes)


def upper_tree(tree: Tree) -> UpperTree:
    """The nodes whose weights are uncertain (method.md section 3: all but the indicators')."""
    parents = {parent.position: parent for parent in tree.parents}
    found = [parents[0]]
    for parent in found:
        found += [
            parents[child]
            for child in parent.counting
            if child in parents and any(below in parents for below in parents[child].counting)
        ]
    inner = frozenset(parents)
    nodes = {child for parent in found for child in parent.counting}
    return _with_columns(tree, found, inner if nodes & inner else nodes)


def whole_tree(tree: Tree) -> UpperTree:
    """The same with the indicators' weights uncertain, too: every node's level is a matter of weights."""
    parents = {parent.position: parent for parent in tree.parents}
    found = [parents[0]]
    for parent in found:
        found += [parents[child] for child in parent.counting if child in parents]
    return _with_columns(tree, found, {child for parent in found for child in parent.counting})


def _with_columns(tree: Tree, found: Sequence[Parent], varied: Collection[int]) -> UpperTree:
    weights = {child: weight for p in found for child, weight in zip(p.counting, p.weights, strict=True)}
    positions = sorted(weights)
    column = {position: place for place, position in enumerate(positions)}
    upper = {parent.position for parent in found}
    return UpperTree(
        nodes=tuple(tree.ids[position] for position in positions),
        positions=tuple(positions),
        weights=np.array([weights[position] for position in positions], np.float64),
        varied=np.array([position in varied for position in positions], np.bool_),
        base=tuple(column[position] for position in positions if position not in upper),
        junctions=tuple(
            Junction(p, column.get(p.position), tuple(column[child] for child in p.counting)) for p in found
        ),
    )


@dataclass(frozen=True, slots=True)
class Contest:
    """What the uncertain weights are weights of, for the units that are ranked.

    Which node has enough data for a score is decided once, with the rubric's own weights.

    Attributes:
        upper: the uncertain part of the tree.
        score: units x columns, NaN where a node has no score and is left out.
        applies: units x columns, false where a node is not applicable.
    """

    upper: UpperTree
    score: Floats
    applies: Bools

    @property
    def complete(self) -> bool:
        """Whether every unit has every score."""
        return not np.isnan(self.score).any()


def contest(tree: Tree, scores: NodeScores) -> Contest:
    """The contest of these units, from their scores at every node."""
    return contest_on(upper_tree(tree), scores)


def contest_on(upper: UpperTree, scores: NodeScores) -> Contest:
    """The same where other weights are uncertain."""
    places = list(upper.positions)
    score = np.ascontiguousarray(scores.score[:, places], np.float64)
    return Contest(upper, score, np.ascontiguousarray(scores.states[:, places] != NA))


def draw_weights(upper: UpperTree, assumptions: Assumptions) -> Iterator[Floats]:
    """Sets of weights, as many as assumed, a few at a time.

    Yields:
        Draws x columns, as a rubric could state them: not normalised.
    """
    rng = np.random.default_rng(assumptions.seed)
    for start in range(0, assumptions.draws, DRAWS_AT_ONCE):
        count = min(DRAWS_AT_ONCE, assumptions.draws - start)
        if assumptions.spread is None:
            yield rng.standard_exponential((count, upper.size))
            continue
        weights = np.tile(upper.weights, (count, 1))
        noise = rng.random((count, np.count_nonzero(upper.varied)))
        weights[:, upper.varied] *= 1 + assumptions.spread * (2 * noise - 1)
        yield weights


def shares(upper: UpperTree, weights: Floats) -> Floats:
    """Every column's share of the root: the product of the normalised weights along its path.

    Args:
        upper: the uncertain part of a tree.
        weights: draws x columns.

    Returns:
        Draws x columns, 0..1; the shares of the base columns add up to 1.
    """
    share = np.empty_like(weights)
    for junction in upper.junctions:
        columns = list(junction.columns)
        group = weights[:, columns]
        above = 1.0 if junction.own is None else share[:, junction.own]
        share[:, columns] = group * (above / group.sum(axis=1))[:, None]
    return share


def scores_under(field: Contest, weights: Floats, at_once: int = DRAWS_AT_ONCE) -> Iterator[Floats]:
    """Overall scores under every set of weights, children without a score left out.

    Args:
        field: the units.
        weights: draws x columns.
        at_once: how many draws are rolled up together.

    Yields:
        Draws x units, `at_once` draws at most; the array may be changed, and is used again for the next.
    """
    upper, base = field.upper, list(field.upper.base)
    plain = field.complete and all(junction.parent.rule == "mean" for junction in upper.junctions)
    if plain:
        share, score = shares(upper, weights)[:, base], field.score[:, base].T
        room = np.empty((min(at_once, len(weights)), len(field.score)))
    for start in range(0, len(weights), at_once):
        here = slice(start, min(start + at_once, len(weights)))
        if plain:
            yield np.matmul(share[here], score, out=room[: here.stop - start])
        else:
            yield _scores_with_gaps(field, weights[here])


def levels_under(field: Contest, weights: Floats) -> dict[int | None, Floats]:
    """Every junction's score under every set of weights, draws x units, by its column (None: the root)."""
    results: dict[int | None, Floats] = {}
    kept = {}
    for junction in reversed(field.upper.junctions):
        results[junction.own] = _combined(field, junction, weights, results)
        kept[junction.own] = results[junction.own].copy()
    return kept


def _scores_with_gaps(field: Contest, weights: Floats) -> Floats:
    results: dict[int | None, Floats] = {}
    for junction in reversed(field.upper.junctions):
        results[junction.own] = _combined(field, junction, weights, results)
    return results[None]


def _combined(
    field: Contest, junction: Junction, weights: Floats, results: dict[int | None, Floats]
) -> Floats:
    """A junction's score, draws x units, from results below it, which are used up."""
    if junction.parent.rule in UNWEIGHTED:
        return _combined_unweighted(field, junction, len(weights), results)
    forward, back = _FORWARD[junction.parent.rule], _BACK[junction.parent.rule]
    columns = list(junction.columns)
    scored = ~np.isnan(field.score[:, columns])
    constant = [place for place, column in enumerate(columns) if column not in results]
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = (
            weights[:, columns][:, constant]
            @ _summand(field.score[:, columns][:, constant], scored[:, constant], forward).T
        )
        for place, column in enumerate(columns):
            if column in results:
                summand = _summand(results.pop(column), scored[:, place], forward)
                sums += np.multiply(summand, weights[:, [column]], out=summand)
        sums /= safe_divisor(weights[:, columns] @ scored.T.astype(np.float64))
        return sums if back is None else np.asarray(back(sums), np.float64)


def _summand(score: Floats, scored: Bools, forward: Any) -> Floats:  # noqa: ANN401 - a ufunc or None
    """What a weighted mean adds up: 0 where there is no score."""
    return np.where(scored, score if forward is None else forward(score), 0.0)


def _combined_unweighted(
    field: Contest, junction: Junction, draws: int, results: dict[int | None, Floats]
) -> Floats:
    shape = (draws, len(field.score))
    children = [
        np.broadcast_to(results.pop(column, field.score[:, column]), shape) for column in junction.columns
    ]
    scored = ~np.isnan(field.score[:, list(junction.columns)]).T
    kept = field.applies[:, list(junction.columns)].T if junction.parent.rule == "staged" else scored
    missing = UNMET if junction.parent.rule == "staged" else 0.0
    values = np.where(scored[:, None, :], np.stack(children), missing)
    spread = np.broadcast_to(kept[:, None, :], values.shape)
    flat = combine_unweighted(
        junction.parent, values.reshape(len(values), -1), spread.reshape(len(values), -1)
    )
    return flat.reshape(shape)


def weight_sets(upper: UpperTree, weights: npt.ArrayLike) -> Iterator[Floats]:
    """Given sets of weights, draws x columns, a few at a time as `draw_weights` yields them.

    Raises:
        ValueError: the shape does not fit, or a weight is not above 0.
    """
    given = np.asarray(weights, np.float64)
    if given.ndim != 2 or given.shape[1] != upper.size:  # noqa: PLR2004 - draws x columns
        raise ValueError(f"weights are {given.shape}, expected draws x {upper.size}")
    if not (given > 0).all():
        raise ValueError("a weight is not above 0")
    for start in range(0, len(given), DRAWS_AT_ONCE):
        yield given[start : start + DRAWS_AT_ONCE]
