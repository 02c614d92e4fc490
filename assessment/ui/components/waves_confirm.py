"""What was carried over for the unit in view: tick what still holds, and confirm it or leave it open."""

from typing import Final

import streamlit as st

from assessment import waves
from assessment.ratings import Rating
from assessment.rubric import Node
from assessment.ui import navigation, state
from assessment.ui.components.desk import is_signed_off
from assessment.ui.components.verdict import details, verdict
from assessment.ui.components.waves_view import WavesView, attempt
from assessment.ui.words import plain
from assessment.waves import Proposal

_YEAR: Final = 365.25
_CSS: Final = """
[class*="st-key-proposals-"] a { padding: 0; }
[class*="st-key-proposals-"] hr { margin: 0; }
"""


def confirm_box(found: WavesView) -> None:
    """The proposals of the unit in view under their capabilities, and the units where others wait."""
    if found.wave.locked:
        return
    unit = plain(found.unit.called(found.lang))
    place = (found.engagement.id, found.unit.id, found.wave.id)
    groups = waves.proposals(found.context.store, found.rubric, *place)
    waiting = {one.unit.id: one.count.proposed for one in found.standings(found.wave.id)}
    others = {name: count for name, count in waiting.items() if count and name != found.unit.id}
    if not groups and not others:
        return
    st.subheader(found.words("confirm", unit=unit), anchor=False)
    _others(found, others)
    if not groups:
        st.caption(found.words("confirm.none", unit=unit))
        return
    if is_signed_off(found.context, *place):
        st.info(found.words("unit-signed", unit=unit), icon=":material/lock:")
        return
    offered = [one.rating for _, inside in groups for one in inside]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(found.words("confirm.about"), width="content")
        _tick_all(
            found, offered, "unit", found.words("confirm.unit", count=len(offered)), "confirm.unit-clear"
        )
    st.html(f"<style>{_CSS}</style>")
    for group, inside in groups:
        _group(found, group, inside)
    with st.bottom:
        _act(found, offered)


def _others(found: WavesView, waiting: dict[str, int]) -> None:
    if not waiting:
        return
    names = {unit.id: unit.called(found.lang) for unit in found.context.units}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(found.words("confirm.others", units=""), width="content")
        for unit, count in waiting.items():
            st.button(
                plain(found.words("confirm.unit-count", unit=names[unit], count=count)),
                key=f"waiting-{unit}",
                type="tertiary",
                on_click=_look,
                args=(unit,),
            )


def _group(found: WavesView, group: Node, inside: list[Proposal]) -> None:
    name = plain(found.rubric.name_of(group.id, found.lang))
    with st.container(border=True, gap="small", key=f"proposals-{group.id}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{found.words('confirm.group', group=name, count=len(inside))}**", width="content")
            ratings = [one.rating for one in inside]
            _tick_all(found, ratings, group.id, found.words("confirm.all"), "confirm.clear")
        for one in inside:
            st.divider()
            _proposal(found, one)


def _tick_all(found: WavesView, ratings: list[Rating], name: str, label: str, clear: str) -> None:
    ticked = all(_ticked(rating) for rating in ratings)
    st.button(
        found.words(clear) if ticked else label,
        key=f"tick-{name}",
        type="tertiary",
        disabled=found.rater is None,
        on_click=_tick,
        args=(ratings, not ticked),
    )


def _proposal(found: WavesView, one: Proposal) -> None:
    lang, rating = found.lang, one.rating
    what, said, act = st.columns([5, 6, 2], vertical_alignment="top")
    with what:
        name = plain(found.rubric.name_of(rating.indicator, lang))
        st.checkbox(name, key=_key(rating), disabled=found.rater is None)
    with said:
        small = [plain(words) for words in (_evidence(found, one), details(rating, lang)) if words]
        st.markdown(f"{_said(found, one)}  \n:small[:gray[{' · '.join(small)}]]")
    with act:
        st.page_link(
            navigation.page("interview", lang),
            label=found.words("interview"),
            icon=":material/arrow_forward:",
            query_params=state.field(found.engagement.id, rating.unit, rating.wave, lang, rating.indicator),
        )


def _said(found: WavesView, one: Proposal) -> str:
    """What the last wave said, in Markdown."""
    value = plain(verdict(one.rating, found.lang))
    rater = plain(found.names.get(one.rating.rater, one.rating.rater))
    if one.origin is None:
        return found.words("confirm.said.no-wave", value=value, rater=rater)
    wave = plain(one.origin.called(found.lang))
    return found.words("confirm.said", wave=wave, value=value, rater=rater)


def _evidence(found: WavesView, one: Proposal) -> str:
    count = len(one.evidence)
    items = found.words(
        "evidence.none" if not count else "evidence.one" if count == 1 else "evidence.many", count=count
    )
    if one.newest is None:
        return items
    years = int((found.wave.date - one.newest).days / _YEAR)
    key = {0: "evidence.recent", 1: "evidence.newest.one"}.get(years, "evidence.newest")
    return found.words(key, items=items, date=one.newest.isoformat(), years=years)


def _act(found: WavesView, offered: list[Rating]) -> None:
    ticked = [rating for rating in offered if _ticked(rating)]
    idle = not ticked or found.rater is None
    with st.container(horizontal=True):
        st.button(
            found.words("confirm.now" if ticked else "confirm.now.none", count=len(ticked)),
            key="waves-confirm",
            type="primary",
            icon=":material/check:",
            disabled=idle,
            on_click=_confirm,
            args=(found, ticked),
        )
        st.button(
            found.words("confirm.leave" if ticked else "confirm.leave.none", count=len(ticked)),
            key="waves-leave",
            disabled=idle,
            help=found.words("confirm.leave.help"),
            on_click=_leave,
            args=(found, ticked),
        )


def _confirm(found: WavesView, ticked: list[Rating]) -> None:
    def confirm() -> str:
        keys = [rating.key for rating in ticked]
        count = waves.confirm(found.context.store, found.engagement.id, keys, found.rater or "")
        return found.words("confirmed", count=count)

    attempt(found, confirm, at_foot=True)


def _leave(found: WavesView, ticked: list[Rating]) -> None:
    def leave() -> str:
        count = waves.leave_open(found.context.store, found.engagement.id, ticked, found.rater or "")
        return found.words("left-open", count=count)

    attempt(found, leave, at_foot=True)


def _key(rating: Rating) -> str:
    return "tick:" + ":".join((*rating.key, str(rating.revision)))


def _ticked(rating: Rating) -> bool:
    return bool(st.session_state.get(_key(rating)))


def _tick(ratings: list[Rating], wanted: bool) -> None:  # noqa: FBT001 - a callback's argument
    for rating in ratings:
        st.session_state[_key(rating)] = wanted


def _look(unit: str) -> None:
    state.choose(state.UNIT, unit, st.query_params, st.session_state)
