"""What was said about one indicator before: who, when, what and why, and the way back."""

from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Rating
from assessment.ui.components import saving
from assessment.ui.components.desk import Desk
from assessment.ui.components.history_links import history_link
from assessment.ui.components.verdict import details, verdict
from assessment.ui.words import day_and_time, plain

_MOST_LINES: Final = 12


def card_history(desk: Desk, indicator: str, rating: Rating | None) -> None:
    """Draw the newest changes, and the undoing of the rater's last one."""
    keys = {found.key for found in desk.ratings() if found.indicator == indicator}
    store = desk.context.store
    past = [said for key in keys for said in store.history(desk.engagement.id, key)]
    past.sort(key=lambda said: (said.at is not None, said.at), reverse=True)
    if not past:
        st.caption(text("interview.history.none", desk.lang))
    st.markdown("\n".join(f"- {_line(desk, said)}" for said in past[:_MOST_LINES]))
    if desk.can_rate and rating is not None and rating.restores != 0:
        _undo(desk, indicator, rating)
    history_link(desk, indicator)


def _undo(desk: Desk, indicator: str, rating: Rating) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            text("interview.undo.why", desk.lang),
            key=saving.key(desk, indicator, "why", rating),
            max_chars=200,
            width=320,
        )
        st.button(
            text("interview.undo", desk.lang),
            key=f"undo-{indicator}",
            icon=":material/undo:",
            on_click=saving.undo,
            args=(desk, indicator, rating),
        )


def _line(desk: Desk, rating: Rating) -> str:
    when = day_and_time(rating.at) if rating.at else ""
    said = f"**{plain(verdict(rating, desk.lang))}**"
    more = plain(details(rating, desk.lang))
    who = plain(desk.name_of(rating.author))
    why = plain(text("interview.history.why", desk.lang, why=rating.why)) if rating.why else ""
    return " · ".join(part for part in (when, who, said, more, why) if part)
