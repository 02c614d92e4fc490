from assessment.benchmark import PublishedScore
from assessment.report.cells import (
    bound_cell,
    coverage_cell,
    difference_cell,
    level_cell,
    printed_cell,
    score_cell,
)
from assessment.rubric import Scale
from assessment.scoring import NodeScore

SCALE = Scale(min=1.0, max=5.0)
NOT_APPLICABLE = NodeScore("a", "indicator", None, None, None, None, "na")


def test_a_score_keeps_its_unrounded_figure_and_its_place_on_the_scale() -> None:
    cell = score_cell(NodeScore("a", "indicator", 2.625, 2.625, 2.625, 1.0, "scored"), SCALE, "en")

    assert (cell.text, cell.value, cell.level) == ("2.6", 2.625, (2.625 - 1) / 4)


def test_what_does_not_apply_has_neither_score_nor_bounds_nor_coverage() -> None:
    cells = [
        score_cell(NOT_APPLICABLE, SCALE, "zh"),
        bound_cell(NOT_APPLICABLE.low, "zh"),
        coverage_cell(NOT_APPLICABLE, "zh"),
    ]

    assert [(cell.text, cell.value, cell.state) for cell in cells] == [("不适用", None, "na")] * 3


def test_an_illegible_figure_is_marked_and_never_guessed() -> None:
    figure = PublishedScore(operator="o", node="a", score=None, mark="illegible")
    cell = printed_cell(figure, SCALE, "en")

    assert (cell.shown, cell.value, cell.state) == ("illegible†", None, "unknown")


def test_a_printed_figure_has_one_decimal_at_least_and_two_where_the_source_has() -> None:
    printed = {"4": 4.0, "2.70": 2.7, "1.5": 1.5, "": 3.0}
    cells = [
        printed_cell(PublishedScore(operator="o", node="a", score=score, printed=text), SCALE, "en")
        for text, score in printed.items()
    ]

    assert [cell.shown for cell in cells] == ["4.0", "2.70", "1.5", "3.0"]


def test_a_difference_is_free_of_the_dust_of_binary_fractions() -> None:
    assert difference_cell(1.43, 1.375, "en", 2).value == 0.055
    assert difference_cell(1.43, 1.375, "en", 2).text == "+0.06"
    assert difference_cell(1.43, None, "en").text == "no comparison"


def test_a_level_that_nobody_set_is_a_word() -> None:
    assert level_cell(None, SCALE, "not set").text == "not set"
    assert level_cell(3.0, SCALE, "not set").level == 0.5
