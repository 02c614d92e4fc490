"""What every store decides the same way: whether a value is taken, and as which revision."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Final

from assessment.engagement import Person, Unit, Wave
from assessment.errors import (
    ChangedElsewhereError,
    UnknownEngagementError,
    UnknownUnitError,
    UnknownWaveError,
    WaveLockedError,
)
from assessment.ratings import EvidenceLink, Rating

_SAID: Final = ("score", "state", "confidence", "note", "mark")


def utc_now() -> dt.datetime:
    """The time that is stored with a change."""
    return dt.datetime.now(dt.UTC)


def next_revision(current: Rating | None, rating: Rating, *, locked: bool, seen: int | None) -> Rating:
    """What is current after saving `rating`: a new revision, or `current` itself where it says the same.

    Saying the same again is no change: it is answered also in a locked wave and whatever was seen.

    Raises:
        WaveLockedError: the wave is signed off.
        ChangedElsewhereError: `seen` is neither None nor the current revision.
    """
    if current is not None and all(getattr(current, name) == getattr(rating, name) for name in _SAID):
        return current
    if locked:
        raise WaveLockedError(rating.wave)
    if current is not None and seen is not None and seen != current.revision:
        raise ChangedElsewhereError(
            indicator=rating.indicator,
            by=current.rater,
            at=f"{current.at:%Y-%m-%d %H:%M} UTC",
            theirs=_said(current, rating),
            yours=_said(rating, current),
        )
    revision = 1 if current is None else current.revision + 1
    return rating.model_copy(update={"revision": revision, "at": utc_now()})


def _said(rating: Rating, other: Rating) -> str:
    value = rating.state if rating.score is None else f"{rating.score:g}"
    return f"{value} ({rating.note})" if rating.note and rating.note != other.note else value


def check_parts(units: list[Unit], waves: list[Wave], people: list[Person]) -> None:
    """Raise ValueError for a doubled id or a parent that does not come before its child."""
    for named in (units, waves, people):
        ids = [one.id for one in named]
        if len(set(ids)) < len(ids):
            raise ValueError(f"an id is given twice: {sorted(ids)}")
    seen: set[str | None] = {None}
    for unit in units:
        if unit.parent not in seen:
            raise ValueError(f"unit {unit.id} comes before its parent {unit.parent}")
        seen.add(unit.id)


def unknown_engagement(engagement: str, known: Iterable[str]) -> UnknownEngagementError:
    """The failure that names what the store holds."""
    return UnknownEngagementError(engagement, ", ".join(known) or "–")


def check_places(
    engagement: str,
    units: Iterable[str],
    known_units: list[str],
    waves: Iterable[str],
    known_waves: list[str],
) -> None:
    """Raise UnknownUnitError or UnknownWaveError for the first that the engagement lacks."""
    for unit in units:
        if unit not in known_units:
            raise UnknownUnitError(unit, engagement, ", ".join(known_units) or "–")
    for wave in waves:
        if wave not in known_waves:
            raise UnknownWaveError(wave, engagement, ", ".join(known_waves) or "–")


def check_open(
    links: Iterable[EvidenceLink], there: Collection[EvidenceLink], locked: Collection[str]
) -> None:
    """Raise WaveLockedError for a new link into a signed-off wave; what is linked already may stay."""
    for link in links:
        if link.wave in locked and link not in there:
            raise WaveLockedError(link.wave)


def check_linked(links: Iterable[EvidenceLink], known: Iterable[str]) -> None:
    """Raise ValueError for a link to evidence that is not there: a programmer's mistake."""
    missing = {link.evidence for link in links} - set(known)
    if missing:
        raise ValueError(f"links to unknown evidence: {sorted(missing)}")
