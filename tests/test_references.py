from collections.abc import Sequence

import numpy as np
import pytest

from assessment.engagement import Unit
from assessment.rated_units import RatedUnits, rated_units
from assessment.ratings import Rating
from assessment.references import (
    Differences,
    against_average,
    against_best,
    against_levels,
    against_parent,
    against_rated,
)
from assessment.rubric import Node, Rubric

BLANK = float("nan")
RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.0", name="leaf"), Node(id="a.1", name="leaf"))),
        Node(id="b", name="B", children=(Node(id="b.0", name="leaf"),)),
    ),
)
TREE = [
    Unit(id="top", name="Top"),
    Unit(id="east", name="East", parent="top"),
    Unit(id="x", name="X", parent="east"),
    Unit(id="y", name="Y", parent="east"),
]


def _rated(**rows: Sequence[float | None]) -> RatedUnits:
    """None does not apply, NaN is not assessed."""
    values = np.array([[BLANK if x is None else x for x in row] for row in rows.values()], float)
    outside = np.array([[x is None for x in row] for row in rows.values()], bool)
    return RatedUnits(tuple(rows), values, outside)


def _at(found: Differences, unit: str, node: str = "overall") -> tuple[float, float, float]:
    place = found.units.index(unit), found.nodes.index(node)
    return float(found.score[place]), float(found.against[place]), float(found.difference[place])


def test_the_average_counts_who_has_a_score() -> None:
    found = against_average(RUBRIC, _rated(x=[1, 2, 3], y=[3, 3, 4], z=[BLANK, BLANK, BLANK]))

    assert _at(found, "x", "a") == (1.5, 2.25, -0.75)
    assert found.made_of[0, found.nodes.index("a")] == 2
    assert np.isnan(found.difference[2]).all()


def test_the_best_is_no_distance_away_from_itself() -> None:
    found = against_best(RUBRIC, _rated(x=[1, 2, 3], y=[3, 3, 2]))

    assert _at(found, "y", "a") == (3, 3, 0)
    assert _at(found, "y", "b") == (2, 3, -1)


def test_a_level_of_the_unit_comes_before_the_one_for_all() -> None:
    levels = {("", "a"): 4.0, ("y", "a"): 2.0, ("y", "nowhere"): 1.0, ("nobody", "a"): 1.0}
    found = against_levels(RUBRIC, _rated(x=[1, 2, 3], y=[3, 3, 2]), levels)

    assert _at(found, "x", "a") == (1.5, 4, -2.5)
    assert _at(found, "y", "a") == (3, 2, 1)
    assert np.isnan(_at(found, "x", "b")[1])


def test_a_partner_is_compared_on_what_applies_to_both() -> None:
    found = against_rated(RUBRIC, _rated(x=[1, None, 3]), _rated(x=[2, 5, 3]))

    assert _at(found, "x", "a") == (1, 2, -1)
    place = found.nodes.index("overall")
    assert (found.common[0, place], found.indicators[place]) == (2, 3)


def test_the_unit_above_is_the_reference_where_it_is_rated() -> None:
    found = against_parent(RUBRIC, _rated(top=[3, 3, 3], east=[2, 2, 2]), TREE)

    assert _at(found, "east") == (2, 3, -1)
    assert np.isnan(_at(found, "top")[1])
    assert found.made_of[1, 0] == 1


def test_the_average_below_stands_for_a_unit_above_that_is_not_rated() -> None:
    found = against_parent(RUBRIC, _rated(x=[1, 1, 1], y=[2, 2, 2]), TREE)

    assert _at(found, "x") == (1, 1.5, -0.5)
    assert (found.made_of == 2).all()


def test_nobody_compared_is_an_empty_table() -> None:
    nobody = rated_units(RUBRIC, {})

    assert against_best(RUBRIC, nobody).difference.shape == (0, 6)
    assert against_parent(RUBRIC, nobody, TREE).difference.shape == (0, 6)
    assert nobody.of(["x"]).values.shape == (1, 3)


def test_ratings_become_matrices_in_the_order_asked_for() -> None:
    def rating(indicator: str, score: float | None, note: str = "") -> Rating:
        state = "scored" if score is not None else ("na" if note else "unknown")
        return Rating(unit="x", wave="w", rater="r", indicator=indicator, score=score, state=state, note=note)

    given = {"x": {"a.0": rating("a.0", 2), "a.1": rating("a.1", None, "none here"), "old": rating("old", 1)}}
    found = rated_units(RUBRIC, given, ["y", "x"])

    assert found.units == ("y", "x")
    assert list(found.values[1]) == pytest.approx([2, BLANK, BLANK], nan_ok=True)
    assert found.not_applicable.tolist() == [[False] * 3, [False, True, False]]
