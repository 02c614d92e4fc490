"""Looking back: pages of changes and sign-offs, what a change changed, and the way back."""

import csv
import datetime as dt
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.changes import Change, ChangeFilter
from assessment.edges.memory_store import MemoryStore
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import (
    ChangedElsewhereError,
    UnitSignedOffError,
    WaveLockedError,
    WhyMissingError,
)
from assessment.history import (
    HistoryPage,
    bring_back,
    changed_parts,
    changes_csv,
    history_page,
    same_content,
    ways_back,
)
from assessment.ratings import Rating, SignOff
from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(Node(id="a", name="A", children=(Node(id="a.1", name="=A one"), Node(id="a.2", name="A two"))),),
)
EVERYTHING = ChangeFilter()
KEY = ("north", "2025", "li", "a.1")


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    made.add_engagement(
        Engagement(id="e", name="E", rubric="small", rubric_version="1"),
        [Unit(id="north", name="North"), Unit(id="south", name="South")],
        [Wave(id="2025", name="2025", date=dt.date(2025, 3, 1))],
    )
    return made


def rating(score: float | None = 2.0, indicator: str = "a.1", **more: object) -> Rating:
    said = {"unit": "north", "wave": "2025", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**said, **more})


def said(store: MemoryStore, *ratings: Rating) -> list[Rating]:
    return [store.save_rating("e", one) for one in ratings]


def kinds(page: HistoryPage) -> list[float | str | None]:
    """Scores of changes, and whether a sign-off signs or opens."""
    words = {True: "signed", False: "opened"}
    return [one.rating.score if isinstance(one, Change) else words[one.signed] for one in page.entries]


def test_sign_offs_stand_between_the_changes_that_they_fell_between(store: MemoryStore) -> None:
    said(store, rating(1.0))
    store.sign_off("e", "north", "2025", by="li")
    store.reopen("e", "north", "2025", by="an", reason="a mistake")
    said(store, rating(3.0))

    page = history_page(store, "e", EVERYTHING)
    assert kinds(page) == [3.0, "opened", "signed", 1.0]
    assert page.older is None


def test_every_sign_off_stands_on_exactly_one_page(store: MemoryStore) -> None:
    said(store, rating(1.0), rating(2.0))
    store.sign_off("e", "north", "2025", by="li")
    store.reopen("e", "north", "2025", by="an", reason="a mistake")
    said(store, rating(3.0))

    first = history_page(store, "e", EVERYTHING, size=1)
    second = history_page(store, "e", EVERYTHING, first.older, size=1)
    third = history_page(store, "e", EVERYTHING, second.older, size=1)
    assert kinds(first) == [3.0]
    assert kinds(second) == ["opened", "signed", 2.0]
    assert kinds(third) == [1.0]
    assert third.older is None


def test_a_sign_off_before_any_rating_is_on_the_last_page(store: MemoryStore) -> None:
    store.sign_off("e", "south", "2025", by="li")
    assert kinds(history_page(store, "e", EVERYTHING)) == ["signed"]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (ChangeFilter(unit="north"), ["signed", 1.0]),
        (ChangeFilter(unit="south"), []),
        (ChangeFilter(wave="2024"), []),
        (ChangeFilter(who="an"), ["signed"]),
        (ChangeFilter(who="li"), [1.0]),
        (ChangeFilter(indicators=("a.1",)), [1.0]),
        (ChangeFilter(kind="again"), []),
    ],
)
def test_sign_offs_follow_the_filters(
    store: MemoryStore, only: ChangeFilter, found: list[float | str]
) -> None:
    said(store, rating(1.0))
    store.sign_off("e", "north", "2025", by="an")
    assert kinds(history_page(store, "e", only)) == found


def test_a_change_names_only_what_it_changed(store: MemoryStore) -> None:
    said(
        store,
        rating(1.0, note="monthly", confidence="low"),
        rating(1.0, note="weekly", confidence="low"),
        rating(2.0, note="weekly", flagged=True, tag="x"),
    )
    found = store.revisions("e")
    assert [changed_parts(one) for one in found] == [
        ("answer", "confidence", "tag", "flagged"),
        ("note",),
        ("answer", "confidence", "note"),
    ]


def test_confirming_a_proposal_changes_that_it_is_one(store: MemoryStore) -> None:
    said(store, rating(2.0, proposed=True))
    store.confirm("e", [KEY], by="li")
    assert changed_parts(store.revisions("e")[0]) == ("proposed",)


def test_the_last_change_can_be_taken_back_and_so_can_the_first(store: MemoryStore) -> None:
    said(store, rating(1.0), rating(2.0))
    last, first = store.revisions("e")

    now, ways = ways_back(store, "e", last)
    assert (now.revision, [*ways], ways["before"].score) == (2, ["before"], 1.0)
    now, ways = ways_back(store, "e", first)
    assert (ways["before"].withdrawn, ways["after"].score) == (True, 1.0)


def test_what_stands_already_is_no_way_back(store: MemoryStore) -> None:
    said(store, rating(1.0), rating(2.0), rating(1.0))
    ways = [ways_back(store, "e", one)[1] for one in store.revisions("e")]
    assert [sorted(way) for way in ways] == [["before"], ["after"], ["before"]]


def test_bringing_back_says_it_again_with_a_reason_and_removes_nothing(store: MemoryStore) -> None:
    first, _ = said(store, rating(1.0, note="monthly"), rating(2.0))

    again = bring_back(store, "e", first, "an", " heard wrongly ", seen_revision=2)
    assert (again.score, again.note, again.revision) == (1.0, "monthly", 3)
    assert (again.rater, again.by, again.why) == ("li", "an", "heard wrongly")
    assert [one.score for one in store.history("e", KEY)] == [1.0, 2.0, 1.0]


def test_bringing_back_can_itself_be_undone(store: MemoryStore) -> None:
    first, _ = said(store, rating(1.0), rating(2.0))
    bring_back(store, "e", first, "li", "heard wrongly")
    assert store.undo("e", KEY, by="li").score == 2.0


def test_without_a_reason_nothing_is_brought_back(store: MemoryStore) -> None:
    first, _ = said(store, rating(1.0), rating(2.0))
    with pytest.raises(WhyMissingError, match="in a few words why"):
        bring_back(store, "e", first, "li", "  ")
    assert len(store.history("e", KEY)) == 2


def test_who_saw_an_older_state_is_told_before_anything_is_brought_back(store: MemoryStore) -> None:
    first, *_ = said(store, rating(1.0), rating(2.0), rating(3.0, by="an"))
    with pytest.raises(ChangedElsewhereError) as caught:
        bring_back(store, "e", first, "li", "heard wrongly", seen_revision=2)
    assert (caught.value.by, caught.value.theirs, caught.value.yours) == ("an", "3", "1")


def test_nothing_is_brought_back_into_what_is_signed_off(store: MemoryStore) -> None:
    first, _ = said(store, rating(1.0), rating(2.0))
    store.sign_off("e", "north", "2025", by="li")
    with pytest.raises(UnitSignedOffError):
        bring_back(store, "e", first, "li", "heard wrongly")
    store.lock_wave("e", "2025")
    with pytest.raises(WaveLockedError):
        bring_back(store, "e", first, "li", "heard wrongly")


def test_the_file_tells_old_and_new_and_no_text_becomes_a_formula(store: MemoryStore) -> None:
    said(store, rating(1.0), rating(2.5, note="=1+1", why="-heard", by="an"))
    rows = list(csv.DictReader(io.StringIO(changes_csv(store, "e", EVERYTHING, RUBRIC).decode("utf-8-sig"))))

    assert [(row["old_score"], row["score"]) for row in rows] == [("1", "2.5"), ("", "1")]
    assert (rows[0]["note"], rows[0]["why"], rows[0]["by"]) == ("'=1+1", "'-heard", "an")
    assert (rows[0]["indicator_name"], rows[0]["revision"], rows[0]["flagged"]) == ("'=A one", "2", "0")
    assert rows[0]["at"].endswith("+00:00")


def test_the_file_holds_every_page(store: MemoryStore) -> None:
    for number in range(1_101):
        said(store, rating(float(number % 2), tag=str(number)))
    lines = changes_csv(store, "e", EVERYTHING, RUBRIC).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 1_101


@given(scores=st.lists(st.integers(0, 5), min_size=1, max_size=8), pick=st.integers(0, 100))
def test_any_earlier_state_can_be_brought_back(scores: list[int], pick: int) -> None:
    store = MemoryStore()
    wave = Wave(id="2025", name="2025", date=dt.date(2025, 3, 1))
    store.add_engagement(
        Engagement(id="e", name="E", rubric="small", rubric_version="1"), [Unit(id="north", name="N")], [wave]
    )
    said(store, *(rating(float(score)) for score in scores))
    past = store.history("e", KEY)
    wanted = past[pick % len(past)]

    bring_back(store, "e", wanted, "li", "why not")
    now = store.history("e", KEY)
    assert same_content(now[-1], wanted)
    assert now[: len(past)] == past
    assert all(not same_content(one, other) for one, other in pairwise(now))


def test_a_page_of_nothing_is_empty(store: MemoryStore) -> None:
    assert history_page(store, "e", EVERYTHING) == HistoryPage((), None)
    assert not any(isinstance(one, SignOff) for one in history_page(store, "e", EVERYTHING).entries)
