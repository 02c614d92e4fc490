"""Rubric: what is measured, question by question, level by level."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.move_offer import offer_move
from assessment.ui.components.rubric_view import about, browse, chosen_rubric, decisions, hits

found = context.current()
rubric = chosen_rubric(found)
about(rubric, found.lang)
offer_move(found)
decisions(found, rubric)
words = st.text_input(
    text("rubric-page.search", found.lang),
    key="rubric-search",
    placeholder=text("rubric-page.search.example", found.lang),
    icon=":material/search:",
    label_visibility="collapsed",
)
if words.strip():
    hits(rubric, words, found.lang)
else:
    browse(rubric, found.lang)
