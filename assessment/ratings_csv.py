"""Ratings as CSV: a file that people write to ratings and problems, and ratings to such a file."""

import csv
import io
import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final, get_args

from assessment.csv_table import Row, read_table
from assessment.errors import Problem
from assessment.ratings import Confidence, Mark, Rating, State
from assessment.rubric import Rubric, Scale
from assessment.spreadsheet_text import guarded, unguarded
from assessment.yaml_source import decode, nearest

REQUIRED: Final = ("unit", "indicator")
OPTIONAL: Final = ("wave", "rater", "score", "state", "confidence", "note", "mark")
WRITTEN: Final = ("unit", "wave", "rater", "indicator", "score", "state", "confidence", "note")
DEFAULT_WAVE: Final = "1"
DEFAULT_RATER: Final = "import"
MAX_BYTES: Final = 20_000_000
MAX_PROBLEMS: Final = 1_000

_STATES: Final = get_args(State)
_CONFIDENCES: Final = get_args(Confidence)
_MARKS: Final = tuple(mark for mark in get_args(Mark) if mark)
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
_COMMA_NUMBER: Final = re.compile(r"([+-]?\d*)[,，](\d+)", re.ASCII)
_LISTED: Final = 5


def parse_ratings_csv(
    data: bytes, source: str, rubric: Rubric, units: Collection[str] | None = None
) -> tuple[list[Rating], list[Problem]]:
    """Ratings from a CSV file (UTF-8, header, commas), and everything that is wrong with it.

    The columns are `unit`, `wave`, `rater`, `indicator`, `score`, `state`, `confidence`, `note` and `mark`,
    in any order; only `unit`, `indicator` and one of `score` and `state` are needed. A row without a wave
    belongs to wave "1", one without a rater to "import". Text stays text, also where it begins like a
    formula.

    Args:
        data: the file's content.
        source: the file as the person named it.
        rubric: whose indicators and scale the ratings are checked against.
        units: ids of the units that may be rated; None takes any.

    Returns:
        The ratings in the file's order, none at all where a problem is an error; and the problems, at most
        `MAX_PROBLEMS` of them.
    """
    text, problems = _text(data, source)
    if text is None:
        return [], problems
    rows, found = read_table(text, source, REQUIRED, OPTIONAL)
    problems = [_for_ratings(problem) for problem in found]
    if rows and not {"score", "state"} & set(rows[0].columns):
        problems.append(Problem("ratings-column-score", source, 1))
    reader = _Reader(rubric, units)
    ratings = []
    for row in rows:
        rating, defects = reader.rating(row)
        problems += defects
        if len(problems) > MAX_PROBLEMS:
            more = Problem("ratings-too-many", source, row.line, found=str(MAX_PROBLEMS))
            return [], [*problems[:MAX_PROBLEMS], more]
        if rating is not None:
            ratings.append(rating)
    refused = any(problem.severity == "error" for problem in problems)
    return [] if refused else ratings, problems


def write_ratings_csv(ratings: Iterable[Rating]) -> bytes:
    r"""Ratings as a CSV file that `parse_ratings_csv` reads back to the same (UTF-8, with byte order mark).

    The column `mark` is written where a rating has one. Line ends inside a note come back as `\n`, and
    spaces around it are dropped. Text that a spreadsheet would take for a formula (it begins with `=`, `+`,
    `-` or `@`) gets an apostrophe before it, which the reader takes away again.
    """
    given = list(ratings)
    columns = (*WRITTEN, "mark") if any(rating.mark for rating in given) else WRITTEN
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for rating in given:
        writer.writerow(_cell(getattr(rating, column)) for column in columns)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() else repr(value)
    return "" if value is None else guarded(str(value))


def _text(data: bytes, source: str) -> tuple[str | None, list[Problem]]:
    """The file's text; None, and why, where it is too large or no text."""
    if len(data) > MAX_BYTES:
        size, limit = f"{len(data) / 1e6:.1f} MB", f"{MAX_BYTES / 1e6:.0f} MB"
        return None, [Problem("file-too-large", source, found=size, allowed=limit)]
    text, problems = decode(data, source)
    if text is not None and "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, [Problem("ratings-binary", source, line)]
    return text, problems


def _for_ratings(problem: Problem) -> Problem:
    """A table's problem as it counts here: a column too many does no harm, a table without rows does."""
    if problem.code == "table-column-unknown":
        return replace(problem, code="ratings-column-unknown", severity="warning")
    if problem.code == "table-no-rows":
        return replace(problem, code="ratings-no-rows")
    return problem


class _Reader:
    """Checks rows one after another, remembering what was rated before."""

    def __init__(self, rubric: Rubric, units: Collection[str] | None) -> None:
        self._rubric = rubric
        self._units = units
        self._indicators = {node.id for node in rubric.indicators}
        self._by_name = {
            rubric.name_of(node.id, lang).casefold(): node.id
            for node in rubric.indicators
            for lang in ("en", "zh")
        }
        self._lines: dict[tuple[str, ...], int] = {}
        self._near: dict[tuple[str, str], str] = {}

    def rating(self, row: Row) -> tuple[Rating | None, list[Problem]]:
        """The row's rating, None where it has a problem."""
        state, score, said = _said(row, self._rubric.scale)
        problems = [
            *self._unit(row),
            *self._indicator(row),
            *said,
            *_one_of(row, "confidence", _CONFIDENCES),
            *_one_of(row, "mark", _MARKS),
            *self._twice(row),
        ]
        if problems or not row.get("unit") or not row.get("indicator") or not state:
            return None, problems
        rating = Rating.model_validate(
            {
                "unit": unguarded(row.get("unit")),
                "wave": unguarded(row.get("wave")) or DEFAULT_WAVE,
                "rater": unguarded(row.get("rater")) or DEFAULT_RATER,
                "indicator": row.get("indicator"),
                "score": score,
                "state": state,
                "confidence": row.get("confidence").lower() or None,
                "note": unguarded(row.get("note")),
                "mark": row.get("mark").lower(),
            }
        )
        return rating, []

    def _unit(self, row: Row) -> list[Problem]:
        unit = row.get("unit")
        if "unit" not in row.columns or (unit and (self._units is None or unit in self._units)):
            return []
        if not unit:
            return [row.problem("ratings-unit-empty", "unit")]
        return [
            row.problem("ratings-unit-unknown", "unit", allowed=self._like("unit", unit, self._units or ()))
        ]

    def _indicator(self, row: Row) -> list[Problem]:
        indicator = row.get("indicator")
        if "indicator" not in row.columns or indicator in self._indicators:
            return []
        if not indicator:
            return [row.problem("ratings-indicator-empty", "indicator")]
        if indicator in self._rubric:
            below = [node.id for node in self._rubric.node(indicator).walk() if node.is_indicator]
            return [row.problem("ratings-indicator-above", "indicator", allowed=_listed(below))]
        named = self._by_name.get(indicator.casefold())
        known = [node.id for node in self._rubric.indicators]
        allowed = named or self._like("indicator", indicator, known)
        return [row.problem("ratings-indicator-unknown", "indicator", allowed=allowed)]

    def _twice(self, row: Row) -> list[Problem]:
        wave, rater = row.get("wave") or DEFAULT_WAVE, row.get("rater") or DEFAULT_RATER
        key = (row.get("unit"), wave, rater, row.get("indicator"))
        first = self._lines.setdefault(key, row.line)
        if first == row.line or not key[0] or not key[-1]:
            return []
        return [row.problem("ratings-row-twice", "indicator", found=", ".join(key), allowed=str(first))]

    def _like(self, column: str, word: str, known: Iterable[str]) -> str:
        """The known ids most like a word, else the first few of all; a word is looked up once."""
        if (column, word) not in self._near:
            self._near[column, word] = nearest(word, known) or _listed(known)
        return self._near[column, word]


def _said(row: Row, scale: Scale) -> tuple[str, float | None, list[Problem]]:
    """State, score and what is wrong with them; the state is empty where it cannot be told."""
    state, written = row.get("state").lower(), row.get("score")
    score, problems = _score(row, scale) if written else (None, [])
    if not state and not written:
        told = "score" in row.columns or "state" in row.columns
        return "", None, [row.problem("ratings-nothing-said", "score")] if told else []
    state = state or "scored"
    if state not in _STATES:
        problems.append(row.problem("ratings-state-unknown", "state", allowed=", ".join(_STATES)))
    elif state == "scored" and not written:
        problems.append(row.problem("ratings-score-missing", "score"))
    elif state != "scored" and written:
        problems.append(row.problem("ratings-score-not-meant", "state", allowed=written))
    elif state == "na" and not row.get("note"):
        problems.append(row.problem("ratings-na-reason", "note"))
    return state, score, problems


def _score(row: Row, scale: Scale) -> tuple[float | None, list[Problem]]:
    written = row.get("score")
    comma = _COMMA_NUMBER.fullmatch(written)
    if comma:
        point = f"{comma[1] or 0}.{comma[2]}"
        return None, [row.problem("ratings-score-comma", "score", allowed=point)]
    limits = f"{scale.min:g}–{scale.max:g}"
    if not _NUMBER.fullmatch(written):
        return None, [row.problem("ratings-score-not-a-number", "score", allowed=limits)]
    score = float(written)
    if not scale.min <= score <= scale.max:
        return None, [row.problem("ratings-score-off-scale", "score", allowed=limits)]
    if not scale.holds(score):
        return None, [row.problem("ratings-score-off-step", "score", allowed=_neighbours(score, scale))]
    return score, []


def _neighbours(score: float, scale: Scale) -> str:
    """The steps below and above a score between them, e.g. `2, 2.5`."""
    steps = scale.steps()
    below = max((step for step in steps if step < score), default=math.nan)
    above = min((step for step in steps if step > score), default=math.nan)
    return ", ".join(f"{step:g}" for step in (below, above) if not math.isnan(step))


def _one_of(row: Row, column: str, allowed: Sequence[str]) -> list[Problem]:
    if row.get(column).lower() in ("", *allowed):
        return []
    return [row.problem(f"ratings-{column}-unknown", column, allowed=", ".join(allowed))]


def _listed(ids: Iterable[str]) -> str:
    """The first few ids, with an ellipsis for the rest."""
    every = list(ids)
    return ", ".join(every[:_LISTED]) + (", …" if len(every) > _LISTED else "")
