import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from assessment.catalogue import LANGUAGES, Lang
from assessment.report import Report
from exports.style import CHINESE_FONT, LATIN_FONT
from exports.workbook import workbook
from tests.exports.workbook_reading import (
    all_cells,
    computed_report,
    figures_of,
    header_row,
    opened,
    rows_under,
    same_figures,
    sheets,
)
from tests.report.sample_material import EMPTY, MATERIAL, NORTH, SOUTH, of

NAMES = {
    "en": [
        "Read me",
        "Scores",
        "Capabilities",
        "Ratings and evidence",
        "Comparison",
        "Published against computed",
        "Rubric",
        "Levels",
        "Roll-up",
    ],
    "zh": [
        "阅读说明",
        "得分",
        "各项能力",
        "评分与证据",
        "对比",
        "公布值与计算值",
        "评估量表",
        "等级描述",
        "得分计算",
    ],
}
NOTHING = replace(of(EMPTY), scores={}, ratings={}, evidence={}, published=())
REPORTS = [computed_report(of(unit), lang) for lang in LANGUAGES for unit in (NORTH, SOUTH, EMPTY)]
REPORTS += [computed_report(NOTHING, "en")]
MADE = [(report, workbook(report)) for report in REPORTS]
ENGLISH, ENGLISH_BOOK = MADE[0]


def _part(made: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return package.read(name).decode()


@pytest.mark.parametrize(("report", "made"), MADE)
def test_openxml_audit_finds_nothing(report: Report, made: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"{report.recipe.unit}.xlsx"
    path.write_bytes(made)

    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_nine_sheets_with_names_that_every_program_takes(lang: Lang) -> None:
    book = opened(workbook(computed_report(MATERIAL, lang)))

    assert book.sheetnames == NAMES[lang]
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in book.sheetnames)


def test_without_published_composites_there_is_no_sheet_for_them() -> None:
    report = computed_report(replace(MATERIAL, published=()), "en")

    assert opened(workbook(report)).sheetnames == [*NAMES["en"][:5], *NAMES["en"][6:]]


def test_without_anybody_rated_nothing_is_rolled_up() -> None:
    assert opened(MADE[-1][1]).sheetnames == [*NAMES["en"][:5], "Rubric", "Levels"]


@pytest.mark.parametrize(("report", "made"), MADE)
def test_the_same_report_makes_the_same_bytes(report: Report, made: bytes) -> None:
    assert workbook(report) == made


@pytest.mark.parametrize(("report", "made"), MADE)
def test_every_figure_of_every_table_equals_the_reports(report: Report, made: bytes) -> None:
    found = sheets(made)
    places = {"guide": 0, "comparison": 4, "profile": 1, "published": 5}
    for kind, place in places.items():
        for section in report.of_kind(kind):  # type: ignore[arg-type]
            for table in section.tables:
                rows = rows_under(found[NAMES[report.lang][place]], table.columns, len(table.rows))
                assert same_figures(table, rows), table.id


@pytest.mark.parametrize(("report", "made"), MADE)
def test_indicators_and_evidence_are_stacked_into_one_table_each(report: Report, made: bytes) -> None:
    found = sheets(made)
    capabilities = [section.tables[0] for section in report.of_kind("capability")]
    for place, tables in ((2, capabilities), (3, report.section("evidence").tables)):
        if tables:
            count = sum(len(table.rows) for table in tables)
            rows = rows_under(found[NAMES[report.lang][place]], tables[0].columns, count, before=1)
            for table in tables:
                own, rows = rows[: len(table.rows)], rows[len(table.rows) :]
                assert same_figures(table, own), table.id


def test_footnotes_of_every_unit_stand_below_the_stacked_evidence() -> None:
    column = [row[0].value for row in sheets(ENGLISH_BOOK)["Ratings and evidence"].iter_rows()]

    assert [said for said in column if str(said).startswith("†")] == [
        "† Illegible in the source: treated as not assessed, never guessed. (North: Skills)"
    ]


def test_stacked_rows_say_whom_they_are_about() -> None:
    found = sheets(ENGLISH_BOOK)

    assert [found["Ratings and evidence"].cell(row, 1).value for row in (4, 5, 11)] == [
        "Unit",
        "North",
        "South",
    ]
    assert [found["Capabilities"].cell(row, 1).value for row in (4, 5, 7)] == [
        "Capability",
        "Collecting",
        "Using",
    ]


def test_figures_are_numbers_in_the_formats_of_the_house_and_keep_their_dagger() -> None:
    sheet = sheets(ENGLISH_BOOK)["Scores"]
    columns = ENGLISH.section("profile").table("profile.scores").columns
    overall, _, collecting = rows_under(sheet, columns, 3)

    assert [(cell.value, cell.number_format) for cell in overall[2:3]] == [(2.3125, '0.00"†"')]
    assert [cell.number_format for cell in collecting[2:9]] == [
        "0.00",
        "0.00",
        "0.00",
        "0%",
        "0.00",
        '0.00"†"',
        "+0.00;-0.00;0.00",
    ]
    assert (overall[6].value, overall[6].data_type) == ("not published", "s")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_words_are_set_in_the_face_of_the_language(lang: Lang) -> None:
    cells = [cell for cell in all_cells(workbook(computed_report(MATERIAL, lang))) if cell.value is not None]

    assert {cell.font.name for cell in cells} == {CHINESE_FONT if lang == "zh" else LATIN_FONT}


@pytest.mark.parametrize(("report", "made"), MADE)
def test_every_sheet_prints_as_wide_as_one_landscape_page(report: Report, made: bytes) -> None:
    for sheet in opened(made).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage  # type: ignore[union-attr]
        assert sheet.oddFooter.left.text == f"{report.unit_name} · {report.wave_name}"  # type: ignore[union-attr]


def test_headers_stay_in_view_and_can_be_filtered() -> None:
    for name in NAMES["en"][1:-1]:
        sheet = sheets(ENGLISH_BOOK)[name]
        first, last = str(sheet.auto_filter.ref).split(":")
        header = int(first[1:])
        assert sheet.freeze_panes == f"B{header + 1}"
        assert sheet[first].font.b
        assert sheet[last].row > header
    assert sheets(ENGLISH_BOOK)["Ratings and evidence"].print_title_rows == "$4:$4"


def test_the_summits_of_the_tree_are_bold_and_what_lies_below_is_indented() -> None:
    sheet = sheets(ENGLISH_BOOK)["Scores"]
    columns = ENGLISH.section("profile").table("profile.scores").columns
    names = [row[0] for row in rows_under(sheet, columns, 3)]

    assert [(cell.value, cell.font.b, cell.alignment.indent) for cell in names] == [
        ("Overall", True, 0),
        ("Insight", True, 0),
        ("Collecting", False, 1),
    ]


def test_rows_are_tall_enough_for_their_text() -> None:
    long = MATERIAL.ratings["north"]["insight.use.offers"].model_copy(update={"note": "word " * 100})
    ratings = {"north": {**MATERIAL.ratings["north"], long.indicator: long}}
    sheet = sheets(workbook(computed_report(replace(MATERIAL, ratings=ratings), "en")))[
        "Ratings and evidence"
    ]

    assert sheet.row_dimensions[7].height > 5 * sheet.row_dimensions[8].height


def test_charts_are_drawn_from_the_reports_figures_in_the_same_sheet() -> None:
    found = sheets(ENGLISH_BOOK)
    profile, comparison = ENGLISH.section("profile"), ENGLISH.section("comparison")
    drawn = {
        "Comparison": [*comparison.charts, profile.chart("profile.radar")],
        "Scores": [profile.chart("profile.dimensions"), profile.chart("profile.capabilities")],
        "Published against computed": [*ENGLISH.section("published").charts],
    }
    for name, charts in drawn.items():
        assert len(found[name]._charts) == len(charts)  # type: ignore[attr-defined]
        for native, chart in zip(found[name]._charts, charts, strict=True):  # type: ignore[attr-defined]
            corner = int(re.findall(r"\$(\d+)", native.series[0].val.numRef.f)[0]) - 1
            titles = ["", *(series.name for series in chart.series)]
            assert [found[name].cell(corner, k + 1).value or "" for k in range(len(titles))] == titles
            assert figures_of(found[name], chart, corner) == [list(one.values) for one in chart.series]


def test_a_missing_figure_is_an_empty_cell_with_its_words_beside_it() -> None:
    sheet = sheets(ENGLISH_BOOK)["Comparison"]
    corner = header_row(sheet, ["", "North", "South", "best practice", "Without a figure"])

    assert [sheet.cell(corner + 1, column).value for column in range(1, 6)] == [
        "Insight",
        1.625,
        None,
        4,
        "South: not enough data",
    ]
    assert sheet.cell(corner + 2, 1).value == "Service †"


def test_charts_have_the_whole_scale_their_own_label_format_and_a_text_alternative() -> None:
    chart, drawing = (
        _part(ENGLISH_BOOK, "xl/charts/chart3.xml"),
        _part(ENGLISH_BOOK, "xl/drawings/drawing2.xml"),
    )

    assert '<max val="5"/><min val="0"/>' in chart
    assert '<numFmt sourceLinked="0" formatCode="0.0"/>' in chart
    assert ENGLISH.section("comparison").charts[0].alt in drawing
    assert "<smooth" not in _part(ENGLISH_BOOK, "xl/charts/chart4.xml")


def test_two_decimals_are_labelled_where_the_report_shows_two() -> None:
    assert '<numFmt sourceLinked="0" formatCode="0.00"/>' in _part(ENGLISH_BOOK, "xl/charts/chart5.xml")


def test_progress_runs_from_nothing_to_all_and_names_what_is_done() -> None:
    heard: list[tuple[float, str]] = []
    workbook(ENGLISH, lambda share, said: heard.append((share, said)))

    assert [share for share, _ in heard] == sorted(share for share, _ in heard)
    assert (heard[0][0], heard[-1][0]) == (0.0, 1.0)
    assert heard[2][1] == "Writing the sheet “Scores”"


def test_what_stands_out_is_said_capability_by_capability() -> None:
    said = [str(cell.value) for cell in sheets(ENGLISH_BOOK)["Scores"]["A"]]

    assert "Desk scores 3.0" in said
    assert any(
        line.startswith("Using scores 2.0, level with Abroad Wireless · Published: 2.5") for line in said
    )


def test_a_scale_of_a_hundred_gets_no_gridline_for_every_level() -> None:
    profile = ENGLISH.section("profile")
    charts = tuple(replace(chart, axis_max=100.0) for chart in profile.charts)
    sections = tuple(
        replace(section, charts=charts) if section.id == "profile" else section
        for section in ENGLISH.sections
    )

    made = workbook(replace(ENGLISH, sections=sections))
    assert "majorUnit" in _part(made, "xl/charts/chart3.xml")
    assert "majorUnit" not in _part(made, "xl/charts/chart1.xml")
