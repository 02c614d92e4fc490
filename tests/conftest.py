"""What several tests need."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In continuous integration a skipped test fails the run: there everything it needs is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
