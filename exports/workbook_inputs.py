"""The two sheets that the roll-up reads: the ratings, which can be changed, and the rubric."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation

from assessment.catalogue import Lang, text
from assessment.report import Cell, Column, Report, Table, Workings
from exports.workbook_formulas import (
    ANSWERS,
    HIGH,
    KEYS,
    LEAST,
    LOW,
    NODES,
    NOT_APPLICABLE,
    SCORES,
    UNKNOWN,
    WEIGHTS,
)
from exports.workbook_live import Live, quoted
from exports.workbook_page import Page
from exports.workbook_rollup import key_of, named
from exports.workbook_rows import column_letter

_SETTINGS: Final = {"low": LOW, "high": HIGH, "coverage": LEAST}
_WIDEST, _OF_LEVELS = 40.0, 26.0
"""Characters of the columns of the rubric and of its levels, which are many."""
_MOST_REFUSED: Final = 225
"""Characters of a refusal that spreadsheets show."""


def ratings_sheet(page: Page, table: Table, tables: Sequence[Table], report: Report) -> None:
    """The ratings of all units, each with the key that the roll-up finds it by.

    Args:
        page: the sheet; its title stands already.
        table: all units' ratings, stacked.
        tables: the same, unit by unit.
        report: with workings.
    """
    workings, lang = report.workings, report.lang
    if workings is None or not all(one.row_ids for one in tables):
        page.table(table, headed=False, filtered=True)
        return
    keys = [key_of(one.id.removeprefix("evidence."), node) for one in tables for node in one.row_ids]
    column = Column("key", text("workings.column.key", lang))
    rows = tuple((*row, Cell(key)) for row, key in zip(table.rows, keys, strict=True))
    whole = replace(table, columns=(*table.columns, column), rows=rows)
    places = {one.key: place for place, one in enumerate(whole.columns)}
    score, state = places["score"], places["state"]
    words = {one: text(f"state.{one}", lang) for one in ("scored", "na", "unknown")}

    letter, otherwise = (
        column_letter(score + 1),
        quoted(words["scored" if workings.blank_is_low else "unknown"]),
    )

    def formula(_place: int, row: int) -> str:
        missing = f"IF({letter}{row}={NOT_APPLICABLE},{quoted(words['na'])},{otherwise})"
        return f"IF(ISNUMBER({letter}{row}),{quoted(words['scored'])},{missing})"

    live = Live({state: formula}, frozenset({score}), workings.low, workings.high)
    first = page.table(whole, live, headed=False, filtered=True)
    page.printed = len(table.columns)
    last, sheet = first + len(rows) - 1, page.sheet.title
    for name, place in ((SCORES, score), (KEYS, places["key"])):
        letter = column_letter(place + 1)
        named(page.book, name, sheet, f"${letter}${first}:${letter}${last}")
    _only_answers(page, workings, lang, f"{column_letter(score + 1)}{first}", last)


def _only_answers(page: Page, workings: Workings, lang: Lang, first: str, last: int) -> None:
    """Let the scores be chosen from the list, or, on a scale without steps, be any figure on it."""
    if workings.steps:
        rule = DataValidation(type="list", formula1=f"={ANSWERS}", allow_blank=True)
    else:
        figure = f"AND(ISNUMBER({first}),{first}>={LOW},{first}<={HIGH})"
        said = f"OR({figure},{first}={NOT_APPLICABLE},{first}={UNKNOWN})"
        rule = DataValidation(type="custom", formula1=said, allow_blank=True)
    rule.showErrorMessage = True
    rule.errorTitle = text("workings.refused.title", lang)
    states = {one: text(f"state.{one}", lang) for one in ("na", "unknown")}
    rule.error = text("workings.refused", lang, **states)[:_MOST_REFUSED]
    rule.add(f"{first}:{first.rstrip('0123456789')}{last}")
    page.sheet.add_data_validation(rule)


def levels_sheet(page: Page, workings: Workings, lang: Lang) -> None:
    """What the interviewer asks, and what every level looks like."""
    page.widest = _OF_LEVELS
    page.title(text("workings.levels.title", lang))
    page.table(workings.levels, headed=False, filtered=True)
    page.repeat_header()


def rubric_sheet(page: Page, workings: Workings, lang: Lang) -> None:
    """The rubric with its weights, and the settings of the roll-up below it."""
    page.widest = _WIDEST
    table, book, sheet = workings.rubric, page.book, page.sheet.title
    leaves = sum(not node.count for node in workings.nodes)
    page.title(text("workings.rubric.title", lang, count=leaves, nodes=len(workings.nodes) - leaves))
    first = page.table(table, headed=False, filtered=True)
    places = {column.key: column_letter(place) for place, column in enumerate(table.columns, 1)}
    last = first + len(table.rows) - 1
    named(book, NODES, sheet, f"${places['id']}${first}:${places['id']}${last}")
    named(book, WEIGHTS, sheet, f"${places['weight']}${first}:${places['weight']}${last}")
    page.new_page()
    at = page.table(workings.settings)
    for row, setting in enumerate(workings.settings.row_ids, at):
        named(book, _SETTINGS[setting], sheet, f"$B${row}")
    at = page.table(workings.answers)
    end = at + len(workings.answers.rows) - 1
    named(book, ANSWERS, sheet, f"$A${at}:$A${end}")
    named(book, NOT_APPLICABLE, sheet, f"$A${end - 1}")
    named(book, UNKNOWN, sheet, f"$A${end}")
