"""A field of points as one native XY chart: an own label per point, curves as lines without markers."""

from itertools import groupby
from typing import Final

from assessment.catalogue import Lang
from assessment.report.pictures import FIELD_TYPE, Curve, Field, Mark
from exports.deck.blocks import FieldBlock
from exports.deck.chart_book import SHEET, column_name, sheet_workbook
from exports.deck.fragments import FACES, language, solid
from exports.measure import POINTS_PER_INCH
from exports.ooxml import XML_HEAD, content, declared, one_line
from exports.style import GREY, HAIRLINE, HOUSE, INK, LABEL_PT, SMALLEST_PT, URGENCY

_X_AXIS: Final = 111111111
_Y_AXIS: Final = 222222222
_COLOURS: Final = {**URGENCY, "above": HOUSE["above"]}
_SYMBOLS: Final = {
    "now": "diamond",
    "soon": "triangle",
    "plan": "square",
    "watch": "circle",
    "above": "circle",
}
_BESIDE: Final = 3.0
"""Points between a mark and a label beside it."""
_BELOW_AXIS: Final = 0.1
"""Inches from the first axis down to the words along it: names of marks on the axis reach below it."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 0.62, 0.12, 0.5, 0.68
"""Inches around the plot for axis and legend."""
_EVEN_STEPS: Final = 5
_TEN_STEPS: Final = 10
_NEAREST: Final = 1.5
"""Points by which a label may stand off its own place before it is given one."""


def field_workbook(spec: Field) -> bytes:
    """Names, both figures and classes of the marks; then x and y of every curve, and the axis' grades."""
    rows: list[list[str | float | None]] = [["", spec.x_title, spec.y_title, ""]]
    rows += [[mark.name, mark.x, mark.y, dict(spec.classes)[mark.role]] for mark in _in_order(spec)]
    lines = [(one.name, one.points) for one in spec.curves]
    lines.append((spec.x_title, tuple((x, _y_axis(spec)[0]) for x, _ in spec.x_grades)))
    tallest = max(len(rows), *(len(points) + 1 for _, points in lines))
    rows += [["", None, None, ""] for _ in range(tallest - len(rows))]
    for name, points in lines:
        rows[0] += [spec.x_title, name]
        for place in range(1, len(rows)):
            rows[place] += list(points[place - 1]) if place <= len(points) else [None, None]
    return sheet_workbook(rows)


def field_xml(block: FieldBlock, lang: Lang) -> str:
    """The chart part; its workbook is expected behind the relationship rId1."""
    spec = block.spec
    series = _Series(block, lang)
    drawn = series.curves() + series.marks() + series.grades()
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{k}"/><c:delete val="1"/></c:legendEntry>' for k in series.unnamed
    )
    width, height = block.box.width, block.box.height
    inner = (_LEFT / width, _TOP / height, 1 - (_LEFT + _RIGHT) / width, 1 - (_TOP + _BOTTOM) / height)
    return (
        f'{XML_HEAD}<c:chartSpace {declared("c", "a", "r")}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_placed(*inner)}<c:scatterChart>'
        f'<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}<c:axId val="{_X_AXIS}"/>'
        f'<c:axId val="{_Y_AXIS}"/></c:scatterChart>{_across(spec, lang)}{_down(spec, lang)}</c:plotArea>'
        f'<c:legend><c:legendPos val="t"/>{hidden}<c:overlay val="0"/>{_text(lang, LABEL_PT)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(lang, LABEL_PT)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _in_order(spec: Field) -> list[Mark]:
    """By class as in the legend, so that each is one run of rows."""
    order = [role for role, _ in spec.classes]
    return sorted(spec.marks, key=lambda mark: order.index(mark.role))


class _Series:
    """All series of the chart, numbered as they are written."""

    def __init__(self, block: FieldBlock, lang: Lang) -> None:
        self._block, self._lang = block, lang
        self._count = 0
        self.unnamed: list[int] = []

    def curves(self) -> str:
        """Lines without markers, named at their first point."""
        return "".join(self._curve(place, one) for place, one in enumerate(self._block.spec.curves))

    def marks(self) -> str:
        """One series per class, a point each."""
        start, drawn = 2, ""
        for role, found in groupby(_in_order(self._block.spec), key=lambda mark: mark.role):
            marks = list(found)
            drawn += self._class(role, marks, start)
            start += len(marks)
        return drawn

    def grades(self) -> str:
        """The words along the first axis: points without marks, at its foot."""
        spec, column = self._block.spec, 4 + 2 * len(self._block.spec.curves)
        points = [(x, _y_axis(spec)[0]) for x, _ in spec.x_grades]
        below = (0.0, _BELOW_AXIS / self._block.box.height)
        labels = "".join(
            self._label(place, (name,), "b", moved=below) for place, (_, name) in enumerate(spec.x_grades)
        )
        return self._line_series(column, points, "", labels)

    def _next(self) -> int:
        self._count += 1
        return self._count - 1

    def _curve(self, place: int, one: Curve) -> str:
        label = self._label(0, (one.name,), "r", quiet=True)
        return self._line_series(4 + 2 * place, list(one.points), _COLOURS.get(one.role, INK), label)

    def _line_series(self, column: int, points: list[tuple[float, float]], colour: str, labels: str) -> str:
        number = self._next()
        self.unnamed.append(number)
        line = (
            f'<a:ln w="15875">{solid(colour)}<a:prstDash val="dash"/></a:ln>'
            if colour
            else "<a:ln><a:noFill/></a:ln>"
        )
        head = column_name(column + 1)
        name = self._block.spec.x_title if not colour else self._block.spec.curves[(column - 4) // 2].name
        return (
            f"{_head(number, f'{SHEET}!${head}$1', name)}<c:spPr>{line}</c:spPr>"
            f'<c:marker><c:symbol val="none"/></c:marker><c:dLbls>{labels}{_HIDDEN}</c:dLbls>'
            f"{_values('xVal', column, 2, [x for x, _ in points])}"
            f"{_values('yVal', column + 1, 2, [y for _, y in points])}"
            '<c:smooth val="0"/></c:ser>'
        )

    def _class(self, role: str, marks: list[Mark], start: int) -> str:
        colour, symbol = _COLOURS[role], _SYMBOLS[role]
        look = f'<c:spPr>{solid(colour)}<a:ln w="9525">{solid(INK)}</a:ln></c:spPr></c:marker>'
        points = "".join(
            f'<c:dPt><c:idx val="{place}"/><c:marker><c:symbol val="{symbol}"/>'
            f'<c:size val="{round(mark.size)}"/>{look}<c:bubble3D val="0"/></c:dPt>'
            for place, mark in enumerate(marks)
        )
        labels = "".join(self._name(place, mark) for place, mark in enumerate(marks))
        name = dict(self._block.spec.classes)[role]
        return (
            f"{_head(self._next(), f'{SHEET}!$D${start}', name)}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
            f'<c:marker><c:symbol val="{symbol}"/><c:size val="9"/>{look}{points}'
            f"<c:dLbls>{labels}{_HIDDEN}</c:dLbls>"
            f"{_values('xVal', 1, start, [mark.x for mark in marks])}"
            f"{_values('yVal', 2, start, [mark.y for mark in marks])}"
            '<c:smooth val="0"/></c:ser>'
        )

    def _name(self, place: int, mark: Mark) -> str:
        """The name at the place that was found for it, told as an offset from the right of the mark."""
        at = mark.name_at
        if at is None:
            return f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>'
        box = self._block.box
        dx = at.left - mark.size / 2 - _BESIDE
        dy = at.top + at.height / 2
        moved = abs(dx) > _NEAREST or abs(dy) > _NEAREST
        layout = (dx / POINTS_PER_INCH / box.width, dy / POINTS_PER_INCH / box.height) if moved else None
        return self._label(place, at.lines, "r", moved=layout)

    def _label(
        self,
        place: int,
        lines: tuple[str, ...],
        side: str,
        *,
        moved: tuple[float, float] | None = None,
        quiet: bool = False,
    ) -> str:
        """Words at a point, moved by shares of the chart; quiet ones are grey and slanted."""
        look = f'sz="{round(FIELD_TYPE * 100)}"' + (' i="1"' if quiet else "")
        run = f"<a:rPr {language(self._lang)} {look}>{solid(GREY if quiet else INK)}{FACES}</a:rPr>"
        aligned = f'<a:pPr algn="{"ctr" if side == "b" else "l"}"/>'
        said = "".join(
            f"<a:p>{aligned}<a:r>{run}<a:t>{content(one_line(line))}</a:t></a:r></a:p>" for line in lines
        )
        layout = ""
        if moved is not None:
            x, y = (f'<c:{name} val="{share:.5f}"/>' for name, share in zip("xy", moved, strict=True))
            layout = f"<c:layout><c:manualLayout>{x}{y}</c:manualLayout></c:layout>"
        return (
            f'<c:dLbl><c:idx val="{place}"/>{layout}<c:tx><c:rich>{_BARE}<a:lstStyle/>{said}</c:rich></c:tx>'
            f'<c:dLblPos val="{side}"/>{_SHOWN}</c:dLbl>'
        )


def _head(number: int, reference: str, name: str) -> str:
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{reference}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{content(one_line(name))}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def _values(tag: str, column: int, start: int, values: list[float]) -> str:
    letter, last = column_name(column), start + len(values) - 1
    points = "".join(f'<c:pt idx="{k}"><c:v>{value!r}</c:v></c:pt>' for k, value in enumerate(values))
    return (
        f"<c:{tag}><c:numRef><c:f>{SHEET}!${letter}${start}:${letter}${last}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
        f"</c:numRef></c:{tag}>"
    )


_PARTS: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_HIDDEN: Final = _PARTS.format(shown=0)
_SHOWN: Final = _PARTS.format(shown=1)
_BARE: Final = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'


def _step(spec: Field) -> float:
    low, high = _y_axis(spec)
    if high - low <= _EVEN_STEPS:
        return 0.5
    return 1.0 if high - low <= _TEN_STEPS else (high - low) / 10


def _y_axis(spec: Field) -> tuple[float, float]:
    """Its ends, from the lowest figure on: Office counts the steps from its foot."""
    return float(spec.y_ticks[0]) if spec.y_ticks else 0.0, spec.y_ends[1]


def _across(spec: Field, lang: Lang) -> str:
    return (
        f'<c:valAx><c:axId val="{_X_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{spec.x_end!r}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f"{_title(spec.x_title, lang)}"
        '<c:numFmt formatCode="0.00" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:spPr>{_line(GREY)}</c:spPr>'
        f'<c:crossAx val="{_Y_AXIS}"/><c:crossesAt val="{_y_axis(spec)[0]!r}"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )


def _down(spec: Field, lang: Lang) -> str:
    low, high = _y_axis(spec)
    return (
        f'<c:valAx><c:axId val="{_Y_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/>'
        f'<c:min val="{low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{_line(HAIRLINE)}</c:spPr></c:majorGridlines>{_title(spec.y_title, lang)}"
        '<c:numFmt formatCode="0.0;;0.0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(lang, SMALLEST_PT, GREY)}<c:crossAx val="{_X_AXIS}"/><c:crossesAt val="0"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{_step(spec)!r}"/></c:valAx>'
    )


def _title(said: str, lang: Lang) -> str:
    run = f'<a:rPr {language(lang)} sz="{SMALLEST_PT * 100}" b="0">{solid(GREY)}{FACES}</a:rPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{run}<a:t>{content(one_line(said))}</a:t>"
        '</a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _placed(x: float, y: float, width: float, height: float) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _line(colour: str) -> str:
    return f'<a:ln w="6350">{solid(colour)}</a:ln>'


def _text(lang: Lang, size: float, colour: str = INK) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="0">'
        f"{solid(colour)}{FACES}</a:defRPr></a:pPr><a:endParaRPr {language(lang)}/></a:p></c:txPr>"
    )
