"""What an engagement keeps of its roadmap: chosen initiatives, plans, and how everything is getting on."""

import datetime as dt
from typing import Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assessment.initiatives import Initiative
from assessment.roadmap import Plan, PlanSettings

Origin = Literal["library", "own"]
Status = Literal["not-started", "running", "done", "delayed", "dropped"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
ALL_DONE: Final = 100
"""Percent of something that is finished."""
NEEDS_REASON: Final[frozenset[Status]] = frozenset({"delayed", "dropped"})
"""What nobody may say without saying why."""

InitiativeKey = tuple[str, str]
"""(unit id, initiative id)."""
UnitWave = tuple[str, str]
"""(unit id, wave id)."""


class Record(BaseModel):
    """Something said about a roadmap; a change is one more revision, nothing is overwritten.

    Attributes:
        revision: 1 for the first, one more for each change; 0 before it is stored.
        by: who said it; empty where nobody is named.
        at: when it was stored (UTC); None before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    revision: int = 0
    by: str = ""
    at: dt.datetime | None = None

    def says(self, other: Self | None) -> bool:
        """Whether another says the same, whoever said it and when."""
        return other is not None and self.content() == other.content()

    def content(self) -> dict[str, object]:
        """What is said, without who said it and when."""
        return self.model_dump(exclude={"revision", "by", "at"})


class PickedInitiative(Record):
    """An initiative that a unit has chosen, as it stands there: from the library, changed, or its own.

    Attributes:
        unit: id of the unit.
        initiative: with its own values; the one of the library may say otherwise.
        origin: whether it was picked from the library or written for this unit.
        deleted: taken away by this revision.
    """

    unit: str
    initiative: Initiative
    origin: Origin = "library"
    deleted: bool = False

    @property
    def id(self) -> str:
        """Id of the initiative, unique within the unit."""
        return self.initiative.id

    @property
    def key(self) -> InitiativeKey:
        """What the revisions of one initiative have in common."""
        return (self.unit, self.initiative.id)


class DepartmentPart(BaseModel):
    """What one department contributes to an initiative.

    Attributes:
        department: its name.
        work: what it does.
        head: who answers for it there.
        due: the day by which its part is done; None where none was agreed.
        percent: how much is done, 0 to 100.
        reason: why it is not done, or not yet.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    department: str
    work: str = ""
    head: str = ""
    due: dt.date | None = None
    percent: int = Field(default=0, ge=0, le=ALL_DONE)
    reason: str = ""

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.percent == ALL_DONE


class Progress(Record):
    """How an initiative of a unit is getting on.

    Attributes:
        unit: id of the unit.
        initiative: id of the initiative.
        status: where it stands.
        percent: how much is done, 0 to 100; 100 exactly when it is done, 0 before it is started.
        begins, ends: the days that were agreed; None where the plan's hold.
        owner: name of the person who answers for it.
        parts: who contributes what by when.
        reason: why it is delayed or dropped; needed for both.
    """

    unit: str
    initiative: str
    status: Status = "not-started"
    percent: int = Field(default=0, ge=0, le=ALL_DONE)
    begins: dt.date | None = None
    ends: dt.date | None = None
    owner: str = ""
    parts: tuple[DepartmentPart, ...] = ()
    reason: str = ""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if (self.status == "done") != (self.percent == ALL_DONE) and self.status != "dropped":
            raise ValueError("an initiative is done exactly when 100 percent of it are")
        if self.status == "not-started" and self.percent:
            raise ValueError("of an initiative that is not started nothing is done")
        if self.status in NEEDS_REASON and not self.reason.strip():
            raise ValueError("what is delayed or dropped needs a reason")
        if self.begins and self.ends and self.ends < self.begins:
            raise ValueError("an initiative ends before it begins")
        return self

    @property
    def key(self) -> InitiativeKey:
        """What the revisions about one initiative have in common."""
        return (self.unit, self.initiative)

    @property
    def settled(self) -> bool:
        """Whether nothing more is expected: done or dropped."""
        return self.status in {"done", "dropped"}


class Promise(BaseModel):
    """The score that a plan projects for a node at the end of a phase; phase 0 is before the plan.

    Attributes:
        score: on the rubric's scale; None where the node has none.
        low, high: if the initiatives lift less, or more, than they say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    phase: int
    node: str
    score: float | None = None
    low: float | None = None
    high: float | None = None


class KeptPlan(Record):
    """A plan of a unit for what was found in a wave, with everything that it was made from.

    Attributes:
        id: unique in the engagement; empty before it is stored, the store gives it.
        unit, wave: ids.
        name: as people call it.
        settings: what the plan holds to.
        plan: what starts when, its value and bound.
        promises: the scores that it projected when it was kept.
        seed: of the search.
        recipe: what it was made from, in one line; see `plan_recipe`.
        by_hand: whether something was moved by hand after the search.
        deleted: taken away by this revision.
    """

    id: str = ""
    unit: str
    wave: str
    name: str
    settings: PlanSettings
    plan: Plan
    promises: tuple[Promise, ...] = ()
    seed: int = 0
    recipe: str = ""
    by_hand: bool = False
    deleted: bool = False

    @property
    def place(self) -> UnitWave:
        """Whose plan it is, and for which wave."""
        return (self.unit, self.wave)


class Adoption(Record):
    """Which plan of a unit and wave is carried out; an empty id gives it up, and an earlier wave's holds."""

    unit: str
    wave: str
    plan: str = ""

    @property
    def place(self) -> UnitWave:
        """Whose plan it is, and for which wave."""
        return (self.unit, self.wave)
