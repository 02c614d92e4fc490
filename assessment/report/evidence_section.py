"""The appendix: every rating with its confidence, evidence, source and note, one table per unit."""

from assessment.catalogue import Lang, text
from assessment.engagement import Unit
from assessment.report.cells import score_cell, words
from assessment.report.findings import evidence_at, evidence_said
from assessment.report.headlines import sourced_said
from assessment.report.marks import marked_nodes, rating_footnotes
from assessment.report.material import Material
from assessment.report.shapes import Cell, Column, Section, Table
from assessment.report.wording import headed, joined, say, source_line
from assessment.rubric import Node


def evidence_section(material: Material, lang: Lang) -> Section:
    """Ratings and evidence of every unit with ratings, the report's unit first."""
    units = material.rated_units
    return Section(
        id="evidence",
        kind="evidence",
        title=_title(material, lang),
        lead=say("evidence.lead", lang, units=joined([unit.called(lang) for unit in units], lang))
        if units
        else "",
        tables=tuple(evidence_table(material, unit, lang) for unit in units),
        source=source_line(material, lang),
    )


def evidence_table(material: Material, unit: Unit, lang: Lang) -> Table:
    """All indicators of one unit, rated or not."""
    rubric = material.rubric
    marked = marked_nodes(material, unit.id)
    columns = (
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=2.2),
        Column("score", say("column.score", lang), "score"),
        Column("state", say("column.state", lang), width=1.1),
        Column("confidence", say("column.confidence", lang), width=1.1),
        Column("finding", headed(text("finding", lang)), width=5),
        Column("source", say("column.source", lang), width=1.6),
        Column("note", say("column.note", lang), width=1.8),
    )
    rows = tuple(_row(material, unit, leaf, lang, marked=leaf.id in marked) for leaf in rubric.indicators)
    title = say("evidence.table", lang, unit=unit.called(lang))
    notes = rating_footnotes(material, [unit.id], lang)
    ids = tuple(leaf.id for leaf in rubric.indicators)
    backed = [found for leaf in ids if (found := evidence_at(material, unit.id, leaf))]
    sourced = sum(any(item.cited(lang) for item in found) for found in backed)
    finding = sourced_said(unit.called(lang), sourced, len(backed), lang)
    return Table(f"evidence.{unit.id}", title, columns, rows, notes, ids, finding=finding)


def _title(material: Material, lang: Lang) -> str:
    unit = material.unit.called(lang)
    ratings = material.ratings.get(material.unit.id, {})
    if not ratings:
        return say("evidence.none", lang, unit=unit)
    total = len(material.rubric.indicators)
    backed = sum(
        bool(evidence_at(material, material.unit.id, leaf.id)) for leaf in material.rubric.indicators
    )
    key = "evidence.all" if backed == total else "evidence.some"
    return say(key, lang, unit=unit, backed=backed, total=total)


def _row(material: Material, unit: Unit, leaf: Node, lang: Lang, *, marked: bool) -> tuple[Cell, ...]:
    rating = material.ratings.get(unit.id, {}).get(leaf.id)
    result = material.result(unit.id, leaf.id)
    cited = dict.fromkeys(item.cited(lang) for item in evidence_at(material, unit.id, leaf.id))
    confidence = rating.confidence if rating else None
    return (
        words(material.rubric.name_of(leaf.id, lang)),
        score_cell(result, material.rubric.scale, lang, marked=marked),
        Cell(text(f"state.{result.state}", lang), state=result.state),
        words(text(f"confidence.{confidence}", lang) if confidence else say("not-stated", lang)),
        words(evidence_said(material, unit.id, leaf.id, lang) or say("no-finding", lang)),
        words(("；" if lang == "zh" else "; ").join(filter(None, cited)) or say("not-stated", lang)),
        words(rating.note if rating else ""),
    )
