"""The part of the store in memory that keeps evidence, what it supports, and findings."""

from collections.abc import Iterable
from dataclasses import replace

from assessment.edges.evidence_words import finds
from assessment.edges.memory_kept import Keeper, Kept
from assessment.edges.store_rules import check_free, check_linked, check_open, moved, searched
from assessment.ratings import Evidence, EvidenceLink, Finding


class MemoryEvidence(Keeper):
    """Evidence and findings of every engagement in memory."""

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
        del by
        given, linked = list(items), list(links)
        with self._lock:
            kept = self._known(engagement)
            kept.check([link.unit for link in linked], [link.wave for link in linked])
            evidence = dict(kept.evidence)
            for item in given:
                _check_change(kept, evidence.get(item.id, item), item)
                evidence[item.id] = item
            check_linked([link.evidence for link in linked], evidence)
            new = [link for link in linked if link not in kept.links]
            check_open([(link.unit, link.wave) for link in new], kept.closed)
            self._keep(replace(kept, evidence=evidence, links=kept.links.union(linked)))

    def delete_evidence(self, engagement: str, evidence: str, by: str) -> None:
        """Take an item away by a revision that says so.

        Raises:
            EvidenceFixedError: it supports what is signed off.
            ValueError: there is no such evidence.
        """
        del by
        with self._lock:
            kept = self._known(engagement)
            check_linked([evidence], kept.evidence)
            gone = kept.evidence[evidence].model_copy(update={"deleted": True})
            _check_change(kept, kept.evidence[evidence], gone)
            self._keep(replace(kept, evidence={**kept.evidence, evidence: gone}))

    def unlink_evidence(self, engagement: str, links: Iterable[EvidenceLink]) -> None:
        """Let evidence no longer support these ratings; links that are not there are no matter.

        Raises:
            WaveLockedError, UnitSignedOffError: the place of a link is signed off.
        """
        with self._lock:
            kept = self._known(engagement)
            there = [link for link in links if link in kept.links]
            check_open([(link.unit, link.wave) for link in there], kept.closed)
            self._keep(replace(kept, links=kept.links.difference(there)))

    def evidence(self, engagement: str) -> list[Evidence]:
        """All current evidence that is not deleted, in the order it was added."""
        items = [item for kept in self._found(engagement) for item in kept.evidence.values()]
        return [item for item in items if not item.deleted]

    def search_evidence(self, engagement: str, words: str) -> list[str]:
        """Ids of the evidence that has all the words, in the order it was added; none for no words."""
        return [item.id for item in self.evidence(engagement) if finds(words, searched(item))]

    def evidence_links(
        self, engagement: str, unit: str | None = None, wave: str | None = None
    ) -> list[EvidenceLink]:
        """What supports what, without deleted evidence; ordered by unit, wave, indicator, evidence."""
        shown = {item.id for item in self.evidence(engagement)}
        links = [
            link
            for kept in self._found(engagement)
            for link in kept.links
            if link.evidence in shown and kept.shows(link.wave, "rated", link.indicator)
        ]
        wanted = [link for link in links if unit in (None, link.unit) and wave in (None, link.wave)]
        return sorted(wanted, key=lambda link: (link.unit, link.wave, link.indicator, link.evidence))

    def add_findings(self, engagement: str, items: Iterable[Finding], by: str = "") -> None:
        """Add findings, all or nothing; a known id gets a new revision.

        Raises:
            UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
            WaveLockedError, UnitSignedOffError: what a finding is about is signed off.
            ValueError: a finding names evidence that is not there.
        """
        del by
        given = list(items)
        with self._lock:
            kept = self._known(engagement)
            kept.check([item.unit for item in given], [item.wave for item in given])
            check_linked([evidence for item in given for evidence in item.evidence], kept.evidence)
            found = dict(kept.findings)
            for item in given:
                check_open(moved(found.get(item.id), item), kept.closed)
                found[item.id] = item
            self._keep(replace(kept, findings=found))

    def findings(self, engagement: str, unit: str | None = None, wave: str | None = None) -> list[Finding]:
        """Current findings that are not deleted, in the order they were added."""
        found = [
            item
            for kept in self._found(engagement)
            for item in kept.findings.values()
            if kept.shows(item.wave, "told", item.node)
        ]
        wanted = [item for item in found if unit in (None, item.unit) and wave in (None, item.wave)]
        return [item for item in wanted if not item.deleted]


def _check_change(kept: Kept, before: Evidence, item: Evidence) -> None:
    if item != before:
        places = [(link.unit, link.wave) for link in kept.links if link.evidence == item.id]
        check_free(item.id, places, kept.closed)
