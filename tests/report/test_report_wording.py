import datetime as dt
from dataclasses import replace

from assessment.report.wording import (
    day,
    evidence_source,
    headed,
    joined,
    node_heading,
    reference_holder,
    reference_name,
    say,
    sentences,
    source_line,
)
from tests.report.sample_material import MATERIAL


def test_names_are_listed_as_the_language_lists_them() -> None:
    assert joined(["A"], "en") == "A"
    assert joined(["A", "B"], "en") == "A and B"
    assert joined(["A", "B", "C"], "en") == "A, B and C"
    assert joined(["甲", "乙", "丙"], "zh") == "甲、乙、丙"
    assert joined([], "en") == ""


def test_in_chinese_letters_and_figures_stand_apart_from_characters() -> None:
    said = say("capability.below", "zh", reference="AT&T Wireless", gap="1.1")

    assert said == "，比 AT&T Wireless 低 1.1"


def test_a_chinese_name_gets_no_space_beside_a_character() -> None:
    assert say("capability.below", "zh", reference="海岸移动", gap="1.1") == "，比海岸移动低 1.1"


def test_sentences_follow_one_another_and_empty_ones_leave_no_trace() -> None:
    assert sentences(["One.", "", "Two."], "en") == "One. Two."
    assert sentences(["一。", "", "二。"], "zh") == "一。二。"


def test_dates_are_written_out() -> None:
    assert day(dt.date(2003, 9, 28), "en") == "28 September 2003"
    assert day(dt.date(2003, 9, 28), "zh") == "2003 年 9 月 28 日"


def test_headers_begin_with_a_large_letter() -> None:
    assert [headed(name) for name in ("best practice", "指标", "")] == ["Best practice", "指标", ""]


def test_a_column_of_nodes_is_headed_by_the_tier_above_the_indicators() -> None:
    assert node_heading(MATERIAL, "en") == "Capability"
    assert node_heading(MATERIAL, "zh") == "能力"
    flat = MATERIAL.rubric.model_copy(update={"tiers": ("area", "model")})
    assert node_heading(replace(MATERIAL, rubric=flat), "en") == "Area"
    alone = MATERIAL.rubric.model_copy(update={"tiers": ("question",)})
    assert node_heading(replace(MATERIAL, rubric=alone), "en") == "Question"


def test_the_reference_is_named_after_the_operator_or_the_best_practice() -> None:
    assert reference_name(MATERIAL, "en") == "best practice"
    assert reference_name(replace(MATERIAL, reference="coast"), "zh") == "海岸移动"
    assert reference_name(replace(MATERIAL, reference=""), "en") == ""


def test_the_best_peer_is_named_where_it_stands_alone() -> None:
    assert reference_holder(MATERIAL, "insight", "en") == "Coast Mobile"
    assert reference_holder(MATERIAL, "service", "en") == "best practice"
    assert reference_holder(MATERIAL, "service.desk", "en") == ""
    assert reference_holder(replace(MATERIAL, reference="abroad"), "insight", "en") == "Abroad Wireless"


def test_the_source_line_names_ratings_and_publication() -> None:
    assert source_line(MATERIAL, "en") == (
        "Ratings: Example, First wave, 28 September 2003. "
        "Published figures: Peers of 2003, A publisher, 28 September 2003."
    )
    assert source_line(MATERIAL, "zh") == (
        "评分来源：示例项目，第一轮，2003 年 9 月 28 日。"
        "公布数据来源：2003 年同业，某出版方，2003 年 9 月 28 日。"
    )


def test_without_a_publication_the_source_line_names_the_ratings_only() -> None:
    assert source_line(replace(MATERIAL, benchmark=None), "en") == (
        "Ratings: Example, First wave, 28 September 2003."
    )


def test_evidence_is_cited_once_and_only_the_first_few() -> None:
    item = MATERIAL.evidence["north", "insight.collect.inside"][0]
    many = tuple(item.model_copy(update={"source": f"Source {k}", "source_zh": ""}) for k in (1, 1, 2, 3, 4))
    material = replace(MATERIAL, evidence={("north", "insight.collect.inside"): many})

    assert evidence_source(material, "insight", "en") == "Evidence: Source 1; Source 2; Source 3…."
    assert evidence_source(material, "service", "en") == ""
