"""Following a roadmap through: what is due, what is late today, and how much is done."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from assessment.board import Span, spans
from assessment.initiatives import TRACKS, Initiative
from assessment.plan_recipe import phases_taken
from assessment.roadmap import PlanSettings
from assessment.roadmap_records import ALL_DONE, DepartmentPart, KeptPlan, PickedInitiative, Progress, Status

SOON_DAYS: Final = 30
"""What begins or ends within so many days from today is due."""

Urge = Literal["late", "due", "calm", "settled"]
"""Late: a day has passed; due: one is near; calm: neither; settled: nothing more is expected."""
URGES: Final[tuple[Urge, ...]] = ("late", "due", "calm", "settled")
ReminderKind = Literal[
    "end-late",
    "part-late",
    "start-late",
    "delayed",
    "held-up",
    "end-due",
    "part-due",
    "start-due",
]
_LATE: Final[frozenset[ReminderKind]] = frozenset(
    {"end-late", "part-late", "start-late", "delayed", "held-up"}
)


class Reminder(NamedTuple):
    """One thing that somebody has to do something about.

    Attributes:
        initiative: its id.
        kind: what it is about.
        days: days since the day that passed, or until the one that is near; 0 for today and without a day.
        part: the department whose part it is; None where it is the whole initiative.
        others: ids of unfinished initiatives that it waits for.
    """

    initiative: str
    kind: ReminderKind
    days: int = 0
    part: DepartmentPart | None = None
    others: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        """Whether a day has passed, or something stands still; else it is only near."""
        return self.kind in _LATE


@dataclass(frozen=True)
class Followed:
    """One initiative as it stands today.

    Attributes:
        item: what was chosen.
        progress: what was said last; None where nothing was.
        phases: first and last phase of its work in the plan; None where the plan leaves it out.
        begins, ends: first and last day: what was agreed, else the plan's; None where neither says any.
        reminders: what somebody has to do something about, the most pressing first.
    """

    item: PickedInitiative
    progress: Progress | None
    phases: tuple[int, int] | None
    begins: dt.date | None
    ends: dt.date | None
    reminders: tuple[Reminder, ...] = ()

    @property
    def id(self) -> str:
        """Id of the initiative."""
        return self.item.id

    @property
    def initiative(self) -> Initiative:
        """The initiative with its values."""
        return self.item.initiative

    @property
    def status(self) -> Status:
        """Where it stands; not started where nothing was said."""
        return "not-started" if self.progress is None else self.progress.status

    @property
    def percent(self) -> int:
        """How much of it is done, 0 to 100."""
        return 0 if self.progress is None else self.progress.percent

    @property
    def parts(self) -> tuple[DepartmentPart, ...]:
        """Who contributes what by when."""
        return () if self.progress is None else self.progress.parts

    @property
    def urge(self) -> Urge:
        """How pressing it is today."""
        if self.progress is not None and self.progress.settled:
            return "settled"
        if not self.reminders:
            return "calm"
        return "late" if any(one.late for one in self.reminders) else "due"


class ShareDone(NamedTuple):
    """How much of some initiatives is done, weighted with their effort; dropped ones are left out.

    Attributes:
        total: how many they are.
        done: how many of them are finished.
        dropped: how many were given up, besides.
        share: 0..1; 0 where there are none.
        expected: the share that would be done today if work went on evenly between the first and the last
            day of each; None where one of them has no days.
    """

    total: int
    done: int
    dropped: int
    share: float
    expected: float | None


def followed(
    items: Iterable[PickedInitiative],
    progress: Iterable[Progress],
    plan: KeptPlan | None,
    today: dt.date,
) -> tuple[Followed, ...]:
    """Every initiative of a unit as it stands today, the most pressing first.

    Args:
        items: what the unit has chosen.
        progress: what was said of them last.
        plan: the one that is carried out; None for none: then only agreed days count.
        today: the day of reading.
    """
    chosen, said = list(items), {one.initiative: one for one in progress}
    planned = {} if plan is None else planned_phases(plan, [item.initiative for item in chosen])
    dates = () if plan is None else phase_dates(plan.settings)
    found = [_followed(item, said.get(item.id), planned.get(item.id), dates) for item in chosen]
    unfinished = {one.id for one in found if one.urge != "settled"}
    reminded = [_reminded(one, unfinished, today) for one in found]
    return tuple(sorted(reminded, key=_pressing))


def planned_phases(plan: KeptPlan, items: Iterable[Initiative]) -> dict[str, tuple[int, int]]:
    """First and last phase of the work on each initiative that the plan has, as long as it took then."""
    starts = plan.plan.starts
    return {
        item.id: (starts[item.id], starts[item.id] + phases_taken(plan, item) - 1)
        for item in items
        if item.id in starts
    }


def phase_dates(settings: PlanSettings) -> tuple[Span, ...]:
    """First and last day of every phase; none for a plan without dates."""
    if settings.start is None:
        return ()
    return spans(settings.start, settings.phases, settings.phase_months, settings.holidays)


def share_done(found: Sequence[Followed], today: dt.date) -> ShareDone:
    """How much of these initiatives is done; by number where none of them takes any effort."""
    kept = [one for one in found if one.status != "dropped"]
    efforts = [one.initiative.total_effort for one in kept]
    weights = efforts if any(efforts) else [1.0] * len(kept)
    whole = math.fsum(weights)
    expected = [_expected(one, today) for one in kept]
    known = [share for share in expected if share is not None]
    return ShareDone(
        total=len(kept),
        done=sum(one.status == "done" for one in kept),
        dropped=len(found) - len(kept),
        share=_mean(weights, [one.percent / ALL_DONE for one in kept]) if whole else 0.0,
        expected=_mean(weights, known) if whole and len(known) == len(kept) else None,
    )


def by_track(found: Sequence[Followed], today: dt.date) -> dict[str, ShareDone]:
    """How much is done in each track that occurs, in the order of the plan's board."""
    tracks = [track for track in TRACKS if any(one.initiative.track == track for one in found)]
    return {
        track: share_done([one for one in found if one.initiative.track == track], today) for track in tracks
    }


def by_phase(found: Sequence[Followed], today: dt.date) -> dict[int, ShareDone]:
    """How much is done of what the plan finishes in each phase; what it leaves out is in none."""
    last = {one.id: one.phases[1] for one in found if one.phases}
    return {
        phase: share_done([one for one in found if last.get(one.id) == phase], today)
        for phase in sorted(set(last.values()))
    }


def _followed(
    item: PickedInitiative, said: Progress | None, phases: tuple[int, int] | None, dates: Sequence[Span]
) -> Followed:
    begins, ends = (None, None) if said is None else (said.begins, said.ends)
    if phases and dates:
        first, last = (dates[min(phase, len(dates)) - 1] for phase in phases)
        begins, ends = begins or first.first, ends or last.last
    return Followed(item, said, phases, begins, ends)


def _reminded(one: Followed, unfinished: set[str], today: dt.date) -> Followed:
    if one.urge == "settled":
        return one
    waits = tuple(other for other in one.initiative.predecessors if other in unfinished)
    found = [*_own(one, waits, today), *_of_parts(one, today)]
    ordered = tuple(sorted(found, key=_weight))
    return Followed(one.item, one.progress, one.phases, one.begins, one.ends, ordered)


def _own(one: Followed, waits: tuple[str, ...], today: dt.date) -> list[Reminder]:
    """What the initiative as a whole calls for."""
    found = []
    if one.ends is not None:
        found += _near(Reminder(one.id, "end-late"), "end-due", one.ends, today)
    over = any(reminder.kind == "end-late" for reminder in found)
    if one.begins is not None and one.status == "not-started" and not over:
        found += _near(Reminder(one.id, "start-late"), "start-due", one.begins, today)
    if one.status == "delayed" and not over:
        found.append(Reminder(one.id, "delayed"))
    under_way = one.begins is not None and one.begins <= today
    if waits and under_way and one.status != "running":
        found.append(Reminder(one.id, "held-up", others=waits))
    return found


def _of_parts(one: Followed, today: dt.date) -> list[Reminder]:
    """What the departments' parts call for."""
    found = []
    for part in one.parts:
        if part.due is not None and not part.done:
            found += _near(Reminder(one.id, "part-late", part=part), "part-due", part.due, today)
    return found


def _near(late: Reminder, due: ReminderKind, day: dt.date, today: dt.date) -> list[Reminder]:
    """A reminder where the day has passed, or is near; the last day itself has not passed."""
    days = (day - today).days
    if days < 0:
        return [late._replace(days=-days)]
    return [late._replace(kind=due, days=days)] if days <= SOON_DAYS else []


def _weight(reminder: Reminder) -> tuple[bool, int]:
    """Late ones first, the longest overdue at the head; then the nearest."""
    return (not reminder.late, -reminder.days if reminder.late else reminder.days)


def _pressing(one: Followed) -> tuple[int, tuple[bool, int], dt.date, str]:
    first = _weight(one.reminders[0]) if one.reminders else (True, 0)
    return (URGES.index(one.urge), first, one.ends or dt.date.max, one.id)


def _expected(one: Followed, today: dt.date) -> float | None:
    """The share that would be done today if work went on evenly, the first and the last day included."""
    if one.begins is None or one.ends is None:
        return None
    days = (one.ends - one.begins).days + 1
    return min(max(((today - one.begins).days + 1) / days, 0.0), 1.0) if days > 0 else 1.0


def _mean(weights: Sequence[float], shares: Sequence[float]) -> float:
    return math.fsum(w * s for w, s in zip(weights, shares, strict=True)) / math.fsum(weights)
