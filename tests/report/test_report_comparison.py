from dataclasses import replace

import pytest

from assessment.catalogue import Lang
from assessment.engagement import Unit
from assessment.ratings import Rating
from assessment.report.comparison import comparison_section, comparison_title
from assessment.report.material import Material
from assessment.scoring import NodeScore, Scorer
from tests.report.sample_material import EMPTY, MATERIAL, NORTH, RUBRIC, SOUTH, of

EAST = Unit(id="east", name="East", name_zh="东方")


def _ranked(unit: Unit, **overall: float | None) -> Material:
    """Units with nothing but an overall score."""
    scores = {
        name: {
            "overall": NodeScore("overall", "overall", score, 0.0, 5.0, 1.0, "scored" if score else "no-data")
        }
        for name, score in overall.items()
    }
    return replace(MATERIAL, unit=unit, units=(NORTH, SOUTH, EAST, EMPTY), scores=scores)


@pytest.mark.parametrize(
    ("material", "said"),
    [
        (
            _ranked(NORTH, north=1.7986, south=1.8344),
            "North ranks 2 of 2 with 1.80 overall; first: South, 1.83",
        ),
        (
            _ranked(NORTH, north=1.0, south=2.0, east=2.0),
            "North ranks 3 of 3 with 1.0 overall; first: South and East, 2.0",
        ),
        (_ranked(NORTH, north=2.0, south=1.0), "North leads 2 ranked units with 2.0 overall"),
        (_ranked(NORTH, north=1.8344, south=1.7986), "North leads 2 ranked units with 1.83 overall"),
        (
            _ranked(NORTH, north=2.04, south=2.04, east=1.98),
            "North and South share first place with 2.04 overall",
        ),
        (_ranked(NORTH, north=2.0, south=2.0), "North and South share first place with 2.0 overall"),
        (_ranked(NORTH, north=2.0, south=None), "North alone has an overall score so far: 2.0"),
        (
            _ranked(NORTH, north=None, south=2.0),
            "Highest overall: South with 2.0; North has no overall score to rank",
        ),
        (
            _ranked(EMPTY, north=1.0, south=2.0),
            "Highest overall: South with 2.0; West has no overall score to rank",
        ),
        (_ranked(NORTH, north=None, south=None), "No unit has an overall score to rank by yet"),
        (_ranked(NORTH, south=2.0), "South is the only unit assessed so far"),
        (_ranked(NORTH), "No unit has been assessed yet"),
    ],
)
def test_the_title_ranks_the_units_that_have_an_overall_score(material: Material, said: str) -> None:
    assert comparison_title(material, "en") == said


@pytest.mark.parametrize(
    ("material", "said"),
    [
        (
            _ranked(NORTH, north=1.7986, south=1.8344),
            "北方总体得分 1.80，在 2 个单位中排第 2；居首的是南方，1.83",
        ),
        (_ranked(NORTH, north=2.0, south=1.0), "北方以总体得分 2.0 居 2 个参评单位之首"),
        (_ranked(NORTH, north=2.0, south=2.0), "北方、南方以总体得分 2.0 并列第一"),
        (_ranked(NORTH, north=None, south=2.0), "南方总体得分最高，为 2.0；北方暂无总体得分，不参与排名"),
    ],
)
def test_the_title_reads_right_in_chinese(material: Material, said: str) -> None:
    assert comparison_title(material, "zh") == said


def test_every_unit_with_ratings_has_a_column_and_the_reports_unit_comes_first() -> None:
    table = comparison_section(MATERIAL, "en").table("comparison.scores")

    assert [column.key for column in table.columns] == [
        "node",
        "tier",
        "unit.north",
        "unit.south",
        "peer.abroad",
        "peer.coast",
    ]


@pytest.mark.parametrize(
    ("lang", "insight"),
    [
        ("en", ["Insight", "Dimension", "1.6", "not enough data", "2.0", "4.0"]),
        ("zh", ["洞察", "维度", "1.6", "数据不足", "2.0", "4.0"]),
    ],
)
def test_units_and_peers_stand_side_by_side(lang: Lang, insight: list[str]) -> None:
    table = comparison_section(MATERIAL, lang).table("comparison.scores")

    assert [cell.shown for cell in table.rows[1]] == insight
    assert len(table.rows) == len(table.row_ids) == len(table.row_depths) == 6


def test_indicators_of_all_units_follow_in_the_order_of_the_interview() -> None:
    table = comparison_section(MATERIAL, "en").table("comparison.indicators")

    assert table.row_ids == tuple(leaf.id for leaf in MATERIAL.rubric.indicators)
    assert [cell.shown for cell in table.rows[5]] == ["Desk", "Skills", "not assessed†", "not assessed"]


def test_the_chart_colours_the_reports_unit_as_the_unit() -> None:
    chart = comparison_section(MATERIAL, "en").chart("comparison.dimensions")

    assert [(series.id, series.role) for series in chart.series] == [
        ("north", "unit"),
        ("south", "second"),
        ("best", "best"),
    ]
    assert chart.series[1].labels == ("not enough data", "not enough data")


def test_in_a_report_on_an_unrated_unit_the_others_keep_their_colours() -> None:
    chart = comparison_section(of(EMPTY), "en").chart("comparison.dimensions")

    assert [series.role for series in chart.series] == ["second", "peer", "best"]


def test_the_lead_names_who_has_no_overall_score_and_who_no_ratings() -> None:
    assert comparison_section(MATERIAL, "en").lead == (
        "Not enough data for an overall score: South. Not assessed yet: West."
    )


def test_units_of_different_scope_make_a_footnote() -> None:
    left_out = NodeScore("insight.use.offers", "indicator", None, None, None, None, "na")
    scores = {**MATERIAL.scores, "south": {**MATERIAL.scores["south"], left_out.node: left_out}}

    notes = comparison_section(replace(MATERIAL, scores=scores), "en").notes
    assert notes[-1].startswith("Not every indicator applies to every unit")
    assert not any(note.startswith("Not every") for note in comparison_section(MATERIAL, "en").notes)


def _whole(unit: str, insight: float | None, service: float | None) -> dict[str, Rating]:
    """The same score for every indicator of a dimension; None where it does not apply."""
    scores = {"insight": insight, "service": service}
    return {
        leaf.id: Rating(
            unit=unit,
            wave="w1",
            rater="ann",
            indicator=leaf.id,
            score=scores[leaf.id.split(".")[0]],
            state="na" if scores[leaf.id.split(".")[0]] is None else "scored",
            note="No such business.",
        )
        for leaf in RUBRIC.indicators
    }


def _scoped(unit: Unit, **ratings: dict[str, Rating]) -> Material:
    scores = {name: Scorer(RUBRIC).unit(found) for name, found in ratings.items()}
    return replace(MATERIAL, unit=unit, units=(NORTH, SOUTH, EAST), ratings=ratings, scores=scores)


def test_units_of_different_scope_are_ranked_on_the_indicators_that_apply_to_both() -> None:
    material = _scoped(SOUTH, north=_whole("north", None, 3.0), south=_whole("south", 0.0, 3.5))
    assert material.result("north", "overall").score == 3.0
    assert material.result("south", "overall").score == (0.0 + 3.5) / 2

    section = comparison_section(material, "en")

    assert section.title == "South leads 2 ranked units with 3.5 on common indicators"
    assert section.lead.startswith("2 of 6 indicators apply to both: the ranking stands on these")
    assert [cell.shown for cell in section.table("comparison.scores").rows[0][2:4]] == ["1.8", "3.0"]


def test_the_ranking_on_common_indicators_reads_right_in_chinese() -> None:
    material = _scoped(NORTH, north=_whole("north", None, 3.0), south=_whole("south", 0.0, 3.5))
    section = comparison_section(material, "zh")

    assert section.title == "北方共同适用指标得分 3.0，在 2 个单位中排第 2；居首的是南方，3.5"
    assert section.lead.startswith("6 项指标中有 2 项对两个单位均适用：排名以这些指标为准")


def test_of_three_units_what_one_lacks_counts_for_none() -> None:
    material = _scoped(
        NORTH,
        north=_whole("north", None, 3.0),
        south=_whole("south", 5.0, 3.0),
        east=_whole("east", 5.0, 1.0),
    )
    section = comparison_section(material, "en")

    assert section.title == "North and South share first place with 3.0 on common indicators"
    assert section.lead.startswith("2 of 6 indicators apply to all 3 ranked units: ")


def test_the_same_scope_is_ranked_without_a_word_about_it() -> None:
    material = _scoped(NORTH, north=_whole("north", None, 3.0), south=_whole("south", None, 3.5))
    section = comparison_section(material, "en")

    assert section.title == "North ranks 2 of 2 with 3.0 overall; first: South, 3.5"
    assert "indicators apply" not in section.lead


def test_units_without_a_common_indicator_cannot_be_ranked() -> None:
    material = _scoped(NORTH, north=_whole("north", None, 3.0), south=_whole("south", 2.0, None))

    assert comparison_title(material, "en") == "Too few indicators apply to all units to rank them"


def test_a_unit_may_lack_the_data_for_a_score_on_the_common_indicators() -> None:
    """South: insight is three quarters of its assessed weight, of service only one half is assessed."""
    south = _whole("south", 4.0, 3.0)
    del south["service.desk.skills"]
    rubric = RUBRIC.model_copy(update={"min_coverage": 0.5})
    ratings = {"north": _whole("north", None, 3.0), "south": south}
    material = replace(_scoped(SOUTH, **ratings), rubric=RUBRIC)
    fuller = {name: Scorer(rubric).unit(found) for name, found in ratings.items()}

    section = comparison_section(replace(material, scores=fuller), "en")

    assert section.title == "Highest on common indicators: North with 3.0; South has no score to rank"
    assert section.lead.startswith("2 of 6 indicators apply to both")
    assert comparison_title(replace(material, unit=NORTH, scores=fuller), "en") == (
        "North alone has a score on the indicators that apply to all units: 3.0"
    )


def test_with_nobody_assessed_there_is_a_title_and_no_table() -> None:
    section = comparison_section(_ranked(NORTH), "zh")

    assert section.title == "尚无单位完成评估"
    assert (section.tables, section.charts) == ((), ())
