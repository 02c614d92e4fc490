"""Behind a box that was read from another rubric: from which ratings, and how far they reach."""

from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.drawn_house import facts_of
from assessment.report.numbers import rounded
from assessment.report.shapes import Cell, Column, Table
from assessment.ui import navigation
from assessment.ui.components.map_look import MapLook
from assessment.ui.components.tables import reading_table
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

ASKED: Final = "map-told-asked"
_DOWN: Final = ":material/subdirectory_arrow_right:"


def ask_told(node: str) -> None:
    """Say in this run what a box is read from."""
    st.session_state[ASKED] = [navigation.drawn(), node]


def told_if_asked(seen: MapLook) -> None:
    """Show it over the page."""
    asked = st.session_state.pop(ASKED, None)
    if asked is None or asked[0] != navigation.drawn() or asked[1] not in seen.view.rubric:
        return
    title = text("map.told.title", seen.lang, unit=plain(seen.shown.unit))
    st.dialog(title, width="large", icon=":material/help_center:")(_panel)(seen, asked[1])


def _panel(seen: MapLook, node: str) -> None:
    one, lang = seen.view.standings[node], seen.lang
    figure = text(f"map.state.{one.state}", lang) if one.level is None else rounded(one.level)
    st.metric(plain(seen.shown.named(node)), figure)
    st.markdown(plain(facts_of(one, seen.view.rubric, lang)))
    if seen.view.rubric.node(node).is_indicator:
        _informants(seen, node)
    else:
        _parts(seen, node)


def _informants(seen: MapLook, node: str) -> None:
    view, lang = seen.view, seen.lang
    informants = (view.informants or {}).get(node, ())
    source = view.source
    if source is None:
        return
    names = {"source": plain(source.title(lang))}
    if not informants:
        st.info(text("map.told.unread", lang, **names), icon=":material/help:")
        return
    st.markdown(text("map.told.from", lang, **names))
    if view.standings[node].level is None:
        st.warning(text("map.told.too-little", lang), icon=":material/rule:")
    rows: list[tuple[Cell, ...]] = []
    for one in informants:
        words = Cell(source.name_of(one.node, lang))
        rows.append((words, _level(seen, one.level), Cell(f"{one.weight:g}", one.weight, "score")))
    _table(seen, "node", rows)
    with st.container(horizontal=True, gap="small"):
        for one in informants:
            name, key = plain(source.name_of(one.node, lang)), f"map-told-{one.node}"
            if st.button(name, key=key, on_click=ask_why, args=(one.node,), icon=_DOWN):
                st.rerun()  # the whole page, which opens the other dialog instead of this one


def _parts(seen: MapLook, node: str) -> None:
    view, lang = seen.view, seen.lang
    st.markdown(text("map.told.parts", lang))
    rows: list[tuple[Cell, ...]] = []
    for child in view.rubric.node(node).children:
        standing = view.standings[child.id]
        words = Cell(seen.shown.named(child.id))
        level = _level(seen, standing.level, standing.state)
        rows.append((words, level, Cell(f"{child.weight:g}", child.weight, "score")))
    _table(seen, "name", rows)


def _level(seen: MapLook, level: float | None, state: str = "unknown") -> Cell:
    if level is None:
        return Cell(text(f"map.state.{state}", seen.lang))
    return Cell(rounded(level), level, "score")


def _table(seen: MapLook, name: str, rows: list[tuple[Cell, ...]]) -> None:
    titles = {key: text(f"map.column.{key}", seen.lang) for key in (name, "level", "weight")}
    columns = (
        Column(name, titles[name], width=3),
        Column("level", titles["level"], "score"),
        Column("weight", titles["weight"], "score"),
    )
    reading_table(Table("map-told", titles[name], columns, tuple(rows)), "map-told")
