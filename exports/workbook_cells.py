"""Cells of a workbook: figures stay figures, words stay words, and how each of them looks."""

import re
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Final

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import Lang
from assessment.report import Cell
from assessment.spreadsheet_text import FORMULA_STARTS
from exports.ooxml import cleaned
from exports.style import (
    ACCENT,
    CHINESE_FONT,
    GREY,
    HAIRLINE,
    INK,
    LATIN_FONT,
    NUMBER_FORMATS,
    WHITE,
    level_colour,
    on_colour,
)

BODY_PT: Final = 10
TITLE_PT: Final = 14
_LONGEST_TEXT: Final = 32767
"""Characters that a cell can hold."""
LONGEST_AS_TEXT: Final = 255
"""Spreadsheets show longer text of the format `@` as a row of hashes."""
_LOOKS_ESCAPED: Final = re.compile("_(x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; equal looks share one style of the workbook.

    Attributes:
        number_format: of a figure; `General` for words.
        fill: background colour, empty for none.
        framed: whether hairlines part the cell from its neighbours.
    """

    size: int = BODY_PT
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str = ""
    number_format: str = "General"
    align: str = "left"
    wrap: bool = True
    framed: bool = True
    indent: int = 0


TITLE: Final = Look(TITLE_PT, bold=True, wrap=False, framed=False)
HEADING: Final = Look(BODY_PT + 2, bold=True, colour=ACCENT, wrap=False, framed=False)
PARAGRAPH: Final = Look(framed=False)
FOOTNOTE: Final = Look(colour=GREY, framed=False)
HEADER: Final = Look(bold=True, colour=WHITE, fill=ACCENT)
FIGURE_HEADER: Final = replace(HEADER, align="right", indent=1)


@dataclass
class Styles:
    """The looks of one workbook, made when first asked for."""

    lang: Lang
    _made: dict[Look, StyleArray] = field(default_factory=dict)
    _numbers: dict[tuple[Look, bool], int] = field(default_factory=dict)

    def apply(self, cell: SheetCell, look: Look) -> None:
        """Give a cell its look."""
        if look in self._made:
            cell._style = copy(self._made[look])  # type: ignore[attr-defined] # noqa: SLF001 - much faster
            return
        self._paint(cell, look)
        self._made[look] = copy(cell._style)  # type: ignore[attr-defined] # noqa: SLF001 - as above

    def index(self, sheet: Worksheet, look: Look, *, quoted: bool = False) -> int:
        """The number of a look in the workbook of a sheet; a quoted cell stays text when it is edited."""
        found = self._numbers.get((look, quoted))
        if found is None:
            cell = SheetCell(sheet, row=1, column=1)
            self.apply(cell, look)
            cell.quotePrefix = quoted
            found = self._numbers[look, quoted] = int(cell.style_id)
        return found

    def _paint(self, cell: SheetCell, look: Look) -> None:
        side = Side("thin", HAIRLINE[1:]) if look.framed else None
        cell.font = Font(
            name=CHINESE_FONT if self.lang == "zh" else LATIN_FONT,
            sz=look.size,
            b=look.bold,
            i=look.italic,
            color=look.colour[1:],
        )
        cell.fill = PatternFill("solid", fgColor=look.fill[1:]) if look.fill else PatternFill()
        cell.border = Border(bottom=side, top=side)
        cell.alignment = Alignment(look.align, "top", wrap_text=look.wrap, indent=look.indent)
        cell.number_format = look.number_format


def write_text(cell: SheetCell, said: str, look: Look, styles: Styles) -> None:
    """Write words; they stay words whatever they begin with, also after somebody edits the cell."""
    shown = sheet_text(said)
    styles.apply(cell, look)
    cell.value = shown
    cell.data_type = "s"
    if look.number_format == NUMBER_FORMATS["text"] and len(shown) > LONGEST_AS_TEXT:
        cell.number_format = "General"
    if said.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def sheet_text(said: str) -> str:
    """Text that a sheet can hold: no control characters, one kind of line break, not too long."""
    shown = _LOOKS_ESCAPED.sub(r"_x005F_\1", cleaned(said))
    return shown if len(shown) <= _LONGEST_TEXT else shown[: _LONGEST_TEXT - 1] + "…"


def look_of(content: Cell, *, live: bool = False) -> Look:
    """How a cell of a report's table looks; what is tinted by its figure of the moment has no fill."""
    if content.kind == "text":
        return Look(number_format=NUMBER_FORMATS["text"])
    mark = f'"{content.mark}"' if content.mark else ""
    plain = NUMBER_FORMATS[content.kind]
    if content.value is None:
        number_format = f"{_marked(plain, mark, 3)};@{mark}" if live else NUMBER_FORMATS["text"]
        return Look(italic=True, colour=GREY, align="right", indent=1, number_format=number_format)
    fill = "" if content.level is None or live else level_colour(content.level)
    return Look(
        colour=on_colour(fill) if fill else INK,
        fill=fill,
        align="right",
        indent=1,
        wrap=False,
        number_format=_marked(plain, mark),
    )


def _marked(number_format: str, mark: str, parts: int = 1) -> str:
    """A number format with a mark after the figure, with at least as many parts for signs."""
    written = number_format.split(";")
    if parts > len(written):
        written = [written[0], f"-{written[0]}", written[0]]
    return ";".join(f"{part}{mark}" for part in written)
