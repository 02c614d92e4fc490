"""What was computed before: found again by key, or followed from one value to the next."""

import threading

from assessment.ui.memory import Memory


def test_a_value_is_made_once() -> None:
    memory, made = Memory(), []
    for _ in range(3):
        assert memory.recall("key", lambda: made.append(1) or 7) == 7  # type: ignore[func-returns-value]
    assert made == [1]


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
        go_on.wait(5)
        return (before or 0) + 1

    threads = [threading.Thread(target=memory.follow, args=("key", step)) for _ in range(2)]
    threads[0].start()
    begun.wait(5)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join()
    assert firsts == [None, 1]
