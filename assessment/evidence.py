"""Evidence at work: what rests on each item, which items are asked for, and changes to both and to findings.

What is signed off stays as it is: nothing that supports a rating of a locked wave, or of a unit that is
signed off in its wave, is changed, taken away or added.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assessment import service
from assessment.errors import EvidenceChangedError, EvidenceFixedError, UnitSignedOffError, WaveLockedError
from assessment.ports import Store
from assessment.ratings import Evidence, EvidenceKind, EvidenceLink, Finding, Grade, Rating

UnitWave = tuple[str, str]
"""(unit id, wave id)."""


@dataclass(frozen=True, slots=True)
class Records:
    """An engagement's evidence at one moment, the newest item first.

    Attributes:
        links: evidence id -> what it supports; no entry for an item that supports nothing.
        findings: of all units and waves, in the order they were added.
        locked: waves that are signed off as a whole.
        signed: units that are signed off in a wave.
    """

    items: tuple[Evidence, ...]
    links: Mapping[str, tuple[EvidenceLink, ...]]
    findings: tuple[Finding, ...]
    locked: frozenset[str]
    signed: frozenset[UnitWave]

    def item(self, evidence: str) -> Evidence | None:
        """One item; None where it is not on record, or no longer."""
        return next((item for item in self.items if item.id == evidence), None)

    def supported(self, evidence: str) -> tuple[EvidenceLink, ...]:
        """The ratings that an item supports, ordered by unit, wave and indicator."""
        return self.links.get(evidence, ())

    def citing(self, evidence: str) -> tuple[Finding, ...]:
        """The findings that rest on an item."""
        return tuple(finding for finding in self.findings if evidence in finding.evidence)

    def closed(self, unit: str, wave: str) -> bool:
        """Whether nothing may be changed there any more."""
        return wave in self.locked or (unit, wave) in self.signed

    def fixed_by(self, evidence: str) -> tuple[UnitWave, ...]:
        """Where an item supports what is signed off, so that it stays as it is; empty for nowhere."""
        places = [(link.unit, link.wave) for link in self.supported(evidence)]
        places += [(finding.unit, finding.wave) for finding in self.citing(evidence)]
        return tuple(place for place in dict.fromkeys(places) if self.closed(*place))


class Asked(NamedTuple):
    """Which items are asked for; None asks for all of them.

    Attributes:
        unit: those that support a rating of this unit.
        nodes: those that support a rating of one of these indicators.
        expired_on: those that no longer hold on this day.
    """

    unit: str | None = None
    nodes: Collection[str] | None = None
    kind: EvidenceKind | None = None
    grade: Grade | None = None
    expired_on: dt.date | None = None


class Support(NamedTuple):
    """A rating that rests on an item: what counts there now, None where nothing does, and if it is closed."""

    link: EvidenceLink
    rating: Rating | None
    closed: bool


def records(store: Store, engagement: str) -> Records:
    """Everything on record in an engagement."""
    found: dict[str, list[EvidenceLink]] = {}
    for link in store.evidence_links(engagement):
        found.setdefault(link.evidence, []).append(link)
    standing = {(entry.unit, entry.wave): entry.signed for entry in store.sign_offs(engagement)}
    return Records(
        items=tuple(reversed(store.evidence(engagement))),
        links={evidence: tuple(links) for evidence, links in found.items()},
        findings=tuple(store.findings(engagement)),
        locked=frozenset(wave.id for wave in store.waves(engagement) if wave.locked),
        signed=frozenset(place for place, signed in standing.items() if signed),
    )


def expired(item: Evidence, on: dt.date) -> bool:
    """Whether an item no longer holds on a day; its last day still counts."""
    return item.expires is not None and item.expires < on


def asked_for(found: Records, asked: Asked, hits: Sequence[str] | None = None) -> tuple[Evidence, ...]:
    """The items that are asked for.

    Args:
        found: what is on record.
        asked: what they have in common.
        hits: ids that a search found, best first: only these, in this order; None without a search.
    """
    items: Iterable[Evidence] = found.items
    if hits is not None:
        by_id = {item.id: item for item in found.items}
        items = [by_id[hit] for hit in hits if hit in by_id]
    return tuple(item for item in items if _fits(found, asked, item))


def _fits(found: Records, asked: Asked, item: Evidence) -> bool:
    links = found.supported(item.id)
    return (
        asked.kind in (None, item.kind)
        and asked.grade in (None, item.grade)
        and (asked.expired_on is None or expired(item, asked.expired_on))
        and (
            (asked.unit is None and asked.nodes is None)
            or any(
                asked.unit in (None, link.unit) and (asked.nodes is None or link.indicator in asked.nodes)
                for link in links
            )
        )
    )


def supports(store: Store, engagement: str, found: Records, evidence: str) -> tuple[Support, ...]:
    """Every rating that rests on an item, with what counts there now."""
    links = found.supported(evidence)
    counted: dict[UnitWave, Mapping[str, Rating]] = {}
    for unit, wave in dict.fromkeys((link.unit, link.wave) for link in links):
        ratings = service.adopted_ratings(store.ratings(engagement, unit, wave))
        counted[unit, wave] = ratings.get(unit, {})
    return tuple(
        Support(link, counted[link.unit, link.wave].get(link.indicator), found.closed(link.unit, link.wave))
        for link in links
    )


def keep(
    store: Store,
    engagement: str,
    item: Evidence,
    by: str,
    seen: Evidence | None = None,
    supporting: Iterable[EvidenceLink] = (),
) -> None:
    """Keep a new item, or a revision of one, with further ratings that it supports; all or nothing.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        item: what is kept; a revision has the id of what it revises.
        by: id of the person who does it.
        seen: the item as the person saw it; None for a new one.
        supporting: ratings that it supports from now on.

    Raises:
        EvidenceChangedError: what is on record is not what was seen.
        EvidenceFixedError: the item supports something that is signed off.
        WaveLockedError, UnitSignedOffError: a rating to be supported is signed off.
    """
    found, links = records(store, engagement), tuple(supporting)
    current = found.item(item.id)
    if current != seen:
        raise EvidenceChangedError(item.id)
    if seen is not None and item != seen:
        _refuse_fixed(found, item.id)
    _refuse_closed(found, ((link.unit, link.wave) for link in links))
    store.add_evidence(engagement, [item], links, by)


def let_go(store: Store, engagement: str, link: EvidenceLink) -> None:
    """Let an item no longer support a rating.

    Raises:
        WaveLockedError, UnitSignedOffError: the rating is signed off.
    """
    _refuse_closed(records(store, engagement), [(link.unit, link.wave)])
    store.unlink_evidence(engagement, [link])


def delete(store: Store, engagement: str, evidence: str, by: str) -> None:
    """Take an item away by a revision that says so; `bring_back` undoes it.

    Raises:
        EvidenceChangedError: it is not on record any more.
        EvidenceFixedError: it supports something that is signed off.
    """
    found = records(store, engagement)
    if found.item(evidence) is None:
        raise EvidenceChangedError(evidence)
    _refuse_fixed(found, evidence)
    store.delete_evidence(engagement, evidence, by)


def bring_back(store: Store, engagement: str, item: Evidence, by: str) -> None:
    """Undo a deletion: the item is as it was, and supports what it supported.

    Raises:
        EvidenceChangedError: somebody else brought it back meanwhile, and it says something else.
    """
    current = records(store, engagement).item(item.id)
    if current not in (None, item):
        raise EvidenceChangedError(item.id)
    store.add_evidence(engagement, [item], [], by)


def keep_finding(store: Store, engagement: str, finding: Finding, by: str, seen: Finding | None) -> None:
    """Keep a new finding or a revision of one; a revision may say that it is deleted, or no longer is.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        finding: what is kept.
        by: id of the person who does it.
        seen: the finding as the person saw it; None for one that is new, or was deleted.

    Raises:
        EvidenceChangedError: what is on record is not what was seen.
        WaveLockedError, UnitSignedOffError: the unit's wave is signed off.
    """
    found = records(store, engagement)
    if next((one for one in found.findings if one.id == finding.id), None) != seen:
        raise EvidenceChangedError(finding.id)
    _refuse_closed(found, [(finding.unit, finding.wave)])
    store.add_findings(engagement, [finding], by)


def _refuse_fixed(found: Records, evidence: str) -> None:
    places = found.fixed_by(evidence)
    if places:
        raise EvidenceFixedError(evidence, places)


def _refuse_closed(found: Records, places: Iterable[UnitWave]) -> None:
    for unit, wave in places:
        if wave in found.locked:
            raise WaveLockedError(wave)
        if (unit, wave) in found.signed:
            raise UnitSignedOffError(unit, wave)
