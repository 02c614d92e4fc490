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

_PLANS: Final = (
    """CREATE TABLE plan (
        engagement TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        name TEXT NOT NULL,
        phases INTEGER NOT NULL,
        phase_months INTEGER NOT NULL,
        begins TEXT,
        budget DOUBLE PRECISION,
        objective TEXT NOT NULL,
        value DOUBLE PRECISION NOT NULL,
        effort DOUBLE PRECISION NOT NULL,
        bound DOUBLE PRECISION NOT NULL,
        proved INTEGER NOT NULL,
        only_best INTEGER NOT NULL,
        finished INTEGER NOT NULL,
        greedy_value DOUBLE PRECISION NOT NULL,
        stopped INTEGER NOT NULL,
        seed INTEGER NOT NULL,
        recipe TEXT NOT NULL,
        by_hand INTEGER NOT NULL,
        deleted INTEGER NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, id, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id)
    )""",
    """CREATE VIEW current_plan AS
        SELECT engagement, id, revision, position, unit, wave, name, phases, phase_months, begins, budget,
            objective, value, effort, bound, proved, only_best, finished, greedy_value, stopped, seed, recipe,
            by_hand, deleted, set_by, at
        FROM plan
        WHERE NOT EXISTS (
            SELECT 1 FROM plan AS later
            WHERE later.engagement = plan.engagement AND later.id = plan.id AND later.revision > plan.revision
        )""",
    """CREATE TABLE plan_capacity (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        phase INTEGER NOT NULL,
        person_months DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_phase (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('budget', 'lost')),
        phase INTEGER NOT NULL,
        figure DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_holiday (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        day TEXT NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_demand (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        initiative TEXT NOT NULL,
        phase INTEGER,
        choice INTEGER,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_start (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('plan', 'greedy')),
        initiative TEXT NOT NULL,
        phase INTEGER NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_left_out (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        initiative TEXT NOT NULL,
        code TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_left_out_word (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        initiative TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('task', 'en', 'zh')),
        name TEXT NOT NULL,
        said TEXT NOT NULL,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_promise (
        engagement TEXT NOT NULL,
        plan TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        phase INTEGER NOT NULL,
        node TEXT NOT NULL,
        score DOUBLE PRECISION,
        low DOUBLE PRECISION,
        high DOUBLE PRECISION,
        PRIMARY KEY (engagement, plan, revision, position),
        FOREIGN KEY (engagement, plan, revision) REFERENCES plan (engagement, id, revision)
    )""",
    """CREATE TABLE plan_adoption (
        engagement TEXT NOT NULL,
        unit TEXT NOT NULL,
        wave TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        plan TEXT NOT NULL,
        set_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (engagement, unit, wave, revision),
        FOREIGN KEY (engagement, unit) REFERENCES unit (engagement, id),
        FOREIGN KEY (engagement, wave) REFERENCES wave (engagement, id)
    )""",
)

ROADMAP: Final = Step("m006_roadmap", (*_INITIATIVES, *_PROGRESS, *_PLANS))
