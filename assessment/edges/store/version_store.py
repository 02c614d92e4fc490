"""The part of the SQLite store that keeps rubrics as they were published, and moves engagements."""

import datetime as dt
import sqlite3

from assessment.edges.store import appending
from assessment.edges.store import statements as sql
from assessment.edges.store import statements_versions as versions
from assessment.edges.store.evidence_store import EvidenceStore
from assessment.edges.store.keeping_roadmap import append_initiatives, read_initiatives
from assessment.edges.store.rows import (
    current_ratings,
    linked_evidence,
    now,
    rating_values,
    require_engagement,
)
from assessment.edges.store_rules import moved_revision
from assessment.engagement import Wave
from assessment.holdings import Holdings, Moves, RubricStep
from assessment.ratings import Rating, Target
from assessment.rubric import Rubric


class VersionStore(EvidenceStore):
    """Versions of rubrics in one SQLite file."""

    def keep_rubric(self, rubric: Rubric) -> None:
        """Keep a rubric's content as it is now; the same again changes nothing."""
        named = {"fingerprint": rubric.fingerprint, "id": rubric.id, "version": rubric.version}
        with self._connections.read() as db:
            if db.execute(versions.KEPT_RUBRIC, named).fetchone():
                return
        with self._connections.write() as db:
            content = rubric.model_dump_json()
            db.execute(versions.KEEP_RUBRIC, {**named, "content": content, "at": now()})

    def kept_rubric(self, fingerprint: str) -> Rubric | None:
        """The content that was kept under a fingerprint, without translations; None where none was."""
        with self._connections.read() as db:
            row = db.execute(versions.KEPT_RUBRIC, {"fingerprint": fingerprint}).fetchone()
        return None if row is None else Rubric.model_validate_json(row["content"])

    def rubric_steps(self, engagement: str) -> list[RubricStep]:
        """The versions that an engagement was on, oldest first, the present one last."""
        with self._connections.read() as db:
            rows = db.execute(versions.STEPS, {"engagement": engagement}).fetchall()
        return [step_of(dict(row)) for row in rows]

    def holdings(self, engagement: str) -> Holdings:
        """Everything that an engagement holds by node, at one moment, also what is set aside."""
        with self._connections.snapshot() as db:
            require_engagement(db, engagement)
            return _holdings(db, engagement)

    def move(self, engagement: str, moves: Moves, by: str) -> bool:
        """Write a move to another version, all of it or nothing; False where the store changed meanwhile."""
        with self._connections.write() as db:
            require_engagement(db, engagement)
            if db.execute(sql.REVISION).fetchone()[0] != moves.seen:
                return False
            _append(db, engagement, moves, by)
            _set_aside(db, engagement, moves)
            add_step(db, engagement, moves.version, moves.fingerprint, by)
        return True


def step_of(row: dict[str, object]) -> RubricStep:
    """A row as a step."""
    at = dt.datetime.fromisoformat(str(row["at"]))
    number, version, fingerprint, by = (row[name] for name in ("number", "version", "fingerprint", "by"))
    return RubricStep(int(str(number)), str(version), str(fingerprint), str(by), at)


def add_step(db: sqlite3.Connection, engagement: str, version: str, fingerprint: str, by: str = "") -> None:
    """Append the version that an engagement is on from now on."""
    values = {"version": version, "fingerprint": fingerprint, "by": by, "at": now()}
    db.execute(versions.ADD_STEP, {"engagement": engagement, **values})


def _holdings(db: sqlite3.Connection, engagement: str) -> Holdings:
    place = {"engagement": engagement}
    grades, targets = db.execute(sql.IMPORTANCE, place).fetchall(), db.execute(sql.TARGETS, place).fetchall()
    last = {(row["unit"], row["wave"]): row["signed"] for row in _sign_offs(db, engagement)}
    return Holdings(
        revision=int(db.execute(sql.REVISION).fetchone()[0]),
        waves=tuple(Wave.model_validate(dict(row)) for row in db.execute(sql.WAVES, place)),
        ratings=tuple(current_ratings(db, engagement, None, None)),
        importance={(row["unit"], row["node"]): row["grade"] for row in grades if not row["cleared"]},
        votes={
            (row["unit"], row["node"], row["person"]): row["grade"]
            for row in db.execute(sql.VOTES, place).fetchall()
            if not row["cleared"]
        },
        targets={
            (row["unit"], row["node"]): Target(level=row["level"], due=row["due"])
            for row in targets
            if not row["cleared"]
        },
        links=frozenset(linked_evidence(db, engagement, shown=False)),
        findings=tuple(
            appending.findings_of(db, sql.EVERY_FINDING + sql.FINDINGS_KEPT + sql.FINDINGS_ORDER, place)
        ),
        initiatives=tuple(read_initiatives(db, engagement, deleted=True)),
        aside=frozenset((row["wave"], row["part"], row["node"]) for row in db.execute(versions.ASIDE, place)),
        signed=frozenset(key for key, signed in last.items() if signed),
    )


def _sign_offs(db: sqlite3.Connection, engagement: str) -> list[sqlite3.Row]:
    return db.execute(sql.SIGN_OFFS + sql.SIGN_OFFS_ORDER, {"engagement": engagement}).fetchall()


def _append(db: sqlite3.Connection, engagement: str, moves: Moves, by: str) -> None:
    """The new revisions of ratings, settings, links and findings."""
    for rating in moves.ratings:
        row = db.execute(sql.CURRENT_RATING, rating_values(engagement, rating)).fetchone()
        current = None if row is None else Rating.model_validate(dict(row))
        db.execute(sql.ADD_RATING, rating_values(engagement, moved_revision(current, rating)))
    grades, votes = appending.grade_fields(moves.importance), appending.grade_fields(moves.votes)
    appending.append_settings(db, engagement, appending.IMPORTANCE, grades, by)
    appending.append_settings(db, engagement, appending.VOTE, votes, by)
    targets = {
        place: appending.CLEARED if target is None else {**target.model_dump(mode="json"), "cleared": 0}
        for place, target in moves.targets.items()
    }
    appending.append_settings(db, engagement, appending.TARGET, targets, by)
    for statement, links in (
        (sql.ADD_EVIDENCE_LINK, moves.links),
        (sql.REMOVE_EVIDENCE_LINK, moves.unlinked),
    ):
        db.executemany(statement, [{"engagement": engagement, **link.model_dump()} for link in links])
    appending.append_findings(db, engagement, moves.findings, by)
    append_initiatives(db, engagement, list(moves.initiatives), by, None)


def _set_aside(db: sqlite3.Connection, engagement: str, moves: Moves) -> None:
    place = {"engagement": engagement}
    db.execute(versions.CLEAR_ASIDE, place)
    rows = [{**place, "wave": wave, "part": part, "node": node} for wave, part, node in sorted(moves.aside)]
    db.executemany(versions.ADD_ASIDE, rows)
    for wave, version, fingerprint in moves.keeps:
        db.execute(
            versions.KEEP_WAVE, {**place, "wave": wave, "version": version, "fingerprint": fingerprint}
        )
    now_on = {**place, "version": moves.version, "fingerprint": moves.fingerprint}
    db.execute(versions.MOVE_ENGAGEMENT, now_on)
