"""What a change between two waves is made of, node by node, adding up to the total (method.md section 7)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.rated_units import Bools, Floats, RatedUnits, below
from assessment.ratings import CONSENSUS, Rating, says_rerated
from assessment.rubric import TOLERANCE, Rubric
from assessment.scoring import STATES, Scorer

Part = Literal["real", "rerated", "scope", "rubric"]
PARTS: Final[tuple[Part, ...]] = ("real", "rerated", "scope", "rubric")
ChangeKind = Literal["real", "rerated", "scope", "rubric", "mixed", "unchanged", "incomparable"]

_ROUNDING: Final = 1e-12
_SCORED: Final = STATES.index("scored")


@dataclass(frozen=True, slots=True)
class WaveChange:
    """The change of every unit and node; all arrays are units x nodes unless said otherwise.

    Attributes:
        units: ids of the rows: those of the later wave, then those that only the earlier one has.
        nodes: ids of the columns, in the order of the later rubric's `nodes`.
        before, after: scores; NaN where there is none.
        total: `after - before`; NaN, like every part, where one of the two is missing.
        real: what the indicators that count in both waves changed by, without the re-rated ones.
        rerated: the same of the indicators that were judged anew though nothing changed.
        scope: from indicators that came or went: not applicable, not assessed, or below the minimum coverage.
        rubric: from the rubric's version: weights, rules, indicators that it added or dropped.
        common, came, went: how many indicators count for the node in both waves, in the later alone, in the
            earlier alone.
        indicators: ids of the columns of `not_reassessed`.
        not_reassessed: units x indicators, what has a score in the earlier wave and no answer in the later.
    """

    units: tuple[str, ...]
    nodes: tuple[str, ...]
    before: Floats
    after: Floats
    total: Floats
    real: Floats
    rerated: Floats
    scope: Floats
    rubric: Floats
    common: npt.NDArray[np.int64]
    came: npt.NDArray[np.int64]
    went: npt.NDArray[np.int64]
    indicators: tuple[str, ...]
    not_reassessed: Bools

    def part(self, part: Part) -> Floats:
        """One of the four parts that add up to the total."""
        found: Floats = getattr(self, part)
        return found

    def kind(self, unit: str, node: str) -> ChangeKind:
        """What the change is made of: one part alone, several (`mixed`), or nothing."""
        return self.kind_at(self.units.index(unit), self.nodes.index(node))

    def kind_at(self, row: int, column: int) -> ChangeKind:
        """The same by place."""
        if np.isnan(self.total[row, column]):
            return "incomparable"
        made_of = [part for part in PARTS if abs(self.part(part)[row, column]) > TOLERANCE]
        if not made_of:
            return "unchanged"
        return made_of[0] if len(made_of) == 1 else "mixed"

    def open_indicators(self, unit: str) -> tuple[str, ...]:
        """What was not re-assessed at a unit, in the order of the interview."""
        row = self.not_reassessed[self.units.index(unit)]
        return tuple(indicator for indicator, missing in zip(self.indicators, row, strict=True) if missing)

    def not_reassessed_below(self, rubric: Rubric) -> npt.NDArray[np.int64]:
        """Units x nodes: how many indicators at or below each node were not re-assessed."""
        counts: npt.NDArray[np.int64] = self.not_reassessed.astype(np.int64) @ below(rubric).T.astype(
            np.int64
        )
        return counts


class AverageChange(NamedTuple):
    """The mean over the units that have a score in both waves; every array is by node.

    Attributes:
        units: how many that is; the figures are NaN where it is 0.
        before, after, total, real, rerated, scope, rubric: as in `WaveChange`; the parts add up here too.
    """

    units: npt.NDArray[np.int64]
    before: Floats
    after: Floats
    total: Floats
    real: Floats
    rerated: Floats
    scope: Floats
    rubric: Floats


class MatchedMeans(NamedTuple):
    """Means over waves that do not move because other units took part.

    Attributes:
        matched: bool by unit, which have a score in every wave.
        means: by wave, over the matched units; NaN where there is none.
        all_means: by wave, over whoever has a score then.
        counts: by wave, how many have a score then.
    """

    matched: Bools
    means: Floats
    all_means: Floats
    counts: npt.NDArray[np.int64]


def wave_change(
    rubric: Rubric,
    before: RatedUnits,
    after: RatedUnits,
    rerated: Collection[tuple[str, str]] = (),
    earlier: Rubric | None = None,
) -> WaveChange:
    """Split the change of every node into what it is made of.

    On the indicators that count for a node in both waves, three things may change: levels, levels judged
    anew, and the rubric. Each gets its mean effect over every order in which they could have happened
    (Shapley's value), which for weighted means is the formula of method.md section 7: real
    `sum(½ (w0 + w1) (x1 - x0))`, weights `sum(½ (x0 + x1) (w1 - w0))`. What is left is scope.

    Args:
        rubric: of the later wave.
        before: the earlier wave; columns as in `earlier`.
        after: the later wave; columns as in `rubric`.
        rerated: (unit, indicator) judged anew; see `rerated_places`.
        earlier: the rubric of the earlier wave where that was another version.

    Raises:
        ValueError: the two rubrics have different scales.
    """
    first = earlier or rubric
    if (first.scale.min, first.scale.max) != (rubric.scale.min, rubric.scale.max):
        raise ValueError(f"scales differ: {first.scale.min}..{first.scale.max} and another")
    units = (*after.units, *(unit for unit in before.units if unit not in set(after.units)))
    frame = tuple(leaf.id for leaf in rubric.indicators)
    sides = (_Side.of(first, before.of(units), frame), _Side.of(rubric, after.of(units), frame))
    again = np.array([[(unit, leaf) in rerated for leaf in frame] for unit in units], np.bool_)
    return _split(sides, units, again.reshape(len(units), len(frame)), same=first.nodes == rubric.nodes)


def average_change(change: WaveChange, units: Collection[str] | None = None) -> AverageChange:
    """The mean over the units (all where none are named) that have a score in both waves."""
    asked = np.array([units is None or unit in units for unit in change.units], np.bool_)
    both = ~np.isnan(change.total) & asked[:, None]
    figures = (change.before, change.after, change.total, *(change.part(part) for part in PARTS))
    return AverageChange(both.sum(axis=0), *(_mean(figure, both) for figure in figures))


def matched_means(scores: npt.ArrayLike) -> MatchedMeans:
    """Means of several waves over the units that have a score in each.

    Args:
        scores: waves x units, NaN where there is none.
    """
    table = np.asarray(scores, np.float64)
    seen = np.isfinite(table)
    matched: Bools = np.logical_and.reduce(seen, axis=0)
    both = np.broadcast_to(matched, table.shape)
    return MatchedMeans(matched, _mean(table.T, both.T), _mean(table.T, seen.T), seen.sum(axis=1))


def rerated_places(before: Iterable[Rating], after: Iterable[Rating]) -> frozenset[tuple[str, str]]:
    """(unit, indicator) that the raters of the later wave say they judged anew, by a tag (`says_rerated`).

    Where several rated, everybody whose own score differs from the wave before must say so. An adopted
    consensus speaks for all.
    """
    scores = {(r.unit, r.indicator, r.rater): r.score for r in before if r.counts}
    votes: dict[tuple[str, str], list[Rating]] = {}
    for rating in after:
        if rating.counts and rating.score is not None:
            votes.setdefault((rating.unit, rating.indicator), []).append(rating)
    found = set()
    for place, given in votes.items():
        spoken = [rating for rating in given if rating.rater == CONSENSUS] or given
        said = [says_rerated(rating.tag) for rating in spoken]
        silent = [
            rating
            for rating, again in zip(spoken, said, strict=True)
            if not again and scores.get((*place, rating.rater), rating.score) != rating.score
        ]
        if any(said) and not silent:
            found.add(place)
    return frozenset(found)


class _Side(NamedTuple):
    """One wave: its rubric, and its answers in the frame of the later rubric's indicators.

    Attributes:
        columns: places of the frame's indicators in this rubric, -1 where it has none.
        counts: node id -> units x frame, which indicators its score is made of.
        scores: node id -> by unit; NaN where there is none.
    """

    rubric: Rubric
    scorer: Scorer
    rated: RatedUnits
    columns: npt.NDArray[np.intp]
    values: Floats
    counts: dict[str, Bools]
    scores: dict[str, Floats]

    @classmethod
    def of(cls, rubric: Rubric, rated: RatedUnits, frame: tuple[str, ...]) -> "_Side":
        place = {leaf.id: column for column, leaf in enumerate(rubric.indicators)}
        columns = np.array([place.get(leaf, -1) for leaf in frame], np.intp)
        scorer = Scorer(rubric)
        found = rated.scores(scorer)
        scored = {node: found.states[:, row] == _SCORED for row, node in enumerate(found.nodes)}
        own = {leaf: found.score[:, found.column(leaf)] for leaf in place}
        lost = np.full(len(rated.units), np.nan)
        values = np.column_stack([own.get(leaf, lost) for leaf in frame])
        scores = {node: found.score[:, row] for row, node in enumerate(found.nodes)}
        return cls(rubric, scorer, rated, columns, values, _counting(rubric, scored, frame), scores)

    def at(self, values: Floats, kept: Bools) -> dict[str, Floats]:
        """Node id -> scores by unit, with these values (frame) where `kept`, all else not applicable."""
        shape = (len(values), len(self.rubric.indicators))
        own, outside = np.full(shape, np.nan), np.ones(shape, np.bool_)
        here = self.columns >= 0
        own[:, self.columns[here]] = values[:, here]
        outside[:, self.columns[here]] = ~kept[:, here]
        found = self.scorer.matrix(own, outside)
        return {node: found.score[:, row] for row, node in enumerate(found.nodes)}

    def without(self, leaves: Collection[str]) -> dict[str, Floats]:
        """Node id -> scores by unit, these indicators left out as not applicable."""
        gone = np.array([leaf.id in leaves for leaf in self.rubric.indicators], np.bool_)
        found = self.rated.scores(self.scorer, np.broadcast_to(gone, self.rated.values.shape))
        return {node: found.score[:, row] for row, node in enumerate(found.nodes)}


def _counting(rubric: Rubric, scored: dict[str, Bools], frame: tuple[str, ...]) -> dict[str, Bools]:
    """Node id -> units x frame: scored indicators under it, with a score at every node in between."""
    place = {leaf: column for column, leaf in enumerate(frame)}
    found: dict[str, Bools] = {}
    for node in reversed(rubric.nodes):
        counts = np.zeros((len(scored[node.id]), len(frame)), np.bool_)
        if node.is_indicator and node.id in place:
            counts[:, place[node.id]] = scored[node.id]
        for child in node.children:
            counts |= found[child.id] & scored[child.id][:, None]
        found[node.id] = counts
    return found


def _split(sides: tuple[_Side, _Side], units: tuple[str, ...], again: Bools, *, same: bool) -> WaveChange:
    first, last = sides
    nodes = tuple(node.id for node in last.rubric.nodes)
    lost, none = np.full(len(units), np.nan), np.zeros_like(again)
    before = np.column_stack([first.scores.get(node, lost) for node in nodes])
    after = np.column_stack([last.scores[node] for node in nodes])
    total = after - before
    counted = [(first.counts.get(node, none), last.counts[node]) for node in nodes]
    effects = _effects(sides, again, [one & other for one, other in counted], same=same)
    if not same:
        effects[2] += _added_and_dropped(sides, nodes)
    real, rerated, rubric = np.where(np.isnan(total), np.nan, effects)
    scope = total - real - rerated - rubric
    scope[np.abs(scope) < _ROUNDING] = 0.0
    common, came, went = np.array(
        [[(a & b).sum(axis=1), (b & ~a).sum(axis=1), (a & ~b).sum(axis=1)] for a, b in counted]
    ).transpose(1, 2, 0)
    answered = ~np.isnan(last.values) | last.rated.not_applicable
    return WaveChange(
        units=units,
        nodes=nodes,
        before=before,
        after=after,
        total=total,
        real=real,
        rerated=rerated,
        scope=scope,
        rubric=rubric,
        common=common,
        came=came,
        went=went,
        indicators=tuple(leaf.id for leaf in last.rubric.indicators),
        not_reassessed=~np.isnan(first.values) & ~answered,
    )


def _effects(sides: tuple[_Side, _Side], again: Bools, common: list[Bools], *, same: bool) -> Floats:
    """Real, re-rated and rubric (3 x units x nodes) on the common indicators of each node; 0 without any.

    Nodes mostly share their common indicators, so that one roll-up serves many of them.
    """
    rubric = sides[1].rubric
    inside = below(rubric)
    effects = np.zeros((3, len(again), len(rubric.nodes)))
    left = list(range(len(rubric.nodes)))
    while left:
        kept = common[left[0]]
        served = [n for n in left if ((common[n] == kept) | ~inside[n]).all()]
        corners = _corners(sides, again, kept, same=same)
        for node in served:
            effects[:, :, node] = _shapley(corners, rubric.nodes[node].id, len(again))
        left = [node for node in left if node not in served]
    return effects


_Corners = dict[tuple[int, int, int], dict[str, Floats]]
"""(levels changed, judged anew, rubric changed) -> node id -> scores."""


def _corners(sides: tuple[_Side, _Side], again: Bools, kept: Bools, *, same: bool) -> _Corners:
    old, new = sides[0].values, sides[1].values
    found: _Corners = {}
    for real in (0, 1):
        for rated in (0, 1):
            changed = (~again & bool(real)) | (again & bool(rated))
            values = np.where(changed, new, old)
            found[real, rated, 1] = sides[1].at(values, kept)
            found[real, rated, 0] = found[real, rated, 1] if same else sides[0].at(values, kept)
    return found


def _shapley(corners: _Corners, node: str, units: int) -> Floats:
    """The mean effect of each of the three over their six orders; 0 where a corner has no score."""
    lost = np.full(units, np.nan)
    f = {corner: scores.get(node, lost) for corner, scores in corners.items()}
    effects = []
    for axis in range(3):
        others = [(x, y) for x in (0, 1) for y in (0, 1)]
        effect = np.zeros(units)
        for x, y in others:
            low, high = [x, y], [x, y]
            low.insert(axis, 0)
            high.insert(axis, 1)
            weight = 1 / 6 if x != y else 1 / 3
            effect += weight * (f[high[0], high[1], high[2]] - f[low[0], low[1], low[2]])
        effects.append(effect)
    stacked = np.array(effects)
    return np.where(np.isnan(stacked).any(axis=0), 0.0, stacked)


def _added_and_dropped(sides: tuple[_Side, _Side], nodes: tuple[str, ...]) -> Floats:
    """What the indicators that only one of the two rubrics has do to each node; 0 where it cannot be told."""
    own = [{leaf.id for leaf in side.rubric.indicators} for side in sides]
    first, last = sides[0].without(own[0] - own[1]), sides[1].without(own[1] - own[0])
    lost = np.full(len(sides[0].rated.units), np.nan)
    found = [
        (first.get(node, lost) - sides[0].scores.get(node, lost)) + (sides[1].scores[node] - last[node])
        for node in nodes
    ]
    return np.nan_to_num(np.column_stack(found), nan=0.0)


def _mean(figures: Floats, kept: Bools) -> Floats:
    """The mean of each column over the rows that are kept; NaN where none is."""
    count = kept.sum(axis=0)
    sums: Floats = np.where(kept, figures, 0.0).sum(axis=0)
    means: Floats = np.where(count > 0, sums / np.maximum(count, 1), np.nan)
    return means
