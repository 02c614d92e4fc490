"""The fourth step of the schema: rubrics as they were published, and what is set aside."""

from typing import Final

from assessment.edges.store.step import Step

VERSIONS: Final = Step(
    "m004_versions",
    (
        "ALTER TABLE wave ADD COLUMN rubric_version TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE wave ADD COLUMN rubric_fingerprint TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE kept_rubric (
            fingerprint TEXT NOT NULL PRIMARY KEY,
            id TEXT NOT NULL,
            version TEXT NOT NULL,
            content TEXT NOT NULL,
            at TEXT NOT NULL
        )""",
        """CREATE TABLE rubric_step (
            engagement TEXT NOT NULL REFERENCES engagement (id),
            number INTEGER NOT NULL CHECK (number >= 1),
            version TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            set_by TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (engagement, number)
        )""",
        """INSERT INTO rubric_step (engagement, number, version, fingerprint, set_by, at)
            SELECT id, 1, rubric_version, rubric_fingerprint, '', at FROM engagement""",
        """CREATE TABLE aside_node (
            engagement TEXT NOT NULL REFERENCES engagement (id),
            wave TEXT NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('rated', 'told')),
            node TEXT NOT NULL,
            PRIMARY KEY (engagement, wave, part, node)
        )""",
    ),
)
