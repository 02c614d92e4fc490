import csv
import io
from typing import get_args

import pytest

from assessment.assumptions import Assumptions, TableName
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.errors import UnknownUnitError, UnknownWaveError
from assessment.ranking import Ranking, ranking, robustness_table
from assessment.robustness_tables import to_csv
from assessment.service import default_view

FEW = Assumptions(draws=100, seed=1)


@pytest.fixture(scope="module")
def demo() -> tuple[MemoryStore, FileShelf, str, str]:
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)
    return store, shelf, engagement, default_view(store, engagement)[1]


@pytest.fixture
def found(demo: tuple[MemoryStore, FileShelf, str, str]) -> Ranking:
    return ranking(*demo)


def test_the_branches_of_2003_are_ranked_and_the_one_with_too_little_is_not(found: Ranking) -> None:
    assert found.ranked.units == ("china-telecom", "shenzhen-telecom")
    assert found.ranked.unranked == ("guangzhou-telecom",)
    assert set(found.votes) == {"china-telecom", "shenzhen-telecom", "guangzhou-telecom"}


def test_only_the_units_asked_for_are_ranked(demo: tuple[MemoryStore, FileShelf, str, str]) -> None:
    found = ranking(*demo, units={"shenzhen-telecom"})

    assert (found.ranked.units, found.ranked.unranked) == (("shenzhen-telecom",), ())


def test_units_and_waves_must_be_known(demo: tuple[MemoryStore, FileShelf, str, str]) -> None:
    with pytest.raises(UnknownUnitError):
        ranking(*demo, units=["beijing"])
    with pytest.raises(UnknownWaveError):
        ranking(*demo[:3], "1999")


@pytest.mark.parametrize("name", get_args(TableName))
def test_the_same_seed_writes_the_same_bytes(found: Ranking, name: TableName) -> None:
    once, again = (to_csv(robustness_table(found, name, FEW)) for _ in range(2))

    assert once == again
    assert list(csv.DictReader(io.StringIO(once.decode())))


def test_a_lead_that_weights_hardly_touch_is_within_rating_noise(found: Ranking) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(robustness_table(found, "ranks", FEW)).decode())))

    assert (rows[0]["certainty"], rows[0]["noise"]) == ("clear", "noise")
