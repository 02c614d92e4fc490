"""What a form can get wrong that a file cannot: no name, a node in two lines."""

from assessment.initiative_checks import Defect, Known, circle, defects
from assessment.initiatives import Initiative, Lift, Prerequisite
from tests.initiative_samples import RUBRIC

KNOWN = Known(RUBRIC, ("it",), ("a",), None)


def test_an_initiative_without_a_name_is_told() -> None:
    assert list(defects(Initiative(id="a", name=" "), KNOWN)) == [Defect(("name",), "initiative-no-name", "")]


def test_a_node_that_stands_twice_is_told() -> None:
    one = Initiative(
        id="a",
        name="A",
        lifts=(Lift(node="data.get", levels=1), Lift(node="data.get", levels=2)),
        needs=(Prerequisite(node="care.call", level=1), Prerequisite(node="care.call", level=2)),
    )
    assert [(found.path, found.code) for found in defects(one, KNOWN)] == [
        (("lifts", "data.get"), "initiative-node-twice"),
        (("needs", "care.call"), "initiative-node-twice"),
    ]


def test_only_indicators_can_be_a_prerequisite_and_those_below_are_named() -> None:
    one = Initiative(id="a", name="A", needs=(Prerequisite(node="data", level=2),))
    assert list(defects(one, KNOWN)) == [
        Defect(("needs", "data"), "initiative-need-above", "data", "data.get, data.keep, data.share")
    ]


def test_a_circle_ends_where_it_began() -> None:
    found = circle({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    assert found[0] == found[-1]
    assert set(found) == {"a", "b", "c"}
    assert circle({"a": ["b"]}) == ()
