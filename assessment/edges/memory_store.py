"""The store in memory, for tests and for commands that keep nothing; it decides as the SQLite store does."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assessment.benchmark import Benchmark
from assessment.changes import EVERY_CHANGE, Change, ChangeFilter, ChangeMark
from assessment.edges.memory_kept import Kept, settled
from assessment.edges.memory_roadmap import MemoryRoadmap
from assessment.edges.memory_versions import first_step
from assessment.edges.store_rules import (
    carried,
    check_parts,
    confirmed,
    next_revision,
    next_sign_off,
    undone,
)
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError, GaplineError, WaveThereError
from assessment.ports import Place, RatingKey
from assessment.ratings import Evidence, EvidenceLink, Rating, SignOff, Target


class MemoryStore(MemoryRoadmap):
    """A store that lives as long as the object; safe to share between threads."""

    def __init__(self) -> None:
        super().__init__()
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
            known = {person.id: person for person in parts[2]}
            self._keep(Kept(engagement, *by_id, known, steps=(first_step(engagement),)))

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

    def add_wave(self, engagement: str, wave: Wave) -> None:
        """One more wave; the same again changes nothing, WaveThereError where another has the id."""
        with self._lock:
            kept = self._known(engagement)
            if kept.waves.get(wave.id, wave) != wave:
                raise WaveThereError(wave.id, engagement)
            self._keep(replace(kept, waves={**kept.waves, wave.id: wave}))

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the whole wave off: it takes no more ratings and no more evidence."""
        with self._lock:
            kept = self._known(engagement)
            kept.check(waves=[wave])
            locked = kept.waves[wave].model_copy(update={"locked": True})
            self._keep(replace(kept, waves={**kept.waves, wave: locked}))

    def sign_off(self, engagement: str, unit: str, wave: str, by: str, reason: str = "") -> SignOff:
        """Sign a unit's wave off: it takes no more ratings until it is opened again."""
        return self._sign(engagement, SignOff(unit=unit, wave=wave, signed=True, by=by, reason=reason))

    def reopen(self, engagement: str, unit: str, wave: str, by: str, reason: str) -> SignOff:
        """Open a unit's wave again; ValueError for a blank reason, or where it was never signed off."""
        return self._sign(engagement, SignOff(unit=unit, wave=wave, signed=False, by=by, reason=reason))

    def sign_offs(self, engagement: str) -> list[SignOff]:
        """Every signing off and opening again, oldest first; what holds is a unit's and wave's last."""
        return [sign_off for kept in self._found(engagement) for sign_off in kept.sign_offs]

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        What is already current is not stored again: the answer is then the current revision.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        """
        with self._lock:
            seen = {} if seen_revision is None else {rating.key: seen_revision}
            self._append(engagement, [rating], seen)
            return self._known(engagement).ratings[rating.key][-1]

    def save_ratings(
        self, engagement: str, ratings: Iterable[Rating], seen: Mapping[RatingKey, int] | None = None
    ) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new."""
        with self._lock:
            return self._append(engagement, list(ratings), seen or {})

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
        """Append what came in together, all of it or nothing; answers how many ratings were new."""
        statements = list(evidence)
        with self._lock:
            before, revision = self._known(engagement), self._revision
            newcomers = {person.id: person for person in people if person.id not in before.people}
            try:
                count = self._append(engagement, list(ratings), seen)
                items, links = [item for item, _ in statements], [link for _, link in statements]
                self.add_evidence(engagement, items, links, by)
                self.unlink_evidence(engagement, unlinked)
            except (GaplineError, ValueError):
                self._kept, self._revision = {**self._kept, engagement: before}, revision
                raise
            kept = self._known(engagement)
            self._keep(replace(kept, people={**kept.people, **newcomers}))
            self._revision = min(self._revision, revision + 1)
            return count

    def undo(
        self, engagement: str, key: RatingKey, by: str, seen_revision: int | None = None, why: str = ""
    ) -> Rating:
        """Append the content that stood before the current one, or a withdrawn revision before the first."""
        with self._lock:
            kept = self._known(engagement)
            kept.check([key[0]], [key[1]])
            restored = undone(kept.ratings.get(key, ()), key[3], by, why)
            self._append(
                engagement,
                [restored],
                {} if seen_revision is None else {key: seen_revision},
                restores=restored.restores,
            )
            return self._known(engagement).ratings[key][-1]

    def carry_over(self, engagement: str, from_wave: str, to_wave: str, by: str) -> int:
        """Propose in a wave every rating that counts in another; answers how many are new."""
        with self._lock:
            kept = self._known(engagement)
            kept.check(waves=[from_wave, to_wave])
            proposals = carried(self.ratings(engagement, wave=from_wave), to_wave, kept.ratings.keys(), by)
            free = [one for one in proposals if not kept.signed(one.unit, to_wave)]
            return self._append(engagement, [one for one in free if kept.shows("", "rated", one.indicator)])

    def confirm(self, engagement: str, keys: Iterable[RatingKey], by: str) -> int:
        """Let the proposed ones among these ratings count, all or nothing; answers how many there were."""
        with self._lock:
            found = map(self._known(engagement).current, keys)
            return self._append(engagement, [confirmed(one, by) for one in found if one and one.proposed])

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator."""
        current = [
            revisions[-1]
            for kept in self._found(engagement)
            for (_, where, _, indicator), revisions in kept.ratings.items()
            if kept.shows(where, "rated", indicator)
        ]
        wanted = [rating for rating in current if unit in (None, rating.unit) and wave in (None, rating.wave)]
        return sorted(wanted, key=lambda rating: rating.key)

    def changes(self, engagement: str, since: int) -> list[Rating]:
        """The current revisions that were saved after the store's revision was `since`, ordered as above."""
        kept = self._found(engagement)
        return [one for one in self.ratings(engagement) if kept[0].changed[one.key][-1] > since]

    def history(self, engagement: str, key: RatingKey) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""
        return [rating for kept in self._found(engagement) for rating in kept.ratings.get(key, ())]

    def revisions(
        self,
        engagement: str,
        only: ChangeFilter = EVERY_CHANGE,
        limit: int = 100,
        before: ChangeMark | None = None,
    ) -> list[Change]:
        """The newest changes that are asked for, newest first; `before` a mark, those older than it."""
        found = [one for kept in self._found(engagement) for one in kept.changes() if only.takes(one)]
        older = [one for one in found if before is None or one.mark < before]
        return sorted(older, key=lambda one: one.mark, reverse=True)[:limit]

    def set_importance(self, engagement: str, values: Mapping[Place, str | None], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units; None takes one away."""
        del by  # a store of one process and one hour keeps no record of who
        with self._lock:
            kept = self._known(engagement)
            kept.check(unit for unit, _ in values if unit)
            self._keep(replace(kept, importance=settled(kept.importance, values)))

    def importance(self, engagement: str) -> dict[Place, str]:
        """Current importance grades by (unit, node)."""
        found = [(kept, place) for kept in self._found(engagement) for place in kept.importance]
        return {place: kept.importance[place] for kept, place in found if kept.shows("", "told", place[1])}

    def set_targets(self, engagement: str, values: Mapping[Place, Target | None], by: str = "") -> None:
        """Set targets by (unit, node), unit "" meaning all units; None takes one away."""
        del by
        with self._lock:
            kept = self._known(engagement)
            kept.check(unit for unit, _ in values if unit)
            self._keep(replace(kept, targets=settled(kept.targets, values)))

    def targets(self, engagement: str) -> dict[Place, Target]:
        """Current targets by (unit, node)."""
        found = [(kept, place) for kept in self._found(engagement) for place in kept.targets]
        return {place: kept.targets[place] for kept, place in found if kept.shows("", "told", place[1])}

    def set_quality_rules(self, engagement: str, severities: Mapping[str, str], by: str = "") -> None:
        """Set how severe a quality rule is in this engagement; what is not named stays."""
        del by
        with self._lock:
            kept = self._known(engagement)
            self._keep(replace(kept, quality_rules=settled(kept.quality_rules, severities)))

    def quality_rules(self, engagement: str) -> dict[str, str]:
        """Rule -> severity, of the rules that were set in this engagement."""
        return {rule: how for kept in self._found(engagement) for rule, how in kept.quality_rules.items()}

    def add_published(self, benchmark: Benchmark) -> None:
        """Keep a published data set in the store; the same again changes nothing, another replaces it."""
        with self._lock:
            if self._published.get(benchmark.id) != benchmark:
                self._published = {**self._published, benchmark.id: benchmark}
                self._revision += 1

    def published(self, benchmark: str) -> Benchmark | None:
        """A published data set of the store, None where there is none of this id."""
        return self._published.get(benchmark)

    def published_sets(self) -> list[str]:
        """Ids of the published data sets of the store, sorted."""
        return sorted(self._published)

    def _sign(self, engagement: str, wanted: SignOff) -> SignOff:
        with self._lock:
            kept = self._known(engagement)
            kept.check([wanted.unit], [wanted.wave])
            current = kept.sign_off(wanted.unit, wanted.wave)
            holds = next_sign_off(current, wanted)
            if holds is not current:
                self._keep(replace(kept, sign_offs=(*kept.sign_offs, holds)))
            return holds

    def _append(
        self,
        engagement: str,
        given: list[Rating],
        seen: Mapping[RatingKey, int] | None = None,
        restores: int | None = None,
    ) -> int:
        kept = self._known(engagement)
        kept.check([rating.unit for rating in given], [rating.wave for rating in given])
        ratings, changed, new = dict(kept.ratings), dict(kept.changed), 0
        for rating in given:
            revisions = ratings.get(rating.key, ())
            current = revisions[-1] if revisions else None
            saved = next_revision(
                current,
                rating,
                closed=kept.closed(rating.unit, rating.wave),
                seen=(seen or {}).get(rating.key),
                restores=restores,
            )
            if saved is not current:
                ratings[rating.key] = (*revisions, saved)
                changed[rating.key] = (*changed.get(rating.key, ()), self._revision + 1)
                new += 1
        self._keep(replace(kept, ratings=ratings, changed=changed))
        return new
