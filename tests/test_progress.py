from assessment.progress import Count, progress
from assessment.ratings import Rating
from tests.small_rubric import RUBRIC


def _answer(indicator: str, score: float | None) -> Rating:
    state = "unknown" if score is None else "scored"
    return Rating(unit="north", wave="2025", rater="ann", indicator=indicator, score=score, state=state)


def test_progress_counts_every_answer_and_names_the_first_open_indicator() -> None:
    found = progress(RUBRIC, {"a.1": _answer("a.1", 2.0), "b.1": _answer("b.1", None)})

    assert found.whole == Count(2, 3)
    assert found.counts["a"] == Count(1, 2)
    assert found.counts["b"].complete
    assert found.next_open == "a.2"


def test_with_an_answer_to_everything_nothing_is_open() -> None:
    assert progress(RUBRIC, {leaf.id: _answer(leaf.id, 1.0) for leaf in RUBRIC.indicators}).next_open is None
