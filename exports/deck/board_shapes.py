"""The roadmap as native shapes: the board of phases and tracks, the Gantt chart with glued connectors."""

from collections.abc import Sequence
from typing import Final

from assessment.report.pictures import Board, GanttPicture, Lane, Phase, Piece
from exports.deck.blocks import INSET, Connector, DrawingBlock, Item
from exports.deck.drawing import around
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, line_height, text_height, text_width
from exports.style import ACCENT, GREY, HAIRLINE, INK, LEVELS, SECOND, SMALLEST_PT, WHITE

TRACK_FILLS: Final = {"operational": LEVELS[1], "analytical": "#F3E3D8"}
TRACK_EDGES: Final = {"operational": ACCENT, "analytical": SECOND}
_BETWEEN: Final = 0.06
_LANE_NAME: Final = 1.15
_GUTTER: Final = 0.16
"""Inches that bars leave free at either end of a phase, for the lines between them."""
_WIDEST_NAMES: Final = 0.34
_LEGEND: Final = 0.3
_TALLER: Final = 0.1
"""Inches that a bar of a short plan is taller by."""


def board_blocks(board: Board, room: Box) -> list[DrawingBlock]:
    """The board on as many slides as its rows need, every name whole at 10 points."""
    phase = (room.width - _LANE_NAME) / len(board.phases)
    heights = {
        (lane.role, row): _row_height([piece for piece in lane.pieces if piece.row == row], phase)
        for lane in board.lanes
        for row in range(lane.rows)
    }
    head = _head_height(board.phases, phase)
    pages = _filled(list(heights), heights, room.height - head)
    blocks = []
    for number, rows in enumerate(pages, start=1):
        items = _phase_heads(board.phases, room, _LANE_NAME, head)
        top = room.top + head
        for lane in board.lanes:
            own = [row for role, row in rows if role == lane.role]
            if own:
                drawn, top = _lane(lane, own, heights, Box(room.left, top, room.width, 0.0), phase)
                items += drawn
        name = board.id if number == 1 else f"{board.id} {number}"
        blocks.append(DrawingBlock(around(items), name, board.alt, tuple(items)))
    return blocks


def _row_height(pieces: Sequence[Piece], phase: float) -> float:
    """Inches of a row whose names all fit."""
    least = line_height("", SMALLEST_PT) / POINTS_PER_INCH
    tallest = max(
        (_text_height(_numbered(piece), piece.width * phase - _BETWEEN - 4 * INSET) for piece in pieces),
        default=0.0,
    )
    return max(least, tallest) + 0.05 + _BETWEEN


def _text_height(said: str, width: float) -> float:
    return text_height(said, width * POINTS_PER_INCH, SMALLEST_PT) / POINTS_PER_INCH


def _numbered(piece: Piece) -> str:
    return f"{piece.number} {piece.name}"


def _filled(
    rows: Sequence[tuple[str, int]], heights: dict[tuple[str, int], float], room: float
) -> list[list[tuple[str, int]]]:
    """The rows of each slide, about as full as one another."""
    full = _cut(rows, heights, room)
    shares = (0.5 + 0.02 * step for step in range(26))
    even = (pages for share in shares if len(pages := _cut(rows, heights, room * share)) == len(full))
    return next(even, full)


def _cut(
    rows: Sequence[tuple[str, int]], heights: dict[tuple[str, int], float], room: float
) -> list[list[tuple[str, int]]]:
    pages: list[list[tuple[str, int]]] = [[]]
    used = 0.0
    for row in rows:
        if pages[-1] and used + heights[row] + _BETWEEN > room:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += heights[row]
    return pages


def _head_height(phases: Sequence[Phase], width: float) -> float:
    """Inches that names and dates of the phases take, and the gap below them."""
    room = width - _BETWEEN - 2 * INSET
    tallest = max(_text_height(one.name, room) + _text_height(one.dates, room) for one in phases)
    return tallest + 0.06 + _BETWEEN


def _phase_heads(phases: Sequence[Phase], room: Box, before: float, head: float) -> list[Item]:
    """Names and dates of the phases, and thin lines down between them are left to the lanes."""
    width = (room.width - before) / len(phases)
    items = []
    for place, phase in enumerate(phases):
        box = Box(room.left + before + place * width, room.top, width - _BETWEEN, head - _BETWEEN)
        items.append(Item(box, (phase.name, phase.dates), align="ctr", fill=LEVELS[0], bold=False))
    return items


def _lane(
    lane: Lane, rows: Sequence[int], heights: dict[tuple[str, int], float], at: Box, phase: float
) -> tuple[list[Item], float]:
    total = sum(heights[lane.role, row] for row in rows)
    edge = TRACK_EDGES.get(lane.role, GREY)
    name = Box(at.left, at.top, _LANE_NAME - _BETWEEN, total - _BETWEEN)
    items = [
        Item(name, (lane.name,), bold=True, fill=edge, colour=WHITE, align="ctr", key=f"lane {lane.role}")
    ]
    top = at.top
    for row in rows:
        height = heights[lane.role, row]
        for piece in (piece for piece in lane.pieces if piece.row == row):
            left = at.left + _LANE_NAME + piece.left * phase
            box = Box(left, top, piece.width * phase - _BETWEEN, height - _BETWEEN)
            items.append(_card(piece, box))
        top += height
    return items, top + _BETWEEN


def _card(piece: Piece, box: Box) -> Item:
    return Item(
        box,
        (_numbered(piece),),
        shape="roundRect",
        fill=TRACK_FILLS.get(piece.role, LEVELS[0]),
        line=TRACK_EDGES.get(piece.role, GREY),
        adjust=(("adj", 8000),),
        key=f"initiative {piece.id}",
        alt=piece.said,
        inset=1.5 * INSET,
    )


def gantt_blocks(gantt: GanttPicture, room: Box) -> list[DrawingBlock]:
    """The Gantt chart on as many slides as its rows need; a line that crosses slides is told by number."""
    names = [_numbered(bar) for bar in gantt.bars]
    widest = max((text_width(name, SMALLEST_PT) for name in names), default=0.0) / POINTS_PER_INCH
    before = min(widest + 4 * INSET, room.width * _WIDEST_NAMES)
    heights = [max(0.215, _text_height(name, before - 2 * INSET) + 0.04) for name in names]
    rows = [(str(place), 0) for place in range(len(names))]
    by_row = {row: heights[place] for place, row in enumerate(rows)}
    head = _head_height(gantt.phases, (room.width - before) / len(gantt.phases))
    pages = _filled(rows, by_row, room.height - head - _LEGEND)
    if len(pages) == 1:
        spare = (room.height - head - _LEGEND - sum(heights)) / len(heights)
        heights = [height + max(0.0, min(spare, _TALLER)) for height in heights]
    blocks = []
    for number, page in enumerate(pages, start=1):
        places = [int(place) for place, _ in page]
        items = _gantt_rows(gantt, places, heights, room, before, head)
        there = {f"bar {gantt.bars[place].id}" for place in places}
        lines = tuple(
            Connector(f"bar {one}", f"bar {other}", GREY)
            for one, other in gantt.links
            if {f"bar {one}", f"bar {other}"} <= there
        )
        name = gantt.id if number == 1 else f"{gantt.id} {number}"
        blocks.append(DrawingBlock(around(items), name, gantt.alt, tuple(items), lines))
    return blocks


def _gantt_rows(
    gantt: GanttPicture,
    places: Sequence[int],
    heights: Sequence[float],
    room: Box,
    before: float,
    head: float,
) -> list[Item]:
    phase = (room.width - before) / len(gantt.phases)
    bottom = room.top + head + sum(heights[place] for place in places)
    first = Item(Box(room.left, room.top, before, head - _BETWEEN), (gantt.first,), bold=True)
    items = [first, *_phase_heads(gantt.phases, room, before, head)]
    for k in range(1, len(gantt.phases)):
        left = room.left + before + k * phase - _BETWEEN / 2
        line = Box(left, room.top + head, 0.0, bottom - room.top - head)
        items.append(Item(line, shape="line", line=HAIRLINE))
    waits = _waits_elsewhere(gantt, places)
    top = room.top + head
    for place in places:
        bar, height = gantt.bars[place], heights[place]
        items.append(Item(Box(room.left, top, before, height), (_numbered(bar),)))
        left = room.left + before + bar.left * phase + _GUTTER / 2
        box = Box(left, top + 0.02, bar.width * phase - _GUTTER - _BETWEEN / 2, height - 0.04)
        items.append(_bar(bar, box, waits.get(bar.id, ())))
        top += height
    return [*items, *_legend(gantt, room, bottom + 0.08)]


def _waits_elsewhere(gantt: GanttPicture, places: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Bar -> numbers of those on other slides that it waits for."""
    here = {gantt.bars[place].id for place in places}
    numbers = {bar.id: bar.number for bar in gantt.bars}
    found: dict[str, list[int]] = {}
    for before, after in gantt.links:
        if after in here and before not in here:
            found.setdefault(after, []).append(numbers[before])
    return {bar: tuple(sorted(waits)) for bar, waits in found.items()}


def _bar(bar: Piece, box: Box, waits: Sequence[int]) -> Item:
    edge = TRACK_EDGES.get(bar.role, GREY)
    said = (f"← {', '.join(map(str, waits))}",) if waits else ()
    return Item(box, said, fill=edge, colour=WHITE, key=f"bar {bar.id}", alt=bar.said)


def _legend(gantt: GanttPicture, room: Box, top: float) -> list[Item]:
    items, left = [], room.left
    for role, name in gantt.tracks:
        width = text_width(name, SMALLEST_PT) / POINTS_PER_INCH + 0.15
        items.append(Item(Box(left, top + 0.04, 0.22, 0.12), fill=TRACK_EDGES.get(role, GREY)))
        items.append(Item(Box(left + 0.26, top, width, 0.2), (name,), colour=INK))
        left += 0.26 + width + 0.2
    return items
