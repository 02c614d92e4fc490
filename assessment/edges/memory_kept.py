"""What the store in memory holds of one engagement, and how it is held."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from assessment.changes import Change
from assessment.edges.store_rules import check_places, closed_by, unknown_engagement
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import GaplineError
from assessment.holdings import Aside, AsidePart, RubricStep
from assessment.ports import Ballot, Place, RatingKey
from assessment.ratings import Evidence, EvidenceLink, Finding, Rating, SignOff, Target
from assessment.roadmap_records import Adoption, InitiativeKey, KeptPlan, PickedInitiative, Progress, Record

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Said = TypeVar("_Said", bound=Record)


@dataclass(frozen=True)
class Kept:
    """One engagement and what was said in it; a change makes a new one, so that a failure leaves the old."""

    engagement: Engagement
    units: dict[str, Unit]
    waves: dict[str, Wave]
    people: dict[str, Person]
    ratings: dict[RatingKey, tuple[Rating, ...]] = field(default_factory=dict)
    changed: dict[RatingKey, tuple[int, ...]] = field(default_factory=dict)
    sign_offs: tuple[SignOff, ...] = ()
    importance: dict[Place, str] = field(default_factory=dict)
    votes: dict[Ballot, str] = field(default_factory=dict)
    targets: dict[Place, Target] = field(default_factory=dict)
    quality_rules: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    links: frozenset[EvidenceLink] = frozenset()
    findings: dict[str, Finding] = field(default_factory=dict)
    steps: tuple[RubricStep, ...] = ()
    aside: Aside = frozenset()
    initiatives: dict[InitiativeKey, tuple[PickedInitiative, ...]] = field(default_factory=dict)
    progress: dict[InitiativeKey, tuple[Progress, ...]] = field(default_factory=dict)
    plans: dict[tuple[str], tuple[KeptPlan, ...]] = field(default_factory=dict)
    adoptions: tuple[Adoption, ...] = ()

    def check(self, units: Iterable[str] = (), waves: Iterable[str] = ()) -> None:
        """Raise the failure of the first unit or wave that is not there."""
        check_places(self.engagement.id, units, list(self.units), waves, list(self.waves))

    def current(self, key: RatingKey) -> Rating | None:
        """The current revision of a rating; None without one."""
        return self.ratings[key][-1] if key in self.ratings else None

    def shows(self, wave: str, part: AsidePart, node: str) -> bool:
        """Whether what is held of a node in a wave (empty: in none) is not set aside."""
        return (wave, part, node) not in self.aside

    def changes(self) -> Iterable[Change]:
        """Every revision of every rating, with what stood before it."""
        for key, revisions in self.ratings.items():
            earlier = (None, *revisions[:-1])
            for rating, before, count in zip(revisions, earlier, self.changed[key], strict=True):
                yield Change(rating, before, count)

    def sign_off(self, unit: str, wave: str) -> SignOff | None:
        """The last signing off or opening again; None before the first."""
        found = [one for one in self.sign_offs if (one.unit, one.wave) == (unit, wave)]
        return found[-1] if found else None

    def signed(self, unit: str, wave: str) -> bool:
        """Whether a unit's wave is signed off."""
        last = self.sign_off(unit, wave)
        return last is not None and last.signed

    def closed(self, unit: str, wave: str) -> GaplineError | None:
        """Why a unit takes no more ratings in a wave; None where it does."""
        return closed_by(unit, wave, locked=self.waves[wave].locked, signed=self.signed(unit, wave))


def settled(current: Mapping[_Key, _Value], values: Mapping[_Key, _Value | None]) -> dict[_Key, _Value]:
    """The values that stand after setting some and, by None, taking others away."""
    merged = {**current, **values}
    return {key: value for key, value in sorted(merged.items(), key=repr) if value is not None}


def last(records: Mapping[_Key, tuple[_Said, ...]]) -> dict[_Key, _Said]:
    """What stands, by key."""
    return {key: revisions[-1] for key, revisions in records.items()}


def appended(
    records: Mapping[_Key, tuple[_Said, ...]], stands: Iterable[tuple[_Key, _Said]]
) -> dict[_Key, tuple[_Said, ...]]:
    """The records with what is new among what stands."""
    found = dict(records)
    for key, one in stands:
        before = found.get(key, ())
        if not before or before[-1] is not one:
            found[key] = (*before, one)
    return found


class Keeper:
    """Engagements by id; whoever changes one holds the lock."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._revision = 0
        self._kept: dict[str, Kept] = {}

    def _found(self, engagement: str) -> list[Kept]:
        return [self._kept[engagement]] if engagement in self._kept else []

    def _known(self, engagement: str) -> Kept:
        if engagement not in self._kept:
            raise unknown_engagement(engagement, self._kept)
        return self._kept[engagement]

    def _keep(self, kept: Kept) -> None:
        if self._kept.get(kept.engagement.id) != kept:
            self._kept = {**self._kept, kept.engagement.id: kept}
            self._revision += 1
