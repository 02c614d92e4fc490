"""What several tests need."""

from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"


@pytest.fixture
def reference() -> Path:
    """The folder of results published or computed by others; the test is skipped without it."""
    if not REFERENCE.is_dir():
        pytest.skip(
            "the reference results are not there: put them into shared/reference beside the repository"
        )
    return REFERENCE
