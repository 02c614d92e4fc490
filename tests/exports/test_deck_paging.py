from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.report.shapes import Cell, Column, Table
from exports.deck.paging import column_widths, one_table, spread_table
from exports.deck.parts import split_by_depth, transposed, without_blank_columns
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_width
from exports.style import SMALLEST_PT

BOX = Box(0.5, 1.5, 12.3, 4.5)
LONG = "Customer records are kept in five billing systems that share no number. "


def _table(*findings: str, depths: tuple[int, ...] = ()) -> Table:
    columns = (
        Column("name", "Indicator"),
        Column("score", "Score", "score"),
        Column("said", "Finding", width=4),
    )
    rows = tuple((Cell(f"Row {k}"), Cell("1.0", 1.0, "score"), Cell(said)) for k, said in enumerate(findings))
    return Table("t", "Title", columns, rows, row_depths=depths)


def test_a_short_table_stands_on_one_slide_in_fourteen_points() -> None:
    (block,) = spread_table(_table("one", "two"), BOX, BOX, "en")

    assert block.size == 14
    assert block.box.height == pytest.approx(block.header_height + sum(block.heights))


def test_a_longer_table_takes_smaller_type_before_it_takes_two_slides() -> None:
    (block,) = spread_table(_table(*["one"] * 18), BOX, BOX, "en")

    assert SMALLEST_PT <= block.size < 12


@given(st.lists(st.integers(0, 8), min_size=1, max_size=60), st.floats(1.5, 4.5))
def test_no_part_is_taller_than_its_slide_and_every_row_stands_once_in_order(
    lengths: list[int], height: float
) -> None:
    table = _table(*[LONG * n for n in lengths])
    parts = spread_table(table, BOX.upper(height), BOX, "en")

    assert all(
        part.box.height <= (BOX if k else BOX.upper(height)).height + 1e-6 for k, part in enumerate(parts)
    )
    names = [row[0].text for part in parts for row in part.rows if row[0].text]
    assert names == [row[0].text for row in table.rows]


def test_rows_are_spread_evenly() -> None:
    parts = spread_table(_table(*["one"] * 40), BOX, BOX, "en")
    counts = [len(part.rows) for part in parts]

    assert max(counts) - min(counts) <= 2


def test_a_text_taller_than_half_a_slide_goes_on_in_further_rows() -> None:
    parts = spread_table(_table("short", LONG * 60), BOX, BOX, "en")
    said = " ".join(row[2].text for part in parts for row in part.rows[0 if part is not parts[0] else 1 :])

    assert said.split() == (LONG * 60).split()


def test_no_column_is_narrower_than_its_longest_word() -> None:
    columns = (Column("a", "Coverage", "percent"), Column("b", "Text", width=30))
    table = Table("t", "T", columns, ((Cell("99%", 0.99, "percent"), Cell(LONG * 3)),))
    widths = column_widths(table, 6, 12)

    assert widths[0] * POINTS_PER_INCH >= text_width("Coverage", 12, bold=True)
    assert sum(widths) == pytest.approx(6)


def test_room_that_a_column_of_words_does_not_need_goes_to_the_others() -> None:
    columns = (Column("a", "A", width=3), Column("b", "B"))
    widths = column_widths(Table("t", "T", columns, ((Cell("short"), Cell(LONG)),)), 6, 12)

    assert widths[1] > 4


def test_where_the_words_have_no_room_at_all_the_shares_stand() -> None:
    columns = (Column("a", "Incomprehensibilities"), Column("b", "Incomprehensibilities", width=3))

    assert column_widths(Table("t", "T", columns, ()), 1, 12) == pytest.approx((0.25, 0.75))


def test_a_table_that_fits_in_no_size_is_none() -> None:
    assert one_table(_table(*["one"] * 100), BOX, "en") is None


def test_rows_are_split_by_their_depth_in_the_tree() -> None:
    upper, lower = split_by_depth(_table("a", "b", "c", depths=(0, 2, 1)))

    assert [row[2].text for row in upper.rows] == ["a", "c"]
    assert (upper.row_depths, lower.row_depths) == ((0, 1), (2,))


def test_a_table_without_depths_is_all_upper() -> None:
    table = _table("a", "b")

    assert split_by_depth(table)[0] == table
    assert split_by_depth(table)[1].rows == ()


def test_columns_without_a_word_or_a_figure_are_left_out() -> None:
    table = without_blank_columns(_table("", " "))

    assert [column.key for column in table.columns] == ["name", "score"]


def test_a_table_of_one_row_turns_into_names_and_figures() -> None:
    turned = transposed(_table("a"))

    assert [[cell.text for cell in row] for row in turned.rows] == [
        ["Indicator", "Row 0"],
        ["Score", "1.0"],
        ["Finding", "a"],
    ]
    assert turned.columns[0].title == "Title"


def test_parts_of_a_table_keep_one_set_of_widths() -> None:
    parts = spread_table(_table(*[LONG] * 40), BOX, BOX, "en")

    assert all(one.widths == other.widths for one, other in pairwise(parts))


def test_type_is_smaller_rather_than_a_word_cut() -> None:
    narrow = Box(0.5, 1.5, 2.1, 4.5)
    (block,) = spread_table(_table("Accountability"), narrow, narrow, "en")

    longest = text_width("Accountability", block.size) / POINTS_PER_INCH
    assert block.size < 14
    assert block.widths[2] > longest


def test_a_table_of_several_slides_takes_smaller_type_rather_than_cut_a_word() -> None:
    names = ("Unit", "Governance", "Performance", "Measurement", "Communications", "Responsibility")
    columns = tuple(Column(name, name, "score") for name in names)
    table = Table("t", "Title", columns, tuple(tuple(Cell("1.0", 1.0) for _ in names) for _ in range(60)))
    least = sum(text_width(name, SMALLEST_PT, bold=True) for name in names) / POINTS_PER_INCH
    box = Box(0.5, 1.5, least + len(names) * 0.15, 4.5)

    blocks = spread_table(table, box, box, "en")

    assert len(blocks) > 1
    assert {block.size for block in blocks} == {SMALLEST_PT}
