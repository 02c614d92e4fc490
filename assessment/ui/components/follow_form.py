"""Recording how an initiative is getting on: status, share, dates, departments with their part, reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from assessment.catalogue import text
from assessment.follow_through import Followed
from assessment.progress_checks import Mistake, progress_of
from assessment.roadmap_records import STATUSES, DepartmentPart
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.follow_view import FollowView, open_form, opened, record, turn
from assessment.ui.words import day_and_time, plain

_WORDS: Final = 200
_MOST_PARTS: Final = 12
_PART_WORDS: Final = ("department", "work", "head", "reason")


def progress_form(view: FollowView) -> None:
    """The choice of an initiative, and the form of the one that is chosen."""
    st.subheader(view.words("record.title"), anchor=False)
    chosen = opened(view)
    ids = sorted(view.names, key=lambda one: view.names[one])
    st.session_state[_PICK] = chosen if chosen in view.names else None
    st.selectbox(
        view.words("record.pick"),
        ids,
        format_func=lambda one: view.names.get(one, one),
        key=_PICK,
        index=None,
        placeholder=view.words("record.pick.hint"),
        on_change=_picked,
    )
    one = view.of(chosen) if chosen else None
    if one is not None:
        drawn_apart(_draw)(_Form(view, one))


_PICK: Final = "follow-pick"


def _picked() -> None:
    open_form(st.session_state.get(_PICK))


@dataclass(frozen=True)
class _Form:
    """One initiative's progress in fields."""

    view: FollowView
    one: Followed

    def key(self, part: str) -> str:
        """Of a field; what was begun for one unit does not go over to the next."""
        return ":".join(("follow", *self.view.place, self.one.id, str(turn()), part))

    def said(self, part: str, otherwise: Any) -> Any:  # noqa: ANN401 - whatever a field holds
        return st.session_state.get(self.key(part), otherwise)

    @property
    def seen(self) -> int:
        """The revision that stood when the form was opened."""
        stands = self.one.progress.revision if self.one.progress else 0
        kept: int = st.session_state.setdefault(self.key("seen"), stands)
        return kept

    @property
    def places(self) -> list[int]:
        """Numbers of the departments that are drawn; one that was removed leaves its number free."""
        kept: list[int] = self.said("places", list(range(len(self.one.parts))))
        return kept

    def part(self, place: int) -> DepartmentPart:
        """What stood at a place; a blank one at a new place."""
        known = self.one.parts
        return known[place] if place < len(known) else DepartmentPart(department="")

    def typed_part(self, place: int) -> DepartmentPart:
        before = self.part(place)
        words = {
            part: " ".join(str(self.said(f"{part}-{place}", getattr(before, part)) or "").split())
            for part in _PART_WORDS
        }
        due, share = self.said(f"due-{place}", before.due), self.said(f"percent-{place}", before.percent)
        return DepartmentPart(**words, due=due, percent=int(share or 0))

    def typed(self) -> dict[str, Any]:
        """The fields of the progress as they stand on the screen."""
        said = self.one.progress
        return {
            "unit": self.one.item.unit,
            "initiative": self.one.id,
            "status": self.said("status", self.one.status) or self.one.status,
            "percent": int(self.said("percent", self.one.percent) or 0),
            "begins": self.said("begins", said.begins if said else None),
            "ends": self.said("ends", said.ends if said else None),
            "owner": " ".join(str(self.said("owner", said.owner if said else "") or "").split()),
            "reason": " ".join(str(self.said("reason", said.reason if said else "") or "").split()),
            "parts": tuple(self.typed_part(place) for place in self.places),
        }


def _draw(form: _Form) -> None:
    view, one, _ = form.view, form.one, form.seen
    progress, mistakes = progress_of(form.typed())
    wrong = mistakes if form.said("tried", otherwise=False) else []
    with st.container(border=True, key="follow-form"):
        st.markdown(f"**{plain(view.names[one.id])}**")
        st.caption(plain(_stood(form)))
        _whole(form, wrong)
        _departments(form, wrong)
        if view.rater is None:
            st.caption(view.words("no-rater"))
        with st.container(horizontal=True):
            saving = st.button(
                view.words("save"),
                key="follow-save",
                type="primary",
                disabled=view.rater is None,
                on_click=_try,
                args=(form,),
            )
            if st.button(view.words("cancel"), key="follow-cancel", type="tertiary"):
                open_form(None)
                st.rerun()
        if saving and progress is not None:
            if not record(view, progress, form.seen):
                st.session_state.pop(form.key("seen"))
            st.rerun()


def _try(form: _Form) -> None:
    """From now on what is wrong stands beside the fields."""
    st.session_state[form.key("tried")] = True


def _stood(form: _Form) -> str:
    """Who said the last word, and the days of the plan."""
    view, said = form.view, form.one.progress
    if said is None:
        return view.words("record.first")
    who = view.people.get(said.by, said.by) or text("initiative-edit.nobody", view.lang)
    at = day_and_time(said.at) if said.at else ""
    return view.words("record.last", number=said.revision, who=who, at=at)


def _whole(form: _Form, wrong: Iterable[Mistake]) -> None:
    """Status, share, dates, who answers for it, and the reason."""
    view, one, said = form.view, form.one, form.one.progress
    status, share = st.columns([3, 1.2])
    with status:
        st.segmented_control(
            view.words("column.status"),
            STATUSES,
            default=one.status,
            required=True,
            format_func=lambda name: text(f"follow.status.{name}", view.lang),
            key=form.key("status"),
        )
    now = form.typed()["status"]
    with share:
        st.number_input(
            view.words("percent"),
            0,
            100,
            value=one.percent,
            step=5,
            key=form.key("percent"),
            disabled=now in {"done", "not-started"},
        )
        _beside(form, wrong, "percent")
    begins, ends, owner = st.columns([1, 1, 2])
    begins.date_input(
        view.words("begins"),
        value=said.begins if said else None,
        key=form.key("begins"),
        help=view.words("days.help"),
        format="YYYY-MM-DD",
    )
    with ends:
        st.date_input(
            view.words("ends"),
            value=said.ends if said else None,
            key=form.key("ends"),
            help=view.words("days.help"),
            format="YYYY-MM-DD",
        )
        _beside(form, wrong, "ends")
    owner.text_input(
        view.words("column.owner"), said.owner if said else "", max_chars=_WORDS, key=form.key("owner")
    )
    st.text_input(view.words("reason"), said.reason if said else "", max_chars=_WORDS, key=form.key("reason"))
    _beside(form, wrong, "reason")


def _departments(form: _Form, wrong: Iterable[Mistake]) -> None:
    view = form.view
    st.markdown(f"**{view.words('column.departments')}**")
    for place in form.places:
        _department(form, place)
    _beside(form, wrong, "parts")
    st.button(
        view.words("part.add"),
        key=form.key("add"),
        icon=":material/add:",
        type="tertiary",
        disabled=len(form.places) >= _MOST_PARTS,
        on_click=_add,
        args=(form,),
    )


def _department(form: _Form, place: int) -> None:
    view, before = form.view, form.part(place)
    with st.container(border=True):
        name, head, due, share = st.columns([2, 1.5, 1.2, 1])
        for column, part in ((name, "department"), (head, "head")):
            column.text_input(
                view.words(f"column.{part}"),
                getattr(before, part),
                max_chars=_WORDS,
                key=form.key(f"{part}-{place}"),
            )
        due.date_input(
            view.words("column.due"), value=before.due, key=form.key(f"due-{place}"), format="YYYY-MM-DD"
        )
        share.number_input(
            view.words("percent"), 0, 100, value=before.percent, step=5, key=form.key(f"percent-{place}")
        )
        work, reason, gone = st.columns([2.6, 2.4, 0.7], vertical_alignment="bottom")
        for column, part in ((work, "work"), (reason, "reason")):
            label = "column.work" if part == "work" else "column.part-reason"
            column.text_input(
                view.words(label), getattr(before, part), max_chars=_WORDS, key=form.key(f"{part}-{place}")
            )
        gone.button(
            "",
            key=form.key(f"remove-{place}"),
            icon=":material/delete:",
            help=view.words("part.remove"),
            type="tertiary",
            on_click=_remove,
            args=(form, place),
        )


def _add(form: _Form) -> None:
    places = form.places
    fresh = max([*places, len(form.one.parts) - 1], default=-1) + 1
    st.session_state[form.key("places")] = [*places, fresh]


def _remove(form: _Form, place: int) -> None:
    st.session_state[form.key("places")] = [one for one in form.places if one != place]


def _beside(form: _Form, wrong: Iterable[Mistake], field: str) -> None:
    """What is wrong with one field, below it."""
    for one in wrong:
        if one.field == field:
            st.markdown(f":red[:material/error: {plain(one.sentence(form.view.lang))}]")
