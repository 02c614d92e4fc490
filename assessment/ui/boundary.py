"""Where a failure becomes a sentence on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.catalogue import Lang
from assessment.errors import GaplineError
from assessment.ui.components.rescue import offer_backup
from assessment.ui.words import plain


@contextmanager
def sentences(lang: Lang, *, whole_page: bool = False) -> Iterator[None]:
    """Show what went wrong, what is safe and what to do, instead of a stack trace.

    Around a whole page also offer the newest backup where the store is damaged.
    """
    try:
        yield
    except GaplineError as error:
        st.error(plain(error.sentence(lang)), icon=":material/error:")
        if whole_page:
            offer_backup(error, lang)
