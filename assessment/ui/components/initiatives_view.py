"""What the Initiatives page looks at: suggestions, library, what is chosen; and choosing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, get_args

import streamlit as st

from assessment import roadmapping
from assessment.catalogue import Lang, text
from assessment.diagnosis_links import Theme
from assessment.errors import GaplineError
from assessment.initiatives import TRACKS, Initiative, names
from assessment.opportunities import Opportunities, opportunities
from assessment.roadmap_records import PickedInitiative
from assessment.suggesting import FirstNeeded, missing_first, needed_first
from assessment.suggesting_words import Speaker
from assessment.ui.caching import remembered
from assessment.ui.components.in_link import kept
from assessment.ui.components.rater import rater
from assessment.ui.components.results import View
from assessment.ui.naming import by_name
from assessment.ui.words import plain

Part = Literal["suggested", "library", "chosen", "chain"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
PART: Final = "part"
TRACK: Final = "track"
THEME: Final = "theme"
_REFUSED: Final = "initiatives-refused"
_SAVED: Final = "initiatives-saved"
_WARNED: Final = "initiatives-warned"


@dataclass(frozen=True, slots=True)
class InitiativesView:
    """One unit's initiatives.

    Attributes:
        rater: who is working; None until somebody says so.
        track, theme: ids that the lists are held to; empty for all.
    """

    found: View
    here: Opportunities
    rater: str | None
    track: str
    theme: str

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def speaker(self) -> Speaker:
        """Names of nodes and initiatives in the reader's language."""
        return Speaker(self.here.rubric, self.names, self.lang)

    @property
    def names(self) -> dict[str, str]:
        """Initiative -> name."""
        return names(self.here.initiatives, self.lang)

    @property
    def themes(self) -> dict[str, Theme]:
        """Theme -> what it is called; empty without a diagnosis."""
        return dict(self.here.diagnosis.links.themes) if self.here.diagnosis else {}

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of what the unit has chosen."""
        return frozenset(one.id for one in self.here.picked)

    def missing(self, one: Initiative, chosen: Collection[str] | None = None) -> tuple[FirstNeeded, ...]:
        """What an initiative needs first and no choice brings; with other choices than those made."""
        here, with_these = self.here, self.chosen if chosen is None else chosen
        return missing_first(one, here.initiatives, here.rubric, here.levels, with_these)

    def before(self, one: Initiative) -> tuple[str, ...]:
        """Ids of all that has to be chosen besides for an initiative, what comes first first."""
        here = self.here
        return needed_first(one, here.initiatives, here.rubric, here.levels, self.chosen)

    def shown(self, one: Initiative) -> bool:
        """Whether an initiative passes the filters."""
        return self.track in ("", one.track) and self.theme in ("", one.theme)

    def role(self, role: str) -> str:
        """A role's name; the id of one that the library does not have."""
        roles = self.here.library.roles if self.here.library else ()
        return next((one.called(self.lang) for one in roles if one.id == role), role)


def look(found: View) -> InitiativesView:
    """What is being looked at, worked out once per change of the store."""
    place = (found.engagement.id, found.unit.id, found.wave.id)

    def make() -> Opportunities:
        return opportunities(found.context.store, found.context.shelf, *place)

    here = remembered(found.context, make, "opportunities", *place, revision=found.context.revision)
    themes = here.diagnosis.links.themes if here.diagnosis else {}
    track, theme = kept(TRACK, TRACKS, ""), kept(THEME, list(themes), "")
    return InitiativesView(found, here, rater(found.context, found.engagement), track, theme)


def pick(view: InitiativesView, initiatives: Sequence[str]) -> None:
    """Choose initiatives of the library for the unit."""
    with _told(view, initiatives, "initiatives.picked"):
        roadmapping.pick(view.found.context.store, _choice(view), initiatives, view.rater or "")
        then = view.chosen | {*initiatives}
        known = {one.id: one for one in view.here.initiatives}
        lacking = [view.names[one] for one in initiatives if view.missing(known[one], then)]
        if lacking:
            named = view.speaker.listed(lacking)
            st.session_state[_WARNED] = text("initiatives.picked.lacks", view.lang, names=named)


def take_out(view: InitiativesView, held: PickedInitiative) -> None:
    """Choose an initiative no longer; what was said about it stays in its history."""
    with _told(view, [held.id], "initiatives.taken-out"):
        roadmapping.take_away(view.found.context.store, _choice(view), held, view.rater or "")


def _choice(view: InitiativesView) -> roadmapping.Choice:
    found = view.found
    place = (found.engagement.id, found.unit.id, found.wave.id)
    return roadmapping.choice_of(found.context.store, found.context.shelf, *place)


@contextmanager
def _told(view: InitiativesView, initiatives: Iterable[str], said: str) -> Iterator[None]:
    """Remember for the next drawing what was done, or why it was not."""
    try:
        yield
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, view.found.context, view.here.rubric)
        return
    called = view.speaker.listed(view.names[one] for one in initiatives)
    st.session_state[_SAVED] = text(said, view.lang, names=called)


def messages() -> None:
    """Say once what came of the last click."""
    refused, saved = st.session_state.pop(_REFUSED, None), st.session_state.pop(_SAVED, None)
    if refused:
        st.error(plain(refused), icon=":material/error:")
    if saved:
        st.toast(plain(saved), icon=":material/check:")
    if warned := st.session_state.pop(_WARNED, None):
        st.warning(plain(warned), icon=":material/schedule:")
