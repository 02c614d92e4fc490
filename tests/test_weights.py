import datetime as dt
import math
from itertools import combinations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assessment.edges.shelf import FileShelf
from assessment.rubric import OVERALL
from assessment.rubric_from_sheets import RubricFiles
from assessment.weights import (
    WeightDecision,
    from_order,
    from_pairs,
    from_points,
    in_points,
    reweighted,
    siblings,
    weighed,
)

DRINKS: list[list[float]] = [  # Saaty 2008: coffee, wine, tea, beer, sodas, milk, water in the United States
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
]


def _judged(matrix: list[list[float]]) -> dict[tuple[int, int], float]:
    return {(i, j): matrix[i][j] for i, j in combinations(range(len(matrix)), 2)}


def test_points_become_shares() -> None:
    assert from_points([50, 30, 20]) == pytest.approx((0.5, 0.3, 0.2))
    assert from_points([1, 1]) == (0.5, 0.5)


@pytest.mark.parametrize("points", [[], [0, 0], [1, -1], [math.nan, 1], [math.inf, 1]])
def test_points_that_give_no_shares_are_refused(points: list[float]) -> None:
    with pytest.raises(ValueError, match="no weights come"):
        from_points(points)


def test_a_rank_order_gives_the_centroid_of_all_weights_in_this_order() -> None:
    assert from_order([1, 2, 3, 4]) == pytest.approx((0.5208, 0.2708, 0.1458, 0.0625), abs=5e-5)
    assert from_order([2, 1]) == pytest.approx((0.25, 0.75))
    assert from_order([1]) == (1.0,)


def test_ties_share_the_mean_of_their_places() -> None:
    assert from_order([1, 1]) == (0.5, 0.5)
    assert from_order([1, 2, 2]) == pytest.approx((11 / 18, 7 / 36, 7 / 36))
    with pytest.raises(ValueError, match="no weights come"):
        from_order([0, 1])


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_a_rank_order_adds_up_to_one_and_never_turns_round(places: list[int]) -> None:
    shares = from_order(places)
    assert math.fsum(shares) == pytest.approx(1)
    for (a, share), (b, other) in combinations(zip(places, shares, strict=True), 2):
        assert (share > other) == (a < b)


def test_the_drinks_of_saaty_are_consistent() -> None:
    found = from_pairs(7, _judged(DRINKS))

    assert found.ratio == pytest.approx(0.022, abs=0.0025)
    assert found.shares == pytest.approx((0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327), abs=0.002)
    assert found.consistent
    assert found.revisit is None


def test_a_judgement_the_wrong_way_round_is_the_one_to_revisit() -> None:
    turned = {**_judged(DRINKS), (0, 1): 1 / 9}
    found = from_pairs(7, turned)

    assert not found.consistent
    assert found.revisit is not None
    assert (found.revisit.first, found.revisit.second) == (0, 1)
    assert found.revisit.said == pytest.approx(1 / 9)
    assert found.revisit.fitting > 5
    assert found.revisit.ratio < 0.05


@given(st.lists(st.floats(0.2, 1), min_size=1, max_size=7))
def test_judgements_that_agree_give_back_their_weights(weights: list[float]) -> None:
    judged = {(i, j): weights[i] / weights[j] for i, j in combinations(range(len(weights)), 2)}
    found = from_pairs(len(weights), judged)

    assert found.shares == pytest.approx([one / sum(weights) for one in weights])
    assert found.ratio == pytest.approx(0, abs=1e-9)
    assert found.eigenvalue == pytest.approx(len(weights))


@pytest.mark.parametrize(
    ("count", "judged"),
    [(0, {}), (8, {}), (2, {}), (2, {(0, 1): 0.0}), (2, {(0, 1): 2.0, (1, 2): 2.0}), (2, {(0, 1): math.inf})],
)
def test_judgements_that_are_not_whole_are_refused(count: int, judged: dict[tuple[int, int], float]) -> None:
    with pytest.raises(ValueError, match="no weights come"):
        from_pairs(count, judged)


def _decision(group: str, weights: dict[str, float]) -> WeightDecision:
    return WeightDecision(group, "points", weights, "li", dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "agreed")


def test_decided_weights_make_a_new_version_and_leave_the_old_one_alone() -> None:
    old = FileShelf().rubric("crm-five-capabilities")
    tops = {node.id: 10.0 * k for k, node in enumerate(siblings(old, OVERALL), 1)}
    new = reweighted(old, [_decision(OVERALL, tops)], "2026")

    assert {node.id: node.weight for node in new.root.children} == tops
    assert (new.id, new.version, new.translations) == (old.id, "2026", old.translations)
    assert new.fingerprint != old.fingerprint
    assert {node.weight for node in old.root.children} == {1.0}
    assert [node.id for node in new.nodes] == [node.id for node in old.nodes]


def test_weights_of_a_group_name_all_its_siblings_and_no_others() -> None:
    rubric = FileShelf().rubric("crm-five-capabilities")
    with pytest.raises(KeyError):
        reweighted(rubric, [_decision(OVERALL, {"insight": 1.0})], "2")
    with pytest.raises(KeyError):
        siblings(rubric, rubric.indicators[0].id)


def test_who_set_weights_when_and_why_stands_beside_the_rubric() -> None:
    old = FileShelf().rubric("account-team-self-check")
    points = dict(
        zip(
            [node.id for node in old.root.children], in_points(from_order([1, 2, 3, 4, 5, 6, 7])), strict=True
        )
    )
    new = weighed(RubricFiles(old, {}), [_decision(OVERALL, points)], "2")

    assert new.rubric.version == "2"
    assert {node.id: node.weight for node in new.rubric.root.children} == points
    assert new.rubric.translations == old.translations
    record = yaml.safe_load(new.files["weights.yaml"])
    assert record["from"] == "account-team-self-check 1"
    assert [(one["by"], one["why"], one["at"]) for one in record["decisions"]] == [
        ("li", "agreed", "2026-01-02T00:00:00+00:00")
    ]
    assert weighed(new, []) is new
