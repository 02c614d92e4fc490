import math

import pytest

from assessment.explanation import Explanation, explain
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Rule, Scale
from assessment.scoring import Scorer


def rubric_of(
    rule: Rule = "mean", weights: tuple[float, ...] = (1, 1, 2), met_at: float | None = None
) -> Rubric:
    leaves = tuple(
        Node(id=f"a.{k}", name=f"{k}", weight=weight, stage=k) for k, weight in enumerate(weights, start=1)
    )
    node = Node(id="a", name="a", rule=rule, children=leaves, met_at=met_at)
    return Rubric(
        id="r", version="1", name="r", scale=Scale(min=1), tiers=("area", "indicator"), tree=(node,)
    )


def rated(*scores: float | None) -> dict[str, Rating]:
    return {
        f"a.{k}": Rating(unit="u", wave="w", rater="r", indicator=f"a.{k}", score=score)
        for k, score in enumerate(scores, start=1)
        if score is not None
    }


def recomputed(found: Explanation) -> float:
    """The score out of the shown parts, with the arithmetic that `explain` promises."""
    terms = [(part.share, part.result.score) for part in found.parts if part.share and part.result.score]
    if found.rule == "geometric":
        return math.exp(sum(share * math.log(score) for share, score in terms))
    if found.rule == "harmonic":
        return 1 / sum(share / score for share, score in terms)
    return sum(share * score for share, score in terms)


def test_the_parts_of_a_mean_add_up_to_the_shown_score() -> None:
    found = explain(rubric_of(), rated(4, 2, 3), "a")
    assert [part.share for part in found.parts] == [0.25, 0.25, 0.5]
    assert [part.contribution for part in found.parts] == [1, 0.5, 1.5]
    assert found.result.score == 3


def test_what_is_missing_gives_its_share_to_the_siblings() -> None:
    found = explain(rubric_of(), rated(4, None, 1), "a")
    assert [part.share for part in found.parts] == pytest.approx([1 / 3, 0, 2 / 3])
    assert found.parts[1].contribution is None
    assert found.parts[1].result.state == "unknown"
    assert found.result.score == 2


@pytest.mark.parametrize("rule", ["mean", "geometric", "harmonic", "median", "min"])
@pytest.mark.parametrize("scores", [(4, 2, 3), (2, None, 5), (5, 1, 1), (3, 3, 3)])
def test_every_shown_score_recomputes_from_its_parts(rule: Rule, scores: tuple[float | None, ...]) -> None:
    found = explain(rubric_of(rule), rated(*scores), "a")
    assert sum(part.share for part in found.parts) == pytest.approx(1)
    assert recomputed(found) == pytest.approx(found.result.score)


def test_a_median_of_two_is_made_of_both_halves() -> None:
    found = explain(rubric_of("median", (1, 1)), rated(4, 2), "a")
    assert [part.share for part in found.parts] == [0.5, 0.5]
    assert [part.contribution for part in found.parts] == [None, None]


def test_stages_look_at_every_child_that_counts() -> None:
    found = explain(rubric_of("staged", (1, 1, 0), met_at=2), rated(4, 2, 1), "a")
    assert found.result.score == 3
    assert [part.share for part in found.parts] == [0.5, 0.5, 0]


def test_a_node_without_a_score_has_parts_without_shares() -> None:
    found = explain(rubric_of(), rated(4, None, None), "a")
    assert found.result.state == "no-data"
    assert [part.share for part in found.parts] == [0, 0, 0]
    assert [part.contribution for part in found.parts] == [None, None, None]


def test_an_indicator_has_no_parts() -> None:
    found = explain(Scorer(rubric_of()), rated(4, 2, 3), "a.1")
    assert found.parts == ()
    assert found.result.score == 4


def test_an_unknown_node_is_a_programmers_mistake() -> None:
    with pytest.raises(KeyError):
        explain(rubric_of(), {}, "b")
