"""Choices of a page that its link carries, so that a colleague sees the same view."""

from collections.abc import Collection
from typing import Final

import streamlit as st

_KEPT: Final = "in-link"


def kept(name: str, known: Collection[str], otherwise: str) -> str:
    """What the link says, else what was chosen before in this session, else `otherwise`.

    A value that is not known counts as none. The link is brought up to date; it stays silent about
    `otherwise`.
    """
    said = (st.query_params.get(name), st.session_state.get(f"{_KEPT}-{name}"))
    found = str(next((value for value in said if value in known), otherwise))
    keep(name, found, otherwise)
    return found


def keep(name: str, value: str, otherwise: str) -> None:
    """Remember a choice in the session and in the link."""
    st.session_state[f"{_KEPT}-{name}"] = value
    if value == otherwise:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def widget_key(name: str, value: str) -> str:
    """The key of the widget for a choice, which shows the value that is kept."""
    key = f"pick-{name}"
    st.session_state[key] = value
    return key


def picked(name: str, otherwise: str) -> None:
    """Keep what the choice's widget says now; nothing chosen is `otherwise`."""
    value = st.session_state.get(f"pick-{name}")
    keep(name, otherwise if value is None else str(value), otherwise)
