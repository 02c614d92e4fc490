"""The chart of priorities on the screen: marks, whiskers, placed names, curves of equal urgency.

It is written as the browser takes it: put together by altair it would cost half a second at every move of a
slider.
"""

import json
from functools import cache
from typing import Any, Final

import altair as alt

from assessment.catalogue import Lang, text
from assessment.priorities import STANDINGS, Standing
from assessment.priority_chart import END, FieldPoint, PriorityField
from assessment.ui.components.chart_frame import PICK, Record, drawing, framed
from assessment.ui.components.palette import DARK, LIGHT, Palette
from exports import style

SHAPES: Final[dict[Standing, str]] = {
    "now": "diamond",
    "soon": "triangle-up",
    "plan": "square",
    "watch": "circle",
    "above": "circle",
}
"""Besides the colour, so that a class is never told by colour alone."""
_EQUAL: Final = {"diamond": 1.0, "triangle-up": 1.0, "square": 0.85, "circle": 1.0}
"""Area in the square of the radius' diameter, so that all shapes look equally large."""
_TOP: Final = 28
"""Pixels above the plot for the title of the axis and the formula."""
_SAID: Final = {"field": "said", "type": "nominal", "title": None}

_MARKS: Final = "marks"
_PICKED: Final = {"type": "point", "fields": ["id"], "on": "click", "clear": False}

Spec = dict[str, Any]


def priority_spec(field: PriorityField, palette: Palette, lang: Lang, width: int | None = None) -> Spec:
    """The chart as Vega-Lite; a click on a mark or a name selects its node under the name `PICK`.

    Args:
        field: what to draw.
        palette: the colours.
        lang: of the legend.
        width: of the plot in pixels, never less than the names were placed for; None fills the place.
    """
    layers = [
        *_curves(field, palette),
        *_whiskers(field, palette),
        *_leaders(field, palette),
        *_marks(field, palette, lang),
        *_names(field, palette),
        _formula(field, palette),
    ]
    size: Spec = {"height": field.plot.height, "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return {
        "$schema": alt.SCHEMA_URL,
        "config": json.loads(_config(palette is DARK)),
        "padding": dict.fromkeys(("left", "top", "bottom", "right"), 4),
        "layer": layers,
        **({"params": [{"name": PICK, "select": _PICKED, "views": [_MARKS]}]} if field.points else {}),
        **size,
    }


def priority_picture(
    field: PriorityField, palette: Palette, lang: Lang, width: int | None = None
) -> alt.LayerChart:
    """The same for altair, which draws it as a picture."""
    found: alt.LayerChart = alt.LayerChart.from_dict(priority_spec(field, palette, lang, width))
    return found


@cache
def _config(dark: bool) -> str:  # noqa: FBT001 - one of two appearances
    """Type and colours, as every chart has them."""
    chart = framed([drawing([{"x": 0}]).mark_point()], DARK if dark else LIGHT)
    config = chart.to_dict()["config"]
    for name in ("continuousWidth", "continuousHeight"):
        config["view"].pop(name, None)
    return json.dumps(config)


def urgency_colours(palette: Palette) -> dict[Standing, str]:
    """The colours of the classes; what is above its target is hollow."""
    return {**style.URGENCY, "above": palette.background}  # type: ignore[dict-item]  # keys are the classes


def _layer(rows: list[Record], kind: str, encoding: Spec, **mark: Any) -> Spec:  # noqa: ANN401 - properties of a mark
    return {"data": {"values": rows}, "mark": {"type": kind, **mark}, "encoding": encoding}


def _x(field: PriorityField) -> Spec:
    names = {f"{value:g}": grade for value, grade in field.x_grades}
    axis = {
        "title": field.x_title,
        "titleAnchor": "start",
        "values": [value for value, _ in field.x_grades],
        "labelExpr": f"({json.dumps(names, ensure_ascii=False)})[datum.value]",
        "domain": False,
        "ticks": False,
        "grid": False,
        "labelPadding": 6,
        "labelOverlap": False,
    }
    return {"field": "x", "type": "quantitative", "scale": {"domain": [0, END], "nice": False}, "axis": axis}


def _y(field: PriorityField) -> Spec:
    axis = {
        "title": field.y_title,
        "titleAnchor": "start",
        "titleAngle": 0,
        "titleAlign": "left",
        "titleX": 0,
        "titleY": -12,
        "values": list(field.y_ticks),
        "format": "~g",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
    }
    scale = {"domain": list(field.y_ends), "nice": False}
    return {"field": "y", "type": "quantitative", "scale": scale, "axis": axis}


def _at(axis: str, value: str, offset: str) -> Spec:
    """A place that the browser works out: a figure on an axis, and pixels beside it."""
    return {"value": {"expr": f"scale('{axis}', datum.{value}) + datum.{offset}"}}


_PLACE: Final = {"x": _at("x", "x", "dx"), "y": _at("y", "y", "dy")}


def _curves(field: PriorityField, palette: Palette) -> list[Spec]:
    colours = urgency_colours(palette)
    axes = {"x": _x(field), "y": _y(field)}
    layers = []
    for curve in field.contours:
        colour = colours[curve.standing] if curve.standing else palette.ink
        rows = [{"x": x, "y": y, "k": place} for place, (x, y) in enumerate(curve.line)]
        dashes = [1, 0] if curve.standing is None else [5, 4]
        along = {**axes, "order": {"field": "k", "type": "quantitative"}}
        layers.append(
            _layer(rows, "line", along, color=colour, strokeWidth=1.6, strokeDash=dashes, opacity=0.9)
        )
    if not layers:  # axes without any curve
        layers.append(_layer([{"x": 0, "y": field.y_ends[0]}], "point", axes, opacity=0))
    words = [
        {
            "x": curve.at[0],
            "y": curve.at[1],
            "dx": curve.label.left,
            "dy": curve.label.top + curve.label.height / 2,
            "says": curve.says,
        }
        for curve in field.contours
    ]
    look = {"align": "left", "baseline": "middle", "fontStyle": "italic", "color": palette.grey}
    encoding = {**_PLACE, "text": {"field": "says"}}
    layers.append(_layer(words, "text", encoding, fontSize=field.plot.font, **look))
    return layers


def _whiskers(field: PriorityField, palette: Palette) -> list[Spec]:
    rows = [
        {"x": point.x, "y": point.low, "y2": point.high, "dx": point.dx, "dy": 0} for point in field.points
    ]
    encoding = {**_PLACE, "y2": _at("y", "y2", "dy")}
    return [_layer(rows, "rule", encoding, stroke=palette.grey, strokeWidth=1, opacity=0.28)]


def _leaders(field: PriorityField, palette: Palette) -> list[Spec]:
    rows = [
        {"x": p.x, "y": p.y, **dict(zip(("dx", "dy", "dx2", "dy2"), p.label.leader, strict=True))}
        for p in field.points
        if p.label and p.label.leader
    ]
    encoding = {**_PLACE, "x2": _at("x", "x", "dx2"), "y2": _at("y", "y", "dy2")}
    return [_layer(rows, "rule", encoding, stroke=palette.grey, strokeWidth=0.7, opacity=0.8)]


def _record(point: FieldPoint) -> Record:
    return {
        "id": point.node,
        "x": point.x,
        "y": point.y,
        "dx": point.dx,
        "dy": 0,
        "standing": point.standing,
        "size": _EQUAL[SHAPES[point.standing]] * (2 * point.radius) ** 2,
        "said": _said(point),
    }


def _said(point: FieldPoint) -> str:
    return f"{point.rank} · {point.name} · {point.urgency:.2f}"


def _marks(field: PriorityField, palette: Palette, lang: Lang) -> list[Spec]:
    if not field.points:
        return []
    colours = urgency_colours(palette)
    shown = [s for s in STANDINGS if any(point.standing == s for point in field.points)]
    names = {s: text(f"urgency.{s}", lang) for s in shown}
    legend = {
        "title": None,
        "orient": "top",
        "offset": _TOP,
        "labelExpr": f"({json.dumps(names, ensure_ascii=False)})[datum.label]",
        "symbolSize": 110,
        "symbolOpacity": 1,
    }
    by_class = {"field": "standing", "type": "nominal", "legend": legend}
    encoding = {
        **_PLACE,
        "fill": {**by_class, "scale": {"domain": shown, "range": [colours[s] for s in shown]}},
        "shape": {**by_class, "scale": {"domain": shown, "range": [SHAPES[s] for s in shown]}},
        "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
        "tooltip": _SAID,
    }
    edge = palette.grey if palette is DARK else palette.ink
    rows = [_record(point) for point in field.points]
    marks = _layer(rows, "point", encoding, stroke=edge, strokeWidth=0.8, opacity=1, cursor="pointer")
    return [{**marks, "name": _MARKS}]


def _names(field: PriorityField, palette: Palette) -> list[Spec]:
    """The names where the core placed them: those left of their marks end there, the others begin there."""
    sides: dict[str, list[Record]] = {"left": [], "right": []}
    for point in field.points:
        if point.label is None:
            continue
        ends = point.label.left < point.dx
        row = {
            "id": point.node,
            "x": point.x,
            "y": point.y,
            "dx": point.label.left + (point.label.width if ends else 0.0),
            "dy": point.label.top,
            "words": "\n".join(point.label.lines),
            "said": _said(point),
        }
        sides["right" if ends else "left"].append(row)
    encoding = {**_PLACE, "text": {"field": "words"}, "tooltip": _SAID}
    font = {"fontSize": field.plot.font, "lineHeight": field.plot.font * 1.22, "lineBreak": "\n"}
    looks: list[Spec] = [
        {"stroke": palette.background, "strokeWidth": 3, "strokeJoin": "round"},
        {"color": palette.ink, "cursor": "pointer"},
    ]
    return [
        _layer(rows, "text", encoding, align=side, baseline="top", **font, **look)
        for side, rows in sides.items()
        for look in looks
        if rows
    ]


def _formula(field: PriorityField, palette: Palette) -> Spec:
    """The formula in the corner above the plot."""
    encoding = {"x": {"value": "width"}, "y": {"value": -6}, "text": {"field": "says"}}
    look = {"align": "right", "baseline": "bottom", "fontSize": 12, "color": palette.ink}
    return _layer([{"says": field.formula}], "text", encoding, **look)
