"""A filled-in offline workbook read back: whose answers, which answers, and what is wrong with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from assessment.edges.office_package import stored, unpacked
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

MAX_ROWS: Final = 19_999
MAX_PROBLEMS: Final = 500
_FAR_ROW: Final = re.compile(rb'<row(?! r="1?\d{1,4}"[ />])(?=[\s/>])[^>]{0,40}')
_FAR_CELL: Final = re.compile(rb'<c(?! r="[A-Z]1?\d{1,4}"[ />])(?=[\s/>])[^>]{0,40}')
_PREFIXED: Final = re.compile(rb":(?:row|c|f)[\s/>]")
"""Elements that a reader takes for rows or cells whatever their prefix; no spreadsheet program writes one."""
_PREFIXED_ELEMENT: Final = re.compile(rb"<[^\s<>/:]+:(?:row|c|f)[\s/>]")
_FORMULA: Final = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*>\s*<f[\s/>]')
_ANY_FORMULA: Final = re.compile(rb"<f[\s/>]")
_ERROR: Final = b't="e"'
_ERROR_VALUE: Final = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*\st="e"')
"""A cell that shows `#N/A` or the like; a reader takes it for empty."""
_SHEETS: Final = "xl/worksheets/"
_RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
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
    problems = problems or _shape_problems(parts, source)
    if problems:
        return None, problems
    try:
        return _read(parts, source, rubric)
    except _BROKEN as error:
        return None, [Problem("offline-damaged", source, found=str(error)[:80])]


def offline_ids(data: bytes, source: str) -> tuple[OfflineIds | None, list[Problem]]:
    """Only whose answers a workbook holds, to find its engagement and rubric by."""
    parts, problems = unpacked(data, source)
    problems = problems or _shape_problems(parts, source)
    if problems:
        return None, problems
    try:
        rows = _rows(CalamineWorkbook.from_filelike(stored(parts)), IDS_SHEET)
    except _BROKEN as error:
        return None, [Problem("offline-damaged", source, found=str(error)[:80])]
    return _ids(rows, source)


def _shape_problems(parts: Mapping[str, bytes], source: str) -> list[Problem]:
    """Rows and cells so far out that a sheet of them would fill the memory, told before one is made."""
    for name, content in parts.items():
        if name.startswith(_SHEETS):
            far = _FAR_ROW.search(content) or _FAR_CELL.search(content) or _prefixed(content)
            if far:
                found = far[0].decode(errors="replace").lstrip("<").strip()
                return [Problem("offline-far", source, found=found, allowed=f"A1:Z{MAX_ROWS}")]
    return []


def _prefixed(content: bytes) -> re.Match[bytes] | None:
    """A row or cell with a prefix before its name; in a text `a:c ` is no element."""
    if not _PREFIXED.search(content):
        return None
    return _PREFIXED_ELEMENT.search(content)


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
    computed = _computed(parts)
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


def _computed(parts: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Sheet name -> its cells that hold a formula or an error value, and which of the two."""
    found = {}
    for name, part in _sheet_parts(parts).items():
        content = parts.get(part, b"")
        errors = _ERROR_VALUE.findall(content) if _ERROR in content else []
        formulas = (_FORMULA.findall(content) or [b"?"]) if _ANY_FORMULA.search(content) else []
        cells = dict.fromkeys(errors, "error-value") | dict.fromkeys(formulas, "formula")
        found[name] = {cell.decode(): what for cell, what in cells.items()}
    return found


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name -> the part that holds it."""
    book = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - checked: no entities, bounded size
    relations = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314 - as above
    targets = {one.get("Id"): (one.get("Target") or "").lstrip("/") for one in relations}
    sheets = [
        (one.get("name") or "", targets.get(one.get(_RELATION_ID), "")) for one in book.findall(".//{*}sheet")
    ]
    return {name: target if target.startswith("xl/") else f"xl/{target}" for name, target in sheets}


def _merged(sheet: CalamineSheet, source: str) -> list[Problem]:
    """Merged cells that reach into the answers: it is not known whose answer they hold."""
    problems = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left <= max(ANSWERS) and right >= min(ANSWERS):
            place = f"{cell_name(top + 1, left)}:{cell_name(bottom + 1, right)}"
            problems.append(Problem("offline-merged", source, key=f"{sheet.name}!{place}", found=place))
    return problems
