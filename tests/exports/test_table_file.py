"""One table as CSV and as an Excel sheet."""

import csv
import io

from openpyxl import load_workbook

from assessment.report.shapes import Cell, Column, Table
from exports.table_file import table_csv, table_xlsx

TABLE = Table(
    "t",
    "Scores",
    (Column("name", "名称"), Column("score", "Score", "score"), Column("share", "Coverage", "percent")),
    (
        (Cell("=1+1"), Cell("1.4", 1.375, "score", "scored", "†"), Cell("96%", 0.9583, "percent")),
        (Cell("文字"), Cell("not enough data", None, "score", "no-data"), Cell("0%", 0.0, "percent")),
    ),
    notes=("† a footnote",),
)


def test_csv_holds_unrounded_figures_and_words_for_missing_ones() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(TABLE).decode("utf-8-sig"))))
    assert rows == [
        ["名称", "Score", "Coverage"],
        ["'=1+1", "1.375", "0.9583"],
        ["文字", "not enough data", "0"],
    ]


def test_csv_opens_in_excel_as_utf_8() -> None:
    assert table_csv(TABLE).startswith(b"\xef\xbb\xbf")


def test_the_sheet_holds_numbers_as_numbers_and_user_text_as_text() -> None:
    sheet = load_workbook(io.BytesIO(table_xlsx(TABLE))).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert (sheet["B2"].value, sheet["B2"].number_format) == (1.375, "0.00")
    assert (sheet["C2"].value, sheet["C2"].number_format) == (0.9583, "0%")
    assert sheet["B3"].value == "not enough data"
    assert sheet["A5"].value == "† a footnote"


def test_control_characters_do_not_break_the_sheet() -> None:
    table = Table("t", "T", (Column("a", "A"),), ((Cell("a\x00\x07b"),),))
    assert load_workbook(io.BytesIO(table_xlsx(table))).worksheets[0]["A2"].value == "ab"
