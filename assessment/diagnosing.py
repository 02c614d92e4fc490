"""Diagnosing a unit: what its scores propose, and what a person makes of it.

A decision is a rating: confirming a proposal rates it in a second engagement on the diagnosis rubric, made
for the same units and waves, and dismissing one rates it absent. So it has a rater, revisions and a sign-off.
Where several people decided on one, the last decision stands: that a problem is there is no matter of a mean.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment import service
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.diagnosis import Candidate, Chain, Diagnosis, chains, diagnose
from assessment.diagnosis_errors import DismissalReasonError
from assessment.diagnosis_links import DIAGNOSIS, DiagnosisLinks
from assessment.engagement import Engagement, Person, Wave
from assessment.errors import RaterReservedError, ScoreRefusedError
from assessment.ports import LinkedShelf, RatingKey, Store
from assessment.ratings import Evidence, EvidenceLink, Rating, is_reserved
from assessment.rubric import TOLERANCE, Rubric

Standing = Literal["open", "confirmed", "dismissed"]


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """One unit in one wave: what its scores point to, and what was decided so far.

    Attributes:
        rubric: what was rated.
        diagnosis: the rubric of problems and causes.
        links: what these are linked to.
        found: what the scores point to.
        decided: problem or cause -> the last decision on it, whoever made it.
    """

    engagement: Engagement
    unit: str
    wave: Wave
    rubric: Rubric
    diagnosis: Rubric
    links: DiagnosisLinks
    found: Diagnosis
    decided: Mapping[str, Rating]

    def standing(self, node: str) -> Standing:
        """Whether a person said that a problem is there, or that it is not, or nothing yet."""
        rating = self.decided.get(node)
        if rating is None:
            return "open"
        is_absent = rating.score is None or rating.score >= self.diagnosis.scale.max - TOLERANCE
        return "dismissed" if is_absent else "confirmed"

    def chains(self) -> tuple[Chain, ...]:
        """From problems through causes to themes: of what is confirmed, or proposed and not dismissed."""
        proposed = {one.node for one in self.found.proposals}
        standings = {node.id: self.standing(node.id) for node in self.diagnosis.indicators}
        here = [n for n, s in standings.items() if s == "confirmed" or (s == "open" and n in proposed)]
        return chains(self.diagnosis, self.links, here)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person makes of one problem or cause.

    Attributes:
        level: on the scale of the diagnosis rubric; its top dismisses.
        by: id of the person.
        reason: free text; needed for dismissing.
        seen_revision: of the earlier decision, as for `service.rate`.
    """

    node: str
    level: float
    by: str
    reason: str = ""
    seen_revision: int | None = None


def decisions_id(engagement: str) -> str:
    """Id of the engagement that holds the decisions on another one's proposals."""
    return f"{engagement}-{DIAGNOSIS}"


def diagnosed(store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str) -> Diagnosed:
    """What the scores of a unit point to, and what was decided so far; nothing is written.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        UnknownRubricError: the shelf has no diagnosis rubric.
        RubricChangedError: a rubric is not what it was when its engagement was made.
    """
    found = store.engagement(engagement)
    service.unit_of(store, engagement, unit)
    round_ = service.wave_of(store, engagement, wave)
    rubric = service.rubric_of(shelf, found, store, round_)
    held = _decisions(store, engagement)
    diagnosis = service.rubric_of(shelf, held, store) if held else shelf.rubric(DIAGNOSIS)
    links = shelf.links(diagnosis.id, diagnosis.version) or DiagnosisLinks({}, {}, {}, {})
    counted = service.adopted_ratings(store.ratings(engagement, unit, wave)).get(unit, {})
    return Diagnosed(
        engagement=found,
        unit=unit,
        wave=round_,
        rubric=rubric,
        diagnosis=diagnosis,
        links=links,
        found=diagnose(rubric, counted, diagnosis, links),
        decided=_decided(store, held, unit, wave),
    )


def decide(store: Store, here: Diagnosed, decision: Decision) -> Rating:
    """Record a decision, durable when this returns; the engagement of decisions is made where there is none.

    A proposal that is confirmed keeps the scores it rests on as evidence. What is dismissed has none: that a
    problem is absent is for people to show, and the quality rules ask for it.

    Args:
        store: where the engagements are kept.
        here: what the person saw.
        decision: what is made of it.

    Returns:
        The rating as stored.

    Raises:
        DismissalReasonError: a problem is dismissed without a reason.
        RaterReservedError: nobody is named, or nobody may be called so.
        ScoreRefusedError: there is no such problem or cause, or the scale has no such level.
        ChangedElsewhereError, WaveLockedError, UnitSignedOffError: as for `service.rate`.
    """
    dismissed = _checked(here, decision)
    held = _held(store, here)
    rating = Rating(
        unit=here.unit,
        wave=here.wave.id,
        rater=decision.by,
        indicator=decision.node,
        score=decision.level,
        note=decision.reason.strip(),
    )
    link = EvidenceLink(
        evidence=f"{held.id}:{here.unit}:{here.wave.id}:{decision.node}",
        unit=here.unit,
        wave=here.wave.id,
        indicator=decision.node,
    )
    proposed = here.found.of(decision.node)
    rests = proposed.verdict == "proposed" and not dismissed
    shown = [(_evidence(here, proposed, link.evidence), link)] if rests else []
    people = [person for person in store.people(here.engagement.id) if person.id == decision.by]
    newcomers = people or [Person(id=decision.by, name=decision.by)]
    seen: Mapping[RatingKey, int] = (
        {} if decision.seen_revision is None else {rating.key: decision.seen_revision}
    )
    said, seen = _said_anew(store, held, rating, seen)
    store.bring_in(held.id, said, seen, shown, newcomers, decision.by, [link] if dismissed else [])
    stored = store.ratings(held.id, here.unit, here.wave.id)
    return next(one for one in stored if one.key == rating.key)


def _said_anew(
    store: Store, held: Engagement, rating: Rating, seen: Mapping[RatingKey, int]
) -> tuple[list[Rating], Mapping[RatingKey, int]]:
    """The ratings that make a decision the last one.

    Who repeats a decision that somebody else has overruled since takes it back first: the same again would
    be no change, and the other decision would stand.
    """
    own = next(
        (one for one in store.ratings(held.id, rating.unit, rating.wave) if one.key == rating.key), None
    )
    last = _decided(store, held, rating.unit, rating.wave).get(rating.indicator)
    if own is None or last is None or last.rater == rating.rater:
        return [rating], seen
    if (own.score, own.note) != (rating.score, rating.note) or not own.counts:
        return [rating], seen
    taken_back = rating.model_copy(update={"score": None, "state": "unknown", "note": "", "withdrawn": True})
    return [taken_back, rating], {}


def _checked(here: Diagnosed, decision: Decision) -> bool:
    """Whether a decision that can be recorded dismisses; raises where it cannot."""
    scale = here.diagnosis.scale
    if decision.node not in here.diagnosis or not here.diagnosis.node(decision.node).is_indicator:
        raise ScoreRefusedError(decision.node, decision.node, here.diagnosis.id)
    if not scale.holds(decision.level):
        raise ScoreRefusedError(decision.node, f"{decision.level:g}", f"{scale.min:g}..{scale.max:g}")
    if not decision.by.strip() or is_reserved(decision.by):
        raise RaterReservedError(decision.by)
    dismissed = decision.level >= scale.max - TOLERANCE
    if dismissed and not decision.reason.strip():
        raise DismissalReasonError(decision.node)
    return dismissed


def _decisions(store: Store, engagement: str) -> Engagement | None:
    """The engagement of decisions; None where nothing was decided yet."""
    wanted = (decisions_id(engagement), DIAGNOSIS)
    return next((one for one in store.engagements() if (one.id, one.rubric) == wanted), None)


def _decided(store: Store, held: Engagement | None, unit: str, wave: str) -> dict[str, Rating]:
    if held is None:
        return {}
    said = [one for one in store.ratings(held.id, unit, wave) if one.counts and one.state != "unknown"]
    return {one.indicator: one for one in sorted(said, key=_when)}


def _when(rating: Rating) -> dt.datetime:
    return rating.at or dt.datetime.min.replace(tzinfo=dt.UTC)


def _held(store: Store, here: Diagnosed) -> Engagement:
    """The engagement of decisions with this wave, made or completed where it is not there yet."""
    wave = here.wave.model_copy(update={"locked": False})
    held = _decisions(store, here.engagement.id)
    if held is None:
        base = here.engagement
        names = {lang: text("diagnosis.engagement", lang, name=base.called(lang)) for lang in LANGUAGES}
        held = Engagement(
            id=decisions_id(base.id),
            name=names["en"],
            name_zh=names["zh"],
            rubric=here.diagnosis.id,
            rubric_version=here.diagnosis.version,
            rubric_fingerprint=here.diagnosis.fingerprint,
        )
        store.keep_rubric(here.diagnosis)
        store.add_engagement(held, store.units(base.id), [wave], store.people(base.id))
    elif all(one.id != wave.id for one in store.waves(held.id)):
        store.add_wave(held.id, wave)
    return held


def _evidence(here: Diagnosed, proposed: Candidate, evidence: str) -> Evidence:
    """The scores that a proposal rests on, as they were when it was decided on."""
    sources: dict[Lang, str] = {
        lang: text(
            "diagnosis.source", lang, engagement=here.engagement.called(lang), wave=here.wave.called(lang)
        )
        for lang in LANGUAGES
    }
    return Evidence(
        id=evidence,
        kind="data",
        title=here.diagnosis.name_of(proposed.node, "en"),
        text=_scores_told(here, proposed, "en"),
        text_zh=_scores_told(here, proposed, "zh"),
        source=sources["en"],
        source_zh=sources["zh"],
        date=here.wave.date,
    )


def _scores_told(here: Diagnosed, proposed: Candidate, lang: Lang) -> str:
    scores = [
        text("diagnosis.scored", lang, name=here.rubric.name_of(one.indicator, lang), score=f"{one.score:g}")
        for one in proposed.reasons
    ]
    linked = len(proposed.reasons) + len(proposed.open)
    told = text("quality.comma", lang).join(scores)
    return text("diagnosis.rests-on", lang, scores=told, assessed=len(scores), linked=linked)
