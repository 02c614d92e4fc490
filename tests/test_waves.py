"""Rounds of assessment: starting one from the last, what counts in it, confirming, leaving open."""

import datetime as dt

import pytest

from assessment import service
from assessment.edges.memory_store import MemoryStore
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import (
    ChangedElsewhereError,
    SignerMissingError,
    UnitSignedOffError,
    UnknownWaveError,
    WaveLockedError,
)
from assessment.progress import Count
from assessment.ratings import Evidence, EvidenceLink, Rating
from assessment.rubric import Node, Rubric
from assessment.waves import (
    Carried,
    NewWave,
    Proposal,
    check_wave,
    confirm,
    leave_open,
    proposals,
    standings,
    start_wave,
    to_carry,
    together,
    wave_key,
)
from tests.small_rubric import OneRubric

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A one"), Node(id="a.2", name="A two"))),
        Node(id="b", name="B", children=(Node(id="b.1", name="B one"), Node(id="b.2", name="B two"))),
    ),
)
OLD = Wave(id="2025", name="2025", name_zh="二〇二五", date=dt.date(2025, 3, 1))
TYPED = NewWave("Spring 2026", dt.date(2026, 3, 1), name_zh="2026 年春季", origin="2025")
SHELF = OneRubric(RUBRIC)


def rating(indicator: str, score: float | None, unit: str = "north", **more: object) -> Rating:
    said = {"unit": unit, "wave": "2025", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**said, **more})


@pytest.fixture
def store() -> MemoryStore:
    """North rated in full, South once, by Li in 2025."""
    made = MemoryStore()
    made.add_engagement(
        Engagement(id="e", name="E", rubric="small", rubric_version="1"),
        [Unit(id="north", name="North"), Unit(id="south", name="South"), Unit(id="west", name="West")],
        [OLD],
    )
    made.save_ratings(
        "e",
        [
            rating("a.1", 1.0),
            rating("a.2", 3.0, note="monthly"),
            rating("b.1", 4.0),
            rating("b.2", None, state="na", note="no shops"),
            rating("a.1", 5.0, "south"),
        ],
    )
    return made


def started(store: MemoryStore, typed: NewWave = TYPED) -> str:
    wave, _, problems = start_wave(store, "e", typed, "li")
    assert wave is not None
    assert problems == []
    return wave.id


def key(indicator: str, unit: str = "north", wave: str = "spring-2026") -> tuple[str, str, str, str]:
    return (unit, wave, "li", indicator)


def scores(store: MemoryStore, wave: str = "spring-2026") -> dict[str, dict[str, float | None]]:
    found = service.scores(store, SHELF, "e", wave)
    return {unit: {node: one.score for node, one in nodes.items()} for unit, nodes in found.items()}


def test_a_wave_proposes_every_rating_that_counts_in_the_last_one(store: MemoryStore) -> None:
    store.undo("e", key("b.1", wave="2025"), by="li")
    assert to_carry(store, "e", "2025") == Carried(ratings=4, units=2, raters=1)

    wave, count, problems = start_wave(store, "e", TYPED, "li")
    assert wave == Wave(id="spring-2026", name="Spring 2026", name_zh="2026 年春季", date=dt.date(2026, 3, 1))
    assert (count, problems) == (4, [])
    carried = store.ratings("e", wave="spring-2026")
    assert all(one.proposed and one.by == "li" for one in carried)
    assert [one.note for one in carried if one.indicator == "a.2"] == ["monthly"]


def test_a_wave_can_begin_with_nothing(store: MemoryStore) -> None:
    wave, count, _ = start_wave(store, "e", NewWave("Spring 2026", dt.date(2026, 3, 1)), "li")
    assert wave is not None
    assert count == 0
    assert store.ratings("e", wave=wave.id) == []


def test_the_short_name_is_typed_or_made_from_the_name_and_never_taken_twice() -> None:
    day = dt.date(2026, 3, 1)
    assert wave_key([OLD], NewWave("Spring 2026!", day)) == "spring-2026"
    assert wave_key([OLD], NewWave("Spring 2026", day, key="S26")) == "s26"
    assert wave_key([OLD], NewWave("2025", day)) == "2025-2"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (NewWave("  ", dt.date(2026, 3, 1)), ["wave.no-name"]),
        (NewWave("二〇二五", dt.date(2026, 3, 1)), ["wave.name-taken"]),
        (NewWave("Spring", dt.date(2025, 3, 1)), ["wave.not-later"]),
        (NewWave("", dt.date(2025, 3, 1)), ["wave.no-name", "wave.not-later"]),
        (NewWave("Spring", dt.date(2025, 3, 2)), []),
    ],
)
def test_what_is_wrong_with_a_wave_is_said_at_once(typed: NewWave, codes: list[str]) -> None:
    assert [problem.code for problem in check_wave([OLD], typed)] == codes


def test_a_wrong_wave_leaves_nothing(store: MemoryStore) -> None:
    before = store.revision()
    wave, count, problems = start_wave(store, "e", NewWave("", dt.date(2026, 3, 1)), "li")
    assert (wave, count, len(problems)) == (None, 0, 1)
    with pytest.raises(SignerMissingError):
        start_wave(store, "e", TYPED, " ")
    with pytest.raises(UnknownWaveError):
        start_wave(store, "e", NewWave("Spring", dt.date(2026, 3, 1), origin="1999"), "li")
    assert store.revision() == before


def test_what_is_only_proposed_counts_nowhere(store: MemoryStore) -> None:
    wave = started(store)

    assert scores(store) == {}
    assert service.progress_of(store, SHELF, "e", "north", wave).whole == Count(0, 4, proposed=4)
    assert service.ratings_table(store, "e", wave) == service.ratings_table(store, "e", "no-such-wave")
    assert service.scores_table(store, SHELF, "e", wave).count(b"\n") == 1
    assert service.gather(store, SHELF, "e", "north", wave).ratings == {}


def test_a_half_confirmed_wave_scores_what_was_confirmed_and_nothing_else(store: MemoryStore) -> None:
    """By hand: a = mean(1, 3) = 2; b.1 = 4 is only proposed, so b and, half covered, the whole have none."""
    wave = started(store)
    assert confirm(store, "e", [key("a.1"), key("a.2")], "an") == 2

    found = scores(store)
    assert set(found) == {"north"}
    assert found["north"]["a"] == 2.0
    assert found["north"]["b"] is None
    assert found["north"]["a.1"] == 1.0
    assert found["north"]["b.1"] is None
    assert found["north"][RUBRIC.root.id] is None
    assert service.progress_of(store, SHELF, "e", "north", wave).whole == Count(2, 4, proposed=2)
    table = service.ratings_table(store, "e", wave).decode()
    assert [line.split(",")[3] for line in table.splitlines()[1:]] == ["a.1", "a.2"]
    coverage = service.scores(store, SHELF, "e", wave)["north"]
    assert coverage["a"].coverage == 1.0
    assert coverage["b"].coverage == 0.0
    assert coverage[RUBRIC.root.id].coverage == 0.5


def test_the_last_wave_stays_as_it_was(store: MemoryStore) -> None:
    before = (scores(store, "2025"), service.ratings_table(store, "e", "2025"))
    started(store)
    confirm(store, "e", [key("a.1")], "li")
    assert (scores(store, "2025"), service.ratings_table(store, "e", "2025")) == before


def test_standings_tell_each_units_answers_proposals_and_sign_off(store: MemoryStore) -> None:
    wave = started(store)
    confirm(store, "e", [key("a.1", "south")], "li")
    store.sign_off("e", "south", wave, by="li")

    found = standings(store, SHELF, "e", wave)
    assert [(one.unit.id, one.count.done, one.count.proposed, one.open, one.signed) for one in found] == [
        ("north", 0, 4, 0, False),
        ("south", 1, 0, 3, True),
        ("west", 0, 0, 4, False),
    ]
    assert together(found) == Count(1, 8, proposed=4)


def test_proposals_stand_under_their_capability_with_what_they_rested_on(store: MemoryStore) -> None:
    old = Evidence(id="x", text="Lists.", date=dt.date(2024, 5, 1))
    new = Evidence(id="y", text="Calls.", date=dt.date(2025, 2, 1))
    links = [EvidenceLink(evidence=name, unit="north", wave="2025", indicator="a.2") for name in ("x", "y")]
    store.add_evidence("e", [old, new], links)
    wave = started(store)

    found = proposals(store, RUBRIC, "e", "north", wave)
    assert [(group.id, [one.rating.indicator for one in inside]) for group, inside in found] == [
        ("a", ["a.1", "a.2"]),
        ("b", ["b.1", "b.2"]),
    ]
    assert found[0][1][0] == Proposal(store.ratings("e", "north", wave)[0], OLD)
    assert (found[0][1][0].newest, found[0][1][1].newest) == (None, dt.date(2025, 2, 1))
    assert found[0][1][1].evidence == (old, new)
    assert proposals(store, RUBRIC, "e", "west", wave) == []


def test_a_proposal_names_the_wave_that_said_it_also_over_a_gap(store: MemoryStore) -> None:
    middle = started(store, NewWave("Middle", dt.date(2025, 9, 1), origin="2025"))
    confirm(store, "e", [key("a.1", wave=middle)], "li")
    wave = started(store, NewWave("Late", dt.date(2026, 9, 1), origin="2025"))

    inside = {
        one.rating.indicator: one
        for _, group in proposals(store, RUBRIC, "e", "north", wave)
        for one in group
    }
    assert inside["a.1"].origin == store.waves("e")[1]
    assert inside["a.2"].origin == OLD


def test_a_proposal_without_an_earlier_wave_still_waits(store: MemoryStore) -> None:
    wave = started(store)
    store.undo("e", key("a.1", wave="2025"), by="li")
    first = proposals(store, RUBRIC, "e", "north", wave)[0][1][0]
    assert (first.rating.indicator, first.origin, first.evidence) == ("a.1", None, ())


def test_a_proposal_left_open_is_open_and_on_record(store: MemoryStore) -> None:
    wave = started(store)
    wanted = [one for one in store.ratings("e", "north", wave) if one.indicator in ("a.1", "b.1")]

    assert leave_open(store, "e", wanted, "an") == 2
    assert service.progress_of(store, SHELF, "e", "north", wave).whole == Count(0, 4, proposed=2)
    last = store.history("e", key("a.1"))
    assert [(one.proposed, one.withdrawn, one.author) for one in last] == [
        (True, False, "li"),
        (False, True, "an"),
    ]


def test_what_was_confirmed_meanwhile_is_not_left_open(store: MemoryStore) -> None:
    wave = started(store)
    seen = store.ratings("e", "north", wave)
    confirm(store, "e", [key("b.1")], "an")
    with pytest.raises(ChangedElsewhereError):
        leave_open(store, "e", seen, "li")
    assert sum(one.proposed for one in store.ratings("e", "north", wave)) == 3


def test_confirming_twice_changes_nothing_and_needs_a_name(store: MemoryStore) -> None:
    started(store)
    assert confirm(store, "e", [key("a.1")], "an") == 1
    assert confirm(store, "e", [key("a.1")], "li") == 0
    assert store.history("e", key("a.1"))[-1].author == "an"
    with pytest.raises(SignerMissingError):
        confirm(store, "e", [key("a.2")], "")
    with pytest.raises(SignerMissingError):
        leave_open(store, "e", store.ratings("e"), "")


def test_nothing_is_confirmed_in_what_is_signed_off(store: MemoryStore) -> None:
    wave = started(store)
    store.sign_off("e", "north", wave, by="li")
    with pytest.raises(UnitSignedOffError):
        confirm(store, "e", [key("a.1")], "li")
    with pytest.raises(UnitSignedOffError):
        leave_open(store, "e", store.ratings("e", "north", wave), "li")
    store.lock_wave("e", wave)
    with pytest.raises(WaveLockedError):
        confirm(store, "e", [key("a.1", "south")], "li")
    assert scores(store) == {}
