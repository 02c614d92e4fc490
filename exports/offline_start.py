"""The first sheet of the offline workbook: whose it is, how to fill it in, how far it has come."""

from collections.abc import Sequence
from typing import Final

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import text
from assessment.engagement import Person, Unit, Wave
from assessment.offline_layout import ANSWER, SCORE
from assessment.rubric import Scale
from exports.measure import text_height
from exports.style import NUMBER_FORMATS
from exports.workbook_cells import (
    BODY_PT,
    FIGURE_HEADER,
    HEADER,
    HEADING,
    PARAGRAPH,
    TITLE,
    Look,
    Styles,
    write_text,
)
from exports.workbook_page import set_up_print

_WIDTHS: Final = (46.0, 14.0, 14.0, 14.0)
_STEPS: Final = ("reason", "said", "keep", "empty", "back")
_FIGURE: Final = Look(align="right", indent=1)
_LINE: Final = 86.0
"""Characters across all columns."""

Filled = tuple[str, str, tuple[int, int], int]
"""Sheet, title, its first and last row, and how many indicators it asks."""


def write_start(
    sheet: Worksheet,
    styles: Styles,
    whose: tuple[Unit, Wave, Person],
    filled: Sequence[Filled],
    scale: Scale,
) -> None:
    """Draw it; the figures are formulas that follow the answers."""
    lang = styles.lang
    unit, wave, rater = (each.called(lang) for each in whose)
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    answer = "answer-half" if scale.holds(scale.min + 0.5) else "answer"
    told = (text(f"offline.how.{step}", lang) for step in (answer, *_STEPS))
    steps = [f"{number}. {said}" for number, said in enumerate(told, 1)]
    lines = [
        (f"{unit} · {wave}", TITLE),
        (text("offline.rated-by", lang, rater=rater), PARAGRAPH),
        ("", PARAGRAPH),
        (text("offline.how", lang), HEADING),
        *((step, PARAGRAPH) for step in steps),
        ("", PARAGRAPH),
        (text("offline.progress", lang), HEADING),
    ]
    for row, (said, look) in enumerate(lines, 1):
        if said:
            write_text(sheet.cell(row, 1), said, look, styles)  # type: ignore[arg-type] # merged only below
        if look is PARAGRAPH and said:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
            sheet.row_dimensions[row].height = text_height(said, _LINE * 5.6, BODY_PT) + 4
        elif look is not PARAGRAPH:
            sheet.row_dimensions[row].height = look.size * 1.7
    _progress(sheet, len(lines) + 1, styles, filled)
    set_up_print(sheet, f"{unit} · {wave}", text("report.sheet.page", lang, page="&P", pages="&N"))
    sheet.protection.sheet = True


def _progress(sheet: Worksheet, top: int, styles: Styles, filled: Sequence[Filled]) -> None:
    lang = styles.lang
    for column, title in enumerate(("dimension", "answered", "all", "share"), 1):
        look = HEADER if column == 1 else FIGURE_HEADER
        said = text(f"offline.progress.{title}", lang)
        write_text(sheet.cell(top, column), said, look, styles)  # type: ignore[arg-type] # nothing is merged here
    row = top
    for name, title, (first, last), count in filled:
        row += 1
        place = quote_sheetname(name)
        cells = [f"{place}!{letter}{first}:{letter}{last}" for letter in (_letter(SCORE), _letter(ANSWER))]
        answered = f"=SUMPRODUCT(--(LEN({cells[0]})+LEN({cells[1]})>0))"
        _row(sheet, row, styles, (title, answered, count))
        sheet.cell(row, 1).hyperlink = f"#{place}!A1"
    span = f"{top + 1}:{{0}}{row}"
    sums = [f"=SUM({letter}{span.format(letter)})" for letter in "BC"]
    _row(sheet, row + 1, styles, (text("offline.progress.total", lang), sums[0], sums[1]))


def _row(sheet: Worksheet, row: int, styles: Styles, content: tuple[str, str, int | str]) -> None:
    title, answered, count = content
    write_text(sheet.cell(row, 1), title, Look(), styles)  # type: ignore[arg-type] # nothing is merged here
    share = f"=IF(C{row}=0,0,B{row}/C{row})"
    for column, value, form in ((2, answered, "count"), (3, count, "count"), (4, share, "percent")):
        cell = sheet.cell(row, column)
        styles.apply(cell, Look(_FIGURE.size, align="right", indent=1, number_format=NUMBER_FORMATS[form]))  # type: ignore[arg-type]
        cell.value = value


def _letter(column: int) -> str:
    return chr(ord("A") + column)
