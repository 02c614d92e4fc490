"""A unit's plan as page and deck show it: where its initiatives stand, with names and dates."""

import datetime as dt
from collections.abc import Iterable, Mapping

from assessment.board import spans
from assessment.board_words import NamedPlan, placed_in, track_name
from assessment.catalogue import Lang
from assessment.initiatives import TRACKS, Initiative, names
from assessment.plan_numbers import usable_capacity
from assessment.plan_recipe import same_figures
from assessment.roadmap import Plan, PlanCase
from assessment.roadmapping import Choice


def roles_needed(choice: Choice, initiatives: Iterable[Initiative], lang: Lang) -> Mapping[str, str]:
    """Names by id of the roles that initiatives need: the library's in its order, then others by id."""
    listed = choice.library.roles if choice.library else ()
    needed = {role for one in initiatives for role, months in one.effort.items() if months}
    known = {role.id: role.called(lang) for role in listed if role.id in needed}
    return known | {role: role for role in sorted(needed - known.keys())}


def named_plan(
    choice: Choice,
    case: PlanCase,
    starts: Mapping[str, int],
    wave: dt.date,
    lang: Lang,
    initiatives: Iterable[Initiative] | None = None,
    broken: Iterable[str] = (),
) -> NamedPlan:
    """A plan with the names and dates that its pictures need.

    Args:
        choice: what the unit has chosen.
        case: its tasks with the phases that they take in this plan, and the plan's settings.
        starts: task -> the first phase of its work; of a task that the case does not have it is left out.
        wave: day of the plan's wave: a plan without a first day begins then.
        lang: the reader's language.
        initiatives: whose roles are shown; all that are chosen without.
        broken: ids of initiatives that break a rule where they stand.
    """
    settings, library = case.settings, choice.library
    chosen = [item.initiative for item in choice.picked]
    return NamedPlan(
        placed=placed_in(case, starts),
        dates=spans(settings.start or wave, settings.phases, settings.phase_months, settings.holidays),
        names=names(library.initiatives if library else (), lang) | names(chosen, lang),
        tracks={track: track_name(track, lang) for track in TRACKS},
        roles=roles_needed(choice, chosen if initiatives is None else initiatives, lang),
        capacity=usable_capacity(settings),
        lang=lang,
        pinned=frozenset(settings.pinned),
        broken=frozenset(broken),
    )


def is_current(plan: Plan, recipe: str, case: PlanCase) -> bool:
    """Whether a plan was made from today's figures and of what is chosen today.

    Args:
        plan: what starts when, and what is left out.
        recipe: kept with it, see `plan_recipe`; where it says nothing of the figures they count as today's.
        case: what the planner would be asked today, with the plan's settings.
    """
    return same_figures(recipe, case) and covers(plan, (task.id for task in case.tasks))


def covers(plan: Plan, initiatives: Iterable[str]) -> bool:
    """Whether a plan places or leaves out just these initiatives."""
    return {*plan.starts, *(left.task for left in plan.left_out)} == {*initiatives}
