"""Compare: two to eight units side by side, the largest differences first."""

import streamlit as st

from assessment import side_view
from assessment.catalogue import text
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.results import invite_to_rate, view
from assessment.ui.components.side_by_side import chosen_sides, draw, scope, shown_choice, tier_choice
from assessment.ui.components.why import why_if_asked
from assessment.ui.words import plain

found = view("compare")
lang = found.lang
here = assessed_wave(found.context, found.engagement, found.wave.id)
head = st.container()
if not here.rated.units:
    head.header(text("shell.page.compare", lang), anchor=False)
    invite_to_rate(found)
    st.stop()
sides = chosen_sides(found, here)
if sides is None:
    head.header(text("shell.page.compare", lang), anchor=False)
    alone = len(here.rated.units) == 1
    st.info(text("side.one" if alone else "side.few", lang), icon=":material/lightbulb:")
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom"):
    tier = tier_choice(found, list(here.rubric.tiers))
    shown = shown_choice(found)
with head:
    st.header(plain(side_view.headline(sides, tier)), anchor=False)
    scope(sides)
draw(found, sides, tier, shown)
why_if_asked(found)
