"""What every page needs: the store, the shelf, the language, and what is being looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

import streamlit as st

from assessment import service
from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.engagement import Engagement, Named, Unit, Wave
from assessment.migrating import VersionedShelf
from assessment.ports import LinkedShelf, Store
from assessment.ui import state
from assessment.ui.memory import Memory
from assessment.weights import WeightDecision

_Choice = TypeVar("_Choice", bound=Named)
_Known = tuple[int, tuple[Unit, ...], tuple[Wave, ...]]


class WholeShelf(LinkedShelf, VersionedShelf, Protocol):
    """The shelf of the pages: what is linked to what, the ways between versions, who decided weights."""

    def weights(self, rubric_id: str, version: str) -> tuple[WeightDecision, ...]:
        """Who decided the weights of a rubric, how and why; none where nobody wrote it down.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the record, or the rubric, has problems.
        """


@dataclass(frozen=True, slots=True)
class Context:
    """What a page reads before it draws.

    Attributes:
        path: the store's file, for cache keys and messages.
        revision: the store's, for cache keys: whatever is cached under it is never stale.
        memory: what was computed before, in any session.
        engagements: all of the store, in the order they were made.
        engagement, unit, wave: what is being looked at; all three are None in an empty store.
        units, waves: of the engagement.
        strays: parts of the link that name something the store does not hold.
    """

    store: Store
    shelf: WholeShelf
    path: str
    revision: int
    lang: Lang
    memory: Memory = field(default_factory=Memory)
    engagements: tuple[Engagement, ...] = ()
    engagement: Engagement | None = None
    unit: Unit | None = None
    wave: Wave | None = None
    units: tuple[Unit, ...] = ()
    waves: tuple[Wave, ...] = ()
    strays: tuple[str, ...] = ()


@st.cache_resource(show_spinner=False)
def open_once(path: str) -> Store:
    """The one store object of this process; StoreRefusedError where the file is none."""
    from assessment.edges.store import open_store

    return open_store(path)


@st.cache_resource(show_spinner=False)
def shelf(path: str) -> WholeShelf:
    """The one shelf of this process for a store, its own rubrics among them; it parses each once."""
    return FileShelf(own=own_rubrics(path))


@st.cache_resource(show_spinner=False)
def memory() -> Memory:
    """The one memory of this process."""
    return Memory()


def language() -> Lang:
    """The language chosen in this session or link, else the browser's."""
    named = state.chosen(state.LANG, LANGUAGES, st.query_params, st.session_state)
    if named == "zh" or (named is None and (st.context.locale or "").lower().startswith("zh")):
        return "zh"
    return "en"


def current() -> Context:
    """What is being looked at now; remembers it in the session and in the link.

    Raises:
        StoreRefusedError: the store's file cannot be opened.
    """
    path, lang = store_path(), language()
    store = open_once(path)
    engagements = tuple(store.engagements())
    strays = _strays(state.ENGAGEMENT, engagements)
    engagement = _pick(state.ENGAGEMENT, engagements)
    state.remember(state.LANG, lang, st.query_params, st.session_state)
    found = Context(store, shelf(path), path, store.revision(), lang, memory(), engagements, strays=strays)
    return found if engagement is None else _inside(found, engagement)


def _inside(outer: Context, engagement: Engagement) -> Context:
    units, waves = _known(outer, engagement.id)
    strays = (*outer.strays, *_strays(state.UNIT, units), *_strays(state.WAVE, waves))
    opened = service.default_view(outer.store, engagement.id) if _undecided(units, waves) else ("", "")
    unit = _pick(state.UNIT, units, opened[0])
    wave = _pick(state.WAVE, waves, opened[1])
    for name, value in ((state.ENGAGEMENT, engagement), (state.UNIT, unit), (state.WAVE, wave)):
        if value is not None:
            state.remember(name, value.id, st.query_params, st.session_state)
    return replace(
        outer, engagement=engagement, unit=unit, wave=wave, units=units, waves=waves, strays=strays
    )


def _known(outer: Context, engagement: str) -> tuple[tuple[Unit, ...], tuple[Wave, ...]]:
    """Units and waves, read again only after a write: 500 units are read in several milliseconds."""

    def step(before: _Known | None) -> _Known:
        if before is not None and before[0] == outer.revision:
            return before
        return outer.revision, tuple(outer.store.units(engagement)), tuple(outer.store.waves(engagement))

    return outer.memory.follow((outer.path, "units", engagement), step)[1:]


def _undecided(units: Sequence[Unit], waves: Sequence[Wave]) -> bool:
    return None in (_chosen_id(state.UNIT, units), _chosen_id(state.WAVE, waves))


def _chosen_id(name: str, options: Sequence[Named]) -> str | None:
    return state.chosen(name, [option.id for option in options], st.query_params, st.session_state)


def _pick(name: str, options: Sequence[_Choice], otherwise: str = "") -> _Choice | None:
    by_id = {option.id: option for option in options}
    chosen = _chosen_id(name, options) or otherwise
    return by_id.get(chosen) or next(iter(options), None)


def _strays(name: str, options: Sequence[Named]) -> tuple[str, ...]:
    named = st.query_params.get(name)
    return (named,) if named and named not in {option.id for option in options} else ()
