"""One indicator: what to ask, the levels, and what else can be said about it."""

from functools import partial

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Rating
from assessment.rubric import Node
from assessment.ui.boundary import sentences
from assessment.ui.components import drawing, saving
from assessment.ui.components.aside import aside
from assessment.ui.components.desk import Desk
from assessment.ui.components.extras import extras
from assessment.ui.components.tiles import tiles
from assessment.ui.components.verdict import in_full, verdict
from assessment.ui.words import day_and_time, plain


def card(desk: Desk, node: Node, number: int) -> None:
    """Draw one indicator as a fragment of its own, so that a click redraws only what it changes."""
    st.fragment(key=saving.card_key(node.id))(_card)(desk, node, number)


def _card(desk: Desk, node: Node, number: int) -> None:
    desk = desk.now()
    with sentences(desk.lang), st.container(key=f"sheet-{node.id}", border=True):
        rating = desk.said().get(node.id)
        with st.container(key=f"ask-{node.id}", gap="small"):
            _title(desk, node, number, rating)
            _failure(desk, node.id)
            _conflict(desk, node.id, rating)
            tiles(
                desk.rubric,
                node,
                desk.lang,
                rating.score if rating and rating.counts else None,
                partial(_give, desk, node.id, rating),
            )
            if rating and rating.mark:
                st.caption("† " + plain(text(f"mark.{rating.mark}", desk.lang)))
            extras(desk, node, rating)
        with st.container(key=f"aside-{node.id}", gap="small"):
            aside(desk, node)
        drawing.drawn(desk, node.id)


def _give(desk: Desk, indicator: str, seen: Rating | None, score: float) -> None:
    if not desk.can_rate:
        st.session_state[saving.key(desk, indicator, "failure")] = desk.refusal()
        return
    saving.give_score(desk, indicator, score, seen)


def _title(desk: Desk, node: Node, number: int, rating: Rating | None) -> None:
    badge = _badge(desk, rating)
    name = plain(desk.rubric.name_of(node.id, desk.lang))
    question = plain(desk.rubric.question(node.id, desk.lang))
    st.markdown(f"**{number}. {name}** {badge}  \n{question}")


def _badge(desk: Desk, rating: Rating | None) -> str:
    if rating is not None and rating.proposed:
        said = text("interview.proposed", desk.lang, value=verdict(rating, desk.lang))
        return f":orange-badge[{plain(said)}]"
    if rating is not None and rating.counts:
        return f":primary-badge[{plain(verdict(rating, desk.lang))}]"
    return f":gray-badge[{text('interview.open', desk.lang)}]" if desk.can_rate else ""


def _failure(desk: Desk, indicator: str) -> None:
    sentence = st.session_state.get(saving.key(desk, indicator, "failure"))
    if sentence:
        st.error(plain(sentence), icon=":material/error:")


def _conflict(desk: Desk, indicator: str, theirs: Rating | None) -> None:
    mine = saving.conflict(desk, indicator)
    if mine is None or theirs is None:
        return
    words = {"theirs": in_full(theirs, desk.lang), "mine": in_full(mine, desk.lang)}
    at = day_and_time(theirs.at) if theirs.at else ""
    sentence = text("interview.conflict", desk.lang, by=desk.name_of(theirs.rater), at=at, **words)
    st.warning(plain(sentence), icon=":material/sync_problem:")
    with st.container(horizontal=True):
        st.button(
            text("interview.conflict.theirs", desk.lang, value=verdict(theirs, desk.lang)),
            key=f"theirs-{indicator}",
            on_click=saving.keep_theirs,
            args=(desk, indicator),
        )
        st.button(
            text("interview.conflict.mine", desk.lang, value=verdict(mine, desk.lang)),
            key=f"mine-{indicator}",
            type="primary",
            on_click=saving.keep_mine,
            args=(desk, indicator, theirs),
        )
