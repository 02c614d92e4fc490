"""Reading a workbook back, to compare it with the report it was made from."""

from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import Lang
from assessment.report import Cell, ChartSpec, Column, Report, Table
from assessment.report.build import build_report
from assessment.report.material import Material

Row = tuple[Any, ...]
"""The cells of one row, as openpyxl reads them."""


def computed_report(material: Material, lang: Lang) -> Report:
    """The report that a workbook is written from."""
    return build_report(material, lang, computing=True)


def opened(made: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(made), data_only=True)


def sheets(made: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in opened(made).worksheets}


def all_cells(made: bytes) -> list[Any]:
    return [cell for sheet in opened(made).worksheets for row in sheet.iter_rows() for cell in row]


def header_row(sheet: Worksheet, titles: list[str]) -> int:
    """The row whose first cells are these titles."""
    for number, row in enumerate(sheet.iter_rows(max_col=len(titles), values_only=True), 1):
        if [value or "" for value in row] == titles:
            return number
    raise AssertionError(f"no header {titles} on {sheet.title}")


def rows_under(sheet: Worksheet, columns: tuple[Column, ...], count: int, before: int = 0) -> list[Row]:
    """The body of a table on a sheet; `before` columns stand before the table's own."""
    titles = [column.title for column in columns]
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if list(row[before : before + len(titles)]) == titles:
            found = sheet.iter_rows(min_row=number + 1, max_row=number + count)
            return [cells[before : before + len(titles)] for cells in found]
    raise AssertionError(f"no table with the columns {titles} on {sheet.title}")


def same_figures(table: Table, rows: list[Row]) -> bool:
    """Whether every cell holds the report's number, or its words."""
    return all(
        _says(cell, content) if content.value is None else _equal(cell.value, content.value)
        for contents, cells in zip(table.rows, rows, strict=True)
        for content, cell in zip(contents, cells, strict=True)
    )


def figures_of(sheet: Worksheet, chart: ChartSpec, corner: int) -> list[list[float | None]]:
    """The figures under a chart, one list per series; `corner` is the header's row."""
    return [
        [sheet.cell(corner + 1 + place, column).value for place in range(len(chart.categories))]  # type: ignore[misc]
        for column in range(2, 2 + len(chart.series))
    ]


def _says(cell: Any, content: Cell) -> bool:  # noqa: ANN401 - as openpyxl has it
    """Whether a cell shows these words; a dagger may stand in its format."""
    format_ends = cell.number_format.endswith(f'@"{content.mark}"')
    return bool(cell.value == (content.text if content.mark and format_ends else content.shown or None))


def _equal(found: object, expected: float) -> bool:
    """Spreadsheets keep 16 figures."""
    return isinstance(found, (int, float)) and abs(found - expected) <= 1e-14
