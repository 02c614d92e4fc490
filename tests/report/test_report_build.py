from collections.abc import Iterator
from dataclasses import replace

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.report import ChartSpec, Report, Section, Table
from assessment.report.build import build_report
from tests.report.sample_material import EMPTY, MATERIAL, NORTH, RUBRIC, SOUTH, of


def _tables(report: Report) -> Iterator[Table]:
    return (table for section in report.sections for table in section.tables)


def _charts(report: Report) -> Iterator[ChartSpec]:
    return (chart for section in report.sections for chart in section.charts)


REPORTS = [build_report(of(unit), lang) for lang in LANGUAGES for unit in (NORTH, SOUTH, EMPTY)]


def test_sections_stand_in_the_order_of_the_story() -> None:
    assert [section.id for section in build_report(MATERIAL, "en").sections] == [
        "cover",
        "guide",
        "profile",
        "capability.insight.collect",
        "capability.insight.use",
        "capability.service.desk",
        "comparison",
        "published",
        "evidence",
    ]


@pytest.mark.parametrize("report", REPORTS)
def test_every_row_fits_its_columns_and_every_id_is_unique(report: Report) -> None:
    for table in _tables(report):
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert len(table.row_ids) in (0, len(table.rows))
        assert len({column.key for column in table.columns}) == len(table.columns)
    for things in (report.sections, [*_tables(report)], [*_charts(report)]):
        assert len({thing.id for thing in things}) == len(things)


@pytest.mark.parametrize("report", REPORTS)
def test_no_figure_is_ever_blank(report: Report) -> None:
    for table in _tables(report):
        for row in table.rows:
            assert all(
                cell.text for cell, column in zip(row, table.columns, strict=True) if column.key != "note"
            )
    for chart in _charts(report):
        for series in chart.series:
            assert len(series.values) == len(series.labels) == len(chart.categories)
            assert all(series.labels)
            assert all(label in chart.alt for label in series.labels)


def _footnotes(section: Section) -> list[str]:
    return [*section.notes, *(note for table in section.tables for note in table.notes)]


@pytest.mark.parametrize("report", REPORTS)
def test_a_marked_figure_always_has_a_footnote_in_its_section(report: Report) -> None:
    for section in report.sections:
        if section.kind == "guide":
            continue
        marked = any(cell.mark for table in section.tables for row in table.rows for cell in row)
        assert not marked or any(note.startswith("†") for note in _footnotes(section)), section.id


def test_the_cover_says_who_when_and_from_where() -> None:
    report = build_report(MATERIAL, "zh")

    assert (report.title, report.subtitle) == (
        "北方：CRM 能力评估",
        "示例项目 · 第一轮 · 2003 年 9 月 28 日",
    )
    assert report.section("cover").source == "公布数据来源：2003 年同业，某出版方，2003 年 9 月 28 日。"


def test_the_guide_explains_scale_states_marks_and_sources() -> None:
    guide = build_report(MATERIAL, "en").section("guide")

    assert [(row[0].text, row[1].text) for row in guide.table("guide.scale").rows] == [
        ("0", "Absent"),
        ("5", "Self-improving"),
    ]
    assert [row[0].state for row in guide.table("guide.states").rows] == [
        "scored",
        "na",
        "unknown",
        "no-data",
    ]
    assert [row[1].text[:9] for row in guide.table("guide.marks").rows] == ["Illegible"]
    assert guide.table("guide.sources").rows[-1][1].text == "From the printed report."
    assert guide.notes[0].startswith("Illustrative")


def test_half_levels_of_the_scale_keep_their_decimal() -> None:
    scale = RUBRIC.scale.model_copy(update={"levels": {0.0: "Absent", 0.5: "Half"}})
    material = replace(MATERIAL, rubric=RUBRIC.model_copy(update={"scale": scale}))
    cells = [row[0] for row in build_report(material, "en").section("guide").table("guide.scale").rows]

    assert [(cell.text, cell.kind) for cell in cells] == [("0", "count"), ("0.5", "score")]


def test_the_recipe_holds_what_makes_the_figures_again() -> None:
    recipe = build_report(MATERIAL, "en").recipe

    assert (recipe.rubric, recipe.rubric_version, recipe.rubric_fingerprint) == (
        "small",
        "1",
        RUBRIC.fingerprint,
    )
    assert (recipe.unit, recipe.wave, recipe.benchmark, recipe.data_revision) == ("north", "w1", "peers", 7)
    assert dict(recipe.weights)["insight.collect"] == 1.0
    assert dict(recipe.rules) == dict.fromkeys(
        ("overall", "insight", "insight.collect", "insight.use", "service", "service.desk"), "mean"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_engagement_without_a_benchmark_has_a_whole_report(lang: Lang) -> None:
    bare = replace(
        MATERIAL, benchmark=None, published=(), reference="", importance={}, targets={}, evidence={}
    )
    report = build_report(bare, lang)

    assert [section.kind for section in report.sections if section.kind == "published"] == []
    assert report.section("cover").source == ""
    assert report.section("guide").notes == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_engagement_without_any_rating_has_a_whole_report(lang: Lang) -> None:
    nothing = replace(of(EMPTY), scores={}, ratings={}, evidence={}, published=())

    assert build_report(nothing, lang).section("comparison").tables == ()
