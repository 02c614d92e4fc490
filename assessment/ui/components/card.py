"""One indicator: what to ask, the levels, and what else can be said about it.

What is read and clicked is one piece of HTML; a click goes the way of a key press, through keys.js.
"""

from functools import partial
from html import escape

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Rating
from assessment.rubric import Node
from assessment.ui.boundary import sentences
from assessment.ui.components import drawing, saving
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.aside import aside
from assessment.ui.components.desk import Desk
from assessment.ui.components.editor import editor
from assessment.ui.components.extras import extras
from assessment.ui.components.markup import block
from assessment.ui.components.tiles import has_tiles, number, tiles
from assessment.ui.components.verdict import in_full, verdict
from assessment.ui.words import day_and_time, plain


def card(desk: Desk, node: Node, place: int) -> None:
    """Draw one indicator as a fragment of its own, so that an answer redraws only what it changes."""
    drawn_apart(_card, key=saving.card_key(node.id))(desk, node, place)


def _card(desk: Desk, node: Node, place: int) -> None:
    desk = desk.now()
    with sentences(desk.lang), st.container(key=f"sheet-{node.id}", border=True, gap="small"):
        rating = desk.said().get(node.id)
        _failure(desk, node.id)
        _conflict(desk, node.id, rating)
        st.html(sheet(desk, node, place, rating))
        if not has_tiles(desk.rubric, node):
            give = partial(saving.give_score, desk, node.id, seen=rating)
            given = rating.score if rating and rating.counts else None
            number(desk.rubric, node, given, give, disabled=not desk.can_rate)
        editor(desk, node, rating)
        drawing.drawn(desk, node.id)


def sheet(desk: Desk, node: Node, place: int, rating: Rating | None) -> str:
    """The card as HTML; it carries the place and the revision that the person sees."""
    revision = rating.revision if rating else 0
    main = (
        _title(desk, node, place, rating),
        block("gl-question", escape(desk.rubric.question(node.id, desk.lang)), tag="p"),
        _levels(desk, node, rating),
        _remarks(desk, rating),
        extras(desk, node, rating),
    )
    whose = f'data-place="{escape("/".join(desk.place))}" data-indicator="{escape(node.id)}"'
    return (
        f'<article class="gl-card" lang="{desk.lang}" {whose} data-revision="{revision}">'
        f"{block('gl-main', *main)}{block('gl-aside', aside(desk, node), tag='aside')}</article>"
    )


def _levels(desk: Desk, node: Node, rating: Rating | None) -> str:
    if not has_tiles(desk.rubric, node):
        return ""
    return tiles(desk.rubric, node, desk.lang, rating, disabled=not desk.can_rate)


def _title(desk: Desk, node: Node, place: int, rating: Rating | None) -> str:
    name = escape(desk.rubric.name_of(node.id, desk.lang))
    return f"<h4>{place}. {name} {_badge(desk, rating)}</h4>"


def _badge(desk: Desk, rating: Rating | None) -> str:
    if rating is not None and rating.proposed:
        said = text("interview.proposed", desk.lang, value=verdict(rating, desk.lang))
        return f'<span class="gl-badge gl-proposed">{escape(said)}</span>'
    if rating is not None and rating.counts:
        return f'<span class="gl-badge gl-given">{escape(verdict(rating, desk.lang))}</span>'
    return (
        f'<span class="gl-badge">{escape(text("interview.open", desk.lang))}</span>' if desk.can_rate else ""
    )


def _remarks(desk: Desk, rating: Rating | None) -> str:
    if rating is None:
        return ""
    marked = f"† {escape(text(f'mark.{rating.mark}', desk.lang))}" if rating.mark else ""
    noted = f"<b>{escape(text('interview.note', desk.lang))}</b> {escape(rating.note)}" if rating.note else ""
    return block("gl-mark", marked, tag="p") + block("gl-note", noted, tag="p")


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
