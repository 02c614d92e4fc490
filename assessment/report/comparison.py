"""Units side by side, with the printed figures of the peers beside them."""

from collections.abc import Callable, Sequence

from assessment.benchmark import Operator
from assessment.catalogue import Lang
from assessment.engagement import Unit
from assessment.report.cells import printed_cell, score_cell, words
from assessment.report.charts import Drawn, node_chart, reference_series, unit_series
from assessment.report.marks import marked_nodes, print_footnotes, rating_footnotes
from assessment.report.material import Material
from assessment.report.numbers import TIE, places_apart, rounded
from assessment.report.shapes import Cell, ChartSpec, Column, Role, Section, Table
from assessment.report.wording import headed, joined, say, sentences, source_line
from assessment.rubric import Node


def comparison_section(material: Material, lang: Lang) -> Section:
    """All units with ratings in the wave, and the peers."""
    units = material.rated_units
    notes = rating_footnotes(material, [unit.id for unit in units], lang)
    figures = [
        material.printed(peer.id, node.id) for peer in _peers(material) for node in material.inner_nodes
    ]
    return Section(
        id="comparison",
        kind="comparison",
        title=comparison_title(material, lang),
        lead=_lead(material, lang),
        node=material.rubric.root.id,
        tables=(_scores(material, lang), _indicators(material, lang)) if units else (),
        charts=(_chart(material, lang, notes),) if units else (),
        notes=(*notes, *print_footnotes(material, figures, lang), *_scope_note(material, lang)),
        source=source_line(material, lang),
    )


def comparison_title(material: Material, lang: Lang) -> str:
    """Where the report's unit ranks among the units with an overall score."""
    units, root = material.rated_units, material.rubric.root.id
    scored = [(unit, material.result(unit.id, root).score) for unit in units]
    ranked = [(unit, score) for unit, score in scored if score is not None]
    if not units:
        return say("comparison.nothing", lang)
    if len(units) == 1:
        return say("comparison.alone", lang, unit=units[0].called(lang))
    if not ranked:
        return say("comparison.no-overall", lang)
    return _rank_title(material, ranked, lang)


def _rank_title(material: Material, ranked: Sequence[tuple[Unit, float]], lang: Lang) -> str:
    name, count = material.unit.called(lang), len(ranked)
    top = max(score for _, score in ranked)
    leaders = joined([unit.called(lang) for unit, score in ranked if top - score <= TIE], lang)
    own = next((score for unit, score in ranked if unit.id == material.unit.id), None)
    if own is None:
        return say("comparison.unranked", lang, unit=name, leaders=leaders, score=rounded(top))
    places = places_apart(own, top)
    shown = rounded(own, places)
    if count == 1:
        return say("comparison.only", lang, unit=name, score=shown)
    if leaders == name:
        return say("comparison.leads", lang, unit=name, score=shown, count=count)
    if top - own <= TIE:
        return say("comparison.shares", lang, leaders=leaders, score=shown)
    rank = 1 + sum(score - own > TIE for _, score in ranked)
    values = {"rank": rank, "count": count, "leaders": leaders, "top": rounded(top, places)}
    return say("comparison.rank", lang, unit=name, score=shown, **values)


def _lead(material: Material, lang: Lang) -> str:
    root = material.rubric.root.id
    unscored = [
        unit.called(lang) for unit in material.rated_units if material.result(unit.id, root).score is None
    ]
    unrated = [unit.called(lang) for unit in material.units if unit.id not in material.scores]
    return sentences(
        [
            say("comparison.unscored", lang, units=joined(unscored, lang)) if unscored else "",
            say("comparison.unrated", lang, units=joined(unrated, lang)) if unrated else "",
        ],
        lang,
    )


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


def _scores(material: Material, lang: Lang) -> Table:
    nodes, peers, scale = material.inner_nodes, _peers(material), material.rubric.scale
    unit_cell = _unit_cells(material, lang)
    columns = (
        Column("node", say("column.node", lang), width=3),
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
    title, ids = say("comparison.scores", lang), tuple(node.id for node in nodes)
    return Table("comparison.scores", title, columns, rows, (), ids, material.depths(nodes))


def _indicators(material: Material, lang: Lang) -> Table:
    rubric, unit_cell = material.rubric, _unit_cells(material, lang)
    columns = (
        Column("capability", say("column.above", lang), width=2.4),
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=3),
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
    title, ids = say("comparison.indicators", lang), tuple(leaf.id for _, leaf in leaves)
    return Table("comparison.indicators", title, columns, rows, row_ids=ids)


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
