"""Native charts, written as chart parts: bars on the whole scale, and radars."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from assessment.catalogue import Lang, text
from assessment.report.shapes import ChartSpec, Role, Series
from exports.deck.blocks import ChartBlock
from exports.deck.chart_book import SHEET, column_name
from exports.deck.fragments import FACES, language, solid
from exports.measure import POINTS_PER_INCH, text_height, text_width, wrapped
from exports.ooxml import XML_HEAD, content, declared, one_line
from exports.style import ABOVE, BELOW, GREY, HAIRLINE, INK, LABEL_PT, LEVELS, ROLE_COLOURS, SMALLEST_PT

CHART_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORY_AXIS: Final = 111111111
_VALUE_AXIS: Final = 222222222
_FORMATS: Final = {"0.0": Decimal("0.1"), "0.00": Decimal("0.01"), "0": Decimal(1)}
_SPARE_COLOURS: Final = (GREY, ABOVE[1], BELOW[1], LEVELS[2], HAIRLINE, LEVELS[4], INK)
"""For several series of one role, in this order, each used once."""
_SIZES: Final = (LABEL_PT, LABEL_PT - 1, SMALLEST_PT)
_MOST_NAME_SHARE: Final = 0.46
_BESIDE_NAME: Final = 0.12
_BESIDE_PLOT: Final = 0.25
_LEGEND_KEY: Final = 0.45
_LEGEND_SHARE: Final = 0.9
"""Of the chart's width: where a name of a legend wraps."""
_RADAR_TOP, _RADAR_BOTTOM = 0.2, 0.88
"""Shares of the height between which a radar stands."""
_ABOVE_SPOKE: Final = 0.3
"""Inches for the name over the first spoke."""
_BELOW_PLOT: Final = 0.55
"""Inches for the axis' figures and title."""


class _Drawing(NamedTuple):
    """What every part of one chart's XML needs to know."""

    spec: ChartSpec
    categories: tuple[str, ...]
    lang: Lang
    size: float


def shown_categories(spec: ChartSpec, lang: Lang) -> tuple[str, ...]:
    """The categories; where a series has no figure, the words for it stand behind the category's name.

    A series without any figure is named nowhere, unless it is the unit's own.
    """
    told = [
        series
        for series in spec.series
        if series.role == "unit" or any(value is not None for value in series.values)
    ]
    comma = ", " if lang == "en" else "，"
    shown = []
    for place, category in enumerate(spec.categories):
        states = comma.join(_missing_words(told, place, lang))
        shown.append(text("deck.missing", lang, name=category, states=states) if states else category)
    return tuple(one_line(name) for name in shown)


def _missing_words(told: Sequence[Series], place: int, lang: Lang) -> list[str]:
    """The states of the missing figures of one category; a state that all series share is said once."""
    missing = [series for series in told if series.values[place] is None and series.labels[place]]
    if len(missing) == len(told) and len({series.labels[place] for series in missing}) == 1:
        return [missing[0].labels[place]]
    return [
        series.labels[place]
        if series.role == "unit"
        else text("deck.missing-of", lang, name=series.name, state=series.labels[place])
        for series in missing
    ]


def chart_xml(block: ChartBlock, lang: Lang) -> str:
    """The chart part; its workbook is expected behind the relationship rId1."""
    spec = block.spec
    plot = _radar(block, lang) if spec.kind == "radar" else _bars(block, lang)
    legend = _legend(block, lang) if len(spec.series) > 1 else ""
    return (
        f'{XML_HEAD}<c:chartSpace {declared("c", "a", "r")}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(lang, LABEL_PT)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def chart_colours(series: Iterable[Series]) -> list[str]:
    """One colour for each series: its role's, or another one where that is already taken."""
    taken: list[str] = []
    for one in series:
        own = ROLE_COLOURS[one.role]
        free = (colour for colour in (own, *_SPARE_COLOURS) if colour not in taken)
        taken.append(next(free, GREY))
    return taken


def _bars(block: ChartBlock, lang: Lang) -> str:
    spec, categories = block.spec, shown_categories(block.spec, lang)
    size, left = _names(block, categories)
    series = _all_series(_Drawing(spec, categories, lang, size))
    return (
        f'{_layout(block, left)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="50"/>'
        f'<c:overlap val="0"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        + _category_axis(lang, size, position="l", reverse=True)
        + _value_axis(spec, lang, position="b", crosses="max")
    )


def _radar(block: ChartBlock, lang: Lang) -> str:
    spec = block.spec
    top = max(_RADAR_TOP, (_plot_top(block) + _ABOVE_SPOKE) / block.box.height)
    series = _all_series(_Drawing(spec, shown_categories(spec, lang), lang, SMALLEST_PT))
    return (
        f'{_placed(0.22, top, 0.56, _RADAR_BOTTOM - top)}<c:radarChart><c:radarStyle val="marker"/>'
        f'<c:varyColors val="0"/>{series}<c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:axId val="{_VALUE_AXIS}"/></c:radarChart>'
        + _category_axis(lang, LABEL_PT, position="b", reverse=False, grid=True)
        + _value_axis(spec, lang, position="l", crosses="autoZero", title=False)
    )


def _names(block: ChartBlock, categories: tuple[str, ...]) -> tuple[float, float]:
    """Type size of names and figures, and inches that the names take at the left.

    The largest size at which every name, and one figure per bar, fits into its share of the height.
    """
    most = block.box.width * _MOST_NAME_SHARE
    slot = _plot_height(block) * POINTS_PER_INCH / max(1, len(categories))
    for size in _SIZES:
        longest = max((text_width(name, size) for name in categories), default=0.0) / POINTS_PER_INCH
        left = min(longest + _BESIDE_NAME, most)
        room = (left - _BESIDE_NAME) * POINTS_PER_INCH
        names = max((text_height(name, room, size) for name in categories), default=0.0)
        figures = (len(block.spec.series) + 0.5) * size
        if max(names, figures) <= slot:
            break
    return size, left


def _plot_height(block: ChartBlock) -> float:
    return block.box.height - _plot_top(block) - _BELOW_PLOT


def _plot_top(block: ChartBlock) -> float:
    """Inches that the legend takes above the bars."""
    if len(block.spec.series) <= 1:
        return 0.05
    return 0.12 + 0.22 * legend_lines([series.name for series in block.spec.series], block.box.width)


def legend_lines(names: Sequence[str], width: float) -> int:
    """Lines of a legend: one row, else columns as wide as the longest name, wrapped if need be."""
    widths = [text_width(name, LABEL_PT) / POINTS_PER_INCH + _LEGEND_KEY for name in names]
    if sum(widths) <= width:
        return 1
    across = max(1, int(width // max(widths)))
    room = (width * _LEGEND_SHARE - _LEGEND_KEY) * POINTS_PER_INCH
    lines = [len(wrapped(name, room, LABEL_PT)) for name in names]
    return sum(max(lines[start : start + across]) for start in range(0, len(lines), across))


def _layout(block: ChartBlock, left: float) -> str:
    """Where the bars stand, so that long names get the room they need and no more."""
    width, height = block.box.width, block.box.height
    return _placed(
        left / width,
        _plot_top(block) / height,
        1 - (left + _BESIDE_PLOT) / width,
        _plot_height(block) / height,
    )


def _placed(x: float, y: float, width: float, height: float) -> str:
    """The plot area's inner rectangle, in shares of the chart."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _all_series(drawing: _Drawing) -> str:
    colours = chart_colours(drawing.spec.series)
    return "".join(_series(drawing, place, colour) for place, colour in enumerate(colours))


def _series(drawing: _Drawing, place: int, colour: str) -> str:
    series, column, last = drawing.spec.series[place], column_name(place + 1), len(drawing.categories) + 1
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{content(one_line(series.name))}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx>{_look(drawing, series.role, colour)}{_labels(drawing, series)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{_points(drawing.categories)}"
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{_numbers(series)}</c:numCache></c:numRef></c:val>"
        "</c:ser>"
    )


def _look(drawing: _Drawing, role: Role, colour: str) -> str:
    if drawing.spec.kind == "bar":
        return f'<c:spPr>{solid(colour)}</c:spPr><c:invertIfNegative val="0"/>'
    dash = '<a:prstDash val="dash"/>' if role == "best" else ""
    symbol = "diamond" if role == "best" else "circle"
    return (
        f'<c:spPr><a:ln w="28575">{solid(colour)}{dash}</a:ln></c:spPr><c:marker><c:symbol val="{symbol}"/>'
        f'<c:size val="7"/><c:spPr>{solid(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
    )


def _labels(drawing: _Drawing, series: Series) -> str:
    """Labels by number format where that gives the report's words, else the words themselves."""
    if drawing.spec.kind == "radar":
        return ""
    code = _format_of(series)
    own = "".join(
        _own_label(place, label, drawing)
        for place, (value, label) in enumerate(zip(series.values, series.labels, strict=True))
        if value is not None and label != _formatted(value, code)
    )
    return (
        f'<c:dLbls>{own}<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f"</a:ln></c:spPr>{_text(drawing.lang, drawing.size)}{_SHOWN}</c:dLbls>"
    )


_SHOWN: Final = (
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _own_label(place: int, label: str, drawing: _Drawing) -> str:
    run = f'<a:rPr {language(drawing.lang)} sz="{round(drawing.size * 100)}">{solid(INK)}{FACES}</a:rPr>'
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{run}'
        f"<a:t>{content(one_line(label))}</a:t></a:r></a:p></c:rich></c:tx>{_SHOWN}</c:dLbl>"
    )


def _format_of(series: Series) -> str:
    """The number format under which most labels read as the report words them."""
    pairs = [
        (value, label) for value, label in zip(series.values, series.labels, strict=True) if value is not None
    ]
    return max(_FORMATS, key=lambda code: sum(_formatted(value, code) == label for value, label in pairs))


def _formatted(value: float, code: str) -> str:
    """A value as Office shows it, which rounds halves away from zero."""
    return str(Decimal(repr(value)).quantize(_FORMATS[code], ROUND_HALF_UP))


def _points(texts: Iterable[str]) -> str:
    items = [f'<c:pt idx="{k}"><c:v>{content(one_line(item))}</c:v></c:pt>' for k, item in enumerate(texts)]
    return f'<c:ptCount val="{len(items)}"/>{"".join(items)}'


def _numbers(series: Series) -> str:
    items = "".join(
        f'<c:pt idx="{k}"><c:v>{value!r}</c:v></c:pt>'
        for k, value in enumerate(series.values)
        if value is not None
    )
    return f'<c:ptCount val="{len(series.values)}"/>{items}'


def _category_axis(lang: Lang, size: float, *, position: str, reverse: bool, grid: bool = False) -> str:
    line = f"<c:majorGridlines><c:spPr>{_line(HAIRLINE)}</c:spPr></c:majorGridlines>" if grid else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation '
        f'val="{"maxMin" if reverse else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/>{line}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line(GREY)}</c:spPr>{_text(lang, size)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(spec: ChartSpec, lang: Lang, *, position: str, crosses: str, title: bool = True) -> str:
    named = _axis_title(spec.axis_title, lang) if title and spec.axis_title else ""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{spec.axis_max!r}"/><c:min val="{spec.axis_min!r}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/><c:majorGridlines><c:spPr>{_line(HAIRLINE)}</c:spPr></c:majorGridlines>'
        f'{named}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(lang, SMALLEST_PT, GREY)}<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{_unit(spec)!r}"/></c:valAx>'
    )


def _unit(spec: ChartSpec) -> float:
    """Distance of the gridlines: whole levels on scales of up to ten, else a tenth of the scale."""
    span = spec.axis_max - spec.axis_min
    return 1.0 if 1 < span <= 10 else span / 10  # noqa: PLR2004 - see the docstring


def _axis_title(title: str, lang: Lang) -> str:
    run = f'<a:rPr {language(lang)} sz="{SMALLEST_PT * 100}" b="0">{solid(GREY)}{FACES}</a:rPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{run}<a:t>{content(one_line(title))}</a:t>"
        '</a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _legend(block: ChartBlock, lang: Lang) -> str:
    """Over the plot; names that wrap get the whole width, or some programs draw them in one place."""
    lines = legend_lines([series.name for series in block.spec.series], block.box.width)
    share = (0.05 + 0.22 * lines) / block.box.height
    placed = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
        f'<c:w val="1"/><c:h val="{share:.4f}"/></c:manualLayout></c:layout>'
    )
    where = placed if lines > 1 else ""
    return f'<c:legend><c:legendPos val="t"/>{where}<c:overlay val="0"/>{_text(lang, LABEL_PT)}</c:legend>'


def _line(colour: str) -> str:
    return f'<a:ln w="6350">{solid(colour)}</a:ln>'


def _text(lang: Lang, size: float, colour: str = INK) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="0">'
        f"{solid(colour)}{FACES}</a:defRPr></a:pPr><a:endParaRPr {language(lang)}/></a:p></c:txPr>"
    )
