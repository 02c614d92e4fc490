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
SELECT id, name, name_zh, date, locked FROM wave WHERE engagement = :engagement ORDER BY date, position"""
ADD_WAVE: Final = """
INSERT INTO wave (engagement, id, position, name, name_zh, date, locked)
VALUES (:engagement, :id, :position, :name, :name_zh, :date, :locked)"""
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

PLACE_LOCKED: Final = """
SELECT wave.locked FROM unit JOIN wave ON wave.engagement = unit.engagement
WHERE unit.engagement = :engagement AND unit.id = :unit AND wave.id = :wave"""
CURRENT_RATING: Final = """
SELECT unit, wave, rater, indicator, revision, score, state, confidence, note, mark, at FROM rating
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND rater = :rater
    AND indicator = :indicator
ORDER BY revision DESC LIMIT 1"""
HISTORY: Final = """
SELECT unit, wave, rater, indicator, revision, score, state, confidence, note, mark, at FROM rating
WHERE engagement = :engagement AND unit = :unit AND wave = :wave AND rater = :rater
    AND indicator = :indicator
ORDER BY revision"""
ADD_RATING: Final = """
INSERT INTO rating (engagement, unit, wave, rater, indicator, revision, score, state, confidence, note,
    mark, at)
VALUES (:engagement, :unit, :wave, :rater, :indicator, :revision, :score, :state, :confidence, :note,
    :mark, :at)"""
RATINGS: Final = """
SELECT unit, wave, rater, indicator, revision, score, state, confidence, note, mark, at
FROM current_rating WHERE engagement = :engagement"""
RATINGS_ORDER: Final = " ORDER BY unit, wave, rater, indicator"
OF_UNIT: Final = " AND unit = :unit"
OF_WAVE: Final = " AND wave = :wave"

IMPORTANCE: Final = """
SELECT unit, node, revision, grade AS value FROM current_importance
WHERE engagement = :engagement ORDER BY unit, node"""
ADD_IMPORTANCE: Final = """
INSERT INTO importance (engagement, unit, node, revision, grade, set_by, at)
VALUES (:engagement, :unit, :node, :revision, :value, :by, :at)"""
TARGETS: Final = """
SELECT unit, node, revision, level AS value FROM current_target
WHERE engagement = :engagement ORDER BY unit, node"""
ADD_TARGET: Final = """
INSERT INTO target (engagement, unit, node, revision, level, set_by, at)
VALUES (:engagement, :unit, :node, :revision, :value, :by, :at)"""

EVIDENCE: Final = """
SELECT id, kind, title, text, text_zh, source, source_zh, date, grade FROM current_evidence
WHERE engagement = :engagement ORDER BY position"""
EVIDENCE_PLACES: Final = """
SELECT id, revision, position FROM current_evidence WHERE engagement = :engagement"""
ADD_EVIDENCE: Final = """
INSERT INTO evidence (engagement, id, revision, position, kind, title, text, text_zh, source, source_zh,
    date, grade, at)
VALUES (:engagement, :id, :revision, :position, :kind, :title, :text, :text_zh, :source, :source_zh,
    :date, :grade, :at)"""
EVIDENCE_LINKS: Final = """
SELECT evidence, unit, wave, indicator FROM evidence_link WHERE engagement = :engagement"""
EVIDENCE_LINKS_ORDER: Final = " ORDER BY unit, wave, indicator, evidence"
ADD_EVIDENCE_LINK: Final = """
INSERT INTO evidence_link (engagement, unit, wave, indicator, evidence)
VALUES (:engagement, :unit, :wave, :indicator, :evidence)
ON CONFLICT DO NOTHING"""

PUBLISHED: Final = """
SELECT id, title, title_zh, publisher, publisher_zh, date, obtained, obtained_zh, missing, missing_zh, rubric
FROM published_benchmark WHERE id = :benchmark"""
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
