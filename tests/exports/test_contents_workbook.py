"""The list of decks: text stays text, names lead to the files beside it."""

from io import BytesIO

from openpyxl import load_workbook

from assessment.report.shapes import Cell, Column, Table
from exports.contents_workbook import contents_workbook

COLUMNS = (Column("unit", "Unit"), Column("file", "File"), Column("score", "Overall score", "score"))
ROWS = (
    (Cell("=1+1"), Cell("深圳 #1 100%.pptx"), Cell("1.4", 1.375, "score")),
    (Cell("South & <East>"), Cell("–"), Cell("not assessed", None, "score")),
)


def test_every_deck_has_its_row_and_a_link_to_its_file() -> None:
    data = contents_workbook(Table("t", "Decks", COLUMNS, ROWS), ["Two units."], "en")

    sheet = load_workbook(BytesIO(data)).worksheets[0]
    top = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Unit")
    unit, file, score = sheet[top + 1][:3]
    assert (unit.value, unit.data_type) == ("=1+1", "s")
    assert (file.value, score.value) == ("深圳 #1 100%.pptx", 1.375)
    assert file.hyperlink is not None
    assert file.hyperlink.target == "%E6%B7%B1%E5%9C%B3%20%231%20100%25.pptx"
    assert [one.value for one in sheet[top + 2][:3]] == ["South & <East>", "–", "not assessed"]
    assert sheet[top + 2][1].hyperlink is None
    assert sheet.auto_filter.ref == f"A{top}:C{top + 2}"


def test_the_same_list_makes_the_same_bytes() -> None:
    table = Table("t", "Decks", COLUMNS, ROWS)

    assert contents_workbook(table, [], "zh") == contents_workbook(table, [], "zh")
