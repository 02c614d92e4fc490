"""The figures of the full deck, worked out from what is stored: nothing here looks at a report."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.benchmark import Benchmark, PublishedScore
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.initiatives import Initiative
from assessment.opportunities import Opportunities, opportunities
from assessment.priorities import Ground, Priority, priorities
from assessment.prioritising import Prioritised, ground_of, prioritised
from assessment.published import PublishedComparison, compare_published
from assessment.ratings import Rating, adopted
from assessment.roadmap_records import KeptPlan, Promise
from assessment.roadmapping import case_of, choice_of
from assessment.rubric import Node, Rubric
from assessment.scoring import NodeScore, Scorer
from tests.storyline.story_engagement import told_engagement

BEFORE = "2003"
"""The wave before the one that is told."""


@dataclass(frozen=True)
class Core:
    """One unit in one wave, with everything that a deck tells of it."""

    store: MemoryStore
    shelf: FileShelf
    place: tuple[str, str, str]

    @cached_property
    def rubric(self) -> Rubric:
        return self.shelf.rubric("crm-five-capabilities", "2003.1")

    @cached_property
    def benchmark(self) -> Benchmark:
        found = self.ground.benchmark
        assert found is not None
        return found

    @cached_property
    def ground(self) -> Ground:
        return ground_of(self.store, self.shelf, *self.place)

    @cached_property
    def tier(self) -> tuple[Node, ...]:
        return self.rubric.of_tier("capability")

    @property
    def dimensions(self) -> tuple[Node, ...]:
        return self.rubric.of_tier("dimension")

    @property
    def root(self) -> str:
        return self.rubric.root.id

    @property
    def own(self) -> str:
        return self.place[1]

    def ratings(self, wave: str) -> Mapping[str, Mapping[str, Rating]]:
        """Unit -> indicator -> the rating that counts."""
        said: dict[tuple[str, str], list[Rating]] = {}
        for one in self.store.ratings(self.place[0], wave=wave):
            said.setdefault((one.unit, one.indicator), []).append(one)
        found: dict[str, dict[str, Rating]] = {}
        for (unit, indicator), several in said.items():
            if (counts := adopted(several)) is not None:
                found.setdefault(unit, {})[indicator] = counts
        return found

    @cached_property
    def scores(self) -> Mapping[str, Mapping[str, NodeScore]]:
        """Unit -> node -> result."""
        scorer = Scorer(self.rubric)
        return {unit: scorer.unit(found) for unit, found in self.ratings(self.place[2]).items()}

    @cached_property
    def earlier(self) -> Mapping[str, NodeScore]:
        """The unit's own results in the wave before."""
        return Scorer(self.rubric).unit(self.ratings(BEFORE)[self.own])

    def score(self, node: str, unit: str = "") -> float | None:
        return self.scores[unit or self.own][node].score

    def level(self, node: str) -> float:
        """The unit's own score of a node that has one."""
        found = self.score(node)
        assert found is not None
        return found

    def best(self, node: str) -> PublishedScore | None:
        return self.benchmark.best(node)

    def target(self, node: str) -> float | None:
        """The unit's own target or that of all units, set at the node itself."""
        found = self.ground.targets.get((self.own, node)) or self.ground.targets.get(("", node))
        return None if found is None else found.level

    @cached_property
    def urgent(self) -> Mapping[str, Priority]:
        return {one.node: one for one in priorities(self.ground, "capability")}

    def gap(self, node: str) -> float:
        """Levels below the aim."""
        aim = self.urgent[node].aim
        assert aim is not None
        return max(0.0, aim.level - self.level(node))

    def urgency(self, node: str) -> float:
        """The root of importance times gap as a share of the scale."""
        grade = self.urgent[node].grade
        assert grade is not None
        scale = self.rubric.scale
        share = self.gap(node) / (scale.max - scale.min)
        return math.sqrt(self.rubric.importance[grade.value.grade] * share)

    def pressing(self, node: str) -> float:
        """What ranks compare: what is above its aim comes after all that is not."""
        aim = self.urgent[node].aim
        above = aim is not None and self.level(node) > aim.level + 1e-9
        return -1.0 if above else self.urgency(node)

    @cached_property
    def first_things(self) -> Prioritised:
        return prioritised(self.ground, "capability")

    @cached_property
    def published(self) -> tuple[PublishedComparison, ...]:
        return compare_published(self.rubric, self.benchmark)

    @cached_property
    def found(self) -> Opportunities:
        return opportunities(self.store, self.shelf, *self.place)

    @property
    def stakes(self) -> list[float]:
        """Levels of gap times urgency where each cause shows."""
        return [math.fsum(one.gap * one.urgency for one in row.nodes) for row in self.found.chain]

    @cached_property
    def plan(self) -> KeptPlan:
        return self.store.plans(*self.place)[-1]

    @cached_property
    def initiatives(self) -> Mapping[str, Initiative]:
        chosen = {one.id: one.initiative for one in self.store.initiatives(*self.place[:2])}
        return {name: chosen[name] for name in self.plan.plan.starts}

    def length(self, initiative: str) -> int:
        """Phases that it takes: its months as whole phases of three."""
        return max(1, math.ceil(self.initiatives[initiative].months / self.plan.settings.phase_months))

    def start(self, initiative: str) -> int:
        return self.plan.plan.starts[initiative]

    def end(self, initiative: str) -> int:
        return self.start(initiative) + self.length(initiative) - 1

    def load(self, role: str, phase: int, track: str = "") -> float:
        """Person-months of a role in a phase; an initiative's effort lies evenly over its phases."""
        return math.fsum(
            one.effort.get(role, 0.0) / self.length(name)
            for name, one in self.initiatives.items()
            if self.start(name) <= phase <= self.end(name) and track in ("", one.track)
        )

    def capacity(self, role: str, phase: int) -> float:
        return self.plan.settings.capacity[role][phase - 1]

    @property
    def roles(self) -> list[str]:
        """Roles that the plan takes, in the order of the library."""
        library = self.found.library
        assert library is not None
        taken = {role for one in self.initiatives.values() for role, months in one.effort.items() if months}
        return [role.id for role in library.roles if role.id in taken]

    @cached_property
    def promises(self) -> Mapping[tuple[str, int], Promise]:
        """Projected scores: the ratings lifted by what is finished, at most to the target, and rolled up."""
        case = case_of(choice_of(self.store, self.shelf, *self.place), self.ground, self.plan.settings)
        targets = {one.id: one.target for one in case.stakes}
        scorer, found = Scorer(self.rubric), {}
        for phase in range(self.plan.settings.phases + 1):
            lifts: dict[str, float] = {}
            for task in case.tasks:
                if task.id in self.initiatives and self.end(task.id) <= phase:
                    for node, levels in task.benefits.items():
                        lifts[node] = lifts.get(node, 0.0) + levels
            three = [scorer.unit(self._lifted(lifts, targets, share)) for share in (0.5, 1.0, 1.5)]
            for name in three[1]:
                low, score, high = (one[name].score for one in three)
                found[name, phase] = Promise(phase=phase, node=name, score=score, low=low, high=high)
        return found

    def _lifted(
        self, lifts: Mapping[str, float], targets: Mapping[str, float | None], share: float
    ) -> dict[str, Rating]:
        raised = dict(self.ground.ratings)
        for node, levels in lifts.items():
            rating, top = raised.get(node), targets.get(node) or self.rubric.scale.max
            if rating is not None and rating.score is not None:
                score = max(rating.score, min(rating.score + share * levels, top))
                raised[node] = rating.model_copy(update={"score": score})
        return raised


def core() -> Core:
    return Core(*told_engagement())
