"""How an engagement begins: the 2003 example, or one of one's own."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from assessment.catalogue import text
from assessment.engagement import Unit
from assessment.starting import Beginning, offered_first, start_engagement
from assessment.ui import navigation, state
from assessment.ui.context import Context
from assessment.ui.words import plain

_EXAMPLE = "china-telecom-2003"


def load_example(context: Context, *, prominent: bool) -> None:
    """The button that loads the shipped 2003 data; gone once it is there."""
    if any(engagement.id == _EXAMPLE for engagement in context.engagements):
        return
    if not st.button(
        text("home.example", context.lang),
        key="load-example",
        type="primary" if prominent else "secondary",
        icon=":material/dataset:",
    ):
        return
    from assessment.edges.demo import load_demo

    with st.spinner(text("home.example.loading", context.lang)):
        engagement = load_demo(context.store, context.shelf)
    state.choose(state.ENGAGEMENT, engagement, st.query_params, st.session_state)
    st.rerun()


def begin(context: Context, *, expanded: bool) -> None:
    """The form for an engagement of one's own."""
    lang = context.lang
    with (
        st.expander(text("home.begin", lang), expanded=expanded, icon=":material/add:"),
        st.form("begin", border=False),
    ):
        beginning = _fields(context)
        if st.form_submit_button(text("home.begin.submit", lang), type="primary", key="begin-submit"):
            _start(context, beginning)


def _fields(context: Context) -> Beginning:
    lang = context.lang
    rubrics = [f"{name} {version}" for name, version in context.shelf.rubrics()]
    titles = {
        f"{name} {version}": f"{context.shelf.rubric(name, version).title(lang)} {version}"
        for name, version in context.shelf.rubrics()
    }
    left, right = st.columns(2, gap="medium")
    with left:
        name = st.text_input(
            text("home.begin.name", lang), key="begin-name", placeholder=text("home.begin.name.example", lang)
        )
        units = st.text_area(
            text("home.begin.units", lang),
            key="begin-units",
            height=180,
            placeholder=text("home.begin.units.example", lang),
            help=text("home.begin.units.help", lang),
        )
    with right:
        rubric = st.selectbox(
            text("home.begin.rubric", lang),
            rubrics,
            index=offered_first(context.shelf),
            format_func=lambda key: titles[key],
            key="begin-rubric",
        )
        wave = st.text_input(
            text("home.begin.wave", lang), key="begin-wave", placeholder=text("home.begin.wave.example", lang)
        )
        day = st.date_input(
            text("home.begin.date", lang), value="today", key="begin-date", format="YYYY-MM-DD"
        )
        person = st.text_input(text("home.begin.person", lang), key="begin-person")
    rubric_id, version = (rubric or " ").rsplit(" ", 1)
    return Beginning(name, rubric_id, version, units, wave, day or dt.datetime.now(dt.UTC).date(), person)


def _start(context: Context, beginning: Beginning) -> None:
    engagement, problems = start_engagement(context.store, context.shelf, beginning)
    for problem in problems:
        line = text("home.begin.line", context.lang, line=problem.line) if problem.line else ""
        st.error(plain(line + problem.sentence(context.lang)))
    if engagement is None:
        return
    state.choose(state.ENGAGEMENT, engagement, st.query_params, st.session_state)
    person = " ".join(beginning.person.split())
    if person:
        st.session_state[state.RATER] = person
    st.session_state[state.JUMPED] = engagement
    first = _first_to_rate(context.store.units(engagement))
    link = {state.ENGAGEMENT: engagement, state.UNIT: first.id, state.LANG: context.lang}
    st.switch_page(navigation.page("interview", context.lang), query_params=link)


def _first_to_rate(units: Sequence[Unit]) -> Unit:
    parents = {unit.parent for unit in units}
    return next(unit for unit in units if unit.id not in parents)
