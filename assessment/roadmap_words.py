"""What a plan amounts to, in sentences."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.board_words import phase_name, phases_said
from assessment.catalogue import Lang, text
from assessment.report.numbers import percent, rounded, signed
from assessment.report.shapes import Cell, Column, Table
from assessment.roadmap import Plan

_UNCHOSEN = {"problem.predecessor", "problem.unreachable", "problem.need-pick"}
_BEHIND = {"problem.after-blocked", "problem.need-blocked"}
_LITTLE = 0.0005
"""A share that reads as nothing."""


def headline(plan: Plan, phases: int, lang: Lang) -> str:
    """How many initiatives fit into how many phases; how many lack what nobody chose."""
    planned, left, lacking = len(plan.starts), len(plan.left_out), len(_lacking(plan))
    said = {
        "planned": planned,
        "lacking": lacking,
        "total": planned + left,
        "left": left,
        "phases": phases,
        "used": plan.finished,
    }
    if lacking:
        which = "all" if lacking == left else "one" if lacking == 1 else "some"
        return text(f"roadmap.head.lacking.{which}{'-one' if left == 1 else ''}", lang, **said)
    if not planned:
        return text("roadmap.head.nothing", lang, **said)
    if not left:
        return text("roadmap.head.all" if planned > 1 else "roadmap.head.one", lang, **said)
    return text("roadmap.head.some" if left > 1 else "roadmap.head.some-one", lang, **said)


def _lacking(plan: Plan) -> set[str]:
    """What is left out because nobody chose what has to come before it, or before what it waits for."""
    found = {left.task for left in plan.left_out if left.why.code in _UNCHOSEN}
    behind = [left for left in plan.left_out if left.why.code in _BEHIND]
    while more := {left.task for left in behind if found.intersection(left.why.tasks[1:])} - found:
        found |= more
    return found


def proof(plan: Plan, lang: Lang) -> str:
    """How good the plan is: proved best, or the share of the best possible value that it surely reaches.

    Empty where nothing is known about other plans.
    """
    if plan.bound <= 0:
        return ""
    if plan.proved:
        return text("roadmap.proof.best", lang)
    share = {"share": f"{rounded(math.floor(1000 * (1 - plan.short_of_bound)) / 10)}%"}
    return text("roadmap.proof.stopped" if plan.stopped else "roadmap.proof.open", lang, **share)


def against_greedy(plan: Plan, lang: Lang) -> str:
    """The value beside that of taking the most useful initiative first; empty where there is none."""
    if plan.value <= 0:
        return ""
    share = plan.greedy_value / plan.value
    value = rounded(plan.value)
    if abs(share - 1) < _LITTLE:
        return text("roadmap.greedy.same", lang, value=value)
    greedy = rounded(plan.greedy_value)
    if share > 1:
        return text("roadmap.greedy.more", lang, value=value, greedy=greedy, more=percent_fine(share - 1))
    return text("roadmap.greedy", lang, value=value, greedy=greedy, less=percent_fine(1 - share))


def percent_fine(share: float) -> str:
    """Whole per cent; one decimal below ten, so that little is not said to be nothing."""
    return percent(share) if share > 0.0995 or share < _LITTLE else f"{rounded(share * 100, 1)}%"  # noqa: PLR2004


def by_hand(before: Plan, after: Plan, lang: Lang) -> str:
    """What moving by hand costs in value, or brings."""
    change = after.value - before.value
    said = {"before": rounded(before.value), "after": rounded(after.value), "change": signed(change)}
    if abs(change) < _LITTLE:
        return text("roadmap.hand.same", lang, **said)
    return text("roadmap.hand.less" if change < 0 else "roadmap.hand.more", lang, **said)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two plans to compare: its name, its plan, and how many phases each initiative takes in it."""

    name: str
    plan: Plan
    lengths: Mapping[str, int]

    def where(self, initiative: str, lang: Lang) -> str:
        """The phases of an initiative, or that it is not planned."""
        start = self.plan.starts.get(initiative)
        if start is None:
            return text("roadmap.not-planned", lang)
        return phases_said(start, start + self.lengths.get(initiative, 1) - 1, lang)


def sides_table(one: Side, other: Side, names: Mapping[str, str], lang: Lang) -> Table:
    """A row per initiative of either plan, those that moved furthest first."""

    def shift(name: str) -> float:
        here, there = one.plan.starts.get(name), other.plan.starts.get(name)
        if here is None or there is None:
            return 0.0 if here is there else float("inf")
        return abs(there - here)

    known = sorted(
        {
            *one.plan.starts,
            *other.plan.starts,
            *(left.task for side in (one, other) for left in side.plan.left_out),
        },
        key=lambda name: (-shift(name), one.plan.starts.get(name, 99), name),
    )
    columns = (
        Column("initiative", text("roadmap.column.initiative", lang), width=2.6),
        Column("one", one.name, width=1.4),
        Column("other", other.name, width=1.4),
        Column("change", text("roadmap.column.change", lang), width=1.4),
    )
    rows = tuple(
        (
            Cell(names.get(name, name)),
            Cell(one.where(name, lang)),
            Cell(other.where(name, lang)),
            Cell(_change(one.plan.starts.get(name), other.plan.starts.get(name), lang)),
        )
        for name in known
    )
    return Table("roadmap.compare", text("roadmap.table.compare", lang), columns, rows, row_ids=tuple(known))


def _change(here: int | None, there: int | None, lang: Lang) -> str:
    if here == there:
        return text("roadmap.change.none", lang)
    if here is None or there is None:
        return text("roadmap.change.added" if here is None else "roadmap.change.dropped", lang)
    count = abs(there - here)
    key = "roadmap.change.later" if there > here else "roadmap.change.earlier"
    return text(f"{key}.one" if count == 1 else key, lang, count=count)


def figures_table(one: Side, other: Side, lang: Lang) -> Table:
    """Value, bound, planned and left-out initiatives, effort and last phase of two plans, side by side."""

    def row(key: str, values: tuple[str, str], change: str) -> tuple[Cell, ...]:
        return (Cell(text(f"roadmap.figure.{key}", lang)), *map(Cell, values), Cell(change))

    a, b = one.plan, other.plan
    rows = (
        row("value", (rounded(a.value), rounded(b.value)), signed(b.value - a.value)),
        row("planned", (str(len(a.starts)), str(len(b.starts))), signed(len(b.starts) - len(a.starts), 0)),
        row("effort", (rounded(a.effort), rounded(b.effort)), signed(b.effort - a.effort)),
        row(
            "finished",
            (phase_name(a.finished, lang), phase_name(b.finished, lang)),
            signed(b.finished - a.finished, 0),
        ),
        row("proved", (proof(a, lang) or "–", proof(b, lang) or "–"), ""),
    )
    columns = (
        Column("figure", text("roadmap.column.figure", lang), width=1.6),
        Column("one", one.name, width=1.8),
        Column("other", other.name, width=1.8),
        Column("change", text("roadmap.column.change", lang)),
    )
    return Table("roadmap.figures", text("roadmap.table.figures", lang), columns, rows)
