from dataclasses import replace

import pytest

from assessment import offline, service
from assessment.edges.bringing import engagement_of, read_batch
from assessment.edges.memory_store import MemoryStore
from assessment.edges.offline_reading import read_offline_workbook
from assessment.engagement import Person
from assessment.errors import (
    ChangedElsewhereError,
    FileRefusedError,
    RaterReservedError,
    UndecidedError,
    UnitSignedOffError,
    WaveLockedError,
)
from assessment.importing import Batch, Brought, Incoming, commit, preview
from assessment.offline_layout import ANSWER, NOTE, SCORE, STATEMENT
from tests.edges.filled_in import (
    RUBRIC,
    UNITS,
    WANG,
    WAVE,
    OneRubric,
    filled,
    made,
    rating,
    store_of,
)

SHELF = OneRubric()


def _batch(store: MemoryStore, data: bytes, source: str = "li.xlsx") -> Batch:
    return read_batch(store, SHELF, "e", data, source, "w1")


def _kinds(batch: Batch) -> list[tuple[str, str]]:
    return [(change.kind, change.place) for change in batch.changes]


def _now(store: MemoryStore, rater: str = "li") -> dict[str, float | None]:
    return {one.indicator: one.score for one in store.ratings("e") if one.rater == rater}


def _handed_out(store: MemoryStore) -> bytes:
    form = offline.form(store, SHELF, "e", "north", "w1", "li")
    return made(ratings=form.ratings)


def test_new_changed_and_same_are_told_apart() -> None:
    store = store_of([rating("a.1", 2.0), rating("a.2", 2.0)])
    back = filled(_handed_out(store), {"a.2": {SCORE: 3}, "b.1": {SCORE: 4}})

    assert _kinds(_batch(store, back)) == [
        ("same", "Data!F4"),
        ("changed", "Data!F5"),
        ("new", "Service desk!F4"),
    ]
    assert commit(store, _batch(store, back)) == Brought(2, 0)
    assert _now(store) == {"a.1": 2.0, "a.2": 3.0, "b.1": 4.0}


def test_bringing_back_a_second_time_changes_nothing() -> None:
    store = store_of([rating("a.1", 2.0)])
    back = filled(
        _handed_out(store),
        {"a.1": {SCORE: 3}, "a.2": {SCORE: 3, STATEMENT: "Seen"}, "b.1": {ANSWER: "not assessed"}},
    )
    commit(store, _batch(store, back))
    revision = store.revision()

    again = _batch(store, back)
    assert again.idle
    assert commit(store, again) == Brought(0, 0)
    assert store.revision() == revision


def test_what_was_rated_meanwhile_is_a_conflict_and_must_be_chosen() -> None:
    store = store_of([rating("a.1", 2.0), rating("a.2", 2.0)])
    back = filled(_handed_out(store), {"a.1": {SCORE: 3}, "a.2": {SCORE: 4}, "a.3": {SCORE: 1}})
    store.save_rating("e", rating("a.1", 5.0))
    store.save_rating("e", rating("a.3", 5.0))

    batch = _batch(store, back)
    assert _kinds(batch) == [("conflict", "Data!F4"), ("changed", "Data!F5"), ("conflict", "Data!F6")]
    with pytest.raises(UndecidedError, match="2 answer"):
        commit(store, batch, {})
    assert _now(store)["a.2"] == 2.0
    assert commit(store, batch, {"Data!F4": "mine", "Data!F6": "theirs"}) == Brought(2, 0)
    assert _now(store) == {"a.1": 3.0, "a.2": 4.0, "a.3": 5.0}


def test_an_answer_that_was_not_touched_takes_nothing_back() -> None:
    store = store_of([rating("a.1", 2.0)])
    back = _handed_out(store)
    store.save_rating("e", rating("a.1", 5.0))

    assert _kinds(_batch(store, back)) == [("same", "Data!F4")]


def test_going_on_in_the_same_workbook_is_no_conflict_with_oneself() -> None:
    store = store_of()
    monday = filled(_handed_out(store), {"a.1": {SCORE: 2}})
    commit(store, _batch(store, monday))
    tuesday = filled(monday, {"a.1": {SCORE: 3}, "a.2": {SCORE: 3}})

    assert [change.kind for change in _batch(store, tuesday).changes] == ["changed", "new"]


def test_agreeing_with_what_was_rated_meanwhile_is_no_conflict() -> None:
    store = store_of()
    back = filled(_handed_out(store), {"a.1": {SCORE: 3}})
    store.save_rating("e", rating("a.1", 3.0))

    assert _kinds(_batch(store, back)) == [("same", "Data!F4")]


def test_what_changed_between_preview_and_writing_stops_everything() -> None:
    store = store_of()
    batch = _batch(
        store, filled(_handed_out(store), {"a.1": {SCORE: 3}, "a.2": {SCORE: 3, STATEMENT: "Seen"}})
    )
    store.save_rating("e", rating("a.2", 1.0))

    with pytest.raises(ChangedElsewhereError):
        commit(store, batch)
    assert _now(store) == {"a.2": 1.0}
    assert store.evidence("e") == []


def test_an_invalid_answer_stops_everything_and_is_named() -> None:
    store = store_of()
    batch = _batch(store, filled(_handed_out(store), {"a.1": {SCORE: 3}, "a.2": {SCORE: 9}}))

    assert sorted(_kinds(batch)) == [("invalid", "Data!F5"), ("new", "Data!F4")]
    with pytest.raises(FileRefusedError, match="Data!F5"):
        commit(store, batch)
    assert _now(store) == {}


def test_a_locked_wave_takes_nothing() -> None:
    store = store_of()
    batch = _batch(store, filled(_handed_out(store), {"a.1": {SCORE: 3}}))
    store.lock_wave("e", "w1")

    with pytest.raises(WaveLockedError):
        commit(store, batch)


def test_a_unit_that_was_signed_off_meanwhile_is_named_before_anything_is_tried() -> None:
    store = store_of()
    batch = _batch(store, filled(_handed_out(store), {"a.1": {STATEMENT: "Seen"}}))
    assert offline.closed(store, batch) is None

    store.sign_off("e", "north", "w1", "li")
    assert offline.closed(store, batch) == (UNITS[0], WAVE)
    with pytest.raises(UnitSignedOffError):
        commit(store, batch)

    store.reopen("e", "north", "w1", "li", "late answers")
    assert offline.closed(store, batch) is None
    assert commit(store, batch) == Brought(0, 1)


def test_statements_become_evidence_of_their_indicator_once() -> None:
    store = store_of()
    back = filled(_handed_out(store), {"a.1": {STATEMENT: "我们没有清单\n第二行"}})

    assert commit(store, _batch(store, back)) == Brought(0, 1)
    assert commit(store, _batch(store, back)) == Brought(0, 0)
    (item,), (link,) = store.evidence("e"), store.evidence_links("e")
    assert (item.text, item.source) == ("我们没有清单\n第二行", "Li Wei")
    assert (link.unit, link.wave, link.indicator, link.evidence) == ("north", "w1", "a.1", item.id)


def test_a_proposal_is_confirmed_only_by_an_answer() -> None:
    store = store_of([rating("a.1", 3.0, proposed=True), rating("a.2", 3.0, proposed=True)])
    back = filled(_handed_out(store), {"a.1": {SCORE: 3}})

    assert _kinds(_batch(store, back)) == [("new", "Data!F4")]
    commit(store, _batch(store, back))
    assert {one.indicator: one.counts for one in store.ratings("e")} == {"a.1": True, "a.2": False}


def test_tag_and_flag_stay_with_a_changed_answer() -> None:
    store = store_of([rating("a.1", 2.0, tag="quick win", flagged=True, mark="inferred")])
    commit(store, _batch(store, filled(_handed_out(store), {"a.1": {SCORE: 3}})))
    (now,) = store.ratings("e")

    assert (now.tag, now.flagged, now.mark, now.score) == ("quick win", True, "", 3.0)
    assert now.why.startswith("li.xlsx #")


def test_two_peoples_workbooks_become_two_raters_and_both_are_known() -> None:
    store = store_of()
    for person, score in ((Person(id="li", name="Li Wei"), 2), (WANG, 4)):
        commit(store, _batch(store, filled(made(rater=person), {"a.1": {SCORE: score}})))

    assert (_now(store, "li"), _now(store, "wang")) == ({"a.1": 2.0}, {"a.1": 4.0})
    assert store.people("e")[-1] == WANG


def test_a_workbook_handed_out_in_chinese_comes_back_like_any_other() -> None:
    store = store_of()
    back = filled(
        made("zh"),
        {"a.1": {SCORE: 2.5, NOTE: "第一行\n第二行"}, "a.2": {ANSWER: "不适用", NOTE: "没有营业厅"}},
    )
    commit(store, _batch(store, back))

    assert [(one.score, one.state, one.note) for one in store.ratings("e")] == [
        (2.5, "scored", "第一行\n第二行"),
        (None, "na", "没有营业厅"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"engagement": "other"}, "offline-engagement"),
        ({"unit": "gone"}, "offline-unit"),
        ({"wave": "gone"}, "offline-wave"),
    ],
)
def test_a_workbook_of_elsewhere_is_refused(change: dict[str, str], code: str) -> None:
    answers, problems = read_offline_workbook(made(), "x.xlsx", RUBRIC)
    assert answers is not None
    elsewhere = replace(answers, ids=replace(answers.ids, **change))  # type: ignore[arg-type] # ids are text

    with pytest.raises(FileRefusedError) as refused:
        offline.bring_back(store_of(), "e", elsewhere, problems, "x.xlsx")
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_refused_workbook_says_why() -> None:
    with pytest.raises(FileRefusedError, match="damaged"):
        _batch(store_of(), made()[:3000])
    with pytest.raises(FileRefusedError, match="no Excel workbook"):
        engagement_of(b"hello", "x.xlsx")


def test_a_ratings_table_gets_the_same_preview_without_conflicts() -> None:
    store = store_of([rating("a.1", 2.0), rating("a.2", 2.0)])
    table = b"unit,rater,indicator,score\nnorth,li,a.1,2\nnorth,li,a.2,3\nsouth,guest,a.1,4\n"
    batch = _batch(store, table, "ratings.csv")

    assert _kinds(batch) == [("same", "2"), ("changed", "3"), ("new", "4")]
    assert commit(store, batch, by="li") == Brought(2, 0)
    assert _now(store, "guest") == {"a.1": 4.0}
    assert [person.id for person in store.people("e")] == ["li", "guest"]
    assert _batch(store, table, "ratings.csv").idle


def test_a_ratings_table_that_was_written_out_changes_nothing_when_it_comes_back() -> None:
    store = store_of(
        [
            rating("a.1", 2.5, confidence="low", note="一\n二, “x”"),
            rating("a.1", 4.0, rater="wang", mark="inferred"),
            rating("a.2", None, state="na", note="=no shops"),
            rating("a.3", None),
        ]
    )
    table = service.ratings_table(store, "e", "w1")

    assert _batch(store, table, "ratings.csv").idle
    fresh = store_of()
    commit(fresh, _batch(fresh, table, "ratings.csv"))
    assert service.ratings_table(fresh, "e", "w1") == table


def test_raters_of_a_table_are_found_by_any_of_their_names() -> None:
    table = "unit,rater,indicator,score\nnorth,李伟,a.1,2\nnorth,Li Wei,a.2,3\nnorth,Zhao,a.1,4\n".encode()
    store = store_of()
    commit(store, _batch(store, table, "ratings.csv"))

    assert (_now(store, "li"), _now(store, "Zhao")) == ({"a.1": 2.0, "a.2": 3.0}, {"a.1": 4.0})
    assert [person.id for person in store.people("e")] == ["li", "Zhao"]


def test_a_column_that_a_table_should_not_have_is_told() -> None:
    batch = _batch(store_of(), b"unit,indicator,score,confidense\nnorth,a.1,2,low\n", "ratings.csv")

    assert [found.found for found in batch.warnings] == ["confidense"]


def test_a_table_with_problems_or_an_unknown_wave_is_refused() -> None:
    with pytest.raises(FileRefusedError, match="9 lies outside"):
        _batch(store_of(), b"unit,indicator,score\nnorth,a.1,9\n", "ratings.csv")
    with pytest.raises(FileRefusedError, match="no wave “w9”"):
        _batch(store_of(), b"unit,wave,indicator,score\nnorth,w9,a.1,2\n", "ratings.csv")


def test_kinds_are_counted_conflicts_first() -> None:
    store = store_of([rating("a.1", 2.0)])
    incoming = [Incoming(rating("a.1", 3.0), "F4"), Incoming(rating("a.2", 3.0), "F5")]

    batch = Batch("e", "x", preview(incoming, store.ratings("e")))
    assert list(offline.tally(batch).items()) == [("conflict", 1), ("new", 1)]


@pytest.mark.parametrize("name", ["", "  ", "Consensus", "Li + Wang"])
def test_nobody_rates_under_a_reserved_name(name: str) -> None:
    with pytest.raises(RaterReservedError):
        offline.form(store_of(), SHELF, "e", UNITS[0].id, "w1", name)


def test_who_rates_is_found_by_id_or_by_name_in_any_language() -> None:
    store = store_of()

    spellings = ("li", "LI", "Li  Wei", "Li\u00a0Wei", "\uff2c\uff49\u3000\uff37\uff45\uff49", "李伟")
    assert {offline.person_of(store, "e", name).id for name in spellings} == {"li"}
    assert offline.person_of(store, "e", "Chen") == Person(id="Chen", name="Chen")
