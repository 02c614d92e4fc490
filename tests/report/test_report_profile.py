from dataclasses import replace

import pytest

from assessment.catalogue import Lang
from assessment.ratings import Target
from assessment.report.material import Material
from assessment.report.profile import profile_section
from assessment.report.standing import profile_lead, profile_title
from assessment.rubric import Node
from assessment.scoring import NodeScore
from tests.report.sample_material import (
    EMPTY,
    MATERIAL,
    NORTH,
    NORTH_SCORES,
    SOUTH,
    TREE,
    of,
    result,
    rubric_of,
)


def _with(*changed: NodeScore) -> Material:
    scores = {**NORTH_SCORES, **{one.node: one for one in changed}}
    return replace(MATERIAL, scores={"north": scores})


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "North reaches 2.3 of 5; Insight is its weakest dimension"),
        ("zh", "北方总体得分 2.3（满分 5 分），洞察最弱"),
    ],
)
def test_the_title_says_the_score_and_the_weakest_dimension(lang: Lang, said: str) -> None:
    assert profile_title(MATERIAL, lang) == said


def test_equal_dimensions_have_no_weakest() -> None:
    material = _with(result("insight", 3.0))

    assert profile_title(material, "en") == "North reaches 2.3 of 5; all 2 parts score the same"
    assert profile_title(material, "zh") == "北方总体得分 2.3（满分 5 分），2 项得分相同"


def test_without_enough_data_the_title_says_how_much_is_covered() -> None:
    material = of(SOUTH)

    assert profile_title(material, "en") == (
        "South has no overall score yet: what has enough data makes up 0% of the weight"
    )
    assert profile_title(material, "zh") == "南方暂无总体得分：数据充足的部分仅占权重的 0%"


def test_one_scored_dimension_alone_is_not_called_the_weakest() -> None:
    material = _with(result("service", None, (0.0, 5.0), 0.0, "no-data"))

    assert profile_title(material, "en") == "North reaches 2.3 of 5"


@pytest.mark.parametrize(("lang", "said"), [("en", "West has not been assessed yet"), ("zh", "西部尚未评估")])
def test_a_unit_without_ratings_has_not_been_assessed_yet(lang: Lang, said: str) -> None:
    assert profile_title(of(EMPTY), lang) == said


def test_a_rubric_that_does_not_apply_is_said_to_be_so() -> None:
    material = _with(NodeScore("overall", "overall", None, None, None, None, "na"))

    assert profile_title(material, "en") == "Nothing in this rubric applies to North"


def test_the_lead_counts_what_is_scored_bounds_the_rest_and_names_the_widest_gap() -> None:
    assert profile_lead(MATERIAL, "en") == (
        "5 of 6 indicators are scored. Whatever the open ones would score, the overall score lies between "
        "1.6 and 2.8. The widest gap to best practice is in Insight: −2.4."
    )


def test_bounds_that_read_alike_get_more_decimals() -> None:
    material = _with(result("overall", 1.8, (1.79, 1.82), 0.9))

    assert "between 1.79 and 1.82" in profile_lead(material, "en")


def test_a_fully_assessed_unit_needs_no_bounds() -> None:
    material = _with(result("service.desk.skills", 3.0), result("overall", 2.3))

    assert profile_lead(material, "en").startswith("All 6 indicators are assessed. The widest gap")


def test_what_does_not_apply_is_counted_apart() -> None:
    material = _with(NodeScore("service.desk.skills", "indicator", None, None, None, None, "na"))

    assert profile_lead(material, "en").startswith("5 of 6 indicators are scored, 1 does not apply.")
    assert profile_lead(material, "zh").startswith("6 项指标中已评分 5 项，1 项不适用。")


def test_a_unit_that_is_nowhere_below_the_reference_hears_so() -> None:
    material = _with(result("insight", 4.0), result("service", 3.5))

    assert profile_lead(material, "en").endswith("No dimension is below best practice.")
    assert profile_lead(material, "zh").endswith("各维度均不低于最佳实践。")


def test_the_table_recomputes_from_the_figures_behind_its_cells() -> None:
    table = profile_section(MATERIAL, "en").table("profile.scores")
    keys = [column.key for column in table.columns]
    row = dict(zip(keys, table.rows[table.row_ids.index("insight.collect")], strict=True))

    assert (row["score"].text, row["score"].value, row["score"].level) == ("1.3", 1.25, 0.25)
    assert (row["published"].text, row["published"].value) == ("1.33", 1.33)
    assert (row["reference"].shown, row["reference"].value) == ("2.5/3†", 2.5)
    assert (row["difference"].text, row["difference"].value) == ("−1.3", -1.25)
    assert row["coverage"].text == "100%"
    assert table.row_depths == (0, 1, 2, 2, 1, 2)


def test_missing_figures_are_words_and_never_blank() -> None:
    table = profile_section(of(SOUTH), "zh").table("profile.scores")

    assert all(cell.text for row in table.rows for cell in row)
    assert table.rows[0][2].text == "数据不足"


def test_figures_above_an_illegible_rating_carry_a_dagger_and_a_footnote_names_it() -> None:
    section = profile_section(MATERIAL, "en")
    marked = {
        node: row[2].mark
        for node, row in zip(
            section.table("profile.scores").row_ids, section.table("profile.scores").rows, strict=True
        )
    }

    assert [node for node, mark in marked.items() if mark] == ["overall", "service", "service.desk"]
    assert "† Illegible in the source: treated as not assessed, never guessed. (North: Skills)" in (
        section.notes
    )
    assert "† Abroad Wireless, Collecting: printed as 2.5/3, taken as 2.5." in section.notes


def test_charts_draw_the_unit_against_the_reference_on_the_whole_scale() -> None:
    chart = profile_section(MATERIAL, "en").chart("profile.dimensions")

    assert [(series.role, series.id, series.values) for series in chart.series] == [
        ("unit", "north", (1.625, 3.0)),
        ("best", "best", (4.0, 3.0)),
    ]
    assert (chart.axis_min, chart.axis_max) == (0.0, 5.0)
    assert chart.category_ids == ("insight", "service")


def _drawn(tree: tuple[Node, ...]) -> list[str]:
    material = replace(MATERIAL, rubric=rubric_of(tree), benchmark=None)
    return [chart.id for chart in profile_section(material, "en").charts]


def test_capabilities_are_drawn_where_they_lie_below_the_dimensions_and_never_twice() -> None:
    leaves = (Node(id="x", name="X"), Node(id="y", name="Y"))
    flat, two_tiers = leaves, (Node(id="top", name="Top", children=leaves), Node(id="z", name="Z"))

    assert _drawn(TREE) == ["profile.radar", "profile.dimensions", "profile.capabilities"]
    assert _drawn(flat) == _drawn(two_tiers) == ["profile.radar", "profile.dimensions"]


def test_a_chart_says_its_figures_to_those_who_cannot_see_it() -> None:
    section = profile_section(MATERIAL, "zh")

    assert section.chart("profile.radar").alt == (
        "北方与最佳实践对比：各维度等级。洞察：北方 1.6，最佳实践 4.0；服务：北方 3.0†，最佳实践 3.0。"
    )


def test_example_targets_say_that_they_are_examples_wherever_they_show() -> None:
    section = profile_section(MATERIAL, "en")
    table = section.table("profile.targets")

    assert [cell.text for cell in table.rows[0]] == ["Collecting", "high", "1.3", "3.0", "−1.8"]
    assert table.notes[0].startswith("Illustrative")
    assert not any(note.startswith("Illustrative") for note in section.notes)


def test_targets_of_the_client_are_no_examples() -> None:
    own = replace(MATERIAL, engagement=MATERIAL.engagement.model_copy(update={"illustrative": False}))

    assert profile_section(own, "en").table("profile.targets").notes == ()


def test_what_was_not_set_is_said_to_be_so() -> None:
    material = replace(MATERIAL, importance={}, targets={("", "service"): Target(level=4.0)})
    table = profile_section(material, "en").table("profile.targets")

    assert [cell.text for cell in table.rows[0]] == ["Service", "not set", "3.0", "4.0", "−1.0"]


def test_without_importance_and_targets_there_is_no_such_table() -> None:
    section = profile_section(replace(MATERIAL, importance={}, targets={}), "en")

    assert [table.id for table in section.tables] == ["profile.scores"]
    assert not any(note.startswith("Illustrative") for note in section.notes)


def test_without_a_benchmark_nothing_is_compared() -> None:
    section = profile_section(replace(MATERIAL, benchmark=None, published=(), reference=""), "en")
    keys = [column.key for column in section.table("profile.scores").columns]

    assert keys == ["node", "tier", "score", "low", "high", "coverage", "state"]
    assert [series.role for series in section.chart("profile.radar").series] == ["unit"]
    assert "gap" not in section.lead


def test_a_named_operator_is_the_reference_where_it_has_figures() -> None:
    section = profile_section(replace(MATERIAL, reference="abroad"), "en")

    assert section.chart("profile.dimensions").series[1].name == "Abroad Wireless"
    assert section.chart("profile.dimensions").series[1].values == (2.0, 3.0)


def _tied(*scores: float) -> Material:
    """A rubric of bare dimensions with these scores."""
    names = ["Insight", "Service", "Staff", "Products", "Systems"][: len(scores)]
    rubric = rubric_of(tuple(Node(id=name, name=name) for name in names))
    results = {"overall": NodeScore("overall", "overall", 2.0, 2.0, 2.0, 1.0, "scored")}
    for name, score in zip(names, scores, strict=True):
        results[name] = NodeScore(name, "indicator", score, score, score, 1.0, "scored")
    return replace(MATERIAL, rubric=rubric, scores={NORTH.id: results})


def test_ties_name_every_weakest_part() -> None:
    material = _tied(1.0, 1.0, 4.0)

    assert profile_title(material, "en") == (
        "North reaches 2.0 of 5; Insight and Service share the lowest indicator score"
    )
    assert profile_title(material, "zh") == "北方总体得分 2.0（满分 5 分），指标中 Insight、Service 并列最弱"


def test_many_ties_are_counted_and_not_listed() -> None:
    material = _tied(1.0, 1.0, 1.0, 1.0, 4.0)

    assert profile_title(material, "en") == "North reaches 2.0 of 5; 4 of 5 share the lowest score"
