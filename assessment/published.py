"""What was published beside what we compute, and whether any weights could explain the difference."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["equal", "weights", "clash", "impossible", "illegible"]


@dataclass(frozen=True, slots=True)
class WeightRange:
    """Lowest and highest normalised weight (0..1) of one indicator that still gives the published figures."""

    indicator: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PublishedComparison:
    """One published composite beside ours (method.md section 2).

    Attributes:
        printed: the figure as it stands in the source.
        published: the same as a number.
        computed: our score of the node from the published indicator scores; None below the minimum coverage.
        difference: published - computed; None without a computed score.
        verdict: `equal` (to 0.005); `weights` (some weights, the same for all units of the set, explain it);
            `clash` (weights explain this figure alone, but no one set explains all units); `impossible` (outside the
            range of its own indicators: no weights at all); `illegible` (an indicator score is lost: untestable).
        weight_ranges: for `weights` and `equal` where one set explains all units; else empty.
    """

    operator: str
    node: str
    printed: str
    published: float
    computed: float | None
    difference: float | None
    verdict: Verdict
    weight_ranges: tuple[WeightRange, ...] = ()
