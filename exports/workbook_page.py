"""One sheet, written from the top: headings, paragraphs, tables and charts one under another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final, NamedTuple

from openpyxl.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessment.report import Cell, ChartSpec, Table
from assessment.report.shapes import DAGGER, CellKind
from exports.measure import POINTS_PER_INCH, text_height, text_width
from exports.ooxml import one_line
from exports.style import NUMBER_FORMATS
from exports.workbook_cells import (
    BODY_PT,
    FIGURE_HEADER,
    FOOTNOTE,
    HEADER,
    HEADING,
    PARAGRAPH,
    TITLE,
    Look,
    Styles,
    write_cell,
    write_text,
)
from exports.workbook_charts import height_cm, native_chart

_NARROWEST, _WIDEST = 9.0, 62.0
_LEAST_SPAN: Final = 4
"""Columns that a paragraph runs over at least."""
_POINTS_PER_CHARACTER: Final = 5.6
"""Of a column's width, at the body size."""
_ROW_POINTS: Final = 15.0
_POINTS_PER_CM: Final = POINTS_PER_INCH / 2.54
_LONGEST_FOOTER: Final = 100
"""Characters; the whole footer must stay under 255, with every & doubled."""
_ROW_AIR: Final = 3.0
_HEADING_LINE: Final = 1.7
"""Height of a heading's row over its type size."""
_TALLEST: Final = 409.0
"""Points that a row can be tall."""
_HEADER_POINTS: Final = 90.0
"""A longer word of a header breaks."""
_AIR: Final = 2.5
"""Characters between the longest text of a column and its edge."""
_INDENT_POINTS: Final = 9.0
_DEEP: Final = 2
"""Rows above this depth are the tree's summits and stand in bold."""


class _Text(NamedTuple):
    """What stands in a cell, to find out how tall its row must be."""

    row: int
    column: int
    said: str
    bold: bool


@dataclass
class Page:
    """A sheet that is being written; `row` is the next free one."""

    sheet: Worksheet
    styles: Styles
    row: int = 1
    alternatives: list[str] = field(default_factory=list)
    _widths: dict[int, float] = field(default_factory=dict)
    _paragraphs: list[tuple[int, str]] = field(default_factory=list)
    _texts: list[_Text] = field(default_factory=list)

    def title(self, said: str, *leads: str) -> None:
        """The sheet's finding and the sentences under it."""
        self._line(said, TITLE)
        self.paragraphs(leads)
        self.row += 1

    def heading(self, said: str) -> None:
        """What the next block is."""
        self._line(said, HEADING)

    def paragraphs(self, said: Iterable[str], look: Look = PARAGRAPH) -> None:
        """Sentences across the sheet, each on its own row; empty ones are left out."""
        for sentence in said:
            if sentence:
                self._paragraphs.append((self.row, sentence))
                self._line(sentence, look)

    def notes(self, notes: Sequence[str], source: str = "") -> None:
        """Footnotes and the source line."""
        self.paragraphs((*notes, source), FOOTNOTE)
        self.row += 1

    def new_page(self) -> None:
        """Print what follows on a page of its own."""
        self.sheet.row_breaks.append(Break(id=self.row - 1))

    def table(self, table: Table, *, headed: bool = True, filtered: bool = False) -> None:
        """A table with its header; a filtered one also keeps its header in view."""
        if headed:
            self.heading(table.title)
        header = self.row
        self._header([column.title for column in table.columns], [column.kind for column in table.columns])
        depths = table.row_depths or (None,) * len(table.rows)
        for cells, depth in zip(table.rows, depths, strict=True):
            self._row(cells, depth)
        if filtered and table.rows:
            self._keep_in_view(header, len(table.columns))
        self.notes(table.notes)

    def repeat_header(self) -> None:
        """Print the filtered table's header on every page; for a sheet that holds nothing else."""
        if self.sheet.freeze_panes:
            row = int(self.sheet.freeze_panes[1:]) - 1
            self.sheet.print_title_rows = f"{row}:{row}"

    def chart(self, spec: ChartSpec, remark: str) -> None:
        """On a printed page of its own: a native chart, and under it the figures that it is drawn from.

        Args:
            spec: the chart.
            remark: header of the column that names the figures that are missing.
        """
        self.new_page()
        self.heading(spec.title)
        top = self.row
        self.row += ceil(height_cm(spec) * _POINTS_PER_CM / _ROW_POINTS) + 1
        header = self.row
        self._figures(spec, remark)
        self.sheet.add_chart(native_chart(spec, self.sheet, header), f"A{top}")
        self.alternatives.append(spec.alt)
        self.notes(spec.notes)

    def finish(self, footer: str, page: str) -> None:
        """Widths, heights and print set-up, known once everything is written.

        Args:
            footer: what every printed page says at the left.
            page: the page number in words, with Excel's codes `&P` and `&N`.
        """
        for column, width in self._widths.items():
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        span = max(_LEAST_SPAN, len(self._widths))
        points = sum(self._points(column) for column in range(1, span + 1))
        for row, said in self._paragraphs:
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=span)
            self.sheet.row_dimensions[row].height = _row_height(text_height(said, points, BODY_PT))
        self._fit_rows()
        set_up_print(self.sheet, footer, page)

    def _cell(self, column: int) -> SheetCell:
        cell = self.sheet.cell(self.row, column)
        assert isinstance(cell, SheetCell)  # noqa: S101 - paragraphs are merged only at the end
        return cell

    def _points(self, column: int) -> float:
        return self._widths.get(column, _NARROWEST) * _POINTS_PER_CHARACTER

    def _fit_rows(self) -> None:
        """Make every row as tall as its longest text; not every program does so by itself."""
        heights: dict[int, float] = {}
        for text in self._texts:
            room = self._points(text.column) - _POINTS_PER_CHARACTER
            height = text_height(text.said, room, BODY_PT, bold=text.bold)
            heights[text.row] = max(heights.get(text.row, 0.0), height)
        for row, height in heights.items():
            self.sheet.row_dimensions[row].height = _row_height(height)

    def _line(self, said: str, look: Look) -> None:
        write_text(self._cell(1), said, look, self.styles)
        if look.size > BODY_PT:
            self.sheet.row_dimensions[self.row].height = look.size * _HEADING_LINE
        self.row += 1

    def _header(self, titles: Sequence[str], kinds: Sequence[CellKind]) -> None:
        for column, (said, kind) in enumerate(zip(titles, kinds, strict=True), 1):
            look = HEADER if kind == "text" else FIGURE_HEADER
            write_text(self._cell(column), said, look, self.styles)
            self._texts.append(_Text(self.row, column, said, bold=True))
            longest = max(said.split() or [""], key=len)
            self._widen(column, min(text_width(longest, BODY_PT, bold=True), _HEADER_POINTS))
        self.row += 1

    def _row(self, cells: Sequence[Cell], depth: int | None) -> None:
        """A row; in a tree the summits are bold and what lies below them is indented."""
        bold = depth is not None and depth < _DEEP
        for column, content in enumerate(cells, 1):
            indent = max(0, depth - 1) if depth is not None and column == 1 else 0
            write_cell(self._cell(column), content, self.styles, bold=bold, indent=indent)
            shown = text_width(content.shown, BODY_PT, bold=bold)
            self._widen(column, shown + indent * _INDENT_POINTS)
            if content.value is None:
                self._texts.append(_Text(self.row, column, content.shown, bold))
        self.row += 1

    def _figures(self, spec: ChartSpec, remark: str) -> None:
        """Categories down, series across; a missing figure is an empty cell: no bar of zero is drawn."""
        figures: list[CellKind] = ["score"] * len(spec.series)
        self._header(["", *(series.name for series in spec.series), remark], ["text", *figures, "text"])
        figure = Look(align="right", indent=1, wrap=False, number_format=NUMBER_FORMATS["score"])
        for place, category in enumerate(spec.categories):
            marked = any(series.labels[place].endswith(DAGGER) for series in spec.series)
            said = f"{category} {DAGGER}" if marked else category
            write_text(self._cell(1), said, Look(), self.styles)
            self._widen(1, text_width(said, BODY_PT))
            for column, series in enumerate(spec.series, 2):
                cell = self._cell(column)
                self.styles.apply(cell, figure)
                cell.value = series.values[place]
            said = self._missing(spec, place)
            write_text(self._cell(len(spec.series) + 2), said, Look(wrap=False), self.styles)
            self.row += 1

    def _missing(self, spec: ChartSpec, place: int) -> str:
        colon, semicolon = ("：", "；") if self.styles.lang == "zh" else (": ", "; ")
        missing = (one for one in spec.series if one.values[place] is None)
        return semicolon.join(f"{one.name}{colon}{one.labels[place]}" for one in missing)

    def _keep_in_view(self, header: int, columns: int) -> None:
        last = get_column_letter(columns)
        self.sheet.auto_filter.ref = f"A{header}:{last}{self.row - 1}"
        self.sheet.freeze_panes = f"B{header + 1}"

    def _widen(self, column: int, points: float) -> None:
        needed = min(_WIDEST, max(_NARROWEST, points / _POINTS_PER_CHARACTER + _AIR))
        self._widths[column] = max(self._widths.get(column, 0.0), needed)


def _row_height(points: float) -> float:
    return min(_TALLEST, max(_ROW_POINTS, points + _ROW_AIR))


def set_up_print(sheet: Worksheet, footer: str, page: str) -> None:
    """Landscape A4, as wide as one page, without the grid of the screen."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_view.showGridLines = False
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.4, 0.4, 0.6, 0.7
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=one_line(footer)[:_LONGEST_FOOTER].replace("&", "&&")),
        right=_HeaderFooterPart(text=page),
    )
