"""How far a rank can be trusted: rank intervals, ties and dominance under weights that might have been."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from assessment.assumptions import Assumptions
from assessment.matrix_rules import Bools, Floats
from assessment.rank_counts import RankStatistics, count_ranks, statistics
from assessment.ranked_units import RankedUnits
from assessment.rollup import compile_tree
from assessment.rubric import TOLERANCE
from assessment.weight_draws import Contest, contest, draw_weights

Certainty = Literal["clear", "likely", "tied"]
"""How sure it is which of two units is ahead; `tied`: they cannot be told apart."""

CLEAR: Final = 0.95
LIKELY: Final = 0.80
"""A lead is clear, or likely, from this probability on (method.md section 3)."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """How far the ranks of units can be trusted; rows are those of `ranked`, best first.

    Attributes:
        ranked: the units, their scores and nominal ranks.
        assumptions: what was drawn; None where the sets of weights were given.
        draws: how many sets of weights.
        ranks: statistics of each unit's rank, and the probability of every rank.
        wins: units x units, P(the row's unit scores above the column's), 0..1; an exact tie is no win.
        dominant: units x units, true where no weights of the uncertain nodes can put the row's unit behind
            the column's, and some put it ahead.
        tie_groups: rows of units that cannot be told apart, best first: every two units that cannot be told
            apart share a group, and no two units of a group can be told apart. So groups may overlap: A may
            be tied with B, and B with C, while A is ahead of C.
    """

    ranked: RankedUnits
    assumptions: Assumptions | None
    draws: int
    ranks: RankStatistics
    wins: Floats
    dominant: Bools
    tie_groups: tuple[tuple[int, ...], ...]

    def certainty(self, one: int, other: int) -> Certainty:
        """How sure it is which of two rows is ahead, whichever it is."""
        return certainty(max(self.wins[one, other], self.wins[other, one]))

    def groups_of(self, row: int) -> tuple[int, ...]:
        """Places of the tie groups that a row belongs to."""
        return tuple(place for place, group in enumerate(self.tie_groups) if row in group)


def certainty(probability: float) -> Certainty:
    """The word for the probability that the one of two units that is ahead more often is ahead."""
    if probability >= CLEAR - TOLERANCE:
        return "clear"
    return "likely" if probability >= LIKELY - TOLERANCE else "tied"


def robustness(ranked: RankedUnits, assumptions: Assumptions | None = None) -> Robustness:
    """Simulate other weights than the rubric's (method.md section 3).

    Indicator weights stay as they are, and so does which node has enough data for a score. The scores
    themselves are taken as given: how sure these are is `rating_noise`'s question.

    Args:
        ranked: the units.
        assumptions: spread, draws and seed; the method's default without.
    """
    chosen = assumptions or Assumptions()
    field = contest(compile_tree(ranked.rubric), ranked.scores)
    return _robustness(ranked, chosen, field, draw_weights(field.upper, chosen))


def robustness_under(ranked: RankedUnits, field: Contest, weights: Iterable[Floats]) -> Robustness:
    """The same over given sets of weights (`weight_sets`), as for a published simulation."""
    return _robustness(ranked, None, field, weights)


def _robustness(
    ranked: RankedUnits, assumptions: Assumptions | None, field: Contest, weights: Iterable[Floats]
) -> Robustness:
    counts = count_ranks(field, weights, pairs=True)
    wins = np.zeros((len(ranked.units),) * 2) if counts.wins is None else counts.wins / counts.draws
    return Robustness(
        ranked=ranked,
        assumptions=assumptions,
        draws=counts.draws,
        ranks=statistics(counts, ranked.nominal),
        wins=wins,
        dominant=dominance(field),
        tie_groups=tie_groups(np.maximum(wins, wins.T) < LIKELY - TOLERANCE),
    )


def dominance(field: Contest) -> Bools:
    """Which unit is at least as good as which other on every node, and better on one.

    Only units with scores at the same nodes are compared: where one lacks a score, weights move between
    nodes that the other still has, and nothing is certain.

    Returns:
        Units x units; a row's unit is ahead of the column's whatever the weights.
    """
    base = list(field.upper.base)
    score, scored = field.score[:, base], ~np.isnan(field.score)
    found = np.zeros((len(score), len(score)), np.bool_)
    for row, own in enumerate(score):
        level = np.isnan(own) | (own >= score - TOLERANCE)
        better = (own > score + TOLERANCE).any(axis=1)
        found[row] = level.all(axis=1) & better & (scored == scored[row]).all(axis=1)
    return found


def tie_groups(tied: Bools) -> tuple[tuple[int, ...], ...]:
    """Groups that cover every tied pair, in each of which all are tied.

    Args:
        tied: units x units, symmetric; the diagonal does not count.

    Returns:
        Groups of two or more rows in ascending order, by their first row; none lies inside another.
    """
    open_pairs = np.triu(tied, 1)
    groups = []
    for row in range(len(tied)):
        while open_pairs[row].any():
            other = int(np.flatnonzero(open_pairs[row])[-1])
            group = _grown(tied, row, other)
            open_pairs[np.ix_(group, group)] = False
            groups.append(tuple(group.tolist()))
    return tuple(sorted(groups))


def _grown(tied: Bools, row: int, other: int) -> npt.NDArray[np.int64]:
    """A tied pair with everyone who is tied with all so far, the ones nearest to the first row first."""
    group = [row, other]
    able = tied[row] & tied[other]
    able[group] = False
    while able.any():
        places = np.flatnonzero(able)
        nearest = int(places[np.argmin(np.abs(places - row))])
        group.append(nearest)
        able &= tied[nearest]
        able[nearest] = False
    return np.array(sorted(group), np.int64)
