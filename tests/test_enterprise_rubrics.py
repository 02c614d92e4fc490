"""Operations, modules and self-check for enterprise customers: what stands in the source stands in them."""

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment.cli import main
from assessment.edges.shelf import FileShelf
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric
from assessment.scoring import Scorer

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
OPERATIONS, MODULES, CHECK = (
    "enterprise-customer-operations",
    "enterprise-customer-modules",
    "account-team-self-check",
)
ALL = (OPERATIONS, MODULES, CHECK)
DOMAINS = {
    "市场（客户）管理": "customer",
    "业务管理": "service",
    "平台管理": "platform",
    "合作伙伴": "partner",
}
ACROSS = "（纵向流程段，跨各域）"


def rubric_of(name: str) -> Rubric:
    return FileShelf().rubric(name)


@pytest.fixture
def seeds() -> Path:
    """The folder of extracts from the sources; the test is skipped without it."""
    if not SEEDS.is_dir():
        pytest.skip("the extracts of the sources are not beside the repository")
    return SEEDS


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def named(rubric: Rubric) -> list[tuple[str, str]]:
    """The Chinese names of every indicator and of the node above it."""
    return [
        (rubric.name_of(top.id, "zh"), rubric.name_of(leaf.id, "zh"))
        for top in rubric.tree
        for leaf in top.children
    ]


def rated(levels: Mapping[str, float]) -> dict[str, Rating]:
    place = {"unit": "north", "wave": "2026", "rater": "li"}
    return {leaf: Rating(**place, indicator=leaf, score=level) for leaf, level in levels.items()}


def every(rubric: Rubric, level: float) -> dict[str, float]:
    return {leaf.id: level for leaf in rubric.indicators}


def test_the_grid_holds_every_function_and_stage_of_the_source_in_its_layer(seeds: Path) -> None:
    drawn = rows(seeds / "004-etom-functions.csv")

    found = named(rubric_of(OPERATIONS))

    assert len(found) == len(set(found)) == len(drawn) == 18
    assert set(found) == {(row["layer_zh"], row["function_zh"]) for row in drawn}


def test_a_functions_id_says_its_domain_and_a_stages_id_says_none(seeds: Path) -> None:
    domain = {row["function_zh"]: row["domain_zh"] for row in rows(seeds / "004-etom-functions.csv")}
    rubric = rubric_of(OPERATIONS)

    for leaf in rubric.indicators:
        said = domain[rubric.name_of(leaf.id, "zh")]
        last = leaf.id.split(".")[-1]
        assert last == DOMAINS[said] if said != ACROSS else last not in DOMAINS.values()


def test_the_grid_is_three_layers_by_four_domains_and_six_stages() -> None:
    leaves = [leaf.id.split(".") for leaf in rubric_of(OPERATIONS).indicators]
    functions = [(layer, domain) for layer, domain in leaves if domain in DOMAINS.values()]

    assert set(functions) == {
        (layer, domain) for layer in ("planning", "development", "execution") for domain in DOMAINS.values()
    }
    assert (len(functions), len(leaves) - len(functions)) == (12, 6)


def test_functions_and_stages_of_a_layer_count_alike() -> None:
    rubric = rubric_of(OPERATIONS)
    levels = every(rubric, 2) | {"planning.strategy": 4.5, "execution.billing": 0}

    found = Scorer(rubric).unit(rated(levels))

    assert found["planning"].score == pytest.approx((4 * 2 + 4.5) / 5)
    assert found["development"].score == pytest.approx(2)
    assert found["execution"].score == pytest.approx(6 * 2 / 7)
    assert found["overall"].score == pytest.approx((2.5 + 2 + 12 / 7) / 3)


def test_best_practice_is_the_top_of_the_scale_and_no_second_rating() -> None:
    rubric = rubric_of(OPERATIONS)
    assert (rubric.scale.min, rubric.scale.max, rubric.scale.step) == (0, 5, 0.5)
    assert (rubric.level_name(5, "en"), rubric.level_name(5, "zh")) == ("Best practice", "最佳实践")


def test_every_module_of_the_source_stands_in_its_area_in_its_order(seeds: Path) -> None:
    listed = rows(seeds / "004-modules.csv")

    assert named(rubric_of(MODULES)) == [(row["area_zh"], row["module_zh"]) for row in listed]
    assert len(listed) == 45


def test_modules_have_four_states_and_nothing_between_them() -> None:
    rubric = rubric_of(MODULES)
    assert rubric.scale.levels == {0: "Absent", 1: "Partial", 2: "In use", 3: "Integrated"}
    assert rubric.scale.steps() == (0, 1, 2, 3)
    assert [rubric.level_name(level, "zh") for level in rubric.scale.steps()] == [
        "未建",
        "部分具备",
        "在用",
        "已集成",
    ]


def test_a_module_counts_the_same_in_every_area() -> None:
    rubric = rubric_of(MODULES)
    assert all(area.weight == len(area.children) for area in rubric.tree)

    found = Scorer(rubric).unit(rated(every(rubric, 1) | {"statistics.reports": 3}))

    assert found["statistics"].score == 3
    assert found["administration"].score == 1
    assert found["overall"].score == pytest.approx((44 + 3) / 45)


def test_the_self_check_asks_the_seven_steps_of_the_source_in_their_order(seeds: Path) -> None:
    rubric = rubric_of(CHECK)
    steps = rows(seeds / "004-problem-solving-steps.csv")

    assert [rubric.name_of(leaf.id, "zh") for leaf in rubric.indicators] == [
        row["method_zh"] for row in steps
    ]
    assert len(steps) == 7


def test_the_self_check_is_the_mean_of_its_seven_answers_and_needs_five_of_them() -> None:
    rubric = rubric_of(CHECK)
    answers = dict(zip((leaf.id for leaf in rubric.indicators), (0, 1, 2, 3, 3, 1, 2), strict=True))

    assert Scorer(rubric).unit(rated(answers))["overall"].score == pytest.approx(12 / 7)
    five = dict(list(answers.items())[:5])
    assert Scorer(rubric).unit(rated(five))["overall"].score == pytest.approx(9 / 5)
    four = dict(list(answers.items())[:4])
    assert Scorer(rubric).unit(rated(four))["overall"].state == "no-data"


@pytest.mark.parametrize("name", ALL)
def test_every_indicator_has_question_evidence_and_a_descriptor_for_each_level(name: str) -> None:
    rubric = rubric_of(name)
    for leaf in rubric.indicators:
        for lang in ("en", "zh"):
            assert rubric.question(leaf.id, lang)
            assert 3 <= len(rubric.evidence_to_ask(leaf.id, lang)) <= 4
            assert list(rubric.descriptors(leaf.id, lang)) == sorted(rubric.scale.levels)


@pytest.mark.parametrize("name", ALL)
def test_no_sentence_stands_twice_and_chinese_is_punctuated_as_chinese(name: str) -> None:
    rubric = rubric_of(name)
    sentences = Counter(words for leaf in rubric.indicators for words in _sentences(rubric, leaf))
    assert [words for words, times in sentences.items() if times > 1] == []
    chinese = [words for words in sentences if not words.isascii()]
    assert [
        words for words in chinese if not words.endswith(("。", "？")) or set(words) & set(",;:?!()")
    ] == []


def _sentences(rubric: Rubric, leaf: Node) -> list[str]:
    return [
        words
        for lang in ("en", "zh")
        for words in (rubric.question(leaf.id, lang), *rubric.descriptors(leaf.id, lang).values())
    ]


@pytest.mark.parametrize("name", ALL)
def test_the_command_line_scores_it(name: str, tmp_path: Path) -> None:
    ratings, out = tmp_path / "ratings.csv", tmp_path / "scores.csv"
    lines = [f"north,2026,li,{leaf.id},2" for leaf in rubric_of(name).indicators]
    ratings.write_text("\n".join(["unit,wave,rater,indicator,score", *lines]), encoding="utf-8")

    ran = CliRunner().invoke(main, ["score", "--rubric", name, "--ratings", str(ratings), "--out", str(out)])

    assert ran.exit_code == 0, ran.output
    assert {(row["node"], float(row["score"])) for row in rows(out) if row["tier"] == "overall"} == {
        ("overall", 2.0)
    }
