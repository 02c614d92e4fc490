"""What a planner is asked about a unit: its chosen initiatives as tasks, its nodes as stakes."""

from collections.abc import Iterable, Sequence

from assessment.initiatives import Initiative, Role, lifted
from assessment.priorities import Priority
from assessment.roadmap import Need, PlanCase, PlanSettings, Stake, Task
from assessment.rubric import Rubric


def plan_case(
    rubric: Rubric,
    initiatives: Iterable[Initiative],
    found: Iterable[Priority],
    settings: PlanSettings,
    roles: Sequence[Role] = (),
) -> PlanCase:
    """The case of a unit.

    Args:
        rubric: what was rated.
        initiatives: what the unit has chosen.
        found: the priorities of all indicators: levels, targets and importance are theirs.
        settings: what the plan has to hold to.
        roles: names of the roles.
    """
    tasks = tuple(task_of(one, rubric, settings) for one in initiatives)
    return PlanCase(
        tasks=tasks,
        stakes=tuple(stake_of(one, rubric) for one in found),
        roles=tuple(roles),
        settings=settings,
    )


def task_of(one: Initiative, rubric: Rubric, settings: PlanSettings) -> Task:
    """An initiative as a task: months as whole phases, lifts of indicators, the middle of its cost."""
    return Task(
        id=one.id,
        name=one.name,
        name_zh=one.name_zh,
        effort=dict(one.effort),
        phases=one.phases(settings.phase_months),
        benefits=lifted(one, rubric),
        cost=sum(one.cost) / 2,
        predecessors=one.predecessors,
        needs=tuple(Need(node=need.node, level=need.level) for need in one.needs if need.node in rubric),
        track=one.track,
    )


def stake_of(one: Priority, rubric: Rubric) -> Stake:
    """A node as what is at stake there."""
    return Stake(
        id=one.node,
        name=rubric.name_of(one.node, "en"),
        name_zh=rubric.name_of(one.node, "zh"),
        level=one.level,
        target=one.aim.level if one.aim else None,
        importance=one.importance,
    )
