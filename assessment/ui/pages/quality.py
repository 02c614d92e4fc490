"""Quality: what is doubtful in the ratings, one click from its field, and the sign-off."""

import streamlit as st

from assessment.ui.components.quality_list import filtered, issue_list, title
from assessment.ui.components.quality_rules import tune_rules
from assessment.ui.components.quality_view import look, refusal
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.signing import sign_off_box

found = look()
with st.sidebar:
    choose_rater(found.context, found.engagement, found.rater)
title(found)
refusal()
sign_off_box(found)
shown = filtered(found)
tune_rules(found)
issue_list(found, shown)
