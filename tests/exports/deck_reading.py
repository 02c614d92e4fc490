"""Reading a deck back: its tables, charts and shapes as plain values."""
# ruff: noqa: ANN401 - python-pptx is not typed

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from typing import Any

from pptx import Presentation

from assessment.report.shapes import Report

Frame = tuple[int, int, int, int]


@dataclass(frozen=True)
class ReadChart:
    name: str
    categories: list[str]
    series: dict[str, list[float | None]]
    workbook: bytes
    xml: str


@dataclass(frozen=True)
class ReadTable:
    name: str
    rows: list[list[str]]


def opened(deck: bytes) -> Any:
    return Presentation(BytesIO(deck))


def shapes_of(deck: bytes) -> Iterator[tuple[int, Any]]:
    """Every shape with its slide's index."""
    for place, slide in enumerate(opened(deck).slides):
        for shape in slide.shapes:
            yield place, shape


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in opened(deck).slides]


def charts(deck: bytes) -> list[ReadChart]:
    return [_chart(shape) for _, shape in shapes_of(deck) if shape.has_chart]


def tables(deck: bytes) -> list[ReadTable]:
    return [
        ReadTable(shape.name, [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows])
        for _, shape in shapes_of(deck)
        if shape.has_table
    ]


def charts_that_differ(report: Report, deck: bytes, not_drawn: Collection[str] = ()) -> list[str]:
    """The report's series that the deck does not draw figure by figure."""
    drawn = charts(deck)
    return [
        f"{spec.id}: {series.name}"
        for section in report.sections
        for spec in section.charts
        if spec.id not in not_drawn
        for series in spec.series
        if [value for part in _parts(drawn, spec.id) for value in part.series[series.name]]
        != list(series.values)
    ]


def _parts(drawn: list[ReadChart], chart_id: str) -> list[ReadChart]:
    """A chart, or the halves it was drawn in."""
    return [chart for chart in drawn if chart.name == chart_id or chart.name.startswith(f"{chart_id} ")]


def figures_left_out(report: Report, deck: bytes, not_shown: Collection[str] = ()) -> list[str]:
    """The report's figures that stand in no part of their table, as worded."""
    shown: dict[str, set[str]] = {}
    for table in tables(deck):
        shown.setdefault(table.name, set()).update(text for row in table.rows for text in row)
    return [
        f"{table.id}: {cell.shown}"
        for section in report.sections
        for table in section.tables
        if table.id not in not_shown
        for row in table.rows
        for cell in row
        if cell.value is not None and cell.shown not in shown[table.id]
    ]


def kinds_on(slide: Any) -> set[str]:
    found = {"table" for shape in slide.shapes if shape.has_table}
    return found | {"chart" for shape in slide.shapes if shape.has_chart}


def outside(deck: bytes) -> list[str]:
    """Shapes that reach over the edge of their slide."""
    width, height = opened(deck).slide_width, opened(deck).slide_height
    return [
        f"slide {place + 1}: {shape.name}"
        for place, shape in shapes_of(deck)
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > width
        or shape.top + shape.height > height
    ]


def overlapping(deck: bytes) -> list[str]:
    """Pairs of shapes of one slide that share more than a hair's breadth."""
    found = []
    for place, slide in enumerate(opened(deck).slides):
        frames = [(shape.name, _frame(shape)) for shape in slide.shapes]
        for (name, one), (other_name, other) in combinations(frames, 2):
            if _overlap(one, other):
                found.append(f"slide {place + 1}: {name} / {other_name}")
    return found


def _chart(shape: Any) -> ReadChart:
    chart = shape.chart
    plot = chart.plots[0]
    return ReadChart(
        name=shape.name,
        categories=[str(category) for category in plot.categories],
        series={series.name: list(series.values) for series in plot.series},
        workbook=chart.part.chart_workbook.xlsx_part.blob,
        xml=chart.part.blob.decode(),
    )


def _frame(shape: Any) -> Frame:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def _overlap(one: Frame, other: Frame) -> bool:
    hair = 9144
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > hair and down > hair
