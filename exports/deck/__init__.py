"""A report as a widescreen PowerPoint deck with native charts and tables."""

from assessment.report.shapes import Report
from exports.base_template import TEMPLATE
from exports.deck.plan import planned
from exports.deck.tagging import Item
from exports.deck.tags import provenance_xml, recipe_of
from exports.deck.writer import DeckWriter, Progress


def deck(report: Report, progress: Progress | None = None) -> bytes:
    """The deck as the bytes of a .pptx file; the same report always gives the same bytes.

    Args:
        report: what to show, worded and rounded; nothing is computed here.
        progress: told after every slide the share that is done (0..1) and what was written.
    """
    writer = _written(report, progress)
    writer.describe(report.title, report.subtitle, provenance_xml(report))
    return writer.packed()


def generated(report: Report) -> list[Item]:
    """Every shape of the report's deck with its tag, without making a file."""
    return _written(report, None).items


def _written(report: Report, progress: Progress | None) -> DeckWriter:
    slides = planned(report)
    writer = DeckWriter(TEMPLATE.read_bytes(), report.lang, recipe_of(report))
    writer.write(slides, report.title, progress)
    return writer
