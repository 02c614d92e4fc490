"""Refreshing an edited deck: hand it in, see what becomes of every shape, take the new file away."""

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import FileRefusedError, GaplineError
from assessment.ui.components.files import safe_name
from assessment.ui.components.results import View
from assessment.ui.words import plain

if TYPE_CHECKING:
    from assessment.report import Report
    from exports.deck.tags import DeckRecipe
    from exports.refresh.refreshing import Refreshed

_MIME: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_MOST_MEGABYTES: Final = 150
_MOST_LINES, _TALLEST = 8, 300
_DONE: Final = "refresh-done"
_OVERWRITE: Final = "refresh-overwrite"


def offer_refresh(found: View) -> None:
    """A card to hand an edited deck in; under it what newer figures would change, and the changed deck."""
    lang = found.lang
    with st.container(border=True, key="card-refresh"):
        st.markdown(f":material/sync: **{text('refresh.title', lang)}**")
        st.markdown(text("refresh.about", lang))
        upload = st.file_uploader(
            text("refresh.upload", lang),
            type=["pptx"],
            key="refresh-file",
            max_upload_size=_MOST_MEGABYTES,
            label_visibility="collapsed",
        )
        if upload is None:
            return
        overwrite = bool(st.session_state.get(_OVERWRITE))
        try:
            with st.spinner(text("refresh.working", lang)):
                done = _refreshed(found, upload.getvalue(), upload.name, overwrite=overwrite)
        except GaplineError as error:
            _refused(error, lang)
            return
        _counts(done, lang)
        _hand_out(done, upload.name, lang)
        _preview(done, lang, overwrite=overwrite)


def _refreshed(found: View, data: bytes, name: str, *, overwrite: bool) -> "Refreshed":
    from assessment.storyline.again import told_again
    from exports.refresh.whole_deck import refresh

    context = found.context

    def again(recipe: "DeckRecipe") -> "Report | None":
        place = found.engagement.id, recipe.unit, recipe.wave
        asked = dict(recipe.asked)
        return told_again(context.store, context.shelf, place, recipe.spoken, recipe.reference, asked)

    of = (*found.place, hashlib.sha256(data).hexdigest(), name, overwrite)
    held: tuple[object, Refreshed] | None = st.session_state.get(_DONE)
    if held is None or held[0] != of:
        held = (of, refresh(data, name, found.engagement.id, again, overwrite=overwrite))
        st.session_state[_DONE] = held  # for this session alone: decks are large
    return held[1]


def _refused(error: GaplineError, lang: Lang) -> None:
    problems = error.problems if isinstance(error, FileRefusedError) else ()
    said = [plain(problem.sentence(lang)) for problem in problems] or [plain(error.sentence(lang))]
    st.error("\n\n".join(said), icon=":material/block:")


def _counts(done: "Refreshed", lang: Lang) -> None:
    from exports.refresh.words import counted, listed

    if listed(done, lang):
        st.markdown(plain(counted(done, lang)))
    else:
        st.success(text("refresh.nothing", lang), icon=":material/check:")


def _preview(done: "Refreshed", lang: Lang, *, overwrite: bool) -> None:
    """What there is of each status: first what a person may decide, folded what is simply updated."""
    from exports.refresh.words import grouped

    groups = grouped(done, lang)
    for status, said, lines in groups:
        if status == "updated":
            st.expander(said, key="refresh-updated").markdown(_list(lines))
            continue
        st.markdown(f"**{plain(said)}**")
        with st.container(height=_TALLEST if len(lines) > _MOST_LINES else "content", border=False):
            st.markdown(_list(lines))
        if status == "conflict":
            _overwrite(lang)
    if overwrite and "conflict" not in {status for status, _, _ in groups}:
        _overwrite(lang)


def _list(lines: list[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)


def _overwrite(lang: Lang) -> None:
    st.toggle(text("refresh.overwrite", lang), key=_OVERWRITE)


def _hand_out(done: "Refreshed", name: str, lang: Lang) -> None:
    if not done.changed_parts:
        return
    st.download_button(
        text("refresh.download", lang),
        data=done.data,
        file_name=f"{safe_name(PurePath(name).stem)}.pptx",
        mime=_MIME,
        key="refresh-download",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
