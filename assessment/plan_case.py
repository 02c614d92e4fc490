"""What a planner is asked about a unit: its chosen initiatives as tasks, its nodes as stakes."""

from collections.abc import Iterable, Mapping, Sequence

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
    benefits: Mapping[str, float] | None = None,
    offered: Iterable[Initiative] = (),
) -> PlanCase:
    """The case of a unit.

    Args:
        rubric: what was rated.
        initiatives: what the unit has chosen.
        found: the priorities of all indicators: levels, targets and importance are theirs.
        settings: what the plan has to hold to.
        roles: names of the roles.
        benefits: initiative -> value in importance-weighted levels that is given directly.
        offered: what the unit could choose besides.
    """
    given = benefits or {}
    tasks = tuple(task_of(one, rubric, settings, given.get(one.id, 0.0)) for one in initiatives)
    return PlanCase(
        tasks=tasks,
        stakes=(*(stake_of(one, rubric) for one in found), *own_stakes(given)),
        roles=tuple(roles),
        settings=settings,
        offered=tuple(task_of(one, rubric, settings) for one in offered),
    )


def task_of(one: Initiative, rubric: Rubric | None, settings: PlanSettings, benefit: float = 0.0) -> Task:
    """An initiative as a task: months as whole phases, lifts of indicators, the middle of its cost.

    Args:
        one: the initiative.
        rubric: whose nodes count; None where nobody knows it, and nodes are taken as they are written.
        settings: what the plan has to hold to.
        benefit: what it is worth besides its lifts, see `own_stakes`.
    """
    direct = {_own_node(one.id): benefit} if benefit > 0 else {}
    return Task(
        id=one.id,
        name=one.name,
        name_zh=one.name_zh,
        effort=dict(one.effort),
        phases=one.phases(max(1, settings.phase_months)),
        benefits={**(_as_written(one) if rubric is None else lifted(one, rubric)), **direct},
        cost=sum(one.cost) / 2,
        predecessors=one.predecessors,
        needs=tuple(
            Need(node=need.node, level=need.level)
            for need in one.needs
            if rubric is None or need.node in rubric
        ),
        track=one.track,
    )


def own_stakes(benefits: Mapping[str, float]) -> tuple[Stake, ...]:
    """A benefit that is given directly is a gap of its own, which only its initiative closes."""
    return tuple(
        Stake(id=_own_node(name), level=0, target=benefit, importance=1)
        for name, benefit in sorted(benefits.items())
        if benefit > 0
    )


def _own_node(initiative: str) -> str:
    return f"benefit of {initiative}"


def _as_written(one: Initiative) -> dict[str, float]:
    lifts: dict[str, float] = {}
    for lift in one.lifts:
        lifts[lift.node] = lifts.get(lift.node, 0.0) + lift.levels
    return lifts


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
