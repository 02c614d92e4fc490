"""How far an assessment has come, and what is to do next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.ratings import Rating
from assessment.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Count:
    """Indicators answered (scored, not applicable, or said to be not assessed) out of all below a node.

    Of the open ones, `proposed` were carried over from an earlier wave and wait to be confirmed.
    """

    done: int
    total: int
    proposed: int = 0

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
        ratings: indicator id -> rating of one unit and wave (of one rater, or adopted); missing, taken back
            or only proposed = open.
    """
    counts: dict[str, Count] = {}
    for node in reversed(rubric.nodes):
        if node.is_indicator:
            counts[node.id] = _count(ratings.get(node.id))
        else:
            below = [counts[child.id] for child in node.children]
            sums = (sum(getattr(count, part) for count in below) for part in ("done", "total", "proposed"))
            counts[node.id] = Count(*sums)
    open_indicators = (node.id for node in rubric.indicators if not counts[node.id].done)
    return Progress(counts, counts[rubric.root.id], next(open_indicators, None))


def answers(ratings: Iterable[Rating]) -> dict[str, Rating]:
    """Indicator -> a current rating of one unit and wave, one that counts where there is any."""
    return {rating.indicator: rating for rating in sorted(ratings, key=lambda rating: rating.counts)}


def _count(rating: Rating | None) -> Count:
    if rating is None or rating.withdrawn:
        return Count(0, 1)
    return Count(int(rating.counts), 1, int(rating.proposed))
