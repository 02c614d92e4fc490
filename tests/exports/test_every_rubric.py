"""Whatever rubric is shipped, an engagement on it can be rated and its report handed over."""

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment import service
from assessment.catalogue import Lang
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.ratings import Rating
from assessment.report import Report
from assessment.report.wording import headed
from assessment.rubric import Rubric
from assessment.starting import Beginning, start_engagement
from exports.deck import deck
from exports.workbook import workbook

SHELF = FileShelf()
WAVE = "2026-06-01"


def reported(rubric: Rubric, lang: Lang) -> Report:
    """The report on South, rated with every level in turn; North is rated at the top throughout."""
    store = MemoryStore()
    units, day = "North\nSouth", dt.date(2026, 6, 1)
    beginning = Beginning("Own", rubric.id, rubric.version, units, "", day, "Ann")
    engagement, problems = start_engagement(store, SHELF, beginning)
    assert problems == []
    assert engagement is not None
    steps = rubric.scale.steps()
    scores = [(leaf.id, steps[place % len(steps)]) for place, leaf in enumerate(rubric.indicators)]
    south = [Rating(unit="south", wave=WAVE, rater="Ann", indicator=leaf, score=it) for leaf, it in scores]
    north = [one.model_copy(update={"unit": "north", "score": steps[-1]}) for one in south]
    store.save_ratings(engagement, [*south, *north])
    return service.make_report(store, SHELF, engagement, "south", WAVE, lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("name", "version"), SHELF.rubrics())
def test_a_report_on_every_shipped_rubric_speaks_of_its_own_tiers(
    name: str, version: str, lang: Lang
) -> None:
    rubric = SHELF.rubric(name, version)
    report = reported(rubric, lang)

    tiers = [headed(rubric.tier_name(tier, lang)) for tier in rubric.tiers]
    first = report.of_kind("capability")[0]
    assert report.section("profile").table("profile.scores").columns[0].title == tiers[-2:][0]
    assert first.table(f"{first.id}.indicators").columns[0].title == tiers[-1]
    chart = first.charts[0]
    assert tiers[-1].lower() in chart.title
    assert (chart.axis_min, chart.axis_max) == (rubric.scale.min, rubric.scale.max)


@pytest.mark.parametrize(("name", "version"), SHELF.rubrics())
def test_deck_and_workbook_of_every_shipped_rubric_open(name: str, version: str) -> None:
    report = reported(SHELF.rubric(name, version), "zh")

    assert len(Presentation(BytesIO(deck(report))).slides) > len(report.of_kind("capability"))
    assert load_workbook(BytesIO(workbook(report)), read_only=True).sheetnames


def test_a_rubric_of_one_tier_lists_its_questions_once_and_names_no_peers_that_are_not_there() -> None:
    rubric = SHELF.rubric("account-team-self-check")
    report = reported(rubric, "en")

    every = ("overall", *(leaf.id for leaf in rubric.indicators))
    assert report.section("profile").table("profile.scores").row_ids == every
    side_by_side = report.section("comparison").tables
    assert [(table.title, table.row_ids) for table in side_by_side] == [("Scores of all units", every)]


def test_indicators_side_by_side_are_called_what_the_rubric_calls_them() -> None:
    report = reported(SHELF.rubric("enterprise-customer-modules"), "en")

    assert report.section("comparison").table("comparison.indicators").title == "Module scores of all units"
