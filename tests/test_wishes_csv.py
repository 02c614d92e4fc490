"""Importance and targets from a file: what is understood, and everything that is wrong with it."""

import datetime as dt

from assessment.catalogue import LANGUAGES
from assessment.ratings import Target
from assessment.wishes_csv import Wishes, parse_wishes_csv
from tests.small_rubric import RUBRIC


def read(text: str) -> tuple[Wishes, list[tuple[str, int | None, str]]]:
    wishes, problems = parse_wishes_csv(text.encode(), "wishes.csv", RUBRIC, ["north"])
    assert all(problem.report(lang) for problem in problems for lang in LANGUAGES)
    return wishes, [(problem.code, problem.line, problem.found) for problem in problems]


def test_grades_and_targets_are_read_by_unit_and_node() -> None:
    wishes, problems = read(
        "node,unit,importance,target,due\na,,high,4,2027-06-30\na.1,north,,3,\nb,,low,,\n"
    )
    assert problems == []
    assert wishes.importance == {("", "a"): "high", ("", "b"): "low"}
    assert wishes.targets == {
        ("", "a"): Target(level=4, due=dt.date(2027, 6, 30)),
        ("north", "a.1"): Target(level=3),
    }


def test_every_mistake_is_said_with_its_line() -> None:
    text = (
        "node,unit,importance,target,due\nc,,high,,\na,south,vital,9,soon\na,,,,2027-01-01\n"
        "b,,low,,\nb,,high,,\n"
    )
    wishes, problems = read(text)
    assert problems == [
        ("wishes-node", 2, "c"),
        ("ratings-unit-unknown", 3, "south"),
        ("wishes-importance", 3, "vital"),
        ("wishes-target", 3, "9"),
        ("wishes-due", 3, "soon"),
        ("wishes-due-alone", 4, "2027-01-01"),
        ("wishes-twice", 6, "b"),
    ]
    assert wishes.importance == {("", "b"): "low"}


def test_a_file_that_is_no_text_is_refused() -> None:
    wishes, problems = parse_wishes_csv(b"\xff\xfe\x00", "wishes.csv", RUBRIC)
    assert wishes == Wishes()
    assert problems
