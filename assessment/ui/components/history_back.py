"""Under an open change: what stands now, and bringing back what was said before, with a reason."""

from dataclasses import replace
from typing import Final

import streamlit as st

from assessment import history
from assessment.catalogue import text
from assessment.changes import Change
from assessment.errors import ChangedElsewhereError, GaplineError
from assessment.ratings import Rating
from assessment.ui import navigation, state
from assessment.ui.components.history_view import HistoryView
from assessment.ui.components.history_words import said, said_in_full
from assessment.ui.naming import by_name
from assessment.ui.words import plain

OPEN: Final = "history-open"
_WAY: Final = "history-way"
_REASON: Final = "history-reason"
_TOLD: Final = "history-told"
_REFUSED: Final = "history-refused"


def name_of_change(change: Change) -> str:
    """What names a change among all of its engagement."""
    return ":".join((*change.rating.key, str(change.rating.revision)))


def way_back(found: HistoryView, change: Change) -> None:
    """Draw what stands now and the ways back."""
    lang = found.lang
    now, ways = history.ways_back(found.context.store, found.engagement.id, change, found.rubric)
    refusal = found.refusal(change.rating.unit)
    with st.container(key="history-back"):
        _refused()
        st.markdown(text("history.now", lang, said=f"**{plain(said_in_full(now, lang))}**"))
        if not ways:
            st.caption(text("history.standing", lang))
        elif refusal:
            st.caption(f":material/lock: {plain(refusal)}")
        else:
            _form(found, change, now, ways)
        _field_link(found, change.rating)


def messages(found: HistoryView) -> None:
    """Say why nothing can be brought back here, and once what was."""
    refusal = found.refusal(found.unit.id)
    if refusal:
        nobody = refusal == text("history.nobody", found.lang)
        st.info(plain(refusal), icon=":material/person_add:" if nobody else ":material/lock:")
    told = st.session_state.pop(_TOLD, None)
    if told:
        st.success(plain(told), icon=":material/history:")


def _form(found: HistoryView, change: Change, now: Rating, ways: dict[str, Rating]) -> None:
    lang, name = found.lang, name_of_change(change)
    labels = {
        way: text(f"history.way.{way}", lang, said=said_in_full(one, lang)) for way, one in ways.items()
    }
    st.radio(
        text("history.way", lang),
        list(labels),
        format_func=lambda way: plain(labels[way]) if way in labels else "",
        key=f"{_WAY}:{name}:{now.revision}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            text("history.reason", lang),
            key=f"{_REASON}:{name}",
            placeholder=text("history.reason.example", lang),
            width=420,
        )
        st.button(
            text("history.bring-back", lang),
            key="history-bring-back",
            type="primary",
            icon=":material/undo:",
            on_click=_bring_back,
            args=(found, name, ways, now),
        )


def _bring_back(found: HistoryView, name: str, ways: dict[str, Rating], now: Rating) -> None:
    chosen = ways[st.session_state[f"{_WAY}:{name}:{now.revision}"]]
    why = str(st.session_state.get(f"{_REASON}:{name}") or "")
    store, engagement = found.context.store, found.engagement.id
    try:
        history.bring_back(store, engagement, chosen, found.rater or "", why, now.revision)
    except ChangedElsewhereError as error:
        named = {"by": found.name_of(error.by), "indicator": found.indicator_name(error.indicator)}
        st.session_state[_REFUSED] = replace(error, **named).sentence(found.lang)
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, found.context)
    else:
        told = {"name": found.indicator_name(chosen.indicator), "said": said(chosen, found.lang)}
        st.session_state[_TOLD] = text("history.brought-back", found.lang, **told)
        st.session_state[OPEN] = ""


def _refused() -> None:
    sentence = st.session_state.pop(_REFUSED, None)
    if sentence:
        st.error(plain(sentence), icon=":material/error:")


def _field_link(found: HistoryView, rating: Rating) -> None:
    st.page_link(
        navigation.page("interview", found.lang),
        label=text("history.field", found.lang),
        icon=":material/arrow_forward:",
        query_params=state.field(found.engagement.id, rating.unit, rating.wave, found.lang, rating.indicator),
    )
