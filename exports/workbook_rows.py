"""Rows of a sheet as the XML that they become: words by number, figures, formulas with their results."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Final
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessment.spreadsheet_text import FORMULA_STARTS
from exports.style import NUMBER_FORMATS
from exports.workbook_cells import LONGEST_AS_TEXT, Look, Styles, sheet_text

column_letter: Final = lru_cache(maxsize=None)(get_column_letter)


@dataclass
class Strings:
    """The words of a workbook, each kept once and known by its number."""

    total: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)
    _items: dict[str, int] = field(default_factory=dict)

    def number(self, said: str) -> int:
        """The number of these words in the table."""
        self.total += 1
        found = self._numbers.get(said)
        if found is None:
            found = self._numbers[said] = self.item(_item(said))
        return found

    def item(self, content: str) -> int:
        """The number of an entry that is XML already, such as `<t>words</t>`."""
        return self._items.setdefault(content, len(self._items))

    @property
    def items(self) -> Iterator[str]:
        """The entries by their numbers."""
        return iter(self._items)


def _item(said: str) -> str:
    kept = ' xml:space="preserve"' if said != said.strip() or "\n" in said or "  " in said else ""
    return f"<t{kept}>{escape(sheet_text(said))}</t>"


@dataclass
class Rows:
    """The cells of one sheet; those of a row are written from left to right, without a gap.

    Attributes:
        links: cells that lead to a file, by their address, such as `C5`.
    """

    sheet: Worksheet
    styles: Styles
    strings: Strings
    links: dict[str, str] = field(default_factory=dict)
    _cells: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _heights: dict[int, float] = field(default_factory=dict)
    _looks: dict[int, tuple[Look, int]] = field(default_factory=dict)

    def text(self, row: int, column: int, said: str, look: Look) -> None:
        """Words; they stay words whatever they begin with, also after somebody edits the cell."""
        at = f'<c r="{column_letter(column)}{row}" s="'
        if not said:
            self._cells[row].append(f'{at}{self._style(look)}"/>')
            return
        if len(said) > LONGEST_AS_TEXT and look.number_format == NUMBER_FORMATS["text"]:
            look = self._general(look)
        quoted = said.startswith(FORMULA_STARTS)
        style = self.styles.index(self.sheet, look, quoted=True) if quoted else self._style(look)
        self._cells[row].append(f'{at}{style}" t="s"><v>{self.strings.number(said)}</v></c>')

    def figure(self, row: int, column: int, value: float | None, look: Look) -> None:
        """A number; an empty cell where there is none."""
        content = '"/>' if value is None else f'"><v>{value!r}</v></c>'
        self._cells[row].append(f'<c r="{column_letter(column)}{row}" s="{self._style(look)}{content}')

    def formula(
        self, row: int, column: int, formula: str, result: float | str, look: Look, *, array: bool = False
    ) -> None:
        """A formula (without its `=`) and what it comes to, for those who do not calculate.

        Args:
            row: from 1.
            column: from 1.
            formula: as an English spreadsheet writes it.
            result: what the core says it comes to.
            look: how the cell looks.
            array: whether it is worked out over whole ranges, cell by cell.
        """
        kind, shown = (' t="str"', escape(result)) if isinstance(result, str) else ("", f"{result!r}")
        at = f"{column_letter(column)}{row}"
        over = f' t="array" ref="{at}"' if array else ""
        self._cells[row].append(
            f'<c r="{at}" s="{self._style(look)}"{kind}><f{over}>{escape(formula)}</f><v>{shown}</v></c>'
        )

    def height(self, row: int, points: float) -> None:
        """How tall a row is."""
        self._heights[row] = points

    @property
    def data(self) -> str:
        """The sheet's rows as XML."""
        rows = sorted({*self._cells, *self._heights})
        return "".join(f"<row{self._head(row)}>{''.join(self._cells.get(row, ()))}</row>" for row in rows)

    @property
    def span(self) -> str:
        """The range that is written to."""
        widest = max(map(len, self._cells.values()), default=1)
        return f"A1:{column_letter(widest)}{max(self._cells, default=1)}"

    def _head(self, row: int) -> str:
        height = self._heights.get(row)
        return f' r="{row}"' + (f' ht="{height:g}" customHeight="1"' if height else "")

    def _style(self, look: Look) -> int:
        """The number of a look; known by the very object, for comparing its parts takes long."""
        found = self._looks.get(id(look))
        if found is None:
            found = self._looks[id(look)] = look, self.styles.index(self.sheet, look)
        return found[1]

    @staticmethod
    @cache
    def _general(look: Look) -> Look:
        return replace(look, number_format="General")
