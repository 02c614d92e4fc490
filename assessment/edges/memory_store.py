"""The store in memory, for tests and for commands that keep nothing; it decides as the SQLite store does."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from assessment.benchmark import Benchmark
from assessment.edges.store_rules import (
    check_linked,
    check_open,
    check_parts,
    check_places,
    next_revision,
    unknown_engagement,
)
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError
from assessment.ratings import Evidence, EvidenceLink, Rating

_Key = tuple[str, str, str, str]
_Value = TypeVar("_Value", str, float)


@dataclass(frozen=True)
class _Kept:
    """One engagement and what was said in it; a change makes a new one, so that a failure leaves the old."""

    engagement: Engagement
    units: dict[str, Unit]
    waves: dict[str, Wave]
    people: dict[str, Person]
    ratings: dict[_Key, tuple[Rating, ...]] = field(default_factory=dict)
    importance: dict[tuple[str, str], str] = field(default_factory=dict)
    targets: dict[tuple[str, str], float] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    links: frozenset[EvidenceLink] = frozenset()

    def check(self, units: Iterable[str] = (), waves: Iterable[str] = ()) -> None:
        check_places(self.engagement.id, units, list(self.units), waves, list(self.waves))


class MemoryStore:
    """A store that lives as long as the object; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._revision = 0
        self._kept: dict[str, _Kept] = {}
        self._published: dict[str, Benchmark] = {}

    def close(self) -> None:
        """Let go of nothing: what was stored stays as long as the object."""

    def revision(self) -> int:
        """A number that grows with every write; equal numbers mean that nothing changed."""
        return self._revision

    def engagements(self) -> list[Engagement]:
        """All engagements, in the order they were made."""
        return [kept.engagement for kept in self._kept.values()]

    def engagement(self, engagement: str) -> Engagement:
        """One engagement; UnknownEngagementError where there is none of this id."""
        return self._known(engagement).engagement

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
            ValueError: an id is given twice, or a unit before its parent.
        """
        parts = (list(units), list(waves), list(people))
        check_parts(*parts)
        with self._lock:
            if engagement.id in self._kept:
                raise AlreadyThereError(engagement.id)
            by_id = ({unit.id: unit for unit in parts[0]}, {wave.id: wave for wave in parts[1]})
            self._keep(_Kept(engagement, *by_id, {person.id: person for person in parts[2]}))

    def units(self, engagement: str) -> list[Unit]:
        """The units, in the order they were given (parents first)."""
        return [unit for kept in self._found(engagement) for unit in kept.units.values()]

    def waves(self, engagement: str) -> list[Wave]:
        """The waves, oldest first."""
        waves = [wave for kept in self._found(engagement) for wave in kept.waves.values()]
        return sorted(waves, key=lambda wave: wave.date)

    def people(self, engagement: str) -> list[Person]:
        """The people, in the order they were given."""
        return [person for kept in self._found(engagement) for person in kept.people.values()]

    def add_person(self, engagement: str, person: Person) -> None:
        """One more person; the same id again changes name and role."""
        with self._lock:
            kept = self._known(engagement)
            self._keep(replace(kept, people={**kept.people, person.id: person}))

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the wave off: it takes no more ratings and no more evidence."""
        with self._lock:
            kept = self._known(engagement)
            kept.check(waves=[wave])
            locked = kept.waves[wave].model_copy(update={"locked": True})
            self._keep(replace(kept, waves={**kept.waves, wave: locked}))

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        What is already current is not stored again: the answer is then the current revision.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError: the wave is signed off.
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        """
        with self._lock:
            return self._append(engagement, [rating], seen_revision)[0]

    def save_ratings(self, engagement: str, ratings: Iterable[Rating]) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new."""
        given = list(ratings)
        with self._lock:
            before = sum(map(len, self._known(engagement).ratings.values()))
            self._append(engagement, given, None)
            return sum(map(len, self._known(engagement).ratings.values())) - before

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator."""
        current = [revisions[-1] for kept in self._found(engagement) for revisions in kept.ratings.values()]
        wanted = [rating for rating in current if unit in (None, rating.unit) and wave in (None, rating.wave)]
        return sorted(wanted, key=lambda rating: rating.key)

    def history(self, engagement: str, key: _Key) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""
        return [rating for kept in self._found(engagement) for rating in kept.ratings.get(key, ())]

    def set_importance(self, engagement: str, values: dict[tuple[str, str], str], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units; what is not named stays."""
        del by  # a store of one process and one hour keeps no record of who
        with self._lock:
            kept = self._known(engagement)
            self._keep(replace(kept, importance=_set(kept, kept.importance, values)))

    def importance(self, engagement: str) -> dict[tuple[str, str], str]:
        """Current importance grades by (unit, node)."""
        return {place: grade for kept in self._found(engagement) for place, grade in kept.importance.items()}

    def set_targets(self, engagement: str, values: dict[tuple[str, str], float], by: str = "") -> None:
        """Set target levels by (unit, node), unit "" meaning all units; what is not named stays."""
        del by
        with self._lock:
            kept = self._known(engagement)
            self._keep(replace(kept, targets=_set(kept, kept.targets, values)))

    def targets(self, engagement: str) -> dict[tuple[str, str], float]:
        """Current target levels by (unit, node)."""
        return {place: level for kept in self._found(engagement) for place, level in kept.targets.items()}

    def add_evidence(self, engagement: str, items: Iterable[Evidence], links: Iterable[EvidenceLink]) -> None:
        """Add evidence and what it supports, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError: the wave of a new link is signed off.
            ValueError: a link names evidence that is not there.
        """
        given, linked = list(items), list(links)
        with self._lock:
            kept = self._known(engagement)
            evidence = kept.evidence | {item.id: item for item in given}
            kept.check([link.unit for link in linked], [link.wave for link in linked])
            check_linked(linked, evidence)
            check_open(linked, kept.links, [wave.id for wave in kept.waves.values() if wave.locked])
            self._keep(replace(kept, evidence=evidence, links=kept.links.union(linked)))

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence, in the order it was added."""
        return [item for kept in self._found(engagement) for item in kept.evidence.values()]

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what, ordered by unit, wave, indicator, evidence."""
        links = [link for kept in self._found(engagement) for link in kept.links]
        wanted = [link for link in links if unit in (None, link.unit) and wave in (None, link.wave)]
        return sorted(wanted, key=lambda link: (link.unit, link.wave, link.indicator, link.evidence))

    def add_published(self, benchmark: Benchmark) -> None:
        """Keep a published data set in the store; the same again changes nothing, another replaces it."""
        with self._lock:
            if self._published.get(benchmark.id) != benchmark:
                self._published = {**self._published, benchmark.id: benchmark}
                self._revision += 1

    def published(self, benchmark: str) -> Benchmark | None:
        """A published data set of the store, None where there is none of this id."""
        return self._published.get(benchmark)

    def _found(self, engagement: str) -> list[_Kept]:
        return [self._kept[engagement]] if engagement in self._kept else []

    def _known(self, engagement: str) -> _Kept:
        if engagement not in self._kept:
            raise unknown_engagement(engagement, self._kept)
        return self._kept[engagement]

    def _keep(self, kept: _Kept) -> None:
        if self._kept.get(kept.engagement.id) != kept:
            self._kept = {**self._kept, kept.engagement.id: kept}
            self._revision += 1

    def _append(self, engagement: str, given: list[Rating], seen: int | None) -> list[Rating]:
        kept = self._known(engagement)
        kept.check([rating.unit for rating in given], [rating.wave for rating in given])
        ratings, answers = dict(kept.ratings), []
        for rating in given:
            revisions = ratings.get(rating.key, ())
            current = revisions[-1] if revisions else None
            saved = next_revision(current, rating, locked=kept.waves[rating.wave].locked, seen=seen)
            if saved is not current:
                ratings[rating.key] = (*revisions, saved)
            answers.append(saved)
        self._keep(replace(kept, ratings=ratings))
        return answers


def _set(
    kept: _Kept, current: Mapping[tuple[str, str], _Value], values: Mapping[tuple[str, str], _Value]
) -> dict[tuple[str, str], _Value]:
    kept.check(unit for unit, _ in values if unit)
    return dict(sorted({**current, **values}.items()))
