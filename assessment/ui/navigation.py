"""The pages, in the steps of the work; whoever links to a page asks here."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from assessment.catalogue import Lang, text

_PAGES = Path(__file__).parent / "pages"
_STEPS = {
    "home": ("home",),
    "strategy": ("rubric", "migration", "authoring"),
    "assessment": ("interview", "branches", "evidence", "quality", "waves", "history", "offline"),
    "diagnosis": (
        "profile",
        "map",
        "heatmap",
        "compare",
        "ranking",
        "benchmark",
        "change",
        "agreement",
        "diagnosis",
    ),
    "opportunities": ("priorities", "initiatives"),
    "roadmap": ("roadmap", "follow", "export"),
}
_UNLISTED = frozenset({"migration"})
"""Pages that are reached from another page, when there is something to do on them."""
_DRAWN = "page-drawn"


def pages(lang: Lang) -> dict[str, list[Page]]:
    """The pages by step of the work, titled in the reader's language."""
    return {
        text(f"shell.step.{step}", lang): [page(name, lang) for name in names]
        for step, names in _STEPS.items()
    }


def page(name: str, lang: Lang) -> Page:
    """One page, for links to it; its address is the same in every language.

    It has no icon: Streamlit would fetch it from another server, as the picture of the browser's tab.
    """
    return st.Page(
        _PAGES / f"{name}.py",
        title=text(f"shell.page.{name}", lang),
        url_path=name,
        default=name == "home",
        visibility="hidden" if name in _UNLISTED else "visible",
    )


def remember(drawn: Page) -> None:
    """Note which page is drawn, and with which address, for `stay_where_gone`."""
    st.session_state[_DRAWN] = (drawn.url_path or "home", st.query_params.to_dict())


def drawn() -> str:
    """Name of the page that is drawn, in a callback of the one drawn last; empty outside the frame."""
    name: str = st.session_state.get(_DRAWN, ("", {}))[0]
    return name


def stay_where_gone(left: str, lang: Lang) -> bool:
    """In a callback of a page's component: where the person went to another page meanwhile, draw that anew.

    What a component sends while its page is being left reaches the server after the new page was drawn.
    Streamlit 1.67 then names the old page to the browser, which empties the new one. Answers whether it did.
    """
    name, query = st.session_state.get(_DRAWN, (left, {}))
    if name != left:
        st.switch_page(page(name, lang), query_params=query)
    return bool(name != left)
