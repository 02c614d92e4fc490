"""What several tests need."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadGroupScheduling

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # no test asserts a time, also on a machine with much else to do

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"


@pytest.fixture
def reference() -> Path:
    """The folder of results published or computed by others; the test is skipped without it."""
    if not REFERENCE.is_dir():
        pytest.skip(
            "the reference results are not there: put them into shared/reference beside the repository"
        )
    return REFERENCE


class BrowserApart(LoadGroupScheduling):  # type: ignore[misc]
    """Every test goes where there is room, but those with a browser to one process, one after the other.

    Tests of exports go with their file, those of full decks with their deck: each deck is made once.

    The mark `xdist_group` would say so, too, but xdist 3.8 does not reach the names of tests in pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, case = nodeid.partition("::")
        if file.startswith("tests/acceptance/"):
            return "browser"
        if file == "tests/exports/test_full_decks.py":
            return case.partition("[")[2] or case
        return file if file.startswith("tests/exports/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowserApart | None:  # noqa: ANN401
    """Two browsers at once are too much for a machine of two cores."""
    return BrowserApart(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In continuous integration a skipped test fails the run: there everything it needs is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
