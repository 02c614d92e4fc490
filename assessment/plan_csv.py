"""Plans as CSV: initiatives, nodes and capacities in, the plan out (docs/planning.md describes the files)."""

import csv
import io
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from assessment.board import spans
from assessment.catalogue import Lang, text
from assessment.csv_table import Row, read_table
from assessment.errors import Problem
from assessment.initiative_checks import Defect, lifted_node, needed_node
from assessment.initiatives import Initiative, Lift, Prerequisite
from assessment.plan_case import own_stakes, task_of
from assessment.roadmap import Plan, PlanCase, PlanSettings, Stake, Task
from assessment.rubric import Rubric
from assessment.spreadsheet_text import guarded, unguarded

BUDGET_ROW: Final = "budget"
_MOST_PHASES: Final = 500
_TEXTS: Final = ("name", "name_zh", "track")
_NUMBERS: Final = ("months", "cost", "benefit")
_PAIRS: Final = ("effort", "lifts", "needs")
_LISTS: Final = ("predecessors",)
_PHASES: Final = ("pinned", "earliest", "latest")
_FLAGS: Final = ("required", "excluded", "either_or")
_COLUMNS: Final = (*_TEXTS, *_NUMBERS, *_PAIRS, *_LISTS, *_PHASES, *_FLAGS)
OUT_COLUMNS: Final = (
    *("initiative", "name", "track", "state", "start", "end", "first_day", "last_day"),
    *("effort", "cost", "why"),
)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a file of initiatives says.

    Attributes:
        initiatives: in the file's order.
        benefits: initiative -> value in importance-weighted levels, where the file gives it directly.
        demands: settings that the file makes: pinned, required and so on.
    """

    initiatives: tuple[Initiative, ...] = ()
    benefits: Mapping[str, float] = field(default_factory=dict)
    demands: Mapping[str, Any] = field(default_factory=dict)


def read_initiatives(
    content: str, source: str, rubric: Rubric | None = None
) -> tuple[PlanFile, list[Problem]]:
    """The initiatives of a CSV, and everything wrong with its cells.

    Args:
        content: the file's text.
        source: the file as the person named it.
        rubric: whose nodes may be named; None where a file of nodes says which there are.
    """
    rows, problems = read_table(content, source, ("id",), _COLUMNS)
    reader = _Cells(problems, rubric)
    initiatives = tuple(_initiative(row, reader) for row in rows)
    benefits = {row.get("id"): reader.number(row, "benefit") for row in rows if row.get("benefit")}
    demands: dict[str, Any] = {
        column: {row.get("id"): reader.phase(row, column) for row in rows if row.get(column)}
        for column in _PHASES
    }
    for column in ("required", "excluded"):
        demands[column] = tuple(sorted(row.get("id") for row in rows if row.get(column)))
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.get("either_or"):
            groups.setdefault(row.get("either_or"), []).append(row.get("id"))
    demands["either_or"] = tuple(sorted(tuple(sorted(group)) for group in groups.values()))
    return PlanFile(initiatives, benefits, demands), problems


def read_stakes(content: str, source: str) -> tuple[tuple[Stake, ...], list[Problem]]:
    """Level, target and importance of nodes; an empty cell is not known."""
    rows, problems = read_table(
        content, source, ("node",), ("name", "name_zh", "level", "target", "importance")
    )
    reader = _Cells(problems)
    reader.once(rows, "node")
    stakes = tuple(
        Stake(
            id=row.get("node"),
            name=unguarded(row.get("name")),
            name_zh=unguarded(row.get("name_zh")),
            **{
                key: reader.number(row, key) if row.get(key) else None
                for key in ("level", "target", "importance")
            },
        )
        for row in rows
    )
    return stakes, problems


def read_capacity(content: str, source: str) -> tuple[dict[str, Any], list[Problem]]:
    """Person-months of every role in every phase, a column per phase; the row `budget` holds the budget.

    Returns:
        `phases`, `capacity` and, where there is such a row, `budget` of `PlanSettings`.
    """
    numbered = tuple(str(phase) for phase in range(1, _MOST_PHASES + 1))
    rows, problems = read_table(content, source, ("role", "1"), numbered[1:])
    reader = _Cells(problems)
    reader.once(rows, "role")
    phases = max((int(column) for row in rows for column in row.columns if column in numbered), default=0)
    found = {
        row.get("role"): tuple(
            reader.number(row, phase) if row.get(phase) else 0.0 for phase in numbered[:phases]
        )
        for row in rows
    }
    budget = found.pop(BUDGET_ROW, None)
    settings: dict[str, Any] = {"phases": phases, "capacity": found}
    return settings | ({"budget": budget} if budget is not None else {}), problems


def case_of_files(read: PlanFile, stakes: Sequence[Stake], settings: PlanSettings) -> PlanCase:
    """A case from files alone; a benefit that is given directly is a gap of its own."""
    tasks = tuple(task_of(one, None, settings, read.benefits.get(one.id, 0.0)) for one in read.initiatives)
    return PlanCase(tasks=tasks, stakes=(*stakes, *own_stakes(read.benefits)), settings=settings)


def with_demands(settings: PlanSettings, read: PlanFile) -> PlanSettings:
    """The settings with what the file of initiatives asks for."""
    return settings.model_copy(update={key: value for key, value in read.demands.items() if value})


def plan_to_csv(case: PlanCase, plan: Plan, lang: Lang) -> bytes:
    """The plan as CSV (UTF-8): what is planned by phase and id, then what is left out and why."""
    tasks = {task.id: task for task in case.tasks}
    settings = case.settings
    dates = (
        spans(settings.start, settings.phases, settings.phase_months, settings.holidays)
        if settings.start
        else None
    )
    rows: list[list[object]] = []
    for name, start in plan.starts.items():
        end = start + tasks[name].phases - 1
        days = [dates[start - 1].first, dates[end - 1].last] if dates else ["", ""]
        rows.append(_row(tasks[name], "planned", [start, end, *days], "", lang))
    rows += [
        _row(tasks[out.task], "left-out", ["", "", "", ""], out.why.sentence(lang), lang)
        for out in plan.left_out
    ]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(OUT_COLUMNS)
    writer.writerows(rows)
    return written.getvalue().encode()


def _row(task: Task, state: str, when: list[object], why: str, lang: Lang) -> list[object]:
    names = [guarded(task.id), guarded(task.called(lang)), task.track]
    said = text(f"plan.csv.{state}", lang)
    return [*names, said, *when, f"{task.total_effort:g}", f"{task.cost:g}", guarded(why)]


def _initiative(row: Row, reader: "_Cells") -> Initiative:
    track = row.get("track") or "operational"
    if track not in {"operational", "analytical"}:
        reader.problems.append(row.problem("plan-track", "track", allowed="operational, analytical"))
        track = "operational"
    cost = reader.number(row, "cost") if row.get("cost") else 0.0
    return Initiative(
        id=row.get("id"),
        name=unguarded(row.get("name")) or row.get("id"),
        name_zh=unguarded(row.get("name_zh")),
        track="analytical" if track == "analytical" else "operational",
        months=math.ceil(reader.number(row, "months")) if row.get("months") else 1,
        effort=dict(reader.pairs(row, "effort")),
        lifts=tuple(
            Lift(node=node, levels=levels) for node, levels in reader.at_nodes(row, "lifts", lifted_node)
        ),
        needs=tuple(
            Prerequisite(node=node, level=level) for node, level in reader.at_nodes(row, "needs", needed_node)
        ),
        predecessors=tuple(part for part in _parts(row.get("predecessors")) if part),
        cost=(cost, cost),
    )


def _parts(cell: str) -> Iterable[str]:
    return (part.strip() for part in cell.split(";"))


class _Cells:
    """Reads cells and remembers what is wrong with them."""

    def __init__(self, problems: list[Problem], rubric: Rubric | None = None) -> None:
        self.problems = problems
        self.rubric = rubric

    def number(self, row: Row, column: str) -> float:
        """The number of a cell; 0 and a problem where it is none."""
        return self._number(row.get(column), lambda: row.problem("plan-number", column))

    def phase(self, row: Row, column: str) -> int:
        """The whole number of a cell; 0 and a problem where it is none."""
        found = self._number(row.get(column), lambda: row.problem("plan-phase", column))
        if found != int(found):
            self.problems.append(row.problem("plan-phase", column))
        return int(found)

    def once(self, rows: Iterable[Row], column: str) -> None:
        """A problem with every row whose cell stands in an earlier one."""
        seen: set[str] = set()
        for row in rows:
            if row.get(column) in seen:
                self.problems.append(row.problem("plan-twice", column))
            seen.add(row.get(column))

    def pairs(self, row: Row, column: str) -> list[tuple[str, float]]:
        """`it:3; business:1` as pairs, in the order of the names."""
        found = []
        for part in filter(None, _parts(row.get(column))):
            name, colon, figure = part.rpartition(":")
            wrong = row.problem("plan-pairs", column, found=part)
            if not colon or not name.strip():
                self.problems.append(wrong)
                continue
            found.append((name.strip(), self._number(figure, lambda wrong=wrong: wrong)))  # type: ignore[misc]
        return sorted(found)

    def at_nodes(
        self, row: Row, column: str, wrong: Callable[[tuple[str, ...], str, Rubric], Iterable[Defect]]
    ) -> list[tuple[str, float]]:
        """Pairs whose names are nodes; a problem with each that the known rubric cannot have."""
        found = self.pairs(row, column)
        if self.rubric is None:
            return found
        for node, _ in found:
            self.problems += (
                row.problem(defect.code, column, found=node, allowed=defect.allowed)
                for defect in wrong((column, node), node, self.rubric)
            )
        return found

    def _number(self, written: str, problem: Callable[[], Problem]) -> float:
        try:
            value = float(written)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.problems.append(problem())
            return 0.0
        return value
