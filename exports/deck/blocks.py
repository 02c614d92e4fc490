"""What stands on a slide, as plain values: planned first, written afterwards."""

from dataclasses import dataclass
from typing import Final

from assessment.report.pictures import Field
from assessment.report.shapes import Cell, ChartSpec, Column
from exports.grid import Box
from exports.style import BODY_PT, INK, SMALLEST_PT

INSET: Final = 0.04
"""Inches between the edge of a shape of a drawing and its text."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A box of text that belongs to no placeholder; with a `fill` it is a coloured tile."""

    box: Box
    paragraphs: tuple[str, ...]
    size: float = BODY_PT
    bold: bool = False
    colour: str = INK
    align: str = "l"
    anchor: str = "t"
    fill: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A native table, or the part of one that stands on this slide.

    Attributes:
        name: the report table's id.
        alt: the table in words.
        widths: of the columns, in inches.
        header_height: in inches; 0 for a table without a header row.
        heights: of the rows, in inches.
        size: of the type, in points.
        depths: of the rows' nodes in the tree; empty where all rows are alike.
    """

    box: Box
    name: str
    alt: str
    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    header_height: float
    rows: tuple[tuple[Cell, ...], ...]
    heights: tuple[float, ...]
    size: float
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native chart."""

    box: Box
    spec: ChartSpec


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """A native XY chart."""

    box: Box
    spec: Field


@dataclass(frozen=True, slots=True)
class Item:
    """One shape of a drawing.

    Attributes:
        shape: preset geometry of DrawingML; `adjust` its guides, by name.
        text: paragraphs; empty for a shape without words.
        fill: colour, empty for none; `line` the same for its outline, `weight` in points.
        key: for connectors that are glued to it, and the shape's name.
        alt: what it stands for, for people who cannot see it.
    """

    box: Box
    text: tuple[str, ...] = ()
    shape: str = "rect"
    size: float = SMALLEST_PT
    bold: bool = False
    colour: str = INK
    align: str = "l"
    anchor: str = "ctr"
    fill: str = ""
    line: str = ""
    weight: float = 0.75
    adjust: tuple[tuple[str, int], ...] = ()
    inset: float = INSET
    key: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Connector:
    """A line from the right side of one shape to the left side of another, bent where it has to be."""

    start: str
    end: str
    colour: str = INK
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class DrawingBlock:
    """A group of shapes.

    Attributes:
        name: id of the picture that it draws, or of the part of it on this slide.
    """

    box: Box
    name: str
    alt: str
    items: tuple[Item, ...]
    connectors: tuple[Connector, ...] = ()


Block = TextBlock | TableBlock | ChartBlock | FieldBlock | DrawingBlock


@dataclass(frozen=True, slots=True)
class Fill:
    """Text for a placeholder of the layout; `box` moves it, `size` changes its type."""

    kind: str
    paragraphs: tuple[str, ...]
    idx: int = 0
    box: Box | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        layout: name of the layout in the template.
        fills: what its placeholders say, the title first; a placeholder without text is left out.
        blocks: everything else.
        spoken: the speaker notes, one paragraph each.
        numbered: whether it shows footer and slide number.
        section: id of the report's section that it tells.
    """

    layout: str
    fills: tuple[Fill, ...]
    blocks: tuple[Block, ...] = ()
    spoken: tuple[str, ...] = ()
    numbered: bool = True
    section: str = ""

    @property
    def title(self) -> str:
        """The slide's title."""
        return " ".join(self.fills[0].paragraphs)
