"""What was computed before, found again by key; what is overtaken or longest unused is forgotten."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar, cast

_MOST: Final = 256

_Value = TypeVar("_Value")


class Memory:
    """Immutable values by key, for all sessions of a process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()

    def recall(self, key: Hashable, at: int, make: Callable[[], _Value]) -> _Value:
        """The value kept under a key, made anew where there is none of this revision.

        Args:
            key: what the value is of.
            at: the revision that it is of; the value of another one is forgotten.
            make: computes it.
        """
        with self._lock:
            if key in self._kept and self._kept[key][0] == at:
                self._kept.move_to_end(key)
                return cast("_Value", self._kept[key][1])
        made = make()
        with self._lock:
            self._kept[key] = (at, made)
            self._kept.move_to_end(key)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
