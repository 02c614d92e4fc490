"""What was computed before, found again by key; the oldest is forgotten first."""

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
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def recall(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """The value kept under a key, made first where there is none."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("_Value", self._kept[key])
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
