"""The plan that is being worked on in a session: its settings, what was found, what was moved by hand."""

from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from assessment.roadmap import Clash, Plan, PlanProblem, PlanSettings
from assessment.roadmap_records import KeptPlan
from assessment.ui.components.results import View

_DRAFT: Final = "roadmap-draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a session works on; a new one for each unit and wave.

    Attributes:
        place: engagement, unit and wave.
        settings: as they stand on the page.
        number: another one for every plan that is opened, so that its settings are shown.
        plan: what starts when; None before one was made.
        made_with: the settings that the plan was made with.
        solved: the plan before anything was moved by hand.
        moved: initiatives that were moved by hand.
        kept: id of the kept plan that was opened or saved; empty for none.
        made_from: the figures that the plan was made from, see `plan_recipe`; empty where nobody knows.
        clash, problems: why there is no plan.
        refused_with: the settings that there is no plan with.
    """

    place: tuple[str, str, str]
    settings: PlanSettings
    number: int = 0
    plan: Plan | None = None
    made_with: PlanSettings | None = None
    solved: Plan | None = None
    moved: tuple[str, ...] = ()
    kept: str = ""
    made_from: str = ""
    clash: Clash | None = None
    problems: tuple[PlanProblem, ...] = ()
    refused_with: PlanSettings | None = None

    @property
    def refused(self) -> bool:
        """Whether no plan meets the settings that stand on the page."""
        wrong = self.clash is not None or any(one.severity == "error" for one in self.problems)
        return wrong and self.refused_with == self.settings

    @property
    def fresh(self) -> bool:
        """Whether the plan was made with the settings that stand on the page."""
        return self.plan is not None and self.made_with == self.settings


def draft_of(found: View) -> Draft | None:
    """What this session works on for the unit and wave in view; None before anything was opened."""
    kept = st.session_state.get(_DRAFT)
    place = _place(found)
    return kept if isinstance(kept, Draft) and kept.place == place else None


def _place(found: View) -> tuple[str, str, str]:
    return (found.engagement.id, found.unit.id, found.wave.id)


def begin(found: View, settings: PlanSettings) -> Draft:
    """Work on these settings from now on, without a plan yet."""
    return _keep(Draft(place=_place(found), number=_next_number(), settings=settings))


def begin_with(found: View, kept: KeptPlan) -> Draft:
    """Work on a kept plan from now on."""
    return _keep(
        Draft(
            place=_place(found),
            number=_next_number(),
            settings=kept.settings,
            plan=kept.plan,
            made_with=kept.settings,
            solved=kept.plan,
            kept=kept.id,
            made_from=kept.recipe,
        )
    )


def _next_number() -> int:
    before = st.session_state.get(_DRAFT)
    return before.number + 1 if isinstance(before, Draft) else 0


def revise(draft: Draft, **changes: Any) -> Draft:  # noqa: ANN401 - its fields
    """The same with some of its parts changed, remembered."""
    return _keep(replace(draft, **changes))


def _keep(draft: Draft) -> Draft:
    st.session_state[_DRAFT] = draft
    return draft
