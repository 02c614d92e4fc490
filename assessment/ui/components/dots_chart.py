"""Dots on a line: who stands where at every node, over the peers' quartiles where they are given."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from assessment.report.shapes import SPREAD, ChartSpec, Series
from assessment.ui.components.bar_chart import RIGHT, category_axis, rows_to_pick, value_axis
from assessment.ui.components.chart_frame import drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette

ROW: Final = 34
SYMBOLS: Final = (
    *("circle", "square", "triangle-up", "diamond", "cross", "triangle-down"),
    *("triangle-right", "triangle-left"),
)
_FEW_LABELS: Final = 2
"""Up to so many dots in a row carry their figures."""


def dots_chart(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart; a click on a row selects its `category_ids` entry under the name `PICK`."""
    dots = [series for series in spec.series if series.id not in SPREAD]
    spread = {series.id: series for series in spec.series if series.id in SPREAD}
    layers = [rows_to_pick(spec), *_boxes(spec, spread, palette), *_lines(spec, dots, palette)]
    layers += [_marks(spec, one, dots, palette) for one in dots if any(v is not None for v in one.values)]
    layers += _gaps(spec, dots, palette)
    if len(dots) <= _FEW_LABELS:
        layers += _labels(spec, dots, palette)
    layers.append(legend(dots, palette))
    size: dict[str, Any] = {"height": ROW * max(1, len(spec.categories)), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": RIGHT}, **size)


def look(series: Series, among: Sequence[Series], palette: Palette) -> tuple[str, str]:
    """Colour and symbol of a series, another for each of them."""
    if series.role == "best":
        return palette.roles["best"], "diamond"
    place = [one.name for one in among if one.role != "best"].index(series.name)
    if series.role in {"unit", "second"}:
        return palette.roles[series.role], SYMBOLS[place % len(SYMBOLS)]
    others = [one.name for one in among if one.role not in {"unit", "second", "best"}]
    colour = palette.others[others.index(series.name) % len(palette.others)]
    return colour, SYMBOLS[place % len(SYMBOLS)]


def legend(dots: Sequence[Series], palette: Palette) -> alt.Chart:
    """A layer that draws nothing but colour and symbol of every series."""
    looks = [look(one, dots, palette) for one in dots]
    names = [one.name for one in dots]
    columns = 4 if max(map(len, names), default=0) < 24 else 2  # noqa: PLR2004 - long names take a line of their own
    keys = alt.Legend(title=None, orient="top", labelLimit=0, symbolSize=90, symbolOpacity=1, columns=columns)
    fills = alt.Scale(domain=names, range=[colour for colour, _ in looks])
    shapes = alt.Scale(domain=names, range=[symbol for _, symbol in looks])
    mark = drawing([{"series": name} for name in names]).mark_point(opacity=0, filled=True)
    return layer(
        mark,
        {
            "fill": alt.Fill("series:N", scale=fills, legend=keys),
            "shape": alt.Shape("series:N", scale=shapes, legend=keys),
        },
    )


def _boxes(spec: ChartSpec, spread: dict[str, Series], palette: Palette) -> list[alt.Chart]:
    """Lower to upper quartile, with the median inside."""
    if not spread:
        return []
    records = [
        {"id": node, **{name: spread[name].values[place] for name in SPREAD}}
        for place, node in enumerate(spec.category_ids)
        if spread["q1"].values[place] is not None
    ]
    if not records:
        return []
    y, low = category_axis(spec), value_axis(spec, "q1")
    box = drawing(records).mark_bar(
        color=palette.hairline, stroke=palette.grey, strokeWidth=0.5, height=alt.RelativeBandSize(band=0.5)
    )
    median = drawing(records).mark_tick(color=palette.ink, thickness=2, size=ROW * 0.5)
    return [
        layer(box, {"y": y, "x": low, "x2": "q3:Q"}),
        layer(median, {"y": y, "x": value_axis(spec, "median")}),
    ]


def _lines(spec: ChartSpec, dots: Sequence[Series], palette: Palette) -> list[alt.Chart]:
    """From the lowest dot of a row to the highest."""
    records = []
    for place, node in enumerate(spec.category_ids):
        known = [value for one in dots if (value := one.values[place]) is not None]
        if len(known) > 1:
            records.append({"id": node, "low": min(known), "high": max(known)})
    if not records:
        return []
    mark = drawing(records).mark_rule(stroke=palette.grey, strokeWidth=2, opacity=0.6)
    return [layer(mark, {"y": category_axis(spec), "x": value_axis(spec, "low"), "x2": "high:Q"})]


def _marks(spec: ChartSpec, one: Series, dots: Sequence[Series], palette: Palette) -> alt.Chart:
    colour, symbol = look(one, dots, palette)
    records = [
        {"id": node, "value": value, "said": f"{name}: {one.name} {label}"}
        for node, name, value, label in zip(
            spec.category_ids, spec.categories, one.values, one.labels, strict=True
        )
        if value is not None
    ]
    mark = drawing(records).mark_point(
        shape=symbol, size=150, fill=colour, stroke=palette.background, strokeWidth=1, opacity=1
    )
    return layer(
        mark, {"y": category_axis(spec), "x": value_axis(spec), "tooltip": alt.Tooltip("said:N", title=None)}
    )


def _gaps(spec: ChartSpec, dots: Sequence[Series], palette: Palette) -> list[alt.Chart]:
    """What has no figure, in words at the right edge."""
    records = []
    for place, node in enumerate(spec.category_ids):
        missing = [one.labels[place] for one in dots if one.values[place] is None and one.labels[place]]
        if missing:
            records.append({"id": node, "label": wrapped(missing[0], 12)})
    if not records:
        return []
    mark = drawing(records).mark_text(
        align="left", baseline="middle", dx=6, fontSize=10, fontStyle="italic", color=palette.grey
    )
    channels = {"y": category_axis(spec), "x": alt.value("width"), "text": "label:N"}
    return [layer(mark, channels)]


def _labels(spec: ChartSpec, dots: Sequence[Series], palette: Palette) -> list[alt.Chart]:
    """The figures beside the dots, the lower one left of its dot, the higher one right."""
    sides: dict[str, list[dict[str, Any]]] = {"left": [], "right": []}
    for place, node in enumerate(spec.category_ids):
        known = [(one.values[place], one.labels[place]) for one in dots if one.values[place] is not None]
        known.sort(key=lambda pair: pair[0] or 0.0)
        for turn, (value, label) in enumerate(known):
            side = "left" if turn == 0 and len(known) > 1 else "right"
            sides[side].append({"id": node, "value": value, "label": label})
    layers = []
    for side, records in sides.items():
        if records:
            place_: dict[str, Any] = (
                {"align": "right", "dx": -10} if side == "left" else {"align": "left", "dx": 10}
            )
            at = {"y": category_axis(spec), "x": value_axis(spec), "text": "label:N"}
            halo = {"stroke": palette.background, "strokeWidth": 3, "strokeJoin": "round"}
            for look_ in (halo, {"color": palette.ink}):
                mark = drawing(records).mark_text(fontSize=12, fontWeight=600, **place_, **look_)
                layers.append(layer(mark, at))
    return layers
