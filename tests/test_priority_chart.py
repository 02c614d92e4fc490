"""The chart of priorities: marks where figures say, curves of equal urgency, every name in its place."""

from dataclasses import replace

import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.priorities import Ground, priorities
from assessment.prioritising import basis_of, ground_of, levels_before, prioritised
from assessment.priority_chart import END, VIEWS, PriorityField, View, priority_field
from assessment.priority_tables import CSV_COLUMNS, priorities_csv, ranked_table, tracks_chart
from assessment.ratings import Target


@pytest.fixture(scope="module")
def ground() -> Ground:
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)
    return ground_of(store, shelf, engagement, "shenzhen-telecom", "2003")


def drawn(ground: Ground, view: View = "gap", tier: str = "capability") -> PriorityField:
    found = priorities(ground, tier, basis_of(view))
    return priority_field(ground.rubric, found, view, "Shenzhen", "en")


def test_every_one_of_16_and_of_50_names_finds_a_place_in_both_languages(ground: Ground) -> None:
    for tier, count in (("capability", 16), ("indicator", 49)):  # one of the 50 is illegible in the source
        for lang in LANGUAGES:
            for view in VIEWS:
                found = priorities(ground, tier, basis_of(view))
                field = priority_field(ground.rubric, found, view, "Shenzhen", lang)
                assert (len(field.points), field.unnamed) == (count, ())


def test_a_mark_stands_at_importance_and_gap_with_its_noise(ground: Ground) -> None:
    first = drawn(ground).points[0]
    assert first.node == "insight.generate"
    assert first.x == 1
    assert first.y == pytest.approx(3.5 - 8 / 6)
    assert first.high - first.y == pytest.approx(first.y - first.low)


def test_along_a_curve_everything_is_equally_urgent(ground: Ground) -> None:
    curve = next(one for one in drawn(ground).contours if one.value == 0.5)
    assert all((x * y / 5) ** 0.5 == pytest.approx(0.5) for x, y in curve.line)
    assert curve.says == "0.50 soon"


def test_the_curves_part_the_classes(ground: Ground) -> None:
    field = drawn(ground, tier="indicator")
    for point in field.points:
        urgent = (point.x * point.y / 5) ** 0.5
        assert (point.standing in {"now", "soon"}) == (urgent >= 0.5 - 1e-9)


def test_the_curves_of_the_required_level_are_straight(ground: Ground) -> None:
    lines = {one.value: one.line for one in drawn(ground, "required").contours}
    assert set(lines) == {0.0, 0.25, 0.5, 0.75}
    assert all(y == pytest.approx(1 + 4 * x) for x, y in lines[0.0])
    assert all(y == pytest.approx(1 + 4 * x - 2.5) for x, y in lines[0.5])


def test_levels_stand_on_the_whole_scale_and_gaps_up_to_the_next_whole_level(ground: Ground) -> None:
    assert drawn(ground, "level").y_ticks == (0, 1, 2, 3, 4, 5)
    assert drawn(ground).y_ticks == (0, 1, 2, 3)


def test_all_marks_lie_inside_the_axes(ground: Ground) -> None:
    for view in VIEWS:
        field = drawn(ground, view, "indicator")
        assert all(0 <= point.x <= END for point in field.points)
        assert all(field.y_ends[0] <= point.low <= point.high <= field.y_ends[1] for point in field.points)


def test_the_view_of_levels_says_for_which_target_its_curves_are(ground: Ground) -> None:
    assert any("3.0" in note for note in drawn(ground, "level").notes)
    same = replace(ground, targets={("", "overall"): Target(level=4)})
    assert not any("mean" in note for note in drawn(same, "level").notes)


def test_nothing_to_draw_is_no_failure(ground: Ground) -> None:
    field = drawn(replace(ground, importance={}))
    assert field.points == ()
    assert field.alt == "Nothing can be placed yet."


def test_the_list_has_the_order_of_the_chart_and_says_what_is_missing(ground: Ground) -> None:
    shown = prioritised(ground, "indicator")
    table = ranked_table(shown, "Shenzhen", "en")
    assert list(table.row_ids[:49]) == [point.node for point in drawn(ground, tier="indicator").points]
    last = dict(zip((column.key for column in table.columns), table.rows[-1], strict=True))
    assert (last["node"].text, last["class"].text) == ("Customer segmentation", "no urgency known")
    assert last["level"].text == "not assessed"


def test_the_list_says_where_a_node_stood_before_something_was_tried_out(ground: Ground) -> None:
    shown = prioritised(ground, "capability")
    before = {one.node: (one.rank, one.standing) for one in shown.found}
    before["insight.apply"] = (7, "plan")
    table = ranked_table(shown, "Shenzhen", "en", before)
    place = [column.key for column in table.columns].index("before")
    assert [row[place].text for row in table.rows[:2]] == ["=", "7 · plan"]


def test_the_file_has_the_rows_of_the_list_in_its_order(ground: Ground) -> None:
    shown = prioritised(ground, "capability")
    lines = priorities_csv(shown).decode().splitlines()
    assert lines[0].split(",") == list(CSV_COLUMNS)
    assert [line.split(",")[1] for line in lines[1:]] == list(ranked_table(shown, "S", "en").row_ids)


def test_a_track_shows_today_target_best_practice_and_importance(ground: Ground) -> None:
    found = priorities(ground, "capability")
    spec = tracks_chart(ground, found, {"insight.generate": 1.0}, "Shenzhen", "en")
    series = {one.id: one for one in spec.series}
    assert series["level"].values[0] == pytest.approx(8 / 6)
    assert (series["target"].values[0], series["best"].values[0]) == (3.5, 1.5)
    assert (series["last"].values[0], series["last"].values[1]) == (1.0, None)
    assert series["importance"].labels[0] == "high"
    without = tracks_chart(replace(ground, targets={}, benchmark=None), found, {}, "Shenzhen", "en")
    assert "best" not in {one.id for one in without.series}


def test_before_the_first_wave_there_are_no_levels() -> None:
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)
    assert levels_before(store, shelf, engagement, "shenzhen-telecom", store.waves(engagement)[0]) == {}
