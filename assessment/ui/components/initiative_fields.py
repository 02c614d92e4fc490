"""The fields of one initiative, each with what is wrong with it beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.initiative_checks import LONGEST, Defect
from assessment.initiatives import RISKS, TRACKS, Initiative, Lift, Prerequisite
from assessment.initiatives import names as names_of
from assessment.roadmapping import Choice
from assessment.rubric import OVERALL
from assessment.ui.words import plain

_STEP_IN: Final = "\u2003"
_MOST_WORDS: Final = 600
_NAME_LENGTH: Final = 80
_TEXTS: Final = ("name", "name_zh", "description", "description_zh", "risk_note", "risk_note_zh")


@dataclass(frozen=True)
class Form:
    """One initiative in fields.

    Attributes:
        before: as it stands; its values are in the fields until somebody types others.
        choice: what it may name.
        themes: id -> name of the solution themes.
        prefix: of the fields' keys.
    """

    before: Initiative
    choice: Choice
    themes: Mapping[str, str]
    lang: Lang
    prefix: str

    def words(self, key: str, **values: object) -> str:
        """A sentence of the editor."""
        return text(f"initiative-edit.{key}", self.lang, **values)

    def key(self, part: str) -> str:
        """A field's key."""
        return f"{self.prefix}:{part}"

    def said(self, part: str, otherwise: Any) -> Any:  # noqa: ANN401 - whatever a field holds
        """What a field holds; before it is drawn for the first time, what stands."""
        return st.session_state.get(self.key(part), otherwise)

    @cached_property
    def nodes(self) -> dict[str, str]:
        """Every node in the order of the tree, set in by its depth."""
        rubric = self.choice.rubric
        return {
            node.id: _STEP_IN * max(len(rubric.path(node.id)) - 2, 0) + rubric.name_of(node.id, self.lang)
            for node in rubric.nodes
            if node.id != OVERALL
        }

    def offered(self, part: str) -> list[str]:
        """The nodes to choose from: any for `lifts`, indicators for `needs`; what stands can be taken out."""
        rubric, stands = self.choice.rubric, {one.node for one in getattr(self.before, part)}
        return [
            node for node in self.nodes if part == "lifts" or rubric.node(node).is_indicator or node in stands
        ]

    @cached_property
    def roles(self) -> dict[str, str]:
        """Names of the roles by id."""
        return {role.id: role.called(self.lang) for role in self.choice.roles}

    @cached_property
    def others(self) -> dict[str, str]:
        """Names of the other initiatives by id: those of the unit first, then those of the library."""
        own = {item.id: item.initiative for item in self.choice.picked}
        listed = self.choice.library.initiatives if self.choice.library else ()
        known = own | {one.id: one for one in listed if one.id not in own}
        known.pop(self.before.id, None)
        return names_of(known.values(), self.lang)

    def listed(self, part: str) -> list[str]:
        """The nodes that were chosen for `lifts` or `needs`."""
        stands = [one.node for one in getattr(self.before, part) if one.node in self.nodes]
        return list(self.said(part, stands))

    def figure(self, part: str, node: str, otherwise: float) -> float:
        """The levels of one chosen node."""
        if part == "lifts":
            stands = {one.node: one.levels for one in self.before.lifts}
        else:
            stands = {one.node: one.level for one in self.before.needs}
        return float(self.said(f"{part}:{node}", stands.get(node, otherwise)) or 0.0)

    def typed(self) -> Initiative:
        """The initiative as it stands in the fields; what is set aside of another version goes along."""
        before, rubric = self.before, self.choice.rubric
        words = {part: " ".join(str(self.said(part, getattr(before, part)) or "").split()) for part in _TEXTS}
        lifts = [Lift(node=one, levels=self.figure("lifts", one, 0.5)) for one in self.listed("lifts")]
        needs = [
            Prerequisite(node=one, level=self.figure("needs", one, rubric.scale.min + 1))
            for one in self.listed("needs")
        ]
        aside = (
            [one for one in before.lifts if one.node not in self.nodes],
            [one for one in before.needs if one.node not in self.nodes],
        )
        low, high = before.cost
        return before.model_copy(
            update={
                **words,
                "track": self.said("track", before.track) or before.track,
                "risk": self.said("risk", before.risk) or before.risk,
                "months": int(self.said("months", before.months) or 0),
                "cost": (float(self.said("low", low) or 0), float(self.said("high", high) or 0)),
                "owner": self.said("owner", before.owner) or "",
                "theme": self.said("theme", before.theme) or "",
                "effort": self._effort(),
                "lifts": (*lifts, *aside[0]),
                "needs": (*needs, *aside[1]),
                "predecessors": tuple(self.said("predecessors", list(before.predecessors))),
            }
        )

    def _effort(self) -> dict[str, float]:
        stands = self.before.effort
        given = {
            role: float(self.said(f"effort:{role}", stands.get(role, 0.0)) or 0.0) for role in self.roles
        }
        other = " ".join(str(self.said("other-role", "") or "").split())
        if other:
            given[other] = float(self.said("other-months", 0.0) or 0.0)
        return {role: months for role, months in given.items() if months}


def fields(form: Form, wrong: Sequence[Defect]) -> None:
    """Draw all fields, each with what is wrong with it beside it."""
    _names(form, wrong)
    _frame(form, wrong)
    _levels(form, wrong, "lifts")
    _effort(form, wrong)
    _before(form, wrong)
    _levels(form, wrong, "needs")
    _risk(form)


def _names(form: Form, wrong: Sequence[Defect]) -> None:
    left, right = st.columns(2)
    with left:
        _text(form, "name")
        _beside(form, wrong, "name")
        _text(form, "description", area=True)
    with right:
        _text(form, "name_zh")
        _text(form, "description_zh", area=True)


def _frame(form: Form, wrong: Sequence[Defect]) -> None:
    """Track, duration, cost, owner and theme."""
    before, lang = form.before, form.lang
    track, months, low, high = st.columns([2, 1, 1, 1])
    with track:
        st.segmented_control(
            form.words("track"),
            TRACKS,
            default=before.track,
            required=True,
            format_func=lambda one: text(f"initiative.track.{one}", lang),
            key=form.key("track"),
        )
    with months:
        st.number_input(form.words("months"), 0, LONGEST, value=before.months, step=1, key=form.key("months"))
        _beside(form, wrong, "months")
    for column, part, value in ((low, "low", before.cost[0]), (high, "high", before.cost[1])):
        column.number_input(
            form.words(f"cost.{part}"),
            0.0,
            value=value,
            step=10.0,
            format="%.0f",
            key=form.key(part),
            help=form.words("cost.help"),
        )
    _beside(form, wrong, "cost")
    owner, theme = st.columns(2)
    with owner:
        _choose(form, "owner", form.roles)
        _beside(form, wrong, "owner")
    with theme:
        if form.themes or before.theme:
            _choose(form, "theme", form.themes)
            _beside(form, wrong, "theme")


def _levels(form: Form, wrong: Sequence[Defect], part: str) -> None:
    """Nodes with a level each: what is lifted by how much, or what must be reached before."""
    st.multiselect(
        form.words(part),
        form.offered(part),
        default=form.listed(part) if form.key(part) not in st.session_state else None,
        format_func=lambda node: str(form.nodes.get(node, node)).strip(),
        key=form.key(part),
        placeholder=form.words("nodes.pick"),
        help=form.words(f"{part}.help"),
    )
    scale = form.choice.rubric.scale
    usual = 0.5 if part == "lifts" else scale.min + 1
    most = scale.max - scale.min if part == "lifts" else scale.max
    listed = form.listed(part)
    for row in range(0, len(listed), _IN_ROW):
        for column, node in zip(st.columns(_IN_ROW), listed[row : row + _IN_ROW], strict=False):
            name = form.nodes.get(node, node).strip()
            with column:
                st.number_input(
                    plain(form.words(f"{part}.levels", name=name)),
                    0.0,
                    most,
                    value=min(form.figure(part, node, usual), most),
                    step=0.5,
                    format="%g",
                    key=form.key(f"{part}:{node}"),
                )
                _beside(form, wrong, part, node)


_IN_ROW: Final = 3


def _effort(form: Form, wrong: Sequence[Defect]) -> None:
    """Person-months of every role, and of one more that is not listed yet."""
    st.markdown(f":small[{form.words('effort')}]", help=form.words("effort.help"))
    roles = list(form.roles)
    for row in range(0, len(roles), _IN_ROW):
        for column, role in zip(st.columns(_IN_ROW), roles[row : row + _IN_ROW], strict=False):
            with column:
                st.number_input(
                    plain(form.roles[role]),
                    0.0,
                    value=float(form.before.effort.get(role, 0.0)),
                    step=0.5,
                    format="%g",
                    key=form.key(f"effort:{role}"),
                )
                _beside(form, wrong, "effort", role)
    name, months = st.columns([2, 1])
    name.text_input(form.words("other-role"), max_chars=_NAME_LENGTH, key=form.key("other-role"))
    months.number_input(form.words("other-months"), 0.0, step=0.5, format="%g", key=form.key("other-months"))


def _before(form: Form, wrong: Sequence[Defect]) -> None:
    stands = [one for one in form.before.predecessors if one in form.others]
    st.multiselect(
        form.words("predecessors"),
        list(form.others),
        default=stands if form.key("predecessors") not in st.session_state else None,
        format_func=lambda one: form.others.get(one, one),
        key=form.key("predecessors"),
        placeholder=form.words("predecessors.pick"),
    )
    _beside(form, wrong, "predecessors")


def _risk(form: Form) -> None:
    st.segmented_control(
        form.words("risk"),
        RISKS,
        default=form.before.risk,
        required=True,
        format_func=lambda one: text(f"initiative.risk.{one}", form.lang),
        key=form.key("risk"),
    )
    left, right = st.columns(2)
    with left:
        _text(form, "risk_note")
    with right:
        _text(form, "risk_note_zh")


def _text(form: Form, part: str, *, area: bool = False) -> None:
    label, value = form.words(part), getattr(form.before, part)
    if area:
        st.text_area(label, value, key=form.key(part), max_chars=_MOST_WORDS, height=96)
    else:
        limit = _NAME_LENGTH if part.startswith("name") else _MOST_WORDS
        st.text_input(label, value, key=form.key(part), max_chars=limit)


def _choose(form: Form, part: str, options: Mapping[str, str]) -> None:
    stands = getattr(form.before, part)
    known = dict(options) if stands in ("", *options) else {**options, stands: stands}
    st.selectbox(
        form.words(part),
        list(known),
        index=list(known).index(stands) if stands in known else None,
        format_func=lambda one: known.get(one, one),
        key=form.key(part),
        placeholder=form.words(f"{part}.none"),
    )


def _beside(form: Form, wrong: Iterable[Defect], *path: str) -> None:
    """What is wrong with one field, below it."""
    for one in wrong:
        if tuple(map(str, one.path[: len(path)])) == path:
            said = text(f"problem.{one.code}", form.lang, key="", found=one.found, allowed=one.allowed)
            st.markdown(f":red[:material/error: {plain(said)}]")
