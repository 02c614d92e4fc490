"""Student's t distribution, for small samples (Abramowitz & Stegun 26.7; Numerical Recipes 6.4)."""

import math
from functools import lru_cache
from typing import Final

_CLOSE: Final = 1e-15
_TINY: Final = 1e-300
_MOST_TERMS: Final = 10_000
_KEPT: Final = 512
"""Quantiles that are kept: the same few are asked for at every node."""


def two_sided(t: float, freedom: float) -> float:
    """P(|T| >= |t|).

    Args:
        t: the statistic; may be infinite.
        freedom: degrees of freedom, > 0; infinite for the normal distribution.
    """
    if math.isinf(t):
        return 0.0
    if math.isinf(freedom):
        return math.erfc(abs(t) / math.sqrt(2))
    square = t * t
    return _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square))


@lru_cache(_KEPT)
def quantile(confidence: float, freedom: float) -> float:
    """The t >= 0 with `P(|T| <= t) = confidence`, 0 <= confidence < 1, by bisection to the last digit."""
    low, high = 0.0, 1.0
    while two_sided(high, freedom) > 1 - confidence:
        high *= 2
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if two_sided(middle, freedom) > 1 - confidence:
            low = middle
        else:
            high = middle


def _incomplete_beta(a: float, b: float, x: float, rest: float) -> float:
    """The regularised incomplete beta function I_x(a, b); `rest` is 1 - x, exact also where x is nearly 1."""
    if not x or not rest:
        return x
    if x > (a + 1) / (a + b + 2):  # beyond here the fraction of the mirrored function is the faster one
        return 1 - _incomplete_beta(b, a, rest, x)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    return math.exp(scale) / (a * _continued_fraction(a, b, x))


def _continued_fraction(a: float, b: float, x: float) -> float:
    """The fraction 1 + d1/(1 + d2/(1 + ...)) of the incomplete beta function, by Lentz's method."""
    value = c = 1.0
    d = 0.0
    for term in range(1, _MOST_TERMS):
        m = term // 2
        if term % 2:
            numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + numerator * d or _TINY)
        c = 1 + numerator / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value
