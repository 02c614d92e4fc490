"""CSV text to rows by column name, each of which remembers its line."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessment.errors import Problem
from assessment.yaml_source import nearest

MAX_CHARACTERS: Final = 20_000_000
_SHOWN: Final = 60
_OTHER_SEPARATORS: Final = (";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        source: the file as the person named it.
        line: 1-based line on which the row begins.
        cells: column -> text without spaces around it; a column that the file lacks is no key.
        columns: the file's columns in its order.
    """

    source: str
    line: int
    cells: dict[str, str]
    columns: tuple[str, ...]

    def get(self, column: str) -> str:
        """The cell's text; empty where the file lacks the column."""
        return self.cells.get(column, "")

    def problem(self, code: str, column: str, *, found: str | None = None, allowed: str = "") -> Problem:
        """A problem with one cell; `found` is what stands there unless told otherwise."""
        place = self.columns.index(column) + 1 if column in self.columns else None
        shown = self.get(column) if found is None else found
        return Problem(code, self.source, self.line, place, column, shortened(shown), allowed)


def shortened(written: str) -> str:
    """What a person wrote, cut to a length that fits a sentence."""
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"


def read_table(
    text: str, source: str, required: Sequence[str], optional: Sequence[str] = ()
) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV text with a header, and everything that is wrong with it as a table.

    Blank rows are left out. Rows are returned also when a column is missing, so that a reader can check the
    rest of them in the same pass.

    Args:
        text: the file's text.
        source: the file as the person named it.
        required: columns that must be there.
        optional: columns that may be there; any other is a problem.
    """
    if len(text) > MAX_CHARACTERS:
        size = f"{len(text) / 1e6:.1f} MB"
        return [], [Problem("file-too-large", source, found=size, allowed=f"{MAX_CHARACTERS / 1e6:.0f} MB")]
    records, problems = _records(text.removeprefix("\ufeff"), source)
    if not records:
        return [], problems or [Problem("file-empty", source)]
    (line, header), *body = records
    separator = _wrong_separator(header)
    if separator:
        return [], [Problem("table-separator", source, line, found=separator)]
    problems = [*_header_problems(header, source, line, required, optional), *problems]
    if not body and not problems:
        problems = [Problem("table-no-rows", source, line)]
    rows = [_row(source, place, cells, tuple(header)) for place, cells in body]
    overlong = [
        Problem(
            "table-cells", source, place, len(header) + 1, found=str(len(cells)), allowed=str(len(header))
        )
        for place, cells in body
        if len(cells) > len(header)
    ]
    return rows, [*problems, *overlong]


def _records(text: str, source: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Every row that is not blank with its first line; what follows a broken row is not read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            written = _without_empty_end([cell.strip() for cell in cells])
            if written:
                records.append((line, written))
            line = reader.line_num + 1
    except csv.Error:
        return records, [Problem("table-broken", source, line)]
    return records, []


def _without_empty_end(cells: list[str]) -> list[str]:
    """The cells up to the last that holds anything: spreadsheets add empty ones at the end."""
    count = len(cells)
    while count and not cells[count - 1]:
        count -= 1
    return cells[:count]


def _wrong_separator(header: list[str]) -> str:
    """The character that separates the cells where it is no comma; empty where all is well."""
    only = header[0] if len(header) == 1 else ""
    return next((mark for mark in _OTHER_SEPARATORS if mark in only), "").replace("\t", "TAB")


def _header_problems(
    header: list[str], source: str, line: int, required: Sequence[str], optional: Sequence[str]
) -> list[Problem]:
    allowed = (*required, *optional)
    missing = [
        Problem("table-column-missing", source, line, key=name) for name in required if name not in header
    ]
    unknown = [
        Problem(
            "table-column-unknown",
            source,
            line,
            place,
            name,
            shortened(name),
            nearest(name, allowed) or ", ".join(allowed),
        )
        for place, name in enumerate(header, start=1)
        if name not in allowed
    ]
    twice = [
        Problem("table-column-twice", source, line, place, name)
        for place, name in enumerate(header, start=1)
        if name in allowed and name in header[: place - 1]
    ]
    return [*missing, *unknown, *twice]


def _row(source: str, line: int, cells: list[str], columns: tuple[str, ...]) -> Row:
    filled = [*cells, *[""] * (len(columns) - len(cells))]
    return Row(source, line, dict(zip(columns, filled, strict=False)), columns)
