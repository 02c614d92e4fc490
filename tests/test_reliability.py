import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.reliability import Metric, intraclass, krippendorff_alpha, panel_reliability

NA = np.nan
KRIPPENDORFF_2011 = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3],
    [NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA],
]
SHROUT_FLEISS_1979 = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
).T


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_is_what_krippendorff_published(metric: Metric, published: float) -> None:
    alpha = krippendorff_alpha(KRIPPENDORFF_2011, metric)

    assert alpha.value is not None
    assert round(alpha.value, 3) == published
    assert (alpha.raters, alpha.items) == (4, 11)


def test_two_raters_alpha_by_hand() -> None:
    # a a / a b: coincidences aa 2, ab 1, ba 1; D_o = 2/4, D_e = 2*3*1/(4*3)
    alpha = krippendorff_alpha([[0, 0], [0, 1]], "nominal", fewest_items=1)

    assert alpha.value == pytest.approx(1 - (2 / 4) / (6 / 12))


def test_equal_votes_are_full_agreement_without_an_alpha() -> None:
    alpha = krippendorff_alpha(np.full((3, 12), 2.5))

    assert (alpha.value, alpha.verdict) == (None, "no-spread")


@pytest.mark.parametrize(
    "votes", [np.ones((1, 12)), np.ones((3, 9)), np.array([[1.0] * 9 + [NA], [2.0] * 10])]
)
def test_fewer_than_two_raters_or_ten_indicators_say_nothing(votes: object) -> None:
    assert krippendorff_alpha(votes).verdict == "too-few"  # type: ignore[arg-type]  # lists or arrays


def test_the_icc_is_what_shrout_and_fleiss_published() -> None:
    found = intraclass(SHROUT_FLEISS_1979)

    assert found is not None
    assert [round(value, 2) for value in found] == [0.29, 0.62]


def test_the_panel_is_judged_from_three_raters_on_what_all_of_them_scored() -> None:
    votes = np.tile(SHROUT_FLEISS_1979, 2).astype(float)
    whole = panel_reliability(votes)
    gap = votes.copy()
    gap[0, 0] = NA

    assert (whole.verdict, whole.raters, whole.items) == ("measured", 4, 12)
    assert whole.panel is not None
    assert whole.single is not None
    assert whole.panel > whole.single
    assert panel_reliability(gap).items == 11
    assert panel_reliability(votes[:2]).verdict == "too-few"
    assert panel_reliability(np.full((3, 12), 2.0)).verdict == "no-spread"


@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 2.0, 5.0, NA]), min_size=3, max_size=3), min_size=4, max_size=9
    )
)
def test_alpha_does_not_know_who_is_who(items: list[list[float]]) -> None:
    votes = np.array(items).T

    first = krippendorff_alpha(votes, fewest_items=1)
    again = krippendorff_alpha(votes[::-1, ::-1], fewest_items=1)

    assert again.verdict == first.verdict
    assert again.value == pytest.approx(first.value)
    assert first.value is None or first.value <= 1 + 1e-12
