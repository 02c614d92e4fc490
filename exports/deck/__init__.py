"""A report as a widescreen PowerPoint deck with native charts and tables."""

from assessment.report.shapes import Report
from exports.base_template import TEMPLATE
from exports.deck.plan import planned
from exports.deck.tags import provenance_xml, recipe_of
from exports.deck.writer import DeckWriter, Progress


def deck(report: Report, progress: Progress | None = None) -> bytes:
    """The deck as the bytes of a .pptx file; the same report always gives the same bytes.

    Args:
        report: what to show, worded and rounded; nothing is computed here.
        progress: told after every slide the share that is done (0..1) and what was written.
    """
    slides = planned(report)
    writer = DeckWriter(TEMPLATE.read_bytes(), report.lang, recipe_of(report))
    writer.describe(report.title, report.subtitle, provenance_xml(report))
    writer.write(slides, report.title, progress)
    return writer.packed()
