"""From what a unit has chosen to what the planner is asked, and from its answer to what the page shows."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from assessment.board_words import NamedPlan
from assessment.initiatives import lifted
from assessment.plan_numbers import numbers_of, with_figures
from assessment.planning import Progress, make_plan
from assessment.planning_errors import PlanRefusedError
from assessment.priorities import priorities
from assessment.prioritising import ground_of
from assessment.roadmap import Clash, Need, Plan, PlanCase, PlanProblem, PlanSettings, Said, Stake, Task
from assessment.roadmap_records import KeptPlan
from assessment.roadmapping import PlanDraft, keep_plan
from assessment.ui.caching import remembered
from assessment.ui.components import solving
from assessment.ui.components.roadmap_draft import Draft
from assessment.ui.components.roadmap_score import ScoreLine, Scores, heads_of
from assessment.ui.components.roadmap_view import RoadmapView

Answer = tuple[Plan | Clash | tuple[PlanProblem, ...], PlanSettings]
"""What the planner answered, and the settings that it was asked with."""


class Checked(NamedTuple):
    """A plan with what was moved in it.

    Attributes:
        plan: with the figures that follow from its starts.
        reasons: what it breaks.
        broken: ids of the initiatives that these are about.
    """

    plan: Plan
    reasons: tuple[Said, ...] = ()
    broken: tuple[str, ...] = ()


def case_of(view: RoadmapView, settings: PlanSettings) -> PlanCase:
    """What the planner is asked: the chosen initiatives, what is at stake for the unit, the settings."""
    place = view.found.place
    ctx = view.found.context
    ground = remembered(
        ctx,
        lambda: ground_of(ctx.store, ctx.shelf, place.engagement, place.unit, place.wave),
        "ground",
        *place[2:],
    )
    rubric = ground.rubric
    found = priorities(ground, rubric.tiers[-1])
    stakes = tuple(
        Stake(
            id=p.node,
            name=rubric.name_of(p.node, "en"),
            name_zh=rubric.name_of(p.node, "zh"),
            level=p.level,
            target=p.aim.level if p.aim else None,
            importance=p.importance,
        )
        for p in found
    )
    tasks = tuple(
        Task(
            id=i.id,
            name=i.name,
            name_zh=i.name_zh,
            effort=dict(i.effort),
            phases=i.phases(settings.phase_months),
            benefits=lifted(i, rubric),
            cost=sum(i.cost) / 2,
            predecessors=tuple(i.predecessors),
            needs=tuple(Need(node=n.node, level=n.level) for n in i.needs),
            track=i.track,
        )
        for i in view.initiatives
    )
    return PlanCase(
        tasks=tasks, stakes=stakes, settings=settings, roles=view.library.roles if view.library else ()
    )


def solve(view: RoadmapView, draft: Draft) -> str:
    """Begin to look for the best plan beside the page; answers the id of that work."""
    case = case_of(view, draft.settings)

    def work(job: solving.Job) -> Answer:
        def told(progress: Progress) -> None:
            job.heard(progress.value, progress.bound)

        try:
            return make_plan(case, stop=job.asked_to_stop.is_set, told=told), draft.settings
        except PlanRefusedError as refused:
            return refused.problems, draft.settings

    return solving.start(work)


def checked(case: PlanCase, plan: Plan, starts: Mapping[str, int]) -> Checked:
    """A plan with these starts: its figures, and what it breaks."""
    found = with_figures(plan.model_copy(update={"starts": dict(starts), "proved": False}), numbers_of(case))
    return Checked(found if starts != plan.starts else plan, (), ())


def greedy_plan(case: PlanCase, plan: Plan) -> Plan:
    """The plan that takes the most useful initiative first, with its figures; nothing is proved about it."""
    left: dict[str, Any] = {"starts": dict(plan.greedy_starts), "left_out": (), "bound": 0.0, "proved": False}
    return with_figures(plan.model_copy(update=left), numbers_of(case))


def score_lines(view: RoadmapView, case: PlanCase, plan: Plan, shown: NamedPlan) -> Scores:
    """The projected scores of the whole and of its parts, now and after each phase."""
    del case, plan
    rubric, count = view.found.rubric, len(shown.dates) + 1
    nothing = (None,) * count
    line = ScoreLine(rubric.root.id, rubric.name_of(rubric.root.id, view.lang), nothing, nothing, nothing)
    return Scores((line,), (rubric.scale.min, rubric.scale.max), heads_of(shown))


def keep(view: RoadmapView, name: str) -> KeptPlan:
    """Keep the plan on the page under a name."""
    place, draft, context = view.found.place, view.draft, view.found.context
    if draft.plan is None or draft.made_with is None:
        raise ValueError("there is no plan to keep")
    made = PlanDraft(name, draft.made_with, draft.plan, (), by_hand=bool(draft.moved))
    where = (place.engagement, place.unit, place.wave)
    return keep_plan(context.store, context.shelf, where, made, view.by)


def adopt(view: RoadmapView, plan: str) -> None:
    """From now on the unit carries this plan out."""
    place = view.found.place
    view.found.context.store.adopt_plan(place.engagement, place.unit, place.wave, plan, view.by)
