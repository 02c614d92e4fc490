"""Many units side by side: a row for each, a column per node, where a column for each has no room."""

from dataclasses import replace
from typing import Final

from assessment.catalogue import Lang, text
from assessment.report.shapes import Cell, Column, Table
from exports.deck.story import column_parts

MOST_BESIDE: Final = 8
"""Units whose bars and columns can still be told apart beside one another."""


def units_beside(table: Table) -> list[Column]:
    """The columns that stand for units."""
    return [column for column in table.columns if column.key.startswith("unit.")]


def turned_parts(table: Table, width: float, lang: Lang) -> list[Table]:
    """The table with a row per unit and per peer, in as many parts as its nodes need columns.

    What it says of a node beside its name is left to other tables.
    """
    of_units = [
        k for k, column in enumerate(table.columns) if column.key.partition(".")[0] in {"unit", "peer"}
    ]
    name = next(k for k, column in enumerate(table.columns) if column.key in {"node", "indicator"})
    ids = table.row_ids or tuple(str(k) for k in range(len(table.rows)))
    columns = (
        Column("unit", text("comparing.column.unit", lang), width=4),
        *(Column(one, row[name].text, "score") for one, row in zip(ids, table.rows, strict=True)),
    )
    rows = tuple((Cell(table.columns[k].title), *(row[k] for row in table.rows)) for k in of_units)
    row_ids = tuple(table.columns[k].key for k in of_units)
    return column_parts(replace(table, columns=columns, rows=rows, row_ids=row_ids, row_depths=()), width)
