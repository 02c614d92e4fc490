"""Streamlit's sessions, taught to lose nothing that was drawn or clicked."""

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeAlias

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType, _coalesce_widget_states
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME

_SOON: Final = 0.005
_LINE: Final = "_gapline_line"
_Request: TypeAlias = Any  # a message of Streamlit's own, or None


def lose_nothing() -> None:
    """Let the requests of a session stand in line until each can be met without a loss.

    Streamlit 1.67 loses something in four places. Each takes a short moment, but a busy machine meets it.

    - A part of the page is asked for between the end of a run and its last message: the next run begins at
      once and the messages of the one before are forgotten. What a click changed is saved, and the page
      goes on showing what was there. Such a request waits until the run before has been sent.
    - The whole page is asked for while what was clicked before is being handled: that is broken off in the
      middle. Such a request waits until it has been handled.
    - The whole page is asked for while a click still waits for its run: the click is forgotten. It goes
      along with the request.
    - A part of the page is drawn before the browser was sent the end of the run before: that end is turned
      into a breaking off, and what the run no longer drew stays on the page. The end stays what it was.
    """
    ask, begin = AppSession.request_rerun, AppSession._create_scriptrunner  # noqa: SLF001 - no other way in
    clear = AppSession._clear_queue  # noqa: SLF001
    if hasattr(ask, "__wrapped__"):
        return

    @wraps(ask)
    def request_rerun(self: AppSession, client_state: _Request) -> None:
        line = self.__dict__.setdefault(_LINE, _Line(self, ask))
        line.join(client_state)

    @wraps(begin)
    def create_scriptrunner(self: AppSession, initial_rerun_data: Any) -> None:  # noqa: ANN401
        if self._scriptrunner is not None:
            raise _RunEndsError
        begin(self, initial_rerun_data)

    @wraps(clear)
    def clear_queue(self: AppSession, fragment_ids_this_run: list[str] | None = None) -> None:
        if fragment_ids_this_run:
            self._browser_queue._delta_index_map = {}  # noqa: SLF001 - what comes now is another run's
        else:
            clear(self)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]
    AppSession._create_scriptrunner = create_scriptrunner  # type: ignore[method-assign]  # noqa: SLF001
    AppSession._clear_queue = clear_queue  # type: ignore[method-assign]  # noqa: SLF001


class _RunEndsError(Exception):
    """A run takes no more requests, and its last message is still to come."""


class _Line:
    """The requests of one session, first come, first served."""

    def __init__(self, session: AppSession, ask: Callable[[AppSession, _Request], None]) -> None:
        self._session, self._ask = session, ask
        self._requests: deque[_Request] = deque()
        self._waits = False

    def join(self, request: _Request) -> None:
        self._requests.append(request)
        if not self._waits:
            self._serve()

    def _serve(self) -> None:
        self._waits = False
        while self._requests:
            request = self._requests.popleft()
            whole = request is None or not request.fragment_id
            try:
                if whole:
                    _spare(self._session._scriptrunner, request)  # noqa: SLF001
                self._ask(self._session, request)
            except _RunEndsError:
                self._requests.appendleft(request)
                self._waits = True
                self._session._event_loop.call_later(_SOON, self._serve)  # noqa: SLF001
                return


def _spare(runner: Any, request: _Request) -> None:  # noqa: ANN401 - Streamlit does not offer its type
    """Before the whole page is drawn: take along the clicks that wait for a run.

    Raises:
        _RunEndsError: a run is handling clicks; it must not be broken off.
    """
    if runner is None:
        return
    waiting = runner._requests  # noqa: SLF001
    with waiting._lock:  # noqa: SLF001
        state, before = waiting._state, waiting._rerun_data.widget_states  # noqa: SLF001
        if state is ScriptRequestType.RERUN and request is not None:
            waiting._state = ScriptRequestType.STOP  # noqa: SLF001 - it must not begin any more
    if state is ScriptRequestType.CONTINUE and _handles_clicks(runner):
        raise _RunEndsError
    if state is ScriptRequestType.RERUN and request is not None and before is not None:
        request.widget_states.CopyFrom(_coalesce_widget_states(before, request.widget_states))


def _handles_clicks(runner: Any) -> bool:  # noqa: ANN401
    """Whether the run has begun, and not yet to draw."""
    context = getattr(runner._script_thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, None)  # noqa: SLF001
    return context is not None and not context.has_script_started
