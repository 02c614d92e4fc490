"""The workbook inside a chart: what opens on "Edit data" in PowerPoint."""

from collections.abc import Sequence
from typing import Final

from assessment.report.shapes import ChartSpec
from exports.ooxml import XML_HEAD, content, one_line, packed

SHEET: Final = "Data"

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def chart_workbook(spec: ChartSpec, categories: tuple[str, ...]) -> bytes:
    """A workbook with the categories in column A and one series in each further column.

    Args:
        spec: the chart; a missing figure is an empty cell.
        categories: as the chart shows them.
    """
    rows: list[Sequence[str | float | None]] = [["", *(series.name for series in spec.series)]]
    columns = [series.values for series in spec.series]
    rows += [[name, *(values[place] for values in columns)] for place, name in enumerate(categories)]
    return sheet_workbook(rows)


def sheet_workbook(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    """A workbook of one sheet with these rows from cell A1 on; None and "" are empty cells."""
    written = [
        _row(number, [_cell(f"{column_name(k)}{number}", value) for k, value in enumerate(row)])
        for number, row in enumerate(rows, start=1)
    ]
    sheet = f'{XML_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(written)}</sheetData></worksheet>'
    return packed({**_FRAME, "xl/worksheets/sheet1.xml": sheet})


def _cell(place: str, value: str | float | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _words(place, value)
    return f'<c r="{place}"><v>{value!r}</v></c>'


def column_name(index: int) -> str:
    """A, B, ... Z, AA, ... for a 0-based column."""
    name = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        name = chr(ord("A") + letter) + name
        index -= 1
    return name


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _words(place: str, said: str) -> str:
    """A cell of text, also where the text looks like a formula."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{content(one_line(said))}</t></is></c>'


_FRAME: Final = {
    "[Content_Types].xml": f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{XML_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
"""Every part of a workbook that does not depend on its data."""
