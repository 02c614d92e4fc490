"""The quiet controls under the levels: not applicable, not assessed, confidence, note, evidence, history."""

from typing import get_args

import streamlit as st

from assessment.catalogue import text
from assessment.ratings import Confidence, Evidence, EvidenceKind, Grade, Rating
from assessment.rubric import Node
from assessment.ui.components import saving
from assessment.ui.components.desk import Desk
from assessment.ui.components.more import more
from assessment.ui.components.verdict import details, verdict
from assessment.ui.words import day_and_time, plain


def extras(desk: Desk, node: Node, rating: Rating | None) -> None:
    """Draw the row; what a control opens is built only when it is open."""
    with st.container(key=f"extras-{node.id}", horizontal=True, vertical_alignment="center", gap="xsmall"):
        _confirm(desk, node.id, rating)
        _not_applicable(desk, node.id, rating)
        st.button(
            text("state.unknown", desk.lang).capitalize(),
            key=f"unknown-{node.id}",
            type="primary" if rating and rating.counts and rating.state == "unknown" else "tertiary",
            disabled=not desk.can_rate,
            on_click=saving.give_not_assessed,
            args=(desk, node.id, rating),
        )
        _confidence(desk, node.id, rating)
        _note(desk, node.id, rating)
        _evidence(desk, node.id)
        _come_back(desk, node.id, rating)
        more(desk, node.id, rating)
        _history(desk, node.id)


def _confirm(desk: Desk, indicator: str, rating: Rating | None) -> None:
    if rating is not None and rating.proposed:
        st.button(
            text("interview.confirm", desk.lang, value=verdict(rating, desk.lang)),
            key=f"confirm-{indicator}",
            type="primary",
            disabled=not desk.can_rate,
            on_click=saving.confirm,
            args=(desk, indicator, rating),
        )


def _come_back(desk: Desk, indicator: str, rating: Rating | None) -> None:
    st.button(
        ":material/flag:",
        key=f"flag-{indicator}",
        help=text("interview.flag", desk.lang),
        type="primary" if rating and rating.flagged else "tertiary",
        disabled=not desk.can_rate,
        on_click=saving.come_back,
        args=(desk, indicator, rating),
    )


def _not_applicable(desk: Desk, indicator: str, rating: Rating | None) -> None:
    shut = st.popover(
        text("state.na", desk.lang).capitalize(),
        type="primary" if rating and rating.state == "na" else "tertiary",
        key=saving.key(desk, indicator, "na"),
        disabled=not desk.can_rate,
        on_change="rerun",
    )
    if not shut.open:
        return
    with shut:
        st.text_area(
            text("interview.na.reason", desk.lang),
            value=rating.note if rating and rating.state == "na" else "",
            key=saving.key(desk, indicator, "reason"),
            placeholder=text("interview.na.example", desk.lang),
        )
        missing = st.session_state.pop(saving.key(desk, indicator, "no-reason"), None)
        if missing:
            st.error(plain(missing), icon=":material/error:")
        st.button(
            text("interview.na.save", desk.lang),
            key=f"na-save-{indicator}",
            on_click=saving.give_not_applicable,
            args=(desk, indicator, rating),
        )


def _confidence(desk: Desk, indicator: str, rating: Rating | None) -> None:
    st.caption(text("interview.confidence", desk.lang), width="content")
    st.segmented_control(
        text("interview.confidence", desk.lang),
        get_args(Confidence),
        default=rating.confidence if rating else None,
        format_func=lambda how: text(f"confidence.{how}", desk.lang),
        key=saving.key(desk, indicator, "confidence", rating),
        disabled=not desk.can_rate,
        persist_state="session",
        label_visibility="collapsed",
        on_change=saving.change_confidence,
        args=(desk, indicator, rating),
    )


def _note(desk: Desk, indicator: str, rating: Rating | None) -> None:
    noted = bool(rating and rating.note)
    shut = st.popover(
        text("interview.note", desk.lang) + (" ✓" if noted else ""),
        type="tertiary",
        key=saving.key(desk, indicator, "note-open"),
        on_change="rerun",
    )
    if not shut.open:
        return
    with shut:
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


def _evidence(desk: Desk, indicator: str) -> None:
    found = desk.evidence(indicator)
    count = f" · {len(found)}" if found else ""
    shut = st.popover(
        text("evidence", desk.lang).capitalize() + count,
        type="tertiary",
        key=saving.key(desk, indicator, "evidence"),
        on_change="rerun",
    )
    if not shut.open:
        return
    with shut:
        for item in found:
            _statement(desk, item)
        if desk.can_rate:
            _new_statement(desk, indicator)
        elif not found:
            st.caption(text("interview.evidence.none", desk.lang))


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


def _history(desk: Desk, indicator: str) -> None:
    keys = {rating.key for rating in desk.ratings() if rating.indicator == indicator}
    if not keys:
        return
    shut = st.popover(
        ":material/history:",
        help=text("interview.history", desk.lang),
        type="tertiary",
        key=saving.key(desk, indicator, "history"),
        on_change="rerun",
    )
    if shut.open:
        store = desk.context.store
        past = [rating for place in keys for rating in store.history(desk.engagement.id, place)]
        past.sort(key=lambda rating: (rating.at is not None, rating.at), reverse=True)
        shut.markdown("\n".join(f"- {_line(desk, rating)}" for rating in past))


def _line(desk: Desk, rating: Rating) -> str:
    when = day_and_time(rating.at) if rating.at else ""
    said = f"**{plain(verdict(rating, desk.lang))}**"
    more = plain(details(rating, desk.lang))
    return " · ".join(part for part in (when, plain(desk.name_of(rating.rater)), said, more) if part)
