"""The sheet that computes: a row per unit and node, children of one node beside one another."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from openpyxl.utils import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from assessment.catalogue import Lang, text
from assessment.report import Cell, Column, Workings
from assessment.report.shapes import WorkedFigures, WorkedNode
from exports.style import QUIET
from exports.workbook_cells import look_of
from exports.workbook_formulas import (
    NODES,
    WEIGHTS,
    Ranges,
    Words,
    is_array,
    leaf_formulas,
    leaf_state,
    node_formulas,
    node_state,
    rating_formula,
)
from exports.workbook_live import FIGURES, FIRST_FIGURE, Ledger, quoted
from exports.workbook_page import Page
from exports.workbook_rows import column_letter

_UNIT, _NODE, _TIER, _RULE, _WEIGHT = range(1, FIRST_FIGURE)
_STAGE: Final = FIRST_FIGURE + len(FIGURES)
_MET_AT: Final = _STAGE + 1
_QUIET: Final = replace(look_of(Cell("")), wrap=False, colour=QUIET)
_WORDS: Final = replace(look_of(Cell("")), wrap=False)
_FIGURE: Final = look_of(Cell("", 0.0, "score"))
_SHARE: Final = look_of(Cell("", 0.0, "percent"))
_COUNT: Final = look_of(Cell("", 0.0, "count"))
_LOOKS: Final = (
    _FIGURE,
    _FIGURE,
    _SHARE,
    _FIGURE,
    _FIGURE,
    replace(_WORDS, indent=1),
)
"""Of `FIGURES`."""
_SPECIAL: Final = "*?~|%"
_SCORE: Final = FIRST_FIGURE + FIGURES.index("score")


def key_of(unit: str, node: str) -> str:
    """What a rating is found by, whatever order its sheet is sorted into.

    MATCH takes `*`, `?` and `~` for wildcards and does not tell capitals from small letters, so that these
    stand as their number.
    """
    return f"{_plain(unit)}|{_plain(node)}"


def _plain(name: str) -> str:
    kept = (char if char == char.casefold() and char not in _SPECIAL else f"%{ord(char):x};" for char in name)
    return "".join(kept)


def rolled_up(page: Page, workings: Workings, lang: Lang, sheets: dict[str, str]) -> Ledger:
    """Write the roll-up; the page's title stands already.

    Args:
        page: the sheet.
        workings: what is computed.
        lang: of the words of the states.
        sheets: kind -> name of a sheet, such as `evidence`.
    """
    staged = any(node.met_at is not None for node in workings.nodes)
    header = page.row
    page.header(_columns(lang, staged=staged))
    first = page.row
    ledger = Ledger.of(workings, sheets["workings"], first)
    writer = _Writer(page, workings, lang, first)
    for place, (unit, name) in enumerate(workings.units):
        for node, figures in zip(workings.nodes, workings.figures[unit], strict=True):
            writer.row(place, unit, name, node, figures)
    page.fit(writer.key, max((key_of(*place) for place in ledger.rows), key=len))
    for column in (FIRST_FIGURE, FIRST_FIGURE + FIGURES.index("state")):
        page.fit(column, f"{max(writer.words.values(), key=len)}  ")
    page.printed = writer.key - 1
    page.freeze(header, _TIER)
    page.tint((_SCORE, _SCORE), (first, page.row - 1), workings.low, workings.high)
    page.repeat_header()
    return ledger


def _columns(lang: Lang, *, staged: bool) -> list[Column]:
    figures = ("score", "score", "percent", "score", "score", "text")
    return [
        Column("unit", text("unit", lang).capitalize()),
        Column("node", text("workings.column.node", lang)),
        Column("tier", text("report.column.tier", lang)),
        Column("rule", text("workings.column.rule", lang)),
        Column("weight", text("workings.column.weight", lang), "score"),
        Column("rating", text("workings.column.rating", lang), "score"),
        *(
            Column(key, text(f"report.column.{key}", lang), kind)  # type: ignore[arg-type]  # kinds above
            for key, kind in zip(FIGURES[1:], figures[1:], strict=True)
        ),
        *(
            Column(key, text(f"workings.column.{key}", lang), "score")
            for key in (("stage", "met-at") if staged else ())
        ),
        Column("key", text("workings.column.key", lang)),
    ]


class _Writer:
    """Writes row after row of the roll-up."""

    def __init__(self, page: Page, workings: Workings, lang: Lang, first: int) -> None:
        self._page, self._workings, self._first = page, workings, first
        states = ("scored", "na", "unknown", "no-data")
        self.words = dict(zip(states, (text(f"state.{state}", lang) for state in states), strict=True))
        self._said = Words(*self.words.values())
        self._rows = page.rows
        self._staged = any(node.met_at is not None for node in workings.nodes)
        self.key = _MET_AT + 1 if self._staged else _STAGE
        """The last column: what a rating is found by."""

    def row(self, place: int, unit: str, name: str, node: WorkedNode, figures: WorkedFigures) -> None:
        """One node of one unit; its children's cells are known by where its unit's rows begin."""
        page, rows, row = self._page, self._rows, self._page.row
        top = self._first + place * len(self._workings.nodes)
        said = (name, node.name, node.tier, node.rule_name)
        for column, words in enumerate(said, _UNIT):
            rows.text(row, column, words, _WORDS)
            if place == 0 or column == _UNIT:
                page.fit(column, words)
        rows.formula(row, _WEIGHT, self._weight(row, place, node), node.weight, _FIGURE)
        formulas, results = self._figures(row, node, top), self._results(node, figures)
        array = is_array(node)
        for column, (formula, result, look) in enumerate(
            zip(formulas, results, _LOOKS, strict=True), FIRST_FIGURE
        ):
            if formula:
                over = array and FIGURES[column - FIRST_FIGURE] in ("score", "low", "high")
                rows.formula(row, column, formula, result, look, array=over)
            else:
                rows.figure(row, column, None, look)
        if self._staged:
            rows.figure(row, _STAGE, node.stage, _COUNT)
            rows.figure(row, _MET_AT, node.met_at, _FIGURE)
        rows.text(row, self.key, key_of(unit, node.id), _QUIET)
        page.row += 1

    def _weight(self, row: int, place: int, node: WorkedNode) -> str:
        """From the rubric's sheet for the first unit; the others take it from there."""
        if place:
            return f"${column_letter(_WEIGHT)}${row - place * len(self._workings.nodes)}"
        return f"INDEX({WEIGHTS},MATCH({quoted(node.id)},{NODES},0))"

    def _figures(self, row: int, node: WorkedNode, top: int) -> tuple[str, ...]:
        if not node.count:
            rating = rating_formula(f"${column_letter(self.key)}{row}")
            leaf = leaf_formulas(row, blank_is_low=self._workings.blank_is_low)
            return (rating, *leaf, leaf_state(row, self._said))
        first = top + node.first
        last = first + node.count - 1

        def cells(column: int) -> str:
            letter = column_letter(column)
            return f"${letter}${first}:${letter}${last}"

        score, coverage, low, high = (cells(FIRST_FIGURE + k) for k in range(1, 5))
        ranges = Ranges(
            cells(_WEIGHT), score, coverage, low, high, cells(_STAGE), f"${column_letter(_MET_AT)}{row}"
        )
        return ("", *node_formulas(node, row, ranges), node_state(row, self._said))

    def _results(self, node: WorkedNode, figures: WorkedFigures) -> Iterator[float | str]:
        score, coverage, low, high, state = figures
        rating = "" if node.count else self.words[state] if score is None else score
        yield from (rating, *("" if one is None else one for one in (score, coverage, low, high)))
        yield self.words[state]


def named(book: Workbook, name: str, sheet: str, cells: str) -> None:
    """Give cells of a sheet (such as `$A$5:$A$71`) a name that formulas know them by."""
    book.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(sheet)}!{cells}")
