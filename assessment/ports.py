"""What the core asks of the outside: a store, and a shelf of rubrics and published data."""

from collections.abc import Iterable
from typing import Protocol

from assessment.benchmark import Benchmark
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Evidence, EvidenceLink, Rating
from assessment.rubric import Rubric


class Shelf(Protocol):
    """Where rubrics and published data sets are found."""

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        """A checked rubric, the newest version where none is named.

        Raises:
            UnknownRubricError: there is none of this id and version.
            FileRefusedError: its files have problems.
        """

    def rubrics(self) -> list[tuple[str, str]]:
        """(id, version) of every rubric on the shelf."""

    def benchmark(self, benchmark_id: str) -> Benchmark:
        """A checked published data set.

        Raises:
            UnknownBenchmarkError: there is none of this id.
            FileRefusedError: its files have problems.
        """

    def benchmarks(self) -> list[str]:
        """Ids of every published data set on the shelf."""


class Store(Protocol):
    """Where engagements and what was said in them are kept.

    Every writing method is one transaction: it is durable when it returns, and leaves nothing when it raises.
    Any method may raise StoreRefusedError (reason read-only, full, damaged).
    """

    def revision(self) -> int:
        """A number that grows with every write; equal numbers mean that nothing changed."""

    def engagements(self) -> list[Engagement]:
        """All engagements, in the order they were made."""

    def engagement(self, engagement: str) -> Engagement:
        """One engagement; UnknownEngagementError where there is none of this id."""

    def add_engagement(
        self,
        engagement: Engagement,
        units: Iterable[Unit],
        waves: Iterable[Wave],
        people: Iterable[Person] = (),
    ) -> None:
        """A new engagement with its units (parents first), waves and people, all or nothing.

        Raises:
            AlreadyThereError: the id is taken.
        """

    def units(self, engagement: str) -> list[Unit]:
        """The units, in the order they were given (parents first)."""

    def waves(self, engagement: str) -> list[Wave]:
        """The waves, oldest first."""

    def people(self, engagement: str) -> list[Person]:
        """The people, in the order they were given."""

    def add_person(self, engagement: str, person: Person) -> None:
        """One more person; the same id again changes name and role."""

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the wave off: it takes no more ratings and no more evidence."""

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        Args:
            engagement: id of the engagement.
            rating: what was said; its own `revision` and `at` are ignored.
            seen_revision: the revision that the person saw (0: none yet); None saves whatever is there.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError: the wave is signed off.
        """

    def save_ratings(self, engagement: str, ratings: Iterable[Rating]) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new."""

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator."""

    def history(self, engagement: str, key: tuple[str, str, str, str]) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""

    def set_importance(self, engagement: str, values: dict[tuple[str, str], str], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units; what is not named stays."""

    def importance(self, engagement: str) -> dict[tuple[str, str], str]:
        """Current importance grades by (unit, node)."""

    def set_targets(self, engagement: str, values: dict[tuple[str, str], float], by: str = "") -> None:
        """Set target levels by (unit, node), unit "" meaning all units; what is not named stays."""

    def targets(self, engagement: str) -> dict[tuple[str, str], float]:
        """Current target levels by (unit, node)."""

    def add_evidence(self, engagement: str, items: Iterable[Evidence], links: Iterable[EvidenceLink]) -> None:
        """Add evidence and what it supports, all or nothing; a known id gets a new revision.

        Raises:
            WaveLockedError: the wave of a new link is signed off.
        """

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence, in the order it was added."""

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what."""

    def add_published(self, benchmark: Benchmark) -> None:
        """Keep a published data set in the store; the same again changes nothing."""

    def published(self, benchmark: str) -> Benchmark | None:
        """A published data set of the store, None where there is none of this id."""

    def close(self) -> None:
        """Let go of everything held."""
