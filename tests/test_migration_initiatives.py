"""Chosen initiatives go with their nodes to another version of the rubric, and back."""

from pathlib import Path

import pytest

from assessment.edges.memory_store import MemoryStore
from assessment.edges.store import open_store
from assessment.initiatives import Initiative, InitiativeLibrary, Lift, Prerequisite
from assessment.migrating import migrate, planned
from assessment.migration_initiatives import Way, carried
from assessment.ports import Store
from assessment.roadmap_records import PickedInitiative
from assessment.rubric import Node, Scale
from assessment.rubric_migration import NodeMoves, moves_by_id
from tests.moving import begin, shelf_of, shown
from tests.rubric_edits import altered
from tests.small_rubric import RUBRIC

OTHER = altered(
    RUBRIC,
    version="2",
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A first"), Node(id="a.3", name="New"))),
        Node(id="b", name="B", children=(Node(id="b.one", name="B one"),)),
    ),
)
STATED = {"a.2": None, "b.1": "b.one"}
LONGER = altered(RUBRIC, version="2", scale=Scale(min=1, max=11))


def chosen(*lifts: tuple[str, float], needs: tuple[tuple[str, float], ...] = ()) -> PickedInitiative:
    own = Initiative(
        id="i",
        name="I",
        lifts=tuple(Lift(node=node, levels=levels) for node, levels in lifts),
        needs=tuple(Prerequisite(node=node, level=level) for node, level in needs),
    )
    return PickedInitiative(unit="north", initiative=own)


@pytest.fixture(params=["sqlite", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    found: Store = open_store(tmp_path / "s.sqlite3") if request.param == "sqlite" else MemoryStore()
    begin(found, RUBRIC)
    return found


def lifts(store: Store) -> list[tuple[str, float]]:
    return [(one.node, one.levels) for item in store.initiatives("e") for one in item.initiative.lifts]


def needs(store: Store) -> list[tuple[str, float]]:
    return [(one.node, one.level) for item in store.initiatives("e") for one in item.initiative.needs]


def test_lifts_and_prerequisites_go_with_their_nodes_and_come_back(store: Store) -> None:
    store.add_initiatives("e", [chosen(("b.1", 1.5), ("a.2", 1.0), needs=(("b.1", 2.0),))], by="li")
    before, shelf = shown(store), shelf_of(RUBRIC, OTHER, STATED)

    found = migrate(store, shelf, "e", "2", "an")

    assert lifts(store) == [("b.one", 1.5), ("a.2@1", 1.0)]
    assert needs(store) == [("b.one", 2.0)]
    assert store.initiatives("e")[0].by == "an"
    assert any("set aside until the engagement moves back: 1." in line for line in found.told("en"))
    assert any("有 1 条，暂予搁置" in line for line in found.told("zh"))
    migrate(store, shelf, "e", "1", "an")
    assert shown(store) == before


def test_an_initiative_that_reads_as_before_gets_no_revision(store: Store) -> None:
    store.add_initiatives("e", [chosen(("a.1", 1.5))])
    found = planned(store, shelf_of(RUBRIC, OTHER, STATED), "e", "2")
    assert found.plan.moves.initiatives == ()
    assert not any("Initiatives" in line for line in found.told("en"))


def test_on_a_scale_of_which_the_author_says_that_shares_are_the_same_levels_are_converted(
    store: Store,
) -> None:
    store.add_initiatives("e", [chosen(("a.1", 1.5), needs=(("a.1", 2.0),))])
    shelf = shelf_of(RUBRIC, LONGER, in_proportion=True)
    migrate(store, shelf, "e", "2", "an")
    assert lifts(store) == [("a.1", 3.0)]
    assert needs(store) == [("a.1", 5.0)]
    migrate(store, shelf, "e", "1", "an")
    assert (lifts(store), needs(store)) == ([("a.1", 1.5)], [("a.1", 2.0)])


def test_on_another_scale_without_that_word_they_are_set_aside_until_the_way_back(store: Store) -> None:
    store.add_initiatives("e", [chosen(("a.1", 1.5))])
    shelf = shelf_of(RUBRIC, LONGER)
    migrate(store, shelf, "e", "2", "an")
    assert lifts(store) == [("a.1@1", 1.5)]
    migrate(store, shelf, "e", "1", "an")
    assert lifts(store) == [("a.1", 1.5)]


def test_a_deleted_initiative_moves_too_so_that_it_can_come_back(store: Store) -> None:
    store.add_initiatives("e", [chosen(("b.1", 1.5))])
    store.add_initiatives("e", [chosen(("b.1", 1.5)).model_copy(update={"deleted": True})])
    migrate(store, shelf_of(RUBRIC, OTHER, STATED), "e", "2", "an")
    last = store.initiative_history("e", ("north", "i"))[-1]
    assert (last.deleted, last.initiative.lifts[0].node) == (True, "b.one")


@pytest.mark.parametrize("proportional", [True, False])
def test_a_borrowed_library_reads_as_what_was_chosen_from_it_does_after_the_move(
    store: Store,
    proportional: bool,  # noqa: FBT001 - both cases
) -> None:
    """From 0..5 to 1..11 a level is two levels long, and 2 of 5 is 1 + 2·2; elsewhere nothing can be told."""
    item = chosen(("a.1", 1.5), needs=(("a.1", 2.0),))
    library = InitiativeLibrary(rubric=RUBRIC.id, version="1", initiatives=(item.initiative,))
    moves = NodeMoves(moves_by_id(RUBRIC, LONGER).to, in_proportion=proportional)
    (found,) = carried(library, Way(RUBRIC, LONGER, moves)).initiatives

    assert [(lift.node, lift.levels) for lift in found.lifts] == ([("a.1", 3.0)] if proportional else [])
    assert [(need.node, need.level) for need in found.needs] == ([("a.1", 5.0)] if proportional else [])
    if proportional:
        store.add_initiatives("e", [item])
        migrate(store, shelf_of(RUBRIC, LONGER, in_proportion=True), "e", "2", "an")
        assert store.initiatives("e")[0].initiative == found
