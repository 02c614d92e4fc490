"""How often each unit takes each rank over many sets of weights, and how often it is ahead of each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from assessment.matrix_rules import Floats
from assessment.rubric import TOLERANCE
from assessment.weight_draws import DRAWS_AT_ONCE, Contest, scores_under

Ints = npt.NDArray[np.int64]

_CELLS_AT_ONCE: Final = 31_250  # fit the cache
_MOST_AT_ONCE: Final = 255  # so that wins are counted in one byte
INTERVAL: Final = (0.05, 0.95)
"""Between these quantiles lies the interval of a rank."""


@dataclass(frozen=True, slots=True)
class RankCounts:
    """What was counted.

    Attributes:
        draws: how many sets of weights.
        ranks: units x ranks; column r counts the draws in which a unit takes rank r + 1.
        wins: units x units, draws in which the row's unit scores above the column's; None where not asked.
    """

    draws: int
    ranks: Ints
    wins: Ints | None


@dataclass(frozen=True, slots=True)
class RankStatistics:
    """Statistics of each unit's rank over the draws, every array by unit.

    Attributes:
        mean, median, low, high: quantiles 50, 5 and 95 % as R's type 7 and numpy's default have them.
        best, worst: the smallest and the largest rank.
        shift: mean distance from the nominal rank.
        acceptability: units x ranks, the share of draws in which a unit takes rank r + 1; a row adds up to 1.
    """

    mean: Floats
    median: Floats
    low: Floats
    high: Floats
    best: Ints
    worst: Ints
    shift: Floats
    acceptability: Floats


def count_ranks(field: Contest, weight_sets: Iterable[Floats], *, pairs: bool = False) -> RankCounts:
    """Count ranks, and wins where `pairs` asks for them, one handful of draws after another.

    The highest score takes rank 1; scores closer than 1e-9 tie and share the smallest rank (method.md
    section 1). Memory depends on the number of units, not on that of draws.
    """
    units = len(field.score)
    ranks, wins = np.zeros(units * units, np.int64), np.zeros((units, units), np.int64)
    room = np.empty((DRAWS_AT_ONCE, units), np.int64)
    at_once = _MOST_AT_ONCE if pairs else max(1, min(_MOST_AT_ONCE, _CELLS_AT_ONCE // max(1, units)))
    draws = 0
    for weights in _blocks(weight_sets, DRAWS_AT_ONCE):
        start = 0
        for scores in scores_under(field, weights, at_once):
            order = room[start : start + len(scores)]
            places = _sort_units(scores, order)
            if pairs:
                _count_wins(order, places, wins)
            order += places * units
            start += len(scores)
        ranks += np.bincount(room[:start].ravel(), minlength=units * units)
        draws += start
    return RankCounts(draws, ranks.reshape(units, units).T, wins if pairs else None)


def _blocks(weight_sets: Iterable[Floats], size: int) -> Iterator[Floats]:
    for weights in weight_sets:
        for start in range(0, len(weights), size):
            yield weights[start : start + size]


def _sort_units(scores: Floats, order: Ints) -> Ints:
    """Writes the units from worst to best into `order`; both draws x units. `scores` is used up.

    The last bits of each score, far below the tolerance, give way to its unit's number: sorting bare values
    is several times as fast as sorting places by value.

    Returns:
        Rank less 1 of each place, draws x units, or 1 x units where no draw has a tie.
    """
    units = scores.shape[1]
    mask = (1 << units.bit_length()) - 1
    keys = scores.view(np.int64)
    keys &= ~mask
    keys |= np.arange(units)
    scores.sort(axis=1)
    np.bitwise_and(keys, mask, out=order)
    return _ranks_of_places(scores)


def _ranks_of_places(ascending: Floats) -> Ints:
    """Rank less 1 of each place of sorted scores: neighbours of (nearly) equal score share the better's."""
    places: Ints = np.arange(ascending.shape[1])[::-1].reshape(1, -1)
    gaps = np.diff(ascending, axis=1)
    if gaps.min(initial=np.inf) > TOLERANCE:
        return places
    found = np.repeat(places, len(ascending), axis=0)
    found[:, :-1][gaps <= TOLERANCE] = 0
    best_first = found[:, ::-1]
    np.maximum.accumulate(best_first, axis=1, out=best_first)
    return found


def _count_wins(order: Ints, places: Ints, wins: Ints) -> None:
    """Adds the draws in which each unit is ahead of each other."""
    ranks = np.empty(order.shape, np.min_scalar_type(order.shape[1]))  # the narrowest is the fastest
    np.put_along_axis(ranks, order, np.broadcast_to(places, order.shape).astype(ranks.dtype), axis=1)
    for unit in range(len(wins)):
        ahead = ranks[:, [unit]] < ranks
        wins[unit] += np.add.reduce(ahead.view(np.uint8), axis=0, dtype=np.uint8)


def statistics(counts: RankCounts, nominal: Ints) -> RankStatistics:
    """Statistics of the ranks counted; `nominal` is each unit's rank under the rubric's own weights."""
    ranks = np.arange(1, len(counts.ranks) + 1)
    below = counts.ranks.cumsum(axis=1)
    share = counts.ranks / counts.draws
    low, high = INTERVAL
    return RankStatistics(
        mean=share @ ranks,
        median=_quantile(below, counts.draws, 0.5),
        low=_quantile(below, counts.draws, low),
        high=_quantile(below, counts.draws, high),
        best=_from_smallest(below, 0),
        worst=_from_smallest(below, counts.draws - 1),
        shift=(share * np.abs(ranks - nominal[:, None])).sum(axis=1),
        acceptability=share,
    )


def _quantile(below: Ints, draws: int, share: float) -> Floats:
    place = (draws - 1) * share
    whole = int(place)
    first = _from_smallest(below, whole)
    found: Floats = first + (place - whole) * (_from_smallest(below, min(whole + 1, draws - 1)) - first)
    return found


def _from_smallest(below: Ints, place: int) -> Ints:
    """The rank at this place when a unit's ranks of all draws are sorted."""
    found: Ints = np.count_nonzero(below <= place, axis=1) + 1
    return found
