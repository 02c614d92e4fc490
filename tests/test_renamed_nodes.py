"""Waves on two versions: a node that was renamed is compared with itself, one that looks alike is not."""

import pytest

from assessment import comparing
from assessment.common_nodes import common_nodes
from assessment.edges.memory_store import MemoryStore
from assessment.migrating import migrate
from assessment.renamed_nodes import ids_in, renamed
from assessment.rubric import Node, Rubric
from assessment.rubric_migration import moves_by_id
from tests.moving import begin, rated, shelf_of
from tests.small_rubric import OneRubric

FIRST = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A one"), Node(id="a.2", name="A two"))),
        Node(id="b", name="B", children=(Node(id="b.1", name="B one"),)),
    ),
).with_translation("zh", {"b.1.name": "乙一", "a.name": "甲"})
SECOND = Rubric(
    id="small",
    version="2",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A one"), Node(id="a.2", name="New two"))),
        Node(id="b", name="B", children=(Node(id="b.one", name="B one"),)),
    ),
)
STATED = {"b.1": "b.one", "a.2": None}


@pytest.fixture
def store() -> MemoryStore:
    """North had 2 throughout in the locked wave; now it has 3, 5 and 4."""
    store = MemoryStore()
    begin(store, FIRST)
    store.save_ratings("e", [rated(leaf, 2, wave="w1") for leaf in ("a.1", "a.2", "b.1")])
    store.lock_wave("e", "w1")
    migrate(store, shelf_of(FIRST, SECOND, STATED), "e", "2", "li")
    store.save_ratings("e", [rated("a.1", 3), rated("a.2", 5), rated("b.one", 4)])
    return store


def test_a_renamed_node_is_compared_and_a_new_one_of_an_old_id_is_not(store: MemoryStore) -> None:
    shelf = shelf_of(FIRST, SECOND, STATED)
    first, after = (comparing.read_wave(store, shelf, "e", wave) for wave in ("w1", "w2"))

    before = comparing.on_the_nodes_of(shelf, first, after)
    common = common_nodes(before.rubric, after.rubric)
    split = comparing.changed_since(before, after)

    assert common is not None
    assert common.common == ("overall", "a", "a.1", "b", "b.one")
    assert (common.only_before, common.only_after) == (("a.2 (1)",), ("a.2",))
    assert split.real[0, split.nodes.index("b.one")] == 4 - 2
    assert split.real[0, split.nodes.index("a.1")] == 3 - 2
    assert split.kind("north", "a.2") == "incomparable"
    at = split.nodes.index("a")
    assert split.total[0, at] == pytest.approx(4 - 2)
    assert sum(split.part(part)[0, at] for part in ("real", "rerated", "scope", "rubric")) == pytest.approx(2)


def test_the_wave_before_is_a_reference_for_renamed_nodes_too(store: MemoryStore) -> None:
    shelf = shelf_of(FIRST, SECOND, STATED)
    after = comparing.read_wave(store, shelf, "e", "w2")

    held = comparing.held_against(store, shelf, after, "wave")

    differences = dict(zip(held.nodes, held.difference[0].tolist(), strict=True))
    assert (differences["b.one"], differences["b"], differences["a.1"]) == (2, 2, 1)
    assert differences["a.2"] != differences["a.2"]


def test_without_a_word_about_the_way_ids_stay_as_they_are(store: MemoryStore) -> None:
    shelf = shelf_of(FIRST, SECOND, STATED)
    first, after = (comparing.read_wave(store, shelf, "e", wave) for wave in ("w1", "w2"))

    assert comparing.on_the_nodes_of(OneRubric(SECOND), first, after) is first
    assert comparing.on_the_nodes_of(shelf, after, after) is after


def test_names_go_along_in_every_language() -> None:
    ids = ids_in(FIRST, SECOND, moves_by_id(FIRST, SECOND, STATED))
    found = renamed(FIRST, ids)

    assert ids == {"overall": "overall", "a": "a", "a.1": "a.1", "a.2": "a.2 (1)", "b": "b", "b.1": "b.one"}
    assert (found.name_of("b.one", "zh"), found.name_of("a", "zh")) == ("乙一", "甲")
    assert [node.id for node in found.nodes] == list(ids.values())
    assert [node.id for node in FIRST.nodes] == list(ids)
