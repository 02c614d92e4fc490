"""The store of one SQLite file, as `assessment.ports.Store` asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assessment.benchmark import Benchmark
from assessment.edges.store import statements as sql
from assessment.edges.store.connections import Connections
from assessment.edges.store.preparing import prepare
from assessment.edges.store.refusal import refusing
from assessment.edges.store.rows import (
    append_evidence,
    current_ratings,
    linked_evidence,
    locked_waves,
    now,
    part_values,
    place_locked,
    rating_values,
    read_published,
    require_engagement,
    require_places,
)
from assessment.edges.store.schema import STEPS, Step
from assessment.edges.store_rules import check_linked, check_open, check_parts, next_revision
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError
from assessment.ratings import Evidence, EvidenceLink, Rating


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


class SqliteStore:
    """The store of one SQLite file; safe to share between threads, one per process."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

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

    def lock_wave(self, engagement: str, wave: str) -> None:
        """Sign the wave off: it takes no more ratings and no more evidence."""
        with self._connections.write() as db:
            require_places(db, engagement, waves=[wave])
            db.execute(sql.LOCK_WAVE, {"engagement": engagement, "wave": wave})

    def save_rating(self, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
        """Append one revision; the answer carries its revision number and time.

        What is already current is not stored again: the answer is then the current revision.

        Raises:
            ChangedElsewhereError: the current revision is not the one that was seen.
            WaveLockedError: the wave is signed off.
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        """
        values = rating_values(engagement, rating)
        with self._connections.write() as db:
            locked = place_locked(db, engagement, rating.unit, rating.wave)
            row = db.execute(sql.CURRENT_RATING, values).fetchone()
            current = None if row is None else Rating.model_validate(dict(row))
            saved = next_revision(current, rating, locked=locked, seen=seen_revision)
            if saved is not current:
                db.execute(sql.ADD_RATING, rating_values(engagement, saved))
        return saved

    def save_ratings(self, engagement: str, ratings: Iterable[Rating]) -> int:
        """Append many, all or nothing, leaving out what is already current; answers how many were new."""
        given = list(ratings)
        with self._connections.write() as db:
            current: dict[tuple[str, str, str, str], Rating] = {}
            locked = {}
            for unit, wave in dict.fromkeys((rating.unit, rating.wave) for rating in given):
                locked[unit, wave] = place_locked(db, engagement, unit, wave)
                current |= {rating.key: rating for rating in current_ratings(db, engagement, unit, wave)}
            new = []
            for rating in given:
                before = current.get(rating.key)
                saved = next_revision(before, rating, locked=locked[rating.unit, rating.wave], seen=None)
                if saved is not before:
                    current[rating.key] = saved
                    new.append(rating_values(engagement, saved))
            db.executemany(sql.ADD_RATING, new)
        return len(new)

    def ratings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Rating]:
        """Every rating's current revision, all raters', ordered by unit, wave, rater, indicator."""
        with self._connections.read() as db:
            return current_ratings(db, engagement, unit, wave)

    def history(self, engagement: str, key: tuple[str, str, str, str]) -> list[Rating]:
        """Every revision of one rating (see `Rating.key`), oldest first."""
        values = dict(zip(("unit", "wave", "rater", "indicator"), key, strict=True))
        rows = self._rows(sql.HISTORY, {"engagement": engagement, **values})
        return [Rating.model_validate(row) for row in rows]

    def set_importance(self, engagement: str, values: dict[tuple[str, str], str], by: str = "") -> None:
        """Set importance grades by (unit, node), unit "" meaning all units; what is not named stays."""
        self._set(engagement, values, by, sql.IMPORTANCE, sql.ADD_IMPORTANCE)

    def importance(self, engagement: str) -> dict[tuple[str, str], str]:
        """Current importance grades by (unit, node)."""
        rows = self._rows(sql.IMPORTANCE, {"engagement": engagement})
        return {(row["unit"], row["node"]): row["value"] for row in rows}

    def set_targets(self, engagement: str, values: dict[tuple[str, str], float], by: str = "") -> None:
        """Set target levels by (unit, node), unit "" meaning all units; what is not named stays."""
        self._set(engagement, values, by, sql.TARGETS, sql.ADD_TARGET)

    def targets(self, engagement: str) -> dict[tuple[str, str], float]:
        """Current target levels by (unit, node)."""
        rows = self._rows(sql.TARGETS, {"engagement": engagement})
        return {(row["unit"], row["node"]): row["value"] for row in rows}

    def add_evidence(self, engagement: str, items: Iterable[Evidence], links: Iterable[EvidenceLink]) -> None:
        """Add evidence and what it supports, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError: the wave of a new link is signed off.
            ValueError: a link names evidence that is not there.
        """
        given, linked = list(items), list(links)
        with self._connections.write() as db:
            known = append_evidence(db, engagement, given)
            units = dict.fromkeys(link.unit for link in linked)
            waves = dict.fromkeys(link.wave for link in linked)
            require_places(db, engagement, units, waves)
            check_linked(linked, known)
            if locked := locked_waves(db, engagement):
                check_open(linked, linked_evidence(db, engagement), locked)
            rows = [{"engagement": engagement, **link.model_dump()} for link in linked]
            db.executemany(sql.ADD_EVIDENCE_LINK, rows)

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence, in the order it was added."""
        return [Evidence.model_validate(row) for row in self._rows(sql.EVIDENCE, {"engagement": engagement})]

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what, ordered by unit, wave, indicator, evidence."""
        with self._connections.read() as db:
            return linked_evidence(db, engagement, unit, wave)

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

    def _rows(self, statement: str, values: Mapping[str, object]) -> list[dict[str, Any]]:
        with self._connections.read() as db:
            return [dict(row) for row in db.execute(statement, values)]

    def _set(
        self, engagement: str, values: Mapping[tuple[str, str], object], by: str, read: str, add: str
    ) -> None:
        with self._connections.write() as db:
            require_places(db, engagement, units=dict.fromkeys(unit for unit, _ in values if unit))
            rows = db.execute(read, {"engagement": engagement})
            current = {(row["unit"], row["node"]): (row["value"], row["revision"]) for row in rows}
            common = {"engagement": engagement, "by": by, "at": now()}
            new = []
            for (unit, node), value in values.items():
                before, revision = current.get((unit, node), (None, 0))
                if before != value:
                    new.append(
                        {**common, "unit": unit, "node": node, "revision": revision + 1, "value": value}
                    )
            db.executemany(add, new)
