from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import validate_pptx

from assessment.catalogue import LANGUAGES, Lang
from assessment.report.shapes import Report
from exports.deck import deck
from exports.ooxml import cleaned, one_line
from tests.exports.deck_reading import (
    ReadChart,
    charts,
    charts_that_differ,
    figures_left_out,
    kinds_on,
    opened,
    outside,
    overlapping,
    shapes_of,
    tables,
    titles,
)
from tests.exports.sample_report import HOSTILE, sample_report


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest) -> Report:
    lang: Lang = request.param
    return sample_report(lang)


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return deck(report)


def test_openxml_audit_finds_nothing(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)

    assert [str(finding) for finding in validate_pptx(str(path)).errors] == []


def test_the_same_report_makes_the_same_bytes(report: Report, made: bytes) -> None:
    assert deck(report) == made


def test_every_figure_of_every_chart_equals_the_reports(report: Report, made: bytes) -> None:
    assert charts_that_differ(report, made, {"profile.dimensions"}) == []  # drawn as the radar


def test_the_workbook_inside_a_chart_holds_what_the_chart_shows(made: bytes) -> None:
    for chart in charts(made):
        heads, *rows = _sheet(chart)

        assert heads[1:] == list(chart.series)
        assert [row[0] for row in rows] == chart.categories
        for column, values in enumerate(chart.series.values(), start=1):
            assert [row[column] for row in rows] == values


def _sheet(chart: ReadChart) -> list[list[object]]:
    book = openpyxl.load_workbook(BytesIO(chart.workbook))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def test_every_figure_of_every_table_stands_on_a_slide_as_worded(report: Report, made: bytes) -> None:
    assert figures_left_out(report, made, {"guide.scale", "evidence.south"}) == []


def test_rows_keep_their_order_and_none_is_lost_over_several_slides(report: Report, made: bytes) -> None:
    wanted = report.section("published").table("published.composites")
    parts = [table.rows for table in tables(made) if table.name == wanted.id]

    assert len(parts) > 1
    assert all(part[0] == [column.title for column in wanted.columns] for part in parts)
    assert [row for part in parts for row in part[1:]] == [[c.shown for c in row] for row in wanted.rows]


def test_a_table_over_several_slides_says_so_in_its_titles(report: Report, made: bytes) -> None:
    heading = report.section("published").title
    shared = [title for title in titles(made) if title.startswith(heading)]

    assert shared[0] == heading
    assert all(("continued" if report.lang == "en" else "续") in title for title in shared[1:])


def test_each_capability_has_a_slide_with_its_finding_its_table_and_its_chart(
    report: Report, made: bytes
) -> None:
    slides = {slide.shapes.title.text_frame.text: slide for slide in opened(made).slides}

    for section in report.of_kind("capability"):
        assert kinds_on(slides[section.title]) == {"table", "chart"}


def test_nothing_is_a_picture(made: bytes) -> None:
    assert not [shape for _, shape in shapes_of(made) if shape.shape_type == 13]


def test_nothing_reaches_over_the_edge_of_a_slide(made: bytes) -> None:
    assert outside(made) == []


def test_no_two_shapes_overlap(made: bytes) -> None:
    assert overlapping(made) == []


def test_charts_and_tables_say_in_words_what_they_show(report: Report, made: bytes) -> None:
    described = {
        shape.name: shape._element.nvGraphicFramePr.cNvPr.get("descr")
        for _, shape in shapes_of(made)
        if shape.has_chart or shape.has_table
    }

    assert all(described.values())
    radar = report.section("profile").chart("profile.radar")
    assert described["profile.radar"] == one_line(radar.alt)


def test_no_type_is_smaller_than_ten_points(made: bytes) -> None:
    sizes = {
        int(size)
        for slide in opened(made).slides
        for part in [slide.part.blob, *(shape.chart.part.blob for shape in slide.shapes if shape.has_chart)]
        for size in _sizes(part.decode())
    }

    assert min(sizes) >= 1000


def _sizes(xml: str) -> list[str]:
    return [piece.split('"')[0] for piece in xml.split(' sz="')[1:]]


def test_text_that_looks_like_markup_survives_and_control_characters_are_dropped(made: bytes) -> None:
    texts = {text for table in tables(made) for row in table.rows for text in row}

    assert cleaned(HOSTILE) == "=1+1 <b>&amp;</b> \nR&D “97”  ]]>"
    assert cleaned(HOSTILE) in texts


def test_speaker_notes_hold_source_and_recipe(report: Report, made: bytes) -> None:
    spoken = [slide.notes_slide.notes_text_frame.text for slide in opened(made).slides]

    assert all("0123456789ab" in notes and "sample" in notes for notes in spoken)
    assert report.section("profile").source in spoken[2]


def test_chinese_runs_are_marked_as_chinese() -> None:
    xml = b"".join(slide.part.blob for slide in opened(deck(sample_report("zh"))).slides).decode()

    assert 'lang="zh-CN"' in xml
    assert 'lang="en-GB"' not in xml


def test_slides_after_the_cover_bear_footer_and_number(made: bytes) -> None:
    slides = list(opened(made).slides)
    kinds = [{str(shape.placeholder_format.type) for shape in slide.placeholders} for slide in slides]

    assert not any("SLIDE_NUMBER" in kind for kind in kinds[0])
    assert any("SLIDE_NUMBER" in kind for kind in kinds[1])
    assert any("FOOTER" in kind for kind in kinds[1])


def test_progress_ends_at_one_and_names_the_slides(report: Report) -> None:
    told: list[tuple[float, str]] = []
    deck(report, lambda share, said: told.append((share, said)))

    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[-1][0] == 1
    assert report.section("profile").title in told[2][1]


def test_a_section_without_tables_and_charts_still_has_its_slide(report: Report) -> None:
    empty = Report(
        report.lang,
        "T",
        "S",
        "U",
        "W",
        report.recipe,
        tuple(type(one)(one.id, one.kind, one.title) for one in report.sections if one.kind != "guide"),
    )

    assert titles(deck(empty))[-1] == report.section("evidence").title
    assert report.section("comparison").title in titles(deck(empty))


def test_the_report_of_the_appendix_is_about_its_own_unit_only(made: bytes) -> None:
    names = {table.name for table in tables(made)}

    assert "evidence.north" in names
    assert "evidence.south" not in names
