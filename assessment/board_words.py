"""A plan in words: phases and their dates, its initiatives and the load of its roles as tables."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from assessment.board import Gantt, Lane, Load, Placed, Span, gantt, lanes, loads
from assessment.catalogue import Lang, text
from assessment.report.numbers import percent, rounded
from assessment.report.shapes import Cell, Column, Table
from assessment.roadmap import PlanCase

_BREAK: Final = "|"


@dataclass(frozen=True)
class NamedPlan:
    """What the pictures of a plan need.

    Attributes:
        placed: where the initiatives stand.
        dates: of all phases.
        names, tracks, roles: names by id; tracks and roles in the order in which they are shown.
        capacity: role -> person-months in each phase; a role that is not among them has no limit.
        pinned: initiatives that somebody put into their phase.
        broken: initiatives that break a rule where they stand.
        lang: the reader's language.
    """

    placed: tuple[Placed, ...]
    dates: tuple[Span, ...]
    names: Mapping[str, str]
    tracks: Mapping[str, str]
    roles: Mapping[str, str]
    capacity: Mapping[str, Sequence[float]]
    lang: Lang
    pinned: frozenset[str] = field(default=frozenset())
    broken: frozenset[str] = field(default=frozenset())

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """The board."""
        return lanes(self.placed, tuple(self.tracks))

    @cached_property
    def gantt(self) -> Gantt:
        """The Gantt chart."""
        return gantt(self.placed, self.dates)

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """What the roles have to do, in the order of the roles."""
        found = loads(self.placed, len(self.dates), self.capacity)
        order = {role: place for place, role in enumerate(self.roles)}
        return tuple(sorted(found, key=lambda one: (order.get(one.role, len(order)), one.role, one.phase)))

    @cached_property
    def by_id(self) -> Mapping[str, Placed]:
        """Where an initiative stands."""
        return {one.id: one for one in self.placed}

    def named(self, initiative: str) -> str:
        """The name of an initiative, also of one that is not planned."""
        return self.names.get(initiative, initiative)

    def role(self, role: str) -> str:
        """The name of a role."""
        return self.roles.get(role, role)

    def track(self, track: str) -> str:
        """The name of a track."""
        return self.tracks.get(track, track)


def placed_in(case: PlanCase, starts: Mapping[str, int]) -> tuple[Placed, ...]:
    """The tasks that are planned, at their places; a start of a task that is not there is left out.

    What takes longer than it did when the plan was made ends with the last phase.
    """
    tasks, last = {task.id: task for task in case.tasks}, case.settings.phases
    return tuple(
        Placed(
            task.id,
            task.track,
            start,
            min(last, start + task.phases - 1),
            tuple(sorted(task.predecessors)),
            task.effort,
        )
        for task, start in ((tasks[name], start) for name, start in starts.items() if name in tasks)
        if start <= last
    )


def track_name(track: str, lang: Lang) -> str:
    """A track in the reader's language."""
    return text(f"roadmap.track.{track}", lang)


def phase_name(phase: int, lang: Lang) -> str:
    """A phase, counted from 1."""
    return text("roadmap.phase", lang, phase=phase)


def phases_said(start: int, end: int, lang: Lang) -> str:
    """One phase or several, such as "phases 2-3"."""
    if start == end:
        return phase_name(start, lang)
    return text("roadmap.phases", lang, start=start, end=end)


def dates_said(span: Span, lang: Lang) -> str:
    """Whole months by their names, other spans by their days."""
    return _dates(span, lang).replace(_BREAK, "")


def date_lines(span: Span, lang: Lang) -> tuple[str, ...]:
    """The same over two lines, for the head of a narrow column."""
    return tuple(line.strip() for line in _dates(span, lang).split(_BREAK))


def _dates(span: Span, lang: Lang) -> str:
    """The dates, with a mark where a line may end."""
    first, last = span.first, span.last
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return text("roadmap.days", lang, first=first.isoformat(), last=last.isoformat())
    months = {"month": _month(first.month, lang), "until": _month(last.month, lang)}
    years = {"year": str(first.year), "until_year": str(last.year)}
    key = "roadmap.months.years" if first.year != last.year else "roadmap.months"
    if (first.year, first.month) == (last.year, last.month):
        key = "roadmap.months.one"
    return text(key, lang, **months, **years)


def _month(month: int, lang: Lang) -> str:
    return text("roadmap.month-names", lang).split()[month - 1]


def months_said(months: float, lang: Lang) -> str:
    """Person-months, with one decimal where they are not whole."""
    whole = abs(months - round(months)) < 0.05  # noqa: PLR2004 - rounds to a whole figure
    return text("roadmap.person-months", lang, months=rounded(months, 0 if whole else 1))


def hover_of(plan: NamedPlan, one: Placed) -> str:
    """What hovering over an initiative says: name, phases, dates, effort by role, what it waits for."""
    lang = plan.lang
    span = Span(plan.dates[one.start - 1].first, plan.dates[one.end - 1].last, 0)
    comma = text("robustness.comma", lang)
    lines = [
        plan.named(one.id),
        text(
            "roadmap.hover.when",
            lang,
            phases=phases_said(one.start, one.end, lang),
            dates=dates_said(span, lang),
        ),
    ]
    effort = [
        text("roadmap.hover.role", lang, role=plan.role(role), months=months_said(months, lang))
        for role, months in one.effort.items()
        if months
    ]
    lines += [comma.join(effort)] if effort else []
    if one.after:
        names = comma.join(plan.named(other) for other in one.after)
        lines.append(text("roadmap.hover.after", lang, names=names))
    return "\n".join(lines)


def plan_table(plan: NamedPlan, left_out: Mapping[str, str]) -> Table:
    """A row per initiative in the order of the Gantt chart; those that are left out follow, with the reason.

    Args:
        plan: the plan.
        left_out: initiative -> why it is not planned.
    """
    lang = plan.lang
    columns = (
        Column("initiative", text("roadmap.column.initiative", lang), width=2.6),
        Column("track", text("roadmap.column.track", lang)),
        Column("start", text("roadmap.column.start", lang), "count"),
        Column("end", text("roadmap.column.end", lang), "count"),
        Column("first", text("roadmap.column.first", lang)),
        Column("last", text("roadmap.column.last", lang)),
        *(Column(f"role-{role}", plan.role(role), "difference") for role in plan.roles),
        Column("after", text("roadmap.column.after", lang), width=2.0),
        Column("note", text("roadmap.column.note", lang), width=2.0),
    )
    rows = tuple(
        _row(plan, plan.by_id[bar.id], bar.first.isoformat(), bar.last.isoformat()) for bar in plan.gantt.bars
    )
    absent = (Cell("–"), Cell("–"), Cell("–"), Cell("–"))
    rest = tuple(
        (Cell(plan.named(one)), Cell("–"), *absent, *(Cell("–") for _ in plan.roles), Cell(""), Cell(why))
        for one, why in left_out.items()
    )
    ids = (*(bar.id for bar in plan.gantt.bars), *left_out)
    return Table("roadmap.plan", text("roadmap.table.plan", lang), columns, rows + rest, row_ids=ids)


def _row(plan: NamedPlan, one: Placed, first: str, last: str) -> tuple[Cell, ...]:
    lang = plan.lang
    marks = [text("roadmap.pinned", lang)] if one.id in plan.pinned else []
    marks += [text("roadmap.broken", lang)] if one.id in plan.broken else []
    return (
        Cell(plan.named(one.id)),
        Cell(plan.track(one.track)),
        Cell(str(one.start), one.start, "count"),
        Cell(str(one.end), one.end, "count"),
        Cell(first),
        Cell(last),
        *(_months(one.effort.get(role, 0.0)) for role in plan.roles),
        Cell(text("robustness.comma", lang).join(plan.named(other) for other in one.after)),
        Cell(text("robustness.comma", lang).join(marks)),
    )


def _months(months: float) -> Cell:
    return Cell(rounded(months), months, "score", "scored")


def load_table(plan: NamedPlan) -> Table:
    """A row per role and phase: person-months asked, there, and the share that is used."""
    lang = plan.lang
    columns = (
        Column("role", text("roadmap.column.role", lang), width=2.0),
        Column("phase", text("roadmap.column.phase", lang), "count"),
        Column("load", text("roadmap.column.load", lang), "score"),
        Column("capacity", text("roadmap.column.capacity", lang), "score"),
        Column("share", text("roadmap.column.share", lang), "percent"),
        Column("over", text("roadmap.column.over", lang), "score"),
    )
    rows = tuple(
        (
            Cell(plan.role(one.role)),
            Cell(str(one.phase), one.phase, "count"),
            _months(one.load),
            Cell(text("roadmap.unlimited", lang)) if one.capacity is None else _months(one.capacity),
            _share(one, lang),
            _months(one.over) if one.over else Cell("–"),
        )
        for one in plan.loads
    )
    return Table("roadmap.load", text("roadmap.table.load", lang), columns, rows)


def _share(one: Load, lang: Lang) -> Cell:
    if one.share is None:
        return Cell("–")
    if one.share == float("inf"):
        return Cell(text("roadmap.no-capacity", lang))
    return Cell(percent(one.share), one.share, "percent", "scored")
