"""History: every change of every rating, who made it, why, and the way back."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.empty import no_engagement

found = context.current()
if found.engagement is None or found.unit is None or found.wave is None:
    no_engagement(found, "history")
    st.stop()
st.header(text("history.title", found.lang), anchor=False)
