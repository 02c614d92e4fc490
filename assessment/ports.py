"""What the core asks of the outside: a store, and a shelf of rubrics and published data."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from assessment.benchmark import Benchmark
from assessment.changes import EVERY_CHANGE, Change, ChangeFilter, ChangeMark
from assessment.diagnosis_links import DiagnosisLinks
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.holdings import Holdings, Moves, RubricStep
from assessment.initiatives import InitiativeLibrary
from assessment.mapping import NodeMapping
from assessment.ratings import Evidence, EvidenceLink, Finding, Rating, SignOff, Target
from assessment.roadmap_ports import RoadmapRecords
from assessment.rubric import Rubric

Place = tuple[str, str]
"""(unit id or "" for all units, node id)."""
Ballot = tuple[str, str, str]
"""(unit id or "" for all units, node id, id of the person who votes)."""
RatingKey = tuple[str, str, str, str]
"""(unit, wave, rater, indicator): see `Rating.key`."""


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


class LinkedShelf(Shelf, Protocol):
    """A shelf that also knows how its rubrics hang together."""

    def links(self, rubric_id: str, version: str | None = None) -> DiagnosisLinks | None:
        """What a diagnosis rubric's problems and causes are linked to; None for a rubric without links.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the links, or the rubric, have problems.
        """

    def initiatives(self, rubric_id: str, version: str | None = None) -> InitiativeLibrary | None:
        """What can be picked to lift a rubric's nodes; None for a rubric without a library.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the library, or the rubric, has problems.
        """

    def mappings(self) -> tuple[NodeMapping, ...]:
        """Which nodes of a rubric inform which of another: every mapping on the shelf.

        Raises:
            FileRefusedError: a mapping has problems.
        """


class Store(RoadmapRecords, Protocol):
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

    def add_wave(self, engagement: str, wave: Wave) -> None:
        """One more wave; the same again changes nothing.

        Raises:
            WaveThereError: another wave has the id.
        """

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the whole wave off: it takes no more ratings and no more evidence."""

    def sign_off(self, engagement: str, unit: str, wave: str, by: str, reason: str = "") -> SignOff:
        """Sign a unit's wave off: it takes no more ratings until it is opened again."""

    def reopen(self, engagement: str, unit: str, wave: str, by: str, reason: str) -> SignOff:
        """Open a unit's wave again.

        Raises:
            ValueError: the reason is blank, or the unit's wave was never signed off.
        """

    def sign_offs(self, engagement: str) -> list[SignOff]:
        """Every signing off and opening again, oldest first; what holds is a unit's and wave's last."""

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        Args:
            engagement: id of the engagement.
            rating: what was said; its own `revision` and `at` are ignored.
            seen_revision: the revision that the person saw (0: none that counts); None saves whatever is
                there.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
        """

    def save_ratings(
        self, engagement: str, ratings: Iterable[Rating], seen: Mapping[RatingKey, int] | None = None
    ) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new.

        Args:
            engagement: id of the engagement.
            ratings: what was said.
            seen: the revision that was seen (as for `save_rating`) by `Rating.key`; a rating that is not
                named is saved whatever is there.

        Raises:
            ChangedElsewhereError: the first rating whose current revision is not the one that was seen.
            WaveLockedError, UnitSignedOffError: a wave, or a unit's part of it, is signed off.
        """

    def bring_in(
        self,
        engagement: str,
        ratings: Iterable[Rating],
        seen: Mapping[RatingKey, int],
        evidence: Iterable[tuple[Evidence, EvidenceLink]] = (),
        people: Iterable[Person] = (),
        by: str = "",
        unlinked: Iterable[EvidenceLink] = (),
    ) -> int:
        """Append what came in together, all of it or nothing; answers how many ratings were new.

        Args:
            engagement: id of the engagement.
            ratings: as for `save_ratings`, with what was `seen`.
            seen: as for `save_ratings`.
            evidence: new statements, each with what it supports.
            people: who rated; who is known already stays as they are.
            by: who brings it in.
            unlinked: what evidence no longer supports from then on, as for `unlink_evidence`.

        Raises:
            What `save_ratings`, `add_evidence` and `unlink_evidence` raise.
        """

    def undo(
        self, engagement: str, key: RatingKey, by: str, seen_revision: int | None = None, why: str = ""
    ) -> Rating:
        """Append the content that stood before the current one, or a withdrawn revision before the first.

        Undoing again goes one step further back; undoing what was said after an undo returns to that undo.
        `why` is the reason, kept with the new revision.

        Raises:
            NothingToUndoError: nothing was ever said, or everything is undone.
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
        """

    def carry_over(self, engagement: str, from_wave: str, to_wave: str, by: str) -> int:
        """Propose in a wave every rating that counts in another; answers how many are new.

        What was already said or proposed there stays, and a unit that is signed off there is left out.

        Raises:
            WaveLockedError: the wave to carry over to is signed off.
        """

    def confirm(self, engagement: str, keys: Iterable[RatingKey], by: str) -> int:
        """Let the proposed ones among these ratings count, all or nothing; answers how many there were.

        Raises:
            WaveLockedError, UnitSignedOffError: a wave, or a unit's part of it, is signed off.
        """

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator.

        Also what was taken back or is only proposed (`Rating.counts` tells).
        """

    def changes(self, engagement: str, since: int) -> list[Rating]:
        """The current revisions that were saved after the store's revision was `since`, ordered as above."""

    def history(self, engagement: str, key: RatingKey) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""

    def revisions(
        self,
        engagement: str,
        only: ChangeFilter = EVERY_CHANGE,
        limit: int = 100,
        before: ChangeMark | None = None,
    ) -> list[Change]:
        """Changes of ratings with what stood before each, newest first.

        Args:
            engagement: id of the engagement; an unknown one has no changes.
            only: which changes.
            limit: at most so many.
            before: only those older than this `Change.mark`, for the next page.
        """

    def set_importance(self, engagement: str, values: Mapping[Place, str | None], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units.

        None takes the own grade away, so that the inherited one shows; what is not named stays.
        """

    def importance(self, engagement: str) -> dict[Place, str]:
        """Current importance grades by (unit, node)."""

    def vote_importance(self, engagement: str, votes: Mapping[Ballot, str | None], by: str = "") -> None:
        """Say what grade each person gives a node's importance; None takes a vote back, others stay.

        `by` is who writes it down, where that is not the person.
        """

    def importance_votes(self, engagement: str) -> dict[Ballot, str]:
        """Current votes by (unit, node, person)."""

    def set_targets(self, engagement: str, values: Mapping[Place, Target | None], by: str = "") -> None:
        """Set targets by (unit, node), unit "" meaning all units.

        None takes the own target away, so that the inherited one shows; what is not named stays.
        """

    def targets(self, engagement: str) -> dict[Place, Target]:
        """Current targets by (unit, node)."""

    def set_quality_rules(self, engagement: str, severities: Mapping[str, str], by: str = "") -> None:
        """Set how severe a quality rule is in this engagement; what is not named stays."""

    def quality_rules(self, engagement: str) -> dict[str, str]:
        """Rule -> severity, of the rules that were set in this engagement."""

    def add_evidence(
        self, engagement: str, items: Iterable[Evidence], links: Iterable[EvidenceLink], by: str = ""
    ) -> None:
        """Add evidence and what it supports, all or nothing; a known id gets a new revision.

        Raises:
            WaveLockedError, UnitSignedOffError: the place of a new link is signed off.
            EvidenceFixedError: a changed item supports what is signed off.
        """

    def delete_evidence(self, engagement: str, evidence: str, by: str) -> None:
        """Take an item away by a revision that says so; its links no longer show.

        Adding an item of the same id again brings both back.

        Raises:
            EvidenceFixedError: it supports what is signed off.
            ValueError: there is no such evidence.
        """

    def unlink_evidence(self, engagement: str, links: Iterable[EvidenceLink]) -> None:
        """Let evidence no longer support these ratings; links that are not there are no matter.

        Raises:
            WaveLockedError, UnitSignedOffError: the place of a link is signed off.
        """

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence that is not deleted, in the order it was added."""

    def search_evidence(self, engagement: str, words: str) -> list[str]:
        """Ids of the evidence that has all the words, best first; none for no words.

        A word also finds longer ones that begin with it; Chinese is found from one character up.
        """

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what, without deleted evidence; ordered by unit, wave, indicator, evidence."""

    def add_findings(self, engagement: str, items: Iterable[Finding], by: str = "") -> None:
        """Add findings, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError, UnitSignedOffError: what a finding is about is signed off.
            ValueError: a finding names evidence that is not there.
        """

    def findings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Finding]:
        """Current findings that are not deleted, in the order they were added."""

    def keep_rubric(self, rubric: Rubric) -> None:
        """Keep a rubric's content as it is now, by its fingerprint; the same again changes nothing."""

    def kept_rubric(self, fingerprint: str) -> Rubric | None:
        """The content that was kept under a fingerprint, without translations; None where none was."""

    def rubric_steps(self, engagement: str) -> list[RubricStep]:
        """The rubric versions that an engagement was on, oldest first, the present one last."""

    def holdings(self, engagement: str) -> Holdings:
        """Everything that an engagement holds by node, at one moment, also what is set aside.

        What is set aside by a move to another rubric version shows in none of the other reading methods but
        `history` and `revisions`.
        """

    def move(self, engagement: str, moves: Moves, by: str) -> bool:
        """Write a move to another rubric version, all of it or nothing.

        Answers False, and writes nothing, where the store's revision is not `moves.seen`.
        """

    def add_published(self, benchmark: Benchmark) -> None:
        """Keep a published data set in the store; the same again changes nothing."""

    def published(self, benchmark: str) -> Benchmark | None:
        """A published data set of the store, None where there is none of this id."""

    def published_sets(self) -> list[str]:
        """Ids of the published data sets of the store, sorted."""

    def close(self) -> None:
        """Let go of everything held."""
