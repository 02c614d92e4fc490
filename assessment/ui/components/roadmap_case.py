"""From what a unit has chosen to what the planner is asked, and from its answer to what the page shows."""

from collections.abc import Sequence

from assessment import roadmapping
from assessment.board_words import NamedPlan
from assessment.plan_model import SEED
from assessment.plan_recipe import figures_in, made_from
from assessment.planning import Progress, make_plan
from assessment.planning_errors import PlanRefusedError
from assessment.priorities import Ground
from assessment.prioritising import ground_of
from assessment.roadmap import Clash, Plan, PlanCase, PlanProblem, PlanSettings
from assessment.roadmap_records import KeptPlan, Promise
from assessment.roadmapping import PlanDraft, keep_plan
from assessment.ui.caching import remembered
from assessment.ui.components import solving
from assessment.ui.components.roadmap_draft import Draft
from assessment.ui.components.roadmap_score import ScoreLine, Scores, heads_of
from assessment.ui.components.roadmap_view import RoadmapView

Answer = tuple[Plan | Clash | tuple[PlanProblem, ...], PlanSettings, str]
"""What the planner answered, the settings that it was asked with, and the figures (see `plan_recipe`)."""


def _ground(view: RoadmapView) -> Ground:
    """What is at stake for the unit, read once per change of the store."""
    place, context = view.found.place, view.found.context
    where = (place.engagement, place.unit, place.wave)
    return remembered(
        context, lambda: ground_of(context.store, context.shelf, *where), "roadmap-ground", *where
    )


def case_of(view: RoadmapView, settings: PlanSettings) -> PlanCase:
    """What the planner is asked: the chosen initiatives, what is at stake for the unit, the settings."""
    return roadmapping.case_of(view.choice, _ground(view), settings)


def solve(view: RoadmapView, draft: Draft) -> str:
    """Begin to look for the best plan beside the page; answers the id of that work."""
    case = case_of(view, draft.settings)
    asked = (draft.settings, made_from(case))

    def work(job: solving.Job) -> Answer:
        def told(progress: Progress) -> None:
            job.heard(progress.value, progress.bound)

        try:
            return make_plan(case, stop=job.asked_to_stop.is_set, told=told), *asked
        except PlanRefusedError as refused:
            return refused.problems, *asked

    return solving.start(work)


def promises_of(view: RoadmapView, case: PlanCase, plan: Plan) -> tuple[Promise, ...]:
    """The score of every node before the plan and after each phase."""
    return roadmapping.promises_of(_ground(view), case, plan)


def score_lines(view: RoadmapView, promises: Sequence[Promise], about: str, shown: NamedPlan) -> Scores:
    """The lines of a node and of the nodes right below it.

    Args:
        view: the roadmap.
        promises: what the plan projects.
        about: the node that the first line and the band are about.
        shown: the plan with its dates.
    """
    rubric, lang = view.found.rubric, view.lang
    nodes = [about, *(child.id for child in rubric.node(about).children)]
    of: dict[str, list[Promise]] = {node: [] for node in nodes}
    for promise in promises:
        if promise.node in of:
            of[promise.node].append(promise)
    lines = tuple(
        ScoreLine(
            node,
            rubric.name_of(node, lang),
            tuple(one.score for one in of[node]),
            tuple(one.low for one in of[node]),
            tuple(one.high for one in of[node]),
        )
        for node in nodes
    )
    return Scores(lines, (rubric.scale.min, rubric.scale.max), heads_of(shown))


def keep(view: RoadmapView, name: str) -> KeptPlan:
    """Keep the plan on the page under a name."""
    place, draft, context = view.found.place, view.draft, view.found.context
    if draft.plan is None or draft.made_with is None:
        raise ValueError("there is no plan to keep")
    promises = promises_of(view, case_of(view, draft.made_with), draft.plan)
    figures = figures_in(draft.made_from)
    made = PlanDraft(name, draft.made_with, draft.plan, promises, SEED, bool(draft.moved), figures)
    where = (place.engagement, place.unit, place.wave)
    return keep_plan(context.store, context.shelf, where, made, view.by)


def adopt(view: RoadmapView, plan: str) -> None:
    """From now on the unit carries this plan out."""
    place = view.found.place
    view.found.context.store.adopt_plan(place.engagement, place.unit, place.wave, plan, view.by)
