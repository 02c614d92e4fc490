"""The grid over several units: what the page is told, and what happens with what it sends."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final, cast, get_args

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.grid import Field, write_answer, write_confidence
from assessment.grid_saving import Cell, Sheet, Typed, enter, look
from assessment.ratings import Rating
from assessment.ui import navigation, state
from assessment.ui.boundary import sentences
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.grid_closed import closed_rows, why_closed
from assessment.ui.components.grid_legend import legend
from assessment.ui.components.grid_lists import below_the_grid, changed_elsewhere
from assessment.ui.components.grid_others import said_by_others
from assessment.ui.components.grid_view import AT, ONLY_TELL, STARTED, GridView, sheet_at
from assessment.ui.components.people import names_of_people
from assessment.ui.words import clock

GRID: Final = "branches-grid"
EVERY_SECONDS: Final = 1.5
_HERE: Final = Path(__file__).parent
_MOUNTED: Final = "branches-cells"
_ECHO: Final = "branches-echo"
_ACKNOWLEDGED: Final = "branches-acknowledged"
_DRAWN: Final = "branches-drawn"

_component = st.components.v2.component(
    "gapline_grid",
    html=(_HERE / "grid.html").read_text(encoding="utf-8"),
    css=(_HERE / "grid.css").read_text(encoding="utf-8"),
    js=(_HERE / "grid.js").read_text(encoding="utf-8"),
)


def grid(view: GridView) -> None:
    """Draw the grid and what belongs to it as one fragment: it follows every answer."""
    drawn_apart(_grid, key=GRID)(view)


def watch(view: GridView) -> None:
    """Look again and again whether somebody else changed something, and say so then.

    Comes before the grid: nothing is drawn of it yet in this run of the page.
    """
    st.session_state.pop(_DRAWN, None)
    drawn_apart(_watch, run_every=EVERY_SECONDS)(view)


def _grid(view: GridView) -> None:
    with sentences(view.lang):
        if _sent().get("nonce") not in (None, st.session_state.get(_ECHO)):
            _take(view)
        sheet = view.sheet()
        if sheet is not None:
            look(view.context.store, sheet)
        seen = _seen(view, sheet)
        told = [_told(view, sheet)]  # in a list, or Streamlit loads pandas to look for tables in it
        _component(key=_MOUNTED, data=told, on_sent_change=partial(_received, view))
        if sheet is not None:
            below_the_grid(view, sheet)
        closed_rows(view)
        legend(view)
        st.session_state[_DRAWN] = seen


def _watch(view: GridView) -> None:
    with sentences(view.lang):
        _look_again(view)


def _look_again(view: GridView) -> None:
    sheet = view.sheet()
    if sheet is not None:
        look(view.context.store, sheet)
        changed_elsewhere(view, sheet)
    if st.session_state.get(_DRAWN) not in (None, _seen(view, sheet)):
        st.session_state[ONLY_TELL] = True
        st.rerun()


def _seen(view: GridView, sheet: Sheet | None) -> str:
    """What of the store shows on the page, besides what the person did."""
    if sheet is None:
        return repr((view.place, view.context.store.revision()))
    conflicts = [(cell, found.theirs.revision) for cell, found in sheet.conflicts().items()]
    return repr((view.place, sheet.elsewhere(), conflicts, sorted(sheet.closed)))


def _sent() -> dict[str, Any]:
    found = st.session_state.get(_MOUNTED) or {}
    sent = found.get("sent")
    return sent if isinstance(sent, dict) else {}


def _received(view: GridView) -> None:
    with suppress(GaplineError):  # the fragment is drawn next: it tries again, and says why not
        _take(view)
    navigation.stay_where_gone("branches", view.lang)


def _take(view: GridView) -> None:
    """Save what the page sent; what was handled before is only answered again."""
    sent = _sent()
    acknowledged: dict[str, int] = st.session_state.setdefault(_ACKNOWLEDGED, {})
    client = str(sent.get("client"))
    events = [one for one in map(_event, sent.get("events") or []) if one is not None]
    new = [one for one in events if one[0] > acknowledged.get(client, 0)]
    for place in dict.fromkeys(place for _, place, _ in new):
        _sit_down_again(view, place[2])
        sheet = sheet_at(view.context, place)
        if sheet is not None:
            enter(view.context.store, sheet, [typed for _, where, typed in new if where == place])
    acknowledged[client] = max([acknowledged.get(client, 0), *(number for number, _, _ in events)])
    if sent.get("at") in view.indicators:
        st.session_state[AT] = sent["at"]
    st.session_state[_ECHO] = sent.get("nonce")


def _event(raw: object) -> tuple[int, tuple[str, str, str], Typed] | None:
    """One text as the page writes it down (see grid.js); None for what is none."""
    if not isinstance(raw, dict):
        return None
    number, place, seen = raw.get("s"), raw.get("p"), raw.get("r")
    unit, indicator, field, words = (raw.get(part) for part in ("u", "i", "f", "t"))
    if not isinstance(number, int) or not isinstance(seen, int) or not isinstance(place, list):
        return None
    if field not in get_args(Field) or len(place) != len(("engagement", "wave", "rater")):
        return None
    if not all(isinstance(one, str) for one in (*place, unit, indicator, words)):
        return None
    typed = Typed(str(unit), str(indicator), cast("Field", field), str(words), seen)
    return number, (place[0], place[1], place[2]), typed


def _sit_down_again(view: GridView, rater: str) -> None:
    """After a restart of the server the session does not know any more who is rating: the page does."""
    if view.rater is None and any(one.id == rater for one in view.context.store.people(view.engagement.id)):
        st.session_state.setdefault(state.RATER, rater)


def _told(view: GridView, sheet: Sheet | None) -> dict[str, Any]:
    answers = view.answers()
    return {
        "place": list(view.place),
        "refused": view.refusal,
        "start": st.session_state.get(STARTED, ""),
        "saves": len(sheet.saves) if sheet else 0,
        "ack": st.session_state.get(_ACKNOWLEDGED, {}),
        "echo": st.session_state.get(_ECHO, ""),
        "columns": [_column(view, *column) for column in view.columns],
        "rows": _rows(view, sheet, answers),
        "words": _words(view, sheet, answers),
    }


def _column(view: GridView, indicator: str, field: Field) -> dict[str, str]:
    name = text(f"grid.column.{field}", view.lang) if view.only else view.rubric.name_of(indicator, view.lang)
    return {"i": indicator, "f": field, "n": name, "h": view.rubric.question(indicator, view.lang)}


def _rows(view: GridView, sheet: Sheet | None, answers: dict[Cell, Rating]) -> list[dict[str, Any]]:
    every = [node.id for node in view.rubric.indicators]
    shown = sheet.known if sheet else answers
    marks = _marks(view, sheet) if sheet else {}
    names = names_of_people(view.context, view.engagement)
    closed, rows = why_closed(view), []
    for unit in view.units:
        done = sum((unit.id, one) in answers for one in view.indicators)
        counts = {"done": done, "total": len(view.indicators), "all": len(every)}
        whole = sum((unit.id, one) in answers for one in every)
        cells = [_cell(view, sheet, shown, marks, (unit.id, *column)) for column in view.columns]
        if sheet is not None:
            for told, (indicator, field) in zip(cells, view.columns, strict=True):
                if field == "score" and not told["t"]:
                    _add_others(told, *said_by_others(view, sheet, (unit.id, indicator), names))
        rows.append(
            {
                "i": unit.id,
                "n": unit.called(view.lang),
                "x": closed.get(unit.id, ""),
                "c": text("grid.rated.count", view.lang, whole=whole, **counts),
                "d": done == len(view.indicators),
                "cells": cells,
            }
        )
    return rows


def _cell(
    view: GridView,
    sheet: Sheet | None,
    shown: dict[Cell, Rating],
    marks: dict[Cell, tuple[str, str]],
    place: tuple[str, str, Field],
) -> dict[str, Any]:
    unit, indicator, field = place
    cell, rating = (unit, indicator), shown.get((unit, indicator))
    typed = sheet.typed.get(cell, {}) if sheet else {}
    words = typed[field] if field in typed else _written(view, rating, field)
    told: dict[str, Any] = {"t": words, "r": rating.revision if rating else 0}
    mark, why = marks.get(cell, ("", ""))
    if mark and (field in typed or not typed):
        told |= {"m": mark, "h": why}
    elif rating is not None and rating.proposed and field == "score":
        value = words.strip("()")
        told |= {"m": "proposed", "h": text("grid.proposed", view.lang, value=value)}
    return told


def _add_others(told: dict[str, Any], value: str, who: str) -> None:
    if value:
        told |= {"p": value, "h": told.get("h") or who}


def _written(view: GridView, rating: Rating | None, field: Field) -> str:
    if field == "score":
        return write_answer(rating, view.lang)
    if field == "confidence":
        return write_confidence(rating, view.lang)
    return rating.note if rating else ""


def _marks(view: GridView, sheet: Sheet) -> dict[Cell, tuple[str, str]]:
    """How a cell looks that is not as it should be, and why."""
    found = dict.fromkeys(sheet.elsewhere(), ("elsewhere", ""))
    found |= dict.fromkeys(sheet.conflicts(), ("conflict", ""))
    return found | {cell: ("flaw", flaw.problem.sentence(view.lang)) for cell, flaw in sheet.flaws().items()}


def _words(view: GridView, sheet: Sheet | None, answers: Iterable[Cell]) -> dict[str, str]:
    lang = view.lang
    cells = {(unit.id, indicator) for unit in view.units for indicator in view.indicators}
    counts = {"done": len(cells & set(answers)), "total": len(cells)}
    saved = text("grid.done", lang, **counts)
    if sheet is not None and sheet.saves:
        saved = text("grid.saved", lang, time=clock(sheet.saves[-1].at), **counts)
    waiting = len(sheet.typed) if sheet else 0
    return {
        "unit": text("grid.unit", lang),
        "rated": text("grid.rated.own" if sheet else "grid.rated", lang),
        "ratedHelp": text("grid.rated.own.help" if sheet else "grid.rated.help", lang),
        "saved": saved,
        "unsent": text("grid.unsent", lang, count="{count}"),
        "waiting": text("grid.waiting", lang, count=waiting) if waiting else "",
        "outside": text("grid.outside", lang, count="{count}"),
        "outsideOne": text("grid.outside.one", lang),
    }
