"""The tables, step by step from an empty database, in SQL that SQLite and PostgreSQL both take."""

from typing import Final

from assessment.edges.store.full_text import EVIDENCE_WORDS
from assessment.edges.store.schema_capture import CAPTURE
from assessment.edges.store.schema_priorities import PRIORITIES
from assessment.edges.store.schema_roadmap import ROADMAP
from assessment.edges.store.schema_versions import VERSIONS
from assessment.edges.store.step import Step

_PLACES: Final = (
    """CREATE TABLE change_count (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        revision INTEGER NOT NULL
    )""",
    "INSERT INTO change_count (id, revision) VALUES (1, 0)",
    """CREATE TABLE engagement (
        id TEXT NOT NULL PRIMARY KEY,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        rubric TEXT NOT NULL,
        rubric_version TEXT NOT NULL,
        rubric_fingerprint TEXT NOT NULL,
        benchmark TEXT,
        illustrative INTEGER NOT NULL,
        at TEXT NOT NULL
    )""",
    """CREATE TABLE unit (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        kind TEXT NOT NULL,
        parent TEXT,
        PRIMARY KEY (engagement, id),
        FOREIGN KEY (engagement, parent) REFERENCES unit (engagement, id)
    )""",
    """CREATE TABLE wave (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        date TEXT NOT NULL,
        locked INTEGER NOT NULL,
        PRIMARY KEY (engagement, id)
    )""",
    """CREATE TABLE person (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (engagement, id)
    )""",
)

_SAID: Final = (
    """CREATE TABLE rating (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        rater TEXT NOT NULL,
        indicator TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        score DOUBLE PRECISION,
        state TEXT NOT NULL CHECK (state IN ('scored', 'na', 'unknown')),
        confidence TEXT,
        note TEXT NOT NULL,
        mark TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, wave, rater, indicator, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id),
        CHECK ((state = 'scored') = (score IS NOT NULL))
    )""",
    """CREATE VIEW current_rating AS
        SELECT engagement, unit, wave, rater, indicator, revision, score, state, confidence, note, mark, at
        FROM rating
        WHERE NOT EXISTS (
            SELECT 1 FROM rating AS later
            WHERE later.engagement = rating.engagement AND later.unit = rating.unit
                AND later.wave = rating.wave AND later.rater = rating.rater
                AND later.indicator = rating.indicator AND later.revision > rating.revision
        )""",
    """CREATE TABLE evidence (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        text_zh TEXT NOT NULL,
        source TEXT NOT NULL,
        source_zh TEXT NOT NULL,
        date TEXT,
        grade TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, id, revision)
    )""",
    """CREATE VIEW current_evidence AS
        SELECT engagement, id, revision, position, kind, title, text, text_zh, source, source_zh,
            date, grade, at
        FROM evidence
        WHERE NOT EXISTS (
            SELECT 1 FROM evidence AS later
            WHERE later.engagement = evidence.engagement AND later.id = evidence.id
                AND later.revision > evidence.revision
        )""",
    """CREATE TABLE evidence_link (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        indicator TEXT NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, wave, indicator, evidence),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id)
    )""",
)

_WANTED: Final = (
    """CREATE TABLE importance (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        unit TEXT NOT NULL,
        node TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        grade TEXT NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, node, revision)
    )""",
    """CREATE VIEW current_importance AS
        SELECT engagement, unit, node, revision, grade, set_by, at
        FROM importance
        WHERE NOT EXISTS (
            SELECT 1 FROM importance AS later
            WHERE later.engagement = importance.engagement AND later.unit = importance.unit
                AND later.node = importance.node AND later.revision > importance.revision
        )""",
    """CREATE TABLE target (
        engagement TEXT NOT NULL REFERENCES engagement (id),
        unit TEXT NOT NULL,
        node TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        level DOUBLE PRECISION NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, node, revision)
    )""",
    """CREATE VIEW current_target AS
        SELECT engagement, unit, node, revision, level, set_by, at
        FROM target
        WHERE NOT EXISTS (
            SELECT 1 FROM target AS later
            WHERE later.engagement = target.engagement AND later.unit = target.unit
                AND later.node = target.node AND later.revision > target.revision
        )""",
)

_PUBLISHED: Final = (
    """CREATE TABLE published_benchmark (
        id TEXT NOT NULL PRIMARY KEY,
        title TEXT NOT NULL,
        title_zh TEXT NOT NULL,
        publisher TEXT NOT NULL,
        publisher_zh TEXT NOT NULL,
        date TEXT NOT NULL,
        obtained TEXT NOT NULL,
        obtained_zh TEXT NOT NULL,
        missing TEXT NOT NULL,
        missing_zh TEXT NOT NULL,
        rubric TEXT NOT NULL
    )""",
    """CREATE TABLE published_operator (
        benchmark TEXT NOT NULL REFERENCES published_benchmark (id),
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (benchmark, position)
    )""",
    """CREATE TABLE published_outside_node (
        benchmark TEXT NOT NULL REFERENCES published_benchmark (id),
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        why TEXT NOT NULL,
        why_zh TEXT NOT NULL,
        PRIMARY KEY (benchmark, position)
    )""",
    """CREATE TABLE published_score (
        benchmark TEXT NOT NULL REFERENCES published_benchmark (id),
        position INTEGER NOT NULL,
        operator TEXT NOT NULL,
        node TEXT NOT NULL,
        score DOUBLE PRECISION,
        printed TEXT NOT NULL,
        mark TEXT NOT NULL,
        page INTEGER,
        note TEXT NOT NULL,
        note_zh TEXT NOT NULL,
        PRIMARY KEY (benchmark, position)
    )""",
    """CREATE TABLE published_finding (
        benchmark TEXT NOT NULL REFERENCES published_benchmark (id),
        position INTEGER NOT NULL,
        operator TEXT NOT NULL,
        node TEXT NOT NULL,
        text TEXT NOT NULL,
        text_zh TEXT NOT NULL,
        page INTEGER,
        PRIMARY KEY (benchmark, position)
    )""",
)

FIRST_TABLES: Final = Step("m001_first_tables", (*_PLACES, *_SAID, *_WANTED, *_PUBLISHED))

STEPS: Final = (FIRST_TABLES, CAPTURE, EVIDENCE_WORDS, VERSIONS, PRIORITIES, ROADMAP)
"""All steps, oldest first; a store's version is the number of steps it has gone through."""

APPLICATION_ID: Final = 0x4741504C
"""Marks a SQLite file as a Gapline store ("GAPL" in its header)."""
