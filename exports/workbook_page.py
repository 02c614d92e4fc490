"""One sheet, written from the top: headings, paragraphs, tables and charts one under another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessment.report import Cell, ChartSpec, Column, Table
from assessment.report.shapes import DAGGER, CellKind
from exports.measure import POINTS_PER_INCH, line_height, text_height, text_width
from exports.ooxml import one_line
from exports.style import LEVELS, NUMBER_FORMATS, on_colour
from exports.workbook_cells import (
    BODY_PT,
    FIGURE_HEADER,
    FOOTNOTE,
    HEADER,
    HEADING,
    PARAGRAPH,
    TITLE,
    Look,
    look_of,
)
from exports.workbook_charts import height_cm, native_chart
from exports.workbook_live import Live
from exports.workbook_rows import Rows, column_letter

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
_NARROW_ROOM: Final = (_NARROWEST - _AIR) * _POINTS_PER_CHARACTER
"""Points that a text may take in the narrowest column without making it wider."""
_MANY_TEXTS: Final = 3000
"""Of a sheet with so many longer texts the lines are estimated."""
_LONG_WORD: Final = 60.0
_FIGURES_BELOW: Final = 8  # rows that fit under their chart on a printed page
_DEEP: Final = 2
"""Rows above this depth are the tree's summits and stand in bold."""


class _Text(NamedTuple):
    """What stands in a cell, to find out how tall its row must be; its width on one line, 0 if unknown."""

    row: int
    column: int
    said: str
    bold: bool
    width: float


@dataclass
class Page:
    """A sheet that is being written.

    Attributes:
        rows: what stands in it.
        row: the next free one.
        alternatives: its charts in words.
        widest: characters that a column may take.
        printed: how many columns are printed; 0 for all.
    """

    rows: Rows
    row: int = 1
    alternatives: list[str] = field(default_factory=list)
    widest: float = _WIDEST
    printed: int = 0
    _widths: dict[int, float] = field(default_factory=dict)
    _paragraphs: list[tuple[int, str]] = field(default_factory=list)
    _texts: list[_Text] = field(default_factory=list)
    _header: int = 0

    @property
    def sheet(self) -> Worksheet:
        """What the rows belong to: its widths, charts, filters and print set-up."""
        return self.rows.sheet

    @property
    def book(self) -> Workbook:
        """The workbook around the sheet."""
        book = self.sheet.parent
        if book is None:
            raise ValueError("a sheet belongs to a workbook")
        return book

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

    def table(
        self, table: Table, live: Live | None = None, *, headed: bool = True, filtered: bool = False
    ) -> int:
        """A table with its header; a filtered one also keeps its header in view.

        Returns:
            The row of the sheet in which its body begins.
        """
        if headed:
            self.heading(table.title)
        header = self.row
        self.header(table.columns)
        depths = table.row_depths or (None,) * len(table.rows)
        for place, (cells, depth) in enumerate(zip(table.rows, depths, strict=True)):
            self._row(cells, depth, place, live)
        for first, last in _runs(live.tinted) if live and table.rows else ():
            self.tint((first + 1, last + 1), (header + 1, self.row - 1), live.low, live.high)  # type: ignore[union-attr]
        if filtered and table.rows:
            self.sheet.auto_filter.ref = f"A{header}:{column_letter(len(table.columns))}{self.row - 1}"
            self.freeze(header, 2)
        self.notes(table.notes)
        return header + 1

    def freeze(self, header: int, column: int) -> None:
        """Keep the header's row, and what stands left of a column, in view."""
        self._header = header
        self.sheet.freeze_panes = f"{column_letter(column)}{header + 1}"

    def repeat_header(self) -> None:
        """Print the header in view on every page; for a sheet that holds nothing else."""
        if self._header:
            self.sheet.print_title_rows = f"{self._header}:{self._header}"

    def tint(self, columns: tuple[int, int], rows: tuple[int, int], low: float, high: float) -> None:
        """Tint cells by the figures that stand there at the moment, with the same steps as everywhere.

        Args:
            columns: the first and the last.
            rows: the first and the last.
            low: bottom of the scale.
            high: top of the scale.
        """
        top = len(LEVELS) - 1
        cell = f"{column_letter(columns[0])}{rows[0]}"
        for step in range(top, -1, -1):
            bound = low + (step - 0.5) / top * (high - low)
            more = f",{cell}>{'' if step % 2 else '='}{bound!r}" if step else ""  # a half is rounded to even
            colour = LEVELS[step]
            rule = FormulaRule(  # type: ignore[no-untyped-call]  # openpyxl's own
                formula=[f"AND(ISNUMBER({cell}){more})"],
                stopIfTrue=True,
                font=Font(color=on_colour(colour)[1:]),
                fill=PatternFill(bgColor=colour[1:]),
            )
            self.sheet.conditional_formatting.add(f"{cell}:{column_letter(columns[1])}{rows[1]}", rule)

    def chart(self, spec: ChartSpec, remark: str, formulas: Sequence[Sequence[str | None]]) -> None:
        """On a printed page of its own: a native chart, and under it the figures that it is drawn from.

        Args:
            spec: the chart.
            remark: header of the column that names the figures that are missing.
            formulas: for every series those of its figures, None where a figure stands by itself.
        """
        self.new_page()
        self.heading(spec.title)
        top = self.row
        self.row += ceil(height_cm(spec) * _POINTS_PER_CM / _ROW_POINTS) + 1
        if len(spec.categories) > _FIGURES_BELOW:
            self.new_page()
        header = self.row
        self._figures(spec, remark, formulas)
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
            self.sheet.column_dimensions[column_letter(column)].width = width
        span = self.printed or max(_LEAST_SPAN, len(self._widths))
        points = sum(self._points(column) for column in range(1, span + 1))
        for row, said in self._paragraphs:
            self.sheet.merged_cells.add(f"A{row}:{column_letter(span)}{row}")
            self.rows.height(row, _row_height(text_height(said, points, BODY_PT)))
        self._fit_rows()
        if self.printed:
            self.sheet.print_area = f"A1:{column_letter(self.printed)}{self.row}"
        set_up_print(self.sheet, footer, page)

    def _points(self, column: int) -> float:
        return self._widths.get(column, _NARROWEST) * _POINTS_PER_CHARACTER

    def _fit_rows(self) -> None:
        """Make every row as tall as its longest text; not every program does so by itself."""
        heights: dict[int, float] = {}
        exact = len(self._texts) < _MANY_TEXTS
        for row, column, said, bold, width in self._texts:
            room = self._points(column) - _POINTS_PER_CHARACTER
            if 0 < width <= room and "\n" not in said:
                height = line_height(said, BODY_PT)
            elif exact or "\n" in said or not width:
                height = text_height(said, room, BODY_PT, bold=bold)
            else:
                height = _at_most(width, room) * line_height(said, BODY_PT)
            if height > heights.get(row, 0.0):
                heights[row] = height
        for row, height in heights.items():
            self.rows.height(row, _row_height(height))

    def _line(self, said: str, look: Look) -> None:
        self.rows.text(self.row, 1, said, look)
        if look.size > BODY_PT:
            self.rows.height(self.row, look.size * _HEADING_LINE)
        self.row += 1

    def header(self, columns: Sequence[Column]) -> None:
        """A header's row; the figures' columns are headed at the right."""
        for place, column in enumerate(columns, 1):
            look = HEADER if column.kind == "text" else FIGURE_HEADER
            self.rows.text(self.row, place, column.title, look)
            self._texts.append(_Text(self.row, place, column.title, bold=True, width=0.0))
            longest = max(column.title.split() or [""], key=len)
            self.widen(place, min(text_width(longest, BODY_PT, bold=True), _HEADER_POINTS))
        self.row += 1

    def _row(self, cells: Sequence[Cell], depth: int | None, place: int, live: Live | None) -> None:
        """A row; in a tree the summits are bold and what lies below them is indented."""
        bold = depth is not None and depth < _DEEP
        rows, row = self.rows, self.row
        formulas, tinted = (live.formulas, live.tinted) if live else ({}, frozenset())
        rows.height(row, self._plain_height)
        for column, content in enumerate(cells, 1):
            indent = max(0, depth - 1) if depth is not None and column == 1 else 0
            make = formulas.get(column - 1)
            formula = make(place, row) if make else None
            is_tinted = column - 1 in tinted
            look = _look(content, bold=bold, indent=indent, live=is_tinted or formula is not None)
            if formula is not None:
                rows.formula(
                    row, column, formula, content.text if content.value is None else content.value, look
                )
            elif content.value is None:
                rows.text(row, column, content.text if is_tinted else content.shown, look)
            else:
                rows.figure(row, column, content.value, look)
            self._measure(column, content, indent, bold=bold)
        self.row += 1

    @property
    def _plain_height(self) -> float:
        """Of a row whose texts take one line each."""
        return _row_height(line_height("中" if self.rows.styles.lang == "zh" else "", BODY_PT))

    def _measure(self, column: int, content: Cell, indent: int, *, bold: bool) -> None:
        said = content.text if not content.mark else content.shown
        width = _width_of(said, bold)
        if width > _NARROW_ROOM or "\n" in said:
            self.widen(column, width + indent * _INDENT_POINTS)
            if content.value is None:
                self._texts.append(_Text(self.row, column, said, bold, width))
        elif column not in self._widths or indent:
            self.widen(column, width + indent * _INDENT_POINTS)

    def _figures(self, spec: ChartSpec, remark: str, formulas: Sequence[Sequence[str | None]]) -> None:
        """Categories down, series across; a missing figure is an empty cell: no bar of zero is drawn."""
        named = (Column(f"{place}", series.name, "score") for place, series in enumerate(spec.series))
        self.header((Column("", ""), *named, Column("", remark)))
        figure = Look(align="right", indent=1, wrap=False, number_format=NUMBER_FORMATS["score"])
        for place, category in enumerate(spec.categories):
            marked = any(series.labels[place].endswith(DAGGER) for series in spec.series)
            said = f"{category} {DAGGER}" if marked else category
            self.rows.text(self.row, 1, said, Look())
            self.fit(1, said)
            for column, series in enumerate(spec.series, 2):
                value, formula = series.values[place], formulas[column - 2][place]
                if formula is None or value is None:
                    self.rows.figure(self.row, column, value, figure)
                else:
                    self.rows.formula(self.row, column, formula, value, figure)
            said = self._missing(spec, place)
            self.rows.text(self.row, len(spec.series) + 2, said, Look(wrap=False))
            self.row += 1

    def _missing(self, spec: ChartSpec, place: int) -> str:
        colon, semicolon = ("：", "；") if self.rows.styles.lang == "zh" else (": ", "; ")
        missing = (one for one in spec.series if one.values[place] is None)
        return semicolon.join(f"{one.name}{colon}{one.labels[place]}" for one in missing)

    def fit(self, column: int, said: str) -> None:
        """Make a column wide enough for these words."""
        self.widen(column, _width_of(said, False))  # noqa: FBT003 - remembered by place

    def widen(self, column: int, points: float) -> None:
        """Make a column at least this wide, within bounds."""
        needed = min(self.widest, max(_NARROWEST, points / _POINTS_PER_CHARACTER + _AIR))
        if needed > self._widths.get(column, 0.0):
            self._widths[column] = needed


@lru_cache(maxsize=8192)
def _width_of(said: str, bold: bool) -> float:  # noqa: FBT001 - remembered by place
    return text_width(said, BODY_PT, bold=bold)


def _look(content: Cell, *, bold: bool, indent: int, live: bool) -> Look:
    """A cell's look, made once for all cells of its kind."""
    missing, inside = content.value is None, indent if content.kind == "text" else 0
    return _look_of(missing, content.kind, content.mark, content.level, bold, inside, live)


@lru_cache(maxsize=8192)
def _look_of(
    missing: bool,  # noqa: FBT001 - as above
    kind: CellKind,
    mark: str,
    level: float | None,
    bold: bool,  # noqa: FBT001 - as above
    indent: int,
    live: bool,  # noqa: FBT001 - as above
) -> Look:
    look = look_of(Cell("", None if missing else 0.0, kind, "", mark, level), live=live)
    return replace(look, bold=bold, indent=look.indent or indent)


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring places together: the first and the last of each run."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs


def _at_most(width: float, room: float) -> int:
    """How many lines a text can take: where a line breaks, at most a long word's width is left free."""
    return 1 + ceil(max(0.0, width - room) / max(room / 2, room - _LONG_WORD))


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
