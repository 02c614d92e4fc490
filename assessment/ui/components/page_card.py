"""One page for an executive: made on a click, shown, handed out as PDF and as a slide."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.drawing_errors import OfficeFailedError, OfficeMissingError
from assessment.ui.components.deck_preview import drawn, lacking, show
from assessment.ui.components.exporting import MIMES, Wishes, file_name, tell_missing
from assessment.ui.components.results import View

_KEY: Final = "export-page"
_PDF: Final = "application/pdf"


def offer_page(found: View, lang: Lang, reference: str, wishes: Wishes) -> None:
    """A button that makes the page with the deck's units, tier, names and template; then the page."""
    choices = replace(wishes.choices, parts=())
    wishes = wishes._replace(choices=choices)
    of = [*map(str, found.place), lang, reference, str((choices, wishes.around.mark))]
    label = text("export.make.page", found.lang)
    if st.button(label, key=f"{_KEY}-make", disabled=not wishes.allowed):
        with st.spinner(text("export.drawing.page", found.lang)):
            st.session_state[_KEY] = {"of": of, **_made(found, lang, reference, wishes)}
    made = st.session_state.get(_KEY)
    if made is None or made["of"] != of:
        return
    tell_missing(made["missing"])
    _hand_out(found, lang, made, nameless=choices.anonymous)
    if made["pdf"] and lacking() is None:
        show(made["pdf"], 1, text("export.page", found.lang), f"{_KEY}-picture")


def _made(found: View, lang: Lang, reference: str, wishes: Wishes) -> dict[str, Any]:
    """The slide, the PDF (empty where there is no LibreOffice), and what is missing."""
    from assessment.storyline.onepage import one_page
    from exports.deck import OWN, deck

    store, shelf = found.context.store, found.context.shelf
    told = one_page(store, shelf, found.place[2:], lang, reference, wishes.choices)
    failed: list[str] = []
    data = deck(told.report, None, wishes.around.house or OWN, failed)
    missing = [failure.said(found.lang) for failure in told.failures]
    missing += [text("story.failed.slide", found.lang, title=title) for title in failed]
    pdf = b""
    try:
        pdf = drawn(data)
    except (OfficeFailedError, OfficeMissingError) as error:
        missing.append(error.sentence(found.lang))
    return {"data": data, "pdf": pdf, "missing": missing}


def _hand_out(found: View, lang: Lang, made: dict[str, Any], *, nameless: bool) -> None:
    more = text("export.file.page", lang)
    with st.container(horizontal=True, key=f"{_KEY}-files"):
        if made["pdf"]:
            name = file_name(found, lang, "pdf", nameless=nameless, more=more)
            _button("page", found.lang, name, made["pdf"], _PDF)
        name = file_name(found, lang, "pptx", nameless=nameless, more=more)
        _button("slide", found.lang, name, made["data"], MIMES["deck"])


def _button(kind: str, lang: Lang, name: str, data: bytes, mime: str) -> None:
    st.download_button(
        text(f"export.download.{kind}", lang),
        data=data,
        file_name=name,
        mime=mime,
        key=f"{_KEY}-{kind}",
        on_click="ignore",
        type="primary" if kind == "page" else "secondary",
        icon=":material/download:",
    )
