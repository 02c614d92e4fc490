"""Looking back at a wave: every change and sign-off, a page at a time, and the way back."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from assessment.changes import Change, ChangeFilter, ChangeMark
from assessment.errors import WhyMissingError
from assessment.ports import Store
from assessment.ratings import Rating, SignOff
from assessment.rubric import Rubric
from assessment.spreadsheet_text import guarded

Entry = Change | SignOff
Part = Literal["answer", "proposed", "confidence", "note", "tag", "flagged"]

PAGE: Final = 100
_RECORD: Final = {"by", "why", "restores", "revision", "at"}
_OLD: Final = ("score", "state", "confidence", "note")
_NEW: Final = (*_OLD, "mark", "tag", "flagged", "proposed", "withdrawn", "why")
_PLACE: Final = ("unit", "wave", "indicator", "rater")
_FILE_PAGE: Final = 1_000


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A stretch of a wave's past.

    Attributes:
        entries: newest first.
        older: where the next page begins; None where this is the last.
    """

    entries: tuple[Entry, ...]
    older: ChangeMark | None


def history_page(
    store: Store, engagement: str, only: ChangeFilter, before: ChangeMark | None = None, size: int = PAGE
) -> HistoryPage:
    """The newest changes that are asked for, with the sign-offs and reopenings that fell between them.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        only: which changes; sign-offs are left out where it asks for an indicator or for corrections.
        before: `older` of the page before; None for the first page.
        size: changes on a page.
    """
    found = store.revisions(engagement, only, size + 1, before)
    shown = found[:size]
    older = shown[-1].mark if len(found) > size else None
    between = [
        sign_off
        for sign_off in _sign_offs(store, engagement, only)
        if (before is None or _time(sign_off) < before[1]) and (older is None or _time(sign_off) >= older[1])
    ]
    entries: list[Entry] = [*shown, *between]
    return HistoryPage(tuple(sorted(entries, key=_time, reverse=True) if between else entries), older)


def _sign_offs(store: Store, engagement: str, only: ChangeFilter) -> list[SignOff]:
    if only.indicators is not None or only.kind != "all":
        return []
    return [
        sign_off
        for sign_off in store.sign_offs(engagement)
        if only.unit in (None, sign_off.unit)
        and only.wave in (None, sign_off.wave)
        and only.who in (None, sign_off.by)
    ]


def _time(entry: Entry) -> str:
    at = entry.rating.at if isinstance(entry, Change) else entry.at
    return at.isoformat(timespec="microseconds") if at else ""


def changed_parts(change: Change) -> tuple[Part, ...]:
    """What a change changed; for the first revision, what it said.

    The answer is score, state and mark together; a proposal that was confirmed changed `proposed`.
    """
    now, before = _content(change.rating), _content(change.before)
    parts: dict[Part, tuple[str, ...]] = {
        "answer": ("score", "state", "mark", "withdrawn"),
        "proposed": ("proposed",),
        "confidence": ("confidence",),
        "note": ("note",),
        "tag": ("tag",),
        "flagged": ("flagged",),
    }
    return tuple(part for part, names in parts.items() if any(now[name] != before[name] for name in names))


def ways_back(
    store: Store, engagement: str, change: Change, rubric: Rubric | None = None
) -> tuple[Rating, dict[str, Rating]]:
    """The rating as it stands now, and what can be brought back: `before` the change, or the change itself.

    What stands already is no way back, nor what the `rubric` in force has no indicator or no level for.
    Before the first revision nothing was said: a rating taken back.
    """
    current = store.history(engagement, change.rating.key)[-1]
    ways = {"before": change.before or _nothing(change.rating), "after": change.rating}
    open_ways = {way: said for way, said in ways.items() if not same_content(said, current)}
    return current, {way: said for way, said in open_ways.items() if rubric is None or _fits(said, rubric)}


def _fits(rating: Rating, rubric: Rubric) -> bool:
    known = rating.indicator in rubric and rubric.node(rating.indicator).is_indicator
    return known and (rating.score is None or rubric.scale.holds(rating.score))


def same_content(one: Rating, other: Rating) -> bool:
    """Whether two revisions say the same, whoever said it and when."""
    return _content(one) == _content(other)


def bring_back(
    store: Store, engagement: str, said: Rating, by: str, why: str, seen_revision: int | None = None
) -> Rating:
    """Say again what a rating said before, as a new revision; nothing is removed.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        said: the earlier revision.
        by: id of the person who brings it back.
        why: the reason, kept with the new revision.
        seen_revision: the current revision that the person saw.

    Raises:
        WhyMissingError: the reason is blank.
        ChangedElsewhereError: somebody changed the rating since `seen_revision` was shown.
        WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
    """
    if not why.strip():
        raise WhyMissingError
    record = {"by": "" if by == said.rater else by, "why": why.strip(), "restores": None}
    return store.save_rating(engagement, said.model_copy(update=record), seen_revision)


def changes_csv(store: Store, engagement: str, only: ChangeFilter, rubric: Rubric) -> bytes:
    """Every change that is asked for as CSV (UTF-8 with byte order mark), newest first.

    One row per change: time (UTC), place, who, what was said before (`old_...`), what since, and why. Text
    that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["at", *_PLACE, "indicator_name", "by", "revision", *(f"old_{name}" for name in _OLD), *_NEW]
    )
    for change in _every(store, engagement, only):
        writer.writerow(_cell(value) for value in _row(change, rubric))
    return out.getvalue().encode("utf-8-sig")


def _every(store: Store, engagement: str, only: ChangeFilter) -> Iterator[Change]:
    found = store.revisions(engagement, only, _FILE_PAGE)
    while found:
        yield from found
        found = store.revisions(engagement, only, _FILE_PAGE, found[-1].mark)


def _row(change: Change, rubric: Rubric) -> list[object]:
    rating, before = change.rating, change.before
    name = rubric.node(rating.indicator).name if rating.indicator in rubric else ""
    old = [None if before is None else getattr(before, field) for field in _OLD]
    place = [getattr(rating, field) for field in _PLACE]
    said = [getattr(rating, field) for field in _NEW]
    at = rating.at.isoformat(timespec="seconds") if rating.at else ""
    return [at, *place, name, rating.author, rating.revision, *old, *said]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return f"{value:g}"
    return "" if value is None else guarded(str(value))


def _nothing(rating: Rating) -> Rating:
    unit, wave, rater, indicator = rating.key
    return Rating(unit=unit, wave=wave, rater=rater, indicator=indicator, state="unknown", withdrawn=True)


def _content(rating: Rating | None) -> dict[str, Any]:
    said = _NOTHING if rating is None else rating
    return said.model_dump(exclude={*_RECORD, *_PLACE})


_NOTHING: Final = Rating(unit="", wave="", rater="", indicator="", state="unknown", withdrawn=True)
