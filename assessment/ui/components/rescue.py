"""What the app offers when the store is damaged: the newest sound backup, put back in one step."""

from pathlib import Path

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError, StoreRefusedError
from assessment.ui.words import day_and_time, plain

_SAID = "rescue-said"


def offer_backup(error: GaplineError, lang: Lang) -> None:
    """Below the sentence about a damaged store: the backup to go back to, or how to use one's own."""
    if not isinstance(error, StoreRefusedError) or error.reason not in {"damaged", "not-a-store"}:
        return
    from assessment.edges.daily_backup import newest_usable

    if failed := st.session_state.pop(_SAID, None):
        st.error(plain(failed), icon=":material/error:")
    backup = newest_usable(Path(error.path))
    if backup is None:
        if error.reason == "damaged":
            st.info(plain(text("rescue.none", lang, path=error.path)), icon=":material/backup:")
        return
    st.info(plain(text("rescue.offer", lang, at=day_and_time(backup.made))), icon=":material/backup:")
    st.button(
        text("rescue.restore", lang),
        type="primary",
        icon=":material/settings_backup_restore:",
        key="rescue-restore",
        on_click=_restore,
        args=(Path(error.path), backup.path, lang),
    )


def tell_restored() -> None:
    """Once after a restore: where the file is that was there before."""
    if kept := st.session_state.pop(_SAID, None):
        st.success(plain(kept), icon=":material/check_circle:")


def _restore(store: Path, backup: Path, lang: Lang) -> None:
    from assessment.edges.backup import restore

    st.cache_resource.clear()
    try:
        kept = restore(store, backup)
    except GaplineError as error:
        st.session_state[_SAID] = error.sentence(lang)
    else:
        st.session_state[_SAID] = text("rescue.done", lang, kept=kept.name if kept else "")
