"""Two plans side by side: the one on the page, and a kept one or the greedy one."""

from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.plan_moves import taking_most_useful_first
from assessment.roadmap import PlanCase
from assessment.roadmap_words import Side, figures_table, sides_table
from assessment.ui.components.roadmap_view import RoadmapView
from assessment.ui.components.table_row import table_row
from assessment.ui.components.tables import grid, reading_table
from assessment.ui.words import plain

_OTHER: Final = "roadmap-other"
_GREEDY: Final = ""


def compare(view: RoadmapView, case: PlanCase) -> None:
    """Choose the other plan; figures first, then every initiative, those that moved furthest first."""
    lang, draft = view.lang, view.draft
    if draft.plan is None or draft.made_with is None:
        return
    names = {_GREEDY: text("roadmap.compare.greedy", lang)}
    names |= {one.id: one.name for one in view.kept if one.id != draft.kept}
    chosen = st.selectbox(
        text("roadmap.compare.with", lang),
        list(names),
        index=len(names) - 1,
        format_func=lambda one: names.get(one, one),
        key=f"{_OTHER}-{len(names)}-{draft.kept}",
        width=360,
    )
    here = Side(
        _own_name(view), draft.plan, view.lengths(draft.made_with, "" if draft.moved else draft.made_from)
    )
    other = _other(view, case, chosen or _GREEDY, names)
    if chosen in (None, _GREEDY):
        st.caption(plain(text("roadmap.compare.greedy.about", lang)))
    figures = figures_table(other, here, lang)
    reading_table(figures, "roadmap-figures")
    table = sides_table(other, here, view.names, lang)
    grid(table, "roadmap-sides")
    table_row(table.title, lambda: table, lang, "roadmap-sides-files")


def _own_name(view: RoadmapView) -> str:
    kept = {one.id: one.name for one in view.kept}
    return kept.get(view.draft.kept) or text("roadmap.compare.this", view.lang)


def _other(view: RoadmapView, case: PlanCase, chosen: str, names: dict[str, str]) -> Side:
    kept = next((one for one in view.kept if one.id == chosen), None)
    if kept is not None:
        return Side(kept.name, kept.plan, view.lengths(kept.settings, kept.recipe))
    plan, settings = view.draft.plan, view.draft.made_with
    if plan is None or settings is None:
        raise ValueError("there is no plan to compare with")
    return Side(names[_GREEDY], taking_most_useful_first(plan, case), view.lengths(settings))
