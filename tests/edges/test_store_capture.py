"""What every store promises about proposals, undo, sign-off, the rules and what is taken away."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.engagement import Person, Wave
from assessment.errors import (
    ChangedElsewhereError,
    NothingToUndoError,
    UnitSignedOffError,
    UnknownUnitError,
    UnknownWaveError,
    WaveLockedError,
    WaveThereError,
)
from assessment.ports import Store
from assessment.ratings import Finding, Rating, SignOff, Target
from tests.edges.store_samples import WAVES, link, rating, statement

E = "ct-2003"
KEY = rating().key


def save(store: Store, *scores: float) -> Rating:
    return [store.save_rating(E, rating(score)) for score in scores][-1]


def history(store: Store) -> list[float | str | None]:
    """Scores, with `-` for what was taken back."""
    return ["-" if one.withdrawn else one.score for one in store.history(E, KEY)]


def test_everything_said_with_a_rating_comes_back(store: Store) -> None:
    said = rating(tag="billing", flagged=True, why="a second look", by="an")
    saved = store.save_rating(E, said)
    assert saved.model_copy(update={"revision": 0, "at": None}) == said
    assert store.ratings(E) == store.history(E, KEY) == [saved]


def test_a_flag_or_a_tag_is_a_change_and_a_reason_alone_is_none(store: Store) -> None:
    assert store.save_rating(E, rating(2)).revision == 1
    assert store.save_rating(E, rating(2, flagged=True)).revision == 2
    assert store.save_rating(E, rating(2, flagged=True, tag="billing")).revision == 3
    assert store.save_rating(E, rating(2, flagged=True, tag="billing", why="again", by="an")).revision == 3


def test_a_conflict_names_who_made_the_change(store: Store) -> None:
    store.save_rating(E, rating(2, by="an"))
    with pytest.raises(ChangedElsewhereError) as caught:
        store.save_rating(E, rating(3), seen_revision=0)
    assert caught.value.by == "an"


def test_what_comes_in_together_comes_in_as_one_or_not_at_all(store: Store) -> None:
    guest, there = Person(id="guest", name="Guest"), store.people(E)
    came = [(statement("s1"), link("s1"))]
    assert store.bring_in(E, [rating(2)], {KEY: 0}, came, [guest, *there], by="an") == 1
    assert store.people(E) == [*there, guest]
    before = (store.ratings(E), store.people(E), store.evidence(E), store.evidence_links(E))

    late = [(statement("s2"), link("nowhere"))]
    with pytest.raises(ValueError, match="nowhere"):
        store.bring_in(E, [rating(3)], {KEY: 1}, late, [Person(id="x", name="X")])
    with pytest.raises(ChangedElsewhereError):
        store.bring_in(E, [rating(3)], {KEY: 0}, [(statement("s2"), link("s2"))], [Person(id="x", name="X")])
    assert (store.ratings(E), store.people(E), store.evidence(E), store.evidence_links(E)) == before
    revision = store.revision()
    store.bring_in(E, [rating(3)], {KEY: 1}, unlinked=[link("s1")])
    assert (store.evidence_links(E), store.revision()) == ([], revision + 1)


def test_undo_brings_back_what_stood_before(store: Store) -> None:
    save(store, 2, 3)
    undone = store.undo(E, KEY, by="an", why="typing error")
    assert (undone.score, undone.revision, undone.by, undone.restores) == (2, 3, "an", 1)
    assert undone.why == "typing error"
    assert store.ratings(E) == [undone]


def test_undo_of_the_first_rating_takes_it_back_as_if_never_given(store: Store) -> None:
    store.save_rating(E, rating(None, state="na", note="no shops", tag="x", flagged=True))
    undone = store.undo(E, KEY, by="li")
    assert (undone.withdrawn, undone.state, undone.note, undone.tag, undone.flagged) == (
        True, "unknown", "", "", False,
    )  # fmt: skip
    assert not undone.counts


def test_undoing_again_goes_one_step_further_back_until_nothing_is_left(store: Store) -> None:
    save(store, 1, 2, 3)
    for _ in range(3):
        store.undo(E, KEY, by="li")
    with pytest.raises(NothingToUndoError):
        store.undo(E, KEY, by="li")
    assert history(store) == [1, 2, 3, 2, 1, "-"]


def test_what_was_said_after_an_undo_is_undone_to_that_undo(store: Store) -> None:
    save(store, 1, 2)
    store.undo(E, KEY, by="li")
    save(store, 4)
    store.undo(E, KEY, by="li")
    store.undo(E, KEY, by="li")
    assert history(store) == [1, 2, 1, 4, 1, "-"]


def test_what_somebody_took_back_can_be_brought_back(store: Store) -> None:
    save(store, 2)
    store.save_rating(E, rating(None, state="unknown", withdrawn=True))
    assert store.undo(E, KEY, by="li").score == 2


def test_there_is_nothing_to_undo_where_nothing_was_said(store: Store) -> None:
    with pytest.raises(NothingToUndoError):
        store.undo(E, KEY, by="li")
    with pytest.raises(UnknownUnitError):
        store.undo(E, ("beijing", *KEY[1:]), by="li")


def test_undo_of_what_changed_meanwhile_is_refused(store: Store) -> None:
    save(store, 1, 2, 3)
    with pytest.raises(ChangedElsewhereError):
        store.undo(E, KEY, by="li", seen_revision=2)
    assert history(store) == [1, 2, 3]


def test_a_conflict_with_what_was_taken_back_says_so(store: Store) -> None:
    save(store, 2, 3)
    store.save_rating(E, rating(None, state="unknown", withdrawn=True))
    with pytest.raises(ChangedElsewhereError) as caught:
        store.save_rating(E, rating(4), seen_revision=2)
    assert "Theirs: taken back. Yours: 4." in caught.value.sentence("en")
    assert "对方：已撤回；您：4" in caught.value.sentence("zh")


def test_a_rating_copied_from_an_undo_is_newly_said(store: Store) -> None:
    save(store, 1, 2)
    undone = store.undo(E, KEY, by="li")
    assert store.save_rating(E, undone.model_copy(update={"score": 5.0})).restores is None


def test_who_saw_none_may_rate_what_was_taken_back(store: Store) -> None:
    save(store, 2)
    store.undo(E, KEY, by="li")
    assert store.save_rating(E, rating(3), seen_revision=0).revision == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(steps=st.lists(st.sampled_from([None, 0.0, 1.0, 2.0]), max_size=12))
def test_undo_is_a_stack(store: Store, steps: list[float | None]) -> None:
    """None undoes; a number is said."""
    stack: list[float] = []
    fresh = rating(indicator=f"i{store.revision()}")
    for step in steps:
        if step is None and stack:
            stack.pop()
            store.undo(E, fresh.key, by="li")
        elif step is not None and stack[-1:] != [step]:
            stack.append(step)
            store.save_rating(E, fresh.model_copy(update={"score": step}))
    current = store.history(E, fresh.key)[-1:]
    assert [one.score for one in current if one.counts] == stack[-1:]


def test_what_counts_is_carried_over_as_a_proposal(store: Store) -> None:
    store.save_ratings(E, [rating(2), rating(3, rater="an"), rating(None, indicator="b", state="unknown")])
    assert store.carry_over(E, "first", "second", by="wu") == 3
    assert store.carry_over(E, "first", "second", by="wu") == 0
    found = store.ratings(E, wave="second")
    assert {(one.proposed, one.counts, one.by) for one in found} == {(True, False, "wu")}
    assert [one.score for one in found] == [3, None, 2]


def test_a_proposal_never_hides_what_was_said_and_is_not_carried_further(store: Store) -> None:
    store.save_ratings(E, [rating(2), rating(4, wave="second"), rating(1, indicator="b")])
    store.undo(E, rating(indicator="b").key, by="li")
    assert store.carry_over(E, "first", "second", by="li") == 0
    store.add_wave(E, Wave(id="third", name="Third", date=dt.date(2005, 9, 28)))
    assert store.carry_over(E, "second", "third", by="li") == 1
    assert store.carry_over(E, "third", "first", by="li") == 0


def test_confirmed_proposals_count(store: Store) -> None:
    store.save_ratings(E, [rating(2), rating(3, indicator="b")])
    store.carry_over(E, "first", "second", by="li")
    keys = [rating(wave="second").key, rating(wave="second", indicator="nothing").key, KEY]
    assert store.confirm(E, keys, by="an") == 1
    assert store.confirm(E, keys, by="an") == 0
    found = {one.indicator: one.counts for one in store.ratings(E, wave="second")}
    assert found == {"insight.collect.strategy": True, "b": False}
    assert store.undo(E, keys[0], by="an").proposed


def test_who_saw_none_may_rate_over_a_proposal(store: Store) -> None:
    save(store, 2)
    store.carry_over(E, "first", "second", by="li")
    saved = store.save_rating(E, rating(3, wave="second"), seen_revision=0)
    assert (saved.revision, saved.counts) == (2, True)


def test_carrying_over_needs_both_waves_and_an_open_one_to_go_to(store: Store) -> None:
    save(store, 2)
    with pytest.raises(UnknownWaveError):
        store.carry_over(E, "first", "third", by="li")
    store.lock_wave(E, "second")
    with pytest.raises(WaveLockedError):
        store.carry_over(E, "first", "second", by="li")


def test_units_that_are_signed_off_are_left_out(store: Store) -> None:
    store.save_ratings(E, [rating(2), rating(3, unit="group")])
    store.sign_off(E, "shenzhen", "second", by="li")
    assert store.carry_over(E, "first", "second", by="li") == 1
    store.reopen(E, "shenzhen", "second", by="li", reason="forgotten")
    assert store.carry_over(E, "first", "second", by="li") == 1


def test_many_ratings_are_refused_whole_when_one_changed_meanwhile(store: Store) -> None:
    store.save_ratings(E, [rating(1, indicator="a"), rating(1, indicator="b")])
    store.save_rating(E, rating(2, indicator="b"))
    given = [rating(5, indicator=name) for name in "abc"]
    seen = {one.key: revision for one, revision in zip(given, (1, 1, 0), strict=True)}
    with pytest.raises(ChangedElsewhereError):
        store.save_ratings(E, given, seen)
    assert [one.score for one in store.ratings(E)] == [1, 2]
    assert store.save_ratings(E, given, seen | {given[1].key: 2}) == 3


def test_changes_since_a_revision_are_current_and_complete(store: Store) -> None:
    save(store, 1)
    since = store.revision()
    store.save_ratings(E, [rating(2, indicator="b"), rating(3, indicator="a")])
    store.save_rating(E, rating(4, indicator="b"))
    assert [(one.indicator, one.score) for one in store.changes(E, since)] == [("a", 3), ("b", 4)]
    assert store.changes(E, store.revision()) == []
    assert len(store.changes(E, 0)) == 3


def test_an_undo_is_a_change_that_others_see(store: Store) -> None:
    save(store, 1, 2)
    since = store.revision()
    undone = store.undo(E, KEY, by="li")
    assert store.changes(E, since) == [undone]
    assert store.changes("nowhere", 0) == []


def test_a_later_wave_can_be_added_once(store: Store) -> None:
    wave = Wave(id="third", name="Third", name_zh="第三轮", date=dt.date(2004, 1, 1))
    store.add_wave(E, wave)
    before = store.revision()
    store.add_wave(E, wave)
    assert store.revision() == before
    with pytest.raises(WaveThereError, match="third"):
        store.add_wave(E, wave.model_copy(update={"name": "Other"}))
    assert store.waves(E) == [WAVES[1], wave, WAVES[0]]


def test_a_unit_that_is_signed_off_takes_no_ratings_and_the_others_do(store: Store) -> None:
    save(store, 2)
    store.sign_off(E, "shenzhen", "first", by="li")
    for write in (
        lambda: store.save_rating(E, rating(3)),
        lambda: store.save_ratings(E, [rating(3, unit="group"), rating(3)]),
        lambda: store.undo(E, KEY, by="li"),
    ):
        with pytest.raises(UnitSignedOffError, match="shenzhen is signed off"):
            write()
    assert history(store) == [2]
    assert store.save_rating(E, rating(3, unit="group")).revision == 1
    assert store.save_rating(E, rating(3, wave="second")).revision == 1
    assert store.save_rating(E, rating(2)).revision == 1


def test_signing_off_and_opening_again_are_all_on_record(store: Store) -> None:
    signed = store.sign_off(E, "shenzhen", "first", by="li", reason="complete")
    assert store.sign_off(E, "shenzhen", "first", by="an") == signed
    opened = store.reopen(E, "shenzhen", "first", by="an", reason="a new interview")
    assert store.reopen(E, "shenzhen", "first", by="wu", reason="again") == opened
    other = store.sign_off(E, "group", "first", by="li")
    found = store.sign_offs(E)
    assert sorted(found, key=lambda one: (one.unit, one.revision)) == [other, signed, opened]
    assert [(one.revision, one.signed, one.by, one.reason) for one in found if one.unit == "shenzhen"] == [
        (1, True, "li", "complete"),
        (2, False, "an", "a new interview"),
    ]
    assert store.save_rating(E, rating(3)).revision == 1


def test_a_clock_that_was_set_back_confuses_no_sign_off(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(dt.datetime(2003, 9, 28, hour, tzinfo=dt.UTC) for hour in (12, 9, 7))
    monkeypatch.setattr("assessment.edges.store_rules.utc_now", lambda: next(times))
    store.sign_off("ct-2003", "shenzhen", "first", by="li")
    store.reopen("ct-2003", "shenzhen", "first", by="an", reason="late answers")
    store.sign_off("ct-2003", "shenzhen", "first", by="li")
    found = store.sign_offs("ct-2003")
    assert [(one.revision, one.signed) for one in found] == [(1, True), (2, False), (3, True)]


def test_opening_again_needs_a_reason_and_something_signed_off(store: Store) -> None:
    with pytest.raises(ValueError, match="never signed off"):
        store.reopen(E, "shenzhen", "first", by="li", reason="a mistake")
    store.sign_off(E, "shenzhen", "first", by="li")
    with pytest.raises(ValueError, match="needs a reason"):
        store.reopen(E, "shenzhen", "first", by="li", reason="  ")
    with pytest.raises(UnknownUnitError):
        store.sign_off(E, "beijing", "first", by="li")
    assert [one.signed for one in store.sign_offs(E)] == [True]
    assert isinstance(store.sign_offs(E)[0], SignOff)


def test_a_target_has_a_day_and_a_later_day_is_a_change(store: Store) -> None:
    first = {("shenzhen", "insight"): Target(level=4, due=dt.date(2004, 6, 30))}
    store.set_targets(E, first)
    assert store.targets(E) == first
    later = {("shenzhen", "insight"): Target(level=4, due=dt.date(2004, 12, 31))}
    store.set_targets(E, later)
    assert store.targets(E) == later


def test_what_is_taken_away_shows_the_inherited_again(store: Store) -> None:
    everywhere, here = ("", "insight"), ("shenzhen", "insight")
    store.set_importance(E, {everywhere: "low", here: "high"})
    store.set_targets(E, {everywhere: Target(level=3), here: Target(level=4)})
    store.set_importance(E, {here: None})
    store.set_targets(E, {here: None})
    assert store.importance(E) == {everywhere: "low"}
    assert store.targets(E) == {everywhere: Target(level=3)}
    before = store.revision()
    store.set_importance(E, {here: None, ("group", "insight"): None})
    assert store.revision() == before
    store.set_importance(E, {here: "high"})
    assert store.importance(E)[here] == "high"


def test_quality_rules_are_tuned_per_engagement(store: Store) -> None:
    store.set_quality_rules(E, {"expired": "off", "outlier": "error"}, by="li")
    store.set_quality_rules(E, {"expired": "warning"})
    before = store.revision()
    store.set_quality_rules(E, {"expired": "warning"})
    assert store.revision() == before
    assert store.quality_rules(E) == {"expired": "warning", "outlier": "error"}
    assert store.quality_rules("nowhere") == {}


def test_every_new_write_raises_the_revision(store: Store) -> None:
    seen = [store.revision()]
    finding = Finding(id="a", unit="shenzhen", wave="first", node="insight", kind="strength", text="Good.")
    for write in (
        lambda: save(store, 2),
        lambda: store.carry_over(E, "first", "second", by="li"),
        lambda: store.confirm(E, [rating(wave="second").key], by="li"),
        lambda: store.undo(E, KEY, by="li"),
        lambda: store.add_wave(E, Wave(id="third", name="3", date=dt.date(2005, 1, 1))),
        lambda: store.set_quality_rules(E, {"expired": "off"}),
        lambda: store.add_evidence(E, [statement("a")], [link("a")]),
        lambda: store.unlink_evidence(E, [link("a")]),
        lambda: store.delete_evidence(E, "a", by="li"),
        lambda: store.add_findings(E, [finding]),
        lambda: store.sign_off(E, "shenzhen", "first", by="li"),
        lambda: store.reopen(E, "shenzhen", "first", by="li", reason="x"),
    ):
        write()
        seen.append(store.revision())
    assert seen == sorted(set(seen))
