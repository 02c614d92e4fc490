"""The capability map as a group of native shapes, over as many slides as it needs to be read."""

from collections.abc import Sequence
from typing import Final

from assessment.drawn_house import DrawnBox, DrawnPanel, House
from assessment.house import BOX, GAP, TITLE, Area
from assessment.report.pictures import HousePicture
from exports.deck.blocks import INSET, DrawingBlock, Item
from exports.deck.drawing import around
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, line_height, text_height, text_width
from exports.style import GREY, HAIRLINE, HOUSE, INK, SMALLEST_PT, WHITE, on_colour

_LEGEND: Final = 0.34
"""Inches below the picture for the legend."""
_SWATCH: Final = 0.16
_DOTS: Final = 5
_DOT: Final = 0.06
_LARGEST_UNIT: Final = 0.105
"""Inches of a unit of height at most, so that few boxes do not fill a slide."""
_FIGURE: Final = 0.46
"""Inches of a box's right end for a figure."""


def house_blocks(picture: HousePicture, room: Box) -> list[DrawingBlock]:
    """The map on as many slides as it needs: bands stay whole, every name fits at 10 points."""
    house = picture.house
    across = room.width / house.width
    least = _least_unit(house, across)
    height = room.height - _LEGEND
    pages = _pages(house, height / least)
    tallest = max(end - start for start, end in pages)
    unit = min(_LARGEST_UNIT, height / tallest)
    blocks = []
    for number, (start, end) in enumerate(pages, start=1):
        place = _Place(room, across, unit, start)
        items = [
            item for panel in house.panels if start <= panel.area.y < end for item in _panel(panel, place)
        ]
        items += [item for box in house.boxes if start <= box.area.y < end for item in _box(box, place)]
        items += _legend(house, room, room.top + (end - start) * unit + 0.1)
        name = picture.id if number == 1 else f"{picture.id} {number}"
        blocks.append(DrawingBlock(around(items), name, picture.alt, tuple(items)))
    return blocks


class _Place:
    """From units of the house to inches on the slide."""

    def __init__(self, room: Box, across: float, down: float, first: int) -> None:
        self._room, self._across, self._down, self._first = room, across, down, first

    def box(self, area: Area) -> Box:
        """The rectangle of an area."""
        top = self._room.top + (area.y - self._first) * self._down
        return Box(self._room.left + area.x * self._across, top, area.w * self._across, area.h * self._down)

    def height(self, units: int) -> float:
        """Inches of so many units."""
        return units * self._down


def _least_unit(house: House, across: float) -> float:
    """Inches of a unit of height with which every name fits into its box, and every title into its frame."""
    tallest = max((_needed(box, box.area.w * across) for box in house.boxes), default=0.2)
    title = line_height(house.panels[0].label if house.panels else "", SMALLEST_PT) / POINTS_PER_INCH
    return max(tallest / BOX, title / TITLE)


def _needed(box: DrawnBox, width: float) -> float:
    return _name_height(box, width) + (2 * _DOT if box.complexity else 0.0) + 0.02


def _name_height(box: DrawnBox, width: float) -> float:
    room = (width - _side(box, width) - 2 * INSET) * POINTS_PER_INCH
    return text_height(box.label, room, SMALLEST_PT) / POINTS_PER_INCH


def _side(box: DrawnBox, width: float) -> float:
    """Inches beside the name for its figure; words that say why there is none may take a third."""
    needed = text_width(box.figure, SMALLEST_PT, bold=True) / POINTS_PER_INCH + 2 * INSET
    return max(_FIGURE, min(needed, width * 0.4)) if box.figure else 0.0


def _pages(house: House, room: float) -> list[tuple[int, int]]:
    """Where bands part the map, in units, so that no page is taller than the room unless a band is."""
    tops = sorted({panel.area.y for panel in house.panels if _outer(panel, house.panels)})
    cuts = [*tops, house.height + GAP]
    pages, start = [], cuts[0]
    for place in range(1, len(cuts)):
        if cuts[place] - GAP - start > room and cuts[place - 1] > start:
            pages.append((start, cuts[place - 1] - GAP))
            start = cuts[place - 1]
    return [*pages, (start, cuts[-1] - GAP)]


def _outer(panel: DrawnPanel, panels: Sequence[DrawnPanel]) -> bool:
    """Whether no other panel stands around it."""
    area = panel.area
    return not any(
        other is not panel and other.area.y < area.y and other.area.y + other.area.h > area.y
        for other in panels
    )


def _panel(panel: DrawnPanel, place: _Place) -> list[Item]:
    box = place.box(panel.area)
    head = box.upper(place.height(TITLE))
    side = text_width(panel.figure, SMALLEST_PT, bold=True) / POINTS_PER_INCH + 0.2 if panel.figure else 0.0
    name = Box(head.left, head.top, head.width - side, head.height)
    items = [
        Item(box, line=HAIRLINE, alt=f"{panel.label} {panel.figure}".strip(), key=f"panel {panel.node}"),
        Item(name, (panel.label,), bold=True, inset=0.08),
    ]
    if panel.figure:
        figure = Box(head.right - side, head.top, side, head.height)
        items.append(
            Item(
                figure,
                (panel.figure,),
                bold=panel.known,
                align="r",
                colour=INK if panel.known else GREY,
                inset=0.08,
            )
        )
    return items


def _box(box: DrawnBox, place: _Place) -> list[Item]:
    area = place.box(box.area)
    fill = HOUSE.get(box.role, WHITE)
    colour = on_colour(fill)
    side = _side(box, area.width)
    items = [Item(area, fill=fill, line=HAIRLINE, alt=box.said, key=f"box {box.node}")]
    dots = 2 * _DOT if box.complexity else 0.0
    name = Box(area.left, area.top, area.width - side, area.height - dots)
    items.append(Item(name, (box.label,), colour=colour))
    if box.figure:
        words = Box(area.right - side, area.top, side, area.height)
        items.append(
            Item(words, (box.figure,), bold=box.known, align="r", colour=colour if box.known else GREY)
        )
    for dot in range(box.complexity):
        left = area.left + INSET + dot * 1.5 * _DOT
        items.append(Item(Box(left, area.bottom - 1.8 * _DOT, _DOT, _DOT), shape="ellipse", fill=colour))
    return items


def _legend(house: House, room: Box, top: float) -> list[Item]:
    """Swatches with their words in a row, then what the dots mean."""
    items: list[Item] = []
    left = room.left
    entries = [(key.role, key.words) for key in house.legend]
    for role, words in entries:
        width = text_width(words, SMALLEST_PT) / POINTS_PER_INCH + 0.1
        if left + _SWATCH + width + 0.05 > room.right:
            break
        fill = HOUSE.get(role, WHITE)
        items.append(Item(Box(left, top + 0.03, _SWATCH, _SWATCH), fill=fill, line=GREY))
        items.append(Item(Box(left + _SWATCH + 0.03, top, width, 0.22), (words,)))
        left += _SWATCH + width + 0.12
    if house.complexity:
        words = f"{'●' * 1}–{'●' * _DOTS} {house.complexity}"
        width = text_width(words, SMALLEST_PT) / POINTS_PER_INCH + 0.2
        if left + width <= room.right:
            items.append(Item(Box(left, top, width, 0.22), (words,)))
    return items
