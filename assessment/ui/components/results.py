"""Reports and explanations for the pages, worked out once per change of the store."""

from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from assessment import service
from assessment.benchmark import Benchmark
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.explanation import Explanation
from assessment.ports import Shelf, Store
from assessment.ratings import Evidence, Rating
from assessment.report import Report
from assessment.rubric import Rubric
from assessment.ui import navigation
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.results_layout import lay_out_results
from assessment.ui.context import Context, current
from assessment.ui.words import plain

BEST = "best"
NOBODY = ""
REFERENCE = "reference"


class Place(NamedTuple):
    """What a result belongs to; a change of any part makes a new one."""

    path: str
    revision: int
    engagement: str
    unit: str
    wave: str


@dataclass(frozen=True, slots=True)
class View:
    """One unit in one wave, as the pages look at it; every part is there."""

    context: Context
    engagement: Engagement
    unit: Unit
    wave: Wave

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def place(self) -> Place:
        """The key of this view's results."""
        context = self.context
        return Place(context.path, context.revision, self.engagement.id, self.unit.id, self.wave.id)

    @property
    def rubric(self) -> Rubric:
        """What the engagement measures."""
        return service.rubric_of(self.context.shelf, self.engagement, self.context.store, self.wave)

    def rated(self) -> bool:
        """Whether the unit has any rating in the wave that counts."""
        found = self.context.store.ratings(self.engagement.id, self.unit.id, self.wave.id)
        return any(rating.counts for rating in found)

    def report(self, reference: str, lang: Lang | None = None) -> Report:
        """The report against a reference, in the reader's or another language."""
        with st.spinner(text("results.working", self.lang)):
            return _report(self.place, lang or self.lang, reference, self.context.store, self.context.shelf)

    def why(self, node: str) -> Explanation:
        """What stands behind one number."""
        context, place = self.context, self.place
        return service.why(context.store, context.shelf, place.engagement, place.unit, place.wave, node)

    def ratings(self, indicator: str) -> list[Rating]:
        """Every rater's current rating of one indicator, where it counts."""
        found = self.context.store.ratings(self.engagement.id, self.unit.id, self.wave.id)
        return [rating for rating in found if rating.indicator == indicator and rating.counts]

    def evidence(self, indicator: str) -> tuple[Evidence, ...]:
        """What is on record for one indicator."""
        found = service.evidence_of(self.context.store, self.engagement.id, self.wave.id, self.unit.id)
        return found.get((self.unit.id, indicator), ())

    def benchmark(self) -> Benchmark | None:
        """The published data set to compare with; None without one."""
        return service.benchmark_of(self.context.store, self.context.shelf, self.engagement)


@st.cache_data(show_spinner=False, max_entries=64)
def _report(place: Place, lang: Lang, reference: str, _store: Store, _shelf: Shelf) -> Report:
    return service.make_report(
        _store, _shelf, place.engagement, place.unit, place.wave, lang, reference=reference
    )


def view(page: str) -> View:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    if context.engagement is None or context.unit is None or context.wave is None:
        no_engagement(context, page)
        st.stop()
    lay_out_results()
    return View(context, context.engagement, context.unit, context.wave)


def invite_to_rate(found: View) -> None:
    """For a unit without ratings: what will stand here, and the one way there."""
    lang = found.lang
    st.info(text("results.unrated", lang, unit=plain(found.unit.called(lang))), icon=":material/lightbulb:")
    if st.button(text("results.to-interview", lang), type="primary", key="to-interview"):
        st.switch_page(navigation.page("interview", lang))


def reference_choice(found: View) -> str:
    """Whom to compare with: the best of the peers, one published operator, or nobody; kept over the pages."""
    benchmark = found.benchmark()
    if benchmark is None:
        return NOBODY
    lang = found.lang
    names = {BEST: text("results.reference.best", lang)}
    names |= {operator.id: operator.called(lang) for operator in benchmark.peers}
    names[NOBODY] = text("results.reference.none", lang)
    kept = st.session_state.get(REFERENCE)
    st.session_state[REFERENCE] = kept if kept in names else BEST  # said anew, so that its name is translated
    chosen = st.selectbox(
        text("results.reference", lang),
        list(names),
        format_func=lambda option: names.get(option, option),
        key=REFERENCE,
        persist_state="session",
    )
    return NOBODY if chosen is None else chosen
