"""Branches: one capability of many units on one grid, typed or pasted."""

import streamlit as st

from assessment.ui import context
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.grid import grid, watch
from assessment.ui.components.grid_view import look_at_grid
from assessment.ui.components.rater import choose_rater, rater
from assessment.ui.words import plain

found = context.current()
engagement = found.engagement
view = look_at_grid(found, rater(found, engagement)) if engagement else None
if engagement is None or view is None:
    no_engagement(found, "branches")
    st.stop()

with st.sidebar:
    choose_rater(found, engagement, view.rater)
with st.container():
    if view.refusal:
        st.info(plain(view.refusal), icon=":material/lock:" if view.wave.locked else ":material/person_add:")
watch(view)
grid(view)
