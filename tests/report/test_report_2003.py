"""The report on the real engagement of 2003."""

from functools import cache

import pytest

from assessment import service
from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.report import Report
from assessment.scoring import Scorer

STORE, SHELF = MemoryStore(), FileShelf()
DEMO = load_demo(STORE, SHELF)


@cache
def _report(unit: str, lang: Lang = "en", reference: str = "best") -> Report:
    return service.make_report(STORE, SHELF, DEMO, unit, "2003", lang, reference)


@pytest.mark.parametrize(
    ("unit", "lang", "said"),
    [
        (
            "shenzhen-telecom",
            "en",
            "Shenzhen Telecom reaches 1.8 of 5; Customer Insight is its weakest dimension",
        ),
        ("shenzhen-telecom", "zh", "深圳电信总体得分 1.8（满分 5 分），客户洞察最弱"),
        (
            "guangzhou-telecom",
            "zh",
            "广州电信暂无总体得分：数据充足的部分仅占权重的 53%，已评分的维度中客户交互最弱",
        ),
        ("fuzhou-telecom", "en", "Fuzhou Telecom has not been assessed yet"),
        ("fuzhou-telecom", "zh", "福州电信尚未评估"),
    ],
)
def test_the_first_sentence_is_the_finding(unit: str, lang: Lang, said: str) -> None:
    assert _report(unit, lang).section("profile").title == said


def test_data_collection_of_shenzhen_is_the_mean_of_its_four_indicators() -> None:
    table = _report("shenzhen-telecom").section("profile").table("profile.scores")
    row = table.rows[table.row_ids.index("insight.collect")]

    assert row[2].value == (1.0 + 2.0 + 0.5 + 2.0) / 4 == 1.375


def test_the_illegible_score_is_not_assessed_and_marks_everything_above_it() -> None:
    report = _report("shenzhen-telecom")
    section = report.section("capability.insight.generate")
    table = section.table("capability.insight.generate.indicators")
    (cell,) = [row[1] for row in table.rows if row[1].mark]
    scores = report.section("profile").table("profile.scores")
    marked = [node for node, row in zip(scores.row_ids, scores.rows, strict=True) if row[2].mark]

    assert (cell.text, cell.value) == ("not assessed", None)
    assert marked == ["overall", "insight", "insight.generate"]
    assert "(Shenzhen Telecom: Customer segmentation)" in section.notes[0]


def test_the_two_inferred_labels_of_guangzhou_carry_their_mark() -> None:
    section = _report("guangzhou-telecom", "zh").section("capability.interaction.operations")
    (series,) = section.charts[0].series

    assert [label for label in series.labels if label.endswith("†")] == ["1.5†", "0.5†"]
    assert section.notes == (
        "† 推断：来源中印有该数值，但对应的指标名称缺失。（广州电信：个性化销售与服务、自动交互处理）",
    )


def test_all_41_composites_are_compared_and_the_five_impossible_ones_named() -> None:
    section = _report("shenzhen-telecom").section("published")

    assert section.title == "13 of 41 published composites equal ours; 5 cannot come from any weights"
    assert len(section.table("published.composites").rows) == 41
    for name in ("Portfolio Management 2.05", "Development 1.5", "Skills 1.5", "Information Management 1.5"):
        assert name in section.lead
    assert "Partner Management 1.25" in section.lead


def test_every_peer_stands_beside_the_rated_units() -> None:
    table = _report("shenzhen-telecom").section("comparison").table("comparison.scores")

    assert [column.key for column in table.columns if column.key.startswith("unit.")] == [
        "unit.shenzhen-telecom",
        "unit.china-telecom",
        "unit.guangzhou-telecom",
    ]
    assert sum(column.key.startswith("peer.") for column in table.columns) == 7


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("unit", ["shenzhen-telecom", "guangzhou-telecom", "fuzhou-telecom"])
def test_every_score_shown_is_the_scorers(unit: str, lang: Lang) -> None:
    rubric = service.rubric_of(SHELF, STORE.engagement(DEMO))
    ratings = service.adopted_ratings(STORE.ratings(DEMO, unit, "2003")).get(unit, {})
    expected = Scorer(rubric).unit(ratings)
    table = _report(unit, lang).section("profile").table("profile.scores")

    for node, row in zip(table.row_ids, table.rows, strict=True):
        result = expected[node]
        assert [cell.value for cell in row[2:6]] == [result.score, result.low, result.high, result.coverage]


def test_a_named_reference_changes_the_whole_report() -> None:
    report = _report("shenzhen-telecom", reference="att-wireless")

    assert report.section("profile").chart("profile.radar").series[1].name == "AT&T Wireless"
    assert report.section("capability.insight.manage").title == (
        "Data Management scores 1.4, 0.6 below AT&T Wireless"
    )


def test_no_reference_compares_with_nobody() -> None:
    report = _report("shenzhen-telecom", reference="")

    assert len(report.section("profile").chart("profile.radar").series) == 1
    assert report.section("capability.insight.manage").title.startswith("Data Management scores 1.4; ")
