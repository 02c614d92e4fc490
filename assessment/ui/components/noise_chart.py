"""The chart of rating noise: overall scores on the whole scale, each with its 95 % interval."""

from typing import Any, Final

import altair as alt

from assessment.catalogue import text
from assessment.ui.components.chart_frame import drawing, framed, layer
from assessment.ui.components.palette import Palette
from assessment.ui.components.rank_chart import named_rows, row_bands
from assessment.ui.components.ranking_view import RankingView

ROW: Final = 30
_RIGHT: Final = 0.16
"""Share of the scale at the right that holds the figures."""


def noise_chart(view: RankingView, palette: Palette, width: int | None) -> alt.LayerChart:
    """The chart of the rows in view; a click on a row selects its unit under the name `PICK`."""
    rows, scale = view.rows, view.ranked.rubric.scale
    top = dict(zip(rows, range(len(rows)), strict=True))
    height = len(rows)
    end = scale.max + _RIGHT * (scale.max - scale.min)
    records = [_record(view, row, at, scale.max) for row, at in top.items()]

    def x(field: str) -> alt.X:
        across = alt.Scale(domain=[scale.min, end], nice=False, zero=False, clamp=True)
        steps = round(scale.max - scale.min)
        ticks = [scale.min + step for step in range(steps + 1)]
        title = text("ranking.chart.score", view.lang)
        axis = alt.Axis(
            title=title, titleAnchor="start", values=ticks, format="~g", domain=False, ticks=False
        )
        return alt.X(f"{field}:Q", scale=across, axis=axis)

    def y(field: str = "y") -> alt.Y:
        return named_rows(view, top, height, field)

    layers = [
        row_bands(view, top, (scale.min, end), x("from"), y("top"), [record["full"] for record in records]),
        *_marks(records, x, y, palette),
    ]
    size: dict[str, Any] = {"height": round(ROW * height), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": 4}, **size)


def _record(view: RankingView, row: int, at: float, end: float) -> dict[str, Any]:
    noise, score = view.known.noise, float(view.ranked.overall[row])
    half = float(noise.high[row]) - score
    said = f"{score:.2f} ± {half:.2f}"
    return {
        "x": score,
        "low": float(noise.low[row]),
        "high": float(noise.high[row]),
        "y": at + 0.5,
        "said": said,
        "at": end,
        "full": f"{view.name(row)}: {said}",
        "own": row == view.own,
        "raters": noise.raters[row] > 0,
    }


def _marks(records: list[dict[str, Any]], x: Any, y: Any, palette: Palette) -> list[alt.Chart]:  # noqa: ANN401 - functions from a field to an axis
    colour = alt.condition("datum.own", alt.value(palette.roles["unit"]), alt.value(palette.roles["peer"]))
    bold = alt.condition("datum.raters", alt.value(3.5), alt.value(1.3))
    whisker = drawing(records).mark_rule(opacity=0.75)
    dot = drawing(records).mark_point(filled=True, size=80, opacity=1)
    words = drawing(records).mark_text(align="left", dx=8, fontSize=12, color=palette.ink)
    return [
        layer(whisker, {"x": x("low"), "x2": "high:Q", "y": y(), "color": colour, "strokeWidth": bold}),
        layer(dot, {"x": x("x"), "y": y(), "color": colour}),
        layer(words, {"x": x("at"), "y": y(), "text": "said:N"}),
    ]
