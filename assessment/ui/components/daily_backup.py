"""The automatic backup of the day, made when the app is first used on it."""

import datetime as dt
from pathlib import Path

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.ui.words import plain


def back_up_today(path: str, lang: Lang) -> None:
    """See that today's copy of the store is there; where it cannot be made, say so and go on."""
    failed = _once_a_day(path, dt.datetime.now(dt.UTC).date())
    if failed is not None:
        said = text("backup.daily-failed", lang, why=failed.sentence(lang))
        st.warning(plain(said), icon=":material/backup:")


@st.cache_resource(show_spinner=False, max_entries=4)
def _once_a_day(path: str, today: dt.date) -> GaplineError | None:
    from assessment.edges.daily_backup import keep_daily

    try:
        keep_daily(Path(path), today)
    except GaplineError as error:
        return error
    return None
