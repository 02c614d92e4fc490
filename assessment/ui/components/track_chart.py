"""Today against best practice: a level track per row with its marks, and importance as a ball at the side."""

import math
from typing import Any, Final

import altair as alt

from assessment.report.shapes import ChartSpec, Series
from assessment.ui.components.bar_chart import category_axis, rows_to_pick, value_axis
from assessment.ui.components.chart_frame import drawing, framed, layer
from assessment.ui.components.palette import Palette

ROW: Final = 38
SIDE: Final = 118
"""Pixels right of the plot for the balls and the grades' names."""
IMPORTANCE: Final = "importance"
_BALL: Final = 150
_SYMBOLS: Final = {"level": "circle", "last": "circle", "target": "stroke", "best": "diamond"}
_ORDER: Final = ("best", "last", "target", "level")
"""What is drawn first lies below the others."""


def track_chart(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart; a click on a row selects its `category_ids` entry under the name `PICK`."""
    series = {one.id: one for one in spec.series}
    layers = [rows_to_pick(spec), *_tracks(spec, palette), *_gaps(spec, series, palette)]
    for name in _ORDER:
        if name in series and any(value is not None for value in series[name].values):
            layers += _marks(spec, series[name], palette)
    layers += _missing(spec, series, palette)
    layers += _balls(spec, series[IMPORTANCE], palette) if IMPORTANCE in series else []
    layers.append(_legend([series[name] for name in reversed(_ORDER) if name in series], palette))
    size: dict[str, Any] = {"height": ROW * max(1, len(spec.categories)), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": SIDE}, **size)


def wedge(share: float) -> str:
    """The filled part of a ball as an SVG path in a circle of radius 1, clockwise from the top."""
    if share >= 1:
        return "circle"
    turn = 2 * math.pi * share
    x, y = math.sin(turn), -math.cos(turn)
    return f"M0,0L0,-1A1,1,0,{int(share > 0.5)},1,{x:.4f},{y:.4f}Z"  # noqa: PLR2004 - half a turn


def _tracks(spec: ChartSpec, palette: Palette) -> list[alt.Chart]:
    rows = [{"id": node, "low": spec.axis_min, "high": spec.axis_max} for node in spec.category_ids]
    mark = drawing(rows).mark_rule(stroke=palette.hairline, strokeWidth=3, strokeCap="round")
    return [layer(mark, {"y": category_axis(spec), "x": value_axis(spec, "low"), "x2": "high:Q"})]


def _gaps(spec: ChartSpec, series: dict[str, Series], palette: Palette) -> list[alt.Chart]:
    """From today's level up to the target, or to best practice where no target is set."""
    rows = []
    for place, node in enumerate(spec.category_ids):
        here = series["level"].values[place]
        aims = [series[name].values[place] for name in ("target", "best") if name in series]
        aim = next((value for value in aims if value is not None), None)
        if here is not None and aim is not None and aim > here:
            rows.append({"id": node, "low": here, "high": aim})
    if not rows:
        return []
    mark = drawing(rows).mark_rule(stroke=palette.roles["unit"], strokeWidth=5, opacity=0.35)
    return [layer(mark, {"y": category_axis(spec), "x": value_axis(spec, "low"), "x2": "high:Q"})]


def _look(name: str, palette: Palette) -> dict[str, Any]:
    colour = palette.roles[{"level": "unit", "last": "last", "target": "target", "best": "best"}[name]]  # type: ignore[index]  # roles of a series
    if name == "last":
        return {"fill": palette.background, "stroke": colour, "strokeWidth": 2, "size": 110}
    if name == "level":
        return {"fill": colour, "stroke": palette.background, "strokeWidth": 1, "size": 190}
    return {"fill": colour, "stroke": palette.background, "strokeWidth": 1, "size": 130}


def _marks(spec: ChartSpec, one: Series, palette: Palette) -> list[alt.Chart]:
    records = [
        {"id": node, "value": value, "label": label, "said": f"{name}: {one.name} {label}"}
        for node, name, value, label in zip(
            spec.category_ids, spec.categories, one.values, one.labels, strict=True
        )
        if value is not None
    ]
    y, x = category_axis(spec), value_axis(spec)
    said = alt.Tooltip("said:N", title=None)
    look = _look(one.id, palette)
    if one.id == "target":
        tick = drawing(records).mark_tick(color=look["fill"], thickness=3, size=ROW * 0.5)
        return [layer(tick, {"y": y, "x": x, "tooltip": said})]
    mark = drawing(records).mark_point(shape=_SYMBOLS[one.id], opacity=1, **look)
    layers = [layer(mark, {"y": y, "x": x, "tooltip": said})]
    if one.id == "level":
        for how in (
            {"stroke": palette.background, "strokeWidth": 3, "strokeJoin": "round"},
            {"color": palette.ink},
        ):
            words = drawing(records).mark_text(align="center", dy=-15, fontSize=12, fontWeight=600, **how)
            layers.append(layer(words, {"y": y, "x": x, "text": "label:N"}))
    return layers


def _missing(spec: ChartSpec, series: dict[str, Series], palette: Palette) -> list[alt.Chart]:
    """Where there is no level today, in words at the left end of the track."""
    level = series["level"]
    rows = [
        {"id": node, "from": spec.axis_min, "label": level.labels[place]}
        for place, node in enumerate(spec.category_ids)
        if level.values[place] is None
    ]
    if not rows:
        return []
    mark = drawing(rows).mark_text(
        align="left", dx=4, dy=-8, fontSize=10, fontStyle="italic", color=palette.grey
    )
    return [layer(mark, {"y": category_axis(spec), "x": value_axis(spec, "from"), "text": "label:N"})]


def _balls(spec: ChartSpec, importance: Series, palette: Palette) -> list[alt.Chart]:
    y = category_axis(spec)
    ball, beside = alt.value(alt.ExprRef("width + 18")), alt.value(alt.ExprRef("width + 32"))
    rows = [
        {"id": node, "share": value, "label": label}
        for node, value, label in zip(spec.category_ids, importance.values, importance.labels, strict=True)
    ]
    known = [row for row in rows if row["share"] is not None]
    layers = []
    if known:
        empty = drawing(known).mark_point(
            shape="circle",
            size=_BALL,
            fill=palette.background,
            stroke=palette.ink,
            strokeWidth=1.2,
            opacity=1,
        )
        layers.append(layer(empty, {"y": y, "x": ball}))
    for share in sorted({float(row["share"]) for row in known if row["share"]}):
        some = [row for row in known if row["share"] == share]
        part = drawing(some).mark_point(
            shape=wedge(share), size=_BALL, fill=palette.ink, strokeWidth=0, opacity=1
        )
        layers.append(layer(part, {"y": y, "x": ball}))
    words = drawing(rows).mark_text(align="left", fontSize=11, color=palette.grey)
    layers.append(layer(words, {"y": y, "x": beside, "text": "label:N"}))
    return layers


def _legend(series: list[Series], palette: Palette) -> alt.Chart:
    """A layer that draws nothing but colour and symbol of every series."""
    names = [one.name for one in series]
    looks = [_look(one.id, palette) for one in series]
    hollow = {one.name for one in series if one.id == "last"}
    keys = alt.Legend(title=None, orient="top", labelLimit=0, symbolSize=110, symbolOpacity=1, offset=10)
    fills = [
        look["stroke"] if one.name in hollow else look["fill"]
        for one, look in zip(series, looks, strict=True)
    ]
    mark = drawing([{"series": name} for name in names]).mark_point(opacity=0, filled=True)
    shapes = [_SYMBOLS[one.id] for one in series]
    return layer(
        mark,
        {
            "stroke": alt.Stroke("series:N", scale=alt.Scale(domain=names, range=fills), legend=keys),
            "fill": alt.Fill(
                "series:N",
                scale=alt.Scale(
                    domain=names,
                    range=[
                        palette.background if n in hollow else f for n, f in zip(names, fills, strict=True)
                    ],
                ),
                legend=keys,
            ),
            "shape": alt.Shape("series:N", scale=alt.Scale(domain=names, range=shapes), legend=keys),
        },
    )
