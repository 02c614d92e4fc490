"""History: every change of every rating, who made it and why, and the way back."""

import streamlit as st

from assessment.ui.components.history_back import messages
from assessment.ui.components.history_filters import filters
from assessment.ui.components.history_list import change_list, title
from assessment.ui.components.history_view import look
from assessment.ui.components.rater import choose_rater

found = look()
with st.sidebar:
    choose_rater(found.context, found.engagement, found.rater)
title(found)
messages(found)
filters(found)
change_list(found)
