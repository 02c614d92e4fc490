"""Taking an item away: first everything that rests on it, then the question; and bringing it back."""

from functools import partial
from typing import Final

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.evidence import Support
from assessment.ratings import Evidence
from assessment.ui.components.evidence_support import in_order
from assessment.ui.components.evidence_view import EvidenceView, attempt, open_item, title_of
from assessment.ui.components.verdict import verdict
from assessment.ui.words import plain

_ASKED: Final = "evidence-deleting"
_GONE: Final = "evidence-deleted"
_MOST_ROWS, _TALLEST = 12, 430


def delete_item(found: EvidenceView, item: Evidence) -> None:
    """The button; once it was clicked, in its place what the deletion would take along, and the question."""
    lang = found.lang
    if st.session_state.get(_ASKED) == item.id:
        _question(found, item)
        return
    st.button(
        text("evidence.delete", lang),
        key="evidence-delete",
        type="tertiary",
        icon=":material/delete:",
        disabled=found.rater is None or bool(found.records.fixed_by(item.id)),
        on_click=_ask,
        args=(item.id,),
    )


def bring_back(found: EvidenceView) -> None:
    """What was deleted last in this session, with the way to bring it back, until an item is opened."""
    kept = st.session_state.get(_GONE)
    if not kept or kept[0] != found.engagement.id:
        return
    item = Evidence.model_validate_json(kept[1])
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="evidence-gone"):
        words = text("evidence.deleted", found.lang, title=title_of(item, found.lang))
        st.markdown(f":material/delete: {plain(words)}", width="content")
        st.button(
            text("evidence.undo", found.lang),
            key="evidence-undo",
            icon=":material/undo:",
            disabled=found.rater is None,
            on_click=_restore,
            args=(found, item),
        )


def forget_deleted() -> None:
    """Offer no longer to bring back what was deleted last."""
    st.session_state.pop(_GONE, None)


def _question(found: EvidenceView, item: Evidence) -> None:
    lang = found.lang
    resting = in_order(
        found, evidence.supports(found.context.store, found.engagement.id, found.records, item.id)
    )
    cited = len(found.records.citing(item.id))
    with st.container(border=True, key="evidence-delete-question"):
        rests = found.rests(support.link for support in resting)
        words = text(f"evidence.delete.{'rests' if resting else 'none'}", lang, rests=rests)
        st.markdown(f":material/warning: {plain(words[:1].upper() + words[1:])}")
        if cited:
            st.markdown(plain(text("evidence.delete.findings", lang, count=cited)))
        if resting:
            _table(found, resting)
        with st.container(horizontal=True):
            st.button(
                text("evidence.delete.now", lang),
                key="evidence-delete-now",
                type="primary",
                icon=":material/delete:",
                disabled=found.rater is None,
                on_click=_delete,
                args=(found, item),
            )
            st.button(
                text("evidence.delete.keep", lang), key="evidence-delete-keep", on_click=_ask, args=(None,)
            )


def _table(found: EvidenceView, resting: tuple[Support, ...]) -> None:
    """Every rating that rests on it, with what counts there now."""
    lang = found.lang
    rows = [
        {
            "unit": found.unit_name(one.link.unit),
            "wave": found.wave_name(one.link.wave),
            "indicator": found.node_name(one.link.indicator),
            "score": verdict(one.rating, lang) if one.rating else text("evidence.unrated", lang),
        }
        for one in resting
    ]
    st.dataframe(
        rows,
        hide_index=True,
        height="content" if len(rows) <= _MOST_ROWS else _TALLEST,
        column_config={
            name: st.column_config.TextColumn(text(f"evidence.column.{name}", lang)) for name in rows[0]
        },
        key="evidence-resting",
        alt=text("evidence.supports", lang),
    )


def _ask(item: str | None) -> None:
    st.session_state[_ASKED] = item


def _delete(found: EvidenceView, item: Evidence) -> None:
    st.session_state.pop(_ASKED, None)
    store, place = found.context.store, found.engagement.id
    if attempt(found, partial(evidence.delete, store, place, item.id, found.rater or "")):
        st.session_state[_GONE] = (place, item.model_dump_json())
        open_item(None)


def _restore(found: EvidenceView, item: Evidence) -> None:
    store, place = found.context.store, found.engagement.id
    if attempt(found, partial(evidence.bring_back, store, place, item, found.rater or "")):
        st.session_state.pop(_GONE, None)
        open_item(item.id)
