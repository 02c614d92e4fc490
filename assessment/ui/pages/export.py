"""Export: the same figures as an editable deck, one page, a workbook and plain tables."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components.deck_choices import about_slides, deck_choices
from assessment.ui.components.exporting import Wishes, file_card, file_language, offer_data, offer_file
from assessment.ui.components.house_choice import house_choice
from assessment.ui.components.page_card import offer_page
from assessment.ui.components.refreshing import offer_refresh
from assessment.ui.components.results import invite_to_rate, reference_choice, view
from assessment.ui.words import plain

found = view("export")
lang = found.lang
st.header(text("export.title", lang, unit=plain(found.unit.called(lang))), anchor=False)
if not found.rated():
    invite_to_rate(found)
    st.stop()
st.markdown(text("export.lead", lang))
left, right = st.columns(2)
with left:
    reference = reference_choice(found)
with right:
    file_lang = file_language(found)
with file_card("deck", lang):
    wishes = Wishes(deck_choices(found), house_choice(found))
    offer_file(found, "deck", file_lang, reference, wishes, about_slides(found, wishes.choices))
left, right = st.columns(2)
with left, file_card("page", lang):
    offer_page(found, file_lang, reference, wishes)
with right, file_card("workbook", lang):
    offer_file(found, "workbook", file_lang, reference)
offer_refresh(found)
offer_data(found)
