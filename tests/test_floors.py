"""A rubric laid out: bands, panels and boxes that never overlap and leave nothing out."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.edges.shelf import FileShelf
from assessment.house import MOST_IN_A_ROW, WIDTH, Area, Floors, laid_out
from assessment.rubric import Band, Node, Rubric

SHELF = FileShelf()
MAP = SHELF.rubric("crm-capability-map")


def _rubric(*counts: int, bands: tuple[int, ...] = ()) -> Rubric:
    """Top nodes with so many indicators each, none for 0, and bands of so many of them."""
    tops = [
        Node(id=f"t{k}", name=f"T{k}", children=tuple(Node(id=f"t{k}.{j}", name="x") for j in range(count)))
        for k, count in enumerate(counts)
    ]
    names, house = [node.id for node in tops], []
    for size in bands:
        house.append(Band(nodes=tuple(names[:size]), name="Together" if size > 1 else ""))
        names = names[size:]
    return Rubric(
        id="r", version="1", name="R", tiers=("area", "thing"), tree=tuple(tops), house=tuple(house)
    )


def _inside(inner: Area, outer: Area) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.w <= outer.x + outer.w
        and inner.y + inner.h <= outer.y + outer.h
    )


def _apart(one: Area, other: Area) -> bool:
    return (
        one.x + one.w <= other.x
        or other.x + other.w <= one.x
        or one.y + one.h <= other.y
        or other.y + other.h <= one.y
    )


def _panel(floors: Floors, node: str) -> Area:
    return next(panel.area for panel in floors.panels if panel.node == node)


def test_the_capability_map_stands_as_in_the_source() -> None:
    """Channels on top, below them strategy, then operations in three columns, at the bottom the systems."""
    floors = laid_out(MAP)
    areas = {panel.node: panel.area for panel in floors.panels}

    assert areas["channels"].y < areas["strategy"].y < areas["marketing"].y < areas["systems"].y
    assert areas["marketing"].y == areas["sales"].y == areas["service"].y
    assert areas["marketing"].x < areas["sales"].x < areas["service"].x
    assert areas["marketing"].w == areas["sales"].w == areas["service"].w
    assert MAP.band_name(next(panel.band for panel in floors.panels if not panel.node), "en") == "Operations"
    assert areas["channels"].w == areas["strategy"].w == areas["systems"].w == WIDTH


def test_twelve_channels_stand_in_two_rows_of_six() -> None:
    boxes = [place.area for place in laid_out(MAP).boxes if place.node.startswith("channels.")]

    assert len({area.y for area in boxes}) == 2
    assert len({area.x for area in boxes}) == 6
    assert {area.w for area in boxes} == {19}


def test_a_rubric_without_a_house_has_a_band_for_every_dimension_in_its_order() -> None:
    five = SHELF.rubric("crm-five-capabilities")
    floors = laid_out(five)

    assert [panel.node for panel in floors.panels] == [node.id for node in five.root.children]
    assert [place.node for place in floors.boxes] == [node.id for node in five.of_tier("capability")]
    assert all(panel.area.w == WIDTH for panel in floors.panels)


def test_indicators_without_a_group_share_a_band_of_the_whole() -> None:
    leaves = tuple(Node(id=f"x{k}", name="x") for k in range(7))
    floors = laid_out(Rubric(id="r", version="1", name="R", tiers=("step",), tree=leaves))

    assert [panel.node for panel in floors.panels] == ["overall"]
    assert len({place.area.y for place in floors.boxes}) == 2


def test_groups_and_single_indicators_side_by_side_keep_their_order() -> None:
    floors = laid_out(_rubric(2, 0, 0, 3, 0))

    assert [panel.node for panel in floors.panels] == ["t0", "overall", "t3", "overall"]
    assert [place.node for place in floors.boxes] == [
        "t0.0",
        "t0.1",
        "t1",
        "t2",
        "t3.0",
        "t3.1",
        "t3.2",
        "t4",
    ]


def test_a_single_indicator_may_stand_in_a_house() -> None:
    floors = laid_out(_rubric(0, 3, bands=(2,)))
    assert [place.node for place in floors.boxes] == ["t0", "t1.0", "t1.1", "t1.2"]


@pytest.mark.parametrize("name", [name for name, _ in SHELF.rubrics()])
def test_every_shipped_rubric_shows_each_node_of_its_second_tier_once(name: str) -> None:
    rubric = SHELF.rubric(name)
    floors = laid_out(rubric)
    expected = [child.id for top in rubric.root.children for child in (top.children or (top,))]

    assert sorted(place.node for place in floors.boxes) == sorted(expected)


@given(st.lists(st.integers(0, 14), min_size=1, max_size=6).filter(any), st.data())
def test_boxes_lie_inside_and_never_on_one_another(counts: list[int], data: st.DataObject) -> None:
    sizes, left = [], len(counts)
    while left and data is not None:
        sizes.append(data.draw(st.integers(1, min(left, 4))))
        left -= sizes[-1]
    house = data.draw(st.booleans()) and len(counts) > 1
    floors = laid_out(_rubric(*counts, bands=tuple(sizes) if house else ()))

    inner = [panel for panel in floors.panels if panel.node]
    outer = [panel.area for panel in floors.panels if not panel.node]
    boxes = [place.area for place in floors.boxes]
    assert all(_apart(one, other) for one, other in combinations(boxes, 2))
    assert all(_apart(one.area, other.area) for one, other in combinations(inner, 2))
    assert all(_apart(one, other) for one, other in combinations(outer, 2))
    assert all(any(_inside(box, panel.area) for panel in inner) for box in boxes)
    assert all(_inside(area, Area(0, 0, floors.width, floors.height)) for area in [*boxes, *outer])
    assert min(box.w for box in boxes) >= WIDTH // MOST_IN_A_ROW // 2
