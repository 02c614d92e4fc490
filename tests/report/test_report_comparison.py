from dataclasses import replace

import pytest

from assessment.catalogue import Lang
from assessment.engagement import Unit
from assessment.report.comparison import comparison_section, comparison_title
from assessment.report.material import Material
from assessment.scoring import NodeScore
from tests.report.sample_material import EMPTY, MATERIAL, NORTH, SOUTH, of

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


def test_with_nobody_assessed_there_is_a_title_and_no_table() -> None:
    section = comparison_section(_ranked(NORTH), "zh")

    assert section.title == "尚无单位完成评估"
    assert (section.tables, section.charts) == ((), ())
