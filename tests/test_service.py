import datetime as dt
import sys
from collections import Counter

import pytest

from assessment import service
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import (
    FileRefusedError,
    RubricChangedError,
    ScoreRefusedError,
    UnknownUnitError,
    UnknownWaveError,
)
from assessment.progress import Count
from assessment.ratings import CONSENSUS, Evidence, EvidenceLink, Rating
from assessment.rubric import Rubric
from assessment.starting import Beginning, start_engagement
from tests.small_rubric import RUBRIC, OneRubric


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    made_on = Engagement(
        id="e",
        name="E",
        rubric=RUBRIC.id,
        rubric_version=RUBRIC.version,
        rubric_fingerprint=RUBRIC.fingerprint,
    )
    units = [Unit(id="north", name="North"), Unit(id="south", name="South")]
    waves = [Wave(id="2025", name="2025", date=dt.date(2025, 6, 1))]
    store.add_engagement(made_on, units, waves, [Person(id="ann", name="Ann")])
    return store


def _rating(indicator: str, score: float | None, *, unit: str = "north", rater: str = "ann") -> Rating:
    state = "unknown" if score is None else "scored"
    return Rating(unit=unit, wave="2025", rater=rater, indicator=indicator, score=score, state=state)


def test_a_rating_is_saved_as_the_first_revision(store: MemoryStore) -> None:
    saved = service.rate(store, OneRubric(), "e", _rating("a.1", 2.5), seen_revision=0)

    assert saved.revision == 1
    assert saved.at is not None
    assert [rating.score for rating in store.ratings("e")] == [2.5]


@pytest.mark.parametrize(
    ("indicator", "score"), [("a.1", 5.5), ("a.1", -0.5), ("a.1", 2.3), ("a", 2.0), ("nobody", 2.0)]
)
def test_a_score_that_the_rubric_does_not_know_is_refused_and_nothing_is_saved(
    store: MemoryStore, indicator: str, score: float
) -> None:
    with pytest.raises(ScoreRefusedError):
        service.rate(store, OneRubric(), "e", _rating(indicator, score))

    assert store.ratings("e") == []


def test_a_rating_of_an_unknown_unit_or_wave_is_refused(store: MemoryStore) -> None:
    with pytest.raises(UnknownUnitError, match=r"north, south"):
        service.rate(store, OneRubric(), "e", _rating("a.1", 1.0, unit="west"))
    with pytest.raises(UnknownWaveError, match="2025"):
        service.rate(store, OneRubric(), "e", _rating("a.1", 1.0).model_copy(update={"wave": "2024"}))


def test_a_rubric_whose_content_changed_under_the_same_version_is_refused(store: MemoryStore) -> None:
    changed = Rubric.model_validate({**RUBRIC.model_dump(), "name": "Another"}, strict=False)

    with pytest.raises(RubricChangedError, match="small 1"):
        service.scores(store, OneRubric(changed), "e", "2025")


def test_raters_are_averaged_until_a_consensus_is_adopted(store: MemoryStore) -> None:
    store.save_ratings("e", [_rating("b.1", 1.0), _rating("b.1", 4.0, rater="bob")])
    assert service.scores(store, OneRubric(), "e", "2025")["north"]["b"].score == (1.0 + 4.0) / 2

    store.save_rating("e", _rating("b.1", 3.0, rater=CONSENSUS))
    assert service.scores(store, OneRubric(), "e", "2025")["north"]["b"].score == 3.0


def test_averaged_raters_keep_their_notes_and_the_lower_confidence() -> None:
    said = {"note": "shops closed", "confidence": "medium"}
    doubted = {"note": "not sure", "confidence": "low"}
    ratings = [
        _rating("b.1", 1.0).model_copy(update=said),
        _rating("b.1", 4.0, rater="bob").model_copy(update=doubted),
    ]

    counted = service.adopted_ratings(ratings)["north"]["b.1"]

    assert counted.note == "ann: shops closed\nbob: not sure"
    assert counted.confidence == "low"


def test_a_rater_who_could_not_assess_does_not_pull_the_mean(store: MemoryStore) -> None:
    store.save_ratings("e", [_rating("b.1", 1.0), _rating("b.1", None, rater="bob")])

    assert service.scores(store, OneRubric(), "e", "2025")["north"]["b"].score == 1.0


def test_raters_who_disagree_whether_an_indicator_applies_leave_it_not_assessed(store: MemoryStore) -> None:
    applies_not = _rating("b.1", None).model_copy(update={"state": "na", "note": "no shops"})
    store.save_ratings("e", [applies_not, _rating("b.1", None, rater="bob")])

    assert service.scores(store, OneRubric(), "e", "2025")["north"]["b.1"].state == "unknown"


def test_why_shows_the_parts_of_a_number(store: MemoryStore) -> None:
    store.save_ratings("e", [_rating("a.1", 2.0), _rating("a.2", 3.0)])

    explanation = service.why(store, OneRubric(), "e", "north", "2025", "a")

    assert explanation.result.score == 2.5
    assert [part.contribution for part in explanation.parts] == [1.0, 1.5]


def test_evidence_is_found_at_the_indicator_that_it_supports(store: MemoryStore) -> None:
    item = Evidence(id="ev", text="They said so.")
    store.add_evidence("e", [item], [EvidenceLink(evidence="ev", unit="north", wave="2025", indicator="a.1")])

    assert service.evidence_of(store, "e", "2025") == {("north", "a.1"): (item,)}
    assert service.evidence_of(store, "e", "2025", "north") == {("north", "a.1"): (item,)}
    assert service.evidence_of(store, "e", "2025", "south") == {}


def test_an_engagement_opens_at_its_newest_wave_and_first_rated_unit(store: MemoryStore) -> None:
    assert service.default_view(store, "e") == ("north", "2025")

    store.save_rating("e", _rating("a.1", 2.0, unit="south"))
    assert service.default_view(store, "e") == ("south", "2025")


def test_what_is_only_proposed_or_was_taken_back_counts_nowhere(store: MemoryStore) -> None:
    before = service.ratings_table(store, "e", "2025")
    store.save_rating("e", _rating("a.1", 4.0).model_copy(update={"proposed": True}))
    store.save_rating("e", _rating("a.2", 3.0, unit="south"))
    store.undo("e", _rating("a.2", 3.0, unit="south").key, by="ann")

    assert service.ratings_table(store, "e", "2025") == before
    assert service.scores(store, OneRubric(), "e", "2025") == {}
    assert service.progress_of(store, OneRubric(), "e", "north", "2025").whole == Count(0, 3, proposed=1)
    assert service.default_view(store, "e") == ("north", "2025")


def test_the_scores_table_lists_units_in_the_order_of_the_engagement(store: MemoryStore) -> None:
    store.save_ratings("e", [_rating("b.1", 2.0, unit="south"), _rating("b.1", 1.0)])

    lines = service.scores_table(store, OneRubric(), "e", "2025").decode().splitlines()

    assert lines[0] == "unit,wave,node,tier,score,low,high,coverage,state"
    assert [line.split(",")[0] for line in lines[1:]] == ["north"] * 6 + ["south"] * 6
    assert "south,2025,b.1,indicator,2.0,2.0,2.0,1.0,scored" in lines


def test_a_ratings_file_is_scored() -> None:
    scored, warnings = service.score_ratings_file(
        RUBRIC, b"unit,indicator,score\nx,a.1,2\nx,a.2,3\n", "r.csv"
    )

    assert "x,1,a,dimension,2.5,2.5,2.5,1.0,scored" in scored.decode()
    assert warnings == []


def test_a_ratings_file_with_mistakes_is_refused_with_all_of_them() -> None:
    with pytest.raises(FileRefusedError) as refused:
        service.score_ratings_file(RUBRIC, b"unit,indicator,score\nx,a.1,9\nx,zzz,1\n", "r.csv")

    assert [problem.line for problem in refused.value.problems] == [2, 3]


def test_a_report_is_made_without_a_benchmark(store: MemoryStore) -> None:
    store.save_ratings("e", [_rating("a.1", 2.0), _rating("a.2", 3.0), _rating("b.1", 1.0)])

    report = service.make_report(store, OneRubric(), "e", "north", "2025", "en")

    assert report.unit_name == "North"
    assert report.recipe.benchmark == ""


def test_a_report_without_the_solver_says_what_was_not_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)

    table = service.make_report(store, shelf, engagement, "shenzhen-telecom", "2003", "en").section(
        "published"
    )

    verdicts = Counter(row[-1].text for row in table.tables[0].rows)
    assert verdicts["not tested: scipy is not installed"] == 41 - 13 - 5 - 1
    assert verdicts["equal"] == 13


def test_an_own_engagement_is_not_told_of_the_composites_of_somebody_elses_study() -> None:
    store, shelf = MemoryStore(), FileShelf()
    own = Beginning("Own", "crm-five-capabilities", "2003.1", "North", "", dt.date(2026, 1, 1), "Ann")
    engagement, _ = start_engagement(store, shelf, own)
    assert engagement is not None
    rating = Rating(
        unit="north", wave="2026-01-01", rater="Ann", indicator="insight.collect.strategy", score=2
    )
    service.rate(store, shelf, engagement, rating)

    report = service.make_report(store, shelf, engagement, "north", "2026-01-01", "en")

    assert report.of_kind("published") == ()
