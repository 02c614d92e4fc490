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
FIRST_FIGURE: Final = 6
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


Formula = Callable[[int, int], str | None]
"""Place of a row in its table, and row of the sheet -> the formula of a column's cell there, if any."""


@dataclass(frozen=True)
class Live:
    """What of a table follows the roll-up.

    Attributes:
        formulas: place of a column -> what makes the formulas of its cells.
        tinted: places of the columns that are tinted by the figure of the moment.
        low, high: the scale that they are tinted over.
    """

    formulas: Mapping[int, Formula]
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
    formulas = {place: _showing(table, ledger, *found) for place, found in shown.items()}
    places = {column.key: place for place, column in enumerate(table.columns)}
    against = places.get(_DIFFERENCES.get(table.id, ""))
    if against is not None and "difference" in places:
        otherwise = text("report.no-comparison", lang)
        formulas[places["difference"]] = _difference(places["score"], against, otherwise)
    tinted = frozenset(place for place, (_, figure) in shown.items() if figure == "score")
    return Live(formulas, tinted, workings.low, workings.high)


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


def _showing(table: Table, ledger: Ledger, unit: str, figure: str) -> Formula:
    """A column with a unit's figures along the table's nodes."""
    return lambda place, _row: ledger.shown(unit, table.row_ids[place], figure)


def _what(table: Table, column: Column, own: str) -> tuple[str, str] | None:
    """Whose figure a column shows, and which."""
    if table.id.startswith("comparison.") and column.key.startswith("unit."):
        return column.key.removeprefix("unit."), "score"
    return (own, column.key) if column.key in _OWN.get(table.id, ()) else None


def _difference(one: int, other: int, otherwise: str) -> Formula:
    """One column less another, without the dust of binary fractions, as the report has it."""
    first, second, said = column_letter(one + 1), column_letter(other + 1), quoted(otherwise)

    def formula(_place: int, row: int) -> str:
        both = f"AND(ISNUMBER({first}{row}),ISNUMBER({second}{row}))"
        return f"IF({both},ROUND({first}{row}-{second}{row},12),{said})"

    return formula


def quoted(said: str) -> str:
    """Words inside a formula."""
    return '"{}"'.format(said.replace('"', '""'))
