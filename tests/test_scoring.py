import math
from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest

from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Rule, Scale
from assessment.scoring import NodeScore, Scorer, ranks, score

NA = "na"
UNKNOWN = None


def parent(
    node_id: str, *children: Node, weight: float = 1, rule: Rule = "mean", met_at: float | None = None
) -> Node:
    return Node(id=node_id, name=node_id, children=children, weight=weight, rule=rule, met_at=met_at)


def leaf(node_id: str, weight: float = 1, stage: int | None = None) -> Node:
    return Node(id=node_id, name=node_id, weight=weight, stage=stage)


def rubric_of(
    *tree: Node,
    min_coverage: float = 0.6,
    scale: Scale = Scale(),  # noqa: B008 - frozen
    blank_as: Literal["min"] | None = None,
) -> Rubric:
    return Rubric(
        id="r",
        version="1",
        name="r",
        scale=scale,
        tiers=("area", "indicator"),
        min_coverage=min_coverage,
        blank_as=blank_as,
        tree=tree,
    )


def rated(answers: Mapping[str, float | str | None]) -> dict[str, Rating]:
    found = {}
    for indicator, answer in answers.items():
        said: dict[str, Any] = {"state": "unknown"}
        if answer == NA:
            said = {"state": "na", "note": "no such service"}
        elif answer is not None:
            said = {"score": answer}
        found[indicator] = Rating(unit="u", wave="w", rater="r", indicator=indicator, **said)
    return found


def scored(rubric: Rubric, **answers: float | str | None) -> dict[str, NodeScore]:
    return Scorer(rubric).unit(rated(answers))


FIVE = rubric_of(parent("a", *(leaf(f"a{k}") for k in range(1, 6))))


def test_every_node_has_a_result_in_the_order_of_the_rubric() -> None:
    rubric = rubric_of(parent("a", leaf("a1")), parent("b", leaf("b1")))
    results = Scorer(rubric).unit({})
    assert list(results) == ["overall", "a", "a1", "b", "b1"]
    assert [result.tier for result in results.values()] == ["overall", *["area", "indicator"] * 2]


def test_a_scored_indicator_is_its_own_bound() -> None:
    assert scored(FIVE, a1=0)["a1"] == ("a1", "indicator", 0, 0, 0, 1, "scored")


def test_a_score_between_the_steps_counts_as_it_is() -> None:
    assert scored(FIVE, a1=2.25)["a1"].score == 2.25


def test_an_indicator_that_is_not_assessed_may_be_anything_on_the_scale() -> None:
    assert scored(FIVE)["a1"] == ("a1", "indicator", None, 0, 5, 0, "unknown")


def test_an_indicator_that_does_not_apply_has_no_figures() -> None:
    assert scored(FIVE, a1=NA)["a1"] == ("a1", "indicator", None, None, None, None, "na")


def test_a_score_of_zero_counts() -> None:
    assert scored(FIVE, a1=0, a2=0, a3=1, a4=2, a5=2)["a"] == ("a", "area", 1, 1, 1, 1, "scored")


def test_not_applicable_gives_its_weight_to_the_siblings_and_keeps_coverage_full() -> None:
    assert scored(FIVE, a1=NA, a2=1, a3=1, a4=2, a5=2)["a"] == ("a", "area", 1.5, 1.5, 1.5, 1, "scored")


def test_not_assessed_reduces_coverage_and_opens_the_bounds() -> None:
    result = scored(FIVE, a1=UNKNOWN, a2=1, a3=1, a4=2, a5=2)["a"]
    assert result == ("a", "area", 1.5, 6 / 5, 11 / 5, 0.8, "scored")


def test_a_node_at_the_minimum_coverage_has_a_score() -> None:
    assert scored(FIVE, a1=1, a2=2, a3=3)["a"].score == 2


def test_a_node_below_the_minimum_coverage_has_no_score_but_bounds() -> None:
    assert scored(FIVE, a1=1, a2=2)["a"] == ("a", "area", None, 3 / 5, 18 / 5, 0.4, "no-data")


def test_a_node_without_a_score_counts_above_like_one_that_was_not_assessed() -> None:
    rubric = rubric_of(
        parent("a", leaf("a1"), leaf("a2")),
        parent("b", leaf("b1")),
        parent("c", leaf("c1")),
        min_coverage=0.6,
    )
    overall = scored(rubric, a1=5, b1=1, c1=2)["overall"]
    assert overall.score == 1.5
    assert overall.coverage == pytest.approx(2 / 3)
    assert overall.low == pytest.approx((2.5 + 1 + 2) / 3)
    assert overall.high == pytest.approx((5 + 1 + 2) / 3)


def test_coverage_multiplies_up_the_tree() -> None:
    rubric = rubric_of(parent("a", *(leaf(f"a{k}") for k in range(5)), weight=3), parent("b", leaf("b1")))
    results = scored(rubric, a0=1, a1=1, a2=1, a3=1, b1=1)
    assert results["overall"].coverage == pytest.approx((3 * 0.8 + 1) / 4)


def test_a_node_that_is_wholly_not_applicable_is_so_itself() -> None:
    rubric = rubric_of(parent("a", leaf("a1")), parent("b", leaf("b1")))
    results = scored(rubric, a1=NA, b1=3)
    assert results["a"] == ("a", "area", None, None, None, None, "na")
    assert results["overall"] == ("overall", "overall", 3, 3, 3, 1, "scored")


def test_nothing_assessed_is_no_score_even_without_a_minimum_coverage() -> None:
    rubric = rubric_of(parent("a", leaf("a1"), rule="staged"), min_coverage=0)
    assert scored(rubric)["a"] == ("a", "area", None, 0, 1, 0, "no-data")


def test_a_blank_can_count_as_the_lowest_level() -> None:
    rubric = rubric_of(parent("a", leaf("a1"), leaf("a2")), blank_as="min", scale=Scale(min=1, max=5))
    results = scored(rubric, a1=4)
    assert results["a2"] == ("a2", "indicator", 1, 1, 1, 1, "scored")
    assert results["a"] == ("a", "area", 2.5, 2.5, 2.5, 1, "scored")


def test_a_child_of_weight_zero_is_shown_but_does_not_count() -> None:
    rubric = rubric_of(parent("a", leaf("a1"), leaf("a2", weight=0)))
    assert scored(rubric, a1=4)["a"] == ("a", "area", 4, 4, 4, 1, "scored")
    assert scored(rubric, a1=4, a2=0)["a"].score == 4


def test_where_only_weightless_children_apply_nothing_is_known() -> None:
    rubric = rubric_of(parent("a", leaf("a1"), leaf("a2", weight=0)))
    assert scored(rubric, a1=NA, a2=3)["a"] == ("a", "area", None, 0, 5, 0, "no-data")
    assert scored(rubric, a1=NA, a2=NA)["a"].state == "na"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("mean", (1 * 2 + 2 + 3) / 4),
        ("geometric", 6**0.25),
        ("harmonic", 1.4117647058823528),
        ("median", 2),
        ("min", 1),
    ],
)
def test_a_rule_makes_the_score_of_its_children(rule: Rule, expected: float) -> None:
    rubric = rubric_of(
        parent("a", leaf("a1", weight=2), leaf("a2"), leaf("a3"), rule=rule), scale=Scale(min=1)
    )
    assert scored(rubric, a1=1, a2=2, a3=3)["a"].score == pytest.approx(expected)


def test_the_weakest_link_is_bounded_by_what_is_not_known() -> None:
    rubric = rubric_of(parent("a", leaf("a1"), leaf("a2"), leaf("a3"), rule="min"))
    assert scored(rubric, a1=2, a2=3)["a"] == ("a", "area", 2, 0, 2, 2 / 3, "scored")


def test_an_unassessed_child_stops_the_stages() -> None:
    children = (leaf("a1", stage=1), leaf("a2", stage=1), leaf("a3", stage=2))
    rubric = rubric_of(parent("a", *children, rule="staged", met_at=3))
    assert scored(rubric, a1=3, a2=4, a3=1)["a"].score == 1
    assert scored(rubric, a1=3, a3=5)["a"] == ("a", "area", 0, 0, 2, 2 / 3, "scored")
    assert scored(rubric, a1=3, a2=NA, a3=5)["a"].score == 2


def test_ties_share_the_smallest_rank() -> None:
    assert ranks([2, 3, 3 - 1e-12, None, 1, math.nan]) == [3, 1, 1, None, 4, None]
    assert ranks([]) == []


def test_a_long_table_becomes_a_long_table() -> None:
    ratings = pd.DataFrame(
        [("z", "a1", 1.0), ("z", "a2", 2.0), ("z", "a3", 3.0), ("b", "a1", 4.0)],
        columns=["unit", "indicator", "score"],
    )
    table = score(FIVE, ratings)
    assert list(table) == ["unit", "wave", "node", "tier", "score", "low", "high", "coverage", "state"]
    assert list(table["unit"].unique()) == ["z", "b"]
    assert list(table["node"][:6]) == ["a", "a1", "a2", "a3", "a4", "a5"]
    assert set(table["wave"]) == {""}
    top = table[table["node"] == "a"]
    np.testing.assert_array_equal(top["score"], [2, math.nan])
    assert list(top["state"]) == ["scored", "no-data"]
    assert list(top["coverage"]) == [0.6, 0.2]


def test_waves_of_a_unit_are_scored_apart_and_states_are_kept() -> None:
    ratings = pd.DataFrame(
        [
            ("u", "2", "a1", 1.0, "scored"),
            ("u", "1", "a1", 4.0, "scored"),
            ("u", "1", "a2", None, "na"),
            ("u", "1", "a3", 2.0, "unknown"),
        ],
        columns=["unit", "wave", "indicator", "score", "state"],
    )
    table = score(FIVE, ratings).set_index(["wave", "node"])
    first = [str(state) for state in table.xs("1", level="wave")["state"]]
    assert first == ["no-data", "scored", "na", "unknown", "unknown", "unknown"]
    assert list(table.index.unique("wave")) == ["2", "1"]
    assert table.loc[("1", "a"), "coverage"] == 0.25


def test_a_table_without_rows_has_the_columns_all_the_same() -> None:
    table = score(FIVE, pd.DataFrame(columns=["unit", "indicator", "score", "state"]))
    assert list(table) == ["unit", "wave", "node", "tier", "score", "low", "high", "coverage", "state"]
    assert table.empty


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [([("u", "zz", 1.0)], "no indicator zz"), ([("u", "a1", 1.0), ("u", "a1", 2.0)], "a1 is rated twice")],
)
def test_ratings_that_cannot_be_meant_are_refused(rows: list[tuple[str, str, float]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        score(FIVE, pd.DataFrame(rows, columns=["unit", "indicator", "score"]))
