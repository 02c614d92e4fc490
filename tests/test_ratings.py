"""What a rating may say, and which of several counts."""

import pytest
from pydantic import ValidationError

from assessment.ratings import CONSENSUS, EvidenceFile, Finding, Rating, SignOff, adopted


def rating(score: float | None = 2, rater: str = "li", **changes: object) -> Rating:
    usual = {"unit": "u", "wave": "1", "rater": rater, "indicator": "a", "score": score}
    return Rating.model_validate({**usual, **changes})


def withdrawn(rater: str = "li") -> Rating:
    return rating(None, rater, state="unknown", withdrawn=True)


def test_what_was_taken_back_says_nothing() -> None:
    with pytest.raises(ValidationError, match="taken back says nothing"):
        rating(2, withdrawn=True)
    assert not withdrawn().counts


def test_who_made_a_revision_is_the_rater_where_nobody_else_is_named() -> None:
    assert (rating().author, rating(by="an").author) == ("li", "an")


def test_the_mean_of_several_raters_is_adopted() -> None:
    found = adopted([rating(2), rating(3, "an"), rating(None, "wu", state="unknown")])
    assert found is not None
    assert (found.score, found.rater) == (2.5, "an + li + wu")


def test_a_consensus_is_adopted_until_it_is_taken_back() -> None:
    votes = [rating(2), rating(4, "an")]
    assert adopted([*votes, rating(5, CONSENSUS)]) == rating(5, CONSENSUS)
    after = adopted([*votes, withdrawn(CONSENSUS)])
    assert after is not None
    assert after.score == 3


def test_neither_a_proposal_nor_what_was_taken_back_is_adopted() -> None:
    assert adopted([rating(5, "an", proposed=True), withdrawn("wu"), rating(2)]) == rating(2)
    assert adopted([rating(5, proposed=True), withdrawn("an")]) is None


def test_opening_again_needs_a_reason_and_signing_off_does_not() -> None:
    assert SignOff(unit="u", wave="1", signed=True, by="li").reason == ""
    with pytest.raises(ValidationError, match="needs a reason"):
        SignOff(unit="u", wave="1", signed=False, by="li", reason=" ")


def test_a_file_is_named_by_its_hash() -> None:
    with pytest.raises(ValidationError):
        EvidenceFile(sha256="../secret", name="a", media_type="text/plain", size=1)


def test_a_finding_is_said_in_the_readers_language() -> None:
    finding = Finding(
        id="f", unit="u", wave="1", node="a", kind="weakness", text="No view.", text_zh="无视图。"
    )
    assert (finding.said("en"), finding.said("zh")) == ("No view.", "无视图。")
    assert finding.model_copy(update={"text_zh": ""}).said("zh") == "No view."
