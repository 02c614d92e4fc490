"""The shipped data set of 2003, and every figure of it against the extract that it was made from."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from assessment.benchmark import Benchmark, PublishedScore
from assessment.benchmark_parsing import parse_benchmark
from assessment.edges.shelf import FileShelf
from assessment.rubric import Rubric

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
FOREIGN = (
    "att-wireless",
    "singapore-mobile",
    "asia-pacific-mobile",
    "british-telecom",
    "sbc",
    "telstra",
    "singtel-optus",
)
OTHER_NAMES = {
    "产品与服务组合": "products.portfolio",
    "新产品及服务的开发": "products.development",
    "品牌与沟通管理": "products.brand",
    "销售与服务能力": "organisation.skills",
    "财务管理": "integration.financial",
    "市场洞察力和反映": "integration.market",
}
needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"the extract is not there; put it at ../{SEEDS.relative_to(ROOT.parent)}"
)


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return FileShelf().rubric("crm-five-capabilities", "2003.1")


@pytest.fixture(scope="module")
def benchmark() -> Benchmark:
    return FileShelf().benchmark("operators-2003")


@pytest.fixture(scope="module")
def node_named(rubric: Rubric) -> dict[str, str]:
    return {rubric.name_of(node.id, "zh"): node.id for node in rubric.nodes} | OTHER_NAMES


def _seeds(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of_tier(benchmark: Benchmark, rubric: Rubric, tier: str) -> list[PublishedScore]:
    return [score for score in benchmark.scores if score.node in rubric and rubric.tier(score.node) == tier]


def _spoken(text: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def test_it_holds_what_was_published_in_the_numbers_that_the_readme_names(
    benchmark: Benchmark, rubric: Rubric
) -> None:
    counts = Counter(
        rubric.tier(score.node) if score.node in rubric else "outside" for score in benchmark.scores
    )

    assert counts == {"dimension": 35, "capability": 15 + 41, "outside": 1, "indicator": 136}
    assert len(benchmark.findings) == 134 + 35


def test_seven_operators_abroad_are_peers_and_three_chinese_ones_subjects(benchmark: Benchmark) -> None:
    assert tuple(operator.id for operator in benchmark.peers) == FOREIGN
    assert [operator.id for operator in benchmark.operators if operator.kind == "subject"] == [
        "china-telecom",
        "shenzhen-telecom",
        "guangzhou-telecom",
    ]


def test_every_operator_abroad_has_all_five_dimensions(benchmark: Benchmark, rubric: Rubric) -> None:
    dimensions = [node.id for node in rubric.of_tier("dimension")]

    for operator in FOREIGN:
        assert all(benchmark.score_of(operator, dimension) for dimension in dimensions)


def test_only_one_figure_is_illegible_and_only_two_labels_are_inferred(benchmark: Benchmark) -> None:
    marked = {
        (score.operator, score.node): (score.score, score.mark) for score in benchmark.scores if score.mark
    }

    assert marked == {
        ("shenzhen-telecom", "insight.generate.segmentation"): (None, "illegible"),
        ("guangzhou-telecom", "interaction.operations.personalisation"): (1.5, "inferred"),
        ("guangzhou-telecom", "interaction.operations.automation"): (0.5, "inferred"),
    }


def test_the_figure_that_may_be_two_is_kept_as_printed(benchmark: Benchmark) -> None:
    score = benchmark.score_of("att-wireless", "insight.collect")

    assert score is not None
    assert (score.score, score.printed) == (2.5, "2.5/3")
    assert score.note


def test_every_marked_or_split_figure_says_how_it_was_read_in_both_languages(benchmark: Benchmark) -> None:
    assert all(score.note for score in benchmark.scores if score.mark or score.operator in FOREIGN)
    assert all(bool(score.note) == bool(score.note_zh) for score in benchmark.scores)


def test_every_text_has_its_chinese_twin(benchmark: Benchmark) -> None:
    assert all((benchmark.title_zh, benchmark.publisher_zh, benchmark.obtained_zh, benchmark.missing_zh))
    assert all(operator.name_zh for operator in benchmark.operators)
    assert all(node.name_zh and node.why_zh for node in benchmark.outside_nodes)
    assert all(finding.text_zh for finding in benchmark.findings)


def test_indicator_scores_lie_on_a_step_of_the_scale(benchmark: Benchmark, rubric: Rubric) -> None:
    scores = [score.score for score in _of_tier(benchmark, rubric, "indicator") if score.score is not None]

    assert all(rubric.scale.holds(score) for score in scores)


def test_the_readme_names_every_data_set_file_and_column() -> None:
    readme = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")

    for path in (ROOT / "benchmarks").glob("*/*.csv"):
        columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert all(f"`{name}`" in readme for name in (path.name, *columns))
    for name in FileShelf().benchmarks():
        found = FileShelf().benchmark(name)
        (row,) = [line for line in readme.splitlines() if line.startswith(f"| [{name}]")]
        assert row.endswith(f"| {len(found.scores)} | {len(found.findings)} |")


def test_the_readmes_example_of_a_manifest_is_a_good_one(rubric: Rubric) -> None:
    readme = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    manifest = readme.split("```yaml\n")[1].split("```")[0]
    files = {
        "manifest.yaml": manifest,
        "scores.csv": "operator,node,score\nnorth-mobile,insight,2.70\n",
        "findings.csv": "operator,node,text\nour-unit,insight,Data is scattered.\n",
    }

    found, problems = parse_benchmark(files, "operators-2024", rubric)

    assert not problems
    assert found is not None
    assert found.id == "operators-2024"


@needs_seeds
def test_every_composite_is_the_extracts_to_the_last_digit(
    benchmark: Benchmark, node_named: dict[str, str]
) -> None:
    rows = _seeds("003-composite-scores.csv")

    assert Counter(row["unit"] in FOREIGN for row in rows) == {True: 35 + 16, False: 41}
    for row in rows:
        score = benchmark.score_of(row["unit"], node_named[row["name_zh"]])
        assert score is not None
        expected = "2.5/3" if "2.5/3" in row["note"] else row["score"]
        assert (score.printed, score.score, score.page) == (expected, float(row["score"]), int(row["page"]))


@needs_seeds
def test_every_indicator_score_is_the_extracts_to_the_last_digit(
    benchmark: Benchmark, rubric: Rubric, node_named: dict[str, str]
) -> None:
    rows = _seeds("003-indicator-scores.csv")
    scores = _of_tier(benchmark, rubric, "indicator")

    assert len(rows) == 136
    for row, score in zip(rows, scores, strict=True):
        assert (score.operator, score.node) == (row["unit"], node_named[row["indicator_zh"]])
        assert (score.printed, score.page) == (row["score"], int(row["page"]))
        assert bool(score.mark) == (row["legible"] == "no")


@needs_seeds
def test_there_is_a_finding_wherever_the_study_has_one(
    benchmark: Benchmark, rubric: Rubric, node_named: dict[str, str]
) -> None:
    expected = {
        (row["unit"], node_named[row["indicator_zh"]], int(row["page"])) for row in _seeds("003-evidence.csv")
    }
    found = [
        (finding.operator, finding.node, finding.page)
        for finding in benchmark.findings
        if rubric.node(finding.node).is_indicator
    ]

    assert len(found) == 134
    assert set(found) == expected


@needs_seeds
def test_no_finding_and_no_note_repeats_a_sentence_of_the_source(benchmark: Benchmark) -> None:
    source = _spoken((SEEDS / "text" / "003.md").read_text(encoding="utf-8"))
    runs = {source[place : place + 12] for place in range(len(source) - 11)}
    own = [*(_spoken(f.text_zh) for f in benchmark.findings), *(_spoken(s.note_zh) for s in benchmark.scores)]

    assert len(runs) > 5000
    assert not [text for text in own for place in range(len(text) - 11) if text[place : place + 12] in runs]
