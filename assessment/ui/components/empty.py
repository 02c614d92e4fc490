"""Empty states: what a page will show, and the one button that gets there."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui import navigation
from assessment.ui.context import Context


def no_engagement(context: Context, page: str) -> None:
    """Say what the page will show once there is an engagement, and lead to Home to make one."""
    lang = context.lang
    st.subheader(text(f"shell.page.{page}", lang), anchor=False)
    st.write(text(f"empty.{page}", lang))
    if st.button(text("empty.go-home", lang), type="primary", key="go-home"):
        st.switch_page(navigation.page("home", lang))
