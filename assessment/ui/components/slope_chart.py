"""Slopes: a line per node from one wave to the next, named at its start."""

from typing import Any, Final

import altair as alt

from assessment.report.shapes import ChartSpec
from assessment.ui.components.chart_frame import Record, breadth, drawing, framed, layer
from assessment.ui.components.palette import Palette

HEIGHT: Final = 380
_LINE: Final = 0.21
"""Levels that a line of type takes on a scale of five."""
_LETTER: Final = 6.6
_WIDEST: Final = 240
_RIGHT: Final = 64
"""Pixels for the figures at the right end."""
_WIDTH: Final = 480
_NARROWEST: Final = 140


def slope_chart(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart; lines that rise are solid, lines that fall dashed."""
    spread_out = _LINE * (spec.axis_max - spec.axis_min) / 5
    lines = [one for one in _lines(spec) if len(one["points"]) == len(spec.category_ids)]
    ends = {at: _apart(lines, at, spread_out) for at in (0, -1)}
    longest = max((breadth(one["name"]) for one in lines), default=10)
    room = min(_WIDEST, int(longest * _LETTER) + 46)
    layers = [_posts(spec, palette)]
    for role in ("peer", "unit"):
        chosen = [one for one in lines if (one["role"] == "unit") == (role == "unit")]
        layers += _drawn(spec, chosen, ends, palette, strong=role == "unit")
    apart = max(_NARROWEST, (width or _WIDTH) - room - _RIGHT)
    plot = apart * 2  # half a step lies outside either wave; the names stand there
    chart = framed(layers, palette, width=plot, height=max(HEIGHT, 24 * len(lines)))
    chart.autosize = alt.AutoSizeParams(type="pad", contains="content")
    return chart


def _lines(spec: ChartSpec) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "role": one.role,
            "points": [v for v in one.values if v is not None],
            "labels": one.labels,
        }
        for one in spec.series
    ]


def _apart(lines: list[dict[str, Any]], at: int, least: float) -> dict[str, float]:
    """Heights of the names at one end, moved apart so that none lies on another."""
    ordered = sorted(lines, key=lambda one: one["points"][at])
    places: dict[str, float] = {}
    last = -1e9
    for one in ordered:
        last = max(one["points"][at], last + least)
        places[one["id"]] = last
    over = (last - ordered[-1]["points"][at]) / 2 if ordered else 0.0
    return {name: place - over for name, place in places.items()}


def _x(spec: ChartSpec) -> alt.X:
    axis = alt.Axis(title=None, orient="top", domain=False, ticks=False, labelAngle=0, labelFontWeight="bold")
    return alt.X("wave:N", sort=list(spec.categories), axis=axis, scale=alt.Scale(padding=0))


def _y(spec: ChartSpec, field: str = "value") -> alt.Y:
    scale = alt.Scale(domain=[spec.axis_min, spec.axis_max], nice=False, zero=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=None)


def _posts(spec: ChartSpec, palette: Palette) -> alt.Chart:
    records = [{"wave": name, "from": spec.axis_min, "to": spec.axis_max} for name in spec.categories]
    mark = drawing(records).mark_rule(stroke=palette.hairline, strokeWidth=1)
    return layer(mark, {"x": _x(spec), "y": _y(spec, "from"), "y2": "to:Q"})


def _drawn(
    spec: ChartSpec,
    lines: list[dict[str, Any]],
    ends: dict[int, dict[str, float]],
    palette: Palette,
    *,
    strong: bool,
) -> list[alt.Chart]:
    if not lines:
        return []
    layers = []
    for falls in (False, True):
        points: list[Record] = [
            {
                "id": one["id"],
                "wave": wave,
                "value": value,
                "said": f"{one['name']}: {' → '.join(one['labels'])}",
            }
            for one in lines
            if (one["points"][-1] < one["points"][0]) == falls
            for wave, value in zip(spec.categories, one["points"], strict=True)
        ]
        if points:
            colour = palette.roles["unit"] if strong else palette.roles["second"] if falls else palette.grey
            mark = drawing(points).mark_line(
                stroke=colour,
                strokeWidth=3 if strong else 1.8,
                strokeDash=[5, 3] if falls else [1, 0],
                point=alt.OverlayMarkDef(size=60, filled=True, fill=colour),
            )
            said = alt.Tooltip("said:N", title=None)
            layers.append(layer(mark, {"x": _x(spec), "y": _y(spec), "detail": "id:N", "tooltip": said}))
    return [*layers, *(_names(spec, lines, ends, palette, at, strong=strong) for at in (0, -1))]


def _names(
    spec: ChartSpec,
    lines: list[dict[str, Any]],
    ends: dict[int, dict[str, float]],
    palette: Palette,
    at: int,
    *,
    strong: bool,
) -> alt.Chart:
    records = [
        {
            "wave": spec.categories[at],
            "place": ends[at][one["id"]],
            "label": _label(one["name"], one["labels"][at], at),
        }
        for one in lines
    ]
    side: dict[str, Any] = {"align": "right", "dx": -9} if at == 0 else {"align": "left", "dx": 9}
    weight: Any = 700 if strong else 400
    mark = drawing(records).mark_text(
        baseline="middle", fontSize=12, fontWeight=weight, color=palette.ink, **side
    )
    return layer(mark, {"x": _x(spec), "y": _y(spec, "place"), "text": "label:N"})


def _label(name: str, figure: str, at: int) -> str:
    """The figure next to the line; before its start also the name."""
    return f"{name}  {figure}" if at == 0 else figure
