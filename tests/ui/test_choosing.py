"""What the comparison keeps when a reader chooses."""

from assessment.report.shapes import Cell, ChartSpec, Column, Table
from assessment.ui.components.choosing import MOST_SERIES, chart_of_table, narrowed, opening_sides, sides

FIGURE = Cell("1.5", 1.5, "score", "scored", level=0.3)
GAP = Cell("not published", None, "score")
TABLE = Table(
    "comparison.scores",
    "Scores",
    (
        Column("node", "Capability"),
        Column("unit.a", "Unit A", "score"),
        Column("unit.b", "Unit B", "score"),
        Column("peer.x", "Operator X", "score"),
        Column("peer.y", "Operator Y", "score"),
    ),
    (
        (Cell("Insight"), FIGURE, FIGURE, GAP, FIGURE),
        (Cell("Interaction"), FIGURE, GAP, GAP, GAP),
    ),
    row_ids=("insight", "interaction"),
)
LIKE = ChartSpec("c", "bar", "t", "a", (), (), (), 0, 5, "Level")


def test_units_and_operators_can_be_left_out() -> None:
    kept = narrowed(TABLE, {"unit.b", "peer.y"}, {"insight"})
    assert [column.key for column in kept.columns] == ["node", "unit.b", "peer.y"]
    assert kept.row_ids == ("insight",)
    assert kept.rows == ((Cell("Insight"), FIGURE, FIGURE),)


def test_the_comparison_opens_with_all_units_and_the_operators_that_have_most_to_show() -> None:
    assert opening_sides(TABLE) == sides(TABLE)
    many = [Column(f"unit.{k}", f"U{k}", "score") for k in range(7)]
    rows = ((Cell("Insight"), *[FIGURE] * 7, FIGURE, GAP),)
    wide = Table("t", "T", (Column("node", "N"), *many, *TABLE.columns[-2:]), rows, row_ids=("insight",))
    assert opening_sides(wide) == [*(column.key for column in many), "peer.x"]


def test_a_chart_over_the_table_says_what_the_table_says() -> None:
    chart = chart_of_table(TABLE, LIKE, "Side by side", "en")
    assert chart.categories == ("Insight", "Interaction")
    assert [(series.name, series.role) for series in chart.series] == [
        ("Unit A", "unit"),
        ("Unit B", "second"),
        ("Operator Y", "peer"),
    ]
    assert chart.series[1].labels == ("1.5", "not published")
    assert "Unit A 1.5" in chart.alt


def test_a_chart_holds_no_more_series_than_can_be_read() -> None:
    many = tuple(Column(f"unit.{k}", f"U{k}", "score") for k in range(9))
    table = Table("t", "T", (Column("node", "N"), *many), ((Cell("I"), *[FIGURE] * 9),), row_ids=("i",))
    assert len(chart_of_table(table, LIKE, "T", "en").series) == MOST_SERIES
