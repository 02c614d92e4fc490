"""A plan knows the figures that it was made from."""

import pytest

from assessment.plan_recipe import figures_in, lengths_in, made_from, same_figures, with_lengths
from assessment.roadmap import Need, PlanCase, PlanSettings, Stake, Task

CASE = PlanCase(
    tasks=(
        Task(id="a", name="A", effort={"it": 3.0}, phases=2, benefits={"x": 1.0}, cost=5.0),
        Task(id="b", name="B", predecessors=("a",), needs=(Need(node="x", level=1.0),)),
    ),
    stakes=(Stake(id="x", name="X", level=1.0, target=3.0, importance=0.5), Stake(id="y")),
)


def with_task(**values: object) -> PlanCase:
    first, second = CASE.tasks
    return CASE.model_copy(update={"tasks": (first.model_copy(update=values), second)})


def with_stake(**values: object) -> PlanCase:
    first, second = CASE.stakes
    return CASE.model_copy(update={"stakes": (first.model_copy(update=values), second)})


@pytest.mark.parametrize(
    "other",
    [
        with_task(effort={"it": 4.0}),
        with_task(phases=3),
        with_task(benefits={"x": 1.5}),
        with_task(cost=6.0),
        with_task(predecessors=("b",)),
        with_task(needs=(Need(node="y", level=2.0),)),
        with_stake(level=1.5),
        with_stake(target=None),
        with_stake(importance=1.0),
        CASE.model_copy(update={"tasks": CASE.tasks[:1]}),
    ],
)
def test_every_figure_that_a_plan_rests_on_counts(other: PlanCase) -> None:
    assert same_figures(made_from(CASE), CASE)
    assert not same_figures(made_from(CASE), other)


@pytest.mark.parametrize(
    "other",
    [
        with_task(name="Another", name_zh="甲"),
        with_task(benefits={"x": 1.0 + 1e-12}),
        with_stake(name="Another"),
        CASE.with_settings(PlanSettings(phases=2)),
        CASE.model_copy(update={"tasks": CASE.tasks[::-1], "stakes": CASE.stakes[::-1]}),
    ],
)
def test_names_order_and_settings_are_no_figures(other: PlanCase) -> None:
    assert same_figures(made_from(CASE), other)


def test_a_recipe_says_how_long_the_work_took() -> None:
    said = f"care 1.0 abc {made_from(CASE)}"
    assert lengths_in(said) == {"a": 2, "b": 1}
    assert figures_in(said) == made_from(CASE)
    assert [one.phases for one in with_lengths(CASE, {"a": 4}).tasks] == [4, 1]


def test_a_recipe_without_figures_says_nothing_about_them() -> None:
    assert same_figures("care 1.0 abc", CASE)
    assert (figures_in("care 1.0 abc"), lengths_in("care 1.0 abc")) == ("", {})
    empty = made_from(PlanCase(tasks=()))
    assert lengths_in(empty) == {}
    assert same_figures(empty, PlanCase(tasks=()))
