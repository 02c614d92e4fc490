"""Benchmark: a unit beside published operators, and one's own data sets."""

import streamlit as st

from assessment import benchmark_view
from assessment.catalogue import text
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.beside import (
    chosen,
    draw,
    recomputed,
    sets_of,
    shown_choice,
    source_of,
    tier_choice,
)
from assessment.ui.components.own_set import add_own
from assessment.ui.components.results import invite_to_rate, view
from assessment.ui.components.why import why_if_asked
from assessment.ui.words import plain

found = view("benchmark")
lang = found.lang
head = st.container()
sets = sets_of(found)
here = assessed_wave(found.context, found.engagement, found.wave.id)
if not sets or found.unit.id not in here.rated.units:
    head.header(text("shell.page.benchmark", lang), anchor=False)
    if sets:
        invite_to_rate(found)
    else:
        st.info(text("benchmark.no-set", lang), icon=":material/lightbulb:")
    add_own(found, opened=not sets)
    st.stop()
beside = chosen(found, here, sets)
first, second = st.columns([1, 1.6], vertical_alignment="bottom")
with first:
    tier = tier_choice(beside)
with second:
    shown = shown_choice(beside)
with head:
    st.header(plain(benchmark_view.headline(beside, tier)), anchor=False)
draw(beside, tier, shown)
st.caption(plain(source_of(beside)))
recomputed(found, sets)
add_own(found, opened=False)
why_if_asked(found)
