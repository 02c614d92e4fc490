"""The part of the SQLite store that keeps evidence, what it supports, and findings."""

import sqlite3
from collections.abc import Iterable
from functools import partial

from assessment.edges.store import appending, full_text
from assessment.edges.store import statements as sql
from assessment.edges.store.connections import Connections
from assessment.edges.store.rows import (
    is_linked,
    linked_evidence,
    narrowed,
    place_closed,
    require_engagement,
    require_places,
)
from assessment.edges.store_rules import check_linked, check_open
from assessment.ratings import Evidence, EvidenceLink, Finding


def append_supporting(
    db: sqlite3.Connection, engagement: str, items: list[Evidence], links: list[EvidenceLink], by: str
) -> None:
    """Append evidence and what it supports, within a transaction; raises as `add_evidence` does."""
    units = dict.fromkeys(link.unit for link in links)
    waves = dict.fromkeys(link.wave for link in links)
    require_places(db, engagement, units, waves)
    known = appending.append_evidence(db, engagement, items, by)
    check_linked([link.evidence for link in links], known)
    new = [link for link in links if not is_linked(db, engagement, link)]
    check_open([(link.unit, link.wave) for link in new], partial(place_closed, db, engagement))
    rows = [{"engagement": engagement, **link.model_dump()} for link in new]
    db.executemany(sql.ADD_EVIDENCE_LINK, rows)


def remove_links(db: sqlite3.Connection, engagement: str, links: Iterable[EvidenceLink]) -> None:
    """Remove links that are there, within a transaction; raises as `unlink_evidence` does."""
    there = [link for link in links if is_linked(db, engagement, link)]
    check_open([(link.unit, link.wave) for link in there], partial(place_closed, db, engagement))
    rows = [{"engagement": engagement, **link.model_dump()} for link in there]
    db.executemany(sql.REMOVE_EVIDENCE_LINK, rows)


class EvidenceStore:
    """Evidence and findings of every engagement in one SQLite file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add_evidence(
        self, engagement: str, items: Iterable[Evidence], links: Iterable[EvidenceLink], by: str = ""
    ) -> None:
        """Add evidence and what it supports, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError, UnitSignedOffError: the place of a new link is signed off.
            EvidenceFixedError: a changed item supports what is signed off.
            ValueError: a link names evidence that is not there.
        """
        with self._connections.write() as db:
            append_supporting(db, engagement, list(items), list(links), by)

    def delete_evidence(self, engagement: str, evidence: str, by: str) -> None:
        """Take an item away by a revision that says so.

        Raises:
            EvidenceFixedError: it supports what is signed off.
            ValueError: there is no such evidence.
        """
        with self._connections.write() as db:
            require_engagement(db, engagement)
            known = appending.append_evidence(db, engagement, [], by)
            check_linked([evidence], known)
            gone = known[evidence].model_copy(update={"deleted": True})
            appending.append_evidence(db, engagement, [gone], by)

    def unlink_evidence(self, engagement: str, links: Iterable[EvidenceLink]) -> None:
        """Let evidence no longer support these ratings; links that are not there are no matter.

        Raises:
            WaveLockedError, UnitSignedOffError: the place of a link is signed off.
        """
        with self._connections.write() as db:
            require_engagement(db, engagement)
            remove_links(db, engagement, links)

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence that is not deleted, in the order it was added."""
        with self._connections.read() as db:
            return [
                appending.evidence_of(row) for row in db.execute(sql.EVIDENCE, {"engagement": engagement})
            ]

    def search_evidence(self, engagement: str, words: str) -> list[str]:
        """Ids of the evidence that has all the words, best first; none for no words."""
        with self._connections.read() as db:
            return full_text.search(db, engagement, words)

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what, without deleted evidence; ordered by unit, wave, indicator, evidence."""
        with self._connections.read() as db:
            return linked_evidence(db, engagement, unit, wave)

    def add_findings(self, engagement: str, items: Iterable[Finding], by: str = "") -> None:
        """Add findings, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError, UnitSignedOffError: what a finding is about is signed off.
            ValueError: a finding names evidence that is not there.
        """
        given = list(items)
        with self._connections.write() as db:
            require_places(db, engagement, [item.unit for item in given], [item.wave for item in given])
            appending.append_findings(db, engagement, given, by)

    def findings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Finding]:
        """Current findings that are not deleted, in the order they were added."""
        statement, values = narrowed(sql.EVERY_FINDING + sql.FINDINGS_SHOWN, engagement, unit, wave)
        with self._connections.snapshot() as db:
            return appending.findings_of(db, statement + sql.FINDINGS_ORDER, values)
