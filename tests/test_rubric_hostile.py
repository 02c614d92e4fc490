"""Rubrics that are too large, too deep, or written to be misread: each refused with its sentence."""

import pytest

from assessment.catalogue import text as sentence
from assessment.errors import Problem
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.rubric_tree import MAX_NODES
from tests.small_rubric import RUBRIC

HEAD = 'id: large\nversion: "1"\nname: Large\ntiers: [{tiers}]\ntree:\n'


def large(groups: int, each: int) -> str:
    """So many groups with so many indicators each."""
    lines = [HEAD.format(tiers="group, indicator")]
    for group in range(groups):
        lines.append(f"  - id: g{group}\n    name: Group\n    children:\n")
        lines += [f"      - {{id: g{group}.{leaf}, name: Leaf}}\n" for leaf in range(each)]
    return "".join(lines)


def deep(levels: int) -> str:
    """One node in the other, so many levels."""
    lines = [HEAD.format(tiers=", ".join(f"tier-{level}" for level in range(levels)))]
    for level in range(levels):
        space = "  " * (2 * level + 1)
        lines.append(f"{space}- id: n{level}\n{space}  name: Level\n")
        if level < levels - 1:
            lines.append(f"{space}  children:\n")
    return "".join(lines)


def read(text: str) -> tuple[Rubric | None, list[Problem]]:
    return parse_rubric(text, "rubric.yaml")


def test_ten_thousand_nodes_are_refused_with_the_way_out() -> None:
    rubric, (problem,) = read(large(100, 99))

    assert rubric is None
    assert (problem.code, problem.line, problem.found) == ("rubric-too-many-nodes", 5, "10000")
    assert f"at most {MAX_NODES}" in problem.sentence("en")
    assert "拆分" in problem.sentence("zh")


def test_five_thousand_indicators_are_taken() -> None:
    rubric, problems = read(large(50, 100))

    assert problems == []
    assert rubric is not None
    assert len(rubric.indicators) == 5_000


def test_fifty_levels_are_refused_at_the_line_where_it_goes_too_deep() -> None:
    rubric, problems = read(deep(50))

    assert rubric is None
    assert [problem.code for problem in problems] == ["yaml-depth"]
    assert problems[0].line == 93
    assert "60" in problems[0].sentence("en")


def test_twenty_five_levels_are_taken_and_walked() -> None:
    rubric, problems = read(deep(25))

    assert problems == []
    assert rubric is not None
    assert len(rubric.path("n24")) == 25


@pytest.mark.parametrize("mark", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2069"])
def test_a_character_that_turns_the_reading_direction_is_refused(mark: str) -> None:
    text = large(1, 2).replace("name: Group", f'name: "Paid {mark}fdp.exe"')

    rubric, (problem,) = read(text)

    assert rubric is None
    assert (problem.code, problem.line) == ("rubric-direction-character", 7)
    assert problem.found == f"U+{ord(mark):04X}"
    assert "Delete it" in problem.sentence("en")
    assert "请删除" in problem.sentence("zh")


def test_such_a_character_is_refused_in_a_translation_too() -> None:
    _, problems = parse_translation('name: "\u202e量表"\n', "zh.yaml", RUBRIC)

    assert "rubric-direction-character" in {problem.code for problem in problems}


@pytest.mark.parametrize("name", ["خدمة العملاء", "שירות לקוחות", "خدمة \u200f(CRM)"])
def test_letters_written_from_right_to_left_are_taken(name: str) -> None:
    rubric, problems = read(large(1, 2).replace("name: Group", f'name: "{name}"'))

    assert problems == []
    assert rubric is not None
    assert rubric.node("g0").name == name


def test_ids_that_differ_only_in_case_are_refused_with_the_other_line() -> None:
    rubric, (problem,) = read(large(1, 2).replace("id: g0.1", "id: G0.0"))

    assert rubric is None
    assert (problem.code, problem.found, problem.allowed) == ("rubric-similar-id", "G0.0", "9")


def test_an_alias_that_would_make_a_circle_is_refused() -> None:
    text = (
        large(1, 2)
        .replace("  - id: g0\n", "  - &top\n    id: g0\n")
        .replace("{id: g0.1, name: Leaf}", "*top")
    )

    rubric, problems = read(text)

    assert rubric is None
    assert "yaml-reuse" in {problem.code for problem in problems}
    assert sentence("problem.yaml-reuse", "en", found="*top", allowed="", key="")
