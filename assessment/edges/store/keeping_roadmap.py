"""What is read and appended of roadmaps inside one unit of work."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from assessment.edges.roadmap_rules import next_initiatives, next_progress
from assessment.edges.store import statements_roadmap as sql
from assessment.edges.store.rows import require_places
from assessment.initiatives import Initiative
from assessment.roadmap_records import InitiativeKey, PickedInitiative, Progress

_Parts = Mapping[str, tuple[str, tuple[str, ...]]]
_Revision = tuple[str, str, int]
_OWN_FIELDS = frozenset(Initiative.model_fields) - {"cost", *sql.INITIATIVE_PARTS}


def read_initiatives(
    db: sqlite3.Connection, engagement: str, unit: str | None = None, *, deleted: bool = False
) -> list[PickedInitiative]:
    """The current initiatives in the order they were chosen; `deleted`: also those that were taken away."""
    statement = sql.EVERY_INITIATIVE + ("" if deleted else sql.INITIATIVES_SHOWN)
    return _initiatives(db, *_narrowed(statement, engagement, unit), sql.INITIATIVES_ORDER)


def read_initiative_history(
    db: sqlite3.Connection, engagement: str, key: InitiativeKey
) -> list[PickedInitiative]:
    """Every revision of one initiative, oldest first."""
    return _initiatives(db, sql.INITIATIVE_HISTORY, _named(engagement, key), "")


def read_progress(db: sqlite3.Connection, engagement: str, unit: str | None = None) -> list[Progress]:
    """What stands about every initiative, by unit and initiative."""
    return _progress(db, *_narrowed(sql.PROGRESS, engagement, unit), sql.PROGRESS_ORDER)


def read_progress_history(db: sqlite3.Connection, engagement: str, key: InitiativeKey) -> list[Progress]:
    """Everything that was said about one initiative, oldest first."""
    return _progress(db, sql.PROGRESS_HISTORY, _named(engagement, key), "")


def append_initiatives(
    db: sqlite3.Connection,
    engagement: str,
    items: list[PickedInitiative],
    by: str,
    seen: Mapping[InitiativeKey, int] | None,
) -> list[PickedInitiative]:
    """Append what says something new; answers what stands then."""
    require_places(db, engagement, [item.unit for item in items])
    known = {one.key: one for one in read_initiatives(db, engagement, deleted=True)}
    places = {
        (row["unit"], row["id"]): row["position"]
        for row in db.execute(sql.EVERY_INITIATIVE, {"engagement": engagement})
    }
    stands = next_initiatives(known, items, by, seen)
    for item in _new(known, stands):
        place = places.setdefault(item.key, max(places.values(), default=0) + 1)
        _add_initiative(db, engagement, item, place)
    return stands


def append_progress(
    db: sqlite3.Connection,
    engagement: str,
    items: list[Progress],
    by: str,
    seen: Mapping[InitiativeKey, int] | None,
) -> list[Progress]:
    """Append what says something new; answers what stands then."""
    require_places(db, engagement, [item.unit for item in items])
    known = {one.key: one for one in read_progress(db, engagement)}
    chosen = {one.key: one for one in read_initiatives(db, engagement, deleted=True)}
    stands = next_progress(known, items, chosen, by, seen)
    for item in _new(known, stands):
        values = item.model_dump(mode="json")
        db.execute(sql.ADD_PROGRESS, {"engagement": engagement, **values})
        _add_parts(db, engagement, (*item.key, item.revision), sql.PROGRESS_PARTS, values)
    return stands


def _new(known: Mapping[InitiativeKey, Any], stands: Iterable[Any]) -> list[Any]:
    """What is not stored yet."""
    return [one for one in stands if known.get(one.key) is not one]


def _narrowed(statement: str, engagement: str, unit: str | None) -> tuple[str, dict[str, str | None]]:
    return statement + ("" if unit is None else sql.OF_UNIT), {"engagement": engagement, "unit": unit}


def _named(engagement: str, key: InitiativeKey) -> dict[str, str]:
    return {"engagement": engagement, "unit": key[0], "initiative": key[1]}


def _initiatives(
    db: sqlite3.Connection, statement: str, values: Mapping[str, Any], order: str
) -> list[PickedInitiative]:
    beside = {field: _read_part(db, field, sql.INITIATIVE_PARTS, values) for field in sql.INITIATIVE_PARTS}
    found = []
    for row in map(dict, db.execute(statement + order, values)):
        revision = (row["unit"], row["id"], row["revision"])
        parts: dict[str, Any] = {field: rows.get(revision, []) for field, rows in beside.items()}
        parts["effort"] = {part["role"]: part["person_months"] for part in parts["effort"]}
        parts["predecessors"] = tuple(part["predecessor"] for part in parts["predecessors"])
        own = {field: row.pop(field) for field in _OWN_FIELDS}
        cost = (row.pop("cost_low"), row.pop("cost_high"))
        row.pop("position")
        initiative = Initiative.model_validate({**own, "cost": cost, **parts})
        found.append(PickedInitiative.model_validate({**row, "initiative": initiative}))
    return found


def _progress(
    db: sqlite3.Connection, statement: str, values: Mapping[str, Any], order: str
) -> list[Progress]:
    parts = _read_part(db, "parts", sql.PROGRESS_PARTS, values)
    found = []
    for row in map(dict, db.execute(statement + order, values)):
        beside = parts.get((row["unit"], row["initiative"], row["revision"]), [])
        found.append(Progress.model_validate({**row, "parts": beside}))
    return found


def _read_part(
    db: sqlite3.Connection, field: str, tables: _Parts, values: Mapping[str, Any]
) -> dict[_Revision, list[dict[str, Any]]]:
    """What stands beside revisions, by revision and in its order."""
    table, columns = tables[field]
    statement = sql.read_part(table, columns)
    if "initiative" in values:
        statement += sql.OF_INITIATIVE
    elif values.get("unit") is not None:
        statement += sql.OF_UNIT
    found: dict[_Revision, list[dict[str, Any]]] = {}
    for row in map(dict, db.execute(statement + sql.PART_ORDER, values)):
        revision = (row.pop("unit"), row.pop("initiative"), row.pop("revision"))
        found.setdefault(revision, []).append(row)
    return found


def _add_initiative(db: sqlite3.Connection, engagement: str, item: PickedInitiative, place: int) -> None:
    own = item.initiative.model_dump(mode="json")
    low, high = own.pop("cost")
    values = {
        **item.model_dump(mode="json", exclude={"initiative"}),
        **own,
        "cost_low": low,
        "cost_high": high,
    }
    bound = {name: value for name, value in values.items() if name not in sql.INITIATIVE_PARTS}
    db.execute(sql.ADD_INITIATIVE, {"engagement": engagement, "position": place, **bound})
    own["effort"] = [{"role": role, "person_months": share} for role, share in own["effort"].items()]
    own["predecessors"] = [{"predecessor": one} for one in own["predecessors"]]
    _add_parts(db, engagement, (*item.key, item.revision), sql.INITIATIVE_PARTS, own)


def _add_parts(
    db: sqlite3.Connection, engagement: str, of: _Revision, tables: _Parts, values: Mapping[str, Any]
) -> None:
    unit, initiative, revision = of
    place = {"engagement": engagement, "unit": unit, "initiative": initiative, "revision": revision}
    for field, (table, columns) in tables.items():
        rows = [{**place, "position": position, **part} for position, part in enumerate(values[field])]
        db.executemany(sql.add_part(table, columns), rows)
