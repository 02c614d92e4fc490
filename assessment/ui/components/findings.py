"""Findings: the strengths and weaknesses, and beside the scores one dimension at a time."""

import streamlit as st

from assessment.catalogue import text
from assessment.report.shapes import Report, Section
from assessment.ui.components.results import View
from assessment.ui.components.tables import reading_table
from assessment.ui.words import plain

CHOSEN = "profile-dimension"


def strengths_and_weaknesses(section: Section) -> None:
    """The unit's own findings, all together; nothing where none was written."""
    for table in section.tables:
        if table.id == "profile.findings":
            st.subheader(plain(table.title), anchor=False)
            reading_table(table, "own-findings")


def findings_by_dimension(found: View, report: Report) -> None:
    """A switch between the dimensions, and under it every capability with its indicators and findings."""
    lang, rubric = found.lang, found.rubric
    ids = [node.id for node in rubric.root.children]
    st.subheader(text("profile.findings", lang), anchor=False)
    if st.session_state.get(CHOSEN) not in ids:
        st.session_state[CHOSEN] = ids[0]
    dimension = st.segmented_control(
        rubric.tier_name(rubric.tiers[0], lang),
        ids,
        required=True,
        format_func=lambda node: plain(rubric.name_of(node, lang)) if node in rubric else node,
        key=CHOSEN,
        label_visibility="collapsed",
        persist_state="session",
    )
    below = {node.id for node in rubric.node(dimension or ids[0]).walk()}
    for section in report.of_kind("capability"):
        if section.node in below:
            _capability(section)


def _capability(section: Section) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(section.title)}**")
        if section.lead:
            st.markdown(plain(section.lead))
        for table in section.tables[:1]:
            reading_table(table, f"findings-{section.node}")
        for note in section.notes:
            st.caption(plain(note))
        if section.source:
            st.caption(plain(section.source))
