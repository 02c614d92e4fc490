"""How far an assessment has come."""

from assessment.progress import Count, answers, progress
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


def rating(indicator: str, score: float | None = 2, **changes: object) -> Rating:
    usual = {"unit": "u", "wave": "1", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**usual, **changes})


def test_what_has_no_answer_is_open() -> None:
    found = progress(RUBRIC, {"a.1": rating("a.1")})
    assert (found.counts["a"], found.next_open) == (Count(1, 2), "a.2")


def test_a_proposal_is_open_and_counted_as_proposed() -> None:
    found = progress(RUBRIC, {"a.1": rating("a.1", proposed=True), "a.2": rating("a.2")})
    assert (found.counts["a"], found.next_open) == (Count(1, 2, proposed=1), "a.1")
    assert not found.counts["a"].complete


def test_what_was_taken_back_is_open() -> None:
    found = progress(
        RUBRIC, {"a.1": rating("a.1", None, state="unknown", withdrawn=True), "a.2": rating("a.2")}
    )
    assert (found.counts["a"], found.next_open) == (Count(1, 2), "a.1")


def test_an_answer_is_seen_behind_another_raters_proposal() -> None:
    said, proposal = rating("a.1"), rating("a.1", 5, rater="an", proposed=True)
    assert answers([said, proposal]) == answers([proposal, said]) == {"a.1": said}
