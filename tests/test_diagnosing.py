import csv

import pytest

from assessment.catalogue import LANGUAGES
from assessment.diagnosing import Decision, Diagnosed, decide, decisions_id, diagnosed
from assessment.diagnosis_errors import DismissalReasonError
from assessment.diagnosis_tables import proposals_table
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Person, Wave
from assessment.errors import (
    AlreadyThereError,
    ChangedElsewhereError,
    RaterReservedError,
    ScoreRefusedError,
    UnknownUnitError,
    WaveLockedError,
)
from assessment.quality import Assessed, findings
from assessment.robustness_tables import to_csv
from assessment.service import evidence_of

SHENZHEN = "shenzhen-telecom"
SEGMENTS = "problems.customers.segmentation"
SILOS = "causes.flow.silos"
DUTIES = "causes.organisation.duties"
SHELF = FileShelf()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def engagement(store: MemoryStore) -> str:
    found = load_demo(store, SHELF)
    store.add_person(found, Person(id="li-wei", name="Li Wei", name_zh="李伟"))
    return found


@pytest.fixture
def held(engagement: str) -> str:
    return decisions_id(engagement)


def _here(store: MemoryStore, engagement: str) -> Diagnosed:
    return diagnosed(store, SHELF, engagement, SHENZHEN, "2003")


def test_the_scores_of_shenzhen_propose_problems_each_with_the_scores_it_rests_on(
    store: MemoryStore, engagement: str
) -> None:
    found = _here(store, engagement).found

    assert len(found.proposals) == 19
    assert found.coverage == (45, 44, 50)
    assert found.proposals[0].node == SEGMENTS
    assert {r.indicator: r.score for r in found.proposals[0].reasons} == {
        "insight.generate.value": 0.5,
        "insight.manage.analytics-architecture": 1.0,
        "insight.apply.strategy": 1.0,
    }
    first = found.proposals[0]
    assert first.open == ("insight.generate.segmentation",)  # illegible in the study
    assert (first.coverage, first.low, first.suggested) == (3 / 5, 1, 1)
    assert first.strength == pytest.approx((4.5 + 4 + 4) / (3 * 5))
    for one in found.proposals:
        assert sum(reason.low for reason in one.reasons)
        assert all(reason.low == (reason.score < 2) for reason in one.reasons)


def test_what_shenzhen_does_well_enough_is_not_proposed(store: MemoryStore, engagement: str) -> None:
    assert _here(store, engagement).found.of(DUTIES).verdict == "not-indicated"


def test_what_guangzhou_has_too_few_scores_for_is_neither_proposed_nor_ruled_out(
    store: MemoryStore, engagement: str
) -> None:
    """The study prints nothing on organisation and integration of Guangzhou."""
    found = diagnosed(store, SHELF, engagement, "guangzhou-telecom", "2003").found

    assert found.coverage == (45, 32, 50)
    assert found.of(DUTIES).verdict == "too-little"
    assert len(found.proposals) == 14


def test_an_engagement_of_that_id_on_another_rubric_is_left_alone(
    store: MemoryStore, engagement: str, held: str
) -> None:
    taken = store.engagement(engagement).model_copy(update={"id": held})
    store.add_engagement(taken, store.units(engagement), store.waves(engagement))
    here = _here(store, engagement)

    assert len(here.found.proposals) == 19
    with pytest.raises(AlreadyThereError):
        decide(store, here, Decision(SEGMENTS, 1, "li-wei"))


def test_nothing_is_written_by_looking(store: MemoryStore, engagement: str) -> None:
    before = store.revision()
    _here(store, engagement)
    assert store.revision() == before


def test_confirming_is_a_rating_that_keeps_the_scores_as_evidence(
    store: MemoryStore, engagement: str, held: str
) -> None:
    saved = decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei", "Seen in two workshops"))

    assert (saved.rater, saved.score, saved.note, saved.revision) == ("li-wei", 1, "Seen in two workshops", 1)
    assert _here(store, engagement).standing(SEGMENTS) == "confirmed"
    (evidence,) = evidence_of(store, held, "2003", SHENZHEN)[SHENZHEN, SEGMENTS]
    assert "Customer value assessment 0.5" in evidence.said("en")
    assert "3 of 4 linked indicators" in evidence.said("en")
    assert "客户价值评估 0.5" in evidence.said("zh")
    assert "China Telecom 2003" in evidence.cited("en")


def test_dismissing_rates_it_absent_with_the_reason_and_takes_the_evidence_away(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    saved = decide(store, _here(store, engagement), Decision(SEGMENTS, 4, "li-wei", " Segments seen in CRM "))

    assert (saved.score, saved.note, saved.revision) == (4, "Segments seen in CRM", 2)
    assert _here(store, engagement).standing(SEGMENTS) == "dismissed"
    assert evidence_of(store, held, "2003") == {}


def test_the_last_of_several_peoples_decisions_stands_not_their_mean(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    decide(store, _here(store, engagement), Decision(SEGMENTS, 4, "Chen Jing", "Segments seen in CRM"))

    here = _here(store, engagement)
    assert (here.standing(SEGMENTS), here.decided[SEGMENTS].rater) == ("dismissed", "Chen Jing")
    assert evidence_of(store, held, "2003") == {}

    decide(store, _here(store, engagement), Decision(SEGMENTS, 2, "Zhao Min"))
    here = _here(store, engagement)
    assert (here.standing(SEGMENTS), here.decided[SEGMENTS].score) == ("confirmed", 2)
    assert (SHENZHEN, SEGMENTS) in evidence_of(store, held, "2003")


def test_who_repeats_an_overruled_decision_has_the_last_word(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    decide(store, _here(store, engagement), Decision(SEGMENTS, 4, "Chen Jing", "Segments seen in CRM"))
    saved = decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei", seen_revision=1))

    assert (saved.score, saved.revision) == (1, 3)
    assert _here(store, engagement).standing(SEGMENTS) == "confirmed"
    assert (SHENZHEN, SEGMENTS) in evidence_of(store, held, "2003")
    again = decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    assert again.revision == 3


def test_a_dismissal_and_its_lost_evidence_are_one_write(store: MemoryStore, engagement: str) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    before = store.revision()
    decide(store, _here(store, engagement), Decision(SEGMENTS, 4, "li-wei", "Segments seen in CRM"))
    assert store.revision() == before + 1


def test_that_a_dismissed_problem_is_absent_is_still_to_be_shown(
    store: MemoryStore, engagement: str, held: str
) -> None:
    here = _here(store, engagement)
    decide(store, here, Decision(SEGMENTS, 4, "li-wei", "Segments seen in CRM"))
    unit = Assessed(here.diagnosis, SHENZHEN, here.wave.date, store.ratings(held, SHENZHEN, "2003"))

    assert [issue.rule for issue in findings(unit)] == ["high-no-evidence"]


def test_decisions_are_made_for_the_same_units_waves_and_people(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))

    assert store.units(held) == store.units(engagement)
    assert store.people(held) == store.people(engagement)
    assert store.engagement(held).rubric == "crm-diagnosis"
    assert [store.engagement(held).called(lang) for lang in LANGUAGES] == [
        "China Telecom 2003: problems and causes",
        "中国电信 2003：问题与成因",
    ]


def test_a_later_wave_is_added_and_a_locked_one_is_open_for_decisions(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    day = store.waves(engagement)[0].date.replace(year=2004)
    store.add_wave(engagement, Wave(id="2004", name="2004", date=day))
    store.lock_wave(engagement, "2004")
    decide(store, diagnosed(store, SHELF, engagement, SHENZHEN, "2004"), Decision(SILOS, 2, "li-wei"))

    assert [(wave.id, wave.locked) for wave in store.waves(held)] == [("2003", False), ("2004", False)]


def test_somebody_unknown_who_decides_becomes_known(store: MemoryStore, engagement: str, held: str) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "Chen Jing"))
    assert "Chen Jing" in [person.id for person in store.people(held)]


def test_what_was_not_proposed_can_be_confirmed_without_scores_as_evidence(
    store: MemoryStore, engagement: str, held: str
) -> None:
    decide(store, _here(store, engagement), Decision(DUTIES, 2, "li-wei"))

    assert _here(store, engagement).standing(DUTIES) == "confirmed"
    assert evidence_of(store, held, "2003") == {}


@pytest.mark.parametrize(
    ("decision", "error"),
    [
        (Decision(SEGMENTS, 4, "li-wei", " "), DismissalReasonError),
        (Decision(SEGMENTS, 1, " "), RaterReservedError),
        (Decision(SEGMENTS, 1, "consensus"), RaterReservedError),
        (Decision(SEGMENTS, 5, "li-wei", "so"), ScoreRefusedError),
        (Decision(SEGMENTS, 1.5, "li-wei"), ScoreRefusedError),
        (Decision("problems", 1, "li-wei"), ScoreRefusedError),
        (Decision("nothing", 1, "li-wei"), ScoreRefusedError),
    ],
)
def test_what_cannot_be_decided_so_writes_nothing(
    store: MemoryStore, engagement: str, decision: Decision, error: type[Exception]
) -> None:
    before = store.revision()
    with pytest.raises(error) as caught:
        decide(store, _here(store, engagement), decision)
    assert str(caught.value)
    assert store.revision() == before


def test_somebody_quicker_is_not_overwritten(store: MemoryStore, engagement: str) -> None:
    here = _here(store, engagement)
    decide(store, here, Decision(SEGMENTS, 1, "li-wei"))
    with pytest.raises(ChangedElsewhereError):
        decide(store, here, Decision(SEGMENTS, 2, "li-wei", seen_revision=0))


def test_locked_decisions_stay(store: MemoryStore, engagement: str, held: str) -> None:
    decide(store, _here(store, engagement), Decision(SEGMENTS, 1, "li-wei"))
    store.lock_wave(held, "2003")
    with pytest.raises(WaveLockedError):
        decide(store, _here(store, engagement), Decision(SEGMENTS, 4, "li-wei", "no"))


def test_an_unknown_unit_is_told(store: MemoryStore, engagement: str) -> None:
    with pytest.raises(UnknownUnitError):
        diagnosed(store, SHELF, engagement, "nobody", "2003")


def test_chains_leave_out_what_was_dismissed_and_take_in_what_was_confirmed(
    store: MemoryStore, engagement: str
) -> None:
    before = {node for chain in _here(store, engagement).chains() for node in (chain.problem, *chain.causes)}
    assert SILOS in before
    assert DUTIES not in before
    decide(store, _here(store, engagement), Decision(SILOS, 4, "li-wei", "one source since May"))
    decide(store, _here(store, engagement), Decision(DUTIES, 1, "li-wei"))
    after = {node for chain in _here(store, engagement).chains() for node in (chain.problem, *chain.causes)}
    assert SILOS not in after
    assert DUTIES in after


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_has_a_row_per_proposal_and_score(store: MemoryStore, engagement: str, lang: str) -> None:
    here = _here(store, engagement)
    table = proposals_table(here, "zh" if lang == "zh" else "en")
    rows = list(csv.DictReader(to_csv(table).decode().splitlines()))

    assert len(rows) == sum(len(one.reasons) for one in here.found.proposals)
    first = rows[0]
    assert (first["node"], first["standing"], first["suggested"], first["is_low"]) == (
        SEGMENTS,
        "open",
        "1.0",
        "1",
    )
    assert first["name"] == {"en": "Inadequate segmentation", "zh": "客户细分不到位"}[lang]
    assert first["part"] == {"en": "Problems", "zh": "存在的问题"}[lang]
    assert (
        first["theme"]
        == {
            "en": "Strengthen segment-based strategy making",
            "zh": "完善基于客户细分的策略制定能力",
        }[lang]
    )
    assert (
        first["descriptor"]
        == here.rubric.descriptors("insight.generate.value", "zh" if lang == "zh" else "en")[0]
    )
