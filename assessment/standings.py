"""Where each node stands: its level, what it is held against, how important it is, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from assessment.rubric import Scale
from assessment.urgency import above_target, gap, urgency

AimKind = Literal["target", "best", "top", "mixed"]
"""A target that is set, the best practice published, the top of the scale; or several of these, averaged."""

StandingState = Literal["scored", "na", "unknown", "no-data", "unread"]
"""As `scoring.ScoreState`; `unread` where another rubric's ratings say nothing about the node."""


class Aim(NamedTuple):
    """The level that a node is held against, and what it is."""

    level: float
    kind: AimKind


def mixed_kind(kinds: Iterable[AimKind]) -> AimKind:
    """What an average of aims is: their kind where they share one."""
    first, *others = dict.fromkeys(kinds)
    return "mixed" if others else first


@dataclass(frozen=True, slots=True)
class Standing:
    """One node of one unit in one wave.

    Attributes:
        node: its id.
        state: `scored`, or why there is no level.
        level: on the rubric's scale; None unless scored.
        coverage: share of the node's weight that the level rests on, 0..1; None where nothing applies.
        aim: what it is held against; None where nothing is known about that.
        importance: 0..1; None where none is set.
    """

    node: str
    state: StandingState
    level: float | None
    coverage: float | None
    aim: Aim | None
    importance: float | None

    def gap(self, scale: Scale) -> float | None:
        """The share of the scale below the aim, 0..1; None without a level or an aim."""
        return None if self.level is None or self.aim is None else gap(self.level, self.aim.level, scale)

    def above(self) -> bool:
        """Whether the level lies above what it is held against."""
        return self.level is not None and self.aim is not None and above_target(self.level, self.aim.level)

    def urgency(self, scale: Scale) -> float | None:
        """0..1; None without a level, an aim or an importance."""
        share = self.gap(scale)
        return None if share is None or self.importance is None else urgency(self.importance, share)
