"""Who is rating: a person of the engagement, or a new name."""

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Person, person_called, tidy_name
from assessment.errors import GaplineError
from assessment.ratings import is_reserved
from assessment.ui import state
from assessment.ui.components.sitting import NOBODY, leave_cookie, look_as, sit_down_as, sitting, visit
from assessment.ui.context import Context
from assessment.ui.words import plain

_KEY = "pick-rater"
_REFUSED = "rater-refused"


def rater(context: Context, engagement: Engagement) -> str | None:
    """The id of the person who rates in this session; None until one is chosen.

    A link may name somebody else, once: whoever follows it is told so, with the way back to oneself.
    """
    names = {person.id: person.called(context.lang) for person in context.store.people(engagement.id)}
    chosen = sitting(engagement.id, names)
    named = st.query_params.pop(state.RATER, "")
    if named in names and named != chosen:
        look_as(engagement.id, named, chosen)
        chosen = named
    oneself = visit(engagement.id)
    if chosen is not None and oneself is not None:
        _visiting(context.lang, engagement, names[chosen], names.get(oneself, ""), oneself)
    return chosen


def _visiting(lang: Lang, engagement: Engagement, name: str, own: str, oneself: str) -> None:
    """Say whose ratings are in view, with one click back to oneself."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="visiting"):
        st.markdown(
            f":orange-badge[:material/switch_account: {text('interview.rater.now', lang, name=plain(name))}]",
            width="content",
        )
        back = text("interview.rater.back", lang, name=own) if own else text("interview.rater.leave", lang)
        st.button(
            plain(back),
            key="visiting-back",
            type="tertiary",
            icon=":material/undo:",
            on_click=sit_down_as,
            args=(engagement.id, oneself),
        )


def choose_rater(context: Context, engagement: Engagement, chosen: str | None) -> None:
    """Draw the choice; a new name becomes a person of the engagement at once."""
    lang = context.lang
    names = {person.id: person.called(lang) for person in context.store.people(engagement.id)}
    leave_cookie(engagement.id)
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
        sit_down_as(engagement.id, NOBODY)
    elif known is not None:
        sit_down_as(engagement.id, known.id)
    elif is_reserved(said):
        st.session_state[_REFUSED] = text("interview.rater.reserved", lang, name=said)
    else:
        _add(context, engagement, said, lang)


def _add(context: Context, engagement: Engagement, name: str, lang: Lang) -> None:
    try:
        context.store.add_person(engagement.id, Person(id=name, name=name))
        sit_down_as(engagement.id, name)
    except GaplineError as error:
        st.session_state[_REFUSED] = error.sentence(lang)
