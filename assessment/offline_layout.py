"""The offline workbook as an agreement: which cell holds what, for the writer and for the reader."""

import hashlib
import json
from dataclasses import dataclass
from typing import Final, TypeVar, get_args

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.ratings import Confidence, Rating, State

Id = TypeVar("Id", bound=str)

FORMAT: Final = "gapline-offline"
VERSION: Final = 1
IDS_SHEET: Final = "gapline"
"""The hidden sheet that says whose answers these are."""

ID, NAME, ASK, LEVELS, PROPOSED, SCORE, ANSWER, CONFIDENCE, NOTE, STATEMENT = range(10)
"""Columns of a sheet of questions, 0-based; rows without an id in the first are headings."""
COLUMNS: Final = 10
ANSWERS: Final = (SCORE, ANSWER, CONFIDENCE, NOTE, STATEMENT)
"""The columns that a person fills in; all others are locked."""

STATES: Final[tuple[State, ...]] = get_args(State)
CONFIDENCES: Final[tuple[Confidence, ...]] = get_args(Confidence)

ID_FIELDS: Final = (
    "engagement",
    "unit",
    "wave",
    "rater",
    "rater_name",
    "rubric",
    "rubric_version",
    "fingerprint",
    "language",
    "workbook",
    "sheets",
)
"""Rows of the hidden sheet after the format's own, one field each: name, value."""
STARTED_ROW: Final = len(ID_FIELDS) + 3
"""0-based row of the hidden sheet where the ratings that were there begin, one cell for each: indicator,
revision and mark with a space between."""


@dataclass(frozen=True, slots=True)
class OfflineIds:
    """What an offline workbook was made for.

    Attributes:
        rater: id of the person who fills it in; `rater_name` as people read it.
        fingerprint: of the rubric's content.
        language: in which it was written; it is read under any.
        workbook: the same for copies of one export, another for every other state of the ratings.
        sheets: names of the sheets of questions, in order.
    """

    engagement: str
    unit: str
    wave: str
    rater: str
    rater_name: str
    rubric: str
    rubric_version: str
    fingerprint: str
    language: str
    workbook: str
    sheets: tuple[str, ...]


def clean_text(words: str) -> str:
    r"""Text as it is stored: every line end as `\n`, no spaces around it."""
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return words.strip()


def mark_of(rating: Rating) -> str:
    """A short mark of what a rating says; equal for equal score, state, confidence and note."""
    said = [rating.score, rating.state, rating.confidence, clean_text(rating.note)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def words_for(kind: str, ids: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """What a drop-down offers, in the order of the ids; `kind` is `state` or `confidence`."""
    return tuple(text(f"{kind}.{name}", lang) for name in ids)


def ids_of_words(kind: str, ids: tuple[Id, ...]) -> dict[str, Id]:
    """Word in any language, or the id itself, in lower case -> id."""
    named = {
        words.casefold(): name
        for lang in LANGUAGES
        for name, words in zip(ids, words_for(kind, ids, lang), strict=True)
    }
    return {**named, **{str(name): name for name in ids}}
