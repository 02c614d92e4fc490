"""What a deck tells: every part with its finding, figures as the core has them, nothing lost by a failure."""

import math
from dataclasses import replace

import pytest

from assessment import service
from assessment.board import load_of
from assessment.catalogue import LANGUAGES, Lang
from assessment.priorities import priorities
from assessment.prioritising import ground_of
from assessment.report.pictures import Board, Field, GanttPicture
from assessment.report.shapes import BASE, CAPACITY, Report
from assessment.storyline import full
from assessment.storyline.anonymous import veiled
from assessment.storyline.choices import PARTS, Choices, choices_of, estimated_slides
from assessment.storyline.full import full_report
from exports.deck import OWN
from exports.deck.draft import Draft
from exports.deck.plan import planned
from tests.storyline.story_engagement import PHASES, told_engagement


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest) -> Report:
    return _told(request.param)


def _told(lang: Lang, choices: Choices | None = None) -> Report:
    store, shelf, place = told_engagement()
    told = full_report(store, shelf, place, lang, choices=choices)
    assert told.failures == ()
    return told.report


@pytest.mark.parametrize("units", [(), ("north",), ("north, upper", "北方；一", '"quoted"')])
def test_choices_come_back_from_a_recipe_whatever_the_ids_of_units(units: tuple[str, ...]) -> None:
    chosen = Choices(units=units, tier="dimension", anonymous=True)
    assert choices_of(dict(chosen.said())) == chosen


def test_every_part_is_told_with_a_sentence_as_title(report: Report) -> None:
    assert {section.kind for section in report.sections} == set(PARTS)
    assert all(section.title.strip() and "{" not in section.title for section in report.sections)


def test_the_parts_come_in_the_order_of_the_five_steps(report: Report) -> None:
    kinds = list(dict.fromkeys(section.kind for section in report.sections))

    assert kinds == list(PARTS)


def test_the_field_shows_importance_and_gap_of_every_node_with_an_urgency(report: Report) -> None:
    store, shelf, place = told_engagement()
    ground = ground_of(store, shelf, *place)
    found = [one for one in priorities(ground, "capability") if one.urgency is not None]
    (field,) = report.section("priorities").pictures
    assert isinstance(field, Field)

    expected = {one.node: (one.importance, (one.gap or 0) * 5, one.standing) for one in found}
    assert {mark.id: (mark.x, mark.y, mark.role) for mark in field.marks} == expected


def test_the_waterfall_leads_from_one_score_to_the_other(report: Report) -> None:
    chart = report.section("waves").chart("waves.waterfall")
    series = {one.id: [value or 0.0 for value in one.values] for one in chart.series}
    steps = [up - down for up, down in zip(series["rise"], series.get("fall", [0.0] * 9), strict=False)]

    first, last = series["total"][0], series["total"][-1]
    assert first + math.fsum(steps) == pytest.approx(last)
    assert series[BASE][1] == pytest.approx(first)


def test_board_and_gantt_chart_place_every_initiative_once(report: Report) -> None:
    store, _, place = told_engagement()
    starts = store.plans(*place)[-1].plan.starts
    (board,) = report.section("roadmap.board").pictures
    (gantt,) = report.section("roadmap.gantt").pictures
    assert isinstance(board, Board)
    assert isinstance(gantt, GanttPicture)

    pieces = [piece for lane in board.lanes for piece in lane.pieces]
    assert {piece.id: piece.left + 1 for piece in pieces} == dict(starts)
    assert {bar.id: bar.left + 1 for bar in gantt.bars} == dict(starts)
    assert len(board.phases) == PHASES


def test_columns_of_a_role_stack_up_to_its_load(report: Report) -> None:
    from assessment.storyline.planned import planned_of
    from assessment.storyline.telling import Telling

    store, shelf, place = told_engagement()
    from assessment import service

    telling = Telling(store, shelf, service.gather(store, shelf, *place), Choices(), report.lang)
    planned = planned_of(telling)
    assert planned is not None
    for chart in report.section("roadmap.load").charts:
        role = chart.id.removeprefix("roadmap.load.")
        stacked = [one for one in chart.series if one.id != CAPACITY]
        for phase in range(PHASES):
            total = math.fsum(one.values[phase] or 0.0 for one in stacked)
            assert total == pytest.approx(load_of(planned.drawn.placed, role, phase + 1))


def test_without_a_plan_nothing_of_a_roadmap_is_told_but_decisions_are_asked() -> None:
    store, shelf, place = told_engagement()
    report = full_report(store, shelf, (place[0], place[1], "2003"), "en").report

    assert not report.of_kind("roadmap")
    assert report.of_kind("decisions")
    assert not report.of_kind("waves")


def test_a_part_that_fails_is_named_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> tuple[()]:
        raise ValueError

    monkeypatch.setattr(full, "_MAKERS", {**full._MAKERS, "map": broken})
    store, shelf, place = told_engagement()
    told = full_report(store, shelf, place, "en")

    assert [failure.part for failure in told.failures] == ["map"]
    assert told.failures[0].said("en").startswith("Capability map is left out")
    assert len(told.report.of_kind("capability")) == 16


def test_only_the_chosen_units_are_compared() -> None:
    report = _told("en", Choices(units=("china-telecom",)))
    units = report.section("branches.heatmap").tables[0].row_ids

    assert set(units) == {"china-telecom", "shenzhen-telecom"}


def test_the_tier_chosen_is_the_one_compared() -> None:
    report = _told("en", Choices(parts=("branches", "priorities"), tier="dimension"))
    columns = [column.key for column in report.section("branches.heatmap").tables[0].columns]

    assert len(columns) == 1 + 1 + 5


def test_names_are_replaced_as_whole_words_only() -> None:
    known = {"Ann": "Person 1", "深圳电信": "单位 A"}

    assert veiled(("Ann said", "Annual plan", "深圳电信领先"), known) == (
        "Person 1 said",
        "Annual plan",
        "单位 A领先",
    )


def _estimated(choices: Choices, wave: str = "") -> int:
    store, shelf, place = told_engagement()
    rubric = service.rubric_in(store, shelf, place[0], wave or place[2])
    capabilities = sum(any(child.is_indicator for child in node.children) for node in rubric.nodes)
    initiatives = len(store.initiatives(*place[:2]))
    later = not wave
    return estimated_slides(
        choices, capabilities, len(rubric.indicators), initiatives, planned=later, earlier=later
    )


def test_the_estimate_grows_with_what_is_told() -> None:
    assert _estimated(replace(Choices(), parts=("cover",))) == 1
    assert _estimated(Choices()) > _estimated(Choices(), "2003") > 16


def test_the_estimate_is_near_what_the_deck_becomes() -> None:
    store, shelf, place = told_engagement()
    for wave in ("", "2003"):
        made = full_report(store, shelf, (*place[:2], wave or place[2]), "en").report
        slides = len(planned(Draft(made, OWN.opened().stage)))
        assert _estimated(Choices(), wave) == pytest.approx(slides, rel=0.25)
