"""What ratings amount to: scores, bounds and coverage of every node."""

from dataclasses import dataclass
from typing import Literal

ScoreState = Literal["scored", "na", "unknown", "no-data"]


@dataclass(frozen=True, slots=True)
class NodeScore:
    """The result at one node for one unit and wave (method.md section 1).

    Attributes:
        score: on the rubric's scale; None unless the state is `scored`.
        low, high: bounds with every not-assessed indicator at the scale's minimum and maximum; None when `na`.
        coverage: share of applicable weight that is assessed, 0..1; None when `na`.
        state: `scored`; `na` (wholly not applicable); `unknown` (an indicator that is not assessed); `no-data` (a
            node below the minimum coverage).
    """

    node: str
    tier: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    state: ScoreState
