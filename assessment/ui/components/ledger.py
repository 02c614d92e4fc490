"""The one record of this process of which key presses were handled, and where everybody stands."""

import streamlit as st

from assessment.keyboard import Ledger
from assessment.ui.context import Context


def ledger(context: Context) -> Ledger:
    """The record of the store that is open."""
    return _ledger(context.path)


@st.cache_resource(show_spinner=False)
def _ledger(path: str) -> Ledger:
    del path  # only the cache looks at it
    return Ledger()
