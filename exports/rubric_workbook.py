"""A rubric as a workbook that people write it in: explained, with drop-downs, and read back without loss."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, get_args

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.authoring_errors import RubricNotInWorkbookError
from assessment.catalogue import Lang, text
from assessment.rubric import Complexity, Rubric, Rule
from assessment.rubric_sheets import ITEMS, Sheet, meaning, rubric_sheets, unmarked
from assessment.sheet_tables import MAX_AREA, MAX_COLUMNS, MAX_ROWS
from exports.base_theme import theme
from exports.measure import text_height
from exports.ooxml import cleaned
from exports.workbook_cells import (
    BODY_PT,
    FOOTNOTE,
    HEADER,
    HEADING,
    PARAGRAPH,
    TITLE,
    Look,
    Styles,
    sheet_text,
    write_text,
)
from exports.workbook_package import packed_workbook
from exports.workbook_page import set_up_print

_SPARE: Final = 100
"""Rows to write in below those that are filled."""
_WIDTHS: Final = {
    "id": 26,
    "parent": 24,
    "name": 30,
    "question": 60,
    "item": 20,
    "value": 16,
    "text": 36,
    "hint": 70,
}
_NARROW: Final = 13
_WIDE: Final = 34
_STEPS: Final = ("1", "2", "3", "4", "5", "6", "rules")
_WORDS: Final = Look(number_format="@")
_FIGURE: Final = Look(align="right", indent=1)
_EXAMPLE: Final = (
    ("calls", "", "calls", 1),
    ("calls.answer", "calls", "answer", 2),
    ("calls.solve", "calls", "solve", 1),
)
_LONGEST: Final = 32767
"""Characters that a cell can hold."""
_LINE: Final = 520.0
"""Points across the explanation."""


def faithful_workbook(rubric: Rubric, lang: Lang) -> bytes:
    """A rubric's workbook, which reads back as the rubric that it is.

    Raises:
        RubricNotInWorkbookError: a cell cannot hold a text as it is, or a sheet is larger than what is read.
    """
    sheets = rubric_sheets(rubric, lang)
    texts = (said for sheet in sheets for row in sheet.rows for said in row if isinstance(said, str))
    if any(len(said) > _LONGEST or cleaned(said) != said for said in texts):
        raise RubricNotInWorkbookError(rubric.id)
    if any(_too_large(sheet) for sheet in sheets):
        raise RubricNotInWorkbookError(rubric.id)
    return rubric_workbook(sheets, lang, rubric.title(lang))


def rubric_workbook(sheets: Sequence[Sheet], lang: Lang, title: str) -> bytes:
    """The workbook of a rubric's sheets; the same input gives the same bytes.

    Args:
        sheets: as `rubric_sheets` or `template_sheets` make them.
        lang: of the explanation, the headings and the drop-downs; it is read back under any.
        title: of the file.
    """
    styles = Styles(lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.loaded_theme = theme()
    book.properties.creator = "Gapline"
    book.properties.title = sheet_text(title)
    _explain(book.create_sheet(text("sheet.start", lang)), styles)
    nodes = next(sheet.name for sheet in sheets if _kind(sheet) == "nodes")
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _fill(page, sheet, styles)
        _offer(page, sheet, lang, quote_sheetname(nodes))
        page.freeze_panes = "C2" if _kind(sheet) != "rubric" else "B2"
        set_up_print(page, title, text("report.sheet.page", lang, page="&P", pages="&N"))
    return packed_workbook(book, [])


def _too_large(sheet: Sheet) -> bool:
    """Whether a sheet, with its spare rows, is more than what is read back."""
    rows, columns = len(sheet.rows) + _SPARE, len(sheet.rows[0])
    return columns > MAX_COLUMNS or rows > MAX_ROWS or rows * columns > MAX_AREA


def _kind(sheet: Sheet) -> str:
    return meaning(unmarked(sheet.name)[0], "sheet", ("rubric", "nodes", "descriptors", "evidence"))


def _field(title: object) -> str:
    """Which column of any sheet a heading names; empty for a numbered one."""
    names = (*_WIDTHS, "weight", "rule", "met_at", "stage", "complexity")
    return meaning(unmarked(str(title))[0], "sheet.column", names)


def _explain(page: Worksheet, styles: Styles) -> None:
    lang = styles.lang
    for letter, width in zip("ABCD", (26, 24, 40, 14), strict=True):
        page.column_dimensions[letter].width = width
    lines = [(text("sheet.title", lang), TITLE)]
    lines += [(text(f"sheet.how.{step}", lang), PARAGRAPH) for step in _STEPS]
    lines += [("", PARAGRAPH), (text("sheet.example", lang), HEADING)]
    for row, (said, look) in enumerate(lines, 1):
        _words(page, row, 1, said, look, styles)
        if look is PARAGRAPH:
            page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=4)
            page.row_dimensions[row].height = text_height(said, _LINE, BODY_PT) + 6
    top = len(lines) + 1
    for column, head in enumerate(("id", "parent", "name", "weight"), 1):
        _words(page, top, column, text(f"sheet.column.{head}", lang), HEADER, styles)
    for row, (node, parent, name, weight) in enumerate(_EXAMPLE, top + 1):
        for column, shown in enumerate((node, parent, text(f"sheet.example.{name}", lang)), 1):
            _words(page, row, column, shown, _WORDS, styles)
        page.cell(row, 4).value = weight
    set_up_print(page, text("sheet.title", lang), text("report.sheet.page", lang, page="&P", pages="&N"))


def _fill(page: Worksheet, sheet: Sheet, styles: Styles) -> None:
    heads, *rows = sheet.rows
    fields = [_field(head) for head in heads]
    for column, (head, field) in enumerate(zip(heads, fields, strict=True), 1):
        wide = _WIDTHS.get(field, _WIDE if isinstance(head, float | int) else _NARROW)
        page.column_dimensions[get_column_letter(column)].width = wide
        if isinstance(head, float | int):
            styles.apply(_cell(page, 1, column), replace(HEADER, align="left"))
            page.cell(1, column).value = head
        else:
            _words(page, 1, column, str(head), HEADER, styles)
    spare = [[None] * len(heads)] * (_SPARE if _kind(sheet) != "rubric" else 0)
    for row, cells in enumerate([*rows, *spare], 2):
        for column, (said, field) in enumerate(zip(cells, fields, strict=True), 1):
            if isinstance(said, str) or said is None:
                _words(page, row, column, said or "", _look(field, said), styles)
            elif isinstance(said, float) and float(f"{said:.15g}") != said:
                _words(page, row, column, repr(said), _WORDS, styles)  # a cell keeps fewer digits
            else:
                styles.apply(_cell(page, row, column), _FIGURE)
                page.cell(row, column).value = said


def _look(field: str, said: str | None) -> Look:
    """Figures that are still to be typed stay figures; everything else is text whatever it looks like."""
    if field in {"weight", "met_at", "stage"} or (field == "value" and said is None):
        return _FIGURE
    return FOOTNOTE if field == "hint" else _WORDS


def _words(page: Worksheet, row: int, column: int, said: str, look: Look, styles: Styles) -> None:
    if said:
        write_text(_cell(page, row, column), said, look, styles)
    else:
        styles.apply(_cell(page, row, column), look)


def _cell(page: Worksheet, row: int, column: int) -> SheetCell:
    cell = page.cell(row, column)
    assert isinstance(cell, SheetCell)  # noqa: S101 - nothing is merged yet
    return cell


def _offer(page: Worksheet, sheet: Sheet, lang: Lang, nodes: str) -> None:
    """Drop-downs for what has a fixed choice; ids are offered, and may still be typed."""
    last = len(sheet.rows) + _SPARE
    ids = f"={nodes}!$A$2:$A${last + _SPARE}"
    choices = {
        "rule": f'"{",".join(get_args(Rule))}"',
        "complexity": f'"{",".join(get_args(Complexity))}"',
        "item": f'"{",".join(text(f"sheet.item.{item}", lang) for item in ITEMS)}"',
        "parent": ids,
        "id": "" if _kind(sheet) == "nodes" else ids,
    }
    for column, head in enumerate(sheet.rows[0], 1):
        offered = choices.get(_field(head))
        if offered:
            rule = DataValidation("list", formula1=offered, allow_blank=True, showErrorMessage=False)
            letter = get_column_letter(column)
            rule.add(f"{letter}2:{letter}{last}")
            page.add_data_validation(rule)
