"""How far an assessment has come, and what is to do next."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.ratings import Rating
from assessment.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Count:
    """Indicators answered (scored, not applicable, or said to be not assessed) out of all below a node."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether nothing is open."""
        return self.done == self.total


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts by node id (the root's is the whole), and the first open indicator, None without one."""

    counts: dict[str, Count]
    whole: Count
    next_open: str | None


def progress(rubric: Rubric, ratings: Mapping[str, Rating]) -> Progress:
    """How many indicators of every node have an answer.

    Args:
        rubric: what is measured.
        ratings: indicator id -> rating of one unit and wave (of one rater, or adopted); missing = open.
    """
    counts: dict[str, Count] = {}
    for node in reversed(rubric.nodes):
        if node.is_indicator:
            counts[node.id] = Count(int(node.id in ratings), 1)
        else:
            below = [counts[child.id] for child in node.children]
            counts[node.id] = Count(sum(c.done for c in below), sum(c.total for c in below))
    open_indicators = (node.id for node in rubric.indicators if node.id not in ratings)
    return Progress(counts, counts[rubric.root.id], next(open_indicators, None))
