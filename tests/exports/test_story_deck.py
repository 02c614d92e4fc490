"""The full deck walked through: charts, workbooks, drawings, connectors, tables; figures as the core's."""
# ruff: noqa: ANN401 - python-pptx is not typed

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openxml_audit import validate_pptx
from pptx import Presentation

from assessment.catalogue import LANGUAGES
from assessment.report.pictures import Field, GanttPicture, HousePicture, Tracks
from assessment.report.shapes import ChartSpec, Report
from exports.deck import deck
from tests.exports.story_deck import told_deck

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module", params=LANGUAGES)
def told(request: pytest.FixtureRequest) -> tuple[Report, bytes]:
    return told_deck(request.param)


@cache
def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def shapes(data: bytes) -> Iterator[Any]:
    for slide in opened(data).slides:
        yield from slide.shapes


def specs(report: Report) -> dict[str, ChartSpec]:
    return {chart.id: chart for section in report.sections for chart in section.charts}


def test_openxml_audit_finds_nothing_in_the_full_deck(told: tuple[Report, bytes], tmp_path: Path) -> None:
    path = tmp_path / "full.pptx"
    path.write_bytes(told[1])

    assert [str(finding) for finding in validate_pptx(str(path)).errors] == []


def test_every_cached_figure_of_every_chart_is_the_one_in_its_workbook(told: tuple[Report, bytes]) -> None:
    for shape in (shape for shape in shapes(told[1]) if shape.has_chart):
        part = shape.chart.part
        sheet = load_workbook(BytesIO(part.chart_workbook.xlsx_part.blob))["Data"]
        for reference in part._element.iter(f"{C}numRef", f"{C}strRef"):
            cells = _cells(sheet, reference.findtext(f"{C}f"))
            cached = {int(pt.get("idx")): pt.findtext(f"{C}v") for pt in reference.iter(f"{C}pt")}
            for place, value in enumerate(cells):
                said = cached.get(place)
                if isinstance(value, int | float):
                    assert float(said or "nan") == value, shape.name
                else:
                    assert said == value, shape.name


def _cells(sheet: Any, reference: str) -> list[Any]:
    block = reference.partition("!")[2].replace("$", "")
    found = sheet[block]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.parametrize("kind", ["waterfall", "load", "slope", "dots"])
def test_charts_over_time_draw_the_figures_of_the_report(told: tuple[Report, bytes], kind: str) -> None:
    report, data = told
    wanted = {name: spec for name, spec in specs(report).items() if spec.kind == kind}
    drawn = {shape.name: shape for shape in shapes(data) if shape.has_chart}

    assert wanted
    for name, spec in wanted.items():
        series = {one.name: list(one.values) for plot in drawn[name].chart.plots for one in plot.series}
        assert series == {one.name: list(one.values) for one in spec.series}


def test_the_field_is_one_chart_with_a_label_and_a_size_of_its_own_at_every_point(
    told: tuple[Report, bytes],
) -> None:
    report, data = told
    (field,) = report.section("priorities").pictures
    assert isinstance(field, Field)
    (shape,) = [shape for shape in shapes(data) if shape.name == "priorities.field"]
    root = shape.chart.part._element

    points: dict[tuple[float, float], int] = {}
    for series in root.iter(f"{C}ser"):
        symbol = series.find(f"{C}marker/{C}symbol").get("val")
        if symbol == "none":
            continue
        xs = [float(pt.findtext(f"{C}v")) for pt in series.find(f"{C}xVal").iter(f"{C}pt")]
        ys = [float(pt.findtext(f"{C}v")) for pt in series.find(f"{C}yVal").iter(f"{C}pt")]
        assert len(series.findall(f"{C}dPt")) == len(xs) == len(series.findall(f"{C}dLbls/{C}dLbl"))
        for pair in zip(xs, ys, strict=True):
            points[pair] = points.get(pair, 0) + 1
    expected: dict[tuple[float, float], int] = {}
    for mark in field.marks:
        expected[mark.x, mark.y] = expected.get((mark.x, mark.y), 0) + 1
    assert points == expected
    lines = [s for s in root.iter(f"{C}ser") if s.find(f"{C}marker/{C}symbol").get("val") == "none"]
    assert len(lines) == len(field.curves) + 1  # and the words along the first axis


def test_connectors_of_the_gantt_chart_are_glued_to_the_bars_that_they_join(
    told: tuple[Report, bytes],
) -> None:
    report, data = told
    (gantt,) = report.section("roadmap.gantt").pictures
    assert isinstance(gantt, GanttPicture)
    joined = set()
    for group in (shape for shape in shapes(data) if shape.name.startswith("roadmap.gantt")):
        names = {inner.shape_id: inner.name for inner in group.shapes}
        for inner in group.shapes:
            found = inner._element
            start = found.find(".//{*}stCxn")
            if start is not None:
                ends = (names[int(start.get("id"))], names[int(found.find(".//{*}endCxn").get("id"))])
                joined.add(tuple(end.removeprefix("bar ") for end in ends))
    assert gantt.links
    assert joined <= set(gantt.links)
    if sum(shape.name.startswith("roadmap.gantt") for shape in shapes(data)) == 1:
        assert joined == set(gantt.links)


def test_the_house_shows_every_box_with_its_figure(told: tuple[Report, bytes]) -> None:
    report, data = told
    for section in report.of_kind("map"):
        (picture,) = section.pictures
        assert isinstance(picture, HousePicture)
        said = [
            inner.text_frame.text
            for group in shapes(data)
            if re.fullmatch(rf"{re.escape(picture.id)}( \d+)?", group.name)
            for inner in group.shapes
            if inner.has_text_frame
        ]
        for box in picture.house.boxes:
            assert box.label in said
            assert not box.figure or box.figure in said


def test_level_tracks_place_marks_by_their_level_and_fill_balls_by_importance(
    told: tuple[Report, bytes],
) -> None:
    report, data = told
    (picture,) = report.section("practice").pictures
    assert isinstance(picture, Tracks)
    spec = picture.chart
    level = next(one for one in spec.series if one.id == "level")
    groups = [shape for shape in shapes(data) if shape.name.startswith("practice.tracks")]
    shown = [s for group in groups for s in group.shapes if _alt(s).startswith(f"{level.name}: ")]
    legends = len(groups)
    places = sorted(s.left + s.width / 2 for s in shown)

    assert len(shown) == sum(value is not None for value in level.values) + legends
    assert places[-1] > places[0]
    pies = [s for group in groups for s in group.shapes if 'prst="pie"' in s._element.xml]
    balls = next(one for one in spec.series if one.id == "importance")
    assert len(pies) == sum(0 < (value or 0) < 1 for value in balls.values)


def _alt(shape: Any) -> str:
    return shape._element.find(".//{*}cNvPr").get("descr") or ""


def test_no_figure_of_a_table_is_lost(told: tuple[Report, bytes]) -> None:
    report, data = told
    shown: dict[str, set[str]] = {}
    for shape in shapes(data):
        if shape.has_table:
            texts = {cell.text_frame.text for row in shape.table.rows for cell in row.cells}
            shown.setdefault(shape.name, set()).update(texts)
    kinds = {"scope", "branches", "waves", "priorities", "diagnosis", "roadmap", "decisions", "indicators"}
    for section in (section for section in report.sections if section.kind in kinds):
        for table in section.tables:
            for row in table.rows:
                assert {cell.shown for cell in row if cell.value is not None} <= shown[table.id], table.id


def test_every_chart_and_drawing_says_what_it_is_and_no_data_is_a_picture(told: tuple[Report, bytes]) -> None:
    for shape in shapes(told[1]):
        element = shape._element
        assert not element.tag.endswith("}pic")
        if shape.has_chart or element.tag.endswith("}grpSp"):
            assert _alt(shape), shape.name


def test_every_table_has_a_header_row_and_every_slide_of_the_story_notes(told: tuple[Report, bytes]) -> None:
    report, data = told
    for slide in opened(data).slides:
        assert report.recipe.engagement in slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            if shape.has_table and shape.name.startswith(("branches", "roadmap", "decisions", "diagnosis")):
                assert shape.table.first_row


def test_equal_reports_make_equal_bytes(told: tuple[Report, bytes]) -> None:
    assert deck(told[0]) == told[1]


def test_a_section_that_cannot_be_drawn_is_named_and_the_rest_is_written(told: tuple[Report, bytes]) -> None:
    report, _ = told
    broken = replace(report.section("practice"), pictures=(object(),))  # type: ignore[arg-type]  # broken on purpose
    sections = tuple(broken if one.id == "practice" else one for one in report.sections)
    failed: list[str] = []

    data = deck(replace(report, sections=sections), failed=failed)

    assert failed == [broken.title]
    said = {shape.text_frame.text for shape in shapes(data) if shape.has_text_frame}
    assert report.section("roadmap.board").title in said
