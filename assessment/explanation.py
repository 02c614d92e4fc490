"""Why this score: the children, weights, states and the arithmetic behind one node."""

from dataclasses import dataclass

from assessment.rubric import Rule
from assessment.scoring import NodeScore


@dataclass(frozen=True, slots=True)
class Part:
    """One child in the arithmetic.

    Attributes:
        weight: as the author wrote it.
        share: of this node's score, 0..1, after what is missing gave its weight to the siblings; 0 when left out.
        contribution: `share * score` for a weighted mean, None where the rule has no such term or it is left out.
    """

    result: NodeScore
    weight: float
    share: float
    contribution: float | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The node's result, its rule and its parts, in the author's order; no parts for an indicator."""

    result: NodeScore
    rule: Rule
    parts: tuple[Part, ...]
