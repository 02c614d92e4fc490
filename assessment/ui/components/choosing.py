"""Parts of the comparison that a reader chose: rows, columns, and the chart over them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from assessment.catalogue import Lang
from assessment.report.charts import alternative
from assessment.report.shapes import ChartSpec, Role, Series, Table

UNIT, PEER = "unit.", "peer."
"""What the column of a unit and of a published operator begins with."""
OPENING_SIDES: Final = 5
"""Units and operators that the comparison opens with, so that a laptop shows them without scrolling."""
MOST_SERIES: Final = 6
"""Bars that a row of a chart takes before it cannot be read."""


def sides(table: Table) -> list[str]:
    """Keys of the columns that hold units and operators, units first."""
    return [column.key for column in table.columns if column.key.startswith((UNIT, PEER))]


def opening_sides(table: Table) -> list[str]:
    """All units, and of the operators those with the most printed figures, as many as a screen takes."""
    places = {column.key: place for place, column in enumerate(table.columns)}
    units = [key for key in sides(table) if key.startswith(UNIT)]
    peers = [key for key in sides(table) if key.startswith(PEER)]
    figures = {key: sum(row[places[key]].value is not None for row in table.rows) for key in peers}
    fullest = sorted(peers, key=lambda key: -figures[key])[: max(1, OPENING_SIDES - len(units))]
    return [*units, *(key for key in peers if key in fullest)]


def narrowed(table: Table, chosen: Collection[str], rows: Collection[str] | None = None) -> Table:
    """The table with only the chosen units and operators, and only the rows of these nodes (None: all)."""
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.key in chosen or not column.key.startswith((UNIT, PEER))
    ]
    kept = [place for place, row in enumerate(table.row_ids) if rows is None or row in rows]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(tuple(table.rows[row][place] for place in places) for row in kept),
        row_ids=tuple(table.row_ids[row] for row in kept),
        row_depths=tuple(table.row_depths[row] for row in kept) if table.row_depths else (),
    )


def chart_of_table(table: Table, like: ChartSpec, title: str, lang: Lang) -> ChartSpec:
    """Units and operators side by side per row of a table, on the scale of another chart.

    Rows and sides without any figure are left out; at most `MOST_SERIES` sides are drawn.
    """
    keys = sides(table)
    places = {column.key: place for place, column in enumerate(table.columns)}
    drawn = [key for key in keys if any(row[places[key]].value is not None for row in table.rows)]
    drawn = drawn[:MOST_SERIES]
    rows = [
        (node, row)
        for node, row in zip(table.row_ids, table.rows, strict=True)
        if any(row[places[key]].value is not None for key in drawn)
    ]
    names = tuple(row[places["node" if "node" in places else "indicator"]].text for _, row in rows)
    series = tuple(
        Series(
            table.columns[places[key]].title,
            role,
            tuple(row[places[key]].value for _, row in rows),
            tuple(row[places[key]].shown for _, row in rows),
            key,
        )
        for key, role in zip(drawn, _roles(drawn), strict=True)
    )
    return replace(
        like,
        id="comparison.chosen",
        kind="bar",
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=tuple(node for node, _ in rows),
        series=series,
    )


def _roles(keys: Sequence[str]) -> list[Role]:
    """The accent for the first unit, the second colour for the next, grey for the rest."""
    roles: list[Role] = []
    for key in keys:
        known: Sequence[Role] = [role for role in ("unit", "second") if role not in roles]
        roles.append(known[0] if key.startswith(UNIT) and known else "peer")
    return roles
