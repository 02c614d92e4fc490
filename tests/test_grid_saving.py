"""One person's work on a grid: saved at once, nothing lost, nobody overwritten."""

import datetime as dt
from collections.abc import Iterable, Mapping

import pytest

from assessment.edges.memory_store import MemoryStore
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import StoreRefusedError
from assessment.grid_saving import Sheet, Typed, enter, look, settle, sheet_of, undo_last
from assessment.ports import RatingKey
from assessment.ratings import Rating
from assessment.rubric import Scale

BRANCHES = [f"b{number}" for number in range(4)]
A = ("b0", "collect")


class Fickle(MemoryStore):
    """A store that may be full, and in which somebody may be quicker."""

    full = False
    quicker: Rating | None = None
    batches: list[int]

    def save_ratings(
        self, engagement: str, ratings: Iterable[Rating], seen: Mapping[RatingKey, int] | None = None
    ) -> int:
        if self.full:
            raise StoreRefusedError("store", "full")
        first, self.quicker = self.quicker, None
        if first is not None:
            self.save_rating(engagement, first)
        given = list(ratings)
        count = super().save_ratings(engagement, given, seen)
        self.batches = [*getattr(self, "batches", []), len(given)]
        return count


@pytest.fixture
def store() -> Fickle:
    store = Fickle()
    engagement = Engagement(id="e", name="E", rubric="crm", rubric_version="1")
    units = [Unit(id=branch, name=branch) for branch in BRANCHES]
    store.add_engagement(
        engagement, units, [Wave(id="w", name="W", date=dt.date(2026, 1, 1))], [Person(id="li", name="Li")]
    )
    return store


@pytest.fixture
def sheet(store: Fickle) -> Sheet:
    return sheet_of(store, "e", "w", "li", Scale())


def said(score: float, indicator: str = "collect", **more: object) -> Rating:
    place: dict[str, object] = {"unit": "b0", "wave": "w", "rater": "li", "indicator": indicator}
    return Rating.model_validate({**place, "score": score, **more})


def put(store: Fickle, sheet: Sheet, words: str, unit: str = "b0", indicator: str = "collect") -> None:
    enter(store, sheet, [Typed(unit, indicator, "score", words)])


def stored(store: Fickle) -> dict[tuple[str, str], float | None]:
    return {(r.unit, r.indicator): r.score for r in store.ratings("e") if r.counts}


def test_a_pasted_block_is_one_save_without_what_is_unclear(store: Fickle, sheet: Sheet) -> None:
    block = {(branch, column): str(place) for place, branch in enumerate(BRANCHES) for column in ("x", "y")}
    block["b2", "y"] = "many"
    enter(store, sheet, [Typed(*cell, "score", words) for cell, words in block.items()])
    assert store.batches == [7]
    assert stored(store) == {cell: float(words) for cell, words in block.items() if words != "many"}
    assert list(sheet.flaws()) == [("b2", "y")]
    put(store, sheet, "4", "b2", "y")
    assert not sheet.flaws()
    assert stored(store)["b2", "y"] == 4.0


def test_what_one_types_again_and_again_is_no_conflict_with_oneself(store: Fickle, sheet: Sheet) -> None:
    for words in ("1", "2", "3", "", "4"):
        put(store, sheet, words)
    assert stored(store) == {A: 4.0}
    assert [r.score for r in store.history("e", sheet.key(A))] == [1.0, 2.0, 3.0, None, 4.0]
    assert not sheet.conflicts()


def test_the_same_again_makes_no_revision(store: Fickle, sheet: Sheet) -> None:
    put(store, sheet, "1")
    put(store, sheet, " 1.0 ")
    assert len(store.history("e", sheet.key(A))) == 1
    assert sheet.typed == {}


def test_a_rating_changed_meanwhile_waits_for_a_choice_and_holds_nothing_else_up(
    store: Fickle, sheet: Sheet
) -> None:
    store.save_rating("e", said(5.0))
    enter(store, sheet, [Typed(*A, "score", "2"), Typed("b1", "collect", "score", "3")])
    assert stored(store) == {A: 5.0, ("b1", "collect"): 3.0}
    found = sheet.conflicts()[A]
    assert (found.mine.score, found.theirs.score) == (2.0, 5.0)
    sheet.keep_mine(A)
    settle(store, sheet)
    assert stored(store)[A] == 2.0
    assert not sheet.conflicts()


def test_what_is_saved_may_stay(store: Fickle, sheet: Sheet) -> None:
    store.save_rating("e", said(5.0))
    put(store, sheet, "2")
    sheet.keep_theirs(A)
    settle(store, sheet)
    assert stored(store)[A] == 5.0
    assert sheet.typed == {}


def test_somebody_who_is_quicker_by_a_moment_is_a_conflict_too(store: Fickle, sheet: Sheet) -> None:
    store.quicker = said(5.0)
    enter(store, sheet, [Typed(*A, "score", "2"), Typed("b1", "collect", "score", "3")])
    assert stored(store) == {A: 5.0, ("b1", "collect"): 3.0}
    assert list(sheet.conflicts()) == [A]
    assert sheet.trouble is None


def test_two_who_mean_the_same_have_no_conflict(store: Fickle, sheet: Sheet) -> None:
    store.save_rating("e", said(2.0))
    put(store, sheet, "2")
    assert not sheet.conflicts()
    assert len(store.history("e", sheet.key(A))) == 1


def test_changes_elsewhere_are_told_and_shown_on_demand(store: Fickle, sheet: Sheet) -> None:
    assert not look(store, sheet)
    store.save_rating("e", said(5.0))
    store.save_rating("e", said(1.0, rater="an"))
    assert look(store, sheet)
    assert sheet.elsewhere() == (A,)
    assert A not in sheet.known
    sheet.show()
    assert sheet.known[A].score == 5.0
    assert sheet.elsewhere() == ()


def test_a_proposal_that_came_meanwhile_surprises_nobody(store: Fickle, sheet: Sheet) -> None:
    store.save_rating("e", said(3.0, proposed=True))
    put(store, sheet, "2")
    assert stored(store) == {A: 2.0}


def test_a_full_store_loses_nothing(store: Fickle, sheet: Sheet) -> None:
    store.full = True
    put(store, sheet, "2")
    assert isinstance(sheet.trouble, StoreRefusedError)
    assert sheet.typed == {A: {"score": "2"}}
    store.full = False
    settle(store, sheet)
    assert stored(store) == {A: 2.0}
    assert not sheet.trouble


def test_undo_takes_the_whole_last_save_back(store: Fickle, sheet: Sheet) -> None:
    put(store, sheet, "1")
    enter(store, sheet, [Typed(*A, "score", "4"), Typed("b1", "collect", "score", "3")])
    assert undo_last(store, sheet) == ()
    assert stored(store) == {A: 1.0}
    assert undo_last(store, sheet) == ()
    assert stored(store) == {}
    assert undo_last(store, sheet) == ()
    put(store, sheet, "5")
    assert stored(store) == {A: 5.0}


def test_undo_leaves_what_somebody_changed_since(store: Fickle, sheet: Sheet) -> None:
    put(store, sheet, "1")
    store.save_rating("e", said(5.0))
    failed = undo_last(store, sheet)
    assert [key for key, _ in failed] == [sheet.key(A)]
    assert stored(store) == {A: 5.0}


def test_a_row_signed_off_meanwhile_takes_nothing_and_says_so(store: Fickle, sheet: Sheet) -> None:
    store.sign_off("e", "b0", "w", "an")
    enter(store, sheet, [Typed(*A, "score", "2"), Typed("b1", "collect", "score", "3")])
    assert stored(store) == {("b1", "collect"): 3.0}
    assert sheet.flaws()[A].problem.code == "grid-closed"
    assert set(sheet.closed) == {"b0"}
    store.reopen("e", "b0", "w", "an", "forgotten")
    settle(store, sheet)
    assert stored(store)[A] == 2.0


def test_a_locked_wave_takes_nothing(store: Fickle, sheet: Sheet) -> None:
    store.lock_wave("e", "w")
    put(store, sheet, "2")
    assert stored(store) == {}
    assert set(sheet.closed) == set(BRANCHES)


def test_a_reason_given_later_saves_the_cell(store: Fickle, sheet: Sheet) -> None:
    put(store, sheet, "n/a")
    assert sheet.flaws()[A].problem.code == "grid-needs-reason"
    sheet.reasons[A] = "no dealers"
    settle(store, sheet)
    assert store.ratings("e")[0].note == "no dealers"
    assert (sheet.typed, sheet.reasons) == ({}, {})


def test_fields_typed_one_after_another_are_saved_together(store: Fickle, sheet: Sheet) -> None:
    enter(store, sheet, [Typed(*A, "note", "as seen")])
    assert sheet.flaws()[A].problem.code == "grid-waits"
    enter(store, sheet, [Typed(*A, "confidence", "h"), Typed(*A, "score", "2")])
    saved = store.ratings("e")[0]
    assert (saved.score, saved.note, saved.confidence) == (2.0, "as seen", "high")


def test_what_was_typed_can_be_dropped(store: Fickle, sheet: Sheet) -> None:
    put(store, sheet, "many")
    sheet.forget(A)
    assert not sheet.flaws()
    assert stored(store) == {}


@pytest.mark.parametrize(("seen", "conflict"), [(0, True), (1, True), (2, False)])
def test_a_change_that_came_between_seeing_and_typing_is_a_conflict(
    store: Fickle, seen: int, *, conflict: bool
) -> None:
    store.save_rating("e", said(1.0))
    store.save_rating("e", said(5.0))
    fresh = sheet_of(store, "e", "w", "li", Scale())
    enter(store, fresh, [Typed(*A, "score", "2", seen=seen)])
    assert bool(fresh.conflicts()) == conflict
    assert stored(store) == {A: 5.0 if conflict else 2.0}


def test_what_arrives_a_second_time_changes_nothing(store: Fickle) -> None:
    texts = [Typed(*A, "score", "1", seen=0), Typed(*A, "score", "2", seen=0)]
    for _ in range(2):
        fresh = sheet_of(store, "e", "w", "li", Scale())
        enter(store, fresh, texts)
        assert not fresh.conflicts()
        assert [rating.score for rating in store.history("e", fresh.key(A))] == [2.0]


def test_one_may_type_on_before_the_first_answer_came(store: Fickle, sheet: Sheet) -> None:
    for words in ("1", "2", "3"):
        enter(store, sheet, [Typed(*A, "score", words, seen=0)])
    assert stored(store) == {A: 3.0}
    assert not sheet.conflicts()
