"""Waves: the rounds of assessment, the next one from the last, and closing one for good."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.empty import no_engagement

found = context.current()
if found.engagement is None or found.unit is None or found.wave is None:
    no_engagement(found, "waves")
    st.stop()
st.header(text("waves.title", found.lang), anchor=False)
