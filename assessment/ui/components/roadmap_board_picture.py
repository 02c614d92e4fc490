"""The board of a plan as a picture for documents: the same cards, drawn as rectangles with wrapped names."""

from typing import Any, Final

import altair as alt

from assessment.board_words import NamedPlan
from assessment.catalogue import text
from assessment.ui.components.chart_frame import Record, breadth, drawing, framed, layer, wrapped
from assessment.ui.components.palette import Palette
from assessment.ui.components.roadmap_gantt import phase_axis, track_colours

_PHASE: Final = 152
"""Pixels of a phase."""
_LETTER: Final = 6.0
_LINE: Final = 14
_MARGIN: Final = 12


def board_chart(plan: NamedPlan, palette: Palette) -> alt.LayerChart:
    """The chart; a row is as high as its longest name needs."""
    cards, heads, height = _laid(plan)
    across: dict[str, Any] = {"axis": phase_axis(plan, palette), "scale": _scale(len(plan.dates))}
    down: dict[str, Any] = {"axis": None, "scale": alt.Scale(domain=[height, 0], nice=False, zero=False)}
    colours = track_colours(plan, palette)
    box = drawing(cards).mark_rect(fill=palette.background, stroke=palette.hairline, cornerRadius=3)
    edge = drawing(cards).mark_rect()
    name = drawing(cards).mark_text(
        align="left", baseline="top", lineBreak="\n", lineHeight=_LINE, fontSize=11.5, color=palette.ink
    )
    title = drawing(heads).mark_text(
        align="left", baseline="top", fontSize=12.5, fontWeight="bold", color=palette.ink
    )
    places = {"x": alt.X("x:Q", **across), "y": alt.Y("y:Q", **down), "y2": "y2:Q"}
    colour = alt.Color(
        "track:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=None
    )
    marks = [
        layer(box, {**places, "x2": "x2:Q"}),
        layer(edge, {**places, "x2": "edge:Q", "color": colour}),
        layer(name, {"x": alt.X("words:Q", **across), "y": alt.Y("top:Q", **down), "text": "name:N"}),
        layer(title, {"x": alt.X("x:Q", **across), "y": alt.Y("y:Q", **down), "text": "name:N"}),
    ]
    return framed(marks, palette, width=_PHASE * len(plan.dates), height=height)


def _scale(phases: int) -> alt.Scale:
    return alt.Scale(domain=[0, phases], nice=False, zero=False)


def _laid(plan: NamedPlan) -> tuple[list[Record], list[Record], float]:
    """Cards and headings at their places in pixels down and phases across, and the height of all."""
    cards: list[Record] = []
    heads: list[Record] = []
    at = 8.0
    for lane in plan.lanes:
        heads.append({"x": 0.02, "y": at, "name": plan.track(lane.track)})
        at += 22
        names = {card.id: _wrapped(plan, card.id, card.width) for card in lane.cards}
        for row in range(lane.rows):
            here = [card for card in lane.cards if card.row == row]
            lines = max((names[card.id].count("\n") + 1 for card in here), default=1)
            height = lines * _LINE + _MARGIN
            for card in here:
                left, right = card.left + 0.02, card.left + card.width - 0.02
                cards.append(
                    {
                        "x": left,
                        "x2": right,
                        "edge": left + 0.03,
                        "words": left + 0.07,
                        "y": at,
                        "y2": at + height - 5,
                        "top": at + (_MARGIN - 5) / 2 + 1,
                        "name": names[card.id],
                        "track": plan.track(lane.track),
                    }
                )
            at += height
        at += 8
    return cards, heads, at


def _wrapped(plan: NamedPlan, initiative: str, width: int) -> str:
    marks = [text("roadmap.pinned", plan.lang)] if initiative in plan.pinned else []
    marks += [text("roadmap.broken", plan.lang)] if initiative in plan.broken else []
    room = int((_PHASE * (width - 0.12)) / _LETTER)
    longest = max(breadth(word) for word in plan.named(initiative).split()) if plan.lang == "en" else 0
    return "\n".join([wrapped(plan.named(initiative), max(room, min(longest, room + 4))), *marks])
