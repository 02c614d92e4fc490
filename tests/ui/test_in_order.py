"""A request that meets the end of a run: it waits, and the run is sent whole."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

from assessment.ui.in_order import keep_what_was_drawn

PART = SimpleNamespace(fragment_id="branches-grid")
PAGE = SimpleNamespace(fragment_id="")


class Session:
    """A session whose run stands at a state; what is put off is kept."""

    def __init__(self, state: ScriptRequestType | None) -> None:
        requests = SimpleNamespace(_state=state)
        self._scriptrunner: Any = None if state is None else SimpleNamespace(_requests=requests)
        self._event_loop = self
        self.later: list[Any] = []

    def call_later(self, _: float, request: Any, asked: Any) -> None:  # noqa: ANN401
        self.later.append((request, asked))

    def request_rerun(self, asked: object) -> None:
        AppSession.request_rerun(self, asked)  # type: ignore[arg-type]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The requests that came through to Streamlit."""
    found: list[object] = []

    def plain(_: object, asked: object) -> None:
        found.append(asked)

    monkeypatch.setattr(AppSession, "request_rerun", plain)
    keep_what_was_drawn()
    return found


def test_a_part_waits_for_the_end_of_the_run_before_and_comes_then(begun: list[object]) -> None:
    session = Session(ScriptRequestType.STOP)
    session.request_rerun(PART)
    assert begun == []
    session._scriptrunner = None
    ((request, asked),) = session.later
    request(asked)
    assert begun == [PART]


@pytest.mark.parametrize("state", [None, ScriptRequestType.CONTINUE, ScriptRequestType.RERUN])
def test_a_part_comes_at_once_where_no_run_is_ending(
    begun: list[object], state: ScriptRequestType | None
) -> None:
    Session(state).request_rerun(PART)
    assert begun == [PART]


def test_the_whole_page_never_waits(begun: list[object]) -> None:
    Session(ScriptRequestType.STOP).request_rerun(PAGE)
    assert begun == [PAGE]


def test_sessions_are_taught_once(begun: list[object]) -> None:
    taught = AppSession.request_rerun
    keep_what_was_drawn()
    assert AppSession.request_rerun is taught
    assert begun == []
