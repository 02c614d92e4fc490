"""Rows of a filled-in workbook to answers and statements, one after another."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from assessment.errors import Problem
from assessment.importing import Answer, Started, Statement
from assessment.offline_layout import (
    ANSWER,
    COLUMNS,
    CONFIDENCE,
    CONFIDENCES,
    ID,
    NOTE,
    SCORE,
    STATEMENT,
    STATES,
    OfflineIds,
    clean_text,
    ids_of_words,
    words_for,
)
from assessment.ratings import Confidence, State
from assessment.rubric import Rubric, Scale

Cell = str | float | bool | dt.time | dt.date | dt.timedelta
Row = list[Cell]
_COMMA: Final = re.compile(r"([+-]?\d*)[,，、](\d+)", re.ASCII)
_SHOWN: Final = 60
_LISTED: Final = 5
_NOTHING: Final[Row] = ["", "", "", "", ""]
_SCORE_LETTER: Final = "F"


class Sheet(NamedTuple):
    """A sheet of questions: its name and its cells from A1 on.

    `computed` names the cells (`F7`) that hold a `formula` or an `error-value`, `#N/A` and its like.
    """

    name: str
    rows: list[Row]
    computed: Mapping[str, str]


def cell_name(row: int, column: int) -> str:
    """`F7` for a 1-based row and a 0-based column."""
    return f"{chr(ord('A') + column)}{row}"


def words_in(cell: Cell) -> str:
    """A cell as text, a number as people write it."""
    if isinstance(cell, str):
        return clean_text(cell) if cell else ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        return f"{cell:.15g}"
    return str(cell)


class AnswerReader:
    """Reads sheet by sheet, remembering which questions were met."""

    def __init__(self, rubric: Rubric, ids: OfflineIds, source: str, started: Mapping[str, Started]) -> None:
        self.answers: list[Answer] = []
        self.statements: list[Statement] = []
        self._rubric = rubric
        self._steps: dict[Cell, float] = {step: step for step in rubric.scale.steps()}
        self._asked = {node.id for node in rubric.indicators}
        self._met: dict[str, tuple[str, int]] = {}
        self._ids = ids
        self._source = source
        self._started = started
        self._states = ids_of_words("state", STATES)
        self._confidences = ids_of_words("confidence", CONFIDENCES)
        self._sure: dict[Cell, Confidence | None] = {"": None}
        self._sure.update(self._confidences)

    def take(self, sheet: Sheet) -> list[Problem]:
        """Understand a sheet's rows; what is understood is in `answers` and `statements`."""
        problems = [
            Problem(f"offline-{what}", self._source, key=f"{sheet.name}!{at}")
            for at, what in sorted(sheet.computed.items())
        ]
        prefix = f"{sheet.name}!{_SCORE_LETTER}"
        for number, row in enumerate(sheet.rows, 1):
            indicator = row[ID]
            if not indicator or not isinstance(indicator, str):
                continue
            if indicator in self._asked and indicator not in self._met:
                self._met[indicator] = (sheet.name, number)
                cells = row[SCORE:COLUMNS]
                if sheet.computed or not self._plain(indicator, cells, f"{prefix}{number}"):
                    problems += self._answer(sheet, number, indicator, cells)
            elif number > _HEADER:
                problems.append(self._strange(sheet, number, indicator))
        return problems

    def left_out(self) -> list[Problem]:
        """Questions that no sheet had."""
        missing = [node.id for node in self._rubric.indicators if node.id not in self._met]
        if not missing:
            return []
        listed = ", ".join(missing[:_LISTED]) + (", …" if len(missing) > _LISTED else "")
        return [Problem("offline-questions-missing", self._source, found=listed)]

    def _strange(self, sheet: Sheet, number: int, indicator: str) -> Problem:
        at = f"{sheet.name}!{cell_name(number, ID)}"
        if indicator in self._met:
            name, row = self._met[indicator]
            first = f"{name}!{cell_name(row, SCORE)}"
            return Problem("offline-id-twice", self._source, key=at, found=indicator, allowed=first)
        return Problem("offline-id-unknown", self._source, key=at, found=indicator[:_SHOWN])

    def _plain(self, indicator: str, cells: Row, place: str) -> bool:
        """Take the usual row at once: a score of the list, perhaps a confidence and a note, no more."""
        if len(cells) != len(_NOTHING):
            return False
        score, answer, sure, note, words = cells
        if answer or words or type(score) is not float or score not in self._steps or sure not in self._sure:
            return False
        said = words_in(note) if note else ""
        started = self._started.get(indicator)
        step = self._steps[score]
        self.answers.append(Answer(indicator, step, "scored", self._sure[sure], said, place, started))
        return True

    def _answer(self, sheet: Sheet, number: int, indicator: str, cells: Row) -> list[Problem]:
        """Take any other row, and say what is wrong with it."""
        if len(cells) < len(_NOTHING):
            cells += _NOTHING[len(cells) :]
        if cells == _NOTHING or (sheet.computed and self._computed(sheet, number)):
            return []
        if cells[-1]:
            place = f"{sheet.name}!{cell_name(number, STATEMENT)}"
            self.statements.append(Statement(indicator, words_in(cells[-1]), place))
        answer, defects = self._understood(indicator, cells, f"{sheet.name}!{cell_name(number, SCORE)}")
        if answer is not None:
            self.answers.append(answer)
        return [
            Problem(
                f"offline-{code}",
                self._source,
                key=f"{sheet.name}!{cell_name(number, column)}",
                found=found[:_SHOWN],
                allowed=allowed,
            )
            for code, column, found, allowed in defects
        ]

    @staticmethod
    def _computed(sheet: Sheet, number: int) -> bool:
        return any(cell_name(number, column) in sheet.computed for column in range(SCORE, COLUMNS))

    def _understood(self, indicator: str, cells: Row, place: str) -> "tuple[Answer | None, list[_Defect]]":
        """What a row says, None where it says nothing of a rating or something is wrong with it."""
        score, wrong = self._score(cells[0])
        listed, note = words_in(cells[1]), words_in(cells[3])
        sure = words_in(cells[2])
        state = self._states.get(listed.casefold())
        confidence = self._confidences.get(sure.casefold())
        if listed and state is None:
            wrong.append(self._unlisted(listed, ANSWER))
        if sure and confidence is None:
            wrong.append(self._unlisted(sure, CONFIDENCE))
        said = state or (None if score is None else "scored")
        wrong = wrong or list(_contradictions(score, said, note, sure, listed))
        if wrong or said is None:
            return None, wrong
        return Answer(indicator, score, said, confidence, note, place, self._started.get(indicator)), []

    def _unlisted(self, said: str, column: int) -> "_Defect":
        """A word that the drop-down does not offer."""
        kind, ids = ("state", STATES) if column == ANSWER else ("confidence", CONFIDENCES)
        offered = words_for(kind, ids, "zh" if self._ids.language == "zh" else "en")
        return ("answer", column, said, ", ".join(offered))

    def _score(self, cell: Cell) -> "tuple[float | None, list[_Defect]]":
        written = unicodedata.normalize("NFKC", words_in(cell))
        if not written:
            return None, []
        score = _number(written) if isinstance(cell, (str, int, float)) else None
        if score is not None and self._rubric.scale.holds(score):
            return score, []
        return None, [_no_score(written, score, self._rubric.scale)]


def _contradictions(
    score: float | None, state: State | None, note: str, sure: str, answer: str
) -> "Iterator[_Defect]":
    """What does not go together in one row."""
    if score is not None and state != "scored":
        yield ("score-not-meant", ANSWER, answer, f"{score:g}")
    elif score is None and state == "scored":
        yield ("score-missing", SCORE, "", "")
    elif state == "na" and not note:
        yield ("na-reason", NOTE, "", "")
    elif state is None and (note or sure):
        yield ("nothing-said", SCORE, "", "")


def _no_score(written: str, score: float | None, scale: Scale) -> "_Defect":
    """Why this is no score."""
    limits = f"{scale.min:g}–{scale.max:g}"
    comma = _COMMA.fullmatch(written)
    if comma:
        return ("score-comma", SCORE, written, f"{comma[1] or 0}.{comma[2]}")
    if score is None:
        return ("score", SCORE, written, limits)
    if not scale.min <= score <= scale.max:
        return ("score-off-scale", SCORE, written, limits)
    near = sorted(sorted(scale.steps(), key=lambda step: abs(step - score))[:2])
    return ("score-off-step", SCORE, written, ", ".join(f"{step:g}" for step in near))


_HEADER: Final = 3
_Defect = tuple[str, int, str, str]
"""Code, column, what was found, what is allowed."""


def _number(written: str) -> float | None:
    try:
        score = float(written)
    except ValueError:
        return None
    return score if math.isfinite(score) else None
