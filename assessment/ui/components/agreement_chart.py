"""The chart of votes: a dot per score given, the range, the median, and the consensus adopted."""

import json
from collections import Counter
from typing import Any, Final

import altair as alt

from assessment.agreement import IndicatorAgreement
from assessment.catalogue import text
from assessment.ui.components.agreement_view import AgreementView
from assessment.ui.components.chart_frame import PICK, drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette

ROW: Final = 36
MOST: Final = 15
"""Indicators that are drawn."""
_NAME_WIDTH: Final = 42
_DOT: Final = 110
"""Size of one vote; several on the same score are as many times as large."""


def row_id(one: IndicatorAgreement) -> str:
    """What a click on a row selects."""
    return f"{one.unit}\n{one.indicator}"


def said(view: AgreementView, one: IndicatorAgreement) -> str:
    """The votes with their raters' names, in words."""
    parts = [
        f"{view.people.get(vote.rater, vote.rater)}: "
        + (text(f"state.{vote.state}", view.lang) if vote.score is None else f"{vote.score:g}")
        for vote in one.votes
    ]
    return text("agreement.between-votes", view.lang).join(parts)


def votes_chart(view: AgreementView, palette: Palette, width: int | None) -> alt.LayerChart:
    """The most disputed indicators in view; a click selects `row_id` under the name `PICK`."""
    rows, scale = view.shown[:MOST], view.here.rubric.scale
    ids = [row_id(one) for one in rows]
    names = {row_id(one): wrapped(view.indicator(one), _NAME_WIDTH) for one in rows}
    label = f"split({json.dumps(names, ensure_ascii=False)}[datum.value], '\\n')"
    axis = alt.Axis(labelExpr=label, labelLimit=0, labelPadding=8, title=None, domain=False, ticks=False)
    y = alt.Y("id:N", sort=ids, axis=axis)

    def x(field: str) -> alt.X:
        across = alt.Scale(domain=[scale.min, scale.max], nice=False, zero=False, padding=12)
        steps = max(2, min(10, round(scale.max - scale.min)))
        title = text("agreement.chart.axis", view.lang)
        return alt.X(
            f"{field}:Q",
            scale=across,
            axis=alt.Axis(title=title, tickCount=steps, format="~g", domain=False, ticks=False),
        )

    layers = [_bands(view, rows, x, y), *_range(rows, x, y, palette), _dots(rows, x, y, palette)]
    layers.append(_consensus(rows, x, y, palette))
    size: dict[str, Any] = {"height": ROW * len(rows), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": 12}, **size)


def _bands(view: AgreementView, rows: tuple[IndicatorAgreement, ...], x: Any, y: alt.Y) -> alt.Chart:  # noqa: ANN401 - a function from a field to an axis
    scale = view.here.rubric.scale
    records = [
        {
            "id": row_id(one),
            "from": scale.min,
            "to": scale.max,
            "said": f"{view.indicator(one)} — {said(view, one)}",
        }
        for one in rows
    ]
    pick = alt.selection_point(name=PICK, fields=["id"], on="click", clear="dblclick")
    mark = drawing(records).mark_bar(opacity=0.001, cursor="pointer", height=alt.RelativeBandSize(band=1))
    channels = {"x": x("from"), "x2": "to:Q", "y": y, "tooltip": alt.Tooltip("said:N")}
    return layer(mark, channels).add_params(pick)


def _range(rows: tuple[IndicatorAgreement, ...], x: Any, y: alt.Y, palette: Palette) -> list[alt.Chart]:  # noqa: ANN401
    records = [{"id": row_id(one), "low": one.low, "high": one.high, "median": one.median} for one in rows]
    line = drawing(records).mark_rule(strokeWidth=2, color=palette.grey)
    tick = drawing(records).mark_tick(thickness=3, size=24, color=palette.ink)
    return [
        layer(line, {"x": x("low"), "x2": "high:Q", "y": y}),
        layer(tick, {"x": x("median"), "y": y}),
    ]


def _dots(
    rows: tuple[IndicatorAgreement, ...],
    x: Any,  # noqa: ANN401
    y: alt.Y,
    palette: Palette,
) -> alt.Chart:
    records = [
        {"id": row_id(one), "score": score, "size": _DOT * count}
        for one in rows
        for score, count in Counter(vote.score for vote in one.votes if vote.score is not None).items()
    ]
    mark = drawing(records).mark_point(filled=True, opacity=0.9, color=palette.roles["unit"])
    size = alt.Size("size:Q", scale=None, legend=None)
    return layer(mark, {"x": x("score"), "y": y, "size": size})


def _consensus(rows: tuple[IndicatorAgreement, ...], x: Any, y: alt.Y, palette: Palette) -> alt.Chart:  # noqa: ANN401
    records = [{"id": row_id(one), "score": one.consensus} for one in rows if one.consensus is not None]
    mark = drawing(records).mark_point(
        shape="diamond", filled=True, size=170, opacity=1, color=palette.ink, stroke=palette.background
    )
    return layer(mark, {"x": x("score"), "y": y})
