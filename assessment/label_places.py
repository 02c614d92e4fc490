"""Where the names of points go on a chart, so that none lies over another or over a point."""

import math
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_NARROW, _WIDE = "iljtfrI.,:;'|()[]-/ ", "mwMW@%&"
_EM: Final = {"narrow": 0.36, "wide": 0.9, "capital": 0.72, "other": 0.57, "full": 1.02}
_LINE: Final = 1.22
_AWAY: Final = 4.0
_SIDEWAYS: Final = (0.0, 10.0, 22.0, 38.0, 58.0, 84.0, 116.0)
_CLEAR: Final = 8.0
_EXACT: Final = 1e-6
_AT_ONCE: Final = 64
_ENDING: Final = "，、。：；）》」』！？"
_LEADS_FROM: Final = 9.0
"""Pixels: from a point to its name, steps sideways, between two names; from where on a line leads."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The room that names are placed in.

    Attributes:
        width: of the plot in pixels, the least that it will be drawn with: on a wider one, what does not
            overlap here does not overlap either, for every place is an offset from its point.
        height: of the plot in pixels; the one that it is drawn with.
        font: height of the letters in pixels.
        widest: of a line of a name in pixels, before it is wrapped.
    """

    width: float
    height: float
    font: float = 11.0
    widest: float = 128.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point to be named: `x` and `y` in pixels from the plot's top left corner, `dx` beside `x`."""

    id: str
    name: str
    x: float
    y: float
    radius: float
    dx: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """Room that is taken: offsets in pixels from a point at `x`, `y` in the plot."""

    x: float
    y: float
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a name goes.

    Attributes:
        lines: the name, wrapped.
        left, top: of its box, in pixels from the point's `x` and `y`.
        width, height: of its box.
        leader: the line from the point to the name, as `(dx, dy, dx, dy)`; None where they are neighbours.
    """

    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float
    leader: tuple[float, float, float, float] | None = None


def text_width(words: str, font: float) -> float:
    """About how wide words are in pixels, rather too wide than too narrow."""
    return font * sum(_EM[_kind(letter)] for letter in words)


def in_lines(name: str, font: float, widest: float) -> tuple[str, ...]:
    """A name over as few lines as its width asks for; parted at spaces, or between Chinese characters."""
    width = text_width(name, font)
    if width <= widest:
        return (name,)
    full = sum(_kind(letter) == "full" for letter in name)
    if full * 2 >= len(name):
        return _chinese_lines(name, -(-int(width) // int(widest)))
    letters = max(8, int(len(name) * widest / width))
    return tuple(textwrap.wrap(name, letters, break_long_words=False))


def _chinese_lines(name: str, count: int) -> tuple[str, ...]:
    """Lines of nearly equal length, none of which begins with a mark that ends something."""
    each = -(-len(name) // count)
    ends = [min(len(name), each * line) for line in range(1, count + 1)]
    ends = [end + 1 if end < len(name) and name[end] in _ENDING else end for end in ends]
    return tuple(name[start:end] for start, end in zip([0, *ends], ends, strict=False) if name[start:end])


def side_by_side(spots: Sequence[Spot], room: float = 1.0) -> list[Spot]:
    """Points that would cover one another, moved apart sideways; the first ones stay in the middle."""
    placed: list[Spot] = []
    for spot in spots:
        steps = sorted(range(-40, 41), key=lambda step: (abs(step), -step))
        for step in steps:
            dx = step * (2 * spot.radius + room) / 2
            moved = Spot(spot.id, spot.name, spot.x, spot.y, spot.radius, dx)
            if all(_apart(moved, other, room) for other in placed):
                break
        placed.append(moved)
    return placed


def place_labels(
    spots: Sequence[Spot], plot: Plot, taken: Sequence[Box] = ()
) -> dict[str, LabelPlace | None]:
    """A place for every name, the first ones first, as near as there is room; None where there is none.

    Args:
        spots: the points, the most important first, moved apart already.
        plot: the room.
        taken: where no name may go, besides the points.
    """
    filled = _Filled([*taken, *(_disc(spot) for spot in spots)], plot)
    return {spot.id: filled.place(spot) for spot in spots}


class _Filled:
    """The room with what is in it already."""

    def __init__(self, boxes: Sequence[Box], plot: Plot) -> None:
        self.plot = plot
        self.boxes = [(*_edges(box), _AWAY - 1) for box in boxes]
        self.tall = np.arange(0.0, plot.height / 2, plot.font * _LINE / 2)

    def place(self, spot: Spot) -> LabelPlace | None:
        """The nearest free place for a name, taken from now on."""
        font = self.plot.font
        lines = in_lines(spot.name, font, self.plot.widest)
        width = max(text_width(line, font) for line in lines)
        height = font * _LINE * len(lines)
        left, top = self._candidates(spot, width, height)
        best = self._first_free(spot, left, top, width, height)
        if best is None:
            return None
        chosen = Box(spot.x, spot.y, float(left[best]), float(top[best]), width, height)
        self.boxes.append((*_edges(chosen), _CLEAR))
        return LabelPlace(lines, chosen.left, chosen.top, width, height, _leader(spot, chosen))

    def _first_free(self, spot: Spot, left: Floats, top: Floats, width: float, height: float) -> int | None:
        """The first of the places that is free, looked for a few at a time: most are near."""
        for start in range(0, len(left), _AT_ONCE):
            here = slice(start, start + _AT_ONCE)
            free = self._free(spot, left[here], top[here], width, height)
            if free.any():
                return start + int(np.argmax(free))
        return None

    def _candidates(self, spot: Spot, width: float, height: float) -> tuple[Floats, Floats]:
        """Left and top of every place that is tried, from the point, the nearest first."""
        near = spot.radius + _AWAY
        aside = np.array([near + step for step in _SIDEWAYS])
        left = np.concatenate([spot.dx + aside, spot.dx - aside - width])
        far = np.concatenate([aside, aside + 1.5]) - near
        middle = np.concatenate([self.tall, -self.tall[1:]])
        all_left, all_middle = (grid.ravel() for grid in np.meshgrid(left, middle))
        all_far = np.meshgrid(far, middle)[0].ravel()
        order = np.argsort(np.abs(all_middle) + 0.55 * all_far, kind="stable")
        return all_left[order], (all_middle - height / 2)[order]

    def _free(self, spot: Spot, left: Floats, top: Floats, width: float, height: float) -> Bools:
        one_left, one_top = spot.x + left, spot.y + top
        one_right, one_bottom = one_left + width, one_top + height
        free: Bools = (one_left >= 0) & (one_right <= self.plot.width)
        free &= (one_top >= 0) & (one_bottom <= self.plot.height)
        if not self.boxes:
            return free
        x, box_left, box_top, box_right, box_bottom, gap = np.array(self.boxes).T[:, :, None]
        beside = (one_bottom <= box_top) | (box_bottom <= one_top)
        before = one_right + gap <= box_left
        behind = box_right + gap <= one_left
        # on a wider plot the further point moves away to the right: its box must lie to the right
        apart = np.where(spot.x < x - 0.5, before, np.where(spot.x > x + 0.5, behind, before | behind))
        found: Bools = free & (beside | apart).all(axis=0)
        return found


def _edges(box: Box) -> tuple[float, float, float, float, float]:
    left, top = box.x + box.left, box.y + box.top
    return box.x, left, top, left + box.width, top + box.height


def _disc(spot: Spot) -> Box:
    size = 2 * spot.radius
    return Box(spot.x, spot.y, spot.dx - spot.radius, -spot.radius, size, size)


def _leader(spot: Spot, box: Box) -> tuple[float, float, float, float] | None:
    middle = box.top + box.height / 2
    right_of = box.left >= spot.dx
    end = box.left - 2 if right_of else box.left + box.width + 2
    start = spot.dx + (spot.radius if right_of else -spot.radius)
    if abs(middle) < box.height / 2 + _LEADS_FROM and abs(end - start) < _LEADS_FROM:
        return None
    return (start, 0.0, end, middle)


def _apart(one: Spot, other: Spot, room: float) -> bool:
    wide = (one.x + one.dx) - (other.x + other.dx)
    return math.hypot(wide, one.y - other.y) >= one.radius + other.radius + room - _EXACT


def _kind(letter: str) -> str:
    if unicodedata.east_asian_width(letter) in "WF":
        return "full"
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE:
        return "wide"
    return "capital" if letter.isupper() or letter.isdigit() else "other"
