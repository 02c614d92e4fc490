"""Ratings that people write as CSV: what is taken, what is told, and that it comes back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES
from assessment.errors import Problem
from assessment.ratings import Rating
from assessment.ratings_csv import MAX_PROBLEMS, parse_ratings_csv, write_ratings_csv
from assessment.rubric import Node, Rubric, Scale

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(
            id="insight",
            name="Insight",
            children=(
                Node(id="insight.strategy", name="Customer data strategy"),
                Node(id="insight.collect", name="Collection"),
            ),
        ),
        Node(id="service", name="Service", children=(Node(id="service.shops", name="Shops"),)),
    ),
    translations={"zh": {"service.shops.name": "营业厅"}},
)
UNITS = ("shenzhen", "guangzhou")
HEADER = "unit,wave,rater,indicator,score,state,confidence,note\n"


def parse(text: str | bytes, units: tuple[str, ...] | None = UNITS) -> tuple[list[Rating], list[Problem]]:
    data = text if isinstance(text, bytes) else text.encode()
    return parse_ratings_csv(data, "ratings.csv", RUBRIC, units)


def test_a_full_row_is_a_rating() -> None:
    """
    unit,wave,rater,indicator,score,state,confidence,note
    shenzhen,2003,li,insight.strategy,2.5,scored,high,"seen, twice"
    """
    ratings, problems = parse(docstring(test_a_full_row_is_a_rating))
    assert problems == []
    assert ratings == [
        Rating(
            unit="shenzhen",
            wave="2003",
            rater="li",
            indicator="insight.strategy",
            score=2.5,
            confidence="high",
            note="seen, twice",
        )
    ]


def docstring(test: object) -> str:
    lines = (test.__doc__ or "").strip().splitlines()
    return "\n".join(line.strip() for line in lines) + "\n"


def test_unit_indicator_and_score_are_enough() -> None:
    ratings, problems = parse("indicator,score,unit\nservice.shops,0,shenzhen\n")
    assert problems == []
    assert [(r.wave, r.rater, r.score, r.state) for r in ratings] == [("1", "import", 0.0, "scored")]


def test_the_other_two_states_need_no_score() -> None:
    text = (
        "unit,indicator,state,note\nshenzhen,service.shops,NA,no shops\nshenzhen,insight.collect,unknown,\n"
    )
    ratings, problems = parse(text)
    assert problems == []
    assert [(r.state, r.score, r.note) for r in ratings] == [("na", None, "no shops"), ("unknown", None, "")]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + HEADER.encode(), HEADER.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(data: bytes) -> None:
    row = b"shenzhen,,,service.shops,1,,,\r\n\r\n,,,,,,,\r\n"
    ratings, problems = parse(data + row)
    assert (len(ratings), problems) == (1, [])


def test_text_that_looks_like_a_formula_stays_text() -> None:
    text = 'unit,indicator,score,note\nshenzhen,service.shops,1,"=HYPERLINK(""x"")"\n'
    assert parse(text)[0][0].note == '=HYPERLINK("x")'


def test_a_mark_is_carried_over() -> None:
    ratings, _ = parse("unit,indicator,score,mark\nshenzhen,service.shops,1,inferred\n")
    assert ratings[0].mark == "inferred"


def test_any_unit_is_taken_where_none_are_named() -> None:
    assert parse("unit,indicator,score\nanywhere,service.shops,1\n", None)[1] == []


ROW_DEFECTS = [
    (",,,service.shops,1,,,", "ratings-unit-empty", 1, "", ""),
    ("shenzen,,,service.shops,1,,,", "ratings-unit-unknown", 1, "shenzen", "shenzhen"),
    ("paris,,,service.shops,1,,,", "ratings-unit-unknown", 1, "paris", "shenzhen, guangzhou"),
    ("shenzhen,,,,1,,,", "ratings-indicator-empty", 4, "", ""),
    ("shenzhen,,,service.shop,1,,,", "ratings-indicator-unknown", 4, "service.shop", "service.shops"),
    ("shenzhen,,,营业厅,1,,,", "ratings-indicator-unknown", 4, "营业厅", "service.shops"),
    ("shenzhen,,,insight,1,,,", "ratings-indicator-above", 4, "insight", "insight.strategy, insight.collect"),
    ('shenzhen,,,service.shops,"2,5",,,', "ratings-score-comma", 5, "2,5", "2.5"),
    ("shenzhen,,,service.shops,2，5,,,", "ratings-score-comma", 5, "2，5", "2.5"),
    ("shenzhen,,,service.shops,good,,,", "ratings-score-not-a-number", 5, "good", "0–5"),
    ("shenzhen,,,service.shops,nan,,,", "ratings-score-not-a-number", 5, "nan", "0–5"),
    ("shenzhen,,,service.shops,1e0,,,", "ratings-score-not-a-number", 5, "1e0", "0–5"),
    ("shenzhen,,,service.shops,２,,,", "ratings-score-not-a-number", 5, "２", "0–5"),
    ("shenzhen,,,service.shops,5.5,,,", "ratings-score-off-scale", 5, "5.5", "0–5"),
    ("shenzhen,,,service.shops,-1,,,", "ratings-score-off-scale", 5, "-1", "0–5"),
    ("shenzhen,,,service.shops,2.3,,,", "ratings-score-off-step", 5, "2.3", "2, 2.5"),
    ("shenzhen,,,service.shops,,,,", "ratings-nothing-said", 5, "", ""),
    ("shenzhen,,,service.shops,1,ok,,", "ratings-state-unknown", 6, "ok", "scored, na, unknown"),
    ("shenzhen,,,service.shops,,scored,,", "ratings-score-missing", 5, "", ""),
    ("shenzhen,,,service.shops,1,na,,no shops", "ratings-score-not-meant", 6, "na", "1"),
    ("shenzhen,,,service.shops,1,unknown,,", "ratings-score-not-meant", 6, "unknown", "1"),
    ("shenzhen,,,service.shops,,na,, ", "ratings-na-reason", 8, "", ""),
    ("shenzhen,,,service.shops,1,,sure,", "ratings-confidence-unknown", 7, "sure", "low, medium, high"),
    ("shenzhen,,,service.shops,1,,,a,b", "table-cells", 9, "9", "8"),
]


@pytest.mark.parametrize(("row", "code", "column", "found", "allowed"), ROW_DEFECTS)
def test_a_defect_of_a_row_is_told_with_its_place_and_cure(
    row: str, code: str, column: int, found: str, allowed: str
) -> None:
    ratings, problems = parse(f"{HEADER}guangzhou,,,service.shops,1,,,\n{row}\n")
    assert ratings == []
    assert [(p.code, p.line, p.column, p.found, p.allowed) for p in problems] == [
        (code, 3, column, found, allowed)
    ]
    for lang in LANGUAGES:
        assert found in problems[0].sentence(lang)
        assert allowed in problems[0].sentence(lang)


def test_a_mark_that_is_none_is_told() -> None:
    _, problems = parse("unit,indicator,score,mark\nshenzhen,service.shops,1,perhaps\n")
    assert [(p.code, p.allowed) for p in problems] == [("ratings-mark-unknown", "inferred, illegible")]


FILE_DEFECTS = [
    ("unit,indicator,score\n深圳,service.shops,1\n".encode("utf-16"), "file-encoding"),
    ("unit,indicator,score\n深圳,service.shops,1\n".encode("utf-16-le"), "file-encoding"),
    ("unit,indicator,score\n深圳,service.shops,1\n".encode("gbk"), "file-encoding"),
    (b"unit,indicator,score\nshenzhen,service.shops,1\x00\n", "ratings-binary"),
    (b"", "file-empty"),
    (b"\xef\xbb\xbf\r\n", "file-empty"),
    (HEADER.encode(), "ratings-no-rows"),
    (b"unit;indicator;score\nshenzhen;service.shops;2,5\n", "table-separator"),
    (b"unit,indicator,score\nshenzhen,service.shops,1\n" + b"x" * 50_000_000, "file-too-large"),
]


@pytest.mark.parametrize(("data", "code"), FILE_DEFECTS)
def test_a_file_that_cannot_be_read_says_why_in_one_problem(data: bytes, code: str) -> None:
    ratings, problems = parse(data)
    assert ratings == []
    assert [problem.code for problem in problems] == [code]
    assert problems[0].sentence("zh") != problems[0].sentence("en")


def test_the_size_of_a_file_that_is_too_large_is_told() -> None:
    (problem,) = parse(b"x" * 50_000_000)[1]
    assert (problem.found, problem.allowed) == ("50.0 MB", "20 MB")


@pytest.mark.parametrize(
    ("header", "code", "key"),
    [
        ("wave,indicator,score", "table-column-missing", "unit"),
        ("unit,wave,score", "table-column-missing", "indicator"),
        ("unit,indicator,note", "ratings-column-score", ""),
        ("unit,indicator,score,unit", "table-column-twice", "unit"),
    ],
)
def test_a_header_that_does_not_fit_refuses_the_file(header: str, code: str, key: str) -> None:
    ratings, problems = parse(f"{header}\nshenzhen,service.shops,1,shenzhen\n")
    assert ratings == []
    assert (code, key) in [(p.code, p.key) for p in problems]


def test_an_unknown_column_is_a_warning_and_the_ratings_are_taken() -> None:
    ratings, problems = parse("unit,indicator,score,notes\nshenzhen,service.shops,1,seen\n")
    assert len(ratings) == 1
    assert [(p.code, p.severity, p.column, p.allowed) for p in problems] == [
        ("ratings-column-unknown", "warning", 4, "note")
    ]


def test_a_missing_closing_quote_is_told_where_the_row_begins() -> None:
    _, problems = parse(
        'unit,indicator,score,note\nshenzhen,service.shops,1,"seen\nguangzhou,service.shops,1,\n'
    )
    assert [(p.code, p.line) for p in problems] == [("table-broken", 2)]


def test_the_same_rating_twice_is_told_with_the_line_of_the_first() -> None:
    rows = ["shenzhen,service.shops,1,", "guangzhou,service.shops,1,", "shenzhen,service.shops,2,1"]
    text = "\n".join(["unit,indicator,score,wave", *rows])
    _, problems = parse(text)
    assert [(p.code, p.line, p.found, p.allowed) for p in problems] == [
        ("ratings-row-twice", 4, "shenzhen, 1, import, service.shops", "2")
    ]


def test_all_problems_are_told_at_once_and_nothing_is_taken() -> None:
    """
    unit,wave,rater,indicator,score,state,confidence,note
    paris,1,li,service.shops,2,,,
    shenzhen,1,li,service.shop,"2,5",,sure,"a note
    over two lines"
    shenzhen,1,li,service.shops,2,,,
    shenzhen,1,li,service.shops,,na,,
    """
    ratings, problems = parse(docstring(test_all_problems_are_told_at_once_and_nothing_is_taken))
    assert ratings == []
    assert [(p.code.removeprefix("ratings-"), p.line) for p in problems] == [
        ("unit-unknown", 2),
        ("indicator-unknown", 3),
        ("score-comma", 3),
        ("confidence-unknown", 3),
        ("na-reason", 6),
        ("row-twice", 6),
    ]


def test_a_file_of_nothing_but_problems_stops_after_a_thousand() -> None:
    _, problems = parse("unit,indicator,score\n" + "x,y,z\n" * 2_000)
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].code == "ratings-too-many"


def test_a_scale_without_steps_takes_any_score_on_it() -> None:
    rubric = RUBRIC.model_copy(update={"scale": Scale(min=1, max=4, step=None)})
    data = b"unit,indicator,score\na,service.shops,3.14159\nb,service.shops,0.5\n"
    _, problems = parse_ratings_csv(data, "ratings.csv", rubric)
    assert [(p.code, p.line, p.allowed) for p in problems] == [("ratings-score-off-scale", 3, "1–4")]


def test_a_written_file_opens_in_a_spreadsheet_with_its_chinese_text() -> None:
    rating = Rating(
        unit="shenzhen", wave="1", rater="li", indicator="service.shops", score=2.0, note="营业厅, 见"
    )
    expected = HEADER.replace("\n", "\r\n") + 'shenzhen,1,li,service.shops,2,scored,,"营业厅, 见"\r\n'
    assert write_ratings_csv([rating]) == b"\xef\xbb\xbf" + expected.encode()


PLAIN = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")
IDS = st.text(PLAIN, min_size=1, max_size=12).map(str.strip).filter(bool)
NOTES = st.text(PLAIN, max_size=40).map(str.strip)


@st.composite
def ratings_of_the_rubric(draw: st.DrawFn) -> Rating:
    state = draw(st.sampled_from(["scored", "na", "unknown"]))
    note = draw(NOTES)
    return Rating.model_validate(
        {
            "unit": draw(IDS),
            "wave": draw(IDS),
            "rater": draw(IDS),
            "indicator": draw(st.sampled_from([node.id for node in RUBRIC.indicators])),
            "score": draw(st.sampled_from(RUBRIC.scale.steps())) if state == "scored" else None,
            "state": state,
            "confidence": draw(st.sampled_from([None, "low", "medium", "high"])),
            "note": note or "=1+1" if state == "na" else note,
            "mark": draw(st.sampled_from(["", "inferred"])),
        }
    )


@given(st.lists(ratings_of_the_rubric(), min_size=1, unique_by=lambda rating: rating.key))
def test_what_is_written_is_read_back_the_same(ratings: list[Rating]) -> None:
    assert parse(write_ratings_csv(ratings), None) == (ratings, [])


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_makes_the_reader_fail(data: bytes) -> None:
    ratings, problems = parse(data)
    assert bool(ratings) != any(problem.severity == "error" for problem in problems)
