"""What people ask of single initiatives in a plan."""

import pytest

from assessment.catalogue import Lang
from assessment.demands import KINDS, Demand, demand_said, demands_of, only_known, with_demand, without_demand
from assessment.roadmap import PlanSettings

ALL = [
    Demand("pinned", ("a",), 2),
    Demand("required", ("b",)),
    Demand("excluded", ("c",)),
    Demand("earliest", ("a",), 1),
    Demand("latest", ("b",), 5),
    Demand("either", ("a", "d")),
]


def settings(*demands: Demand) -> PlanSettings:
    found = PlanSettings()
    for demand in demands:
        found = with_demand(found, demand)
    return found


def test_every_demand_is_found_again() -> None:
    assert demands_of(settings(*reversed(ALL))) == tuple(ALL)


@pytest.mark.parametrize("demand", ALL)
def test_a_demand_that_is_given_up_leaves_the_others(demand: Demand) -> None:
    assert demands_of(without_demand(settings(*ALL), demand)) == tuple(one for one in ALL if one != demand)


def test_what_is_left_out_is_no_longer_pinned() -> None:
    assert demands_of(settings(ALL[0], Demand("excluded", ("a",)))) == (Demand("excluded", ("a",)),)
    assert demands_of(settings(Demand("excluded", ("a",)), ALL[0])) == (ALL[0],)


def test_a_second_pin_replaces_the_first() -> None:
    assert settings(ALL[0], Demand("pinned", ("a",), 4)).pinned == {"a": 4}


def test_demands_on_what_is_no_longer_chosen_are_dropped() -> None:
    found = only_known(settings(*ALL, Demand("either", ("a", "b", "d"))), {"a", "b"})
    assert demands_of(found) == (ALL[0], ALL[1], ALL[3], ALL[4], Demand("either", ("a", "b")))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_demand_is_a_sentence_with_its_names(kind: str, lang: Lang) -> None:
    demand = next(one for one in ALL if one.kind == kind)
    said = demand_said(demand, {"a": "Loyalty", "b": "Loyalty", "c": "Loyalty"}, lang)
    assert "Loyalty" in said
    assert not demand.phase or str(demand.phase) in said
