"""Everything that an engagement holds by node, and what moving it to another rubric version appends."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessment.engagement import Wave
from assessment.ratings import EvidenceLink, Finding, Rating, Target
from assessment.roadmap_records import PickedInitiative

AsidePart = Literal["rated", "told"]
Aside = frozenset[tuple[str, AsidePart, str]]
"""(wave, part, node) that stay in the store and do not show; the wave is empty for what belongs to none.

`rated` are ratings and what supports them, `told` are findings, importance, votes on it, and targets.
"""
_Place = tuple[str, str]
_Ballot = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class RubricStep:
    """A rubric version that an engagement was on.

    Attributes:
        number: 1 for the one that it was made on, one more for each move.
        version, fingerprint: of the rubric.
        by: who moved it; empty for the first.
        at: when (UTC).
    """

    number: int
    version: str
    fingerprint: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an engagement holds, also what is set aside and does not show.

    Attributes:
        revision: the store's, when it was read.
        waves: all, oldest first.
        ratings: every rating's current revision.
        importance: by (unit, node).
        votes: on importance, by (unit, node, person).
        targets: by (unit, node).
        links: what supports what.
        findings: current, without deleted ones.
        initiatives: every one's current revision, also of deleted ones.
        aside: what does not show.
        signed: (unit, wave) that are signed off.
    """

    revision: int
    waves: tuple[Wave, ...] = ()
    ratings: tuple[Rating, ...] = ()
    importance: Mapping[_Place, str] = field(default_factory=dict)
    votes: Mapping[_Ballot, str] = field(default_factory=dict)
    targets: Mapping[_Place, Target] = field(default_factory=dict)
    links: frozenset[EvidenceLink] = frozenset()
    findings: tuple[Finding, ...] = ()
    initiatives: tuple[PickedInitiative, ...] = ()
    aside: Aside = frozenset()
    signed: frozenset[_Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Moves:
    """What moving to another version writes, all of it or nothing.

    Attributes:
        version, fingerprint: of the rubric from then on.
        seen: the store's revision that this was planned at.
        keeps: waves that stay on the version that is left: (id, its version, its fingerprint).
        ratings: new current revisions.
        importance, targets: by (unit, node); None takes away.
        votes: by (unit, node, person); None takes away.
        links, unlinked: what supports what from then on, and what no longer does.
        findings, initiatives: new revisions.
        aside: all that does not show from then on.
    """

    version: str
    fingerprint: str
    seen: int
    keeps: tuple[tuple[str, str, str], ...] = ()
    ratings: tuple[Rating, ...] = ()
    importance: Mapping[_Place, str | None] = field(default_factory=dict)
    votes: Mapping[_Ballot, str | None] = field(default_factory=dict)
    targets: Mapping[_Place, Target | None] = field(default_factory=dict)
    links: frozenset[EvidenceLink] = frozenset()
    unlinked: frozenset[EvidenceLink] = frozenset()
    findings: tuple[Finding, ...] = ()
    initiatives: tuple[PickedInitiative, ...] = ()
    aside: Aside = frozenset()
