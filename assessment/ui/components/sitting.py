"""Who rates in this browser: remembered by engagement, on every page, after a reload and in a new tab."""

from collections.abc import Collection
from typing import Final
from urllib.parse import quote, unquote

import streamlit as st

from assessment.ui import state

_KEPT: Final = "raters-kept"
_VISIT: Final = "rater-visit"
_HALF_A_YEAR: Final = 180 * 24 * 60 * 60
NOBODY: Final = ""


def sitting(engagement: str, people: Collection[str]) -> str | None:
    """The id of the one who rates; who is not of the engagement's people is nobody.

    The session knows it, or, where it has not been said in it yet, a cookie of this browser.
    """
    chosen = str(st.session_state.get(state.RATER, NOBODY))
    if chosen not in people:
        chosen = _kept().get(engagement, _from_cookie(engagement))
        if chosen not in people:
            return None
        st.session_state[state.RATER] = chosen
    if visit(engagement) is None:
        _keep(engagement, chosen)
    return chosen


def sit_down_as(engagement: str, person: str) -> None:
    """Somebody says who they are, or `NOBODY`: it holds from now on, also after a reload."""
    st.session_state.pop(_VISIT, None)
    st.session_state.pop(state.RATER, None)
    if person:
        st.session_state[state.RATER] = person
    _keep(engagement, person)


def look_as(engagement: str, person: str, oneself: str | None) -> None:
    """Look at somebody else's ratings for once; a reload or `sit_down_as` ends it."""
    before = visit(engagement)
    st.session_state[state.RATER] = person
    st.session_state[_VISIT] = (engagement, person, oneself or NOBODY if before is None else before)


def visit(engagement: str) -> str | None:
    """Who one is oneself while one looks at somebody else's ratings; None while one does not."""
    place, person, oneself = st.session_state.get(_VISIT, ("", "", ""))
    if place != engagement or st.session_state.get(state.RATER) != person or person == oneself:
        return None
    return str(oneself)


def leave_cookie(engagement: str) -> None:
    """Let the browser remember it: an id, sent to this app alone, never part of a link."""
    kept = _kept().get(engagement)
    if kept is None:
        return
    age = _HALF_A_YEAR if kept else 0
    cookie = f"{_name(engagement)}={quote(kept, safe='')}; path=/; SameSite=Strict; Max-Age={age}"
    st.html(f"<script>document.cookie = '{cookie}';</script>", unsafe_allow_javascript=True)


def _kept() -> dict[str, str]:
    found: dict[str, str] = st.session_state.get(_KEPT, {})
    return found


def _keep(engagement: str, person: str) -> None:
    st.session_state[_KEPT] = {**_kept(), engagement: person}


def _from_cookie(engagement: str) -> str:
    return unquote(st.context.cookies.get(_name(engagement), NOBODY))


def _name(engagement: str) -> str:
    return f"gapline-rater-{quote(engagement, safe='')}"
