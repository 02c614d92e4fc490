"""The way from a rating to the page of all its changes."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import navigation, state
from assessment.ui.components.desk import Desk


def history_link(desk: Desk, indicator: str) -> None:
    """Draw the link to every change of one indicator of the unit in its wave."""
    st.page_link(
        navigation.page("history", desk.lang),
        label=text("history.link", desk.lang),
        icon=":material/history:",
        query_params=state.field(desk.engagement.id, desk.unit.id, desk.wave.id, desk.lang, indicator),
    )
