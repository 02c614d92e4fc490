"""One person's work on a grid: what was typed, what could not be saved yet and why, and saving it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from assessment import service
from assessment.errors import (
    ChangedElsewhereError,
    GaplineError,
    Problem,
    UnitSignedOffError,
    WaveLockedError,
)
from assessment.grid import Field, Flaw, says_the_same, wanted
from assessment.ports import RatingKey, Store
from assessment.ratings import Rating
from assessment.rubric import Scale

Cell = tuple[str, str]
"""(unit, indicator)"""
_TRIES: Final = 5


class Typed(NamedTuple):
    """The text of one cell, as typed or pasted; `seen` is the revision that the cell showed, 0 for none."""

    unit: str
    indicator: str
    field: Field
    words: str
    seen: int | None = None


class Conflict(NamedTuple):
    """What somebody typed, and what somebody else saved since it was shown."""

    mine: Rating
    theirs: Rating


class Save(NamedTuple):
    """One save: when, and the revisions that it made."""

    at: dt.datetime
    made: tuple[tuple[RatingKey, int], ...]


@dataclass(slots=True)
class Sheet:
    """The ratings of one person in one wave, as the person sees them and as the store has them.

    Attributes:
        known: cell -> the revision that the person saw, or made.
        current: cell -> the revision that the store has.
        others: cell -> what everybody else said last, by rater.
        typed: cell -> the texts that are not saved (yet), by field.
        reasons: cell -> why it is not applicable, where that was asked for.
        closed: unit -> why it takes no ratings.
        saves: every save of this session that was not undone, oldest first.
        trouble: why the last save was refused; None where it was not.
        at: the store's revision up to which `current` is complete.
    """

    engagement: str
    wave: str
    rater: str
    scale: Scale
    known: dict[Cell, Rating] = field(default_factory=dict)
    current: dict[Cell, Rating] = field(default_factory=dict)
    others: dict[Cell, dict[str, Rating]] = field(default_factory=dict)
    typed: dict[Cell, dict[Field, str]] = field(default_factory=dict)
    reasons: dict[Cell, str] = field(default_factory=dict)
    closed: dict[str, GaplineError] = field(default_factory=dict)
    saves: list[Save] = field(default_factory=list)
    trouble: GaplineError | None = None
    at: int = -1

    def key(self, cell: Cell) -> RatingKey:
        """The rating in a cell."""
        return (cell[0], self.wave, self.rater, cell[1])

    def meant(self, cell: Cell) -> Rating | Flaw:
        """The rating that the texts of a cell mean."""
        texts = self.typed.get(cell, {})
        if cell[0] in self.closed:
            last = next(reversed(texts.items()), ("score", ""))
            return Flaw(last[0], Problem("grid-closed", "", found=last[1]))
        return wanted(self.key(cell), self.known.get(cell), texts, self.scale, self.reasons.get(cell, ""))

    def flaws(self) -> dict[Cell, Flaw]:
        """What cannot be saved as it stands, in the order in which it was typed."""
        judged = {cell: self.meant(cell) for cell in self.typed}
        return {cell: found for cell, found in judged.items() if isinstance(found, Flaw)}

    def conflicts(self) -> dict[Cell, Conflict]:
        """What waits for a choice between two values."""
        found = {}
        for cell in self.typed:
            mine, theirs = self.meant(cell), self.current.get(cell)
            if isinstance(mine, Rating) and theirs is not None and self._surprised(cell):
                found[cell] = Conflict(mine, theirs)
        return found

    def elsewhere(self) -> tuple[Cell, ...]:
        """Cells that somebody else changed and nobody typed over."""
        return tuple(cell for cell in self.current if cell not in self.typed and self._overtaken(cell))

    def forget(self, cell: Cell) -> None:
        """Drop what was typed into a cell and is not saved."""
        self.typed.pop(cell, None)
        self.reasons.pop(cell, None)

    def show(self) -> None:
        """Take over what others changed."""
        for cell in self.elsewhere():
            self.known[cell] = self.current[cell]

    def keep_theirs(self, cell: Cell) -> None:
        """Settle a conflict: what is saved stays."""
        self.forget(cell)
        self.known[cell] = self.current[cell]

    def keep_mine(self, cell: Cell) -> None:
        """Settle a conflict: what was typed is saved over what stands there."""
        self.known[cell] = self.current[cell]

    def _overtaken(self, cell: Cell) -> bool:
        theirs, known = self.current.get(cell), self.known.get(cell)
        if theirs is None or (known is not None and known.revision == theirs.revision):
            return False
        return not says_the_same(known, theirs)

    def _surprised(self, cell: Cell) -> bool:
        """Whether an answer came in between; who saw none is not surprised by a proposal."""
        known = self.known.get(cell)
        answered = self.current[cell].counts or (known is not None and known.counts)
        return answered and self._overtaken(cell)

    def _ready(self) -> list[Rating]:
        """What can be saved now; what says nothing new is forgotten."""
        ready = []
        for cell in list(self.typed):
            theirs, found = self.current.get(cell), self.meant(cell)
            if isinstance(found, Flaw):
                continue
            if theirs is not None and (says_the_same(theirs, found) or not self._surprised(cell)):
                self.known[cell] = theirs
            if says_the_same(self.known.get(cell), found):
                self.forget(cell)
            elif theirs is None or not self._surprised(cell):
                ready.append(found)
        return ready

    def _saved(self, ratings: Iterable[Rating]) -> None:
        now, made = dt.datetime.now(dt.UTC), []
        for rating in ratings:
            cell = (rating.unit, rating.indicator)
            before = self.known.get(cell)
            revision = 1 if before is None else before.revision + 1
            saved = rating.model_copy(update={"revision": revision, "at": now})
            self.known[cell] = self.current[cell] = saved
            self.forget(cell)
            made.append((saved.key, revision))
        self.saves.append(Save(now, tuple(made)))


def sheet_of(store: Store, engagement: str, wave: str, rater: str, scale: Scale) -> Sheet:
    """A person's sheet with everything that the person has said so far in a wave."""
    sheet = Sheet(engagement, wave, rater, scale)
    revision = store.revision()
    _take_in(sheet, store.ratings(engagement, wave=wave))
    _look_at_closed(store, sheet)
    sheet.at, sheet.known = revision, dict(sheet.current)
    return sheet


def look(store: Store, sheet: Sheet) -> bool:
    """Learn what changed in the store since the last look; whether there was anything."""
    revision = store.revision()
    if revision == sheet.at:
        return False
    _take_in(sheet, store.changes(sheet.engagement, sheet.at))
    _look_at_closed(store, sheet)
    sheet.at = revision
    return True


def enter(store: Store, sheet: Sheet, texts: Iterable[Typed]) -> None:
    """Take what was typed or pasted, and save what can be saved, all of it in one transaction."""
    for unit, indicator, which, words, seen in texts:
        cell = (unit, indicator)
        if seen is not None and cell not in sheet.typed:
            _go_back(store, sheet, cell, seen)
        sheet.typed[cell] = {**sheet.typed.get(cell, {}), which: words}
        if which == "score":
            sheet.reasons.pop(cell, None)
    settle(store, sheet)


def _go_back(store: Store, sheet: Sheet, cell: Cell, seen: int) -> None:
    """Let the sheet know what the person saw who typed, where somebody else's change came in between."""
    known, key = sheet.known.get(cell), sheet.key(cell)
    if known is None or seen >= known.revision:
        return
    if any((key, known.revision) in save.made for save in sheet.saves):
        return
    past = store.history(sheet.engagement, key)
    sheet.known.pop(cell)
    sheet.known.update({cell: past[seen - 1]} if seen else {})


def settle(store: Store, sheet: Sheet) -> None:
    """Save everything that can be saved, all or nothing; what cannot stays typed, and the sheet says why.

    A rating that somebody else changed since it was shown is left out and becomes a conflict.
    """
    for _ in range(_TRIES):
        sheet.trouble = None
        try:
            look(store, sheet)
            ready = sheet._ready()  # noqa: SLF001 - the two halves of one thought
            if not ready:
                return
            seen = {rating.key: _revision(sheet, rating) for rating in ready}
            store.save_ratings(sheet.engagement, ready, seen)
        except (ChangedElsewhereError, WaveLockedError, UnitSignedOffError) as error:
            sheet.trouble, sheet.at = error, -1
            continue
        except GaplineError as error:
            sheet.trouble = error
            return
        sheet._saved(ready)  # noqa: SLF001
        return


def undo_last(store: Store, sheet: Sheet) -> tuple[tuple[RatingKey, GaplineError], ...]:
    """Undo everything of the last save; what could not be undone, and why."""
    if not sheet.saves:
        return ()
    last, failed = sheet.saves.pop(), []
    for key, revision in last.made:
        cell = (key[0], key[3])
        try:
            found = store.undo(sheet.engagement, key, sheet.rater, revision)
        except GaplineError as error:
            failed.append((key, error))
        else:
            sheet.known[cell] = sheet.current[cell] = found
            sheet.saves = [_moved(save, key, found) for save in sheet.saves]
    look(store, sheet)
    return tuple(failed)


def _moved(save: Save, key: RatingKey, found: Rating) -> Save:
    """An earlier save, which stands again under a new revision number since `found` brought it back."""
    back = (key, found.restores)
    return save._replace(made=tuple((key, found.revision) if one == back else one for one in save.made))


def _revision(sheet: Sheet, rating: Rating) -> int:
    known = sheet.known.get((rating.unit, rating.indicator))
    return 0 if known is None else known.revision


def _take_in(sheet: Sheet, ratings: Iterable[Rating]) -> None:
    for rating in ratings:
        cell = (rating.unit, rating.indicator)
        if (rating.wave, rating.rater) == (sheet.wave, sheet.rater):
            sheet.current[cell] = rating
        elif rating.wave == sheet.wave:
            sheet.others.setdefault(cell, {})[rating.rater] = rating


def _look_at_closed(store: Store, sheet: Sheet) -> None:
    locked = service.wave_of(store, sheet.engagement, sheet.wave).locked
    signed = {
        entry.unit: entry.signed for entry in store.sign_offs(sheet.engagement) if entry.wave == sheet.wave
    }
    units = [unit.id for unit in store.units(sheet.engagement)]
    sheet.closed = {
        unit: WaveLockedError(sheet.wave) if locked else UnitSignedOffError(unit, sheet.wave)
        for unit in units
        if locked or signed.get(unit)
    }
