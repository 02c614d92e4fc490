"""What a plan amounts to, in sentences and side by side."""

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.roadmap import LeftOut, Plan, Said
from assessment.roadmap_words import (
    Side,
    against_greedy,
    by_hand,
    figures_table,
    headline,
    proof,
    sides_table,
)


def plan(starts: dict[str, int], *left: str, **figures: object) -> Plan:
    out = tuple(LeftOut(task=one, code="no-room", why=Said(code="clash")) for one in left)
    return Plan(starts=starts, left_out=out, **{"finished": max(starts.values(), default=0), **figures})


def test_the_headline_counts_what_fits() -> None:
    assert headline(plan({"a": 1, "b": 3}), 8, "en") == "All 2 initiatives fit into 3 of 8 phases"
    assert headline(plan({"a": 1}, "b", "c"), 8, "en").endswith("8 phases; 2 are left out")
    assert headline(plan({"a": 1, "b": 1}, "c"), 8, "zh") == "3 项举措中有 2 项排入 8 个阶段，1 项未排入"
    assert headline(plan({}, "a", "b"), 8, "en") == "None of the 2 initiatives is in the plan"
    assert headline(plan({"a": 2}), 8, "en") == "The one initiative is finished in phase 2 of 8"


def test_the_headline_says_where_something_lacks_what_nobody_chose_instead_of_calling_it_a_shortage() -> None:
    def lacking(task: str, code: str, *others: str) -> LeftOut:
        return LeftOut(task=task, code="impossible", why=Said(code=code, tasks=(task, *others)))

    first, behind = lacking("b", "problem.need-pick"), lacking("c", "problem.after-blocked", "b")
    large = lacking("d", "problem.too-large")
    all_lack = plan({"a": 1}).model_copy(update={"left_out": (first, behind)})
    some_lack = plan({"a": 1}).model_copy(update={"left_out": (first, large)})
    one_lacks = plan({"a": 1}).model_copy(update={"left_out": (first,)})

    assert headline(all_lack, 8, "en").endswith("planned; 2 need others first that are not chosen")
    assert "of the 2 left out, one needs another first" in headline(some_lack, 8, "en")
    assert headline(one_lacks, 8, "zh") == "2 项举措中有 1 项排入计划；另外 1 项的前置举措尚未选定"


def test_what_is_not_proved_says_how_much_better_another_could_be() -> None:
    assert proof(plan({"a": 1}, value=10, bound=10, proved=True), "en").startswith("Proved best")
    assert "at least 80.0% of" in proof(plan({"a": 1}, value=8, bound=10), "en")
    assert "stopped" in proof(plan({"a": 1}, value=8, bound=10, stopped=True), "en")
    assert "at least 99.6% of" in proof(plan({"a": 1}, value=9.96, bound=10), "en")


def test_the_greedy_plan_stands_beside() -> None:
    assert "reaches 9.0, 10% less" in against_greedy(plan({"a": 1}, value=10, greedy_value=9), "en")
    assert "reaches the same" in against_greedy(plan({"a": 1}, value=10, greedy_value=10), "en")
    assert "reaches 11.0, 10% more" in against_greedy(plan({"a": 1}, value=10, greedy_value=11), "en")
    assert against_greedy(plan({}), "en") == ""


@pytest.mark.parametrize(("after", "said"), [(9.0, "(−1.0)"), (10.0, "stays 10.0"), (11.5, "(+1.5)")])
def test_moving_by_hand_says_what_it_costs(after: float, said: str) -> None:
    assert said in by_hand(plan({"a": 1}, value=10), plan({"a": 2}, value=after), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_plans_stand_side_by_side_with_what_moved_first(lang: Lang) -> None:
    lengths = {"a": 2, "b": 1, "c": 1, "d": 1}
    one = Side("One", plan({"a": 1, "b": 2, "c": 4}, "d", value=5.0, effort=7.5), lengths)
    other = Side("Other", plan({"a": 1, "b": 4, "d": 3}, "c", value=6.0, effort=7.0), lengths)
    table = sides_table(one, other, {"a": "Alpha"}, lang)
    assert table.row_ids == ("c", "d", "b", "a")
    assert [column.title for column in table.columns][1:3] == ["One", "Other"]
    if lang == "en":
        shown = [[cell.text for cell in row] for row in table.rows]
        assert shown[0] == ["c", "Phase 4", "not planned", "drops out"]
        assert shown[1][3] == "comes in"
        assert shown[2] == ["b", "Phase 2", "Phase 4", "2 phases later"]
        assert shown[3] == ["Alpha", "Phases 1–2", "Phases 1–2", "same"]
        figures = [[cell.text for cell in row] for row in figures_table(one, other, lang).rows]
        assert figures[0] == ["Value", "5.0", "6.0", "+1.0"]
        assert figures[2] == ["Effort, person-months", "7.5", "7.0", "−0.5"]
