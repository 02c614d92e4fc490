"""Who is rating: a person of the engagement, or a new name."""

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Person, person_called, tidy_name
from assessment.errors import GaplineError
from assessment.ratings import is_reserved
from assessment.ui import state
from assessment.ui.context import Context
from assessment.ui.words import plain

_KEY = "pick-rater"
_REFUSED = "rater-refused"


def rater(context: Context, engagement: Engagement) -> str | None:
    """The id of the person who rates in this session; None until one is chosen.

    A link may name somebody else, once: whoever follows it is told whose ratings are in view from then on.
    """
    people = {person.id: person for person in context.store.people(engagement.id)}
    named = people.get(st.query_params.pop(state.RATER, ""))
    if named and st.session_state.get(state.RATER) != named.id:
        st.session_state[state.RATER] = named.id
        st.toast(text("interview.rater.now", context.lang, name=plain(named.called(context.lang))))
    chosen = st.session_state.get(state.RATER)
    return chosen if chosen in people else None


def choose_rater(context: Context, engagement: Engagement, chosen: str | None) -> None:
    """Draw the choice; a new name becomes a person of the engagement at once."""
    lang = context.lang
    names = {person.id: person.called(lang) for person in context.store.people(engagement.id)}
    st.session_state[_KEY] = chosen
    st.selectbox(
        text("interview.rater", lang),
        list(names),
        index=None,
        format_func=lambda option: names.get(option, option),
        key=_KEY,
        placeholder=text("interview.rater.who", lang),
        accept_new_options=True,
        label_visibility="collapsed",
        icon=":material/person:",
        on_change=_chosen,
        args=(context, engagement, lang),
    )
    refused = st.session_state.pop(_REFUSED, None)
    if refused:
        st.error(plain(refused))


def _chosen(context: Context, engagement: Engagement, lang: Lang) -> None:
    said = tidy_name(str(st.session_state.get(_KEY) or ""))
    known = person_called(context.store.people(engagement.id), said)
    if not said:
        st.session_state.pop(state.RATER, None)
    elif known is not None:
        st.session_state[state.RATER] = known.id
    elif is_reserved(said):
        st.session_state[_REFUSED] = text("interview.rater.reserved", lang, name=said)
    else:
        _add(context, engagement, said, lang)


def _add(context: Context, engagement: Engagement, name: str, lang: Lang) -> None:
    try:
        context.store.add_person(engagement.id, Person(id=name, name=name))
        st.session_state[state.RATER] = name
    except GaplineError as error:
        st.session_state[_REFUSED] = error.sentence(lang)
