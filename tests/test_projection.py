"""The scores that a plan buys, recomputed by hand."""

from assessment.projection import project
from assessment.ratings import Rating
from assessment.roadmap import PlanCase, PlanSettings, Stake, Task
from assessment.roadmap_records import Promise
from assessment.scoring import Scorer
from tests.small_rubric import RUBRIC

SETTINGS = PlanSettings(phases=3)
TASKS = (
    Task(id="x", phases=2, benefits={"a.1": 1.0}),
    Task(id="y", benefits={"a.1": 2.0, "b.1": 1.0}),
)
STAKES = (Stake(id="a.1", level=1, target=3, importance=1), Stake(id="b.1", level=4, target=4, importance=1))
STARTS = {"x": 1, "y": 3}


def _rating(indicator: str, score: float | None) -> Rating:
    state = "scored" if score is not None else "unknown"
    return Rating(unit="u", wave="w", rater="r", indicator=indicator, score=score, state=state)


def _projected(**scores: float | None) -> dict[tuple[int, str], Promise]:
    ratings = {
        name.replace("_", "."): _rating(name.replace("_", "."), score) for name, score in scores.items()
    }
    found = project(Scorer(RUBRIC), ratings, PlanCase(tasks=TASKS, stakes=STAKES, settings=SETTINGS), STARTS)
    return {(one.phase, one.node): one for one in found}


def test_a_score_moves_when_the_work_is_finished_and_stops_at_the_target() -> None:
    found = _projected(a_1=1.0, a_2=2.0, b_1=4.0)

    assert [found[phase, "a.1"].score for phase in range(4)] == [1, 1, 2, 3]  # 1 + 1 + 2, target 3
    assert [found[phase, "a"].score for phase in range(4)] == [1.5, 1.5, 2, 2.5]
    assert [found[phase, "b.1"].score for phase in range(4)] == [4, 4, 4, 4]  # it is at its target
    assert [found[phase, "overall"].score for phase in range(4)] == [2.75, 2.75, 3, 3.25]


def test_low_takes_half_of_every_lift_and_high_half_as_much_again() -> None:
    found = _projected(a_1=1.0, a_2=2.0, b_1=4.0)

    assert (found[2, "a.1"].low, found[2, "a.1"].high) == (1.5, 2.5)
    assert (found[3, "a.1"].low, found[3, "a.1"].high) == (2.5, 3)
    assert (found[0, "overall"].low, found[0, "overall"].high) == (2.75, 2.75)


def test_what_is_not_assessed_is_not_lifted_and_coverage_stays() -> None:
    found = _projected(a_1=None, a_2=2.0, b_1=4.0)

    assert [found[phase, "a.1"].score for phase in range(4)] == [None] * 4
    assert found[3, "a"].score is None  # half of it is assessed, before the plan and after it
