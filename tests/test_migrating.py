"""Moving an engagement to another version of its rubric and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import service
from assessment.edges.memory_store import MemoryStore
from assessment.edges.store import open_store
from assessment.errors import NothingToUndoError, SignerMissingError, UnknownRubricError
from assessment.holdings import Holdings
from assessment.migrating import (
    MigrationRefusedError,
    SameVersionError,
    SignedOffUnitsError,
    migrate,
    planned,
)
from assessment.ports import Store
from assessment.ratings import Evidence, Rating
from assessment.rubric import Node, Rubric, Scale
from tests.moving import VersionShelf, begin, finding, link, rated, shelf_of, shown, target
from tests.rubric_edits import Edit, altered, edited, rubrics
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


def rescaled(low: float, high: float, step: float | None, rubric: Rubric = RUBRIC) -> Rubric:
    return altered(rubric, version="2", scale=Scale(min=low, max=high, step=step))


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    begin(store, RUBRIC)
    return store


def test_a_preview_says_of_every_node_what_becomes_of_it_and_writes_nothing(store: MemoryStore) -> None:
    store.save_ratings("e", [rated("a.1"), rated("a.2"), rated("b.1")])
    before = store.revision()

    found = planned(store, shelf_of(RUBRIC, OTHER, STATED), "e", "2")

    kinds = {(node.before, node.after): (node.kinds, dict(node.ratings)) for node in found.plan.nodes}
    assert kinds == {
        ("overall", "overall"): (("kept",), {}),
        ("a", "a"): (("kept",), {}),
        ("a.1", "a.1"): (("renamed",), {"carried": 1}),
        (None, "a.3"): (("new",), {}),
        ("b", "b"): (("kept",), {}),
        ("b.1", "b.one"): (("renamed",), {"carried": 1}),
        ("a.2", None): (("dropped",), {"aside": 1}),
    }
    assert store.revision() == before
    assert "dropped: a.2 (A two): 1 kept aside, readable in the history" in found.told("en")
    assert "改名：b.1 → b.one（B one）：沿用 1 条评分" in found.told("zh")


def test_ratings_go_with_their_nodes_and_dropped_ones_stay_readable(store: MemoryStore) -> None:
    store.save_ratings("e", [rated("a.2", 4), rated("b.1", 3, note="seen")])
    shelf = shelf_of(RUBRIC, OTHER, STATED)

    migrate(store, shelf, "e", "2", "li")

    assert [(one.indicator, one.score, one.note) for one in store.ratings("e")] == [("b.one", 3, "seen")]
    assert [one.score for one in store.history("e", rated("a.2").key)] == [4]
    assert store.engagement("e").rubric_version == "2"
    assert service.scores(store, shelf, "e", "w2")["north"]["b"].score == 3


def test_what_was_rated_since_goes_back_with_its_node(store: MemoryStore) -> None:
    store.save_ratings("e", [rated("a.2", 4), rated("b.1", 3)])
    shelf = shelf_of(RUBRIC, OTHER, STATED)
    migrate(store, shelf, "e", "2", "li")
    store.save_ratings("e", [rated("b.one", 5), rated("a.3", 1)])

    migrate(store, shelf, "e", "1", "li")
    assert [(one.indicator, one.score) for one in store.ratings("e")] == [("a.2", 4), ("b.1", 5)]

    migrate(store, shelf, "e", "2", "li")
    assert [(one.indicator, one.score) for one in store.ratings("e")] == [("a.3", 1), ("b.one", 5)]


def test_evidence_findings_importance_and_targets_go_along(store: MemoryStore) -> None:
    store.add_evidence("e", [Evidence(id="s", text="Seen.")], [link("b.1"), link("a.2")])
    store.add_findings("e", [finding("f", "b.1"), finding("g", "a.2")])
    store.set_importance("e", {("", "b.1"): "high", ("", "a.2"): "low"})
    store.vote_importance("e", {("", "b.1", "li"): "low", ("", "a.2", "li"): "low"})
    store.set_targets("e", {("north", "b.1"): target(4), ("", "a"): target(3)})
    before, shelf = shown(store), shelf_of(RUBRIC, OTHER, STATED)

    migrate(store, shelf, "e", "2", "li")

    assert store.evidence_links("e") == [link("b.one")]
    assert store.findings("e") == [finding("f", "b.one")]
    assert store.importance("e") == {("", "b.one"): "high"}
    assert store.importance_votes("e") == {("", "b.one", "li"): "low"}
    assert store.targets("e") == {("north", "b.one"): target(4), ("", "a"): target(3)}
    migrate(store, shelf, "e", "1", "li")
    assert shown(store) == before


def test_scores_are_converted_only_where_the_author_says_so(store: MemoryStore) -> None:
    store.save_rating("e", rated("a.1", 2.5))
    wide = rescaled(0, 10, 1)

    open_again = planned(store, shelf_of(RUBRIC, wide), "e", "2")
    assert open_again.plan.fates() == {"again": 1}

    shelf = shelf_of(RUBRIC, wide, in_proportion=True)
    assert migrate(store, shelf, "e", "2", "li").plan.fates() == {"converted": 1}
    assert [one.score for one in store.ratings("e")] == [5]
    migrate(store, shelf, "e", "1", "li")
    assert [one.score for one in store.ratings("e")] == [2.5]


def test_an_indicator_to_be_rated_again_is_open_and_its_score_comes_back(store: MemoryStore) -> None:
    store.save_rating("e", rated("a.1", 4, note="seen"))
    shelf = shelf_of(RUBRIC, rescaled(0, 3, 1))

    migrate(store, shelf, "e", "2", "li")
    (now,) = store.ratings("e")
    assert (now.counts, now.score) == (False, None)
    assert service.progress_of(store, shelf, "e", "north", "w2").whole.done == 0

    found = migrate(store, shelf, "e", "1", "li")
    assert found.plan.fates() == {"returned": 1}
    assert [(one.score, one.note) for one in store.ratings("e")] == [(4, "seen")]


def test_what_was_said_on_the_other_scale_waits_there(store: MemoryStore) -> None:
    store.save_rating("e", rated("a.1", 4))
    shelf = shelf_of(RUBRIC, rescaled(0, 3, 1))
    migrate(store, shelf, "e", "2", "li")
    store.save_rating("e", rated("a.1", 1))

    migrate(store, shelf, "e", "1", "li")
    assert [one.score for one in store.ratings("e")] == [4]
    migrate(store, shelf, "e", "2", "li")
    assert [one.score for one in store.ratings("e")] == [1]


def test_not_applicable_means_the_same_on_every_scale(store: MemoryStore) -> None:
    store.save_rating("e", rated("a.1", None, state="na", note="no shops"))

    migrate(store, shelf_of(RUBRIC, rescaled(0, 3, 1)), "e", "2", "li")

    assert [(one.state, one.note) for one in store.ratings("e")] == [("na", "no shops")]


def test_no_undo_goes_back_behind_a_move(store: MemoryStore) -> None:
    store.save_ratings("e", [rated("a.1", 1), rated("a.1", 2.5)])
    migrate(store, shelf_of(RUBRIC, rescaled(0, 10, 1), in_proportion=True), "e", "2", "li")
    with pytest.raises(NothingToUndoError):
        store.undo("e", rated("a.1").key, "li")

    store.save_rating("e", rated("a.1", 7))
    assert store.undo("e", rated("a.1").key, "li").score == 5
    with pytest.raises(NothingToUndoError):
        store.undo("e", rated("a.1").key, "li")


def test_a_locked_wave_stays_on_its_version_with_the_same_tables(store: MemoryStore) -> None:
    store.save_ratings("e", [rated("a.2", 4, wave="w1"), rated("b.1", 3, wave="w1"), rated("b.1", 1)])
    store.lock_wave("e", "w1")
    shelf = shelf_of(RUBRIC, OTHER, STATED)
    tables = service.ratings_table(store, "e", "w1"), service.scores_table(store, shelf, "e", "w1")

    found = migrate(store, shelf, "e", "2", "li")
    assert [wave.id for wave in found.kept] == ["w1"]
    assert tables == (service.ratings_table(store, "e", "w1"), service.scores_table(store, shelf, "e", "w1"))
    assert [one.indicator for one in store.ratings("e", wave="w2")] == ["b.one"]

    store.lock_wave("e", "w2")
    second = service.ratings_table(store, "e", "w2")
    migrate(store, shelf, "e", "1", "li")
    assert [wave.rubric_version for wave in store.waves("e")] == ["1", "2"]
    assert second == service.ratings_table(store, "e", "w2")
    assert tables == (service.ratings_table(store, "e", "w1"), service.scores_table(store, shelf, "e", "w1"))


def test_units_that_are_signed_off_in_an_open_wave_are_not_moved(store: MemoryStore) -> None:
    store.save_rating("e", rated("a.1"))
    store.sign_off("e", "north", "w2", "li")
    shelf = shelf_of(RUBRIC, OTHER, STATED)

    with pytest.raises(SignedOffUnitsError, match="north") as caught:
        migrate(store, shelf, "e", "2", "li")

    assert "锁定" in caught.value.sentence("zh")
    assert store.engagement("e").rubric_version == "1"
    store.lock_wave("e", "w2")
    migrate(store, shelf, "e", "2", "li")


def test_a_move_names_a_person_and_another_version_that_is_there(store: MemoryStore) -> None:
    shelf = shelf_of(RUBRIC, OTHER, STATED)
    with pytest.raises(SignerMissingError):
        migrate(store, shelf, "e", "2", " ")
    with pytest.raises(SameVersionError, match="version 1"):
        migrate(store, shelf, "e", "1", "li")
    with pytest.raises(UnknownRubricError, match="small 9"):
        migrate(store, shelf, "e", "9", "li")


def test_ids_that_differ_only_in_case_are_refused_before_anything_is_lost(store: MemoryStore) -> None:
    tree = (Node(id="A", name="A", children=(Node(id="a.1", name="A one"),)), *RUBRIC.tree[1:])
    shelf = VersionShelf([RUBRIC, altered(RUBRIC, version="2", tree=tree)], {})

    with pytest.raises(MigrationRefusedError, match="differ only in capital letters") as caught:
        planned(store, shelf, "e", "2")

    assert "`a` 与 `A` 仅大小写不同" in caught.value.sentence("zh")


def test_what_somebody_writes_meanwhile_is_moved_too() -> None:
    class Busy(MemoryStore):
        """Somebody rates between looking and writing, once."""

        def holdings(self, engagement: str) -> Holdings:
            found = super().holdings(engagement)
            if not self.ratings("e"):
                self.save_rating("e", rated("b.1", 1))
            return found

    busy = Busy()
    begin(busy, RUBRIC)
    migrate(busy, shelf_of(RUBRIC, OTHER, STATED), "e", "2", "li")

    assert [(one.indicator, one.score) for one in busy.ratings("e")] == [("b.one", 1)]


said = st.sampled_from([0.0, 1.0, 2.0, 3.0])


@st.composite
def engagements(draw: st.DrawFn) -> tuple[Rubric, Edit, list[Rating], st.DataObject]:
    """A random rubric, a random edit of it, and random ratings."""
    rubric = draw(rubrics())
    edit = draw(edited(rubric))
    ratings = []
    for leaf in rubric.indicators:
        for rater in ("li", "an"):
            kind = draw(st.sampled_from(["none", "score", "score", "na", "withdrawn", "proposed"]))
            if kind in {"score", "proposed"}:
                steps = rubric.scale.steps() or (12.5, 33.3, 70.0)
                score = draw(st.sampled_from(steps))
                ratings.append(rated(leaf.id, score, rater=rater, proposed=kind == "proposed"))
            elif kind == "na":
                ratings.append(rated(leaf.id, None, rater=rater, state="na", note="no"))
            elif kind == "withdrawn":
                ratings.append(rated(leaf.id, None, rater=rater, state="unknown", withdrawn=True))
    return rubric, edit, ratings, draw(st.data())


def _said_in(store: Store, rubric: Rubric, ratings: list[Rating], data: st.DataObject) -> None:
    nodes = [node.id for node in rubric.nodes]
    leaves = [leaf.id for leaf in rubric.indicators]
    begin(store, rubric)
    store.save_ratings("e", ratings)
    linked = data.draw(st.sets(st.sampled_from(leaves), max_size=3))
    store.add_evidence("e", [Evidence(id="s", text="Seen.")], [link(leaf) for leaf in sorted(linked)])
    about = data.draw(st.sets(st.sampled_from(nodes), max_size=3))
    store.add_findings("e", [finding(f"f-{node}", node) for node in sorted(about)])
    grades = st.dictionaries(st.sampled_from(nodes), st.sampled_from(sorted(rubric.importance)), max_size=4)
    store.set_importance("e", {("", node): grade for node, grade in data.draw(grades).items()})
    store.vote_importance("e", {("", node, "li"): grade for node, grade in data.draw(grades).items()})
    levels = st.sampled_from([rubric.scale.min, rubric.scale.max])
    wanted = data.draw(st.dictionaries(st.sampled_from(nodes), levels, max_size=4))
    store.set_targets("e", {("north", node): target(level) for node, level in wanted.items()})


@settings(max_examples=80)
@given(engagements())
def test_there_and_back_again_loses_nothing(
    drawn: tuple[Rubric, Edit, list[Rating], st.DataObject],
) -> None:
    rubric, edit, ratings, data = drawn
    store = MemoryStore()
    _said_in(store, rubric, ratings, data)
    shelf = shelf_of(rubric, edit.rubric, edit.stated, in_proportion=edit.in_proportion)
    before = shown(store)

    for _ in range(2):
        migrate(store, shelf, "e", "2", "li")
        there = shown(store)
        assert all(edit.rubric.scale.holds(one["score"] or edit.rubric.scale.min) for one in there["ratings"])
        assert {one["indicator"] for one in there["ratings"]} <= {leaf.id for leaf in edit.rubric.indicators}
        migrate(store, shelf, "e", "1", "li")
        assert shown(store) == before
    migrate(store, shelf, "e", "2", "li")
    assert shown(store) == there


@settings(max_examples=15)
@given(engagements())
def test_both_stores_move_alike(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Rubric, Edit, list[Rating], st.DataObject]
) -> None:
    rubric, edit, ratings, data = drawn
    folder = tmp_path_factory.mktemp("store")
    file, memory = open_store(folder / "store.sqlite3"), MemoryStore()
    _said_in(memory, rubric, ratings, data)
    begin(file, rubric)
    file.save_ratings("e", ratings)
    file.add_evidence("e", memory.evidence("e"), memory.evidence_links("e"))
    file.add_findings("e", memory.findings("e"))
    file.set_importance("e", memory.importance("e"))
    file.vote_importance("e", memory.importance_votes("e"))
    file.set_targets("e", memory.targets("e"))
    shelf = shelf_of(rubric, edit.rubric, edit.stated, in_proportion=edit.in_proportion)

    for version in ("2", "1", "2"):
        for store in (file, memory):
            migrate(store, shelf, "e", version, "li")
        assert shown(file) == shown(memory)
        assert file.holdings("e").aside == memory.holdings("e").aside
    assert [step.version for step in file.rubric_steps("e")] == ["1", "2", "1", "2"]
    file.close()
