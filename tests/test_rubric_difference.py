"""What differs between two versions of a rubric is named, with both values, and nothing else is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES
from assessment.edges.shelf import FileShelf
from assessment.rubric import Node, Rubric, Scale
from assessment.rubric_difference import KINDS, RubricAlteredError, difference
from tests.rubric_edits import altered, edited, rubrics
from tests.small_rubric import RUBRIC

LEVELS = Scale(min=0, max=2, step=1, levels={0: "Nothing", 1: "Some", 2: "All"})


def with_node(node: Node, **rubric: object) -> Rubric:
    """One area with one indicator more than itself."""
    area = Node(id="area", name="Area", children=(node, Node(id="area.rest", name="Rest")))
    made = Rubric(id="r", version="1", name="R", scale=LEVELS, tiers=("area", "indicator"), tree=(area,))
    return altered(made, **rubric)


@pytest.mark.parametrize(
    ("before", "after", "kind", "part", "values"),
    [
        ({"name": "Calls"}, {"name": "Phone"}, "renamed", "name", ("Calls", "Phone")),
        ({"weight": 1.0}, {"weight": 2.5}, "reweighted", "weight", ("1", "2.5")),
        ({"question": "Who?"}, {"question": ""}, "reworded", "question", ("Who?", "")),
        ({"descriptors": {1.0: "a"}}, {"descriptors": {1.0: "b"}}, "reworded", "descriptors.1", ("a", "b")),
        ({"evidence": ("Log",)}, {"evidence": ("Log", "Plan")}, "reworded", "evidence.1", ("", "Plan")),
        ({"stage": 1}, {"stage": 2}, "rule", "stage", ("1", "2")),
        ({"complexity": None}, {"complexity": "high"}, "setting", "complexity", ("", "high")),
    ],
)
def test_every_part_of_a_node_is_told_with_both_values(
    before: dict[str, object], after: dict[str, object], kind: str, part: str, values: tuple[str, str]
) -> None:
    old, new = (Node.model_validate({"id": "x", "name": "X", **parts}) for parts in (before, after))

    (change,) = difference(with_node(old), with_node(new)).changes

    assert (change.kind, change.node, change.part) == (kind, "x", part)
    assert (change.before, change.after) == values


@pytest.mark.parametrize(
    ("part", "value", "kind"),
    [
        ("scale", LEVELS.model_copy(update={"max": 3.0}), "rescaled"),
        ("scale", LEVELS.model_copy(update={"levels": {0: "None", 1: "Some", 2: "All"}}), "reworded"),
        ("min_coverage", 0.5, "setting"),
        ("importance", {"low": 0.5}, "setting"),
        ("tiers", ("theme", "indicator"), "setting"),
        ("name", "Another", "renamed"),
    ],
)
def test_what_concerns_the_whole_rubric_is_told_too(part: str, value: object, kind: str) -> None:
    rubric = with_node(Node(id="x", name="X"))

    (change,) = difference(rubric, altered(rubric, **{part: value})).changes

    assert (change.kind, change.node) == (kind, "")


def test_added_removed_and_moved_nodes_are_told_apart() -> None:
    a, b = (Node(id=name, name=name, children=(Node(id=f"{name}1", name="one"),)) for name in "ab")
    moved = (b.model_copy(update={"children": (*b.children, *a.children)}), Node(id="c", name="c"))
    before, after = (altered(RUBRIC, tree=tree) for tree in ((a, b), moved))

    found = difference(before, after)

    assert [(change.kind, change.node) for change in found.changes] == [
        ("moved", "a1"),
        ("added", "c"),
        ("removed", "a"),
    ]
    assert (found.of_kind("moved")[0].before, found.of_kind("moved")[0].after) == ("a", "b")
    assert found.counts() == {"removed": 1, "added": 1, "moved": 1}


def test_another_order_is_a_move_of_as_few_nodes_as_possible() -> None:
    leaves = [Node(id=name, name=name) for name in "abcd"]
    before = altered(RUBRIC, tree=tuple(leaves))
    after = altered(RUBRIC, tree=(leaves[3], *leaves[:3]))

    (change,) = difference(before, after).changes

    assert (change.kind, change.node, change.before, change.after) == ("moved", "d", "4", "1")


def test_a_node_with_a_new_id_is_the_same_node_where_its_author_says_so() -> None:
    before = with_node(Node(id="x", name="X"))
    after = with_node(Node(id="y", name="X"))

    assert [one.kind for one in difference(before, after, {"x": "y"}).changes] == ["renumbered"]
    assert {one.kind for one in difference(before, after).changes} == {"added", "removed"}


def test_translations_are_compared_when_asked_for() -> None:
    before, after = (RUBRIC.with_translation("zh", {"a.name": word}) for word in ("甲", "乙"))

    assert difference(before, after).changes == ()
    (change,) = difference(before, after, translations=True).changes
    assert (change.kind, change.part, change.before, change.after) == ("translated", "zh: a.name", "甲", "乙")


@given(rubrics(), st.data())
def test_nothing_differs_exactly_where_the_fingerprints_agree(rubric: Rubric, data: st.DataObject) -> None:
    other = altered(data.draw(edited(rubric)).rubric, version=rubric.version)

    assert (difference(rubric, other).changes == ()) == (rubric.fingerprint == other.fingerprint)
    assert difference(rubric, rubric).changes == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_its_words(lang: str) -> None:
    rubric = with_node(Node(id="x", name="X"))
    found = difference(rubric, with_node(Node(id="y", name="Y" * 90)))
    (added, removed) = found.told("zh" if lang == "zh" else "en")

    assert "y" in added
    assert "…" in added
    assert "x" in removed
    assert len(KINDS) == len(set(KINDS))


def test_the_failure_of_changed_content_says_what_changed() -> None:
    before = with_node(Node(id="x", name="X"))
    error = RubricAlteredError(before, with_node(Node(id="x", name="X", weight=3)), "e")

    assert "Reweighted: x (X) weight: 1 → 3" in error.sentence("en")
    assert "改权重：x（X）weight：1 → 3" in error.sentence("zh")
    assert "give the changed rubric a new version" in str(error)


@pytest.mark.parametrize("name", FileShelf().rubrics())
def test_a_shipped_rubric_survives_being_kept_as_json(name: tuple[str, str]) -> None:
    rubric = FileShelf().rubric(*name)
    kept = Rubric.model_validate_json(rubric.model_dump_json())

    assert kept.fingerprint == rubric.fingerprint
    assert difference(kept, rubric).changes == ()
    assert json.loads(rubric.model_dump_json())["id"] == rubric.id
