"""Parts of a page that are drawn anew by themselves."""

from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

_P = ParamSpec("_P")


def drawn_apart(
    draw: Callable[_P, None], key: str | None = None, run_every: float | None = None
) -> Callable[_P, None]:
    """`draw` as a fragment in a place of its own.

    Streamlit 1.67 forgets a fragment's block where the fragment runs again before the browser was sent the
    whole page: the blocks after it in the same place move up, the next one is taken for it and emptied.
    Alone in its place there is no next one.

    Args:
        draw: draws the part.
        key: its name, for `st.rerun`.
        run_every: seconds between two drawings; None draws it only when something in it was used.
    """

    def place(*args: _P.args, **kwargs: _P.kwargs) -> None:
        with st.container():
            st.fragment(draw, key=key, run_every=run_every)(*args, **kwargs)

    return place
