"""The board of a plan on the screen: phases across, a lane per track, a card over the phases it takes."""

from html import escape
from string import Template
from typing import Final

import streamlit as st

from assessment.board import Card, Lane, Span
from assessment.board_words import NamedPlan, date_lines, hover_of, phase_name
from assessment.catalogue import Lang, text
from assessment.ui.components.markup import block
from exports import style

_CSS: Final = """
.st-key-roadmap-board { overflow-x: auto; container-type: inline-size; }
.gl-board {
  --gl-ink: light-dark($ink, $night_ink);
  --gl-quiet: light-dark($quiet, $night_grey);
  --gl-paper: light-dark($paper, $night_panel);
  --gl-lane: light-dark($lane, $night);
  --gl-line: light-dark($hairline, $night_hairline);
  --gl-operational: light-dark($accent, $night_accent);
  --gl-analytical: light-dark($second, $night_second);
  --gl-broken: light-dark($broken, $night_second);
  color: var(--gl-ink); display: grid; gap: 4px; font-size: 0.8rem; line-height: 1.28;
}
.gl-board h5 { grid-column: 1 / -1; font-size: 0.9rem; font-weight: 700; margin: 0.5rem 0 0; padding: 0; }
.gl-board h5 small { font-weight: 400; color: var(--gl-quiet); margin-left: 0.4rem; }
.gl-phase { font-weight: 700; padding: 0.15rem 0.35rem; border-bottom: 2px solid var(--gl-line); }
.gl-phase small { display: block; font-weight: 400; color: var(--gl-quiet); }
.gl-phase small span { display: inline-block; }
.gl-track { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; gap: 4px; padding: 4px 0;
  background: var(--gl-lane); border-radius: 6px; min-height: 2.2rem; }
.gl-item { background: var(--gl-paper); border: 1px solid var(--gl-line); border-left-width: 4px;
  border-radius: 4px; padding: 0.25rem 0.35rem; min-width: 0; overflow-wrap: anywhere; hyphens: auto; }
.gl-item.gl-operational { border-left-color: var(--gl-operational); }
.gl-item.gl-analytical { border-left-color: var(--gl-analytical); }
.gl-item.gl-broken { border: 2px dashed var(--gl-broken); border-left-width: 4px; }
.gl-item small { display: block; color: var(--gl-quiet); font-size: 0.72rem; }
.gl-item small.gl-mark { color: var(--gl-broken); font-weight: 600; }
@container (max-width: 780px) {
  .gl-board { font-size: 0.7rem; }
  .gl-item { padding: 0.2rem 0.15rem 0.2rem 0.2rem; border-left-width: 3px; }
}
"""
_NARROWEST: Final = 84
"""Pixels of a phase; below that the board scrolls sideways inside its place."""


def board(plan: NamedPlan, key: str = "roadmap-board") -> None:
    """Draw the board."""
    with st.container(key=key):
        st.html(f"<style>{_rules()}</style>")
        st.html(board_html(plan))


def _rules() -> str:
    night = {f"night_{name}": colour for name, colour in style.DARK.items() if name != "background"}
    return Template(_CSS).substitute(
        night,
        ink=style.INK,
        quiet=style.QUIET,
        paper=style.WHITE,
        lane=style.LEVELS[0],
        hairline=style.HAIRLINE,
        accent=style.ACCENT,
        second=style.SECOND,
        broken=style.URGENCY["now"],
        night=style.DARK["background"],
    )


def board_html(plan: NamedPlan) -> str:
    """The board as HTML; every name is escaped."""
    lang = plan.lang
    columns = f"grid-template-columns: repeat({len(plan.dates)}, minmax({_NARROWEST}px, 1fr))"
    head = "".join(
        block("gl-phase", escape(phase_name(phase, lang)), f"<small>{_dates(span, lang)}</small>")
        for phase, span in enumerate(plan.dates, 1)
    )
    rows = "".join(_lane(plan, lane) for lane in plan.lanes)
    title = escape(text("roadmap.view.board", lang))
    about = f'role="group" aria-label="{title}" lang="{lang}" style="{columns}"'
    return f'<div class="gl-board" {about}>{head}{rows}</div>'


def _dates(span: Span, lang: Lang) -> str:
    """The dates, over two lines where one is too long."""
    return " ".join(f"<span>{escape(line)}</span>" for line in date_lines(span, lang))


def _lane(plan: NamedPlan, lane: Lane) -> str:
    count = text(
        "roadmap.lane.count.one" if len(lane.cards) == 1 else "roadmap.lane.count",
        plan.lang,
        count=len(lane.cards),
    )
    head = block("", escape(plan.track(lane.track)), f"<small>{escape(count)}</small>", tag="h5")
    cards = "".join(_card(plan, lane.track, card) for card in lane.cards)
    return f'{head}<div class="gl-track">{cards}</div>'


def _card(plan: NamedPlan, track: str, card: Card) -> str:
    one = plan.by_id[card.id]
    kinds = ["gl-item", f"gl-{track}" if track in plan.tracks else ""]
    kinds += ["gl-broken"] if card.id in plan.broken else []
    place = f"grid-column: {card.left + 1} / span {card.width}; grid-row: {card.row + 1}"
    said = "".join(
        f"<small{kind}>{escape(words)}</small>" for kind, words in _marks(plan, card.id, plan.lang)
    )
    return (
        f'<div class="{" ".join(filter(None, kinds))}" style="{place}" title="{escape(hover_of(plan, one))}">'
        f"{escape(plan.named(card.id))}{said}</div>"
    )


def _marks(plan: NamedPlan, initiative: str, lang: Lang) -> list[tuple[str, str]]:
    marks = [("", text("roadmap.pinned", lang))] if initiative in plan.pinned else []
    if initiative in plan.broken:
        marks.append((' class="gl-mark"', text("roadmap.broken", lang)))
    return marks
