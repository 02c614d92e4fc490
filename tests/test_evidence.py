"""Evidence at work: what rests on an item, finding items, and leaving alone what is signed off."""

import datetime as dt
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import evidence
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import (
    EvidenceChangedError,
    EvidenceFixedError,
    GaplineError,
    UnitSignedOffError,
    WaveLockedError,
)
from assessment.evidence import Asked, Records, asked_for, expired
from assessment.ratings import Evidence, EvidenceKind, EvidenceLink, Finding, Grade, Rating

Act = Callable[[], object]
DAY = dt.date(2025, 6, 1)
VISIT = Evidence(id="visit", text="The shop keeps paper files.", kind="observation", grade="strong")
REPORT = Evidence(id="report", text="Churn was 4 %.", kind="document", expires=DAY)


def link(item: str, unit: str = "north", indicator: str = "a.one", wave: str = "now") -> EvidenceLink:
    return EvidenceLink(evidence=item, unit=unit, wave=wave, indicator=indicator)


def finding(**more: object) -> Finding:
    said = {"id": "f", "unit": "north", "wave": "now", "node": "a", "kind": "weakness", "text": "Thin."}
    return Finding.model_validate({**said, **more})


@pytest.fixture
def store() -> MemoryStore:
    """Two units, a locked wave and an open one, two items."""
    made = MemoryStore()
    units = [Unit(id="north", name="North"), Unit(id="south", name="South")]
    waves = [Wave(id="then", name="Then", date=dt.date(2024, 1, 1)), Wave(id="now", name="Now", date=DAY)]
    made.add_engagement(Engagement(id="e", name="E", rubric="r", rubric_version="1"), units, waves)
    made.add_evidence("e", [VISIT, REPORT], [link("visit"), link("visit", "south"), link("report")])
    return made


def test_the_newest_item_stands_first_with_everything_that_rests_on_it(store: MemoryStore) -> None:
    found = evidence.records(store, "e")

    assert [item.id for item in found.items] == ["report", "visit"]
    assert found.supported("visit") == (link("visit"), link("visit", "south"))
    assert found.item("nothing") is None
    assert found.supported("nothing") == ()


def test_each_rating_that_rests_on_an_item_comes_with_what_counts_there(store: MemoryStore) -> None:
    for rater, score in (("ann", 2.0), ("bob", 3.0)):
        store.save_rating("e", Rating(unit="north", wave="now", rater=rater, indicator="a.one", score=score))
    store.sign_off("e", "south", "now", "ann")
    north, south = evidence.supports(store, "e", evidence.records(store, "e"), "visit")

    assert north.rating is not None
    assert (north.rating.score, north.closed) == (2.5, False)
    assert (south.rating, south.closed) == (None, True)


def test_the_last_day_still_counts() -> None:
    assert not expired(REPORT, DAY)
    assert expired(REPORT, DAY + dt.timedelta(days=1))
    assert not expired(VISIT, dt.date.max)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["report", "visit"]),
        (Asked(unit="south"), ["visit"]),
        (Asked(nodes={"a.one"}), ["report", "visit"]),
        (Asked(nodes={"a.two"}), []),
        (Asked(unit="south", nodes={"a.two"}), []),
        (Asked(kind="document"), ["report"]),
        (Asked(grade="strong"), ["visit"]),
        (Asked(expired_on=DAY), []),
        (Asked(expired_on=dt.date.max), ["report"]),
    ],
)
def test_items_are_asked_for_by_what_they_have_in_common(
    store: MemoryStore, asked: Asked, found: list[str]
) -> None:
    assert [item.id for item in asked_for(evidence.records(store, "e"), asked)] == found


def test_a_search_keeps_its_order_and_only_what_is_on_record(store: MemoryStore) -> None:
    found = asked_for(evidence.records(store, "e"), Asked(), ["visit", "lost", "report"])

    assert [item.id for item in found] == ["visit", "report"]


kinds = st.sampled_from(get_args(EvidenceKind))
grades = st.sampled_from(get_args(Grade))
days = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 9))


@given(
    st.lists(st.tuples(kinds, grades, days), max_size=8),
    st.none() | kinds,
    st.none() | grades,
    st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 9)),
)
def test_filters_keep_the_order_and_hide_only_what_does_not_fit(
    made: list[tuple[EvidenceKind, Grade, dt.date | None]],
    kind: EvidenceKind | None,
    grade: Grade | None,
    late: dt.date | None,
) -> None:
    items = tuple(
        Evidence(id=str(place), text="x", kind=k, grade=g, expires=e) for place, (k, g, e) in enumerate(made)
    )
    found = asked_for(
        Records(items, {}, (), frozenset(), frozenset()), Asked(kind=kind, grade=grade, expired_on=late)
    )

    assert found == tuple(
        item
        for item in items
        if (kind is None or item.kind == kind)
        and (grade is None or item.grade == grade)
        and (late is None or (item.expires is not None and item.expires < late))
    )


def test_one_item_comes_to_support_many_ratings_of_many_units_at_once(store: MemoryStore) -> None:
    more = [link("visit", unit, indicator) for unit in ("north", "south") for indicator in ("a.two", "b.one")]
    evidence.keep(store, "e", VISIT, "ann", VISIT, more)

    assert len(store.evidence_links("e")) == 7


def test_a_new_item_is_kept_with_what_it_supports_or_not_at_all(store: MemoryStore) -> None:
    store.lock_wave("e", "then")
    new = Evidence(id="new", text="Said.")

    with pytest.raises(WaveLockedError):
        evidence.keep(store, "e", new, "ann", None, [link("new"), link("new", wave="then")])
    assert evidence.records(store, "e").item("new") is None

    evidence.keep(store, "e", new, "ann", None, [link("new")])
    assert evidence.records(store, "e").supported("new") == (link("new"),)


def test_what_somebody_else_changed_or_deleted_meanwhile_is_not_written_over(store: MemoryStore) -> None:
    theirs = VISIT.model_copy(update={"text": "Theirs."})
    mine = VISIT.model_copy(update={"text": "Mine."})
    evidence.keep(store, "e", theirs, "bob", VISIT)
    with pytest.raises(EvidenceChangedError):
        evidence.keep(store, "e", mine, "ann", VISIT)

    evidence.keep(store, "e", mine, "ann", theirs)
    assert evidence.records(store, "e").item("visit") == mine
    evidence.delete(store, "e", "visit", "bob")
    with pytest.raises(EvidenceChangedError):
        evidence.keep(store, "e", theirs, "ann", mine)
    with pytest.raises(EvidenceChangedError):
        evidence.delete(store, "e", "visit", "ann")


def test_what_is_deleted_comes_back_with_all_that_rested_on_it(store: MemoryStore) -> None:
    before = evidence.records(store, "e")
    evidence.delete(store, "e", "visit", "ann")
    assert evidence.records(store, "e").supported("visit") == ()

    evidence.bring_back(store, "e", VISIT, "ann")
    assert evidence.records(store, "e") == before
    with pytest.raises(EvidenceChangedError):
        evidence.bring_back(store, "e", VISIT.model_copy(update={"text": "Older."}), "ann")


def test_an_item_no_longer_supports_what_it_is_taken_from(store: MemoryStore) -> None:
    evidence.let_go(store, "e", link("visit"))

    assert evidence.records(store, "e").supported("visit") == (link("visit", "south"),)


def test_what_supports_a_signed_off_unit_stays_as_it_is(store: MemoryStore) -> None:
    store.sign_off("e", "south", "now", "ann")
    changed = VISIT.model_copy(update={"text": "Otherwise."})

    acts: list[Act] = [
        lambda: evidence.keep(store, "e", changed, "ann", VISIT),
        lambda: evidence.delete(store, "e", "visit", "ann"),
    ]
    for act in acts:
        with pytest.raises(EvidenceFixedError) as refused:
            act()
        assert refused.value.places == (("south", "now"),)
    acts = [
        lambda: evidence.let_go(store, "e", link("visit", "south")),
        lambda: evidence.keep(store, "e", VISIT, "ann", VISIT, [link("visit", "south", "a.two")]),
    ]
    for act in acts:
        with pytest.raises(UnitSignedOffError):
            act()
    assert "south (now)" in refused.value.sentence("en")
    assert "south（now）" in refused.value.sentence("zh")

    evidence.keep(store, "e", VISIT, "ann", VISIT, [link("visit", "north", "a.two")])
    store.reopen("e", "south", "now", "ann", "late news")
    evidence.keep(store, "e", changed, "ann", VISIT)


def test_a_finding_of_a_locked_wave_holds_its_evidence(store: MemoryStore) -> None:
    lonely = Evidence(id="lonely", text="Said.")
    store.add_evidence("e", [lonely], [])
    store.add_findings("e", [finding(wave="then", evidence=("lonely",))])
    store.lock_wave("e", "then")

    with pytest.raises(EvidenceFixedError):
        evidence.delete(store, "e", "lonely", "ann")
    assert [one.id for one in evidence.records(store, "e").citing("lonely")] == ["f"]


def test_findings_are_written_revised_deleted_and_brought_back(store: MemoryStore) -> None:
    first = finding(evidence=("visit",))
    evidence.keep_finding(store, "e", first, "ann", None)
    better = finding(text="Thin and old.")
    evidence.keep_finding(store, "e", better, "ann", first)
    with pytest.raises(EvidenceChangedError):
        evidence.keep_finding(store, "e", first, "bob", first)

    evidence.keep_finding(store, "e", finding(text="Thin and old.", deleted=True), "ann", better)
    assert store.findings("e") == []
    evidence.keep_finding(store, "e", better, "ann", None)
    assert store.findings("e") == [better]


@pytest.mark.parametrize("closing", ["wave", "unit"])
def test_what_is_signed_off_takes_no_findings(store: MemoryStore, closing: str) -> None:
    if closing == "wave":
        store.lock_wave("e", "now")
    else:
        store.sign_off("e", "north", "now", "ann")

    with pytest.raises(GaplineError) as refused:
        evidence.keep_finding(store, "e", finding(), "ann", None)
    assert isinstance(refused.value, (WaveLockedError, UnitSignedOffError))


def test_a_locked_wave_says_the_same_after_everything_that_can_be_done_to_its_evidence() -> None:
    """Whatever is allowed later, what was printed of a locked wave stays."""
    from assessment import service

    store, shelf = MemoryStore(), FileShelf()
    load_demo(store, shelf)
    study = store.engagements()[0].id
    store.lock_wave(study, "2003")
    before = service.evidence_of(store, study, "2003")
    item = evidence.records(store, study).items[0]

    acts: list[Act] = [
        lambda: evidence.keep(store, study, item.model_copy(update={"text": "Other."}), "ann", item),
        lambda: evidence.delete(store, study, item.id, "ann"),
        lambda: evidence.let_go(store, study, evidence.records(store, study).supported(item.id)[0]),
    ]
    for act in acts:
        with pytest.raises(GaplineError):
            act()
    assert service.evidence_of(store, study, "2003") == before
