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


_PLAN: Final = """
SELECT id, revision, position, unit, wave, name, phases, phase_months, begins, budget, objective, value,
    effort, bound, proved, only_best, finished, greedy_value, stopped, seed, recipe, by_hand, deleted,
    set_by AS "by", at"""
EVERY_PLAN: Final = f"{_PLAN} FROM current_plan WHERE engagement = :engagement"
PLANS_SHOWN: Final = " AND deleted = 0"
OF_WAVE: Final = " AND wave = :wave"
OF_PLAN: Final = " AND id = :plan"
PLANS_ORDER: Final = " ORDER BY position"
PLAN_HISTORY: Final = f"""{_PLAN} FROM plan WHERE engagement = :engagement AND id = :plan ORDER BY revision"""
PLAN_IDS: Final = "SELECT DISTINCT id FROM plan WHERE engagement = :engagement"
NEXT_PLAN: Final = """
SELECT COALESCE(MAX(position), 0) + 1 AS position FROM plan WHERE engagement = :engagement"""
ADD_PLAN: Final = """
INSERT INTO plan (engagement, id, revision, position, unit, wave, name, phases, phase_months, begins, budget,
    objective, value, effort, bound, proved, only_best, finished, greedy_value, stopped, seed, recipe,
    by_hand, deleted, set_by, at)
VALUES (:engagement, :id, :revision, :position, :unit, :wave, :name, :phases, :phase_months, :begins,
    :budget, :objective, :value, :effort, :bound, :proved, :only_best, :finished, :greedy_value, :stopped,
    :seed, :recipe, :by_hand, :deleted, :by, :at)"""
PLAN_PARTS: Final = {
    "capacity": ("plan_capacity", ("role", "phase", "person_months")),
    "phase": ("plan_phase", ("kind", "phase", "figure")),
    "holiday": ("plan_holiday", ("day",)),
    "demand": ("plan_demand", ("kind", "initiative", "phase", "choice")),
    "start": ("plan_start", ("kind", "initiative", "phase")),
    "left-out": ("plan_left_out", ("initiative", "code", "why")),
    "left-out-word": ("plan_left_out_word", ("initiative", "kind", "name", "said")),
    "promise": ("plan_promise", ("phase", "node", "score", "low", "high")),
}
"""Part of a plan -> the table beside it and its columns."""
ADOPTIONS: Final = """
SELECT unit, wave, plan, revision, set_by AS "by", at FROM plan_adoption
WHERE engagement = :engagement ORDER BY at, unit, wave, revision"""
ADD_ADOPTION: Final = """
INSERT INTO plan_adoption (engagement, unit, wave, revision, plan, set_by, at)
VALUES (:engagement, :unit, :wave, :revision, :plan, :by, :at)"""


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


def read_plan_part(table: str, columns: tuple[str, ...]) -> str:
    """The statement that reads what stands beside one revision of a plan, in its order."""
    return f"""
SELECT {", ".join(columns)} FROM {table}
WHERE engagement = :engagement AND plan = :plan AND revision = :revision ORDER BY position"""  # noqa: S608 - as above


def add_plan_part(table: str, columns: tuple[str, ...]) -> str:
    """The statement that appends what stands beside a revision of a plan."""
    names, values = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    return f"""
INSERT INTO {table} (engagement, plan, revision, position, {names})
VALUES (:engagement, :plan, :revision, :position, {values})"""  # noqa: S608 - as above
