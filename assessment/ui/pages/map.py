"""Capability map: the whole rubric as one picture, coloured by level, gap or urgency."""

import streamlit as st

from assessment.catalogue import text
from assessment.map_words import map_table
from assessment.ui.components.map_house import house
from assessment.ui.components.map_look import choices, look
from assessment.ui.components.map_told import told_if_asked
from assessment.ui.components.results import invite_to_rate, view
from assessment.ui.components.table_row import table_row
from assessment.ui.components.why import why_if_asked
from assessment.ui.words import plain

found = view("map")
if not found.rated():
    invite_to_rate(found)
    st.stop()

seen = look(found)
st.header(plain(seen.message), anchor=False)
choices(seen)
if seen.coverage:
    st.info(plain(seen.coverage), icon=":material/conversion_path:")
house(seen)
for note in seen.footnotes:
    st.caption(plain(note))
title = text("shell.page.map", found.lang)
table_row(
    title, lambda: map_table(seen.shown, seen.house), found.lang, "map-files", found.unit.called(found.lang)
)
told_if_asked(seen)
why_if_asked(found)
