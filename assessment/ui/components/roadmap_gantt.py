"""The Gantt chart of a plan, and the load of its roles: pictures in units of phases and rows."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import altair as alt

from assessment.board import GUTTER, Load
from assessment.board_words import NamedPlan, date_lines, hover_of, months_said, phase_name
from assessment.catalogue import text
from assessment.report.numbers import rounded
from assessment.ui.components.chart_frame import Record, drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette

_ROW, _HEAD = 25, 12
_INSET: Final = GUTTER / 2
_THICK: Final = 0.32
_LOAD_ROW: Final = 84
_NAME_WIDTH: Final = 46
_TRIANGLE: Final = "M-1,-0.8L0.6,0L-1,0.8Z"


def gantt_chart(plan: NamedPlan, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """Bars by track, a line from each initiative to those that wait for it."""
    bars, rows = plan.gantt.bars, len(plan.gantt.bars)
    across = _phases(plan, palette)
    down = _rows([plan.named(bar.id) for bar in bars], palette)
    marks = [_stripes(rows, len(plan.dates), across, down, palette)]
    if plan.gantt.links:
        marks += [_lines(plan, across, down, palette), _heads(plan, across, down, palette)]
    marks.append(_bars(plan, across, down, palette))
    chart = framed(marks, palette, height=_HEAD + _ROW * max(1, rows))
    return _sized(chart, width)


def track_colours(plan: NamedPlan, palette: Palette) -> dict[str, str]:
    """Name of a track -> its colour."""
    colours = (palette.roles["unit"], palette.roles["second"], *palette.others)
    return dict(zip(plan.tracks.values(), colours, strict=False))


def _sized(chart: alt.LayerChart, width: int | None) -> alt.LayerChart:
    if width is not None:
        chart.width = width
    return chart


def _phases(plan: NamedPlan, palette: Palette) -> Mapping[str, Any]:
    scale = alt.Scale(domain=[0, len(plan.dates)], nice=False, zero=False)
    return {"axis": phase_axis(plan, palette), "scale": scale}


def phase_axis(plan: NamedPlan, palette: Palette) -> alt.Axis:
    """The axis above: a phase and its dates in the middle of its column."""
    labels = [
        [phase_name(phase, plan.lang), *date_lines(span, plan.lang)]
        for phase, span in enumerate(plan.dates, 1)
    ]
    return alt.Axis(
        orient="top",
        values=[place + 0.5 for place in range(len(labels))],
        labelExpr=f"{json.dumps(labels, ensure_ascii=False)}[floor(datum.value)]",
        labelColor=palette.ink,
        labelFontSize=11,
        labelOverlap=False,
        labelLimit=0,
        labelPadding=8 + 13 * max(len(label) - 1 for label in labels),
        grid=False,
        ticks=False,
        domain=False,
        title=None,
    )


def _rows(names: Sequence[str], palette: Palette) -> Mapping[str, Any]:
    lines = [wrapped(name, _NAME_WIDTH).split("\n") for name in names]
    axis = alt.Axis(
        values=[place + 0.5 for place in range(len(names))],
        labelExpr=f"{json.dumps(lines, ensure_ascii=False)}[floor(datum.value)]",
        labelColor=palette.ink,
        labelFontSize=11.5,
        labelLineHeight=12,
        labelLimit=0,
        labelOverlap=False,
        labelPadding=8,
        grid=False,
        ticks=False,
        domain=False,
        title=None,
    )
    return {"axis": axis, "scale": alt.Scale(domain=[max(1, len(names)), 0], nice=False, zero=False)}


def _x(field: str, how: Mapping[str, Any]) -> alt.X:
    return alt.X(f"{field}:Q", **how)


def _y(field: str, how: Mapping[str, Any]) -> alt.Y:
    return alt.Y(f"{field}:Q", **how)


def _stripes(
    rows: int, phases: int, across: Mapping[str, Any], down: Mapping[str, Any], palette: Palette
) -> alt.Chart:
    """Where one phase ends and the next begins."""
    records: list[Record] = [{"x": place, "y": 0, "y2": max(1, rows)} for place in range(phases + 1)]
    mark = drawing(records).mark_rule(stroke=palette.hairline, strokeWidth=1)
    return layer(mark, {"x": _x("x", across), "y": _y("y", down), "y2": "y2:Q"})


def _lines(
    plan: NamedPlan, across: Mapping[str, Any], down: Mapping[str, Any], palette: Palette
) -> alt.Chart:
    records: list[Record] = []
    for number, link in enumerate(plan.gantt.links):
        records += [
            {"link": number, "step": step, "x": x, "y": y} for step, (x, y) in enumerate(link.corners)
        ]
    mark = drawing(records).mark_line(stroke=palette.grey, strokeWidth=1.2, strokeJoin="round")
    return layer(
        mark, {"x": _x("x", across), "y": _y("y", down), "detail": "link:N", "order": alt.Order("step:Q")}
    )


def _heads(
    plan: NamedPlan, across: Mapping[str, Any], down: Mapping[str, Any], palette: Palette
) -> alt.Chart:
    """An arrow where a line ends."""
    ends = sorted({link.corners[-1] for link in plan.gantt.links})
    records: list[Record] = [{"x": x, "y": y} for x, y in ends]
    mark = drawing(records).mark_point(
        shape=_TRIANGLE, size=70, filled=True, opacity=1, color=palette.grey, xOffset=-4
    )
    return layer(mark, {"x": _x("x", across), "y": _y("y", down)})


def _bars(plan: NamedPlan, across: Mapping[str, Any], down: Mapping[str, Any], palette: Palette) -> alt.Chart:
    colours = track_colours(plan, palette)
    records: list[Record] = [
        {
            "id": bar.id,
            "x": bar.left + _INSET,
            "x2": bar.left + bar.width - _INSET,
            "y": bar.row + 0.5 - _THICK,
            "y2": bar.row + 0.5 + _THICK,
            "track": plan.track(bar.track),
            "broken": bar.id in plan.broken,
            "said": hover_of(plan, plan.by_id[bar.id]).split("\n"),
        }
        for bar in plan.gantt.bars
    ]
    legend = alt.Legend(title=None, orient="bottom", labelLimit=0, symbolType="square")
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    mark = drawing(records).mark_rect(cornerRadius=3)
    edge: Any = alt.condition("datum.broken", alt.value(palette.ink), alt.value(palette.background))
    return layer(
        mark,
        {
            "x": _x("x", across),
            "x2": "x2:Q",
            "y": _y("y", down),
            "y2": "y2:Q",
            "color": alt.Color("track:N", scale=scale, legend=legend),
            "stroke": edge,
            "strokeWidth": alt.condition("datum.broken", alt.value(2), alt.value(0)),
            "tooltip": alt.Tooltip("said:N", title=None),
        },
    )


def load_chart(plan: NamedPlan, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """A row per role: its work in each phase as a column, its capacity as a line across, figures on top."""
    roles = list(dict.fromkeys(one.role for one in plan.loads))
    across, down = _phases(plan, palette), _rows([plan.role(role) for role in roles], palette)
    records = [_column(plan, one, roles.index(one.role), _top(plan, one.role)) for one in plan.loads]
    limits = [one for one in records if one["limit"] is not None]
    colours = {
        text("roadmap.load.fits", plan.lang): palette.roles["unit"],
        text("roadmap.load.over", plan.lang): palette.roles["second"],
    }
    base = [{"x": 0, "x2": len(plan.dates), "y": place + 1} for place in range(len(roles))]
    floor = drawing(base).mark_rule(stroke=palette.hairline)
    marks = [
        layer(floor, {"x": _x("x", across), "x2": "x2:Q", "y": _y("y", down)}),
        _columns(records, colours, across, down),
        layer(
            drawing(limits).mark_rule(stroke=palette.ink, strokeWidth=2),
            {"x": _x("from", across), "x2": "to:Q", "y": _y("limit", down)},
        ),
        layer(
            drawing(records).mark_text(baseline="bottom", dy=-3, fontSize=11, color=palette.ink),
            {"x": _x("middle", across), "y": _y("above", down), "text": "figure:N"},
        ),
    ]
    chart = framed(marks, palette, height=_HEAD + _LOAD_ROW * max(1, len(roles)))
    return _sized(chart, width)


def _top(plan: NamedPlan, role: str) -> float:
    """The largest figure of a role; its row is as high."""
    found = [max(one.load, one.capacity or 0.0) for one in plan.loads if one.role == role]
    return max(found) or 1.0


def _column(plan: NamedPlan, one: Load, row: int, top: float) -> Record:
    lang = plan.lang
    high = 0.68 / top
    limit = None if one.capacity is None else row + 1 - one.capacity * high
    load, capacity = rounded(one.load), "" if one.capacity is None else rounded(one.capacity)
    said = [
        text("roadmap.hover.load", lang, role=plan.role(one.role), phase=phase_name(one.phase, lang)),
        months_said(one.load, lang)
        if one.capacity is None
        else text("roadmap.hover.of", lang, load=load, capacity=capacity),
    ]
    return {
        "from": one.phase - 1 + 0.12,
        "to": one.phase - 0.12,
        "middle": one.phase - 0.5,
        "top": row + 1 - one.load * high,
        "bottom": row + 1,
        "limit": limit,
        "above": min(row + 1 - one.load * high, math.inf if limit is None else limit),
        "figure": load if one.capacity is None else f"{load} / {capacity}",
        "state": text("roadmap.load.over" if one.over else "roadmap.load.fits", lang),
        "said": said,
    }


def _columns(
    records: list[Record], colours: Mapping[str, str], across: Mapping[str, Any], down: Mapping[str, Any]
) -> alt.Chart:
    legend = alt.Legend(title=None, orient="bottom", labelLimit=0, symbolType="square")
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return layer(
        drawing(records).mark_rect(),
        {
            "x": _x("from", across),
            "x2": "to:Q",
            "y": _y("top", down),
            "y2": "bottom:Q",
            "color": alt.Color("state:N", scale=scale, legend=legend),
            "tooltip": alt.Tooltip("said:N", title=None),
        },
    )
