"""What was published beside what we compute, and whether any weights could explain the difference."""

from dataclasses import replace

from assessment.catalogue import Lang
from assessment.published import PublishedComparison
from assessment.report.cells import difference_cell, level, words
from assessment.report.charts import Drawn, node_chart, series_of
from assessment.report.headlines import printed_said
from assessment.report.marks import (
    marked_published,
    node_name,
    operator_name,
    published_footnotes,
)
from assessment.report.material import Material
from assessment.report.numbers import decimals, percent, rounded
from assessment.report.shapes import DAGGER, Cell, ChartSpec, Column, Section, Table
from assessment.report.wording import headed, joined, node_heading, published_source, say, sentences


def published_section(material: Material, lang: Lang) -> tuple[Section, ...]:
    """The section of printed composites; none where nothing is printed that could be recomputed."""
    if not material.published:
        return ()
    operators = dict.fromkeys(one.operator for one in material.published)
    return (
        Section(
            id="published",
            kind="published",
            title=_title(material, lang),
            lead=_lead(material, lang),
            tables=(_composites(material, lang), *_weights(material, lang)),
            charts=_charts(material, lang),
            notes=(*published_footnotes(material, operators, lang), say("published.rounding", lang)),
            source=published_source(material, lang),
        ),
    )


def _of_verdict(material: Material, verdict: str) -> list[PublishedComparison]:
    return [one for one in material.published if one.verdict == verdict]


def _title(material: Material, lang: Lang) -> str:
    impossible = len(_of_verdict(material, "impossible"))
    return say(
        "published.title" if impossible else "published.title-possible",
        lang,
        equal=len(_of_verdict(material, "equal")),
        count=len(material.published),
        impossible=impossible,
    )


def _lead(material: Material, lang: Lang) -> str:
    impossible = _of_verdict(material, "impossible")
    named: list[str] = []
    for operator in dict.fromkeys(one.operator for one in impossible):
        figures = [
            f"{node_name(material, one.node, lang)} {one.printed}"
            for one in impossible
            if one.operator == operator
        ]
        who = operator_name(material, operator, lang)
        named.append(say("published.impossible", lang, operator=who, figures=joined(figures, lang)))
    illegible = len(_of_verdict(material, "illegible"))
    untested = say("published.untested", lang, count=illegible) if illegible else ""
    return sentences([*named, untested], lang)


def _computed_cell(material: Material, one: PublishedComparison, lang: Lang) -> Cell:
    mark = DAGGER if one.node in marked_published(material, one.operator) else ""
    if one.computed is None:
        return Cell(say("no-computed", lang), None, "score", "no-data", mark)
    scale, places = material.rubric.scale, decimals(one.printed)
    shown = rounded(one.computed, places)
    return Cell(shown, one.computed, "score", "scored", mark, level(one.computed, scale))


def _printed_cell(material: Material, one: PublishedComparison) -> Cell:
    scale = material.rubric.scale
    shown = rounded(one.published, decimals(one.printed))
    return Cell(shown, one.published, "score", "scored", "", level(one.published, scale))


def _composites(material: Material, lang: Lang) -> Table:
    columns = (
        Column("operator", say("column.operator", lang), width=1.8),
        Column("node", node_heading(material, lang), width=2.4),
        Column("published", say("column.published", lang), "score"),
        Column("computed", say("column.computed", lang), "score"),
        Column("difference", say("column.published-difference", lang), "difference", 1.3),
        Column("verdict", say("column.verdict", lang), width=3.6),
    )
    rows = tuple(
        (
            words(operator_name(material, one.operator, lang)),
            words(node_name(material, one.node, lang)),
            _printed_cell(material, one),
            _computed_cell(material, one, lang),
            difference_cell(one.published, one.computed, lang, decimals(one.printed)),
            words(say(f"verdict.{one.verdict}", lang)),
        )
        for one in material.published
    )
    title, ids = say("published.composites", lang), tuple(one.node for one in material.published)
    return Table("published.composites", title, columns, rows, row_ids=ids)


def _weights(material: Material, lang: Lang) -> tuple[Table, ...]:
    """Ranges of weights that explain a node for every operator, each node once."""
    explained = {one.node: one for one in material.published if one.weight_ranges}
    rows = tuple(
        (
            words(node_name(material, one.node, lang)),
            words(node_name(material, found.indicator, lang)),
            Cell(percent(found.low), found.low, "percent"),
            Cell(percent(found.high), found.high, "percent"),
        )
        for one in explained.values()
        for found in one.weight_ranges
    )
    if not rows:
        return ()
    rubric = material.rubric
    columns = (
        Column("node", node_heading(material, lang), width=2.4),
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=3),
        Column("low", say("column.weight-low", lang), "percent"),
        Column("high", say("column.weight-high", lang), "percent"),
    )
    compared = {one.node for one in material.published}
    finding = say("headline.weights", lang, count=len(explained), all=len(compared))
    return (Table("published.weights", say("published.weights", lang), columns, rows, finding=finding),)


def _charts(material: Material, lang: Lang) -> tuple[ChartSpec, ...]:
    """Printed and computed composites of the report's unit; none where it has none printed."""
    own = [one for one in material.published if one.operator == material.unit.id]
    if not own:
        return ()
    series = (
        series_of(say("column.published", lang), "published", [_printed_cell(material, one) for one in own]),
        series_of(
            say("column.computed", lang), "computed", [_computed_cell(material, one, lang) for one in own]
        ),
    )
    title = say("published.chart", lang, unit=material.unit.called(lang))
    nodes = [material.rubric.node(one.node) for one in own]
    notes = published_footnotes(material, [material.unit.id], lang)
    chart = node_chart(material, Drawn("published.unit", "bar", title, notes), nodes, series, lang)
    return (replace(chart, finding=printed_said(material, own, lang)),)
