"""Requests that meet a run at a bad moment: nothing that was drawn or clicked is lost."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME

from assessment.ui.in_order import lose_nothing


class Runner:
    """A run in its thread; what it was asked for is in `requests`."""

    def __init__(self, *, draws: bool = True) -> None:
        self._requests = ScriptRequests()
        context = SimpleNamespace(has_script_started=draws)
        self._script_thread = SimpleNamespace(**{SCRIPT_RUN_CONTEXT_ATTR_NAME: context})

    def draw(self) -> None:
        getattr(self._script_thread, SCRIPT_RUN_CONTEXT_ATTR_NAME).has_script_started = True

    def end(self) -> None:
        assert self._requests.on_scriptrunner_ready().type is ScriptRequestType.STOP

    def request_rerun(self, data: RerunData) -> bool:
        return self._requests.request_rerun(data)

    def request_stop(self) -> None:
        self._requests.request_stop()


class Session(AppSession):
    """A session without a server: it notes which runs it began, and what it put off."""

    def __init__(self, runner: Runner | None) -> None:
        self._scriptrunner: Any = runner
        self._state: Any = None
        self._client_state = ClientState()
        self._event_loop: Any = self
        self._browser_queue = ForwardMsgQueue()
        self.later: list[Any] = []
        self.begun: list[RerunData] = []

    def __del__(self) -> None:
        """There is nothing to shut down."""

    def has_fragment(self, fragment_id: str) -> bool:
        return fragment_id == "grid"

    def call_later(self, _: float, what: Any) -> None:  # noqa: ANN401
        self.later.append(what)

    def wait(self) -> None:
        due, self.later = self.later, []
        for what in due:
            what()


@pytest.fixture(autouse=True)
def taught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit as it is, but that a run is only noted, and then taught."""

    def begin(self: Session, data: RerunData) -> None:
        self.begun.append(data)
        self._scriptrunner = Runner()

    plain = getattr(AppSession.request_rerun, "__wrapped__", AppSession.request_rerun)
    monkeypatch.setattr(AppSession, "request_rerun", plain)
    monkeypatch.setattr(AppSession, "_create_scriptrunner", begin)
    clear = getattr(AppSession._clear_queue, "__wrapped__", AppSession._clear_queue)
    monkeypatch.setattr(AppSession, "_clear_queue", clear)
    lose_nothing()


def asked(fragment: str = "", click: str = "", query: str = "") -> ClientState:
    """What a browser sends: for a part or, without its name, for the whole page."""
    found = ClientState(fragment_id=fragment, query_string=query)
    if click:
        found.widget_states.widgets.add(id=click, trigger_value=True)
    return found


def clicks(data: RerunData) -> list[str]:
    return [one.id for one in data.widget_states.widgets] if data.widget_states else []


def test_a_part_waits_for_the_end_of_the_run_before_and_comes_then() -> None:
    runner = Runner()
    session = Session(runner)
    runner.end()
    session.request_rerun(asked("grid", "save"))
    session.wait()
    assert session.begun == []
    session._scriptrunner = None
    session.wait()
    assert [(data.fragment_id, clicks(data)) for data in session.begun] == [("grid", ["save"])]
    assert session.later == []


def test_who_comes_while_another_waits_comes_after_it() -> None:
    runner = Runner()
    session = Session(runner)
    runner.end()
    session.request_rerun(asked("grid", "save"))
    session.request_rerun(asked(query="page=2"))
    assert len(session.later) == 1
    session._scriptrunner = None
    session.wait()
    assert [data.query_string for data in session.begun] == ["", "page=2"]


@pytest.mark.parametrize("draws", [True, False])
def test_a_part_is_handed_to_the_run_that_goes_on(*, draws: bool) -> None:
    runner = Runner(draws=draws)
    session = Session(runner)
    session.request_rerun(asked("grid", "save"))
    assert runner._requests._rerun_data.fragment_id_queue == ["grid"]
    assert (session.begun, session.later) == ([], [])


def test_the_whole_page_breaks_off_a_run_that_draws() -> None:
    runner = Runner()
    session = Session(runner)
    session.request_rerun(asked(query="page=2"))
    assert [data.query_string for data in session.begun] == ["page=2"]
    assert runner._requests._state is ScriptRequestType.STOP


def test_the_whole_page_waits_while_a_click_is_being_handled() -> None:
    runner = Runner(draws=False)
    session = Session(runner)
    session.request_rerun(asked(query="page=2"))
    session.wait()
    assert session.begun == []
    assert runner._requests._state is ScriptRequestType.CONTINUE
    runner.draw()
    session.wait()
    assert [data.query_string for data in session.begun] == ["page=2"]


def test_a_click_that_waits_for_its_run_goes_along_with_the_whole_page() -> None:
    runner = Runner()
    session = Session(runner)
    session.request_rerun(asked("grid", "save"))
    session.request_rerun(asked(click="next", query="page=2"))
    ((data),) = session.begun
    assert sorted(clicks(data)) == ["next", "save"]
    assert not data.fragment_id
    runner.end()


def test_a_part_that_is_gone_is_not_asked_for() -> None:
    session = Session(None)
    session.request_rerun(asked("gone", "save"))
    assert (session.begun, session.later) == ([], [])


def drawn_in(fragment: str) -> list[ForwardMsg]:
    """What a run of one part sends: something at the same place, and that it ended well."""
    drawn, ended = ForwardMsg(), ForwardMsg()
    drawn.metadata.delta_path.extend([0, 1])
    drawn.delta.fragment_id = fragment
    drawn.delta.new_element.text.body = fragment
    ended.script_finished = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
    return [drawn, ended]


@pytest.mark.parametrize("parts", [("grid", "watch"), ("grid", "grid")])
def test_a_run_that_was_not_sent_yet_is_sent_whole_though_the_next_begins(parts: tuple[str, str]) -> None:
    session = Session(None)
    expected = []
    for part in parts:
        session._clear_queue([part])
        for message in drawn_in(part):
            session._browser_queue.enqueue(message)
        expected += drawn_in(part)
    assert session.flush_browser_queue() == expected


def test_what_was_drawn_of_a_page_that_is_drawn_anew_is_not_sent() -> None:
    session = Session(None)
    for message in drawn_in("grid"):
        session._browser_queue.enqueue(message)
    session._clear_queue()
    assert [one.WhichOneof("type") for one in session.flush_browser_queue()] == ["script_finished"]


def test_sessions_are_taught_once() -> None:
    now = AppSession.request_rerun, AppSession._create_scriptrunner
    lose_nothing()
    assert (AppSession.request_rerun, AppSession._create_scriptrunner) == now
