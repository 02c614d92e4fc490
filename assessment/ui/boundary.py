"""Where a failure becomes a sentence on the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.ui.components.rescue import offer_backup
from assessment.ui.words import plain

LOG: Final = logging.getLogger("gapline")


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
    except Exception:
        LOG.exception("a page failed")
        st.error(text("shell.unexpected", lang), icon=":material/error:")
