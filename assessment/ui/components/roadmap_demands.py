"""What is asked of single initiatives: a list to take from, and a line to add to it."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.demands import (
    KINDS,
    WITH_PHASE,
    Demand,
    DemandKind,
    demand_said,
    demands_of,
    with_demand,
    without_demand,
)
from assessment.ui.components.roadmap_draft import Draft, revise
from assessment.ui.words import plain

_WHO, _KIND, _PHASE, _OTHERS = "roadmap-who", "roadmap-kind", "roadmap-when", "roadmap-others"
_FEWEST: Final = 2


def demand_list(draft: Draft, names: Mapping[str, str], lang: Lang) -> None:
    """Every demand with a button that takes it back, and the line for a new one."""
    st.markdown(f"**{plain(text('roadmap.demands', lang))}**")
    found = demands_of(draft.settings)
    if not found:
        st.caption(text("roadmap.demands.none", lang))
    for place, demand in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                text("roadmap.demand.drop", lang),
                key=f"roadmap-drop-{place}",
                icon=":material/close:",
                type="tertiary",
                on_click=_drop,
                args=(draft, demand),
            )
            st.markdown(plain(demand_said(demand, names, lang)), width="content")
    _add(draft, names, lang)


def _add(draft: Draft, names: Mapping[str, str], lang: Lang) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox(
            text("roadmap.demand.who", lang),
            list(names),
            format_func=lambda one: names.get(one, one),
            key=_WHO,
            width=320,
        )
        kind: DemandKind = (
            st.selectbox(
                text("roadmap.demand.kind", lang),
                KINDS,
                format_func=lambda one: text(f"roadmap.demand.kind.{one}", lang),
                key=_KIND,
                width=230,
            )
            or "pinned"
        )
        phase, others = 0, []
        if kind in WITH_PHASE:
            phase = int(
                st.number_input(
                    text("roadmap.column.phase", lang),
                    min_value=1,
                    max_value=draft.settings.phases,
                    key=f"{_PHASE}-{draft.settings.phases}",
                    width=110,
                )
            )
        if kind == "either":
            others = st.multiselect(
                text("roadmap.demand.others", lang),
                [one for one in names if one != who],
                format_func=lambda one: names.get(one, one),
                key=_OTHERS,
                placeholder=text("roadmap.demand.others.hint", lang),
            )
        tasks = tuple(sorted({*others, who} if who else set()))
        st.button(
            text("roadmap.demand.add", lang),
            key="roadmap-add-demand",
            icon=":material/add:",
            disabled=not tasks or (kind == "either" and len(tasks) < _FEWEST),
            on_click=_put,
            args=(draft, Demand(kind, tasks, phase)),
        )


def _put(draft: Draft, demand: Demand) -> None:
    revise(draft, settings=with_demand(draft.settings, demand))


def _drop(draft: Draft, demand: Demand) -> None:
    revise(draft, settings=without_demand(draft.settings, demand))
