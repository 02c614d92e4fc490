"""The report with every part of the storyline; a part that cannot be made is named, the rest is told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from assessment import service
from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.ports import LinkedShelf, Store
from assessment.report.capability import capability_sections
from assessment.report.comparison import comparison_section
from assessment.report.cover import cover_section, report_subtitle, report_title
from assessment.report.evidence_section import evidence_section
from assessment.report.guide import guide_section, recipe_of
from assessment.report.material import Material
from assessment.report.profile import profile_section
from assessment.report.published_section import published_section
from assessment.report.shapes import Report, Section, SectionKind
from assessment.storyline.anonymous import CONCEALED, aliases, concealed, veiled
from assessment.storyline.choices import PARTS, Choices
from assessment.storyline.decisions import decisions_sections, diagnosis_sections
from assessment.storyline.priorities import practice_sections, priorities_sections
from assessment.storyline.roadmap import initiatives_sections, roadmap_sections
from assessment.storyline.standing import (
    branches_sections,
    indicators_sections,
    map_sections,
    scope_sections,
    waves_sections,
)
from assessment.storyline.telling import Telling, only_chosen

Heard = Callable[[float, str], None]
Made = tuple[Section, ...]


class Failure(NamedTuple):
    """A part that could not be made, and why in one sentence."""

    part: SectionKind
    reason: str

    def said(self, lang: Lang) -> str:
        """The part by name, with the reason."""
        return text("story.failed", lang, part=text(f"story.part.{self.part}", lang), reason=self.reason)


class Told(NamedTuple):
    """A report, and what is missing from it."""

    report: Report
    failures: tuple[Failure, ...]


_MAKERS: Final[Mapping[SectionKind, Callable[[Telling], Made]]] = {
    "cover": lambda told: (cover_section(told.material, told.lang),),
    "scope": scope_sections,
    "guide": lambda told: (guide_section(told.material, told.lang),),
    "profile": lambda told: (profile_section(told.material, told.lang),),
    "map": map_sections,
    "capability": lambda told: capability_sections(told.material, told.lang),
    "comparison": lambda told: (comparison_section(told.material, told.lang),),
    "branches": branches_sections,
    "waves": waves_sections,
    "priorities": priorities_sections,
    "practice": practice_sections,
    "diagnosis": diagnosis_sections,
    "initiatives": initiatives_sections,
    "roadmap": roadmap_sections,
    "decisions": decisions_sections,
    "indicators": indicators_sections,
    "published": lambda told: published_section(told.material, told.lang),
    "evidence": lambda told: (_own_evidence(told),),
}


def _own_evidence(told: Telling) -> Section:
    """The evidence of the report's own unit; who else has ratings is told in the scope."""
    return replace(evidence_section(only_chosen(told.material, told.place[1:2]), told.lang), lead="")


def full_report(
    store: Store,
    shelf: LinkedShelf,
    place: tuple[str, str, str],
    lang: Lang,
    reference: str = "best",
    choices: Choices | None = None,
    heard: Heard | None = None,
) -> Told:
    """Everything that a deck tells of a unit in a wave.

    Args:
        store: where the engagement is kept.
        shelf: where rubric, published data, links and initiatives are found.
        place: ids of engagement, unit and wave.
        lang: language of the reader.
        reference: as for `service.gather`.
        choices: what is told; everything without.
        heard: told the share that is done (0..1) and the part at work.

    Raises:
        UnknownUnitError, UnknownWaveError, UnknownOperatorError: there is nothing of this name.
    """
    chosen = choices or Choices()
    for unit in chosen.units:
        service.unit_of(store, place[0], unit)
    material = only_chosen(service.gather(store, shelf, *place, reference), chosen.units)
    return told_in_full(Telling(store, shelf, material, chosen, lang), heard)


def told_in_full(telling: Telling, heard: Heard | None = None) -> Told:
    """Everything that was chosen, told of whom the telling is about; `heard` as for `full_report`."""
    return told_of(telling, *_told(telling, heard))


def told_of(telling: Telling, sections: Made, failures: tuple[Failure, ...]) -> Told:
    """The report of these sections with its recipe; without names where none are wanted."""
    store, chosen, material, lang = telling.store, telling.choices, telling.material, telling.lang
    engagement = telling.place[0]
    report = report_of(material, sections, lang)
    report = replace(report, recipe=replace(report.recipe, asked=chosen.said()))
    if chosen.anonymous:
        known = aliases(store.units(engagement), store.people(engagement), material, lang)
        report, failures = veiled(report, known), veiled(failures, known)
        asked = (*report.recipe.asked, (CONCEALED, concealed(engagement)))
        report = replace(report, recipe=replace(report.recipe, asked=asked))
    return Told(report, failures)


def report_of(material: Material, sections: Made, lang: Lang) -> Report:
    """A report of these sections."""
    return Report(
        lang=lang,
        title=report_title(material, lang),
        subtitle=report_subtitle(material, lang),
        unit_name=material.unit.called(lang),
        wave_name=material.wave.called(lang),
        recipe=recipe_of(material),
        sections=sections,
    )


def _told(telling: Telling, heard: Heard | None) -> tuple[Made, tuple[Failure, ...]]:
    parts = [part for part in PARTS if telling.choices.wants(part)]
    sections: list[Section] = []
    failures: list[Failure] = []
    for place, part in enumerate(parts):
        if heard is not None:
            heard(place / len(parts), text(f"story.part.{part}", telling.lang))
        try:
            sections += _MAKERS[part](telling)
        except GaplineError as error:
            failures.append(Failure(part, error.sentence(telling.lang)))
        except Exception:  # noqa: BLE001 - one part must not take the others with it; it is named
            failures.append(Failure(part, text("story.failed.unknown", telling.lang)))
    return tuple(sections), tuple(failures)
