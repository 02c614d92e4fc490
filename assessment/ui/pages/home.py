"""Home: what to do next, how far every unit has come, what changed last, a new engagement."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.beginning import begin, load_example
from assessment.ui.components.overview import changes, engagements, next_step, units

found = context.current()
if found.engagement is None or found.wave is None:
    st.title(text("home.welcome", found.lang), anchor=False)
    st.write(text("home.welcome.lead", found.lang))
    load_example(found, prominent=True)
    begin(found, expanded=False)
else:
    next_step(found, found.engagement, found.wave)
    units(found, found.engagement, found.wave)
    changes(found, found.engagement, found.wave)
    engagements(found)
    begin(found, expanded=False)
    load_example(found, prominent=False)
