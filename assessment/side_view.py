"""Two to eight units side by side, worded and drawn once for the page: sentence, charts, what lies behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assessment import comparing
from assessment.benchmark import Benchmark, Operator
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.comparison import NodeDifference, SideBySide, common_scope_scores
from assessment.engagement import Unit
from assessment.report.cells import printed_cell, score_cell, words
from assessment.report.charts import alternative, series_of
from assessment.report.marks import marked_above
from assessment.report.numbers import places_apart, plain, rounded
from assessment.report.shapes import Cell, ChartKind, ChartSpec, Column, Role, Series, Table
from assessment.report.wording import headed, joined
from assessment.rubric import TOLERANCE, Node, Rubric
from assessment.scoring import NodeScore

FEWEST_UNITS: Final = 2
MOST_UNITS: Final = 8
MOST_ROWS: Final = 12
"""Rows of the chart of the largest differences."""
MOST_FIGURES: Final = 60
"""Bars that a chart takes before it cannot be read."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands side by side.

    Attributes:
        units: in the order chosen.
        peers: published operators beside them.
        found: where the units differ, at every tier.
        scores: unit id -> node id -> result, on the indicators that apply to all of them.
    """

    here: AssessedWave
    units: tuple[Unit, ...]
    peers: tuple[Operator, ...]
    benchmark: Benchmark | None
    found: SideBySide
    scores: Mapping[str, Mapping[str, NodeScore]]
    lang: Lang

    @property
    def rubric(self) -> Rubric:
        """What is measured."""
        return self.here.rubric

    def name(self, unit: str) -> str:
        """A unit's name."""
        return {one.id: one.called(self.lang) for one in self.units}[unit]

    def names(self, units: Sequence[str]) -> str:
        """Several units' names as a list."""
        return joined([self.name(unit) for unit in units], self.lang)

    def largest(self, tier: str) -> list[NodeDifference]:
        """Where they differ, the largest difference first."""
        return [one for one in self.found.nodes if one.tier == tier]

    def nodes(self, tier: str) -> list[Node]:
        """The nodes of a tier, in the order of the rubric; the top before those of the first."""
        rubric = self.rubric
        top = [rubric.root] if tier == rubric.tiers[0] else []
        return [*top, *(n for n in rubric.nodes if n is not rubric.root and rubric.tier(n.id) == tier)]


def side_by_side(
    here: AssessedWave, units: Sequence[Unit], benchmark: Benchmark | None, peers: Sequence[str], lang: Lang
) -> Sides:
    """Set units side by side, with published operators beside them."""
    ids = [unit.id for unit in units]
    found = comparing.side_by_side(here, ids)
    common = common_scope_scores(here.rubric, {unit: here.adopted.get(unit, {}) for unit in ids})
    beside = tuple(one for one in benchmark.peers if one.id in peers) if benchmark else ()
    return Sides(here, tuple(units), beside, benchmark, found, common.scores, lang)


def headline(sides: Sides, tier: str) -> str:
    """Where the units are furthest apart, in one sentence."""
    largest = sides.largest(tier)
    if not largest:
        return text("side.headline.none", sides.lang)
    if largest[0].spread <= TOLERANCE:
        return text("side.headline.same", sides.lang)
    return text("side.headline.widest", sides.lang, **said_of(sides, largest[0]))


def said_of(sides: Sides, one: NodeDifference) -> dict[str, str]:
    """The words of one difference: node, who is highest and lowest, their scores, how far apart."""
    scores = [score for score in one.scores if score is not None]
    top, bottom = max(scores), min(scores)
    places = places_apart(top, bottom)
    return {
        "node": sides.rubric.name_of(one.node, sides.lang),
        "high": sides.names(one.highest),
        "low": sides.names(one.lowest),
        "top": rounded(top, places),
        "bottom": rounded(bottom, places),
        "spread": rounded(one.spread, places),
    }


def opening_units(here: AssessedWave, unit: str) -> list[str]:
    """The unit in view, and beside it the one above or its first rated neighbours."""
    tree = {one.id: one for one in here.tree}
    rated = here.rated.units
    own = [unit] if unit in rated else list(rated[:1])
    parent = tree[own[0]].parent if own else None
    family = [one for one in rated if tree[one].parent == parent or one == parent]
    others = [one for one in (*family, *rated) if one not in own]
    return [*own, *dict.fromkeys(others)][:3]


def dumbbells(sides: Sides, tier: str) -> ChartSpec:
    """A dot per unit at each of the nodes that differ most."""
    nodes = [sides.rubric.node(one.node) for one in sides.largest(tier)[:MOST_ROWS]]
    title = text("side.dumbbell", sides.lang, tier=_tier(sides, tier))
    return _chart(sides, "dots", "side.dumbbell", title, nodes, _unit_series(sides, nodes))


def radar(sides: Sides) -> ChartSpec:
    """All sides over the dimensions."""
    nodes = [node for node in sides.nodes(sides.rubric.tiers[0]) if node is not sides.rubric.root]
    series = [*_unit_series(sides, nodes), *_peer_series(sides, nodes)]
    return _chart(sides, "radar", "side.radar", _tier(sides, sides.rubric.tiers[0]), nodes, series)


def bars(sides: Sides, tier: str) -> ChartSpec:
    """All sides as bars, at the nodes that differ most where there are too many."""
    count = len(sides.units) + len(sides.peers)
    most = max(4, MOST_FIGURES // max(1, count))
    chosen = {one.node for one in sides.largest(tier)[:most]}
    nodes = [node for node in sides.nodes(tier) if node.id in chosen or len(sides.nodes(tier)) <= most]
    series = [*_unit_series(sides, nodes), *_peer_series(sides, nodes)]
    title = text("side.bars", sides.lang, tier=_tier(sides, tier))
    return _chart(sides, "bar", "side.bars", title, nodes, series)


def scores_table(sides: Sides, tier: str) -> Table:
    """A row per node, a column per side; the largest difference first."""
    lang, largest = sides.lang, {one.node: one for one in sides.found.nodes}
    order = [one.node for one in sides.largest(tier)]
    nodes = sorted(sides.nodes(tier), key=lambda n: order.index(n.id) if n.id in order else len(order))
    columns = (
        Column("node", text("comparing.column.node", lang), width=3),
        Column("spread", text("side.column.spread", lang), "score"),
        *(Column(f"unit.{unit.id}", unit.called(lang), "score") for unit in sides.units),
        *(Column(f"peer.{peer.id}", peer.called(lang), "score") for peer in sides.peers),
    )
    series = [*_cells_by_unit(sides, nodes), *_cells_by_peer(sides, nodes)]
    rows = tuple(
        (
            words(sides.rubric.name_of(node.id, lang)),
            _spread(largest.get(node.id)),
            *(cells[place] for cells in series),
        )
        for place, node in enumerate(nodes)
    )
    ids = tuple(node.id for node in nodes)
    return Table("side.scores", text("side.table", lang), columns, rows, (), ids)


def _spread(one: NodeDifference | None) -> Cell:
    if one is None:
        return Cell("–", None, "score")
    return Cell(rounded(one.spread), one.spread, "score")


def _cells_by_unit(sides: Sides, nodes: Sequence[Node]) -> list[list[Cell]]:
    scale, lang = sides.rubric.scale, sides.lang
    cells = []
    for unit in sides.units:
        scores = sides.scores[unit.id]
        marked = marked_above(sides.rubric, sides.here.adopted.get(unit.id, {}))
        cells.append([score_cell(scores[n.id], scale, lang, marked=n.id in marked) for n in nodes])
    return cells


def _cells_by_peer(sides: Sides, nodes: Sequence[Node]) -> list[list[Cell]]:
    found, scale = sides.benchmark, sides.rubric.scale
    if found is None:
        return []
    return [[printed_cell(found.score_of(p.id, n.id), scale, sides.lang) for n in nodes] for p in sides.peers]


def _unit_series(sides: Sides, nodes: Sequence[Node]) -> list[Series]:
    roles: list[Role] = ["unit", "second", *["peer"] * MOST_UNITS]  # type: ignore[list-item]
    return [
        series_of(unit.called(sides.lang), role, cells, unit.id)
        for unit, role, cells in zip(sides.units, roles, _cells_by_unit(sides, nodes), strict=False)
    ]


def _peer_series(sides: Sides, nodes: Sequence[Node]) -> list[Series]:
    return [
        series_of(peer.called(sides.lang), "published", cells, peer.id)
        for peer, cells in zip(sides.peers, _cells_by_peer(sides, nodes), strict=False)
    ]


def _tier(sides: Sides, tier: str) -> str:
    return headed(sides.rubric.tier_name(tier, sides.lang))


def _chart(
    sides: Sides, kind: ChartKind, name: str, title: str, nodes: Sequence[Node], series: Sequence[Series]
) -> ChartSpec:
    scale, lang = sides.rubric.scale, sides.lang
    names = tuple(sides.rubric.name_of(node.id, lang) for node in nodes)
    return ChartSpec(
        id=name,
        kind=kind,
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=tuple(node.id for node in nodes),
        series=tuple(series),
        axis_min=scale.min,
        axis_max=scale.max,
        axis_title=text("report.axis.level", lang, low=plain(scale.min), high=plain(scale.max)),
    )
