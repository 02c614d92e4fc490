"""One sheet of a rubric's workbook as a table: which column is which, what a cell says, where it stands."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from assessment.catalogue import text
from assessment.errors import Problem
from assessment.rubric_sheets import FIELDS, TRANSLATED, WIDE, Cell, Row, Sheet, meaning, unmarked
from assessment.yaml_source import nearest, shortened

Column = tuple[str, str]
"""Field and language ("" for the author's); the field of a numbered column is `#`."""
MAX_ROWS: Final = 19_999
"""Rows of a sheet that is read."""
MAX_COLUMNS: Final = 702
"""Columns of a rubric's sheet that is read, up to ZZ."""
MAX_AREA: Final = 26 * MAX_ROWS
"""Cells of a sheet that is read, the blank ones among them."""
_WHOLE: Final = 1e15


def unknown_id(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The problem that no node has this id, and the one that was likely meant; none below the id itself."""
    likely = nearest(name, [one for one in known if not one.startswith(f"{name}.")])
    return ("sheet-unknown-id", likely) if likely else ("sheet-no-such-id", "")


def letter(column: int) -> str:
    """`C` for the 0-based column 2."""
    return chr(ord("A") + column) if column < 26 else f"{letter(column // 26 - 1)}{letter(column % 26)}"  # noqa: PLR2004 - the alphabet


def words_in(cell: Cell) -> str:
    """A cell as text, a number as people write it; empty for a blank one."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    return (
        (cell.date() if isinstance(cell, dt.datetime) else cell).isoformat()
        if isinstance(cell, dt.date)
        else str(cell)
    )


def number_in(cell: Cell) -> str | float | bool:
    """A cell as number, whole ones as int; as the text that it is where it is none."""
    if isinstance(cell, str):
        try:
            return number_in(float(cell))
        except (ValueError, OverflowError):
            return cell.strip()
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell if isinstance(cell, bool) else words_in(cell)
    return int(cell) if abs(cell) < _WHOLE and cell == int(cell) else cell


@dataclass
class Table:
    """A sheet whose headings are understood.

    Attributes:
        kind: which of `KINDS` it is.
        language: of a sheet that holds translations.
        columns: what each column is; the place of those that are not read is empty.
        numbers: of the numbered columns.
        problems: of the headings, and of cells that no sheet may have.
    """

    kind: str
    language: str
    sheet: Sheet
    source: str
    columns: dict[Column, int] = field(default_factory=dict)
    numbers: list[tuple[int, float]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        for column, cell in enumerate(self.sheet.rows[0] if self.sheet.rows else ()):
            if words_in(cell):
                self._head(column, cell)
        for name in FIELDS[self.kind]:
            if (name, "") not in self.columns and name in {
                "item",
                "value",
                "text",
                "id",
                "parent",
                "name",
            } - ({"name"} if self.kind in WIDE else set()):
                self.note("sheet-column-missing", 0, 0, found=text(f"sheet.column.{name}", "en"))
        for cell, what in self.sheet.computed.items():
            self.problems.append(Problem(f"offline-{what}", self.source, key=f"{self.sheet.name}!{cell}"))
        for span in self.sheet.merged:
            key = f"{self.sheet.name}!{span}"
            self.problems.append(Problem("sheet-merged", self.source, key=key, found=span))

    def _head(self, column: int, cell: Cell) -> None:
        label, language = unmarked(words_in(cell))
        name = meaning(label, "sheet.column", FIELDS[self.kind])
        number = number_in(cell)
        if name and (not language or name in TRANSLATED[self.kind]):
            if (name, language) in self.columns:
                self.note("sheet-column-twice", 0, column, found=words_in(cell))
            self.columns.setdefault((name, language), column)
        elif self.kind in WIDE and isinstance(number, int | float) and not isinstance(number, bool):
            self.numbers.append((column, number))
        elif self.kind in WIDE:
            self.note("sheet-heading-number", 0, column, found=words_in(cell))
        else:
            known = ", ".join(text(f"sheet.column.{name}", "en") for name in FIELDS[self.kind])
            self.note("sheet-column-unread", 0, column, found=words_in(cell), allowed=known, warns=True)

    def note(
        self, code: str, row: int, column: int, *, found: str = "", allowed: str = "", warns: bool = False
    ) -> None:
        """One more problem at a 0-based row and column."""
        key, severity = self.place(row, column), "warning" if warns else "error"
        self.problems.append(
            Problem(code, self.source, key=key, found=shortened(found), allowed=allowed, severity=severity)  # type: ignore[arg-type] # one of the two
        )

    def place(self, row: int, column: int) -> str:
        """`Nodes!C7` for a 0-based row and column."""
        return f"{self.sheet.name}!{letter(column)}{row + 1}"

    def at(self, row: int, name: str, language: str = "") -> str:
        """The place of a field in a row; the row's first cell where there is no such column."""
        return self.place(row, self.column(name, language))

    def column(self, name: str, language: str = "") -> int:
        """Which column a field is; the first where there is none."""
        return self.columns.get((name, language), 0)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every row that says something in a column that is read, with its 0-based number."""
        read = {*self.columns.values(), *(column for column, _ in self.numbers)}
        for row, cells in enumerate(self.sheet.rows):
            if row and any(words_in(cells[column]) for column in read if column < len(cells)):
                yield row, cells

    def cell(self, cells: Row, name: str, language: str = "") -> Cell:
        """What stands in a field of a row; None for a blank cell and for a column that is not there."""
        column = self.columns.get((name, language))
        found = cells[column] if column is not None and column < len(cells) else None
        return found if words_in(found) else None

    def languages(self, name: str) -> Sequence[str]:
        """The languages that a field has columns for, the author's left out."""
        return [language for column, language in self.columns if column == name and language]


def same_columns(table: Table, other: Table) -> dict[int, int]:
    """Column of a translation -> which numbered column of the sheet itself it belongs to."""
    free = list(enumerate(number for _, number in table.numbers))
    found = {}
    for column, number in other.numbers:
        nth = next((nth for nth, known in free if known == number), None)
        if nth is not None:
            found[column] = nth
            free = [pair for pair in free if pair[0] != nth]
    return found
