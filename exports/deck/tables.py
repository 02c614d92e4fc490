"""Native tables: how tall their rows are, how they are spread over slides, and how they are written."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from assessment.catalogue import Lang, text
from assessment.report.shapes import Cell, CellKind, Column, Table
from exports.deck.blocks import TableBlock
from exports.deck.fragments import graphic_frame, paragraphs, run_style, solid
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, line_height, text_height, wrapped
from exports.ooxml import cleaned, emu
from exports.style import GREY, HAIRLINE, INK, LABEL_PT, SMALLEST_PT, level_colour, on_colour

SIDE: Final = 0.06
"""Space left and right of a cell's text, in inches."""
ABOVE_AND_BELOW: Final = 0.035
_SIZES: Final = (LABEL_PT, LABEL_PT - 1, SMALLEST_PT)
_SPREAD_SIZE: Final = LABEL_PT - 1
"""Type of a table that no single slide can hold, in points."""
_ALIGN: Final[dict[CellKind, str]] = {
    "text": "l",
    "score": "ctr",
    "difference": "r",
    "percent": "r",
    "count": "r",
}
_TABLE_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"

Row = tuple[Cell, ...]


def one_table(table: Table, box: Box, lang: Lang, sizes: Sequence[float] = _SIZES) -> TableBlock | None:
    """The whole table in the largest type with which it fits into the box; None where it cannot."""
    for size in sizes:
        block = _laid_out(table, table.rows, box, size, lang)
        if block.box.height <= box.height:
            return block
    return None


def spread_table(table: Table, first: Box, others: Box, lang: Lang) -> list[TableBlock]:
    """The table in as many parts as it needs, each as tall as its box at most.

    Args:
        table: what to spread.
        first: room on the first slide.
        others: room on every later slide.
        lang: language of the reader.
    """
    whole = one_table(table, first, lang)
    if whole is not None:
        return [whole]
    rows = [
        part
        for row in table.rows
        for part in _shortened(table, row, min(first, others, key=lambda box: box.height))
    ]
    heights = [_row_height(row, _widths(table.columns, first.width), _SPREAD_SIZE) for row in rows]
    header = _header_height(table.columns, _widths(table.columns, first.width), _SPREAD_SIZE)
    cuts = _cuts(heights, first.height - header, others.height - header)
    return [
        _laid_out(table, tuple(rows[start:end]), others if start else first, _SPREAD_SIZE, lang)
        for start, end in pairwise(cuts)
    ]


def _cuts(heights: Sequence[float], first: float, later: float) -> list[int]:
    """Indexes between which the rows share slides, evenly filled."""
    pages = len(_filled(heights, first, later))
    shares = (0.5 + 0.02 * step for step in range(26))
    return next(
        cuts
        for share in shares
        if len(cuts := _filled(heights, first * share, later * share)) == pages
        and _fits(heights, cuts, first, later)
    )


def _fits(heights: Sequence[float], cuts: Sequence[int], first: float, later: float) -> bool:
    return all(sum(heights[a:b]) <= (later if a else first) + 1e-9 for a, b in pairwise(cuts))


def _filled(heights: Sequence[float], first: float, later: float) -> list[int]:
    cuts, used, room = [0], 0.0, first
    for place, height in enumerate(heights):
        if used and used + height > room:
            cuts.append(place)
            used, room = 0.0, later
        used += height
    return [*cuts, len(heights)]


def _laid_out(table: Table, rows: tuple[Row, ...], box: Box, size: float, lang: Lang) -> TableBlock:
    widths = _widths(table.columns, box.width)
    header = _header_height(table.columns, widths, size)
    heights = tuple(_row_height(row, widths, size) for row in rows)
    columns = (", " if lang == "en" else "、").join(column.title for column in table.columns)
    alt = text("deck.table.alt", lang, title=table.title, columns=columns, rows=len(rows))
    return TableBlock(
        box=box.upper(header + sum(heights)),
        name=table.id,
        alt=alt,
        columns=table.columns,
        widths=widths,
        header_height=header,
        rows=rows,
        heights=heights,
        size=size,
    )


def _widths(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    whole = sum(column.width for column in columns)
    return tuple(width * column.width / whole for column in columns)


def _text_room(width: float) -> float:
    return (width - 2 * SIDE) * POINTS_PER_INCH


def _row_height(row: Row, widths: Sequence[float], size: float) -> float:
    tallest = max(
        text_height(cleaned(cell.shown), _text_room(width), size)
        for cell, width in zip(row, widths, strict=True)
    )
    return tallest / POINTS_PER_INCH + 2 * ABOVE_AND_BELOW


def _header_height(columns: Sequence[Column], widths: Sequence[float], size: float) -> float:
    if not any(column.title for column in columns):
        return 0.0
    tallest = max(
        text_height(cleaned(column.title), _text_room(width), size, bold=True)
        for column, width in zip(columns, widths, strict=True)
    )
    return tallest / POINTS_PER_INCH + 2 * ABOVE_AND_BELOW


def _shortened(table: Table, row: Row, box: Box) -> list[Row]:
    """The row itself, or several where its text is taller than half a slide."""
    room = box.height / 2
    widths = _widths(table.columns, box.width)
    if _row_height(row, widths, _SPREAD_SIZE) <= room:
        return [row]
    pieces = [
        _pieces(cell, _text_room(width), room * POINTS_PER_INCH)
        for cell, width in zip(row, widths, strict=True)
    ]
    return [
        tuple(cells[number] if number < len(cells) else Cell("") for cells in pieces)
        for number in range(max(len(cells) for cells in pieces))
    ]


def _pieces(cell: Cell, width: float, height: float) -> list[Cell]:
    lines = wrapped(cleaned(cell.shown), width, _SPREAD_SIZE)
    count = max(1, int(height / line_height(cell.text, _SPREAD_SIZE)) - 1)
    if len(lines) <= count:
        return [cell]
    glue = "" if line_height(cell.text, 1) > line_height("", 1) else " "
    return [
        replace(cell, text=glue.join(lines[start : start + count]), mark="")
        for start in range(0, len(lines), count)
    ]


def table_xml(shape_id: int, block: TableBlock, lang: Lang) -> str:
    """The table's graphic frame."""
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in block.widths)
    header = _header_row(block, lang) if block.header_height else ""
    styles: dict[str, str] = {}
    body = "".join(
        f'<a:tr h="{emu(height)}">'
        + "".join(
            _body_cell(cell, column, block.size, lang, styles)
            for cell, column in zip(row, block.columns, strict=True)
        )
        + "</a:tr>"
        for row, height in zip(block.rows, block.heights, strict=True)
    )
    first = ' firstRow="1"' if header else ""
    graphic = (
        f'<a:graphicData uri="{_TABLE_URI}"><a:tbl><a:tblPr{first}>'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{header}{body}</a:tbl></a:graphicData>"
    )
    return graphic_frame(shape_id, block.name, block.alt, block.box, graphic)


def _header_row(block: TableBlock, lang: Lang) -> str:
    style = run_style(lang, block.size, INK, bold=True)
    cells = "".join(
        _cell(paragraphs([column.title], style, _ALIGN[column.kind]), _edge(INK, 12700), "b")
        for column in block.columns
    )
    return f'<a:tr h="{emu(block.header_height)}">{cells}</a:tr>'


def _body_cell(cell: Cell, column: Column, size: float, lang: Lang, styles: dict[str, str]) -> str:
    tint = "" if cell.level is None else level_colour(cell.level)
    missing = column.kind != "text" and cell.value is None
    colour = on_colour(tint) if tint else (GREY if missing else INK)
    style = styles.setdefault(colour, run_style(lang, size, colour))
    edge = _edge(HAIRLINE, 6350) + (solid(tint) if tint else "<a:noFill/>")
    return _cell(paragraphs([cell.shown], style, _ALIGN[column.kind]), edge, "ctr")


def _edge(colour: str, width: int) -> str:
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return f'{none}<a:lnB w="{width}">{solid(colour)}</a:lnB>'


def _cell(text_xml: str, look: str, anchor: str) -> str:
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text_xml}</a:txBody>"
        f'<a:tcPr marL="{emu(SIDE)}" marR="{emu(SIDE)}" marT="{emu(ABOVE_AND_BELOW)}" '
        f'marB="{emu(ABOVE_AND_BELOW)}" anchor="{anchor}">{look}</a:tcPr></a:tc>'
    )
