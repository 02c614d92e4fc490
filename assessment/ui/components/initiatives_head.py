"""The head of the Initiatives page: the finding, the rule, the parts and the filters."""

from collections.abc import Mapping

import streamlit as st

from assessment.catalogue import text
from assessment.initiatives import TRACKS
from assessment.report.wording import sentences
from assessment.ui.components.in_link import picked, widget_key
from assessment.ui.components.initiatives_view import PART, PARTS, THEME, TRACK, InitiativesView
from assessment.ui.words import plain


def head(view: InitiativesView) -> None:
    """What closes most for its effort, how the order comes about, and what the figures are."""
    lang, ranked = view.lang, view.here.suggestions.ranked
    key = {0: ".none", 1: ".one"}.get(len(ranked), "")
    if not view.here.urgent:
        key = ".no-urgency"
    first = view.names[ranked[0].initiative.id] if ranked else ""
    unit = view.found.unit.called(lang)
    said = text(f"initiatives.head{key}", lang, unit=unit, count=len(ranked), first=first)
    st.header(plain(said), anchor=False)
    if not view.here.urgent:
        st.info(text("initiatives.no-urgency", lang), icon=":material/lightbulb:")
    if view.here.library is None:
        st.info(text("initiatives.no-library", lang), icon=":material/lightbulb:")
    notes = [text("initiatives.judged", lang)] if view.here.library else []
    if view.found.engagement.illustrative:
        notes.append(text("mark.illustrative", lang))
    st.caption(plain(sentences(notes, lang)))


def part_choice(view: InitiativesView, now: str) -> None:
    """Which part of the page is looked at, with counts."""
    library = view.here.library.initiatives if view.here.library else ()
    counts = {
        "suggested": len(view.here.suggestions.ranked),
        "library": len(library),
        "chosen": len(view.here.picked),
    }
    st.segmented_control(
        text("initiatives.part", view.lang),
        PARTS,
        required=True,
        format_func=lambda part: text(f"initiatives.part.{part}", view.lang, count=counts.get(part, 0)),
        key=widget_key(PART, now),
        label_visibility="collapsed",
        on_change=picked,
        args=(PART, PARTS[0]),
    )


def filters(view: InitiativesView, part: str) -> None:
    """Which track and which theme; the link carries both. A chain goes over both tracks."""
    lang = view.lang
    tracks = {"": text("initiatives.track.all", lang)}
    tracks |= {one: text(f"initiative.track.{one}", lang) for one in TRACKS}
    themes = {"": text("initiatives.theme.all", lang)}
    themes |= {one: theme.where(lang) or theme.called(lang) for one, theme in view.themes.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if part != "chain":
            _one_of("initiatives.track", TRACK, view.track, tracks, view)
        if view.themes:
            _one_of("initiatives.theme", THEME, view.theme, themes, view)


def _one_of(label: str, name: str, now: str, options: Mapping[str, str], view: InitiativesView) -> None:
    st.selectbox(
        text(label, view.lang),
        list(options),
        format_func=lambda one: options.get(one, one),
        key=widget_key(name, now),
        on_change=picked,
        args=(name, ""),
        width=220,
    )
