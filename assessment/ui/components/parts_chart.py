"""Signed parts stacked to their total: what a change is made of."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from assessment.report.shapes import TOTAL, ChartSpec, Series
from assessment.ui.components.bar_chart import RIGHT, category_axis, rows_to_pick
from assessment.ui.components.chart_frame import Record, drawing, framed, layer
from assessment.ui.components.palette import Palette

ROW: Final = 36


def parts_chart(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart: parts right of zero where they raise, left where they lower; a diamond for the total."""
    parts = [one for one in spec.series if one.id != TOTAL]
    totals = next(one for one in spec.series if one.id == TOTAL)
    records = [record for place in range(len(spec.categories)) for record in _stacked(spec, parts, place)]
    layers = [rows_to_pick(spec), _zero(spec, palette)]
    layers += [_part(spec, one, records, palette) for one in parts if _of(records, one)]
    layers += [*_totals(spec, totals, palette), _legend([*parts, totals], palette)]
    size: dict[str, Any] = {"height": ROW * max(1, len(spec.categories)), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": RIGHT}, **size)


def _stacked(spec: ChartSpec, parts: Sequence[Series], place: int) -> list[Record]:
    """The parts of one row, one beyond the other on their side of zero."""
    ends = {True: 0.0, False: 0.0}
    records = []
    for one in parts:
        value = one.values[place]
        if not value:
            continue
        start = ends[value > 0]
        ends[value > 0] = start + value
        said = f"{spec.categories[place]}: {one.name} {one.labels[place]}"
        node = spec.category_ids[place]
        records.append({"id": node, "part": one.id, "from": start, "to": start + value, "said": said})
    return records


def _of(records: Sequence[Record], one: Series) -> list[Record]:
    return [record for record in records if record["part"] == one.id]


def _colour(one: Series, palette: Palette) -> tuple[str, str]:
    """Fill and edge; what was only judged anew is hollow, as nothing stands behind it."""
    colour = palette.roles[one.role]
    return (palette.background, palette.ink) if one.role == "last" else (colour, palette.background)


def _x(spec: ChartSpec, field: str) -> alt.X:
    scale = alt.Scale(domain=[spec.axis_min, spec.axis_max], nice=False, zero=False)
    axis = alt.Axis(title=spec.axis_title, format="+~g", domain=False, ticks=False, tickCount=8)
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _zero(spec: ChartSpec, palette: Palette) -> alt.Chart:
    mark = drawing([{"at": 0}]).mark_rule(stroke=palette.ink, strokeWidth=1)
    return layer(mark, {"x": _x(spec, "at")})


def _part(spec: ChartSpec, one: Series, records: Sequence[Record], palette: Palette) -> alt.Chart:
    fill, edge = _colour(one, palette)
    dash = [3, 2] if one.role == "last" else [1, 0]
    mark = drawing(_of(records, one)).mark_bar(
        fill=fill, stroke=edge, strokeWidth=1, strokeDash=dash, height=alt.RelativeBandSize(band=0.55)
    )
    said = alt.Tooltip("said:N", title=None)
    return layer(mark, {"y": category_axis(spec), "x": _x(spec, "from"), "x2": "to:Q", "tooltip": said})


def _totals(spec: ChartSpec, totals: Series, palette: Palette) -> list[alt.Chart]:
    records = [
        {"id": node, "value": value, "label": label}
        for node, value, label in zip(spec.category_ids, totals.values, totals.labels, strict=True)
    ]
    there = [record for record in records if record["value"] is not None]
    y = category_axis(spec)
    words = drawing(records).mark_text(
        align="left", baseline="middle", dx=8, fontSize=12, fontWeight=600, color=palette.ink
    )
    drawn = [layer(words, {"y": y, "x": alt.value("width"), "text": "label:N"})]
    if there:
        mark = drawing(there).mark_point(
            shape="diamond", size=110, fill=palette.ink, stroke=palette.background, strokeWidth=1, opacity=1
        )
        drawn.append(layer(mark, {"y": y, "x": _x(spec, "value")}))
    return drawn


def _legend(series: Sequence[Series], palette: Palette) -> alt.Chart:
    names = [one.name for one in series]
    colours = [_colour(one, palette) for one in series]
    shapes = ["diamond" if one.id == TOTAL else "square" for one in series]
    legend = alt.Legend(title=None, orient="top", labelLimit=0, symbolSize=90, symbolOpacity=1, columns=3)
    mark = drawing([{"series": name} for name in names]).mark_point(opacity=0, filled=True)
    edges = [palette.ink if fill == palette.background else fill for fill, _ in colours]
    return layer(
        mark,
        {
            "fill": alt.Fill(
                "series:N", scale=alt.Scale(domain=names, range=[f for f, _ in colours]), legend=legend
            ),
            "stroke": alt.Stroke("series:N", scale=alt.Scale(domain=names, range=edges), legend=legend),
            "shape": alt.Shape("series:N", scale=alt.Scale(domain=names, range=shapes), legend=legend),
        },
    )
