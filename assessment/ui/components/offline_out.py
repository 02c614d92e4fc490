"""Handing out an offline workbook: for whom, in which language, and the file."""

import streamlit as st

from assessment import offline
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.ui.components.desk import is_signed_off
from assessment.ui.components.files import safe_name
from assessment.ui.components.rater import choose_rater, rater
from assessment.ui.context import Context
from assessment.ui.words import plain

_LANGUAGE = "offline-lang"
_CHOSEN = "offline-lang-chosen"
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def take_along(context: Context, engagement: Engagement, unit: Unit, wave: Wave) -> None:
    """A card that makes the workbook of the person who rates, for the unit and wave in view."""
    lang = context.lang
    with st.container(border=True, key="card-offline-out"):
        st.markdown(f":material/download: **{text('offline.out', lang)}**")
        where = f"{unit.called(lang)} · {wave.called(lang)}"
        st.markdown(text("offline.out.about", lang, where=plain(where)))
        if wave.locked or is_signed_off(context, engagement.id, unit.id, wave.id):
            why = (closed_sentence(unit, wave, lang), text("offline.out.closed", lang))
            st.info(plain(("" if lang == "zh" else " ").join(why)), icon=":material/lock:")
        chosen = rater(context, engagement)
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            choose_rater(context, engagement, chosen)
        with right:
            file_lang = _language(lang)
        _offer(context, (engagement.id, unit, wave), chosen, file_lang)


def closed_sentence(unit: Unit, wave: Wave, lang: Lang) -> str:
    """Why a unit takes no more answers in a wave that is locked, or that it signed off."""
    kind = "wave" if wave.locked else "unit"
    return text(f"offline.closed.{kind}", lang, unit=unit.called(lang), wave=wave.called(lang))


def _language(lang: Lang) -> Lang:
    """The workbook's language: the app's until another one is chosen by hand."""
    st.session_state[_LANGUAGE] = st.session_state.get(_CHOSEN, lang)
    chosen: Lang | None = st.segmented_control(
        text("offline.out.language", lang),
        LANGUAGES,
        required=True,
        format_func=lambda code: text("shell.language.own-name", code),
        key=_LANGUAGE,
        label_visibility="collapsed",
        on_change=_language_chosen,
    )
    return chosen or lang


def _language_chosen() -> None:
    st.session_state[_CHOSEN] = st.session_state[_LANGUAGE]


def _offer(context: Context, place: tuple[str, Unit, Wave], chosen: str | None, lang: Lang) -> None:
    engagement, unit, wave = place
    if chosen is None:
        st.button(
            text("offline.out.make", context.lang), disabled=True, help=text("offline.out.who", context.lang)
        )
        return
    person = offline.person_of(context.store, engagement, chosen)

    def made() -> bytes:
        from exports.offline_workbook import offline_workbook

        form = offline.form(context.store, context.shelf, engagement, unit.id, wave.id, chosen)
        return offline_workbook(form.rubric, form.engagement, unit, wave, form.rater, form.ratings, lang)

    words = (unit.called(lang), wave.called(lang), person.called(lang), text("offline.file", lang))
    st.download_button(
        text("offline.out.make", context.lang),
        data=made,
        file_name=f"{safe_name(*words)}.xlsx",
        mime=_MIME,
        key="offline-make",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
