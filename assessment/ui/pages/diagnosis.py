"""Problems: what low scores point to, with the scores, and a person's decision on each."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components import diagnosis_list as parts
from assessment.ui.components.diagnosis_view import look, messages
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.results import invite_to_rate, view
from assessment.ui.components.why import why_if_asked

found = view("diagnosis")
seen = look(found)
with st.sidebar:
    choose_rater(found.context, found.engagement, seen.rater)
messages()
if not seen.linked:
    st.header(text("shell.page.diagnosis", found.lang), anchor=False)
    st.info(text("diagnosis.unlinked", found.lang), icon=":material/lightbulb:")
    st.stop()
parts.head(seen)
if not found.rated():
    invite_to_rate(found)
part = parts.part_choice(seen)
if part == "chains":
    parts.chain_list(seen)
else:
    parts.by_theme(seen, seen.candidates(part))
parts.where_kept(seen)
why_if_asked(found)
