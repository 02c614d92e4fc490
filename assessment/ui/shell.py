"""The frame around every page: navigation, what is being looked at, the language, failures."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.engagement import Named
from assessment.ui import context, state
from assessment.ui.boundary import sentences
from assessment.ui.components.stylesheet import lay_out, to_the_top
from assessment.ui.context import Context
from assessment.ui.words import plain

_PAGES = Path(__file__).parent / "pages"
_STEPS = {
    "": ("home",),
    "strategy": ("rubric",),
    "assessment": ("interview",),
    "diagnosis": ("profile", "compare"),
    "roadmap": ("export",),
}
_ICONS = {
    "home": ":material/home:",
    "rubric": ":material/rule:",
    "interview": ":material/forum:",
    "profile": ":material/insights:",
    "compare": ":material/compare_arrows:",
    "export": ":material/slideshow:",
}
_SIDEBAR_WIDTH = 264
_MARK = '<path d="M2 20h6v6H2zM10 13h6v13h-6zM18 4h6v22h-6z"/>'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="28" viewBox="0 0 {0} 28" fill="#398F94">'
"""In the mid-tone of the level scale, readable on light and on dark."""
_ICON = f"{_SVG.format(28)}{_MARK}</svg>"
_LOGO = (
    f'{_SVG.format(128)}{_MARK}<text x="32" y="22" font-family="Arial, sans-serif" font-size="20" '
    'font-weight="bold">Gapline</text></svg>'
)


def run() -> None:
    """Draw the frame and the chosen page inside it."""
    lang = context.language()
    st.set_page_config(
        page_title=text("shell.product", lang),
        page_icon=_ICON,
        layout="wide",
        initial_sidebar_state=_SIDEBAR_WIDTH,
    )
    st.logo(_LOGO, size="large")
    page = st.navigation(pages(lang))
    with sentences(lang):
        found = context.current()
        _language_switch(lang)
        lay_out()
        with st.container(key="frame"):
            _choices(found)
            page.run()
            _begin_at_the_top()


def pages(lang: Lang) -> dict[str, list[Page]]:
    """The pages by step of the work, titled in the reader's language."""
    return {
        text(f"shell.step.{step}", lang) if step else "": [page(name, lang) for name in names]
        for step, names in _STEPS.items()
    }


def page(name: str, lang: Lang) -> Page:
    """One page, for links to it; its address is the same in every language."""
    return st.Page(
        _PAGES / f"{name}.py",
        title=text(f"shell.page.{name}", lang),
        icon=_ICONS[name],
        url_path=name,
        default=name == "home",
    )


def _begin_at_the_top() -> None:
    jumped = st.session_state.pop(state.JUMPED, None)
    if jumped:
        to_the_top(jumped)


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
