"""Native charts over points in time: stacked columns against a line, waterfalls, lines, joined dots."""

from typing import Final

from assessment.catalogue import Lang
from assessment.report.shapes import BASE, CAPACITY, ChartSpec, Series
from exports.deck.blocks import ChartBlock
from exports.deck.chart_book import SHEET, column_name
from exports.deck.fragments import FACES, language, solid
from exports.measure import POINTS_PER_INCH, text_width
from exports.ooxml import XML_HEAD, content, declared, one_line
from exports.style import (
    ACCENT,
    GREY,
    HAIRLINE,
    INK,
    LABEL_PT,
    OTHERS,
    ROLE_COLOURS,
    SECOND,
    SMALLEST_PT,
    WHITE,
)

KINDS: Final = frozenset({"load", "waterfall", "slope", "dots"})
"""The kinds of charts that this module draws."""
_CATEGORY_AXIS: Final = 111111111
_VALUE_AXIS: Final = 222222222
_FORMATS: Final = {
    "load": "0.0;-0.0;;",
    "waterfall": "0.00;-0.00;;",
    "rise": "+0.00;;;",
    "fall": "\u22120.00;;;",
    "slope": "0.0",
    "dots": "0.0",
}
_SYMBOLS: Final = ("circle", "diamond", "square", "triangle", "x", "plus", "star", "dash")
_HALF: Final = 0.5
_TEN: Final = 10
_END_LABELS: Final = 1.9
"""Inches at the right of a line chart for the names of its lines."""
_LOWEST_LABELLED: Final = 0.12
"""Share of the axis that a column needs for its figure."""
_LINE_APART: Final = 0.18
"""Inches between the names of two lines."""
_PLOT_TOP, _PLOT_BELOW = 0.15, 0.45


def columns_xml(block: ChartBlock, categories: tuple[str, ...], lang: Lang) -> str:
    """The chart part; its workbook is expected behind the relationship rId1."""
    spec = block.spec
    drawing = _Drawing(spec, categories, lang, block.box.height)
    plot = {
        "load": drawing.load,
        "waterfall": drawing.waterfall,
        "slope": drawing.lines,
        "dots": drawing.dots,
    }[spec.kind]()
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        for place, one in enumerate(spec.series)
        if one.id == BASE
    )
    legend = (
        f'<c:legend><c:legendPos val="t"/>{hidden}<c:overlay val="0"/>{_text(lang, SMALLEST_PT)}</c:legend>'
        if spec.kind != "slope"
        else ""
    )
    return (
        f'{XML_HEAD}<c:chartSpace {declared("c", "a", "r")}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_room(block)}{plot}'
        f"{_category_axis(lang)}{_value_axis(spec, lang)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(lang, LABEL_PT)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _room(block: ChartBlock) -> str:
    """Lines leave room at their right for their names; all else is left to Office."""
    if block.spec.kind != "slope":
        return "<c:layout/>"
    width, height = block.box.width, block.box.height
    names = max((text_width(one.name, SMALLEST_PT) for one in block.spec.series), default=0.0)
    right = min(max(names / POINTS_PER_INCH + 0.7, _END_LABELS), 0.4 * width)
    x, y = 0.6 / width, _PLOT_TOP / height
    w, h = 1 - (0.6 + right) / width, 1 - (_PLOT_TOP + _PLOT_BELOW) / height
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{w:.4f}"/><c:h val="{h:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


class _Drawing:
    """What the series of one chart are written from."""

    def __init__(self, spec: ChartSpec, categories: tuple[str, ...], lang: Lang, height: float) -> None:
        self._spec, self._categories, self._lang, self._height = spec, categories, lang, height

    def load(self) -> str:
        """Stacked columns, and the capacity as a line over them."""
        stacked = [(k, one) for k, one in enumerate(self._spec.series) if one.id != CAPACITY]
        line = [(k, one) for k, one in enumerate(self._spec.series) if one.id == CAPACITY]
        columns = "".join(self._column(k, one, ROLE_COLOURS[one.role]) for k, one in stacked)
        drawn = _bar_chart(columns)
        return drawn + (
            _line_chart("".join(self._line(k, one, INK, "none") for k, one in line)) if line else ""
        )

    def waterfall(self) -> str:
        """Stacked columns on a base that is not drawn."""
        colours = {"total": ACCENT, "rise": "#1F6C8C", "fall": "#A6400F"}
        drawn = "".join(
            self._column(k, one, colours.get(one.id, "")) for k, one in enumerate(self._spec.series)
        )
        return _bar_chart(drawn, gap=40)

    def lines(self) -> str:
        """A line per series, named at its end."""
        self._moved = self._apart()
        return _line_chart(
            "".join(
                self._line(k, one, ACCENT if one.role == "unit" else _other(k), "circle", named=True)
                for k, one in enumerate(self._spec.series)
            )
        )

    def _apart(self) -> dict[str, float]:
        """Inches by which the name of each line moves down from its end, so that none covers another."""
        plot = self._height - _PLOT_TOP - _PLOT_BELOW
        span = self._spec.axis_max - self._spec.axis_min
        ends = {
            one.id: plot * (self._spec.axis_max - last) / span
            for one in self._spec.series
            if (last := next((value for value in reversed(one.values) if value is not None), None))
            is not None
        }
        order = sorted(ends, key=lambda name: ends[name])
        placed: list[float] = []
        for name in order:
            placed.append(max(ends[name], placed[-1] + _LINE_APART if placed else ends[name]))
        shift = sum(at - ends[name] for name, at in zip(order, placed, strict=True)) / max(1, len(order))
        return {name: at - shift - ends[name] for name, at in zip(order, placed, strict=True)}

    def dots(self) -> str:
        """A dot per series, the highest and the lowest of each category joined."""
        colours = [ACCENT, SECOND, *OTHERS]
        series = "".join(
            self._line(k, one, colours[k % len(colours)], _SYMBOLS[k % len(_SYMBOLS)], drawn=False)
            for k, one in enumerate(self._spec.series)
        )
        joined = f'<c:hiLowLines><c:spPr><a:ln w="19050">{solid(GREY)}</a:ln></c:spPr></c:hiLowLines>'
        return _line_chart(series, joined)

    def _column(self, place: int, one: Series, colour: str) -> str:
        fill = solid(colour) if colour else "<a:noFill/>"
        labels = self._labels(one, "ctr") if colour else _NO_LABELS
        return (
            f'{self._head(place, one)}<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>'
            f"{labels}{self._figures(place, one)}</c:ser>"
        )

    def _line(
        self, place: int, one: Series, colour: str, symbol: str, *, named: bool = False, drawn: bool = True
    ) -> str:
        line = f'<a:ln w="25400">{solid(colour)}</a:ln>' if drawn else "<a:ln><a:noFill/></a:ln>"
        marker = (
            '<c:marker><c:symbol val="none"/></c:marker>'
            if symbol == "none"
            else f'<c:marker><c:symbol val="{symbol}"/><c:size val="{6 if drawn else 9}"/>'
            f'<c:spPr>{solid(colour)}<a:ln w="15875">{solid(colour)}</a:ln></c:spPr></c:marker>'
        )
        labels = self._end_label(one, colour) if named else _NO_LABELS
        return (
            f"{self._head(place, one)}<c:spPr>{line}</c:spPr>{marker}{labels}{self._figures(place, one)}"
            '<c:smooth val="0"/></c:ser>'
        )

    def _head(self, place: int, one: Series) -> str:
        reference = f"{SHEET}!${column_name(place + 1)}$1"
        return (
            f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{reference}</c:f>'
            f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{content(one_line(one.name))}</c:v></c:pt>'
            "</c:strCache></c:strRef></c:tx>"
        )

    def _figures(self, place: int, one: Series) -> str:
        last, column = len(self._categories) + 1, column_name(place + 1)
        names = "".join(
            f'<c:pt idx="{k}"><c:v>{content(one_line(name))}</c:v></c:pt>'
            for k, name in enumerate(self._categories)
        )
        points = "".join(
            f'<c:pt idx="{k}"><c:v>{value!r}</c:v></c:pt>'
            for k, value in enumerate(one.values)
            if value is not None
        )
        count = f'<c:ptCount val="{len(self._categories)}"/>'
        return (
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef>"
            f"</c:cat><c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
            f"<c:formatCode>General</c:formatCode>{count}{points}</c:numCache></c:numRef></c:val>"
        )

    def _labels(self, one: Series, side: str) -> str:
        """Figures on the columns; none where a column is too low for them."""
        least = _LOWEST_LABELLED * (self._spec.axis_max - self._spec.axis_min)
        empty = "".join(
            f'<c:dLbl><c:idx val="{k}"/><c:delete val="1"/></c:dLbl>'
            for k, value in enumerate(one.values)
            if not value or (self._spec.kind == "load" and value < least)
        )
        colour, kind = WHITE, self._spec.kind
        form = _FORMATS.get(one.id, _FORMATS[kind]) if kind == "waterfall" else _FORMATS[kind]
        return (
            f'<c:dLbls>{empty}<c:numFmt formatCode="{form}" sourceLinked="0"/>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(self._lang, SMALLEST_PT, colour)}"
            f'<c:dLblPos val="{side}"/>{_SHOWN}</c:dLbls>'
        )

    def _end_label(self, one: Series, colour: str) -> str:
        """The line's name and last figure at its end."""
        there = [k for k, value in enumerate(one.values) if value is not None]
        if not there:
            return _NO_LABELS
        run = f'<a:rPr {language(self._lang)} sz="{SMALLEST_PT * 100}">{solid(colour)}{FACES}</a:rPr>'
        said = content(one_line(f"{one.name} {one.labels[there[-1]]}"))
        return (
            f'<c:dLbls><c:dLbl><c:idx val="{there[-1]}"/>{self._layout(one)}<c:tx><c:rich>'
            f'<a:bodyPr wrap="none"/>'
            f"<a:lstStyle/><a:p><a:r>{run}<a:t>{said}</a:t></a:r></a:p></c:rich></c:tx>"
            f'<c:dLblPos val="r"/>{_SHOWN}</c:dLbl>'
            f"{_HIDDEN}</c:dLbls>"
        )

    def _layout(self, one: Series) -> str:
        down = self._moved.get(one.id, 0.0) / self._height
        if not down:
            return ""
        return f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.5f}"/></c:manualLayout></c:layout>'


def _other(place: int) -> str:
    return OTHERS[(place - 1) % len(OTHERS)]


_PARTS: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_SHOWN: Final = _PARTS.format(shown=1)
_HIDDEN: Final = _PARTS.format(shown=0)
_NO_LABELS: Final = f"<c:dLbls>{_HIDDEN}</c:dLbls>"
_AXES: Final = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'


def _bar_chart(series: str, gap: int = 50) -> str:
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/><c:overlap val="100"/>{_AXES}</c:barChart>'
    )


def _line_chart(series: str, joined: str = "") -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}{joined}'
        f'<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


_TURNED: Final = "<a:bodyPr/>"
_LEVEL: Final = '<a:bodyPr rot="0" vert="horz"/>'
"""Names of categories are wrapped, never turned."""


def _category_axis(lang: Lang) -> str:
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line(GREY)}</c:spPr>{_text(lang, SMALLEST_PT).replace(_TURNED, _LEVEL)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(spec: ChartSpec, lang: Lang) -> str:
    run = f'<a:rPr {language(lang)} sz="{SMALLEST_PT * 100}" b="0">{solid(GREY)}{FACES}</a:rPr>'
    named = (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{run}<a:t>{content(one_line(spec.axis_title))}"
        '</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{spec.axis_max!r}"/><c:min val="{spec.axis_min!r}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{_line(HAIRLINE)}</c:spPr></c:majorGridlines>{named}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(lang, SMALLEST_PT, GREY)}<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{_unit(spec)!r}"/></c:valAx>'
    )


def _unit(spec: ChartSpec) -> float:
    span = spec.axis_max - spec.axis_min
    if spec.kind == "load":
        return span / {1: 5, 6: 3}.get(int(f"{span:e}"[0]), 4)
    return 1.0 if 1 < span <= _TEN else span / 5


def _line(colour: str) -> str:
    return f'<a:ln w="6350">{solid(colour)}</a:ln>'


def _text(lang: Lang, size: float, colour: str = INK) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="0">'
        f"{solid(colour)}{FACES}</a:defRPr></a:pPr><a:endParaRPr {language(lang)}/></a:p></c:txPr>"
    )
