import numpy as np
import pytest

from assessment.ranked_units import rank_matrix, rank_units
from assessment.ratings import Rating
from tests.sample_rankings import flat, ranked


def test_units_stand_best_first_and_ties_share_the_smallest_rank() -> None:
    found = ranked(flat([1, 1]), [(1, 1), (3, 4), (4, 3), (0, 5)])

    assert found.units == ("b", "c", "d", "a")
    assert found.nominal.tolist() == [1, 1, 3, 4]
    assert found.overall.tolist() == [3.5, 3.5, 2.5, 1.0]
    assert found.row("d") == 2


def test_what_does_not_apply_to_one_is_left_out_for_all() -> None:
    found = ranked(flat([1, 1, 1]), [("na", 2, 2), (5, 1, 1)])

    assert found.scope == ("k1", "k2")
    assert (found.units, found.overall.tolist()) == (("a", "b"), [2.0, 1.0])


def test_a_unit_without_an_overall_score_is_not_ranked_and_narrows_no_scope() -> None:
    found = ranked(flat([1, 1, 1]), [(1, 2, 3), (None, "na", 3), (5, 5, 5)])

    assert found.unranked == ("b",)
    assert found.scope == ("k0", "k1", "k2")


def test_a_unit_that_has_too_little_in_the_common_scope_is_not_ranked() -> None:
    found = ranked(flat([1, 1, 1]), [(1, 2, None), ("na", 2, 3)])

    assert (found.units, found.unranked) == (("b",), ("a",))


def test_ratings_are_ranked_by_indicator() -> None:
    where = {"wave": "1", "rater": "r"}
    ratings = {
        "north": {"k0": Rating(unit="north", indicator="k0", score=1, **where)},
        "south": {
            "k0": Rating(unit="south", indicator="k0", score=4, **where),
            "k1": Rating(unit="south", indicator="k1", state="na", note="none", **where),
        },
    }
    found = rank_units(flat([1, 1], min_coverage=0.5), ratings)

    assert (found.units, found.scope) == (("south", "north"), ("k0",))


def test_nobody_is_ranked_where_nobody_is_rated() -> None:
    found = rank_matrix(flat([1, 1]), ["a"], np.full((1, 2), np.nan))

    assert (found.units, found.unranked) == ((), ("a",))
    with pytest.raises(ValueError, match="expected units x 2"):
        rank_matrix(flat([1, 1]), ["a"], np.ones((1, 3)))
