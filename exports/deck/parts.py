"""What several kinds of slides are put together from: captioned charts, stacked and spread tables."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from assessment.catalogue import Lang
from assessment.report.shapes import ChartSpec, Column, Report, Section, Table
from exports.deck.blocks import Block, ChartBlock, Slide, TextBlock
from exports.deck.frames import continued, framed
from exports.deck.tables import one_table, spread_table
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_height
from exports.style import LABEL_PT, SMALLEST_PT

_BELOW_CAPTION: Final = 0.06
_BETWEEN: Final = 0.16
_AXIS_AND_LEGEND: Final = 1.1
_TALLEST_BAR: Final = 0.34
"""Inches of a bar and its share of the gap, so that one or two bars do not fill a slide."""


def caption(said: str, box: Box) -> TextBlock:
    """A heading over a chart or a table, at the top of the box."""
    height = text_height(said, box.width * POINTS_PER_INCH, LABEL_PT, bold=True) / POINTS_PER_INCH
    return TextBlock(box.upper(height), (said,), LABEL_PT, bold=True)


def captioned_chart(spec: ChartSpec, box: Box, *, upright: bool = False) -> tuple[Block, ...]:
    """A chart under its title, no taller than its bars need."""
    head = caption(spec.title, box)
    room = box.from_top(head.box.height + _BELOW_CAPTION)
    bars = len(spec.categories) * (len(spec.series) + 0.5)
    needed = room.height if upright or spec.kind == "radar" else _AXIS_AND_LEGEND + bars * _TALLEST_BAR
    return head, ChartBlock(room.upper(min(room.height, needed)), spec, upright)


def has_figures(spec: ChartSpec) -> bool:
    """Whether the chart has anything to draw."""
    return any(value is not None for series in spec.series for value in series.values)


def stacked(tables: Sequence[Table], box: Box, lang: Lang) -> tuple[list[Block], list[Table]]:
    """Captioned tables under one another, and those for which the box has no room."""
    for size in (LABEL_PT, LABEL_PT - 1, SMALLEST_PT):
        blocks, rest = _stack(tables, box, size, lang)
        if not rest:
            break
    return blocks, rest


def _stack(tables: Sequence[Table], box: Box, size: float, lang: Lang) -> tuple[list[Block], list[Table]]:
    blocks: list[Block] = []
    left = box
    for place, table in enumerate(tables):
        head = caption(table.title, left)
        block = one_table(table, left.from_top(head.box.height + _BELOW_CAPTION), lang, (size,))
        if block is None:
            return blocks, list(tables[place:])
        blocks += [head, block]
        left = left.from_top(block.box.bottom - left.top + _BETWEEN)
    return blocks, []


def table_slides(
    report: Report, section: Section, table: Table, *, title: str = "", lead: str = ""
) -> list[Slide]:
    """A table on as many slides as it needs, the first with the lead."""
    heading = title or section.title
    first = framed(report, section, title=heading, lead=lead, notes=table.notes)
    later = framed(report, section, title=heading, notes=table.notes)
    blocks = spread_table(table, first.body, later.body, report.lang)
    slides = [first.slide(*blocks[:1])]
    for page, block in enumerate(blocks[1:], start=2):
        shown = continued(heading, page, len(blocks), report.lang)
        slides.append(framed(report, section, title=shown, notes=table.notes).slide(block))
    return slides


def chart_slide(
    report: Report, section: Section, spec: ChartSpec, *, title: str = "", lead: str = ""
) -> Slide:
    """One chart on a slide of its own."""
    frame = framed(report, section, title=title or spec.title, lead=lead, notes=spec.notes)
    if title and title != spec.title:
        return frame.slide(*captioned_chart(spec, frame.body))
    return frame.slide(ChartBlock(frame.body, spec))


def with_columns(table: Table, wanted: Callable[[Column], bool]) -> Table:
    """The table with only the wanted columns."""
    kept = [place for place, column in enumerate(table.columns) if wanted(column)]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def upper_tiers(table: Table, count: int = 2) -> Table:
    """The rows of the first `count` tiers, by the table's own column of tiers; all without such a column."""
    keys = [column.key for column in table.columns]
    if "tier" not in keys:
        return table
    place = keys.index("tier")
    tiers = [*dict.fromkeys(row[place].text for row in table.rows)][:count]
    return replace(table, rows=tuple(row for row in table.rows if row[place].text in tiers))
