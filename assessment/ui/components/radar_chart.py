"""A radar: polygons over the spokes of a circle, laid out here because altair has no polar axes."""

import math
from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from assessment.report.shapes import ChartSpec, Series
from assessment.ui.components.chart_frame import Record, drawing, framed, wrapped
from assessment.ui.components.dots_chart import legend, look
from assessment.ui.components.palette import Palette

WIDTH: Final = 460
REACH_X, REACH_UP = 1.75, 1.42
"""How far the drawing reaches from the centre to either side and up, in radii of the outermost ring."""
LINE: Final = 15 * 2 * REACH_X / WIDTH
"""Height of a line of type in radii."""
SPOKE_NAME_WIDTH: Final = 18
_MOST_FIGURES: Final = 3
"""Series whose figures stand at the spokes; of more, the table has them."""
_SIDE = 0.3
"""Cosine beyond which a spoke's name stands left or right of its end instead of over it."""


def radar_chart(spec: ChartSpec, palette: Palette) -> alt.LayerChart:
    """The chart, of a fixed size; a missing figure leaves its polygon open there."""
    layers = [
        *_grid(spec, palette),
        *(layer for series in _peers_first(spec.series) for layer in _polygon(spec, series, palette)),
        *_names(spec, palette),
        legend(spec.series, palette),
    ]
    reach = REACH_UP + _reach_down(spec)
    chart = framed(layers, palette, width=WIDTH, height=round(WIDTH * reach / (2 * REACH_X)))
    chart.autosize = alt.AutoSizeParams(type="pad", contains="content")
    return chart


def _reach_down(spec: ChartSpec) -> float:
    """How far down the lowest name reaches, in radii."""
    reaches = [0.0]
    for place, name in enumerate(spec.categories):
        breaks = wrapped(name, SPOKE_NAME_WIDTH).count("\n") + _figures(spec, place).count("\n")
        reaches.append((breaks + 2) * LINE - 1.1 * _point(place, len(spec.categories), 1)[1])
    return max(reaches)


def _peers_first(series: Sequence[Series]) -> list[Series]:
    """The unit last, so that it lies on top."""
    return sorted(series, key=lambda one: one.role == "unit")


def _point(place: int, count: int, radius: float) -> tuple[float, float]:
    """Where a spoke has this radius; the first spoke points up, the others follow clockwise."""
    angle = math.pi / 2 - 2 * math.pi * place / count
    return radius * math.cos(angle), radius * math.sin(angle)


def _x(field: str = "x") -> alt.X:
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[-REACH_X, REACH_X], nice=False), axis=None)


def _y(field: str = "y", down: float = 0.0) -> alt.Y:
    """Height over the centre; the layer that says how far down the drawing reaches says it for all."""
    scale = alt.Scale(domain=[-down, REACH_UP], nice=False) if down else alt.Scale(nice=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=None)


def _grid(spec: ChartSpec, palette: Palette) -> list[alt.Chart]:
    count, span = len(spec.categories), spec.axis_max - spec.axis_min
    steps = max(1, round(span))
    rings = [
        {"ring": ring, "place": place, "x": x, "y": y}
        for ring in range(1, steps + 1)
        for place in range(count)
        for x, y in [_point(place, count, ring / steps)]
    ]
    spokes = [
        {"x": 0, "y": 0, "to_x": x, "to_y": y} for place in range(count) for x, y in [_point(place, count, 1)]
    ]
    levels = [
        {"x": 0, "y": ring / steps, "label": f"{spec.axis_min + span * ring / steps:g}"}
        for ring in range(steps + 1)
    ]
    line: dict[str, Any] = {"stroke": palette.hairline, "strokeWidth": 1}
    return [
        drawing(rings)
        .mark_line(interpolate="linear-closed", **line)
        .encode(x=_x(), y=_y(down=_reach_down(spec)), order="place:Q", detail="ring:N"),
        drawing(spokes).mark_rule(**line).encode(x=_x(), y=_y(), x2="to_x:Q", y2="to_y:Q"),
        drawing(levels)
        .mark_text(align="right", dx=-4, dy=-5, fontSize=10, color=palette.grey)
        .encode(x=_x(), y=_y(), text="label:N"),
    ]


def _runs(spec: ChartSpec, series: Series) -> list[list[Record]]:
    """The series' points as unbroken runs; one closed run where no figure is missing."""
    count, span = len(spec.categories), spec.axis_max - spec.axis_min
    runs: list[list[Record]] = [[]]
    for place, value in enumerate(series.values):
        if value is None:
            runs.append([])
            continue
        x, y = _point(place, count, (value - spec.axis_min) / span)
        said = f"{spec.categories[place]}: {series.name} {series.labels[place]}"
        runs[-1].append({"order": place, "x": x, "y": y, "said": said})
    if len(runs) > 1 and series.values[0] is not None and series.values[-1] is not None:
        ahead = [{**record, "order": record["order"] + count} for record in runs[0]]
        runs = [*runs[1:-1], [*runs[-1], *ahead]]
    return [run for run in runs if run]


def _polygon(spec: ChartSpec, series: Series, palette: Palette) -> list[alt.Chart]:
    runs = _runs(spec, series)
    records = [{**record, "run": number} for number, run in enumerate(runs) for record in run]
    if not records:
        return []
    colour, whole = look(series, spec.series, palette)[0], None not in series.values
    is_unit = series.role == "unit"
    shape: dict[str, Any] = {"interpolate": "linear-closed" if whole else "linear"}
    if is_unit and whole:
        shape |= {"fill": colour, "fillOpacity": 0.14}
    dash = [1, 0] if is_unit else [5, 3]
    line = drawing(records).mark_line(stroke=colour, strokeWidth=2.2, strokeDash=dash, **shape)
    points = drawing(records).mark_point(
        shape=look(series, spec.series, palette)[1], size=60, filled=True, fill=colour, opacity=1
    )
    return [
        line.encode(x=_x(), y=_y(), order="order:Q", detail="run:N"),
        points.encode(x=_x(), y=_y(), tooltip=alt.Tooltip("said:N")),
    ]


def _names(spec: ChartSpec, palette: Palette) -> list[alt.Chart]:
    """At the end of every spoke its name, and under it the figures of all series."""
    groups: dict[str, list[Record]] = {"left": [], "center": [], "right": []}
    for place, name in enumerate(spec.categories):
        x, y = _point(place, len(spec.categories), 1.1)
        lines = wrapped(name, SPOKE_NAME_WIDTH)
        figures = _figures(spec, place)
        height = (lines.count("\n") + figures.count("\n") + 2) * LINE
        align = "left" if x > _SIDE else "right" if x < -_SIDE else "center"
        top = y + height / 2 if align != "center" else y + (height if y > 0 else 0)
        below = top - (lines.count("\n") + 1) * LINE
        groups[align].append({"x": x, "y": top, "name": lines, "figures": figures, "below": below})
    return [
        layer for align, records in groups.items() if records for layer in _blocks(records, align, palette)
    ]


def _figures(spec: ChartSpec, place: int) -> str:
    """The figures of all series at one spoke, under one another where words would make the line too long."""
    if len(spec.series) > _MOST_FIGURES:
        return ""
    figures = [_figure(series, place) for series in spec.series]
    short = all(len(figure) <= SPOKE_NAME_WIDTH // 2 for figure in figures)
    return (" · " if short else "\n").join(figures)


def _figure(series: Series, place: int) -> str:
    return ("◆ " if series.role == "best" else "") + series.labels[place]


def _blocks(records: Sequence[Record], align: str, palette: Palette) -> list[alt.Chart]:
    type_: dict[str, Any] = {
        "align": align,
        "baseline": "top",
        "lineBreak": "\n",
        "fontSize": 12,
        "color": palette.ink,
    }
    chart = drawing(records)
    return [
        chart.mark_text(lineHeight=15, **type_).encode(x=_x(), y=_y(), text="name:N"),
        chart.mark_text(fontWeight=600, **type_).encode(x=_x(), y=_y("below"), text="figures:N"),
    ]
