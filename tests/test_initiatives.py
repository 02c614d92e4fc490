"""Initiatives and their library: what they are worth knowing by themselves."""

import pytest

from assessment.initiatives import Initiative, InitiativeLibrary, Lift, Prerequisite, lifted, names
from assessment.migration_initiatives import Way, carried
from assessment.rubric import Node
from assessment.rubric_migration import moves_by_id
from tests.initiative_samples import RUBRIC, initiative


@pytest.mark.parametrize(("months", "phases"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_months_become_whole_phases(months: int, phases: int) -> None:
    assert Initiative(id="a", name="A", months=months).phases(3) == phases


def test_effort_adds_up_over_the_roles() -> None:
    assert Initiative(id="a", name="A", effort={"it": 1.5, "sales": 2}).total_effort == 3.5


def test_what_is_not_translated_reads_in_the_first_language() -> None:
    one = Initiative(id="a", name="A", description="does", risk_note="may", description_zh="做")
    assert (one.described("zh"), one.risk_said("zh"), one.called("zh")) == ("做", "may", "A")


def test_a_lift_above_indicators_lifts_each_of_them() -> None:
    one = initiative("a", {"care": 1, "care.call": 0.5, "gone": 2})
    assert lifted(one, RUBRIC) == {"care.shop": 1, "care.call": 1.5}


def test_equal_names_are_told_apart_by_number() -> None:
    twice = [Initiative(id="a", name="Sale", name_zh="促销"), Initiative(id="b", name="Sale", name_zh="促销")]
    other = Initiative(id="c", name="Order", name_zh="订单")
    assert names([*twice, other], "en") == {"a": "Sale (1)", "b": "Sale (2)", "c": "Order"}
    assert names([*twice, other], "zh") == {"a": "促销（1）", "b": "促销（2）", "c": "订单"}


def test_a_library_narrows_to_a_version_without_some_nodes() -> None:
    one = Initiative(
        id="a",
        name="A",
        lifts=(Lift(node="data.get", levels=1), Lift(node="care.call", levels=2)),
        needs=(Prerequisite(node="data.get", level=2),),
    )
    smaller = RUBRIC.model_copy(
        update={"version": "2", "tree": (Node(id="care", name="C", children=RUBRIC.node("care").children),)}
    )
    smaller = type(RUBRIC).model_validate(smaller.model_dump())
    library = InitiativeLibrary(rubric="rated", version="1", initiatives=(one,))
    narrow = carried(library, Way(RUBRIC, smaller, moves_by_id(RUBRIC, smaller)))

    assert narrow.version == "2"
    assert [lift.node for lift in narrow.initiative("a").lifts] == ["care.call"]
    assert narrow.initiative("a").needs == ()
    assert "a" in narrow
    assert "b" not in narrow
