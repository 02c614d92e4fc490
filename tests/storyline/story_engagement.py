"""The study of 2003 with a second wave, initiatives and an adopted plan: everything that a deck can tell."""

import datetime as dt
from functools import cache

from assessment import roadmapping, service, waves
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.plan_changes import check_plan
from assessment.prioritising import ground_of
from assessment.roadmap import Plan, PlanSettings

PHASES = 8
CHOSEN = 12


@cache
def told_engagement() -> tuple[MemoryStore, FileShelf, tuple[str, str, str]]:
    """Store, shelf and place; made once, not to be written to."""
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)
    wave, _, _ = waves.start_wave(
        store, engagement, waves.NewWave("2004", dt.date(2004, 9, 28), origin="2003"), "study"
    )
    assert wave is not None
    ratings = store.ratings(engagement, wave=wave.id)
    waves.confirm(store, engagement, [one.key for one in ratings], "study")
    for rating in store.ratings(engagement, "shenzhen-telecom", wave.id)[::3]:
        if rating.score is not None:
            higher = rating.model_copy(
                update={"score": min(5.0, rating.score + 1), "revision": 0, "at": None}
            )
            service.rate(store, shelf, engagement, higher, rating.revision)
    place = (engagement, "shenzhen-telecom", wave.id)
    _with_plan(store, shelf, place)
    return store, shelf, place


def _with_plan(store: MemoryStore, shelf: FileShelf, place: tuple[str, str, str]) -> None:
    """Initiatives one phase apart in the order in which they may follow one another; two a phase."""
    choice = roadmapping.choice_of(store, shelf, *place)
    assert choice.library is not None
    names = [one.id for one in choice.library.initiatives][:CHOSEN]
    names = [*roadmapping.with_predecessors(choice, names)]
    roadmapping.pick(store, choice, names, "study")
    starts: dict[str, int] = {}
    for name in names:
        one = choice.library.initiative(name)
        ends = [starts[b] + choice.library.initiative(b).phases(3) for b in one.predecessors if b in starts]
        start = max([1, *ends])
        if start + one.phases(3) - 1 <= PHASES:
            starts[name] = start
    capacity = {role.id: (role.staff * 3,) * PHASES for role in choice.library.roles if role.staff}
    settings = PlanSettings(start=dt.date(2004, 10, 1), phases=PHASES, capacity=capacity)
    choice = roadmapping.choice_of(store, shelf, *place)
    found = check_plan(roadmapping.case_of(choice, ground_of(store, shelf, *place), settings), starts)
    plan = Plan(starts=starts, value=found.value, effort=found.effort, bound=0.0, finished=found.finished)
    draft = roadmapping.PlanDraft("First plan", settings, plan)
    kept = roadmapping.keep_plan(store, shelf, place, draft, "study")
    store.adopt_plan(*place, kept.id, "study")
