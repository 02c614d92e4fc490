"""Evidence: what was said and seen, which ratings rest on it, and the findings that are printed."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.empty import no_engagement

found = context.current()
if found.engagement is None or found.unit is None or found.wave is None:
    no_engagement(found, "evidence")
    st.stop()
st.header(text("shell.page.evidence", found.lang), anchor=False)
