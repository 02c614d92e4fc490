"""Units side by side, with the printed figures of the peers beside them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from assessment.benchmark import Operator
from assessment.catalogue import Lang
from assessment.comparison import common_scope_scores, scopes_differ
from assessment.engagement import Unit
from assessment.report.cells import printed_cell, score_cell, words
from assessment.report.charts import Drawn, node_chart, reference_series, unit_series
from assessment.report.headlines import apart_said, peers_said
from assessment.report.marks import marked_nodes, print_footnotes, rating_footnotes
from assessment.report.material import Material
from assessment.report.numbers import places_apart, rounded
from assessment.report.shapes import Cell, ChartSpec, Column, Role, Section, Table
from assessment.report.wording import headed, node_heading, say, sentences, some, source_line
from assessment.rubric import Node
from assessment.scoring import ranks


class _Ranking(NamedTuple):
    """The units with an overall score, each with the score that it is ranked by.

    Attributes:
        places: the rank of each, ties sharing the smallest.
        common: how many indicators the ranking stands on; None where the same apply to every unit.
        compared: how many units have an overall score of their own; on the common indicators some may not.
    """

    units: tuple[Unit, ...]
    scores: tuple[float, ...]
    places: tuple[int | None, ...]
    common: int | None = None
    compared: int = 0

    @property
    def leaders(self) -> list[Unit]:
        """Who shares the first place."""
        return [unit for unit, place in zip(self.units, self.places, strict=True) if place == 1]

    @property
    def runner_up(self) -> float | None:
        """The best score below the first place."""
        behind = [score for score, place in zip(self.scores, self.places, strict=True) if place != 1]
        return max(behind, default=None)


def comparison_section(material: Material, lang: Lang) -> Section:
    """All units with ratings in the wave, and the peers."""
    units, ranking = material.rated_units, _ranking(material)
    notes = rating_footnotes(material, [unit.id for unit in units], lang)
    figures = [
        material.printed(peer.id, node.id) for peer in _peers(material) for node in material.listed_nodes
    ]
    return Section(
        id="comparison",
        kind="comparison",
        title=_title(material, ranking, lang),
        lead=_lead(material, ranking, lang),
        node=material.rubric.root.id,
        tables=_tables(material, lang) if units else (),
        charts=(_chart(material, lang, notes),) if units else (),
        notes=(*notes, *print_footnotes(material, figures, lang), *_scope_note(material, lang)),
        source=source_line(material, lang),
    )


def comparison_title(material: Material, lang: Lang) -> str:
    """Where the report's unit ranks among the units with an overall score, on what applies to all of them."""
    return _title(material, _ranking(material), lang)


def _ranking(material: Material) -> _Ranking:
    root = material.rubric.root.id
    scored = [unit for unit in material.rated_units if material.result(unit.id, root).score is not None]
    ratings = {unit.id: material.ratings.get(unit.id, {}) for unit in scored}
    common = common_scope_scores(material.rubric, ratings) if scopes_differ(ratings) else None
    scores = common.scores if common else material.scores
    found = [(unit, score) for unit in scored if (score := scores[unit.id][root].score) is not None]
    values = tuple(score for _, score in found)
    counted = len(common.indicators) if common else None
    units = tuple(unit for unit, _ in found)
    return _Ranking(units, values, tuple(ranks(values)), counted, len(scored))


def _title(material: Material, ranking: _Ranking, lang: Lang) -> str:
    units = material.rated_units
    if not units:
        return say("comparison.nothing", lang)
    if len(units) == 1:
        return say("comparison.alone", lang, unit=units[0].called(lang))
    key, values = _rank_title(material, ranking, lang) if ranking.units else ("no-overall", {})
    return say(f"comparison.{key}{'' if ranking.common is None else '-common'}", lang, **values)


def _rank_title(material: Material, ranking: _Ranking, lang: Lang) -> tuple[str, dict[str, object]]:
    """Which sentence, and what it says of whom."""
    ids, top, count = [unit.id for unit in ranking.units], max(ranking.scores), len(ranking.units)
    leaders = some([unit.called(lang) for unit in ranking.leaders], lang)
    said: dict[str, object] = {"unit": material.unit.called(lang), "leaders": leaders, "count": count}
    if material.unit.id not in ids:
        return "unranked", {**said, "score": rounded(top)}
    at = ids.index(material.unit.id)
    own, rank = ranking.scores[at], ranking.places[at]
    if rank != 1:
        places = places_apart(own, top)
        return "rank", {**said, "rank": rank, "score": rounded(own, places), "top": rounded(top, places)}
    behind = ranking.runner_up
    said["score"] = rounded(own, 1 if behind is None else places_apart(own, behind))
    if count == 1:
        return "only", said
    return ("leads" if len(ranking.leaders) == 1 else "shares"), said


def _lead(material: Material, ranking: _Ranking, lang: Lang) -> str:
    root = material.rubric.root.id
    unscored = [
        unit.called(lang) for unit in material.rated_units if material.result(unit.id, root).score is None
    ]
    unrated = [unit.called(lang) for unit in material.units if unit.id not in material.scores]
    return sentences(
        [
            _common(material, ranking, lang),
            say("comparison.unscored", lang, units=some(unscored, lang)) if unscored else "",
            say("comparison.unrated", lang, units=some(unrated, lang)) if unrated else "",
        ],
        lang,
    )


def _common(material: Material, ranking: _Ranking, lang: Lang) -> str:
    """On how many indicators the ranking stands, where not everything applies to everybody."""
    if ranking.common is None:
        return ""
    count, total = ranking.compared, len(material.rubric.indicators)
    key = "comparison.common-both" if count == 2 else "comparison.common-all"  # noqa: PLR2004 - two are both
    return say(key, lang, common=ranking.common, total=total, count=count)


def _scope_note(material: Material, lang: Lang) -> tuple[str, ...]:
    """That units stand on different indicators, where what does not apply differs among them."""
    scopes = {
        frozenset(leaf.id for leaf in material.rubric.indicators if _left_out(material, unit, leaf))
        for unit in material.rated_units
    }
    return (say("comparison.scope", lang),) if len(scopes) > 1 else ()


def _left_out(material: Material, unit: Unit, leaf: Node) -> bool:
    return material.result(unit.id, leaf.id).state == "na"


def _peers(material: Material) -> tuple[Operator, ...]:
    return material.benchmark.peers if material.benchmark else ()


def _tables(material: Material, lang: Lang) -> tuple[Table, ...]:
    """All nodes above the indicators, then the indicators, unless these stand in the first already."""
    flat = material.listed_nodes == material.rubric.nodes
    return (_scores(material, lang), *(() if flat else (_indicators(material, lang),)))


def _scores(material: Material, lang: Lang) -> Table:
    nodes, peers, scale = material.listed_nodes, _peers(material), material.rubric.scale
    unit_cell = _unit_cells(material, lang)
    columns = (
        Column("node", node_heading(material, lang), width=3),
        Column("tier", say("column.tier", lang), width=1.3),
        *_unit_columns(material, lang),
        *(Column(f"peer.{peer.id}", peer.called(lang), "score") for peer in peers),
    )
    rows = tuple(
        (
            words(material.rubric.name_of(node.id, lang)),
            words(headed(material.rubric.tier_name(material.rubric.tier(node.id), lang))),
            *(unit_cell(unit, node) for unit in material.rated_units),
            *(printed_cell(material.printed(peer.id, node.id), scale, lang) for peer in peers),
        )
        for node in nodes
    )
    title = say("comparison.scores-peers" if peers else "comparison.scores", lang)
    ids = tuple(node.id for node in nodes)
    finding = peers_said(material, material.dimensions, lang)
    return Table("comparison.scores", title, columns, rows, (), ids, material.depths(nodes), finding)


def _indicators(material: Material, lang: Lang) -> Table:
    rubric, unit_cell = material.rubric, _unit_cells(material, lang)
    tier = rubric.tier_name(rubric.tiers[-1], lang)
    columns = (
        Column("capability", say("column.above", lang), width=2.4),
        Column("indicator", headed(tier), width=3),
        *_unit_columns(material, lang),
    )
    leaves = [(node, leaf) for node in material.capabilities for leaf in node.children if leaf.is_indicator]
    rows = tuple(
        (
            words(rubric.name_of(node.id, lang)),
            words(rubric.name_of(leaf.id, lang)),
            *(unit_cell(unit, leaf) for unit in material.rated_units),
        )
        for node, leaf in leaves
    )
    title = headed(say("comparison.indicators", lang, tier=tier))
    ids = tuple(leaf.id for _, leaf in leaves)
    finding = apart_said(material, [leaf for _, leaf in leaves], lang)
    return Table("comparison.indicators", title, columns, rows, row_ids=ids, finding=finding)


def _unit_columns(material: Material, lang: Lang) -> tuple[Column, ...]:
    return tuple(Column(f"unit.{unit.id}", unit.called(lang), "score") for unit in material.rated_units)


def _unit_cells(material: Material, lang: Lang) -> Callable[[Unit, Node], Cell]:
    marked = {unit.id: marked_nodes(material, unit.id) for unit in material.rated_units}

    def cell(unit: Unit, node: Node) -> Cell:
        result = material.result(unit.id, node.id)
        return score_cell(result, material.rubric.scale, lang, marked=node.id in marked[unit.id])

    return cell


def _chart(material: Material, lang: Lang, notes: tuple[str, ...]) -> ChartSpec:
    nodes = material.dimensions
    tier = material.rubric.tier_name(material.rubric.tier(nodes[0].id), lang)
    series = [
        unit_series(material, unit, nodes, role, lang)
        for unit, role in zip(material.rated_units, _roles(material), strict=True)
    ]
    title = say("comparison.chart", lang, tier=tier)
    drawn = Drawn("comparison.dimensions", "bar", title, notes)
    return node_chart(material, drawn, nodes, [*series, *reference_series(material, nodes, lang)], lang)


def _roles(material: Material) -> Sequence[Role]:
    """The accent for the report's unit, the second colour for the first of the others, grey for the rest."""
    others = [unit.id for unit in material.rated_units if unit.id != material.unit.id]
    roles: dict[str, Role] = {material.unit.id: "unit"}
    for place, unit in enumerate(others):
        roles[unit] = "second" if place == 0 else "peer"
    return [roles[unit.id] for unit in material.rated_units]
