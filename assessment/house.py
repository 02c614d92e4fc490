"""A rubric as one picture: bands of panels with a box for every capability, in whole units of a grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from assessment.rubric import Node, Rubric

WIDTH: Final = 121
"""Divides into two to six boxes with gaps and a margin of one, also inside three columns."""
TITLE: Final = 3
BOX: Final = 6
GAP: Final = 1
MOST_IN_A_ROW: Final = 6


class Area(NamedTuple):
    """A rectangle from its left upper corner, in units."""

    x: int
    y: int
    w: int
    h: int


class Panel(NamedTuple):
    """A titled frame around boxes or around other panels.

    Attributes:
        node: id of the node whose name is the title; empty for a band with a name of its own.
        band: the band's place in `Rubric.house`, for the name of such a band.
    """

    area: Area
    node: str
    band: int = 0


class Place(NamedTuple):
    """Where the box of a node stands."""

    area: Area
    node: str


@dataclass(frozen=True, slots=True)
class Floors:
    """A rubric laid out.

    Attributes:
        width, height: of the whole, in units; a unit need not be as wide as it is high.
        panels: the outer ones first, each from top to bottom and from left to right.
        boxes: in the order of the panels.
    """

    width: int
    height: int
    panels: tuple[Panel, ...]
    boxes: tuple[Place, ...]


class _Stack(NamedTuple):
    """A panel's node and the nodes of its boxes."""

    node: Node
    boxes: tuple[Node, ...]


def laid_out(rubric: Rubric) -> Floors:
    """The bands of the rubric's house from the top, or without one a band for every node below the top.

    A box is a node on the tier below the panels; indicators that have no such node above them share a band.
    """
    y = 0
    outer: list[Panel] = []
    inner: list[Panel] = []
    boxes: list[Place] = []
    for band, stacks in _bands(rubric):
        named = bool(rubric.house and rubric.house[band].name)
        x, top, width = (GAP, y + TITLE, WIDTH - 2 * GAP) if named else (0, y, WIDTH)
        rows = max(_rows(stack, len(stacks)) for stack in stacks)
        height = TITLE + rows * (BOX + GAP)
        for stack, (left, wide) in zip(stacks, _cut(x, width, len(stacks)), strict=True):
            area = Area(left, top, wide, height)
            inner.append(Panel(area, stack.node.id))
            boxes += _placed(stack, area, len(stacks))
        if named:
            height += TITLE + GAP
            outer.append(Panel(Area(0, y, WIDTH, height), "", band))
        y += height + GAP
    return Floors(WIDTH, y - GAP, (*outer, *inner), tuple(boxes))


def _bands(rubric: Rubric) -> Iterator[tuple[int, tuple[_Stack, ...]]]:
    """The bands from the top: place in the house, and what stands side by side in it."""
    if rubric.house:
        for place, band in enumerate(rubric.house):
            yield place, tuple(_stack(rubric.node(node)) for node in band.nodes)
        return
    loose: list[Node] = []
    for top in rubric.root.children:
        if top.is_indicator:
            loose.append(top)
            continue
        if loose:
            yield 0, (_Stack(rubric.root, tuple(loose)),)
            loose = []
        yield 0, (_stack(top),)
    if loose:
        yield 0, (_Stack(rubric.root, tuple(loose)),)


def _stack(node: Node) -> _Stack:
    return _Stack(node, node.children or (node,))


def _in_a_row(count: int, columns: int) -> int:
    """How many boxes stand side by side in one of so many columns, so that the rows are about even."""
    most = max(1, MOST_IN_A_ROW // columns)
    return -(-count // -(-count // most))


def _rows(stack: _Stack, columns: int) -> int:
    return -(-len(stack.boxes) // _in_a_row(len(stack.boxes), columns))


def _placed(stack: _Stack, panel: Area, columns: int) -> Iterator[Place]:
    across = _in_a_row(len(stack.boxes), columns)
    spans = _cut(panel.x + GAP, panel.w - 2 * GAP, across)
    for number, node in enumerate(stack.boxes):
        row, column = divmod(number, across)
        x, w = spans[column]
        yield Place(Area(x, panel.y + TITLE + row * (BOX + GAP), w, BOX), node.id)


def _cut(start: int, length: int, parts: int) -> Sequence[tuple[int, int]]:
    """Left edge and width of equal parts with gaps between them, in whole units."""
    edges = [start + round(part * (length + GAP) / parts) for part in range(parts + 1)]
    return [(left, right - left - GAP) for left, right in pairwise(edges)]
