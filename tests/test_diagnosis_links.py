import re
from pathlib import Path

import pytest

from assessment.catalogue import LANGUAGES, ids
from assessment.diagnosis_links import DiagnosisLinks
from assessment.diagnosis_links_parsing import parse_links
from tests.linked_rubrics import ILLS, LINKS, RUBRICS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def links() -> DiagnosisLinks:
    found, problems = parse_links(LINKS, "links.yaml", ILLS, RUBRICS)
    assert problems == []
    assert found is not None
    return found


def _found(text: str) -> list[tuple[str, int | None]]:
    _, problems = parse_links(text, "links.yaml", ILLS, RUBRICS)
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)
    return [(problem.code, problem.line) for problem in problems]


def _line(words: str, text: str = LINKS) -> int:
    return next(k for k, line in enumerate(text.splitlines(), 1) if words in line)


def test_links_are_read_with_their_themes_in_both_languages(links: DiagnosisLinks) -> None:
    slow = links.links["problems.slow"]
    assert (slow.theme, slow.goals, slow.causes) == ("care", ("G2",), ("causes.silos",))
    assert slow.shows_in == {"rated": {"care.shop": 1, "care.call": 3}}
    assert [links.themes["care"].called(lang) for lang in LANGUAGES] == ["Better care", "改善服务"]
    assert [links.themes["care"].where(lang) for lang in LANGUAGES] == ["Operations", "经营运作"]


def test_what_shows_nowhere_yet_may_say_so() -> None:
    text = LINKS.replace("    shows_in:\n      rated: {care.shop: 1, care.call: 3}", "    shows_in:")
    found, problems = parse_links(text, "links.yaml", ILLS, RUBRICS)
    assert problems == []
    assert found is not None
    assert found.links["problems.slow"].shows_in == {}


def test_an_entry_that_is_no_group_is_told() -> None:
    text = LINKS.split("  causes.root:")[0] + "  causes.root: systems\n"
    assert _found(text) == [("rubric-not-group", len(text.splitlines()))]


def test_upstream_goes_from_direct_causes_to_theirs(links: DiagnosisLinks) -> None:
    assert links.upstream("problems.slow") == ("causes.silos", "causes.root")
    assert links.upstream("causes.root") == ()
    assert links.upstream("nowhere") == ()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("theme: care", "theme: cares", "links-unknown-id"),
        ("theme: care", "theme: Care", "links-unknown-id"),
        ("theme: care", "team: care", "rubric-unknown-key"),
        ("goals: [G2]", "goals: [G3]", "links-unknown-id"),
        ("goals: [G2]", "goals: [G2, G2]", "links-listed-twice"),
        ("goals: [G2]", "goals: G2", "rubric-not-list"),
        ("{id: G2,", "{id: g1,", "links-id-twice"),
        ("name_zh: 更近", "name_zh: ''", "rubric-empty-text"),
        ("{id: A1, name: Churn, name_zh: 流失}", "A1", "rubric-not-group"),
        ("  problems.slow:", "  problems.fast:", "mapping-unknown-node"),
        ("  problems.slow:", "  problems.SLOW:", "mapping-case"),
        ("  problems.slow:", "  problems:", "mapping-not-indicator"),
        ("care.shop: 1", "care.shopp: 1", "mapping-unknown-node"),
        ("care.shop: 1", "care: 1", "mapping-not-indicator"),
        ("care.shop: 1", "care.shop: -2", "mapping-weight"),
        ("      rated: {care.shop", "      rate: {care.shop", "mapping-unknown-rubric"),
        ("      rated: {care.shop", "      ills: {care.shop", "mapping-same-rubric"),
        ("causes: [causes.silos, causes.root]", "causes: [causes]", "mapping-not-indicator"),
        ("origin: own", "origin: 7", "rubric-not-text"),
        (
            "    shows_in:\n      rated: {care.shop: 1, care.call: 3}",
            "    shows_in: rated",
            "rubric-not-group",
        ),
    ],
)
def test_every_defect_is_told_with_its_line(before: str, after: str, code: str) -> None:
    text = LINKS.replace(before, after, 1)
    assert (code, _line(after.strip(), text)) in _found(text)


@pytest.mark.parametrize(
    "text",
    ["[", "[]", "themes: {}\ngoals: []\nanalytics: []\nlinks: []", "themes: []", LINKS.split("links:")[0]],
)
def test_what_is_no_set_of_links_is_refused(text: str) -> None:
    found, problems = parse_links(text, "links.yaml", ILLS, RUBRICS)
    assert found is None
    assert problems


def test_causes_that_go_in_a_circle_are_told_with_the_circle() -> None:
    text = LINKS.replace(
        "  causes.root:\n    theme: systems", "  causes.root:\n    theme: systems\n    causes: [causes.silos]"
    )
    found, problems = parse_links(text, "links.yaml", ILLS, RUBRICS)

    assert found is None
    assert [problem.code for problem in problems] == ["links-circle"]
    assert {"causes.silos", "causes.root"} == set(problems[0].allowed.split(" → "))


def test_a_cause_of_itself_is_a_circle() -> None:
    text = LINKS.replace("causes: [causes.root]", "causes: [causes.root, causes.silos]")
    assert _found(text) == [("links-circle", _line("causes: [causes.root, causes.silos]", text))]


def test_an_indicator_without_links_is_a_warning_only() -> None:
    text = (
        LINKS.split("  causes.root:")[0]
        .replace(", causes.root]", "]")
        .replace("    causes: [causes.root]\n", "")
    )
    found, problems = parse_links(text, "links.yaml", ILLS, RUBRICS)

    assert found is not None
    assert [(p.code, p.severity, p.found) for p in problems] == [("links-none", "warning", "causes.root")]


def test_names_from_right_to_left_are_names() -> None:
    found, problems = parse_links(LINKS.replace("name: Faster", "name: أسرع"), "links.yaml", ILLS, RUBRICS)
    assert problems == []
    assert found is not None
    assert found.goals["G1"].name == "أسرع"


def test_every_problem_that_the_readers_name_has_its_sentence() -> None:
    names = ("mapping_parsing.py", "diagnosis_links_parsing.py", "edges/link_files.py")
    text = "".join((ROOT / "assessment" / name).read_text(encoding="utf-8") for name in names)
    codes = set(re.findall(r'"((?:rubric|mapping|links)-[a-z-]+)"', text))
    assert len(codes) > 15
    assert {f"problem.{code}" for code in codes} <= ids()
