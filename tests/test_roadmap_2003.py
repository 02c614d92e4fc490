"""The shipped library holds the items of the 2003 roadmap, by name, and can be carried out in two years."""

import csv
import math
from pathlib import Path

import pytest

from assessment.edges.shelf import FileShelf
from assessment.initiative_checks import circle
from assessment.initiatives import InitiativeLibrary, lifted, names

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
RUBRIC = FileShelf().rubric("crm-five-capabilities")
PHASES, PHASE_MONTHS = 8, 3


@pytest.fixture(scope="module")
def library() -> InitiativeLibrary:
    found = FileShelf().initiatives("crm-five-capabilities")
    assert found is not None
    return found


def test_names_and_tracks_are_those_of_the_source_in_its_order(library: InitiativeLibrary) -> None:
    if not SEEDS.is_dir():
        pytest.skip(
            "the tables of the sources are not there: put them into shared/seeds beside the repository"
        )
    rows = list(csv.DictReader((SEEDS / "000-roadmap.csv").read_text(encoding="utf-8-sig").splitlines()))

    found = [(one.track, one.name_zh) for one in library.initiatives]
    assert found == [(row["track"], row["item_zh"]) for row in rows]


def test_35_operational_and_12_analytical_items_each_say_their_place(library: InitiativeLibrary) -> None:
    places = [f"roadmap operational {k}" for k in range(1, 36)]
    places += [f"roadmap analytical {k}" for k in range(1, 13)]
    assert [one.source for one in library.initiatives] == places


def test_promotion_management_stands_twice_and_is_told_apart(library: InitiativeLibrary) -> None:
    twice = [one.id for one in library.initiatives if one.name_zh == "促销管理"]
    assert [names(library.initiatives, "zh")[one] for one in twice] == ["促销管理（1）", "促销管理（2）"]
    assert library.initiative(twice[1]).predecessors[0] == twice[0]


def test_every_item_is_described_in_both_languages_and_marked_as_judged(library: InitiativeLibrary) -> None:
    for one in library.initiatives:
        texts = (one.description, one.description_zh, one.risk_note, one.risk_note_zh, one.name_zh)
        assert all(texts), one.id
        assert one.judged
        assert one.lifts
        assert one.theme
        assert one.owner
        assert one.total_effort > 0
        assert one.cost[0] < one.cost[1]
    assert all(role.name_zh and role.staff > 0 for role in library.roles)


def test_predictive_models_need_data_integration_at_2(library: InitiativeLibrary) -> None:
    for model in ("churn-prediction", "cross-sell-model", "segmentation-model", "bad-debt-model"):
        needs = {need.node: need.level for need in library.initiative(model).needs}
        assert needs["insight.manage.integration"] == 2


def test_nothing_waits_for_itself(library: InitiativeLibrary) -> None:
    assert circle({one.id: one.predecessors for one in library.initiatives}) == ()


def test_all_of_it_fits_the_staff_of_eight_phases_by_role(library: InitiativeLibrary) -> None:
    for role in library.roles:
        work = math.fsum(one.effort.get(role.id, 0) for one in library.initiatives)
        there = role.staff * PHASES * PHASE_MONTHS
        assert 0.5 * there < work < there, role.id


def test_the_longest_row_of_items_after_one_another_fits_eight_phases(library: InitiativeLibrary) -> None:
    """Predecessors, and for a level the item that lifts the node most."""
    known = {one.id: one for one in library.initiatives}

    def bringer(node: str) -> str:
        return max(known, key=lambda name: lifted(known[name], RUBRIC).get(node, 0))

    def ends(name: str, way: tuple[str, ...] = ()) -> int:
        one = known[name]
        before = {*one.predecessors, *(bringer(need.node) for need in one.needs)} - {name, *way}
        return one.phases(PHASE_MONTHS) + max((ends(each, (*way, name)) for each in before), default=0)

    assert max(map(ends, known)) <= PHASES


def test_nearly_every_indicator_is_lifted_and_none_beyond_the_scale(library: InitiativeLibrary) -> None:
    gained: dict[str, float] = {}
    for one in library.initiatives:
        for node, levels in lifted(one, RUBRIC).items():
            gained[node] = gained.get(node, 0) + levels
    assert len(RUBRIC.indicators) - len(gained) == 3  # structure, incentives and retention of staff
    assert max(gained.values()) <= RUBRIC.scale.max


def test_every_node_has_the_library_of_its_own_rubric_only() -> None:
    assert FileShelf().initiatives("crm-diagnosis") is None
