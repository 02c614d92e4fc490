"""Units x nodes at a glance: scores or differences, their ranks and states, filtered and in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.matrix import NodeScores
from assessment.rated_units import Bools, Floats, RatedUnits
from assessment.ratings import Rating
from assessment.references import Differences
from assessment.rubric import TOLERANCE, Rubric
from assessment.scoring import Scorer, ranks

LOW_COVERAGE: Final = 0.8
"""A score of which less is assessed is marked: it counts, but could be far from the truth."""

Ints = npt.NDArray[np.int64]


class Order(NamedTuple):
    """By which node the rows stand, the highest first or last; an empty node is the order of the tree."""

    node: str = ""
    lowest_first: bool = False

    @classmethod
    def read(cls, written: str) -> "Order":
        """As a link carries it: the node, with a minus before it for the lowest first."""
        return cls(written.removeprefix("-"), written.startswith("-"))

    def written(self) -> str:
        """For a link."""
        return ("-" if self.lowest_first else "") + self.node

    def after_click(self, node: str) -> "Order":
        """The highest first, then the lowest first, then the tree's order again."""
        if self.node != node:
            return Order(node)
        return Order() if self.lowest_first else Order(node, lowest_first=True)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """What is shown; every array is units x nodes, the nodes all of the rubric's.

    Attributes:
        units, nodes: ids of rows and columns.
        scores: of the units on their own.
        rank: 1 for the highest figure that is shown, as `scoring.ranks`; 0 where there is none.
        held: what the units are held against; None where scores are shown.
    """

    units: tuple[str, ...]
    nodes: tuple[str, ...]
    scores: NodeScores
    rank: Ints
    held: Differences | None = None

    @property
    def score(self) -> Floats:
        """Scores; where units are held against one unit or wave, on the indicators that apply to both."""
        return np.asarray(self.scores.score if self.held is None else self.held.score, np.float64)

    @property
    def figures(self) -> Floats:
        """What the cells show: scores, or differences where there is a reference."""
        return self.score if self.held is None else self.held.difference

    @property
    def low_coverage(self) -> Bools:
        """Where a score stands on less than `LOW_COVERAGE`."""
        found: Bools = np.isfinite(self.scores.score) & (self.scores.coverage < LOW_COVERAGE - TOLERANCE)
        return found

    def column(self, node: str) -> int:
        """Where a node stands; ValueError where it has no column."""
        return self.nodes.index(node)


def heat_map(rubric: Rubric, rated: RatedUnits, held: Differences | None = None) -> HeatMap:
    """Scores of these units, or where `held` is given their differences from its reference."""
    scores = rated.scores(Scorer(rubric))
    figures = scores.score if held is None else held.difference
    rank = np.array([[one or 0 for one in ranks(column)] for column in figures.T.tolist()], np.int64)
    return HeatMap(rated.units, scores.nodes, scores, rank.T.reshape(figures.shape), held)


def row_order(found: HeatMap, order: Order) -> Ints:
    """The places of the rows from the top; equal ones as in the tree, those without a figure last."""
    if order.node not in found.nodes:
        return np.arange(len(found.units))
    rank = found.rank[:, found.column(order.node)]
    return np.lexsort((-rank if order.lowest_first else rank, rank == 0))


def columns_of(rubric: Rubric, tier: str) -> tuple[str, ...]:
    """The whole and the nodes of a tier; all nodes for any other word."""
    if tier not in rubric.tiers:
        return tuple(node.id for node in rubric.nodes)
    return tuple(node.id for node in rubric.nodes if node is rubric.root or rubric.tier(node.id) == tier)


def tags(ratings: Iterable[Rating]) -> dict[str, frozenset[str]]:
    """Tag -> the units with a rating that carries it, the most used first."""
    found: dict[str, set[str]] = {}
    for rating in ratings:
        if rating.tag and rating.counts:
            found.setdefault(rating.tag.strip(), set()).add(rating.unit)
    return {tag: frozenset(found[tag]) for tag in sorted(found, key=lambda tag: (-len(found[tag]), tag))}


def whole_steps(figures: Floats, places: int) -> Ints:
    """Figures in tenths (`places` 1) or hundredths (2), as `report.numbers.rounded`; 0 where missing."""
    there = np.where(np.isfinite(figures), figures, 0.0)
    scaled = np.round(np.abs(there) * 10.0**places, 9)  # half a step is half a step, whatever its last bits
    return (np.sign(there) * np.floor(scaled + 0.5)).astype(np.int64)


def marked_cells(found: HeatMap, marked: Mapping[str, Iterable[str]]) -> Bools:
    """Which cells rest on a marked rating; `marked` is unit -> its nodes."""
    row = {unit: place for place, unit in enumerate(found.units)}
    cells = np.zeros(found.rank.shape, np.bool_)
    for unit in marked.keys() & row.keys():
        cells[row[unit], [found.column(node) for node in marked[unit]]] = True
    return cells


def units_in(units: Sequence[str], *among: frozenset[str] | None) -> tuple[str, ...]:
    """The units that are in every one of the sets; None is no limit."""
    return tuple(unit for unit in units if all(some is None or unit in some for some in among))
