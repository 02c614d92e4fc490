"""What is read and appended of plans inside one unit of work."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from assessment.edges.roadmap_rules import next_adoption, next_plan, with_plan_id
from assessment.edges.store import statements_roadmap as sql
from assessment.edges.store.plan_rows import plan_of, plan_parts, plan_row
from assessment.edges.store.rows import require_places
from assessment.roadmap_records import Adoption, KeptPlan


def read_plans(
    db: sqlite3.Connection, engagement: str, unit: str | None = None, wave: str | None = None
) -> list[KeptPlan]:
    """The current plans that are not deleted, in the order they were first kept."""
    statement = sql.EVERY_PLAN + sql.PLANS_SHOWN
    statement += "" if unit is None else sql.OF_UNIT
    statement += "" if wave is None else sql.OF_WAVE
    return _plans(db, statement + sql.PLANS_ORDER, {"engagement": engagement, "unit": unit, "wave": wave})


def read_plan_history(db: sqlite3.Connection, engagement: str, plan: str) -> list[KeptPlan]:
    """Every revision of one plan, oldest first."""
    return _plans(db, sql.PLAN_HISTORY, {"engagement": engagement, "plan": plan})


def append_plan(
    db: sqlite3.Connection, engagement: str, plan: KeptPlan, by: str, seen: int | None
) -> KeptPlan:
    """Append what says something new; answers what stands then."""
    require_places(db, engagement, [plan.unit], [plan.wave])
    used = {row["id"] for row in db.execute(sql.PLAN_IDS, {"engagement": engagement})}
    wanted = with_plan_id(plan, used)
    before = _plans(db, sql.EVERY_PLAN + sql.OF_PLAN, {"engagement": engagement, "plan": wanted.id})
    current = before[0] if before else None
    stands = next_plan(current, wanted, by, seen)
    if stands is not current:
        _add(db, engagement, stands)
    return stands


def read_adoptions(db: sqlite3.Connection, engagement: str) -> list[Adoption]:
    """Every adoption, oldest first."""
    rows = db.execute(sql.ADOPTIONS, {"engagement": engagement})
    return [Adoption.model_validate(dict(row)) for row in rows]


def append_adoption(db: sqlite3.Connection, engagement: str, wanted: Adoption, by: str) -> Adoption:
    """Append which plan is carried out, where it is another one; answers what stands then."""
    require_places(db, engagement, [wanted.unit], [wanted.wave])
    past = [one for one in read_adoptions(db, engagement) if one.place == wanted.place]
    current = past[-1] if past else None
    known = [plan.id for plan in read_plans(db, engagement, *wanted.place)]
    stands = next_adoption(current, wanted, known, by)
    if stands is not current:
        db.execute(sql.ADD_ADOPTION, {"engagement": engagement, **stands.model_dump(mode="json")})
    return stands


def _plans(db: sqlite3.Connection, statement: str, values: Mapping[str, Any]) -> list[KeptPlan]:
    found = []
    for row in db.execute(statement, values).fetchall():
        named = {"engagement": values["engagement"], "plan": row["id"], "revision": row["revision"]}
        parts = {
            part: [dict(one) for one in db.execute(sql.read_plan_part(table, columns), named)]
            for part, (table, columns) in sql.PLAN_PARTS.items()
        }
        found.append(plan_of(dict(row), parts))
    return found


def _add(db: sqlite3.Connection, engagement: str, plan: KeptPlan) -> None:
    named = {"engagement": engagement, "plan": plan.id}
    place = (
        db.execute(sql.EVERY_PLAN + sql.OF_PLAN, named).fetchone()
        or db.execute(sql.NEXT_PLAN, {"engagement": engagement}).fetchone()
    )
    db.execute(sql.ADD_PLAN, {"engagement": engagement, **plan_row(plan), "position": place["position"]})
    parts = plan_parts(plan)
    for part, (table, columns) in sql.PLAN_PARTS.items():
        rows = [
            {**named, "revision": plan.revision, "position": position, **row}
            for position, row in enumerate(parts[part])
        ]
        db.executemany(sql.add_plan_part(table, columns), rows)
