"""One capability: its indicators with score and finding, and its composite beside the published one."""

from assessment.catalogue import Lang, text
from assessment.published import PublishedComparison
from assessment.report.cells import difference_cell, printed_cell, score_cell, words
from assessment.report.charts import Drawn, node_chart, reference_series, unit_series
from assessment.report.findings import finding_of, findings_said
from assessment.report.marks import marked_nodes, print_footnotes, rating_footnotes
from assessment.report.material import Material
from assessment.report.numbers import decimals, percent, rounded, signed
from assessment.report.shapes import Cell, ChartSpec, Column, Section, Table
from assessment.report.standing import against, weakest_clause
from assessment.report.wording import (
    evidence_source,
    headed,
    reference_holder,
    reference_name,
    say,
    sentences,
    source_line,
)
from assessment.rubric import TOLERANCE, Node


def capability_sections(material: Material, lang: Lang) -> tuple[Section, ...]:
    """One section per capability, in the author's order."""
    return tuple(capability_section(material, node.id, lang) for node in material.capabilities)


def capability_section(material: Material, node_id: str, lang: Lang) -> Section:
    """The indicators right below one node."""
    node, unit = material.rubric.node(node_id), material.unit.id
    indicators = tuple(child for child in node.children if child.is_indicator)
    notes = rating_footnotes(material, [unit], lang, node_id)
    return Section(
        id=f"capability.{node_id}",
        kind="capability",
        title=capability_title(material, node, lang),
        lead=sentences((findings_said(material, node_id, lang), _lead(material, node, lang)), lang),
        node=node_id,
        tables=(_indicators(material, node, indicators, lang), _composite(material, node, lang)),
        charts=(_chart(material, node, indicators, lang, notes),),
        notes=(*notes, *print_footnotes(material, [material.referred(node_id)], lang)),
        source=source_line(material, lang, evidence_source(material, node_id, lang)),
    )


def capability_title(material: Material, node: Node, lang: Lang) -> str:
    """How the capability stands, against the reference where one is printed."""
    result, name = material.own(node.id), material.rubric.name_of(node.id, lang)
    if result.state == "na":
        return say("capability.na", lang, node=name, unit=material.unit.called(lang))
    if result.score is None:
        if all(material.own(leaf.id).state != "scored" for leaf in node.walk() if leaf.is_indicator):
            return say("capability.unassessed", lang, node=name)
        return say("capability.no-data", lang, node=name, coverage=percent(result.coverage or 0.0))
    head = say("capability.scored", lang, node=name, score=rounded(result.score))
    return head + (_against_clause(material, node, lang) or weakest_clause(material, node.children, lang))


def _against_clause(material: Material, node: Node, lang: Lang) -> str:
    difference = against(material, node.id)
    if difference is None:
        return ""
    shown = signed(difference)
    place = {"+": "above", "\u2212": "below"}.get(shown[0], "level")
    holder = reference_holder(material, node.id, lang)
    return say(f"capability.{place}", lang, reference=holder, gap=shown.lstrip("+\u2212"))


def _lead(material: Material, node: Node, lang: Lang) -> str:
    """The printed figure beside the unit's own, with the verdict where it is on the same figure."""
    found, own = _comparison(material, node), material.own(node.id).score
    if found is None:
        return ""
    if own is None:
        return say("capability.printed-only", lang, published=found.printed)
    judged = found.computed is not None and abs(found.computed - own) <= TOLERANCE
    places = decimals(found.printed)
    return say(
        f"capability.printed-{found.verdict if judged else 'own'}",
        lang,
        published=found.printed,
        computed=rounded(own, places),
        difference=signed(found.published - own, places),
    )


def _comparison(material: Material, node: Node) -> PublishedComparison | None:
    return next(
        (one for one in material.published if (one.operator, one.node) == (material.unit.id, node.id)), None
    )


def _chart(
    material: Material, node: Node, indicators: tuple[Node, ...], lang: Lang, notes: tuple[str, ...]
) -> ChartSpec:
    title = say(
        "capability.chart",
        lang,
        unit=material.unit.called(lang),
        node=material.rubric.name_of(node.id, lang),
        tier=material.rubric.tier_name(material.rubric.tiers[-1], lang),
    )
    series = (
        unit_series(material, material.unit, indicators, "unit", lang),
        *reference_series(material, indicators, lang),
    )
    drawn = Drawn(f"capability.{node.id}.scores", "bar", title, notes)
    return node_chart(material, drawn, indicators, series, lang)


def _indicators(material: Material, node: Node, indicators: tuple[Node, ...], lang: Lang) -> Table:
    unit, rubric = material.unit.id, material.rubric
    marked = marked_nodes(material, unit)
    rows = tuple(
        (
            words(rubric.name_of(leaf.id, lang)),
            score_cell(material.own(leaf.id), rubric.scale, lang, marked=leaf.id in marked),
            words(finding_of(material, unit, leaf.id, lang)),
        )
        for leaf in indicators
    )
    columns = (
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=2.2),
        Column("score", say("column.score", lang), "score"),
        Column("finding", headed(text("finding", lang)), width=6),
    )
    title = say("capability.indicators", lang, node=rubric.name_of(node.id, lang))
    return Table(
        f"capability.{node.id}.indicators",
        title,
        columns,
        rows,
        row_ids=tuple(leaf.id for leaf in indicators),
    )


def _composite(material: Material, node: Node, lang: Lang) -> Table:
    """Ours, with the unit's own printed figure and the reference beside it where they exist."""
    result, scale = material.own(node.id), material.rubric.scale
    printed, figure = material.printed(material.unit.id, node.id), material.referred(node.id)
    places = decimals(printed.printed) if printed else 1
    marked = node.id in marked_nodes(material, material.unit.id)
    shown: list[tuple[Column, Cell]] = [
        (
            Column("computed", say("column.computed", lang), "score"),
            score_cell(result, scale, lang, marked=marked, places=places),
        )
    ]
    if printed:
        column = Column("published-difference", say("column.published-difference", lang), "difference")
        shown += [
            (Column("published", say("column.published", lang), "score"), printed_cell(printed, scale, lang)),
            (column, difference_cell(printed.score, result.score, lang, places)),
        ]
    reference = headed(reference_name(material, lang))
    if reference and figure is None:
        shown.append((Column("reference", reference, "score"), printed_cell(None, scale, lang)))
    if figure:
        column = Column("difference", say("column.against", lang), "difference")
        shown += [
            (
                Column("reference", reference, "score"),
                printed_cell(figure, scale, lang),
            ),
            (column, difference_cell(result.score, figure.score, lang)),
        ]
    title = say("capability.composite", lang, node=material.rubric.name_of(node.id, lang))
    columns, row = zip(*shown, strict=True)
    return Table(f"capability.{node.id}.composite", title, columns, (row,), row_ids=(node.id,))
