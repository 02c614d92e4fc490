"""What the grid over several units shows: which units, which capability, and the rater's sheet of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.grid import Field
from assessment.grid_saving import Sheet, look, sheet_of
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric
from assessment.ui import state
from assessment.ui.components.desk import group_of, groups, indicators_of, wave_ratings
from assessment.ui.context import Context
from assessment.ui.words import plain

GROUP: Final = "branches-group"
AT: Final = "branches-at"
STARTED: Final = "branches-started"
"""The node that the page was opened at."""
ONLY_TELL: Final = "branches-only-tell"
"""Set where the page is drawn again to tell of changes elsewhere, not to take them over."""
_SHEETS: Final = "branches-sheets"
_EVERY: Final = ""
_ONLY: Final = "branches-only"
FIELDS: Final[tuple[Field, ...]] = ("score", "confidence", "note")


@dataclass(frozen=True, slots=True)
class GridView:
    """Rows and columns of the grid; the rater is None until somebody says who is rating.

    Attributes:
        units: the rows.
        capability: the node whose indicators are the columns.
        only: id of the one indicator that is shown with confidence and note; empty for all.
    """

    context: Context
    engagement: Engagement
    rubric: Rubric
    wave: Wave
    rater: str | None
    units: tuple[Unit, ...]
    capability: Node
    only: str

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def place(self) -> tuple[str, str, str]:
        """Engagement, wave and rater; an empty rater where nobody is named."""
        return (self.engagement.id, self.wave.id, self.rater or "")

    @property
    def columns(self) -> tuple[tuple[str, Field], ...]:
        """Indicator and field of every column."""
        if self.only:
            return tuple((self.only, name) for name in FIELDS)
        return tuple((node.id, "score") for node in indicators_of(self.capability))

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators that are shown."""
        return (self.only,) if self.only else tuple(node.id for node in indicators_of(self.capability))

    @property
    def refusal(self) -> str:
        """Why no row takes ratings, in the reader's language; empty where some may."""
        if self.wave.locked:
            return text("interview.locked", self.lang)
        return "" if self.rater is not None else text("interview.nobody", self.lang)

    def sheet(self) -> Sheet | None:
        """The rater's sheet; None where nobody is named."""
        return sheet_at(self.context, self.place) if self.rater else None

    def answers(self) -> dict[tuple[str, str], Rating]:
        """(unit, indicator) -> what the store has: the rater's own, or with nobody named what counts."""
        sheet = self.sheet()
        if sheet is not None:
            return {cell: rating for cell, rating in sheet.current.items() if rating.counts}
        counted = service.adopted_ratings(wave_ratings(self.context, self.engagement, self.wave))
        return {(unit, one): rating for unit, found in counted.items() for one, rating in found.items()}

    def named(self, unit: str) -> str:
        """A unit's name."""
        return next((one.called(self.lang) for one in self.context.units if one.id == unit), unit)


def sheet_at(context: Context, place: tuple[str, str, str]) -> Sheet | None:
    """The sheet of this session for an engagement, wave and rater; None where the store knows none such."""
    sheets: dict[tuple[str, str, str], Sheet] = st.session_state.setdefault(_SHEETS, {})
    if place not in sheets:
        engagement, wave, rater = place
        found = next((one for one in context.engagements if one.id == engagement), None)
        if found is None or all(one.id != wave for one in context.store.waves(engagement)):
            return None
        if all(person.id != rater for person in context.store.people(engagement)):
            return None
        scale = service.rubric_in(context.store, context.shelf, engagement, wave).scale
        sheets[place] = sheet_of(context.store, engagement, wave, rater, scale)
    return sheets[place]


def look_at_grid(context: Context, rater: str | None) -> GridView | None:
    """Draw the choices; what is to be shown; None in an empty store.

    Raises:
        UnknownRubricError, RubricChangedError: the engagement's rubric is not there as it was.
    """
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        return None
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    asked = st.query_params.get(state.NODE) or st.session_state.get(state.NODE)
    capability = group_of(rubric, asked) or groups(rubric)[0]
    indicator = str(asked) if asked in [node.id for node in indicators_of(capability)] else ""
    only = indicator if st.session_state.get(_ONLY) == indicator else ""
    _start_at(indicator)
    title = st.container()
    left, middle, right = st.columns([4, 4, 3])
    with left:
        units = _choose_units(context, unit)
    with middle:
        _choose_capability(rubric, capability, context.lang)
    with right:
        _choose_columns(rubric, capability, only, context.lang)
    state.remember(state.NODE, indicator or capability.id, st.query_params, st.session_state)
    view = GridView(context, engagement, rubric, wave, rater, units, capability, only)
    with title:
        _title(view)
    sheet = view.sheet()
    if sheet is not None:
        look(context.store, sheet)
        if not st.session_state.pop(ONLY_TELL, None):
            sheet.show()
    return view


def _start_at(indicator: str) -> None:
    """Whoever comes for one indicator finds the cursor in its column."""
    if indicator and st.session_state.get(STARTED) != indicator:
        st.session_state[AT] = indicator
    st.session_state[STARTED] = indicator


def _title(view: GridView) -> None:
    path = view.rubric.path(view.capability.id)[1:-1]
    where = " › ".join(plain(view.rubric.name_of(node.id, view.lang)) for node in path)
    name = view.rubric.name_of(view.only or view.capability.id, view.lang)
    count = len(view.units)
    head = plain(text(_plural("grid.title", count), view.lang, capability=name, count=count))
    st.subheader(f":gray[{where} ›] {head}" if where else head, anchor=False)
    if view.rater is not None:
        st.caption(text("grid.own", view.lang))


def _plural(key: str, count: int) -> str:
    return f"{key}.one" if count == 1 else key


def units_below(units: Sequence[Unit], parent: str) -> tuple[Unit, ...]:
    """The units below another that have none below themselves; all units for an empty id."""
    if not parent:
        return tuple(units)
    parents = {unit.id: unit.parent for unit in units}
    above = set(parents.values())
    return tuple(unit for unit in units if unit.id not in above and _is_below(unit.id, parent, parents))


def _is_below(unit: str, parent: str, parents: dict[str, str | None]) -> bool:
    above = parents.get(unit)
    return above is not None and (above == parent or _is_below(above, parent, parents))


def _choose_units(context: Context, unit: Unit) -> tuple[Unit, ...]:
    lang, units = context.lang, context.units
    rows = {one.id: units_below(units, one.id) for one in units}
    options = {_EVERY: text(_plural("grid.group.all", len(units)), lang, count=len(units))}
    for one in units:
        if rows[one.id]:
            count = len(rows[one.id])
            options[one.id] = text(
                _plural("grid.group.below", count), lang, unit=one.called(lang), count=count
            )
    chosen = st.session_state.get(GROUP)
    if chosen not in options:
        chosen = next((one for one in (unit.id, unit.parent) if len(rows.get(one or "", ())) > 1), _EVERY)
    _choice("group", options, chosen, lang)
    return rows.get(str(chosen)) or tuple(units)


def _choose_capability(rubric: Rubric, capability: Node, lang: Lang) -> None:
    found = groups(rubric)
    names = Counter(rubric.name_of(group.id, lang) for group in found)
    options = {}
    for group in found:
        own, parent = rubric.name_of(group.id, lang), rubric.parent(group.id)
        shared = parent is not None and names[own] > 1
        options[group.id] = f"{own} · {rubric.name_of(parent.id, lang)}" if parent and shared else own
    _choice("capability", options, capability.id, lang)


def _choose_columns(rubric: Rubric, capability: Node, only: str, lang: Lang) -> None:
    below = indicators_of(capability)
    options = {capability.id: text(_plural("grid.columns.all", len(below)), lang, count=len(below))}
    for node in below:
        options[node.id] = text("grid.columns.one", lang, indicator=rubric.name_of(node.id, lang))
    _choice("columns", options, only or capability.id, lang)


def _choice(name: str, options: dict[str, str], chosen: str | None, lang: Lang) -> None:
    key = f"pick-{name}"
    st.session_state[key] = chosen
    st.selectbox(
        text(f"grid.{name}", lang),
        list(options),
        format_func=lambda option: options.get(option, option),
        key=key,
        label_visibility="collapsed",
        on_change=_picked,
        args=(name, key),
    )


def _picked(name: str, key: str) -> None:
    value = st.session_state[key]
    if value is None:
        return
    if name == "group":
        st.session_state[GROUP] = value
        return
    st.session_state.pop(AT, None)
    st.session_state[_ONLY] = value
    state.remember(state.NODE, value, st.query_params, st.session_state)
