import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.informed import InformedScore, informed_scores, moved
from assessment.mapping import NodeMapping
from assessment.mapping_parsing import parse_mapping
from assessment.ratings import Rating
from assessment.rubric import Scale
from assessment.scoring import Scorer
from tests.linked_rubrics import ILLS, MAPPING, RATED, RUBRICS

MAPPED = parse_mapping(MAPPING, "m.yaml", RUBRICS)[0]


def _rating(indicator: str, score: float | None) -> Rating:
    state = "na" if score is None else "scored"
    note = "none here" if score is None else ""
    return Rating(unit="u", wave="w", rater="r", indicator=indicator, score=score, state=state, note=note)


def _informed(
    scores: dict[str, float | None], mapping: NodeMapping | None = MAPPED
) -> dict[str, InformedScore]:
    assert mapping is not None
    rated = {indicator: _rating(indicator, score) for indicator, score in scores.items()}
    return informed_scores(mapping, RATED, ILLS, Scorer(RATED).unit(rated))


def test_an_indicator_is_the_weighted_mean_of_what_informs_it_moved_to_its_own_scale() -> None:
    slow = _informed({"care.shop": 5, "care.call": 1})["problems.slow"]

    assert slow.level == pytest.approx((5 * 1 + 1 * 3) / 4 * 4 / 5)
    assert slow.coverage == 1
    assert [(one.node, one.level, one.weight) for one in slow.informants] == [
        ("care.shop", 5, 1),
        ("care.call", 1, 3),
    ]


def test_a_node_above_indicators_informs_with_its_own_score() -> None:
    assert _informed({"data.get": 1, "data.keep": 2, "data.share": 3})["problems.blind"].level == 1.6


def test_what_is_not_informed_lowers_the_coverage_and_below_the_minimum_there_is_no_level() -> None:
    found = _informed({"care.shop": 5, "care.call": 1})

    assert found["problems.blind"].level is None
    assert (found["problems"].level, found["problems"].coverage) == (None, 0.5)
    assert (found["causes"].level, found["causes"].coverage) == (None, 0)
    assert (found["overall"].level, found["overall"].coverage) == (None, 0)


def test_too_few_informants_inform_nothing() -> None:
    """Only the shop, which has 1 of the 4 parts of the weight; the minimum is 60 %."""
    slow = _informed({"care.shop": 5})["problems.slow"]

    assert (slow.level, slow.coverage) == (None, 0)
    assert [one.level for one in slow.informants] == [5, None]


def test_what_does_not_apply_informs_nothing() -> None:
    assert _informed({"care.shop": 5, "care.call": None})["problems.slow"].level is None
    assert _informed({"care.shop": None, "care.call": 5})["problems.slow"].level == 4


def test_a_blank_is_no_lowest_score_also_where_the_informed_rubric_counts_blanks_so() -> None:
    assert MAPPED is not None
    strict = ILLS.model_copy(update={"blank_as": "min"})
    assert informed_scores(MAPPED, RATED, strict, Scorer(RATED).unit({}))["overall"].level is None


def test_a_link_to_a_node_that_this_version_lacks_informs_nothing() -> None:
    mapping = NodeMapping("rated", "ills", {"problems.slow": {"gone": 1}, "problems.gone": {"care": 1}})
    assert _informed({"care.shop": 5, "care.call": 5}, mapping)["problems.slow"].level is None


def test_a_mapping_for_other_rubrics_is_a_programmers_mistake() -> None:
    with pytest.raises(ValueError, match="ills"):
        _informed({}, NodeMapping("ills", "rated", {}))


@given(st.floats(0, 5), st.floats(0, 5))
def test_moving_between_scales_keeps_the_order_and_comes_back(one: float, other: float) -> None:
    here, there = Scale(), Scale(min=1, max=4)
    assert moved(moved(one, here, there), there, here) == pytest.approx(one)
    assert (one <= other) == (one <= other and moved(one, here, there) <= moved(other, here, there))
