"""P10: a deck of thirty slides and a dozen charts; P12: a native chart against a picture of the same data."""
# ruff: noqa: ANN401 - python-pptx is not typed

import json
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import vl_convert
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.report.shapes import ChartSpec, Report, SectionKind
from assessment.storyline.choices import Choices
from assessment.storyline.full import full_report
from exports.deck import deck
from exports.deck.blocks import ChartBlock
from exports.deck.native import native_chart
from exports.grid import Box
from tests.perf.timing import ratio, report, side_by_side, total

CAPABILITIES = 9
"""With the charts of the profile that makes twelve."""
CHARTS, SLIDES = 12, 30
INK: Any = RGBColor(0x1B, 0x2A, 0x33)  # type: ignore[no-untyped-call]  # python-pptx
ACCENT: Any = RGBColor(0x0B, 0x6E, 0x75)  # type: ignore[no-untyped-call]  # python-pptx
TINT: Any = RGBColor(0xEE, 0xEE, 0xEE)  # type: ignore[no-untyped-call]  # python-pptx


def thirty_slides() -> Report:
    """Profile, nine capabilities and as many tables as make thirty slides."""
    store, shelf = MemoryStore(), FileShelf()
    place = (load_demo(store, shelf), "shenzhen-telecom", "2003")
    tables: tuple[SectionKind, ...] = ("diagnosis", "decisions", "indicators", "evidence")
    parts: tuple[SectionKind, ...] = ("cover", "scope", "guide", "profile", "map", "capability", *tables)
    told = full_report(store, shelf, place, "en", choices=Choices(parts=parts)).report
    capabilities = told.of_kind("capability")
    chosen = [one for one in told.sections if one.kind != "capability" or one in capabilities[:CAPABILITIES]]
    return replace(told, sections=tuple(chosen))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a slide: words, tables, charts; and its notes."""

    words: list[str]
    tables: list[list[list[tuple[str, bool]]]]
    charts: list[tuple[list[str], dict[str, list[float | None]]]]
    notes: str


def content_of(data: bytes) -> list[Page]:
    """The slides of a deck as plain values; a cell is its text and whether it is tinted."""
    return [_page(slide) for slide in Presentation(BytesIO(data)).slides]


def _page(slide: Any) -> Page:
    shapes = list(slide.shapes)
    tables = [
        [[(cell.text, _tint(cell)) for cell in row.cells] for row in shape.table.rows]
        for shape in shapes
        if shape.has_table
    ]
    plots = [shape.chart.plots[0] for shape in shapes if shape.has_chart]
    charts = [
        (list(map(str, plot.categories)), {one.name: list(one.values) for one in plot.series})
        for plot in plots
    ]
    words = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    return Page(words, tables, charts, slide.notes_slide.notes_text_frame.text)


def _tint(cell: Any) -> bool:
    return bool(cell.fill.type == MSO_FILL.SOLID)


def by_plain_calls(slides: list[Page]) -> bytes:
    """The same deck by python-pptx alone: words, tables with tints, charts with labels, notes."""
    made: Any = Presentation()
    frame = (Inches(0.5), Inches(1.5), Inches(9), Inches(5))
    for page in slides:
        slide = made.slides.add_slide(made.slide_layouts[6])
        for said in page.words:
            box = slide.shapes.add_textbox(*frame).text_frame
            box.text = said
            _sized(box)
        for rows in page.tables:
            _plain_table(slide.shapes.add_table(len(rows), len(rows[0]), *frame).table, rows)
        for names, series in page.charts:
            _plain_chart(slide, frame, names, series)
        slide.notes_slide.notes_text_frame.text = page.notes
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _sized(text_frame: Any) -> None:
    for paragraph in text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(11), INK


def _plain_table(table: Any, rows: list[list[tuple[str, bool]]]) -> None:
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, (said, tint) in zip(row.cells, cells, strict=True):
            cell.text = said
            cell.margin_left = cell.margin_right = Inches(0.07)
            cell.margin_top = cell.margin_bottom = Inches(0.035)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _sized(cell.text_frame)
            if tint:
                cell.fill.solid()
                cell.fill.fore_color.rgb = TINT
            else:
                cell.fill.background()


def _plain_chart(slide: Any, frame: Any, names: list[str], series: dict[str, list[float | None]]) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # python-pptx
    data.categories = names
    for name, values in series.items():
        data.add_series(name, values)
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *frame, data).chart
    plot = chart.plots[0]
    plot.has_data_labels, plot.gap_width = True, 50
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0.0", False
    plot.data_labels.font.size = Pt(11)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 5
    chart.value_axis.tick_labels.font.size = chart.category_axis.tick_labels.font.size = Pt(11)
    chart.has_legend = True
    for one in plot.series:
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = ACCENT


def picture_of(spec: ChartSpec) -> bytes:
    """The same bars as a picture."""
    rows = [
        {"name": name, "series": series.name, "value": value}
        for series in spec.series
        for name, value in zip(spec.categories, series.values, strict=True)
    ]
    drawn = {
        "data": {"values": rows},
        "mark": "bar",
        "encoding": {
            "y": {"field": "name", "type": "nominal"},
            "x": {"field": "value", "type": "quantitative"},
            "yOffset": {"field": "series"},
            "color": {"field": "series"},
        },
    }
    return vl_convert.vegalite_to_png(json.dumps(drawn), scale=2)


def main() -> None:
    """Print P10 and P12."""
    told = thirty_slides()
    made = deck(told)
    content, parts = content_of(made), parts_of(made)
    charts = sum(len(page.charts) for page in content)
    books = [name for name in parts if name.endswith(".xlsx")]
    assert charts == len(books) == CHARTS, charts
    assert all(load_workbook(BytesIO(parts[name])).sheetnames for name in books)
    assert abs(len(content) - SLIDES) <= 2, len(content)
    costs = side_by_side(
        {
            "deck": total(lambda: deck(told)),
            "zip": total(lambda: zipped(parts), 5),
            "plain": total(lambda: by_plain_calls(content)),
        },
        rounds=7,
    )
    what = f"deck of {len(content)} slides and {charts} charts"
    report("P10", f"{what} against zipping its parts", ratio(costs, "deck", "zip"), "<= 20", "<= 12")
    report("P10", f"{what}: plain calls against it", ratio(costs, "plain", "deck"), ">= 2", ">= 3")
    spec = next(chart for section in told.of_kind("capability") for chart in section.charts)
    block = ChartBlock(Box(0.5, 1.5, 6.0, 4.0), spec)
    costs = side_by_side(
        {
            "chart": total(lambda: native_chart(block, "en"), 20),
            "picture": total(lambda: picture_of(spec)),
        },
        rounds=7,
    )
    found = ratio(costs, "picture", "chart")
    report("P12", "picture of a bar chart against the native chart and its book", found, ">= 10", ">= 20")


if __name__ == "__main__":
    main()
