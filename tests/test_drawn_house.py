"""What a box of the capability map says, and in which colour; every figure by hand."""

import pytest

from assessment.catalogue import LANGUAGES, Lang, ids, text
from assessment.drawn_house import COLOUR_BY, ColourBy, DrawnBox, drawn_house, levels_of
from assessment.edges.shelf import FileShelf
from assessment.house import laid_out
from assessment.rubric import Rubric, Scale
from assessment.standings import Aim, Standing, StandingState, mixed_kind
from exports.style import HOUSE

MAP = FileShelf().rubric("crm-capability-map")
BOX = "service.orders"


def _nothing(rubric: Rubric = MAP) -> dict[str, Standing]:
    return {
        node.id: Standing(node.id, "unknown" if node.is_indicator else "no-data", None, 0, None, None)
        for node in rubric.nodes
    }


def _box(
    level: float | None,
    aim: Aim | None = None,
    importance: float | None = None,
    by: ColourBy = "level",
    lang: Lang = "en",
) -> DrawnBox:
    state: StandingState = "unknown" if level is None else "scored"
    one = Standing(BOX, state, level, 1.0, aim, importance)
    house = drawn_house(MAP, {**_nothing(), BOX: one}, by, lang)
    return next(box for box in house.boxes if box.node == BOX)


def test_aims_of_one_kind_keep_it_and_others_are_mixed() -> None:
    assert mixed_kind(["top", "top"]) == "top"
    assert mixed_kind(["top", "best"]) == "mixed"


@pytest.mark.parametrize(
    ("level", "role"),
    [(1, "level-0"), (1.4, "level-0"), (1.5, "level-1"), (3, "level-3"), (4.2, "level-4"), (5, "level-5")],
)
def test_a_level_has_the_colour_of_the_nearest_named_one_the_higher_of_two(level: float, role: str) -> None:
    box = _box(level)
    assert (box.role, box.figure, box.known) == (role, f"{level:.1f}", True)


@pytest.mark.parametrize(
    ("level", "role", "figure"),
    [
        (4, "gap-0", "0.0"),
        (3.2, "gap-1", "−0.8"),  # .8 of 4 steps are a fifth
        (2.5, "gap-2", "−1.5"),
        (2.4, "gap-2", "−1.6"),
        (2, "gap-3", "−2.0"),
        (4.5, "above", "+0.5"),
    ],
)
def test_a_gap_is_shown_in_levels_and_coloured_by_its_share_of_the_scale(
    level: float, role: str, figure: str
) -> None:
    box = _box(level, Aim(4, "target"), by="gap")
    assert (box.role, box.figure) == (role, figure)


@pytest.mark.parametrize(
    ("level", "importance", "role", "figure"),
    [
        (1, 1, "now", "1.00"),  # sqrt(1 x 1)
        (3, 1, "soon", "0.71"),  # sqrt(1 x .5)
        (4, 0.5, "plan", "0.35"),  # sqrt(.5 x .25)
        (5, 1, "watch", "0.00"),
        (3, None, "no-importance", "no importance"),
    ],
)
def test_urgency_is_made_of_importance_and_gap(
    level: float, importance: float | None, role: str, figure: str
) -> None:
    box = _box(level, Aim(5, "top"), importance, by="urgency")
    assert (box.role, box.figure) == (role, figure)


def test_above_its_target_a_box_is_a_class_of_its_own_without_an_urgency() -> None:
    box = _box(4, Aim(3, "target"), 1, by="urgency")
    assert (box.role, box.figure, box.known) == ("above", "above target", False)


@pytest.mark.parametrize("by", COLOUR_BY)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_is_said_in_words_whatever_the_colours_say(by: ColourBy, lang: Lang) -> None:
    house = drawn_house(MAP, _nothing(), by, lang)

    assert {box.role for box in house.boxes} == {"unknown"}
    assert {box.figure for box in house.boxes} == {text("state.unknown", lang)}
    assert not any(box.known for box in house.boxes)
    assert ("unknown", text("state.unknown", lang)) in house.legend
    assert {panel.figure for panel in house.panels} == {"", text("state.no-data", lang)}


def test_the_states_look_different_from_one_another_and_from_a_low_level() -> None:
    states: tuple[StandingState, ...] = ("na", "unknown", "no-data", "unread")
    nodes = [leaf.id for leaf in MAP.indicators[:4]]
    found = {
        node: Standing(node, state, None, None, None, None) for node, state in zip(nodes, states, strict=True)
    }
    house = drawn_house(MAP, {**_nothing(), **found}, "level", "en")

    assert [box.role for box in house.boxes[:4]] == list(states)
    assert len({box.figure for box in house.boxes[:4]}) == 4
    assert not set(states) & HOUSE.keys()


def test_a_box_says_everything_in_one_line() -> None:
    said = _box(2, Aim(4, "target"), 0.8).said

    assert said == (
        "Order placement and management: level 2.0 of 5; target 4.0; gap 2.0; importance 0.80; "
        "urgency 0.63: soon; complexity: high"  # sqrt(.8 x 2/4)
    )
    assert _box(2, Aim(4, "target"), 0.8, lang="zh").said == (
        "定单下达和管理：水平 2.0（满分 5 分）；目标 4.0；差距 2.0；重要性 0.80；"
        "迫切性 0.63：尽快；实施复杂程度：高"
    )
    assert "no importance set" in _box(2, Aim(4, "best")).said
    assert _box(None).said.endswith("not assessed; complexity: high")


def test_complexity_is_drawn_where_the_author_judged_it() -> None:
    house = drawn_house(MAP, _nothing(), "level", "en")
    dots = {box.node: box.complexity for box in house.boxes}

    assert (dots[BOX], dots["marketing.advertising"], dots["channels.fax"]) == (5, 2, 0)
    assert house.complexity
    five = FileShelf().rubric("crm-five-capabilities")
    assert drawn_house(five, _nothing(five), "level", "en").complexity == ""


def test_the_boxes_stand_where_the_layout_says() -> None:
    floors, house = laid_out(MAP), drawn_house(MAP, _nothing(), "level", "zh")

    assert (house.width, house.height) == (floors.width, floors.height)
    assert [(box.area, box.node) for box in house.boxes] == list(floors.boxes)
    assert [panel.label for panel in house.panels if not panel.node] == ["经营运作"]


@pytest.mark.parametrize("name", [name for name, _ in FileShelf().rubrics()])
def test_the_legend_names_the_levels_of_every_rubric(name: str) -> None:
    rubric = FileShelf().rubric(name)
    legend = drawn_house(rubric, _nothing(rubric), "level", "en").legend
    words = [key.words for key in legend if key.role.startswith("level-")]

    assert words == [f"{level:g} {rubric.scale.levels[level]}" for level in sorted(rubric.scale.levels)]
    assert len({key.role for key in legend}) == len(legend)


def test_a_scale_of_plain_numbers_has_six_colours_from_end_to_end() -> None:
    plain = MAP.model_copy(update={"scale": Scale(min=0, max=100, step=1)})
    assert levels_of(plain) == (0, 20, 40, 60, 80, 100)


def test_every_role_has_a_colour_or_words() -> None:
    legends = [drawn_house(MAP, _nothing(), by, "en").legend for by in COLOUR_BY]
    roles = {key.role for legend in legends for key in legend}

    assert {role for role in roles if f"map.state.{role}" not in ids()} <= HOUSE.keys()
