"""Waves: the rounds of assessment, the next one from the last, and closing one for good."""

import streamlit as st

from assessment.ui.components.rater import choose_rater
from assessment.ui.components.waves_confirm import confirm_box
from assessment.ui.components.waves_list import wave_list
from assessment.ui.components.waves_start import start
from assessment.ui.components.waves_view import look, outcome, title

found = look()
with st.sidebar:
    choose_rater(found.context, found.engagement, found.rater)
title(found)
head = st.container()
wave_list(found)
start(found)
confirm_box(found)
outcome(head)
