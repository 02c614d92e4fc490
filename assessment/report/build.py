"""The whole report, section by section."""

from assessment.catalogue import Lang
from assessment.report.capability import capability_sections
from assessment.report.comparison import comparison_section
from assessment.report.cover import cover_section, report_subtitle, report_title
from assessment.report.evidence_section import evidence_section
from assessment.report.guide import guide_section, recipe_of
from assessment.report.material import Material
from assessment.report.profile import profile_section
from assessment.report.published_section import published_section
from assessment.report.shapes import Report
from assessment.report.workings import workings_of


def build_report(material: Material, lang: Lang, *, computing: bool = False) -> Report:
    """Word, round and order everything once, for every renderer.

    Args:
        material: what is known, gathered by `assessment.service.gather`.
        lang: language of the reader.
        computing: with what a spreadsheet needs to compute the scores by itself.

    Returns:
        Sections in the order cover, guide, profile, one per capability, comparison, published (left out
        where nothing published can be recomputed), evidence.
    """
    return Report(
        lang=lang,
        title=report_title(material, lang),
        subtitle=report_subtitle(material, lang),
        unit_name=material.unit.called(lang),
        wave_name=material.wave.called(lang),
        recipe=recipe_of(material),
        sections=(
            cover_section(material, lang),
            guide_section(material, lang),
            profile_section(material, lang),
            *capability_sections(material, lang),
            comparison_section(material, lang),
            *published_section(material, lang),
            evidence_section(material, lang),
        ),
        workings=workings_of(material, lang) if computing else None,
    )
