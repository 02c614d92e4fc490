"""The rubrics made from the planning documents: what stands in the sources stands in them."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment.catalogue import Lang, text
from assessment.cli import main
from assessment.edges.shelf import FileShelf
from assessment.rubric import Rubric

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
MAP, ANALYTICS = "crm-capability-map", "analytics-maturity"
BOTH: tuple[Lang, ...] = ("en", "zh")


@pytest.fixture(scope="module")
def seeds() -> Path:
    """The folder of extracts from the sources; the test is skipped without it."""
    if not SEEDS.is_dir():
        pytest.skip("the extracts of the sources are not beside the repository")
    return SEEDS


@pytest.fixture(scope="module")
def capability_map() -> Rubric:
    return FileShelf().rubric(MAP)


@pytest.fixture(scope="module")
def analytics() -> Rubric:
    return FileShelf().rubric(ANALYTICS)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def of_page(path: Path, start: str) -> list[str]:
    """Grades that a page of the source prints, lowest first."""
    return [row["capability_zh"] for row in rows(path) if row["domain_zh"].startswith(start)]


def below(rubric: Rubric, lang: Lang) -> list[tuple[str, str]]:
    """Every indicator with the node above it, by name."""
    return [
        (rubric.name_of(top.id, lang), rubric.name_of(leaf.id, lang))
        for top in rubric.tree
        for leaf in top.children
    ]


def test_the_map_holds_the_channels_and_every_capability_of_the_source_in_its_order(
    capability_map: Rubric, seeds: Path
) -> None:
    drawn = [row for row in rows(seeds / "000-capability-map.csv") if not row["domain_zh"].startswith("（")]

    assert below(capability_map, "zh") == [(row["domain_zh"], row["capability_zh"]) for row in drawn]
    names = [leaf.name for leaf in capability_map.indicators]
    assert names == [row["capability_en"] for row in drawn]


def test_the_map_has_twelve_channels_and_27_capabilities_in_five_domains(capability_map: Rubric) -> None:
    assert {top.id: len(top.children) for top in capability_map.tree} == {
        "channels": 12,
        "marketing": 4,
        "sales": 6,
        "service": 8,
        "strategy": 6,
        "systems": 3,
    }


def test_the_words_of_the_maps_grades_are_those_of_the_source(capability_map: Rubric, seeds: Path) -> None:
    importance = of_page(seeds / "000-capability-map.csv", "（刻度）相对重要性，第8页")
    on_the_axis = of_page(seeds / "000-capability-map.csv", "（刻度）相对重要性，第11页")
    levels = [capability_map.level_name(level, "zh") for level in range(1, 6)]

    assert [capability_map.importance_name(grade, "zh") for grade in capability_map.importance] == importance
    assert levels == ["低", "较低", "中", "较高", "高"]
    assert set(levels) == {*importance, *on_the_axis}


def test_every_capability_of_the_map_has_a_complexity_of_four_grades_and_no_channel_has(
    capability_map: Rubric, seeds: Path
) -> None:
    grades = {leaf.id: leaf.complexity for leaf in capability_map.indicators}
    judged = {grade for node, grade in grades.items() if not node.startswith("channels.")}
    printed = of_page(seeds / "000-capability-map.csv", "（刻度）相对重要性，第11页")

    assert all(grade is None for node, grade in grades.items() if node.startswith("channels."))
    assert {text(f"complexity.{grade}", "zh") for grade in judged} == set(printed)


def test_the_areas_of_analytics_are_those_of_the_source(analytics: Rubric, seeds: Path) -> None:
    areas = rows(seeds / "002-analytics-areas.csv")
    for lang, mark in (("zh", "："), ("en", ":")):
        names = [analytics.name_of(top.id, lang) for top in analytics.tree]  # type: ignore[arg-type]
        assert names == [row[lang].partition(mark)[0] for row in areas]


def test_each_of_the_twelve_models_stands_in_one_area_and_three_indicators_were_added(
    analytics: Rubric, seeds: Path
) -> None:
    models = [row for row in rows(seeds / "000-roadmap.csv") if row["track"] == "analytical"]
    found = {analytics.name_of(leaf.id, "zh"): leaf.name for leaf in analytics.indicators}
    given = {row["item_zh"]: row["item_en"] for row in models}

    assert len(analytics.indicators) == len(found) == 15
    assert len(given) == 12
    assert given.items() <= found.items()
    assert set(found) - set(given) == {"消费行为与话费预测", "优惠策略仿真", "动态防欺诈"}


def test_the_two_key_areas_of_analytics_weigh_double(analytics: Rubric) -> None:
    weights = {top.id: top.weight for top in analytics.tree}
    assert weights == {"classification": 2, "usage": 1, "promotion": 1, "risk": 1, "churn": 2}


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize(("name", "levels"), [(MAP, [1, 2, 3, 4, 5]), (ANALYTICS, [0, 1, 2, 3, 4])])
def test_every_indicator_has_a_question_evidence_and_a_descriptor_of_its_own_for_every_level(
    name: str, levels: list[float], lang: Lang
) -> None:
    rubric, said = FileShelf().rubric(name), list[str]()
    for leaf in rubric.indicators:
        descriptors = rubric.descriptors(leaf.id, lang)
        assert list(descriptors) == levels
        assert len(set(rubric.evidence_to_ask(leaf.id, lang))) in {3, 4}
        said += [rubric.question(leaf.id, lang), *descriptors.values()]
    assert all(said)
    assert len(set(said)) == len(said)


def test_texts_in_chinese_are_written_with_chinese_marks() -> None:
    for name in (MAP, ANALYTICS):
        words = FileShelf().rubric(name).translations["zh"]
        descriptors = [line for path, line in words.items() if ".descriptors." in path]
        assert all(line.endswith("。") for line in descriptors)
        assert not [line for line in words.values() if set(line) & set(",;:?!()")]


def score(name: str, ratings: dict[str, float], folder: Path) -> dict[str, str]:
    """What `gapline score` makes of one unit's ratings: node -> score as written."""
    lines = ["unit,indicator,score", *(f"North,{node},{value}" for node, value in ratings.items())]
    (folder / "ratings.csv").write_text("\n".join(lines), encoding="utf-8")
    call = ["score", "--rubric", name, "--ratings", folder / "ratings.csv", "--out", folder / "scores.csv"]
    done = CliRunner().invoke(main, [str(word) for word in call])
    assert done.exit_code == 0, done.output
    return {row["node"]: row["score"] for row in rows(folder / "scores.csv")}


def test_the_map_is_scored_from_the_command_line(capability_map: Rubric, tmp_path: Path) -> None:
    given = {"channels": 1.0, "marketing": 2, "sales": 3.5, "service": 4, "strategy": 5, "systems": 2.5}
    ratings = {leaf.id: given[leaf.id.partition(".")[0]] for leaf in capability_map.indicators}

    found = score(MAP, ratings, tmp_path)

    assert float(found["service"]) == 4
    assert float(found["overall"]) == pytest.approx((1 + 2 + 3.5 + 4 + 5 + 2.5) / 6)


def test_analytics_is_scored_from_the_command_line(analytics: Rubric, tmp_path: Path) -> None:
    key = ("classification.", "churn.")
    ratings = {leaf.id: 3.0 if leaf.id.startswith(key) else 1.0 for leaf in analytics.indicators}

    found = score(ANALYTICS, ratings, tmp_path)

    assert float(found["overall"]) == pytest.approx((2 * 3 + 1 + 1 + 1 + 2 * 3) / 7)
    assert float(found["usage"]) == 1
