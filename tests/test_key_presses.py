"""The queue of key presses: each event handled once, in order, on its own indicator."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import ScoreRefusedError, StoreRefusedError, WaveLockedError
from assessment.keyboard import Action, Handled, KeyDesk, KeyEvent, Ledger, apply_events, parse_events
from assessment.ratings import Rating

SHELF = FileShelf()
RUBRIC = SHELF.rubric("crm-five-capabilities")
ONE, TWO, THREE = (node.id for node in RUBRIC.indicators[:3])


class FullStore(MemoryStore):
    """A store whose disk is full for the first few saves."""

    refusals = 1

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        if self.refusals:
            self.refusals -= 1
            raise StoreRefusedError("store", "full")
        return super().save_rating(engagement, rating, seen_revision)


def fresh(store: MemoryStore | None = None) -> MemoryStore:
    store = store or MemoryStore()
    engagement = Engagement(id="e", name="E", rubric=RUBRIC.id, rubric_version=RUBRIC.version)
    wave = Wave(id="w", name="W", date=dt.date(2003, 9, 28))
    store.add_engagement(engagement, [Unit(id="u", name="U")], [wave])
    return store


def desk(store: MemoryStore, ledger: Ledger | None = None) -> KeyDesk:
    return KeyDesk(store, SHELF, ledger or Ledger())


def key(indicator: str) -> tuple[str, str, str, str]:
    return ("u", "w", "li", indicator)


def event(
    number: int,
    indicator: str,
    action: Action,
    value: float | str | None = None,  # a flag's True and False are numbers, too
    *,
    seen: int = 0,
    client: str = "tab",
) -> KeyEvent:
    return KeyEvent(client, number, "e", key(indicator), action, value, seen)


def rating(store: MemoryStore, indicator: str = ONE) -> Rating:
    return next(found for found in store.ratings("e") if found.indicator == indicator)


def elsewhere(store: MemoryStore, score: float, indicator: str = ONE) -> None:
    store.save_rating("e", Rating(unit="u", wave="w", rater="li", indicator=indicator, score=score))


def test_scores_land_on_the_indicators_they_name() -> None:
    store = fresh()
    found = apply_events(desk(store), [event(1, ONE, "score", 3.0), event(2, TWO, "score", 4.5)])
    assert (rating(store, ONE).score, rating(store, TWO).score) == (3.0, 4.5)
    assert found.acknowledged == {"tab": 2}


def test_events_are_handled_in_the_order_of_their_numbers() -> None:
    store = fresh()
    apply_events(desk(store), [event(2, ONE, "score", 4.0), event(1, ONE, "score", 1.0)])
    assert [past.score for past in store.history("e", key(ONE))] == [1.0, 4.0]


def test_a_queue_sent_again_changes_nothing_and_is_answered_the_same() -> None:
    store, ledger = fresh(), Ledger()
    queue = [event(1, ONE, "score", 1.0), event(2, ONE, "score", 2.0), event(3, ONE, "undo")]
    first = apply_events(desk(store, ledger), queue)
    assert apply_events(desk(store, ledger), queue) == first
    assert rating(store).score == 1.0
    assert rating(store).revision == 3


def test_what_was_settled_long_ago_is_only_acknowledged() -> None:
    store, ledger = fresh(), Ledger()
    apply_events(desk(store, ledger), [event(1, ONE, "score", 1.0)])
    apply_events(desk(store, ledger), [event(2, ONE, "score", 2.0)])
    late = apply_events(desk(store, ledger), [event(1, ONE, "score", 1.0)])
    assert late == Handled((), {"tab": 1})
    assert rating(store).score == 2.0


def test_two_pages_count_their_events_separately() -> None:
    store, ledger = fresh(), Ledger()
    apply_events(desk(store, ledger), [event(1, ONE, "score", 1.0)])
    apply_events(desk(store, ledger), [event(1, TWO, "score", 2.0, client="other")])
    assert rating(store, TWO).score == 2.0


def test_a_page_is_never_surprised_by_its_own_answers() -> None:
    store, ledger = fresh(), Ledger()
    apply_events(desk(store, ledger), [event(1, ONE, "score", 1.0)])
    found = apply_events(desk(store, ledger), [event(2, ONE, "score", 2.0, seen=0)])
    assert found.outcomes[0].saved == rating(store)
    assert rating(store).score == 2.0


def test_a_value_that_was_changed_elsewhere_is_held_back_and_stops_nothing_else() -> None:
    store = fresh()
    elsewhere(store, 5.0)
    at = desk(store)
    found = apply_events(at, [event(1, ONE, "score", 2.0), event(2, TWO, "score", 4.0)])
    held = found.outcomes[0].held
    assert held is not None
    assert held.score == 2.0
    assert at.held == {key(ONE): held}
    assert (rating(store, ONE).score, rating(store, TWO).score) == (5.0, 4.0)


def test_saying_again_what_the_page_shows_is_held_back_where_it_was_changed_elsewhere() -> None:
    store = fresh()
    at = desk(store)
    apply_events(at, [event(1, ONE, "score", 2.0)])
    elsewhere(store, 4.0)
    found = apply_events(at, [event(2, ONE, "score", 2.0, seen=1)])
    assert found.outcomes[0].held is not None
    assert rating(store).score == 4.0


def test_a_page_goes_on_where_a_backup_was_put_back() -> None:
    """What it wrote itself is gone; it shows what is there now, and that is what it has seen."""
    ledger = Ledger()
    apply_events(desk(fresh(), ledger), [event(n, ONE, "score", float(n)) for n in (1, 2, 3)])
    restored = fresh()
    elsewhere(restored, 1.0)
    found = apply_events(desk(restored, ledger), [event(4, ONE, "score", 4.0, seen=1)])
    assert found.outcomes[0].saved == rating(restored)
    found = apply_events(desk(restored, ledger), [event(5, ONE, "undo", seen=2)])
    assert found.outcomes[0].saved == rating(restored)
    assert rating(restored).score == 1.0


def test_what_is_said_next_adds_to_what_is_held_back() -> None:
    store = fresh()
    elsewhere(store, 5.0)
    found = apply_events(desk(store), [event(1, ONE, "score", 2.0), event(2, ONE, "confidence", "high")])
    held = found.outcomes[1].held
    assert held is not None
    assert (held.score, held.confidence) == (2.0, "high")


def test_saying_what_is_stored_settles_a_conflict() -> None:
    store = fresh()
    elsewhere(store, 5.0)
    at = desk(store)
    apply_events(at, [event(1, ONE, "score", 2.0), event(2, ONE, "score", 5.0)])
    assert at.held == {}


def test_undo_lets_go_of_what_is_held_back() -> None:
    store = fresh()
    elsewhere(store, 5.0)
    at = desk(store)
    apply_events(at, [event(1, ONE, "score", 2.0), event(2, ONE, "undo")])
    assert at.held == {}
    assert rating(store).score == 5.0


def test_undo_takes_the_last_answer_back() -> None:
    store = fresh()
    apply_events(desk(store), [event(1, ONE, "score", 3.0), event(2, ONE, "undo")])
    assert rating(store).withdrawn


def test_undo_of_what_somebody_else_said_is_refused() -> None:
    store, ledger = fresh(), Ledger()
    apply_events(desk(store, ledger), [event(1, ONE, "score", 3.0)])
    elsewhere(store, 4.0)
    found = apply_events(desk(store, ledger), [event(2, ONE, "undo")])
    assert found.outcomes[0].refused is not None
    assert rating(store).score == 4.0


def test_the_other_actions_say_what_they_mean() -> None:
    store = fresh()
    queue = [
        event(1, ONE, "na", "No dealers"),
        event(2, TWO, "unknown"),
        event(3, THREE, "flag", value=True),
        event(4, ONE, "confidence", "low"),
    ]
    apply_events(desk(store), queue)
    one = rating(store, ONE)
    assert (one.state, one.note, one.confidence) == ("na", "No dealers", "low")
    assert rating(store, TWO).state == "unknown"
    assert rating(store, THREE).flagged
    assert not rating(store, THREE).counts


def test_a_score_drops_the_reason_why_it_did_not_apply() -> None:
    store = fresh()
    apply_events(desk(store), [event(1, ONE, "na", "No dealers"), event(2, ONE, "score", 2.0)])
    assert (rating(store).score, rating(store).note) == (2.0, "")


def test_a_proposal_is_confirmed_as_it_stands() -> None:
    store = fresh()
    proposal = Rating(
        unit="u", wave="w", rater="li", indicator=ONE, score=3.5, note="as before", proposed=True
    )
    store.save_rating("e", proposal)
    apply_events(desk(store), [event(1, ONE, "confirm", value=True, seen=1)])
    found = rating(store)
    assert (found.score, found.note, found.counts) == (3.5, "as before", True)


def test_note_and_confidence_typed_before_the_score_go_with_it() -> None:
    store = fresh()
    waiting = {key(ONE): {"note": "seen on site", "confidence": "high"}}
    at = KeyDesk(store, SHELF, Ledger(), waiting=waiting)
    apply_events(at, [event(1, ONE, "score", 2.0)])
    assert (rating(store).note, rating(store).confidence) == ("seen on site", "high")


def test_a_refused_event_stops_no_other() -> None:
    store = fresh()
    found = apply_events(desk(store), [event(1, ONE, "score", 9.0), event(2, TWO, "score", 1.0)])
    assert isinstance(found.outcomes[0].refused, ScoreRefusedError)
    assert rating(store, TWO).score == 1.0


def test_a_signed_off_wave_refuses_and_says_so() -> None:
    store = fresh()
    store.lock_wave("e", "w")
    found = apply_events(desk(store), [event(1, ONE, "score", 1.0)])
    assert isinstance(found.outcomes[0].refused, WaveLockedError)


def test_a_full_disk_leaves_the_rest_for_the_next_try() -> None:
    store, ledger = fresh(FullStore()), Ledger()
    queue = [event(1, ONE, "score", 1.0), event(2, TWO, "score", 2.0)]
    first = apply_events(desk(store, ledger), queue)
    assert (first.acknowledged, first.trouble is not None) == ({}, True)
    second = apply_events(desk(store, ledger), queue)
    assert (second.acknowledged, second.trouble) == ({"tab": 2}, None)
    assert (rating(store, ONE).score, rating(store, TWO).score) == (1.0, 2.0)


SENT = {"c": "tab", "s": 1, "p": ["e", "u", "w", "li"], "i": ONE, "a": "score", "v": 2.5, "r": 3}


def test_the_page_writes_an_event_with_short_names() -> None:
    assert parse_events([SENT]) == [event(1, ONE, "score", 2.5, seen=3)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"s": 0},
        {"s": "1"},
        {"p": ["e", "u"]},
        {"a": "delete"},
        {"v": True},
        {"v": None},
        {"a": "na", "v": "  "},
        {"a": "confidence", "v": "total"},
        {"a": "flag", "v": 1.0},
        {"i": None},
        {"r": -1},
    ],
)
def test_what_is_no_event_is_left_out(wrong: dict[str, object]) -> None:
    assert parse_events([{**SENT, **wrong}, SENT, "nonsense"]) == parse_events([SENT])


def test_no_queue_is_an_empty_one() -> None:
    assert parse_events(None) == []


def test_the_ledger_knows_where_people_stand() -> None:
    ledger = Ledger()
    assert ledger.position(("e", "u", "w", "li")) is None
    ledger.stand(("e", "u", "w", "li"), TWO)
    assert ledger.position(("e", "u", "w", "li")) == TWO


@given(
    scores=st.lists(
        st.tuples(st.sampled_from([ONE, TWO, THREE]), st.integers(0, 10)), min_size=1, max_size=12
    ),
    cuts=st.lists(st.integers(0, 12), max_size=6),
)
def test_however_a_queue_is_cut_and_sent_again_the_last_answers_stand(
    scores: list[tuple[str, int]], cuts: list[int]
) -> None:
    queue = [
        event(number, indicator, "score", half / 2) for number, (indicator, half) in enumerate(scores, 1)
    ]
    store, ledger = fresh(), Ledger()
    acknowledged = 0
    for cut in [*cuts, len(queue)]:
        sent = [each for each in queue if acknowledged < each.number <= max(cut, acknowledged + 1)]
        found = apply_events(desk(store, ledger), sent)
        acknowledged = (
            found.acknowledged.get("tab", acknowledged) if cut % 2 or cut == len(queue) else acknowledged
        )
        assert not [outcome for outcome in found.outcomes if outcome.saved is None]
    apply_events(desk(store, ledger), [each for each in queue if each.number > acknowledged])
    assert {r.indicator: r.score for r in store.ratings("e")} == {i: half / 2 for i, half in scores}
    revisions = len([1 for number, (i, half) in enumerate(scores) if last_before(scores, number) != half])
    assert sum(r.revision for r in store.ratings("e")) == revisions


def last_before(scores: list[tuple[str, int]], number: int) -> int | None:
    before = [half for indicator, half in scores[:number] if indicator == scores[number][0]]
    return before[-1] if before else None


def test_what_the_person_made_without_a_key_meanwhile_is_no_surprise() -> None:
    store = fresh()
    apply_events(desk(store), [event(1, ONE, "score", 2.0)])
    store.save_rating("e", rating(store).model_copy(update={"note": "Seen"}))
    made = KeyDesk(store, SHELF, Ledger(), made={key(ONE): 2})
    found = apply_events(made, [event(1, ONE, "score", 4.0, seen=1, client="other")])
    assert found.outcomes[0].held is None
    assert (rating(store).score, rating(store).note) == (4.0, "Seen")


def test_what_was_made_and_is_gone_since_a_backup_was_put_back_counts_for_nothing() -> None:
    store = fresh()
    elsewhere(store, 1.0)
    elsewhere(store, 2.0)
    found = apply_events(
        KeyDesk(store, SHELF, Ledger(), made={key(ONE): 7}), [event(1, ONE, "score", 4.0, seen=1)]
    )
    assert found.outcomes[0].held is not None
