"""Days on which nobody works, as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.holidays import holidays_from, holidays_written

DAY = dt.date(2004, 1, 22)


@pytest.mark.parametrize("said", ["2004-01-22", " 2004/1/22 ", "2004年1月22日", "2004-01-22, 2004-01-22"])
def test_a_day_is_read_however_it_is_written(said: str) -> None:
    assert holidays_from(said) == ((DAY,), ())


@pytest.mark.parametrize(
    "said", ["2004-01-22 to 2004-01-24", "2004-01-22 – 2004-01-24", "2004-01-22至2004-01-24"]
)
def test_a_span_is_all_its_days(said: str) -> None:
    assert holidays_from(said)[0] == (DAY, DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=2))


@pytest.mark.parametrize(
    "said", ["Easter", "2004-02-30", "2004-01-24 to 2004-01-22", "2004-01-01 to 2024-01-01"]
)
def test_what_is_no_day_is_answered_as_it_was_written(said: str) -> None:
    assert holidays_from(f"2004-01-22\n{said}") == ((DAY,), (said,))


@given(st.sets(st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)), max_size=40))
def test_what_was_written_out_is_read_back(days: set[dt.date]) -> None:
    assert holidays_from(holidays_written(days)) == (tuple(sorted(days)), ())
