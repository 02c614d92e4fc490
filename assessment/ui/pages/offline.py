"""Work offline: take a workbook along, and bring it back."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.offline_back import bring_back
from assessment.ui.components.offline_out import take_along

found = context.current()
if found.engagement is None or found.unit is None or found.wave is None:
    no_engagement(found, "offline")
    st.stop()
st.header(text("offline.title", found.lang), anchor=False)
take_along(found, found.engagement, found.unit, found.wave)
bring_back(found, found.engagement, found.wave)
