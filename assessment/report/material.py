"""Everything that a report is made from, gathered beforehand, and where to look things up in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.benchmark import Benchmark, PublishedScore
from assessment.engagement import Engagement, Unit, Wave
from assessment.published import PublishedComparison
from assessment.ratings import Evidence, Finding, Rating, Target
from assessment.rubric import Node, Rubric
from assessment.scoring import NodeScore

BEST = "best"
"""The reference that takes, at every node, the best printed figure of the peers."""


@dataclass(frozen=True)
class Material:
    """What is known when a report on one unit in one wave is made.

    Attributes:
        benchmark: the published data set to compare with, None without one.
        units: all units of the engagement, parents first.
        unit: whom the report is about.
        scores: unit id -> node id -> result, for every unit with a rating in the wave.
        ratings: unit id -> indicator id -> the adopted rating.
        evidence: (unit id, indicator id) -> what is behind the rating.
        importance: (unit id or "" for all units, node id) -> grade.
        targets: (unit id or "" for all units, node id) -> the level to be reached and the day.
        published: printed composites beside ours.
        reference: id of the published operator to compare with, `BEST`, or "" for none.
        data_revision: of the store, when this was gathered.
        findings: of the report's unit in the wave, in the order they were added.
        items: evidence id -> item, of all that a finding rests on.
    """

    engagement: Engagement
    rubric: Rubric
    benchmark: Benchmark | None
    units: Sequence[Unit]
    unit: Unit
    wave: Wave
    scores: Mapping[str, Mapping[str, NodeScore]]
    ratings: Mapping[str, Mapping[str, Rating]]
    evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
    importance: Mapping[tuple[str, str], str]
    targets: Mapping[tuple[str, str], Target]
    published: tuple[PublishedComparison, ...]
    reference: str
    data_revision: int
    findings: Sequence[Finding] = ()
    items: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def dimensions(self) -> tuple[Node, ...]:
        """The nodes right below the top."""
        return self.rubric.root.children

    @property
    def inner_nodes(self) -> tuple[Node, ...]:
        """All nodes above the indicators, the top first."""
        return tuple(node for node in self.rubric.nodes if not node.is_indicator)

    @property
    def listed_nodes(self) -> tuple[Node, ...]:
        """What a table of scores lists: the inner nodes; all nodes of a rubric of one tier."""
        return self.inner_nodes if len(self.inner_nodes) > 1 else self.rubric.nodes

    @property
    def capabilities(self) -> tuple[Node, ...]:
        """The nodes right above indicators, in the author's order."""
        return tuple(node for node in self.inner_nodes if any(child.is_indicator for child in node.children))

    def depths(self, nodes: Sequence[Node]) -> tuple[int, ...]:
        """How deep in the tree each node lies, 0 at the top."""
        return tuple(len(self.rubric.path(node.id)) - 1 for node in nodes)

    @property
    def rated_units(self) -> tuple[Unit, ...]:
        """The report's unit first where it has ratings, then every other unit with ratings."""
        rated = [unit for unit in self.units if unit.id in self.scores]
        return tuple(sorted(rated, key=lambda unit: unit.id != self.unit.id))

    def result(self, unit: str, node: str) -> NodeScore:
        """The result of one unit at one node; nothing known where the unit has no ratings."""
        found = self.scores.get(unit, {}).get(node)
        if found is not None:
            return found
        scale = self.rubric.scale
        state = "unknown" if self.rubric.node(node).is_indicator else "no-data"
        return NodeScore(node, self.rubric.tier(node), None, scale.min, scale.max, 0.0, state)  # type: ignore[arg-type]

    def own(self, node: str) -> NodeScore:
        """The result of the report's unit at one node."""
        return self.result(self.unit.id, node)

    def assessed(self, unit: str) -> bool:
        """Whether any indicator of the unit is scored or said to be not applicable."""
        return any(rating.state != "unknown" for rating in self.ratings.get(unit, {}).values())

    def printed(self, operator: str, node: str) -> PublishedScore | None:
        """The figure printed for an operator (or for a unit of the same id), None without one."""
        return self.benchmark.score_of(operator, node) if self.benchmark else None

    def referred(self, node: str) -> PublishedScore | None:
        """The reference's printed figure at a node; None where there is none, or none legible."""
        if self.benchmark is None or not self.reference:
            return None
        if self.reference == BEST:
            return self.benchmark.best(node)
        found = self.benchmark.score_of(self.reference, node)
        return found if found and found.score is not None else None

    def importance_at(self, node: str) -> str | None:
        """The unit's own importance grade, else the one for all units; None where none is set."""
        own = self.importance.get((self.unit.id, node))
        return self.importance.get(("", node)) if own is None else own

    def target_at(self, node: str) -> float | None:
        """The unit's own target level, else the one for all units; None where none is set."""
        found = self.targets.get((self.unit.id, node)) or self.targets.get(("", node))
        return None if found is None else found.level
