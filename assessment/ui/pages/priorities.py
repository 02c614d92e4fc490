"""Priorities: what matters first and why, and what if importance, targets or weights were others."""

import streamlit as st

from assessment.ui.components import priority_parts as parts
from assessment.ui.components.priority_settings import settings
from assessment.ui.components.priority_view import look
from assessment.ui.components.priority_what_if import what_if
from assessment.ui.components.priority_why import beside_why
from assessment.ui.components.results import invite_to_rate, view
from assessment.ui.components.why import why_if_asked

found = view("priorities")
shown = look(found)
parts.message(shown)
parts.choices(shown)
if shown.part == "set":
    settings(shown)
elif not found.rated():
    invite_to_rate(found)
    st.stop()
elif shown.part == "tracks":
    parts.tracks(shown)
else:
    parts.field(shown)
    what_if(shown)
    parts.ranked_list(shown)
why_if_asked(found, beside_why(shown))
