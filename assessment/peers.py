"""Published operators as peers: quartiles with n, and the gap to the best of them (method.md section 7)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final, NamedTuple

from assessment.benchmark import Benchmark
from assessment.rubric import TOLERANCE, Rubric

FEWEST_PEERS: Final = 5
"""With fewer published figures, a spread would show single operators."""


class PeerFigure(NamedTuple):
    """One operator's published figure."""

    operator: str
    score: float


@dataclass(frozen=True, slots=True)
class PeerSpread:
    """The published figures of the peers at one node.

    Attributes:
        count: how many peers have a figure here (n).
        hidden: whether they are too few to be shown unless they are asked for by name.
        figures: the highest first; empty where hidden.
        best: the first of them; None where hidden or without any.
        q1, median, q3: quartiles by linear interpolation (type 7); None for fewer than `FEWEST_PEERS`.
    """

    node: str
    count: int
    hidden: bool
    figures: tuple[PeerFigure, ...] = ()
    q1: float | None = None
    median: float | None = None
    q3: float | None = None

    @property
    def best(self) -> PeerFigure | None:
        """The highest figure that may be shown."""
        return self.figures[0] if self.figures else None


class PeerStanding(NamedTuple):
    """A unit beside the peers at one node.

    Attributes:
        score: the unit's own, None without one.
        gap: best peer - own score; below 0 where the unit is ahead; None where either is missing.
        place: 1 for ahead of (or level with) every peer; None where they are hidden or the score is missing.
    """

    spread: PeerSpread
    score: float | None
    gap: float | None
    place: int | None


def peer_spread(
    benchmark: Benchmark, node: str, leave_out: Collection[str] = (), *, named: bool = False
) -> PeerSpread:
    """How the peers spread at a node.

    Args:
        benchmark: what was published.
        node: a node of the rubric.
        leave_out: ids of operators that are no peers here, such as the unit itself.
        named: whether the reader asks for the named operators, however few they are.
    """
    found = [
        PeerFigure(peer.id, printed.score)
        for peer in benchmark.peers
        if peer.id not in leave_out
        and (printed := benchmark.score_of(peer.id, node)) is not None
        and printed.score is not None
    ]
    figures = tuple(sorted(found, key=lambda figure: -figure.score))
    count = len(figures)
    if count < FEWEST_PEERS:
        return PeerSpread(node, count, hidden=not named, figures=figures if named else ())
    scores = [figure.score for figure in figures]
    low, _, high = quantiles(scores, n=4, method="inclusive")
    return PeerSpread(node, count, hidden=False, figures=figures, q1=low, median=median(scores), q3=high)


def standings(
    rubric: Rubric,
    benchmark: Benchmark,
    levels: Mapping[str, float | None],
    leave_out: Collection[str] = (),
    *,
    named: bool = False,
) -> tuple[PeerStanding, ...]:
    """A unit beside the peers at every node for which a peer was published, in the order of the rubric.

    Args:
        rubric: what is measured.
        benchmark: what was published.
        levels: node id -> the unit's score.
        leave_out: ids of operators that are no peers here, such as the unit itself.
        named: whether the reader asks for the named operators, however few they are.
    """
    spreads = [peer_spread(benchmark, node.id, leave_out, named=named) for node in rubric.nodes]
    return tuple(_standing(spread, levels.get(spread.node)) for spread in spreads if spread.count)


def _standing(spread: PeerSpread, score: float | None) -> PeerStanding:
    if score is None or spread.best is None:
        return PeerStanding(spread, score, None, None)
    ahead = sum(figure.score > score + TOLERANCE for figure in spread.figures)
    return PeerStanding(spread, score, spread.best.score - score, ahead + 1)
