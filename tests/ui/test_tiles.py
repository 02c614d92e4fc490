"""How scores between two levels are written."""

import pytest

from assessment.ui.components.tiles import mixed


@pytest.mark.parametrize(
    ("score", "shown"), [(0.5, "½"), (2.5, "2½"), (1.25, "1¼"), (3.75, "3¾"), (2.2, "2.2"), (3.0, "3")]
)
def test_half_and_quarter_points_are_written_by_hand(score: float, shown: str) -> None:
    assert mixed(score) == shown
