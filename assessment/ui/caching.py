"""What is computed once per change of the store, for all sessions."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from assessment.ui.context import Context

_Value = TypeVar("_Value")


def remembered(
    context: Context, make: Callable[[], _Value], *key: Hashable, revision: int | None = None
) -> _Value:
    """The value that `make` computes, computed anew only after a write to the store.

    Args:
        context: says which store.
        make: computes an immutable value.
        *key: what else the value depends on, its kind first.
        revision: the store's, where the caller has just read it; None reads it afresh.
    """
    at = context.store.revision() if revision is None else revision
    return context.memory.recall((context.path, *key), at, make)
