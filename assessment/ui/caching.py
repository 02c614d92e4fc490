"""What is computed once per change of the store, for all sessions."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import streamlit as st

from assessment.ui.context import Context

_Value = TypeVar("_Value")


def remembered(context: Context, make: Callable[[], _Value], *key: Hashable) -> _Value:
    """The value that `make` computes, computed anew only after a write to the store.

    Args:
        context: says which store; its revision is read afresh.
        make: computes an immutable value.
        *key: what else the value depends on, its kind first.
    """
    return cast("_Value", _kept((context.path, context.store.revision(), *key), make))


@st.cache_resource(show_spinner=False, max_entries=256)
def _kept(key: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - any value; the cache looks up the key
    return _make()
