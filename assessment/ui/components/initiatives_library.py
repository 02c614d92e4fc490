"""The library as a table to pick from, the initiative behind a row, and what is chosen."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import streamlit as st

from assessment.catalogue import text
from assessment.initiatives import Initiative
from assessment.report.shapes import Cell, Column, Table
from assessment.report.wording import sentences
from assessment.ui.components.initiative_editor import open_editor
from assessment.ui.components.initiatives_suggested import facts, pick_with, write_own
from assessment.ui.components.initiatives_view import InitiativesView, pick, take_out
from assessment.ui.components.tables import grid, table_files
from assessment.ui.words import plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_OPENED = "initiative-opened"
_PERSON_MONTHS = "{:.1f}"


def library(view: InitiativesView) -> None:
    """The table, and in front of it the initiative whose row was clicked."""
    lang, held = view.lang, view.here.library
    if held is None:
        return
    listed = [one for one in held.initiatives if view.shown(one)]
    if not listed:
        st.info(text("initiatives.filtered", lang), icon=":material/filter_alt:")
        return
    st.caption(text("initiatives.click", lang))
    opened = st.session_state.pop(_OPENED, None)
    if opened in held:
        one = held.initiative(str(opened))
        st.dialog(plain(view.names[one.id]), width="large")(_opened)(view, one)
    shown = _table(view, listed)
    grid(shown, "initiative-library", _open)
    table_files(shown, lang, "initiative-library-files")


def chosen(view: InitiativesView) -> None:
    """What the unit has chosen, each with its editor and the way out."""
    lang = view.lang
    if not view.here.picked:
        st.info(text("initiatives.none-chosen", lang), icon=":material/lightbulb:")
    for held in view.here.picked:
        if view.shown(held.initiative):
            with st.container(border=True, key=f"chosen-{held.id}"):
                words, buttons = st.columns([5, 1.4], gap="medium")
                words.markdown(f"**{plain(view.names[held.id])}**  {facts(view, held.initiative)}")
                words.caption(plain(held.initiative.described(lang)))
                _lacks(view, held.initiative, words, buttons)
                buttons.button(
                    text("initiatives.edit", lang),
                    key=f"edit-initiative:{held.id}",
                    on_click=open_editor,
                    args=(held.id,),
                    width="stretch",
                )
                buttons.button(
                    text("initiatives.take-out", lang),
                    key=f"take-out:{held.id}",
                    on_click=take_out,
                    args=(view, held),
                    width="stretch",
                )
    write_own(view)


def _lacks(
    view: InitiativesView, one: Initiative, words: "DeltaGenerator", buttons: "DeltaGenerator"
) -> None:
    """What a chosen initiative needs first and nobody chose, with the button that chooses it too."""
    missing = view.missing(one)
    if not missing:
        return
    said = [text("initiatives.lacks", view.lang), *view.speaker.needed(missing)]
    words.markdown(f":orange[:material/schedule:] {plain(sentences(said, view.lang))}")
    with buttons:
        pick_with(view, one, "initiatives.pick-missing")


def _open(initiative: str, _column: str) -> None:
    st.session_state[_OPENED] = initiative


def _table(view: InitiativesView, listed: Iterable[Initiative]) -> Table:
    lang = view.lang
    kinds = {"months": "count", "effort": "count"}
    widths = {"name": 2.7, "theme": 1.6, "track": 1.3, "risk": 0.9, "cost": 1.4, "chosen": 0.8}
    order = ("name", "track", "theme", "months", "effort", "cost", "risk", "chosen")
    columns = tuple(
        Column(
            key,
            text(f"initiatives.column.{key}", lang),
            "count" if key in kinds else "text",
            widths.get(key, 1.0),
        )
        for key in order
    )
    rows = [(one.id, tuple(_cells(view, one))) for one in listed]
    return Table(
        id="initiatives",
        title=text("initiatives.table", lang),
        columns=columns,
        rows=tuple(cells for _, cells in rows),
        row_ids=tuple(one for one, _ in rows),
    )


def _cells(view: InitiativesView, one: Initiative) -> Iterator[Cell]:
    lang, theme = view.lang, view.themes.get(one.theme)
    low, high = one.cost
    yield Cell(view.names[one.id])
    yield Cell(text(f"initiative.track.{one.track}", lang))
    yield Cell((theme.where(lang) or theme.called(lang)) if theme else "")
    yield Cell(str(one.months), one.months, "count")
    yield Cell(_PERSON_MONTHS.format(one.total_effort), one.total_effort, "count")
    yield Cell(text("initiatives.cost", lang, low=f"{low:,.0f}", high=f"{high:,.0f}"))
    yield Cell(text(f"initiative.risk.{one.risk}", lang))
    yield Cell(text("initiatives.yes", lang) if one.id in view.chosen else "")


def _opened(view: InitiativesView, one: Initiative) -> None:
    """Everything about one initiative."""
    lang = view.lang
    st.markdown(f"{facts(view, one)}\n\n{plain(one.described(lang))}")
    st.markdown("  \n".join(f":gray[{plain(title)}] {plain(said)}" for title, said in _details(view, one)))
    if st.button(
        text("initiatives.chosen" if one.id in view.chosen else "initiatives.pick", lang),
        key=f"pick-from-library:{one.id}",
        type="primary",
        disabled=one.id in view.chosen,
        on_click=pick,
        args=(view, [one.id]),
    ):
        st.rerun()


def _details(view: InitiativesView, one: Initiative) -> Iterator[tuple[str, str]]:
    lang, rubric, speaker = view.lang, view.here.rubric, view.speaker
    lifts = [
        text("initiatives.detail.lift", lang, name=rubric.name_of(lift.node, lang), levels=f"{lift.levels:g}")
        for lift in one.lifts
        if lift.node in rubric
    ]
    needs = [
        text("initiatives.detail.need", lang, name=rubric.name_of(need.node, lang), level=f"{need.level:g}")
        for need in one.needs
        if need.node in rubric
    ]
    effort = [
        text("initiatives.detail.role", lang, role=view.role(role), months=f"{months:g}")
        for role, months in one.effort.items()
        if months
    ]
    theme, low_high = view.themes.get(one.theme), {"low": f"{one.cost[0]:,g}", "high": f"{one.cost[1]:,g}"}
    told = {
        "lifts": speaker.listed(lifts),
        "after": speaker.listed(speaker.called(one.predecessors)),
        "needs": speaker.listed(needs),
        "effort": speaker.listed(effort),
        "cost": text("initiatives.detail.cost.said", lang, **low_high) if one.cost[1] else "",
        "owner": view.role(one.owner),
        "risk": _risk(view, one),
        "theme": theme.called(lang) if theme else "",
        "source": _source(view, one),
    }
    yield from ((text(f"initiatives.detail.{key}", lang), said) for key, said in told.items() if said)


def _risk(view: InitiativesView, one: Initiative) -> str:
    grade, note = text(f"initiative.risk.{one.risk}", view.lang), one.risk_said(view.lang)
    return text("initiatives.detail.risk.said", view.lang, grade=grade, note=note) if note else grade


def _source(view: InitiativesView, one: Initiative) -> str:
    """Where in the published roadmap it stands; what else the author of a library wrote stays as it is."""
    parts = one.source.split()
    if len(parts) == 3 and parts[0] == "roadmap" and parts[2].isdecimal():  # noqa: PLR2004 - three words
        return text(f"initiatives.detail.source.{one.track}", view.lang, number=parts[2])
    return one.source
