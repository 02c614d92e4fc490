"""Weights of a group of siblings: 100 points, a rank order, or pairwise judgements and their consistency.

Every method answers shares that add up to 1, in the order of the siblings (docs/method.md, "Weights").
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, Literal

import yaml

from assessment.rubric import OVERALL, TOLERANCE, Node, Rubric
from assessment.rubric_from_sheets import RubricFiles, read_rubric_sheets
from assessment.rubric_sheets import rubric_sheets

Method = Literal["points", "order", "pairs"]
Pair = tuple[int, int]

WEIGHTS_FILE: Final = "weights.yaml"
"""Beside `rubric.yaml`: the record of the decisions."""
POINTS: Final = 100.0
MOST_PAIRWISE: Final = 7
CONSISTENT: Final = 0.1
"""A consistency ratio above this asks for a judgement to be revisited."""
STRONGEST: Final = 9.0
_RANDOM_INDEX: Final = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32}
"""Saaty's mean consistency index of random matrices."""
_ROUNDS: Final = 10_000
_CLOSE: Final = 1e-14


@dataclass(frozen=True, slots=True)
class Revisit:
    """The judgement whose change would improve consistency most.

    Attributes:
        first, second: positions of the two siblings.
        said: how many times as much the first counts, as judged.
        fitting: the same as all other judgements together have it, on Saaty's scale (1/9 to 9).
        ratio: the consistency ratio with it.
    """

    first: int
    second: int
    said: float
    fitting: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Pairwise:
    """What pairwise judgements amount to.

    Attributes:
        shares: principal eigenvector, adding up to 1.
        eigenvalue: the principal one; equals the number of siblings where all judgements agree.
        ratio: consistency ratio CR = CI / RI; 0 for fewer than three siblings, which cannot contradict.
        revisit: None where the judgements are consistent enough (`CONSISTENT`).
    """

    shares: tuple[float, ...]
    eigenvalue: float
    ratio: float
    revisit: Revisit | None

    @property
    def consistent(self) -> bool:
        """Whether the judgements agree well enough to be used as they are."""
        return self.ratio <= CONSISTENT + TOLERANCE


@dataclass(frozen=True, slots=True)
class WeightDecision:
    """Who set a group's weights, how, when and why.

    Attributes:
        group: id of the node above the siblings; `overall` for the top nodes.
        weights: sibling -> weight, in points of 100.
        said: what was said to arrive at it: points, the order, or the judgements, as text.
        ratio: the consistency ratio of pairwise judgements; None for the other methods.
    """

    group: str
    method: Method
    weights: Mapping[str, float]
    by: str
    at: dt.datetime
    why: str
    said: str = ""
    ratio: float | None = None


def from_points(points: Sequence[float]) -> tuple[float, ...]:
    """Shares of points that were given out, usually 100 of them.

    Raises:
        ValueError: a figure is below zero or not finite, or all are zero.
    """
    if not all(math.isfinite(one) and one >= 0 for one in points) or not sum(points) > 0:
        raise ValueError(f"no weights come of {points}")
    whole = math.fsum(points)
    return tuple(one / whole for one in points)


def from_order(places: Sequence[int]) -> tuple[float, ...]:
    """Rank order centroid weights `w_k = (1/n) Σ_{j>=k} 1/j`; ties share the mean of their places.

    Args:
        places: of every sibling, 1 for the most important; equal places are a tie.

    Raises:
        ValueError: no siblings, or a place below 1.
    """
    if not places or min(places) < 1:
        raise ValueError(f"no weights come of {places}")
    count = len(places)
    of_place = [math.fsum(1 / j for j in range(k, count + 1)) / count for k in range(1, count + 1)]
    ordered = sorted(places)
    shared = {
        place: math.fsum(of_place[ordered.index(place) : ordered.index(place) + ordered.count(place)])
        / ordered.count(place)
        for place in set(places)
    }
    return tuple(shared[place] for place in places)


def from_pairs(count: int, judged: Mapping[Pair, float]) -> Pairwise:
    """Weights of pairwise judgements by Saaty's analytic hierarchy process.

    Args:
        count: how many siblings there are, 1 to `MOST_PAIRWISE`.
        judged: (i, j), i < j -> how many times as much sibling i counts as j; above 0.

    Raises:
        ValueError: too many siblings, a pair is missing or one too many, or a judgement is not above 0.
    """
    pairs = list(combinations(range(count), 2))
    good = all(math.isfinite(times) and times > 0 for times in judged.values())
    if not 1 <= count <= MOST_PAIRWISE or set(judged) != set(pairs) or not good:
        raise ValueError(f"no weights come of {judged}")
    shares, eigenvalue, ratio = _solved(count, judged)
    revisit = None if ratio <= CONSISTENT + TOLERANCE else _revisit(count, judged)
    return Pairwise(shares, eigenvalue, ratio, revisit)


def _solved(count: int, judged: Mapping[Pair, float]) -> tuple[tuple[float, ...], float, float]:
    """Eigenvector, eigenvalue and consistency ratio."""
    matrix = [[1.0] * count for _ in range(count)]
    for (i, j), times in judged.items():
        matrix[i][j], matrix[j][i] = times, 1 / times
    shares = [1 / count] * count
    eigenvalue = float(count)
    for _ in range(_ROUNDS):
        product = [math.fsum(a * w for a, w in zip(row, shares, strict=True)) for row in matrix]
        eigenvalue = math.fsum(product)
        following = [one / eigenvalue for one in product]
        moved = max(abs(a - b) for a, b in zip(following, shares, strict=True))
        shares = following
        if moved < _CLOSE:
            break
    index = max(0.0, (eigenvalue - count) / (count - 1)) if count > 1 else 0.0
    return tuple(shares), eigenvalue, index / _RANDOM_INDEX[count] if count in _RANDOM_INDEX else 0.0


def _revisit(count: int, judged: Mapping[Pair, float]) -> Revisit:
    """Try for every pair what the other judgements say about it; the best one is the one to revisit.

    What the others say is the geometric mean of the ways from one sibling to the other over each third.
    """

    def tried(pair: Pair) -> Revisit:
        fitting = _implied(judged, pair, count)
        _, _, ratio = _solved(count, {**judged, pair: fitting})
        return Revisit(*pair, judged[pair], fitting, ratio)

    return min(map(tried, judged), key=lambda revisit: revisit.ratio)


def _implied(judged: Mapping[Pair, float], pair: Pair, count: int) -> float:
    """How many times as much i counts as j by way of every third, as a geometric mean, from 1/9 to 9."""

    def log(a: int, b: int) -> float:
        return math.log(judged[a, b]) if a < b else -math.log(judged[b, a])

    i, j = pair
    thirds = [k for k in range(count) if k not in pair]
    mean = math.fsum(log(i, k) + log(k, j) for k in thirds) / len(thirds)
    return min(STRONGEST, max(1 / STRONGEST, math.exp(mean)))


def in_points(shares: Sequence[float]) -> tuple[float, ...]:
    """Shares as points of 100, to six decimals."""
    return tuple(round(POINTS * share, 6) for share in shares)


def siblings(rubric: Rubric, group: str) -> tuple[Node, ...]:
    """The nodes that share a group's weights; KeyError where there is no such group."""
    children = rubric.root.children if group == OVERALL else rubric.node(group).children
    if not children:
        raise KeyError(group)
    return children


def reweighted(rubric: Rubric, decisions: Sequence[WeightDecision], version: str) -> Rubric:
    """A new version of a rubric with the weights that were decided; everything else is the same.

    Args:
        rubric: the version to start from, which stays as it is.
        decisions: later ones count where a group is decided twice.
        version: of the new one.

    Raises:
        KeyError: a decision is about a group or sibling that is not there.
    """
    wanted: dict[str, float] = {}
    for decision in decisions:
        known = {node.id for node in siblings(rubric, decision.group)}
        if set(decision.weights) != known:
            raise KeyError(decision.group)
        wanted |= decision.weights

    def changed(node: Node) -> Node:
        children = tuple(map(changed, node.children))
        return node.model_copy(update={"weight": wanted.get(node.id, node.weight), "children": children})

    said: dict[str, Any] = {name: getattr(rubric, name) for name in Rubric.model_fields}
    return Rubric(**{**said, "version": version, "tree": tuple(map(changed, rubric.tree))})


def weighed(
    files: RubricFiles,
    decisions: Sequence[WeightDecision],
    version: str = "",
    earlier: Sequence[WeightDecision] = (),
) -> RubricFiles:
    """A rubric with the weights that were decided, and with the record of who decided them, when and why.

    Args:
        files: the rubric to start from.
        decisions: as for `reweighted`.
        version: of the result; the same as before where it is not published yet.
        earlier: decisions that the rubric already stands on; those about other groups stay on record.

    Returns:
        The rubric, its files written anew, and `weights.yaml`.
    """
    if not decisions:
        return files
    rubric = reweighted(files.rubric, decisions, version or files.rubric.version)
    again, problems = read_rubric_sheets(rubric_sheets(rubric, "en"), rubric.id)
    if again is None:
        raise ValueError(f"the rubric does not read back: {problems[:3]}")
    fresh = {one.group for one in decisions}
    kept = [*(one for one in earlier if one.group not in fresh), *decisions]
    return RubricFiles(
        again.rubric, {**files.files, **again.files, WEIGHTS_FILE: _recorded(files.rubric, kept)}
    )


def _recorded(before: Rubric, decisions: Sequence[WeightDecision]) -> str:
    rows = [
        {
            "group": one.group,
            "method": one.method,
            "said": one.said,
            **({} if one.ratio is None else {"consistency_ratio": round(one.ratio, 4)}),
            "weights": dict(one.weights),
            "by": one.by,
            "at": one.at.isoformat(timespec="seconds"),
            "why": one.why,
        }
        for one in decisions
    ]
    data = {"from": f"{before.id} {before.version}", "decisions": rows}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
