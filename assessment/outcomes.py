"""What a plan projected against what the next wave found, node by node."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessment.follow_through import Followed, phase_dates
from assessment.initiatives import lifted
from assessment.roadmap import PlanSettings
from assessment.roadmap_records import Promise
from assessment.rubric import TOLERANCE, Rubric

Verdict = Literal["ahead", "as-projected", "behind", "not-assessed"]
VERDICTS: Final[tuple[Verdict, ...]] = ("behind", "as-projected", "ahead", "not-assessed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One node: the score that was projected and the one that was found.

    Attributes:
        before: its score when the plan was made; None where it had none.
        projected, low, high: what the plan projected for it, and if initiatives lift less or more.
        reached: its score in the later wave; None where it has none.
        verdict: above `high`, within, below `low`, or not assessed again.
        unfinished: ids of the initiatives that should have lifted it by then and are not done today.
    """

    node: str
    before: float | None
    projected: float
    low: float
    high: float
    reached: float | None
    verdict: Verdict
    unfinished: tuple[str, ...] = ()

    @property
    def difference(self) -> float | None:
        """How much more was reached than projected; None without a score."""
        return None if self.reached is None else self.reached - self.projected


def phases_over(settings: PlanSettings, day: dt.date) -> int | None:
    """How many phases had ended on a day; None for a plan without dates."""
    if settings.start is None:
        return None
    return sum(span.last < day for span in phase_dates(settings))


def outcomes(
    promises: Sequence[Promise],
    phase: int,
    reached: Mapping[str, float | None],
    nodes: Iterable[str],
    late: Mapping[str, Collection[str]],
) -> tuple[Outcome, ...]:
    """Projected against found, for the nodes for which the plan projected a score.

    Args:
        promises: what the plan projected, for the end of several phases.
        phase: the one whose end is compared; 0 is before the plan.
        reached: node -> score in the later wave, None where it has none.
        nodes: in the order wanted.
        late: node -> the unfinished initiatives that should have lifted it, see `unfinished_by_node`.
    """
    at_start = {one.node: one.score for one in promises if one.phase == 0}
    then = {one.node: one for one in promises if one.phase == phase}
    found = []
    for node in nodes:
        promise = then.get(node)
        if promise is None or promise.score is None:
            continue
        low = promise.score if promise.low is None else promise.low
        high = promise.score if promise.high is None else promise.high
        score = reached.get(node)
        verdict = _verdict(low, high, score)
        names = tuple(late.get(node, ()))
        found.append(Outcome(node, at_start.get(node), promise.score, low, high, score, verdict, names))
    return tuple(found)


def unfinished_by_node(found: Iterable[Followed], phase: int, rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """Node -> the initiatives that the plan finishes by the end of a phase, and that are not done.

    An initiative stands at every node that it lifts, and at all above.
    """
    late: dict[str, list[str]] = {}
    for one in found:
        if one.phases is None or one.phases[1] > phase or one.status == "done":
            continue
        nodes = {node.id for leaf in lifted(one.initiative, rubric) for node in rubric.path(leaf)}
        for node in nodes:
            late.setdefault(node, []).append(one.id)
    return {node: tuple(names) for node, names in late.items()}


def _verdict(low: float, high: float, reached: float | None) -> Verdict:
    if reached is None:
        return "not-assessed"
    if reached < low - TOLERANCE:
        return "behind"
    return "ahead" if reached > high + TOLERANCE else "as-projected"
