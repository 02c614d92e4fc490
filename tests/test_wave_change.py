from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.rated_units import RatedUnits
from assessment.ratings import CONSENSUS, Rating
from assessment.rubric import Node, Rubric, Scale
from assessment.wave_change import (
    PARTS,
    WaveChange,
    average_change,
    matched_means,
    rerated_places,
    wave_change,
)
from tests.test_reference_scores import rubric_of

NA, BLANK = None, float("nan")
Answers = Sequence[float | None]


def _rubric(weights: Sequence[float] = (1, 1, 1), coverage: float = 0.6, version: str = "1") -> Rubric:
    leaves = tuple(Node(id=f"a.{k}", name="leaf", weight=weight) for k, weight in enumerate(weights))
    other = Node(id="b", name="B", children=(Node(id="b.0", name="leaf"), Node(id="b.1", name="leaf")))
    return Rubric(
        id="small",
        version=version,
        name="Small",
        tiers=("dimension", "indicator"),
        min_coverage=coverage,
        tree=(Node(id="a", name="A", children=leaves), other),
    )


def _rated(*rows: Answers, units: Sequence[str] = ("u", "v")) -> RatedUnits:
    """One unit a row; None does not apply, NaN is not assessed."""
    values = np.array([[np.nan if x is None else x for x in row] for row in rows], float)
    outside = np.array([[x is None for x in row] for row in rows], bool)
    return RatedUnits(tuple(units[: len(rows)]), values, outside)


def _parts(change: WaveChange, node: str, unit: str = "u") -> dict[str, float]:
    place = change.units.index(unit), change.nodes.index(node)
    return {part: round(float(change.part(part)[place]), 12) for part in PARTS}


def test_the_case_of_the_method_page_2_10_to_2_90() -> None:
    earlier, later = _rubric((0.5, 0.3, 0.2)), _rubric((0.4, 0.4, 0.2), version="2")
    change = wave_change(later, _rated([2, 3, 1, 1, 1]), _rated([3, 3, 2.5, 1, 1]), earlier=earlier)
    place = 0, change.nodes.index("a")

    assert (change.before[place], change.after[place]) == pytest.approx((2.1, 2.9))
    assert _parts(change, "a") == {"real": 0.75, "rerated": 0, "scope": 0, "rubric": 0.05}
    assert _parts(change, "overall")["real"] == 0.375


def test_what_was_judged_anew_is_no_real_change() -> None:
    before, after = _rated([1, 2, 3, 2, 2]), _rated([2, 2, 4.5, 2, 2])
    change = wave_change(_rubric(), before, after, rerated={("u", "a.2")})

    assert _parts(change, "a") == {"real": round(1 / 3, 12), "rerated": 0.5, "scope": 0, "rubric": 0}
    assert change.kind("u", "a") == "mixed"
    assert change.kind("u", "b") == "unchanged"
    assert change.kind("u", "a.2") == "rerated"


def test_a_change_made_only_of_rerating_is_called_that_at_every_node() -> None:
    change = wave_change(_rubric(), _rated([1] * 5), _rated([1.5] * 5), {("u", leaf) for leaf in _leaves()})

    assert {change.kind("u", node) for node in change.nodes} == {"rerated"}


def test_an_indicator_that_no_longer_applies_is_scope() -> None:
    change = wave_change(_rubric(), _rated([0, 3, 3, 2, 2]), _rated([NA, 3, 3, 2, 2]))

    assert _parts(change, "a") == {"real": 0, "rerated": 0, "scope": 1.0, "rubric": 0}
    assert change.kind("u", "overall") == "scope"
    assert change.went[0, change.nodes.index("a")] == 1
    assert not change.not_reassessed.any()


def test_what_was_not_assessed_again_is_scope_and_is_listed() -> None:
    change = wave_change(_rubric(), _rated([0, 3, 3, 2, 2]), _rated([BLANK, 4, 3, 2, 2]))

    assert _parts(change, "a") == {"real": 0.5, "rerated": 0, "scope": 1.0, "rubric": 0}
    assert change.open_indicators("u") == ("a.0",)
    assert np.isnan(change.total[0, change.nodes.index("a.0")])
    assert change.kind("u", "a.0") == "incomparable"


def test_a_node_that_fell_below_the_minimum_coverage_is_scope_for_the_node_above() -> None:
    change = wave_change(_rubric(coverage=0.5), _rated([1, 1, 1, 3, 3]), _rated([2, BLANK, BLANK, 3, 4]))

    assert change.kind("u", "a") == "incomparable"
    assert _parts(change, "overall") == {"real": 0.5, "rerated": 0, "scope": 1.0, "rubric": 0}
    assert change.common[0, change.nodes.index("overall")] == 2


def test_an_indicator_that_the_rubric_dropped_is_the_rubrics_part() -> None:
    change = wave_change(
        _rubric((1, 1)), _rated([2, 3, 5, 1, 1]), _rated([2, 4, 1, 1]), earlier=_rubric((1, 1, 1))
    )

    # 10/3 -> 3: dropping the 5 takes 10/3 - 2.5, the real change adds .5
    assert _parts(change, "a") == {"real": 0.5, "rerated": 0, "scope": 0, "rubric": round(2.5 - 10 / 3, 12)}


def test_scores_that_share_no_indicator_are_all_scope() -> None:
    change = wave_change(_rubric(coverage=0.1), _rated([1, BLANK, BLANK, 1, 1]), _rated([BLANK, 3, 3, 1, 1]))

    assert _parts(change, "a") == {"real": 0, "rerated": 0, "scope": 2, "rubric": 0}


def test_a_unit_of_one_wave_alone_has_no_change() -> None:
    change = wave_change(_rubric(), _rated([1] * 5, units=["old"]), _rated([2] * 5, units=["new"]))

    assert change.units == ("new", "old")
    assert np.isnan(change.total).all()
    assert np.isnan(average_change(change).total).all()


def test_different_scales_are_not_compared() -> None:
    percent = _rubric().model_copy(update={"scale": Scale(max=100)})
    with pytest.raises(ValueError, match="scales differ"):
        wave_change(_rubric(), _rated([1] * 5), _rated([1] * 5), earlier=percent)


CELL = st.one_of(st.sampled_from([None, float("nan")]), st.sampled_from(Scale().steps()))
ROW = st.lists(CELL, min_size=5, max_size=5)


def _leaves() -> list[str]:
    return [leaf.id for leaf in _rubric().indicators]


@given(
    rows=st.tuples(ROW, ROW, ROW, ROW),
    weights=st.tuples(*[st.integers(1, 4)] * 3),
    again=st.sets(st.sampled_from(_leaves())),
)
def test_the_parts_add_up_whatever_is_missing(
    rows: tuple[Answers, ...], weights: tuple[int, ...], again: set[str]
) -> None:
    before, after = _rated(*rows[:2]), _rated(*rows[2:])
    later = _rubric(weights, version="2")
    change = wave_change(later, before, after, {("u", leaf) for leaf in again}, earlier=_rubric())

    seen = ~np.isnan(change.total)
    added = sum(change.part(part) for part in PARTS)
    np.testing.assert_allclose(np.asarray(added)[seen], change.total[seen], rtol=0, atol=1e-12)
    np.testing.assert_allclose(change.total[seen], (change.after - change.before)[seen], rtol=0, atol=1e-12)
    mean = average_change(change)
    there = mean.units > 0
    np.testing.assert_allclose(
        (mean.real + mean.rerated + mean.scope + mean.rubric)[there], mean.total[there], rtol=0, atol=1e-12
    )


def _vote(rater: str, score: float, tag: str = "") -> Rating:
    return Rating(unit="u", wave="w", rater=rater, indicator="a.0", score=score, tag=tag)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([_vote("ann", 2)], [_vote("ann", 3, "re-rated")], True),
        ([_vote("ann", 2)], [_vote("ann", 3, "重评")], True),
        ([_vote("ann", 2)], [_vote("ann", 3)], False),
        ([_vote("ann", 2), _vote("bob", 2)], [_vote("ann", 3, "re-rated"), _vote("bob", 3)], False),
        ([_vote("ann", 2), _vote("bob", 2)], [_vote("ann", 3, "re-rated"), _vote("bob", 2)], True),
        ([_vote("ann", 2)], [_vote("ann", 3), _vote(CONSENSUS, 3, "re-rated")], True),
    ],
)
def test_everybody_who_changed_a_score_must_say_that_it_was_judged_anew(
    before: list[Rating],
    after: list[Rating],
    said: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert bool(rerated_places(before, after)) == said


def test_matched_means_leave_out_whoever_missed_a_wave() -> None:
    found = matched_means([[1.0, 2.0, float("nan")], [2.0, 3.0, 9.0]])

    assert list(found.matched) == [True, True, False]
    assert list(found.means) == [1.5, 2.5]
    assert list(found.all_means) == [1.5, 14 / 3]
    assert list(found.counts) == [2, 3]


@pytest.fixture
def spi(reference: Path) -> tuple[Rubric, pd.DataFrame, list[RatedUnits]]:
    """The World Bank's indicators in four yearly waves, everybody in the same row."""
    folder = reference / "spi"
    hierarchy = pd.read_csv(folder / "hierarchy.csv")
    rubric = rubric_of(hierarchy, "SPI", {}, Scale(min=0, max=1, step=None))
    leaves = pd.read_csv(folder / "leaf_scores.csv", dtype={"date": str})
    countries = tuple(leaves["iso3c"].unique())
    codes = [leaf.id for leaf in rubric.indicators]
    waves = []
    for _, rows in leaves.groupby("date"):
        values = rows.set_index("iso3c")[codes].reindex(countries).to_numpy(float)
        waves.append(RatedUnits(countries, values, np.zeros(values.shape, bool)))
    published = pd.read_csv(folder / "expected_trend_matched167.csv")
    return rubric, published, waves


@pytest.mark.reference
def test_the_world_banks_four_waves_have_the_published_matched_means(
    spi: tuple[Rubric, pd.DataFrame, list[RatedUnits]],
) -> None:
    rubric, published, waves = spi
    changes = [wave_change(rubric, waves[0], wave) for wave in waves]
    root = changes[0].nodes.index("SPI")
    found = matched_means(np.array([100 * change.after[:, root] for change in changes]))

    assert [round(mean, 4) for mean in found.means] == [58.4274, 60.8606, 63.4340, 63.7152]
    assert [unit for unit, kept in zip(waves[0].units, found.matched, strict=True) if kept] == list(
        published["iso3c"]
    )


@pytest.mark.reference
def test_the_world_banks_change_splits_into_parts_that_add_up(
    spi: tuple[Rubric, pd.DataFrame, list[RatedUnits]],
) -> None:
    rubric, published, waves = spi
    matched = set(published["iso3c"])
    steps = [wave_change(rubric, one, other) for one, other in pairwise(waves)]
    root = steps[0].nodes.index("SPI")
    means = [average_change(step, matched) for step in steps]

    assert [mean.units[root] for mean in means] == [167] * 3
    assert 100 * sum(mean.total[root] for mean in means) == pytest.approx(5.2878, abs=5e-5)
    for step in steps:
        seen = ~np.isnan(step.total)
        added = step.real + step.rerated + step.scope + step.rubric
        np.testing.assert_allclose(added[seen], step.total[seen], rtol=0, atol=1e-12)


@pytest.mark.reference
def test_other_weights_in_the_third_pillar_are_told_apart_from_progress(
    spi: tuple[Rubric, pd.DataFrame, list[RatedUnits]], reference: Path
) -> None:
    rubric, published, waves = spi
    hierarchy = pd.read_csv(reference / "spi" / "hierarchy.csv")
    hierarchy.loc[hierarchy["parent"] == "PIL3", "weight"] = 1
    equal = rubric_of(hierarchy, "SPI", {}, rubric.scale)
    plain = average_change(wave_change(rubric, waves[0], waves[3]), set(published["iso3c"]))
    change = wave_change(equal, waves[0], waves[3], earlier=rubric)
    mean = average_change(change, set(published["iso3c"]))
    pillar = change.nodes.index("PIL3")

    assert plain.rubric[pillar] == 0
    assert abs(mean.rubric[pillar]) > 1e-3
    assert mean.real[pillar] + mean.rubric[pillar] == pytest.approx(mean.total[pillar], abs=1e-12)
    assert mean.scope[pillar] == pytest.approx(0, abs=1e-12)
