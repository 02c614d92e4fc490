"""The one page for an executive: levels at the left, gaps and next steps at the right, decisions below."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from assessment.catalogue import Lang, text
from assessment.report.pictures import Tracks
from assessment.report.shapes import Section, Table
from exports.deck.blocks import Block, Slide, TableBlock
from exports.deck.draft import Draft
from exports.deck.frames import framed
from exports.deck.harvey import track_blocks
from exports.deck.paging import one_table
from exports.deck.parts import caption, with_columns
from exports.grid import Box
from exports.style import LABEL_PT, SMALLEST_PT

_LEFT: Final = 0.47
_BELOW_CAPTION: Final = 0.06
_BETWEEN: Final = 0.2
_SIZES: Final = (LABEL_PT, LABEL_PT - 1, SMALLEST_PT)
_REASON: Final = "because"


class _Wanted(NamedTuple):
    """How much the page tells: rows of decisions and of next steps, reasons or not, the size of its type."""

    decisions: int
    steps: int
    reasons: bool
    size: float


_EVER_LESS: Final = tuple(
    _Wanted(decisions, steps, reasons, size)
    for decisions, steps, reasons in (
        *((6, 4, True), (5, 4, True), (5, 3, True), (4, 3, True), (5, 2, True), (4, 2, True), (3, 3, True)),
        *((5, 3, False), (4, 3, False), (3, 2, False), (2, 2, False), (1, 1, False), (0, 1, False)),
        (0, 0, False),
    )
    for size in _SIZES
)
"""What is tried in turn until it fits; what the page leaves out, the deck tells."""


def page_slide(report: Draft, section: Section) -> list[Slide]:
    """Exactly one slide, however much there is to tell."""
    tracks = next((one for one in section.pictures if isinstance(one, Tracks)), None)
    notes = tracks.notes if tracks else ()
    frame = framed(report, section, lead=section.lead, notes=notes)
    tables = {table.id: table for table in section.tables}
    for wanted in _EVER_LESS:
        blocks = _laid(tracks, tables, wanted, frame.body, report.lang)
        if blocks is not None:
            return [frame.slide(*blocks)]
    return [frame.slide()]


def _laid(
    tracks: Tracks | None, tables: dict[str, Table], wanted: _Wanted, body: Box, lang: Lang
) -> list[Block] | None:
    """The blocks of the page; None where this much does not fit."""
    asked = _first(tables.get("page.decisions"), wanted.decisions, lang)
    if asked and not wanted.reasons:
        asked = with_columns(asked, lambda column: column.key != _REASON)
    below = _stack([asked] if asked else [], body, wanted.size, lang)
    if below is None:
        return None
    height = _height(below)
    upper = body.upper(body.height - (height + _BETWEEN if height else 0.0))
    steps = _first(tables.get("page.steps"), wanted.steps, lang)
    beside = [table for table in (tables.get("page.gaps"), steps) if table]
    left, right = upper.columns(_LEFT) if tracks and beside else (upper, upper)
    told = _stack(beside, right, wanted.size, lang)
    shown = _levels(tracks, left)
    if told is None or shown is None:
        return None
    depth = max(_height(told), _height(shown)) + (_BETWEEN if told or shown else 0.0)
    return [*shown, *told, *(_moved(block, depth) for block in below)]


def _first(table: Table | None, count: int, lang: Lang) -> Table | None:
    """The table's first rows; its title says so where others are left out."""
    if table is None or count == 0:
        return None
    if len(table.rows) <= count:
        return table
    title = text("deck.page.first", lang, title=table.title, shown=count, count=len(table.rows))
    return replace(table, title=title, rows=table.rows[:count], row_ids=table.row_ids[:count])


def _levels(tracks: Tracks | None, room: Box) -> list[Block] | None:
    if tracks is None:
        return []
    head = caption(tracks.title, room)
    drawn = track_blocks(tracks, room.from_top(head.box.height + _BELOW_CAPTION))
    fits = len(drawn) == 1 and drawn[0].box.bottom <= room.bottom
    return [head, *drawn] if fits else None


def _stack(tables: Sequence[Table], room: Box, size: float, lang: Lang) -> list[Block] | None:
    """Captioned tables under one another; None where the box is too small."""
    blocks: list[Block] = []
    for table in tables:
        head = caption(table.title, room)
        room = room.from_top(head.box.height + _BELOW_CAPTION)
        block: TableBlock | None = one_table(table, room, lang, (size,)) if room.height > 0 else None
        if block is None:
            return None
        blocks += [head, block]
        room = room.from_top(block.box.height + _BETWEEN)
    return blocks


def _height(blocks: Sequence[Block]) -> float:
    """From the top of the highest to the bottom of the lowest."""
    if not blocks:
        return 0.0
    return max(one.box.bottom for one in blocks) - min(one.box.top for one in blocks)


def _moved(block: Block, down: float) -> Block:
    return replace(block, box=replace(block.box, top=block.box.top + down))
