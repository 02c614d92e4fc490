import gc
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
