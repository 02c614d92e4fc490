"""The heat-map as a picture for documents, as PNG and SVG."""

import json
from typing import Any, Final

import altair as alt
import streamlit as st

from assessment.catalogue import text
from assessment.heatmap_cells import NO_FIGURE, kinds, packed, parcel, unpacked
from assessment.heatmap_words import heat_map_table
from assessment.report.shapes import DAGGER
from assessment.ui.components.chart_frame import Record, drawing, framed, layer, wrapped
from assessment.ui.components.drawn_chart import DrawnChart, picture_files
from assessment.ui.components.heatmap import keys_of, states_of, table_title, tints_of
from assessment.ui.components.heatmap_view import HeatMapView
from assessment.ui.components.palette import Palette

MOST_UNITS: Final = 60
MOST_COLUMNS: Final = 80
_ROW: Final = 22
_NARROW, _WIDE = 38, 92
_UPRIGHT: Final = 9
"""From so many columns on their names stand upright."""
_NAME_WIDTH: Final = {True: 26, False: 14}
_FIGURES, _WORDS = 11, 9
"""Sizes of type in the cells."""
_CORNER: Final = "M-1,-1L1,-1L1,1Z"


def pictures(view: HeatMapView) -> None:
    """Buttons that hand out the picture, and what of the heat-map is not on it."""
    lang, count = view.wave.lang, len(view.found.units)
    if len(view.nodes) > MOST_COLUMNS:
        st.caption(text("heatmap.picture.wide", lang, most=MOST_COLUMNS))
        return
    cut = text("heatmap.picture.cut", lang, shown=MOST_UNITS, count=count) if count > MOST_UNITS else ""
    heading = table_title(view)
    chart = DrawnChart(
        id="heatmap",
        title=view.message,
        described="",
        draw=lambda colours, _: heat_chart(view, colours),
        figures=lambda: heat_map_table(view.shown, heading),
        notes=tuple(note for note in (_against(view), cut) if note),
        file=heading,
    )
    where = [view.wave.view.engagement.called(lang), view.wave.view.wave.called(lang)]
    picture_files(chart, lang, text("robustness.comma", lang).join(where))
    if cut:
        st.caption(cut)


def heat_chart(view: HeatMapView, palette: Palette) -> alt.LayerChart:
    """The first `MOST_UNITS` rows, the own unit always among them, with the marks of the screen."""
    places = _places(view)
    records = _cells(view, places, palette)
    across, down = _x(view), _y(view, places, palette)
    marks = [
        _boxes([one for one in records if one["fill"]], across, down),
        _open_boxes([one for one in records if not one["fill"]], across, down, palette),
        _said(records, across, down),
    ]
    width = _column(view)
    low = [one for one in records if one["low"]]
    if low:
        marks.append(_corners(low, across, down, palette, width))
    marks.append(_legend(view, palette))
    return framed(marks, palette, width=width * len(view.nodes), height=_ROW * len(places))


def _against(view: HeatMapView) -> str:
    """What the differences are held against; nothing where scores are shown."""
    if view.found.held is None:
        return ""
    return text("heatmap.reference.to", view.wave.lang, reference=view.shown.names[""])


def _places(view: HeatMapView) -> list[int]:
    """Which of the rows shown are drawn."""
    shown, own = view.shown, view.wave.view.unit.id
    units = [view.found.units[row] for row in shown.rows]
    places = list(range(min(MOST_UNITS, len(units))))
    at = units.index(own) if own in units else 0
    return places if at < MOST_UNITS else [at, *places[:-1]]


def _cells(view: HeatMapView, places: list[int], palette: Palette) -> list[Record]:
    told = {name: plane.tolist() for name, plane in unpacked(parcel({}, packed(view.shown)))[1].items()}
    tints, states, width = tints_of(view, palette), states_of(view), len(view.nodes)
    form = "{:.1f}" if view.found.held is None else "{:+.1f}"
    records = []
    for y, place in enumerate(places):
        for x in range(width):
            k = view.shown.rows[place] * width + x
            missing = told["shown"][k] == NO_FIGURE
            fill, ink = ("", palette.grey) if missing else tints[told["tint"][k]]
            said = states[told["state"][k]]["short"] if missing else _signed(form, told["shown"][k])
            mark = DAGGER if told["flags"][k] & 2 else ""
            low = bool(told["flags"][k] & 1) and not missing
            size = _WORDS if missing else _FIGURES
            record = {"x": x, "y": y, "fill": fill, "ink": ink, "said": said + mark, "low": low, "size": size}
            records.append(record)
    return records


def _signed(form: str, tenths: int) -> str:
    return form.format(tenths / 10).replace("-", "−") if tenths else "0.0"


def _column(view: HeatMapView) -> int:
    return max(_NARROW, min(_WIDE, 960 // len(view.nodes)))


def _x(view: HeatMapView) -> alt.X:
    upright = len(view.nodes) > _UPRIGHT
    names = [wrapped(view.shown.named(node), _NAME_WIDTH[upright]) for node in view.nodes]
    axis = alt.Axis(
        orient="top",
        labelExpr=f"split({json.dumps(names, ensure_ascii=False)}[datum.value], '\\n')",
        labelAngle=-90 if upright else 0,
        labelAlign="left" if upright else "center",
        labelBaseline="middle" if upright else "bottom",
        labelLimit=0,
        labelPadding=6,
        title=None,
        domain=False,
        ticks=False,
    )
    return alt.X("x:O", axis=axis, scale=alt.Scale(paddingInner=0.03, paddingOuter=0))


def _y(view: HeatMapView, places: list[int], palette: Palette) -> alt.Y:
    units = [view.found.units[view.shown.rows[place]] for place in places]
    names, own = [view.shown.names[unit] for unit in units], view.wave.view.unit.id
    at = units.index(own) if own in units else -1
    chosen: dict[str, Any] = {"test": f"datum.value === {at}"}
    axis = alt.Axis(
        labelExpr=f"{json.dumps(names, ensure_ascii=False)}[datum.value]",
        labelFontWeight={"condition": {**chosen, "value": 700}, "value": 400},
        labelColor={"condition": {**chosen, "value": palette.roles["unit"]}, "value": palette.ink},
        labelLimit=260,
        labelPadding=8,
        title=None,
        domain=False,
        ticks=False,
    )
    return alt.Y("y:O", axis=axis, scale=alt.Scale(paddingInner=0.05, paddingOuter=0))


def _boxes(records: list[Record], across: alt.X, down: alt.Y) -> alt.Chart:
    box = drawing(records).mark_rect()
    return layer(box, {"x": across, "y": down, "color": alt.Color("fill:N", scale=None)})


def _open_boxes(records: list[Record], across: alt.X, down: alt.Y, palette: Palette) -> alt.Chart:
    """Cells without a figure: white, with a broken edge."""
    box = drawing(records).mark_rect(fill=palette.background, stroke=palette.grey, strokeDash=[2, 2])
    return layer(box, {"x": across, "y": down})


def _corners(records: list[Record], across: alt.X, down: alt.Y, palette: Palette, width: int) -> alt.Chart:
    """The mark of low coverage, in the upper right of its cell."""
    shift: dict[str, Any] = {"xOffset": width / 2 - 4, "yOffset": 4 - _ROW / 2}
    corner = drawing(records).mark_point(
        shape=_CORNER, size=24, filled=True, opacity=1, color=palette.roles["second"], **shift
    )
    return layer(corner, {"x": across, "y": down})


def _said(records: list[Record], across: alt.X, down: alt.Y) -> alt.Chart:
    words = drawing(records).mark_text(baseline="middle")
    ink, size = alt.Color("ink:N", scale=None), alt.Size("size:Q", scale=None)
    return layer(words, {"x": across, "y": down, "text": "said:N", "color": ink, "size": size})


def _legend(view: HeatMapView, palette: Palette) -> alt.Chart:
    """What the colours mean, under the picture."""
    tints = {f"t{place}": paper for place, (paper, _) in enumerate(tints_of(view, palette))}
    tints["low"] = palette.roles["second"]
    keys = keys_of(view, kinds(view.shown))
    shapes = [_CORNER if one["k"] == "low" else "square" for one in keys]
    named = [(one["t"], tints.get(one["k"], palette.background)) for one in keys]
    names, colours = [name for name, _ in named], [colour for _, colour in named]
    legend = alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        columns=4,
        labelLimit=0,
        symbolSize=160,
        symbolStrokeColor=palette.hairline,
        symbolOpacity=1,
    )
    scale = alt.Scale(domain=names, range=colours)
    mark = drawing([{"name": name} for name in names]).mark_point(opacity=0, filled=True)
    shape = alt.Shape("name:N", scale=alt.Scale(domain=names, range=shapes), legend=legend)
    return layer(mark, {"fill": alt.Fill("name:N", scale=scale, legend=legend), "shape": shape})
