"""The chart of a ranking: how often each rank is taken, the interval, and brackets around what is tied."""

import json
from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from assessment.catalogue import text
from assessment.robustness_words import rank_interval
from assessment.ui.components.chart_frame import PICK, Record, drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette
from assessment.ui.components.rank_window import LANES, Bracket, brackets
from assessment.ui.components.ranking_view import RankingView

ROW: Final = 38
NAME_WIDTH: Final = 30
SIGNS: Final = {"tied": "≈", "likely": ">", "clear": "≫", "dominant": "■"}
_RIGHT: Final = 0.36
"""Share of the plot at its right that holds intervals, signs and brackets instead of ranks."""
_FIGURES, _SIGN, _LANES_FROM = 0.02, 0.165, 0.2
"""Where these begin, as shares of the plot from the last rank on."""
_BASE, _COLUMN, _LINE_AT = 0.66, 0.56, 0.8
"""In a row, from its top: the foot of the columns, their most height, and the line of the interval."""
_LEAST: Final = 0.0005
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000)
"""Between two ranks that are written at the axis."""


class Layout:
    """Where everything stands: rows down, ranks across, and the space at the right."""

    def __init__(self, view: RankingView) -> None:
        found = view.known.robust
        self.view, self.rows = view, view.rows
        self.top = dict(zip(self.rows, range(len(self.rows)), strict=True))
        self.height = len(self.rows)
        intervals = [rank_interval(found, row) for row in self.rows]
        nominal = [int(found.ranked.nominal[row]) for row in self.rows]
        self.first = min([*(low for low, _ in intervals), *nominal]) - 0.5
        self.last = max([*(high for _, high in intervals), *nominal]) + 0.5
        self.width = (self.last - self.first) / (1 - _RIGHT)

    def right(self, share: float) -> float:
        """The place across that lies this share of the plot behind the last rank."""
        return self.last + share * self.width

    def x(self, field: str = "x") -> alt.X:
        """The axis of ranks, without a mark at the space beside them."""
        whole = list(range(int(self.first + 1), int(self.last) + 1))
        step = next(step for step in _STEPS if step * 10 >= len(whole))
        ticks = [rank for rank in whole if rank == whole[0] or rank % step == 0]
        axis = alt.Axis(
            title=text("ranking.chart.axis", self.view.lang),
            titleAnchor="start",
            values=ticks,
            format="d",
            domain=False,
            ticks=False,
        )
        scale = alt.Scale(domain=[self.first, self.first + self.width], nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=scale, axis=axis)

    def y(self, field: str = "y") -> alt.Y:
        """Rows by name, the own unit's in bold."""
        return named_rows(self.view, self.top, self.height, field)


def named_rows(view: RankingView, top: dict[int, int], height: float, field: str = "y") -> alt.Y:
    """The axis of rows: every one by rank and name, the own unit's in bold."""
    nominal = view.ranked.nominal
    names = {
        f"{at + 0.5:g}": wrapped(f"{nominal[row]}  {view.name(row)}", NAME_WIDTH) for row, at in top.items()
    }
    own = "false" if view.own is None else f"datum.value == {top[view.own] + 0.5:g}"
    axis = alt.Axis(
        values=[at + 0.5 for at in top.values()],
        labelExpr=f"split({json.dumps(names, ensure_ascii=False)}[format(datum.value, '~g')], '\\n')",
        labelFontWeight={"condition": {"test": own, "value": "bold"}, "value": "normal"},
        labelLimit=0,
        labelPadding=8,
        title=None,
        domain=False,
        ticks=False,
        grid=False,
    )
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=axis)


def row_bands(
    view: RankingView,
    top: dict[int, int],
    ends: tuple[float, float],
    x: alt.X,
    y: alt.Y,
    said: Sequence[str],
) -> alt.Chart:
    """Invisible bands over the rows, so that a click anywhere on one counts; hovering says its figures."""
    records = [
        {
            "id": view.ranked.units[row],
            "from": ends[0],
            "to": ends[1],
            "top": at,
            "foot": at + 1,
            "said": words,
        }
        for (row, at), words in zip(top.items(), said, strict=True)
    ]
    pick = alt.selection_point(name=PICK, fields=["id"], on="click", clear="dblclick")
    mark = drawing(records).mark_rect(opacity=0.001, cursor="pointer")
    bands = layer(mark, {"x": x, "x2": "to:Q", "y": y, "y2": "foot:Q", "tooltip": alt.Tooltip("said:N")})
    return bands.add_params(pick)


def rank_chart(view: RankingView, palette: Palette, width: int | None) -> alt.LayerChart:
    """The chart of the rows in view; a click on a row selects its unit under the name `PICK`."""
    plan = Layout(view)
    said = [row_said(view, row) for row in plan.rows]
    ends = (plan.first, plan.first + plan.width)
    layers = [
        row_bands(view, plan.top, ends, plan.x("from"), plan.y("top"), said),
        _columns(plan, palette),
        *_intervals(plan, palette),
        _signs(plan, palette),
        *_brackets(plan, palette),
    ]
    size: dict[str, Any] = {"height": round(ROW * plan.height), "width": width or "container"}
    if width is None:
        size["autosize"] = {"type": "fit-x", "contains": "padding"}
    return framed(layers, palette, padding={"left": 4, "top": 4, "bottom": 4, "right": 4}, **size)


def row_said(view: RankingView, row: int) -> str:
    """A unit's rank and interval in words."""
    low, high = rank_interval(view.known.robust, row)
    rank = int(view.ranked.nominal[row])
    return text("ranking.said", view.lang, unit=view.name(row), rank=rank, low=low, high=high)


def tallest(view: RankingView) -> float:
    """The largest probability of a rank among the rows in view, which the columns' height stands for."""
    return float(view.known.robust.ranks.acceptability[list(view.rows)].max())


def shown_brackets(view: RankingView) -> tuple[Bracket, ...]:
    """The tie groups of the rows in view."""
    return brackets(view.known.robust.tie_groups, view.rows, view.own)


def _columns(plan: Layout, palette: Palette) -> alt.Chart:
    shares, most = plan.view.known.robust.ranks.acceptability, tallest(plan.view)
    records: list[Record] = []
    for row, at in plan.top.items():
        for rank, share in enumerate(shares[row].tolist(), start=1):
            if share > _LEAST and plan.first < rank < plan.last:
                records.append(
                    {
                        "x": rank - 0.42,
                        "to": rank + 0.42,
                        "y": at + _BASE,
                        "head": round(at + _BASE - _COLUMN * share / most, 4),
                        "own": row == plan.view.own,
                    }
                )
    colour = alt.condition("datum.own", alt.value(palette.roles["unit"]), alt.value(palette.roles["peer"]))
    mark = drawing(records).mark_rect(opacity=0.75)
    return layer(mark, {"x": plan.x(), "x2": "to:Q", "y": plan.y(), "y2": "head:Q", "fill": colour})


def _intervals(plan: Layout, palette: Palette) -> list[alt.Chart]:
    found = plan.view.known.robust
    records = []
    for row, at in plan.top.items():
        low, high = rank_interval(found, row)
        said = str(low) if low == high else f"{low}–{high}"
        records.append(
            {
                "x": low,
                "to": high,
                "nominal": int(found.ranked.nominal[row]),
                "y": at + _LINE_AT,
                "said": said,
                "at": plan.right(_FIGURES),
                "middle": at + 0.55,
            }
        )
    line = drawing(records).mark_rule(strokeWidth=2.5, color=palette.ink, strokeCap="round")
    dot = drawing(records).mark_point(
        filled=True, size=62, color=palette.ink, opacity=1, stroke=palette.background, strokeWidth=1
    )
    words = drawing(records).mark_text(align="left", fontSize=12, color=palette.ink)
    return [
        layer(line, {"x": plan.x(), "x2": "to:Q", "y": plan.y()}),
        layer(dot, {"x": plan.x("nominal"), "y": plan.y()}),
        layer(words, {"x": plan.x("at"), "y": plan.y("middle"), "text": "said:N"}),
    ]


def _signs(plan: Layout, palette: Palette) -> alt.Chart:
    """Between two neighbours, how sure the lead of the upper one is."""
    found = plan.view.known.robust
    records = [
        {
            "x": plan.right(_SIGN),
            "y": plan.top[row] + 1.05,
            "sign": SIGNS["dominant" if found.dominant[row, row + 1] else found.certainty(row, row + 1)],
        }
        for row in plan.rows
        if row + 1 in plan.top
    ]
    mark = drawing(records).mark_text(fontSize=15, color=palette.ink)
    return layer(mark, {"x": plan.x(), "y": plan.y(), "text": "sign:N"})


def _brackets(plan: Layout, palette: Palette) -> list[alt.Chart]:
    lines, ends = [], []
    for bracket in shown_brackets(plan.view):
        if bracket.lane >= LANES:
            continue
        x = plan.right(_LANES_FROM + (_RIGHT - _LANES_FROM) * (bracket.lane + 0.5) / LANES)
        own = plan.view.own in bracket.rows
        tops = [plan.top[row] + 0.55 for row in bracket.rows]
        lines.append({"x": x, "y": tops[0], "foot": tops[-1], "own": own})
        ends += [{"x": x, "y": at, "own": own} for at in tops]
    colour = alt.condition("datum.own", alt.value(palette.roles["unit"]), alt.value(palette.grey))
    line = drawing(lines).mark_rule(strokeWidth=3)
    dots = drawing(ends).mark_point(filled=True, size=70, opacity=1, shape="square")
    return [
        layer(line, {"x": plan.x(), "y": plan.y(), "y2": "foot:Q", "color": colour}),
        layer(dots, {"x": plan.x(), "y": plan.y(), "color": colour}),
    ]
