"""Streamlit's sessions, taught to lose nothing that was drawn."""

from functools import wraps
from typing import Any, Final

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

_SOON: Final = 0.005


def keep_what_was_drawn() -> None:
    """Let a request for a part of the page wait until the run before it has been sent.

    Where such a request comes between the end of a run and its last message, Streamlit 1.67 starts the next
    run at once and forgets the messages of the one before: what a click changed is saved, and the page goes
    on showing what was there. The time between is short, but on a busy machine a part that looks every
    second and a half for changes of others meets it.
    """
    found = AppSession.request_rerun
    if hasattr(found, "__wrapped__"):
        return

    @wraps(found)
    def request_rerun(self: AppSession, client_state: Any) -> None:  # noqa: ANN401 - a message of Streamlit's own
        if client_state is not None and client_state.fragment_id and _ends(self):
            self._event_loop.call_later(_SOON, self.request_rerun, client_state)
        else:
            found(self, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]


def _ends(session: AppSession) -> bool:
    """Whether a run has ended or is ending whose last message is still to come."""
    runner = session._scriptrunner  # noqa: SLF001 - there is no other way to ask
    return runner is not None and runner._requests._state is ScriptRequestType.STOP  # noqa: SLF001
