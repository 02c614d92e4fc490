"""Long work beside the page: a thread of its own, with a stop and with what it has found so far."""

import logging
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

_KEPT_FOR: Final = 3_600.0
"""Seconds after which a result that nobody came for is forgotten."""
LOG: Final = logging.getLogger("gapline")


@dataclass
class Job:
    """One piece of work.

    Attributes:
        began: seconds on the clock of the process.
        asked_to_stop: set by the person.
        best, bound: what was found so far; None before anything was.
        result: what the work answered.
        failure: what it failed with.
    """

    began: float = field(default_factory=time.monotonic)
    asked_to_stop: threading.Event = field(default_factory=threading.Event)
    best: float | None = None
    bound: float | None = None
    result: Any = None
    failure: Exception | None = None
    thread: threading.Thread | None = None

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return time.monotonic() - self.began

    @property
    def running(self) -> bool:
        """Whether it is not over yet."""
        return self.thread is not None and self.thread.is_alive()

    def heard(self, best: float, bound: float) -> None:
        """Told by the work what it has found so far."""
        self.best, self.bound = best, bound


@st.cache_resource(show_spinner=False)
def _jobs() -> dict[str, Job]:
    return {}


def start(work: Callable[[Job], Any]) -> str:
    """Begin the work in a thread of its own; answers the id under which `job` finds it.

    Args:
        work: looks at `asked_to_stop` now and then and tells `heard`; it must not touch Streamlit.
    """
    jobs = _jobs()
    for name in [name for name, one in jobs.items() if not one.running and one.seconds > _KEPT_FOR]:
        jobs.pop(name, None)
    one, name = Job(), uuid.uuid4().hex
    one.thread = threading.Thread(target=_run, args=(one, work), name=f"gapline-{name}", daemon=True)
    jobs[name] = one
    one.thread.start()
    return name


def _run(one: Job, work: Callable[[Job], Any]) -> None:
    try:
        one.result = work(one)
    except Exception as failure:
        LOG.debug("work beside the page failed", exc_info=True)
        one.failure = failure


def job(name: str) -> Job | None:
    """The work of this id; None where there is none, such as after a restart."""
    return _jobs().get(name)


def take(name: str) -> Any:  # noqa: ANN401 - whatever the work answers
    """What the work answered; it is forgotten then.

    Raises:
        Exception: what the work failed with.
    """
    one = _jobs().pop(name)
    if one.failure is not None:
        raise one.failure
    return one.result
