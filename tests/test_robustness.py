import itertools
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.assumptions import Assumptions
from assessment.rank_counts import count_ranks
from assessment.ranked_units import rank_matrix
from assessment.robustness import Robustness, certainty, dominance, robustness, robustness_under, tie_groups
from assessment.rollup import compile_tree
from assessment.rubric import Rubric, Rule
from assessment.scoring import Scorer, ranks
from assessment.weight_draws import contest, draw_weights, scores_under, upper_tree, weight_sets
from tests.sample_rankings import deep, flat, ranked
from tests.test_reference_scores import MEANS, PERCENT, asem_rubric

ANY = Assumptions(spread=None, draws=20_000, seed=1)
SE = 4 * (0.25 / ANY.draws) ** 0.5  # four standard errors of a share
THREE = deep([(1, 2), (1, 1, 1), (3,)])
FEW = Assumptions(draws=40, seed=3)


@pytest.fixture
def asem(reference: Path) -> Robustness:
    """ASEM with the 300 stored weight sets."""
    folder = reference / "asem"
    rubric = asem_rubric(reference, "Weight", MEANS, PERCENT)
    leaves = pd.read_csv(folder / "leaf_norm_0_100.csv").set_index("uCode")
    values = leaves[[leaf.id for leaf in rubric.indicators]].to_numpy()
    units = rank_matrix(rubric, list(leaves.index), values)
    field = contest(compile_tree(rubric), units.scores)
    noisy = pd.read_csv(folder / "noisy_weights_300.csv")[list(field.upper.nodes)]
    return robustness_under(units, field, weight_sets(field.upper, noisy.to_numpy()))


@pytest.mark.reference
def test_asem_with_the_stored_weights_has_the_published_rank_statistics(
    asem: Robustness, reference: Path
) -> None:
    stored = pd.read_csv(reference / "asem" / "expected_rankstats_noisy300.csv").set_index("uCode")
    expected = stored.loc[list(asem.ranked.units)]
    ours = {
        "Nominal": asem.ranked.nominal,
        "Mean": asem.ranks.mean,
        "Median": asem.ranks.median,
        "Q5": asem.ranks.low,
        "Q95": asem.ranks.high,
        "Min": asem.ranks.best,
        "Max": asem.ranks.worst,
        "MeanAbsShift": asem.ranks.shift,
    }
    for column, found in ours.items():
        np.testing.assert_allclose(found, expected[column], rtol=0, atol=1e-9, err_msg=column)
    assert asem.ranks.shift.mean() == pytest.approx(1.0403, abs=5e-5)
    assert (asem.draws, asem.assumptions) == (300, None)


@pytest.mark.reference
def test_asem_has_71_pairs_that_no_weights_of_the_pillars_can_reverse(asem: Robustness) -> None:
    assert asem.dominant.sum() == 71
    assert (asem.wins[asem.dominant] == 1).all()


def test_three_specialists_under_any_weights_take_every_rank_equally_often() -> None:
    found = robustness(ranked(flat([1, 1, 1]), [(1, 0, 0), (0, 1, 0), (0, 0, 1)]), ANY)

    np.testing.assert_allclose(found.ranks.acceptability, 1 / 3, atol=SE)
    assert found.tie_groups == ((0, 1, 2),)


def test_a_specialist_beats_an_all_rounder_in_six_of_ten_weightings() -> None:
    found = robustness(ranked(flat([1, 1]), [(1, 0), (0.4, 0.4)]), ANY)

    specialist, other = found.ranked.row("a"), found.ranked.row("b")
    assert found.wins[specialist, other] == pytest.approx(0.6, abs=SE)
    assert found.certainty(specialist, other) == "tied"


def test_the_same_seed_gives_the_same_result_and_another_seed_another() -> None:
    units = ranked(THREE, np.random.default_rng(1).uniform(1, 5, (9, 12)).tolist())
    one, again, other = (robustness(units, Assumptions(draws=700, seed=seed)) for seed in (5, 5, 6))

    assert np.array_equal(one.wins, again.wins)
    assert one.ranks.acceptability.tobytes() == again.ranks.acceptability.tobytes()
    assert not np.array_equal(one.wins, other.wins)


def test_no_spread_leaves_every_rank_where_it_is() -> None:
    units = ranked(flat([3, 1]), [(4, 1), (1, 4), (2, 2)])
    found = robustness(units, Assumptions(spread=0, draws=7))

    assert found.ranks.acceptability.tolist() == np.eye(3).tolist()
    assert not found.ranks.shift.any()


def test_units_alike_in_everything_tie_in_every_draw() -> None:
    found = robustness(ranked(flat([1, 1, 1]), [(2, 3, 1), (5, 5, 5), (2, 3, 1)]), FEW)

    assert found.ranked.nominal.tolist() == [1, 2, 2]
    assert found.ranks.acceptability[1:].tolist() == [[0, 1, 0]] * 2
    assert found.wins[1, 2] == found.wins[2, 1] == 0
    assert found.tie_groups == ((1, 2),)


def test_weights_of_indicators_inside_a_capability_stay_as_they_are() -> None:
    tree = compile_tree(THREE)
    upper = upper_tree(tree)

    assert upper.nodes == ("d0", "d0.c0", "d0.c1", "d1", "d1.c0", "d1.c1", "d1.c2", "d2", "d2.c0")
    assert upper.varied.all()
    assert [upper.nodes[column] for column in upper.base] == [n for n in upper.nodes if "." in n]
    drawn = np.concatenate(list(draw_weights(upper, Assumptions(draws=1200))))
    assert drawn.shape == (1200, 9)
    assert (np.abs(drawn / upper.weights - 1) <= 0.25).all()
    assert np.abs(drawn / upper.weights - 1).max() > 0.24


def test_an_indicator_beside_capabilities_keeps_its_weight_and_one_without_weight_is_left_out() -> None:
    root = THREE.root.children[0].model_copy(
        update={"children": (*THREE.root.children[0].children, THREE.indicators[11], THREE.indicators[10])}
    )
    last = root.children[-1].model_copy(update={"weight": 0.0, "id": "unused"})
    mixed = Rubric(
        id="m", version="1", name="M", tiers=("t", "c", "i"),
        tree=(root.model_copy(update={"children": (*root.children[:-1], last)}),),
    )  # fmt: skip
    upper = upper_tree(compile_tree(mixed))

    assert upper.nodes == ("d0.c0", "d0.c1", "d2.c0.y")
    assert upper.varied.tolist() == [True, True, False]


RULES: tuple[Rule, ...] = ("mean", "geometric", "harmonic", "median", "min", "staged")


def _reweighted(rubric: Rubric, weights: dict[str, float]) -> Rubric:
    def changed(nodes: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(
            node.model_copy(
                update={
                    "weight": weights.get(node.id, node.weight),
                    "children": changed(node.children),
                    "stage": 1,
                }
            )
            for node in nodes
        )

    return Rubric(
        **{name: getattr(rubric, name) for name in Rubric.model_fields} | {"tree": changed(rubric.tree)}
    )


@given(st.data())
def test_a_draw_is_the_roll_up_with_other_weights(data: st.DataObject) -> None:
    rules = data.draw(st.lists(st.sampled_from(RULES), min_size=4, max_size=4))
    rubric = _reweighted(deep([(1, 2), (1, 1, 1), (3,)], rules, min_coverage=0.0), {})
    cells = st.sampled_from([1.0, 1.5, 2.0, 3.5, 5.0, None, "na"])
    rows = data.draw(st.lists(st.lists(cells, min_size=12, max_size=12), min_size=2, max_size=5))
    units = ranked(rubric, rows)
    field = contest(compile_tree(rubric), units.scores)
    weights = next(draw_weights(field.upper, Assumptions(draws=3)))
    if not units.units:
        return
    found = np.concatenate([scores.copy() for scores in scores_under(field, weights, at_once=2)])
    for drawn, scores in zip(weights, found, strict=True):
        other = _reweighted(rubric, dict(zip(field.upper.nodes, drawn.tolist(), strict=True)))
        expected = Scorer(other).matrix(units.values, units.not_applicable).score[:, 0]
        np.testing.assert_allclose(scores, expected, atol=1e-9)


@given(st.lists(st.lists(st.integers(1, 5), min_size=6, max_size=6), min_size=1, max_size=7), st.booleans())
def test_ranks_and_wins_are_what_ranking_each_draw_gives(rows: list[list[int]], alike: bool) -> None:  # noqa: FBT001
    units = ranked(flat([1, 2, 3, 1, 1, 1]), [*rows, rows[0]] if alike else rows)
    field = contest(compile_tree(units.rubric), units.scores)
    weights = next(draw_weights(field.upper, FEW))
    counts = count_ranks(field, [weights], pairs=True)
    size = len(units.units)
    expected, wins = np.zeros((size, size), int), np.zeros((size, size), int)
    for scores in next(scores_under(field, weights)):
        place = [rank or 0 for rank in ranks(scores)]
        for one in range(size):
            expected[one, place[one] - 1] += 1
        for one, other in itertools.permutations(range(size), 2):
            wins[one, other] += place[one] < place[other]

    assert counts.ranks.tolist() == expected.tolist()
    assert counts.wins is not None
    assert counts.wins.tolist() == wins.tolist()


def test_more_draws_than_are_held_at_once_are_all_counted() -> None:
    units = ranked(flat([1, 1]), [(3, 1), (1, 3)])
    found = robustness(units, Assumptions(draws=1_733))

    assert found.ranks.acceptability.sum(axis=1) == pytest.approx([1, 1])
    assert found.wins.sum() == pytest.approx(1)


def test_dominance_needs_the_same_nodes_and_an_advantage() -> None:
    units = ranked(
        flat([1, 1, 1], min_coverage=0.5), [(4, 4, 4), (3, 4, 4), (4, 4, 4), (5, None, 5), (1, None, 4)]
    )
    found = dominance(contest(compile_tree(units.rubric), units.scores))

    pairs = {(units.units[one], units.units[other]) for one, other in np.argwhere(found)}
    assert pairs == {("a", "b"), ("c", "b"), ("d", "e")}


@pytest.mark.parametrize(
    ("probability", "word"),
    [(1.0, "clear"), (0.95, "clear"), (0.9499, "likely"), (0.8, "likely"), (0.7999, "tied"), (0.5, "tied")],
)
def test_the_word_for_a_lead(probability: float, word: str) -> None:
    assert certainty(probability) == word


def test_groups_overlap_where_being_tied_does_not_carry_over() -> None:
    tied = np.zeros((5, 5), np.bool_)
    for one, other in ((0, 1), (1, 2), (2, 3), (1, 3)):
        tied[one, other] = tied[other, one] = True

    assert tie_groups(tied) == ((0, 1), (1, 2, 3))
    assert tie_groups(np.zeros((3, 3), np.bool_)) == ()


@given(st.integers(2, 9).flatmap(lambda n: st.lists(st.booleans(), min_size=n * n, max_size=n * n)))
def test_two_units_share_a_group_exactly_when_they_are_tied(cells: list[bool]) -> None:
    size = round(len(cells) ** 0.5)
    tied = np.triu(np.array(cells).reshape(size, size), 1)
    tied |= tied.T
    groups = [set(group) for group in tie_groups(tied)]

    for one, other in itertools.combinations(range(size), 2):
        assert bool(tied[one, other]) == any({one, other} <= group for group in groups)
    assert not any(one < other for one in groups for other in groups)


def test_a_ranking_of_nobody_and_of_one() -> None:
    nobody = robustness(ranked(flat([1, 1]), [(None, None)]), FEW)
    alone = robustness(ranked(flat([1, 1]), [(1, 2)]), FEW)

    assert (nobody.wins.shape, nobody.tie_groups) == ((0, 0), ())
    assert (alone.ranks.low.tolist(), alone.groups_of(0)) == ([1.0], ())


@pytest.mark.parametrize("wrong", [{"spread": 1.5}, {"spread": -0.1}, {"draws": 0}, {"seed": -1}])
def test_assumptions_that_cannot_be_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Assumptions(**wrong)  # type: ignore[arg-type]


def test_given_weights_must_fit() -> None:
    upper = upper_tree(compile_tree(flat([1, 1])))

    with pytest.raises(ValueError, match="draws x 2"):
        list(weight_sets(upper, [[1, 2, 3]]))
    with pytest.raises(ValueError, match="not above 0"):
        list(weight_sets(upper, [[1, 0]]))
