"""Names on a chart: none over another, none over a point, all inside, also when the chart is drawn wider."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.label_places import (
    Box,
    LabelPlace,
    Plot,
    Spot,
    in_lines,
    place_labels,
    side_by_side,
    text_width,
)

PLOT = Plot(width=600, height=600)
Rectangle = tuple[float, float, float, float]


def rectangle(spot: Spot, place: LabelPlace, wider: float = 1.0) -> Rectangle:
    """Left, top, right, bottom on a plot that is so many times as wide."""
    left, top = spot.x * wider + place.left, spot.y + place.top
    return left, top, left + place.width, top + place.height


def disc(spot: Spot, wider: float = 1.0) -> Rectangle:
    x, r = spot.x * wider + spot.dx, spot.radius
    return x - r, spot.y - r, x + r, spot.y + r


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


COLUMNS = st.sampled_from([110.0, 230.0, 340.0, 450.0])
SPOTS = st.lists(st.tuples(COLUMNS, st.integers(20, 580), st.integers(3, 38)), min_size=1, max_size=30).map(
    lambda found: side_by_side(
        [
            Spot(str(k), "Customer data strategy and integration"[:n], x, y, 6)
            for k, (x, y, n) in enumerate(found)
        ]
    )
)


@settings(max_examples=40, deadline=None)
@given(SPOTS, st.sampled_from([1.0, 1.3, 2.0]))
def test_nothing_that_is_placed_overlaps_on_this_plot_or_on_a_wider_one(
    spots: list[Spot], wider: float
) -> None:
    places = place_labels(spots, PLOT)
    boxes = [rectangle(spot, place, wider) for spot in spots if (place := places[spot.id])]
    for one, other in itertools.combinations(boxes, 2):
        assert not overlap(one, other)
    for box in boxes:
        assert not any(overlap(box, disc(spot, wider)) for spot in spots)
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= PLOT.width * wider
        assert box[3] <= PLOT.height


def test_points_at_one_place_stand_side_by_side() -> None:
    spots = side_by_side([Spot(str(k), "a", 100, 100, 6) for k in range(5)])
    across = sorted(spot.dx for spot in spots)
    assert spots[0].dx == 0
    assert all(right - left == pytest.approx(13) for left, right in itertools.pairwise(across))


def test_a_single_name_stands_right_beside_its_point() -> None:
    place = place_labels([Spot("a", "Pricing", 100, 100, 6)], PLOT)["a"]
    assert place is not None
    assert place.left == 10
    assert place.leader is None
    assert place.top + place.height / 2 == pytest.approx(0)


def test_at_the_right_edge_a_name_stands_left() -> None:
    place = place_labels([Spot("a", "Pricing", 590, 100, 6)], PLOT)["a"]
    assert place is not None
    assert place.left + place.width == -10


def test_a_name_that_has_to_go_further_away_is_led_to() -> None:
    taken = [Box(100, 100, -100, -30, 300, 60)]
    place = place_labels([Spot("a", "Pricing", 100, 100, 6)], PLOT, taken)["a"]
    assert place is not None
    assert place.leader is not None
    assert not -30 < place.top < 30


def test_without_room_there_is_no_place() -> None:
    assert place_labels([Spot("a", "Pricing", 20, 20, 6)], Plot(width=40, height=40)) == {"a": None}


def test_a_chinese_character_is_wider_than_a_latin_letter() -> None:
    assert text_width("客户", 10) > text_width("ab", 10)


def test_long_names_are_wrapped_at_spaces_or_between_chinese_characters() -> None:
    assert in_lines("Pricing", 11, 128) == ("Pricing",)
    assert in_lines("Data architecture for customer analytics", 11, 128) == (
        "Data architecture for",
        "customer analytics",
    )
    assert in_lines("客户交互渠道的数据架构与集成", 11, 128) == ("客户交互渠道的", "数据架构与集成")


def test_no_chinese_line_begins_with_a_mark_that_ends_something() -> None:
    lines = in_lines("营销战略（获取，挽留和发展）", 11, 90)
    assert "".join(lines) == "营销战略（获取，挽留和发展）"
    assert all(line[0] not in "，）。" for line in lines)
