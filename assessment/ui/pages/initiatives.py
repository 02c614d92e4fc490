"""Initiatives: what closes the urgent gaps, with reasons; the library, what is chosen, the chain to it."""

import streamlit as st

from assessment.ui.components import initiatives_library as lists
from assessment.ui.components.in_link import kept
from assessment.ui.components.initiative_editor import initiative_editor
from assessment.ui.components.initiatives_chain import chain
from assessment.ui.components.initiatives_head import filters, head, part_choice
from assessment.ui.components.initiatives_suggested import suggested
from assessment.ui.components.initiatives_view import PART, PARTS, look, messages
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.results import invite_to_rate, view

found = view("initiatives")
seen = look(found)
with st.sidebar:
    choose_rater(found.context, found.engagement, seen.rater)
messages()
head(seen)
if not found.rated():
    invite_to_rate(found)
initiative_editor(found, seen.rater, {key: one.called(found.lang) for key, one in seen.themes.items()})
part = kept(PART, PARTS, PARTS[0])
part_choice(seen, part)
filters(seen, part)
{"suggested": suggested, "library": lists.library, "chosen": lists.chosen, "chain": chain}[part](seen)
