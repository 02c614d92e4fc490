"""What the page Compare is put together from."""

from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.report.shapes import Report, Section, Table
from assessment.ui.components.charts import show_chart
from assessment.ui.components.choosing import (
    MOST_SERIES,
    PEER,
    UNIT,
    chart_of_table,
    narrowed,
    opening_sides,
    sides,
)
from assessment.ui.components.results import View
from assessment.ui.components.sections import closing
from assessment.ui.components.tables import grid, table_files, without
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

TIERS: Final = ("dimensions", "capabilities", "indicators", "all")
SIDES, TIER = "compare-sides", "compare-tier"


def sides_choice(found: View, section: Section) -> tuple[list[str], str]:
    """Which units and operators, and which tier of the rubric; at first all units and the dimensions."""
    lang, table = found.lang, section.table("comparison.scores")
    names = {column.key: column.title for column in table.columns if column.key in sides(table)}
    kept = [key for key in st.session_state.get(SIDES, opening_sides(table)) if key in names]
    st.session_state[SIDES] = kept
    chosen = st.multiselect(
        text("compare.choose", lang),
        list(names),
        format_func=lambda key: _called(key, names, lang),
        key=SIDES,
        placeholder=text("compare.choose-hint", lang),
        persist_state="session",
    )
    tier = st.segmented_control(
        text("compare.tier", lang),
        TIERS,
        default="dimensions",
        required=True,
        format_func=lambda one: text(f"compare.tier.{one}", lang),
        key=TIER,
        persist_state="session",
    )
    return [key for key in names if key in chosen], tier or "dimensions"


def _called(key: str, names: dict[str, str], lang: Lang) -> str:
    name = names.get(key, key)
    return text("compare.operator", lang, name=name) if key.startswith(PEER) else name


def compared(found: View, section: Section, chosen: list[str], tier: str) -> Table:
    """The comparison of one tier, narrowed to what was chosen."""
    root = found.rubric.root
    if tier == "indicators":
        if any(key.startswith(PEER) for key in chosen):
            st.caption(text("compare.no-indicators", found.lang))
        return narrowed(section.table("comparison.indicators"), chosen)
    tops = {node.id for node in root.children}
    inner = {node.id for node in found.rubric.nodes if not node.is_indicator}
    rows = {"all": inner, "dimensions": {root.id, *tops}, "capabilities": inner - tops - {root.id}}[tier]
    table = narrowed(section.table("comparison.scores"), chosen, rows)
    return table if tier == "all" else without(table, "tier")


def explain_cell(node: str, column: str) -> None:
    """Why a unit has this number; an operator's published figure has nothing behind it."""
    if column.startswith(UNIT):
        ask_why(node, column.removeprefix(UNIT))


def comparison_chart(section: Section, table: Table, tier: str, lang: Lang) -> None:
    """The chosen sides as bars side by side."""
    title = text("compare.chart", lang, tier=text(f"compare.tier.{tier}", lang))
    if len(sides(table)) > MOST_SERIES:
        st.caption(text("compare.crowded", lang, count=MOST_SERIES))
    show_chart(chart_of_table(table, section.charts[0], title, lang), lang, section.source, ask_why)


def published_comparison(report: Report) -> None:
    """Printed composites beside ours, and whether weights could explain the difference."""
    lang = report.lang
    if not report.of_kind("published"):
        st.info(text("compare.no-published", lang), icon=":material/lightbulb:")
        return
    section = report.section("published")
    st.subheader(plain(section.title), anchor=False)
    st.markdown(plain(section.lead))
    for table in section.tables:
        st.markdown(f"**{plain(table.title)}**")
        grid(table, f"grid-{table.id}")
        table_files(table, lang, f"files-{table.id}")
    closing(section, lang)
