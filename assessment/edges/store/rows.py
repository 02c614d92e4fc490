"""What the store does inside one unit of work: rows to values and back, and what must be there."""

import sqlite3
from collections.abc import Iterable

from assessment.benchmark import Benchmark
from assessment.edges.store import statements as sql
from assessment.edges.store_rules import UnitWave, check_places, closed_by, unknown_engagement, utc_now
from assessment.engagement import Named
from assessment.errors import GaplineError
from assessment.ratings import EvidenceLink, Rating


def now() -> str:
    """The time that is stored with a change, as text."""
    return utc_now().isoformat(timespec="microseconds")


def rating_values(engagement: str, rating: Rating) -> dict[str, object]:
    """A rating as the row that is added; without a time, only what names it is of use."""
    at = None if rating.at is None else rating.at.isoformat(timespec="microseconds")
    return {**vars(rating), "engagement": engagement, "at": at}


def part_values(engagement: str, parts: Iterable[Named]) -> list[dict[str, object]]:
    """Units, waves or people as rows that keep their order."""
    return [
        {"engagement": engagement, "position": position, **part.model_dump(mode="json")}
        for position, part in enumerate(parts)
    ]


def narrowed(
    statement: str, engagement: str, unit: str | None, wave: str | None
) -> tuple[str, dict[str, str | None]]:
    """A statement on one engagement, narrowed to a unit and a wave where they are given, and its values."""
    if unit is not None:
        statement += sql.OF_UNIT
    if wave is not None:
        statement += sql.OF_WAVE
    return statement, {"engagement": engagement, "unit": unit, "wave": wave}


def current_ratings(
    db: sqlite3.Connection, engagement: str, unit: str | None, wave: str | None, *, shown: bool = False
) -> list[Rating]:
    """Every rating's current revision, ordered by unit, wave, rater, indicator; `shown`: none aside."""
    statement, values = narrowed(sql.RATINGS, engagement, unit, wave)
    statement += sql.RATINGS_SHOWN if shown else ""
    rows = db.execute(statement + sql.RATINGS_ORDER, values)
    return [Rating.model_validate(dict(row)) for row in rows]


def require_engagement(db: sqlite3.Connection, engagement: str) -> None:
    """Raise UnknownEngagementError where there is none of this id."""
    if db.execute(sql.ENGAGEMENT, {"engagement": engagement}).fetchone() is None:
        raise unknown_engagement(engagement, [row["id"] for row in db.execute(sql.ENGAGEMENTS)])


def require_places(
    db: sqlite3.Connection, engagement: str, units: Iterable[str] = (), waves: Iterable[str] = ()
) -> None:
    """Raise the failure of the first engagement, unit or wave that is not there."""
    require_engagement(db, engagement)
    values = {"engagement": engagement}
    known_units = [row["id"] for row in db.execute(sql.UNITS, values)]
    known_waves = [row["id"] for row in db.execute(sql.WAVES, values)]
    check_places(engagement, units, known_units, waves, known_waves)


def place_closed(db: sqlite3.Connection, engagement: str, unit: str, wave: str) -> GaplineError | None:
    """Why a unit takes no more ratings in a wave; raises where engagement, unit or wave is not there."""
    row = db.execute(sql.PLACE_CLOSED, {"engagement": engagement, "unit": unit, "wave": wave}).fetchone()
    if row is None:
        require_places(db, engagement, [unit], [wave])
    return closed_by(unit, wave, locked=bool(row["locked"]), signed=bool(row["signed"]))


def is_linked(db: sqlite3.Connection, engagement: str, link: EvidenceLink) -> bool:
    """Whether evidence, deleted or not, supports a rating."""
    values = {"engagement": engagement, **vars(link)}
    return db.execute(sql.EVIDENCE_LINKED, values).fetchone() is not None


def supported_places(db: sqlite3.Connection, engagement: str, evidence: str) -> list[UnitWave]:
    """(unit, wave) of every rating that an item, deleted or not, supports."""
    rows = db.execute(sql.EVIDENCE_SUPPORTS, {"engagement": engagement, "evidence": evidence})
    return [(row["unit"], row["wave"]) for row in rows]


def linked_evidence(
    db: sqlite3.Connection,
    engagement: str,
    unit: str | None = None,
    wave: str | None = None,
    *,
    shown: bool = True,
) -> list[EvidenceLink]:
    """What supports what, without deleted evidence; ordered by unit, wave, indicator, evidence."""
    statement, values = narrowed(sql.EVIDENCE_LINKS, engagement, unit, wave)
    statement += sql.EVIDENCE_LINKS_SHOWN if shown else ""
    rows = db.execute(statement + sql.EVIDENCE_LINKS_ORDER, values)
    return [EvidenceLink.model_validate(dict(row)) for row in rows]


def read_published(db: sqlite3.Connection, benchmark: str) -> Benchmark | None:
    """A published data set with all its parts; None where there is none of this id."""
    values = {"benchmark": benchmark}
    row = db.execute(sql.PUBLISHED, values).fetchone()
    if row is None:
        return None
    parts = {
        part: tuple(dict(row) for row in db.execute(statement, values))
        for part, statement in sql.PUBLISHED_PARTS.items()
    }
    return Benchmark.model_validate({**dict(row), **parts})
