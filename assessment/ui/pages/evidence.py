"""Evidence: what was said and seen, which ratings rest on it, and the findings that are printed."""

import streamlit as st

from assessment.ui.components.evidence_delete import bring_back
from assessment.ui.components.evidence_item import item_view
from assessment.ui.components.evidence_list import item_list, list_title
from assessment.ui.components.evidence_parts import part_choice
from assessment.ui.components.evidence_view import look, opened, told
from assessment.ui.components.finding_list import finding_list
from assessment.ui.components.rater import choose_rater

found = look()
with st.sidebar:
    choose_rater(found.context, found.engagement, found.rater)
if opened() is not None:
    told()
    item_view(found)
    st.stop()
part = part_choice(found.lang)
told()
if part == "findings":
    finding_list(found)
else:
    list_title(found)
    bring_back(found)
    item_list(found)
