"""The SQL of the store, with named parameters; SQLite and PostgreSQL both take it."""

from typing import Final

REVISION: Final = "SELECT revision FROM change_count WHERE id = 1"

ENGAGEMENTS: Final = """
SELECT id, name, name_zh, rubric, rubric_version, rubric_fingerprint, benchmark, illustrative
FROM engagement ORDER BY position"""
ENGAGEMENT: Final = """
SELECT id, name, name_zh, rubric, rubric_version, rubric_fingerprint, benchmark, illustrative
FROM engagement WHERE id = :engagement"""
ADD_ENGAGEMENT: Final = """
INSERT INTO engagement (id, position, name, name_zh, rubric, rubric_version, rubric_fingerprint, benchmark,
    illustrative, at)
VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM engagement), :name, :name_zh, :rubric,
    :rubric_version, :rubric_fingerprint, :benchmark, :illustrative, :at)"""

UNITS: Final = """
SELECT id, name, name_zh, kind, parent FROM unit WHERE engagement = :engagement ORDER BY position"""
ADD_UNIT: Final = """
INSERT INTO unit (engagement, id, position, name, name_zh, kind, parent)
VALUES (:engagement, :id, :position, :name, :name_zh, :kind, :parent)"""

WAVES: Final = """
SELECT id, name, name_zh, date, locked, rubric_version, rubric_fingerprint
FROM wave WHERE engagement = :engagement ORDER BY date, position"""
ADD_WAVE: Final = """
INSERT INTO wave (engagement, id, position, name, name_zh, date, locked, rubric_version, rubric_fingerprint)
VALUES (:engagement, :id, :position, :name, :name_zh, :date, :locked, :rubric_version, :rubric_fingerprint)"""
ADD_LATER_WAVE: Final = """
INSERT INTO wave (engagement, id, position, name, name_zh, date, locked, rubric_version, rubric_fingerprint)
VALUES (:engagement, :id,
    (SELECT COALESCE(MAX(position), 0) + 1 FROM wave WHERE engagement = :engagement),
    :name, :name_zh, :date, :locked, :rubric_version, :rubric_fingerprint)"""
LOCK_WAVE: Final = """
UPDATE wave SET locked = 1 WHERE engagement = :engagement AND id = :wave AND locked = 0"""

PEOPLE: Final = """
SELECT id, name, name_zh, role FROM person WHERE engagement = :engagement ORDER BY position"""
ADD_PERSON: Final = """
INSERT INTO person (engagement, id, position, name, name_zh, role)
VALUES (:engagement, :id,
    (SELECT COALESCE(MAX(position), 0) + 1 FROM person WHERE engagement = :engagement),
    :name, :name_zh, :role)
ON CONFLICT (engagement, id) DO UPDATE
SET name = excluded.name, name_zh = excluded.name_zh, role = excluded.role"""

SIGN_OFFS: Final = """
SELECT unit, wave, signed, set_by AS "by", reason, revision, at FROM sign_off
WHERE engagement = :engagement"""
SIGN_OFFS_ORDER: Final = " ORDER BY at, unit, wave, revision"
ADD_SIGN_OFF: Final = """
INSERT INTO sign_off (engagement, unit, wave, revision, signed, set_by, reason, at)
VALUES (:engagement, :unit, :wave, :revision, :signed, :by, :reason, :at)"""

PLACE_CLOSED: Final = """
SELECT wave.locked, COALESCE((
    SELECT signed FROM sign_off
    WHERE sign_off.engagement = unit.engagement AND sign_off.unit = unit.id AND sign_off.wave = wave.id
    ORDER BY revision DESC LIMIT 1
), 0) AS signed
FROM unit JOIN wave ON wave.engagement = unit.engagement
WHERE unit.engagement = :engagement AND unit.id = :unit AND wave.id = :wave"""
_RATING: Final = """
SELECT unit, wave, rater, indicator, revision, score, state, confidence, note, mark, tag, flagged, proposed,
    withdrawn, why, set_by AS "by", restores, at"""
HISTORY: Final = f"""{_RATING} FROM rating
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND rater = :rater
    AND indicator = :indicator
ORDER BY revision"""
CURRENT_RATING: Final = f"{HISTORY} DESC LIMIT 1"
ADD_RATING: Final = """
INSERT INTO rating (engagement, unit, wave, rater, indicator, revision, score, state, confidence, note,
    mark, tag, flagged, proposed, withdrawn, why, set_by, restores, at, change_count)
VALUES (:engagement, :unit, :wave, :rater, :indicator, :revision, :score, :state, :confidence, :note,
    :mark, :tag, :flagged, :proposed, :withdrawn, :why, :by, :restores, :at,
    (SELECT revision + 1 FROM change_count WHERE id = 1))"""
RATINGS: Final = f"{_RATING} FROM current_rating WHERE engagement = :engagement"
RATINGS_ORDER: Final = " ORDER BY unit, wave, rater, indicator"
_ASIDE: Final = """ AND NOT EXISTS (
    SELECT 1 FROM aside_node AS aside
    WHERE aside.engagement = {table}.engagement AND aside.wave = {wave} AND aside.part = '{part}'
        AND aside.node = {table}.{node}
)"""
_TOLD: Final = _ASIDE.format(table="{table}", wave="''", part="told", node="node")
RATINGS_SHOWN: Final = _ASIDE.format(
    table="current_rating", wave="current_rating.wave", part="rated", node="indicator"
)
CHANGED_RATINGS: Final = f"{RATINGS} AND change_count > :since{RATINGS_SHOWN}{RATINGS_ORDER}"
_NOT_IN_WAVE: Final = """ AND wave = :from_wave
    AND unit IN (SELECT id FROM unit WHERE unit.engagement = :engagement)
    AND NOT EXISTS (
        SELECT 1 FROM rating AS taken
        WHERE taken.engagement = current_rating.engagement AND taken.unit = current_rating.unit
            AND taken.wave = :to_wave AND taken.rater = current_rating.rater
            AND taken.indicator = current_rating.indicator
    )"""
_IN_FORCE: Final = _ASIDE.format(table="current_rating", wave="''", part="rated", node="indicator")
NOT_IN_WAVE: Final = RATINGS + _NOT_IN_WAVE + RATINGS_SHOWN + _IN_FORCE + RATINGS_ORDER
OF_UNIT: Final = " AND unit = :unit"
OF_WAVE: Final = " AND wave = :wave"

CHANGES: Final = f"{_RATING}, change_count FROM rating WHERE engagement = :engagement"
OF_WHO: Final = " AND (rater = :who OR set_by = :who)"
OF_INDICATORS: Final = " AND indicator IN ({})"
SAID_AGAIN: Final = " AND revision > 1"
TAKEN_BACK: Final = """ AND withdrawn = 1 AND EXISTS (
    SELECT 1 FROM rating AS earlier
    WHERE earlier.engagement = rating.engagement AND earlier.unit = rating.unit
        AND earlier.wave = rating.wave AND earlier.rater = rating.rater
        AND earlier.indicator = rating.indicator AND earlier.revision = rating.revision - 1
        AND earlier.withdrawn = 0
)"""
BEFORE_MARK: Final = """ AND {count} <= :last_count
AND ({count}, at, unit, wave, rater, indicator, revision)
    < (:last_count, :last_at, :last_unit, :last_wave, :last_rater, :last_indicator, :last_revision)"""
CHANGES_ORDER: Final = """
ORDER BY {count} DESC, at DESC, unit DESC, wave DESC, rater DESC, indicator DESC, revision DESC
LIMIT :limit"""
BY_COUNT: Final = "change_count"
BY_PLACE: Final = "+change_count"
"""The same figure, so that a unit's few changes are found by its key and not among all by their count."""
ONE_REVISION: Final = f"""{_RATING} FROM rating
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND rater = :rater
    AND indicator = :indicator AND revision = :revision"""

IMPORTANCE: Final = """
SELECT unit, node, revision, grade, cleared FROM current_importance
WHERE engagement = :engagement ORDER BY unit, node"""
IMPORTANCE_SHOWN: Final = (
    """
SELECT unit, node, revision, grade, cleared FROM current_importance
WHERE engagement = :engagement"""
    + _TOLD.format(table="current_importance")
    + " ORDER BY unit, node"
)
ADD_IMPORTANCE: Final = """
INSERT INTO importance (engagement, unit, node, revision, grade, cleared, set_by, at)
VALUES (:engagement, :unit, :node, :revision, :grade, :cleared, :by, :at)"""
VOTES: Final = """
SELECT unit, node, person, revision, grade, cleared FROM current_importance_vote
WHERE engagement = :engagement ORDER BY unit, node, person"""
VOTES_SHOWN: Final = (
    """
SELECT unit, node, person, revision, grade, cleared FROM current_importance_vote
WHERE engagement = :engagement"""
    + _TOLD.format(table="current_importance_vote")
    + " ORDER BY unit, node, person"
)
ADD_VOTE: Final = """
INSERT INTO importance_vote (engagement, unit, node, person, revision, grade, cleared, set_by, at)
VALUES (:engagement, :unit, :node, :person, :revision, :grade, :cleared, :by, :at)"""
TARGETS: Final = """
SELECT unit, node, revision, level, due, cleared FROM current_target
WHERE engagement = :engagement ORDER BY unit, node"""
TARGETS_SHOWN: Final = (
    """
SELECT unit, node, revision, level, due, cleared FROM current_target
WHERE engagement = :engagement"""
    + _TOLD.format(table="current_target")
    + " ORDER BY unit, node"
)
ADD_TARGET: Final = """
INSERT INTO target (engagement, unit, node, revision, level, due, cleared, set_by, at)
VALUES (:engagement, :unit, :node, :revision, :level, :due, :cleared, :by, :at)"""
QUALITY_RULES: Final = """
SELECT rule, revision, severity FROM current_quality_rule WHERE engagement = :engagement ORDER BY rule"""
ADD_QUALITY_RULE: Final = """
INSERT INTO quality_rule (engagement, rule, revision, severity, set_by, at)
VALUES (:engagement, :rule, :revision, :severity, :by, :at)"""

EVERY_EVIDENCE: Final = """
SELECT id, revision, position, kind, title, text, text_zh, source, source_zh, date, grade, expires,
    file_sha256, file_name, file_media_type, file_size, deleted
FROM current_evidence WHERE engagement = :engagement"""
EVIDENCE: Final = f"{EVERY_EVIDENCE} AND deleted = 0 ORDER BY position"
ADD_EVIDENCE: Final = """
INSERT INTO evidence (engagement, id, revision, position, kind, title, text, text_zh, source, source_zh,
    date, grade, expires, file_sha256, file_name, file_media_type, file_size, deleted, set_by, at)
VALUES (:engagement, :id, :revision, :position, :kind, :title, :text, :text_zh, :source, :source_zh,
    :date, :grade, :expires, :file_sha256, :file_name, :file_media_type, :file_size, :deleted, :by, :at)"""
EVIDENCE_LINKS: Final = """
SELECT evidence, unit, wave, indicator FROM evidence_link
WHERE engagement = :engagement AND removed = 0 AND NOT EXISTS (
    SELECT 1 FROM current_evidence AS item
    WHERE item.engagement = evidence_link.engagement AND item.id = evidence_link.evidence AND item.deleted = 1
)"""
EVIDENCE_LINKS_SHOWN: Final = _ASIDE.format(
    table="evidence_link", wave="evidence_link.wave", part="rated", node="indicator"
)
EVIDENCE_LINKS_ORDER: Final = " ORDER BY unit, wave, indicator, evidence"
EVIDENCE_LINKED: Final = """
SELECT 1 FROM evidence_link
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND indicator = :indicator
    AND evidence = :evidence AND removed = 0"""
EVIDENCE_SUPPORTS: Final = """
SELECT DISTINCT unit, wave FROM evidence_link
WHERE engagement = :engagement AND evidence = :evidence AND removed = 0"""
ADD_EVIDENCE_LINK: Final = """
INSERT INTO evidence_link (engagement, unit, wave, indicator, evidence)
VALUES (:engagement, :unit, :wave, :indicator, :evidence)
ON CONFLICT (engagement, unit, wave, indicator, evidence) DO UPDATE
SET removed = 0 WHERE evidence_link.removed = 1"""
REMOVE_EVIDENCE_LINK: Final = """
UPDATE evidence_link SET removed = 1
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND indicator = :indicator
    AND evidence = :evidence AND removed = 0"""

EVERY_FINDING: Final = """
SELECT id, revision, position, unit, wave, node, kind, text, text_zh, deleted
FROM current_finding WHERE engagement = :engagement"""
FINDINGS_KEPT: Final = " AND deleted = 0"
FINDINGS_SHOWN: Final = FINDINGS_KEPT + _ASIDE.format(
    table="current_finding", wave="current_finding.wave", part="told", node="node"
)
FINDINGS_ORDER: Final = " ORDER BY position"
FINDING_EVIDENCE: Final = """
SELECT finding, revision, evidence FROM finding_evidence
WHERE engagement = :engagement ORDER BY finding, revision, position"""
ADD_FINDING: Final = """
INSERT INTO finding (engagement, id, revision, position, unit, wave, node, kind, text, text_zh, deleted,
    set_by, at)
VALUES (:engagement, :id, :revision, :position, :unit, :wave, :node, :kind, :text, :text_zh, :deleted,
    :by, :at)"""
ADD_FINDING_EVIDENCE: Final = """
INSERT INTO finding_evidence (engagement, finding, revision, position, evidence)
VALUES (:engagement, :finding, :revision, :position, :evidence)"""

PUBLISHED: Final = """
SELECT id, title, title_zh, publisher, publisher_zh, date, obtained, obtained_zh, missing, missing_zh, rubric
FROM published_benchmark WHERE id = :benchmark"""
PUBLISHED_SETS: Final = "SELECT id FROM published_benchmark ORDER BY id"
ADD_PUBLISHED: Final = """
INSERT INTO published_benchmark (id, title, title_zh, publisher, publisher_zh, date, obtained, obtained_zh,
    missing, missing_zh, rubric)
VALUES (:id, :title, :title_zh, :publisher, :publisher_zh, :date, :obtained, :obtained_zh, :missing,
    :missing_zh, :rubric)"""
PUBLISHED_PARTS: Final = {
    "operators": """
SELECT id, name, name_zh, kind FROM published_operator WHERE benchmark = :benchmark ORDER BY position""",
    "outside_nodes": """
SELECT id, name, name_zh, why, why_zh FROM published_outside_node
WHERE benchmark = :benchmark ORDER BY position""",
    "scores": """
SELECT operator, node, score, printed, mark, page, note, note_zh FROM published_score
WHERE benchmark = :benchmark ORDER BY position""",
    "findings": """
SELECT operator, node, text, text_zh, page FROM published_finding
WHERE benchmark = :benchmark ORDER BY position""",
}
ADD_PUBLISHED_PARTS: Final = {
    "operators": """
INSERT INTO published_operator (benchmark, position, id, name, name_zh, kind)
VALUES (:benchmark, :position, :id, :name, :name_zh, :kind)""",
    "outside_nodes": """
INSERT INTO published_outside_node (benchmark, position, id, name, name_zh, why, why_zh)
VALUES (:benchmark, :position, :id, :name, :name_zh, :why, :why_zh)""",
    "scores": """
INSERT INTO published_score (benchmark, position, operator, node, score, printed, mark, page, note, note_zh)
VALUES (:benchmark, :position, :operator, :node, :score, :printed, :mark, :page, :note, :note_zh)""",
    "findings": """
INSERT INTO published_finding (benchmark, position, operator, node, text, text_zh, page)
VALUES (:benchmark, :position, :operator, :node, :text, :text_zh, :page)""",
}
DROP_PUBLISHED: Final = (
    "DELETE FROM published_operator WHERE benchmark = :benchmark",
    "DELETE FROM published_outside_node WHERE benchmark = :benchmark",
    "DELETE FROM published_score WHERE benchmark = :benchmark",
    "DELETE FROM published_finding WHERE benchmark = :benchmark",
    "DELETE FROM published_benchmark WHERE id = :benchmark",
)
