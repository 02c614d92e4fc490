"""What was computed before: found again by key, or followed from one value to the next."""

import gc
import threading
import weakref
from functools import partial

from assessment.ui.memory import Memory


class Table:
    """Something large."""


def test_what_was_computed_at_a_revision_is_found_again_at_it() -> None:
    memory, made = Memory(), iter("ab")
    assert [memory.recall("scores", at, lambda: next(made)) for at in (7, 7, 8)] == ["a", "a", "b"]


def test_a_value_that_the_store_has_overtaken_is_let_go() -> None:
    memory = Memory()
    old = weakref.ref(memory.recall("wave", 1, Table))
    memory.recall("wave", 2, Table)
    gc.collect()
    assert old() is None


def test_the_longest_unused_is_forgotten_first() -> None:
    memory = Memory()
    made: list[int] = []

    def look_at(key: int) -> None:
        memory.recall(key, 1, partial(made.append, key))

    for key in (0, *range(1, 256), 0, 256, 0, 1):
        look_at(key)
    assert made == [*range(257), 1]


def test_a_followed_value_is_made_from_the_one_before() -> None:
    memory = Memory()
    assert [memory.follow("key", lambda before: (before or 0) + 1) for _ in range(3)] == [1, 2, 3]
    assert memory.follow("other", lambda before: (before or 0) + 1) == 1


def test_who_follows_at_the_same_time_waits_for_the_one_value() -> None:
    memory, begun, go_on = Memory(), threading.Event(), threading.Event()
    firsts: list[int | None] = []

    def step(before: int | None) -> int:
        firsts.append(before)
        begun.set()
        go_on.wait(60)
        return (before or 0) + 1

    threads = [threading.Thread(target=memory.follow, args=("key", step)) for _ in range(2)]
    threads[0].start()
    begun.wait(60)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join()
    assert firsts == [None, 1]
