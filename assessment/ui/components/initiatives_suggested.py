"""Suggestions, each with what it closes, what must come first, and a button; and what is left."""

import streamlit as st

from assessment.catalogue import text
from assessment.initiatives import Initiative
from assessment.report.wording import sentences
from assessment.suggesting import Suggestion
from assessment.ui.components.initiative_editor import NEW, open_editor
from assessment.ui.components.initiatives_view import InitiativesView, pick
from assessment.ui.words import plain

_FIRST = 10
_READY, _ALL = "initiatives-ready", "initiatives-all"


def suggested(view: InitiativesView) -> None:
    """Draw the list, best first, as far as the filters let it through."""
    lang = view.lang
    st.caption(text("initiatives.rule", lang))
    ready = st.toggle(text("initiatives.ready", lang), key=_READY, persist_state="session")
    ranked = view.here.suggestions.ranked
    listed = [
        (place, one)
        for place, one in enumerate(ranked, 1)
        if view.shown(one.initiative) and not (ready and one.missing)
    ]
    if ranked and not listed:
        st.info(text("initiatives.filtered", lang), icon=":material/filter_alt:")
    everything = st.session_state.get(_ALL, False) or len(listed) <= _FIRST + 2
    for place, one in listed if everything else listed[:_FIRST]:
        _card(view, place, one)
    if not everything:
        st.button(
            text("initiatives.more", lang, count=len(listed)),
            key="initiatives-show-all",
            on_click=st.session_state.__setitem__,
            args=(_ALL, True),
        )
    _left(view)


def facts(view: InitiativesView, one: Initiative) -> str:
    """Track, work and duration as badges."""
    lang = view.lang
    months = "initiatives.months.one" if one.months == 1 else "initiatives.months"
    said = (
        text(f"initiative.track.{one.track}", lang),
        text("initiatives.effort", lang, effort=f"{one.total_effort:g}"),
        text(months, lang, months=one.months),
    )
    return " ".join(f":gray-badge[{plain(words)}]" for words in said)


def write_own(view: InitiativesView) -> None:
    """The way to an initiative that no library has."""
    st.button(
        text("initiatives.own", view.lang),
        key="write-own-initiative",
        icon=":material/add:",
        on_click=open_editor,
        args=(NEW,),
    )


def _card(view: InitiativesView, place: int, one: Suggestion) -> None:
    lang, initiative = view.lang, one.initiative
    with st.container(border=True, key=f"suggestion-{initiative.id}"):
        words, buttons = st.columns([5, 1.4], gap="medium")
        with words:
            st.markdown(f"**{place} · {plain(view.names[initiative.id])}**  {facts(view, initiative)}")
            st.markdown(plain(view.speaker.closes(one)))
            icon = ":material/lock_open:" if not one.missing else ":material/schedule:"
            st.markdown(f"{icon} {plain(sentences(view.speaker.first(one), lang))}")
            opens = view.speaker.opens(view.here.opened_by(initiative.id))
            about = [initiative.described(lang), opens]
            st.caption(plain(sentences([words for words in about if words], lang)))
        with buttons:
            _buttons(view, one)


def _buttons(view: InitiativesView, one: Suggestion) -> None:
    lang, initiative = view.lang, one.initiative
    st.button(
        text("initiatives.pick", lang),
        key=f"pick-initiative:{initiative.id}",
        type="primary" if not one.missing else "secondary",
        on_click=pick,
        args=(view, [initiative.id]),
        width="stretch",
    )
    pick_with(view, initiative, "initiatives.pick-with")


def pick_with(view: InitiativesView, one: Initiative, label: str) -> None:
    """The button that chooses an initiative and all that must come before it; none where nothing must."""
    before = view.before(one)
    if not before:
        return
    named = view.speaker.listed(view.speaker.called(before))
    st.button(
        text(f"{label}.one" if len(before) == 1 else label, view.lang, count=len(before)),
        key=f"pick-with:{one.id}",
        help=plain(text("initiatives.pick-with.help", view.lang, names=named)),
        on_click=pick,
        args=(view, [*before] if one.id in view.chosen else [*before, one.id]),
        width="stretch",
    )


def _left(view: InitiativesView) -> None:
    """Gaps that stay, and nodes that could not be judged."""
    lang, here = view.lang, view.here
    if here.suggestions.left:
        st.subheader(text("initiatives.left", lang), anchor=False)
        st.caption(text("initiatives.left.about", lang))
        said = [
            text(
                "initiatives.left.node.one" if one.gap == 1 else "initiatives.left.node",
                lang,
                name=here.rubric.name_of(one.node, lang),
                levels=f"{one.gap:g}",
                standing=text(f"urgency.{one.standing}", lang),
            )
            for one in here.suggestions.left
        ]
        st.markdown("\n".join(f"- {plain(words)}" for words in said))
        write_own(view)
    missing = [one.node for one in here.priorities if one.missing]
    if missing and here.urgent:
        named = view.speaker.listed(here.rubric.name_of(node, lang) for node in missing)
        st.caption(plain(text("initiatives.missing", lang, names=named)))
