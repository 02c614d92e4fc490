"""Interview: score a unit, one capability at a time."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components.card import card
from assessment.ui.components.desk import indicators_of, sit_down
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.interview_head import head, steps
from assessment.ui.components.rater import choose_rater, rater
from assessment.ui.components.tree import tree

found = context.current()
engagement = found.engagement
desk = sit_down(found, rater(found, engagement)) if engagement else None
if engagement is None or desk is None:
    no_engagement(found, "interview")
    st.stop()

with st.sidebar:
    choose_rater(found, engagement, desk.rater)
    tree(desk)
if desk.wave.locked:
    st.info(text("interview.locked", desk.lang), icon=":material/lock:")
elif desk.rater is None:
    st.info(text("interview.nobody", desk.lang), icon=":material/person_add:")
head(desk)
for number, node in enumerate(indicators_of(desk.group), 1):
    card(desk, node, number)
steps(desk, "bottom")
