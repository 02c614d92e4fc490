from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from assessment.ranked_units import rank_matrix
from assessment.rubric import OVERALL, Rubric, Scale
from assessment.structures import Alternative, structures, usual_alternatives
from tests.sample_rankings import deep, flat, ranked
from tests.test_reference_scores import MEANS, PERCENT, asem_rubric


@pytest.mark.reference
def test_asem_without_one_pillar_shifts_ranks_as_published(reference: Path) -> None:
    folder = reference / "asem"
    rubric = asem_rubric(reference, "Weight", MEANS, PERCENT)
    leaves = pd.read_csv(folder / "leaf_norm_0_100.csv").set_index("uCode")
    values = leaves[[leaf.id for leaf in rubric.indicators]].to_numpy()
    published = pd.read_csv(folder / "expected_remove_pillar_rankdiff.csv").set_index("removed")
    removed = published.drop(index="Nominal")
    tried = [Alternative("without", node=str(pillar)) for pillar in removed.index]

    found = structures(rank_matrix(rubric, list(leaves.index), values), tried)

    np.testing.assert_allclose(found.shift, removed["mean_abs_rank_diff"], rtol=0, atol=1e-9)


def test_the_usual_alternatives() -> None:
    kinds = [(tried.kind, tried.node, tried.coverage) for tried in usual_alternatives(deep([(1,), (1,)]))]

    assert kinds == [
        ("geometric", "", None),
        ("coverage", "", 0.0),
        ("coverage", "", 0.8),
        ("without", "d0", None),
        ("without", "d1", None),
    ]
    assert len(usual_alternatives(flat([1, 1], min_coverage=0.8))) == 4


def test_a_geometric_mean_rewards_balance() -> None:
    units = ranked(flat([1, 1]), [(5, 0), (2.4, 2.4)])
    found = structures(units, [Alternative("geometric")])

    assert units.units == ("a", "b")
    assert found.score[:, 0] == pytest.approx([(6 * 1) ** 0.5 - 1, 2.4])  # counted from 1
    assert found.rank[:, 0].tolist() == [2, 1]
    assert found.shift.tolist() == [1]


def test_on_a_scale_above_zero_scores_are_taken_as_they_are_also_above_several_tops() -> None:
    rubric = deep([(1,), (1,)])
    several = Rubric(
        id="s",
        version="1",
        name="S",
        scale=Scale(min=1, max=5),
        tiers=("dimension", "capability", "indicator"),
        tree=rubric.root.children,
    )
    assert several.root.id == OVERALL
    found = structures(ranked(several, [(4, 1, 2, 2)]), [Alternative("geometric")])

    capabilities = (4**2 * 1) ** (1 / 3), 2.0
    assert found.score[0, 0] == pytest.approx((capabilities[0] * capabilities[1] ** 2) ** (1 / 3))


def test_another_minimum_coverage_leaves_units_out_and_shifts_are_taken_among_the_rest() -> None:
    units = ranked(flat([1, 1, 1]), [(5, 5, None), (4, 4, 4), (3, 3, 3)])
    found = structures(units, [Alternative("coverage", coverage=0.8)])

    assert units.nominal.tolist() == [1, 2, 3]
    np.testing.assert_equal(found.rank[:, 0], [np.nan, 1, 2])
    assert found.shift.tolist() == [0]


def test_a_dimension_left_out_decides() -> None:
    found = structures(
        ranked(deep([(1,), (1,)]), [(5, 5, 1, 1), (1, 1, 4, 4)]), [Alternative("without", "d1")]
    )

    assert found.rank[:, 0].tolist() == [2, 1]


def test_without_everything_nobody_has_a_rank() -> None:
    found = structures(ranked(deep([(1,)]), [(5, 5), (1, 1)]), [Alternative("without", "d0")])

    assert np.isnan(found.rank).all()
    assert np.isnan(found.shift).all()
