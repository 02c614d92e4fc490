"""What the Waves page looks at: the wave and unit in view, who is asking, and what came of the last click."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import service, waves
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import ChangedElsewhereError, GaplineError
from assessment.rubric import Rubric
from assessment.ui.caching import remembered
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.people import names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.context import Context, current
from assessment.ui.naming import by_name
from assessment.ui.words import plain

_REFUSED: Final = "waves-refused"
_TOLD: Final = "waves-told"
_AT_FOOT: Final = "waves-told-at-foot"


@dataclass(frozen=True, slots=True)
class WavesView:
    """One wave of an engagement and one unit in it; the rater is None until somebody says who it is."""

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    names: dict[str, str]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    def words(self, key: str, **values: object) -> str:
        """A sentence of the page in the reader's language."""
        return text(f"waves.{key}", self.lang, **values)

    def standings(self, wave: str) -> tuple[waves.UnitStanding, ...]:
        """How far every unit has come in a wave."""
        store, shelf, engagement = self.context.store, self.context.shelf, self.engagement.id
        return remembered(
            self.context,
            lambda: waves.standings(store, shelf, engagement, wave),
            "standings",
            engagement,
            wave,
        )


def look() -> WavesView:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        no_engagement(context, "waves")
        st.stop()
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    names = names_of_people(context, engagement)
    return WavesView(context, engagement, rubric, unit, wave, rater(context, engagement), names)


def title(found: WavesView) -> None:
    """How far the wave in view has come, in one line, and what a proposal is worth."""
    wave, count = found.wave.called(found.lang), waves.together(found.standings(found.wave.id))
    values = {"wave": wave, "done": count.done, "total": count.total, "proposed": count.proposed}
    kind = "waiting" if count.proposed else "plain" if count.done else "none"
    st.header(plain(found.words(f"title.{kind}", **values)), anchor=False)
    st.markdown(found.words("rule"))
    if found.wave.locked:
        st.info(found.words("locked"), icon=":material/lock:")
    elif found.rater is None:
        st.info(found.words("nobody"), icon=":material/person_add:")


def attempt(found: WavesView, act: Callable[[], str], *, at_foot: bool = False) -> bool:
    """Do something that may be refused; what came of it then stands at the head or foot of the page."""
    st.session_state[_AT_FOOT] = at_foot
    try:
        st.session_state[_TOLD] = act()
    except ChangedElsewhereError as error:
        indicator = found.rubric.name_of(error.indicator, found.lang)
        by = found.names.get(error.by, error.by)
        st.session_state[_REFUSED] = replace(error, by=by, indicator=indicator).sentence(found.lang)
        return False
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, found.context)
        return False
    return True


def outcome(head: DeltaGenerator) -> None:
    """Show once what came of the last click: at the head of the page, or below the buttons at its foot."""
    refused, told = st.session_state.pop(_REFUSED, None), st.session_state.pop(_TOLD, None)
    with st.bottom if st.session_state.pop(_AT_FOOT, False) else head:
        if refused:
            st.error(plain(refused), icon=":material/error:")
        if told:
            st.success(plain(told), icon=":material/check:")
