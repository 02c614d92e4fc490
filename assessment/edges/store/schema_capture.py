"""The second step of the schema: proposals, undo, sign-off, findings, files, dated targets."""

from typing import Final

from assessment.edges.store.step import Step

_RATINGS: Final = (
    "ALTER TABLE rating ADD COLUMN tag TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE rating ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE rating ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE rating ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE rating ADD COLUMN why TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE rating ADD COLUMN set_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE rating ADD COLUMN restores INTEGER",
    "ALTER TABLE rating ADD COLUMN change_count INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX rating_by_change ON rating (engagement, change_count)",
    "DROP VIEW current_rating",
    """CREATE VIEW current_rating AS
        SELECT engagement, unit, wave, rater, indicator, revision, score, state, confidence, note, mark, tag,
            flagged, proposed, withdrawn, why, set_by, restores, change_count, at
        FROM rating
        WHERE NOT EXISTS (
            SELECT 1 FROM rating AS later
            WHERE later.engagement = rating.engagement AND later.unit = rating.unit
                AND later.wave = rating.wave AND later.rater = rating.rater
                AND later.indicator = rating.indicator AND later.revision > rating.revision
        )""",
    """CREATE TABLE sign_off (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        signed INTEGER NOT NULL,
        set_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, wave, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id)
    )""",
)

_EVIDENCE: Final = (
    "ALTER TABLE evidence ADD COLUMN expires TEXT",
    "ALTER TABLE evidence ADD COLUMN file_sha256 TEXT",
    "ALTER TABLE evidence ADD COLUMN file_name TEXT",
    "ALTER TABLE evidence ADD COLUMN file_media_type TEXT",
    "ALTER TABLE evidence ADD COLUMN file_size INTEGER",
    "ALTER TABLE evidence ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE evidence ADD COLUMN set_by TEXT NOT NULL DEFAULT ''",
    "DROP VIEW current_evidence",
    """CREATE VIEW current_evidence AS
        SELECT engagement, id, revision, position, kind, title, text, text_zh, source, source_zh,
            date, grade, expires, file_sha256, file_name, file_media_type, file_size, deleted, set_by, at
        FROM evidence
        WHERE NOT EXISTS (
            SELECT 1 FROM evidence AS later
            WHERE later.engagement = evidence.engagement AND later.id = evidence.id
                AND later.revision > evidence.revision
        )""",
    "ALTER TABLE evidence_link ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE finding (
        engagement TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        node TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('strength', 'weakness')),
        text TEXT NOT NULL,
        text_zh TEXT NOT NULL,
        deleted INTEGER NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, id, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id)
    )""",
    """CREATE VIEW current_finding AS
        SELECT engagement, id, revision, position, unit, wave, node, kind, text, text_zh, deleted, set_by, at
        FROM finding
        WHERE NOT EXISTS (
            SELECT 1 FROM finding AS later
            WHERE later.engagement = finding.engagement AND later.id = finding.id
                AND later.revision > finding.revision
        )""",
    """CREATE TABLE finding_evidence (
        engagement TEXT NOT NULL,
        finding TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (engagement, finding, revision, position),
        FOREIGN KEY (engagement, finding, revision) REFERENCES finding (engagement, id, revision)
    )""",
)

_WANTED: Final = (
    "ALTER TABLE target ADD COLUMN due TEXT",
    "ALTER TABLE target ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0",
    "DROP VIEW current_target",
    """CREATE VIEW current_target AS
        SELECT engagement, unit, node, revision, level, due, cleared, set_by, at
        FROM target
        WHERE NOT EXISTS (
            SELECT 1 FROM target AS later
            WHERE later.engagement = target.engagement AND later.unit = target.unit
                AND later.node = target.node AND later.revision > target.revision
        )""",
    "ALTER TABLE importance ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0",
    "DROP VIEW current_importance",
    """CREATE VIEW current_importance AS
        SELECT engagement, unit, node, revision, grade, cleared, set_by, at
        FROM importance
        WHERE NOT EXISTS (
            SELECT 1 FROM importance AS later
            WHERE later.engagement = importance.engagement AND later.unit = importance.unit
                AND later.node = importance.node AND later.revision > importance.revision
        )""",
    """CREATE TABLE quality_rule (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        rule TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        severity TEXT NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, rule, revision)
    )""",
    """CREATE VIEW current_quality_rule AS
        SELECT engagement, rule, revision, severity, set_by, at
        FROM quality_rule
        WHERE NOT EXISTS (
            SELECT 1 FROM quality_rule AS later
            WHERE later.engagement = quality_rule.engagement AND later.rule = quality_rule.rule
                AND later.revision > quality_rule.revision
        )""",
)

CAPTURE: Final = Step("m002_capture", (*_RATINGS, *_EVIDENCE, *_WANTED))
