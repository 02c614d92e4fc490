"""Interview: score a unit, one capability at a time."""

import streamlit as st

from assessment.ui import context
from assessment.ui.components.card import card
from assessment.ui.components.card_layout import lay_out_cards
from assessment.ui.components.desk import indicators_of, sit_down
from assessment.ui.components.drawing import watch
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.interview_head import head, steps
from assessment.ui.components.keys import keys
from assessment.ui.components.rater import choose_rater, rater
from assessment.ui.components.tree import tree
from assessment.ui.words import plain

found = context.current()
engagement = found.engagement
desk = sit_down(found, rater(found, engagement)) if engagement else None
if engagement is None or desk is None:
    no_engagement(found, "interview")
    st.stop()

with st.sidebar:
    if desk.can_rate or desk.closed:
        choose_rater(found, engagement, desk.rater)
    tree(desk)
if desk.closed:
    st.info(plain(desk.refusal()), icon=":material/lock:")
elif not desk.can_rate:
    with st.container(horizontal=True, vertical_alignment="center", key="who-first"):
        st.info(plain(desk.refusal()), icon=":material/person_add:")
        choose_rater(found, engagement, desk.rater)
lay_out_cards()
with st.bottom:
    keys(desk)
head(desk)
for number, node in enumerate(indicators_of(desk.group), 1):
    card(desk, node, number)
steps(desk, "bottom")
watch(desk)
