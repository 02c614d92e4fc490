"""What the grid's columns ask: how to type, and the question and levels of the column with the cursor."""

import streamlit as st

from assessment.catalogue import text
from assessment.grid import listed
from assessment.ui.components.grid_view import AT, GridView
from assessment.ui.words import level, plain


def legend(view: GridView) -> None:
    """Draw how to type, then question and levels of one indicator."""
    lang, rubric = view.lang, view.rubric
    if not view.refusal:
        scores = plain(listed(rubric.scale))
        st.caption(text("grid.legend.typing", lang, scores=scores))
    indicators = view.indicators
    asked = st.session_state.get(AT)
    indicator = asked if asked in indicators else indicators[0]
    with st.container(border=True, key="branches-legend", gap="small"):
        name, question = rubric.name_of(indicator, lang), rubric.question(indicator, lang)
        st.markdown(f"**{plain(name)}**" + (f" · {plain(question)}" if question else ""))
        _levels(view, indicator)


def _levels(view: GridView, indicator: str) -> None:
    described = view.rubric.descriptors(indicator, view.lang)
    if not described:
        return
    for column, (score, words) in zip(
        st.columns(len(described), gap="small"), described.items(), strict=True
    ):
        with column:
            name = plain(view.rubric.level_name(score, view.lang))
            st.caption(f"**{level(score)}** {name}  \n{plain(words)}")
