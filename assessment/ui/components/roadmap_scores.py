"""The scores that a plan projects: the sentence, whose lines are drawn, the chart."""

from typing import Final

import streamlit as st

from assessment.board_words import NamedPlan
from assessment.catalogue import text
from assessment.report.numbers import rounded
from assessment.roadmap import PlanCase
from assessment.ui.components.drawn_chart import DrawnChart, show_drawn
from assessment.ui.components.in_link import kept, picked, widget_key
from assessment.ui.components.roadmap_case import promises_of, score_lines
from assessment.ui.components.roadmap_parts import title_of
from assessment.ui.components.roadmap_score import ScoreLine, score_chart, score_table
from assessment.ui.components.roadmap_view import RoadmapView
from assessment.ui.words import plain

ABOUT: Final = "about"
_STEP_IN: Final = "\u2003"


def show_scores(view: RoadmapView, case: PlanCase, shown: NamedPlan) -> None:
    """The projected scores over the phases, of the whole or of one part."""
    lang, plan = view.lang, view.draft.plan
    if plan is None:
        return
    promises = promises_of(view, case, plan)
    scores = score_lines(view, promises, _about(view), shown)
    first = scores.lines[0]
    st.markdown(f"**{plain(_said(view, first))}**")
    columns = {one: text(f"roadmap.score.{one}", lang) for one in ("node", "low", "high")}
    title = title_of(view, "roadmap.view.score")
    chart = DrawnChart(
        id="roadmap-score",
        title=title,
        described="; ".join(f"{line.name}: {line.values[0]} – {line.last}" for line in scores.lines),
        draw=lambda colours, width: score_chart(scores, colours, width),
        figures=lambda: score_table(scores, title, columns),
        notes=(text("roadmap.score.note", lang, name=first.name),),
    )
    show_drawn(chart, lang)


def _about(view: RoadmapView) -> str:
    """The node whose lines are drawn; only those with something below."""
    rubric, lang = view.found.rubric, view.lang
    nodes = [node for node in rubric.nodes if node.children]
    ids = [node.id for node in nodes]
    names = {
        node.id: _STEP_IN * (len(rubric.path(node.id)) - 1) + rubric.name_of(node.id, lang) for node in nodes
    }
    chosen = kept(ABOUT, ids, rubric.root.id)
    st.selectbox(
        text("roadmap.score.of", lang),
        ids,
        format_func=lambda one: names.get(one, one),
        key=widget_key(ABOUT, chosen),
        on_change=picked,
        args=(ABOUT, rubric.root.id),
        width=380,
    )
    return chosen


def _said(view: RoadmapView, first: ScoreLine) -> str:
    now, then, low, high = first.values[0], first.last, first.low[-1], first.high[-1]
    if now is None or then is None:
        return text("roadmap.score.none", view.lang, name=first.name)
    said = {"name": first.name, "now": rounded(now), "then": rounded(then)}
    if low is None or high is None:
        return text("roadmap.score.said.plain", view.lang, **said)
    return text("roadmap.score.said", view.lang, **said, low=rounded(low), high=rounded(high))
