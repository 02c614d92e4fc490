"""Profile: how one unit stands, and what is behind every number."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components.charts import show_chart
from assessment.ui.components.findings import findings_by_dimension, strengths_and_weaknesses
from assessment.ui.components.results import invite_to_rate, reference_choice, view
from assessment.ui.components.sections import closing, heading
from assessment.ui.components.tables import grid, table_files, without
from assessment.ui.components.why import ask_why, why_choice, why_if_asked

found = view("profile")
lang = found.lang
head = st.container()
left, right = st.columns(2)
with left:
    reference = reference_choice(found)
report = found.report(reference)
section = report.section("profile")
with head:
    heading(section)
if not found.rated():
    invite_to_rate(found)
    st.stop()
with right:
    why_choice(found)

with st.container(horizontal=True, gap="medium"):
    with st.container(key="profile-bars"):
        show_chart(section.chart("profile.dimensions"), lang, section.source, ask_why)
    with st.container(width=480, key="profile-radar"):
        show_chart(section.chart("profile.radar"), lang, section.source)
for chart in section.charts:
    if chart.id == "profile.capabilities":
        show_chart(chart, lang, section.source, ask_why)
st.caption(text("profile.click", lang))

st.subheader(text("profile.all-scores", lang), anchor=False)
scores = without(section.table("profile.scores"), "state", "tier")
grid(scores, "profile-scores", lambda node, _: ask_why(node))
table_files(scores, lang, "profile-scores-files")

strengths_and_weaknesses(section)
findings_by_dimension(found, report)
for table in section.tables:
    if table.id != "profile.targets":
        continue
    with st.expander(text("profile.targets", lang), icon=":material/flag:"):
        grid(table, "profile-targets", lambda node, _: ask_why(node))
closing(section)
why_if_asked(found)
