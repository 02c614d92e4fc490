"""What to do when: tasks, the nodes they lift, the settings of a plan, and the plan itself (method.md 6).

Phases are counted from 1. Values only: `planning.make_plan` finds a plan, `plan_checks` says what is wrong.
"""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from assessment.catalogue import Lang, text
from assessment.engagement import Named
from assessment.errors import Severity

Objective = Literal["value", "makespan"]
"""What a plan is best at: closing gaps that matter early; or finishing everything as soon as possible."""

DEFAULT_PHASES: Final = 8
DEFAULT_MONTHS: Final = 3
"""The roadmap of 2003: eight phases in two years."""

LeftOutCode = Literal["excluded", "other-chosen", "after-left-out", "impossible", "no-gap", "no-room"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Need(_Part):
    """A level that a node must have reached, by finished initiatives, before a task can start."""

    node: str
    level: float


class Task(Named):
    """An initiative as the planner sees it.

    Attributes:
        effort: role -> person-months over the whole task, spread evenly over its phases; >= 0.
        phases: how many phases it takes without a break, >= 1.
        benefits: node -> levels gained when it is finished, on the rubric's scale; > 0.
        cost: in cost units, spread evenly over its phases; >= 0.
        predecessors: ids of tasks that must be finished before it starts.
        needs: levels that must be reached before it starts.
        track: where it stands on the board.
    """

    name: str = ""
    effort: Mapping[str, float] = Field(default_factory=dict)
    phases: int = 1
    benefits: Mapping[str, float] = Field(default_factory=dict)
    cost: float = 0.0
    predecessors: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    track: str = "operational"

    def called(self, lang: Lang) -> str:
        """The name in the reader's language; the id without one."""
        return super().called(lang) or self.id

    @property
    def total_effort(self) -> float:
        """Person-months of all roles together."""
        return math.fsum(self.effort.values())


class Stake(Named):
    """What is at stake at a node for the unit that is planned for.

    Attributes:
        level: its score now, on the rubric's scale; None while it has none.
        target: the level to be reached.
        importance: in 0..1; None where none is set.
    """

    name: str = ""
    level: float | None = None
    target: float | None = None
    importance: float | None = None

    def called(self, lang: Lang) -> str:
        """The name in the reader's language; the id without one."""
        return super().called(lang) or self.id

    @property
    def gap(self) -> float:
        """Levels from here to the target; 0 above it, and where either is not known."""
        if self.level is None or self.target is None:
            return 0.0
        return max(0.0, self.target - self.level)


class PlanSettings(_Part):
    """What a plan has to hold to.

    Attributes:
        phases: how many.
        phase_months: length of each.
        start: first day of the first phase; None for a plan without dates.
        capacity: role -> person-months in each phase; a role that is not named has no limit.
        budget: cost units over all phases, or for each phase; None for no limit.
        holidays: days on which nobody works; each takes its share of the capacity of its phase.
        lost: share of each phase that is lost, 0..1, besides the holidays; empty for none.
        pinned: task -> the phase in which it starts. A pinned task is in every plan.
        required: tasks that must be in the plan.
        excluded: tasks that must not be in the plan.
        either_or: groups of tasks of which at most one is in the plan.
        earliest: task -> the first phase in which it may start.
        latest: task -> the phase by whose end it must be finished.
        objective: what the plan is best at; `makespan` requires every task that is not excluded.
    """

    phases: int = DEFAULT_PHASES
    phase_months: int = DEFAULT_MONTHS
    start: dt.date | None = None
    capacity: Mapping[str, tuple[float, ...]] = Field(default_factory=dict)
    budget: float | tuple[float, ...] | None = None
    holidays: tuple[dt.date, ...] = ()
    lost: tuple[float, ...] = ()
    pinned: Mapping[str, int] = Field(default_factory=dict)
    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    either_or: tuple[tuple[str, ...], ...] = ()
    earliest: Mapping[str, int] = Field(default_factory=dict)
    latest: Mapping[str, int] = Field(default_factory=dict)
    objective: Objective = "value"


class PlanCase(_Part):
    """Everything that a plan is made from; the order of tasks and nodes never matters.

    Attributes:
        tasks: what can be done.
        stakes: the nodes that it is about.
        roles: the names of the roles; one that is not there is called by its id.
        settings: what the plan has to hold to.
        offered: what could be chosen besides; only named, never planned.
    """

    tasks: tuple[Task, ...]
    stakes: tuple[Stake, ...] = ()
    roles: tuple[Named, ...] = ()
    settings: PlanSettings = PlanSettings()
    offered: tuple[Task, ...] = ()

    def task(self, task: str) -> Task:
        """The task of this id; KeyError where there is none."""
        return {one.id: one for one in self.tasks}[task]

    def with_settings(self, settings: PlanSettings) -> "PlanCase":
        """The same tasks under other settings."""
        return self.model_copy(update={"settings": settings})


class Said(_Part):
    """A sentence that can be said in either language: `plan.<code>` of the catalogue with its words.

    Attributes:
        tasks: ids of the tasks that it is about.
        english, chinese: the words that the sentence is filled with.
    """

    code: str
    tasks: tuple[str, ...] = ()
    english: Mapping[str, str] = Field(default_factory=dict)
    chinese: Mapping[str, str] = Field(default_factory=dict)

    def sentence(self, lang: Lang) -> str:
        """The sentence in the reader's language."""
        return text(f"plan.{self.code}", lang, **(self.chinese if lang == "zh" else self.english))


class PlanProblem(Said):
    """One thing that is wrong with what a plan is made from; an error refuses it, a warning does not."""

    severity: Severity = "error"


class LeftOut(_Part):
    """A task that is not in the plan, and why."""

    task: str
    code: LeftOutCode
    why: Said


class Clash(_Part):
    """No plan meets everything that is asked: a smallest set of demands that cannot be met together.

    With any one of them taken away, the others can be met.
    """

    reasons: tuple[Said, ...]

    def sentence(self, lang: Lang) -> str:
        """The demands, one after the other, and that they cannot be met together."""
        joined = text("plan.clash.and", lang).join(reason.sentence(lang) for reason in self.reasons)
        return text("plan.clash", lang, reasons=joined)


class Plan(_Part):
    """Which task starts when.

    Attributes:
        starts: task -> the first phase of its work; in the order of phases, then of ids.
        left_out: the tasks that are not in the plan, by id.
        value: level-phases, weighted with importance: what is closed after each phase, added up over them.
        effort: person-months of all roles.
        bound: no plan can have more value (for `makespan`: fewer phases) than this; equals `value` (the
            number of phases) where proved.
        proved: whether no plan has more value (for `makespan`: is finished sooner).
        unique: whether it is also proved to have the least effort among these, and to come first in the fixed
            order of those; where it is not, the same input still leads to the same plan.
        finished: the phase at whose end the last task is finished; 0 for an empty plan.
        greedy_value: value of the plan that takes the most useful task first; for comparison.
        greedy_starts: that plan.
        stopped: whether a person ended the search.
    """

    starts: Mapping[str, int]
    left_out: tuple[LeftOut, ...] = ()
    value: float = 0.0
    effort: float = 0.0
    bound: float = 0.0
    proved: bool = False
    unique: bool = False
    finished: int = 0
    greedy_value: float = 0.0
    greedy_starts: Mapping[str, int] = Field(default_factory=dict)
    stopped: bool = False

    @property
    def short_of_bound(self) -> float:
        """By which share of the bound a better plan could at most be better; 0 where proved."""
        return 0.0 if self.proved or self.bound <= 0 else abs(self.bound - self.value) / self.bound
