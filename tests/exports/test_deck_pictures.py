"""What the full deck draws as shapes, against the core: field, tracks, map, board, Gantt chart, cards."""
# ruff: noqa: ANN401 - python-pptx is not typed

import math
import re
from collections import Counter
from io import BytesIO
from typing import Any, TypeVar

import pytest
from pptx import Presentation

from assessment.catalogue import LANGUAGES
from assessment.report.numbers import rounded, signed
from assessment.report.pictures import Board, Cards, Field, GanttPicture, HousePicture, Tracks
from assessment.report.shapes import Report
from assessment.urgency import NOW_FROM, PLAN_FROM, SOON_FROM
from tests.exports.core_figures import Core, core
from tests.exports.story_deck import told_deck

FROM = {"now": NOW_FROM, "soon": SOON_FROM, "plan": PLAN_FROM}
TURN, TOP = 21_600_000, 16_200_000
"""A turn in the angles of DrawingML, and where a ball begins to be filled."""
P = TypeVar("P")


@pytest.fixture(scope="module")
def of() -> Core:
    return core()


@pytest.fixture(scope="module", params=LANGUAGES)
def told(request: pytest.FixtureRequest) -> tuple[Report, bytes]:
    return told_deck(request.param)


def picture(report: Report, section: str, kind: type[P]) -> P:
    (found,) = report.section(section).pictures
    assert isinstance(found, kind)
    return found


def groups(data: bytes, name: str) -> list[Any]:
    """The groups that draw a picture, one on each of its slides."""
    shapes = (shape for slide in Presentation(BytesIO(data)).slides for shape in slide.shapes)
    return [shape for shape in shapes if re.fullmatch(rf"{re.escape(name)}( \d+)?", shape.name)]


def alt(shape: Any) -> str:
    return shape._element.find(".//{*}cNvPr").get("descr") or ""


def middle(shape: Any) -> float:
    return float(shape.left + shape.width / 2)


def standing(of: Core, node: str) -> str:
    pressing = of.pressing(node)
    if pressing < 0:
        return "above"
    return next((name for name, least in FROM.items() if pressing >= least - 1e-9), "watch")


def test_points_stand_at_importance_and_gap_and_curves_where_the_urgency_is_the_same(
    told: tuple[Report, bytes], of: Core
) -> None:
    field = picture(told[0], "priorities", Field)

    for mark in field.marks:
        grade = of.urgent[mark.id].grade
        assert grade is not None
        assert mark.x == of.rubric.importance[grade.value.grade]
        assert mark.y == pytest.approx(of.gap(mark.id))
        assert mark.role == standing(of, mark.id)
    for curve in field.curves:
        for x, y in curve.points:
            assert math.sqrt(x * y / 5) == pytest.approx(FROM[curve.role])


def test_level_tracks_show_level_last_wave_target_best_practice_and_importance(
    told: tuple[Report, bytes], of: Core
) -> None:
    chart = picture(told[0], "practice", Tracks).chart
    for series in chart.series:
        for place, node in enumerate(chart.category_ids):
            best, aim, grade = of.best(node), of.urgent[node].aim, of.urgent[node].grade
            assert grade is not None
            figures = {
                "level": of.score(node),
                "last": of.earlier[node].score,
                "target": aim.level if aim and aim.source in {"own", "inherited"} else None,
                "best": best.score if best else None,
                "importance": of.rubric.importance[grade.value.grade],
            }
            value = figures[series.id]
            assert series.values[place] == (None if value is None else pytest.approx(value)), (
                series.id,
                node,
            )
            if series.id != "importance" and value is not None:
                assert series.labels[place] == rounded(value)


def test_marks_of_level_tracks_stand_where_their_figure_lies_on_the_scale(told: tuple[Report, bytes]) -> None:
    report, data = told
    chart = picture(report, "practice", Tracks).chart
    rows = {name: place for place, name in enumerate(chart.categories)}
    seen = 0
    for group in groups(data, "practice.tracks"):
        said = {shape.text_frame.text: shape for shape in group.shapes if shape.has_text_frame}
        start, end = middle(said["0"]), middle(said["5"])
        for name in rows.keys() & said.keys():
            top, bottom = said[name].top, said[name].top + said[name].height
            marks = [one for one in group.shapes if alt(one) and top < one.top + one.height / 2 < bottom]
            for series in (one for one in chart.series if one.id != "importance"):
                value = series.values[rows[name]]
                wanted = f"{series.name}: {series.labels[rows[name]]}"
                at = [middle(one) for one in marks if alt(one) == wanted]
                assert len(at) == (value is not None), (name, wanted)
                if value is not None:
                    assert at[0] == pytest.approx(start + (end - start) * value / 5, abs=2000)
                    seen += 1
    assert seen == sum(v is not None for one in chart.series if one.id != "importance" for v in one.values)


def test_balls_are_filled_by_the_importance_that_their_words_say(
    told: tuple[Report, bytes], of: Core
) -> None:
    report, data = told
    chart = picture(report, "practice", Tracks).chart
    (balls,) = [one for one in chart.series if one.id == "importance"]
    share_of = {of.rubric.importance_name(grade, report.lang): s for grade, s in of.rubric.importance.items()}
    drawn = []
    for group in groups(data, "practice.tracks"):
        rings = [one for one in group.shapes if alt(one) in share_of]
        for ring in rings:
            inside = [
                one._element
                for one in group.shapes
                if one is not ring and (one.left, one.top) == (ring.left, ring.top) and not alt(one)
            ]
            drawn.append((alt(ring), _filled(inside)))

    assert Counter(drawn) == Counter((label, share_of[label]) for label in balls.labels)


def _filled(inside: list[Any]) -> float:
    """The share of a ball that is filled, clockwise from its top."""
    if not inside:
        return 0.0
    (shape,) = inside
    guides = {one.get("name"): int(one.get("fmla").split()[1]) for one in shape.iter("{*}gd")}
    if "adj2" not in guides:
        return 1.0
    assert guides["adj1"] == TOP
    return round((guides["adj2"] - TOP) % TURN / TURN, 6)


def test_boxes_of_the_maps_show_level_and_urgency(told: tuple[Report, bytes], of: Core) -> None:
    by_level = picture(told[0], "map.level", HousePicture).house.boxes
    by_urgency = picture(told[0], "map.urgency", HousePicture).house.boxes

    assert {box.node: box.figure for box in by_level} == {
        node.id: rounded(of.level(node.id)) for node in of.tier
    }
    figures = {box.node: box.figure for box in by_urgency if box.role != "above"}
    assert figures == {
        node: rounded(of.urgency(node), 2) for node in of.urgent if standing(of, node) != "above"
    }
    assert {box.node: box.role for box in by_urgency} == {node: standing(of, node) for node in of.urgent}


def test_board_and_gantt_chart_place_everything_where_the_plan_has_it(
    told: tuple[Report, bytes], of: Core
) -> None:
    report, data = told
    board, gantt = picture(report, "roadmap.board", Board), picture(report, "roadmap.gantt", GanttPicture)
    pieces = [piece for lane in board.lanes for piece in lane.pieces]
    wanted = {one: (of.start(one) - 1, of.length(one)) for one in of.initiatives}

    assert {one.id: (one.left, one.width) for one in pieces} == wanted
    assert {one.id: (one.left, one.width) for one in gantt.bars} == wanted
    waits = {
        (before, one) for one, it in of.initiatives.items() for before in it.predecessors if before in wanted
    }
    assert set(gantt.links) == waits
    _bars_lie_in_their_phases(groups(data, "roadmap.gantt"), wanted)


def _bars_lie_in_their_phases(drawn: list[Any], wanted: dict[str, tuple[int, int]]) -> None:
    """One width of a phase explains where every bar begins and ends."""
    seen: set[str] = set()
    for group in drawn:
        bars = {
            one.name.removeprefix("bar "): one for one in group.shapes if re.match(r"bar [^→]+$", one.name)
        }
        seen |= bars.keys()
        first, last = (f(bars, key=lambda one: wanted[one][0]) for f in (min, max))
        steps = wanted[last][0] - wanted[first][0]
        assert steps
        phase = (bars[last].left - bars[first].left) / steps
        for name, bar in bars.items():
            left, width = wanted[name]
            assert bar.left == pytest.approx(bars[first].left + phase * (left - wanted[first][0]), abs=2000)
            gap = width * phase - bar.width
            assert 0 <= gap < phase / 2, name
    assert seen == wanted.keys()


def test_cards_say_when_how_much_and_what_is_lifted(told: tuple[Report, bytes], of: Core) -> None:
    report, data = told
    cards = picture(report, "initiatives", Cards).cards
    shown = "\n".join(
        inner.text_frame.text
        for group in groups(data, "initiatives.cards")
        for inner in group.shapes
        if inner.has_text_frame
    )
    assert {card.id for card in cards} == set(of.initiatives)
    for card in cards:
        one, facts = of.initiatives[card.id], " ".join(said for _, said in card.facts)
        effort = sum(one.effort.values())
        wanted = [rounded(effort, 0 if abs(effort - round(effort)) < 0.05 else 1)]
        wanted += [str(phase) for phase in dict.fromkeys((of.start(card.id), of.end(card.id)))]
        wanted += [f"{end:,.0f}" for end in one.cost if one.cost[1]]
        wanted += [signed(lift.levels) for lift in one.lifts]
        said = Counter(re.findall(r"(?<![A-Za-z])[+\u2212]?\d+(?:[.,]\d+)*", facts))
        assert not Counter(wanted) - said, card.id
        for _, words in card.facts:
            assert words.split()[0] in shown


def test_the_scale_stands_as_one_tile_for_each_level(told: tuple[Report, bytes], of: Core) -> None:
    slides = Presentation(BytesIO(told[1])).slides
    title = told[0].section("guide").title
    (guide,) = [slide for slide in slides if slide.shapes.title.text_frame.text == title]
    tiles = [
        shape.text_frame.paragraphs[0].text
        for shape in guide.shapes
        if shape.has_text_frame
        and not shape.is_placeholder
        and re.fullmatch(r"\d", shape.text_frame.paragraphs[0].text)
    ]

    low, high = round(of.rubric.scale.min), round(of.rubric.scale.max)
    assert tiles == [str(level) for level in range(low, high + 1)]
