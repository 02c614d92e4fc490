"""Slides of the storyline's sections: each picture, chart and table under the section's finding."""

from collections.abc import Callable, Sequence
from typing import Final

from assessment.catalogue import Lang
from assessment.report.pictures import Board, Cards, Field, GanttPicture, HousePicture, Tracks
from assessment.report.shapes import ChartSpec, Picture, Section, Table
from exports.deck.blocks import Block, ChartBlock, FieldBlock, Slide
from exports.deck.board_shapes import board_blocks, gantt_blocks
from exports.deck.cards import card_blocks
from exports.deck.columns import KINDS
from exports.deck.draft import Draft
from exports.deck.frames import Frame, continued, framed
from exports.deck.harvey import track_blocks
from exports.deck.house_shapes import house_blocks
from exports.deck.paging import spread_table
from exports.deck.parts import (
    captioned_chart,
    charts_in,
    has_figures,
    with_columns,
    without_blank_columns,
    without_tiers,
)
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, longest_word
from exports.style import SMALLEST_PT

_MOST_PAGES: Final = 99
_SMALL_CHARTS: Final = (3, 2)
"""How many charts of roles stand across and down a slide."""
_SMALLEST: Final = (3.6, 1.9)
"""Inches that such a chart takes across and down at least, or its legend leaves no room for its columns."""
_FEW: Final = 4
_CELL_SIDES: Final = 0.16
_NARROWEST: Final = 0.72
"""Inches of a column at least: its head is read in words, not letter by letter."""
_GAP: Final = 0.25

Pages = list[list[Block]]
Draw = Callable[[Box], Pages]
Body = tuple[str, tuple[str, ...], Draw]
Made = tuple[str, tuple[str, ...], list[Block]]


def story_slides(report: Draft, section: Section) -> list[Slide]:
    """All slides of a section, under one finding; what a slide shows stands in its lead."""
    bodies = [*_pictures(report, section), *_charts(section), *_tables(report, section)]
    if not bodies:
        return [framed(report, section, lead=section.lead).slide()]
    made = _made(report, section, bodies, (1, 1)) if len(bodies) == 1 else []
    if len(made) != 1:
        made = _made(report, section, bodies, (_MOST_PAGES, _MOST_PAGES))
    return [
        _frame(report, section, (number, len(made)), lead, notes).slide(*blocks)
        for number, (lead, notes, blocks) in enumerate(made, start=1)
    ]


def _made(report: Draft, section: Section, bodies: list[Body], page: tuple[int, int]) -> list[Made]:
    """Lead, notes and blocks of every slide, in the room that the title of this page leaves."""
    made: list[Made] = []
    for place, (caption, notes, draw) in enumerate(bodies):
        lead = section.lead if place == 0 else caption
        room = _frame(report, section, page, lead, notes)
        for number, blocks in enumerate(draw(room.body)):
            made.append((lead if number == 0 or place else "", notes, blocks))
    return made


def _frame(
    report: Draft, section: Section, page: tuple[int, int], lead: str, notes: tuple[str, ...]
) -> Frame:
    title = section.title if page == (1, 1) else continued(section.title, *page, report.lang)
    return framed(report, section, title=title, lead=lead, notes=notes)


def _pictures(report: Draft, section: Section) -> list[Body]:
    return [(one.title, one.notes, _drawn(one, report.lang)) for one in section.pictures]


def _drawn(picture: Picture, lang: Lang) -> Draw:
    """How a picture becomes blocks, one a slide."""

    def draw(room: Box) -> Pages:
        return [[block] for block in _blocks(picture, room, lang)]

    return draw


def _blocks(picture: Picture, room: Box, lang: Lang) -> Sequence[Block]:
    match picture:
        case Field():
            return [FieldBlock(room, picture)]
        case HousePicture():
            return house_blocks(picture, room)
        case Board():
            return board_blocks(picture, room)
        case GanttPicture():
            return gantt_blocks(picture, room)
        case Tracks():
            return track_blocks(picture, room)
        case Cards():
            return card_blocks(picture, room, lang)
        case _:
            raise TypeError(f"no slide draws {type(picture).__name__}")


def _charts(section: Section) -> list[Body]:
    """Charts of roles several on a slide, all others alone."""
    drawn = [chart for chart in section.charts if has_figures(chart)]
    small = [chart for chart in drawn if chart.kind == "load"]
    rest = [chart for chart in drawn if chart.kind != "load"]
    found: list[Body] = [(one.title, one.notes, _alone(one)) for one in rest]
    if small:
        found.append((section.lead, (), lambda room: _in_grid(small, room)))
    return found


def _alone(chart: ChartSpec) -> Draw:
    def draw(room: Box) -> Pages:
        return [list(charts_in(chart, room)) if chart.kind not in KINDS else [ChartBlock(room, chart)]]

    return draw


def _in_grid(charts: Sequence[ChartSpec], room: Box) -> Pages:
    most = _SMALL_CHARTS if len(charts) > _FEW else (2, 2 if len(charts) > 2 else 1)  # noqa: PLR2004
    across, down = max(1, min(most[0], int(room.width / _SMALLEST[0]))), most[1]
    if room.height / down < _SMALLEST[1]:
        down = 1
    pages: Pages = []
    each = across * down
    width = (room.width - _GAP * (across - 1)) / across
    height = (room.height - _GAP * (down - 1)) / down
    for start in range(0, len(charts), each):
        blocks: list[Block] = []
        for place, chart in enumerate(charts[start : start + each]):
            row, column = divmod(place, across)
            box = Box(room.left + column * (width + _GAP), room.top + row * (height + _GAP), width, height)
            blocks += captioned_chart(chart, box)
        pages.append(blocks)
    return pages


def _tables(report: Draft, section: Section) -> list[Body]:
    return [
        (table.title, table.notes, _spread(without_blank_columns(without_tiers(table)), report.lang))
        for table in section.tables
    ]


def _spread(table: Table, lang: Lang) -> Draw:
    """A table over as many slides as its rows and its columns need; the first column stands on each."""

    def draw(room: Box) -> Pages:
        pages: Pages = []
        for part in column_parts(table, room.width):
            pages += [[block] for block in spread_table(part, room, room, lang)]
        return pages

    return draw


def column_parts(table: Table, width: float) -> list[Table]:
    """The table itself, or several with its first column each, none with a word wider than its column."""
    needs = [_least(table, place) for place in range(len(table.columns))]
    if sum(needs) <= width:
        return [table]
    groups: list[list[int]] = [[]]
    for place in range(1, len(needs)):
        if groups[-1] and needs[0] + sum(needs[k] for k in groups[-1]) + needs[place] > width:
            groups.append([])
        groups[-1].append(place)
    even = -(-(len(needs) - 1) // len(groups))
    spread = [list(range(start, min(start + even, len(needs)))) for start in range(1, len(needs), even)]
    fitting = all(needs[0] + sum(needs[k] for k in group) <= width for group in spread)
    chosen = spread if fitting else groups
    keys = [{table.columns[0].key, *(table.columns[k].key for k in group)} for group in chosen]
    return [with_columns(table, lambda column, kept=kept: column.key in kept) for kept in keys]  # type: ignore[misc]  # the usual way to bind


def _least(table: Table, place: int) -> float:
    """Inches of a column's longest word at the smallest type."""
    shown = [row[place].shown for row in table.rows]
    bold = len(set(table.row_depths)) > 1
    words = [longest_word(said, SMALLEST_PT, bold=bold) for said in shown]
    head = longest_word(table.columns[place].title, SMALLEST_PT, bold=True)
    return max(_NARROWEST, max([head, *words]) / POINTS_PER_INCH + _CELL_SIDES)
