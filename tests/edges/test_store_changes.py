"""What every store promises about looking back at changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.changes import Change, ChangeFilter
from assessment.ports import Store
from tests.edges.store_samples import rating

E = "ct-2003"
Told = tuple[float | None, float | None]


def told(found: list[Change]) -> list[Told]:
    """Score after and before."""
    return [(one.rating.score, one.before.score if one.before else None) for one in found]


def test_changes_come_newest_first_each_with_what_stood_before(store: Store) -> None:
    store.save_rating(E, rating(1))
    store.save_rating(E, rating(5, indicator="other"))
    store.save_rating(E, rating(2, why="a second look", by="an"))
    found = store.revisions(E)
    assert told(found) == [(2, 1), (5, None), (1, None)]
    assert (found[0].rating.why, found[0].rating.author) == ("a second look", "an")
    assert [one.count for one in found] == sorted((one.count for one in found), reverse=True)
    assert found[0].rating == store.ratings(E)[0]


def test_what_was_saved_together_is_listed_last_said_first(store: Store) -> None:
    store.save_ratings(E, [rating(1, indicator="b"), rating(2, indicator="a")])
    assert [one.rating.indicator for one in store.revisions(E)] == ["a", "b"]


def test_the_next_page_begins_where_the_last_one_ended(store: Store) -> None:
    store.save_ratings(E, [rating(1, indicator=name) for name in "abc"])
    store.save_rating(E, rating(2, indicator="b"))
    first = store.revisions(E, limit=2)
    store.save_rating(E, rating(3, indicator="a"))
    second = store.revisions(E, limit=2, before=first[-1].mark)
    assert told(first) == [(2, 1), (1, None)]
    assert [one.rating.indicator for one in second] == ["b", "a"]
    assert store.revisions(E, limit=2, before=second[-1].mark) == []


@pytest.mark.parametrize(
    ("only", "scores"),
    [
        (ChangeFilter(), [9, None, 4, 3, 2, 1]),
        (ChangeFilter(unit="group"), [3]),
        (ChangeFilter(wave="second"), [4]),
        (ChangeFilter(who="an"), [9, 3]),
        (ChangeFilter(indicators=("x", "y")), [9, 2]),
        (ChangeFilter(indicators=()), []),
        (ChangeFilter(kind="again"), [9, None]),
        (ChangeFilter(kind="taken-back"), [None]),
        (ChangeFilter(unit="shenzhen", wave="first", who="li", indicators=("x",), kind="again"), [9]),
    ],
)
def test_only_the_changes_asked_for_are_found(
    store: Store, only: ChangeFilter, scores: list[float | None]
) -> None:
    store.save_rating(E, rating(1))
    store.save_rating(E, rating(2, indicator="x"))
    store.save_rating(E, rating(3, unit="group", rater="an"))
    store.save_rating(E, rating(4, wave="second"))
    store.undo(E, rating().key, by="li")
    store.save_rating(E, rating(9, indicator="x", by="an"))
    assert [one.rating.score for one in store.revisions(E, only)] == scores


def test_a_flag_taken_away_is_no_answer_taken_back(store: Store) -> None:
    for flagged in (True, False):
        store.save_rating(E, rating(None, state="unknown", withdrawn=True, flagged=flagged))
    assert len(store.revisions(E)) == 2
    assert store.revisions(E, ChangeFilter(kind="taken-back")) == []


def test_an_unknown_engagement_has_no_changes(store: Store) -> None:
    assert store.revisions("nowhere") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(
    batches=st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5)), max_size=4), max_size=6),
    size=st.integers(1, 4),
)
def test_pages_put_together_are_the_whole(
    store: Store, batches: list[list[tuple[str, int]]], size: int
) -> None:
    for batch in batches:
        store.save_ratings(E, [rating(score, indicator=name) for name, score in batch])
    whole, pages = store.revisions(E, limit=1000), list[Change]()
    while page := store.revisions(E, limit=size, before=pages[-1].mark if pages else None):
        pages += page
    assert pages == whole
    said = [one.rating for one in whole]
    assert len({(*one.key, one.revision) for one in said}) == len(said)
