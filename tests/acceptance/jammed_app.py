"""The app on a server that is late to send, and that looks for changes five times as often as it should."""

import time
from typing import Any

from streamlit.runtime.app_session import AppSession

from assessment.ui.components import grid
from assessment.ui.shell import run

LATE = 0.3


def send_late() -> None:
    """Send nothing for a moment, where a part is asked for while the whole page is being drawn.

    The script runs often in one process, but only once does this.
    """
    found = AppSession.request_rerun
    if hasattr(found, "in_time"):
        return

    def late(self: AppSession, client_state: Any, *args: Any, **named: Any) -> None:  # noqa: ANN401
        at_work = self._scriptrunner is not None
        found(self, client_state, *args, **named)
        if at_work and client_state and client_state.fragment_id:
            time.sleep(LATE)

    late.in_time = found  # type: ignore[attr-defined]
    AppSession.request_rerun = late  # type: ignore[method-assign]


send_late()
grid.EVERY_SECONDS = 0.3  # type: ignore[misc]
run()
