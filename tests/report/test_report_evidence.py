from dataclasses import replace

from assessment.ratings import Rating
from assessment.report.evidence_section import evidence_section
from tests.report.sample_material import EMPTY, EVIDENCE, MATERIAL, RUBRIC, of


def test_there_is_one_table_per_rated_unit_the_reports_own_first() -> None:
    section = evidence_section(MATERIAL, "en")

    assert [table.id for table in section.tables] == ["evidence.north", "evidence.south"]
    assert section.title == "Evidence is recorded for 1 of 6 indicators of North"
    assert section.lead == "Units with ratings: North and South."


def test_marked_figures_are_named_under_the_table_of_their_own_unit() -> None:
    section = evidence_section(MATERIAL, "en")
    north, south = section.tables

    assert (section.notes, south.notes) == ((), ())
    assert north.notes == (
        "† Illegible in the source: treated as not assessed, never guessed. (North: Skills)",
    )


def test_a_row_says_score_state_confidence_finding_source_and_note() -> None:
    rating = MATERIAL.ratings["north"]["insight.collect.inside"].model_copy(
        update={"confidence": "high", "note": "Twice asked."}
    )
    ratings = {**MATERIAL.ratings, "north": {**MATERIAL.ratings["north"], rating.indicator: rating}}
    table = evidence_section(replace(MATERIAL, ratings=ratings), "zh").table("evidence.north")

    assert [cell.shown for cell in table.rows[0]] == [
        "内部数据",
        "1.0",
        "已评分",
        "高",
        "只保存账单。=SUM(1,2) 写在单元格中。",
        "信息部主任",
        "Twice asked.",
    ]


def test_an_indicator_without_a_rating_is_not_assessed() -> None:
    table = evidence_section(MATERIAL, "en").table("evidence.south")

    assert [cell.shown for cell in table.rows[2]] == [
        "Offers",
        "not assessed",
        "not assessed",
        "not stated",
        "no finding recorded",
        "not stated",
        "",
    ]


def test_an_indicator_that_does_not_apply_gives_its_reason() -> None:
    reason = Rating(
        unit="north", wave="w1", rater="a", indicator="service.desk.calls", state="na", note="No desk here."
    )
    ratings = {"north": {**MATERIAL.ratings["north"], reason.indicator: reason}}
    table = evidence_section(replace(MATERIAL, ratings=ratings), "en").table("evidence.north")

    assert (table.rows[4][4].text, table.rows[4][6].text) == ("no finding recorded", "No desk here.")


def test_full_evidence_is_said_to_be_full() -> None:
    item = EVIDENCE["north", "insight.collect.inside"]
    full = replace(MATERIAL, evidence={("north", leaf.id): item for leaf in RUBRIC.indicators})

    assert evidence_section(full, "en").title == "Evidence is recorded for all 6 indicators of North"


def test_a_unit_without_ratings_has_a_title_that_says_so() -> None:
    section = evidence_section(of(EMPTY), "zh")

    assert section.title == "西部尚无评分"
    assert [table.id for table in section.tables] == ["evidence.south", "evidence.north"]


def test_with_no_ratings_at_all_there_is_no_table() -> None:
    section = evidence_section(replace(of(EMPTY), scores={}, ratings={}), "en")

    assert (section.lead, section.tables) == ("", ())
