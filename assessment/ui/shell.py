"""The frame around every page: what is being looked at, the language, failures."""

import streamlit as st

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.engagement import Named
from assessment.ui import context, state
from assessment.ui.boundary import sentences
from assessment.ui.components.daily_backup import back_up_today
from assessment.ui.components.rescue import tell_restored
from assessment.ui.components.stylesheet import finish, lay_out
from assessment.ui.context import Context
from assessment.ui.in_order import lose_nothing
from assessment.ui.navigation import pages, remember
from assessment.ui.words import plain

_SIDEBAR_WIDTH = 264


def run() -> None:
    """Draw the frame and the chosen page inside it."""
    lose_nothing()
    lang = context.language()
    st.set_page_config(
        page_title=text("shell.product", lang),
        layout="wide",
        initial_sidebar_state=_SIDEBAR_WIDTH,
    )
    page = st.navigation(pages(lang), expanded=True)
    with sentences(lang, whole_page=True):
        found = context.current()
        remember(page)
        _language_switch(lang)
        lay_out()
        with st.container(key="frame"):
            tell_restored()
            back_up_today(found.path, lang)
            _choices(found)
            page.run()
            finish(jumped_to=st.session_state.pop(state.JUMPED, None))


def _language_switch(lang: Lang) -> None:
    key = "pick-lang"
    st.session_state[key] = lang
    st.sidebar.radio(
        text("shell.language", lang),
        LANGUAGES,
        horizontal=True,
        format_func=lambda code: text("shell.language.own-name", code),
        key=key,
        label_visibility="collapsed",
        on_change=_picked,
        args=(state.LANG, key),
    )


def _choices(found: Context) -> None:
    for stray in found.strays:
        st.warning(text("shell.stray", found.lang, what=plain(stray)), icon=":material/link_off:")
    if found.engagement is None or found.unit is None or found.wave is None:
        return
    places = st.columns([2, 1.5, 1.5])
    with places[0]:
        _choice(state.ENGAGEMENT, found.engagement, found.engagements, found.lang)
    with places[1]:
        _choice(state.UNIT, found.unit, found.units, found.lang)
    with places[2]:
        _choice(state.WAVE, found.wave, found.waves, found.lang)


def _choice(name: str, chosen: Named, options: tuple[Named, ...], lang: Lang) -> None:
    names = {option.id: option.called(lang) for option in options}
    key = f"pick-{name}"
    st.session_state[key] = chosen.id
    st.selectbox(
        text(f"shell.pick.{name}", lang),
        list(names),
        format_func=lambda option: names.get(option, option),
        key=key,
        label_visibility="collapsed",
        on_change=_picked,
        args=(name, key),
    )


def _picked(name: str, key: str) -> None:
    value = st.session_state[key]
    if value is not None:
        state.choose(name, value, st.query_params, st.session_state)
