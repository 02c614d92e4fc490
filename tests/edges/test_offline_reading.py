import datetime as dt
import re
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.offline_reading import OfflineAnswers, read_offline_workbook
from assessment.errors import Problem
from assessment.offline_layout import ANSWER, CONFIDENCE, NOTE, SCORE, STATEMENT
from assessment.rubric import Rubric
from tests.edges.filled_in import (
    RUBRIC,
    WANG,
    filled,
    made,
    rating,
    replaced,
)


def _read(data: bytes, rubric: Rubric = RUBRIC) -> tuple[OfflineAnswers, list[Problem]]:
    answers, problems = read_offline_workbook(data, "li.xlsx", rubric)
    assert answers is not None, problems
    return answers, problems


def _codes(data: bytes, rubric: Rubric = RUBRIC) -> list[tuple[str, str]]:
    return [
        (one.code.removeprefix("offline-"), one.key) for one in read_offline_workbook(data, "x", rubric)[1]
    ]


def test_a_workbook_that_was_handed_out_comes_back_empty_and_names_whose_it_is() -> None:
    answers, problems = _read(made())

    assert (answers.ratings, answers.statements, problems) == ((), (), [])
    assert (answers.ids.engagement, answers.ids.unit, answers.ids.wave) == ("e", "north", "w1")
    assert (answers.ids.rater, answers.ids.rater_name) == ("li", "Li Wei")
    assert answers.ids.sheets == ("Data", "Service desk")


def test_every_answer_is_understood() -> None:
    book = filled(
        made(),
        {
            "a.1": {SCORE: 2.5, CONFIDENCE: "high", NOTE: "seen\nitself", STATEMENT: "“We have no list”"},
            "a.2": {ANSWER: "not applicable", NOTE: "no shops"},
            "b.3": {SCORE: 0, ANSWER: "scored"},
            "b.1": {ANSWER: "not assessed"},
        },
    )
    answers, problems = _read(book)

    assert problems == []
    assert [
        (one.rating.indicator, one.rating.score, one.rating.state, one.place) for one in answers.ratings
    ] == [
        ("a.1", 2.5, "scored", "Data!F4"),
        ("a.2", None, "na", "Data!F5"),
        ("b.1", None, "unknown", "Service desk!F4"),
        ("b.3", 0.0, "scored", "Service desk!F6"),
    ]
    first = answers.ratings[0].rating
    assert (first.confidence, first.note, first.unit, first.rater) == ("high", "seen\nitself", "north", "li")
    assert [(one.indicator, one.words, one.place) for one in answers.statements] == [
        ("a.1", "“We have no list”", "Data!J4")
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_are_understood_in_every_language_whatever_the_workbooks(lang: Lang) -> None:
    answers, problems = _read(
        filled(
            made(lang),
            {
                "a.1": {ANSWER: "不适用", CONFIDENCE: "高", NOTE: "没有营业厅"},
                "a.2": {ANSWER: "Not Assessed", CONFIDENCE: "LOW"},
            },
        )
    )

    assert problems == []
    assert [(one.rating.state, one.rating.confidence) for one in answers.ratings] == [
        ("na", "high"),
        ("unknown", "low"),
    ]
    assert answers.ratings[0].rating.note == "没有营业厅"


def test_what_the_rater_said_before_is_filled_in_and_remembered_with_its_revision() -> None:
    before = [rating("a.1", 3.0, revision=4, note="a\nb"), rating("a.2", None, revision=2)]
    answers, _ = _read(made(ratings=before))

    assert [(one.rating.indicator, one.rating.score, one.rating.note) for one in answers.ratings] == [
        ("a.1", 3.0, "a\nb"),
        ("a.2", None, ""),
    ]
    assert [one.started.revision for one in answers.ratings if one.started] == [4, 2]


def test_a_proposal_is_shown_beside_an_empty_answer() -> None:
    book = made(ratings=[rating("a.1", 3.0, proposed=True, revision=1)])

    assert load_workbook(BytesIO(book))["Data"]["E4"].value == "3"
    assert load_workbook(BytesIO(book))["Data"]["F4"].value is None
    assert not _read(book)[0].ratings


def test_what_was_taken_back_is_not_filled_in() -> None:
    assert not _read(made(ratings=[rating("a.1", None, withdrawn=True, revision=3)]))[0].ratings


@pytest.mark.parametrize(
    ("answers", "code", "place"),
    [
        ({SCORE: 2.25}, "score-off-step", "Data!F4"),
        ({SCORE: 7}, "score-off-scale", "Data!F4"),
        ({SCORE: "2,5"}, "score-comma", "Data!F4"),
        ({SCORE: "good"}, "score", "Data!F4"),
        ({SCORE: "nan"}, "score", "Data!F4"),
        ({SCORE: True}, "score", "Data!F4"),
        ({SCORE: dt.datetime(2024, 5, 2)}, "score", "Data!F4"),  # noqa: DTZ001 - sheets know no zone
        ({SCORE: 3, ANSWER: "not applicable", NOTE: "x"}, "score-not-meant", "Data!G4"),
        ({ANSWER: "scored"}, "score-missing", "Data!F4"),
        ({ANSWER: "not applicable"}, "na-reason", "Data!I4"),
        ({ANSWER: "maybe"}, "answer", "Data!G4"),
        ({SCORE: 3, CONFIDENCE: "very"}, "answer", "Data!H4"),
        ({NOTE: "only a note"}, "nothing-said", "Data!F4"),
        ({SCORE: "=1+2"}, "formula", "Data!F4"),
        ({SCORE: 3, NOTE: '=HYPERLINK("http://example.com")'}, "formula", "Data!I4"),
    ],
)
def test_a_wrong_answer_is_named_with_its_cell_and_its_cure(
    answers: dict[int, object], code: str, place: str
) -> None:
    found, problems = _read(filled(made(), {"a.1": answers, "a.2": {SCORE: 4}}))

    assert [(one.code.removeprefix("offline-"), one.key) for one in problems] == [(code, place)]
    assert [one.rating.indicator for one in found.ratings] == ["a.2"]
    assert all(len(problems[0].sentence(lang)) > 10 for lang in LANGUAGES)


@pytest.mark.parametrize("shown", ["#N/A", "#REF!"])
def test_an_error_of_the_spreadsheet_is_no_empty_answer(shown: str) -> None:
    assert _codes(filled(made(), {"a.1": {SCORE: shown}})) == [("error-value", "Data!F4")]


def test_a_number_that_was_typed_as_text_is_a_number() -> None:
    answers, problems = _read(
        filled(made(), {"a.1": {SCORE: " 2.5 "}, "a.2": {SCORE: "３"}, "a.3": {SCORE: 1, NOTE: 12}})
    )

    assert problems == []
    assert [one.rating.score for one in answers.ratings] == [2.5, 3.0, 1.0]
    assert answers.ratings[-1].rating.note == "12"


def test_merged_answers_are_named() -> None:
    book = load_workbook(BytesIO(made()))
    book["Data"].merge_cells("F4:F5")
    out = BytesIO()
    book.save(out)

    assert _codes(out.getvalue()) == [("merged", "Data!F4:F5")]


def test_changed_ids_are_named() -> None:
    renamed = filled(made(), {"a.1": {0: "x.1"}, "a.3": {0: "a.2"}, "b.1": {0: None}})

    assert _codes(renamed) == [
        ("id-unknown", "Data!A4"),
        ("id-twice", "Data!A6"),
        ("questions-missing", ""),
    ]


def test_a_missing_sheet_is_named() -> None:
    book = load_workbook(BytesIO(made()))
    del book["Service desk"]
    out = BytesIO()
    book.save(out)

    assert _codes(out.getvalue()) == [("sheet-missing", "Service desk")]


def test_the_questions_of_another_rubric_are_refused() -> None:
    other = RUBRIC.model_copy(update={"version": "2"})

    assert _codes(made(), other) == [("rubric", "")]


def test_the_workbook_of_another_version_of_the_format_is_refused() -> None:
    newer = replaced(
        made(), "xl/sharedStrings.xml", b"<t>gapline-offline</t>", b"<t>gapline-offline</t><!---->"
    )
    assert _codes(newer) == []

    book = load_workbook(BytesIO(made()))
    book["gapline"]["B1"].value = "2"
    out = BytesIO()
    book.save(out)
    assert _codes(out.getvalue()) == [("version", "")]


def test_two_peoples_workbooks_are_two_raters() -> None:
    raters = {
        _read(filled(made(rater=person), {"a.1": {SCORE: 1}}))[0].ratings[0].rating.rater
        for person in (WANG,)
    }

    assert raters == {"wang"}


_NOTES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=60
)


@given(note=_NOTES, tail=_NOTES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_note_survives_the_way_there_and_back(note: str, tail: str) -> None:
    said = f"{note}\n{tail}".strip()
    answers, problems = _read(made(ratings=[rating("a.1", 1.0, note=said, revision=1)]))

    assert problems == []
    assert answers.ratings[0].rating.note == re.sub("[\u2028\u2029\x85]", "\n", said).strip()


@pytest.mark.parametrize("note", ["=1+1", "_x0041_", "+86 20", "a & <b>", "0012", "中文\n第二行", "x" * 3000])
def test_notes_that_spreadsheets_like_to_change_stay_as_they_are(note: str) -> None:
    answers, problems = _read(made(ratings=[rating("a.1", 1.0, note=note, revision=1)]))

    assert (problems, answers.ratings[0].rating.note) == ([], note)
