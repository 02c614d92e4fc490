"""The ways to the Evidence page: from a rating, and to one item."""

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.ui import navigation, state
from assessment.ui.components.desk import Desk


def evidence_link(desk: Desk, indicator: str) -> None:
    """Draw the link to the evidence page for one indicator of the desk's unit and wave."""
    st.page_link(
        navigation.page("evidence", desk.lang),
        label=text("evidence.link", desk.lang),
        icon=":material/folder_open:",
        query_params=state.field(desk.engagement.id, desk.unit.id, desk.wave.id, desk.lang, indicator),
    )


def item_link(engagement: str, unit: str, wave: str, lang: Lang, evidence: str) -> dict[str, str]:
    """The address of one item on the evidence page, as the page's query parameters."""
    return {
        state.ENGAGEMENT: engagement,
        state.UNIT: unit,
        state.WAVE: wave,
        state.LANG: lang,
        state.EVIDENCE: evidence,
    }
