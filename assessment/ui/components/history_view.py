"""What the History page looks at: one wave, whose changes of what, and which page of them."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.changes import ChangeFilter, ChangeMark
from assessment.engagement import Engagement, Unit, Wave
from assessment.rubric import Rubric
from assessment.ui import state
from assessment.ui.components.desk import is_signed_off
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.people import names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.context import Context, current

SCOPE: Final = "history-scope"
WHO: Final = "history-who"
KIND: Final = "history-kind"
NODE: Final = "history-node"
_PAGES: Final = "history-pages"


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One wave of an engagement; the rater is None until somebody says who it is."""

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    names: dict[str, str]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def everywhere(self) -> bool:
        """Whether the changes of all units are looked at."""
        return bool(st.session_state.get(SCOPE) == "all")

    @property
    def node(self) -> str:
        """The node whose indicators are looked at; empty for all."""
        named = st.query_params.get(state.NODE, "")
        return named if named in self.rubric and named != self.rubric.root.id else ""

    def asked(self) -> ChangeFilter:
        """Which changes the filters let through."""
        below = self.rubric.node(self.node).walk() if self.node else ()
        return ChangeFilter(
            unit=None if self.everywhere else self.unit.id,
            wave=self.wave.id,
            who=st.session_state.get(WHO) or None,
            indicators=tuple(node.id for node in below if node.is_indicator) if self.node else None,
            kind=st.session_state.get(KIND) or "all",
        )

    def everything(self) -> ChangeFilter:
        """All changes of the units that are looked at."""
        return ChangeFilter(unit=None if self.everywhere else self.unit.id, wave=self.wave.id)

    def place(self) -> str:
        """What is looked at, in words."""
        unit = text("history.all-units", self.lang) if self.everywhere else self.unit.called(self.lang)
        return f"{unit} · {self.wave.called(self.lang)}"

    def name_of(self, person: str) -> str:
        """A person's name in the reader's language."""
        return self.names.get(person, person)

    def unit_name(self, unit: str) -> str:
        """A unit's name in the reader's language."""
        return next((one.called(self.lang) for one in self.context.units if one.id == unit), unit)

    def indicator_name(self, indicator: str) -> str:
        """An indicator's name; its id where the rubric no longer has it."""
        return self.rubric.name_of(indicator, self.lang) if indicator in self.rubric else indicator

    def refusal(self, unit: str) -> str:
        """Why nothing of a unit can be brought back, in the reader's language; empty where it can."""
        if self.wave.locked:
            return text("history.closed.wave", self.lang, wave=self.wave.called(self.lang))
        if is_signed_off(self.context, self.engagement.id, unit, self.wave.id):
            named = {"unit": self.unit_name(unit), "wave": self.wave.called(self.lang)}
            return text("history.closed.unit", self.lang, **named)
        return "" if self.rater else text("history.nobody", self.lang)


def look() -> HistoryView:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        no_engagement(context, "history")
        st.stop()
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    names = names_of_people(context, engagement)
    return HistoryView(context, engagement, rubric, unit, wave, rater(context, engagement), names)


def pages_before(only: ChangeFilter) -> list[ChangeMark]:
    """Where each page up to this one began, but for the first; none after the filters changed."""
    asked, marks = st.session_state.get(_PAGES, ("", []))
    return [_mark(mark) for mark in marks] if asked == repr(only) else []


def turn_to(only: ChangeFilter, marks: list[ChangeMark]) -> None:
    """Remember where the pages up to the one to be shown began."""
    st.session_state[_PAGES] = (repr(only), marks)


def _mark(mark: ChangeMark) -> ChangeMark:
    count, at, unit, wave, who, indicator, revision = mark
    return (count, at, unit, wave, who, indicator, revision)
