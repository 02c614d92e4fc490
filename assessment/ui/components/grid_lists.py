"""What stands around the grid: changes of others, what could not be saved and why, conflicts, undo."""

from typing import Final, Literal

import streamlit as st

from assessment.catalogue import text
from assessment.errors import NothingToUndoError
from assessment.grid import Flaw
from assessment.grid_saving import Cell, Conflict, Sheet, settle, undo_last
from assessment.ui.components.grid_view import GridView
from assessment.ui.components.people import named, names_of_people
from assessment.ui.components.verdict import in_full
from assessment.ui.words import day_and_time, plain

_TOLD: Final = "branches-told"
"""What the last undo did, and what was looked at then: told until the next save or undo."""
_MOST: Final = 12
Choice = Literal["theirs", "mine"]


def changed_elsewhere(view: GridView, sheet: Sheet) -> None:
    """Say how many cells of the grid somebody else changed, and offer to show them."""
    units = {unit.id for unit in view.units}
    inside = [cell for cell in sheet.elsewhere() if cell[0] in units and cell[1] in view.indicators]
    if not inside:
        return
    key = "grid.elsewhere" if len(inside) > 1 else "grid.elsewhere.one"
    with st.container(horizontal=True, vertical_alignment="center", key="branches-elsewhere"):
        st.markdown(f":orange[:material/sync: {text(key, view.lang, count=len(inside))}]", width="content")
        st.button(text("grid.show", view.lang), key="branches-show", on_click=sheet.show)


def below_the_grid(view: GridView, sheet: Sheet) -> None:
    """Undo, then everything that is not saved, each with its cure."""
    _undo_button(view, sheet)
    _trouble(view, sheet)
    flaws = sheet.flaws()
    _conflicts(view, sheet, sheet.conflicts())
    _reasons(view, sheet, [cell for cell, flaw in flaws.items() if _asks_reason(flaw)])
    _flaws(view, sheet, {cell: flaw for cell, flaw in flaws.items() if not _asks_reason(flaw)})


def _asks_reason(flaw: Flaw) -> bool:
    return flaw.problem.code == "grid-needs-reason"


def _undo_button(view: GridView, sheet: Sheet) -> None:
    words, told_of = st.session_state.get(_TOLD, ("", None))
    told = words if told_of == _undone(view, sheet) else ""
    if sheet.saves and not view.refusal:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                text("grid.undo", view.lang, count=len(sheet.saves[-1].made)),
                key="branches-undo",
                icon=":material/undo:",
                on_click=_undo,
                args=(view, sheet),
            )
            if told:
                st.markdown(plain(told), width="content")
    elif told:
        st.markdown(plain(told))


def _undo(view: GridView, sheet: Sheet) -> None:
    count = len(sheet.saves[-1].made) if sheet.saves else 0
    failed = [why for _, why in undo_last(view.context.store, sheet)]
    told = [_counted(view, "grid.undone", count - len(failed))]
    if failed:
        real = next((why for why in failed if not isinstance(why, NothingToUndoError)), failed[0])
        told.append(_counted(view, "grid.not-undone", len(failed), why=real.sentence(view.lang)))
    st.session_state[_TOLD] = (" ".join(told), _undone(view, sheet))


def _undone(view: GridView, sheet: Sheet) -> tuple[object, ...]:
    return (view.place, view.columns, view.lang, len(sheet.saves))


def _counted(view: GridView, key: str, count: int, **words: str) -> str:
    return text(f"{key}.one" if count == 1 else key, view.lang, count=count, **words)


def _trouble(view: GridView, sheet: Sheet) -> None:
    if sheet.trouble is None:
        return
    why = sheet.trouble.sentence(view.lang)
    st.error(plain(text("grid.trouble", view.lang, why=f"{why} ")), icon=":material/error:")
    st.button(
        text("grid.again", view.lang), key="branches-again", on_click=settle, args=(view.context.store, sheet)
    )


def _flaws(view: GridView, sheet: Sheet, flaws: dict[Cell, Flaw]) -> None:
    """One line for each cell that is not understood: row, column, what stands there, and the cure."""
    if not flaws:
        return
    lines = [_flaw_line(view, cell, flaw) for cell, flaw in list(flaws.items())[:_MOST]]
    if len(flaws) > _MOST:
        lines.append(text("grid.more", view.lang, count=len(flaws) - _MOST))
    listing = "\n".join(f"- {line}" for line in lines)
    with st.container(border=True, key="branches-flaws"):
        st.markdown(f":red[:material/error:] {text('grid.flaws', view.lang)}\n\n{listing}")
        st.button(
            text("grid.discard", view.lang, count=len(flaws)),
            key="branches-discard",
            type="tertiary",
            on_click=_discard,
            args=(sheet, list(flaws)),
        )


def _flaw_line(view: GridView, cell: Cell, flaw: Flaw) -> str:
    name = view.rubric.name_of(cell[1], view.lang)
    if flaw.field != "score":
        field = text(f"grid.column.{flaw.field}", view.lang)
        name = text("grid.column.of", view.lang, indicator=name, field=field)
    sentence = plain(flaw.problem.sentence(view.lang))
    return text(
        "grid.flaw", view.lang, unit=plain(view.named(cell[0])), column=plain(name), sentence=sentence
    )


def _discard(sheet: Sheet, cells: list[Cell]) -> None:
    for cell in cells:
        sheet.forget(cell)


def _reasons(view: GridView, sheet: Sheet, cells: list[Cell]) -> None:
    """A field for the reason of each cell that does not apply, and one for all."""
    if not cells:
        return
    with st.container(border=True, key="branches-reasons"):
        st.markdown(f":orange[:material/help:] {text('grid.reasons', view.lang)}")
        if len(cells) > 1:
            _reason(view, sheet, cells, text("grid.reason.same", view.lang, count=len(cells)))
        for cell in cells[:_MOST]:
            name = view.rubric.name_of(cell[1], view.lang)
            label = text("grid.reason", view.lang, unit=view.named(cell[0]), indicator=name)
            _reason(view, sheet, [cell], label)
        if len(cells) > _MOST:
            st.caption(text("grid.more", view.lang, count=len(cells) - _MOST))


def _reason(view: GridView, sheet: Sheet, cells: list[Cell], label: str) -> None:
    which = "-".join(cells[0]) if len(cells) == 1 else "all"
    key = f"branches-reason-{which}"
    st.text_input(
        plain(label),
        key=key,
        placeholder=text("grid.reason.example", view.lang),
        on_change=_reason_given,
        args=(view, sheet, cells, key),
    )


def _reason_given(view: GridView, sheet: Sheet, cells: list[Cell], key: str) -> None:
    words = str(st.session_state.pop(key, "") or "").strip()
    if words:
        sheet.reasons.update(dict.fromkeys(cells, words))
        settle(view.context.store, sheet)


def _conflicts(view: GridView, sheet: Sheet, conflicts: dict[Cell, Conflict]) -> None:
    """Both values of every conflict, with who and when, and a choice each."""
    if not conflicts:
        return
    names = names_of_people(view.context, view.engagement)
    with st.container(border=True, key="branches-conflicts"):
        st.markdown(f":orange[:material/call_split:] **{text('grid.conflicts', view.lang)}**")
        if len(conflicts) > 1:
            with st.container(horizontal=True):
                for choice in ("theirs", "mine"):
                    _settle_button(
                        view, sheet, list(conflicts), choice, text(f"grid.all-{choice}", view.lang)
                    )
        for cell, found in list(conflicts.items())[:_MOST]:
            _conflict(view, sheet, cell, found, names)
        if len(conflicts) > _MOST:
            st.caption(text("grid.more", view.lang, count=len(conflicts) - _MOST))


def _conflict(view: GridView, sheet: Sheet, cell: Cell, found: Conflict, names: dict[str, str]) -> None:
    lang, theirs = view.lang, found.theirs
    mine = text("grid.nothing", lang) if found.mine.withdrawn else in_full(found.mine, lang)
    words = text(
        "grid.conflict",
        lang,
        unit=plain(view.named(cell[0])),
        indicator=plain(view.rubric.name_of(cell[1], lang)),
        theirs=plain(in_full(theirs, lang)),
        by=plain(named(theirs.author, names)),
        at=day_and_time(theirs.at) if theirs.at else "",
        mine=plain(mine),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(words)
        keep = text("interview.conflict.theirs", lang, value=in_full(theirs, lang))
        _settle_button(view, sheet, [cell], "theirs", keep)
        _settle_button(view, sheet, [cell], "mine", text("interview.conflict.mine", lang, value=mine))


def _settle_button(view: GridView, sheet: Sheet, cells: list[Cell], choice: Choice, label: str) -> None:
    which = "-".join(cells[0]) if len(cells) == 1 else "all"
    st.button(
        plain(label), key=f"branches-{choice}-{which}", on_click=_settle, args=(view, sheet, cells, choice)
    )


def _settle(view: GridView, sheet: Sheet, cells: list[Cell], choice: Choice) -> None:
    for cell in cells:
        if choice == "mine":
            sheet.keep_mine(cell)
        else:
            sheet.keep_theirs(cell)
    settle(view.context.store, sheet)
