"""What a gap matters: level, target and importance become one figure of urgency (method.md 5)."""

import math
from typing import Final, Literal

from assessment.rubric import TOLERANCE, Scale

UrgencyClass = Literal["watch", "plan", "soon", "now"]
"""How soon something asks for attention, least first; above its target a node is in none of them."""

PLAN_FROM: Final = 0.25
SOON_FROM: Final = 0.5
NOW_FROM: Final = 0.75
"""From these urgencies on the class is the next one."""

REQUIRED_AT_NO_IMPORTANCE: Final = 0.2
REQUIRED_PER_IMPORTANCE: Final = 0.8
"""Shares of the scale; on 0 to 5 the required level is 1 + 4·importance."""


def gap(level: float, target: float, scale: Scale) -> float:
    """How far a level is below its target, as a share of the scale: `max(0, T - L) / (max - min)`.

    Args:
        level: the score, on the scale.
        target: where it should be, on the scale.
        scale: the rubric's levels.

    Returns:
        0..1; 0 at the target and above it.
    """
    return max(0.0, target - level) / (scale.max - scale.min)


def above_target(level: float, target: float) -> bool:
    """Whether a level lies above its target, which is a class of its own and never a negative urgency."""
    return level > target + TOLERANCE


def urgency(importance: float, gap: float) -> float:
    """How urgent a gap is: `U = sqrt(I·g)`.

    Zero without a gap or without importance, rising with both, at most 1; the same whatever other nodes or
    units there are.

    Args:
        importance: of the node, 0..1.
        gap: a share of the scale, 0..1, as `gap` gives it.
    """
    return math.sqrt(importance * gap)


def urgency_class(u: float) -> UrgencyClass:
    """The class of an urgency: `plan` from .25, `soon` from .5, `now` from .75 on, below it `watch`."""
    if u >= NOW_FROM - TOLERANCE:
        return "now"
    if u >= SOON_FROM - TOLERANCE:
        return "soon"
    return "plan" if u >= PLAN_FROM - TOLERANCE else "watch"


def contour(c: float, importance: float, target: float, scale: Scale) -> float:
    """The level at which the urgency is `c`: `L = T - (max - min)·c²/I`, the change-urgency curve.

    Args:
        c: an urgency, 0..1.
        importance: 0..1.
        target: on the scale.
        scale: the rubric's levels.

    Returns:
        A level, which lies below the scale where no level of it is that urgent; minus infinity where nothing
        is urgent because nothing is important.
    """
    if c == 0:
        return target
    if importance == 0:
        return -math.inf
    return target - (scale.max - scale.min) * c * c / importance


def required_level(importance: float, scale: Scale) -> float:
    """The level that an importance asks for where targets follow from it: `1 + 4·I` on a scale of 0 to 5."""
    share = REQUIRED_AT_NO_IMPORTANCE + REQUIRED_PER_IMPORTANCE * importance
    return scale.min + (scale.max - scale.min) * share
