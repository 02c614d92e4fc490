"""What is doubtful in an assessment: the quality rules, and what they find in a unit's wave."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import Final, Literal, NamedTuple, get_args

from assessment.catalogue import Lang, text
from assessment.errors import Severity
from assessment.ratings import CONSENSUS, Evidence, Rating, adopted
from assessment.rubric import Rubric, Scale

Rule = Literal[
    "high-no-evidence",
    "contradicted",
    "conflict",
    "proposed",
    "na-no-reason",
    "expired",
    "low-confidence",
    "outlier",
    "target-below",
    "flagged",
]
Weight = Literal["error", "warning", "off"]
"""How serious a rule is in an engagement: an error blocks the sign-off, a warning does not."""

DEFAULTS: Final[dict[Rule, Weight]] = {
    "high-no-evidence": "error",
    "contradicted": "error",
    "conflict": "error",
    "proposed": "error",
    "na-no-reason": "error",
    "expired": "warning",
    "low-confidence": "warning",
    "outlier": "warning",
    "target-below": "warning",
    "flagged": "warning",
}
"""The rules in the order of the page, with the severity that holds until an engagement sets its own."""

HIGH_SHARE: Final = 0.8
"""From here up the scale a score needs evidence: level 4 of 0..5."""
APART_SHARE: Final = 0.3
"""Raters this far apart disagree: 1.5 levels of 0..5, the empty gap of method.md section 4."""
OUTLYING_SHARE: Final = 0.4
"""Distance from the median of its siblings that makes a score an outlier: 2 levels of 0..5."""
FEWEST_SIBLINGS: Final = 3
"""Scored siblings that a median is taken from; fewer prove nothing."""

_TOLERANCE: Final = 1e-9


class Limits(NamedTuple):
    """From where three rules speak on one scale, in levels.

    Attributes:
        high: score from which a rating needs evidence.
        apart: distance from which two raters are in conflict.
        outlying: distance from the siblings' median from which a score is an outlier.
    """

    high: float
    apart: float
    outlying: float


def limits(scale: Scale) -> Limits:
    """The shares above, on a rubric's scale."""
    span = scale.max - scale.min
    return Limits(scale.min + HIGH_SHARE * span, APART_SHARE * span, OUTLYING_SHARE * span)


_EMPTY_REASONS: Final = frozenset(
    {"", "na", "n/a", "none", "no", "not applicable", "not assessed", "unknown", "无", "不适用", "未评估"}
)


@dataclass(frozen=True, slots=True)
class QualityIssue:
    """One doubtful thing; what is None or empty plays no part in its rule.

    Attributes:
        unit, node: where; the node is an indicator, or the one whose target is meant.
        score: the level in question, or the lowest of the raters' scores.
        against: what it is held against: the raters' highest score, the siblings' median or the target.
        raters: ids of those whose ratings are meant.
        evidence: the items meant.
        note: the reason as written.
    """

    rule: Rule
    severity: Severity
    unit: str
    node: str
    score: float | None = None
    against: float | None = None
    raters: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    def sentence(self, lang: Lang, names: Mapping[str, str]) -> str:
        """What is doubtful and how to mend it.

        Args:
            lang: language of the reader.
            names: rater id -> name; an id that is missing stands for itself.
        """
        comma = text("quality.comma", lang)
        return text(
            f"quality.says.{self._variant()}",
            lang,
            score=_level(self.score),
            against=_level(self.against),
            raters=comma.join(names.get(rater, rater) for rater in self.raters),
            evidence=comma.join(item.title or item.said(lang) for item in self.evidence),
            note=self.note,
        )

    def _variant(self) -> str:
        """The rule's sentence; raters may differ by level, or on whether the indicator applies at all."""
        differ_on_state = self.rule == "conflict" and self.against is None
        return "conflict-na" if differ_on_state else self.rule


@dataclass(frozen=True)
class Assessed:
    """One unit in one wave, with everything that the rules look at.

    Attributes:
        on: the day that evidence must still hold; the wave's date, so that a signed wave does not age.
        ratings: all raters' current ratings.
        evidence: indicator -> the evidence linked to it; without what was deleted.
        targets: node -> target level of this unit.
        levels: node -> computed score; None where there is none.
    """

    rubric: Rubric
    unit: str
    on: dt.date
    ratings: Sequence[Rating]
    evidence: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    levels: Mapping[str, float | None] = field(default_factory=dict)

    @cached_property
    def votes(self) -> dict[str, list[Rating]]:
        """Indicator -> the ratings that the unit rests on: the consensus alone where one was adopted."""
        found: dict[str, list[Rating]] = defaultdict(list)
        for rating in self.ratings:
            if not rating.withdrawn and rating.indicator in self.rubric:
                found[rating.indicator].append(rating)
        return {indicator: _consensus_of(ratings) or ratings for indicator, ratings in found.items()}

    @cached_property
    def scores(self) -> dict[str, float]:
        """Indicator -> the score that counts; only those that have one."""
        counted = {indicator: adopted(ratings) for indicator, ratings in self.votes.items()}
        return {
            indicator: rating.score
            for indicator, rating in counted.items()
            if rating is not None and rating.score is not None
        }

    @property
    def limits(self) -> Limits:
        """From where the rules speak, on this rubric's scale."""
        return limits(self.rubric.scale)


_Check = Callable[[Assessed, Severity], Iterable[QualityIssue]]


def severities(own: Mapping[str, str]) -> dict[Rule, Weight]:
    """Every rule's severity in an engagement: its own where it set one, else the default."""
    known: dict[str, Weight] = {weight: weight for weight in get_args(Weight)}
    return {rule: known.get(own.get(rule, ""), default) for rule, default in DEFAULTS.items()}


def findings(found: Assessed, weights: Mapping[Rule, Weight] = DEFAULTS) -> tuple[QualityIssue, ...]:
    """Everything doubtful in one unit's wave: errors first, then in the order of the interview.

    Args:
        found: the unit in the wave.
        weights: rule -> severity; a rule that is off or not named finds nothing.
    """
    issues: list[QualityIssue] = []
    for rule in DEFAULTS:
        weight = weights.get(rule, "off")
        if weight != "off":
            issues += _CHECKS[rule](found, weight)
    return in_order(found.rubric, [found.unit], issues)


def in_order(
    rubric: Rubric, units: Iterable[str], issues: Iterable[QualityIssue]
) -> tuple[QualityIssue, ...]:
    """By severity, then unit, then node in the order of the interview, then rule."""
    unit_place = {unit: place for place, unit in enumerate(units)}
    node_place = {node.id: place for place, node in enumerate(rubric.nodes)}
    rule_place = {rule: place for place, rule in enumerate(DEFAULTS)}
    return tuple(
        sorted(
            issues,
            key=lambda issue: (
                issue.severity != "error",
                unit_place[issue.unit],
                node_place[issue.node],
                rule_place[issue.rule],
            ),
        )
    )


def _high_without_evidence(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    high = found.limits.high
    for indicator, score in found.scores.items():
        if score >= high - _TOLERANCE and not found.evidence.get(indicator):
            yield QualityIssue("high-no-evidence", severity, found.unit, indicator, score=score)


def _contradicted(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    for indicator, score in found.scores.items():
        against = tuple(item for item in found.evidence.get(indicator, ()) if item.grade == "contradicting")
        if against:
            yield QualityIssue("contradicted", severity, found.unit, indicator, score, evidence=against)


def _expired(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    for indicator, score in found.scores.items():
        old = tuple(
            item for item in found.evidence.get(indicator, ()) if item.expires and item.expires < found.on
        )
        if old:
            yield QualityIssue("expired", severity, found.unit, indicator, score, evidence=old)


def _conflict(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    """Raters who are far apart, or of whom some say that the indicator does not apply at all."""
    for indicator, votes in found.votes.items():
        said = [rating for rating in votes if not rating.proposed and rating.state != "unknown"]
        scores = [rating.score for rating in said if rating.score is not None]
        raters = tuple(rating.rater for rating in said)
        low, high = min(scores, default=0.0), max(scores, default=0.0)
        if high - low >= found.limits.apart - _TOLERANCE and len(scores) > 1:
            yield QualityIssue("conflict", severity, found.unit, indicator, low, high, raters)
        elif 0 < len(scores) < len(said):
            yield QualityIssue("conflict", severity, found.unit, indicator, raters=raters)


def _outlier(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    """Far from the median of the siblings.

    A capability has three to seven indicators, often most of them at one level: their median absolute
    deviation is then zero, and a modified z-score would call every half point an outlier. A plain distance
    says the same thing at every size, and a person can check it by eye.
    """
    for indicator, score in found.scores.items():
        above = found.rubric.parent(indicator)
        siblings = above.children if above else ()
        others = [found.scores[s.id] for s in siblings if s.id != indicator and s.id in found.scores]
        if len(others) < FEWEST_SIBLINGS:
            continue
        middle = median(others)
        if abs(score - middle) >= found.limits.outlying - _TOLERANCE:
            yield QualityIssue("outlier", severity, found.unit, indicator, score, middle)


def _target_below(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
    for node, target in found.targets.items():
        level = found.levels.get(node)
        if node in found.rubric and level is not None and target < level - _TOLERANCE:
            yield QualityIssue("target-below", severity, found.unit, node, level, target)


def _per_rating(rule: Rule, applies: Callable[[Rating], bool]) -> _Check:
    """A rule about single ratings: one issue per indicator, naming everybody whose rating is meant."""

    def check(found: Assessed, severity: Severity) -> Iterator[QualityIssue]:
        for indicator, votes in found.votes.items():
            meant = [rating for rating in votes if applies(rating)]
            if meant:
                raters = tuple(rating.rater for rating in meant)
                score, note = meant[0].score, meant[0].note
                yield QualityIssue(rule, severity, found.unit, indicator, score, raters=raters, note=note)

    return check


def _says_nothing(reason: str) -> bool:
    """Whether a reason is only a mark, or repeats that the indicator does not apply."""
    words = reason.strip().strip(".。-–—?？!！/").casefold()
    return words in _EMPTY_REASONS


def _consensus_of(ratings: list[Rating]) -> list[Rating]:
    return [rating for rating in ratings if rating.rater == CONSENSUS and not rating.proposed]


def _level(score: float | None) -> str:
    return "" if score is None else f"{round(score, 2):g}"


_CHECKS: Final[dict[Rule, _Check]] = {
    "high-no-evidence": _high_without_evidence,
    "contradicted": _contradicted,
    "conflict": _conflict,
    "proposed": _per_rating("proposed", lambda rating: rating.proposed),
    "na-no-reason": _per_rating("na-no-reason", lambda r: r.state == "na" and _says_nothing(r.note)),
    "expired": _expired,
    "low-confidence": _per_rating("low-confidence", lambda r: not r.proposed and r.confidence == "low"),
    "outlier": _outlier,
    "target-below": _target_below,
    "flagged": _per_rating("flagged", lambda rating: rating.flagged),
}
