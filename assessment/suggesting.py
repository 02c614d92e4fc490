"""Which initiatives to take up next: those that close the most urgent gaps for the work they take."""

import heapq
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from assessment.initiatives import Initiative, lifted
from assessment.priorities import Priority, Standing
from assessment.rubric import TOLERANCE, Rubric

LEAST_EFFORT: Final = 1.0
"""Person-months that everything takes at least: what costs nothing is not endlessly worth its effort."""


class Urgent(NamedTuple):
    """A node whose gap asks for attention.

    Attributes:
        urgency: 0..1.
        standing: its class.
        level: its score now.
        gap: levels below its target, above 0.
    """

    node: str
    urgency: float
    standing: Standing
    level: float
    gap: float


class Closed(NamedTuple):
    """What an initiative closes of one gap, and how much of that gap nothing else had closed before."""

    node: Urgent
    levels: float
    of: float


@dataclass(frozen=True, slots=True)
class FirstNeeded:
    """What must be there before an initiative can start.

    Attributes:
        initiatives: ids of what brings it about: the predecessor itself, or what lifts the node far enough;
            empty where nothing that is known does.
        node: the node that needs a level; empty for a predecessor.
        level, now: the level that it needs, and its score now; None for a predecessor, `now` also for a node
            without a score.
    """

    initiatives: tuple[str, ...]
    node: str = ""
    level: float | None = None
    now: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An initiative worth taking up.

    Attributes:
        closes: the gaps that it closes, the one that counts most first.
        worth: levels closed, each weighted with the urgency of its node.
        per_effort: worth per person-month.
        missing: what must be there first and is neither chosen nor reached yet.
    """

    initiative: Initiative
    closes: tuple[Closed, ...]
    worth: float
    per_effort: float
    missing: tuple[FirstNeeded, ...]


@dataclass(frozen=True)
class Suggestions:
    """What is suggested, best first, and the gaps that are left when all of it is done.

    Attributes:
        left: gaps that no initiative closes, the most urgent first, with the levels that remain; of a node
            that an initiative lifts a part.
    """

    ranked: tuple[Suggestion, ...]
    left: tuple[Urgent, ...]


def urgent_nodes(found: Iterable[Priority], rubric: Rubric) -> tuple[Urgent, ...]:
    """The nodes with an urgent gap, in the order of their ranks; what is missing or above target is none."""
    length = rubric.scale.max - rubric.scale.min
    return tuple(
        Urgent(one.node, one.urgency, one.standing, one.level, one.gap * length)
        for one in found
        if one.urgency and one.gap and one.standing is not None and one.level is not None
    )


def suggest(
    initiatives: Sequence[Initiative],
    urgent: Sequence[Urgent],
    rubric: Rubric,
    levels: Mapping[str, float],
    chosen: Collection[str] = (),
) -> Suggestions:
    """Initiatives by what they close per effort; a gap that one closes is not counted for those after it.

    The worth of an initiative is `Σ U·min(lift, what is left of the gap)` over the nodes it lifts. The best
    per person-month comes first, then the best of the others for what is left of the gaps, and so on. What
    is chosen has closed its gaps already. Equal ones stand in the order given.

    Args:
        initiatives: the library's and those chosen.
        urgent: the gaps; of indicators.
        rubric: whose nodes are lifted.
        levels: node -> score now, for prerequisites; a node without a score is not there.
        chosen: ids of what is done or decided on; these are not suggested.
    """
    gains = {one.id: lifted(one, rubric) for one in initiatives}
    by_node, left = {one.node: one for one in urgent}, {one.node: one.gap for one in urgent}
    for name in chosen:
        _take(left, gains.get(name, {}))
    first = _Prerequisites(initiatives, rubric, levels, chosen)
    found = []
    waiting = [(-math.inf, place) for place, one in enumerate(initiatives) if one.id not in set(chosen)]
    while waiting:
        believed, place = heapq.heappop(waiting)
        one = initiatives[place]
        closes = _closes(gains[one.id], left, by_node)
        worth = math.fsum(part.node.urgency * part.levels for part in closes)
        per_effort = worth / max(one.total_effort, LEAST_EFFORT)
        if worth <= TOLERANCE:
            continue
        if per_effort < -believed:  # others took a part of its gaps, so it may not be the best any more
            heapq.heappush(waiting, (-per_effort, place))
            continue
        found.append(Suggestion(one, closes, worth, per_effort, first.missing(one)))
        _take(left, gains[one.id])
    remaining = (one._replace(gap=left[one.node]) for one in urgent if left[one.node] > TOLERANCE)
    return Suggestions(tuple(found), tuple(remaining))


def needed_first(
    initiative: Initiative,
    initiatives: Sequence[Initiative],
    rubric: Rubric,
    levels: Mapping[str, float],
    chosen: Collection[str] = (),
) -> tuple[str, ...]:
    """Ids of everything that must come before an initiative and is not chosen yet, in an order that works.

    Of what can lift a node to the level that is needed, what `Suggestion.missing` names.
    """
    first = _Prerequisites(initiatives, rubric, levels, chosen)
    order: dict[str, None] = {}

    def visit(one: Initiative, above: tuple[str, ...]) -> None:
        for name in (name for need in first.missing(one) for name in need.initiatives):
            if name not in order and name not in above and name in first.by_id:
                visit(first.by_id[name], (*above, name))
                order[name] = None

    visit(initiative, (initiative.id,))
    return tuple(order)


def missing_first(
    initiative: Initiative,
    initiatives: Sequence[Initiative],
    rubric: Rubric,
    levels: Mapping[str, float],
    chosen: Collection[str],
) -> tuple[FirstNeeded, ...]:
    """What an initiative needs first and neither is there nor comes with what is chosen."""
    return _Prerequisites(initiatives, rubric, levels, chosen).missing(initiative)


class _Prerequisites:
    """What stands in the way of an initiative, once everything that is chosen is done."""

    def __init__(
        self,
        initiatives: Sequence[Initiative],
        rubric: Rubric,
        levels: Mapping[str, float],
        chosen: Collection[str],
    ) -> None:
        self.by_id = {one.id: one for one in initiatives}
        self._rubric = rubric
        self._levels = levels
        self._chosen = set(chosen)
        self._gains = {one.id: lifted(one, rubric) for one in initiatives}

    def missing(self, one: Initiative) -> tuple[FirstNeeded, ...]:
        """Predecessors and levels that are not there."""
        before = [FirstNeeded((name,)) for name in one.predecessors if name not in self._chosen]
        levels = (self._level(one, need.node, need.level) for need in one.needs if need.node in self._rubric)
        return (*before, *(need for need in levels if need is not None))

    def _level(self, one: Initiative, node: str, level: float) -> FirstNeeded | None:
        now = self._levels.get(node)
        reached = (self._rubric.scale.min if now is None else now) + math.fsum(
            self._gain(name, node) for name in self._chosen if name != one.id
        )
        if reached >= level - TOLERANCE:
            return None
        others = [name for name in self.by_id if name != one.id and name not in self._chosen]
        others.sort(key=lambda name: -self._gain(name, node))
        bringing = []
        for name in others:
            if reached >= level - TOLERANCE or self._gain(name, node) <= 0:
                break
            reached += self._gain(name, node)
            bringing.append(name)
        return FirstNeeded(tuple(bringing) if reached >= level - TOLERANCE else (), node, level, now)

    def _gain(self, name: str, node: str) -> float:
        """Levels that an initiative lifts an indicator."""
        return self._gains.get(name, {}).get(node, 0.0)


def _closes(
    gains: Mapping[str, float], left: Mapping[str, float], by_node: Mapping[str, Urgent]
) -> tuple[Closed, ...]:
    found = [
        Closed(by_node[node], min(levels, left[node]), left[node])
        for node, levels in gains.items()
        if left.get(node, 0.0) > TOLERANCE
    ]
    return tuple(sorted(found, key=lambda part: -part.node.urgency * part.levels))


def _take(left: dict[str, float], gains: Mapping[str, float]) -> None:
    """Close gaps, for good."""
    for node, levels in gains.items():
        if node in left:
            left[node] = max(0.0, left[node] - levels)
