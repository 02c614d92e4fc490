"""What was said: ratings, evidence, and the rating that is adopted when several people rated."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from assessment.catalogue import Lang

State = Literal["scored", "na", "unknown"]
Confidence = Literal["low", "medium", "high"]
Mark = Literal["", "inferred", "illegible"]
EvidenceKind = Literal["interview", "document", "observation", "data", "system-demo"]
Grade = Literal["strong", "partial", "weak", "contradicting"]

CONSENSUS: Final = "consensus"
"""The rater under whom an adopted rating is stored."""


class Rating(BaseModel):
    """One rater's score of one indicator for one unit in one wave.

    Attributes:
        score: on the rubric's scale; None unless the state is `scored`.
        state: scored, `na` (not applicable; `note` says why) or `unknown` (not assessed).
        confidence: how sure the rater is; None where not said.
        note: free text; the reason when not applicable.
        mark: `inferred` or `illegible` for a figure taken from a damaged source, else empty.
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
    revision: int = 0
    at: dt.datetime | None = None

    @model_validator(mode="after")
    def _score_fits_state(self) -> Self:
        if (self.state == "scored") != (self.score is not None):
            raise ValueError("a rating has a score exactly when its state is 'scored'")
        if self.state == "na" and not self.note.strip():
            raise ValueError("a rating that is not applicable needs a reason in its note")
        return self

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is rated and by whom; the revisions of one key are its history."""
        return (self.unit, self.wave, self.rater, self.indicator)


class Evidence(BaseModel):
    """A statement or document behind ratings.

    Attributes:
        text: the finding, one or two sentences; `text_zh` the same in Chinese.
        source: who said it, or which document and page.
        date: of the statement or document; None where not known.
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


def is_reserved(name: str) -> bool:
    """Whether nobody may be called so: adopted ratings, and those of several raters, are named that way."""
    return name.casefold() == CONSENSUS or " + " in name


def adopted(ratings: Iterable[Rating]) -> Rating | None:
    """The rating that counts, out of all raters' current ratings of one indicator, unit and wave.

    The consensus where one was adopted; the only rating where one person rated; otherwise the mean of the
    scored ones, not applicable when all say so, else not assessed, with everybody's note and the lowest
    confidence stated. None for no ratings.
    """
    found = sorted(ratings, key=lambda rating: rating.rater)
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
