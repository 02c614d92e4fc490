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
        self._followed: dict[Hashable, tuple[threading.Lock, list[Any]]] = {}

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

    def follow(self, key: Hashable, step: Callable[[_Value | None], _Value]) -> _Value:
        """The latest value under a key, brought up to date by `step`; only the latest is kept.

        One thread at a time, so that what takes long is done once though many ask for it.

        Args:
            key: of the value.
            step: makes the new value from the one before, None the first time.
        """
        with self._lock:
            one_at_a_time, latest = self._followed.setdefault(key, (threading.Lock(), []))
        with one_at_a_time:
            made = step(latest[0] if latest else None)
            latest[:] = [made]
            return made
