"""What was found at a node, in the reader's language."""

from assessment.catalogue import Lang, text
from assessment.ratings import Evidence, Finding
from assessment.report.cells import words
from assessment.report.material import Material
from assessment.report.shapes import Column, Table
from assessment.report.wording import headed, say, sentences


def evidence_at(material: Material, unit: str, indicator: str) -> tuple[Evidence, ...]:
    """The evidence behind one rating, in the order it was added."""
    return material.evidence.get((unit, indicator), ())


def finding_of(material: Material, unit: str, indicator: str, lang: Lang) -> str:
    """The unit's own findings; without any what the evidence says and what the rater noted.

    Where there is nothing at all, that nothing is recorded.
    """
    own = [finding.said(lang) for finding in own_findings(material, indicator) if finding.unit == unit]
    if own:
        return sentences(own, lang)
    said = evidence_said(material, unit, indicator, lang)
    rating = material.ratings.get(unit, {}).get(indicator)
    note = rating.note.strip() if rating else ""
    return "\n".join(part for part in (said, note) if part) or say("no-finding", lang)


def evidence_said(material: Material, unit: str, indicator: str, lang: Lang) -> str:
    """What the evidence alone says; empty where there is none."""
    return sentences((item.said(lang).strip() for item in evidence_at(material, unit, indicator)), lang)


def own_findings(material: Material, node: str) -> tuple[Finding, ...]:
    """What was found at one node of the report's unit, strengths first."""
    found = [finding for finding in material.findings if finding.node == node]
    return tuple(sorted(found, key=lambda finding: finding.kind))


def findings_said(material: Material, node: str, lang: Lang) -> str:
    """The findings of one node as sentences that name their kind; empty where there are none."""
    said = (
        say(f"findings.{finding.kind}", lang, said=finding.said(lang))
        for finding in own_findings(material, node)
    )
    return sentences(said, lang)


def findings_table(material: Material, lang: Lang) -> tuple[Table, ...]:
    """All findings of the unit in the order of the rubric, one table; none where nothing was found."""
    rubric = material.rubric
    found = [finding for node in rubric.nodes for finding in own_findings(material, node.id)]
    if not found:
        return ()
    columns = (
        Column("kind", say("findings.kind", lang), width=1.1),
        Column("node", say("findings.node", lang), width=2.2),
        Column("finding", headed(text("finding", lang)), width=6),
        Column("source", say("findings.rests", lang), width=2.2),
    )
    rows = tuple(
        (
            words(headed(text(f"finding-kind.{finding.kind}", lang))),
            words(rubric.name_of(finding.node, lang)),
            words(finding.said(lang)),
            words(_rests(material, finding, lang)),
        )
        for finding in found
    )
    title = say("findings.title", lang, unit=material.unit.called(lang))
    return (Table("profile.findings", title, columns, rows, (), tuple(finding.node for finding in found)),)


def _rests(material: Material, finding: Finding, lang: Lang) -> str:
    """Who or what is cited, each once."""
    items = [material.items[evidence] for evidence in finding.evidence if evidence in material.items]
    cited = dict.fromkeys(item.cited(lang) or item.title for item in items)
    named = ("；" if lang == "zh" else "; ").join(filter(None, cited))
    return named or say("not-stated", lang)
