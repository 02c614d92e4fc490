"""A deck says of a plan what its page says: a proof holds only while figures and choice are today's."""

import datetime as dt

import pytest

from assessment import roadmapping, service, waves
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.report.shapes import Report
from assessment.roadmap_words import headline
from assessment.storyline.choices import Choices
from assessment.storyline.full import full_report
from tests.storyline.story_engagement import told_engagement

Place = tuple[str, str, str]
Told = tuple[MemoryStore, FileShelf, Place]


@pytest.fixture
def engagement() -> Told:
    """The same as for the other tests, to be written to; its plan is proved best."""
    store, shelf, place = told_engagement.__wrapped__()
    kept = store.plans(*place)[-1]
    proved = kept.plan.model_copy(update={"bound": kept.plan.value, "proved": True})
    draft = roadmapping.PlanDraft(kept.name, kept.settings, proved)
    roadmapping.keep_plan(store, shelf, place, draft, "study", kept)
    return store, shelf, place


def _told(engagement: Told, lang: Lang = "en", wave: str = "") -> Report:
    store, shelf, place = engagement
    where = (*place[:2], wave or place[2])
    told = full_report(store, shelf, where, lang, choices=Choices(parts=("roadmap", "decisions")))
    assert told.failures == ()
    return told.report


def _rate_again(engagement: Told) -> None:
    store, shelf, place = engagement
    rating = next(one for one in store.ratings(*place) if one.score == 1)
    lower = rating.model_copy(update={"score": 0.0, "revision": 0, "at": None})
    service.rate(store, shelf, place[0], lower, rating.revision)


def _first_decision(report: Report) -> str:
    return report.section("decisions").tables[0].rows[0][1].text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_of_todays_figures_is_told_with_its_proof(engagement: Told, lang: Lang) -> None:
    board = _told(engagement, lang).section("roadmap.board")
    plan = engagement[0].plans(*engagement[2])[-1]

    assert board.title == headline(plan.plan, plan.settings.phases, lang)
    assert text("roadmap.proof.best", lang) in board.notes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_of_other_figures_is_marked_and_nothing_is_proved_of_it(engagement: Told, lang: Lang) -> None:
    _rate_again(engagement)
    report = _told(engagement, lang)

    assert report.section("roadmap.board").title == text("roadmap.head.stale", lang)
    for section in report.of_kind("roadmap"):
        assert text("story.plan.stale", lang) in section.notes
        assert text("roadmap.proof.best", lang) not in section.notes


def test_before_a_plan_of_other_figures_is_adopted_it_has_to_be_made_anew(engagement: Told) -> None:
    store, _, place = engagement
    store.adopt_plan(*place, "", "study")

    assert _first_decision(_told(engagement)) == "Adopt the plan “First plan”"
    _rate_again(engagement)
    assert _first_decision(_told(engagement)) == "Have the plan “First plan” made anew before it is adopted"


def test_what_is_no_longer_chosen_is_not_told(engagement: Told) -> None:
    store, shelf, place = engagement
    choice = roadmapping.choice_of(store, shelf, *place)
    gone = choice.picked[-1]
    roadmapping.take_away(store, choice, gone, "study")
    report = _told(engagement)

    ids = report.section("roadmap.tables").table("roadmap.plan").row_ids
    assert gone.id not in ids
    assert len(ids) == len(choice.picked) - 1
    assert report.section("roadmap.board").title == text("roadmap.head.stale", "en")


def test_the_projection_begins_at_todays_score(engagement: Told) -> None:
    _rate_again(engagement)
    store, shelf, place = engagement
    own = service.scores(store, shelf, place[0], place[2])[place[1]]
    chart = _told(engagement).section("roadmap.scores").chart("roadmap.scores")

    assert {one.id: one.values[0] for one in chart.series} == {
        one.id: own[one.id].score for one in chart.series
    }


def test_a_plan_that_goes_on_from_an_earlier_wave_keeps_its_projection(engagement: Told) -> None:
    store, _, place = engagement
    later = waves.NewWave("2005", dt.date(2005, 9, 28), origin=place[2])
    wave, _, _ = waves.start_wave(store, place[0], later, "study")
    assert wave is not None
    waves.confirm(store, place[0], [one.key for one in store.ratings(place[0], wave=wave.id)], "study")
    kept = store.plans(*place)[-1]
    report = _told(engagement, wave=wave.id)

    board = report.section("roadmap.board")
    assert board.title == headline(kept.plan, kept.settings.phases, "en")
    assert text("story.plan.earlier", "en") in board.notes
    assert text("roadmap.proof.best", "en") not in board.notes
    chart = report.section("roadmap.scores").chart("roadmap.scores")
    promised = {(one.node, one.phase): one.score for one in kept.promises}
    for line in chart.series:
        assert list(line.values) == [promised[line.id, phase] for phase in range(kept.settings.phases + 1)]
