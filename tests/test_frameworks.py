"""What the README says is in the shipped frameworks is in them, and in the tables of their sources."""

import csv
import re
from pathlib import Path

import pytest

from assessment.edges.shelf import FileShelf
from assessment.rubric import Rubric

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SHELF = FileShelf()


@pytest.fixture
def seeds() -> Path:
    """The folder of extracts from the sources; the test is skipped without it."""
    if not SEEDS.is_dir():
        pytest.skip(
            "the extracts of the sources are not there: put them into shared/seeds beside the repository"
        )
    return SEEDS


def readme_table(first: str) -> list[list[str]]:
    """The rows of the README's table whose header begins with a word."""
    lines = iter((ROOT / "README.md").read_text(encoding="utf-8").splitlines())
    next(line for line in lines if line.startswith(f"| {first} |"))
    next(lines)
    rows: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return rows


def counts(name: str) -> list[int]:
    """Every number that the README's table tells of what is in a rubric."""
    said = next(row[-1] for row in readme_table("rubric") if row[0] == name)
    return [int(number) for number in re.findall(r"\d+", said)]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def distinct(found: list[dict[str, str]], *columns: str) -> int:
    return len({tuple(row[column] for column in columns) for row in found})


def tiers(rubric: Rubric) -> list[int]:
    return [len(rubric.of_tier(tier)) for tier in rubric.tiers]


def named(rubric: Rubric) -> list[str]:
    return [rubric.name_of(leaf.id, "zh") for leaf in rubric.indicators]


def test_the_readme_lists_every_shipped_rubric_with_its_scale() -> None:
    listed = {row[0]: row[2] for row in readme_table("rubric")}

    scales = {name: SHELF.rubric(name, version).scale for name, version in SHELF.rubrics()}
    assert listed == {name: f"{scale.min:g} to {scale.max:g}" for name, scale in scales.items()}


def test_every_rubric_is_whole_in_both_languages() -> None:
    for name, version in SHELF.rubrics():
        rubric = SHELF.rubric(name, version)
        assert rubric.languages == ("en", "zh")
        for leaf in rubric.indicators:
            assert leaf.question
            assert leaf.evidence
            assert sorted(leaf.descriptors) == sorted(rubric.scale.levels)


def test_the_five_capabilities_are_those_of_the_study(seeds: Path) -> None:
    table = rows(seeds, "003-structure")
    levels = ("dimension_zh",), ("dimension_zh", "subcapability_zh"), ("indicator_zh", "order")

    found = [distinct(table, *columns) for columns in levels]
    assert counts("crm-five-capabilities") == found == tiers(SHELF.rubric("crm-five-capabilities"))


def test_the_capability_map_has_the_channels_and_the_capabilities_of_each_domain(seeds: Path) -> None:
    table = [row for row in rows(seeds, "000-capability-map") if not row["domain_zh"].startswith("（")]
    rubric = SHELF.rubric("crm-capability-map")

    domains = list(dict.fromkeys(row["domain_zh"] for row in table))
    found = [sum(row["domain_zh"] == domain for row in table) for domain in domains]
    assert counts("crm-capability-map") == [found[0], sum(found[1:]), *found[1:]]
    assert [len(top.children) for top in rubric.tree] == found
    assert [rubric.name_of(top.id, "zh") for top in rubric.tree] == domains


def test_the_diagnosis_has_the_problems_causes_themes_goals_and_areas(seeds: Path) -> None:
    problems = [*rows(seeds, "001-problems"), *rows(seeds, "002-problems")]
    tables = ("001-causes", "000-root-causes", "000-solution-themes", "001-goals", "002-analytics-areas")
    rubric, links = SHELF.rubric("crm-diagnosis"), SHELF.links("crm-diagnosis")
    assert links is not None

    assert counts("crm-diagnosis") == [len(problems), *(len(rows(seeds, table)) for table in tables)]
    rated = [sum(node.is_indicator for node in top.walk()) for top in rubric.tree]
    assert rated == [len(problems) - 1, *(len(rows(seeds, table)) for table in tables[:2])]
    assert counts("crm-diagnosis")[3:] == [len(links.themes), len(links.goals), len(links.analytics)]


def test_analytics_maturity_has_the_areas_of_one_source_and_the_models_of_the_other(
    seeds: Path,
) -> None:
    areas = rows(seeds, "002-analytics-areas")
    models = [row["item_zh"] for row in rows(seeds, "000-roadmap") if row["track"] == "analytical"]
    rubric = SHELF.rubric("analytics-maturity")

    assert set(models) <= set(named(rubric))
    more = len(rubric.indicators) - len(models)
    assert counts("analytics-maturity") == [len(areas), len(models), more]
    assert len(rubric.tree) == len(areas)


def test_operations_modules_and_self_check_have_what_their_pages_have(seeds: Path) -> None:
    grid, modules = rows(seeds, "004-etom-functions"), rows(seeds, "004-modules")
    stages = sum(row["domain_zh"].startswith("（") for row in grid)
    steps = rows(seeds, "004-problem-solving-steps")

    assert counts("enterprise-customer-operations") == [
        distinct(grid, "layer_zh"),
        len(grid) - stages,
        stages,
    ]
    assert tiers(SHELF.rubric("enterprise-customer-operations")) == [3, len(grid)]
    areas = [distinct(modules, "area_zh"), distinct(modules, "area_zh", "module_zh")]
    assert (
        counts("enterprise-customer-modules") == areas == tiers(SHELF.rubric("enterprise-customer-modules"))
    )
    assert counts("account-team-self-check") == [len(steps)] == tiers(SHELF.rubric("account-team-self-check"))


def test_the_readme_lists_every_mapping_with_how_much_it_informs() -> None:
    listed = {(row[0], row[1]): row[2] for row in readme_table("ratings on")}

    assert listed == {
        (one.source, one.target): f"{len(one.links)} of {len(SHELF.rubric(one.target).indicators)}"
        for one in SHELF.mappings()
    }
