"""The fifth step of the schema: what several people say about the importance of a node."""

from typing import Final

from assessment.edges.store.step import Step

PRIORITIES: Final = Step(
    "m005_priorities",
    (
        """CREATE TABLE importance_vote (
            engagement TEXT NOT NULL REFERENCES engagement (id),
            unit TEXT NOT NULL,
            node TEXT NOT NULL,
            person TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            grade TEXT NOT NULL,
            cleared INTEGER NOT NULL DEFAULT 0,
            set_by TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (engagement, unit, node, person, revision)
        )""",
        """CREATE VIEW current_importance_vote AS
            SELECT engagement, unit, node, person, revision, grade, cleared, set_by, at
            FROM importance_vote
            WHERE NOT EXISTS (
                SELECT 1 FROM importance_vote AS later
                WHERE later.engagement = importance_vote.engagement
                    AND later.unit = importance_vote.unit AND later.node = importance_vote.node
                    AND later.person = importance_vote.person
                    AND later.revision > importance_vote.revision
            )""",
    ),
)
