"""Which nodes of one rubric inform which indicators of another."""

from collections.abc import Mapping
from dataclasses import dataclass

NodeWeights = Mapping[str, float]
"""Node id -> how much it counts beside the others, above 0."""


@dataclass(frozen=True, slots=True)
class NodeMapping:
    """What is known about one rubric once another was rated.

    Attributes:
        source: id of the rubric that informs.
        target: id of the rubric that is informed.
        links: indicator of the target -> the nodes of the source that inform it.
    """

    source: str
    target: str
    links: Mapping[str, NodeWeights]
