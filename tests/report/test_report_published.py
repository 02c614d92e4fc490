from dataclasses import replace

from assessment.benchmark import Benchmark, PublishedScore
from assessment.report.marks import node_name, operator_name
from assessment.report.material import Material
from assessment.report.published_section import published_section
from assessment.report.shapes import Section
from tests.report.sample_material import BENCHMARK, EMPTY, MATERIAL, PUBLISHED, of


def _section(material: Material = MATERIAL) -> Section:
    (section,) = published_section(material, "en")
    return section


def test_the_title_counts_what_is_equal_and_what_is_impossible() -> None:
    equal = replace(PUBLISHED[0], verdict="equal")

    assert _section(replace(MATERIAL, published=(equal, PUBLISHED[1]))).title == (
        "1 of 2 published composites equal ours; 1 cannot come from any weights"
    )
    assert _section(replace(MATERIAL, published=(equal,))).title == "1 of 1 published composites equal ours"


def test_the_lead_names_the_impossible_ones_and_counts_the_untestable() -> None:
    illegible = replace(PUBLISHED[0], verdict="illegible")

    assert _section(replace(MATERIAL, published=(*PUBLISHED, illegible))).lead == (
        "Outside the range of their own indicators: North, Using 2.5. "
        "Not testable for an illegible indicator score: 1."
    )


def test_every_printed_figure_stands_beside_ours_with_its_verdict() -> None:
    rows = _section().table("published.composites").rows

    assert [[cell.shown for cell in row] for row in rows] == [
        ["North", "Collecting", "1.33", "1.25", "+0.08", "yes, one set of weights explains all units"],
        ["North", "Using", "2.5", "2.0", "+0.5", "no: outside the range of its own indicators"],
    ]
    assert [row[4].value for row in rows] == [0.08, 0.5]


def test_below_the_minimum_coverage_there_is_nothing_to_compare() -> None:
    missing = replace(PUBLISHED[0], computed=None, difference=None, verdict="illegible", weight_ranges=())
    row = _section(replace(MATERIAL, published=(missing,))).table("published.composites").rows[0]

    assert [cell.shown for cell in row[3:5]] == ["not enough data", "no comparison"]


def test_weights_that_explain_all_units_are_listed_once_per_node() -> None:
    again = replace(PUBLISHED[0], operator="south")
    table = _section(replace(MATERIAL, published=(*PUBLISHED, again))).table("published.weights")

    assert [[cell.shown for cell in row] for row in table.rows] == [
        ["Collecting", "Inside data", "33%", "35%"],
        ["Collecting", "Outside data", "65%", "67%"],
    ]


def test_the_units_own_composites_are_drawn_printed_beside_computed() -> None:
    chart = _section().chart("published.unit")

    assert [(series.role, series.values) for series in chart.series] == [
        ("published", (1.33, 2.5)),
        ("computed", (1.25, 2.0)),
    ]
    assert _section(of(EMPTY)).charts == ()


def test_a_computed_figure_that_rests_on_an_inferred_one_is_marked() -> None:
    inferred = PublishedScore(
        operator="north", node="insight.collect.inside", score=1.0, printed="1.0", mark="inferred"
    )
    benchmark = BENCHMARK.model_copy(update={"scores": (*BENCHMARK.scores, inferred)})
    section = _section(replace(MATERIAL, benchmark=Benchmark.model_validate(benchmark.model_dump())))

    assert [row[3].mark for row in section.table("published.composites").rows] == ["†", ""]
    assert section.notes[0] == (
        "† Inferred: the figure is printed in the source, its label is not. (North: Inside data)"
    )


def test_without_published_composites_there_is_no_section() -> None:
    assert published_section(replace(MATERIAL, published=()), "en") == ()


def test_names_of_operators_and_of_nodes_outside_the_rubric_are_found() -> None:
    assert operator_name(MATERIAL, "coast", "zh") == "海岸移动"
    assert operator_name(replace(MATERIAL, benchmark=None), "coast", "en") == "coast"
    assert node_name(MATERIAL, "finance", "zh") == "财务"
    assert node_name(MATERIAL, "elsewhere", "en") == "elsewhere"
