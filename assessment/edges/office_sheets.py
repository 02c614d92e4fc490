"""Sheets of a checked .xlsx package: what may not be read at all, and which cells hold no typed value."""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from assessment.errors import Problem
from assessment.sheet_tables import MAX_AREA, MAX_ROWS

_FAR_ROW: Final = re.compile(rb'<row(?! r="1?\d{1,4}"[ />])(?=[\s/>])[^>]{0,40}')
_FAR_CELL: Final = re.compile(rb'<c(?! r="[A-Z]1?\d{1,4}"[ />])(?=[\s/>])[^>]{0,40}')
_FAR_WIDE_CELL: Final = re.compile(rb'<c(?! r="[A-Z]{1,2}1?\d{1,4}"[ />])(?=[\s/>])[^>]{0,40}')
_WIDE_CELL: Final = re.compile(rb'<c r="[A-Z]{2}\d')
_CELL: Final = re.compile(rb'<c r="([A-Z]{1,2})(\d+)"')
_PREFIXED: Final = re.compile(rb":(?:row|c|f)[\s/>]")
"""Elements that a reader takes for rows or cells whatever their prefix; no spreadsheet program writes one."""
_PREFIXED_ELEMENT: Final = re.compile(rb"<[^\s<>/:]+:(?:row|c|f)[\s/>]")
_FORMULA: Final = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*>\s*<f[\s/>]')
_ANY_FORMULA: Final = re.compile(rb"<f[\s/>]")
_ERROR: Final = b't="e"'
_ERROR_VALUE: Final = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*\st="e"')
"""A cell that shows `#N/A` or the like; a reader takes it for empty."""
_SHEETS: Final = "xl/worksheets/"
_RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def shape_problems(parts: Mapping[str, bytes], source: str, *, wide: bool = False) -> list[Problem]:
    """Rows and cells so far out that a sheet of them would fill the memory, told before one is made.

    Args:
        parts: of the package, by name.
        source: the file as the person named it.
        wide: whether a sheet may reach to column ZZ, with the fewer rows.
    """
    allowed = f"A1:{'ZZ' if wide else 'Z'}{MAX_ROWS}"
    for name, content in parts.items():
        if name.startswith(_SHEETS):
            far_cell = (_FAR_WIDE_CELL if wide else _FAR_CELL).search(content)
            far = _FAR_ROW.search(content) or far_cell or _prefixed(content)
            if far:
                found = far[0].decode(errors="replace").lstrip("<").strip()
                return [Problem("offline-far", source, found=found, allowed=allowed)]
            corner = _too_large(content) if wide else ""
            if corner:
                return [Problem("offline-far", source, found=corner, allowed=f"A1:Z{MAX_ROWS}")]
    return []


def _too_large(content: bytes) -> str:
    """The last column and row of a sheet that reaches beyond column Z and would hold too many cells."""
    if not _WIDE_CELL.search(content):
        return ""
    cells = _CELL.findall(content)
    column = max((column for column, _ in cells), key=lambda name: (len(name), name))
    row = max(int(row) for _, row in cells)
    width = 0
    for sign in column:
        width = width * 26 + sign - ord("A") + 1
    return f"{column.decode()}{row}" if width * row > MAX_AREA else ""


def computed_cells(parts: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Sheet name -> its cells that hold a `formula` or an `error-value`, and which of the two."""
    found = {}
    for name, part in _sheet_parts(parts).items():
        content = parts.get(part, b"")
        errors = _ERROR_VALUE.findall(content) if _ERROR in content else []
        formulas = (_FORMULA.findall(content) or [b"?"]) if _ANY_FORMULA.search(content) else []
        cells = dict.fromkeys(errors, "error-value") | dict.fromkeys(formulas, "formula")
        found[name] = {cell.decode(): what for cell, what in cells.items()}
    return found


def _prefixed(content: bytes) -> re.Match[bytes] | None:
    """A row or cell with a prefix before its name; in a text `a:c ` is no element."""
    if not _PREFIXED.search(content):
        return None
    return _PREFIXED_ELEMENT.search(content)


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name -> the part that holds it."""
    book = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - checked: no entities, bounded size
    relations = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314 - as above
    targets = {one.get("Id"): (one.get("Target") or "").lstrip("/") for one in relations}
    sheets = [
        (one.get("name") or "", targets.get(one.get(_RELATION_ID), "")) for one in book.findall(".//{*}sheet")
    ]
    return {name: target if target.startswith("xl/") else f"xl/{target}" for name, target in sheets}
