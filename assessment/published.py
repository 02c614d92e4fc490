"""What was published beside what we compute, and whether any weights could explain the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessment.benchmark import Benchmark, PublishedScore
from assessment.errors import SolverMissingError
from assessment.ratings import Rating
from assessment.rubric import TOLERANCE, Node, Rubric
from assessment.scoring import Scorer

ROUNDING: Final = 0.005 + TOLERANCE
"""How far a printed figure with two decimals may be from the figure that was meant."""

Verdict = Literal["equal", "weights", "clash", "impossible", "illegible", "untested"]


@dataclass(frozen=True, slots=True)
class WeightRange:
    """Lowest and highest normalised weight (0..1) of one indicator that still gives the published figures."""

    indicator: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PublishedComparison:
    """One published composite beside ours (method.md section 2).

    Attributes:
        printed: the figure as it stands in the source.
        published: the same as a number.
        computed: our score of the node from the published indicator scores; None below the minimum coverage.
        difference: published - computed; None without a computed score.
        verdict: `equal` (to 0.005); `weights` (some weights, the same for all units of the set, explain it);
            `clash` (weights explain this figure alone, but no one set explains all units); `impossible`
            (outside the range of its own indicators: no weights at all); `illegible` (an indicator score is
            lost: untestable); `untested` (only the solver could tell, and it was not asked).
        weight_ranges: for `weights` and `equal` where one set explains all units; else empty.
    """

    operator: str
    node: str
    printed: str
    published: float
    computed: float | None
    difference: float | None
    verdict: Verdict
    weight_ranges: tuple[WeightRange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A published composite with the published scores of its indicators; None where one is lost."""

    published: PublishedScore
    composite: float
    scores: tuple[float | None, ...]

    @property
    def seen(self) -> tuple[float, ...] | None:
        """The indicators' scores, None as soon as one is lost."""
        known = tuple(score for score in self.scores if score is not None)
        return known if len(known) == len(self.scores) else None


def compare_published(
    rubric: Rubric, benchmark: Benchmark, *, solve: bool = True
) -> tuple[PublishedComparison, ...]:
    """Every published composite whose indicators were published too, beside our own figure.

    Whether weights explain it is a linear program over all units of a node (method.md section 2): `w >= 0`,
    `sum(w) = 1`, `|x.w - published| <= 0.005`; a unit with a lost indicator score is left out of it.

    Args:
        rubric: what is measured.
        benchmark: what was published.
        solve: whether to ask the linear program; without it some verdicts are `untested`.

    Returns:
        In the order of the benchmark's scores.

    Raises:
        SolverMissingError: scipy is not installed, and `solve` asks for it.
    """
    cases = [case for score in benchmark.scores if (case := _case(rubric, benchmark, score))]
    by_node: dict[str, list[_Case]] = {}
    for case in cases:
        by_node.setdefault(case.published.node, []).append(case)
    ranges: dict[str, tuple[WeightRange, ...]] = {}
    if solve:
        ranges = {node: _weight_ranges(_leaves(rubric.node(node)), found) for node, found in by_node.items()}
    scorer = Scorer(rubric)
    return tuple(_compare(scorer, case, ranges.get(case.published.node)) for case in cases)


def _leaves(node: Node) -> tuple[Node, ...]:
    return tuple(below for below in node.walk() if below.is_indicator)


def _case(rubric: Rubric, benchmark: Benchmark, score: PublishedScore) -> _Case | None:
    """None for an indicator, an outside or lost figure, and where an indicator was not published at all."""
    if score.score is None or score.node not in rubric or rubric.node(score.node).is_indicator:
        return None
    found = [benchmark.score_of(score.operator, leaf.id) for leaf in _leaves(rubric.node(score.node))]
    if any(leaf is None for leaf in found):
        return None
    return _Case(score, score.score, tuple(leaf.score for leaf in found if leaf))


def _compare(scorer: Scorer, case: _Case, ranges: tuple[WeightRange, ...] | None) -> PublishedComparison:
    """`ranges`: none at all where the solver was not asked, empty where no weights explain all units."""
    computed = _computed(scorer, case)
    verdict = _verdict(case, computed, explained=None if ranges is None else bool(ranges))
    return PublishedComparison(
        operator=case.published.operator,
        node=case.published.node,
        printed=case.published.printed,
        published=case.composite,
        computed=computed,
        difference=None if computed is None else case.composite - computed,
        verdict=verdict,
        weight_ranges=ranges if ranges and verdict in {"weights", "equal"} else (),
    )


def _computed(scorer: Scorer, case: _Case) -> float | None:
    leaves = _leaves(scorer.rubric.node(case.published.node))
    ratings = {
        leaf.id: Rating(
            unit=case.published.operator,
            wave="",
            rater="",
            indicator=leaf.id,
            score=score,
            state="unknown" if score is None else "scored",
        )
        for leaf, score in zip(leaves, case.scores, strict=True)
    }
    return scorer.unit(ratings)[case.published.node].score


def _verdict(case: _Case, computed: float | None, *, explained: bool | None) -> Verdict:
    if case.seen is None:
        return "illegible"
    if computed is not None and abs(case.composite - computed) <= ROUNDING:
        return "equal"
    if not min(case.seen) - ROUNDING <= case.composite <= max(case.seen) + ROUNDING:
        return "impossible"
    if explained is None:
        return "untested"
    return "weights" if explained else "clash"


def _weight_ranges(leaves: Sequence[Node], cases: Iterable[_Case]) -> tuple[WeightRange, ...]:
    """Lowest and highest weight of every indicator over all sets that explain all units; empty without."""
    rows = [(case.seen, case.composite) for case in cases if case.seen]
    if not rows:
        return ()
    matrix = [list(seen) for seen, _ in rows] + [[-score for score in seen] for seen, _ in rows]
    limits = [composite + ROUNDING for _, composite in rows] + [ROUNDING - composite for _, composite in rows]
    ranges = []
    for place, leaf in enumerate(leaves):
        aim = [float(other == place) for other in range(len(leaves))]
        low, high = (_least([sign * one for one in aim], matrix, limits) for sign in (1, -1))
        if low is None or high is None:
            return ()
        ranges.append(WeightRange(leaf.id, max(0.0, low), min(1.0, -high)))
    return tuple(ranges)


def _least(aim: Sequence[float], matrix: Sequence[Sequence[float]], limits: Sequence[float]) -> float | None:
    """Least `aim.w` over normalised weights with `matrix.w <= limits`; None where there are none."""
    try:
        from scipy.optimize import linprog
    except ImportError as missing:
        raise SolverMissingError from missing
    found = linprog(aim, A_ub=matrix, b_ub=limits, A_eq=[[1.0] * len(aim)], b_eq=[1.0], bounds=(0, 1))
    return None if found.fun is None else float(found.fun)
