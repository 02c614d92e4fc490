"""What the report prints where a consultant wrote findings."""

from dataclasses import replace

import pytest

from assessment.catalogue import Lang
from assessment.ratings import Evidence, Finding, FindingKind
from assessment.report.capability import capability_section
from assessment.report.evidence_section import evidence_table
from assessment.report.profile import profile_section
from tests.report.sample_material import EVIDENCE, MATERIAL, NORTH, RUBRIC

INSIDE = "insight.collect.inside"
IT = EVIDENCE["north", INSIDE][0]


def finding(
    node: str, text: str, kind: FindingKind = "weakness", *, zh: str = "", cites: str = ""
) -> Finding:
    evidence = (cites,) if cites else ()
    return Finding(
        id=text, unit="north", wave="w1", node=node, kind=kind, text=text, text_zh=zh, evidence=evidence
    )


FOUND = replace(
    MATERIAL,
    findings=(
        finding("service", "Service holds.", "strength"),
        finding(INSIDE, "Data is thin.", zh="数据单薄。", cites="e1"),
        finding(INSIDE, "Bills are complete.", "strength", zh="账单完整。"),
        finding("insight.collect", "Nobody owns the data.", zh="数据无人负责。", cites="gone"),
    ),
    items={"e1": IT},
)


def rows(lang: Lang = "en") -> list[list[str]]:
    table = profile_section(FOUND, lang).table("profile.findings")
    return [[cell.shown for cell in row] for row in table.rows]


def indicators(lang: Lang) -> list[list[str]]:
    section = capability_section(FOUND, "insight.collect", lang)
    return [[cell.shown for cell in row] for row in section.table(f"{section.id}.indicators").rows]


def test_without_findings_nothing_changes() -> None:
    assert [table.id for table in profile_section(MATERIAL, "en").tables] == [
        "profile.scores",
        "profile.targets",
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Bills are complete. Data is thin."), ("zh", "账单完整。数据单薄。")],
)
def test_at_an_indicator_findings_stand_in_place_of_the_evidences_words(lang: Lang, said: str) -> None:
    assert indicators(lang)[0][2] == said


def test_the_appendix_keeps_what_was_said() -> None:
    north = evidence_table(FOUND, NORTH, "en")

    assert north.rows[0][4].text.startswith("Only bills are kept.")


def test_a_capabilitys_findings_stand_under_its_title_before_the_printed_figure() -> None:
    assert capability_section(FOUND, "insight.collect", "en").lead.startswith(
        "Weakness: Nobody owns the data. Published: 1.33"
    )
    assert capability_section(FOUND, "insight.collect", "zh").lead.startswith("不足：数据无人负责。")


def test_all_findings_stand_together_in_the_order_of_the_rubric_strengths_first() -> None:
    assert rows() == [
        ["Weakness", "Collecting", "Nobody owns the data.", "not stated"],
        ["Strength", "Inside data", "Bills are complete.", "not stated"],
        ["Weakness", "Inside data", "Data is thin.", "Head of IT"],
        ["Strength", "Service", "Service holds.", "not stated"],
    ]
    assert rows("zh")[2] == ["不足", "内部数据", "数据单薄。", "信息部主任"]


def test_what_is_cited_without_a_source_is_named_by_its_title() -> None:
    bare = Evidence(id="e1", text="Said.", title="Visit in June")
    table = profile_section(replace(FOUND, items={"e1": bare}), "en").table("profile.findings")

    assert table.rows[2][3].shown == "Visit in June"


def test_a_finding_on_a_node_that_the_rubric_lost_is_left_out() -> None:
    material = replace(MATERIAL, findings=(finding("no.such.node", "Lost."),))

    assert "no.such.node" not in RUBRIC
    assert [table.id for table in profile_section(material, "en").tables] == [
        "profile.scores",
        "profile.targets",
    ]
