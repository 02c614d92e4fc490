"""Our own figures for Shenzhen in the 2003 study, out of the indicator scores that the study prints."""

import pytest

from assessment.edges.shelf import FileShelf
from assessment.ratings import Rating
from assessment.scoring import Scorer

SHENZHEN = "shenzhen-telecom"
ILLEGIBLE = "insight.generate.segmentation"


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(FileShelf().rubric("crm-five-capabilities"))


@pytest.fixture(scope="module")
def ratings(scorer: Scorer) -> dict[str, Rating]:
    benchmark = FileShelf().benchmark("operators-2003")
    printed = {leaf.id: benchmark.score_of(SHENZHEN, leaf.id) for leaf in scorer.rubric.indicators}
    return {
        indicator: Rating(unit=SHENZHEN, wave="2003", rater="study", indicator=indicator, score=found.score)
        for indicator, found in printed.items()
        if found and found.score is not None
    }


def test_data_collection_is_the_mean_of_its_four_indicators(
    scorer: Scorer, ratings: dict[str, Rating]
) -> None:
    found = scorer.unit(ratings)["insight.collect"]
    assert (found.score, found.coverage) == (1.375, 1)


@pytest.mark.parametrize("guess", [0.0, 5.0])
def test_the_bounds_contain_whatever_the_illegible_score_was(
    scorer: Scorer, ratings: dict[str, Rating], guess: float
) -> None:
    found = scorer.unit(ratings)["insight.generate"]
    assumed = Rating(unit=SHENZHEN, wave="2003", rater="study", indicator=ILLEGIBLE, score=guess)
    value = scorer.unit({**ratings, ILLEGIBLE: assumed})["insight.generate"].score
    assert found.coverage == pytest.approx(6 / 7)
    assert found.low is not None
    assert found.high is not None
    assert value is not None
    assert found.low <= value <= found.high
    assert value in (pytest.approx(found.low), pytest.approx(found.high))
