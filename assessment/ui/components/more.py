"""Importance, target and tag of one indicator; what comes from above looks inherited."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.inherited import Setting, in_force
from assessment.ports import Place
from assessment.ratings import Rating, Target
from assessment.ui.components import saving
from assessment.ui.components.desk import Desk
from assessment.ui.naming import by_name
from assessment.ui.words import level, plain

_Value = TypeVar("_Value")


def more(desk: Desk, indicator: str, rating: Rating | None) -> None:
    """Draw the three fields."""
    importance, target, tag = st.columns([2, 3, 2])
    with importance:
        _importance(desk, indicator)
    with target:
        _target(desk, indicator)
    with tag:
        _tag(desk, indicator, rating)


def _importance(desk: Desk, indicator: str) -> None:
    own, inherited = _settings(desk, desk.importance(), indicator)
    key = saving.key(desk, indicator, f"importance-{own}")
    names = {grade: desk.rubric.importance_name(grade, desk.lang) for grade in desk.rubric.importance}
    st.selectbox(
        text("interview.importance", desk.lang),
        list(names),
        index=None if own is None else list(names).index(own),
        format_func=lambda grade: names.get(grade, grade),
        placeholder=names.get(inherited.value, "") if inherited else text("interview.unset", desk.lang),
        key=key,
        disabled=desk.closed,
        on_change=partial(_save_importance, desk, indicator, key),
    )
    if own is None:
        _origin(desk, inherited)


def _target(desk: Desk, indicator: str) -> None:
    own, inherited = _settings(desk, desk.targets(), indicator)
    level_key, due_key = (saving.key(desk, indicator, f"{part}-{own}") for part in ("target", "due"))
    save = partial(_save_target, desk, indicator, level_key, due_key)
    scale = desk.rubric.scale
    left, right = st.columns(2)
    left.number_input(
        text("interview.target", desk.lang),
        min_value=scale.min,
        max_value=scale.max,
        value=own.level if own else None,
        step=scale.step or (scale.max - scale.min) / 100,
        placeholder=_aim(inherited.value) if inherited else text("interview.unset", desk.lang),
        key=level_key,
        disabled=desk.closed,
        on_change=save,
    )
    right.date_input(
        text("interview.target.due", desk.lang),
        value=own.due if own else None,
        key=due_key,
        disabled=desk.closed or own is None,
        on_change=save,
    )
    if own is None:
        _origin(desk, inherited)


def _tag(desk: Desk, indicator: str, rating: Rating | None) -> None:
    key = saving.key(desk, indicator, "tag", rating)
    if rating is None:
        st.caption(text("interview.tag.waits", desk.lang))
        return
    st.text_input(
        text("interview.tag", desk.lang),
        value=rating.tag,
        placeholder=text("interview.tag.example", desk.lang),
        key=key,
        max_chars=60,
        disabled=not desk.can_rate,
        on_change=saving.change_tag,
        args=(desk, indicator, rating),
    )
    if _may_be_rerated(desk, rating):
        st.button(
            text("interview.tag.rerated.button", desk.lang, tag=text("interview.tag.rerated", desk.lang)),
            key=saving.key(desk, indicator, "rerated"),
            help=text("interview.tag.rerated.help", desk.lang),
            type="tertiary",
            icon=":material/sell:",
            on_click=saving.tag_as_rerated,
            args=(desk, indicator, rating),
        )


def _may_be_rerated(desk: Desk, rating: Rating) -> bool:
    """Whether the tag that Change looks for is offered: a later wave's score that is not tagged yet."""
    later = desk.context.waves[0].id != desk.wave.id
    return later and desk.can_rate and rating.score is not None and not rating.tag


def _settings(
    desk: Desk, values: dict[Place, _Value], indicator: str
) -> tuple[_Value | None, Setting[_Value] | None]:
    """The unit's own value, and what would hold without it."""
    here = (desk.unit.id, indicator)
    above = {place: value for place, value in values.items() if place != here}
    inherited = in_force(above, desk.rubric, desk.context.units, desk.unit.id, indicator)
    return values.get(here), inherited


def _origin(desk: Desk, inherited: Setting[_Value] | None) -> None:
    if inherited is None:
        return
    names = {unit.id: unit.called(desk.lang) for unit in desk.context.units}
    whose = names.get(inherited.unit, text("interview.inherited.all", desk.lang))
    where = f"{whose} · {desk.rubric.name_of(inherited.node, desk.lang)}"
    st.caption(plain(text("interview.inherited", desk.lang, where=where)))


def _aim(target: Target) -> str:
    return f"{level(target.level)} · {target.due:%Y-%m-%d}" if target.due else level(target.level)


def _save_importance(desk: Desk, indicator: str, key: str) -> None:
    grade: str | None = st.session_state.get(key)
    store, values = desk.context.store, {(desk.unit.id, indicator): grade}
    _settle(desk, indicator, partial(store.set_importance, desk.engagement.id, values, desk.rater or ""))


def _save_target(desk: Desk, indicator: str, level_key: str, due_key: str) -> None:
    aim: float | None = st.session_state.get(level_key)
    due = st.session_state.get(due_key)
    target = None if aim is None else Target(level=aim, due=due)
    store, values = desk.context.store, {(desk.unit.id, indicator): target}
    _settle(desk, indicator, partial(store.set_targets, desk.engagement.id, values, desk.rater or ""))


def _settle(desk: Desk, indicator: str, save: Callable[[], None]) -> None:
    failure = saving.key(desk, indicator, "failure")
    try:
        save()
        st.session_state.pop(failure, None)
    except GaplineError as error:
        st.session_state[failure] = by_name(error, desk.context, desk.rubric)
    st.rerun(saving.card_key(indicator))
