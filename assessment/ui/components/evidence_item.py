"""One evidence item opened: what it says, its file, what rests on it, and taking it away."""

import streamlit as st

from assessment.catalogue import text
from assessment.edges.evidence_files import fetch, folder_of, place_of
from assessment.errors import EvidenceFileMissingError
from assessment.ratings import Evidence, EvidenceFile
from assessment.ui.components import evidence_form
from assessment.ui.components.evidence_delete import delete_item, forget_deleted
from assessment.ui.components.evidence_form import item_form
from assessment.ui.components.evidence_support import supports
from assessment.ui.components.evidence_view import NEW, EvidenceView, open_item, opened, size_of, title_of
from assessment.ui.words import plain


def item_view(found: EvidenceView) -> None:
    """Draw the item that the link opens, or an empty one to fill in."""
    wanted, lang = opened(), found.lang
    forget_deleted()
    st.button(
        text("evidence.back", lang),
        key="evidence-back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=open_item,
        args=(None,),
    )
    item = found.records.item(wanted or "")
    if item is None and wanted != NEW:
        st.info(text("evidence.gone", lang), icon=":material/search_off:")
        return
    heading = title_of(item, lang) if item else text("evidence.new", lang)
    st.subheader(plain(heading), anchor=False)
    _refusal(found, item)
    if item is None:
        item_form(found, None)
        return
    delete_item(found, item)
    left, right = st.columns([3, 2], gap="large")
    with left:
        item_form(found, item)
        if item.file:
            _file(found, item.file)
    with right:
        supports(found, item)


def _refusal(found: EvidenceView, item: Evidence | None) -> None:
    """Why the item cannot be changed, where it cannot."""
    lang = found.lang
    if found.rater is None:
        st.info(text("evidence.nobody", lang), icon=":material/person_add:")
    places = found.records.fixed_by(item.id) if item else ()
    if item and places:
        words = text("evidence.fixed", lang, places=found.placed(places))
        st.info(plain(words), icon=":material/lock:")
        st.button(
            text("evidence.copy", lang),
            key="evidence-copy",
            icon=":material/content_copy:",
            disabled=found.rater is None,
            on_click=evidence_form.draft_from,
            args=(found, item),
        )


def _file(found: EvidenceView, file: EvidenceFile) -> None:
    """The file, to be downloaded and never shown inline."""
    folder, lang = folder_of(found.context.path), found.lang
    place = place_of(folder, file.sha256)
    if not place.is_file():
        sentence = EvidenceFileMissingError(file.name, str(place)).sentence(lang)
        st.warning(plain(sentence), icon=":material/link_off:")
        return
    st.download_button(
        plain(text("evidence.download", lang, name=file.name, size=size_of(file))),
        data=lambda: fetch(folder, file),
        file_name=file.name,
        mime=file.media_type,
        key="evidence-download",
        on_click="ignore",
        icon=":material/download:",
    )
