"""The list of a folder's decks as a workbook: one sheet, a row per deck, a link to each file."""

from collections.abc import Sequence
from string import ascii_letters, digits
from typing import Final

from openpyxl import Workbook

from assessment.catalogue import Lang, text
from assessment.report.shapes import Table
from exports.base_theme import theme
from exports.workbook_cells import Styles, sheet_text
from exports.workbook_package import packed_workbook
from exports.workbook_page import Page
from exports.workbook_rows import Rows, Strings, column_letter

_PLAIN: Final = frozenset(ascii_letters + digits + "-_.()")


def contents_workbook(table: Table, leads: Sequence[str], lang: Lang, linked: str = "file") -> bytes:
    """The table as a sheet.

    Args:
        table: a row per deck; the column of the key `linked` holds names of files beside the workbook, or a
            dash where there is none.
        leads: sentences above it.
        lang: of the reader.
        linked: see `table`.
    """
    book, strings = Workbook(), Strings()
    book.remove(book.worksheets[0])
    book.loaded_theme = theme()
    book.properties.creator = "Gapline"
    book.properties.title = sheet_text(table.title)
    name = text("batch.sheet", lang)
    page = Page(Rows(book.create_sheet(name), Styles(lang), strings))
    page.title(table.title, *leads)
    first = page.table(table, headed=False, filtered=True)
    page.repeat_header()
    column = next(place for place, one in enumerate(table.columns) if one.key == linked)
    for row, cells in enumerate(table.rows, start=first):
        if cells[column].text.endswith(".pptx"):
            page.rows.links[f"{column_letter(column + 1)}{row}"] = _address(cells[column].text)
    page.finish(table.title, text("report.sheet.page", lang, page="&P", pages="&N"))
    return packed_workbook(book, [], {name: page.rows}, strings)


def _address(file: str) -> str:
    """A file beside the workbook as a link names it."""
    return "".join(chr(one) if chr(one) in _PLAIN else f"%{one:02X}" for one in file.encode())
