"""A report's section on a page: the finding above, footnotes and source below."""

import streamlit as st

from assessment.report.shapes import Section
from assessment.ui.words import plain


def heading(section: Section) -> None:
    """The finding as the page's title, and its lead."""
    st.header(plain(section.title), anchor=False)
    if section.lead:
        st.markdown(plain(section.lead))


def closing(section: Section) -> None:
    """Footnotes and the source line, which says itself what it is."""
    for note in section.notes:
        st.caption(plain(note))
    if section.source:
        st.caption(plain(section.source))
