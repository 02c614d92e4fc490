"""How much of a lead may be nothing but the raters' hand: noise of ratings, apart from that of weights."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from assessment.matrix_rules import Floats, safe_divisor
from assessment.ranked_units import RankedUnits
from assessment.ratings import CONSENSUS, Rating
from assessment.rollup import Tree
from assessment.rubric import TOLERANCE, Scale
from assessment.scoring import Scorer
from assessment.student_t import quantile, two_sided

Votes = Mapping[str, Mapping[str, Mapping[str, Rating]]]
"""Unit -> rater -> indicator -> that rater's current rating."""

NoiseVerdict = Literal["noise", "leaning", "clear"]
"""What a difference between two units is; `noise`: within rating noise."""

CLEAR_BELOW: Final = 0.05
LEANING_BELOW: Final = 0.20
"""A difference is clear, or leaning, below these adjusted probabilities of pure chance."""

LEAST_RATERS: Final = 3
CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class NoiseAssumptions:
    """The noise of one adopted score, where fewer than three raters say nothing about it.

    Attributes:
        deviation: standard deviation of one score, as a share of the scale: half a level of 0..5.
        correlation: of the errors of two scores of one unit, 0..1: the same people judged both.
    """

    deviation: float = 0.1
    correlation: float = 0.1

    def levels(self, scale: Scale) -> float:
        """The deviation in levels of a scale."""
        return self.deviation * (scale.max - scale.min)

    def error(self, scale: Scale, concentration: Floats | float) -> Floats:
        """Standard errors of weighted means of adopted scores, in levels: `s sqrt(r + (1 - r) sum(w^2))`.

        Args:
            scale: the rubric's.
            concentration: sum of the squared shares of the scores in each mean.
        """
        spread: Floats = np.sqrt(self.correlation + (1 - self.correlation) * np.asarray(concentration))
        return self.levels(scale) * spread


@dataclass(frozen=True, slots=True)
class RatingNoise:
    """How sure each unit's overall score is, given who rated it; rows are those of the ranked units.

    Attributes:
        raters: how many raters the error was taken from; 0 where it follows from the assumptions.
        error: standard error of the overall score, in levels.
        freedom: its degrees of freedom; infinite where it follows from the assumptions.
        low, high: 95 % interval of the score; not cut off at the ends of the scale.
    """

    raters: tuple[int, ...]
    error: Floats
    freedom: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class PairNoise:
    """Whether pairs of units differ by more than rating noise, every array by pair.

    Attributes:
        pairs: rows of two units each.
        difference: overall score of the first less that of the second.
        chance: two-sided probability of such a difference by noise alone (Welch's t), 0..1.
        adjusted: the same for all pairs together (Holm), 0..1.
        verdicts: the word for it.
    """

    pairs: tuple[tuple[int, int], ...]
    difference: Floats
    chance: Floats
    adjusted: Floats
    verdicts: tuple[NoiseVerdict, ...]


def votes_by_rater(ratings: Iterable[Rating]) -> dict[str, dict[str, dict[str, Rating]]]:
    """Everybody's ratings of one wave that count, as `Votes`."""
    found: dict[str, dict[str, dict[str, Rating]]] = defaultdict(lambda: defaultdict(dict))
    for rating in ratings:
        if rating.counts:
            found[rating.unit][rating.rater][rating.indicator] = rating
    return {unit: dict(raters) for unit, raters in found.items()}


def rating_noise(
    ranked: RankedUnits, votes: Votes, assumptions: NoiseAssumptions | None = None
) -> RatingNoise:
    """The noise of each unit's overall score (method.md section 7).

    The raters are the sample, the indicators are fixed. From three raters with an overall score each, the
    error is that of the mean of these; with fewer, where a consensus was adopted, and where all raters'
    scores are the same, it is that of adopted scores with the noise that is assumed:
    `Var = s^2 (r + (1 - r) sum(w^2))`, `w` the effective weights of the indicators that are scored.

    Args:
        ranked: the units.
        votes: their raters' ratings; a unit without any has the assumed noise.
        assumptions: of the noise of adopted scores.
    """
    assumed = assumptions or NoiseAssumptions()
    scorer = Scorer(ranked.rubric)
    concentration = (effective_weights_of(scorer.tree, ranked) ** 2).sum(axis=1)
    error = assumed.error(ranked.rubric.scale, concentration)
    freedom, raters = np.full(len(error), math.inf), [0] * len(error)
    for row, unit in enumerate(ranked.units):
        composites = rater_scores(scorer, ranked, votes.get(unit, {}))
        deviation = float(np.std(composites, ddof=1)) if len(composites) >= LEAST_RATERS else 0.0
        if deviation > TOLERANCE:
            error[row], freedom[row] = deviation / math.sqrt(len(composites)), len(composites) - 1
            raters[row] = len(composites)
    wide = {degrees: quantile(CONFIDENCE, degrees) for degrees in set(freedom.tolist())}
    half = error * np.array([wide[degrees] for degrees in freedom.tolist()])
    return RatingNoise(tuple(raters), error, freedom, ranked.overall - half, ranked.overall + half)


def rater_scores(
    scorer: Scorer, ranked: RankedUnits, by_rater: Mapping[str, Mapping[str, Rating]]
) -> list[float]:
    """Overall scores of one unit, one per rater who has one, in the common scope; none after a consensus."""
    if by_rater.get(CONSENSUS):
        return []
    scope = set(ranked.scope)
    place = {leaf.id: column for column, leaf in enumerate(ranked.rubric.indicators)}
    values = np.full((len(by_rater), len(place)), np.nan)
    away = np.tile([leaf not in scope for leaf in place], (len(by_rater), 1))
    for row, ratings in enumerate(by_rater.values()):
        for indicator, rating in ratings.items():
            if rating.score is not None:
                values[row, place[indicator]] = rating.score
            away[row, place[indicator]] |= rating.state == "na"
    found = scorer.inner(values, away).score[:, 0]
    return [float(score) for score in found if not math.isnan(score)]


def effective_weights_of(tree: Tree, ranked: RankedUnits) -> Floats:
    """Each indicator's share of each unit's overall score, what has no score left out.

    Returns:
        Units x indicators, 0..1, each row adds up to 1; exact for weighted means, the weights that were
        written for other rules.
    """
    scored = ~np.isnan(ranked.scores.score)
    share = np.zeros(scored.shape)
    share[:, 0] = scored[:, 0]
    for parent in reversed(tree.parents):
        places = list(parent.counting)
        kept = scored[:, places] * np.array(parent.weights)
        total = safe_divisor(kept.sum(axis=1, keepdims=True))
        share[:, places] = share[:, [parent.position]] * kept / total
    found: Floats = share[:, list(tree.leaves)]
    return found


def compare_noise(ranked: RankedUnits, noise: RatingNoise, pairs: Sequence[tuple[int, int]]) -> PairNoise:
    """Welch's comparison of pairs of units, adjusted by Holm over all the pairs that are shown together."""
    difference = np.array([ranked.overall[one] - ranked.overall[other] for one, other in pairs])
    chance = [
        _chance(apart, noise, one, other) for apart, (one, other) in zip(difference, pairs, strict=True)
    ]
    adjusted = holm(chance)
    return PairNoise(
        pairs=tuple(pairs),
        difference=difference,
        chance=np.array(chance),
        adjusted=np.array(adjusted),
        verdicts=tuple(noise_verdict(each) for each in adjusted),
    )


def _chance(difference: float, noise: RatingNoise, one: int, other: int) -> float:
    """Welch's t with the degrees of freedom of Welch and Satterthwaite."""
    variances = [float(noise.error[row]) ** 2 for row in (one, other)]
    total = sum(variances)
    if not total:
        return float(difference == 0)
    spent = sum(v * v / noise.freedom[row] for v, row in zip(variances, (one, other), strict=True))
    return two_sided(difference / math.sqrt(total), total * total / spent if spent else math.inf)


def holm(chances: Sequence[float]) -> list[float]:
    """Probabilities adjusted for being looked at together (Holm 1979), in the order given."""
    adjusted, largest = [0.0] * len(chances), 0.0
    for place, which in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        largest = max(largest, min(1.0, (len(chances) - place) * chances[which]))
        adjusted[which] = largest
    return adjusted


def noise_verdict(chance: float) -> NoiseVerdict:
    """The word for the probability that a difference is noise alone."""
    if chance < CLEAR_BELOW:
        return "clear"
    return "leaning" if chance < LEANING_BELOW else "noise"
