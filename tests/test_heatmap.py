"""Units x nodes at a glance: figures, ranks, order, marks, and the sentence above them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.shelf import FileShelf
from assessment.heatmap import (
    Order,
    columns_of,
    heat_map,
    marked_cells,
    row_order,
    tags,
    units_in,
    whole_steps,
)
from assessment.heatmap_words import Shown, heat_map_table, title
from assessment.rated_units import RatedUnits
from assessment.ratings import Rating
from assessment.references import against_levels
from assessment.report.numbers import MINUS, rounded

RUBRIC = FileShelf().rubric("crm-five-capabilities")
NAMES = {"a": "Anyang", "b": "Baoding", "c": "Cangzhou", "d": "Dali", "": "Target"}
TOP = tuple(node.id for node in RUBRIC.of_tier("dimension"))


def rated(**levels: float) -> RatedUnits:
    """Units that have the same level in every indicator; NaN for one that is not assessed."""
    values = np.array([[level] * len(RUBRIC.indicators) for level in levels.values()])
    return RatedUnits(tuple(levels), values, np.zeros(values.shape, np.bool_))


def shown(units: RatedUnits, order: str = "", target: float | None = None, lang: Lang = "en") -> Shown:
    levels = {} if target is None else {("", node.id): target for node in RUBRIC.nodes}
    held = None if target is None else against_levels(RUBRIC, units, levels)
    found = heat_map(RUBRIC, units, held)
    rows = tuple(row_order(found, Order.read(order)).tolist())
    return Shown(found, RUBRIC, rows, columns_of(RUBRIC, "dimension"), NAMES, {}, lang)


def test_the_highest_comes_first_and_who_has_no_score_last() -> None:
    units = rated(a=2.0, b=math.nan, c=4.0, d=2.0)
    assert shown(units).rows == (0, 1, 2, 3)
    assert shown(units, "insight").rows == (2, 0, 3, 1)
    assert shown(units, "-insight").rows == (0, 3, 2, 1)
    assert shown(units, "gone").rows == (0, 1, 2, 3)


def test_equal_figures_share_the_better_rank() -> None:
    found = heat_map(RUBRIC, rated(a=2.0, b=math.nan, c=4.0, d=2.0))
    assert found.rank[:, 0].tolist() == [2, 0, 1, 2]


def test_a_reference_ranks_by_what_is_shown() -> None:
    found = shown(rated(a=2.0, b=3.5), target=3.0).found
    assert found.figures[:, 0].tolist() == [-1.0, 0.5]
    assert found.score[:, 0].tolist() == [2.0, 3.5]


def test_clicks_on_a_column_go_down_up_and_back_to_the_tree() -> None:
    first = Order().after_click("insight")
    second = first.after_click("insight")
    assert [first.written(), second.written()] == ["insight", "-insight"]
    assert second.after_click("insight") == Order() == Order.read("")
    assert second.after_click("customer") == Order("customer")


def test_columns_are_the_whole_and_one_tier_or_all() -> None:
    assert columns_of(RUBRIC, "dimension") == ("overall", *TOP)
    assert len(columns_of(RUBRIC, "all")) == len(RUBRIC.nodes)


def test_a_score_on_little_is_marked() -> None:
    units = rated(a=2.0)
    first = {leaf.id for node in RUBRIC.nodes if node.id == TOP[0] for leaf in node.walk()}
    units.values[
        0, [leaf.id in first or leaf.id == RUBRIC.indicators[-1].id for leaf in RUBRIC.indicators]
    ] = np.nan
    found = heat_map(RUBRIC, units)
    coverage = found.scores.coverage[0, 0]
    assert 0.6 <= coverage < 0.8
    assert found.low_coverage[0, 0]
    assert not heat_map(RUBRIC, rated(a=2.0)).low_coverage.any()


@given(st.floats(-100, 100, allow_nan=False), st.sampled_from([1, 2]))
def test_the_browsers_figures_are_rounded_as_everywhere(value: float, places: int) -> None:
    steps = int(whole_steps(np.array([value]), places)[0])
    assert f"{steps / 10**places:.{places}f}".replace("-", MINUS) == rounded(value, places)


def test_missing_figures_and_halves_round_as_said() -> None:
    assert whole_steps(np.array([np.nan, 2.45, -2.45, 1.005]), 1).tolist() == [0, 25, -25, 10]
    assert whole_steps(np.array([1.005]), 2).tolist() == [101]


def test_tags_know_their_units_the_most_used_first() -> None:
    def rating(unit: str, tag: str, *, withdrawn: bool = False) -> Rating:
        place = {"unit": unit, "wave": "1", "rater": "li", "indicator": TOP[0]}
        return Rating(**place, score=2.0, tag=tag, withdrawn=withdrawn)

    found = tags([rating("a", "late"), rating("a", "pilot"), rating("b", "pilot"), rating("c", "")])
    assert list(found.items()) == [("pilot", frozenset("ab")), ("late", frozenset("a"))]


def test_filters_narrow_each_other() -> None:
    assert units_in(["a", "b", "c"], frozenset("ab"), frozenset("bc")) == ("b",)
    assert units_in(["a", "b"], None, frozenset()) == ()


def test_marked_ratings_mark_the_nodes_above() -> None:
    found = heat_map(RUBRIC, rated(a=2.0, b=3.0))
    cells = marked_cells(found, {"b": frozenset({"overall", "insight"})})
    assert cells.sum() == 2
    assert cells[1, found.column("insight")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_is_made_from_the_figures(lang: Lang) -> None:
    units = rated(a=2.0, b=4.0)
    said = {
        "en": "Anyang reaches 2.0 overall, among 2 units between 2.0 and 4.0; they lie furthest apart in",
        "zh": "Anyang 总体得分 2.0，2 个单位介于 2.0 与 4.0 之间；差距最大的是",
    }
    assert title(shown(units, lang=lang), "a").startswith(said[lang])
    assert title(shown(units, lang=lang), "elsewhere").startswith({"en": "2 units lie", "zh": "2 个"}[lang])


def test_the_sentence_names_no_range_where_all_overall_scores_print_alike() -> None:
    units = rated(a=2.0, b=2.0)
    assert title(shown(units), "a").startswith(
        "Anyang reaches 2.0 overall, and so does everyone with a score"
    )
    assert title(shown(units), "elsewhere").startswith("All 2 units that have a score reach 2.0 overall")


def test_the_sentence_fits_one_unit_and_units_without_scores() -> None:
    assert title(shown(rated(a=2.0)), "a") == "Anyang reaches 2.0 of 5 overall"
    assert title(shown(rated(a=math.nan)), "a") == "Anyang has no overall score yet"
    assert title(shown(rated(a=math.nan, b=math.nan)), "a") == "None of 2 units has an overall score yet"
    assert title(shown(rated(a=2.0, b=math.nan)), "b") == "Anyang reaches 2.0 of 5 overall"


def test_against_a_reference_it_says_where_a_unit_is_behind() -> None:
    units = rated(a=2.0, b=4.0, c=math.nan)
    held = shown(units, target=3.0)
    assert title(held, "a").startswith(f"Against “Target”: Anyang is {MINUS}1.0 overall, furthest behind in")
    assert "nowhere behind" in title(held, "b")
    assert title(held, "c").startswith("Against “Target”: 1 of 2 units are behind overall, 1 ahead; most are")
    assert title(held, "") == title(held, "c")
    assert title(shown(rated(a=4.0), target=3.0), "").startswith("Against “Target”: 0 of 1 units are")


def test_without_any_figure_to_hold_against_it_says_so() -> None:
    units = rated(a=2.0)
    found = heat_map(RUBRIC, units, against_levels(RUBRIC, units, {}))
    view = Shown(found, RUBRIC, (0,), ("overall",), NAMES, {}, "en")
    assert title(view, "a") == "No figure to hold these units against: Target"
    assert heat_map_table(view, "t").rows[0][1].shown == "nothing to hold it against"


def test_the_table_has_the_rows_in_their_order_with_words_for_what_is_missing() -> None:
    view = shown(rated(a=2.0, b=math.nan, c=4.0), "insight")
    table = heat_map_table(view._replace(marked={"c": frozenset({"overall"})}), "Heat-map")
    assert [row[0].text for row in table.rows] == ["Cangzhou", "Anyang", "Baoding"]
    assert [row[1].shown for row in table.rows] == ["4.0†", "2.0", "not enough data"]
    assert table.rows[0][1].level == 0.8
    assert len(table.notes) == 1
    held = heat_map_table(shown(rated(a=2.0), target=3.0), "Heat-map")
    assert (held.rows[0][1].text, held.rows[0][1].kind) == (f"{MINUS}1.0", "difference")
    assert held.notes == ("Difference: Target",)
