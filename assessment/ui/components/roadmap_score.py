"""The scores that a plan projects, as lines over its phases, with low and high around one of them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import altair as alt

from assessment.board_words import NamedPlan, date_lines, phase_name
from assessment.catalogue import text
from assessment.report.numbers import rounded
from assessment.report.shapes import Cell, Column, Table
from assessment.ui.components.chart_frame import Record, drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette

HEIGHT: Final = 400
_LINE: Final = 17 / HEIGHT
"""The part of the scale that a name beside a line takes."""
_NAME_WIDTH: Final = 36


class ScoreLine(NamedTuple):
    """The scores of a node now (first) and after each phase; None where it has none.

    Attributes:
        low, high: if the initiatives lift less, or more, than they say.
    """

    node: str
    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]

    @property
    def last(self) -> float | None:
        """The score after the last phase."""
        return self.values[-1] if self.values else None


class Scores(NamedTuple):
    """The lines of a chart; the first is the one in question, with its low and high."""

    lines: tuple[ScoreLine, ...]
    scale: tuple[float, float]
    heads: tuple[tuple[str, ...], ...]
    """Words over now and over each phase."""


def heads_of(plan: NamedPlan) -> tuple[tuple[str, ...], ...]:
    """What stands under the lines: now, and every phase with its dates."""
    return (
        (text("roadmap.now", plan.lang),),
        *(
            (phase_name(phase, plan.lang), *date_lines(span, plan.lang))
            for phase, span in enumerate(plan.dates, 1)
        ),
    )


def score_chart(scores: Scores, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart; names stand at the right end of their lines."""
    across = _phases(scores, palette)
    low, high = scores.scale
    marks = [_band(scores, across, palette)] if scores.lines else []
    marks += [
        layer(
            drawing(_records(scores, palette)).mark_line(point=alt.OverlayMarkDef(size=36, filled=True)),
            {
                "x": across,
                "y": _y("y", scores, alt.Axis(title=None, tickCount=int(high - low), domain=False)),
                "detail": "node:N",
                "color": alt.Color("colour:N", scale=None),
                "strokeWidth": alt.StrokeWidth("thick:Q", scale=None),
                "tooltip": alt.Tooltip("said:N", title=None),
            },
        ),
        _names(scores, palette),
    ]
    chart = framed(marks, palette, height=HEIGHT)
    chart.resolve = alt.Resolve(axis=alt.AxisResolveMap(y="independent"))
    if width is not None:
        chart.width = width
    return chart


def colours_of(scores: Scores, palette: Palette) -> dict[str, str]:
    """Node -> the colour of its line; the first has the unit's."""
    colours = (palette.roles["unit"], palette.roles["second"], *palette.others)
    return {line.node: colours[min(place, len(colours) - 1)] for place, line in enumerate(scores.lines)}


def _records(scores: Scores, palette: Palette) -> list[Record]:
    """A point per line and phase; what has no score is left out."""
    colours = colours_of(scores, palette)
    return [
        {
            "node": line.node,
            "x": phase,
            "y": value,
            "colour": colours[line.node],
            "thick": 3.2 if place == 0 else 1.6,
            "said": [line.name, f"{' '.join(scores.heads[phase])}: {_figure(line, phase)}"],
        }
        for place, line in enumerate(scores.lines)
        for phase, value in enumerate(line.values)
        if value is not None
    ]


def _figure(line: ScoreLine, phase: int) -> str:
    value, low, high = line.values[phase], line.low[phase], line.high[phase]
    if value is None:
        return ""
    if low is None or high is None or high - low < 0.005:  # noqa: PLR2004 - reads the same
        return rounded(value, 2)
    return f"{rounded(value, 2)} ({rounded(low, 2)}–{rounded(high, 2)})"


def _band(scores: Scores, across: alt.X, palette: Palette) -> alt.Chart:
    first = scores.lines[0]
    records: list[Record] = [
        {"x": phase, "low": low, "high": high}
        for phase, (low, high) in enumerate(zip(first.low, first.high, strict=True))
        if low is not None and high is not None
    ]
    mark = drawing(records).mark_area(color=palette.roles["unit"], opacity=0.16)
    return layer(mark, {"x": across, "y": _y("low", scores, None), "y2": "high:Q"})


def _names(scores: Scores, palette: Palette) -> alt.Chart:
    """Names and last scores on an axis at the right, moved apart so that none lies on another."""
    known = [(line.last, line) for line in scores.lines if line.last is not None]
    places = _apart([last for last, _ in known], scores.scale)
    colours = colours_of(scores, palette)
    said = [_short(f"{rounded(last, 1)}  {line.name}") for last, line in known]
    tests: list[Any] = [
        {"test": f"abs(datum.value - {place}) < 1e-9", "value": colours[line.node]}
        for place, (_, line) in zip(places, known, strict=True)
    ]
    at = json.dumps(places)
    axis = alt.Axis(
        orient="right",
        values=places,
        labelExpr=f"{json.dumps(said, ensure_ascii=False)}[indexof({at}, datum.value)]",
        labelColor={"condition": tests, "value": palette.ink} if tests else palette.ink,
        labelLimit=0,
        labelOverlap=False,
        labelFontWeight="bold",
        ticks=False,
        domain=False,
        grid=False,
        title=None,
    )
    mark = drawing([{"y": place} for place in places]).mark_point(opacity=0)
    return layer(mark, {"y": _y("y", scores, axis)})


def _short(name: str) -> str:
    """A name on one line; what does not fit is left to the words under the pointer."""
    first, *rest = wrapped(name, _NAME_WIDTH).split("\n")
    return f"{first}…" if rest else first


def _apart(values: Sequence[float], scale: tuple[float, float]) -> list[float]:
    """Heights for names beside the values, none nearer to another than a line of type, all on the scale."""
    least = _LINE * (scale[1] - scale[0])
    order = sorted(range(len(values)), key=lambda place: (values[place], place))
    found = list(values)
    last = scale[0] - least
    for place in order:
        last = found[place] = max(values[place], last + least)
    top = scale[1] + least
    for place in reversed(order):
        top = found[place] = min(found[place], top - least)
    return found


def _phases(scores: Scores, palette: Palette) -> alt.X:
    heads = [list(head) for head in scores.heads]
    axis = alt.Axis(
        values=list(range(len(heads))),
        labelExpr=f"{json.dumps(heads, ensure_ascii=False)}[datum.value]",
        labelColor=palette.ink,
        labelFontSize=11,
        labelOverlap=False,
        labelLimit=0,
        grid=True,
        ticks=False,
        domain=False,
        title=None,
    )
    scale = alt.Scale(domain=[0, max(1, len(heads) - 1)], nice=False, zero=False, padding=24)
    return alt.X("x:Q", axis=axis, scale=scale)


def _y(field: str, scores: Scores, axis: alt.Axis | None) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=list(scores.scale), nice=False))


def score_table(scores: Scores, title: str, columns: Mapping[str, str]) -> Table:
    """A row per node: its score now and after each phase, with low and high after the last.

    Args:
        scores: the lines.
        title: of the table.
        columns: titles of the columns `node`, `low` and `high`.
    """
    heads = tuple(Column(f"phase-{place}", head[0], "score") for place, head in enumerate(scores.heads))
    return Table(
        "roadmap.scores",
        title,
        (
            Column("node", columns["node"], width=2.6),
            *heads,
            Column("low", columns["low"], "score"),
            Column("high", columns["high"], "score"),
        ),
        tuple(
            (Cell(line.name), *(_cell(one) for one in (*line.values, line.low[-1], line.high[-1])))
            for line in scores.lines
        ),
        row_ids=tuple(line.node for line in scores.lines),
    )


def _cell(score: float | None) -> Cell:
    if score is None:
        return Cell("–", None, "score", "no-data")
    return Cell(rounded(score, 2), score, "score", "scored")
