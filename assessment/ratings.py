"""What was said: ratings, evidence, and the rating that is adopted when several people rated."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assessment.catalogue import Lang

State = Literal["scored", "na", "unknown"]
Confidence = Literal["low", "medium", "high"]
Mark = Literal["", "inferred", "illegible"]
EvidenceKind = Literal["interview", "document", "observation", "data", "system-demo"]
Grade = Literal["strong", "partial", "weak", "contradicting"]
FindingKind = Literal["strength", "weakness"]

CONSENSUS: Final = "consensus"
"""The rater under whom an adopted rating is stored."""
RERATED: Final = "re-rated"
_RERATED_TAGS: Final = frozenset({RERATED, "rerated", "重评", "重新评定"})


def says_rerated(tag: str) -> bool:
    """Whether a rater says by this tag: nothing changed at the unit, I judge it anew."""
    return tag.strip().casefold() in _RERATED_TAGS


class Rating(BaseModel):
    """One rater's score of one indicator for one unit in one wave.

    Attributes:
        score: on the rubric's scale; None unless the state is `scored`.
        state: scored, `na` (not applicable; `note` says why) or `unknown` (not assessed).
        confidence: how sure the rater is; None where not said.
        note: free text; the reason when not applicable.
        mark: `inferred` or `illegible` for a figure taken from a damaged source, else empty.
        tag: a word to find it again by.
        flagged: to come back to.
        proposed: carried over from an earlier wave and not confirmed; it does not count.
        withdrawn: taken back, as if never given; the state is `unknown` then.
        why: the reason for the change.
        by: who made this revision, where it is not the rater.
        restores: the revision that an undo brought back, 0 for "none yet"; its own number where a move to
            another rubric version made it, so that no undo goes back behind the move; None for all else.
        revision: 1 for the first rating, one more for each change; 0 before it is stored.
        at: when it was stored (UTC); None before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str
    wave: str
    rater: str
    indicator: str
    score: float | None = None
    state: State = "scored"
    confidence: Confidence | None = None
    note: str = ""
    mark: Mark = ""
    tag: str = ""
    flagged: bool = False
    proposed: bool = False
    withdrawn: bool = False
    why: str = ""
    by: str = ""
    restores: int | None = None
    revision: int = 0
    at: dt.datetime | None = None

    @model_validator(mode="after")
    def _score_fits_state(self) -> Self:
        if (self.state == "scored") != (self.score is not None):
            raise ValueError("a rating has a score exactly when its state is 'scored'")
        if self.state == "na" and not self.note.strip():
            raise ValueError("a rating that is not applicable needs a reason in its note")
        if self.withdrawn and self.state != "unknown":
            raise ValueError("a rating that was taken back says nothing: its state is 'unknown'")
        return self

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is rated and by whom; the revisions of one key are its history."""
        return (self.unit, self.wave, self.rater, self.indicator)

    @property
    def counts(self) -> bool:
        """Whether it is an answer: neither taken back nor only proposed."""
        return not (self.withdrawn or self.proposed)

    @property
    def author(self) -> str:
        """Who made this revision."""
        return self.by or self.rater


class EvidenceFile(BaseModel):
    """A file behind a statement; its bytes lie beside the store, under their hash.

    Attributes:
        sha256: of the bytes, 64 hexadecimal digits.
        name: as shown and offered for download.
        media_type: by content, e.g. `application/pdf`.
        size: in bytes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    name: str
    media_type: str
    size: int = Field(ge=0)


class Evidence(BaseModel):
    """A statement or document behind ratings.

    Attributes:
        text: the finding, one or two sentences; `text_zh` the same in Chinese.
        source: who said it, or which document and page.
        date: of the statement or document; None where not known.
        expires: the last day on which it holds; None where it does not expire.
        file: the document itself, None without one.
        deleted: taken away by this revision.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: EvidenceKind = "interview"
    title: str = ""
    text: str
    text_zh: str = ""
    source: str = ""
    source_zh: str = ""
    date: dt.date | None = None
    grade: Grade = "partial"
    expires: dt.date | None = None
    file: EvidenceFile | None = None
    deleted: bool = False

    def said(self, lang: Lang) -> str:
        """The finding in the reader's language."""
        return self.text_zh if lang == "zh" and self.text_zh else self.text

    def cited(self, lang: Lang) -> str:
        """The source in the reader's language."""
        return self.source_zh if lang == "zh" and self.source_zh else self.source


class EvidenceLink(BaseModel):
    """That an evidence item supports the rating of an indicator of a unit in a wave."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    evidence: str
    unit: str
    wave: str
    indicator: str


class Finding(BaseModel):
    """A strength or a weakness of a unit, as pages and slides print it.

    Attributes:
        node: what it is about; an indicator or any node above.
        text: one sentence; `text_zh` the same in Chinese.
        evidence: ids of what it rests on.
        deleted: taken away by this revision.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    unit: str
    wave: str
    node: str
    kind: FindingKind
    text: str
    text_zh: str = ""
    evidence: tuple[str, ...] = ()
    deleted: bool = False

    def said(self, lang: Lang) -> str:
        """The finding in the reader's language."""
        return self.text_zh if lang == "zh" and self.text_zh else self.text


class Target(BaseModel):
    """The level to be reached, on the rubric's scale, and the day by which; None without one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: float
    due: dt.date | None = None


class SignOff(BaseModel):
    """That the wave of a unit was signed off, or opened again.

    Attributes:
        signed: whether it is signed off from then on.
        by: who did it.
        reason: free text; needed for opening it again.
        revision: 1 for the first of a unit and wave, one more for each after it; 0 before it is stored.
        at: when (UTC); None before it is stored.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str
    wave: str
    signed: bool
    by: str
    reason: str = ""
    revision: int = 0
    at: dt.datetime | None = None

    @model_validator(mode="after")
    def _reopening_has_a_reason(self) -> Self:
        if not self.signed and not self.reason.strip():
            raise ValueError("opening again what is signed off needs a reason")
        return self


def is_reserved(name: str) -> bool:
    """Whether nobody may be called so: adopted ratings, and those of several raters, are named that way."""
    return name.casefold() == CONSENSUS or " + " in name


def adopted(ratings: Iterable[Rating]) -> Rating | None:
    """The rating that counts, out of all raters' current ratings of one indicator, unit and wave.

    The consensus where one was adopted; the only rating where one person rated; otherwise the mean of the
    scored ones, not applicable when all say so, else not assessed, with everybody's note and the lowest
    confidence stated. What was taken back or is only proposed is left out. None for no ratings.
    """
    found = sorted((rating for rating in ratings if rating.counts), key=lambda rating: rating.rater)
    consensus = [rating for rating in found if rating.rater == CONSENSUS]
    if consensus:
        return consensus[0]
    if len(found) <= 1:
        return found[0] if found else None
    raters = " + ".join(rating.rater for rating in found)
    scores = [rating.score for rating in found if rating.score is not None]
    notes = "\n".join(f"{rating.rater}: {rating.note}" for rating in found if rating.note)
    changes: dict[str, object] = {"rater": raters, "note": notes, "confidence": _least_sure(found)}
    if scores:
        changes |= {"score": sum(scores) / len(scores), "state": "scored"}
    else:
        changes["state"] = "na" if all(rating.state == "na" for rating in found) else "unknown"
    return found[0].model_copy(update=changes)


def _least_sure(ratings: Iterable[Rating]) -> Confidence | None:
    """The lowest confidence that anybody stated; None where nobody stated one."""
    stated = {rating.confidence for rating in ratings}
    return next((level for level in get_args(Confidence) if level in stated), None)
