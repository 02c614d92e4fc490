from dataclasses import replace

import pytest

from assessment.catalogue import Lang
from assessment.published import Verdict
from assessment.report.capability import capability_section, capability_sections
from assessment.report.material import Material
from assessment.scoring import NodeScore
from tests.report.sample_material import EMPTY, MATERIAL, NORTH_SCORES, PUBLISHED, SOUTH, of, result

ALONE = replace(MATERIAL, benchmark=None, reference="", published=())


def _title(node: str, lang: Lang = "en", material: Material = MATERIAL) -> str:
    return capability_section(material, node, lang).title


def _changed(material: Material, *changed: NodeScore) -> Material:
    return replace(material, scores={"north": {**NORTH_SCORES, **{one.node: one for one in changed}}})


def test_there_is_one_section_per_capability_in_the_authors_order() -> None:
    assert [section.id for section in capability_sections(MATERIAL, "en")] == [
        "capability.insight.collect",
        "capability.insight.use",
        "capability.service.desk",
    ]


def test_the_title_says_how_far_the_capability_is_from_the_best() -> None:
    assert _title("insight.collect") == "Collecting scores 1.3, 1.3 below Abroad Wireless"
    assert _title("insight.collect", "zh") == "收集得分 1.3，比 Abroad Wireless 低 1.3"
    assert _title("insight.use") == "Using scores 2.0, level with Abroad Wireless"
    assert _title("insight.collect", material=of(SOUTH)) == "Collecting scores 3.5, 1.0 above Abroad Wireless"


def test_without_a_reference_the_title_names_the_weakest_indicator() -> None:
    assert _title("insight.collect", material=ALONE) == (
        "Collecting scores 1.3; Inside data is its weakest indicator"
    )
    assert _title("insight.collect", "zh", ALONE) == "收集得分 1.3，内部数据最弱"
    assert _title("insight.use", material=ALONE) == "Using scores 2.0; all 2 parts score the same"


def test_a_capability_without_ratings_has_not_been_assessed_yet() -> None:
    assert _title("insight.use", material=of(EMPTY)) == "Using has not been assessed yet"
    assert _title("insight.use", "zh", of(SOUTH)) == "应用尚未评估"


def test_a_capability_with_too_few_ratings_says_how_much_is_covered() -> None:
    material = _changed(MATERIAL, result("service.desk", None, (1.5, 4.0), 0.5, "no-data"))

    assert _title("service.desk", material=material) == "Desk has no score yet: 50% of the weight is covered"


def test_a_capability_that_does_not_apply_says_so() -> None:
    material = _changed(MATERIAL, NodeScore("service.desk", "capability", None, None, None, None, "na"))

    assert _title("service.desk", material=material) == "Desk does not apply to North"
    assert _title("service.desk", "zh", material) == "服务台对北方不适用"


@pytest.mark.parametrize(
    ("verdict", "ending"),
    [
        ("equal", "the same as computed."),
        ("weights", "Other weights could explain it."),
        ("clash", "no one set of weights explains all units."),
        ("impossible", "no weights explain it."),
        ("illegible", "cannot be tested against each other."),
    ],
)
def test_the_lead_says_what_the_study_printed_and_whether_weights_explain_it(
    verdict: Verdict, ending: str
) -> None:
    material = replace(MATERIAL, published=(replace(PUBLISHED[0], verdict=verdict),))
    lead = capability_section(material, "insight.collect", "en").lead

    assert lead.startswith("Published: 1.33")
    assert lead.endswith(ending)


def test_the_printed_figure_is_compared_with_the_units_own_score() -> None:
    """The study's indicator scores gave 1.25; since then somebody rated otherwise."""
    material = _changed(MATERIAL, result("insight.collect", 3.0))
    lead = capability_section(material, "insight.collect", "en").lead

    assert lead == "Published: 1.33; from the ratings of this engagement: 3.00 (\u22121.67)."


def test_without_a_score_of_its_own_the_printed_figure_stands_alone() -> None:
    material = _changed(MATERIAL, result("insight.collect", None, (0.5, 3.0), 0.5, "no-data"))

    assert capability_section(material, "insight.collect", "en").lead == "Published: 1.33."


def test_findings_stand_beside_the_scores() -> None:
    table = capability_section(MATERIAL, "insight.collect", "en").table(
        "capability.insight.collect.indicators"
    )

    assert [[cell.shown for cell in row] for row in table.rows] == [
        ["Inside data", "1.0", "Only bills are kept. =SUM(1,2) stood in a cell."],
        ["Outside data", "1.5", "no finding recorded"],
    ]
    assert table.row_ids == ("insight.collect.inside", "insight.collect.outside")


def test_where_there_is_no_evidence_the_raters_note_speaks() -> None:
    rating = MATERIAL.ratings["north"]["insight.use.offers"].model_copy(update={"note": "Seen in the shop."})
    material = replace(MATERIAL, ratings={"north": {"insight.use.offers": rating}})
    table = capability_section(material, "insight.use", "en").table("capability.insight.use.indicators")

    assert table.rows[0][2].text == "Seen in the shop."


def test_the_composite_stands_beside_the_published_one_and_the_reference() -> None:
    table = capability_section(MATERIAL, "insight.collect", "en").table(
        "capability.insight.collect.composite"
    )

    assert [(column.key, cell.shown) for column, cell in zip(table.columns, table.rows[0], strict=True)] == [
        ("computed", "1.25"),
        ("published", "1.33"),
        ("published-difference", "+0.08"),
        ("reference", "2.5/3†"),
        ("difference", "−1.3"),
    ]


def test_an_illegible_indicator_marks_its_figure_and_its_capability() -> None:
    section = capability_section(MATERIAL, "service.desk", "en")

    assert section.table("capability.service.desk.indicators").rows[1][1].shown == "not assessed†"
    assert section.table("capability.service.desk.composite").rows[0][0].shown == "3.0†"
    assert section.chart("capability.service.desk.scores").series[0].labels == ("3.0", "not assessed†")
    assert section.notes == (
        "† Illegible in the source: treated as not assessed, never guessed. (North: Skills)",
    )


def test_marks_of_other_capabilities_make_no_footnote_here() -> None:
    assert capability_section(MATERIAL, "insight.use", "en").notes == ()


def test_the_source_line_cites_the_evidence() -> None:
    assert capability_section(MATERIAL, "insight.collect", "zh").source.endswith("证据来源：信息部主任。")
