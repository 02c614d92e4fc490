"""Whether what was built into generated engagements is found, over many seeds."""

import pytest

from assessment.assumptions import Assumptions
from assessment.edges.generated import Generated, Shape, generate
from assessment.edges.shelf import FileShelf
from assessment.ranked_units import rank_units
from assessment.robustness import Robustness, robustness
from assessment.service import adopted_ratings

SEEDS = 100
RUBRIC = FileShelf().rubric("crm-five-capabilities")
ONE_PROVINCE = Shape(provinces=1, branches=13)


@pytest.fixture(scope="module")
def found() -> list[tuple[Generated, Robustness]]:
    """Per seed, what was made and what its last wave's ratings say."""
    cases = []
    for seed in range(SEEDS):
        made = generate(RUBRIC, seed, ONE_PROVINCE)
        ranked = rank_units(RUBRIC, adopted_ratings(made.ratings("2026")))
        cases.append((made, robustness(ranked, Assumptions(draws=1000))))
    return cases


@pytest.mark.parametrize("place", [0, 1])
def test_branches_that_are_tied_share_a_tie_group_in_95_of_100_seeds(
    place: int, found: list[tuple[Generated, Robustness]]
) -> None:
    shared = 0
    for made, said in found:
        rows = {said.ranked.row(unit) for unit in made.truths.tied[place]}
        shared += any(rows <= set(group) for group in said.tie_groups)
    assert shared >= 95


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_branch_that_is_truly_better_is_called_clear(
    place: int, found: list[tuple[Generated, Robustness]]
) -> None:
    for made, said in found:
        better, worse = (said.ranked.row(unit) for unit in made.truths.clear[place])
        assert said.wins[better, worse] > 0.5
        assert said.certainty(better, worse) == "clear"
        assert not any({better, worse} <= set(group) for group in said.tie_groups)


def test_a_branch_ahead_at_every_node_is_dominant(found: list[tuple[Generated, Robustness]]) -> None:
    for made, said in found:
        for better, worse in made.truths.dominant:
            assert said.dominant[said.ranked.row(better), said.ranked.row(worse)]
