"""What the Follow-through page looks at: the plan that is carried out, and every initiative as it stands."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import following
from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.follow_through import Followed
from assessment.following import Compared, Following
from assessment.initiatives import TRACKS
from assessment.roadmap_records import Progress
from assessment.ui.caching import remembered
from assessment.ui.components.form_place import Place, elsewhere
from assessment.ui.components.people import names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.components.results import View
from assessment.ui.naming import by_name
from assessment.ui.words import clock, local, plain

_OPEN: Final = "follow-open"
_TURN: Final = "follow-turn"
_TOLD: Final = "follow-told"
TRACK_ORDER: Final = TRACKS


@dataclass(frozen=True, slots=True)
class FollowView:
    """One unit's roadmap today.

    Attributes:
        names: of its initiatives, by id.
        people: names of the engagement's people, by id.
        rater: who works; None until somebody says so.
    """

    found: View
    here: Following
    names: dict[str, str]
    people: dict[str, str]
    rater: str | None

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def place(self) -> Place:
        """Engagement, unit and wave."""
        return (self.found.engagement.id, self.found.unit.id, self.found.wave.id)

    def words(self, key: str, **values: object) -> str:
        """A sentence of the page."""
        return text(f"follow.{key}", self.lang, **values)

    def of(self, initiative: str) -> Followed | None:
        """An initiative as it stands; None where the unit has not chosen it."""
        return next((one for one in self.here.found if one.id == initiative), None)

    def compared(self) -> Compared | None:
        """Projected against re-assessed scores, where there is a later wave; worked out once per change."""
        place, context, today = self.place, self.found.context, self.here.today
        return remembered(
            context,
            lambda: following.compare_with_projection(context.store, context.shelf, *place, today),
            "follow-compared",
            *place,
            today,
        )


def look(found: View) -> FollowView:
    """What is being looked at; worked out once per change of the store and day."""
    context = found.context
    place = (found.engagement.id, found.unit.id, found.wave.id)
    today = local(dt.datetime.now(dt.UTC)).date()
    here = remembered(
        context, lambda: following.follow(context.store, *place, today), "follow", *place, today
    )
    names = names_of_people(context, found.engagement)
    return FollowView(found, here, here.names(found.lang), names, rater(context, found.engagement))


def opened(view: FollowView) -> str | None:
    """Id of the initiative whose progress is being recorded; None for none, and after a change of unit."""
    if elsewhere(_OPEN, view.place):
        open_form(None)
    kept: str | None = st.session_state.get(_OPEN)
    return kept


def open_form(initiative: str | None) -> None:
    """Record the progress of an initiative, or close the form; what was begun is forgotten."""
    st.session_state[_OPEN] = initiative
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Another number for every opening of the form, so that its fields are fresh."""
    return int(st.session_state.get(_TURN, 0))


def record(view: FollowView, progress: Progress, seen: int) -> bool:
    """Record progress; what came of it stands at the head of the next drawing."""
    found = view.found
    try:
        saved = following.record(found.context.store, found.engagement.id, progress, view.rater or "", seen)
    except GaplineError as error:
        st.session_state[_TOLD] = ("refused", by_name(error, found.context))
        return False
    time = clock(saved.at) if saved.at else ""
    name = view.names.get(progress.initiative, progress.initiative)
    st.session_state[_TOLD] = ("saved", view.words("saved", name=name, time=time))
    open_form(None)
    return True


def messages() -> None:
    """Say once what came of the last click."""
    told = st.session_state.pop(_TOLD, None)
    if told and told[0] == "refused":
        st.error(plain(told[1]), icon=":material/error:")
    elif told:
        st.success(plain(told[1]), icon=":material/check:")
