"""A report as a PowerPoint deck with native charts and tables, in Gapline's template or in a client's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from assessment.report.shapes import Report
from exports.deck.again import NOWHERE, Generated, generated, materials_of, pasts
from exports.deck.draft import Draft
from exports.deck.frames import recipe_line
from exports.deck.items import held_ids
from exports.deck.plan import planned
from exports.deck.shaping import Shaper
from exports.deck.tags import Made, Past, provenance_xml, recipe_of
from exports.deck.writer import DeckWriter, Progress
from exports.faces import runs_wider
from exports.measure import set_in
from exports.template.opening import Logo, Template, opened_template
from exports.template.stage import Missing, Wanted


@dataclass(frozen=True, slots=True)
class House:
    """What a deck takes from the client's house.

    Attributes:
        template: bytes of a .pptx or .potx file; None for Gapline's own.
        source: that file as the person named it.
        wanted: layouts and placeholders by role, where the person names them.
        confidential: a line for every slide that says who may read it.
        logo: a picture for every slide.
    """

    template: bytes | None = None
    source: str = ""
    wanted: Wanted | None = None
    confidential: str = ""
    logo: Logo | None = None

    def opened(self) -> Template:
        """The template, ready to be written into once; FileRefusedError where it cannot be used."""
        return opened_template(self.template, self.source, wanted=self.wanted, logo=self.logo)

    def lacks(self) -> tuple[Missing, ...]:
        """Layouts and placeholders that the template lacks, and what stands in for them."""
        return self.opened().stage.missing


OWN: Final = House()


def deck(
    report: Report,
    progress: Progress | None = None,
    house: House = OWN,
    failed: list[str] | None = None,
) -> bytes:
    """The deck as the bytes of a .pptx file; the same report always gives the same bytes.

    Args:
        report: what to show, worded and rounded; nothing is computed here.
        progress: told after every slide the share that is done (0..1) and what was written.
        house: template, logo and confidentiality line.
        failed: takes the titles of sections that cannot be drawn, and the rest is written; without it, what
            went wrong is raised.

    Raises:
        FileRefusedError: the template is hostile, damaged or no PowerPoint file.
    """
    writer = _written(report, progress, house, failed)
    own = house.template is None and house.logo is None
    asked = None if own else house.wanted or {}
    sections = pasts(materials_of(report, writer.shaper), writer.items)
    made = Made(tuple(held_ids(writer.items)), sections)
    writer.describe(report.title, report.subtitle, provenance_xml(report, asked, made))
    return writer.packed()


def made_again(report: Report, house: House = OWN, before: Mapping[str, Past] = NOWHERE) -> Generated:
    """Every shape of the report's deck, to be drawn when somebody looks at it.

    Args:
        report: what to show.
        house: the template that the deck stands in.
        before: sections as a deck holds them; those that would be the same again are left out.
    """
    return generated(report, _shaper(report, house.opened()), before)


def _shaper(report: Report, template: Template) -> Shaper:
    return Shaper(
        template.stage,
        template.palette,
        report.lang,
        runs_wider(template.face),
        recipe_line(Draft(report, template.stage)),
        repr(replace(report.recipe, data_revision=0)),
    )


def _written(
    report: Report, progress: Progress | None, house: House, failed: list[str] | None = None
) -> DeckWriter:
    template = house.opened()
    shaper = _shaper(report, template)
    with set_in(shaper.wider):
        slides = planned(Draft(report, template.stage), failed)
        writer = DeckWriter(template, shaper, recipe_of(report), house.confidential)
        writer.write(slides, report.title, progress)
    return writer
