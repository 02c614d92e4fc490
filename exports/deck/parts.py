"""What several kinds of slides are put together from: captioned charts, stacked and spread tables."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from assessment.catalogue import Lang
from assessment.report.shapes import Cell, ChartSpec, Column, Section, Table
from exports.deck.blocks import Block, ChartBlock, Slide, TableBlock, TextBlock
from exports.deck.draft import Draft
from exports.deck.frames import continued, continued_frame, framed
from exports.deck.paging import one_table, spread_table
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_height
from exports.style import LABEL_PT, SMALLEST_PT

_BELOW_CAPTION: Final = 0.06
_BETWEEN: Final = 0.16
_AXIS_AND_LEGEND: Final = 1.0
_TALLEST_NAME: Final = 0.5
_MOST_CATEGORIES: Final = 10
_MOST_BARS: Final = 30
_WIDE_ENOUGH: Final = 6.0
"""Inches that two halves of a chart can share."""
_TALLEST_BAR: Final = 0.34
"""Inches of a bar and its share of the gap, so that one or two bars do not fill a slide."""


def caption(said: str, box: Box) -> TextBlock:
    """A heading over a chart or a table, at the top of the box."""
    height = text_height(said, box.width * POINTS_PER_INCH, LABEL_PT, bold=True) / POINTS_PER_INCH
    return TextBlock(box.upper(height), (said,), LABEL_PT, bold=True)


def captioned_chart(spec: ChartSpec, box: Box) -> tuple[Block, ...]:
    """A chart under its title, no taller than its bars need."""
    head = caption(spec.title, box)
    room = box.from_top(head.box.height + _BELOW_CAPTION)
    return head, *charts_in(spec, room)


def charts_in(spec: ChartSpec, room: Box) -> tuple[ChartBlock, ...]:
    """The chart, or its two halves side by side where one would be too crowded to read."""
    bars = len(spec.series) + 0.5
    if spec.kind != "bar":
        return (ChartBlock(room, spec),)
    many = len(spec.categories) > _MOST_CATEGORIES and len(spec.categories) * bars > _MOST_BARS
    if many or (room.width > _WIDE_ENOUGH and len(spec.categories) > 1 and is_crowded(spec, room)):
        half = (len(spec.categories) + 1) // 2
        halves = zip(room.columns(0.5), (slice(0, half), slice(half, None)), strict=True)
        return tuple(chart for side, part in halves for chart in charts_in(_part(spec, part), side))
    needed = _AXIS_AND_LEGEND + len(spec.categories) * max(bars * _TALLEST_BAR, _TALLEST_NAME)
    return (ChartBlock(room.upper(min(room.height, needed)), spec),)


def is_crowded(spec: ChartSpec, room: Box) -> bool:
    """Whether the figures of bars would stand over one another."""
    bars = len(spec.categories) * (len(spec.series) + 0.5) if spec.kind == "bar" else 0.0
    return _AXIS_AND_LEGEND + bars * SMALLEST_PT / POINTS_PER_INCH > max(room.height, _AXIS_AND_LEGEND)


def _part(spec: ChartSpec, part: slice) -> ChartSpec:
    """The chart of some of the categories."""
    series = tuple(replace(one, values=one.values[part], labels=one.labels[part]) for one in spec.series)
    return replace(
        spec,
        id=f"{spec.id} {part.start + 1}",
        categories=spec.categories[part],
        category_ids=spec.category_ids[part],
        series=series,
    )


def has_figures(spec: ChartSpec) -> bool:
    """Whether the chart has anything to draw."""
    return any(value is not None for series in spec.series for value in series.values)


def stacked(
    tables: Sequence[Table], box: Box, lang: Lang, *, captioned: bool = True
) -> tuple[list[Block], list[Table]]:
    """Captioned tables under one another, and those for which the box has no room."""
    for size in (LABEL_PT, LABEL_PT - 1, SMALLEST_PT):
        blocks, rest = _stack(tables, box, size, lang, captioned=captioned)
        if not rest:
            break
    return blocks, rest


def _stack(
    tables: Sequence[Table], box: Box, size: float, lang: Lang, *, captioned: bool
) -> tuple[list[Block], list[Table]]:
    blocks: list[Block] = []
    left = box
    for place, table in enumerate(tables):
        heads = [caption(table.title, left)] if captioned else []
        room = left.from_top(heads[0].box.height + _BELOW_CAPTION) if heads else left
        block = one_table(table, room, lang, (size,))
        if block is None:
            return blocks, list(tables[place:])
        blocks += [*heads, block]
        left = left.from_top(block.box.bottom - left.top + _BETWEEN)
    return blocks, []


def table_slides(
    report: Draft, section: Section, table: Table, *, title: str = "", lead: str = ""
) -> list[Slide]:
    """A table on as many slides as it needs, the first with the lead."""
    heading = title or section.title
    first = framed(report, section, title=heading, lead=lead, notes=table.notes)
    later = continued_frame(report, section, title=heading, notes=table.notes)
    blocks = spread_table(table, first.body, later.body, report.lang)
    return [first.slide(*blocks[:1]), *continuing(report, section, table, blocks, heading)]


def continuing(
    report: Draft, section: Section, table: Table, blocks: Sequence[TableBlock], title: str
) -> list[Slide]:
    """The slides after the first of a table that needs several."""
    slides = []
    for page, block in enumerate(blocks[1:], start=2):
        shown = continued(title, page, len(blocks), report.lang)
        slides.append(framed(report, section, title=shown, notes=table.notes).slide(block))
    return slides


def chart_slide(
    report: Draft, section: Section, spec: ChartSpec, *, title: str = "", lead: str = ""
) -> Slide:
    """One chart on a slide of its own."""
    frame = framed(report, section, title=title or spec.headline, lead=lead, notes=spec.notes)
    if (title or spec.headline) != spec.title:
        return frame.slide(*captioned_chart(spec, frame.body))
    return frame.slide(*charts_in(spec, frame.body))


def without_blank_columns(table: Table) -> Table:
    """The table without the columns that hold no word, or no figure, in any row."""
    said = {
        column.key
        for place, column in enumerate(table.columns)
        if any(_says(row[place]) for row in table.rows)
    }
    return with_columns(table, lambda column: column.key in said)


def _says(cell: Cell) -> bool:
    return bool(cell.shown.strip()) and (cell.kind == "text" or cell.value is not None)


def transposed(table: Table) -> Table:
    """A table of one row as two columns, its title over the names."""
    columns = (Column("name", table.title, width=2.2), Column("figure", "", "score"))
    pairs = zip(table.columns, table.rows[0], strict=True)
    rows = tuple((Cell(column.title), cell) for column, cell in pairs)
    return replace(table, columns=columns, rows=rows, row_ids=(), row_depths=())


def with_columns(table: Table, wanted: Callable[[Column], bool]) -> Table:
    """The table with only the wanted columns."""
    kept = [place for place, column in enumerate(table.columns) if wanted(column)]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def split_by_depth(table: Table, deepest: int = 1) -> tuple[Table, Table]:
    """The rows down to a depth of the tree, and those below; all rows where the table tells no depths."""
    if not table.row_depths:
        return table, replace(table, rows=(), row_ids=())
    upper = [place for place, depth in enumerate(table.row_depths) if depth <= deepest]
    lower = [place for place, depth in enumerate(table.row_depths) if depth > deepest]
    return _with_rows(table, upper), _with_rows(table, lower)


def without_tiers(table: Table) -> Table:
    """The table without its column of tiers, where the depths of its rows show the same."""
    if not table.row_depths:
        return table
    return with_columns(table, lambda column: column.key != "tier")


def _with_rows(table: Table, places: Sequence[int]) -> Table:
    return replace(
        table,
        rows=tuple(table.rows[place] for place in places),
        row_ids=tuple(table.row_ids[place] for place in places) if table.row_ids else (),
        row_depths=tuple(table.row_depths[place] for place in places) if table.row_depths else (),
    )
