"""The profile: how the unit stands overall, per dimension and per capability, against the reference."""

from dataclasses import replace

from assessment.catalogue import Lang, text
from assessment.report.cells import (
    bound_cell,
    coverage_cell,
    difference_cell,
    level_cell,
    printed_cell,
    score_cell,
    words,
)
from assessment.report.charts import Drawn, node_chart, reference_series, unit_series
from assessment.report.findings import findings_table
from assessment.report.guide import illustrative_note
from assessment.report.headlines import ends_said, grounds_said, targets_said
from assessment.report.marks import marked_nodes, print_footnotes, rating_footnotes
from assessment.report.material import Material
from assessment.report.shapes import Cell, ChartSpec, Column, Section, Table
from assessment.report.standing import profile_lead, profile_title
from assessment.report.wording import headed, node_heading, reference_name, say, source_line
from assessment.rubric import Node


def profile_section(material: Material, lang: Lang) -> Section:
    """The unit's overall profile."""
    unit = material.unit.id
    notes = rating_footnotes(material, [unit], lang)
    figures = [material.referred(node.id) for node in material.listed_nodes]
    priorities = _priorities(material, lang)
    return Section(
        id="profile",
        kind="profile",
        title=profile_title(material, lang),
        lead=profile_lead(material, lang),
        node=material.rubric.root.id,
        tables=(_scores(material, lang), *findings_table(material, lang), *priorities),
        charts=_charts(material, lang, notes),
        notes=(
            *notes,
            *print_footnotes(material, figures, lang),
        ),
        source=source_line(material, lang),
    )


def _charts(material: Material, lang: Lang, notes: tuple[str, ...]) -> tuple[ChartSpec, ...]:
    dimensions = material.dimensions
    capabilities = tuple(node for node in material.capabilities if node != material.rubric.root)
    reference = reference_name(material, lang)
    title = "profile.chart-against" if reference else "profile.chart"
    unit = material.unit.called(lang)

    def drawn(chart: str, kind: str, nodes: tuple[Node, ...]) -> ChartSpec:
        tier = material.rubric.tier_name(material.rubric.tier(nodes[0].id), lang)
        return node_chart(
            material,
            Drawn(
                f"profile.{chart}",
                "radar" if kind == "radar" else "bar",
                say(title, lang, unit=unit, reference=reference, tier=tier),
                notes,
            ),
            nodes,
            (
                unit_series(material, material.unit, nodes, "unit", lang),
                *reference_series(material, nodes, lang),
            ),
            lang,
        )

    upper = (drawn("radar", "radar", dimensions), drawn("dimensions", "bar", dimensions))
    if all(node in dimensions for node in capabilities):
        return upper
    lower = drawn("capabilities", "bar", capabilities)
    return (*upper, replace(lower, finding=ends_said(material, capabilities, lang)))


def _scores(material: Material, lang: Lang) -> Table:
    nodes = material.listed_nodes
    reference = reference_name(material, lang)
    printed = any(material.printed(material.unit.id, node.id) for node in nodes)
    columns = [
        Column("node", node_heading(material, lang), width=3.2),
        Column("tier", say("column.tier", lang), width=1.3),
        Column("score", say("column.score", lang), "score"),
        Column("low", say("column.low", lang), "score"),
        Column("high", say("column.high", lang), "score"),
        Column("coverage", say("column.coverage", lang), "percent"),
    ]
    if printed:
        columns.append(Column("published", say("column.published", lang), "score", 1.3))
    if reference:
        columns.append(Column("reference", headed(reference), "score", 1.4))
        columns.append(Column("difference", say("column.against", lang), "difference", 1.3))
    columns.append(Column("state", say("column.state", lang), width=1.3))
    marked = marked_nodes(material, material.unit.id)
    cells = [_score_row(material, node, lang, marked=node.id in marked) for node in nodes]
    rows = tuple(tuple(row[column.key] for column in columns) for row in cells)
    title, ids = say("profile.scores", lang, unit=material.unit.called(lang)), tuple(n.id for n in nodes)
    finding = grounds_said(material, nodes, lang)
    return Table("profile.scores", title, tuple(columns), rows, (), ids, material.depths(nodes), finding)


def _score_row(material: Material, node: Node, lang: Lang, *, marked: bool) -> dict[str, Cell]:
    rubric, result = material.rubric, material.own(node.id)
    figure = material.referred(node.id)
    return {
        "node": words(rubric.name_of(node.id, lang)),
        "tier": words(headed(rubric.tier_name(rubric.tier(node.id), lang))),
        "score": score_cell(result, rubric.scale, lang, marked=marked),
        "low": bound_cell(result.low, lang),
        "high": bound_cell(result.high, lang),
        "coverage": coverage_cell(result, lang),
        "published": printed_cell(material.printed(material.unit.id, node.id), rubric.scale, lang),
        "reference": printed_cell(figure, rubric.scale, lang),
        "difference": difference_cell(result.score, figure.score if figure else None, lang),
        "state": Cell(text(f"state.{result.state}", lang), state=result.state),
    }


def _priorities(material: Material, lang: Lang) -> tuple[Table, ...]:
    nodes = [
        node
        for node in material.rubric.nodes
        if material.importance_at(node.id) is not None or material.target_at(node.id) is not None
    ]
    if not nodes:
        return ()
    columns = (
        Column("node", node_heading(material, lang), width=3.2),
        Column("importance", headed(text("importance", lang)), width=1.4),
        Column("score", say("column.score", lang), "score"),
        Column("target", headed(text("target", lang)), "score"),
        Column("difference", say("column.to-target", lang), "difference", 1.4),
    )
    rows = tuple(_priority_row(material, node, lang) for node in nodes)
    title = say("profile.targets", lang, unit=material.unit.called(lang))
    notes, ids = illustrative_note(material, lang), tuple(node.id for node in nodes)
    finding = targets_said(material, nodes, lang)
    return (Table("profile.targets", title, columns, rows, notes, ids, finding=finding),)


def _priority_row(material: Material, node: Node, lang: Lang) -> tuple[Cell, ...]:
    rubric, result = material.rubric, material.own(node.id)
    grade, target = material.importance_at(node.id), material.target_at(node.id)
    unset = say("not-set", lang)
    marked = node.id in marked_nodes(material, material.unit.id)
    return (
        words(rubric.name_of(node.id, lang)),
        words(unset if grade is None else rubric.importance_name(grade, lang)),
        score_cell(result, rubric.scale, lang, marked=marked),
        level_cell(target, rubric.scale, unset),
        difference_cell(result.score, target, lang),
    )
