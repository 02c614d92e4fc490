"""The cover: who was assessed, in which round, on which rubric."""

from assessment.catalogue import Lang
from assessment.report.material import Material
from assessment.report.shapes import Section
from assessment.report.wording import day, published_source, say


def report_title(material: Material, lang: Lang) -> str:
    """The report's name: the rubric and the unit."""
    return say("title", lang, rubric=material.rubric.title(lang), unit=material.unit.called(lang))


def report_subtitle(material: Material, lang: Lang) -> str:
    """The engagement, the wave and its date."""
    return say(
        "subtitle",
        lang,
        engagement=material.engagement.called(lang),
        wave=material.wave.called(lang),
        date=day(material.wave.date, lang),
    )


def cover_section(material: Material, lang: Lang) -> Section:
    """The first slide or the head of a page."""
    return Section(
        id="cover",
        kind="cover",
        title=report_title(material, lang),
        lead=report_subtitle(material, lang),
        node=material.rubric.root.id,
        source=published_source(material, lang),
    )
