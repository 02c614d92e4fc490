"""What every store decides the same way: whether a value is taken, and as which revision."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from assessment.engagement import Person, Unit, Wave
from assessment.errors import (
    ChangedElsewhereError,
    EvidenceFixedError,
    GaplineError,
    NothingToUndoError,
    UnitSignedOffError,
    UnknownEngagementError,
    UnknownUnitError,
    UnknownWaveError,
    WaveLockedError,
)
from assessment.ports import RatingKey
from assessment.ratings import Evidence, Finding, Rating, SignOff

UnitWave = tuple[str, str]
"""(unit id, wave id): what is signed off, or takes more."""

_SAID: Final = ("score", "state", "confidence", "note", "mark", "tag", "flagged", "proposed", "withdrawn")
_NOTHING: Final = {
    **{name: field.default for name, field in Rating.model_fields.items() if name in _SAID},
    "state": "unknown",
    "withdrawn": True,
}


def utc_now() -> dt.datetime:
    """The time that is stored with a change."""
    return dt.datetime.now(dt.UTC)


def next_revision(
    current: Rating | None,
    rating: Rating,
    *,
    closed: GaplineError | None,
    seen: int | None,
    restores: int | None = None,
) -> Rating:
    """What is current after saving `rating`: a new revision, or `current` itself where it says the same.

    Saying the same again is no change: it is answered also in a closed wave and whatever was seen. Who saw
    none (0) is not surprised by what was taken back or is only proposed.

    Args:
        current: the rating's current revision, None without one.
        rating: what is to be saved.
        closed: why its place takes no more ratings, None where it does.
        seen: the revision that the person saw, None where it does not matter.
        restores: the revision that an undo brings back, None for anything newly said.

    Raises:
        WaveLockedError, UnitSignedOffError: what `closed` says.
        ChangedElsewhereError: `seen` is not the current revision.
    """
    if current is not None and all(getattr(current, name) == getattr(rating, name) for name in _SAID):
        return current
    if closed is not None:
        raise closed
    if current is not None:
        _check_seen(current, rating, seen)
    revision = 1 if current is None else current.revision + 1
    return rating.model_copy(update={"revision": revision, "at": utc_now(), "restores": restores})


def _check_seen(current: Rating, rating: Rating, seen: int | None) -> None:
    if seen in (None, current.revision) or (seen == 0 and not current.counts):
        return
    raise ChangedElsewhereError(
        indicator=rating.indicator,
        by=current.author,
        at=f"{current.at:%Y-%m-%d %H:%M} UTC",
        theirs=_said(current, rating),
        yours=_said(rating, current),
    )


def undone(history: Sequence[Rating], indicator: str, by: str, why: str = "") -> Rating:
    """The rating that brings back what stood before the last of these revisions (oldest first).

    Raises:
        NothingToUndoError: there is none, or everything is undone.
    """
    stands = 0
    if history:
        last = history[-1]
        stands = last.revision if last.restores is None else last.restores
    if not stands or history[stands - 1].restores == stands:
        raise NothingToUndoError(indicator)
    before = stands - 1
    if before and history[before - 1].restores is not None:
        before = history[before - 1].restores or 0
    found = history[max(before, 1) - 1]
    changes: dict[str, object] = {"by": by, "why": why, "restores": before}
    return found.model_copy(update=changes if before else {**_NOTHING, **changes})


def moved_revision(current: Rating | None, rating: Rating) -> Rating:
    """A rating as a move to another rubric version leaves it: a revision that no undo goes behind."""
    revision = 1 if current is None else current.revision + 1
    return rating.model_copy(update={"revision": revision, "at": utc_now(), "restores": revision})


def carried(ratings: Iterable[Rating], wave: str, taken: Collection[RatingKey], by: str) -> list[Rating]:
    """Those of one wave that count, as proposals for another where `taken` says nothing about them."""
    changes = {"wave": wave, "by": by, "proposed": True, "flagged": False, "why": ""}
    proposals = [rating.model_copy(update=changes) for rating in ratings if rating.counts]
    return [rating for rating in proposals if rating.key not in taken]


def confirmed(rating: Rating, by: str) -> Rating:
    """A proposal as a rating that counts."""
    return rating.model_copy(update={"proposed": False, "by": by, "why": ""})


def closed_by(unit: str, wave: str, *, locked: bool, signed: bool) -> GaplineError | None:
    """Why a unit takes no more ratings in a wave; None where it does."""
    if locked:
        return WaveLockedError(wave)
    return UnitSignedOffError(unit, wave) if signed else None


def _said(rating: Rating, other: Rating) -> str:
    state = "withdrawn" if rating.withdrawn else rating.state
    value = state if rating.score is None else f"{rating.score:g}"
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


def check_open(places: Iterable[UnitWave], closed: Callable[[str, str], GaplineError | None]) -> None:
    """Raise why the first of these places takes nothing more; what it rests on stays as it is, too."""
    for place in dict.fromkeys(places):
        if why := closed(*place):
            raise why


def check_free(
    evidence: str, places: Iterable[UnitWave], closed: Callable[[str, str], GaplineError | None]
) -> None:
    """Raise EvidenceFixedError where one of the places that an item supports takes nothing more."""
    if fixed := tuple(sorted({place for place in places if closed(*place)})):
        raise EvidenceFixedError(evidence, fixed)


def check_linked(linked: Iterable[str], known: Iterable[str]) -> None:
    """Raise ValueError for a link to evidence that is not there: a programmer's mistake."""
    missing = set(linked) - set(known)
    if missing:
        raise ValueError(f"links to unknown evidence: {sorted(missing)}")


def moved(before: Finding | None, item: Finding) -> list[UnitWave]:
    """The places where something else is found once `item` replaces `before`; none where it says the same."""
    return [] if item == before else [(one.unit, one.wave) for one in (before, item) if one]


def next_sign_off(current: SignOff | None, wanted: SignOff) -> SignOff:
    """What holds after `wanted`: a new revision, or `current` itself where it already holds.

    It is never older than the one before, whatever the clock says: what holds is the last of a place.

    Raises:
        ValueError: opening again what was never signed off.
    """
    if current is None and not wanted.signed:
        raise ValueError(f"{wanted.unit} was never signed off for {wanted.wave}")
    if current is not None and current.signed == wanted.signed:
        return current
    revision, at = 1, utc_now()
    if current is not None and current.at is not None:
        revision, at = current.revision + 1, max(at, current.at)
    return wanted.model_copy(update={"revision": revision, "at": at})


def searched(item: Evidence) -> str:
    """Everything of an evidence item that a search looks through."""
    name = item.file.name if item.file else ""
    return f"{item.title}\n{item.text}\n{item.text_zh}\n{item.source}\n{item.source_zh}\n{name}"
