"""Slides as pictures on the page, where LibreOffice and poppler are installed; else how to get them."""

import hashlib
import io
import zipfile
from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.drawing_errors import OfficeFailedError, OfficeMissingError
from assessment.edges import office_drawing
from assessment.ui.words import plain

_SLIDES: Final = "ppt/slides/slide"
_MARK: Final = 16
"""Characters of a hash that tell one deck from another."""


def offer_preview(lang: Lang, deck: bytes) -> None:
    """A switch under a deck that was made; then one slide at a time."""
    missing = lacking()
    if missing is not None:
        st.caption(plain(missing.sentence(lang)))
        return
    if not st.toggle(text("export.preview", lang), key="preview", help=text("export.preview.about", lang)):
        return
    count = _slides(deck)
    try:
        with st.spinner(text("export.preview.drawing", lang, count=count)):
            pdf = drawn(deck)
        key = f"preview-slide-{hashlib.sha256(deck).hexdigest()[:_MARK]}"
        label = text("export.preview.slide", lang, count=count)
        number = st.number_input(label, 1, count, step=1, key=key, width=200)
        show(pdf, int(number), text("export.preview.alt", lang, number=number, count=count))
    except (OfficeFailedError, OfficeMissingError) as error:
        st.warning(plain(error.sentence(lang)), icon=":material/warning:")


def lacking() -> OfficeMissingError | None:
    """What has to be installed before slides can be shown; None where everything is there."""
    if office_drawing.office() is None:
        return OfficeMissingError(office_drawing.OFFICE)
    return OfficeMissingError(office_drawing.PDF_TOOL) if office_drawing.pdf_tool() is None else None


def show(pdf: bytes, number: int, said: str, key: str = "preview-picture") -> None:
    """One page of a PDF as a picture.

    Raises:
        OfficeFailedError, OfficeMissingError: it cannot be drawn.
    """
    with st.container(border=True, key=key):
        st.image(_picture(pdf, number), caption=said, width="stretch")


@st.cache_data(show_spinner=False, max_entries=6)
def drawn(deck: bytes) -> bytes:
    """A deck as PDF, kept by the hash of its bytes.

    Raises:
        OfficeFailedError, OfficeMissingError: it cannot be drawn; that is not kept.
    """
    return office_drawing.pdf_of(deck)


@st.cache_data(show_spinner=False, max_entries=60)
def _picture(pdf: bytes, number: int) -> bytes:
    return office_drawing.picture_of(pdf, number)


def _slides(deck: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return sum(name.startswith(_SLIDES) and name.endswith(".xml") for name in package.namelist())
