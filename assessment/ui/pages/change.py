"""Change: what became of the scores between two waves, and how much of it is real."""

import streamlit as st

from assessment import change_view
from assessment.catalogue import text
from assessment.ui.components.results import view
from assessment.ui.components.wave_changes import (
    by_unit,
    chosen,
    draw,
    earlier_waves,
    first_wave,
    not_reassessed,
    tier_choice,
)
from assessment.ui.components.why import why_if_asked
from assessment.ui.words import plain

found = view("change")
lang = found.lang
earlier = earlier_waves(found)
if not earlier:
    first_wave(found)
    st.stop()
head = st.container()
change = chosen(found, earlier)
if change is None:
    head.header(text("shell.page.change", lang), anchor=False)
    said = {"name": found.unit.called(lang), "after": found.wave.called(lang), "before": earlier[-1]}
    st.info(plain(text("change.unrated", lang, **said)), icon=":material/lightbulb:")
    st.stop()
tier = tier_choice(change)
with head:
    st.header(plain(change_view.headline(change)), anchor=False)
draw(found, change, tier)
if not change.alone:
    by_unit(found, change)
not_reassessed(found, change)
why_if_asked(found)
