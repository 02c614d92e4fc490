"""Tables to scan: a click on a header sorts by the figures, though words stand in the cells."""

from assessment.report.shapes import Cell, CellKind, Column, Table
from assessment.ui.components.tables import columns_by_value

Cells = list[tuple[str, float | None]]
Filled = tuple[CellKind, Cells]


def table(*columns: Filled) -> Table:
    """A table with one column after the other, each with the words and figures of its cells."""
    rows = zip(
        *([Cell(words, value, kind) for words, value in cells] for kind, cells in columns), strict=True
    )
    heads = tuple(Column(str(place), str(place), kind) for place, (kind, _) in enumerate(columns))
    return Table("table", "Table", heads, tuple(rows))


def test_differences_counts_and_shares_sort_by_value_and_keep_their_words() -> None:
    differences: Filled = ("difference", [("−0.3", -0.3), ("+1.2", 1.2)])
    counts: Filled = ("count", [("2", 2), ("10", 10)])
    names: Filled = ("text", [("A", None), ("B", None)])
    found = columns_by_value(table(names, differences, counts))
    assert found == ({1: {-0.3: "−0.3", 1.2: "+1.2"}, 2: {2: "2", 10: "10"}}, "")


def test_levels_of_one_digit_stay_words_which_sort_the_same() -> None:
    levels: Cells = [("2.5†", 2.5), ("not enough data", None)]
    assert columns_by_value(table(("score", levels))) == ({}, "")
    assert 0 in columns_by_value(table(("score", [("9.0", 9.0), ("10.0", 10.0)])))[0]


def test_one_word_for_what_is_missing_is_kept_another_keeps_its_column_in_words() -> None:
    first: Cells = [("+0.5", 0.5), ("new", None)]
    other: Cells = [("+0.5", 0.5), ("gone", None)]
    assert columns_by_value(table(("difference", first), ("difference", other))) == (
        {0: {0.5: "+0.5"}},
        "new",
    )
    both: Cells = [("+0.5", 0.5), ("new", None), ("gone", None)]
    assert columns_by_value(table(("difference", both))) == ({}, "")


def test_a_mark_on_one_of_two_equal_figures_keeps_the_column_in_words() -> None:
    cells: Cells = [("+0.5", 0.5), ("+0.5†", 0.5)]
    assert columns_by_value(table(("difference", cells))) == ({}, "")
