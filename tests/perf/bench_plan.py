"""Plans: 40 initiatives over 8 phases and 3 roles proved best; 200 within 5 % of the bound."""

import random
import time

from assessment.plan_greedy import greedy
from assessment.plan_numbers import numbers_of
from assessment.planning import DEFAULT_LIMIT, make_plan
from assessment.roadmap import Need, Plan, PlanCase, PlanSettings, Stake, Task

PHASES, ROLES, NODES = 8, 3, 30
SIZES = ((40, 3), (200, 1))
"""Initiatives, and how many cases of that many."""


def case(seed: int, tasks: int) -> PlanCase:
    """Initiatives with predecessors, needed levels and room for about two thirds of the work."""
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    ids = [f"t{place:03}" for place in range(tasks)]
    made = tuple(
        Task(
            id=name,
            phases=draw.choice((1, 1, 2, 2, 3)),
            effort={f"r{role}": draw.choice((0, 0.5, 1, 1.5, 2, 3, 4)) for role in range(ROLES)},
            benefits={
                f"n{draw.randrange(NODES)}": draw.choice((0.5, 1, 1.5)) for _ in range(draw.choice((1, 2, 3)))
            },
            predecessors=tuple(draw.sample(ids[:place], min(place, draw.choice((0, 0, 1, 1, 2))))),
            needs=(Need(node=f"n{draw.randrange(NODES)}", level=2),) if draw.random() < 0.1 else (),
        )
        for place, name in enumerate(ids)
    )
    total = {f"r{role}": sum(task.effort[f"r{role}"] for task in made) for role in range(ROLES)}
    stakes = tuple(
        Stake(
            id=f"n{node}",
            level=draw.choice((1, 1.5, 2, 2.5)),
            target=draw.choice((3, 3.5, 4)),
            importance=draw.choice((0.25, 0.5, 0.75, 1)),
        )
        for node in range(NODES)
    )
    capacity = {role: (round(months / PHASES * 0.7, 1),) * PHASES for role, months in total.items()}
    return PlanCase(tasks=made, stakes=stakes, settings=PlanSettings(phases=PHASES, capacity=capacity))


def _timed(tasks: int, seed: int) -> None:
    asked = case(seed, tasks)
    start = time.perf_counter()
    greedy(numbers_of(asked))
    by_hand = time.perf_counter() - start
    start = time.perf_counter()
    plan = make_plan(asked)
    taken = time.perf_counter() - start
    assert isinstance(plan, Plan)
    said = "proved best" if plan.proved else f"{plan.short_of_bound:.1%} from the bound"
    bar = "bar proved best" if tasks == SIZES[0][0] else "bar <= 5 % from the bound"
    print(
        f"P31 {tasks} initiatives x {PHASES} phases x {ROLES} roles  {said}"
        f"  {taken:.1f} s (greedy {by_hand:.2f} s)"
        f"  value {plan.value:g} (greedy {plan.greedy_value:g})  limit {DEFAULT_LIMIT:g}  {bar}",
        flush=True,
    )


def main() -> None:
    for tasks, cases in SIZES:
        for seed in range(cases):
            _timed(tasks, seed)


if __name__ == "__main__":
    main()
