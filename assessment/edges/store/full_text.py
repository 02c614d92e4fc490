"""The search for evidence on SQLite (FTS5); a store on another database puts its own search in this place.

Every revision is indexed as it is appended, in the same transaction, and nothing is ever taken out of the
index: a search keeps to the current revisions.
"""

import sqlite3
from typing import Final

from assessment.edges.evidence_words import phrases, tokens
from assessment.edges.store.step import Step
from assessment.edges.store_rules import searched
from assessment.ratings import Evidence

_ADD: Final = """
INSERT INTO evidence_words (engagement, evidence, revision, words)
VALUES (:engagement, :evidence, :revision, :words)"""
_FIND: Final = """
SELECT current_evidence.id
FROM evidence_words JOIN current_evidence ON current_evidence.engagement = evidence_words.engagement
    AND current_evidence.id = evidence_words.evidence AND current_evidence.revision = evidence_words.revision
WHERE evidence_words MATCH :words AND evidence_words.engagement = :engagement
    AND current_evidence.deleted = 0
ORDER BY evidence_words.rank, current_evidence.position"""
_ALL: Final = """
SELECT engagement, id, revision, title, text, text_zh, source, source_zh FROM evidence"""


def index(db: sqlite3.Connection, engagement: str, revision: int, item: Evidence) -> None:
    """Make one revision of an item findable."""
    words = " ".join(tokens(searched(item)))
    db.execute(_ADD, {"engagement": engagement, "evidence": item.id, "revision": revision, "words": words})


def search(db: sqlite3.Connection, engagement: str, words: str) -> list[str]:
    """Ids of the current evidence that has all the words, best first; none for no words."""
    wanted = " AND ".join(f'"{" ".join(phrase)}" *' for phrase in phrases(words))
    if not wanted:
        return []
    return [row["id"] for row in db.execute(_FIND, {"engagement": engagement, "words": wanted})]


def _index_all(db: sqlite3.Connection) -> None:
    for row in db.execute(_ALL).fetchall():
        fields = {name: row[name] for name in ("id", "title", "text", "text_zh", "source", "source_zh")}
        index(db, row["engagement"], row["revision"], Evidence(**fields))


EVIDENCE_WORDS: Final = Step(
    "m003_evidence_words",
    (
        """CREATE VIRTUAL TABLE evidence_words USING fts5 (
            engagement UNINDEXED, evidence UNINDEXED, revision UNINDEXED, words, tokenize = 'unicode61'
        )""",
    ),
    _index_all,
)
