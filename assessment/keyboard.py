"""What is said by key press: a queue of numbered events, each handled exactly once and in order."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assessment import service
from assessment.errors import ChangedElsewhereError, GaplineError, StoreRefusedError
from assessment.ports import RatingKey, Shelf, Store
from assessment.ratings import Confidence, Rating

Action = Literal["score", "na", "unknown", "confidence", "flag", "confirm", "undo"]

_RECORDED: Final = {"by", "why", "restores", "revision", "at", "mark"}
_MOST_CLIENTS: Final = 500
_MOST_WRITTEN: Final = 20_000


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """One thing that was said by key press; it names what the person saw.

    Attributes:
        client: the page that it was typed on; a reload is another one.
        number: 1 for the client's first event, one more for each.
        engagement: id of the engagement; `key` names unit, wave, rater and indicator.
        action: what was said; `value` a score, a reason, a confidence, or whether to come back.
        seen: the revision of the rating that the page showed, 0 for none yet.
    """

    client: str
    number: int
    engagement: str
    key: RatingKey
    action: Action
    value: float | str | bool | None
    seen: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one event: saved, held back because somebody else was quicker, or refused.

    Exactly one of the three is there, but for an undo that had nothing to undo any more.
    """

    event: KeyEvent
    saved: Rating | None = None
    held: Rating | None = None
    refused: GaplineError | None = None


@dataclass(frozen=True, slots=True)
class Handled:
    """The outcomes of a queue, also of events handled before and sent again.

    Attributes:
        acknowledged: client -> the number up to which it need not send again.
        trouble: why the rest of the queue was left for later; None where nothing was.
    """

    outcomes: tuple[Outcome, ...]
    acknowledged: dict[str, int]
    trouble: StoreRefusedError | None = None


@dataclass(slots=True)
class _Client:
    """What was handled for one page; outcomes stay until the page stops sending their events."""

    last: int = 0
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def once(self, event: KeyEvent, handle: Callable[[KeyEvent], Outcome]) -> Outcome | None:
        """The event's outcome, from before where it was handled before; None where that is long settled."""
        if event.number > self.last:
            self.outcomes[event.number] = handle(event)
            self.last = event.number
        return self.outcomes.get(event.number)

    def forget_before(self, number: int) -> None:
        """Drop outcomes that the page has heard of: it no longer sends their events."""
        for old in [known for known in self.outcomes if known < number]:
            del self.outcomes[old]


class Ledger:
    """Which events were handled and where people stand: one for a process, safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clients: OrderedDict[str, _Client] = OrderedDict()
        self._written: OrderedDict[tuple[str, str, RatingKey], int] = OrderedDict()
        self._positions: OrderedDict[tuple[str, ...], str] = OrderedDict()

    def client(self, name: str) -> _Client:
        """The record of one page."""
        with self._lock:
            found = self._clients.setdefault(name, _Client())
            self._clients.move_to_end(name)
            if len(self._clients) > _MOST_CLIENTS:
                self._clients.popitem(last=False)
            return found

    def seen(self, event: KeyEvent, stored: int) -> int:
        """The newest revision that the page knows of: the one it showed, or a newer one of its own.

        Args:
            event: what was said on the page.
            stored: how many revisions there are; what the page wrote beyond is gone, a backup was put back.
        """
        own = self._written.get((event.client, event.engagement, event.key), 0)
        return max(event.seen, own) if own <= stored else event.seen

    def wrote(self, event: KeyEvent, revision: int) -> None:
        """Remember that the page itself made this revision."""
        with self._lock:
            self._written[event.client, event.engagement, event.key] = revision
            if len(self._written) > _MOST_WRITTEN:
                self._written.popitem(last=False)

    def stand(self, place: tuple[str, ...], indicator: str) -> None:
        """Remember where somebody stands; the place is engagement, unit, wave and rater."""
        with self._lock:
            self._positions[place] = indicator
            if len(self._positions) > _MOST_WRITTEN:
                self._positions.popitem(last=False)

    def position(self, place: tuple[str, ...]) -> str | None:
        """Where somebody stood last; None where that is not known."""
        return self._positions.get(place)


class _Sent(BaseModel):
    """One event as the page writes it down."""

    model_config = ConfigDict(strict=True, extra="ignore")

    c: str
    s: int = Field(ge=1)
    p: list[Annotated[str, Field(min_length=1)]] = Field(min_length=4, max_length=4)
    i: str
    a: Action
    v: float | str | bool | None = None
    r: int = Field(default=0, ge=0)

    @model_validator(mode="after")
    def _value_fits_action(self) -> Self:
        value = self.v
        fits = {
            "score": isinstance(value, int | float) and not isinstance(value, bool),
            "na": isinstance(value, str) and bool(value.strip()),
            "confidence": value in get_args(Confidence),
            "flag": isinstance(value, bool),
        }
        if not fits.get(self.a, True):
            raise ValueError("the value does not fit what was done")
        return self

    def event(self) -> KeyEvent:
        engagement, unit, wave, rater = self.p
        return KeyEvent(self.c, self.s, engagement, (unit, wave, rater, self.i), self.a, self.v, self.r)


def parse_events(raw: object) -> list[KeyEvent]:
    """The events of a queue as the page sends it; what is no event is left out.

    Args:
        raw: a list of objects with c (client), s (number), p (engagement, unit, wave, rater), i (indicator),
            a (action), v (value), r (revision seen).
    """
    found = []
    for each in raw if isinstance(raw, list) else []:
        with suppress(ValidationError):
            found.append(_Sent.model_validate(each).event())
    return found


def apply_events(desk: "KeyDesk", events: Iterable[KeyEvent]) -> Handled:
    """Handle the events that were not handled yet, in order; one that fails stops no other.

    Only where the store itself refuses (full, busy, read-only) the rest is left for the next try.

    Args:
        desk: where they are handled.
        events: the queue as the page sent it, perhaps for the second time.
    """
    queues: dict[str, list[KeyEvent]] = {}
    for event in events:
        queues.setdefault(event.client, []).append(event)
    outcomes: list[Outcome] = []
    acknowledged: dict[str, int] = {}
    for name, queue in queues.items():
        client = desk.ledger.client(name)
        with client.lock:
            client.forget_before(min(event.number for event in queue))
            for event in sorted(queue, key=lambda each: each.number):
                try:
                    outcome = client.once(event, desk.handle)
                except StoreRefusedError as error:
                    return Handled(tuple(outcomes), acknowledged, error)
                acknowledged[name] = event.number
                outcomes.extend([outcome] if outcome else [])
    return Handled(tuple(outcomes), acknowledged)


@dataclass(slots=True)
class KeyDesk:
    """What handling an event needs.

    Attributes:
        store: where ratings are saved.
        shelf: where the rubric is found.
        ledger: which events were handled before.
        held: rating key -> what a conflict holds back; what is said next adds to it.
        waiting: rating key -> the note typed before the first score.
        made: rating key -> the newest revision that the person made without a key, in the note or the tag.
    """

    store: Store
    shelf: Shelf
    ledger: Ledger
    held: dict[RatingKey, Rating] = field(default_factory=dict)
    waiting: Mapping[RatingKey, Mapping[str, Any]] = field(default_factory=dict)
    made: Mapping[RatingKey, int] = field(default_factory=dict)

    def handle(self, event: KeyEvent) -> Outcome:
        """Save what one event says.

        Raises:
            StoreRefusedError: the store takes nothing now; the event was not handled.
        """
        try:
            return self._undo(event) if event.action == "undo" else self._say(event)
        except StoreRefusedError:
            raise
        except GaplineError as error:
            return Outcome(event, refused=error)

    def _undo(self, event: KeyEvent) -> Outcome:
        if self.held.pop(event.key, None) is not None:
            return Outcome(event)
        rater = event.key[2]
        past = self.store.history(event.engagement, event.key)
        saved = self.store.undo(event.engagement, event.key, rater, self._seen(event, len(past)))
        self.ledger.wrote(event, saved.revision)
        return Outcome(event, saved=saved)

    def _say(self, event: KeyEvent) -> Outcome:
        past = self.store.history(event.engagement, event.key)
        seen = self._seen(event, len(past))
        before = past[seen - 1] if 0 < seen <= len(past) else None
        wanted = self._wanted(event, before)
        if before and seen == len(past) and event.key not in self.held and _said_already(before, wanted):
            return Outcome(event, saved=before)
        try:
            saved = service.rate(self.store, self.shelf, event.engagement, wanted, seen)
        except ChangedElsewhereError:
            self.held[event.key] = wanted
            return Outcome(event, held=wanted)
        self.held.pop(event.key, None)
        self.ledger.wrote(event, saved.revision)
        return Outcome(event, saved=saved)

    def _seen(self, event: KeyEvent, stored: int) -> int:
        """What the person knew: what the page showed, or what was made on it and was not drawn yet."""
        made = self.made.get(event.key, 0)
        return max(self.ledger.seen(event, stored), made if made <= stored else 0)

    def _wanted(self, event: KeyEvent, shown: Rating | None) -> Rating:
        before = self.held.get(event.key) or shown
        content = {} if before is None else before.model_dump(exclude={"revision", "at", "restores"})
        place = dict(zip(("unit", "wave", "rater", "indicator"), event.key, strict=True))
        typed = self.waiting.get(event.key, {}) if before is None or before.withdrawn else {}
        nothing = {"state": "unknown", "withdrawn": True} if before is None else {}
        return Rating.model_validate({**nothing, **content, **place, **typed, **_changes(event, before)})


def _said_already(before: Rating, wanted: Rating) -> bool:
    """Whether it says nothing new: the same score again keeps also the mark of a doubtful figure."""
    return before.model_dump(exclude=_RECORDED) == wanted.model_dump(exclude=_RECORDED)


def _changes(event: KeyEvent, before: Rating | None) -> dict[str, Any]:
    quiet: dict[str, Any] = {"by": "", "why": ""}
    if event.action == "confidence":
        return {**quiet, "confidence": event.value}
    if event.action == "flag":
        return {**quiet, "flagged": event.value}
    if event.action == "confirm":
        return {**quiet, "proposed": False}
    said = {**quiet, "mark": "", "proposed": False, "withdrawn": False}
    if before is not None and before.state == "na":
        said["note"] = ""
    if event.action == "na":
        return {**said, "state": "na", "score": None, "note": event.value}
    if event.action == "unknown":
        return {**said, "state": "unknown", "score": None}
    return {**said, "state": "scored", "score": event.value}
