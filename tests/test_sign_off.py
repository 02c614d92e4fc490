import datetime as dt
from collections.abc import Callable

import pytest

from assessment import service
from assessment.edges.memory_store import MemoryStore
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import (
    NothingRatedError,
    OpenErrorsError,
    ReasonMissingError,
    SignerMissingError,
    UnitSignedOffError,
    UnknownUnitError,
)
from assessment.ratings import Evidence, EvidenceLink, Rating, SignOff, Target
from assessment.sign_off import reopen, sign_off, sign_offs_of, standing_of, wave_issues
from tests.small_rubric import RUBRIC, OneRubric

NORTH = ("e", "north", "2025")


class _Interrupted(MemoryStore):
    """A store in which somebody else does something in the moment before a sign-off."""

    def __init__(self, meanwhile: Callable[[MemoryStore], object]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    def sign_off(self, engagement: str, unit: str, wave: str, by: str, reason: str = "") -> SignOff:
        self._meanwhile(self)
        return super().sign_off(engagement, unit, wave, by, reason)


def filled(store: MemoryStore) -> MemoryStore:
    made_on = Engagement(id="e", name="E", rubric=RUBRIC.id, rubric_version=RUBRIC.version)
    units = [Unit(id="north", name="North"), Unit(id="south", name="South")]
    waves = [Wave(id="2025", name="2025", date=dt.date(2025, 6, 1))]
    store.add_engagement(made_on, units, waves, [Person(id="ann", name="Ann")])
    store.save_ratings("e", [rating("a.1", 2.0), rating("a.2", 3.0)])
    return store


@pytest.fixture
def store() -> MemoryStore:
    return filled(MemoryStore())


def rating(indicator: str, score: float, *, unit: str = "north", rater: str = "ann") -> Rating:
    return Rating(unit=unit, wave="2025", rater=rater, indicator=indicator, score=score)


def test_signing_off_records_who_and_when(store: MemoryStore) -> None:
    signed = sign_off(store, OneRubric(), *NORTH, "ann")

    assert (signed.signed, signed.by, signed.revision) == (True, "ann", 1)
    assert signed.at is not None
    assert standing_of(store, *NORTH) == signed


def test_a_unit_that_is_signed_off_takes_no_more_ratings_and_its_neighbour_does(store: MemoryStore) -> None:
    sign_off(store, OneRubric(), *NORTH, "ann")

    with pytest.raises(UnitSignedOffError):
        service.rate(store, OneRubric(), "e", rating("b.1", 1.0))
    service.rate(store, OneRubric(), "e", rating("b.1", 1.0, unit="south"))
    assert [found.unit for found in store.ratings("e")] == ["north", "north", "south"]


def test_open_errors_refuse_the_sign_off_and_are_counted_by_rule(store: MemoryStore) -> None:
    store.save_ratings("e", [rating("a.1", 5.0), rating("a.2", 4.0), rating("a.2", 2.0, rater="bob")])

    with pytest.raises(OpenErrorsError) as refused:
        sign_off(store, OneRubric(), *NORTH, "ann")

    assert refused.value.rules == {"high-no-evidence": 1, "conflict": 1}
    assert "2 error(s) are open (High score without evidence: 1, Raters far apart: 1)" in str(refused.value)
    assert "2 个错误（高分缺少证据 1 个、评分人分歧未解决 1 个）" in refused.value.sentence("zh")
    assert standing_of(store, *NORTH) is None


def test_another_units_errors_and_own_warnings_stand_in_nobodys_way(store: MemoryStore) -> None:
    store.save_ratings("e", [rating("a.1", 5.0, unit="south")])
    store.save_rating("e", rating("b.1", 1.0).model_copy(update={"confidence": "low"}))

    assert sign_off(store, OneRubric(), *NORTH, "ann").signed


def test_evidence_mends_a_high_score(store: MemoryStore) -> None:
    store.save_rating("e", rating("a.1", 5.0))
    link = EvidenceLink(evidence="ev", unit="north", wave="2025", indicator="a.1")
    store.add_evidence("e", [Evidence(id="ev", text="Seen in the system.")], [link])

    assert wave_issues(store, OneRubric(), "e", "2025") == ()

    store.delete_evidence("e", "ev", "ann")
    assert [issue.rule for issue in wave_issues(store, OneRubric(), "e", "2025")] == ["high-no-evidence"]


def test_an_engagement_may_take_a_rule_less_seriously(store: MemoryStore) -> None:
    store.save_rating("e", rating("a.1", 5.0))
    store.set_quality_rules("e", {"high-no-evidence": "warning"})

    assert sign_off(store, OneRubric(), *NORTH, "ann").signed


def test_the_units_own_target_comes_before_the_one_for_all(store: MemoryStore) -> None:
    store.set_targets("e", {("", "a"): Target(level=1.0), ("north", "a"): Target(level=3.0)})
    assert wave_issues(store, OneRubric(), "e", "2025") == ()

    store.set_targets("e", {("north", "a"): None})
    issues = wave_issues(store, OneRubric(), "e", "2025")
    assert [(issue.rule, issue.score, issue.against) for issue in issues] == [("target-below", 2.5, 1.0)]


def test_issues_of_a_wave_stand_errors_first_then_by_unit(store: MemoryStore) -> None:
    flagged = {"flagged": True}
    store.save_ratings(
        "e",
        [
            rating("a.1", 5.0, unit="south"),
            rating("b.1", 5.0),
            rating("a.1", 2.0).model_copy(update=flagged),
        ],
    )

    issues = wave_issues(store, OneRubric(), "e", "2025")

    assert [(issue.unit, issue.node) for issue in issues] == [
        ("north", "b.1"),
        ("south", "a.1"),
        ("north", "a.1"),
    ]


def test_signing_off_again_keeps_the_first_signature(store: MemoryStore) -> None:
    first = sign_off(store, OneRubric(), *NORTH, "ann")

    assert sign_off(store, OneRubric(), *NORTH, "bob") == first
    assert sign_offs_of(store, *NORTH) == [first]


def test_nobody_signs_off_what_was_never_rated_or_does_not_exist(store: MemoryStore) -> None:
    with pytest.raises(NothingRatedError):
        sign_off(store, OneRubric(), "e", "south", "2025", "ann")
    with pytest.raises(UnknownUnitError):
        sign_off(store, OneRubric(), "e", "west", "2025", "ann")


def test_a_signature_needs_a_name(store: MemoryStore) -> None:
    with pytest.raises(SignerMissingError):
        sign_off(store, OneRubric(), *NORTH, " ")
    with pytest.raises(SignerMissingError):
        reopen(store, *NORTH, "", "why not")


def test_reopening_needs_a_reason_and_is_recorded(store: MemoryStore) -> None:
    sign_off(store, OneRubric(), *NORTH, "ann")

    with pytest.raises(ReasonMissingError):
        reopen(store, *NORTH, "bob", "  ")
    reopen(store, *NORTH, "bob", " churn report came in ")

    last = sign_offs_of(store, *NORTH)[-1]
    assert (last.signed, last.by, last.reason, last.revision) == (False, "bob", "churn report came in", 2)
    service.rate(store, OneRubric(), "e", rating("b.1", 1.0))
    assert sign_off(store, OneRubric(), *NORTH, "ann").revision == 3


def test_an_error_that_slips_in_before_the_lock_takes_the_sign_off_back() -> None:
    store = filled(_Interrupted(lambda store: store.save_rating("e", rating("b.1", 5.0))))

    with pytest.raises(OpenErrorsError):
        sign_off(store, OneRubric(), *NORTH, "ann")

    standing = standing_of(store, *NORTH)
    assert standing is not None
    assert not standing.signed
    assert "High score without evidence: 1" in standing.reason


def _tables(store: MemoryStore) -> tuple[bytes, bytes]:
    return service.ratings_table(store, "e", "2025"), service.scores_table(store, OneRubric(), "e", "2025")


def test_a_locked_wave_exports_the_same_bytes_whatever_happens_around_it(store: MemoryStore) -> None:
    sign_off(store, OneRubric(), *NORTH, "ann")
    store.lock_wave("e", "2025")
    before = _tables(store)

    store.add_wave("e", Wave(id="2026", name="2026", date=dt.date(2026, 6, 1)))
    store.carry_over("e", "2025", "2026", "ann")
    store.save_rating("e", rating("b.1", 5.0).model_copy(update={"wave": "2026"}))
    store.add_person("e", Person(id="zoe", name="Zoe"))
    store.set_targets("e", {("", "a"): Target(level=5.0)}, "ann")
    store.set_importance("e", {("", "a"): "high"}, "ann")
    store.set_quality_rules("e", {"flagged": "off"}, "ann")
    link = EvidenceLink(evidence="ev", unit="north", wave="2026", indicator="a.1")
    store.add_evidence("e", [Evidence(id="ev", text="Late.")], [link])
    store.delete_evidence("e", "ev", "ann")

    assert _tables(store) == before


def test_reopening_alone_changes_no_byte_of_the_tables(store: MemoryStore) -> None:
    sign_off(store, OneRubric(), *NORTH, "ann")
    before = _tables(store)

    reopen(store, *NORTH, "ann", "a second look")

    assert _tables(store) == before
