import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.report.numbers import decimals, percent, places_apart, plain, rounded, signed

finite = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (1.375, 1, "1.4"),
        (1.25, 1, "1.3"),
        (1.625, 2, "1.63"),
        (2.7, 2, "2.70"),
        (-0.62, 1, "−0.6"),
        (-0.04, 1, "0.0"),
        (0.0, 1, "0.0"),
    ],
)
def test_figures_are_rounded_half_away_from_zero_with_a_real_minus(
    value: float, places: int, shown: str
) -> None:
    assert rounded(value, places) == shown


@pytest.mark.parametrize(("value", "shown"), [(0.055, "+0.1"), (-1.125, "−1.1"), (0.04, "0.0"), (0.0, "0.0")])
def test_differences_are_signed_unless_they_round_to_nothing(value: float, shown: str) -> None:
    assert signed(value) == shown


@given(finite, st.integers(0, 3))
def test_a_rounded_figure_reads_back_within_half_its_last_decimal(value: float, places: int) -> None:
    shown = float(rounded(value, places).replace("−", "-"))

    assert abs(shown - value) <= 0.5 * 10**-places + 1e-5


@given(finite)
def test_a_figure_and_its_opposite_differ_in_the_sign_only(value: float) -> None:
    assert rounded(-value).lstrip("−") == rounded(value).lstrip("−")


def test_shares_are_whole_per_cent() -> None:
    assert percent(0.534) == "53%"
    assert percent(1.0) == "100%"


def test_bounds_of_the_scale_have_no_needless_decimals() -> None:
    assert [plain(bound) for bound in (0.0, 5.0, 0.5, -2.0)] == ["0", "5", "0.5", "−2"]


@pytest.mark.parametrize(("printed", "count"), [("2.70", 2), ("1.5", 1), ("4", 1), ("2.5/3", 1), ("", 1)])
def test_the_decimals_of_the_source_are_kept_but_at_least_one(printed: str, count: int) -> None:
    assert decimals(printed) == count


def test_figures_that_read_alike_get_more_decimals() -> None:
    assert places_apart(1.2, 1.8) == 1
    assert places_apart(1.7986, 1.8344) == 2
    assert places_apart(1.0, 1.0) == 1
