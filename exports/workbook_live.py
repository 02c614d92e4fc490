"""Which cells of a report's tables and charts follow the roll-up, and the formulas that make them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import quote_sheetname

from assessment.catalogue import Lang, text
from assessment.report import ChartSpec, Column, Table, Workings
from exports.workbook_rows import column_letter

FIGURES: Final = ("rating", "score", "coverage", "low", "high", "state")
"""The columns of the roll-up that hold something for every unit and node, from `FIRST_FIGURE` on."""
FIRST_FIGURE: Final = 7
_OWN: Final = {
    "profile.scores": ("score", "low", "high", "coverage", "state"),
    "profile.targets": ("score",),
    "capability": ("score",),
}
"""Columns of the tables about the report's own unit."""
_DIFFERENCES: Final = {"profile.scores": "reference", "profile.targets": "target"}
"""What the score is held against where a table has a column `difference`."""


@dataclass(frozen=True)
class Ledger:
    """Where the roll-up keeps the figures of every unit and node.

    Attributes:
        sheet: its name.
        rows: (unit id, node id) -> row.
    """

    sheet: str
    rows: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, workings: Workings, sheet: str, first: int) -> "Ledger":
        """The ledger of a roll-up whose figures begin in row `first`."""
        places = ((unit, node.id) for unit, _ in workings.units for node in workings.nodes)
        return cls(quote_sheetname(sheet), {place: row for row, place in enumerate(places, first)})

    def cell(self, unit: str, node: str, figure: str) -> str | None:
        """The cell with a figure; None where the roll-up does not hold it."""
        row = self.rows.get((unit, node))
        if row is None:
            return None
        return f"{self.sheet}!${column_letter(FIRST_FIGURE + FIGURES.index(figure))}${row}"

    def shown(self, unit: str, node: str, figure: str) -> str | None:
        """A formula that shows a figure, or the words of its state where there is none."""
        cell, state = self.cell(unit, node, figure), self.cell(unit, node, "state")
        return cell and (cell if figure == "state" else f"IF(ISNUMBER({cell}),{cell},{state})")


Formula = Callable[[int, int, int], str | None]
"""Place of a row in its table, place of a column, and row of the sheet -> the formula of the cell, if any."""


@dataclass(frozen=True)
class Live:
    """What of a table follows the roll-up.

    Attributes:
        formula: of its cells.
        tinted: places of the columns that are tinted by the figure of the moment.
        low, high: the scale that they are tinted over.
    """

    formula: Formula
    tinted: frozenset[int]
    low: float
    high: float


def live_table(table: Table, own: str, ledger: Ledger, workings: Workings, lang: Lang) -> Live | None:
    """What of a report's table follows the roll-up; None where nothing does.

    Args:
        table: its columns are known by their keys.
        own: id of the report's unit.
        ledger: where the figures are.
        workings: what they are computed from.
        lang: of the words for what cannot be compared.
    """
    shown = {
        place: found for place, column in enumerate(table.columns) if (found := _what(table, column, own))
    }
    if not shown or not table.row_ids:
        return None
    against = _places(table).get(_DIFFERENCES.get(table.id, ""))
    apart = _places(table).get("difference")
    score = _places(table).get("score")

    def formula(place: int, column: int, row: int) -> str | None:
        if column in shown:
            unit, figure = shown[column]
            return ledger.shown(unit, table.row_ids[place], figure)
        if column == apart and against is not None and score is not None:
            return _difference(score, against, row, text("report.no-comparison", lang))
        return None

    tinted = frozenset(place for place, (_, figure) in shown.items() if figure == "score")
    return Live(formula, tinted, workings.low, workings.high)


def live_series(chart: ChartSpec, ledger: Ledger | None) -> Sequence[Sequence[str | None]]:
    """For every series of a chart the formulas of its figures, None where a figure stands by itself."""
    if ledger is None:
        return [[None] * len(chart.categories) for _ in chart.series]
    return [
        [
            ledger.cell(series.id, node, "score") if value is not None else None
            for node, value in zip(chart.category_ids, series.values, strict=True)
        ]
        for series in chart.series
    ]


def _places(table: Table) -> dict[str, int]:
    return {column.key: place for place, column in enumerate(table.columns)}


def _what(table: Table, column: Column, own: str) -> tuple[str, str] | None:
    """Whose figure a column shows, and which."""
    if table.id.startswith("comparison.") and column.key.startswith("unit."):
        return column.key.removeprefix("unit."), "score"
    return (own, column.key) if column.key in _OWN.get(table.id, ()) else None


def _difference(one: int, other: int, row: int, otherwise: str) -> str:
    """Without the dust of binary fractions, as the report has it."""
    first, second = f"{column_letter(one + 1)}{row}", f"{column_letter(other + 1)}{row}"
    return f"IF(AND(ISNUMBER({first}),ISNUMBER({second})),ROUND({first}-{second},12),{quoted(otherwise)})"


def quoted(said: str) -> str:
    """Words inside a formula."""
    return '"{}"'.format(said.replace('"', '""'))
