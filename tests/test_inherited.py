"""What holds for a unit at a node, and where it comes from."""

from assessment.edges.shelf import FileShelf
from assessment.engagement import Unit
from assessment.inherited import Setting, all_in_force, in_force

RUBRIC = FileShelf().rubric("crm-five-capabilities")
UNITS = [Unit(id="top", name="Top"), Unit(id="branch", name="Branch", parent="top")]
NODE, ABOVE = "insight.collect.strategy", "insight.collect"


def held(values: dict[tuple[str, str], str]) -> Setting[str] | None:
    return in_force(values, RUBRIC, UNITS, "branch", NODE)


def test_nothing_set_is_nothing_held() -> None:
    assert held({("branch", "insight.manage"): "high"}) is None


def test_the_own_setting_comes_first() -> None:
    assert held({("", NODE): "low", ("top", NODE): "low", ("branch", NODE): "high"}) == Setting(
        "high", "branch", NODE
    )


def test_the_unit_above_comes_before_all_units() -> None:
    assert held({("", NODE): "low", ("top", NODE): "high"}) == Setting("high", "top", NODE)


def test_the_node_itself_comes_before_the_nodes_above_it() -> None:
    assert held({("branch", ABOVE): "low", ("", NODE): "high"}) == Setting("high", "", NODE)


def test_a_capability_hands_down_to_its_indicators() -> None:
    assert held({("", ABOVE): "high"}) == Setting("high", "", ABOVE)


def test_all_places_at_once_hold_what_each_holds_alone() -> None:
    values = {("", ABOVE): "high", ("top", NODE): "low", ("branch", "products"): "low"}
    everywhere = all_in_force(values, RUBRIC, UNITS)

    alone = {
        (unit.id, node.id): setting
        for unit in UNITS
        for node in RUBRIC.nodes
        if (setting := in_force(values, RUBRIC, UNITS, unit.id, node.id))
    }
    assert everywhere == alone
