"""The Problems page: its head, the parts to choose from, the proposals by theme, and the chains."""

from collections.abc import Sequence
from typing import Final, get_args

import streamlit as st

from assessment.catalogue import text
from assessment.diagnosis import Candidate, Chain
from assessment.ui import navigation, state
from assessment.ui.components.diagnosis_card import card
from assessment.ui.components.diagnosis_view import DiagnosisView, Part
from assessment.ui.words import plain

PART: Final = "diagnosis-part"


def head(seen: DiagnosisView) -> None:
    """How many are to be decided on, by which rule, and how much of the assessment the links look at."""
    lang, count = seen.lang, len(seen.candidates("open"))
    key = {0: "diagnosis.head.none", 1: "diagnosis.head.one"}.get(count, "diagnosis.head")
    unit = seen.found.unit.called(lang)
    st.header(plain(text(key, lang, unit=unit, count=count)), anchor=False)
    covered = seen.here.found.coverage._asdict()
    st.markdown(plain(text("diagnosis.lead", lang, low=seen.below(), **covered)))
    if seen.rater is None:
        st.caption(text("diagnosis.nobody", lang))


def part_choice(seen: DiagnosisView) -> Part:
    """Draw the choice of what is shown, with counts."""
    lang, parts = seen.lang, get_args(Part)
    counts = {part: len(seen.candidates(part)) for part in parts if part != "chains"}
    chosen = st.segmented_control(
        text("diagnosis.part", lang),
        parts,
        default="open",
        required=True,
        format_func=lambda part: text(f"diagnosis.part.{part}", lang, count=counts.get(part, 0)),
        key=PART,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen or "open"


def by_theme(seen: DiagnosisView, candidates: Sequence[Candidate]) -> None:
    """Candidates below the theme that solves them, in the order of the themes."""
    links, lang = seen.here.links, seen.lang
    if not candidates:
        st.info(text("diagnosis.nothing", lang), icon=":material/task_alt:")
    themes = {one.node: links.links[one.node].theme for one in candidates if one.node in links.links}
    for theme in [*links.themes.values(), None]:
        here = [one for one in candidates if themes.get(one.node) == (theme.id if theme else None)]
        if here and theme:
            named = text("diagnosis.theme", lang, area=theme.where(lang), theme=theme.called(lang))
            st.subheader(plain(named), anchor=False)
        for one in here:
            card(seen, one)


def chain_list(seen: DiagnosisView) -> None:
    """Every chain on its own, from the problem to where its solution lies."""
    lang, links = seen.lang, seen.here.links
    st.caption(text("diagnosis.chains.about", lang))
    found = seen.here.chains()
    if not found:
        st.info(text("diagnosis.nothing", lang), icon=":material/task_alt:")
    for chain in found:
        with st.container(border=True, gap="small"):
            st.markdown(_said(seen, chain))
            themes = seen.listed_apart(links.themes[theme].called(lang) for theme in chain.themes)
            st.caption(plain(text("diagnosis.chain.themes", lang, names=themes)))
            blocked = {
                "blocks": [links.goals[goal].called(lang) for goal in chain.goals],
                "analytics": [links.analytics[area].called(lang) for area in chain.analytics],
            }
            for key, names in blocked.items():
                if names:
                    st.caption(plain(text(f"diagnosis.{key}", lang, names=seen.listed_apart(names))))


def _said(seen: DiagnosisView, chain: Chain) -> str:
    problem = f"**{_marked(seen, chain.problem)}**"
    if not chain.causes:
        return problem
    causes = seen.listed(_marked(seen, cause) for cause in chain.causes)
    return text("diagnosis.chain", seen.lang, problem=problem, causes=causes)


def _marked(seen: DiagnosisView, node: str) -> str:
    """The name, with a mark where a person confirmed it."""
    mark = ":green[:material/check:] " if seen.here.standing(node) == "confirmed" else ""
    return mark + plain(seen.named(node))


def where_kept(seen: DiagnosisView) -> None:
    """In which engagement the decisions stand, and the way there."""
    held, lang = seen.decisions(), seen.lang
    if held is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(text("diagnosis.kept", lang, engagement=held.called(lang))), width="content")
        st.page_link(
            navigation.page("quality", lang),
            label=text("diagnosis.to-decisions", lang),
            icon=":material/arrow_forward:",
            query_params={
                state.ENGAGEMENT: held.id,
                state.UNIT: seen.found.unit.id,
                state.WAVE: seen.found.wave.id,
                state.LANG: lang,
            },
        )
