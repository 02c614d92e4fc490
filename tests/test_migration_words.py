"""A change of version in words: the table of nodes, what stands in the way, differences by name."""

import pytest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.memory_store import MemoryStore
from assessment.migrating import newer_version, planned, versions_beside
from assessment.migration_words import migration_table, obstacles
from assessment.rubric import Node, Scale, Source
from assessment.rubric_difference import KINDS, difference
from assessment.rubric_difference_words import PARTS, without_kinds, worded
from tests.moving import begin, rated, shelf_of
from tests.rubric_edits import altered
from tests.small_rubric import RUBRIC

OTHER = altered(
    RUBRIC,
    version="2",
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A first"), Node(id="a.3", name="New"))),
        Node(id="b", name="B", children=(Node(id="a.2", name="A two"), Node(id="b.one", name="B one"))),
    ),
)
STATED = {"b.1": "b.one"}


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    begin(store, RUBRIC)
    store.save_ratings("e", [rated("a.1"), rated("b.1")])
    return store


def test_every_node_is_a_row_in_the_order_of_the_new_tree(store: MemoryStore) -> None:
    found = planned(store, shelf_of(RUBRIC, OTHER, STATED), "e", "2")

    rows = [tuple(cell.text for cell in row) for row in migration_table(found, "en").rows]
    assert rows == [
        ("kept", "Overall", "", ""),
        ("kept", "A", "Overall", ""),
        ("renamed", "A one → A first", "A", "1 carried on"),
        ("new", "New", "A", ""),
        ("kept", "B", "Overall", ""),
        ("moved", "A two", "A → B", ""),
        ("renamed", "B one (id b.1 → b.one)", "B", "1 carried on"),
    ]


def test_rows_are_chosen_by_what_happens_and_by_words(store: MemoryStore) -> None:
    found = planned(store, shelf_of(RUBRIC, OTHER, {**STATED, "a.1": None}), "e", "2")

    assert migration_table(found, "en", ["moved", "dropped"]).row_ids == ("a.2", "a.1")
    assert migration_table(found, "en", (), "b ONE").row_ids == ("b.one",)
    assert migration_table(found, "zh", ["new"], "").rows[0][0].text == "新增"
    assert migration_table(found, "en", ["rescaled"]).rows == ()


def test_what_is_signed_off_is_named_wave_by_wave(store: MemoryStore) -> None:
    store.sign_off("e", "north", "w2", "li")
    store.sign_off("e", "group", "w1", "li")
    found = planned(store, shelf_of(RUBRIC, OTHER, STATED), "e", "2")

    assert obstacles(found, {"north": "North"}, "en") == [
        ("group", "w1", "group (First)"),
        ("north", "w2", "North (Second)"),
    ]


def test_versions_on_the_shelf_are_newer_or_only_others(store: MemoryStore) -> None:
    shelf, here = shelf_of(RUBRIC, OTHER, STATED), store.engagement("e")
    moved = here.model_copy(update={"rubric_version": "2"})

    assert (versions_beside(shelf, here), newer_version(shelf, here)) == (("2",), "2")
    assert (versions_beside(shelf, moved), newer_version(shelf, moved)) == (("1",), None)
    gone = here.model_copy(update={"rubric_version": "0"})
    assert (versions_beside(shelf, gone), newer_version(shelf, gone)) == (("2", "1"), "2")


def test_differences_are_told_by_name() -> None:
    newer = altered(
        OTHER,
        scale=Scale(min=0, max=4, step=0.5),
        source=Source(title="Ours"),
        tree=(
            Node(
                id="a",
                name="A",
                weight=2,
                children=(
                    Node(
                        id="a.1", name="A first", question="Why?", descriptors={3: "Seen"}, evidence=("Plan",)
                    ),
                    Node(id="a.3", name="New"),
                ),
            ),
            OTHER.tree[1],
        ),
    ).with_translation("zh", {"a.1.name": "甲", "name": "小"})
    found = difference(RUBRIC, newer, STATED, translations=True)

    told = worded(found, RUBRIC, newer, "en")
    assert "Renamed: A one → A first" in told
    assert "Reweighted: A, weight: 1 → 2" in told
    assert "Reworded: A first, question: – → Why?" in told
    assert "Reworded: A first, level 3: – → Seen" in told
    assert "Reworded: A first, evidence 1: – → Plan" in told
    assert "Moved: A two, stands under: A → B" in told
    assert "New id: B one, id: b.1 → b.one" in told
    assert "Added: New" in told
    assert "Rescaled: the rubric, highest score: 5 → 4" in told
    assert "Setting changed: the rubric, source: – → Ours" in told
    assert "Translation changed: A first, name (Chinese): – → 甲" in told
    assert "Translation changed: the rubric, name (Chinese): – → 小" in told
    assert "改权重：A，权重：1 → 2" in worded(found, RUBRIC, newer, "zh")
    assert worded(found, RUBRIC, newer, "en", 2) == [*told[:2], f"… and {len(told) - 2} more."]
    assert without_kinds(found, KINDS).changes == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_that_can_differ_has_a_name(lang: Lang) -> None:
    assert all(text(part, lang) for part in PARTS)
    longer = altered(RUBRIC, version="2", name="x" * 200, min_coverage=0.5, blank_as="min", tiers=("d", "i"))
    told = "\n".join(worded(difference(RUBRIC, longer), RUBRIC, longer, lang))
    assert "x" * 90 + "…" in told
    assert "min_coverage" not in told
    removed = altered(RUBRIC, version="2", tree=RUBRIC.tree[:1])
    assert any("B one" in line for line in worded(difference(RUBRIC, removed), RUBRIC, removed, lang))
