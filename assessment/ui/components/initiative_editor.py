"""Editing an initiative of a unit, or writing an own one: what is open, what is wrong with it, saving."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import roadmapping
from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.initiatives import Initiative
from assessment.roadmap_records import PickedInitiative
from assessment.roadmapping import Choice
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.form_place import Place, elsewhere
from assessment.ui.components.initiative_fields import Form, fields
from assessment.ui.components.people import names_of_people
from assessment.ui.components.results import View
from assessment.ui.naming import by_name
from assessment.ui.words import clock, day_and_time, plain

NEW: Final = ""
"""Stands for an initiative that is being written."""
_OPEN: Final = "initiative-edited"
_TURN: Final = "initiative-edited-turn"
_TOLD: Final = "initiative-edited-told"


@dataclass(frozen=True)
class _Editing:
    """What is being edited: the initiative as it stands, or a new one."""

    found: View
    choice: Choice
    seen: PickedInitiative | None
    initiative: Initiative
    rater: str | None
    themes: Mapping[str, str]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang


def editing() -> str | None:
    """Id of the initiative that is being edited, `NEW` for one that is being written; None for none."""
    kept: str | None = st.session_state.get(_OPEN)
    return kept


def open_editor(initiative: str | None) -> None:
    """Edit an initiative that the unit has chosen, write a new one (`NEW`), or close the editor."""
    st.session_state[_OPEN] = initiative
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def initiative_editor(found: View, rater: str | None, themes: Mapping[str, str]) -> None:
    """Draw the editor where one is open, and say once what the last saving did.

    Args:
        found: whose initiatives.
        rater: who works; None until somebody says so: then nothing can be saved.
        themes: id -> name of the solution themes; empty where nobody knows them.
    """
    told = st.session_state.pop(_TOLD, None)
    if told:
        st.success(plain(told), icon=":material/check:")
    if elsewhere(_OPEN, _place(found)):
        open_editor(None)
    wanted = editing()
    if wanted is None:
        return
    choice = _choice(found, themes)
    seen = choice.of(wanted)
    if wanted != NEW and seen is None:
        open_editor(None)
        return
    blank = Initiative(id=NEW, name="", judged=True)
    drawn_apart(_draw)(_Editing(found, choice, seen, seen.initiative if seen else blank, rater, themes))


def _place(found: View) -> Place:
    return (found.engagement.id, found.unit.id, found.wave.id)


def _choice(found: View, themes: Mapping[str, str]) -> Choice:
    choice = roadmapping.choice_of(found.context.store, found.context.shelf, *_place(found))
    return choice.with_themes(themes) if themes else choice


def _draw(here: _Editing) -> None:
    lang = here.lang
    with st.container(border=True, key="initiative-editor"):
        key = "edit" if here.seen else "new"
        unit = here.found.unit.called(lang)
        name = here.initiative.called(lang)
        st.markdown(f"**{plain(text(f'initiative-edit.{key}', lang, name=name, unit=unit))}**")
        if here.seen and _seen_revision(here):
            st.caption(plain(_record(here, here.seen)))
        form = Form(here.initiative, here.choice, here.themes, lang, _prefix(here))
        typed = form.typed()
        wrong = roadmapping.wrong_with(here.choice, typed) if _touched(here) else []
        fields(form, wrong)
        _buttons(here, form)


def _prefix(here: _Editing) -> str:
    """Of the fields' keys; what was begun for one unit does not go over to the next."""
    whose = here.seen.id if here.seen else NEW
    return ":".join(("initiative", *_place(here.found), whose, str(st.session_state.get(_TURN, 0))))


def _touched(here: _Editing) -> bool:
    """Whether mistakes are said: not before somebody tried to save a new one."""
    return here.seen is not None or bool(st.session_state.get(f"{_prefix(here)}:tried"))


def _seen_revision(here: _Editing) -> int:
    """The revision that stood when the editor was opened."""
    stands = here.seen.revision if here.seen else 0
    kept: int = st.session_state.setdefault(f"{_prefix(here)}:seen", stands)
    return kept


def _record(here: _Editing, seen: PickedInitiative) -> str:
    """Who wrote it last, when, and whether it still says what the library says."""
    lang = here.lang
    names = names_of_people(here.found.context, here.found.engagement)
    who = names.get(seen.by, seen.by) or text("initiative-edit.nobody", lang)
    at = day_and_time(seen.at) if seen.at else ""
    said = text("initiative-edit.record", lang, number=seen.revision, who=who, at=at)
    kind = seen.origin if seen.origin == "own" else "changed" if here.choice.changed(seen) else "library"
    return text("initiative-edit.joined", lang, one=said, other=text(f"initiative-edit.{kind}", lang))


def _buttons(here: _Editing, form: Form) -> None:
    lang, seen = here.lang, here.seen
    if here.rater is None:
        st.caption(text("initiative-edit.no-rater", lang))
    with st.container(horizontal=True):
        if st.button(
            text("initiative-edit.save", lang),
            key="initiative-save",
            type="primary",
            disabled=here.rater is None,
            on_click=_try,
            args=(here,),
        ):
            _save(here, form.typed())
        if st.button(text("initiative-edit.cancel", lang), key="initiative-cancel", type="tertiary"):
            open_editor(None)
            st.rerun()
        listed = here.choice.library_says(seen) if seen else None
        if seen and listed and listed != seen.initiative:
            restoring = st.button(
                text("initiative-edit.restore", lang),
                key="initiative-restore",
                type="tertiary",
                icon=":material/undo:",
                disabled=here.rater is None,
            )
            if restoring:
                _save(here, listed)


def _save(here: _Editing, typed: Initiative) -> None:
    """Keep what was typed, or say everything that is wrong with it; the page is then drawn anew."""
    store = here.found.context.store
    wanted = typed if here.seen else typed.model_copy(update={"id": roadmapping.own_id(store, here.choice)})
    saw = here.seen and here.seen.model_copy(update={"revision": _seen_revision(here)})
    try:
        kept, wrong = roadmapping.change(store, here.choice, wanted, here.rater or "", saw)
    except GaplineError as error:
        st.session_state.pop(f"{_prefix(here)}:seen", None)
        st.error(plain(by_name(error, here.found.context)), icon=":material/error:")
        return
    if kept is None:
        st.error(text("initiative-edit.refused", here.lang, count=len(wrong)), icon=":material/error:")
        return
    when = clock(kept.at) if kept.at else ""
    name = kept.initiative.called(here.lang)
    st.session_state[_TOLD] = text("initiative-edit.saved", here.lang, name=name, time=when)
    open_editor(None)
    st.rerun()


def _try(here: _Editing) -> None:
    """From now on what is wrong stands beside the fields."""
    st.session_state[f"{_prefix(here)}:tried"] = True
