"""The report that the workbook is written from: what can be computed again, priorities, and the plan."""

from dataclasses import replace
from typing import Final

from assessment import service
from assessment.catalogue import Lang
from assessment.ports import LinkedShelf, Store
from assessment.report.build import build_report
from assessment.report.shapes import SectionKind
from assessment.storyline.choices import Choices
from assessment.storyline.full import Told, full_report

_PARTS: Final[tuple[SectionKind, ...]] = ("priorities", "roadmap")
"""Of the storyline, those that are tables as well."""


def workbook_report(
    store: Store, shelf: LinkedShelf, place: tuple[str, str, str], lang: Lang, reference: str = "best"
) -> Told:
    """The report of a unit in a wave for a workbook.

    Args:
        store: where the engagement is kept.
        shelf: where rubric, published data and initiatives are found.
        place: ids of engagement, unit and wave.
        lang: language of the reader.
        reference: as for `service.gather`.

    Returns:
        With the workings of the scores; with the parts that could not be made named.

    Raises:
        UnknownUnitError, UnknownWaveError, UnknownOperatorError: there is nothing of this name.
    """
    report = build_report(service.gather(store, shelf, *place, reference), lang, computing=True)
    more = full_report(store, shelf, place, lang, reference, Choices(parts=_PARTS))
    return Told(replace(report, sections=(*report.sections, *more.report.sections)), more.failures)
