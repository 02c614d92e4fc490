"""The chart of priorities on the screen: marks, whiskers, placed names, curves of equal urgency."""

from collections.abc import Callable
from typing import Any, Final

import altair as alt

from assessment.catalogue import Lang, text
from assessment.priorities import STANDINGS, Standing
from assessment.priority_chart import END, FieldPoint, PriorityField
from assessment.ui.components.chart_frame import PICK, Record, drawing, framed, layer
from assessment.ui.components.palette import DARK, Palette
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


def priority_picture(
    field: PriorityField, palette: Palette, lang: Lang, width: int | None = None
) -> alt.LayerChart:
    """The chart; a click on a mark or a name selects its node under the name `PICK`.

    Args:
        field: what to draw.
        palette: the colours.
        lang: of the legend.
        width: of the plot in pixels, never less than the names were placed for; None fills the place.
    """
    records = [_record(point) for point in field.points]
    layers = [
        *_curves(field, palette),
        *_whiskers(field, palette),
        *_leaders(field, palette),
        *_marks(field, records, palette, lang),
        *_names(field, palette),
        _formula(field, palette),
    ]
    size: dict[str, Any] = {"height": field.plot.height, "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": 4}, **size)


def urgency_colours(palette: Palette) -> dict[Standing, str]:
    """The colours of the classes; what is above its target is hollow."""
    return {**style.URGENCY, "above": palette.background}  # type: ignore[dict-item]  # keys are the classes


def _x(field: PriorityField, name: str = "x") -> alt.X:
    grades = dict(field.x_grades)
    spoken = "{" + ", ".join(f"'{value:g}': '{_quoted(grade)}'" for value, grade in grades.items()) + "}"
    axis = alt.Axis(
        title=field.x_title,
        titleAnchor="start",
        values=list(grades),
        labelExpr=f"({spoken})[datum.value]",
        domain=False,
        ticks=False,
        grid=False,
        labelPadding=6,
        labelOverlap=False,
    )
    return alt.X(f"{name}:Q", scale=alt.Scale(domain=[0, END], nice=False), axis=axis)


def _y(field: PriorityField, name: str = "y") -> alt.Y:
    low, high = field.y_ends
    axis = alt.Axis(
        title=field.y_title,
        titleAnchor="start",
        titleAngle=0,
        titleAlign="left",
        titleX=0,
        titleY=-12,
        values=list(field.y_ticks),
        format="~g",
        domain=False,
        ticks=False,
        labelPadding=6,
    )
    return alt.Y(f"{name}:Q", scale=alt.Scale(domain=[low, high], nice=False), axis=axis)


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace("'", "\\'")


def _at(axis: str, value: str, offset: str) -> Any:  # noqa: ANN401 - a value that the browser works out
    return alt.value(alt.ExprRef(f"scale('{axis}', datum.{value}) + datum.{offset}"))


def _place(dx: str = "dx", dy: str = "dy") -> dict[str, Any]:
    return {"x": _at("x", "x", dx), "y": _at("y", "y", dy)}


def _record(point: FieldPoint) -> Record:
    return {
        "id": point.node,
        "x": point.x,
        "y": point.y,
        "dx": point.dx,
        "dy": 0,
        "standing": point.standing,
        "size": _EQUAL[SHAPES[point.standing]] * (2 * point.radius) ** 2,
        "said": f"{point.rank} · {point.name} · {point.urgency:.2f}",
    }


def _curves(field: PriorityField, palette: Palette) -> list[alt.Chart]:
    colours = urgency_colours(palette)
    layers = []
    for curve in field.contours:
        colour = colours[curve.standing] if curve.standing else palette.ink
        rows = [{"x": x, "y": y, "k": place} for place, (x, y) in enumerate(curve.line)]
        dashes = [1, 0] if curve.standing is None else [5, 4]
        line = drawing(rows).mark_line(color=colour, strokeWidth=1.6, strokeDash=dashes, opacity=0.9)
        layers.append(layer(line, {"x": _x(field), "y": _y(field), "order": "k:Q"}))
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
    if words:
        mark = drawing(words).mark_text(
            align="left", baseline="middle", fontSize=field.plot.font, fontStyle="italic", color=palette.grey
        )
        layers.append(layer(mark, {**_place(), "text": "says:N"}))
    if not layers:  # an axis without any curve
        empty = drawing([{"x": 0, "y": field.y_ends[0]}]).mark_point(opacity=0)
        layers.append(layer(empty, {"x": _x(field), "y": _y(field)}))
    return layers


def _whiskers(field: PriorityField, palette: Palette) -> list[alt.Chart]:
    rows = [
        {"x": point.x, "y": point.low, "y2": point.high, "dx": point.dx, "dy": 0} for point in field.points
    ]
    if not rows:
        return []
    mark = drawing(rows).mark_rule(stroke=palette.grey, strokeWidth=1, opacity=0.28)
    return [layer(mark, {**_place(), "y2": _at("y", "y2", "dy")})]


def _leaders(field: PriorityField, palette: Palette) -> list[alt.Chart]:
    rows = [
        {"x": p.x, "y": p.y, **dict(zip(("dx", "dy", "dx2", "dy2"), p.label.leader, strict=True))}
        for p in field.points
        if p.label and p.label.leader
    ]
    if not rows:
        return []
    mark = drawing(rows).mark_rule(stroke=palette.grey, strokeWidth=0.7, opacity=0.8)
    return [layer(mark, {**_place(), "x2": _at("x", "x", "dx2"), "y2": _at("y", "y", "dy2")})]


def _marks(field: PriorityField, records: list[Record], palette: Palette, lang: Lang) -> list[alt.Chart]:
    if not records:
        return []
    colours = urgency_colours(palette)
    names = {standing: text(f"urgency.{standing}", lang) for standing in STANDINGS}
    shown = [s for s in STANDINGS if any(point.standing == s for point in field.points)]
    spoken = "{" + ", ".join(f"'{s}': '{_quoted(names[s])}'" for s in shown) + "}"
    legend = alt.Legend(
        title=None,
        orient="top",
        offset=_TOP,
        labelExpr=f"({spoken})[datum.label]",
        symbolSize=110,
        symbolOpacity=1,
    )
    fill = alt.Scale(domain=shown, range=[colours[s] for s in shown])
    shape = alt.Scale(domain=shown, range=[SHAPES[s] for s in shown])
    pick = alt.selection_point(name=PICK, fields=["id"], on="click", clear=False)
    mark = drawing(records).mark_point(
        stroke=palette.ink if palette is not DARK else palette.grey,
        strokeWidth=0.8,
        opacity=1,
        cursor="pointer",
    )
    channels = {
        **_place(),
        "fill": alt.Fill("standing:N", scale=fill, legend=legend),
        "shape": alt.Shape("standing:N", scale=shape, legend=legend),
        "size": alt.Size("size:Q", scale=None, legend=None),
        "tooltip": alt.Tooltip("said:N", title=None),
    }
    return [layer(mark, channels).add_params(pick)]


def _names(field: PriorityField, palette: Palette) -> list[alt.Chart]:
    rows = [
        {
            "id": point.node,
            "x": point.x,
            "y": point.y,
            "dx": point.label.left + (point.label.width if point.label.left < point.dx else 0),
            "dy": point.label.top,
            "side": "right" if point.label.left < point.dx else "left",
            "words": "\n".join(point.label.lines),
            "said": f"{point.rank} · {point.name} · {point.urgency:.2f}",
        }
        for point in field.points
        if point.label
    ]
    looks: list[dict[str, Any]] = [
        {"stroke": palette.background, "strokeWidth": 3, "strokeJoin": "round"},
        {"color": palette.ink, "cursor": "pointer"},
    ]
    layers = []
    for side in ("left", "right"):
        some = [row for row in rows if row["side"] == side]
        for look in looks if some else ():
            mark = drawing(some).mark_text(
                align=side,
                baseline="top",
                fontSize=field.plot.font,
                lineHeight=field.plot.font * 1.22,
                lineBreak="\n",
                **look,
            )
            said = alt.Tooltip("said:N", title=None)
            layers.append(layer(mark, {**_place(), "text": "words:N", "tooltip": said}))
    return layers


def _formula(field: PriorityField, palette: Palette) -> alt.Chart:
    """The formula in the corner above the plot."""
    mark = drawing([{"says": field.formula}]).mark_text(
        align="right", baseline="bottom", fontSize=12, color=palette.ink
    )
    return layer(mark, {"x": alt.value("width"), "y": alt.value(-6), "text": "says:N"})


Draw = Callable[[Palette, int | None], alt.LayerChart]
