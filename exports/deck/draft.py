"""A report on its way to the slides of one template."""

from dataclasses import dataclass

from assessment.catalogue import Lang
from assessment.report.shapes import Recipe, Report, Section, SectionKind
from exports.template.stage import Stage


@dataclass(frozen=True, slots=True)
class Draft:
    """The report, and the stage that it is told on."""

    report: Report
    stage: Stage

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.report.lang

    @property
    def title(self) -> str:
        """The report's title."""
        return self.report.title

    @property
    def subtitle(self) -> str:
        """What stands below it."""
        return self.report.subtitle

    @property
    def recipe(self) -> Recipe:
        """What the figures were made from."""
        return self.report.recipe

    @property
    def sections(self) -> tuple[Section, ...]:
        """The report's sections in order."""
        return self.report.sections

    def of_kind(self, kind: SectionKind) -> list[Section]:
        """The sections of one kind."""
        return list(self.report.of_kind(kind))
