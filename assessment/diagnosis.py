"""Which problems and causes low scores point to, and why: proposals that a person confirms or dismisses."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from assessment.catalogue import Lang
from assessment.diagnosis_links import DiagnosisLinks
from assessment.mapping import NodeWeights
from assessment.ratings import Rating
from assessment.rubric import TOLERANCE, Rubric

Verdict = Literal["proposed", "not-indicated", "too-little", "not-linked"]

LOW_SHARE: Final = 0.4
"""Below this share of the scale a score is low: below level 2 of 0..5."""
ENOUGH: Final = 0.5
"""Share of a problem's links that must be assessed before it is judged, and of these that must be low."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A score that a proposal rests on, or that speaks against it.

    Attributes:
        level: the highest named level that the score reaches; None where the scale names none.
        weight: of the link.
        low: whether the score counts as low.
    """

    indicator: str
    score: float
    level: float | None
    weight: float
    low: bool

    def said(self, rubric: Rubric, lang: Lang) -> str:
        """What that level looks like, in the words of the rubric; empty without descriptors."""
        return "" if self.level is None else rubric.descriptors(self.indicator, lang).get(self.level, "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A problem or cause, and what the scores say about it.

    Attributes:
        node: its id in the diagnosis rubric.
        verdict: `proposed`; `not-indicated`, too few of the scores are low; `too-little`, too few of the
            linked indicators are assessed; `not-linked`, none of them is in this rubric or applies.
        strength: how far the assessed indicators stay below the top of the scale, 0..1; None without any.
        low: share of the assessed links that are low, 0..1; None without any.
        coverage: share of the links to applicable indicators that are assessed, 0..1; None without any.
        reasons: the assessed indicators, low ones first, the lowest at the head.
        open: linked indicators that are not assessed.
        not_applicable: linked indicators that do not apply.
        suggested: the level of the diagnosis rubric that the strength amounts to, on a step of its scale
            and below its top; None unless proposed.
    """

    node: str
    verdict: Verdict
    strength: float | None
    low: float | None
    coverage: float | None
    reasons: tuple[Reason, ...] = ()
    open: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    suggested: float | None = None


class LinkCoverage(NamedTuple):
    """How much of an assessment the links look at.

    Attributes:
        linked: indicators that at least one problem or cause shows in.
        assessed: of these, how many have a score.
        indicators: all indicators of the rubric.
    """

    linked: int
    assessed: int
    indicators: int


class Diagnosis(NamedTuple):
    """What one unit's scores point to; the candidates are all problems and causes, in the rubric's order."""

    candidates: tuple[Candidate, ...]
    coverage: LinkCoverage

    @property
    def proposals(self) -> tuple[Candidate, ...]:
        """What is proposed, strongest first, then what more of the links are assessed for."""
        found = [one for one in self.candidates if one.verdict == "proposed"]
        return tuple(sorted(found, key=lambda one: (-(one.strength or 0), -(one.coverage or 0))))

    def of(self, node: str) -> Candidate:
        """What is said about one problem or cause; KeyError where there is none of this id."""
        return {one.node: one for one in self.candidates}[node]


class Chain(NamedTuple):
    """Why a problem is there, and where its solution lies.

    Attributes:
        problem: id of what was found.
        causes: what it comes from among what was found, its direct causes first.
        themes: ids of the solution themes of the problem and its causes, the problem's own first.
        goals, analytics: ids of what they block together, in the order of the links.
    """

    problem: str
    causes: tuple[str, ...]
    themes: tuple[str, ...]
    goals: tuple[str, ...]
    analytics: tuple[str, ...]


def diagnose(
    rubric: Rubric, ratings: Mapping[str, Rating], diagnosis: Rubric, links: DiagnosisLinks
) -> Diagnosis:
    """What the scores of one unit point to (method.md, "From low scores to problems").

    Args:
        rubric: what was rated.
        ratings: indicator id -> the adopted rating; an indicator without one is not assessed.
        diagnosis: the rubric of problems and causes.
        links: in which indicators they show.
    """
    candidates = tuple(
        _judged(node.id, _in(rubric, links, node.id), rubric, ratings, diagnosis)
        for node in diagnosis.indicators
    )
    linked = {name for node in diagnosis.indicators for name in _in(rubric, links, node.id)}
    assessed = sum(name in ratings and ratings[name].score is not None for name in linked)
    return Diagnosis(candidates, LinkCoverage(len(linked), assessed, len(rubric.indicators)))


def chains(diagnosis: Rubric, links: DiagnosisLinks, found: Collection[str]) -> tuple[Chain, ...]:
    """From every problem that nothing found comes from, through its causes, to the themes that solve it.

    Args:
        diagnosis: the rubric of problems and causes.
        links: what causes what.
        found: ids of what was proposed, or confirmed.
    """
    known = set(found)
    caused = {cause for node in known for cause in links.upstream(node)}
    heads = [node.id for node in diagnosis.indicators if node.id in known and node.id not in caused]
    return tuple(_chain(links, head, known) for head in heads)


def _chain(links: DiagnosisLinks, problem: str, known: Collection[str]) -> Chain:
    causes = tuple(cause for cause in links.upstream(problem) if cause in known)
    own = [links.links[node] for node in (problem, *causes) if node in links.links]
    return Chain(
        problem,
        causes,
        tuple(dict.fromkeys(link.theme for link in own)),
        _in_order(links.goals, (goal for link in own for goal in link.goals)),
        _in_order(links.analytics, (area for link in own for area in link.analytics)),
    )


def _in_order(known: Mapping[str, object], named: Iterable[str]) -> tuple[str, ...]:
    wanted = set(named)
    return tuple(one for one in known if one in wanted)


def _in(rubric: Rubric, links: DiagnosisLinks, node: str) -> NodeWeights:
    """The indicators of a rubric in which a problem shows; of this version only what it has."""
    link = links.links.get(node)
    named = link.shows_in.get(rubric.id, {}) if link else {}
    return {name: weight for name, weight in named.items() if name in rubric}


def _judged(
    node: str, shows_in: NodeWeights, rubric: Rubric, ratings: Mapping[str, Rating], diagnosis: Rubric
) -> Candidate:
    applies = {name: weight for name, weight in shows_in.items() if not _is_na(ratings.get(name))}
    left_out = tuple(name for name in shows_in if name not in applies)
    if not applies:
        return Candidate(node, "not-linked", None, None, None, not_applicable=left_out)
    reasons = _reasons(applies, rubric, ratings)
    assessed = sum(reason.weight for reason in reasons)
    coverage = assessed / sum(applies.values())
    unrated = tuple(name for name in applies if name not in {reason.indicator for reason in reasons})
    if not reasons:
        return Candidate(node, "too-little", None, None, 0.0, (), unrated, left_out)
    scale = rubric.scale
    below = sum(reason.weight * (scale.max - reason.score) for reason in reasons)
    strength = below / assessed / (scale.max - scale.min)
    low = sum(reason.weight for reason in reasons if reason.low) / assessed
    verdict = _verdict(coverage, low)
    suggested = _suggested(strength, diagnosis) if verdict == "proposed" else None
    return Candidate(node, verdict, strength, low, coverage, reasons, unrated, left_out, suggested)


def _verdict(coverage: float, low: float) -> Verdict:
    if coverage < ENOUGH - TOLERANCE:
        return "too-little"
    return "proposed" if low >= ENOUGH - TOLERANCE else "not-indicated"


def _is_na(rating: Rating | None) -> bool:
    return rating is not None and rating.state == "na"


def _reasons(applies: NodeWeights, rubric: Rubric, ratings: Mapping[str, Rating]) -> tuple[Reason, ...]:
    scale = rubric.scale
    limit = scale.min + LOW_SHARE * (scale.max - scale.min)
    found = []
    for name, weight in applies.items():
        score = ratings[name].score if name in ratings else None
        if score is not None:
            reached = [level for level in rubric.node(name).descriptors if level <= score + TOLERANCE]
            is_low = score < limit - TOLERANCE
            found.append(Reason(name, score, max(reached, default=None), weight, is_low))
    return tuple(sorted(found, key=lambda reason: (reason.score, -reason.weight)))


def _suggested(strength: float, diagnosis: Rubric) -> float:
    """The level that a strength amounts to, on a step of the scale; never its top, which says "absent"."""
    scale = diagnosis.scale
    level = scale.max - strength * (scale.max - scale.min)
    steps = [step for step in scale.steps() if step < scale.max - TOLERANCE]
    return min(steps, key=lambda step: abs(step - level), default=level)
