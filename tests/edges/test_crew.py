"""Processes that work off tasks: results, lost ones, and an end when nobody asks any more."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import closing

from assessment.edges.crew import Lost, worked_off


def doubling() -> Callable[[int], int]:
    return lambda number: 2 * number


def dying_at_three() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def sleeping() -> Callable[[int], int]:
    def work(number: int) -> int:
        time.sleep(600 if number else 0)
        return number

    return work


def answering_with_the_process() -> Callable[[int], int]:
    return lambda _: os.getpid()


def test_every_task_is_answered_once() -> None:
    assert sorted(worked_off(doubling, range(20), 3)) == [(number, 2 * number) for number in range(20)]


def test_no_more_processes_than_asked_for_and_than_there_is_work() -> None:
    assert len({found for _, found in worked_off(answering_with_the_process, range(12), 2)}) <= 2
    assert list(worked_off(doubling, [], 4)) == []


def test_a_process_that_is_killed_costs_its_task_alone() -> None:
    found = dict(worked_off(dying_at_three, range(8), 2))

    assert isinstance(found.pop(3), Lost)
    assert found == {number: number for number in range(8) if number != 3}


def test_nothing_goes_on_when_the_caller_stops_asking() -> None:
    with closing(worked_off(sleeping, [0, 1, 2], 2)) as results:
        assert next(results) == (0, 0)

    assert not multiprocessing.active_children()
