"""A rubric's workbook read back: with the care that any file from outside gets, and nothing written."""

from typing import Final
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from assessment.edges.office_package import stored, unpacked
from assessment.edges.office_sheets import computed_cells, shape_problems
from assessment.errors import Problem
from assessment.rubric_from_sheets import RubricFiles, read_rubric_sheets
from assessment.rubric_sheets import Sheet
from assessment.sheet_tables import letter

MAX_SHEETS: Final = 100
_BROKEN: Final = (CalamineError, ET.ParseError, ValueError, KeyError, OverflowError, OSError)


def read_rubric_workbook(data: bytes, source: str) -> tuple[RubricFiles | None, list[Problem]]:
    """The rubric that a workbook describes, and everything that is wrong with it, cell by cell.

    Args:
        data: the file; it may be anything, and what is hostile costs no memory.
        source: the file as the person named it.

    Returns:
        The rubric with its files, None where there is an error; the problems, whose key is sheet and cell.
    """
    parts, problems = unpacked(data, source)
    problems = problems or shape_problems(parts, source, wide=True)
    if problems:
        return None, problems
    try:
        sheets = _sheets(parts)
    except _BROKEN as error:
        return None, [Problem("offline-damaged", source, found=str(error)[:80])]
    return read_rubric_sheets(sheets, source)


def _sheets(parts: dict[str, bytes]) -> list[Sheet]:
    book = CalamineWorkbook.from_filelike(stored(parts))
    computed = computed_cells(parts)
    found = (book.get_sheet_by_name(name) for name in book.sheet_names[:MAX_SHEETS])
    return [
        Sheet(
            sheet.name, sheet.to_python(skip_empty_area=False), computed.get(sheet.name, {}), _merged(sheet)
        )
        for sheet in found
    ]


def _merged(sheet: CalamineSheet) -> tuple[str, ...]:
    return tuple(
        f"{letter(left)}{top + 1}:{letter(right)}{bottom + 1}"
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
