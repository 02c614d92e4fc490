"""A field of points on a sheet: a native chart over its figures, as the priorities have it."""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Final, NamedTuple

from openpyxl.chart import Reference, ScatterChart
from openpyxl.chart.axis import ChartLines, NumericAxis
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import Lang, text
from assessment.report import Column
from assessment.report.pictures import Curve, Field, Mark
from exports.measure import POINTS_PER_INCH, text_width
from exports.style import GREY, HAIRLINE, HOUSE, INK, NUMBER_FORMATS, WHITE
from exports.workbook_cells import Look
from exports.workbook_charts import WIDTH_CM, dress, outline, type_of, words
from exports.workbook_page import Page

_TALL_CM: Final = 14.5
_ROWS: Final = ceil(_TALL_CM / 2.54 * POINTS_PER_INCH / 15.0) + 1
_PLOT: Final = (540.0, 340.0)
"""Points of width and height that the marks spread over."""
_TYPE_PT, _LINE_PT, _AIR_PT = 10.0, 13.0, 3.0
_STEP: Final = 0.25
"""Between figures along the first axis."""
_CURVE_POINTS: Final = 12
"""Of a curve that is drawn smoothly."""
_SMALLEST, _LARGEST = 2, 72
"""Sizes that a marker can have."""
_DASH: Final = 19050


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        """Whether both share some ground."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


def draw_field(page: Page, field: Field, lang: Lang) -> None:
    """The chart on a printed page of its own, and the figures that it is drawn from on the next."""
    page.new_page()
    page.heading(field.title)
    top = page.row
    page.row += _ROWS
    page.new_page()
    header = page.row
    heads = text("priorities.column.node", lang), field.x_title, field.y_title
    class_head = Column("class", text("priorities.column.class", lang))
    page.header((Column("name", heads[0]), *(Column(one, one, "score") for one in heads[1:]), class_head))
    classes = dict(field.classes)
    for mark in field.marks:
        _figures(page, mark.name, (mark.x, mark.y), classes.get(mark.role, ""))
    curves = [(curve, _write_curve(page, curve)) for curve in field.curves]
    page.sheet.add_chart(_chart(field, page.sheet, header, curves), f"A{top}")
    page.alternatives.append(field.alt)
    page.notes(field.notes)


def _figures(page: Page, name: str, at: tuple[float, float], said: str) -> None:
    figure = Look(align="right", indent=1, wrap=False, number_format=NUMBER_FORMATS["score"])
    page.rows.text(page.row, 1, name, Look())
    page.fit(1, name)
    for column, value in enumerate(at, 2):
        page.rows.figure(page.row, column, value, figure)
    page.rows.text(page.row, 4, said, Look())
    page.row += 1


def _write_curve(page: Page, curve: Curve) -> tuple[int, int]:
    """The points of a curve as rows: the first and the last of them."""
    first, step = page.row, max(1, ceil((len(curve.points) - 1) / (_CURVE_POINTS - 1)))
    for at in (*curve.points[:-1:step], *curve.points[-1:]):
        _figures(page, curve.name, at, "")
    return first, page.row - 1


def _chart(
    field: Field, sheet: Worksheet, header: int, curves: Sequence[tuple[Curve, tuple[int, int]]]
) -> ScatterChart:
    """Curves and points; every point is a series of its own, so that it bears its own name."""
    chart = ScatterChart()
    chart.style, chart.scatterStyle = None, "lineMarker"
    chart.series.extend(_curve(curve, sheet, rows) for curve, rows in curves)
    for row, (mark, side) in enumerate(zip(field.marks, sides(field), strict=True), header + 1):
        chart.series.append(_point(mark, sheet, row, side))
    chart.width, chart.height, chart.legend = WIDTH_CM, _TALL_CM, None
    low, high, step = _span(field)
    chart.x_axis.scaling.min, chart.x_axis.scaling.max = 0, ceil(field.x_end / _STEP) * _STEP
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = low, high
    chart.x_axis.title, chart.y_axis.title = words(field.x_title), words(field.y_title)
    chart.x_axis.number_format, chart.y_axis.number_format = "0.00", "0.0"
    chart.x_axis.tickLblPos = "low"
    if isinstance(chart.x_axis, NumericAxis):
        chart.x_axis.majorUnit = _STEP
    chart.y_axis.majorUnit = step
    chart.x_axis.majorGridlines = None
    chart.y_axis.majorGridlines = ChartLines(spPr=outline(HAIRLINE))
    dress((chart.x_axis, chart.y_axis))
    chart.graphical_properties = GraphicalProperties(solidFill=WHITE[1:], ln=LineProperties(noFill=True))
    return chart


def _span(field: Field) -> tuple[float, float, float]:
    """Ends of the second axis on whole steps, and the step."""
    ticks = field.y_ticks
    step = float(ticks[1] - ticks[0]) if len(ticks) > 1 else 1.0
    lowest = min([0.0, *(mark.y for mark in field.marks)])
    return floor(lowest / step) * step, max(1, ceil(field.y_ends[1] / step)) * step, step


def sides(field: Field) -> list[str]:
    """On which side of each mark its name stands (`r`, `l`, `t`, `b`), so that none covers another.

    Where no side is free the mark bears no name, hence an empty string; the row of figures has it.
    """
    low, high, _ = _span(field)
    width = ceil(field.x_end / _STEP) * _STEP
    centres = [(mark.x / width * _PLOT[0], (high - mark.y) / (high - low) * _PLOT[1]) for mark in field.marks]
    taken = [_around(x, y, mark.size / 2) for (x, y), mark in zip(centres, field.marks, strict=True)]
    found = []
    for place, ((x, y), mark) in enumerate(zip(centres, field.marks, strict=True)):
        others = [box for k, box in enumerate(taken) if k != place and not box.covers(taken[place])]
        others += taken[len(centres) :]
        free = (
            (side, box)
            for side, box in _places(x, y, mark)
            if box.left >= 0 and box.top >= 0 and not any(box.covers(other) for other in others)
        )
        side, box = next(free, ("", None))
        found.append(side)
        if box is not None:
            taken.append(box)
    return found


def _around(x: float, y: float, radius: float) -> Box:
    return Box(x - radius, y - radius, x + radius, y + radius)


def _places(x: float, y: float, mark: Mark) -> Iterator[tuple[str, Box]]:
    wide, away = text_width(mark.name, _TYPE_PT), mark.size / 2 + _AIR_PT
    beside, over = (y - _LINE_PT / 2, y + _LINE_PT / 2), (x - wide / 2, x + wide / 2)
    yield "r", Box(x + away, beside[0], x + away + wide, beside[1])
    yield "l", Box(x - away - wide, beside[0], x - away, beside[1])
    yield "t", Box(over[0], y - away - _LINE_PT, over[1], y - away)
    yield "b", Box(over[0], y + away, over[1], y + away + _LINE_PT)


def _series(sheet: Worksheet, rows: tuple[int, int], marker: Marker, *, smooth: bool) -> Series:
    """What stands in these rows: the name in column 1, both figures in columns 2 and 3."""
    name, x, y = (
        str(Reference(sheet, min_col=column, min_row=rows[0], max_row=last))
        for column, last in ((1, rows[0]), (2, rows[1]), (3, rows[1]))
    )
    return Series(
        tx=SeriesLabel(strRef=StrRef(f=name)),
        xVal=AxDataSource(numRef=NumRef(f=x)),
        yVal=NumDataSource(numRef=NumRef(f=y)),
        marker=marker,
        smooth=smooth,
    )


def _curve(curve: Curve, sheet: Worksheet, rows: tuple[int, int]) -> Series:
    series = _series(sheet, rows, Marker("none"), smooth=True)
    colour = HOUSE.get(curve.role, GREY)
    line = LineProperties(solidFill=colour[1:], w=_DASH, prstDash="dash")
    series.graphicalProperties = GraphicalProperties(ln=line)
    return series


def _point(mark: Mark, sheet: Worksheet, row: int, side: str) -> Series:
    """A series of one point, coloured by its class, with its name beside it."""
    paint = GraphicalProperties(solidFill=HOUSE[mark.role][1:], ln=LineProperties(solidFill=WHITE[1:]))
    size = min(_LARGEST, max(_SMALLEST, round(mark.size)))
    series = _series(sheet, (row, row), Marker("circle", size=size, spPr=paint), smooth=False)
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    if side:
        series.dLbls = DataLabelList(
            dLblPos=side,
            showSerName=True,
            showVal=False,
            showCatName=False,
            showLegendKey=False,
            showPercent=False,
            txPr=type_of(INK),
        )
    return series
