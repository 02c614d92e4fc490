"""Following a roadmap through in words: headline, reminders, the table of who does what by when."""

import datetime as dt
from collections.abc import Mapping, Sequence

from assessment.catalogue import Lang, text
from assessment.follow_through import SOON_DAYS, Followed, Reminder, ShareDone
from assessment.outcomes import VERDICTS, Outcome
from assessment.report.numbers import percent, rounded, signed
from assessment.report.shapes import Cell, Column, Table
from assessment.roadmap_records import ALL_DONE, DepartmentPart
from assessment.rubric import Rubric

_DUES = ("start-due", "end-due", "part-due")
_FOLLOW_COLUMNS = (
    ("initiative", "text", 2.4),
    ("track", "text", 1.0),
    ("status", "text", 1.0),
    ("percent", "percent", 0.8),
    ("begins", "text", 1.0),
    ("ends", "text", 1.0),
    ("owner", "text", 1.2),
    ("reason", "text", 2.0),
    ("department", "text", 1.4),
    ("work", "text", 2.0),
    ("head", "text", 1.2),
    ("due", "text", 1.0),
    ("part-percent", "percent", 0.8),
    ("part-reason", "text", 2.0),
    ("reminders", "text", 2.4),
)


def headline(found: Sequence[Followed], lang: Lang) -> str:
    """How many initiatives are late, due, or done."""
    if not found:
        return text("follow.head.nothing", lang)
    urges = [one.urge for one in found]
    done = sum(one.status == "done" for one in found)
    said = {"total": len(found), "late": urges.count("late"), "due": urges.count("due"), "done": done}
    for urge in ("late", "due"):
        if said[urge]:
            one = ".one" if said[urge] == 1 else ""
            return text(f"follow.head.{urge}{one}", lang, days=SOON_DAYS, **said)
    return text("follow.head.done" if done == len(found) else "follow.head.calm", lang, **said)


def beside_said(found: Sequence[Followed], names: Mapping[str, str], lang: Lang) -> str:
    """Which chosen initiatives the plan does not have and nobody has begun; empty for none."""
    if not found:
        return ""
    comma = text("quality.comma", lang)
    return text("follow.beside", lang, names=comma.join(names.get(one.id, one.id) for one in found))


def share_said(share: ShareDone, lang: Lang) -> str:
    """How much is done, against what an even pace would have done by today."""
    said = {"share": percent(share.share), "done": share.done, "total": share.total}
    told = text("follow.share", lang, **said)
    if share.expected is not None:
        told = text("follow.share.expected", lang, told=told, expected=percent(share.expected))
    return text("follow.share.dropped", lang, told=told, dropped=share.dropped) if share.dropped else told


def reminder_said(reminder: Reminder, name: str, names: Mapping[str, str], lang: Lang) -> str:
    """One reminder as a sentence; `names` of the initiatives that it waits for."""
    return text("follow.remind", lang, name=name, what=reminder_short(reminder, names, lang))


def reminder_short(reminder: Reminder, names: Mapping[str, str], lang: Lang) -> str:
    """The same without the initiative's name."""
    said: dict[str, object] = {"days": reminder.days}
    if reminder.part is not None:
        said |= {"part": part_called(reminder.part, lang)}
    if reminder.others:
        comma = text("quality.comma", lang)
        said |= {"others": comma.join(names.get(one, one) for one in reminder.others)}
    today = reminder.kind in _DUES and reminder.days == 0
    one = not today and reminder.days == 1 and lang == "en"
    return text(f"follow.remind.{reminder.kind}{'.today' if today else '.one' if one else ''}", lang, **said)


def part_called(part: DepartmentPart, lang: Lang) -> str:
    """A department with who answers for its part."""
    if not part.head:
        return part.department
    return text("follow.part.head", lang, department=part.department, head=part.head)


def part_said(part: DepartmentPart, lang: Lang) -> str:
    """A department's part in one line: who, what, by when, how far, and why not further."""
    told = part_called(part, lang)
    if part.work:
        told = text("follow.part.work", lang, told=told, work=part.work)
    if part.due:
        told = text("follow.part.due", lang, told=told, due=part.due.isoformat())
    told = text("follow.part.done", lang, told=told, percent=f"{part.percent}%")
    return text("follow.part.reason", lang, told=told, reason=part.reason) if part.reason else told


def follow_table(found: Sequence[Followed], names: Mapping[str, str], lang: Lang) -> Table:
    """Every initiative with status, dates and reasons, a row per department that takes part.

    Percentages are 0..1 as figures; an initiative without departments has one row.
    """
    columns = tuple(
        Column(key, text(f"follow.column.{key}", lang), kind, width)  # type: ignore[arg-type]
        for key, kind, width in _FOLLOW_COLUMNS
    )
    rows, ids = [], []
    for one in found:
        own = _own_cells(one, names, lang)
        told = text("follow.and", lang).join(reminder_short(each, names, lang) for each in one.reminders)
        for part in one.parts or (None,):
            rows.append((*own, *_part_cells(part), Cell(told)))
            ids.append(one.id)
    title = text("follow.table", lang)
    return Table("follow-through", title, columns, tuple(rows), row_ids=tuple(ids))


def _own_cells(one: Followed, names: Mapping[str, str], lang: Lang) -> tuple[Cell, ...]:
    said = one.progress
    return (
        Cell(names.get(one.id, one.id)),
        Cell(text(f"initiative.track.{one.initiative.track}", lang)),
        Cell(text(f"follow.status.{one.status}", lang)),
        _share(one.percent),
        Cell(_day(one.begins)),
        Cell(_day(one.ends)),
        Cell(said.owner if said else ""),
        Cell(said.reason if said else ""),
    )


def _part_cells(part: DepartmentPart | None) -> tuple[Cell, ...]:
    if part is None:
        return (*(Cell("") for _ in range(4)), Cell("", kind="percent"), Cell(""))
    words = (part.department, part.work, part.head, _day(part.due))
    return (*(Cell(word) for word in words), _share(part.percent), Cell(part.reason))


def _share(whole: int) -> Cell:
    return Cell(f"{whole}%", whole / ALL_DONE, "percent")


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def outcomes_said(found: Sequence[Outcome], lang: Lang) -> str:
    """How many nodes came out as projected, above or below, in one sentence."""
    counts = {verdict.replace("-", "_"): sum(one.verdict == verdict for one in found) for verdict in VERDICTS}
    total = len(found) - counts["not_assessed"]
    if not total:
        return text("follow.outcome.none", lang)
    told = text("follow.outcome.head", lang, total=total, **counts)
    if not counts["not_assessed"]:
        return told
    return text("follow.outcome.open", lang, told=told, count=counts["not_assessed"])


def outcome_table(
    found: Sequence[Outcome], rubric: Rubric, names: Mapping[str, str], lang: Lang, most: int | None = None
) -> Table:
    """Projected against re-assessed, a row per node; at most so many unfinished initiatives by name."""
    keys: tuple[tuple[str, str, float], ...] = (
        ("node", "text", 2.4),
        ("before", "score", 1.0),
        ("projected", "score", 1.0),
        ("range", "text", 1.1),
        ("reached", "score", 1.0),
        ("difference", "difference", 1.0),
        ("verdict", "text", 1.3),
        ("unfinished", "text", 2.4),
    )
    columns = tuple(
        Column(key, text(f"follow.outcome.column.{key}", lang), kind, width)  # type: ignore[arg-type]
        for key, kind, width in keys
    )
    rows = tuple(_outcome_cells(one, rubric, _listed(one, names, lang, most), lang) for one in found)
    title = text("follow.outcome.table", lang)
    ids = tuple(one.node for one in found)
    return Table("outcomes", title, columns, rows, row_ids=ids)


def _listed(one: Outcome, names: Mapping[str, str], lang: Lang, most: int | None) -> str:
    """The unfinished initiatives of a node; one more than are listed by name is listed, too."""
    whole = [names.get(each, each) for each in one.unfinished]
    shown = whole if most is None or len(whole) <= most + 1 else whole[:most]
    told = text("quality.comma", lang).join(shown)
    if len(shown) == len(whole):
        return told
    return text("follow.outcome.more", lang, told=told, count=len(whole) - len(shown))


def _outcome_cells(one: Outcome, rubric: Rubric, unfinished: str, lang: Lang) -> tuple[Cell, ...]:
    apart = one.difference
    missing = text("state.unknown", lang)
    span = text("follow.outcome.range", lang, low=rounded(one.low), high=rounded(one.high))
    return (
        Cell(rubric.name_of(one.node, lang)),
        _score(one.before, missing),
        _score(one.projected, missing),
        Cell(span),
        _score(one.reached, missing),
        Cell(missing if apart is None else signed(apart), apart, "difference"),
        Cell(text(f"follow.verdict.{one.verdict}", lang)),
        Cell(unfinished),
    )


def _score(score: float | None, missing: str) -> Cell:
    return Cell(missing if score is None else rounded(score), score, "score")
