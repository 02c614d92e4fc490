"""Processes that work off a list of tasks; one that is lost is replaced, none outlives its parent."""

import multiprocessing
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, TypeVar

Task = TypeVar("Task")
Done = TypeVar("Done")
_LEAVE: Final = 1.0
"""Seconds that a worker has to end by itself."""


class Lost:
    """In place of a result: the process ended before it had one."""


@dataclass
class _Worker(Generic[Task]):
    process: BaseProcess
    line: "Connection[Any, Any]"
    task: Task


def worked_off(
    begin: Callable[[], Callable[[Task], Done]], tasks: Iterable[Task], workers: int
) -> Generator[tuple[Task, Done | Lost], None, None]:
    """Each task with its result, in the order in which they are finished.

    When the caller stops asking, for whatever reason, all processes are ended.

    Args:
        begin: called once in every process; answers what does a task. Where processes are not forked, it,
            the tasks and the results are sent between processes.
        tasks: what is to be done.
        workers: how many processes at most.
    """
    context, waiting = _context(), iter(tasks)
    staff: list[_Worker[Task]] = []
    try:
        for task in islice(waiting, workers):
            staff.append(_hired(context, begin, task, staff))
        while staff:
            ready = wait([one.line for one in staff])
            for worker in [one for one in staff if one.line in ready]:
                finished, done = worker.task, _heard(worker)
                following = list(islice(waiting, 1))
                if isinstance(done, Lost) or not following:
                    staff.remove(worker)
                    _dismiss(worker)
                    staff += [_hired(context, begin, task, staff) for task in following]
                else:
                    _give(worker, following[0])
                yield finished, done
    finally:
        for one in staff:
            one.process.terminate()
        for one in staff:
            _dismiss(one)


def _context() -> BaseContext:
    """Forking, where it is safe, shares what was read and loaded before; elsewhere processes begin anew."""
    forks = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else "spawn")


def _hired(
    context: Any,  # noqa: ANN401 - the contexts of multiprocessing have no type in common that makes processes
    begin: Callable[[], Callable[[Task], Done]],
    task: Task,
    staff: list[_Worker[Task]],
) -> _Worker[Task]:
    ours, theirs = context.Pipe()
    inherited = [ours, *(one.line for one in staff)] if context.get_start_method() == "fork" else []
    process = context.Process(target=_serve, args=(theirs, inherited, begin), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of numpy, which live through a fork
        process.start()
    theirs.close()
    worker = _Worker(process, ours, task)
    _give(worker, task)
    return worker


def _give(worker: _Worker[Task], task: Task) -> None:
    worker.task = task
    with suppress(OSError):  # it ended: that is heard next
        worker.line.send(task)


def _heard(worker: _Worker[Task]) -> Any:  # noqa: ANN401 - whatever the work answers
    try:
        return worker.line.recv()
    except (EOFError, OSError):
        return Lost()


def _dismiss(worker: _Worker[Task]) -> None:
    worker.line.close()
    worker.process.join(_LEAVE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _serve(
    line: "Connection[Any, Any]",
    inherited: "list[Connection[Any, Any]]",
    begin: Callable[[], Callable[[Task], Done]],
) -> None:
    """What a worker does until its parent hangs up: an interrupt from the keyboard is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()  # or nobody here would notice that the parent is gone
    work = begin()
    with suppress(EOFError, OSError):
        while True:
            line.send(work(line.recv()))
