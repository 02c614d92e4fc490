"""What matters first: the nodes of a tier by level, importance, target and gap, the most urgent first."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from assessment.benchmark import Benchmark
from assessment.engagement import Unit
from assessment.importance import AdoptedGrade
from assessment.inherited import Setting, in_force
from assessment.node_noise import NodeNoise, node_noise
from assessment.ports import Place
from assessment.ratings import Rating, Target
from assessment.rubric import TOLERANCE, Complexity, Node, Rubric
from assessment.scoring import NodeScore, Scorer, ScoreState, ranks
from assessment.urgency import UrgencyClass, above_target, gap, required_level, urgency, urgency_class

Basis = Literal["target", "required"]
"""What a level is held against: its target, or the level that its importance asks for."""
AimSource = Literal["own", "inherited", "benchmark", "top", "required"]
Standing = Literal[UrgencyClass, "above"]
"""The class of urgency; `above` its target is a class of its own."""
STANDINGS: Final[tuple[Standing, ...]] = ("now", "soon", "plan", "watch", "above")
PRESSING: Final[frozenset[Standing]] = frozenset({"now", "soon"})
"""What calls for action now or soon."""
Missing = Literal["level", "importance"]


@dataclass(frozen=True, slots=True)
class Aim:
    """The level that a node is held against, and where it is from.

    Attributes:
        level: on the scale.
        source: the unit's own target at this node; one inherited from a node or unit above; the best
            published figure; the top of the scale; what the importance asks for.
        due: by when; None where no day is set.
        whose: unit (empty for all units) and node where the target was set; None for other sources.
        operator: whose published figure it is, empty for other sources.
    """

    level: float
    source: AimSource
    due: dt.date | None = None
    whose: Place | None = None
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """One node and how urgent it is.

    Attributes:
        level: its score; None where it has none, `state` says why.
        grade: importance grade in force, with who said it and where it was set; None where none is.
        importance: 0..1; None where no grade is in force.
        aim: what the level is held against; None where that needs an importance that is missing.
        gap: share of the scale that is missing, 0..1; None without a level or an aim.
        urgency: 0..1; None where anything is missing.
        standing: its class; None where anything is missing.
        complexity: how hard a better level is to put into practice; None where the author does not say.
        noise: of the level; None without one.
        rank: 1 for the most urgent, ties share the smallest; None where anything is missing.
        missing: what is not there to tell the urgency.
    """

    node: str
    level: float | None
    state: ScoreState
    grade: Setting[AdoptedGrade] | None
    importance: float | None
    aim: Aim | None
    gap: float | None
    urgency: float | None
    standing: Standing | None
    complexity: Complexity | None
    noise: NodeNoise | None
    missing: tuple[Missing, ...] = ()
    rank: int | None = None


@dataclass(frozen=True)
class Ground:
    """Everything that the priorities of one unit in one wave rest on.

    Attributes:
        rubric: what is measured.
        units: all of the engagement, for what is inherited.
        unit: whom it is about.
        ratings: indicator -> the adopted rating.
        by_rater: rater -> indicator -> rating, for the rating noise.
        importance: (unit or "" for all, node) -> grade.
        targets: the same for targets.
        benchmark: published figures that stand in for targets; None without.
    """

    rubric: Rubric
    units: Sequence[Unit]
    unit: str
    ratings: Mapping[str, Rating]
    by_rater: Mapping[str, Mapping[str, Rating]] = field(default_factory=dict)
    importance: Mapping[Place, AdoptedGrade] = field(default_factory=dict)
    targets: Mapping[Place, Target] = field(default_factory=dict)
    benchmark: Benchmark | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is tried out for one unit: other grades, target levels and weights, by node; nothing is stored."""

    importance: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes of which anything is tried out."""
        return frozenset((*self.importance, *self.targets, *self.weights))


def moved(ground: Ground, tried: WhatIf) -> Ground:
    """The ground as it would be; nodes below inherit what is tried out as they inherit what is set."""
    if not tried.nodes:
        return ground
    grades = {(ground.unit, node): AdoptedGrade(grade) for node, grade in tried.importance.items()}
    dues = {place: target.due for place, target in ground.targets.items()}
    targets = {
        (ground.unit, node): Target(level=level, due=dues.get((ground.unit, node)))
        for node, level in tried.targets.items()
    }
    return replace(
        ground,
        rubric=reweighted(ground.rubric, tried.weights),
        importance={**ground.importance, **grades},
        targets={**ground.targets, **targets},
    )


def reweighted(rubric: Rubric, weights: Mapping[str, float]) -> Rubric:
    """The rubric with other weights of some nodes; for trying out, never for keeping."""
    if not weights:
        return rubric

    def changed(node: Node) -> Node:
        weight = weights.get(node.id, node.weight)
        return node.model_copy(update={"weight": weight, "children": tuple(map(changed, node.children))})

    fields = {name: getattr(rubric, name) for name in Rubric.model_fields}
    return Rubric.model_construct(**{**fields, "tree": tuple(map(changed, rubric.tree))})


def priorities(ground: Ground, tier: str, basis: Basis = "target") -> tuple[Priority, ...]:
    """The nodes of a tier, the most urgent first (method.md section 5).

    What is above its target follows after all that is not, and then, in the author's order, what has no
    rank because a level or an importance is missing. Equally urgent nodes stand by gap, then by importance.

    Args:
        ground: what is known.
        tier: one of the rubric's.
        basis: `required` takes the level that the importance asks for instead of the target, and the gap
            itself for the urgency, so that the contours are straight.
    """
    scorer = Scorer(ground.rubric)
    scores = scorer.unit(ground.ratings)
    noise = node_noise(scorer, scores, ground.by_rater)
    found = [
        _priority(ground, node, scores[node.id], noise.get(node.id), basis)
        for node in ground.rubric.of_tier(tier)
    ]
    return ranked(found)


def ranked(found: Sequence[Priority]) -> tuple[Priority, ...]:
    """The same in order, with their ranks."""
    known = sorted((one for one in found if one.urgency is not None), key=_most_urgent_first)
    places = ranks([_standing_value(one) for one in known])
    numbered = (replace(one, rank=place) for one, place in zip(known, places, strict=True))
    return (*numbered, *(one for one in found if one.urgency is None))


def aim_at(ground: Ground, node: str) -> Aim:
    """The target in force at a node: set there or above, else best practice, else the top of the scale."""
    held = in_force(ground.targets, ground.rubric, ground.units, ground.unit, node)
    if held is not None:
        own = (held.unit, held.node) == (ground.unit, node)
        source: AimSource = "own" if own else "inherited"
        return Aim(held.value.level, source, held.value.due, (held.unit, held.node))
    best = ground.benchmark.best(node) if ground.benchmark else None
    if best is not None and best.score is not None:
        return Aim(best.score, "benchmark", operator=best.operator)
    return Aim(ground.rubric.scale.max, "top")


def _priority(
    ground: Ground, node: Node, score: NodeScore, noise: NodeNoise | None, basis: Basis
) -> Priority:
    rubric, scale = ground.rubric, ground.rubric.scale
    grade = in_force(ground.importance, rubric, ground.units, ground.unit, node.id)
    importance = None if grade is None else rubric.importance[grade.value.grade]
    aim: Aim | None = aim_at(ground, node.id)
    if basis == "required":
        aim = None if importance is None else Aim(required_level(importance, scale), "required")
    absent: dict[Missing, bool] = {"level": score.score is None, "importance": importance is None}
    behind = None if score.score is None or aim is None else gap(score.score, aim.level, scale)
    pressing, standing = None, None
    if score.score is not None and importance is not None and aim is not None and behind is not None:
        pressing = behind if basis == "required" else urgency(importance, behind)
        over = above_target(score.score, aim.level)
        standing = "above" if over else urgency_class(pressing)
    return Priority(
        node=node.id,
        level=score.score,
        state=score.state,
        grade=grade,
        importance=importance,
        aim=aim,
        gap=behind,
        urgency=pressing,
        standing=standing,
        complexity=node.complexity,
        noise=noise,
        missing=tuple(what for what, away in absent.items() if away),
    )


def _standing_value(one: Priority) -> float:
    """What ranks compare: below every urgency where the node is above its target."""
    return -1.0 if one.standing == "above" else one.urgency or 0.0


def _most_urgent_first(one: Priority) -> tuple[float, float, float]:
    steps = -round(_standing_value(one) / TOLERANCE) * TOLERANCE
    return (steps, -(one.gap or 0.0), -(one.importance or 0.0))
