"""The ranking finds what is built into the generated engagement."""

import pytest

from assessment.edges.generated import Generated, Shape, generate
from assessment.edges.shelf import FileShelf
from assessment.ranked_units import rank_units
from assessment.rating_noise import compare_noise, rating_noise, votes_by_rater
from assessment.robustness import Robustness, robustness
from assessment.rubric import Rubric
from assessment.service import adopted_ratings
from assessment.weight_draws import Assumptions

SEEDS = 100
ONE_PROVINCE = Shape(provinces=1, branches=13)
FEW = Assumptions(draws=500)


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return FileShelf().rubric("crm-five-capabilities")


def _trusted(rubric: Rubric, made: Generated) -> Robustness:
    ratings = made.ratings(made.waves[-1].id)
    return robustness(rank_units(rubric, adopted_ratings(ratings)), FEW)


def _finds_the_ties(found: Robustness, made: Generated) -> bool:
    return all(
        any({found.ranked.row(unit) for unit in tied} <= set(group) for group in found.tie_groups)
        for tied in made.truths.tied
    )


def _finds_the_leads(found: Robustness, made: Generated) -> bool:
    rows = [(found.ranked.row(better), found.ranked.row(worse)) for better, worse in made.truths.clear]
    return all(found.wins[one, other] >= 0.95 for one, other in rows)


def test_ties_and_clear_leads_are_found_whatever_the_seed(rubric: Rubric) -> None:
    ties = leads = 0
    for seed in range(SEEDS):
        made = generate(rubric, seed, ONE_PROVINCE)
        found = _trusted(rubric, made)
        ties += _finds_the_ties(found, made)
        leads += _finds_the_leads(found, made)

    assert ties >= 0.95 * SEEDS
    assert leads == SEEDS


def test_who_is_better_at_every_node_is_dominant_and_beyond_rating_noise(rubric: Rubric) -> None:
    made = generate(rubric, 1, ONE_PROVINCE)
    found = _trusted(rubric, made)
    rows = [(found.ranked.row(better), found.ranked.row(worse)) for better, worse in made.truths.dominant]
    votes = votes_by_rater(made.ratings(made.waves[-1].id))
    noise = rating_noise(found.ranked, votes)

    assert all(found.dominant[pair] for pair in rows)
    assert set(compare_noise(found.ranked, noise, rows).verdicts) == {"clear"}
    assert all(count >= 3 for count in noise.raters)
