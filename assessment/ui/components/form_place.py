"""Forms about one unit: what was begun there is not carried over to another that is looked at."""

import streamlit as st

Place = tuple[str, str, str]
"""Engagement, unit and wave."""


def elsewhere(form: str, place: Place) -> bool:
    """Whether a form was last drawn for another place; from now on it is this one's."""
    key = f"{form}-place"
    before = st.session_state.get(key, place)
    st.session_state[key] = place
    return bool(before != place)
