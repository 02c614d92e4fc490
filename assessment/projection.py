"""The scores that a plan buys: the roll-up after each phase, with the gaps closed that are closed by then."""

from collections.abc import Iterator, Mapping
from typing import Final

from assessment.ratings import Rating
from assessment.roadmap import PlanCase
from assessment.roadmap_records import Promise
from assessment.rubric import Rubric
from assessment.scoring import NodeScore, Scorer

LIFT_SHARES: Final = (0.5, 1.0, 1.5)
"""If initiatives lift half of what they say, exactly that, and half as much again: low, projected, high."""


def project(
    scorer: Scorer, ratings: Mapping[str, Rating], case: PlanCase, starts: Mapping[str, int]
) -> tuple[Promise, ...]:
    """The score of every node before the plan and after each phase.

    An indicator that is scored gains what the tasks finished by then lift it by, at most up to its target
    (the top of the scale without one); all others stay as they are, and so does every coverage. Low and high
    come from `LIFT_SHARES` and are capped by the target, too; what is not assessed adds nothing to them.

    Args:
        scorer: of the rubric.
        ratings: indicator -> the adopted rating of the unit.
        case: tasks and stakes; lifts of nodes that are no indicators move nothing.
        starts: task -> the first phase of its work.

    Returns:
        Phase 0 first, nodes in the order of `Rubric.nodes`.
    """
    return tuple(_promises(scorer, ratings, case, starts))


def _promises(
    scorer: Scorer, ratings: Mapping[str, Rating], case: PlanCase, starts: Mapping[str, int]
) -> Iterator[Promise]:
    ceilings = _ceilings(case, scorer.rubric)
    for phase in range(case.settings.phases + 1):
        gained = _gained(case, starts, phase)
        low, middle, high = (scorer.unit(_lifted(ratings, gained, ceilings, share)) for share in LIFT_SHARES)
        for node, found in middle.items():
            yield _promise(phase, found, low[node], high[node])


def _promise(phase: int, found: NodeScore, low: NodeScore, high: NodeScore) -> Promise:
    return Promise(phase=phase, node=found.node, score=found.score, low=low.score, high=high.score)


def _ceilings(case: PlanCase, rubric: Rubric) -> dict[str, float]:
    targets = {stake.id: stake.target for stake in case.stakes if stake.target is not None}
    return {node.id: targets.get(node.id, rubric.scale.max) for node in rubric.indicators}


def _gained(case: PlanCase, starts: Mapping[str, int], phase: int) -> dict[str, float]:
    """Levels by node of the tasks that are finished at the end of a phase, before any cap."""
    gained: dict[str, float] = {}
    for task in sorted(case.tasks, key=lambda task: task.id):
        if task.id in starts and starts[task.id] + task.phases - 1 <= phase:
            for node, levels in task.benefits.items():
                gained[node] = gained.get(node, 0.0) + levels
    return gained


def _lifted(
    ratings: Mapping[str, Rating], gained: Mapping[str, float], ceilings: Mapping[str, float], share: float
) -> dict[str, Rating]:
    """The ratings as they will be; one that is at its target or above stays."""
    lifted = dict(ratings)
    for node, levels in gained.items():
        rating = ratings.get(node)
        if rating is None or rating.score is None or node not in ceilings:
            continue
        score = min(rating.score + share * levels, max(ceilings[node], rating.score))
        lifted[node] = rating.model_copy(update={"score": score})
    return lifted
