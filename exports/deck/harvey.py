"""Level tracks with their marks, and importance as Harvey balls: rows of native shapes."""

from collections.abc import Sequence
from typing import Final

from assessment.report.numbers import plain
from assessment.report.pictures import Tracks
from assessment.report.shapes import ChartSpec, Series
from exports.deck.blocks import DrawingBlock, Item
from exports.deck.drawing import around
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_height, text_width
from exports.style import ACCENT, GREY, HAIRLINE, INK, LEVELS, ROLE_COLOURS, SMALLEST_PT, WHITE

_IMPORTANCE: Final = "importance"
_HEAD: Final = 0.3
_LEGEND: Final = 0.32
_ROW_AT_LEAST: Final = 0.25
_ROW_AT_MOST: Final = 0.42
_NAMES: Final = 0.30
_BALLS: Final = 0.16
"""Shares of the width for names at the left and balls at the right."""
_WIDEST_NAMES: Final = 0.42
"""The same for names where there are no balls."""
_BALL: Final = 0.2
_FULL_TURN: Final = 21_600_000
"""A turn in the unit of DrawingML, 60,000ths of a degree."""
_TOP: Final = 16_200_000
_SHAPES: Final = {"level": "ellipse", "last": "ellipse", "target": "rect", "best": "diamond"}
_SIZES: Final = {"level": 0.17, "last": 0.17, "target": 0.05, "best": 0.17}
_ORDER: Final = ("best", "last", "target", "level")
"""What is drawn first lies below the others."""


def track_blocks(tracks: Tracks, room: Box) -> list[DrawingBlock]:
    """The rows on as many slides as they need, evenly filled."""
    spec = tracks.chart
    names = _names(spec, room)
    needed = [
        text_height(name, (names - 0.1) * POINTS_PER_INCH, SMALLEST_PT) / POINTS_PER_INCH + 0.06
        for name in spec.categories
    ]
    left = room.height - _HEAD - _LEGEND
    pages = _pages([max(_ROW_AT_LEAST, height) for height in needed], left)
    each = max(len(page) for page in pages)
    least = min(_ROW_AT_MOST, left / each) if len(pages) > 1 or sum(needed) <= left else _ROW_AT_LEAST
    heights = [max(least, height) for height in needed]
    if any(sum(heights[row] for row in page) > left for page in pages):
        heights = [max(_ROW_AT_LEAST, height) for height in needed]
    blocks = []
    for number, rows in enumerate(pages, start=1):
        items = [*_heads(tracks, room), *_scale(spec, room, sum(heights[row] for row in rows))]
        top = room.top + _HEAD
        for row in rows:
            items += _row(spec, row, Box(room.left, top, room.width, heights[row]))
            top += heights[row]
        items += _legend(spec, room, top + 0.1)
        name = tracks.id if number == 1 else f"{tracks.id} {number}"
        blocks.append(DrawingBlock(around(items), name, tracks.alt, tuple(items)))
    return blocks


def _pages(heights: Sequence[float], room: float) -> list[range]:
    """Rows of each slide, about as many on each."""
    count = 1
    while True:
        each = -(-len(heights) // count)
        pages = [range(start, min(start + each, len(heights))) for start in range(0, len(heights), each)]
        if each == 1 or all(sum(heights[row] for row in page) <= room for page in pages):
            return pages
        count += 1


def _has_balls(spec: ChartSpec) -> bool:
    return any(one.id == _IMPORTANCE for one in spec.series)


def _names(spec: ChartSpec, room: Box) -> float:
    """Inches for the names; without balls as many as the longest needs, within bounds."""
    if _has_balls(spec):
        return room.width * _NAMES
    longest = max(text_width(name, SMALLEST_PT) for name in spec.categories) / POINTS_PER_INCH + 0.15
    return min(room.width * _WIDEST_NAMES, longest)


def _track(spec: ChartSpec, room: Box) -> Box:
    """Where the tracks run."""
    left = room.left + _names(spec, room) + 0.15
    right = room.right - (room.width * _BALLS + 0.3 if _has_balls(spec) else 0.15)
    return Box(left, room.top, right - left, room.height)


def _at(spec: ChartSpec, room: Box, value: float) -> float:
    track = _track(spec, room)
    return track.left + track.width * (value - spec.axis_min) / (spec.axis_max - spec.axis_min)


def _heads(tracks: Tracks, room: Box) -> list[Item]:
    spec = tracks.chart
    balls = next((one.name for one in spec.series if one.id == _IMPORTANCE), "")
    right = Box(room.right - room.width * _BALLS, room.top, room.width * _BALLS, _HEAD)
    heads = [Item(Box(room.left, room.top, _names(spec, room), _HEAD), (tracks.head,), bold=True)]
    return [*heads, Item(right, (balls,), bold=True)] if balls else heads


def _scale(spec: ChartSpec, room: Box, height: float) -> list[Item]:
    """The levels over the tracks with a thin line down each."""
    span = spec.axis_max - spec.axis_min
    step = 1.0 if span <= 10 else span / 5  # noqa: PLR2004 - whole levels while there is room
    items = []
    for k in range(round(span / step) + 1):
        value = spec.axis_min + k * step
        x = _at(spec, room, value)
        items.append(Item(Box(x - 0.25, room.top, 0.5, _HEAD), (plain(value),), align="ctr", colour=GREY))
        items.append(Item(Box(x, room.top + _HEAD, 0.0, height), shape="line", line=HAIRLINE))
    return items


def _row(spec: ChartSpec, row: int, box: Box) -> list[Item]:
    series = {one.id: one for one in spec.series}
    middle = box.top + box.height / 2
    items = [Item(Box(box.left, box.top, _names(spec, box), box.height), (spec.categories[row],))]
    start, end = _at(spec, box, spec.axis_min), _at(spec, box, spec.axis_max)
    items.append(Item(Box(start, middle - 0.02, end - start, 0.04), shape="roundRect", fill=HAIRLINE))
    items += _gap(spec, series, row, box, middle)
    for name in _ORDER:
        if name in series and (value := series[name].values[row]) is not None:
            items.append(_mark(series[name], row, _at(spec, box, value), middle))
    level = series["level"]
    if level.values[row] is None:
        items.append(Item(Box(start, box.top, 1.6, box.height / 2), (level.labels[row],), colour=GREY))
    else:
        x = _at(spec, box, level.values[row] or 0.0)
        items.append(_figure(level.labels[row], x, _taken(spec, series, row, box), box))
    return [*items, *_ball(series.get(_IMPORTANCE), row, box, middle)]


def _taken(spec: ChartSpec, series: dict[str, Series], row: int, box: Box) -> list[float]:
    """Where other marks of the row stand."""
    found = (series[name].values[row] for name in _ORDER[:-1] if name in series)
    return [_at(spec, box, value) for value in found if value is not None]


def _figure(said: str, x: float, taken: Sequence[float], box: Box) -> Item:
    """The level's figure beside its mark, on the side where no other mark stands."""
    width, away = 0.36, _SIZES["level"] / 2 + 0.02
    right = any(0 < other - x < width + away for other in taken)
    left = x - away - width if right else x + away
    return Item(
        Box(left, box.top, width, box.height), (said,), bold=True, align="r" if right else "l", colour=ACCENT
    )


def _gap(spec: ChartSpec, series: dict[str, Series], row: int, box: Box, middle: float) -> list[Item]:
    """A tinted bar from the level up to the target, or to best practice where no target is set."""
    here = series["level"].values[row]
    aims = [series[name].values[row] for name in ("target", "best") if name in series]
    aim = next((value for value in aims if value is not None), None)
    if here is None or aim is None or aim <= here:
        return []
    left, right = _at(spec, box, here), _at(spec, box, aim)
    return [Item(Box(left, middle - 0.04, right - left, 0.08), fill=LEVELS[2])]


def _mark(one: Series, row: int, x: float, middle: float) -> Item:
    width = _SIZES[one.id]
    height = 0.24 if one.id == "target" else width
    colour = ROLE_COLOURS[one.role]
    hollow = one.id == "last"
    return Item(
        Box(x - width / 2, middle - height / 2, width, height),
        shape=_SHAPES[one.id],
        fill=WHITE if hollow else colour,
        line=colour if hollow else WHITE,
        alt=f"{one.name}: {one.labels[row]}",
    )


def _ball(one: Series | None, row: int, box: Box, middle: float) -> list[Item]:
    """A ring, filled clockwise from the top by the share; the grade's name beside it."""
    if one is None:
        return []
    share = one.values[row]
    left = box.right - box.width * _BALLS
    ring = Box(left + 0.02, middle - _BALL / 2, _BALL, _BALL)
    words = Box(ring.right + 0.06, box.top, box.right - ring.right - 0.06, box.height)
    items = [Item(words, (one.labels[row],), colour=GREY if share is None else INK)]
    if share is None:
        return items
    items.append(Item(ring, shape="ellipse", fill=WHITE, line=INK, weight=1.0, alt=one.labels[row]))
    if share >= 1:
        items.append(Item(ring, shape="ellipse", fill=INK))
    elif share > 0:
        end = (_TOP + round(share * _FULL_TURN)) % _FULL_TURN
        items.append(Item(ring, shape="pie", fill=INK, adjust=(("adj1", _TOP), ("adj2", end))))
    return items


def _legend(spec: ChartSpec, room: Box, top: float) -> list[Item]:
    items: list[Item] = []
    left = room.left
    for name in reversed(_ORDER):
        one = next((series for series in spec.series if series.id == name), None)
        if one is None or all(value is None for value in one.values):
            continue
        width = text_width(one.name, SMALLEST_PT) / POINTS_PER_INCH + 0.15
        mark = _mark(one, 0, left + 0.1, top + 0.11)
        items += [mark, Item(Box(left + 0.24, top, width, 0.22), (one.name,))]
        left += 0.24 + width + 0.15
    return items
