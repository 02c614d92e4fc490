import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.flips import flips, neighbours
from assessment.ranked_units import RankedUnits
from assessment.rubric import Rubric, Rule
from assessment.scoring import Scorer
from tests.sample_rankings import deep, flat, ranked
from tests.test_robustness import _reweighted


def test_the_worked_example_leads_only_while_its_first_weight_is_above_a_bound() -> None:
    units = ranked(flat([0.5, 0.3, 0.2]), [(4, 2, 3), (3, 3.5, 3)])
    found = flips(units)

    assert units.overall.tolist() == pytest.approx([3.20, 3.15])
    second, first = found.of(0)
    assert (first.node, first.share) == ("k0", 0.5)
    assert first.needed == pytest.approx(0.47368, abs=5e-6)
    assert first.factor == pytest.approx(first.needed / (1 - first.needed))
    # by the formula for the second: D = (.5 * 1 + .2 * 0) / .7, d = -1.5
    apart = 0.5 / 0.7
    assert second.node == "k1"
    assert second.needed == pytest.approx(apart / (apart + 1.5))


def _overall(units: RankedUnits, rubric: Rubric) -> list[float]:
    return [float(score) for score in Scorer(rubric).matrix(units.values, units.not_applicable).score[:, 0]]


@given(st.data())
def test_just_short_of_a_flip_nothing_changes_and_just_beyond_the_other_leads(data: st.DataObject) -> None:
    rubric = deep([(1, 2), (1, 1, 3), (3,)], min_coverage=0.0)
    cells = st.sampled_from([1.0, 1.5, 2.0, 3.5, 5.0, None, "na"])
    row = st.lists(cells, min_size=12, max_size=12)
    units = ranked(rubric, data.draw(st.lists(row, min_size=2, max_size=3)))
    found = flips(units)
    own = {node.id: node.weight for node in rubric.nodes}
    for place, (one, other) in enumerate(found.pairs):
        for flip in found.of(place):
            toward = 1e-6 if flip.factor > 1 else -1e-6
            for nudge in (-toward, toward):
                weight = own[flip.node] * flip.factor * (1 + nudge)
                scores = _overall(units, _reweighted(rubric, {flip.node: weight}))
                lead = scores[one] - scores[other]
                assert lead * (1 if nudge == -toward else -1) > -1e-10


@given(st.lists(st.lists(st.integers(1, 5), min_size=12, max_size=12), min_size=2, max_size=2))
def test_where_no_flip_is_listed_no_change_of_that_weight_helps(rows: list[list[int]]) -> None:
    rubric = deep([(1, 2), (1, 1, 3), (3,)])
    units = ranked(rubric, rows)
    found = flips(units)
    if units.overall[0] - units.overall[1] < 1e-9:
        assert found.of(0) == ()
        return
    listed = {flip.node for flip in found.of(0)}
    for node in set(found.nodes) - listed:
        for factor in (1e-4, 0.1, 10, 1e4):
            weight = rubric.node(node).weight * factor
            scores = _overall(units, _reweighted(rubric, {node: weight}))
            assert scores[0] > scores[1] - 1e-6


def test_flips_come_with_the_smallest_change_of_a_share_first() -> None:
    rows = np.random.default_rng(4).uniform(1, 5, (6, 12)).tolist()
    found = flips(ranked(deep([(1, 2), (1, 1, 1), (3,)]), rows))

    assert found.pairs == neighbours(ranked(deep([(1, 2), (1, 1, 1), (3,)]), rows))
    for place in range(5):
        changes = [abs(flip.needed - flip.share) for flip in found.of(place)]
        assert changes == sorted(changes)


def test_weights_below_another_rule_than_the_mean_have_no_flips() -> None:
    rows = np.random.default_rng(4).uniform(1, 5, (2, 12)).tolist()
    rules: tuple[Rule, ...] = ("geometric", "mean", "mean", "mean")
    found = flips(ranked(deep([(1, 2), (1, 1, 1), (3,)], rules), rows), [(0, 1)])

    assert np.isnan(found.factor[0, [found.nodes.index("d0.c0"), found.nodes.index("d0.c1")]]).all()
    assert not np.isnan(found.factor).all()


def test_the_better_everywhere_is_passed_by_no_weight() -> None:
    assert flips(ranked(flat([1, 1]), [(4, 4), (3, 3)])).of(0) == ()
    assert flips(ranked(flat([1, 1]), [(4, 4)])).pairs == ()
