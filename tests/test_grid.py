"""A grid's cells: what may be typed or pasted, and what it makes of a rating."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES, Lang
from assessment.errors import Problem
from assessment.grid import (
    Answer,
    Field,
    Flaw,
    listed,
    read_answer,
    read_confidence,
    says_the_same,
    wanted,
    write_answer,
    write_confidence,
)
from assessment.ratings import Rating
from assessment.rubric import Scale

HALVES = Scale()
KEY = ("fuzhou", "2003", "li", "collect")
LANGS = st.sampled_from(LANGUAGES)


def rating(score: float | None = 2.0, **more: object) -> Rating:
    usual: dict[str, object] = {"unit": "fuzhou", "wave": "2003", "rater": "li", "indicator": "collect"}
    return Rating.model_validate({**usual, "score": score, **more})


def typed(before: Rating | None = None, reason: str = "", **fields: str) -> Rating | Flaw:
    named: dict[Field, str] = {
        name: fields[name] for name in ("score", "confidence", "note") if name in fields
    }
    return wanted(KEY, before, named, HALVES, reason)


def code(found: object) -> str:
    problem = found.problem if isinstance(found, Flaw) else found
    assert isinstance(problem, Problem)
    assert all(problem.sentence(lang) for lang in LANGUAGES)
    return problem.code


@pytest.mark.parametrize(
    ("text", "score"),
    [
        *[
            ("3", 3),
            ("2.5", 2.5),
            ("2,5", 2.5),
            ("３", 3),
            ("２．５", 2.5),
            ("２，５", 2.5),
            ("2½", 2.5),
            ("2 ½", 2.5),
        ],
        *[
            ("½", 0.5),
            (" 4 ", 4),
            ("\u30004\r\n", 4),
            ("3.0", 3),
            ("3.", 3),
            (".5", 0.5),
            ("+3", 3),
            ("2。5", 2.5),
        ],
    ],
)
def test_a_score_is_understood_however_it_is_written(text: str, score: float) -> None:
    assert read_answer(text, HALVES) == Answer("scored", score)


@pytest.mark.parametrize("text", ["n/a", "N/A", "na", "n.a.", "Not applicable", "不适用", "Ｎ／Ａ", "n / a"])
def test_not_applicable_is_understood_in_both_languages(text: str) -> None:
    assert read_answer(text, HALVES) == Answer("na")


@pytest.mark.parametrize(
    "text", ["n/a: no dealers", "不适用：no dealers", "NA; no dealers", "n/a :  no dealers "]
)
def test_the_reason_may_stand_in_the_same_cell(text: str) -> None:
    assert read_answer(text, HALVES) == Answer("na", reason="no dealers")


@pytest.mark.parametrize("text", ["?", "？", "not assessed", "Unknown", "未评估"])
def test_not_assessed_is_understood_in_both_languages(text: str) -> None:
    assert read_answer(text, HALVES) == Answer("unknown")


@pytest.mark.parametrize("text", ["", "  ", "\u3000", "\r\n"])
def test_a_blank_cell_says_nothing(text: str) -> None:
    assert read_answer(text, HALVES) == Answer(None)


@pytest.mark.parametrize(
    ("text", "expected", "allowed"),
    [
        ("abc", "grid-not-understood", "0 / 0.5 / … / 5"),
        ("(3)", "grid-not-understood", "0 / 0.5 / … / 5"),
        ("#N/A", "grid-not-understood", "0 / 0.5 / … / 5"),
        ("2½½", "grid-not-understood", "0 / 0.5 / … / 5"),
        ("6", "grid-off-scale", "0–5"),
        ("-1", "grid-off-scale", "0–5"),
        ("9" * 400, "grid-off-scale", "0–5"),
        ("2.3", "grid-off-step", "2.5"),
        ("2¼", "grid-off-step", "2.5"),
        ("2,500", "grid-thousands", "2.500"),
    ],
)
def test_what_is_no_score_of_the_scale_says_what_may_stand_there(
    text: str, expected: str, allowed: str
) -> None:
    found = read_answer(text, HALVES)
    assert code(found) == expected
    assert isinstance(found, Problem)
    assert (found.found, found.allowed) == (text, allowed)


def test_the_two_nearest_steps_are_offered_in_words() -> None:
    found = read_answer("2.3", HALVES)
    assert isinstance(found, Problem)
    assert "Write 2 or 2.5." in found.sentence("en")
    assert "2 或 2.5" in found.sentence("zh")


@given(
    lang=LANGS,
    low=st.integers(-20, 20),
    count=st.integers(1, 60),
    step=st.sampled_from([0.1, 0.25, 0.5, 1, 2]),
)
def test_every_step_of_a_scale_reads_back_in_both_languages(
    lang: Lang, low: int, count: int, step: float
) -> None:
    scale = Scale(min=low, max=low + count * step, step=step)
    for score in scale.steps():
        assert read_answer(write_answer(rating(score), lang), scale) == Answer("scored", score)


@given(lang=LANGS, score=st.floats(-1e6, 1e6))
def test_every_figure_of_a_scale_without_steps_reads_back(lang: Lang, score: float) -> None:
    scale = Scale(min=-1e6, max=1e6, step=None)
    assert read_answer(write_answer(rating(score), lang), scale) == Answer("scored", score)


@given(lang=LANGS, state=st.sampled_from(["na", "unknown"]))
def test_a_state_reads_back_in_both_languages(lang: Lang, state: str) -> None:
    written = write_answer(rating(None, state=state, note="no dealers"), lang)
    assert read_answer(written, HALVES) == Answer(state)  # type: ignore[arg-type]


@given(st.text())
def test_whatever_is_typed_is_an_answer_of_the_scale_or_a_problem(text: str) -> None:
    found = read_answer(text, HALVES)
    assert isinstance(found, Problem) or found.score is None or HALVES.holds(found.score)


@pytest.mark.parametrize(("text", "how"), [("Low", "low"), ("m", "medium"), ("高", "high"), ("", None)])
def test_confidence_is_understood_in_both_languages(text: str, how: str | None) -> None:
    assert read_confidence(text) == how


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("how", ["low", "medium", "high", None])
def test_confidence_reads_back(lang: Lang, how: str | None) -> None:
    assert read_confidence(write_confidence(rating(confidence=how), lang)) == how


def test_a_confidence_that_is_none_is_a_problem() -> None:
    assert code(read_confidence("quite")) == "grid-confidence"


def test_a_proposal_stands_in_brackets_and_nothing_stands_empty() -> None:
    assert write_answer(rating(3.0, proposed=True), "en") == "(3)"
    assert write_answer(rating(None, state="unknown", withdrawn=True), "en") == ""
    assert write_answer(None, "zh") == ""


def test_typing_the_value_of_a_proposal_confirms_it() -> None:
    found = typed(rating(3.0, proposed=True), score="3")
    assert isinstance(found, Rating)
    assert (found.score, found.counts) == (3.0, True)


def test_typing_a_proposal_as_it_stands_leaves_it_one() -> None:
    found = typed(rating(3.0, proposed=True), score="(3)")
    assert isinstance(found, Rating)
    assert found.proposed


def test_a_new_score_keeps_confidence_note_tag_and_flag() -> None:
    found = typed(rating(confidence="low", note="as seen", tag="q", flagged=True, mark="inferred"), score="4")
    assert isinstance(found, Rating)
    assert (found.score, found.confidence, found.note, found.tag) == (4.0, "low", "as seen", "q")
    assert (found.flagged, found.mark) == (True, "")


def test_clearing_a_cell_takes_the_rating_back() -> None:
    found = typed(rating(confidence="low", note="as seen"), score=" ")
    assert isinstance(found, Rating)
    assert (found.withdrawn, found.score, found.note, found.confidence) == (True, None, "", None)


def test_clearing_a_cell_that_says_nothing_changes_nothing() -> None:
    found = typed(None, score="")
    assert isinstance(found, Rating)
    assert says_the_same(None, found)


def test_not_applicable_waits_for_its_reason() -> None:
    assert code(typed(None, score="n/a")) == "grid-needs-reason"
    assert code(typed(rating(note="a remark on the score"), score="n/a")) == "grid-needs-reason"


@pytest.mark.parametrize(
    "found",
    [
        typed(None, "no dealers", score="n/a"),
        typed(None, score="n/a: no dealers"),
        typed(None, score="n/a", note="no dealers"),
        typed(rating(None, state="na", note="no dealers"), score="不适用", confidence=""),
    ],
)
def test_the_reason_comes_from_cell_note_question_or_before(found: Rating | Flaw) -> None:
    assert isinstance(found, Rating)
    assert (found.state, found.score, found.note) == ("na", None, "no dealers")


def test_a_score_after_not_applicable_drops_the_reason() -> None:
    found = typed(rating(None, state="na", note="no dealers"), score="2")
    assert isinstance(found, Rating)
    assert (found.state, found.note) == ("scored", "")


def test_the_reason_of_what_does_not_apply_cannot_be_emptied() -> None:
    found = typed(rating(None, state="na", note="no dealers"), note="")
    assert isinstance(found, Rating)
    assert found.note == "no dealers"


def test_note_and_confidence_change_alone() -> None:
    found = typed(rating(note="old"), note=" new ", confidence="high")
    assert isinstance(found, Rating)
    assert (found.score, found.note, found.confidence) == (2.0, "new", "high")
    emptied = typed(rating(note="old", confidence="low"), note="", confidence="")
    assert isinstance(emptied, Rating)
    assert (emptied.note, emptied.confidence) == ("", None)


def test_note_and_confidence_wait_for_a_score() -> None:
    assert code(typed(None, note="as seen")) == "grid-waits"
    assert code(typed(None, confidence="high")) == "grid-waits"
    assert isinstance(typed(None, score="3", note="as seen", confidence="high"), Rating)


def test_an_unclear_confidence_holds_the_cell_back() -> None:
    assert code(typed(None, score="3", confidence="quite")) == "grid-confidence"


def test_a_scale_is_told_in_few_signs() -> None:
    assert listed(Scale(min=0, max=2, step=1)) == "0 / 1 / 2"
    assert listed(Scale(min=0, max=100, step=1)) == "0 / 1 / … / 100"
    assert listed(Scale(min=0, max=5, step=None)) == "0–5"
