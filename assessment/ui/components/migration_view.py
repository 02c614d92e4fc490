"""What the page for changing a rubric's version looks at, and what its one button does."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement
from assessment.errors import GaplineError
from assessment.migrating import PlannedMigration, migrate, planned, versions_beside
from assessment.migration_words import fates_told
from assessment.rubric import Rubric
from assessment.ui.caching import remembered
from assessment.ui.components.empty import no_engagement
from assessment.ui.components.people import named, names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.context import Context, current
from assessment.ui.naming import by_name
from assessment.ui.words import plain

_DONE: Final = "migration-done"
_REFUSED: Final = "migration-refused"
_VERSION: Final = "migration-version"


@dataclass(frozen=True, slots=True)
class MoveView:
    """An engagement and where it could move; the rater is None until somebody says who it is.

    Attributes:
        others: the other versions of its rubric, the newest first.
    """

    context: Context
    engagement: Engagement
    rubric: Rubric
    others: tuple[str, ...]
    rater: str | None

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    def words(self, key: str, **values: object) -> str:
        """A sentence of this page."""
        return text(f"migration-page.{key}", self.lang, **values)

    def called(self) -> str:
        """The engagement's name."""
        return self.engagement.called(self.lang)

    def name_of(self, person: str) -> str:
        """A person's name in the reader's language."""
        return named(person, names_of_people(self.context, self.engagement))

    def plan(self, version: str) -> PlannedMigration:
        """What moving to a version would do; worked out once per change of the store and of that version."""
        store, shelf, here = self.context.store, self.context.shelf, self.engagement.id
        mark = shelf.rubric(self.engagement.rubric, version).fingerprint
        return remembered(
            self.context, lambda: planned(store, shelf, here, version), "migration", here, version, mark
        )


def look() -> MoveView:
    """What is being looked at; in a store without an engagement, says what the page is for and stops it."""
    context = current()
    engagement = context.engagement
    if engagement is None:
        no_engagement(context, "migration")
        st.stop()
    rubric = service.rubric_of(context.shelf, engagement, context.store)
    others = versions_beside(context.shelf, engagement)
    return MoveView(context, engagement, rubric, others, rater(context, engagement))


def choose_version(found: MoveView) -> str:
    """Draw the choice of the version to look at: first a newer one, else the one that was left last."""
    shelf, store, here = found.context.shelf, found.context.store, found.engagement
    newest = shelf.rubric(here.rubric).version
    key = f"{_VERSION}-{here.id}-{here.rubric_version}"

    def called(version: str) -> str:
        return found.words("newest", version=version) if version == newest else version

    if len(found.others) == 1:
        return found.others[0]
    left = [step.version for step in store.rubric_steps(here.id)[-2:-1] if step.version in found.others]
    first = newest if newest in found.others else next(iter([*left, *found.others]))
    if st.session_state.get(key) not in found.others:
        st.session_state[key] = first
    picked = st.selectbox(found.words("version"), found.others, format_func=called, key=key, width=260)
    return picked or first


def move(found: MoveView, version: str) -> None:
    """Change the version; what was done, or why not, then stands at the head of the page."""
    context, before = found.context, found.rubric.version
    try:
        done = migrate(context.store, context.shelf, found.engagement.id, version, found.rater or "")
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, context)
        return
    fates = fates_told(done.plan.fates(), found.lang)
    told = found.words("ratings", told=fates) if fates else found.words("ratings.none")
    said = found.words("done", engagement=found.called(), version=version, told=told)
    st.session_state[_DONE] = f"{plain(said)}  \n{plain(found.words('back', before=before))}"


def counts(found: MoveView, plan: PlannedMigration) -> str:
    """How many nodes of each kind, as words."""
    kinds = [
        found.words("kind", count=count, kind=text(f"migration.kind.{kind}", found.lang))
        for kind, count in plan.plan.kinds().items()
    ]
    return text("migration.and", found.lang).join(kinds)


def told_once() -> None:
    """What the last click did, or why it was refused."""
    done, refused = (st.session_state.pop(key, None) for key in (_DONE, _REFUSED))
    if done:
        st.success(done, icon=":material/check:")
    if refused:
        st.error(plain(refused), icon=":material/error:")
