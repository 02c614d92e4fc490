"""Past changes, a page at a time: reads what is shown and no more."""

import sqlite3
from typing import Any, Final

from assessment.changes import Change, ChangeFilter, ChangeMark
from assessment.edges.store import statements as sql
from assessment.edges.store.rows import rating_values
from assessment.ratings import Rating

_BEFORE: Final = (
    "last_count",
    "last_at",
    "last_unit",
    "last_wave",
    "last_rater",
    "last_indicator",
    "last_revision",
)


def past_changes(
    db: sqlite3.Connection, engagement: str, only: ChangeFilter, limit: int, before: ChangeMark | None
) -> list[Change]:
    """The newest changes that are asked for, before a mark where one is given."""
    statement, values = asked(engagement, only, before)
    rows = db.execute(statement, {**values, "limit": limit}).fetchall()
    return [_change(db, engagement, dict(row)) for row in rows]


def asked(engagement: str, only: ChangeFilter, before: ChangeMark | None) -> tuple[str, dict[str, Any]]:
    """The statement that finds the changes, and its values but for the limit."""
    count = sql.BY_COUNT if only.unit is None else sql.BY_PLACE
    indicators = {f"indicator_{place}": name for place, name in enumerate(only.indicators or ())}
    parts = {
        sql.OF_UNIT: only.unit is not None,
        sql.OF_WAVE: only.wave is not None,
        sql.OF_WHO: only.who is not None,
        sql.OF_INDICATORS.format(", ".join(f":{name}" for name in indicators)): only.indicators is not None,
        sql.SAID_AGAIN: only.kind == "again",
        sql.TAKEN_BACK: only.kind == "taken-back",
        sql.BEFORE_MARK.format(count=count): before is not None,
    }
    statement = sql.CHANGES + "".join(part for part, wanted in parts.items() if wanted)
    values = {"engagement": engagement, "unit": only.unit, "wave": only.wave, "who": only.who}
    statement += sql.CHANGES_ORDER.format(count=count)
    return statement, {**values, **indicators, **dict(zip(_BEFORE, before or (), strict=False))}


def _change(db: sqlite3.Connection, engagement: str, row: dict[str, Any]) -> Change:
    count = row.pop("change_count")
    rating = Rating.model_validate(row)
    named = {**rating_values(engagement, rating), "revision": rating.revision - 1}
    found = db.execute(sql.ONE_REVISION, named).fetchone() if rating.revision > 1 else None
    return Change(rating, Rating.model_validate(dict(found)) if found else None, count)
