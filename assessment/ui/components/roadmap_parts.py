"""The views of a plan: board, Gantt chart, load, table."""

from collections.abc import Mapping

import streamlit as st

from assessment.board_words import NamedPlan, load_table, plan_table
from assessment.catalogue import text
from assessment.report.shapes import Table
from assessment.ui.components.drawn_chart import DrawnChart, picture_files, show_drawn
from assessment.ui.components.in_link import picked, widget_key
from assessment.ui.components.roadmap_board import board
from assessment.ui.components.roadmap_board_picture import board_chart
from assessment.ui.components.roadmap_gantt import gantt_chart, load_chart
from assessment.ui.components.roadmap_view import PART, PARTS, RoadmapView
from assessment.ui.components.table_row import table_row
from assessment.ui.components.tables import grid
from assessment.ui.words import plain


def part_choice(view: RoadmapView, part: str) -> None:
    """Draw the choice of what is shown; the link carries it."""
    lang = view.lang
    st.segmented_control(
        text("roadmap.part", lang),
        PARTS,
        format_func=lambda one: text(f"roadmap.view.{one}", lang),
        required=True,
        key=widget_key(PART, part),
        on_change=picked,
        args=(PART, PARTS[0]),
        label_visibility="collapsed",
    )


def title_of(view: RoadmapView, what: str) -> str:
    """What a picture or a table is called, also as a file."""
    unit, wave = view.found.unit.called(view.lang), view.found.wave.called(view.lang)
    return text("roadmap.title", view.lang, what=text(what, view.lang), unit=unit, wave=wave)


def _left_out(view: RoadmapView) -> Mapping[str, str]:
    plan = view.draft.plan
    return {one.task: one.why.sentence(view.lang) for one in plan.left_out} if plan else {}


def _plan_table(view: RoadmapView, shown: NamedPlan) -> Table:
    return plan_table(shown, _left_out(view))


def show_board(view: RoadmapView, shown: NamedPlan) -> None:
    """Phases across, a lane per track."""
    board(shown)
    chart = DrawnChart(
        id="roadmap-board",
        title=title_of(view, "roadmap.view.board"),
        described="",
        draw=lambda colours, _: board_chart(shown, colours),
        figures=lambda: _plan_table(view, shown),
    )
    table_row(chart.title, chart.figures, view.lang, "roadmap-board-table")
    picture_files(chart, view.lang, "")


def show_gantt(view: RoadmapView, shown: NamedPlan) -> None:
    """Bars with what waits for what."""
    chart = DrawnChart(
        id="roadmap-gantt",
        title=title_of(view, "roadmap.view.gantt"),
        described="; ".join(f"{shown.named(bar.id)} {bar.first} – {bar.last}" for bar in shown.gantt.bars),
        draw=lambda colours, width: gantt_chart(shown, colours, width),
        figures=lambda: _plan_table(view, shown),
        notes=(text("roadmap.gantt.note", view.lang),) if shown.gantt.links else (),
    )
    show_drawn(chart, view.lang)


def show_load(view: RoadmapView, shown: NamedPlan) -> None:
    """What the roles have to do, against their capacity."""
    over = [one for one in shown.loads if one.over]
    if over:
        names = text("robustness.comma", view.lang).join(dict.fromkeys(shown.role(one.role) for one in over))
        st.markdown(f"**{plain(text('roadmap.load.too-much', view.lang, names=names))}**")
    chart = DrawnChart(
        id="roadmap-load",
        title=title_of(view, "roadmap.view.load"),
        described="; ".join(f"{shown.role(one.role)} {one.phase}: {one.load:.1f}" for one in shown.loads),
        draw=lambda colours, width: load_chart(shown, colours, width),
        figures=lambda: load_table(shown),
        notes=(text("roadmap.load.note", view.lang),),
    )
    show_drawn(chart, view.lang)


def show_table(view: RoadmapView, shown: NamedPlan) -> None:
    """Every initiative with phases, dates, effort and what it waits for."""
    table = _plan_table(view, shown)
    grid(table, "roadmap-table")
    table_row(title_of(view, "roadmap.table.plan"), lambda: table, view.lang, "roadmap-table-files")
