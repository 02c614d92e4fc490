"""The diagnosis rubric and its links hold every problem, cause, theme, goal and area of the sources."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from assessment.diagnosis_links import DiagnosisLinks
from assessment.edges.shelf import FileShelf

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
RUBRIC = FileShelf().rubric("crm-diagnosis")


def _rows(name: str) -> list[dict[str, str]]:
    if not SEEDS.is_dir():
        pytest.skip(
            "the tables of the sources are not there: put them into shared/seeds beside the repository"
        )
    return list(csv.DictReader((SEEDS / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()))


@pytest.fixture(scope="module")
def links() -> DiagnosisLinks:
    found = FileShelf().links("crm-diagnosis")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("table", "paper", "over"),
    [("001-problems", "001", ()), ("002-problems", "002", ("P5",)), ("001-causes", "001", ())],
)
def test_every_problem_and_cause_is_an_indicator_or_the_group_over_some(
    links: DiagnosisLinks, table: str, paper: str, over: tuple[str, ...]
) -> None:
    """The fifth problem of 002 is a heading over five: it is the group `problems.processes`."""
    origins = Counter(link.origin for link in links.links.values())
    wanted = [f"{paper} {row['id']}" for row in _rows(table) if row["id"] not in over]
    assert {origin: origins[origin] for origin in wanted} == dict.fromkeys(wanted, 1)


def test_the_fifth_problem_of_002_stands_over_its_five(links: DiagnosisLinks) -> None:
    five = [row["id"] for row in _rows("002-problems") if row["id"].startswith("P5-")]
    below = [links.links[node.id].origin for node in RUBRIC.node("problems.processes").children]
    assert below == [f"002 {problem}" for problem in five]


def test_the_root_causes_stand_in_their_areas(links: DiagnosisLinks) -> None:
    wanted = {f"000 R{k}": row["area_zh"] for k, row in enumerate(_rows("000-root-causes"), 1)}
    found = {
        link.origin: RUBRIC.name_of(above.id, "zh")
        for node, link in links.links.items()
        if node.startswith("roots.") and (above := RUBRIC.parent(node))
    }
    assert found == wanted


def test_no_indicator_is_without_origin_and_the_counts_are_those_of_the_sources(
    links: DiagnosisLinks,
) -> None:
    assert set(links.links) == {node.id for node in RUBRIC.indicators}
    tables = ("001-problems", "002-problems", "001-causes", "000-root-causes")
    assert [len(_rows(table)) for table in tables] == [4, 10, 7, 8]
    assert len(links.links) == 4 + 9 + 7 + 8


def test_the_themes_carry_the_names_of_the_source(links: DiagnosisLinks) -> None:
    rows = _rows("000-solution-themes")
    assert [(theme.name_zh, theme.area_zh) for theme in links.themes.values()] == [
        (row["theme_zh"], row["area_zh"]) for row in rows
    ]
    assert len(rows) == 4


def test_the_theme_of_a_root_cause_is_that_of_its_area(links: DiagnosisLinks) -> None:
    """Channels have no theme of their own: they are part of external interaction."""
    for node, link in links.links.items():
        above = RUBRIC.parent(node)
        if above and above.id.startswith("roots."):
            area = RUBRIC.name_of(above.id, "zh").replace("渠道", "外部互动")
            assert links.themes[link.theme].area_zh == area


def test_goals_and_areas_of_analysis_are_those_of_the_sources(links: DiagnosisLinks) -> None:
    assert list(links.goals) == [row["id"] for row in _rows("001-goals")]
    areas = {row["id"]: row["zh"].split("：")[0] for row in _rows("002-analytics-areas")}
    assert {key: area.name_zh for key, area in links.analytics.items()} == areas


def test_every_theme_goal_and_area_is_blocked_by_something(links: DiagnosisLinks) -> None:
    all_links = links.links.values()
    assert {link.theme for link in all_links} == set(links.themes)
    assert {goal for link in all_links for goal in link.goals} == set(links.goals)
    assert {area for link in all_links for area in link.analytics} == set(links.analytics)


def test_every_problem_comes_from_something_and_shows_in_the_five_capabilities(links: DiagnosisLinks) -> None:
    for node, link in links.links.items():
        assert link.shows_in["crm-five-capabilities"], node
        assert link.causes or not node.startswith("problems."), node
