"""The SQL of rubric versions; SQLite and PostgreSQL both take it."""

from typing import Final

KEEP_RUBRIC: Final = """
INSERT INTO kept_rubric (fingerprint, id, version, content, at)
VALUES (:fingerprint, :id, :version, :content, :at)
ON CONFLICT (fingerprint) DO NOTHING"""
KEPT_RUBRIC: Final = "SELECT content FROM kept_rubric WHERE fingerprint = :fingerprint"
STEPS: Final = """
SELECT number, version, fingerprint, set_by AS "by", at FROM rubric_step
WHERE engagement = :engagement ORDER BY number"""
ADD_STEP: Final = """
INSERT INTO rubric_step (engagement, number, version, fingerprint, set_by, at)
VALUES (:engagement,
    (SELECT COALESCE(MAX(number), 0) + 1 FROM rubric_step WHERE engagement = :engagement),
    :version, :fingerprint, :by, :at)"""
MOVE_ENGAGEMENT: Final = """
UPDATE engagement SET rubric_version = :version, rubric_fingerprint = :fingerprint WHERE id = :engagement"""
KEEP_WAVE: Final = """
UPDATE wave SET rubric_version = :version, rubric_fingerprint = :fingerprint
WHERE engagement = :engagement AND id = :wave"""
ASIDE: Final = "SELECT wave, part, node FROM aside_node WHERE engagement = :engagement"
CLEAR_ASIDE: Final = "DELETE FROM aside_node WHERE engagement = :engagement"
ADD_ASIDE: Final = """
INSERT INTO aside_node (engagement, wave, part, node) VALUES (:engagement, :wave, :part, :node)"""
