"""Which part of which card is open below it: one at a time, in the whole interview."""

from typing import Final, Literal, get_args

import streamlit as st

from assessment.ui.components.desk import Desk

Part = Literal["evidence", "note", "aim", "history"]
_OPEN: Final = "interview-open"


def opened(desk: Desk, indicator: str) -> Part | None:
    """The part that is open below an indicator's card; None for a closed one."""
    place, found, part = st.session_state.get(_OPEN) or ((), "", None)
    return part if (tuple(place), found) == (desk.place, indicator) else None


def opened_card(desk: Desk) -> list[str] | None:
    """`[indicator, part]` of what is open; None where nothing is."""
    place, found, part = st.session_state.get(_OPEN) or ((), "", None)
    return [found, part] if part and tuple(place) == desk.place else None


def open_part(desk: Desk, asked: object) -> bool:
    """Open what the page asks for, `[indicator, part]`, and close what was open; whether that is new.

    An indicator without a part closes.
    """
    match asked:
        case [str(indicator), str(part)] if indicator in desk.rubric:
            wanted = (desk.place, indicator, part) if part in get_args(Part) else None
        case _:
            return False
    before = st.session_state.get(_OPEN)
    st.session_state[_OPEN] = wanted
    return bool(before != wanted)


def close() -> None:
    """Close whatever is open."""
    st.session_state.pop(_OPEN, None)
