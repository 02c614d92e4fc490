"""One table of a report as a file of its own: CSV or an Excel sheet."""

import csv
import io

from assessment.report.shapes import Cell, Table
from assessment.spreadsheet_text import guarded


def table_csv(table: Table) -> bytes:
    """The table as CSV (UTF-8 with a mark that Excel knows it by): figures unrounded, missing ones in words.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in table.columns])
    writer.writerows([_csv_value(cell) for cell in row] for row in table.rows)
    return lines.getvalue().encode("utf-8-sig")


def _csv_value(cell: Cell) -> str:
    return guarded(cell.shown) if cell.value is None else f"{cell.value:.12g}"


def table_xlsx(table: Table) -> bytes:
    """The table as a workbook with one sheet: numbers as numbers, text as text, footnotes below."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    from exports.style import NUMBER_FORMATS

    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook opens on a worksheet")

    def put(row: int, column: int, cell: Cell) -> None:
        place = sheet.cell(row, column)
        if cell.value is not None:
            place.value, place.number_format = cell.value, NUMBER_FORMATS[cell.kind]
            return
        place.value, place.data_type = ILLEGAL_CHARACTERS_RE.sub("", cell.shown), "s"
        place.alignment = Alignment(wrap_text=True, vertical="top")

    for number, column in enumerate(table.columns, start=1):
        put(1, number, Cell(column.title))
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = max(12, 10 * column.width)
        for row, cells in enumerate(table.rows, start=2):
            put(row, number, cells[number - 1])
    for row, note in enumerate(table.notes, start=len(table.rows) + 3):
        put(row, 1, Cell(note))
        sheet.cell(row, 1).alignment = Alignment(wrap_text=False)
    sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
