"""Native tables, written as one fragment each."""

from typing import Final

from assessment.catalogue import Lang
from assessment.report.shapes import Cell, CellKind, Column
from exports.deck.blocks import TableBlock
from exports.deck.fragments import graphic_frame, paragraphs, run_style, solid
from exports.deck.paging import ABOVE_AND_BELOW, SIDE
from exports.ooxml import emu
from exports.style import GREY, HAIRLINE, INK, level_colour, on_colour

_ALIGN: Final[dict[CellKind, str]] = {
    "text": "l",
    "score": "ctr",
    "difference": "r",
    "percent": "r",
    "count": "r",
}
_TABLE_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table_xml(shape_id: int, block: TableBlock, lang: Lang) -> str:
    """The table's graphic frame."""
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in block.widths)
    header = _header_row(block, lang) if block.header_height else ""
    body = _body(block, lang)
    first = ' firstRow="1"' if header else ""
    graphic = (
        f'<a:graphicData uri="{_TABLE_URI}"><a:tbl><a:tblPr{first}>'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{header}{body}</a:tbl></a:graphicData>"
    )
    return graphic_frame(shape_id, block.name, block.alt, block.box, graphic)


def _body(block: TableBlock, lang: Lang) -> str:
    """All rows; where some stand above others in the tree, the upper ones are bold."""
    depths = block.depths or (0,) * len(block.rows)
    lowest = max(depths, default=0)
    upper = _Type(block.size, lang, bold=True) if min(depths, default=0) < lowest else None
    plain = _Type(block.size, lang, bold=False)
    rows = []
    for row, height, depth in zip(block.rows, block.heights, depths, strict=True):
        style = upper if upper is not None and depth < lowest else plain
        cells = [_body_cell(cell, column, style) for cell, column in zip(row, block.columns, strict=True)]
        rows.append(f'<a:tr h="{emu(height)}">{"".join(cells)}</a:tr>')
    return "".join(rows)


class _Type:
    """The run properties of a table's text, made once per colour."""

    def __init__(self, size: float, lang: Lang, *, bold: bool) -> None:
        self._size, self._lang, self._bold = size, lang, bold
        self._made: dict[str, str] = {}

    def in_colour(self, colour: str) -> str:
        if colour not in self._made:
            self._made[colour] = run_style(self._lang, self._size, colour, bold=self._bold)
        return self._made[colour]


def _header_row(block: TableBlock, lang: Lang) -> str:
    style = run_style(lang, block.size, INK, bold=True)
    cells = "".join(
        _cell(paragraphs([column.title], style, _ALIGN[column.kind]), _edge(INK, 12700), "b")
        for column in block.columns
    )
    return f'<a:tr h="{emu(block.header_height)}">{cells}</a:tr>'


def _body_cell(cell: Cell, column: Column, style: _Type) -> str:
    tint = "" if cell.level is None else level_colour(cell.level)
    missing = cell.kind != "text" and cell.value is None
    colour = on_colour(tint) if tint else (GREY if missing else INK)
    edge = _edge(HAIRLINE, 6350) + (solid(tint) if tint else "<a:noFill/>")
    return _cell(paragraphs([cell.shown], style.in_colour(colour), _ALIGN[column.kind]), edge, "ctr")


def _edge(colour: str, width: int) -> str:
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return f'{none}<a:lnB w="{width}">{solid(colour)}</a:lnB>'


def _cell(text_xml: str, look: str, anchor: str) -> str:
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text_xml}</a:txBody>"
        f'<a:tcPr marL="{emu(SIDE)}" marR="{emu(SIDE)}" marT="{emu(ABOVE_AND_BELOW)}" '
        f'marB="{emu(ABOVE_AND_BELOW)}" anchor="{anchor}">{look}</a:tcPr></a:tc>'
    )
