"""What is open below a card: its evidence, its note, what is aimed at, or its history."""

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Rating
from assessment.rubric import Node
from assessment.ui.components import saving
from assessment.ui.components.card_evidence import card_evidence
from assessment.ui.components.card_history import card_history
from assessment.ui.components.desk import Desk
from assessment.ui.components.more import more
from assessment.ui.components.opened import close, opened


def editor(desk: Desk, node: Node, rating: Rating | None) -> None:
    """Draw the open part, nothing where none is open."""
    part = opened(desk, node.id)
    if part is None:
        return
    with st.container(key=f"editor-{node.id}", gap="small"):
        if part == "evidence":
            card_evidence(desk, node.id)
        elif part == "note":
            _note(desk, node.id, rating)
        elif part == "aim":
            more(desk, node.id, rating)
        else:
            card_history(desk, node.id, rating)
        st.button(
            text("interview.close", desk.lang),
            key=f"close-{node.id}",
            type="tertiary",
            icon=":material/expand_less:",
            on_click=_close,
            args=(node.id,),
        )


def _close(indicator: str) -> None:
    close()
    st.rerun(saving.card_key(indicator))


def _note(desk: Desk, indicator: str, rating: Rating | None) -> None:
    st.text_area(
        text("interview.note", desk.lang),
        value=rating.note if rating else "",
        key=saving.key(desk, indicator, "note", rating),
        disabled=not desk.can_rate,
        persist_state="session",
        on_change=saving.change_note,
        args=(desk, indicator, rating),
    )
    st.caption(text("interview.note.saved" if rating else "interview.note.waits", desk.lang))
