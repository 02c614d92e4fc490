"""What the Quality page looks at: one wave's doubtful entries, the unit in view and who is asking."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import GaplineError, Severity
from assessment.progress import Count
from assessment.quality import QualityIssue
from assessment.ratings import SignOff
from assessment.rubric import Rubric
from assessment.sign_off import sign_offs_of, wave_issues
from assessment.ui.caching import remembered
from assessment.ui.components.desk import wave_ratings
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.people import names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.context import Context, current
from assessment.ui.naming import by_name
from assessment.ui.words import plain

_REFUSED: Final = "quality-refused"


@dataclass(frozen=True, slots=True)
class QualityView:
    """One unit in one wave, and all the wave's issues; the rater is None until somebody says who it is."""

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    issues: tuple[QualityIssue, ...]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def own_issues(self) -> tuple[QualityIssue, ...]:
        """The issues of the unit in view."""
        return tuple(issue for issue in self.issues if issue.unit == self.unit.id)

    def counted(self, severity: Severity) -> str:
        """How many issues of this severity the unit in view has, in words."""
        count = sum(issue.severity == severity for issue in self.own_issues)
        one = ".one" if count == 1 else ""
        return text(f"quality.count.{severity}{one}", self.lang, count=count)

    def names(self) -> dict[str, str]:
        """Rater id -> name in the reader's language."""
        return names_of_people(self.context, self.engagement)

    def meant(self, issue: QualityIssue) -> list[str]:
        """The people whose ratings an issue is about: those it names, else who rated its indicator."""
        people = {person.id for person in self.context.store.people(self.engagement.id)}
        rated = [
            rating.rater
            for rating in wave_ratings(self.context, self.engagement, self.wave)
            if (rating.unit, rating.indicator) == (issue.unit, issue.node) and not rating.withdrawn
        ]
        return [name for name in issue.raters or rated if name in people]

    def answered(self) -> Count:
        """How far the unit has come, all raters together."""
        place = (self.engagement.id, self.unit.id, self.wave.id)
        return service.progress_of(self.context.store, self.context.shelf, *place).whole

    def rated(self, *, everywhere: bool = False) -> bool:
        """Whether the unit in view, or any unit, has a rating that counts in the wave."""
        unit = None if everywhere else self.unit.id
        return any(r.counts for r in self.context.store.ratings(self.engagement.id, unit, self.wave.id))

    @property
    def signed(self) -> bool:
        """Whether the unit's wave is signed off."""
        entries = self.sign_offs()
        return bool(entries) and entries[-1].signed

    def sign_offs(self) -> list[SignOff]:
        """Every signing off and reopening of the unit's wave, oldest first."""
        return sign_offs_of(self.context.store, self.engagement.id, self.unit.id, self.wave.id)


def look() -> QualityView:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        no_engagement(context, "quality")
        st.stop()
    store, shelf = context.store, context.shelf
    rubric = service.rubric_of(shelf, engagement, store, wave)
    place = (engagement.id, wave.id)
    issues = remembered(context, lambda: wave_issues(store, shelf, *place), "quality", *place)
    return QualityView(context, engagement, rubric, unit, wave, rater(context, engagement), issues)


def attempt(found: QualityView, act: Callable[[], object]) -> bool:
    """Do something that may be refused; the reason then stands at the head of the page."""
    try:
        act()
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, found.context)
        return False
    return True


def refusal() -> None:
    """Show why the last click was refused, once."""
    sentence = st.session_state.pop(_REFUSED, None)
    if sentence:
        st.error(plain(sentence), icon=":material/error:")
