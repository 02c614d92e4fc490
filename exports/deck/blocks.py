"""What stands on a slide, as plain values: planned first, written afterwards."""

from dataclasses import dataclass

from assessment.report.shapes import Cell, ChartSpec, Column
from exports.grid import Box
from exports.style import BODY_PT, INK


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


Block = TextBlock | TableBlock | ChartBlock


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
