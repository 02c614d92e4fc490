"""Long work beside the page: its answer, its failure, its stop."""

import threading

import pytest

from assessment.ui.components import solving


def over(name: str) -> None:
    job = solving.job(name)
    assert job is not None
    assert job.thread is not None
    job.thread.join(60)
    assert not job.running


def test_the_answer_is_taken_once() -> None:
    name = solving.start(lambda _: 42)
    over(name)
    assert solving.take(name) == 42
    assert solving.job(name) is None


def test_a_failure_comes_when_the_answer_is_taken() -> None:
    def fail(_: solving.Job) -> None:
        raise ValueError("no plan")

    name = solving.start(fail)
    over(name)
    with pytest.raises(ValueError, match="no plan"):
        solving.take(name)


def test_a_person_can_stop_it_and_is_told_what_it_has_found() -> None:
    found = threading.Event()

    def work(job: solving.Job) -> str:
        job.heard(3.0, 5.0)
        found.set()
        assert job.asked_to_stop.wait(60)
        return "best so far"

    name = solving.start(work)
    assert found.wait(60)
    job = solving.job(name)
    assert job is not None
    assert (job.best, job.bound, job.running) == (3.0, 5.0, True)
    job.asked_to_stop.set()
    over(name)
    assert solving.take(name) == "best so far"
