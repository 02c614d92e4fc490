"""Random and small cases to plan, for several tests."""

import random
from collections.abc import Sequence

from assessment.roadmap import Need, PlanCase, PlanSettings, Stake, Task

LEVELS = (0.5, 1.0, 1.5)


def random_case(seed: int, tasks: int = 7, phases: int = 3, roles: int = 2, nodes: int = 4) -> PlanCase:
    """Tasks that need, exclude and crowd out one another; now and then one is pinned or has a window."""
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    ids = [f"t{number:03}" for number in range(tasks)]
    made = tuple(_task(draw, ids, place, roles, nodes, min(3, phases)) for place in range(tasks))
    stakes = tuple(
        Stake(
            id=f"n{number}",
            level=draw.choice((1.0, 1.5, 2.0)),
            target=draw.choice((2.5, 3.0, 4.0)),
            importance=draw.choice((0.25, 0.5, 0.75, 1.0)),
        )
        for number in range(nodes)
    )
    return PlanCase(tasks=made, stakes=stakes, settings=_settings(draw, made, phases, roles))


def _task(draw: random.Random, ids: Sequence[str], place: int, roles: int, nodes: int, longest: int) -> Task:
    before = draw.sample(ids[:place], min(place, draw.choice((0, 0, 1))))
    lifted = draw.sample(range(nodes), draw.choice((1, 1, 2)))
    needs = (Need(node=f"n{draw.randrange(nodes)}", level=2.5),) if draw.random() < 0.15 else ()
    return Task(
        id=ids[place],
        phases=draw.choice([1, 1, 2, longest]),
        effort={f"r{number}": draw.choice((0.0, 0.5, 1.0, 2.0)) for number in range(roles)},
        benefits={f"n{number}": draw.choice(LEVELS) for number in lifted},
        cost=draw.choice((0.0, 10.0, 30.0)),
        predecessors=tuple(before),
        needs=needs,
    )


def _settings(draw: random.Random, tasks: Sequence[Task], phases: int, roles: int) -> PlanSettings:
    share = draw.choice((0.4, 0.7, 1.0)) / phases
    total = {f"r{number}": sum(task.effort[f"r{number}"] for task in tasks) for number in range(roles)}
    ids = [task.id for task in tasks]
    cost = sum(task.cost for task in tasks)
    budgets = (None, None, 0.6 * cost, tuple(cost * 0.5 / phases for _ in range(phases)))
    first = draw.sample(ids, 3)
    return PlanSettings(
        phases=phases,
        capacity={
            role: tuple(round(max(1.0, amount * share), 1) for _ in range(phases))
            for role, amount in total.items()
        },
        budget=draw.choice(budgets),
        lost=draw.choice(((), (0.25,))),
        pinned={first[0]: draw.randint(1, phases)} if draw.random() < 0.1 else {},
        excluded=(first[1],) if draw.random() < 0.2 else (),
        either_or=((first[0], first[2]),) if draw.random() < 0.3 else (),
        earliest={first[2]: 2} if draw.random() < 0.2 else {},
        latest={first[2]: phases - 1} if draw.random() < 0.2 else {},
    )


def shuffled(case: PlanCase, seed: int) -> PlanCase:
    """The same case in another order of everything that has one."""
    draw = random.Random(seed)  # noqa: S311 - an order, not a secret
    settings = case.settings
    changes = {
        "capacity": dict(draw.sample([*settings.capacity.items()], len(settings.capacity))),
        "either_or": tuple(tuple(reversed(group)) for group in reversed(settings.either_or)),
    }
    tasks = [
        task.model_copy(update={"benefits": dict(reversed([*task.benefits.items()]))})
        for task in draw.sample(case.tasks, len(case.tasks))
    ]
    return PlanCase(
        tasks=tuple(tasks),
        stakes=tuple(draw.sample(case.stakes, len(case.stakes))),
        settings=settings.model_copy(update=changes),
    )
