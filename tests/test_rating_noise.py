import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from assessment.ranked_units import RankedUnits, rank_units
from assessment.rating_noise import (
    NoiseAssumptions,
    compare_noise,
    effective_weights_of,
    holm,
    noise_verdict,
    rating_noise,
    votes_by_rater,
)
from assessment.ratings import CONSENSUS, Rating
from assessment.rollup import compile_tree, effective_weights
from assessment.rubric import Rubric, Scale
from assessment.service import adopted_ratings
from assessment.student_t import quantile, two_sided
from tests.sample_rankings import Gap, deep, flat, ranked

PAIR = flat([1, 1])


def _votes(rubric: Rubric, said: dict[tuple[str, str], tuple[Gap, ...]]) -> list[Rating]:
    """(unit, rater) -> scores by indicator; None is not assessed, "na" not applicable."""
    found = []
    for (unit, rater), cells in said.items():
        for leaf, cell in zip(rubric.indicators, cells, strict=True):
            state = "na" if cell == "na" else "unknown" if cell is None else "scored"
            found.append(
                Rating.model_validate(
                    {
                        "unit": unit,
                        "wave": "1",
                        "rater": rater,
                        "indicator": leaf.id,
                        "state": state,
                        "score": cell if state == "scored" else None,
                        "note": "none",
                    }
                )
            )
    return found


def _ranked(rubric: Rubric, ratings: list[Rating]) -> RankedUnits:
    return rank_units(rubric, adopted_ratings(ratings))


def test_three_raters_give_an_interval_of_students_t() -> None:
    votes = _votes(PAIR, {("a", "x"): (3, 3), ("a", "y"): (3, 3.4), ("a", "z"): (3.4, 3.4)})
    noise = rating_noise(_ranked(PAIR, votes), votes_by_rater(votes))

    assert (noise.raters, noise.freedom.tolist()) == ((3,), [2])
    assert noise.error[0] == pytest.approx(0.2 / math.sqrt(3))  # composites 3.0, 3.2, 3.4
    assert noise.high[0] - 3.2 == pytest.approx(4.302653 * 0.2 / math.sqrt(3), abs=1e-6)
    assert noise.low[0] + noise.high[0] == pytest.approx(6.4)


def test_one_score_per_indicator_has_the_noise_that_is_assumed() -> None:
    units = ranked(flat([1] * 50), [[3.0] * 50])
    noise = rating_noise(units, {})

    assert noise.error[0] == pytest.approx(0.5 * math.sqrt(0.1 + 0.9 / 50))
    assert (noise.raters, noise.freedom.tolist()) == ((0,), [math.inf])
    assert noise.high[0] == pytest.approx(3 + 1.959964 * noise.error[0], abs=1e-6)
    assert rating_noise(units, {}, NoiseAssumptions(0.2, 0.0)).error[0] == pytest.approx(math.sqrt(1 / 50))


@pytest.mark.parametrize("top", [3.0, 5.0, 100.0])
def test_the_assumed_noise_is_the_same_share_of_every_scale(top: float) -> None:
    five = flat([1] * 50)
    rubric = five.model_copy(update={"scale": Scale(min=0, max=top, step=None)})

    noise = rating_noise(ranked(rubric, [[top * 0.6] * 50]), {})

    assert noise.error[0] / top == pytest.approx(0.1 * math.sqrt(0.1 + 0.9 / 50))
    assert NoiseAssumptions().levels(rubric.scale) == pytest.approx(top / 10)


@pytest.mark.parametrize(
    "said",
    [
        {("a", "x"): (3, 3), ("a", "y"): (4, 4)},
        {("a", "x"): (3, 3), ("a", "y"): (3, 3), ("a", "z"): (3, 3)},
        {("a", "x"): (3, 3), ("a", "y"): (2, 2), ("a", "z"): (1, 1), ("a", CONSENSUS): (2, 2)},
        {("a", "x"): (3, 3), ("a", "y"): (4, 4), ("a", "z"): (None, None)},
    ],
)
def test_two_raters_equal_raters_a_consensus_and_a_silent_one_tell_nothing(
    said: dict[tuple[str, str], tuple[Gap, ...]],
) -> None:
    votes = _votes(PAIR, said)

    assert rating_noise(_ranked(PAIR, votes), votes_by_rater(votes)).raters == (0,)


def test_raters_are_scored_in_the_common_scope() -> None:
    rubric = flat([1, 1, 1])
    votes = _votes(
        rubric,
        {("a", "x"): (5, 3, 3), ("a", "y"): (0, 3, 3), ("a", "z"): ("na", 3, 4), ("b", "x"): ("na", 1, 1)},
    )
    noise = rating_noise(_ranked(rubric, votes), votes_by_rater(votes))

    assert noise.raters == (3, 0)
    assert noise.error[0] == pytest.approx(np.std([3, 3, 3.5], ddof=1) / math.sqrt(3))


def test_what_has_no_score_gives_its_weight_to_its_siblings() -> None:
    rubric = deep([(1, 2), (1,)])
    units = ranked(rubric, [[3.0] * 6, [3, 3, None, None, 3, 3]])
    weights = effective_weights_of(compile_tree(rubric), units)
    whole = effective_weights(rubric)

    assert weights[0] == pytest.approx([whole[leaf.id] for leaf in rubric.indicators])
    assert weights[1].sum() == pytest.approx(1)
    assert weights[1] == pytest.approx([0, 0, 0, 0, 2 / 3, 1 / 3])  # d0 is below the minimum coverage


def test_a_difference_is_welchs_t() -> None:
    said: dict[tuple[str, str], tuple[Gap, ...]] = {
        **{("a", rater): (score, score) for rater, score in zip("xyz", (3.0, 3.5, 4.0), strict=True)},
        **{("b", rater): (score, score) for rater, score in zip("wxyz", (1.0, 2.0, 2.5, 2.0), strict=True)},
    }
    votes = _votes(PAIR, said)
    units = _ranked(PAIR, votes)
    found = compare_noise(units, rating_noise(units, votes_by_rater(votes)), [(0, 1)])
    expected = stats.ttest_ind([3.0, 3.5, 4.0], [1.0, 2.0, 2.5, 2.0], equal_var=False)

    assert found.chance[0] == pytest.approx(expected.pvalue)
    assert found.difference[0] == pytest.approx(3.5 - 1.875)
    assert found.verdicts == ("clear",)


def test_pairs_shown_together_are_adjusted_together() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.6, 0.7]) == [1.0, 1.0]
    assert holm([]) == []


@pytest.mark.parametrize(("chance", "word"), [(0.04, "clear"), (0.05, "leaning"), (0.2, "noise")])
def test_the_word_for_a_difference(chance: float, word: str) -> None:
    assert noise_verdict(chance) == word


def test_without_any_noise_every_difference_is_clear_and_none_is_none() -> None:
    units = ranked(PAIR, [(3, 3), (3, 3), (2, 2)])
    noise = rating_noise(units, {}, NoiseAssumptions(0.0))

    assert compare_noise(units, noise, [(0, 1), (1, 2)]).chance.tolist() == [1, 0]


@given(st.floats(-60, 60), st.one_of(st.floats(0.5, 5000), st.just(math.inf)))
@example(6.75e-7, 5000.0)  # so close to 0 that freedom / (freedom + t²) rounds to 1
@example(1e-9, 5000.0)
@example(5e-324, 0.5)
@example(60.0, 5000.0)
def test_students_t_is_scipys(t: float, freedom: float) -> None:
    expected = 2 * (stats.norm.sf(abs(t)) if math.isinf(freedom) else stats.t.sf(abs(t), freedom))

    assert two_sided(t, freedom) == pytest.approx(expected, rel=2e-8, abs=1e-12)


@given(st.floats(0.01, 0.999), st.floats(1, 2000))
def test_its_quantile_goes_back(confidence: float, freedom: float) -> None:
    assert two_sided(quantile(confidence, freedom), freedom) == pytest.approx(1 - confidence, abs=1e-9)


def test_its_ends() -> None:
    assert two_sided(math.inf, 3) == two_sided(-math.inf, math.inf) == 0
    assert two_sided(0, 3) == 1
