"""What closes gaps: initiatives, and the library of them that stands beside a rubric."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from assessment.catalogue import Lang
from assessment.engagement import Named
from assessment.rubric import Rubric

Track = Literal["operational", "analytical"]
Risk = Literal["low", "medium", "high"]
TRACKS: tuple[Track, ...] = get_args(Track)
RISKS: tuple[Risk, ...] = get_args(Risk)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Lift(_Part):
    """What an initiative does for one node.

    Attributes:
        node: id of the node.
        levels: levels gained on the rubric's scale once the initiative is finished, above 0.
    """

    node: str
    levels: float


class Prerequisite(_Part):
    """A level that an indicator must have reached before an initiative can start, on the rubric's scale."""

    node: str
    level: float


class Role(Named):
    """Somebody whose working time initiatives take.

    Attributes:
        staff: how many people of this role can usually be counted on, a judgement; 0 where none is given.
            Over a phase of m months they are worth m times so many person-months.
    """

    staff: float = 0.0


class Initiative(Named):
    """One piece of work that lifts nodes.

    Attributes:
        description, description_zh: what is done, in one or two sentences.
        track: `operational`, the daily work with customers; `analytical`, what is learned from data.
        lifts: the nodes that it lifts and by how much; none for what only prepares others.
        effort: role id -> person-months over the whole initiative, >= 0.
        months: how long it takes, >= 1; see `phases`.
        cost: low and high estimate of what is bought (licences, services), in cost units: thousands of the
            currency of the engagement. The working time of the roles is not in it.
        predecessors: ids of initiatives that must be finished before it starts.
        needs: levels that must be reached before it starts, by whatever means.
        owner: id of the role that answers for it; empty for none.
        risk: how likely it is to fail or to take longer.
        risk_note, risk_note_zh: why.
        theme: id of a solution theme of the diagnosis rubric; empty for none.
        judged: whether effort, duration, cost, lifts and risk are a judgement, not taken from a source.
        source: place in the published roadmap, such as "roadmap operational 12"; empty for own ones.
    """

    description: str = ""
    description_zh: str = ""
    track: Track = "operational"
    lifts: tuple[Lift, ...] = ()
    effort: Mapping[str, float] = Field(default_factory=dict)
    months: int = 3
    cost: tuple[float, float] = (0.0, 0.0)
    predecessors: tuple[str, ...] = ()
    needs: tuple[Prerequisite, ...] = ()
    owner: str = ""
    risk: Risk = "medium"
    risk_note: str = ""
    risk_note_zh: str = ""
    theme: str = ""
    judged: bool = True
    source: str = ""

    @property
    def total_effort(self) -> float:
        """Person-months of all roles together."""
        return math.fsum(self.effort.values())

    def phases(self, phase_months: int) -> int:
        """How many whole phases of that many months it takes: rounded up, never fewer than one."""
        return max(1, math.ceil(self.months / phase_months))

    def described(self, lang: Lang) -> str:
        """The description in the reader's language; the first where it has no Chinese one."""
        return self.description_zh if lang == "zh" and self.description_zh else self.description

    def risk_said(self, lang: Lang) -> str:
        """The note on its risk in the reader's language."""
        return self.risk_note_zh if lang == "zh" and self.risk_note_zh else self.risk_note


class InitiativeLibrary(_Part):
    """What can be picked for an engagement on one rubric.

    Attributes:
        rubric: id of the rubric whose nodes are lifted.
        version: its version.
        roles: whose working time is planned, in the author's order.
        initiatives: in the order of the published roadmap, operational ones first.
    """

    rubric: str
    version: str
    roles: tuple[Role, ...] = ()
    initiatives: tuple[Initiative, ...] = ()

    def __contains__(self, initiative: object) -> bool:
        """Whether an initiative has this id."""
        return any(one.id == initiative for one in self.initiatives)

    def initiative(self, initiative: str) -> Initiative:
        """The initiative of this id; KeyError where there is none."""
        return {one.id: one for one in self.initiatives}[initiative]

    def role(self, role: str) -> Role:
        """The role of this id; KeyError where there is none."""
        return {one.id: one for one in self.roles}[role]


def lifted(initiative: Initiative, rubric: Rubric) -> dict[str, float]:
    """Indicator -> levels gained; an initiative that lifts a node above indicators lifts each of these so.

    A lift of a node that the rubric does not have counts for nothing.
    """
    gained: dict[str, float] = {}
    for lift in initiative.lifts:
        for node in rubric.node(lift.node).walk() if lift.node in rubric else ():
            if node.is_indicator:
                gained[node.id] = gained.get(node.id, 0.0) + lift.levels
    return gained


def names(initiatives: Iterable[Initiative], lang: Lang) -> dict[str, str]:
    """Id -> name in the reader's language, told apart by a number where several are called the same."""
    called = {one.id: one.called(lang) for one in initiatives}
    often, seen = Counter(called.values()), Counter[str]()
    told = {}
    for one, name in called.items():
        seen[name] += 1
        number = f"（{seen[name]}）" if lang == "zh" else f" ({seen[name]})"
        told[one] = name + number if often[name] > 1 else name
    return told
