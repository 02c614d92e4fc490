"""Starting an engagement of one's own."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.ratings import Rating
from assessment.service import make_report
from assessment.starting import Beginning, new_id, offered_first, parse_units, start_engagement

RUBRIC = ("crm-five-capabilities", "2003.1")


def begin(name: str = "North Mobile 2026", units: str = "Harbour City", person: str = "") -> Beginning:
    return Beginning(name, *RUBRIC, units, "", dt.date(2026, 3, 1), person)


def test_among_several_rubrics_the_one_with_published_figures_is_offered_first() -> None:
    shelf = FileShelf()
    assert len(shelf.rubrics()) > 1
    assert shelf.rubrics()[offered_first(shelf)] == RUBRIC


def test_without_published_figures_the_first_rubric_is_offered(tmp_path: Path) -> None:
    assert offered_first(FileShelf(tmp_path)) == 0


@pytest.mark.parametrize("name", ["consensus", "Consensus", "Ann + Bob"])
def test_the_first_rater_may_not_be_called_like_an_adopted_rating(name: str) -> None:
    store = MemoryStore()

    engagement, problems = start_engagement(store, FileShelf(), begin(person=name))

    assert engagement is None
    assert [problem.code for problem in problems] == ["start.reserved-name"]
    assert store.engagements() == []


def test_every_line_is_a_unit() -> None:
    units, problems = parse_units("Harbour City\n\n  Hill   City \n")
    assert [(unit.id, unit.name, unit.parent) for unit in units] == [
        ("harbour-city", "Harbour City", None),
        ("hill-city", "Hill City", None),
    ]
    assert problems == []


def test_a_unit_goes_below_the_one_before_the_arrow_and_parents_come_first() -> None:
    units, _ = parse_units("North > East > Harbour\nEast > Hill")
    assert [(unit.name, unit.kind, unit.parent) for unit in units] == [
        ("North", "group", None),
        ("East", "province", "north"),
        ("Harbour", "branch", "east"),
        ("Hill", "branch", "east"),
    ]


def test_a_unit_may_be_named_before_its_parent_is() -> None:
    units, problems = parse_units("Harbour\nNorth > Harbour")
    assert [(unit.name, unit.parent) for unit in units] == [("North", None), ("Harbour", "north")]
    assert problems == []


def test_chinese_names_and_the_full_width_arrow_are_understood() -> None:
    units, _ = parse_units("北方移动＞海港分公司")
    assert [(unit.id, unit.parent) for unit in units] == [("北方移动", None), ("海港分公司", "北方移动")]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("North > ", ["units.empty-name"]),
        ("North > Harbour\nSouth > Harbour", ["units.two-parents"]),
        ("A > B\nB > A", ["units.circle", "units.circle"]),
        ("North > \nA > C\nB > C", ["units.empty-name", "units.two-parents"]),
    ],
)
def test_lines_that_contradict_are_problems_and_no_unit_is_made(lines: str, codes: list[str]) -> None:
    units, problems = parse_units(lines)
    assert units == []
    assert [problem.code for problem in problems] == codes
    assert all(problem.sentence("en") and problem.sentence("zh") for problem in problems)


@given(st.text())
def test_any_text_gives_units_with_parents_first_or_problems(lines: str) -> None:
    units, problems = parse_units(lines)
    seen: set[str] = set()
    for unit in units:
        assert unit.parent is None or unit.parent in seen
        assert unit.id not in seen
        seen.add(unit.id)
    assert not (units and problems)


def test_an_engagement_starts_with_its_rubric_units_wave_and_first_rater() -> None:
    store, shelf = MemoryStore(), FileShelf()
    engagement, problems = start_engagement(store, shelf, begin(person="  Li  Wei "))
    assert (engagement, problems) == ("north-mobile-2026", [])
    found = store.engagement("north-mobile-2026")
    assert (found.rubric_version, found.benchmark) == ("2003.1", "operators-2003")
    assert found.rubric_fingerprint == shelf.rubric(*RUBRIC).fingerprint
    assert [wave.name for wave in store.waves(found.id)] == ["2026-03-01"]
    assert [person.name for person in store.people(found.id)] == ["Li Wei"]


def test_a_unit_named_like_a_published_operator_does_not_take_its_figures_for_its_own() -> None:
    store, shelf = MemoryStore(), FileShelf()
    engagement, _ = start_engagement(store, shelf, begin(units="Shenzhen Telecom\nHarbour"))
    assert engagement is not None
    assert [unit.id for unit in store.units(engagement)] == ["shenzhen-telecom-2", "harbour"]

    rubric = shelf.rubric(*RUBRIC)
    store.save_ratings(
        engagement,
        [
            Rating(unit="shenzhen-telecom-2", wave="2026-03-01", rater="ann", indicator=leaf.id, score=4.0)
            for leaf in rubric.indicators
        ],
    )
    report = make_report(store, shelf, engagement, "shenzhen-telecom-2", "2026-03-01", "en")

    own = [section for section in report.sections if section.kind in {"profile", "capability"}]
    columns = [column.key for section in own for table in section.tables for column in table.columns]
    assert "reference" in columns
    assert not any(key.startswith("published") for key in columns)
    assert not any(section.lead.startswith("Published") for section in own)
    findings = {
        row[2].shown
        for section in report.of_kind("capability")
        for row in section.table(f"{section.id}.indicators").rows
    }
    assert findings == {"no finding recorded"}
    assert not any(section.charts for section in report.of_kind("published"))


def test_the_same_name_again_gets_an_id_of_its_own() -> None:
    store, shelf = MemoryStore(), FileShelf()
    start_engagement(store, shelf, begin())
    assert start_engagement(store, shelf, begin())[0] == "north-mobile-2026-2"


def test_everything_missing_is_told_at_once_and_nothing_is_written() -> None:
    store = MemoryStore()
    engagement, problems = start_engagement(store, FileShelf(), begin(name=" ", units=" > A"))
    assert engagement is None
    assert [problem.code for problem in problems] == ["start.no-name", "units.empty-name"]
    assert store.engagements() == []


def test_an_engagement_needs_a_unit() -> None:
    _, problems = start_engagement(MemoryStore(), FileShelf(), begin(units=" \n"))
    assert [problem.code for problem in problems] == ["units.none"]


def test_a_name_of_signs_only_still_gets_an_id() -> None:
    assert new_id("***", {"new"}) == "new-2"
