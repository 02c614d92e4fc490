"""The evidence of one indicator: what is on record, a new statement, and one more use of what is there."""

from typing import Final, get_args

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Evidence, EvidenceKind, Grade
from assessment.ui.components import saving
from assessment.ui.components.desk import Desk
from assessment.ui.components.evidence_links import evidence_link
from assessment.ui.words import plain

_MOST_OFFERED: Final = 50
_FIRST_WORDS: Final = 70


def card_evidence(desk: Desk, indicator: str) -> None:
    """Draw the list, and the two ways to add to it where the unit's wave takes any."""
    found = desk.evidence(indicator)
    for item in found:
        _statement(desk, item)
    if not found:
        st.caption(text("interview.evidence.none", desk.lang))
    if desk.can_rate:
        new, known = st.columns(2, gap="large")
        with new:
            _new_statement(desk, indicator)
        with known:
            _on_record(desk, indicator)
    evidence_link(desk, indicator)


def _statement(desk: Desk, item: Evidence) -> None:
    kind = text(f"evidence-kind.{item.kind}", desk.lang)
    grade = text(f"grade.{item.grade}", desk.lang)
    tail = " · ".join(part for part in (kind, item.cited(desk.lang), grade) if part)
    st.markdown(f"{plain(item.said(desk.lang))}  \n:small[:gray[{plain(tail)}]]")


def _new_statement(desk: Desk, indicator: str) -> None:
    lang = desk.lang
    with st.form(f"statement-{indicator}", clear_on_submit=True, border=False):
        st.text_area(text("interview.evidence.said", lang), key=saving.key(desk, indicator, "said"))
        st.text_input(text("interview.evidence.by", lang), key=saving.key(desk, indicator, "by"))
        kind, grade = st.columns(2)
        kind.selectbox(
            text("interview.evidence.kind", lang),
            get_args(EvidenceKind),
            format_func=lambda option: text(f"evidence-kind.{option}", lang),
            key=saving.key(desk, indicator, "kind"),
        )
        grade.selectbox(
            text("interview.evidence.grade", lang),
            get_args(Grade),
            index=get_args(Grade).index("partial"),
            format_func=lambda option: text(f"grade.{option}", lang),
            key=saving.key(desk, indicator, "grade"),
        )
        st.form_submit_button(
            text("interview.evidence.add", lang),
            key=f"statement-add-{indicator}",
            on_click=saving.add_statement,
            args=(desk, indicator),
        )


def _on_record(desk: Desk, indicator: str) -> None:
    """Items that support other ratings, searched by any word, to support this one, too."""
    lang = desk.lang
    words = st.text_input(
        text("interview.evidence.search", lang),
        key=saving.key(desk, indicator, "search"),
        placeholder=text("interview.evidence.search.example", lang),
    )
    offered = {item.id: item for item in _offered(desk, indicator, words)}
    if not offered:
        st.caption(text("interview.evidence.no-match", lang))
        return
    st.multiselect(
        text("interview.evidence.pick", lang),
        list(offered),
        format_func=lambda option: _first_words(desk, offered.get(option)),
        key=saving.key(desk, indicator, "picked"),
        placeholder=text("interview.evidence.pick.none", lang),
    )
    st.button(
        text("interview.evidence.use", lang),
        key=f"use-{indicator}",
        on_click=saving.use_evidence,
        args=(desk, indicator),
    )


def _offered(desk: Desk, indicator: str, words: str) -> list[Evidence]:
    """What the search finds, best first, else the newest; without what is there already."""
    store, engagement = desk.context.store, desk.engagement.id
    items = {item.id: item for item in store.evidence(engagement)}
    order = store.search_evidence(engagement, words) if words.strip() else list(items)[::-1]
    here = {item.id for item in desk.evidence(indicator)}
    return [items[each] for each in order if each in items and each not in here][:_MOST_OFFERED]


def _first_words(desk: Desk, item: Evidence | None) -> str:
    if item is None:
        return ""
    said = item.title or item.said(desk.lang)
    short = said if len(said) <= _FIRST_WORDS else f"{said[:_FIRST_WORDS].rstrip()}…"
    source = item.cited(desk.lang)
    return f"{short} · {source}" if source else short
