import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.csv_table import MAX_CHARACTERS, read_table


def _codes(text: str) -> list[tuple[str, int | None, int | None]]:
    _, problems = read_table(text, "t.csv", ("a", "b"), ("c",))
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_rows_are_read_by_column_name_with_their_lines() -> None:
    rows, problems = read_table("b,a\n1, 2 \n\n,,\n3,4\n", "t.csv", ("a", "b"))

    assert not problems
    assert [(row.line, row.get("a"), row.get("b")) for row in rows] == [(2, "2", "1"), (5, "4", "3")]


def test_a_quoted_cell_may_hold_commas_quotes_and_line_ends() -> None:
    rows, problems = read_table('a,b\n"x, ""y""\nz",1\n2,3\n', "t.csv", ("a", "b"))

    assert not problems
    assert [(row.line, row.get("a")) for row in rows] == [(2, 'x, "y"\nz'), (4, "2")]


def test_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    rows, problems = read_table("\ufeffa,b\r\n1,2\r\n", "t.csv", ("a", "b"))

    assert not problems
    assert rows[0].cells == {"a": "1", "b": "2"}


def test_empty_cells_at_the_end_as_spreadsheets_leave_them_are_no_defect() -> None:
    assert _codes("a,b,,\n1,2,,\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("file-empty", None, None)]),
        (" \n,,\n", [("file-empty", None, None)]),
        ("a,b\n", [("table-no-rows", 1, None)]),
        ("a;b\n1;2\n", [("table-separator", 1, None)]),
        ("a\tb\n1\t2\n", [("table-separator", 1, None)]),
        ("a\n1\n", [("table-column-missing", 1, None)]),
        ("a,b,d\n1,2,3\n", [("table-column-unknown", 1, 3)]),
        ("a,b,a\n1,2,3\n", [("table-column-twice", 1, 3)]),
        ("a,b\n1,2\n1,2,3\n", [("table-cells", 3, 3)]),
        ('a,b\n1,2\n3,"4\n5,6\n', [("table-broken", 3, None)]),
        ('a,b\n"1"x,2\n', [("table-broken", 2, None)]),
        (
            "a,d\n1,2,3\n",
            [("table-column-missing", 1, None), ("table-column-unknown", 1, 2), ("table-cells", 2, 3)],
        ),
    ],
)
def test_every_defect_of_a_table_is_named_with_its_place(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert _codes(text) == expected


def test_a_table_that_is_too_large_is_not_read() -> None:
    assert _codes("a,b\n" + "1,2\n" * (MAX_CHARACTERS // 4)) == [("file-too-large", None, None)]


def test_a_mistyped_column_gets_the_nearest_name() -> None:
    _, problems = read_table("operator,nod\nx,y\n", "t.csv", ("operator", "node"))

    assert [problem.allowed for problem in problems if problem.code == "table-column-unknown"] == ["node"]


def test_a_long_cell_is_shortened_in_the_message() -> None:
    rows, _ = read_table(f"a,b\n{'x' * 100},2\n", "t.csv", ("a", "b"))

    assert rows[0].problem("table-cells", "a").found == "x" * 60 + "…"


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    rows, problems = read_table(text, "t.csv", ("a", "b"))

    assert problems or rows


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda cell: cell == cell.strip()
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1))
def test_what_a_spreadsheet_writes_is_read_back(cells: list[tuple[str, str]]) -> None:
    lines = ("a,b", *(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells))
    rows, problems = read_table("\r\n".join(lines), "t.csv", ("a", "b"))

    assert not problems
    assert [(row.get("a"), row.get("b")) for row in rows] == cells
