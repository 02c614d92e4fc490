"""Where a plan's initiatives stand: the board of phases and tracks, the Gantt chart, the load of the roles.

Places are in units, not in pixels: one phase is 1 wide, one row 1 high, both counted from 0 at the top left.
The screen draws them as HTML and SVG, a slide as shapes of its own.
"""

import calendar
import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

TOLERANCE: Final = 1e-9
GUTTER: Final = 0.18
"""Width, in phases, that bars leave free around the end of each phase; the lines between them run there."""
_WEEKDAYS: Final = 5


class Placed(NamedTuple):
    """An initiative at its place in a plan.

    Attributes:
        track: where it stands on the board.
        start, end: first and last phase, counted from 1.
        after: ids of initiatives that had to be finished before.
        effort: role -> person-months over all its phases.
    """

    id: str
    track: str
    start: int
    end: int
    after: tuple[str, ...] = ()
    effort: Mapping[str, float] = {}

    @property
    def phases(self) -> int:
        """How many phases it takes."""
        return self.end - self.start + 1

    def runs_in(self, phase: int) -> bool:
        """Whether it is being worked on in a phase."""
        return self.start <= phase <= self.end


class Card(NamedTuple):
    """A card of the board: `left` and `width` in phases, `row` inside its lane."""

    id: str
    left: int
    width: int
    row: int


class Lane(NamedTuple):
    """A track of the board; an empty one is one row high."""

    track: str
    cards: tuple[Card, ...]
    rows: int


class Span(NamedTuple):
    """First and last day of a phase, and its working days without weekends and holidays."""

    first: dt.date
    last: dt.date
    days: int


class Bar(NamedTuple):
    """A bar of the Gantt chart: `left` and `width` in phases, one row each."""

    id: str
    track: str
    left: int
    width: int
    row: int
    first: dt.date
    last: dt.date


class Link(NamedTuple):
    """A line from the end of one bar to the beginning of a later one: corners in units, from `before` on."""

    before: str
    after: str
    corners: tuple[tuple[float, float], ...]


class Gantt(NamedTuple):
    """Bars from the first to start to the last, and what depends on what."""

    bars: tuple[Bar, ...]
    links: tuple[Link, ...]


class Load(NamedTuple):
    """A role in a phase, in person-months; `capacity` None where it has no limit."""

    role: str
    phase: int
    load: float
    capacity: float | None

    @property
    def over(self) -> float:
        """How much more is asked than there is; 0 where it fits."""
        if self.capacity is None or self.load <= self.capacity + TOLERANCE:
            return 0.0
        return self.load - self.capacity

    @property
    def share(self) -> float | None:
        """The part of the capacity that is used; None without a limit, infinite where there is none left."""
        if self.capacity is None:
            return None
        if self.capacity <= 0:
            return math.inf if self.load > TOLERANCE else 0.0
        return self.load / self.capacity


def lanes(placed: Iterable[Placed], tracks: Sequence[str]) -> tuple[Lane, ...]:
    """The board, one lane per track, in as few rows as possible.

    Cards are laid from the first phase on, the longer one of two first, each in the highest free row; the
    order of the input does not matter.

    Args:
        placed: the initiatives of the plan.
        tracks: the lanes from the top; a track that is not among them follows below.
    """
    rest = sorted(placed, key=lambda one: (one.start, -one.phases, one.id))
    further = sorted({one.track for one in rest} - set(tracks))
    return tuple(_lane(track, [one for one in rest if one.track == track]) for track in (*tracks, *further))


def _lane(track: str, placed: Sequence[Placed]) -> Lane:
    free: list[int] = []
    cards = []
    for one in placed:
        row = next((place for place, phase in enumerate(free) if phase <= one.start), len(free))
        free[row : row + 1] = [one.end + 1]
        cards.append(Card(one.id, one.start - 1, one.phases, row))
    return Lane(track, tuple(cards), max(1, len(free)))


def spans(start: dt.date, phases: int, months: int, holidays: Iterable[dt.date] = ()) -> tuple[Span, ...]:
    """First and last day of every phase.

    A phase that begins on the 31st ends with a shorter month; the next one begins where it would have begun
    without that.

    Args:
        start: first day of the first phase.
        phases: how many.
        months: length of each, >= 1.
        holidays: days on which nobody works.
    """
    off = frozenset(holidays)
    found = []
    for place in range(phases):
        first = months_later(start, place * months)
        last = months_later(start, (place + 1) * months) - dt.timedelta(days=1)
        found.append(Span(first, last, working_days(first, last, off)))
    return tuple(found)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month; its last one where the month is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_days(first: dt.date, last: dt.date, holidays: Iterable[dt.date] = ()) -> int:
    """Mondays to Fridays from the first to the last day, both among them, without holidays."""
    off = frozenset(holidays)
    days = (first + dt.timedelta(days=step) for step in range((last - first).days + 1))
    return sum(1 for day in days if day.weekday() < _WEEKDAYS and day not in off)


def gantt(placed: Iterable[Placed], dates: Sequence[Span]) -> Gantt:
    """Bars and lines of the Gantt chart.

    Args:
        placed: the initiatives of the plan.
        dates: of the phases, at least as many as are used.
    """
    ordered = sorted(placed, key=lambda one: (one.start, one.end, one.id))
    bars = tuple(
        Bar(
            one.id,
            one.track,
            one.start - 1,
            one.phases,
            row,
            dates[one.start - 1].first,
            dates[one.end - 1].last,
        )
        for row, one in enumerate(ordered)
    )
    of = {bar.id: bar for bar in bars}
    pairs = [(of[before], of[one.id]) for one in ordered for before in sorted(set(one.after)) if before in of]
    channels = _channels(pairs)
    return Gantt(bars, tuple(_link(*pair, channels) for pair in pairs))


def _channels(pairs: Iterable[tuple[Bar, Bar]]) -> Mapping[tuple[int, str], float]:
    """Where the line from a bar turns down at the beginning of a phase: one place per bar, side by side."""
    at: dict[int, list[str]] = {}
    for before, after in sorted(pairs, key=lambda pair: (pair[1].left, -pair[0].row)):
        turning = at.setdefault(after.left, [])
        if before.id not in turning:
            turning.append(before.id)
    return {
        (phase, name): phase + GUTTER * ((place + 1) / (len(turning) + 1) - 0.5)
        for phase, turning in at.items()
        for place, name in enumerate(turning)
    }


def _link(before: Bar, after: Bar, channels: Mapping[tuple[int, str], float]) -> Link:
    """Along the row of the first bar, down (or up) in the gutter where the second begins, and into it."""
    ends, begins = before.left + before.width - GUTTER / 2, after.left + GUTTER / 2
    turn = channels[after.left, before.id]
    height, target = before.row + 0.5, after.row + 0.5
    return Link(before.id, after.id, ((ends, height), (turn, height), (turn, target), (begins, target)))


def loads(placed: Iterable[Placed], phases: int, capacity: Mapping[str, Sequence[float]]) -> tuple[Load, ...]:
    """What every role has to do in every phase; an initiative's effort is spread evenly over its phases.

    Args:
        placed: the initiatives of the plan.
        phases: how many phases the plan has.
        capacity: role -> person-months in each phase; a role that is not among them has no limit and is
            listed after those that are.
    """
    rest = list(placed)
    further = sorted({role for one in rest for role in one.effort} - set(capacity))
    return tuple(
        Load(role, phase, load_of(rest, role, phase), capacity[role][phase - 1] if role in capacity else None)
        for role in (*capacity, *further)
        for phase in range(1, phases + 1)
    )


def load_of(placed: Iterable[Placed], role: str, phase: int) -> float:
    """Person-months that a role spends in a phase."""
    return math.fsum(one.effort.get(role, 0.0) / one.phases for one in placed if one.runs_in(phase))
