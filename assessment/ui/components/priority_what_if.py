"""What if: another importance, target or weight of a node, tried out on the chart, set only when asked."""

from functools import partial
from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.priorities import Priority
from assessment.ratings import Target
from assessment.ui.components.priority_view import PriorityView, let_go, try_out
from assessment.ui.components.sitting import sitting
from assessment.ui.naming import by_name
from assessment.ui.words import plain

_NODE: Final = "priorities-try-node"
_FAILED: Final = "priorities-try-failed"
_UNSET: Final = ""


def what_if(shown: PriorityView) -> None:
    """The controls for one node, and what they change."""
    lang = shown.lang
    with st.container(border=True, key="priorities-what-if"):
        st.markdown(f"**{text('priorities.try', lang)}** · {text('priorities.try.about', lang)}")
        node = _node(shown)
        one = next(found for found in shown.now.found if found.node == node)
        importance, target = st.columns(2)
        with importance:
            _importance(shown, one)
        with target:
            _target(shown, one)
        _weights(shown, node)
        if shown.trying:
            _moves(shown)
            _decide(shown)
    failed = st.session_state.pop(_FAILED, None)
    if failed:
        st.error(plain(failed))


def _node(shown: PriorityView) -> str:
    nodes = [one.node for one in shown.as_set.found]
    kept = st.session_state.get(_NODE)
    st.session_state[_NODE] = kept if kept in nodes else nodes[0]
    chosen = st.selectbox(text("priorities.try.node", shown.lang), nodes, format_func=shown.name, key=_NODE)
    return chosen or nodes[0]


def _key(shown: PriorityView, node: str, part: str) -> str:
    return f"try-{part}-{shown.found.unit.id}-{node}"


def _importance(shown: PriorityView, one: Priority) -> None:
    rubric, lang = shown.ground.rubric, shown.lang
    names = {grade: rubric.importance_name(grade, lang) for grade in rubric.importance}
    now = one.grade.value.grade if one.grade else _UNSET
    if now == _UNSET:
        names = {_UNSET: text("priorities.unset", lang), **names}
    key = _key(shown, one.node, "importance")
    st.session_state[key] = now
    st.select_slider(
        text("importance", lang).capitalize(),
        list(names),
        format_func=lambda grade: names.get(grade, grade),
        key=key,
        on_change=partial(_try_importance, shown, one.node, key),
    )


def _try_importance(shown: PriorityView, node: str, key: str) -> None:
    grade = st.session_state[key]
    before = next(one for one in shown.as_set.found if one.node == node).grade
    same = before is not None and before.value.grade == grade
    try_out(shown.found, "importance", node, None if same or grade == _UNSET else grade)


def _target(shown: PriorityView, one: Priority) -> None:
    lang, scale = shown.lang, shown.ground.rubric.scale
    if shown.view == "required":
        st.caption(text("priorities.try.no-target", lang))
        return
    key = _key(shown, one.node, "target")
    st.session_state[key] = float(one.aim.level if one.aim else scale.max)
    st.slider(
        text("target", lang).capitalize(),
        min_value=float(scale.min),
        max_value=float(scale.max),
        step=float(scale.step or (scale.max - scale.min) / 50),
        key=key,
        on_change=partial(_try_target, shown, one.node, key),
    )


def _try_target(shown: PriorityView, node: str, key: str) -> None:
    level = float(st.session_state[key])
    aim = next(one for one in shown.as_set.found if one.node == node).aim
    try_out(shown.found, "targets", node, None if aim is not None and aim.level == level else level)


def _weights(shown: PriorityView, node: str) -> None:
    """The weights that the node's own level is made of."""
    lang, rubric = shown.lang, shown.ground.rubric
    children = rubric.node(node).children
    if not children:
        st.caption(text("priorities.try.no-weights", lang))
        return
    with st.expander(text("priorities.try.weights", lang), icon=":material/balance:"):
        st.caption(text("priorities.try.weights.about", lang))
        with st.container(horizontal=True):
            for child in children:
                key = _key(shown, child.id, "weight")
                st.session_state[key] = float(shown.now.ground.rubric.node(child.id).weight)
                st.number_input(
                    shown.name(child.id),
                    min_value=0.0,
                    max_value=1000.0,
                    step=0.5,
                    key=key,
                    on_change=partial(_try_weight, shown, child.id, key),
                    width=200,
                )


def _try_weight(shown: PriorityView, node: str, key: str) -> None:
    weight = float(st.session_state[key])
    same = shown.ground.rubric.node(node).weight == weight
    try_out(shown.found, "weights", node, None if same else weight)


def _moves(shown: PriorityView) -> None:
    """What changes against what is set, in words."""
    lang = shown.lang
    before = {one.node: one for one in shown.as_set.found}
    ranks = sum(one.rank != before[one.node].rank for one in shown.now.found)
    changed = [one for one in shown.now.found if one.standing != before[one.node].standing]
    comma = text("priorities.comma", lang)
    tried = comma.join(shown.name(n.id) for n in shown.ground.rubric.nodes if n.id in shown.tried.nodes)
    st.markdown(plain(text("priorities.try.moves", lang, nodes=tried, ranks=ranks, classes=len(changed))))
    for one in changed:
        names = [
            text(f"urgency.{standing or 'none'}", lang)
            for standing in (before[one.node].standing, one.standing)
        ]
        said = text("priorities.try.class", lang, node=shown.name(one.node), before=names[0], after=names[1])
        st.markdown(f"- {plain(said)}")


def _decide(shown: PriorityView) -> None:
    lang, tried = shown.lang, shown.tried
    settable = bool(tried.importance or tried.targets)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            text("priorities.try.set", lang, unit=shown.unit),
            type="primary",
            key="priorities-set",
            disabled=not settable,
            on_click=_set,
            args=(shown,),
        )
        st.button(text("priorities.try.back", lang), key="priorities-back", on_click=let_go)
    if tried.weights:
        st.caption(text("priorities.try.weights.stay", lang))


def _set(shown: PriorityView) -> None:
    """Set what is tried out for this unit; weights belong to the rubric and stay as they are."""
    found, unit = shown.found, shown.found.unit.id
    store, engagement = found.context.store, found.engagement.id
    people = [person.id for person in store.people(engagement)]
    by = sitting(engagement, people) or ""
    grades = {(unit, node): grade for node, grade in shown.tried.importance.items()}
    days = {node: target.due for (whose, node), target in shown.ground.targets.items() if whose == unit}
    targets = {
        (unit, node): Target(level=level, due=days.get(node)) for node, level in shown.tried.targets.items()
    }
    try:
        if grades:
            store.set_importance(engagement, grades, by)
        if targets:
            store.set_targets(engagement, targets, by)
        let_go()
    except GaplineError as error:
        st.session_state[_FAILED] = by_name(error, found.context, shown.ground.rubric)
