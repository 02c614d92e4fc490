"""How far raters agree: on one indicator, and in a workshop as a whole (method.md section 4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from assessment.ratings import CONSENSUS, Rating, State
from assessment.reliability import Alpha, PanelReliability, krippendorff_alpha, panel_reliability
from assessment.rollup import median
from assessment.rubric import TOLERANCE, Rubric

Light = Literal["red", "amber", "green"]
LIGHTS: Final[tuple[Light, ...]] = ("red", "amber", "green")

GREEN_RANGE: Final = 0.2
"""Shares of the scale: 1 level of 0..5. The shares below are 2, 1.5, .5 and .92 levels of 0..5."""
RED_RANGE: Final = 0.4
SPLIT_GAP: Final = 0.3
GREEN_DEVIATION: Final = 0.1
RED_DEVIATION: Final = 0.184
_GROUP: Final = 2
"""Votes on either side of a split."""


class Vote(NamedTuple):
    """What one rater said; `score` is None unless the state is `scored`."""

    rater: str
    score: float | None
    state: State


@dataclass(frozen=True, slots=True)
class IndicatorAgreement:
    """The votes on one indicator of a unit in a wave.

    Attributes:
        votes: by rater id, without the consensus.
        median, low, high: of the scores.
        range: `high - low`, in levels.
        deviation: mean distance from the median, in levels.
        agreement: `1 - deviation / (half the scale)`, 0..1.
        split: two groups of two or more, with an empty gap of 1.5 levels of 0..5 between them.
        scope_disputed: some scored it while others say that it does not apply.
        light: from the scores; what is disputed in scope is never green.
        consensus: the score adopted, None where none was.
    """

    unit: str
    indicator: str
    votes: tuple[Vote, ...]
    median: float
    low: float
    high: float
    range: float
    deviation: float
    agreement: float
    split: bool
    scope_disputed: bool
    light: Light
    consensus: float | None = None

    @property
    def raters(self) -> int:
        """How many scored it."""
        return sum(vote.score is not None for vote in self.votes)


@dataclass(frozen=True, slots=True)
class Workshop:
    """How far the raters of one unit agree over the indicators of a wave.

    Attributes:
        raters: ids of those who scored anything, in order.
        alpha: Krippendorff's, ordinal.
        panel: ICC of the panel, over the indicators that every rater scored.
        lights: how many indicators have each light, in the order of `LIGHTS`.
    """

    unit: str
    raters: tuple[str, ...]
    alpha: Alpha
    panel: PanelReliability
    lights: tuple[int, int, int]


def disputes(rubric: Rubric, ratings: Iterable[Rating]) -> tuple[IndicatorAgreement, ...]:
    """Every indicator that two people or more answered and at least one scored, most disputed first.

    Args:
        rubric: what is measured.
        ratings: all raters' current ratings of one wave; what does not count is left out.

    Returns:
        By light, then mean deviation, then range, the largest first; then by unit and in the order of the
        interview.
    """
    place = {leaf.id: position for position, leaf in enumerate(rubric.indicators)}
    found = [
        _agreement(rubric, unit, indicator, given)
        for (unit, indicator), given in _by_place(ratings).items()
        if indicator in place and _comparable(given)
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                LIGHTS.index(one.light),
                -round(one.deviation, 9),
                -round(one.range, 9),
                one.unit,
                place[one.indicator],
            ),
        )
    )


def workshops(rubric: Rubric, ratings: Iterable[Rating]) -> tuple[Workshop, ...]:
    """Every unit that two people or more scored in one wave, by unit id."""
    given = [rating for rating in ratings if rating.indicator in rubric]
    lights: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in disputes(rubric, given):
        lights[one.unit][LIGHTS.index(one.light)] += 1
    scores: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for rating in given:
        if rating.counts and rating.rater != CONSENSUS and rating.score is not None:
            scores[rating.unit][rating.rater][rating.indicator] = rating.score
    several = {unit: by_rater for unit, by_rater in sorted(scores.items()) if len(by_rater) > 1}
    return tuple(_workshop(rubric, unit, by_rater, lights[unit]) for unit, by_rater in several.items())


def judged(scores: Sequence[float], span: float) -> tuple[Light, float, bool]:
    """Light, mean deviation from the median and whether the votes are split.

    Args:
        scores: one or more, in levels.
        span: of the scale, maximum - minimum.
    """
    middle = median(scores)
    deviation = sum(abs(score - middle) for score in scores) / len(scores)
    split = is_split(scores, span * SPLIT_GAP)
    spread = max(scores) - min(scores)
    if spread >= span * RED_RANGE - TOLERANCE or deviation > span * RED_DEVIATION + TOLERANCE or split:
        return "red", deviation, split
    close = spread <= span * GREEN_RANGE + TOLERANCE and deviation <= span * GREEN_DEVIATION + TOLERANCE
    return ("green" if close else "amber"), deviation, split


def is_split(scores: Sequence[float], gap: float) -> bool:
    """Whether two groups of two or more lie at least `gap` levels apart with nothing between them."""
    ordered = sorted(scores)
    borders = range(_GROUP, len(ordered) - _GROUP + 1)
    return any(ordered[border] - ordered[border - 1] >= gap - TOLERANCE for border in borders)


def _by_place(ratings: Iterable[Rating]) -> dict[tuple[str, str], list[Rating]]:
    found: dict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in ratings:
        if rating.counts:
            found[rating.unit, rating.indicator].append(rating)
    return found


def _comparable(given: Sequence[Rating]) -> bool:
    """Whether two people or more said something, and one of them a score."""
    said = [rating for rating in given if rating.rater != CONSENSUS and rating.state != "unknown"]
    return len(said) > 1 and any(rating.score is not None for rating in said)


def _agreement(rubric: Rubric, unit: str, indicator: str, given: Sequence[Rating]) -> IndicatorAgreement:
    ordered = sorted(given, key=lambda rating: rating.rater)
    votes = tuple(Vote(r.rater, r.score, r.state) for r in ordered if r.rater != CONSENSUS)
    scores = [vote.score for vote in votes if vote.score is not None]
    span = rubric.scale.max - rubric.scale.min
    light, deviation, split = judged(scores, span)
    disputed = any(vote.state == "na" for vote in votes)
    return IndicatorAgreement(
        unit=unit,
        indicator=indicator,
        votes=votes,
        median=median(scores),
        low=min(scores),
        high=max(scores),
        range=max(scores) - min(scores),
        deviation=deviation,
        agreement=1 - deviation / (span / 2),
        split=split,
        scope_disputed=disputed,
        light="amber" if disputed and light == "green" else light,
        consensus=next((rating.score for rating in ordered if rating.rater == CONSENSUS), None),
    )


def _workshop(
    rubric: Rubric, unit: str, by_rater: dict[str, dict[str, float]], lights: Sequence[int]
) -> Workshop:
    import numpy as np

    votes = np.array(
        [
            [scores.get(leaf.id, np.nan) for leaf in rubric.indicators]
            for _, scores in sorted(by_rater.items())
        ]
    )
    red, amber, green = lights
    return Workshop(
        unit=unit,
        raters=tuple(sorted(by_rater)),
        alpha=krippendorff_alpha(votes),
        panel=panel_reliability(votes),
        lights=(red, amber, green),
    )
