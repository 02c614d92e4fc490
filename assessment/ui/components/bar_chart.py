"""Horizontal bars on the full scale, with the reference as a dark diamond: a `ChartSpec` for altair."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import altair as alt

from assessment.report.shapes import ChartSpec, Role, Series
from assessment.ui.components.chart_frame import (
    NAME_WIDTH,
    PICK,
    Record,
    drawing,
    framed,
    layer,
    legend_layer,
    wrapped,
)
from assessment.ui.components.palette import Palette

MARKERS: Final[dict[Role, str]] = {"best": "diamond", "target": "stroke", "last": "circle"}
"""Roles that are drawn as a mark on the bar instead of a bar of their own."""

FEW, ROOMY_ROW, SINGLE_ROW, CLUSTERED_BAR, CLUSTER_GAP = 6, 52, 36, 20, 16
"""Up to how many rows are drawn roomy; heights in pixels: a roomy row, a row of one bar, one bar of several,
the space around several."""
RIGHT, _WORD_WIDTH = 66, 11
"""The column of the marks' figures at the right edge: pixels, and letters of a word there."""
LONG = 0.55
"""Share of the axis from which a bar has room for its label and its name inside."""
LABEL_SHARE = 0.11
"""Share of the axis that a value's label takes beside its bar."""


def bar_chart(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart; a click on a row selects its `category_ids` entry under the name `PICK`.

    Args:
        spec: what to draw; bars for units and peers, marks for best practice, target and last wave.
        palette: colours.
        width: of the plot in pixels; None fills the container.
    """
    bars = [series for series in spec.series if series.role not in MARKERS]
    marks = [series for series in spec.series if series.role in MARKERS]
    layers = [
        rows_to_pick(spec),
        *_bar_layers(spec, bars, marks, palette),
        *_mark_layers(spec, marks, palette),
    ]
    clustered = len(bars) > 1
    named = marks if clustered else spec.series
    if len(named) > 1 or marks:
        layers.append(legend_layer(named, _symbol, palette))
    single = ROOMY_ROW if len(spec.categories) <= FEW else SINGLE_ROW
    row = CLUSTERED_BAR * len(bars) + CLUSTER_GAP if clustered else single
    size: dict[str, Any] = {"height": row * max(1, len(spec.categories)), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": RIGHT}, **size)


def _symbol(series: Series) -> str:
    return MARKERS.get(series.role, "square")


def rows_to_pick(spec: ChartSpec) -> alt.Chart:
    """Invisible bands over the whole row, so that a click anywhere on it counts, also where no bar is."""
    records = [
        {"id": node, "from": spec.axis_min, "to": spec.axis_max, "said": _said_of_row(spec, place)}
        for place, node in enumerate(spec.category_ids)
    ]
    pick = alt.selection_point(name=PICK, fields=["id"], on="click", clear="dblclick")
    bands: alt.Chart = (
        drawing(records)
        .mark_bar(opacity=0.001, cursor="pointer", height=alt.RelativeBandSize(band=1))
        .encode(y=category_axis(spec), x=value_axis(spec, "from"), x2="to:Q", tooltip=alt.Tooltip("said:N"))
        .add_params(pick)
    )
    return bands


def _said_of_row(spec: ChartSpec, place: int) -> str:
    figures = "; ".join(f"{one.name} {one.labels[place]}" for one in spec.series)
    return f"{spec.categories[place]}: {figures}"


def category_axis(spec: ChartSpec) -> alt.Y:
    """A row per category, named at the left."""
    names = {
        node: wrapped(name, NAME_WIDTH) for node, name in zip(spec.category_ids, spec.categories, strict=True)
    }
    written = json.dumps(names, ensure_ascii=False)
    two_lines: dict[str, Any] = {"test": f"length(split({written}[datum.value], '\\n')) == 2"}
    axis = alt.Axis(
        labelExpr=f"split({written}[datum.value], '\\n')",
        labelBaseline={"condition": {**two_lines, "value": "line-bottom"}, "value": "middle"},
        labelLimit=0,
        title=None,
        domain=False,
        ticks=False,
        labelPadding=8,
    )
    return alt.Y("id:N", sort=list(spec.category_ids), axis=axis)


def value_axis(spec: ChartSpec, field: str = "value") -> alt.X:
    """The whole scale of the rubric."""
    scale = alt.Scale(domain=[spec.axis_min, spec.axis_max], nice=False, zero=False)
    ticks = min(10, max(2, round(spec.axis_max - spec.axis_min)))
    axis = alt.Axis(title=spec.axis_title, tickCount=ticks, format="~g", domain=False, ticks=False)
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _bar_layers(
    spec: ChartSpec, bars: Sequence[Series], marks: Sequence[Series], palette: Palette
) -> list[alt.Chart]:
    records = [
        _bar_record(spec, series, marks, place) | {"series": number}
        for number, series in enumerate(bars)
        for place in range(len(spec.categories))
    ]
    encoded: dict[str, Any] = {"y": category_axis(spec)}
    if len(bars) > 1:
        encoded["yOffset"] = alt.YOffset("series:O", scale=alt.Scale(padding=0.18))
    missing = [record for record in records if record["value"] is None]
    there = [record for record in records if record["value"] is not None]
    drawn = [
        *(
            _bars(spec, series.role, [one for one in there if one["series"] == number], encoded, palette)
            for number, series in enumerate(bars)
        ),
        *_labels(spec, there, encoded, palette),
    ]
    return [*drawn, *_gaps(spec, missing, encoded, palette)] if missing else drawn


def _bars(
    spec: ChartSpec, role: Role, records: Sequence[Record], encoded: Mapping[str, Any], palette: Palette
) -> alt.Chart:
    mark = drawing(records).mark_bar(cornerRadiusEnd=2, color=palette.roles[role], **_thickness(encoded))
    return layer(mark, {"x": value_axis(spec), "x2": "from:Q", **encoded})


def _thickness(encoded: Mapping[str, Any]) -> dict[str, Any]:
    """Part of the row for a lone bar; Vega-Lite misplaces such a bar where several share a row."""
    return {} if "yOffset" in encoded else {"height": alt.RelativeBandSize(band=0.6)}


def _bar_record(spec: ChartSpec, series: Series, marks: Sequence[Series], place: int) -> Record:
    value, clustered = series.values[place], len(spec.series) - len(marks) > 1
    label = f"{series.labels[place]}  {series.name}" if clustered else series.labels[place]
    return {
        "id": spec.category_ids[place],
        "value": value,
        "label": label,
        "from": spec.axis_min,
        "to": spec.axis_max,
        **({} if value is None else _label_place(spec, value, marks, place, named=clustered)),
    }


def _label_place(
    spec: ChartSpec, value: float, marks: Sequence[Series], place: int, *, named: bool
) -> Record:
    """Right of the bar; where a mark stands in the way, inside the bar, or past the mark if it is short.

    A label that names its series goes inside a long bar, so that it does not leave the chart.
    """
    if named and value - spec.axis_min > LONG * (spec.axis_max - spec.axis_min):
        return {"inside": True, "label_at": value}
    room = LABEL_SHARE * (spec.axis_max - spec.axis_min)
    places = [series.values[place] for series in marks]
    in_the_way = [at for at in places if at is not None and 0 <= at - value <= room]
    if in_the_way and value - spec.axis_min >= room:
        return {"inside": True, "label_at": value}
    return {"inside": False, "label_at": max([value, *in_the_way])}


def _labels(
    spec: ChartSpec, records: Sequence[Record], encoded: dict[str, Any], palette: Palette
) -> list[alt.Chart]:
    outside = [record for record in records if not record["inside"]]
    inside = [record for record in records if record["inside"]]
    layers = []
    places: tuple[tuple[list[Record], dict[str, Any]], ...] = (
        (outside, {"align": "left", "dx": 9, "color": palette.ink}),
        (inside, {"align": "right", "dx": -12, "color": palette.on_bar}),
    )
    for chosen, place in places:
        if chosen:
            mark = drawing(chosen).mark_text(fontSize=12, fontWeight=600, **place)
            layers.append(mark.encode(x=value_axis(spec, "label_at"), text="label:N", **encoded))
    return layers


def _gaps(
    spec: ChartSpec, records: Sequence[Record], encoded: dict[str, Any], palette: Palette
) -> list[alt.Chart]:
    """A figure that is missing: a dashed outline over the whole scale, with the word of its state."""
    start = value_axis(spec, "from")
    outline = drawing(records).mark_bar(
        filled=False, stroke=palette.hairline, strokeDash=[3, 3], strokeWidth=1, **_thickness(encoded)
    )
    word = drawing(records).mark_text(align="left", dx=8, color=palette.grey, fontStyle="italic", fontSize=12)
    return [
        outline.encode(x=start, x2="to:Q", **encoded),
        word.encode(x=start, text="label:N", **encoded),
    ]


def _mark_layers(spec: ChartSpec, marks: Sequence[Series], palette: Palette) -> list[alt.Chart]:
    points = [_points(spec, series, palette) for series in marks if any(v is not None for v in series.values)]
    return [*points, _figures(spec, marks[0], palette)] if points else []


def _points(spec: ChartSpec, series: Series, palette: Palette) -> alt.Chart:
    records = [
        {"id": node, "value": value}
        for node, value in zip(spec.category_ids, series.values, strict=True)
        if value is not None
    ]
    colour = palette.roles[series.role]
    edge = colour if series.role == "target" else palette.background
    fill = palette.background if series.role == "last" else colour
    mark = drawing(records).mark_point(
        shape=MARKERS[series.role], size=170, fill=fill, stroke=edge, strokeWidth=1.5, opacity=1
    )
    return layer(mark, {"y": category_axis(spec), "x": value_axis(spec)})


def _figures(spec: ChartSpec, series: Series, palette: Palette) -> alt.Chart:
    """The marks' own figures in a column at the right edge, also in words where there is none."""
    records = [
        {"id": node, "label": label if value is not None else wrapped(label, _WORD_WIDTH)}
        for node, label, value in zip(spec.category_ids, series.labels, series.values, strict=True)
    ]
    text = drawing(records).mark_text(
        align="left", baseline="middle", dx=10, lineBreak="\n", color=palette.roles[series.role], fontSize=11
    )
    return layer(text, {"y": category_axis(spec), "x": alt.value("width"), "text": "label:N"})
