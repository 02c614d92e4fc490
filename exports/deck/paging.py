"""How wide the columns and how tall the rows of a table are, and how it is spread over slides."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from assessment.catalogue import Lang, text
from assessment.report.shapes import Cell, Table
from exports.deck.blocks import TableBlock
from exports.grid import Box
from exports.measure import (
    POINTS_PER_INCH,
    broken,
    line_height,
    longest_word,
    text_height,
    text_width,
    wider_face,
)
from exports.ooxml import cleaned
from exports.style import BODY_PT, LABEL_PT, SMALLEST_PT

SIDE: Final = 0.07
"""Space left and right of a cell's text, in inches."""
ABOVE_AND_BELOW: Final = 0.035
_SIZES: Final = (BODY_PT, LABEL_PT, LABEL_PT - 1, SMALLEST_PT)
_SPREAD_SIZE: Final = LABEL_PT - 1
"""Type of a table that no single slide can hold, in points."""
_WIDE_FIGURE: Final = 1.35
"""Inches that a column of figures takes at most, its longest word apart."""
_ROUNDING: Final = 1e-6
"""Points by which binary fractions may make a column narrower than the word it was made for."""

Row = tuple[Cell, ...]


def one_table(table: Table, box: Box, lang: Lang, sizes: Sequence[float] = _SIZES) -> TableBlock | None:
    """The whole table in the largest type with which it fits into the box; None where it cannot."""
    for size in sizes:
        if size != sizes[-1] and not words_fit(table, box.width, size):
            continue
        fitted = _fitted(table, box.width, size)
        if fitted.header + sum(fitted.heights) <= box.height:
            return _block(table, fitted, slice(None), box, lang)
    return None


def spread_table(table: Table, first: Box, others: Box, lang: Lang) -> list[TableBlock]:
    """The table in as many parts as it needs, each as tall as its box at most.

    Args:
        table: what to spread.
        first: room on the first slide.
        others: room on every later slide, no narrower than the first.
        lang: language of the reader.
    """
    whole = one_table(table, first, lang)
    if whole is not None:
        return [whole]
    size = _SPREAD_SIZE if words_fit(table, first.width, _SPREAD_SIZE) else SMALLEST_PT
    lowest = min(first.height, others.height)
    widths = column_widths(table, first.width, size)
    parts = [_shortened(row, widths, lowest, size) for row in table.rows]
    depths = tuple(d for d, rows in zip(table.row_depths, parts, strict=False) for _ in rows)
    shortened = replace(table, rows=tuple(row for rows in parts for row in rows), row_depths=depths)
    fitted = _fitted(shortened, first.width, size)
    cuts = _cuts(fitted.heights, first.height - fitted.header, others.height - fitted.header)
    wider = fitted if others.width == first.width else _fitted(shortened, others.width, size)
    return [
        _block(shortened, wider if start else fitted, slice(start, end), others if start else first, lang)
        for start, end in pairwise(cuts)
    ]


class _Fitted(NamedTuple):
    """A table in one width and type size: its measures in inches."""

    widths: tuple[float, ...]
    header: float
    heights: tuple[float, ...]
    size: float


def _fitted(table: Table, width: float, size: float) -> _Fitted:
    widths = column_widths(table, width, size)
    bold = _has_bold_rows(table)
    heights = tuple(_row_height([cell.shown for cell in row], widths, size, bold=bold) for row in table.rows)
    header = _row_height([column.title for column in table.columns], widths, size, bold=True)
    return _Fitted(widths, header, heights, size)


def _block(table: Table, fitted: _Fitted, part: slice, box: Box, lang: Lang) -> TableBlock:
    heights, rows = fitted.heights[part], table.rows[part]
    columns = (", " if lang == "en" else "、").join(column.title for column in table.columns if column.title)
    return TableBlock(
        box=box.upper(fitted.header + sum(heights)),
        name=table.id,
        alt=text("deck.table.alt", lang, title=table.title, columns=columns, rows=len(rows)),
        columns=table.columns,
        widths=fitted.widths,
        header_height=fitted.header,
        rows=rows,
        heights=heights,
        size=fitted.size,
        depths=table.row_depths[part],
    )


def _cuts(heights: Sequence[float], first: float, later: float) -> list[int]:
    """Indexes between which the rows share slides, evenly filled."""
    full = _filled(heights, first, later)
    shares = (0.5 + 0.02 * step for step in range(26))
    even = (
        cuts
        for share in shares
        if len(cuts := _filled(heights, first * share, later * share)) == len(full)
        and _fits(heights, cuts, first, later)
    )
    return next(even, full)


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


def words_fit(table: Table, width: float, size: float = SMALLEST_PT) -> bool:
    """Whether no word is wider than its column in type of this size."""
    return sum(_need(longest_word, table, place, size) for place in range(len(table.columns))) <= width


def column_widths(table: Table, width: float, size: float) -> tuple[float, ...]:
    """Widths in inches: the columns' own shares, within what their words need.

    No column is narrower than its longest word; none is wider than its longest text, or than a figure
    needs, as long as another can use the room. What is left over goes to the columns of words.
    """
    shares = tuple(column.width for column in table.columns)
    places = range(len(shares))
    least = [_need(longest_word, table, place, size) for place in places]
    most = [
        _need(text_width, table, place, size) if table.columns[place].kind == "text" else _WIDE_FIGURE
        for place in places
    ]
    if sum(least) > width:
        return tuple(width * share / sum(shares) for share in shares)
    widths = _within(shares, least, most, width)
    takers = [column.width if column.kind == "text" else 0.0 for column in table.columns]
    whole = sum(takers) or 1.0
    spare = width - sum(widths)
    return tuple(wide + spare * taker / whole for wide, taker in zip(widths, takers, strict=True))


def _within(
    shares: Sequence[float], least: Sequence[float], most: Sequence[float], width: float
) -> tuple[float, ...]:
    """Widths in proportion to the shares, each between its bounds, together no more than the width."""
    low, high = 0.0, width / min(shares)
    columns = list(zip(shares, least, most, strict=True))
    for _ in range(40):
        middle, taken = (low + high) / 2, 0.0
        for share, lower, upper in columns:  # written out, since nothing of a deck's planning runs as often
            wide = middle * share
            wide = min(wide, upper)
            taken += max(wide, lower)
        low, high = (middle, high) if taken <= width else (low, middle)
    return tuple(_bounded(low * s, a, b) for s, a, b in zip(shares, least, most, strict=True))


def _bounded(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def _need(measure: Callable[..., float], table: Table, place: int, size: float) -> float:
    """Inches of a column's widest text by some measure, its header and the cells' sides included."""
    shown = tuple(row[place].shown for row in table.rows)
    widest = _widest(measure, shown, table.columns[place].title, _has_bold_rows(table), wider_face())
    return widest * size / POINTS_PER_INCH + 2 * SIDE


@lru_cache(maxsize=512)
def _widest(
    measure: Callable[..., float],
    shown: tuple[str, ...],
    title: str,
    bold: bool,  # noqa: FBT001 - a key
    _wider: float,
) -> float:
    """Points of a column's widest text and its header in type of one point; the same for all sizes."""
    lines = (line for one in shown for line in cleaned(one).split("\n"))
    widest = max((measure(line, 1.0, bold=bold) for line in lines), default=0.0)
    return max(widest, measure(cleaned(title), 1.0, bold=True))


def _has_bold_rows(table: Table) -> bool:
    """Whether some rows stand above others in the tree, and are therefore bold."""
    return len(set(table.row_depths)) > 1


def _text_room(width: float) -> float:
    return (width - 2 * SIDE) * POINTS_PER_INCH + _ROUNDING


def _row_height(texts: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    tallest = max(
        text_height(cleaned(said), _text_room(width), size, bold=bold)
        for said, width in zip(texts, widths, strict=True)
    )
    return tallest / POINTS_PER_INCH + 2 * ABOVE_AND_BELOW


def _shortened(row: Row, widths: Sequence[float], height: float, size: float) -> list[Row]:
    """The row itself, or several where its text is taller than half a slide."""
    room = height / 2
    if _row_height([cell.shown for cell in row], widths, size) <= room:
        return [row]
    pieces = [
        _pieces(cell, _text_room(wide), room * POINTS_PER_INCH, size)
        for cell, wide in zip(row, widths, strict=True)
    ]
    return [
        tuple(cells[number] if number < len(cells) else Cell("") for cells in pieces)
        for number in range(max(len(cells) for cells in pieces))
    ]


def _pieces(cell: Cell, width: float, height: float, size: float) -> list[Cell]:
    """The cell's text in as many cells as it needs, none taller than the height in points."""
    lines = broken(cleaned(cell.shown), width, size)
    count = max(1, int(height / line_height(cell.text, size)) - 1)
    if len(lines) <= count:
        return [cell]
    starts = range(0, len(lines), count)
    return [replace(cell, text="".join(lines[at : at + count]).strip(), mark="") for at in starts]
