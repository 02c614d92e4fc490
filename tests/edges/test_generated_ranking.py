"""Rating noise in the generated engagement; what weights can and cannot turn is in test_generated_truths."""

from assessment.edges.generated import Shape, generate
from assessment.edges.shelf import FileShelf
from assessment.ranked_units import rank_units
from assessment.rating_noise import compare_noise, rating_noise, votes_by_rater
from assessment.service import adopted_ratings


def test_a_lead_that_was_built_in_is_beyond_rating_noise_and_a_tie_is_not() -> None:
    rubric = FileShelf().rubric("crm-five-capabilities")
    made = generate(rubric, 1, Shape(provinces=1, branches=13))
    ratings = list(made.ratings(made.waves[-1].id))
    ranked = rank_units(rubric, adopted_ratings(ratings))
    noise = rating_noise(ranked, votes_by_rater(ratings))
    clear = [(ranked.row(better), ranked.row(worse)) for better, worse in made.truths.clear]
    tied = [(ranked.row(group[0]), ranked.row(group[1])) for group in made.truths.tied]

    assert all(count >= 3 for count in noise.raters)
    assert set(compare_noise(ranked, noise, clear).verdicts) == {"clear"}
    assert "clear" not in compare_noise(ranked, noise, tied).verdicts
