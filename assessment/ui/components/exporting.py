"""Making the deck and the workbook: a bar that says what is being written, a stop, then a download."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Literal, NamedTuple

import streamlit as st

from assessment import service
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.storyline.choices import Choices
from assessment.ui.components.deck_preview import offer_preview
from assessment.ui.components.files import safe_name
from assessment.ui.components.house_choice import Chosen
from assessment.ui.components.results import View
from assessment.ui.words import plain

FileKind = Literal["deck", "workbook"]
CardKind = Literal["deck", "page", "workbook"]
Progress = Callable[[float, str], None]

_ENDINGS: Final[dict[FileKind, str]] = {"deck": "pptx", "workbook": "xlsx"}
MIMES: Final[dict[FileKind, str]] = {
    "deck": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "workbook": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ICONS: Final[dict[CardKind, str]] = {
    "deck": ":material/slideshow:",
    "page": ":material/picture_as_pdf:",
    "workbook": ":material/table_view:",
}
LANGUAGE: Final = "export-lang"


def file_language(found: View) -> Lang:
    """The language of the files; the screen's until somebody chooses another one."""
    if st.session_state.get(LANGUAGE) not in LANGUAGES:
        st.session_state[LANGUAGE] = found.lang
    chosen: Lang | None = st.segmented_control(
        text("export.language", found.lang),
        LANGUAGES,
        required=True,
        format_func=lambda code: text("shell.language.own-name", code),
        key=LANGUAGE,
    )
    return chosen or found.lang


class Wishes(NamedTuple):
    """What somebody chose for a deck: what it tells, and the client's house around it."""

    choices: Choices
    around: Chosen

    @property
    def allowed(self) -> bool:
        """Whether anything can be made of it: nothing was refused."""
        return self.around.house is not None


@contextmanager
def file_card(kind: CardKind, lang: Lang) -> Iterator[None]:
    """A card with what the file is, and room for its choices and its button."""
    with st.container(border=True, key=f"card-{kind}"):
        st.markdown(f"{_ICONS[kind]} **{text(f'export.{kind}', lang)}**")
        st.markdown(text(f"export.{kind}.about", lang))
        yield


def offer_file(
    found: View, kind: FileKind, lang: Lang, reference: str, wishes: Wishes | None = None, about: str = ""
) -> None:
    """A button that makes one file; then the file.

    While the file is being written, a click on Stop (as any click) makes Streamlit end the running script at
    the next report of progress; nothing is kept of it then.

    Args:
        found: what the page is about.
        kind: which file.
        lang: language of the file.
        reference: whom the unit is compared with.
        wishes: what somebody chose for the deck.
        about: stands beside the button.
    """
    key = f"export-{kind}"
    told = (wishes.choices, wishes.around.mark) if wishes else ()
    of = [*map(str, found.place), lang, reference, str(told)]
    refused = wishes is not None and not (wishes.allowed and wishes.choices.parts)
    made = st.session_state.get(key)
    first = kind == "deck" and (made is None or made["of"] != of)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-line"):
        asked = st.button(
            text(f"export.make.{kind}", found.lang),
            key=f"{key}-make",
            disabled=refused,
            type="primary" if first else "secondary",
        )
        if about:
            st.caption(about, width="content")
    if asked:
        st.session_state.pop(key, None)
        data, missing = _made(found, kind, lang, reference, wishes)
        st.session_state[key] = {"of": of, "data": data, "missing": missing}
    made = st.session_state.get(key)
    if made is None or made["of"] != of:
        return
    tell_missing(made["missing"])
    nameless = wishes is not None and wishes.choices.anonymous
    _hand_out(found, kind, file_name(found, lang, _ENDINGS[kind], nameless=nameless), made["data"])
    if kind == "deck":
        offer_preview(found.lang, made["data"])


def tell_missing(missing: list[str]) -> None:
    """What could not be made, each with its reason; the rest was."""
    for said in missing:
        st.warning(plain(said), icon=":material/warning:")


def _made(
    found: View, kind: FileKind, lang: Lang, reference: str, wishes: Wishes | None
) -> tuple[bytes, list[str]]:
    """The file, and what could not be made of it."""
    busy = st.empty()
    with busy.container():
        bar = st.progress(0.0, text("export.gathering", found.lang))
        st.button(text("export.stop", found.lang), key=f"export-{kind}-stop", icon=":material/stop_circle:")

    def tell(share: float, what: str) -> None:
        bar.progress(min(1.0, max(0.0, share)), text("export.working", found.lang, what=plain(what)))

    if kind == "deck":
        made = _deck(found, lang, reference, wishes, tell)
    else:
        made = _workbook(found, lang, reference, tell)
    busy.empty()
    return made


def _deck(
    found: View, lang: Lang, reference: str, wishes: Wishes | None, tell: Progress
) -> tuple[bytes, list[str]]:
    from assessment.storyline.full import full_report
    from exports.deck import OWN, deck

    def gathering(share: float, what: str) -> None:
        tell(share / 2, what)

    choices, house = (wishes.choices, wishes.around.house) if wishes else (None, None)
    store, shelf = found.context.store, found.context.shelf
    told = full_report(store, shelf, found.place[2:], lang, reference, choices, gathering)
    failed: list[str] = []
    data = deck(told.report, lambda share, what: tell(0.5 + share / 2, what), house or OWN, failed)
    missing = [failure.said(found.lang) for failure in told.failures]
    return data, missing + [text("story.failed.slide", found.lang, title=title) for title in failed]


def _workbook(found: View, lang: Lang, reference: str, tell: Progress) -> tuple[bytes, list[str]]:
    from assessment.storyline.sheets import workbook_report
    from exports.workbook import workbook

    told = workbook_report(found.context.store, found.context.shelf, found.place[2:], lang, reference)
    return workbook(told.report, tell), [failure.said(found.lang) for failure in told.failures]


def file_name(found: View, lang: Lang, ending: str, *, nameless: bool = False, more: str = "") -> str:
    """Engagement, unit and wave in the file's language, safe on every system; `nameless` names no unit."""
    known = [text("export.file.nameless", lang)]
    if not nameless:
        known = [found.engagement.called(lang), found.unit.called(lang)]
    return f"{safe_name(*filter(None, (*known, found.wave.called(lang), more)))}.{ending}"


def _hand_out(found: View, kind: FileKind, name: str, data: bytes) -> None:
    size = f"{len(data) / 1024:,.0f}"
    st.success(text("export.ready", found.lang, name=plain(name), size=size), icon=":material/check:")
    st.download_button(
        text(f"export.download.{kind}", found.lang),
        data=data,
        file_name=name,
        mime=MIMES[kind],
        key=f"export-{kind}-download",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def offer_data(found: View) -> None:
    """A card with the wave's scores and ratings as CSV, made when clicked."""
    lang, context, place = found.lang, found.context, found.place

    def scores() -> bytes:
        return service.scores_table(context.store, context.shelf, place.engagement, place.wave)

    def ratings() -> bytes:
        return service.ratings_table(context.store, place.engagement, place.wave)

    with st.container(border=True, key="card-data"):
        st.markdown(f":material/csv: **{text('export.data', lang)}**")
        st.markdown(text("export.data.about", lang))
        with st.container(horizontal=True):
            for name, data in (("scores", scores), ("ratings", ratings)):
                words = (found.engagement.called(lang), found.wave.called(lang))
                st.download_button(
                    text(f"export.{name}", lang),
                    data=data,
                    file_name=f"{safe_name(*words, text(f'export.file.{name}', lang))}.csv",
                    mime="text/csv",
                    key=f"export-{name}",
                    on_click="ignore",
                    icon=":material/download:",
                )
