import pytest

from assessment.assumptions import Assumptions
from assessment.catalogue import Lang
from assessment.flips import Flip, flips
from assessment.rating_noise import rating_noise
from assessment.robustness import robustness
from assessment.robustness_tables import (
    acceptability_table,
    flips_table,
    pairs_table,
    ranks_table,
    structures_table,
    to_csv,
)
from assessment.robustness_words import (
    assumptions_sentence,
    certainty_word,
    column_title,
    flip_sentence,
    flip_shares,
    noise_word,
    pair_sentence,
    structure_name,
    tie_sentence,
)
from assessment.structures import Alternative, structures
from tests.sample_rankings import deep, flat, ranked

RUBRIC = flat([1, 1])
NAMES = ["North", "South", "East"]
FEW = Assumptions(draws=50)


@pytest.mark.parametrize(
    ("factor", "english"),
    [
        (1.384, "South passes North if K 1 counts more than 1.4 times as much."),
        (1.0004, "South passes North if K 1 counts more than 1.1 times as much."),
        (395.3, "South passes North if K 1 counts more than 400 times as much."),
        (0.399, "South passes North if K 1 counts less than 0.39 times as much."),
        (0.0219, "South passes North if K 1 counts less than 0.02 times as much."),
    ],
)
def test_a_flip_is_rounded_away_from_one_so_that_the_printed_figure_is_enough(
    factor: float, english: str
) -> None:
    assert flip_sentence(Flip("k1", factor, 0.5, 0.6), "North", "South", RUBRIC, "en") == english


def test_flips_in_chinese_and_without_one() -> None:
    flip = Flip("k1", 1.384, 0.5, 0.58)

    assert flip_sentence(flip, "广州", "深圳", RUBRIC, "zh") == (
        "只要“K 1”的权重超过现在的 1.4 倍，深圳就会超过广州。"
    )
    assert "No change of one weight" in flip_sentence(None, "North", "South", RUBRIC, "en")
    assert flip_shares(flip, "en") == "Its share among its siblings: 58% instead of 50%."


def test_what_is_nearly_nothing_or_nearly_all_is_neither() -> None:
    shares = flip_shares(Flip("k1", 900.0, 0.001, 0.998), "en")

    assert shares == "Its share among its siblings: >99% instead of <1%."


def test_pairs_are_put_into_words_whichever_is_named_first() -> None:
    found = robustness(ranked(RUBRIC, [(5, 1), (4, 1.6), (2, 0)]), Assumptions(draws=400))

    assert pair_sentence(found, 2, 0, NAMES, "en").startswith(
        "North is at least as good as East on every node"
    )
    assert pair_sentence(found, 0, 1, NAMES, "en").startswith("North is clearly ahead of South")
    tied = robustness(ranked(RUBRIC, [(5, 1), (1, 5)]), Assumptions(draws=400))
    assert "cannot be told apart" in pair_sentence(tied, 0, 1, NAMES, "en")
    assert "难分高下" in pair_sentence(tied, 0, 1, NAMES, "zh")


def test_tied_ranks_are_runs_unless_somebody_stands_between() -> None:
    found = robustness(ranked(RUBRIC, [(5, 1), (1, 4.9), (4.8, 1)]), Assumptions(draws=400))

    sentences = [tie_sentence(found, group, "en") for group in range(len(found.tie_groups))]
    assert found.dominant[0, 2]
    assert sentences == ["Ranks 1–2 cannot be told apart.", "Ranks 2–3 cannot be told apart."]
    alike = robustness(ranked(RUBRIC, [(5, 1), (5, 1)]), FEW)
    assert tie_sentence(alike, 0, "en") == "2 units share rank 1 and cannot be told apart."
    apart = robustness(ranked(flat([1, 1, 1]), [(5, 1, 2), (4.9, 1, 2), (1, 5, 1.8)]), FEW)
    assert [tie_sentence(apart, group, "zh") for group in range(2)] == [
        "第 1、3 名难分高下。",
        "第 2–3 名难分高下。",
    ]


def test_the_assumptions_are_printed() -> None:
    layered = deep([[1, 1], [1]])
    assert assumptions_sentence(Assumptions(), layered, "en") == (
        "Every weight above the indicators varies by up to ±25%; 2,000 draws, seed 2003."
    )
    assert "Nothing is assumed" in assumptions_sentence(Assumptions(None), layered, "en")


def test_where_all_indicators_stand_right_below_the_top_it_is_their_weights_that_vary() -> None:
    assert assumptions_sentence(Assumptions(), RUBRIC, "en") == (
        "The weight of every indicator varies by up to ±25%; 2,000 draws, seed 2003."
    )
    assert assumptions_sentence(Assumptions(None), RUBRIC, "zh").startswith("对指标权重不作任何假设")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_table_has_titles_and_rows_of_its_columns(lang: Lang) -> None:
    units = ranked(deep([(1, 2), (1,)]), [[3] * 6, [4] * 6, [5, 5, 2, 3, 1, 4], [None] * 6])
    found, noise = robustness(units, FEW), rating_noise(units, {})
    tables = (
        ranks_table(found, noise),
        acceptability_table(found),
        pairs_table(found, noise),
        flips_table(units, flips(units)),
        structures_table(units, structures(units)),
    )
    for table in tables:
        assert table.rows
        assert all(column_title(column, lang) for column in table.columns)
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert to_csv(table).count(b"\n") == len(table.rows) + 1
    assert b",nan" not in b"".join(map(to_csv, tables))
    assert tables[0].rows[-1][:2] == ("d", None)


def test_the_recipe_stands_in_every_row_of_the_ranks() -> None:
    units = ranked(RUBRIC, [(1, 2), (2, 4)])
    noise = rating_noise(units, {})

    for spread, written in ((0.25, 0.25), (None, "any")):
        rows = ranks_table(robustness(units, Assumptions(spread, 9, 4)), noise).rows
        assert [row[-3:] for row in rows] == [(written, 9, 4)] * 2


def test_words_and_names() -> None:
    assert (certainty_word("tied", "en"), noise_word("noise", "zh")) == (
        "cannot be told apart",
        "在评分误差之内",
    )
    assert structure_name(Alternative("without", "k1"), RUBRIC, "en") == "without K 1"
    assert structure_name(Alternative("coverage", coverage=0.8), RUBRIC, "zh") == "最低覆盖率 80%"
