"""The sixth step of the schema: chosen initiatives, how they are getting on, plans."""

from typing import Final

from assessment.edges.store.step import Step

_INITIATIVES: Final = (
    """CREATE TABLE initiative (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        position INTEGER NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('library', 'own')),
        name TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        description TEXT NOT NULL,
        description_zh TEXT NOT NULL,
        track TEXT NOT NULL,
        months INTEGER NOT NULL,
        cost_low DOUBLE PRECISION NOT NULL,
        cost_high DOUBLE PRECISION NOT NULL,
        owner TEXT NOT NULL,
        risk TEXT NOT NULL,
        risk_note TEXT NOT NULL,
        risk_note_zh TEXT NOT NULL,
        theme TEXT NOT NULL,
        judged INTEGER NOT NULL,
        source TEXT NOT NULL,
        deleted INTEGER NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, id, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id)
    )""",
    """CREATE VIEW current_initiative AS
        SELECT engagement, unit, id, revision, position, origin, name, name_zh, description, description_zh,
            track, months, cost_low, cost_high, owner, risk, risk_note, risk_note_zh, theme, judged, source,
            deleted, set_by, at
        FROM initiative
        WHERE NOT EXISTS (
            SELECT 1 FROM initiative AS later
            WHERE later.engagement = initiative.engagement AND later.unit = initiative.unit
                AND later.id = initiative.id AND later.revision > initiative.revision
        )""",
    """CREATE TABLE initiative_lift (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        node TEXT NOT NULL,
        levels DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision, position),
        FOREIGN KEY (engagement, unit, initiative, revision)
            REFERENCES initiative (engagement, unit, id, revision)
    )""",
    """CREATE TABLE initiative_effort (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        person_months DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision, position),
        FOREIGN KEY (engagement, unit, initiative, revision)
            REFERENCES initiative (engagement, unit, id, revision)
    )""",
    """CREATE TABLE initiative_predecessor (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        predecessor TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision, position),
        FOREIGN KEY (engagement, unit, initiative, revision)
            REFERENCES initiative (engagement, unit, id, revision)
    )""",
    """CREATE TABLE initiative_need (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        node TEXT NOT NULL,
        level DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision, position),
        FOREIGN KEY (engagement, unit, initiative, revision)
            REFERENCES initiative (engagement, unit, id, revision)
    )""",
)

_PROGRESS: Final = (
    """CREATE TABLE progress (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        status TEXT NOT NULL CHECK (status IN ('not-started', 'running', 'done', 'delayed', 'dropped')),
        percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
        begins TEXT,
        ends TEXT,
        owner TEXT NOT NULL,
        reason TEXT NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id)
    )""",
    """CREATE VIEW current_progress AS
        SELECT engagement, unit, initiative, revision, status, percent, begins, ends, owner, reason, set_by,
            at
        FROM progress
        WHERE NOT EXISTS (
            SELECT 1 FROM progress AS later
            WHERE later.engagement = progress.engagement AND later.unit = progress.unit
                AND later.initiative = progress.initiative AND later.revision > progress.revision
        )""",
    """CREATE TABLE department_part (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        initiative TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        department TEXT NOT NULL,
        work TEXT NOT NULL,
        head TEXT NOT NULL,
        due TEXT,
        percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
        reason TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, initiative, revision, position),
        FOREIGN KEY (engagement, unit, initiative, revision)
            REFERENCES progress (engagement, unit, initiative, revision)
    )""",
)

ROADMAP: Final = Step("m006_roadmap", (*_INITIATIVES, *_PROGRESS))
