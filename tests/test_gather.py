"""What a report is made from: of one state of the store, however busy others are."""

import datetime as dt
from collections.abc import Callable, Iterable

import pytest

from assessment import service
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import UnknownOperatorError
from assessment.ratings import Evidence, EvidenceLink, Finding, Rating, Target

SHELF = FileShelf()
RUBRIC = SHELF.rubric("crm-five-capabilities", "2003.1")
FIRST = RUBRIC.indicators[0].id


class _BusyStore(MemoryStore):
    """Somebody else writes in the middle of a reading, as long as there is something to write."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[Callable[[], object]] = []
        self.readings_of_ratings = 0

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        self.readings_of_ratings += 1
        found = super().ratings(engagement, unit, wave)
        if self.writes:
            self.writes.pop(0)()
        return found


class _StoreThatForgets(MemoryStore):
    """Links are there and their evidence is not."""

    def evidence(self, engagement: str) -> list[Evidence]:
        return super().evidence(engagement)[1:]


def _begun(store: MemoryStore) -> None:
    made_on = Engagement(id="e", name="E", rubric=RUBRIC.id, rubric_version=RUBRIC.version)
    waves = [Wave(id="2025", name="2025", date=dt.date(2025, 6, 1))]
    store.add_engagement(made_on, [Unit(id="north", name="North")], waves)
    store.save_ratings("e", [_rating(1.0)])


def _rating(score: float) -> Rating:
    return Rating(unit="north", wave="2025", rater="ann", indicator=FIRST, score=score)


def _evidenced(store: MemoryStore, ids: Iterable[str]) -> None:
    links = [EvidenceLink(evidence=one, unit="north", wave="2025", indicator=FIRST) for one in ids]
    store.add_evidence("e", [Evidence(id=one, text=one) for one in ids], links)


def test_what_is_written_during_a_reading_is_read_again_with_all_the_rest() -> None:
    store = _BusyStore()
    _begun(store)

    def write() -> None:
        store.save_ratings("e", [_rating(4.0)])
        store.set_targets("e", {("north", "insight"): Target(level=3.0)})

    store.writes = [write]
    material = service.gather(store, SHELF, "e", "north", "2025")

    assert material.ratings["north"][FIRST].score == 4.0
    assert material.result("north", FIRST).score == 4.0
    assert material.targets == {("north", "insight"): Target(level=3.0)}
    assert material.data_revision == store.revision()
    assert store.readings_of_ratings == 2


def test_without_a_write_the_ratings_are_read_once() -> None:
    store = _BusyStore()
    _begun(store)
    service.gather(store, SHELF, "e", "north", "2025")

    assert store.readings_of_ratings == 1


def test_a_store_that_never_rests_still_gives_a_report() -> None:
    store = _BusyStore()
    _begun(store)
    store.writes = [
        lambda step=step: store.save_ratings("e", [_rating(step / 2)])  # type: ignore[misc]  # a default binds it
        for step in range(3, 11)
    ]
    material = service.gather(store, SHELF, "e", "north", "2025")

    assert material.result("north", FIRST).score == material.ratings["north"][FIRST].score


def test_the_recipe_names_the_revision_of_the_store() -> None:
    store = MemoryStore()
    _begun(store)
    for score in (2.0, 3.0):
        store.save_rating("e", _rating(score))
        report = service.make_report(store, SHELF, "e", "north", "2025", "en")
        assert report.recipe.data_revision == store.revision()


def test_a_link_to_unknown_evidence_is_left_out() -> None:
    store = _StoreThatForgets()
    _begun(store)
    _evidenced(store, ["lost", "kept"])

    assert [item.id for item in service.evidence_of(store, "e", "2025")["north", FIRST]] == ["kept"]


def test_an_unknown_operator_to_compare_with_is_refused_with_the_known_ones() -> None:
    store = MemoryStore()
    engagement = load_demo(store, SHELF)

    with pytest.raises(UnknownOperatorError, match=r"no operator vodafone .*att-wireless") as refused:
        service.gather(store, SHELF, engagement, "shenzhen-telecom", "2003", "vodafone")

    assert "没有可供比较的运营商 vodafone" in refused.value.sentence("zh")


def test_findings_of_the_unit_come_with_what_they_cite() -> None:
    store = MemoryStore()
    _begun(store)
    _evidenced(store, ["a", "b"])
    store.add_findings("e", [_finding("f", "b"), _finding("gone", "a").model_copy(update={"deleted": True})])
    material = service.gather(store, SHELF, "e", "north", "2025")

    assert [finding.id for finding in material.findings] == ["f"]
    assert list(material.items) == ["b"]


def _finding(called: str, cites: str) -> Finding:
    return Finding(
        id=called, unit="north", wave="2025", node=FIRST, kind="strength", text="Good.", evidence=(cites,)
    )
