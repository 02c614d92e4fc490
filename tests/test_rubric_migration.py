"""`migration.yaml`: every mistake at its line, the way back, and the way over several versions."""

import pytest

from assessment.catalogue.rubric_versions import TEXTS
from assessment.errors import Problem
from assessment.rubric import Node, Rubric, Scale
from assessment.rubric_migration import (
    Migration,
    NodeMoves,
    in_proportion,
    moves_between,
    moves_by_id,
    parse_migration,
)
from tests.rubric_edits import altered
from tests.small_rubric import RUBRIC

NEW = altered(
    RUBRIC,
    version="2",
    tree=(
        Node(id="a", name="A", children=(Node(id="a.one", name="A one"), Node(id="a.3", name="New"))),
        Node(id="b", name="B", children=(Node(id="b.1", name="B one"),)),
    ),
)
GOOD = 'from: "1"\nnodes:\n  a.1: a.one\n  a.2: null\n'
VERSIONS = {"1": RUBRIC, "2": NEW}


def read(text: str, after: Rubric = NEW) -> tuple[Migration | None, list[Problem]]:
    return parse_migration(text, "migration.yaml", after, {**VERSIONS, after.version: after})


def test_what_is_stated_and_what_keeps_its_id_make_the_whole_way() -> None:
    migration, problems = read(GOOD)

    assert problems == []
    assert migration is not None
    assert migration.before == "1"
    assert migration.moves.to == {
        "overall": "overall",
        "a": "a",
        "a.1": "a.one",
        "a.2": None,
        "b": "b",
        "b.1": "b.1",
    }
    assert migration.moves.renumbered == {"a.1": "a.one"}


@pytest.mark.parametrize(
    ("text", "code", "line", "found"),
    [
        (GOOD.replace("null", "a.one"), "migration-two-to-one", 4, "a.one"),
        (GOOD.replace("null", "b.1"), "migration-two-to-one", 4, "b.1"),
        (GOOD.replace("  a.2: null\n", ""), "migration-left-out", 2, "a.2"),
        (GOOD.replace("a.2:", "a.9:"), "migration-unknown-old", 4, "a.9"),
        (GOOD.replace("a.one", "a.two"), "migration-unknown-new", 3, "a.two"),
        (GOOD.replace("a.one", "A.one"), "migration-unknown-new", 3, "A.one"),
        (GOOD.replace("a.one", "b"), "migration-kind", 3, "b"),
        (GOOD + "  b.1: null\n", "migration-still-there", 5, "b.1"),
        (GOOD + "  b.1: a.3\n", "migration-still-there", 5, "b.1"),
        (GOOD.replace('"1"', '"7"'), "migration-from", 1, "7"),
        (GOOD.replace('"1"', '"2"'), "migration-from-itself", 1, "2"),
        (GOOD + "scores: doubled\n", "migration-scores", 5, "doubled"),
        (GOOD.replace("nodes", "node"), "rubric-unknown-key", 2, "node"),
        (GOOD.replace('from: "1"\n', ""), "rubric-missing-field", 1, "from"),
        ('from: "1"\nnodes: [a]\n', "rubric-not-group", 2, ""),
        ("- a\n", "rubric-not-group", 1, ""),
    ],
)
def test_a_mistake_is_found_at_its_line_and_refuses_the_file(
    text: str, code: str, line: int, found: str
) -> None:
    migration, problems = read(text)

    assert migration is None
    assert (code, line, found) in {(one.code, one.line, one.found) for one in problems}


def test_ids_that_differ_only_in_case_are_told_with_the_line_to_write() -> None:
    tree = (Node(id="A", name="A", children=NEW.tree[0].children), NEW.tree[1])
    _, (problem,) = read(GOOD.replace("null", "null"), altered(NEW, tree=tree))

    assert (problem.code, problem.found, problem.allowed) == ("migration-case", "a", "A")
    assert "add the line `a: A`" in problem.sentence("en")
    assert read(GOOD + "  a: A\n", altered(NEW, tree=tree))[1] == []


def test_an_id_never_gets_another_meaning() -> None:
    tree = (Node(id="a", name="A", children=(Node(id="a.2", name="A one"),)), NEW.tree[1])

    _, problems = read('from: "1"\nnodes: {a.1: a.2, a.2: null}\n', altered(NEW, tree=tree))

    assert "migration-id-reused" in {problem.code for problem in problems}


def test_a_mistyped_node_is_offered_the_nearest() -> None:
    _, problems = read(GOOD.replace("a.one", "a.onne"))

    assert problems[0].allowed.startswith("a.one")
    assert "可能应为：a.one" in problems[0].sentence("zh")


@pytest.mark.parametrize(
    ("scale", "good"),
    [
        (Scale(min=0, max=10, step=1), True),
        (Scale(min=1, max=11, step=1), True),
        (Scale(min=0, max=100, step=None), True),
        (Scale(min=0, max=3, step=1), False),
        (Scale(min=0, max=5, step=1), False),
    ],
)
def test_scores_go_in_proportion_only_where_each_lands_on_a_step(scale: Scale, *, good: bool) -> None:
    migration, problems = read(f"{GOOD}scores: in-proportion\n", altered(NEW, scale=scale))

    assert [problem.code for problem in problems] == ([] if good else ["migration-scores-off-step"])
    assert (migration is not None and migration.moves.in_proportion) == good


def test_a_score_in_proportion_by_hand() -> None:
    assert in_proportion(2.5, Scale(), Scale(min=0, max=10, step=1)) == 5
    assert in_proportion(2.5, Scale(), Scale(min=1, max=5, step=1)) == 3
    assert in_proportion(2.0, Scale(), Scale(min=0, max=3, step=1)) is None
    assert in_proportion(1.0, Scale(), Scale(min=0, max=100, step=None)) == 20


def test_from_any_score_to_steps_is_no_proportion() -> None:
    percent = altered(RUBRIC, scale=Scale(min=0, max=100, step=None))

    _, (problem,) = parse_migration(f"{GOOD}scores: in-proportion\n", "m", NEW, {"1": percent, "2": NEW})

    assert (problem.code, problem.found, problem.allowed) == ("migration-scores-off-step", "14.3", "0.714")


def test_the_way_back_is_the_way_turned_round() -> None:
    migration, _ = read(GOOD)
    assert migration is not None

    back = migration.moves.turned(NEW)

    assert back.to == {"overall": "overall", "a": "a", "a.one": "a.1", "a.3": None, "b": "b", "b.1": "b.1"}


def test_a_way_leads_over_versions_and_a_dropped_node_comes_back_with_its_id() -> None:
    third = altered(RUBRIC, version="3", tree=(*NEW.tree, Node(id="a.2", name="Back")))
    stated = {
        "2": Migration(
            "1", NodeMoves(moves_by_id(RUBRIC, NEW, {"a.1": "a.one", "a.2": None}).to, in_proportion=True)
        ),
        "3": Migration("2", NodeMoves(moves_by_id(NEW, third).to)),
    }
    versions = {**VERSIONS, "3": third}

    there, back = moves_between("1", "3", versions, stated), moves_between("3", "1", versions, stated)

    assert (there.to["a.1"], there.to["a.2"]) == ("a.one", "a.2")
    assert (back.to["a.one"], back.to["a.2"], back.to["a.3"]) == ("a.1", "a.2", None)
    assert not there.in_proportion
    assert moves_between("1", "2", versions, {}).to["a.1"] is None


@pytest.mark.parametrize("key", [key for key in TEXTS if key.startswith("problem.")])
def test_every_sentence_has_a_cure_in_both_languages(key: str) -> None:
    english, chinese = TEXTS[key]
    cures = ("write", "add", "likely", "delete", "give", "leave", "keep", "versions")
    assert any(cure in english.casefold() for cure in cures)
    assert "。" in chinese
