"""Native charts of a workbook, drawn from figures that stand in the same sheet."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from openpyxl.chart import BarChart, LineChart, RadarChart, Reference
from openpyxl.chart.axis import ChartLines, _BaseAxis
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.worksheet.worksheet import Worksheet

from assessment.report import ChartSpec
from assessment.report.numbers import decimals
from assessment.report.shapes import CAPACITY, DAGGER
from exports.style import CHINESE_FONT, GREY, HAIRLINE, INK, LATIN_FONT, ROLE_COLOURS, WHITE

NativeChart = BarChart | LineChart | RadarChart

WIDTH_CM: Final = 22
_RADAR_CM: Final = 13.0
_COLUMNS_CM: Final = 9.0
_FRAME_CM: Final = 2.4
_TALLEST_CM: Final = 15.5
_BAR_CM: Final = 0.45
_GAP_CM: Final = 0.35
_MOST_LEVELS: Final = 10
"""Longer scales get no gridline for every level."""
_GAP_PERCENT: Final = 60
_TYPE_SIZE: Final = 1000
"""Hundredths of a point."""
_THIN, _THICK = 9525, 28575
_OTHER_GREYS: Final = (GREY, "#B4BDC3", "#56636B", "#CBD2D6")
"""So that several peers in one chart can be told apart."""
_SYMBOLS: Final = ("diamond", "triangle", "square", "x", "star", "plus")
"""So that they can be told apart in print, too."""


def native_chart(spec: ChartSpec, sheet: Worksheet, header_row: int) -> NativeChart:
    """A chart over a block of the sheet.

    Args:
        spec: what to draw.
        sheet: where the figures stand: categories in column 1, one column per series after it.
        header_row: the row (1-based) of the series' names; the categories follow below it.
    """
    if spec.kind == "load":
        return _load(spec, sheet, header_row)
    chart = _DRAWN[spec.kind](spec)
    last_row, last_column = header_row + len(spec.categories), len(spec.series) + 1
    data = Reference(sheet, min_col=2, max_col=last_column, min_row=header_row, max_row=last_row)
    chart.add_data(data, titles_from_data=True)
    categories = Reference(sheet, min_col=1, min_row=header_row + 1, max_row=last_row)
    for series, colour, described in zip(chart.series, _colours(spec), spec.series, strict=True):
        series.cat = AxDataSource(strRef=StrRef(f=str(categories)))
        if spec.kind == "bar":
            _paint_bar(series, colour, _label_format(described.labels))
        else:
            _paint_line(series, colour, thick=described.role == "unit")
    if spec.kind == "slope":
        _apart(chart.series)
    return _framed(chart, spec)


def height_cm(spec: ChartSpec) -> float:
    """How tall the chart is drawn: by the number of its bars, but never over a printed page."""
    if spec.kind == "radar":
        return _RADAR_CM
    if spec.kind in ("load", "slope"):
        return _COLUMNS_CM if spec.kind == "load" else _RADAR_CM
    return min(_TALLEST_CM, _FRAME_CM + len(spec.categories) * (_GAP_CM + _BAR_CM * len(spec.series)))


def _colours(spec: ChartSpec) -> list[str]:
    greys = iter(_OTHER_GREYS)
    return [
        next(greys, GREY) if series.role == "peer" else ROLE_COLOURS[series.role] for series in spec.series
    ]


def _bar(spec: ChartSpec) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth = "bar", "clustered", _GAP_PERCENT
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.title = words(spec.axis_title)
    return chart


def _radar(_spec: ChartSpec) -> RadarChart:
    chart = RadarChart()
    chart.type = "marker"
    return chart


def _slope(spec: ChartSpec) -> LineChart:
    chart = LineChart()
    chart.y_axis.title = words(spec.axis_title)
    return chart


_DRAWN: Final[dict[str, Callable[[ChartSpec], NativeChart]]] = {"bar": _bar, "radar": _radar, "slope": _slope}


def _load(spec: ChartSpec, sheet: Worksheet, header_row: int) -> BarChart:
    """Columns that stack up, and a line for what is there."""
    chart, over = BarChart(), LineChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "col", "stacked", 100, _GAP_PERCENT
    last = header_row + len(spec.categories)
    categories = AxDataSource(
        strRef=StrRef(f=str(Reference(sheet, min_col=1, min_row=header_row + 1, max_row=last)))
    )
    for column, (described, colour) in enumerate(zip(spec.series, _colours(spec), strict=True), 2):
        drawn = over if described.id == CAPACITY else chart
        drawn.add_data(
            Reference(sheet, min_col=column, min_row=header_row, max_row=last), titles_from_data=True
        )
        series = drawn.series[-1]
        series.cat = categories
        if drawn is over:
            _paint_line(series, colour, thick=False)
            series.graphicalProperties.ln.prstDash = "dash"
        else:
            _paint_bar(series, colour, "0.0;-0.0;;")
            series.dLbls.dLblPos = "ctr"
            series.dLbls.txPr = type_of(WHITE)
    chart.y_axis.title = words(spec.axis_title)
    _framed(chart, spec)
    if over.series:
        chart += over
    return chart


def _apart(lines: Sequence[Series]) -> None:
    """A marker of its own for every line, which is not rounded off."""
    for place, series in enumerate(lines):
        series.smooth = False
        if place and series.marker is not None:
            series.marker.symbol = _SYMBOLS[(place - 1) % len(_SYMBOLS)]


def _framed(chart: NativeChart, spec: ChartSpec) -> NativeChart:
    """Size, axes on the whole scale, and a legend only where there is more than one series."""
    chart.width, chart.height = WIDTH_CM, height_cm(spec)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = spec.axis_min, spec.axis_max
    chart.y_axis.number_format = "0"
    chart.y_axis.majorUnit = 1 if spec.axis_max - spec.axis_min <= _MOST_LEVELS else None
    chart.y_axis.majorGridlines = ChartLines(spPr=outline(HAIRLINE))
    dress((chart.x_axis, chart.y_axis))
    chart.legend = Legend() if len(spec.series) > 1 else None
    if chart.legend is not None:
        chart.legend.position = "t"
        chart.legend.txPr = type_of(INK)
    chart.display_blanks = "gap"
    chart.graphical_properties = GraphicalProperties(solidFill=WHITE[1:], ln=LineProperties(noFill=True))
    return chart


def dress(axes: Iterable[_BaseAxis]) -> None:
    """Axes with their figures and a thin line."""
    for axis in axes:
        axis.delete = False
        axis.txPr = type_of(INK)
        axis.spPr = outline(HAIRLINE)


def _label_format(labels: Sequence[str]) -> str:
    """As many decimals as the report shows."""
    return "0." + "0" * max(decimals(label.removesuffix(DAGGER)) for label in labels)


def _paint_bar(series: Series, colour: str, label_format: str) -> None:
    series.graphicalProperties = GraphicalProperties(solidFill=colour[1:], ln=LineProperties(noFill=True))
    series.invertIfNegative = False
    series.dLbls = DataLabelList(
        numFmt=label_format,
        dLblPos="outEnd",
        showVal=True,
        showLegendKey=False,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        txPr=type_of(INK),
    )


def _paint_line(series: Series, colour: str, *, thick: bool) -> None:
    line = LineProperties(solidFill=colour[1:], w=_THICK if thick else _THICK // 2)
    series.graphicalProperties = GraphicalProperties(ln=line)
    paint = GraphicalProperties(solidFill=colour[1:], ln=LineProperties(solidFill=colour[1:], w=_THIN))
    series.marker = Marker("circle" if thick else "diamond", size=7, spPr=paint)
    series.smooth = None


def outline(colour: str) -> GraphicalProperties:
    """A thin line."""
    return GraphicalProperties(ln=LineProperties(solidFill=colour[1:], w=_THIN))


def _faces(colour: str) -> CharacterProperties:
    return CharacterProperties(
        sz=_TYPE_SIZE,
        b=False,
        solidFill=colour[1:],
        latin=Font(typeface=LATIN_FONT),
        ea=Font(typeface=CHINESE_FONT),
    )


def type_of(colour: str) -> RichText:
    """How the text of a part of the chart looks."""
    faces = _faces(colour)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=faces), endParaRPr=faces)])


def words(said: str) -> Title:
    """The title of an axis."""
    run = RegularTextRun(rPr=_faces(GREY), t=said)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_faces(GREY)), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)
