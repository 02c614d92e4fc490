"""Follow-through: what is due or late, who does what by when, and what came of what was projected."""

import streamlit as st

from assessment.ui.components import follow_parts as parts
from assessment.ui.components.follow_form import progress_form
from assessment.ui.components.follow_outcome import outcome
from assessment.ui.components.follow_view import look, messages
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.results import view

found = view("follow")
seen = look(found)
with st.sidebar:
    choose_rater(found.context, found.engagement, seen.rater)
messages()
if not seen.here.found:
    parts.invite(seen)
    st.stop()
parts.head(seen)
parts.shares(seen)
parts.reminders(seen)
progress_form(seen)
parts.everything(seen)
outcome(seen)
