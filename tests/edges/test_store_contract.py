"""What every store promises, checked on each of them."""

import datetime as dt
import itertools
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.benchmark import Benchmark, Operator, OutsideNode, PublishedFinding, PublishedScore
from assessment.engagement import Person, Unit
from assessment.errors import (
    AlreadyThereError,
    ChangedElsewhereError,
    EvidenceFixedError,
    UnitSignedOffError,
    UnknownEngagementError,
    UnknownUnitError,
    UnknownWaveError,
    WaveLockedError,
)
from assessment.ports import Store
from assessment.ratings import Evidence, Finding, Target
from tests.edges.store_samples import ENGAGEMENT, PEOPLE, UNITS, WAVES, link, rating, statement


def test_an_engagement_comes_back_as_it_was_given(store: Store) -> None:
    assert store.engagement("ct-2003") == ENGAGEMENT
    assert store.units("ct-2003") == UNITS
    assert store.people("ct-2003") == PEOPLE


def test_waves_come_oldest_first(store: Store) -> None:
    assert [wave.id for wave in store.waves("ct-2003")] == ["first", "second"]


def test_engagements_come_in_the_order_they_were_made(store: Store) -> None:
    other = ENGAGEMENT.model_copy(update={"id": "another"})
    store.add_engagement(other, [], [])
    assert store.engagements() == [ENGAGEMENT, other]


def test_an_engagement_is_never_replaced(store: Store) -> None:
    with pytest.raises(AlreadyThereError):
        store.add_engagement(ENGAGEMENT.model_copy(update={"name": "Other"}), [], [])
    assert store.engagement("ct-2003") == ENGAGEMENT


@pytest.mark.parametrize("units", [[UNITS[1], UNITS[0]], [UNITS[0], UNITS[0]]])
def test_units_out_of_order_or_given_twice_leave_nothing(empty: Store, units: list[Unit]) -> None:
    with pytest.raises(ValueError, match=r"unit guangdong|twice"):
        empty.add_engagement(ENGAGEMENT, units, WAVES)
    assert empty.engagements() == []


def test_an_unknown_engagement_is_named_with_what_the_store_holds(store: Store) -> None:
    with pytest.raises(UnknownEngagementError, match=r"no engagement nowhere\. It holds: ct-2003"):
        store.engagement("nowhere")


def test_every_write_needs_an_engagement_that_is_there(empty: Store) -> None:
    for write in (
        lambda: empty.save_rating("nowhere", rating()),
        lambda: empty.save_ratings("nowhere", [rating()]),
        lambda: empty.add_person("nowhere", PEOPLE[0]),
        lambda: empty.lock_wave("nowhere", "first"),
        lambda: empty.set_importance("nowhere", {("", "insight"): "high"}),
        lambda: empty.set_targets("nowhere", {("", "insight"): Target(level=4.0)}),
        lambda: empty.add_evidence("nowhere", [], []),
    ):
        with pytest.raises(UnknownEngagementError):
            write()
    assert empty.revision() == 0


def test_reading_an_unknown_engagement_finds_nothing(empty: Store) -> None:
    assert empty.units("nowhere") == []
    assert empty.ratings("nowhere") == []
    assert empty.importance("nowhere") == {}
    assert empty.evidence_links("nowhere") == []


def test_a_person_given_again_changes_name_and_role_and_keeps_the_place(store: Store) -> None:
    store.add_person("ct-2003", Person(id="li", name="Li Wei", role="lead"))
    store.add_person("ct-2003", Person(id="wu", name="Wu"))
    assert [(person.id, person.name, person.role) for person in store.people("ct-2003")] == [
        ("li", "Li Wei", "lead"),
        ("an", "An", ""),
        ("wu", "Wu", ""),
    ]


def test_a_rating_comes_back_numbered_and_dated(store: Store) -> None:
    said = rating(confidence="high", note="活动名单每周更新", mark="inferred")
    saved = store.save_rating("ct-2003", said)
    assert saved.revision == 1
    assert saved.at is not None
    assert saved.at.utcoffset() == dt.timedelta(0)
    assert saved.model_copy(update={"revision": 0, "at": None}) == said
    assert store.ratings("ct-2003") == [saved]


def test_the_three_states_stay_three(store: Store) -> None:
    store.save_rating("ct-2003", rating(0, indicator="a"))
    store.save_rating("ct-2003", rating(None, indicator="b", state="na", note="no shops"))
    store.save_rating("ct-2003", rating(None, indicator="c", state="unknown"))
    found = [(one.score, one.state) for one in store.ratings("ct-2003")]
    assert found == [(0.0, "scored"), (None, "na"), (None, "unknown")]


def test_a_change_is_a_new_revision_and_the_history_keeps_both(store: Store) -> None:
    first = store.save_rating("ct-2003", rating(2))
    second = store.save_rating("ct-2003", rating(3), seen_revision=1)
    assert store.history("ct-2003", first.key) == [first, second]
    assert store.ratings("ct-2003") == [second]


def test_saying_the_same_again_adds_nothing(store: Store) -> None:
    first = store.save_rating("ct-2003", rating(2))
    before = store.revision()
    assert store.save_rating("ct-2003", rating(2), seen_revision=0) == first
    assert store.revision() == before


def test_a_value_taken_back_is_a_revision_again(store: Store) -> None:
    for score in (2, 3, 2):
        store.save_rating("ct-2003", rating(score))
    assert [one.score for one in store.history("ct-2003", rating().key)] == [2, 3, 2]


def test_a_rating_changed_elsewhere_is_refused_with_both_values(store: Store) -> None:
    store.save_rating("ct-2003", rating(2.5))
    with pytest.raises(ChangedElsewhereError) as caught:
        store.save_rating("ct-2003", rating(None, state="na", note="no shops"), seen_revision=0)
    assert (caught.value.by, caught.value.theirs) == ("li", "2.5")
    assert "Theirs: 2.5. Yours: not applicable (no shops)." in caught.value.sentence("en")
    assert "您：不适用 (no shops)" in caught.value.sentence("zh")
    assert store.ratings("ct-2003")[0].score == 2.5


def test_a_first_rating_may_have_seen_none_and_a_blind_one_always_wins(store: Store) -> None:
    assert store.save_rating("ct-2003", rating(1), seen_revision=0).revision == 1
    assert store.save_rating("ct-2003", rating(2), seen_revision=None).revision == 2


def test_a_signed_off_wave_takes_no_more_ratings(store: Store) -> None:
    saved = store.save_rating("ct-2003", rating(2))
    store.lock_wave("ct-2003", "first")
    with pytest.raises(WaveLockedError):
        store.save_rating("ct-2003", rating(3))
    with pytest.raises(WaveLockedError):
        store.save_ratings("ct-2003", [rating(3, wave="second"), rating(3)])
    assert store.ratings("ct-2003") == [saved]
    assert [wave.locked for wave in store.waves("ct-2003")] == [True, False]


def test_what_is_already_current_may_be_said_again_in_a_signed_off_wave(store: Store) -> None:
    saved = store.save_rating("ct-2003", rating(2))
    store.lock_wave("ct-2003", "first")
    assert store.save_rating("ct-2003", rating(2)) == saved
    assert store.save_ratings("ct-2003", [rating(2)]) == 0


def test_a_unit_or_wave_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(UnknownUnitError, match="beijing"):
        store.save_rating("ct-2003", rating(unit="beijing"))
    with pytest.raises(UnknownWaveError, match="third"):
        store.save_ratings("ct-2003", [rating(), rating(wave="third")])
    with pytest.raises(UnknownWaveError):
        store.lock_wave("ct-2003", "third")
    assert store.ratings("ct-2003") == []


def test_many_ratings_leave_out_what_is_already_current(store: Store) -> None:
    store.save_rating("ct-2003", rating(1, indicator="a"))
    many = [rating(1, indicator="a"), rating(2, indicator="b"), rating(3, indicator="b", unit="group")]
    assert store.save_ratings("ct-2003", many) == 2
    assert store.save_ratings("ct-2003", iter(many)) == 0
    assert [one.revision for one in store.ratings("ct-2003")] == [1, 1, 1]


def test_a_rating_given_twice_in_one_go_has_two_revisions(store: Store) -> None:
    assert store.save_ratings("ct-2003", [rating(1), rating(2)]) == 2
    assert [one.score for one in store.history("ct-2003", rating().key)] == [1, 2]


def test_ratings_come_in_order_and_narrowed_to_a_unit_and_a_wave(store: Store) -> None:
    places = itertools.product(("shenzhen", "group"), ("second", "first"), ("li", "an"), ("b", "a"))
    store.save_ratings("ct-2003", [rating(1, unit=u, wave=w, rater=r, indicator=i) for u, w, r, i in places])
    keys = [one.key for one in store.ratings("ct-2003")]
    assert keys == sorted(keys)
    assert len(keys) == 16
    assert store.ratings("ct-2003", "group", "first") == [
        one for one in store.ratings("ct-2003") if (one.unit, one.wave) == ("group", "first")
    ]
    assert len(store.ratings("ct-2003", wave="second")) == 8


def test_importance_and_targets_keep_what_is_not_named(store: Store) -> None:
    store.set_importance("ct-2003", {("", "insight"): "high", ("shenzhen", "insight"): "low"}, by="li")
    store.set_importance("ct-2003", {("", "insight"): "fairly-high"})
    store.set_targets("ct-2003", {("", "insight"): Target(level=4.0)}, by="li")
    assert store.importance("ct-2003") == {("", "insight"): "fairly-high", ("shenzhen", "insight"): "low"}
    assert store.targets("ct-2003") == {("", "insight"): Target(level=4.0)}


def test_setting_the_same_importance_again_changes_nothing(store: Store) -> None:
    store.set_importance("ct-2003", {("", "insight"): "high"})
    before = store.revision()
    store.set_importance("ct-2003", {("", "insight"): "high"})
    assert store.revision() == before


def test_importance_of_an_unknown_unit_is_refused_whole(store: Store) -> None:
    with pytest.raises(UnknownUnitError):
        store.set_importance("ct-2003", {("", "insight"): "high", ("beijing", "insight"): "low"})
    assert store.importance("ct-2003") == {}


def test_evidence_comes_back_in_the_order_it_was_added_and_with_its_links(store: Store) -> None:
    items = [statement("z"), Evidence(id="a", text="No customer view.")]
    store.add_evidence("ct-2003", items, [link("z", "b"), link("z", "a"), link("a", unit="group")])
    assert store.evidence("ct-2003") == items
    assert store.evidence_links("ct-2003") == [link("a", unit="group"), link("z", "a"), link("z", "b")]
    assert store.evidence_links("ct-2003", "shenzhen", "first") == [link("z", "a"), link("z", "b")]


def test_changed_evidence_keeps_its_place_and_the_same_again_changes_nothing(store: Store) -> None:
    store.add_evidence("ct-2003", [statement("a"), statement("b")], [link("a")])
    store.add_evidence("ct-2003", [statement("a", "Weekly now.")], [])
    before = store.revision()
    store.add_evidence("ct-2003", [statement("a", "Weekly now.")], [link("a")])
    assert store.revision() == before
    assert [item.text for item in store.evidence("ct-2003")] == ["Weekly now.", "Lists are drawn monthly."]


def test_a_link_to_nothing_leaves_nothing(store: Store) -> None:
    with pytest.raises(UnknownUnitError):
        store.add_evidence("ct-2003", [statement("a")], [link("a", unit="beijing")])
    with pytest.raises(ValueError, match="unknown evidence"):
        store.add_evidence("ct-2003", [statement("a")], [link("b")])
    assert store.evidence("ct-2003") == []


def test_a_signed_off_wave_takes_no_more_evidence(store: Store) -> None:
    store.add_evidence("ct-2003", [statement("a")], [link("a")])
    store.lock_wave("ct-2003", "first")
    open_link = link("b").model_copy(update={"wave": "second"})
    with pytest.raises(WaveLockedError):
        store.add_evidence("ct-2003", [statement("b")], [open_link, link("b")])
    assert store.evidence("ct-2003") == [statement("a")]
    assert store.evidence_links("ct-2003") == [link("a")]
    store.add_evidence("ct-2003", [statement("b")], [open_link])
    assert store.evidence_links("ct-2003", wave="second") == [open_link]


def test_what_is_signed_off_keeps_its_evidence_as_it_is(store: Store) -> None:
    store.add_evidence("ct-2003", [statement("a"), statement("b")], [link("a")])
    store.add_evidence("ct-2003", [statement("b")], [link("b", unit="group")])
    store.sign_off("ct-2003", "shenzhen", "first", by="li")
    before = store.revision()
    with pytest.raises(UnitSignedOffError):
        store.add_evidence("ct-2003", [statement("c")], [link("c", "c")])
    with pytest.raises(UnitSignedOffError):
        store.unlink_evidence("ct-2003", [link("a")])
    with pytest.raises(EvidenceFixedError) as changed:
        store.add_evidence("ct-2003", [statement("b", "Weekly."), statement("a", "Weekly.")], [])
    assert changed.value.places == (("shenzhen", "first"),)
    with pytest.raises(EvidenceFixedError):
        store.delete_evidence("ct-2003", "a", by="li")
    assert store.revision() == before
    store.unlink_evidence("ct-2003", [link("a", "elsewhere"), link("b", unit="group")])
    store.add_evidence("ct-2003", [statement("b", "Weekly.")], [link("a", unit="group")])
    store.reopen("ct-2003", "shenzhen", "first", by="li", reason="a second look")
    store.delete_evidence("ct-2003", "a", by="li")
    assert store.evidence_links("ct-2003") == []


def test_what_was_deleted_does_not_come_back_into_what_was_signed_off_since(store: Store) -> None:
    store.add_evidence("ct-2003", [statement("a")], [link("a")])
    store.delete_evidence("ct-2003", "a", by="li")
    store.lock_wave("ct-2003", "first")
    with pytest.raises(EvidenceFixedError):
        store.add_evidence("ct-2003", [statement("a")], [])
    assert store.evidence("ct-2003") == []


def test_what_is_signed_off_keeps_its_findings_as_they_are(store: Store) -> None:
    usual = {"unit": "shenzhen", "wave": "first", "node": "a", "text": "Slow.", "kind": "weakness"}
    found = Finding.model_validate({"id": "f", **usual})
    store.add_findings("ct-2003", [found])
    store.sign_off("ct-2003", "shenzhen", "first", by="li")
    store.add_findings("ct-2003", [found])
    elsewhere = found.model_copy(update={"unit": "group"})
    gone = found.model_copy(update={"deleted": True})
    for changed in (elsewhere, gone, found.model_copy(update={"id": "g"})):
        with pytest.raises(UnitSignedOffError):
            store.add_findings("ct-2003", [changed])
    assert store.findings("ct-2003") == [found]


def test_evidence_that_is_already_linked_may_be_said_again_in_a_signed_off_wave(store: Store) -> None:
    store.add_evidence("ct-2003", [statement("a")], [link("a")])
    store.lock_wave("ct-2003", "first")
    before = store.revision()
    store.add_evidence("ct-2003", [statement("a")], [link("a")])
    assert store.revision() == before


PUBLISHED = Benchmark(
    id="operators-2003",
    title="Operators 2003",
    title_zh="运营商 2003",
    publisher="A study",
    date=dt.date(2003, 9, 28),
    obtained="from print",
    rubric="crm",
    operators=(
        Operator(id="bt", name="BT"),
        Operator(id="ct", name="CT", name_zh="中国电信", kind="subject"),
    ),
    outside_nodes=(OutsideNode(id="finance", name="Finance", why="one operator only"),),
    scores=(
        PublishedScore(operator="bt", node="insight", score=2.7, printed="2.70", page=12),
        PublishedScore(operator="ct", node="insight", score=None, mark="illegible", note="blurred"),
    ),
    findings=(
        PublishedFinding(operator="bt", node="insight", text="One view.", text_zh="统一视图。", page=13),
    ),
)


def test_a_published_data_set_comes_back_whole(store: Store) -> None:
    store.add_published(PUBLISHED)
    before = store.revision()
    store.add_published(PUBLISHED)
    assert store.revision() == before
    assert store.published("operators-2003") == PUBLISHED
    assert store.published("others") is None
    assert store.published_sets() == ["operators-2003"]


def test_published_data_sets_are_named_in_order_each_once(store: Store) -> None:
    assert store.published_sets() == []
    for name in ("our-survey", "a-second", "our-survey"):
        store.add_published(PUBLISHED.model_copy(update={"id": name, "title": name}))
    assert store.published_sets() == ["a-second", "our-survey"]
    assert store.published("a-second") == PUBLISHED.model_copy(update={"id": "a-second", "title": "a-second"})


def test_a_corrected_data_set_replaces_the_old_one(store: Store) -> None:
    store.add_published(PUBLISHED)
    corrected = PUBLISHED.model_copy(update={"scores": PUBLISHED.scores[:1], "title": "Corrected"})
    store.add_published(corrected)
    assert store.published("operators-2003") == corrected


def test_every_write_raises_the_revision(empty: Store) -> None:
    seen = [empty.revision()]
    for write in (
        lambda: empty.add_engagement(ENGAGEMENT, UNITS, WAVES),
        lambda: empty.add_person("ct-2003", PEOPLE[0]),
        lambda: empty.save_rating("ct-2003", rating()),
        lambda: empty.save_ratings("ct-2003", [rating(4)]),
        lambda: empty.set_importance("ct-2003", {("", "insight"): "high"}),
        lambda: empty.set_targets("ct-2003", {("", "insight"): Target(level=4.0)}),
        lambda: empty.add_evidence("ct-2003", [statement("a")], [link("a")]),
        lambda: empty.add_published(PUBLISHED),
        lambda: empty.lock_wave("ct-2003", "first"),
    ):
        write()
        seen.append(empty.revision())
    assert seen == sorted(set(seen))


def test_two_threads_lose_nothing(store: Store) -> None:
    def rate(rater: str) -> None:
        for turn in range(25):
            store.save_rating("ct-2003", rating(turn % 5, rater=rater, indicator=f"i{turn}"))

    threads = [threading.Thread(target=rate, args=(rater,)) for rater in ("li", "an")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.ratings("ct-2003")) == 50


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(note=TEXT, rater=TEXT, score=st.floats(0, 5))
def test_any_text_and_any_score_come_back_exactly(store: Store, note: str, rater: str, score: float) -> None:
    saved = store.save_rating("ct-2003", rating(score, note=note, rater=rater))
    assert store.history("ct-2003", saved.key)[-1] == saved
    assert (saved.note, saved.rater, saved.score) == (note, rater, score)
