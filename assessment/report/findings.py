"""What was found at an indicator, in the reader's language."""

from assessment.catalogue import Lang
from assessment.ratings import Evidence
from assessment.report.material import Material
from assessment.report.wording import say, sentences


def evidence_at(material: Material, unit: str, indicator: str) -> tuple[Evidence, ...]:
    """The evidence behind one rating, in the order it was added."""
    return material.evidence.get((unit, indicator), ())


def finding_of(material: Material, unit: str, indicator: str, lang: Lang) -> str:
    """What the evidence says and what the rater noted, else that nothing is recorded."""
    said = evidence_said(material, unit, indicator, lang)
    rating = material.ratings.get(unit, {}).get(indicator)
    note = rating.note.strip() if rating else ""
    return "\n".join(part for part in (said, note) if part) or say("no-finding", lang)


def evidence_said(material: Material, unit: str, indicator: str, lang: Lang) -> str:
    """What the evidence alone says; empty where there is none."""
    return sentences((item.said(lang).strip() for item in evidence_at(material, unit, indicator)), lang)
