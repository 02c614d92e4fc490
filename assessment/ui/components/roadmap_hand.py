"""Moving initiatives by hand: what a move breaks is said at once, and what it costs in value."""

from typing import Final

import streamlit as st

from assessment.board_words import phase_name
from assessment.catalogue import text
from assessment.demands import Demand, with_demand
from assessment.plan_changes import PlanCheck
from assessment.plan_moves import moved
from assessment.report.wording import sentences
from assessment.roadmap import PlanCase
from assessment.roadmap_words import by_hand
from assessment.ui.components.roadmap_draft import Draft, revise
from assessment.ui.components.roadmap_view import RoadmapView
from assessment.ui.words import plain

_WHO, _WHERE = "roadmap-move-who", "roadmap-move-to"
_OUT: Final = 0


def what_moves_did(view: RoadmapView, found: PlanCheck) -> None:
    """After moves by hand: what they break, and what they cost; the way back."""
    lang, draft = view.lang, view.draft
    if not draft.moved or draft.plan is None or draft.solved is None:
        return
    names = text("robustness.comma", lang).join(view.names.get(one, one) for one in draft.moved)
    said = [text("roadmap.hand.moved", lang, names=names), by_hand(draft.solved, draft.plan, lang)]
    with st.container(border=True, key="roadmap-moves"):
        st.markdown(plain(sentences(said, lang)))
        if found.broken:
            listed = "\n".join(f"- {plain(reason.sentence(lang))}" for reason in found.broken)
            st.error(listed, icon=":material/block:")
        if not found.broken:
            st.success(plain(text("roadmap.hand.fine", lang)), icon=":material/check:")
        st.button(
            text("roadmap.hand.back", lang),
            key="roadmap-moves-back",
            icon=":material/undo:",
            on_click=_take_back,
            args=(draft,),
        )


def move_line(view: RoadmapView, case: PlanCase) -> None:
    """One initiative, one phase, two buttons: move it there, or pin it there for the next plan."""
    lang, draft = view.lang, view.draft
    if draft.plan is None or draft.made_with is None:
        return
    lengths = {task.id: task.phases for task in case.tasks}
    st.markdown(f"**{plain(text('roadmap.hand', lang))}**")
    with st.container(horizontal=True, vertical_alignment="bottom", key="roadmap-move"):
        who = st.selectbox(
            text("roadmap.hand.who", lang),
            list(view.names),
            format_func=lambda one: view.names.get(one, one),
            key=_WHO,
            width=300,
        )
        now = draft.plan.starts.get(who or "", _OUT)
        latest = draft.made_with.phases - lengths.get(who or "", 1) + 1
        options = [*range(1, latest + 1), _OUT]
        where = st.selectbox(
            text("roadmap.hand.where", lang),
            options,
            index=options.index(now) if now in options else 0,
            format_func=lambda phase: _place(view, phase, now),
            key=f"{_WHERE}-{who}-{now}-{latest}",
            width=190,
        )
        to = _OUT if where is None else where
        st.button(
            text("roadmap.hand.move", lang),
            key="roadmap-move-do",
            icon=":material/swap_horiz:",
            disabled=who is None or to == now,
            on_click=_move,
            args=(draft, case, who, to),
        )
        st.button(
            text("roadmap.hand.pin", lang),
            key="roadmap-move-pin",
            icon=":material/keep:",
            disabled=who is None or to == _OUT,
            on_click=_pin,
            args=(draft, who, to),
            help=text("roadmap.hand.pin.about", lang),
        )


def _place(view: RoadmapView, phase: int, now: int) -> str:
    name = phase_name(phase, view.lang) if phase else text("roadmap.not-planned", view.lang)
    return text("roadmap.hand.now", view.lang, name=name) if phase == now else name


def _move(draft: Draft, case: PlanCase, who: str, to: int) -> None:
    if draft.plan is None:
        return
    known = draft.solved.bound if draft.solved else draft.plan.bound
    plan = moved(draft.plan.model_copy(update={"bound": known}), case, who, to)
    revise(draft, plan=plan, moved=tuple(dict.fromkeys((*draft.moved, who))))


def _pin(draft: Draft, who: str, to: int) -> None:
    revise(draft, settings=with_demand(draft.settings, Demand("pinned", (who,), to)))


def _take_back(draft: Draft) -> None:
    revise(draft, plan=draft.solved, moved=())
