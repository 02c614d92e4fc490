"""A filled-in offline workbook read back: whose answers, which answers, and what is wrong with them."""

from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from assessment.edges.office_package import stored, unpacked
from assessment.edges.office_sheets import computed_cells, shape_problems
from assessment.edges.offline_answers import AnswerReader, Row, Sheet, cell_name, words_in
from assessment.errors import Problem
from assessment.importing import Answer, Incoming, Started, Statement
from assessment.offline_layout import (
    ANSWERS,
    FORMAT,
    ID_FIELDS,
    IDS_SHEET,
    STARTED_ROW,
    VERSION,
    OfflineIds,
)
from assessment.ratings import Rating
from assessment.rubric import Rubric

MAX_PROBLEMS: Final = 500
_PARTS_OF_STARTED: Final = 3
_BROKEN: Final = (CalamineError, ET.ParseError, ValueError, KeyError, OverflowError, OSError)


@dataclass(frozen=True, slots=True)
class OfflineAnswers:
    """What a workbook says.

    Attributes:
        ids: whom and what it is about.
        source: the file as the person named it.
        answers: every row with an answer, in the order of the sheets.
        statements: every row with words said or shown.
    """

    ids: OfflineIds
    source: str
    answers: tuple[Answer, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())

    @property
    def ratings(self) -> tuple[Incoming, ...]:
        """The answers as the rater's ratings; `why` names the file and the state it was made from."""
        why = f"{self.source} #{self.ids.workbook}"
        return tuple(
            Incoming(_rating(answer, self.ids, why), answer.place, answer.started) for answer in self.answers
        )


def _rating(answer: Answer, ids: OfflineIds, why: str) -> Rating:
    return Rating(
        unit=ids.unit,
        wave=ids.wave,
        rater=ids.rater,
        indicator=answer.indicator,
        score=answer.score,
        state=answer.state,
        confidence=answer.confidence,
        note=answer.note,
        why=why,
    )


def read_offline_workbook(
    data: bytes, source: str, rubric: Rubric
) -> tuple[OfflineAnswers | None, list[Problem]]:
    """The answers of a workbook and everything that is wrong with it, cell by cell, in one pass.

    Args:
        data: the file; it may be anything, and what is hostile costs no memory.
        source: the file as the person named it.
        rubric: of the engagement.

    Returns:
        The answers that could be read, None where the file as a whole is refused; and the problems, whose
        key is the cell (`Service!F7`).
    """
    parts, problems = unpacked(data, source)
    problems = problems or shape_problems(parts, source)
    if problems:
        return None, problems
    try:
        return _read(parts, source, rubric)
    except _BROKEN as error:
        return None, [Problem("offline-damaged", source, found=str(error)[:80])]


def offline_ids(data: bytes, source: str) -> tuple[OfflineIds | None, list[Problem]]:
    """Only whose answers a workbook holds, to find its engagement and rubric by."""
    parts, problems = unpacked(data, source)
    problems = problems or shape_problems(parts, source)
    if problems:
        return None, problems
    try:
        rows = _rows(CalamineWorkbook.from_filelike(stored(parts)), IDS_SHEET)
    except _BROKEN as error:
        return None, [Problem("offline-damaged", source, found=str(error)[:80])]
    return _ids(rows, source)


def _read(
    parts: dict[str, bytes], source: str, rubric: Rubric
) -> tuple[OfflineAnswers | None, list[Problem]]:
    book = CalamineWorkbook.from_filelike(stored(parts))
    hidden = _rows(book, IDS_SHEET)
    ids, problems = _ids(hidden, source)
    if ids is None:
        return None, problems
    if (ids.rubric, ids.rubric_version, ids.fingerprint) != (rubric.id, rubric.version, rubric.fingerprint):
        asked, used = f"{ids.rubric} {ids.rubric_version}", f"{rubric.id} {rubric.version}"
        return None, [Problem("offline-rubric", source, found=asked, allowed=used)]
    missing = [name for name in ids.sheets if name not in book.sheet_names]
    problems = [Problem("offline-sheet-missing", source, key=name, found=name) for name in missing]
    reader = AnswerReader(rubric, ids, source, _started(hidden))
    computed = computed_cells(parts)
    for name in ids.sheets:
        if name not in missing:
            sheet = book.get_sheet_by_name(name)
            rows = sheet.to_python(skip_empty_area=False)
            problems += reader.take(Sheet(name, rows, computed.get(name, {})))
            problems += _merged(sheet, source)
    if not missing:
        problems += reader.left_out()
    answers = OfflineAnswers(ids, source, tuple(reader.answers), tuple(reader.statements))
    return answers, problems[:MAX_PROBLEMS]


def _rows(book: CalamineWorkbook, sheet: str) -> list[Row]:
    """The cells of a sheet from A1 on; none where there is no such sheet."""
    if sheet not in book.sheet_names:
        return []
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def _ids(rows: list[Row], source: str) -> tuple[OfflineIds | None, list[Problem]]:
    if not rows or words_in(rows[0][0]) != FORMAT:
        return None, [Problem("offline-not-ours", source)]
    version = words_in(rows[0][1])
    if version != str(VERSION):
        return None, [Problem("offline-version", source, found=version[:20], allowed=str(VERSION))]
    said = {words_in(row[0]): words_in(row[1]) for row in rows[1:STARTED_ROW]}
    if not all(said.get(name) for name in ID_FIELDS):
        return None, [Problem("offline-not-ours", source)]
    plain = {name: said[name] for name in ID_FIELDS if name != "sheets"}
    return OfflineIds(**plain, sheets=tuple(said["sheets"].split("\n"))), []


def _started(rows: list[Row]) -> dict[str, Started]:
    """Indicator -> what stood there when the workbook was made."""
    said = [str(row[0]).split(" ") for row in rows[STARTED_ROW:]]
    return {
        cells[0]: Started(int(cells[1]), cells[2])
        for cells in said
        if len(cells) == _PARTS_OF_STARTED and cells[1].isdecimal()
    }


def _merged(sheet: CalamineSheet, source: str) -> list[Problem]:
    """Merged cells that reach into the answers: it is not known whose answer they hold."""
    problems = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left <= max(ANSWERS) and right >= min(ANSWERS):
            place = f"{cell_name(top + 1, left)}:{cell_name(bottom + 1, right)}"
            problems.append(Problem("offline-merged", source, key=f"{sheet.name}!{place}", found=place))
    return problems
