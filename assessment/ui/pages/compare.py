"""Compare: units and published operators side by side."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components.comparison import (
    compared,
    comparison_chart,
    explain_cell,
    published_comparison,
    sides_choice,
)
from assessment.ui.components.results import NOBODY, invite_to_rate, view
from assessment.ui.components.sections import closing, heading
from assessment.ui.components.tables import grid, table_files
from assessment.ui.components.why import why_if_asked

found = view("compare")
lang = found.lang
report = found.report(NOBODY)
section = report.section("comparison")
heading(section)
if not section.tables:
    invite_to_rate(found)
    st.stop()

chosen, tier = sides_choice(found, section)
table = compared(found, section, chosen, tier)
on_table, on_chart, on_published = st.tabs(
    [text(f"compare.tab.{name}", lang) for name in ("table", "chart", "published")]
)
with on_table:
    if chosen:
        grid(table, "comparison", explain_cell)
        st.caption(text("compare.click", lang))
        table_files(table, lang, "comparison-files")
        closing(section, lang)
    else:
        st.info(text("compare.nothing-chosen", lang), icon=":material/lightbulb:")
with on_chart:
    if chosen:
        comparison_chart(section, table, tier, lang)
        closing(section, lang)
    else:
        st.info(text("compare.nothing-chosen", lang), icon=":material/lightbulb:")
with on_published:
    published_comparison(report)
why_if_asked(found)
