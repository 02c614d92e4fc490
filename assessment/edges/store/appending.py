"""What is appended inside one unit of work: ratings, settings, evidence, findings, sign-offs."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

from assessment.edges.store import full_text
from assessment.edges.store import statements as sql
from assessment.edges.store.rows import (
    current_ratings,
    now,
    place_closed,
    rating_values,
    require_places,
    supported_places,
)
from assessment.edges.store_rules import (
    check_free,
    check_linked,
    check_open,
    moved,
    next_revision,
    next_sign_off,
)
from assessment.ports import RatingKey
from assessment.ratings import Evidence, Finding, Rating, SignOff

_SettingKey = TypeVar("_SettingKey", bound=tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Setting:
    """A kind of value that is set by key: how the current ones are read, and how one is appended."""

    keys: tuple[str, ...]
    read: str
    add: str


IMPORTANCE: Final = Setting(("unit", "node"), sql.IMPORTANCE, sql.ADD_IMPORTANCE)
VOTE: Final = Setting(("unit", "node", "person"), sql.VOTES, sql.ADD_VOTE)
TARGET: Final = Setting(("unit", "node"), sql.TARGETS, sql.ADD_TARGET)
QUALITY_RULE: Final = Setting(("rule",), sql.QUALITY_RULES, sql.ADD_QUALITY_RULE)
CLEARED: Final = {"cleared": 1}
"""The fields of a value that was taken away; the rest stays as it was before."""


def append_rating(
    db: sqlite3.Connection, engagement: str, rating: Rating, seen: int | None, restores: int | None = None
) -> Rating:
    """Append one revision where it says something new; answers what is current then."""
    closed = place_closed(db, engagement, rating.unit, rating.wave)
    row = db.execute(sql.CURRENT_RATING, rating_values(engagement, rating)).fetchone()
    current = None if row is None else Rating.model_validate(dict(row))
    saved = next_revision(current, rating, closed=closed, seen=seen, restores=restores)
    if saved is not current:
        db.execute(sql.ADD_RATING, rating_values(engagement, saved))
    return saved


def append_ratings(
    db: sqlite3.Connection,
    engagement: str,
    ratings: Iterable[Rating],
    seen: Mapping[RatingKey, int] | None = None,
) -> int:
    """Append many, leaving out what is already current; answers how many were new."""
    given = list(ratings)
    current: dict[RatingKey, Rating] = {}
    places = dict.fromkeys((rating.unit, rating.wave) for rating in given)
    closed = {place: place_closed(db, engagement, *place) for place in places}
    for unit, wave in places:
        current |= {rating.key: rating for rating in current_ratings(db, engagement, unit, wave)}
    new = []
    for rating in given:
        before = current.get(rating.key)
        known = (seen or {}).get(rating.key)
        saved = next_revision(before, rating, closed=closed[rating.unit, rating.wave], seen=known)
        if saved is not before:
            current[rating.key] = saved
            new.append(rating_values(engagement, saved))
    db.executemany(sql.ADD_RATING, new)
    return len(new)


def append_sign_off(db: sqlite3.Connection, engagement: str, wanted: SignOff) -> SignOff:
    """Append what changes; answers what holds then."""
    require_places(db, engagement, [wanted.unit], [wanted.wave])
    statement = sql.SIGN_OFFS + sql.OF_UNIT + sql.OF_WAVE + sql.SIGN_OFFS_ORDER
    place = {"engagement": engagement, "unit": wanted.unit, "wave": wanted.wave}
    rows = db.execute(statement, place).fetchall()
    current = SignOff.model_validate(dict(rows[-1])) if rows else None
    holds = next_sign_off(current, wanted)
    if holds is not current:
        at = holds.at and holds.at.isoformat(timespec="microseconds")
        db.execute(sql.ADD_SIGN_OFF, {"engagement": engagement, **vars(holds), "at": at})
    return holds


def append_settings(
    db: sqlite3.Connection,
    engagement: str,
    setting: Setting,
    wanted: Mapping[_SettingKey, Mapping[str, object]],
    by: str,
) -> None:
    """Append the values that say something new; taking away what is not there is no change."""
    rows = [dict(row) for row in db.execute(setting.read, {"engagement": engagement})]
    current = {tuple(str(row[key]) for key in setting.keys): row for row in rows}
    common = {"engagement": engagement, "by": by, "at": now()}
    for key, fields in wanted.items():
        before = current.get(key)
        if before is None and fields == CLEARED:
            continue
        if before is None or any(before[name] != value for name, value in fields.items()):
            named = dict(zip(setting.keys, key, strict=True))
            revision = before["revision"] + 1 if before else 1
            db.execute(setting.add, {**(before or {}), **fields, **named, **common, "revision": revision})


def grade_fields(grades: Mapping[_SettingKey, str | None]) -> dict[_SettingKey, Mapping[str, object]]:
    """Importance grades as fields to append; None is a value that was taken away."""
    return {
        key: CLEARED if grade is None else {"grade": grade, "cleared": 0} for key, grade in grades.items()
    }


def evidence_of(row: sqlite3.Row) -> Evidence:
    """An evidence row as a value."""
    fields = {name: row[name] for name in Evidence.model_fields if name != "file"}
    file = {part: row[f"file_{part}"] for part in _FILE_PARTS} if row["file_sha256"] else None
    return Evidence.model_validate({**fields, "file": file})


def append_evidence(
    db: sqlite3.Connection, engagement: str, items: Iterable[Evidence], by: str
) -> dict[str, Evidence]:
    """Append what is new or says something else; answers all evidence by id, also what is deleted."""
    rows = db.execute(sql.EVERY_EVIDENCE, {"engagement": engagement}).fetchall()
    current = {row["id"]: evidence_of(row) for row in rows}
    places = {row["id"]: (row["revision"], row["position"]) for row in rows}
    for item in items:
        if current.get(item.id) == item:
            continue
        if item.id in current:
            supported = supported_places(db, engagement, item.id)
            check_free(item.id, supported, partial(place_closed, db, engagement))
        revision, position = places.get(item.id, (0, len(places)))
        places[item.id], current[item.id] = (revision + 1, position), item
        values = _evidence_values(item)
        numbers = {"revision": revision + 1, "position": position}
        db.execute(sql.ADD_EVIDENCE, {"engagement": engagement, **values, **numbers, "by": by, "at": now()})
        full_text.index(db, engagement, revision + 1, item)
    return current


_FILE_PARTS: Final = ("sha256", "name", "media_type", "size")


def _evidence_values(item: Evidence) -> dict[str, Any]:
    values = item.model_dump(mode="json", exclude={"file"})
    return values | {f"file_{part}": getattr(item.file, part, None) for part in _FILE_PARTS}


def findings_of(db: sqlite3.Connection, statement: str, values: Mapping[str, object]) -> list[Finding]:
    """Findings with the evidence that they rest on, in the order of the statement."""
    rests: dict[tuple[str, int], list[str]] = {}
    for row in db.execute(sql.FINDING_EVIDENCE, values):
        rests.setdefault((row["finding"], row["revision"]), []).append(row["evidence"])
    found = []
    for row in db.execute(statement, values):
        fields = {name: row[name] for name in Finding.model_fields if name != "evidence"}
        rest = tuple(rests.get((row["id"], row["revision"]), ()))
        found.append(Finding.model_validate({**fields, "evidence": rest}))
    return found


def append_findings(db: sqlite3.Connection, engagement: str, items: Iterable[Finding], by: str) -> None:
    """Append what is new or says something else."""
    place = {"engagement": engagement}
    evidence = [row["id"] for row in db.execute(sql.EVERY_EVIDENCE, place)]
    current = {item.id: item for item in findings_of(db, sql.EVERY_FINDING, place)}
    places = {row["id"]: (row["revision"], row["position"]) for row in db.execute(sql.EVERY_FINDING, place)}
    given = list(items)
    check_linked([one for item in given for one in item.evidence], evidence)
    for item in given:
        if current.get(item.id) == item:
            continue
        check_open(moved(current.get(item.id), item), partial(place_closed, db, engagement))
        revision, position = places.get(item.id, (0, len(places)))
        places[item.id], current[item.id] = (revision + 1, position), item
        numbers = {"revision": revision + 1, "position": position}
        db.execute(sql.ADD_FINDING, {**place, **vars(item), **numbers, "by": by, "at": now()})
        rests = [
            {**place, "finding": item.id, "revision": revision + 1, "position": at, "evidence": one}
            for at, one in enumerate(item.evidence)
        ]
        db.executemany(sql.ADD_FINDING_EVIDENCE, rests)
