from collections import Counter

import numpy as np
import pytest

from assessment.agreement import disputes
from assessment.edges.generated import Generated, Shape, generate, load_generated
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.rated_units import RatedUnits, rated_units
from assessment.ratings import Rating
from assessment.service import adopted_ratings
from assessment.wave_change import WaveChange, rerated_places, wave_change

SMALL = Shape(provinces=2, branches=26)
SHELF = FileShelf()
RUBRIC = SHELF.rubric("crm-five-capabilities")


@pytest.fixture(scope="module")
def made() -> Generated:
    return generate(RUBRIC, seed=7, shape=Shape(provinces=5, branches=65))


def _counted(ratings: list[Rating]) -> RatedUnits:
    return rated_units(RUBRIC, adopted_ratings(ratings))


@pytest.fixture(scope="module")
def change(made: Generated) -> WaveChange:
    before, after = list(made.ratings("2025")), list(made.ratings("2026"))
    return wave_change(RUBRIC, _counted(before), _counted(after), rerated_places(before, after))


@pytest.mark.parametrize("name", ["account-team-self-check", "analytics-maturity"])
def test_a_rubric_of_another_shape_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValueError, match=f"need 5 dimensions on a scale of 0 to 5 .* {name} has"):
        generate(SHELF.rubric(name), shape=SMALL)


def test_one_operator_has_31_provinces_and_400_branches_in_three_waves() -> None:
    whole = generate(RUBRIC)

    assert Counter(unit.kind for unit in whole.units) == {"operator": 1, "province": 31, "branch": 400}
    assert len(whole.waves) == 3
    assert {len(panel) for panel in whole.panels.values()} == {2, 3, 4}
    assert len(whole.truths.events) == 400


def test_it_says_in_both_languages_that_it_is_generated(made: Generated) -> None:
    operator = made.units[0]
    for named in (made.engagement, operator, *made.waves, *made.people):
        assert "enerated" in named.name
        assert "生成" in named.name_zh
    assert made.engagement.illustrative
    items, _ = made.evidence()
    assert all("enerated" in item.text and "生成" in item.text_zh for item in items)


def test_the_same_seed_makes_the_same_and_another_seed_another() -> None:
    one, again, other = (generate(RUBRIC, seed, SMALL) for seed in (1, 1, 2))

    assert list(one.ratings("2026")) == list(again.ratings("2026"))
    assert one.truths == again.truths
    assert list(one.ratings("2026")) != list(other.ratings("2026"))


def test_a_branch_is_the_same_however_many_others_there_are(made: Generated) -> None:
    few = generate(RUBRIC, seed=7, shape=Shape(provinces=1, branches=13))

    assert few.branches == made.branches[:13]


def test_votes_lie_on_the_scale_and_tell_why_something_does_not_apply(made: Generated) -> None:
    ratings = list(made.ratings("2026"))

    assert all(RUBRIC.scale.holds(rating.score) for rating in ratings if rating.score is not None)
    assert {rating.state for rating in ratings} == {"scored", "na"}
    assert {rating.unit for rating in ratings} == {unit.id for unit in made.units if unit.kind == "branch"}


def test_every_branchs_change_is_made_of_what_really_happened(made: Generated, change: WaveChange) -> None:
    kinds = {unit: change.kind(unit, "overall") for unit in made.truths.events}

    for unit in made.truths.of_kind("unchanged"):
        assert kinds[unit] == "unchanged"
    for unit in made.truths.of_kind("improved"):
        assert kinds[unit] == "real"
        assert change.real[change.units.index(unit), 0] > 0
    for unit in made.truths.of_kind("rerated"):
        assert kinds[unit] == "rerated"
    for unit in (*made.truths.of_kind("scope"), *made.truths.of_kind("lapsed")):
        assert kinds[unit] in {"scope", "unchanged"}
    assert set(kinds.values()) == {"unchanged", "real", "rerated", "scope"}


def test_what_was_not_assessed_again_is_found(made: Generated, change: WaveChange) -> None:
    for unit, event in made.truths.events.items():
        expected = event.indicators if event.kind == "lapsed" else ()
        assert change.open_indicators(unit) == expected


def test_who_is_built_to_be_ahead_at_every_node_is(made: Generated) -> None:
    counted = _counted(list(made.ratings("2026")))
    for better, worse in made.truths.dominant:
        ahead = counted.values[counted.units.index(better)]
        assert (ahead >= counted.values[counted.units.index(worse)]).all()


def test_tied_branches_are_equal_but_for_the_raters_errors(made: Generated) -> None:
    assert [len(group) for group in made.truths.tied] == [2, 3]
    levels = {branch.unit: branch.levels[-1] for branch in made.branches}
    for group in made.truths.tied:
        totals = {
            np.mean(
                [
                    np.mean([levels[unit][leaf.id] for leaf in node.walk() if leaf.is_indicator])
                    for node in RUBRIC.root.children
                ]
            )
            for unit in group
        }
        assert len({round(float(total), 9) for total in totals}) == 1


def test_the_built_in_disputes_come_first(made: Generated) -> None:
    found = disputes(RUBRIC, made.ratings("2026"))
    first = {(one.unit, one.indicator) for one in found[: len(made.truths.disputed)]}

    assert first == set(made.truths.disputed)
    assert all(one.split for one in found[: len(made.truths.disputed)])


def test_loading_it_again_or_after_an_interruption_changes_or_completes_it() -> None:
    store, begun = MemoryStore(), MemoryStore()
    engagement = load_generated(store, SHELF, 3, SMALL)
    revision = store.revision()
    half = generate(RUBRIC, 3, SMALL)
    begun.add_engagement(half.engagement, half.units, half.waves, half.people)
    begun.save_ratings(engagement, half.ratings("2024", half.branches[:13]))

    load_generated(store, SHELF, 3, SMALL)
    load_generated(begun, SHELF, 3, SMALL)

    assert engagement == "generated-3"
    assert store.revision() == revision
    assert [rating.key for rating in begun.ratings(engagement)] == [
        rating.key for rating in store.ratings(engagement)
    ]
    assert begun.evidence(engagement) == store.evidence(engagement)
    assert store.targets(engagement)[("", "overall")].level == 4.0
