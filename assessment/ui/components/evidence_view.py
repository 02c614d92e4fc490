"""What the Evidence page looks at: all that is on record, one item opened, and why something was refused."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import evidence, service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import GaplineError
from assessment.evidence import Records, UnitWave
from assessment.ratings import Evidence, EvidenceFile, EvidenceLink
from assessment.rubric import Rubric
from assessment.ui import state
from assessment.ui.caching import remembered
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.rater import rater
from assessment.ui.context import Context, current
from assessment.ui.naming import by_name
from assessment.ui.words import clock, local, plain

NEW: Final = "new"
"""Stands in the link for an item that is being written."""
_REFUSED: Final = "evidence-refused"
_DONE: Final = "evidence-done"
_TITLE_LENGTH: Final = 80
_KILO: Final = 1024


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One unit in one wave, and all the engagement's evidence; the rater is None until somebody is named."""

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    records: Records

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def today(self) -> dt.date:
        """The day at the reader's place."""
        return local(dt.datetime.now(dt.UTC)).date()

    def unit_name(self, unit: str) -> str:
        """A unit's name in the reader's language."""
        return next((one.called(self.lang) for one in self.context.units if one.id == unit), unit)

    def wave_name(self, wave: str) -> str:
        """A wave's name in the reader's language."""
        return next((one.called(self.lang) for one in self.context.waves if one.id == wave), wave)

    def node_name(self, node: str) -> str:
        """A node's name in the reader's language; the id of one that the rubric no longer has."""
        return self.rubric.name_of(node, self.lang) if node in self.rubric else node

    def placed(self, places: Iterable[UnitWave]) -> str:
        """Units and waves in words."""
        named = [
            text("evidence.place", self.lang, unit=self.unit_name(unit), wave=self.wave_name(wave))
            for unit, wave in places
        ]
        return text("quality.comma", self.lang).join(named)

    def rests(self, links: Iterable[EvidenceLink]) -> str:
        """How many ratings of how many units, in words."""
        places = [link.unit for link in links]
        ratings, units = len(places), len(set(places))
        if ratings <= 1:
            return text(f"evidence.rests.{'one' if ratings else 'none'}", self.lang)
        counted = "many" if units > 1 else "same"
        return text(f"evidence.rests.{counted}", self.lang, ratings=ratings, units=units)

    def node_asked(self) -> str | None:
        """The node that the link names; None without one."""
        node = st.query_params.get(state.NODE)
        return node if node in self.rubric else None


def look() -> EvidenceView:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        no_engagement(context, "evidence")
        st.stop()
    store = context.store
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    found = remembered(
        context, lambda: evidence.records(store, engagement.id), "evidence-records", engagement.id
    )
    return EvidenceView(context, engagement, rubric, unit, wave, rater(context, engagement), found)


def opened() -> str | None:
    """The id of the item that the link opens, `NEW` for one that is being written; None for the list."""
    return st.query_params.get(state.EVIDENCE)


def open_item(item: str | None) -> None:
    """Open one item, or the list."""
    if item is None:
        st.query_params.pop(state.EVIDENCE, None)
    else:
        st.query_params[state.EVIDENCE] = item


def title_of(item: Evidence, lang: Lang) -> str:
    """The title, else the first words of what it says."""
    said = " ".join((item.title or item.said(lang)).split())
    return said if len(said) <= _TITLE_LENGTH else said[: _TITLE_LENGTH - 1].rstrip() + "…"


def size_of(file: EvidenceFile) -> str:
    """A file's size as people say it."""
    if file.size < _KILO:
        return f"{file.size} B"
    if file.size < _KILO * _KILO:
        return f"{file.size / _KILO:.0f} KB"
    return f"{file.size / _KILO / _KILO:.1f} MB"


def refuse(*sentences: str) -> None:
    """Say, at the head of the next drawing, why nothing was done."""
    st.session_state[_REFUSED] = list(sentences)


def done(sentence: str) -> None:
    """Say, at the head of the next drawing, what was done."""
    st.session_state[_DONE] = sentence


def saved_now(lang: Lang) -> str:
    """That something was saved just now."""
    return text("evidence.saved", lang, time=clock(dt.datetime.now(dt.UTC)))


def attempt(found: EvidenceView, act: Callable[[], object]) -> bool:
    """Do something that may be refused; the reason then stands at the head of the page."""
    try:
        act()
    except GaplineError as error:
        refuse(by_name(error, found.context))
        return False
    return True


def told() -> None:
    """Show once what the last click did, or why it was refused."""
    for sentence in st.session_state.pop(_REFUSED, []):
        st.error(plain(sentence), icon=":material/error:")
    sentence = st.session_state.pop(_DONE, None)
    if sentence:
        st.success(plain(sentence), icon=":material/check:")
