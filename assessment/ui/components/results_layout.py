"""The few rules of layout of the result pages that Streamlit has no option for, by our own keys."""

import streamlit as st

_CSS = """
div:has(> .st-key-profile-bars), div:has(> [class*="st-key-beside-"])
  { flex: 1 1 440px; min-width: min(440px, 100%); }
[class*="st-key-reading-"] td > div { max-width: none !important; white-space: normal; }
[class*="st-key-reading-"] td { vertical-align: top; }
[class*="st-key-reading-own-findings"] th:nth-child(1) { width: 7rem; }
[class*="st-key-reading-own-findings"] th:nth-child(2) { width: 22%; }
[class*="st-key-reading-own-findings"] th:nth-child(4) { width: 22%; }
[class*="st-key-reading-findings-"] th:nth-child(1) { width: 24%; }
[class*="st-key-reading-findings-"] th:nth-child(2) { width: 9rem; }
"""


def lay_out_results() -> None:
    """Put the rules on the page."""
    st.html(f"<style>{_CSS}</style>")
