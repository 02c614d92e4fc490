"""The SQL of roadmaps; SQLite and PostgreSQL both take it."""

from typing import Final

_INITIATIVE: Final = """
SELECT unit, id, revision, position, origin, name, name_zh, description, description_zh, track, months,
    cost_low, cost_high, owner, risk, risk_note, risk_note_zh, theme, judged, source, deleted,
    set_by AS "by", at"""
EVERY_INITIATIVE: Final = f"{_INITIATIVE} FROM current_initiative WHERE engagement = :engagement"
INITIATIVES_SHOWN: Final = " AND deleted = 0"
INITIATIVES_ORDER: Final = " ORDER BY position"
OF_UNIT: Final = " AND unit = :unit"
OF_INITIATIVE: Final = " AND unit = :unit AND initiative = :initiative"
INITIATIVE_HISTORY: Final = f"""{_INITIATIVE} FROM initiative
WHERE engagement = :engagement AND unit = :unit AND id = :initiative ORDER BY revision"""
NEXT_POSITION: Final = """
SELECT COALESCE(MAX(position), 0) + 1 AS position FROM initiative WHERE engagement = :engagement"""
ADD_INITIATIVE: Final = """
INSERT INTO initiative (engagement, unit, id, revision, position, origin, name, name_zh, description,
    description_zh, track, months, cost_low, cost_high, owner, risk, risk_note, risk_note_zh, theme, judged,
    source, deleted, set_by, at)
VALUES (:engagement, :unit, :id, :revision, :position, :origin, :name, :name_zh, :description,
    :description_zh, :track, :months, :cost_low, :cost_high, :owner, :risk, :risk_note, :risk_note_zh, :theme,
    :judged, :source, :deleted, :by, :at)"""
INITIATIVE_PARTS: Final = {
    "lifts": ("initiative_lift", ("node", "levels")),
    "effort": ("initiative_effort", ("role", "person_months")),
    "predecessors": ("initiative_predecessor", ("predecessor",)),
    "needs": ("initiative_need", ("node", "level")),
}
"""Field of an initiative -> the table beside it and its columns."""

_PROGRESS: Final = """
SELECT unit, initiative, revision, status, percent, begins, ends, owner, reason, set_by AS "by", at"""
PROGRESS: Final = f"{_PROGRESS} FROM current_progress WHERE engagement = :engagement"
PROGRESS_ORDER: Final = " ORDER BY unit, initiative"
PROGRESS_HISTORY: Final = f"""{_PROGRESS} FROM progress
WHERE engagement = :engagement AND unit = :unit AND initiative = :initiative ORDER BY revision"""
ADD_PROGRESS: Final = """
INSERT INTO progress (engagement, unit, initiative, revision, status, percent, begins, ends, owner, reason,
    set_by, at)
VALUES (:engagement, :unit, :initiative, :revision, :status, :percent, :begins, :ends, :owner, :reason,
    :by, :at)"""
PROGRESS_PARTS: Final = {
    "parts": ("department_part", ("department", "work", "head", "due", "percent", "reason")),
}
"""Field of a progress -> the table beside it and its columns."""


def read_part(table: str, columns: tuple[str, ...]) -> str:
    """The statement that reads what stands beside revisions, in its order."""
    return f"""
SELECT unit, initiative, revision, {", ".join(columns)} FROM {table}
WHERE engagement = :engagement"""  # noqa: S608 - names of this module


PART_ORDER: Final = " ORDER BY unit, initiative, revision, position"


def add_part(table: str, columns: tuple[str, ...]) -> str:
    """The statement that appends what stands beside a revision."""
    names, values = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    return f"""
INSERT INTO {table} (engagement, unit, initiative, revision, position, {names})
VALUES (:engagement, :unit, :initiative, :revision, :position, {values})"""  # noqa: S608 - as above
