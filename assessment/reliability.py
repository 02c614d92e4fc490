"""Coefficients of agreement over many indicators: Krippendorff's alpha and the ICC of a panel."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Verdict = Literal["measured", "no-spread", "too-few"]
Floats = npt.NDArray[np.float64]

FEWEST_RATERS: Final = 2
FEWEST_ITEMS: Final = 10
FEWEST_FOR_PANEL: Final = 3


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha of a workshop.

    Attributes:
        value: 1 for full agreement, 0 for what chance would give, below 0 for worse; None unless `measured`.
        verdict: `measured`; `no-spread` (every vote is equal: agreement is full and alpha undefined);
            `too-few` (below 2 raters or 10 indicators with two votes or more).
        raters: who has a vote that can be paired.
        items: indicators with two votes or more.
    """

    value: float | None
    verdict: Verdict
    raters: int
    items: int


@dataclass(frozen=True, slots=True)
class PanelReliability:
    """Intraclass correlations, two-way random raters (Shrout and Fleiss 1979).

    Attributes:
        single: ICC(2,1), of one rater; None unless `measured`.
        panel: ICC(2,k), of the mean of all k raters; None unless `measured`.
        verdict: `measured`; `no-spread` (nothing varies); `too-few` (below 3 raters, or 10 indicators that
            everybody scored).
        raters: k.
        items: indicators that every rater scored.
    """

    single: float | None
    panel: float | None
    verdict: Verdict
    raters: int
    items: int


def krippendorff_alpha(
    votes: npt.ArrayLike, metric: Metric = "ordinal", fewest_items: int = FEWEST_ITEMS
) -> Alpha:
    """`alpha = 1 - D_o / D_e` (Krippendorff 2011, Computing Krippendorff's alpha-reliability).

    Args:
        votes: raters x items, NaN where a rater said nothing. An item with a single vote plays no part.
        metric: how far two values are apart; `ratio` needs values above 0.
        fewest_items: items below which nothing is said.
    """
    table = np.asarray(votes, np.float64)
    table = table[:, np.isfinite(table).sum(axis=0) > 1]
    raters, items = int(np.isfinite(table).any(axis=1).sum()), table.shape[1]
    if raters < FEWEST_RATERS or items < fewest_items:
        return Alpha(None, "too-few", raters, items)
    values, coincidences = _coincidences(table)
    if len(values) == 1:
        return Alpha(None, "no-spread", raters, items)
    totals = coincidences.sum(axis=1)
    distances = _distances(values, totals, metric)
    observed = float((coincidences * distances).sum())
    expected = float((np.outer(totals, totals) * distances).sum()) / (totals.sum() - 1)
    return Alpha(1 - observed / expected, "measured", raters, items)


def intraclass(votes: npt.ArrayLike) -> tuple[float, float] | None:
    """ICC(2,1) and ICC(2,k) of Shrout and Fleiss 1979; None where nothing varies.

    Args:
        votes: raters x items without gaps, at least two of each.
    """
    table = np.asarray(votes, np.float64).T
    items, raters = table.shape
    mean = table.mean()
    of_items = raters * float(((table.mean(axis=1) - mean) ** 2).sum()) / (items - 1)
    of_raters = items * float(((table.mean(axis=0) - mean) ** 2).sum()) / (raters - 1)
    total = float(((table - mean) ** 2).sum())
    left = total - of_items * (items - 1) - of_raters * (raters - 1)
    rest = max(0.0, left) / ((items - 1) * (raters - 1))
    single = of_items + (raters - 1) * rest + raters * (of_raters - rest) / items
    panel = of_items + (of_raters - rest) / items
    if total <= _NOTHING or single <= _NOTHING or panel <= _NOTHING:
        return None
    return (of_items - rest) / single, (of_items - rest) / panel


def panel_reliability(votes: npt.ArrayLike) -> PanelReliability:
    """How far the mean of a panel can be relied on.

    Args:
        votes: raters x items, NaN where a rater said nothing; items with a gap are left out.
    """
    table = np.asarray(votes, np.float64)
    table = table[:, np.isfinite(table).all(axis=0)]
    raters, items = table.shape
    if raters < FEWEST_FOR_PANEL or items < FEWEST_ITEMS:
        return PanelReliability(None, None, "too-few", raters, items)
    found = intraclass(table)
    if found is None:
        return PanelReliability(None, None, "no-spread", raters, items)
    return PanelReliability(*found, "measured", raters, items)


_NOTHING: Final = 1e-12


def _coincidences(table: Floats) -> tuple[Floats, Floats]:
    """The values that occur, and how often each pair of them meets in an item, each pair weighing 1/(m-1)."""
    seen = np.isfinite(table)
    values, codes = np.unique(table[seen], return_inverse=True)
    counts = np.zeros((table.shape[1], len(values)))
    np.add.at(counts, (np.nonzero(seen)[1], codes), 1.0)
    weight = 1.0 / (counts.sum(axis=1, keepdims=True) - 1)
    pairs: Floats = counts.T @ (counts * weight)
    pairs[np.diag_indices_from(pairs)] -= (counts * weight).sum(axis=0)
    return values, pairs


def _distances(values: Floats, totals: Floats, metric: Metric) -> Floats:
    """Squared distance of every two values."""
    if metric == "ordinal":
        # the sum over what lies from one to the other, both ends counted half, is a difference of middles
        middles = np.cumsum(totals) - totals / 2
        squared: Floats = np.subtract.outer(middles, middles) ** 2
        return squared
    apart: Floats = np.subtract.outer(values, values)
    if metric == "nominal":
        apart = np.sign(apart)
    elif metric == "ratio":
        apart = apart / np.add.outer(values, values)
    apart **= 2
    return apart
