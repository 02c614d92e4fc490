"""Rows of the grid that take no ratings, and why."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components.grid_view import GridView
from assessment.ui.components.people import named, names_of_people
from assessment.ui.words import day_and_time, plain


def why_closed(view: GridView) -> dict[str, str]:
    """Unit -> by whom and when its part of the wave was signed off, in the reader's language."""
    standing = {
        one.unit: one for one in view.context.store.sign_offs(view.engagement.id) if one.wave == view.wave.id
    }
    names = names_of_people(view.context, view.engagement)
    return {
        unit: text(
            "grid.closed.unit",
            view.lang,
            unit=view.named(unit),
            by=named(one.by, names),
            at=day_and_time(one.at) if one.at else "",
        )
        for unit, one in standing.items()
        if one.signed
    }


def closed_rows(view: GridView) -> None:
    """Say which rows are read only, why, and what to do."""
    closed = why_closed(view)
    told = [closed[unit.id] for unit in view.units if unit.id in closed]
    if told and not view.wave.locked:
        units = text("offline.list-comma", view.lang).join(told)
        st.info(
            f"{plain(text('grid.closed', view.lang, units=units))}  \n{text('grid.closed.cure', view.lang)}",
            icon=":material/lock:",
        )
