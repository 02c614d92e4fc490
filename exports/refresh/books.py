"""The workbook behind a chart: cells are read and set where the chart refers to them, no others."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from lxml import etree

from exports.deck.chart_book import column_name
from exports.deck.marks import shortest
from exports.package import Package
from exports.refresh.items import serialised

_SPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_S: Final = f"{{{_SPACE}}}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_AREA: Final = re.compile(r"^(?:'(.+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
_CELL: Final = re.compile(r"^([A-Z]+)(\d+)$")
_LARGEST: Final = 100_000


class Area(NamedTuple):
    """One row or column of cells; rows and columns count from 1."""

    sheet: str
    column: int
    row: int
    length: int
    down: bool = True

    def formula(self) -> str:
        """As a chart refers to it."""
        last = (
            (self.column, self.row + self.length - 1)
            if self.down
            else (self.column + self.length - 1, self.row)
        )
        plain = re.fullmatch(r"[A-Za-z_]\w*", self.sheet)
        sheet = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        first = f"${column_name(self.column - 1)}${self.row}"
        return (
            f"{sheet}!{first}"
            if self.length == 1
            else f"{sheet}!{first}:${column_name(last[0] - 1)}${last[1]}"
        )

    def cells(self) -> list[tuple[int, int]]:
        """Column and row of each cell."""
        steps = range(self.length)
        return [(self.column, self.row + k) if self.down else (self.column + k, self.row) for k in steps]


def area_of(formula: str) -> Area:
    """The cells that a chart refers to; ValueError where they are no single row or column."""
    found = _AREA.match(formula.strip())
    if found is None:
        raise ValueError(formula)
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    column, row = _number(found[3]), int(found[4])
    last_column, last_row = _number(found[5] or found[3]), int(found[6] or found[4])
    wide, tall = last_column - column + 1, last_row - row + 1
    if min(wide, tall) != 1 or max(wide, tall) > _LARGEST:
        raise ValueError(formula)
    return Area(sheet, column, row, max(wide, tall), down=wide == 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Book:
    """A chart's workbook; ValueError, KeyError or a zip error where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        self._package = Package(data)
        book = next(
            one.target for one in self._package.relations("").values() if one.kind == "officeDocument"
        )
        self._relations = self._package.relations(book)
        sheets = self._package.xml(book).iter(f"{_S}sheet")
        self._parts = {one.get("name"): self._relations[one.get(_RELATION)].target for one in sheets}
        self._roots: dict[str, Any] = {}
        self._cells: dict[str, dict[tuple[int, int], Any]] = {}
        self._changed: set[str] = set()
        self._strings: list[str] | None = None

    def read(self, area: Area) -> list[str]:
        """What the cells hold; an empty cell is empty, a number has as many digits as tell it apart."""
        cells = self._sheet(area.sheet)
        return [self._said(cells.get(place)) for place in area.cells()]

    def write(self, area: Area, values: Sequence[str], *, numbers: bool) -> None:
        """Set the cells, empty ones where there is no value; a cell keeps its format."""
        cells = self._sheet(area.sheet)
        for place, value in zip(area.cells(), values, strict=True):
            if self._said(cells.get(place)) == (shortest(value) if numbers else value):
                continue
            self._changed.add(area.sheet)
            cell = cells.get(place)
            if cell is None:
                cell = cells[place] = self._new(area.sheet, place)
            _set(cell, value, numbers=numbers)

    def holds(self, sheet: str) -> bool:
        """Whether there is a sheet of this name."""
        return sheet in self._parts

    def lay(self, sheet: str, other: "Book", before: Iterable[Area]) -> None:
        """Every cell of another workbook's sheet; what stood in the areas of before and is not in it goes."""
        made = other._sheet(sheet)  # noqa: SLF001 - of the same class
        for column, row in {place for area in before for place in area.cells()} - made.keys():
            self.clear(Area(sheet, column, row, 1))
        for (column, row), cell in made.items():
            number = cell.get("t", "n") == "n"
            said = cell.findtext(f"{_S}v", "") if number else other._said(cell)  # noqa: SLF001
            self.write(Area(sheet, column, row, 1), [said], numbers=number)

    def clear(self, area: Area) -> None:
        """Empty the cells."""
        self.write(area, [""] * area.length, numbers=False)

    def packed(self) -> bytes:
        """The workbook with its changed sheets."""
        done = {self._parts[sheet]: serialised(self._roots[sheet]) for sheet in sorted(self._changed)}
        return self._package.rewritten(done)

    def _sheet(self, sheet: str) -> dict[tuple[int, int], Any]:
        if sheet not in self._cells:
            root = self._roots[sheet] = self._package.xml(self._parts[sheet])
            found = ((_CELL.match(cell.get("r", "")), cell) for cell in root.iter(f"{_S}c"))
            self._cells[sheet] = {(_number(at[1]), int(at[2])): cell for at, cell in found if at}
        return self._cells[sheet]

    def _said(self, cell: Any) -> str:
        if cell is None:
            return ""
        kind, value = cell.get("t", "n"), cell.findtext(f"{_S}v", "")
        if kind == "inlineStr":
            return "".join(cell.itertext(f"{_S}t"))
        if kind == "s":
            return self._shared()[int(value)]
        return shortest(value) if kind == "n" else value

    def _shared(self) -> list[str]:
        if self._strings is None:
            parts = [one.target for one in self._relations.values() if one.kind == "sharedStrings"]
            items = self._package.xml(parts[0]).iter(f"{_S}si") if parts else ()
            self._strings = ["".join(item.itertext(f"{_S}t")) for item in items]
        return self._strings

    def _new(self, sheet: str, place: tuple[int, int]) -> Any:
        """A cell where there is none, rows and cells kept in order."""
        column, number = place
        data = self._roots[sheet].find(f"{_S}sheetData")
        rows = data.findall(f"{_S}row")
        row = next((one for one in rows if int(one.get("r", "0")) == number), None)
        if row is None:
            row = etree.Element(f"{_S}row", r=str(number))
            data.insert(sum(int(one.get("r", "0")) < number for one in rows), row)
        cell = etree.Element(f"{_S}c", r=f"{column_name(column - 1)}{number}")
        before = [one for one in row if (at := _CELL.match(one.get("r", ""))) and _number(at[1]) < column]
        row.insert(len(before), cell)
        return cell


def _set(cell: Any, value: str, *, numbers: bool) -> None:
    for part in list(cell):
        cell.remove(part)
    cell.attrib.pop("t", None)
    if value and numbers:
        etree.SubElement(cell, f"{_S}v").text = value
    elif value:
        cell.set("t", "inlineStr")
        said = etree.SubElement(etree.SubElement(cell, f"{_S}is"), f"{_S}t")
        said.text = value
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
