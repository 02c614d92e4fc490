"""How far an assessment has come."""

from assessment.progress import Count, answers, progress
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="r",
    version="1",
    name="R",
    tiers=("dimension", "indicator"),
    tree=(Node(id="c", name="C", children=(Node(id="a", name="A"), Node(id="b", name="B"))),),
)


def rating(indicator: str, score: float | None = 2, **changes: object) -> Rating:
    usual = {"unit": "u", "wave": "1", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**usual, **changes})


def test_what_has_no_answer_is_open() -> None:
    found = progress(RUBRIC, {"a": rating("a")})
    assert (found.whole, found.next_open) == (Count(1, 2), "b")


def test_a_proposal_is_open_and_counted_as_proposed() -> None:
    found = progress(RUBRIC, {"a": rating("a", proposed=True), "b": rating("b")})
    assert (found.whole, found.next_open) == (Count(1, 2, proposed=1), "a")
    assert not found.whole.complete


def test_what_was_taken_back_is_open() -> None:
    found = progress(RUBRIC, {"a": rating("a", None, state="unknown", withdrawn=True), "b": rating("b")})
    assert (found.whole, found.next_open) == (Count(1, 2), "a")


def test_an_answer_is_seen_behind_another_raters_proposal() -> None:
    said, proposal = rating("a"), rating("a", 5, rater="an", proposed=True)
    assert answers([said, proposal]) == answers([proposal, said]) == {"a": said}
