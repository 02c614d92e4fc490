import pytest

from assessment.rollup import (
    UNMET,
    Combine,
    compile_tree,
    effective_weights,
    geometric_mean,
    harmonic_mean,
    median,
    stage_reached,
    weakest,
    weighted_mean,
)
from assessment.rubric import Node, Rubric


def test_the_weighted_mean_of_two_levels_leans_to_the_heavier() -> None:
    assert weighted_mean([4, 1], [3, 1]) == pytest.approx(13 / 4)


def test_the_geometric_mean_of_1_2_3() -> None:
    assert geometric_mean([1, 2, 3], [1, 1, 1]) == pytest.approx(1.8171206, abs=1e-7)


def test_the_geometric_mean_takes_weights() -> None:
    assert geometric_mean([2, 8], [2, 1]) == pytest.approx((2 * 2 * 8) ** (1 / 3))


def test_the_harmonic_mean_of_1_2_3_with_the_first_counted_twice() -> None:
    assert harmonic_mean([1, 2, 3], [2, 1, 1]) == pytest.approx(1.4117647, abs=1e-7)


@pytest.mark.parametrize("rule", [geometric_mean, harmonic_mean])
def test_a_zero_pulls_these_means_down_to_zero(rule: Combine) -> None:
    assert rule([0, 5], [1, 1]) == 0


def test_the_median_is_the_middle_or_between_the_two_in_the_middle() -> None:
    assert median([5, 1, 2]) == 2
    assert median([4, 1, 2, 5]) == 3


def test_the_weakest_link_ignores_weights() -> None:
    assert weakest([3, 1.5, 4], [1, 0.1, 1]) == 1.5


@pytest.mark.parametrize(
    ("scores", "stages", "level"),
    [
        ([5, 5, 5], [1, 2, 3], 3),
        ([5, 4.5, 5], [1, 2, 3], 1),
        ([5, UNMET, 5], [1, 2, 3], 1),
        ([0, 5, 5], [1, 2, 3], 0),
        ([5, 5], [2, 3], 0),
        ([5, 5], [1, 3], 3),
        ([5], [1], 3),
        ([5 - 1e-12, 5, 5], [1, 2, 3], 3),
    ],
)
def test_a_stage_is_reached_with_all_the_stages_below(
    scores: list[float], stages: list[float], level: float
) -> None:
    assert stage_reached(scores, stages, met_at=5, top=3) == level


def test_effective_weights_multiply_along_the_path() -> None:
    rubric = Rubric(
        id="r",
        version="1",
        name="r",
        tiers=("area", "indicator"),
        tree=(
            Node(id="a", name="a", weight=3, children=(Node(id="a.1", name="x"), Node(id="a.2", name="y"))),
            Node(id="b", name="b", weight=1, children=(Node(id="b.1", name="z", weight=0),)),
        ),
    )
    assert effective_weights(rubric) == {
        "overall": 1,
        "a": 0.75,
        "a.1": 0.375,
        "a.2": 0.375,
        "b": 0.25,
        "b.1": 0,
    }


def test_parents_come_after_all_of_their_children() -> None:
    rubric = Rubric(
        id="r",
        version="1",
        name="r",
        tiers=("area", "part", "indicator"),
        tree=(
            Node(id="a", name="a", children=(Node(id="b", name="b", children=(Node(id="c", name="c"),)),)),
        ),
    )
    tree = compile_tree(rubric)
    assert [tree.ids[parent.position] for parent in tree.parents] == ["b", "a"]
