"""A unit beside published operators, worded and drawn once for the page: sentence, tables, charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assessment.benchmark import Benchmark
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.engagement import Unit
from assessment.peers import FEWEST_PEERS, PeerStanding
from assessment.report.cells import level_cell, printed_cell, score_cell, words
from assessment.report.charts import alternative, series_of
from assessment.report.marks import marked_above
from assessment.report.numbers import plain, rounded, signed
from assessment.report.shapes import SPREAD, Cell, ChartKind, ChartSpec, Column, Role, Series, Table
from assessment.report.wording import headed
from assessment.rubric import TOLERANCE, Node, Rubric
from assessment.scoring import NodeScore, Scorer

BEST: Final = "best"


@dataclass(frozen=True)
class Beside:
    """One unit and the operators of one data set.

    Attributes:
        standings: by node for which a peer was published, in the order of the rubric.
        named: whether the reader asks for single operators, however few there are.
        against: `BEST`, or the id of the operator that gaps are measured to.
    """

    here: AssessedWave
    unit: Unit
    benchmark: Benchmark
    standings: tuple[PeerStanding, ...]
    lang: Lang
    named: bool = False
    against: str = BEST

    @property
    def rubric(self) -> Rubric:
        """What is measured."""
        return self.here.rubric

    def nodes(self, tier: str) -> list[Node]:
        """The nodes of a tier for which a peer was published."""
        found = (self.rubric.node(one.spread.node) for one in self.standings)
        return [node for node in found if self.rubric.tier(node.id) == tier]

    @property
    def tiers(self) -> list[str]:
        """The tiers for which a peer was published."""
        return [tier for tier in self.rubric.tiers if self.nodes(tier)]

    def standing(self, node: str) -> PeerStanding:
        """How the unit stands at a node for which a peer was published."""
        return next(one for one in self.standings if one.spread.node == node)

    def own_cells(self, nodes: Sequence[Node]) -> list[Cell]:
        """The unit's scores, or why there is none."""
        scores, marked = self._own
        scale, lang = self.rubric.scale, self.lang
        return [score_cell(scores[n.id], scale, lang, marked=n.id in marked) for n in nodes]

    @cached_property
    def _own(self) -> tuple[Mapping[str, NodeScore], frozenset[str]]:
        """The unit's scores by node, and the nodes that rest on a marked rating."""
        ratings = self.here.adopted.get(self.unit.id, {})
        return Scorer(self.rubric).unit(ratings), marked_above(self.rubric, ratings)

    def printed(self, operator: str, node: str) -> Cell:
        """An operator's printed figure; hidden where there are too few and nobody asked by name."""
        if self.standing(node).spread.hidden:
            return Cell(text("benchmark.hidden", self.lang, fewest=FEWEST_PEERS), None, "score", "unknown")
        return printed_cell(self.benchmark.score_of(operator, node), self.rubric.scale, self.lang)

    def referred(self, node: str) -> Cell:
        """What the gap is measured to at a node."""
        best = self.standing(node).spread.best
        if self.against != BEST:
            return self.printed(self.against, node)
        return self.printed("" if best is None else best.operator, node)

    def gap(self, node: str) -> float | None:
        """What the unit lacks to reach it; below 0 where it is ahead; None where either is missing."""
        score, held = self.standing(node).score, self.referred(node).value
        return None if score is None or held is None else held - score

    def reference_name(self) -> str:
        """Whom the gaps are measured to."""
        if self.against == BEST:
            return text("benchmark.best", self.lang)
        return self.benchmark.operator(self.against).called(self.lang)


def headline(found: Beside, tier: str) -> str:
    """Where the gap is widest, in one sentence."""
    lang, unit = found.lang, found.unit.called(found.lang)
    gaps = {node.id: gap for node in found.nodes(tier) if (gap := found.gap(node.id)) is not None}
    if not gaps:
        hidden = all(found.standing(node.id).spread.hidden for node in found.nodes(tier))
        said = {"unit": unit, "reference": found.reference_name(), "fewest": FEWEST_PEERS}
        return text(f"benchmark.headline.{'hidden' if hidden else 'none'}", lang, **said)
    widest = max(gaps, key=lambda node: gaps[node])
    behind = sum(gap > TOLERANCE for gap in gaps.values())
    told = {"unit": unit, "count": len(gaps), "behind": behind, "reference": found.reference_name()}
    told |= {"node": found.rubric.name_of(widest, lang), "gap": rounded(gaps[widest])}
    kind = "ahead" if not behind else "all" if behind == len(gaps) else "some"
    return text(f"benchmark.headline.{kind}", lang, **told)


def standings_table(found: Beside, tier: str) -> Table:
    """A row per node, the widest gap first; rows without a gap last."""
    lang, nodes = found.lang, widest_first(found, found.nodes(tier))
    columns = [Column("node", text("comparing.column.node", lang), width=3)]
    columns.append(Column("score", found.unit.called(lang), "score"))
    columns.append(Column("reference", headed(found.reference_name()), "score"))
    columns.append(Column("gap", text("benchmark.column.gap", lang), "score"))
    if found.against == BEST:
        columns.append(Column("best_operator", text("comparing.column.best_operator", lang), width=2))
    columns += [
        Column(key, text(f"comparing.column.{key}", lang), "score")
        for key in ("place", "median", "q1", "q3", "peers")
    ]
    own = dict(zip((node.id for node in nodes), found.own_cells(nodes), strict=True))
    rows = tuple(
        tuple(_standing_cells(found, node, own[node.id])[column.key] for column in columns) for node in nodes
    )
    title = text("benchmark.standings", lang, unit=found.unit.called(lang))
    return Table("benchmark.standings", title, tuple(columns), rows, (), tuple(node.id for node in nodes))


def named_table(found: Beside, tier: str) -> Table:
    """A row per node, a column per operator by name."""
    lang, nodes, peers = found.lang, found.nodes(tier), found.benchmark.peers
    columns = (
        Column("node", text("comparing.column.node", lang), width=3),
        Column(f"unit.{found.unit.id}", found.unit.called(lang), "score"),
        *(Column(f"peer.{peer.id}", peer.called(lang), "score") for peer in peers),
    )
    own = found.own_cells(nodes)
    rows = tuple(
        (
            words(found.rubric.name_of(node.id, lang)),
            own[place],
            *(found.printed(peer.id, node.id) for peer in peers),
        )
        for place, node in enumerate(nodes)
    )
    title = text("benchmark.by-name", lang)
    return Table("benchmark.by-name", title, columns, rows, (), tuple(node.id for node in nodes))


def widest_first(found: Beside, nodes: Sequence[Node]) -> list[Node]:
    """The nodes by their gap, those without one last."""
    gaps = {node.id: found.gap(node.id) for node in nodes}

    def behind(node: Node) -> tuple[bool, float]:
        gap = gaps[node.id]
        return gap is None, -(gap or 0.0)

    return sorted(nodes, key=behind)


def spread_chart(found: Beside, tier: str) -> ChartSpec:
    """The unit over the peers' quartiles, with the best of them."""
    nodes, lang = found.nodes(tier), found.lang
    spreads = [found.standing(node.id).spread for node in nodes]
    quartiles = [
        series_of(
            text(f"comparing.column.{name}", lang),
            "peer",
            [_figure(getattr(spread, name), found, spread.hidden) for spread in spreads],
            name,
        )
        for name in SPREAD
    ]
    series = [_own(found, nodes), _best(found, nodes), *quartiles]
    counts = ", ".join(str(spread.count) for spread in spreads)
    notes = (text("benchmark.note.quartiles", lang, counts=counts),)
    return _chart(found, "spread", "benchmark.spread", nodes, series, notes)


def gap_chart(found: Beside, tier: str) -> ChartSpec:
    """The unit and what the gap is measured to, the widest gap first."""
    nodes = widest_first(found, found.nodes(tier))
    return _chart(found, "dots", "benchmark.gaps", nodes, [_own(found, nodes), _reference(found, nodes)])


def radar_of(found: Beside, tier: str) -> ChartSpec:
    """Both over the spokes of a circle."""
    nodes = found.nodes(tier)
    return _chart(found, "radar", "benchmark.radar", nodes, [_own(found, nodes), _reference(found, nodes)])


def bars_by_name(found: Beside, tier: str, most: int) -> ChartSpec:
    """At the node with the widest gap, every operator by name, the highest first, the unit among them."""
    lang = found.lang
    node = widest_first(found, found.nodes(tier))[0]
    shown = [(found.unit.called(lang), found.own_cells([node])[0], found.unit.id)]
    figures = found.standing(node.id).spread.figures[:most]
    for one in figures:
        name = found.benchmark.operator(one.operator).called(lang)
        shown.append((name, found.printed(one.operator, node.id), one.operator))
    shown.sort(key=lambda bar: -(-1.0 if bar[1].value is None else bar[1].value))
    names = tuple(name for name, _, _ in shown)
    series = (_bars_of(found, shown, own=True), _bars_of(found, shown, own=False))
    title = text("benchmark.bars", lang, node=found.rubric.name_of(node.id, lang))
    return _spec(found, "dots", "benchmark.bars", title, names, tuple(one for _, _, one in shown), series)


def _bars_of(found: Beside, shown: Sequence[tuple[str, Cell, str]], *, own: bool) -> Series:
    cells = [
        cell if (behind == found.unit.id) == own else Cell("", None, "score") for _, cell, behind in shown
    ]
    name = found.unit.called(found.lang) if own else text("benchmark.operators", found.lang)
    return series_of(name, "unit" if own else "best", cells, "own" if own else "peers")


def _own(found: Beside, nodes: Sequence[Node]) -> Series:
    return series_of(found.unit.called(found.lang), "unit", found.own_cells(nodes), found.unit.id)


def _best(found: Beside, nodes: Sequence[Node]) -> Series:
    cells = []
    for node in nodes:
        best = found.standing(node.id).spread.best
        cells.append(found.printed("" if best is None else best.operator, node.id))
    return series_of(headed(text("benchmark.best", found.lang)), "best", cells, BEST)


def _reference(found: Beside, nodes: Sequence[Node]) -> Series:
    cells = [found.referred(node.id) for node in nodes]
    role: Role = "best" if found.against == BEST else "second"
    return series_of(headed(found.reference_name()), role, cells, found.against)


def _figure(value: float | None, found: Beside, hidden: bool) -> Cell:  # noqa: FBT001 - a fact of the spread
    why = text("benchmark.hidden", found.lang, fewest=FEWEST_PEERS) if hidden else "–"
    return level_cell(value, found.rubric.scale, why)


def _standing_cells(found: Beside, node: Node, own: Cell) -> dict[str, Cell]:
    one, lang = found.standing(node.id), found.lang
    spread, gap = one.spread, found.gap(node.id)
    missing = text("benchmark.no-gap", lang)
    best = "" if spread.best is None else found.benchmark.operator(spread.best.operator).called(lang)
    place = missing if one.place is None else f"{one.place} / {spread.count + 1}"
    return {
        "node": words(found.rubric.name_of(node.id, lang)),
        "score": own,
        "reference": found.referred(node.id),
        "best_operator": words(best or text("benchmark.hidden", lang, fewest=FEWEST_PEERS)),
        "gap": Cell(missing if gap is None else signed(gap), gap, "difference"),
        "place": Cell(place, None if one.place is None else one.place, "count"),
        "peers": Cell(str(spread.count), spread.count, "count"),
        **{name: _figure(getattr(spread, name), found, spread.hidden) for name in SPREAD},
    }


def _chart(
    found: Beside,
    kind: ChartKind,
    name: str,
    nodes: Sequence[Node],
    series: Sequence[Series],
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    lang = found.lang
    title = text(name, lang, unit=found.unit.called(lang), reference=found.reference_name())
    names = tuple(found.rubric.name_of(node.id, lang) for node in nodes)
    return _spec(found, kind, name, title, names, tuple(node.id for node in nodes), series, notes)


def _spec(  # noqa: PLR0913, PLR0917 - a chart has as many parts
    found: Beside,
    kind: ChartKind,
    name: str,
    title: str,
    names: tuple[str, ...],
    ids: tuple[str, ...],
    series: Sequence[Series],
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    scale, lang = found.rubric.scale, found.lang
    return ChartSpec(
        id=name,
        kind=kind,
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=ids,
        series=tuple(series),
        axis_min=scale.min,
        axis_max=scale.max,
        axis_title=text("report.axis.level", lang, low=plain(scale.min), high=plain(scale.max)),
        notes=notes,
    )
