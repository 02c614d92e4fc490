"""Several people say how important a node is: both kinds of store keep every vote, and who said it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessment.edges.store import open_store
from assessment.errors import UnknownEngagementError, UnknownUnitError
from assessment.ports import Store
from tests.edges.store_samples import ENGAGEMENT, UNITS, WAVES


def test_every_person_has_a_vote_of_their_own(store: Store) -> None:
    store.vote_importance("ct-2003", {("", "insight", "li"): "high", ("shenzhen", "insight", "an"): "low"})
    store.vote_importance("ct-2003", {("", "insight", "an"): "fairly-high"}, by="li")
    assert store.importance_votes("ct-2003") == {
        ("", "insight", "an"): "fairly-high",
        ("", "insight", "li"): "high",
        ("shenzhen", "insight", "an"): "low",
    }


def test_a_vote_is_no_importance_that_was_set(store: Store) -> None:
    store.vote_importance("ct-2003", {("", "insight", "li"): "high"})
    assert store.importance("ct-2003") == {}


def test_a_vote_can_be_changed_and_taken_back(store: Store) -> None:
    store.vote_importance("ct-2003", {("", "insight", "li"): "high"})
    store.vote_importance("ct-2003", {("", "insight", "li"): "low"})
    assert store.importance_votes("ct-2003") == {("", "insight", "li"): "low"}
    store.vote_importance("ct-2003", {("", "insight", "li"): None})
    assert store.importance_votes("ct-2003") == {}


def test_the_same_vote_again_changes_nothing_and_so_does_taking_back_what_is_not_there(store: Store) -> None:
    store.vote_importance("ct-2003", {("", "insight", "li"): "high"})
    before = store.revision()
    store.vote_importance("ct-2003", {("", "insight", "li"): "high", ("", "insight", "an"): None})
    assert store.revision() == before


def test_votes_on_an_unknown_unit_are_refused_whole(store: Store) -> None:
    with pytest.raises(UnknownUnitError):
        store.vote_importance("ct-2003", {("", "a", "li"): "high", ("beijing", "a", "li"): "low"})
    assert store.importance_votes("ct-2003") == {}


def test_nobody_votes_in_an_engagement_that_is_not_there(empty: Store) -> None:
    with pytest.raises(UnknownEngagementError):
        empty.vote_importance("nowhere", {("", "insight", "li"): "high"})
    assert empty.importance_votes("nowhere") == {}


def test_who_voted_what_when_stays_readable_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    store = open_store(file)
    store.add_engagement(ENGAGEMENT, UNITS, WAVES)
    store.vote_importance("ct-2003", {("", "insight", "li"): "low"}, by="an")
    store.vote_importance("ct-2003", {("", "insight", "li"): "high"}, by="li")
    store.close()
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT person, revision, grade, set_by FROM importance_vote ORDER BY revision")
        assert rows.fetchall() == [("li", 1, "low", "an"), ("li", 2, "high", "li")]
