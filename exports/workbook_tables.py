"""Tables of a report put together as a sheet needs them: several stacked into one that can be filtered."""

from collections.abc import Sequence

from assessment.report import Cell, Column, Report, Table


def node_names(report: Report) -> dict[str, str]:
    """The name of every node above the indicators, by id."""
    scores = report.section("profile").table("profile.scores")
    return {node: row[0].text for node, row in zip(scores.row_ids, scores.rows, strict=True)}


def unit_names(report: Report) -> dict[str, str]:
    """The name of every unit with ratings, by id."""
    tables = report.section("comparison").tables
    return {
        column.key.removeprefix("unit."): column.title
        for table in tables
        for column in table.columns
        if column.key.startswith("unit.")
    }


def stacked(tables: Sequence[Table], named: Sequence[str], first: Column) -> Table:
    """Tables of the same columns as one, with a first column that says which each row came from."""
    rows = tuple((Cell(name), *row) for table, name in zip(tables, named, strict=True) for row in table.rows)
    ids = tuple(one for table in tables for one in table.row_ids)
    return Table(first.key, first.title, (first, *tables[0].columns), rows, (), ids)
