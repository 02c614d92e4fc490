"""What the Roadmap page looks at: the chosen initiatives, the plan at work, the plans that are kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from assessment.board import months_later
from assessment.board_words import NamedPlan
from assessment.catalogue import Lang
from assessment.demands import only_known
from assessment.initiatives import Initiative, InitiativeLibrary, names
from assessment.plan_recipe import lengths_in, with_lengths
from assessment.plan_view import named_plan, roles_needed
from assessment.roadmap import Plan, PlanCase, PlanSettings
from assessment.roadmap_records import KeptPlan
from assessment.roadmapping import Choice, adopted
from assessment.ui.components.results import View
from assessment.ui.components.roadmap_draft import Draft, begin, begin_with, draft_of

PART: Final = "part"
PARTS: Final = ("board", "gantt", "load", "table", "score", "compare")


@dataclass(frozen=True)
class RoadmapView:
    """A unit's roadmap for what was found in a wave.

    Attributes:
        found: engagement, unit and wave.
        choice: what the unit has chosen, and could choose.
        kept: plans of this unit and wave.
        adopted: id of the plan that is carried out; empty for none.
        draft: what is being worked on.
        by: who is looking; empty for nobody.
    """

    found: View
    choice: Choice
    kept: tuple[KeptPlan, ...]
    adopted: str
    draft: Draft
    by: str = ""

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        """Those that the unit has chosen."""
        return tuple(one.initiative for one in self.choice.picked)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the chosen initiatives by id."""
        return names(self.initiatives, self.lang)

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Names of the roles that the initiatives need; those of the library first."""
        return roles_needed(self.choice, self.initiatives, self.lang)

    def lengths(self, settings: PlanSettings, made_from: str = "") -> Mapping[str, int]:
        """How many phases each initiative takes; where the plan's figures are known, as it did then."""
        today = {one.id: one.phases(settings.phase_months) for one in self.initiatives}
        return today | lengths_in(made_from)

    def drawn(self, plan: Plan, case: PlanCase, broken: Sequence[str] = ()) -> NamedPlan:
        """A plan with the names and dates that its pictures need.

        As long as nothing was moved by hand, work takes as long as when the plan was made.
        """
        then = {} if self.draft.moved else lengths_in(self.draft.made_from)
        asked, wave = with_lengths(case, then), self.found.wave.date
        return named_plan(self.choice, asked, plan.starts, wave, self.lang, broken=broken)


def look(found: View, by: str = "") -> RoadmapView:
    """The roadmap of the unit in view; opens the plan that is carried out, else the newest, else settings."""
    store, place = found.context.store, found.place
    rubric = found.rubric
    choice = Choice(
        place.engagement,
        place.unit,
        rubric,
        library=found.context.shelf.initiatives(rubric.id, rubric.version),
        picked=tuple(store.initiatives(place.engagement, place.unit)),
    )
    initiatives = tuple(one.initiative for one in choice.picked)
    kept = tuple(store.plans(place.engagement, place.unit, place.wave))
    held = adopted(store.adoptions(place.engagement)).get((place.unit, place.wave))
    in_force = held.plan if held else ""
    draft = draft_of(found)
    if draft is None:
        draft = opened(found, kept, in_force) or begin(
            found, usual_settings(found, initiatives, choice.library)
        )
    return RoadmapView(found, choice, kept, in_force, _without_strangers(draft, initiatives), by)


def opened(found: View, kept: Sequence[KeptPlan], wanted: str) -> Draft | None:
    """Work on a kept plan: the wanted one, else the newest; None where none is kept."""
    if not kept:
        return None
    plan = next((one for one in kept if one.id == wanted), kept[-1])
    return begin_with(found, plan)


def _without_strangers(draft: Draft, initiatives: Sequence[Initiative]) -> Draft:
    """Without demands on initiatives that were taken away meanwhile."""
    settings = only_known(draft.settings, {one.id for one in initiatives})
    return draft if settings == draft.settings else replace(draft, settings=settings)


def usual_settings(
    found: View, initiatives: Sequence[Initiative], library: InitiativeLibrary | None
) -> PlanSettings:
    """Where planning starts: eight phases of three months from the month after the wave, and the usual staff.

    Without a usual staff a role has what would do the work if it were spread evenly.
    """
    settings = PlanSettings(start=_next_month(found.wave.date))
    staff = {role.id: role.staff for role in (library.roles if library else ())}
    needed: dict[str, float] = {}
    for one in initiatives:
        for role, months in one.effort.items():
            needed[role] = needed.get(role, 0.0) + months
    capacity = {}
    for role, months in needed.items():
        each = staff.get(role, 0.0) * settings.phase_months or _rounded_up(months / settings.phases)
        if months:
            capacity[role] = (each,) * settings.phases
    return settings.model_copy(update={"capacity": capacity})


def _rounded_up(months: float) -> float:
    return float(-(-months // 0.5) * 0.5)


def _next_month(day: dt.date) -> dt.date:
    return months_later(day.replace(day=1), 1)
