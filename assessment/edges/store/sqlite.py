"""The store of one SQLite file, as `assessment.ports.Store` asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assessment.benchmark import Benchmark
from assessment.changes import EVERY_CHANGE, Change, ChangeFilter, ChangeMark
from assessment.edges.store import appending
from assessment.edges.store import statements as sql
from assessment.edges.store.connections import Connections
from assessment.edges.store.evidence_store import append_supporting, remove_links
from assessment.edges.store.looking_back import past_changes
from assessment.edges.store.plan_store import PlanStore
from assessment.edges.store.preparing import prepare
from assessment.edges.store.refusal import refusing
from assessment.edges.store.rows import (
    current_ratings,
    narrowed,
    now,
    part_values,
    read_published,
    require_engagement,
    require_places,
)
from assessment.edges.store.schema import STEPS
from assessment.edges.store.step import Step
from assessment.edges.store.version_store import add_step
from assessment.edges.store_rules import carried, check_parts, confirmed, undone
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError, WaveThereError
from assessment.ports import Place, RatingKey
from assessment.ratings import Evidence, EvidenceLink, Rating, SignOff, Target


def open_store(path: Path | str, *, create: bool = True, steps: Sequence[Step] = STEPS) -> "SqliteStore":
    """Open a store; a missing file is made, an older one brought up to date after a backup beside it.

    Args:
        path: of the file.
        create: whether a missing file is made; else it is refused as unreadable.
        steps: the schema's steps, oldest first.

    Raises:
        StoreRefusedError: the file is not a store, damaged, newer or unreadable; it is left as it is.
    """
    file = Path(path)
    with refusing(file):
        if create and not file.exists():
            from assessment.edges.store.migrations import build

            build(file, steps)
    connections = Connections(file, partial(prepare, file, steps))
    connections.check()
    return SqliteStore(connections)


class SqliteStore(PlanStore):
    """The store of one SQLite file; safe to share between threads, one per process."""

    @property
    def path(self) -> Path:
        """Where the store lies."""
        return self._connections.path

    def close(self) -> None:
        """Let go of everything held."""
        self._connections.close()

    def revision(self) -> int:
        """A number that grows with every write; equal numbers mean that nothing changed."""
        with self._connections.read() as db:
            return int(db.execute(sql.REVISION).fetchone()[0])

    def engagements(self) -> list[Engagement]:
        """All engagements, in the order they were made."""
        return [Engagement.model_validate(row) for row in self._rows(sql.ENGAGEMENTS, {})]

    def engagement(self, engagement: str) -> Engagement:
        """One engagement; UnknownEngagementError where there is none of this id."""
        with self._connections.read() as db:
            require_engagement(db, engagement)
            row = db.execute(sql.ENGAGEMENT, {"engagement": engagement}).fetchone()
        return Engagement.model_validate(dict(row))

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
        with self._connections.write() as db:
            if db.execute(sql.ENGAGEMENT, {"engagement": engagement.id}).fetchone():
                raise AlreadyThereError(engagement.id)
            db.execute(sql.ADD_ENGAGEMENT, {**engagement.model_dump(mode="json"), "at": now()})
            add_step(db, engagement.id, engagement.rubric_version, engagement.rubric_fingerprint)
            db.executemany(sql.ADD_UNIT, part_values(engagement.id, parts[0]))
            db.executemany(sql.ADD_WAVE, part_values(engagement.id, parts[1]))
            db.executemany(sql.ADD_PERSON, part_values(engagement.id, parts[2]))

    def units(self, engagement: str) -> list[Unit]:
        """The units, in the order they were given (parents first)."""
        return [Unit.model_validate(row) for row in self._rows(sql.UNITS, {"engagement": engagement})]

    def waves(self, engagement: str) -> list[Wave]:
        """The waves, oldest first."""
        return [Wave.model_validate(row) for row in self._rows(sql.WAVES, {"engagement": engagement})]

    def people(self, engagement: str) -> list[Person]:
        """The people, in the order they were given."""
        return [Person.model_validate(row) for row in self._rows(sql.PEOPLE, {"engagement": engagement})]

    def add_person(self, engagement: str, person: Person) -> None:
        """One more person; the same id again changes name and role."""
        with self._connections.write() as db:
            require_engagement(db, engagement)
            known = [
                Person.model_validate(dict(row)) for row in db.execute(sql.PEOPLE, {"engagement": engagement})
            ]
            if person not in known:
                db.execute(sql.ADD_PERSON, {"engagement": engagement, **person.model_dump()})

    def add_wave(self, engagement: str, wave: Wave) -> None:
        """One more wave; the same again changes nothing, WaveThereError where another has the id."""
        with self._connections.write() as db:
            require_engagement(db, engagement)
            rows = db.execute(sql.WAVES, {"engagement": engagement})
            known = {row["id"]: Wave.model_validate(dict(row)) for row in rows}
            if known.get(wave.id, wave) != wave:
                raise WaveThereError(wave.id, engagement)
            if wave.id not in known:
                db.execute(sql.ADD_LATER_WAVE, {"engagement": engagement, **wave.model_dump(mode="json")})

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the whole wave off: it takes no more ratings and no more evidence."""
        with self._connections.write() as db:
            require_places(db, engagement, waves=[wave])
            db.execute(sql.LOCK_WAVE, {"engagement": engagement, "wave": wave})

    def sign_off(self, engagement: str, unit: str, wave: str, by: str, reason: str = "") -> SignOff:
        """Sign a unit's wave off: it takes no more ratings until it is opened again."""
        wanted = SignOff(unit=unit, wave=wave, signed=True, by=by, reason=reason)
        with self._connections.write() as db:
            return appending.append_sign_off(db, engagement, wanted)

    def reopen(self, engagement: str, unit: str, wave: str, by: str, reason: str) -> SignOff:
        """Open a unit's wave again; ValueError for a blank reason, or where it was never signed off."""
        wanted = SignOff(unit=unit, wave=wave, signed=False, by=by, reason=reason)
        with self._connections.write() as db:
            return appending.append_sign_off(db, engagement, wanted)

    def sign_offs(self, engagement: str) -> list[SignOff]:
        """Every signing off and opening again, oldest first; what holds is a unit's and wave's last."""
        rows = self._rows(sql.SIGN_OFFS + sql.SIGN_OFFS_ORDER, {"engagement": engagement})
        return [SignOff.model_validate(row) for row in rows]

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        What is already current is not stored again: the answer is then the current revision.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        """
        with self._connections.write() as db:
            return appending.append_rating(db, engagement, rating, seen_revision)

    def save_ratings(
        self, engagement: str, ratings: Iterable[Rating], seen: Mapping[RatingKey, int] | None = None
    ) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new."""
        with self._connections.write() as db:
            require_engagement(db, engagement)
            return appending.append_ratings(db, engagement, ratings, seen)

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
        with self._connections.write() as db:
            require_engagement(db, engagement)
            known = {row["id"] for row in db.execute(sql.PEOPLE, {"engagement": engagement})}
            newcomers = [person for person in people if person.id not in known]
            rows = [{"engagement": engagement, **person.model_dump()} for person in newcomers]
            db.executemany(sql.ADD_PERSON, rows)
            count = appending.append_ratings(db, engagement, ratings, seen)
            items, links = [item for item, _ in statements], [link for _, link in statements]
            append_supporting(db, engagement, items, links, by)
            remove_links(db, engagement, unlinked)
            return count

    def undo(
        self, engagement: str, key: RatingKey, by: str, seen_revision: int | None = None, why: str = ""
    ) -> Rating:
        """Append the content that stood before the current one, or a withdrawn revision before the first."""
        with self._connections.write() as db:
            require_places(db, engagement, [key[0]], [key[1]])
            history = [
                Rating.model_validate(dict(row)) for row in db.execute(sql.HISTORY, _named(engagement, key))
            ]
            restored = undone(history, key[3], by, why)
            return appending.append_rating(db, engagement, restored, seen_revision, restored.restores)

    def carry_over(self, engagement: str, from_wave: str, to_wave: str, by: str) -> int:
        """Propose in a wave every rating that counts in another; answers how many are new."""
        with self._connections.write() as db:
            require_places(db, engagement, waves=[from_wave, to_wave])
            waves = {"engagement": engagement, "from_wave": from_wave, "to_wave": to_wave}
            free = [Rating.model_validate(dict(row)) for row in db.execute(sql.NOT_IN_WAVE, waves)]
            proposals = carried(free, to_wave, (), by)
            statement, values = narrowed(sql.SIGN_OFFS, engagement, None, to_wave)
            signed = {
                row["unit"]: row["signed"] for row in db.execute(statement + sql.SIGN_OFFS_ORDER, values)
            }
            wanted = [one for one in proposals if not signed.get(one.unit)]
            return appending.append_ratings(db, engagement, wanted)

    def confirm(self, engagement: str, keys: Iterable[RatingKey], by: str) -> int:
        """Let the proposed ones among these ratings count, all or nothing; answers how many there were."""
        with self._connections.write() as db:
            require_engagement(db, engagement)
            rows = [db.execute(sql.CURRENT_RATING, _named(engagement, key)).fetchone() for key in keys]
            found = [Rating.model_validate(dict(row)) for row in rows if row and row["proposed"]]
            return appending.append_ratings(db, engagement, [confirmed(one, by) for one in found])

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator."""
        with self._connections.read() as db:
            return current_ratings(db, engagement, unit, wave, shown=True)

    def changes(self, engagement: str, since: int) -> list[Rating]:
        """The current revisions that were saved after the store's revision was `since`, ordered as above."""
        rows = self._rows(sql.CHANGED_RATINGS, {"engagement": engagement, "since": since})
        return [Rating.model_validate(row) for row in rows]

    def history(self, engagement: str, key: RatingKey) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""
        return [Rating.model_validate(row) for row in self._rows(sql.HISTORY, _named(engagement, key))]

    def revisions(
        self,
        engagement: str,
        only: ChangeFilter = EVERY_CHANGE,
        limit: int = 100,
        before: ChangeMark | None = None,
    ) -> list[Change]:
        """The newest changes that are asked for, newest first; `before` a mark, those older than it."""
        with self._connections.snapshot() as db:
            return past_changes(db, engagement, only, limit, before)

    def set_importance(self, engagement: str, values: Mapping[Place, str | None], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units; None takes one away."""
        self._set(engagement, appending.IMPORTANCE, appending.grade_fields(values), by)

    def importance(self, engagement: str) -> dict[Place, str]:
        """Current importance grades by (unit, node)."""
        rows = self._rows(sql.IMPORTANCE_SHOWN, {"engagement": engagement})
        return {(row["unit"], row["node"]): row["grade"] for row in rows if not row["cleared"]}

    def set_targets(self, engagement: str, values: Mapping[Place, Target | None], by: str = "") -> None:
        """Set targets by (unit, node), unit "" meaning all units; None takes one away."""
        wanted = {
            place: appending.CLEARED if target is None else {**target.model_dump(mode="json"), "cleared": 0}
            for place, target in values.items()
        }
        self._set(engagement, appending.TARGET, wanted, by)

    def targets(self, engagement: str) -> dict[Place, Target]:
        """Current targets by (unit, node)."""
        rows = self._rows(sql.TARGETS_SHOWN, {"engagement": engagement})
        return {
            (row["unit"], row["node"]): Target(level=row["level"], due=row["due"])
            for row in rows
            if not row["cleared"]
        }

    def set_quality_rules(self, engagement: str, severities: Mapping[str, str], by: str = "") -> None:
        """Set how severe a quality rule is in this engagement; what is not named stays."""
        wanted = {(rule,): {"severity": severity} for rule, severity in severities.items()}
        with self._connections.write() as db:
            require_engagement(db, engagement)
            appending.append_settings(db, engagement, appending.QUALITY_RULE, wanted, by)

    def quality_rules(self, engagement: str) -> dict[str, str]:
        """Rule -> severity, of the rules that were set in this engagement."""
        rows = self._rows(sql.QUALITY_RULES, {"engagement": engagement})
        return {row["rule"]: row["severity"] for row in rows}

    def add_published(self, benchmark: Benchmark) -> None:
        """Keep a published data set in the store; the same again changes nothing, another replaces it."""
        with self._connections.write() as db:
            if read_published(db, benchmark.id) == benchmark:
                return
            for statement in sql.DROP_PUBLISHED:
                db.execute(statement, {"benchmark": benchmark.id})
            values = benchmark.model_dump(mode="json")
            db.execute(sql.ADD_PUBLISHED, values)
            for part, statement in sql.ADD_PUBLISHED_PARTS.items():
                rows = [
                    {"benchmark": benchmark.id, "position": position, **row}
                    for position, row in enumerate(values[part])
                ]
                db.executemany(statement, rows)

    def published(self, benchmark: str) -> Benchmark | None:
        """A published data set of the store, None where there is none of this id."""
        with self._connections.snapshot() as db:
            return read_published(db, benchmark)

    def published_sets(self) -> list[str]:
        """Ids of the published data sets of the store, sorted."""
        return [row["id"] for row in self._rows(sql.PUBLISHED_SETS, {})]

    def _rows(self, statement: str, values: Mapping[str, object]) -> list[dict[str, Any]]:
        with self._connections.read() as db:
            return [dict(row) for row in db.execute(statement, values)]

    def _set(
        self,
        engagement: str,
        setting: appending.Setting,
        wanted: Mapping[Place, Mapping[str, object]],
        by: str,
    ) -> None:
        with self._connections.write() as db:
            require_places(db, engagement, units=dict.fromkeys(unit for unit, _ in wanted if unit))
            appending.append_settings(db, engagement, setting, wanted, by)


def _named(engagement: str, key: RatingKey) -> dict[str, str]:
    unit, wave, rater, indicator = key
    return {"engagement": engagement, "unit": unit, "wave": wave, "rater": rater, "indicator": indicator}
