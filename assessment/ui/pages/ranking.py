"""Ranking: who is ahead of whom, how far each rank can be trusted, who cannot be told apart."""

import streamlit as st

from assessment.ui.components import ranking_parts as parts
from assessment.ui.components.in_link import kept
from assessment.ui.components.ranking_head import controls, message, part_choice, small_print, too_few
from assessment.ui.components.ranking_view import PART, PARTS, look
from assessment.ui.components.results import view
from assessment.ui.components.why import why_if_asked

found = view("ranking")
ranking = look(found)
if ranking.tested is None:
    too_few(ranking)
    st.stop()
message(ranking)
controls(ranking)
small_print(ranking)
part = kept(PART, PARTS, PARTS[0])
part_choice(ranking, part)
{
    "order": parts.order,
    "flips": parts.what_would_change,
    "noise": parts.noise,
    "structure": parts.other_structures,
    "table": parts.everything,
}[part](ranking)
why_if_asked(found)
