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
from exports.deck.paging import one_table, words_fit
from exports.deck.parts import caption, with_columns
from exports.grid import Box
from exports.style import LABEL_PT, SMALLEST_PT

_LEFT: Final = 0.47
_BELOW_CAPTION: Final = 0.06
_BETWEEN: Final = 0.2
_SIZES: Final = (LABEL_PT, LABEL_PT - 1, SMALLEST_PT)
_HEAD_AND_LEGEND: Final = 0.63
_ROWS: Final = (0.27, 0.32, 0.38, 0.45)
"""Inches of a level track: as low as names allow, for there is more to tell."""
_REASON: Final = "because"


class _Wanted(NamedTuple):
    """How much the page tells: rows of decisions and of next steps, reasons or not, the size of its type."""

    decisions: int
    steps: int
    reasons: bool
    size: float


_DECISIONS_TELL: Final = (0.0, 10.0, 16.0, 20.0, 21.5, 22.5, 23.0)
_STEPS_TELL: Final = (0.0, 8.0, 13.0, 16.0, 17.0)
_REASONS_TELL: Final = 3.0
_LEAD_TELLS: Final = 9.0
"""How much so many rows tell: the first tell most, reasons about as much as a third row."""
_LESS_NEEDED: Final = ("aim", "class", "gap")
"""Columns that are left out where words would be broken."""


def _worth(wanted: _Wanted) -> float:
    reasons = _REASONS_TELL if wanted.reasons and wanted.decisions else 0.0
    return _DECISIONS_TELL[wanted.decisions] + _STEPS_TELL[wanted.steps] + reasons + wanted.size / 100


_EVER_LESS: Final = tuple(
    sorted(
        (
            _Wanted(decisions, steps, reasons, size)
            for decisions in range(len(_DECISIONS_TELL))
            for steps in range(len(_STEPS_TELL))
            for reasons in (True, False)
            for size in _SIZES
        ),
        key=_worth,
        reverse=True,
    )
)
"""What is tried in turn until it fits; what the page leaves out, the deck tells."""


def page_slide(report: Draft, section: Section) -> list[Slide]:
    """Exactly one slide, however much there is to tell; without its lead where that makes room for more."""
    tracks = next((one for one in section.pictures if isinstance(one, Tracks)), None)
    notes = tracks.notes if tracks else ()
    tables = {table.id: table for table in section.tables}
    found: list[tuple[float, Slide]] = []
    for lead, worth in ((section.lead, _LEAD_TELLS), ("", 0.0)):
        frame = framed(report, section, lead=lead, notes=notes)
        for wanted in _EVER_LESS:
            blocks = _laid(tracks, tables, wanted, frame.body, report.lang)
            if blocks is not None:
                found.append((worth + _worth(wanted), frame.slide(*blocks)))
                break
    if not found:
        return [framed(report, section, lead=section.lead).slide()]
    return [max(found, key=lambda one: one[0])[1]]


def _laid(
    tracks: Tracks | None, tables: dict[str, Table], wanted: _Wanted, body: Box, lang: Lang
) -> list[Block] | None:
    """The blocks of the page; None where this much does not fit."""
    asked = _first(tables.get("page.decisions"), wanted.decisions, lang)
    if asked and not wanted.reasons:
        asked = with_columns(asked, lambda column: column.key != _REASON)
    steps = _first(tables.get("page.steps"), wanted.steps, lang)
    told = [table for table in (tables.get("page.gaps"), steps) if table]
    left, right = body.columns(_LEFT) if tracks and told else (body, body)
    shown, beside = _levels(tracks, left), _stack(told, right, wanted.size, lang)
    if shown is None or beside is None:
        return None
    last = [asked] if asked else []
    for room, over in ((body, [*shown, *beside]), (left, shown)):
        below = _stack(last, room.from_top(_depth(over)), wanted.size, lang)
        if below is not None and not (wanted.reasons and room is left is not body):
            return [*shown, *beside, *below]
    return None


def _depth(blocks: Sequence[Block]) -> float:
    """How far down the blocks reach, with the gap below them."""
    if not blocks:
        return 0.0
    return max(one.box.bottom for one in blocks) - min(one.box.top for one in blocks) + _BETWEEN


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
    below = room.from_top(head.box.height + _BELOW_CAPTION)
    for row in _ROWS:
        height = min(below.height, _HEAD_AND_LEGEND + row * len(tracks.chart.categories))
        drawn = track_blocks(tracks, below.upper(height))
        if len(drawn) == 1 and drawn[0].box.bottom <= room.bottom:
            return [head, *drawn]
    return None


def _stack(tables: Sequence[Table], room: Box, size: float, lang: Lang) -> list[Block] | None:
    """Captioned tables under one another; None where the box is too small."""
    blocks: list[Block] = []
    for whole in tables:
        table = _narrowed(whole, room.width)
        head = caption(table.title, room)
        room = room.from_top(head.box.height + _BELOW_CAPTION)
        block: TableBlock | None = one_table(table, room, lang, (size,)) if room.height > 0 else None
        if block is None:
            return None
        blocks += [head, block]
        room = room.from_top(block.box.height + _BETWEEN)
    return blocks


def _narrowed(table: Table, width: float) -> Table:
    """The table without the columns for whose words there is no room."""
    for count in range(len(_LESS_NEEDED) + 1):
        left_out = _LESS_NEEDED[:count]
        found = with_columns(table, lambda column, left_out=left_out: column.key not in left_out)  # type: ignore[misc]  # the usual way to bind
        if words_fit(found, width):
            return found
    return table
