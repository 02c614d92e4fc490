"""What ratings amount to: scores, bounds and coverage of every node."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from assessment.ratings import Rating
from assessment.rollup import UNMET, Parent, Tree, compile_tree
from assessment.rubric import TOLERANCE, Rubric

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from assessment.matrix import NodeScores
    from assessment.matrix_plan import Plan

ScoreState = Literal["scored", "na", "unknown", "no-data"]
STATES: Final[tuple[ScoreState, ...]] = ("scored", "na", "unknown", "no-data")
"""The states in the order of their codes in `NodeScores.states`."""


class NodeScore(NamedTuple):
    """The result at one node for one unit and wave (method.md section 1).

    Attributes:
        score: on the rubric's scale; None unless the state is `scored`.
        low, high: bounds with every not-assessed indicator at the scale's minimum and maximum; None when
            `na`.
        coverage: share of applicable weight that is assessed, 0..1; None when `na`.
        state: `scored`; `na` (wholly not applicable); `unknown` (an indicator that is not assessed);
            `no-data` (a node below the minimum coverage).
    """

    node: str
    tier: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    state: ScoreState


Figures = tuple[float | None, float | None, float | None, float | None, ScoreState]
"""Score, low, high, coverage and state of a node, as in `NodeScore`."""


class Scorer:
    """A rubric compiled once, for scoring one unit at every click or a million at once."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.tree = compile_tree(rubric)
        self._leaves = tuple(_compile_leaf(self.tree, position, rubric) for position in self.tree.leaves)

    def unit(self, ratings: Mapping[str, Rating]) -> dict[str, NodeScore]:
        """Scores of one unit in one wave.

        Args:
            ratings: indicator id -> the adopted rating; an indicator without one is not assessed.

        Returns:
            Node id -> result for every node, in the order of `Rubric.nodes`.
        """
        ids, tiers = self.tree.ids, self.tree.tiers
        results, scores, covers = self._rated(ratings)
        for parent in self.tree.parents:
            position = parent.position
            if parent.pick(covers) == parent.full:
                value = parent.combine(parent.pick(scores), parent.traits)  # type: ignore[arg-type]  # all scored
                figures: Figures = (value, value, value, 1.0, "scored")
            else:
                figures = _figures(parent, results, self.tree)
            results[position] = NodeScore(ids[position], tiers[position], *figures)
            scores[position], covers[position] = figures[0], figures[3]
        return dict(zip(ids, results, strict=True))

    def matrix(
        self,
        values: "npt.NDArray[Any]",
        not_applicable: "npt.NDArray[np.bool_] | None" = None,
        dtype: "npt.DTypeLike" = float,
    ) -> "NodeScores":
        """Scores of many units in one pass, every node a column.

        Args:
            values: units x indicators, in the order of `Rubric.indicators`. Either scores as floats, NaN
                where not assessed; or uint8 codes, k for `scale.min + k * scale.step` and 255 for no score.
            not_applicable: bool, same shape, true where the indicator does not apply (its value is ignored).
            dtype: of the results; the arithmetic is always done in 64 bits.

        Raises:
            ValueError: a shape does not fit the rubric, or codes do not fit its scale.
        """
        from assessment.matrix import roll_up

        return roll_up(self.tree, self._plan_of_all, values, not_applicable, dtype)

    def inner(
        self,
        values: "npt.NDArray[Any]",
        not_applicable: "npt.NDArray[np.bool_] | None" = None,
        dtype: "npt.DTypeLike" = float,
    ) -> "NodeScores":
        """The same without the indicators' own columns, which only repeat the input."""
        from assessment.matrix import roll_up

        return roll_up(self.tree, self._plan_of_inner, values, not_applicable, dtype)

    @cached_property
    def _plan_of_all(self) -> "Plan":
        from assessment.matrix_plan import make_plan

        return make_plan(self.tree, range(len(self.tree.ids)))

    @cached_property
    def _plan_of_inner(self) -> "Plan":
        from assessment.matrix_plan import make_plan

        return make_plan(self.tree, sorted(parent.position for parent in self.tree.parents))

    def _rated(
        self, ratings: Mapping[str, Rating]
    ) -> tuple[list[NodeScore], list[float | None], list[float | None]]:
        """Results, scores and coverages over all nodes, so far with the indicators alone filled in."""
        size = len(self.tree.ids)
        results = [self._leaves[0].blank] * size
        scores: list[float | None] = [None] * size
        covers: list[float | None] = [None] * size
        for position, node, steps, na, blank in self._leaves:
            rating = ratings.get(node)
            value = None if rating is None else rating.score
            if value is not None:
                results[position] = steps.get(value) or _between_steps(na, value)
                scores[position], covers[position] = value, 1.0
            elif rating is None or rating.state == "unknown":
                results[position] = blank
                scores[position], covers[position] = blank.score, blank.coverage
            else:
                results[position] = na
        return results, scores, covers


class _Leaf(NamedTuple):
    """An indicator with its possible results made in advance: per step, not applicable, no answer."""

    position: int
    node: str
    steps: dict[float, NodeScore]
    na: NodeScore
    blank: NodeScore


def _compile_leaf(tree: Tree, position: int, rubric: Rubric) -> _Leaf:
    node, tier = tree.ids[position], tree.tiers[position]
    na = NodeScore(node, tier, None, None, None, None, "na")
    unknown = NodeScore(node, tier, None, tree.low, tree.high, 0.0, "unknown")
    return _Leaf(
        position=position,
        node=node,
        steps={value: _between_steps(na, value) for value in rubric.scale.steps()},
        na=na,
        blank=_between_steps(na, tree.low) if tree.blank_is_low else unknown,
    )


def _between_steps(na: NodeScore, value: float) -> NodeScore:
    return NodeScore(na.node, na.tier, value, value, value, 1.0, "scored")


def _figures(parent: Parent, results: Sequence[NodeScore], tree: Tree) -> Figures:
    """A node of which something is not assessed or does not apply."""
    lows: list[float] = []
    highs: list[float] = []
    traits: list[float] = []
    scores: list[float] = []
    scored_traits: list[float] = []
    total = assessed = 0.0
    for position, weight, trait in zip(parent.counting, parent.weights, parent.traits, strict=True):
        _, _, score, low, high, coverage, _ = results[position]
        if low is None or high is None or coverage is None:
            continue
        total += weight
        lows.append(low)
        highs.append(high)
        traits.append(trait)
        if score is not None:
            assessed += weight * coverage
            scores.append(score)
            scored_traits.append(trait)
        elif parent.rule == "staged":
            scores.append(UNMET)
            scored_traits.append(trait)
    if not traits:
        return _without_weight(parent, results, tree)
    if assessed == total:
        value = parent.combine(scores, traits)
        return value, value, value, 1.0, "scored"
    bounds = parent.combine(lows, traits), parent.combine(highs, traits)
    coverage = assessed / total
    if not assessed or coverage < tree.threshold:
        return None, *bounds, coverage, "no-data"
    return parent.combine(scores, scored_traits), *bounds, coverage, "scored"


def _without_weight(parent: Parent, results: Sequence[NodeScore], tree: Tree) -> Figures:
    """A node none of whose weighted children applies: it may still have a child of weight 0 that does."""
    if all(results[position].state == "na" for position in parent.children):
        return None, None, None, None, "na"
    return None, tree.low, tree.high, 0.0, "no-data"


def score(rubric: Rubric, ratings: "pd.DataFrame") -> "pd.DataFrame":
    """Scores of every unit, wave and node as a long table.

    Args:
        rubric: what is measured.
        ratings: one row per adopted rating: `unit`, `indicator`, `score` (empty where there is none),
            `state` (`scored`, `na` or `unknown`; may be left out) and optionally `wave`. A row with neither a
            score nor a state, and an indicator without a row, are not assessed.

    Returns:
        Columns `unit, wave, node, tier, score, low, high, coverage, state` as in `NodeScore`, NaN for a
        missing figure; units (and their waves) in the order of appearance, nodes in the order of
        `Rubric.nodes`. `node`, `tier` and `state` are categories; `wave` is "" where the ratings name none.

    Raises:
        ValueError: an indicator is not in the rubric, or is rated twice for one unit and wave.
    """
    from assessment.long_table import from_scores, to_matrix

    scorer = Scorer(rubric)
    assessed, values, not_applicable = to_matrix(rubric, ratings)
    return from_scores(scorer.tree, assessed, scorer.matrix(values, not_applicable), STATES)


def ranks(scores: Iterable[float | None]) -> list[int | None]:
    """Rank of each score, 1 for the highest; ties (to 1e-9) share the smallest; None and NaN have none."""
    listed = [None if value is None or math.isnan(value) else float(value) for value in scores]
    ordered = sorted((value for value in listed if value is not None), reverse=True)
    found: dict[float, int] = {}
    rank, previous = 1, math.inf
    for place, value in enumerate(ordered, start=1):
        if previous - value > TOLERANCE:
            rank = place
        found[value] = rank
        previous = value
    return [None if value is None else found[value] for value in listed]
