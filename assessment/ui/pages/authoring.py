"""Write a rubric: a template to begin with, upload and check, preview, compare, publish."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import context
from assessment.ui.components import authoring_view as parts
from assessment.ui.components.authoring_preview import preview
from assessment.ui.components.card_layout import lay_out_cards
from assessment.ui.components.weights_view import set_weights

found = context.current()
st.title(text("shell.page.authoring", found.lang), anchor=False)
st.markdown(text("authoring.lead", found.lang))
parts.told_once()
parts.begin(found)
handed_in = parts.upload(found)
if handed_in is None:
    st.stop()
handed_in = set_weights(handed_in, found.lang)
lay_out_cards()
preview(handed_in.rubric, found.lang)
parts.compare(found, handed_in)
parts.publish_it(found, handed_in)
