"""The workbook: a report in, the bytes of an .xlsx out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from openpyxl import Workbook

from assessment.catalogue import text
from assessment.report import ChartSpec, Column, Report, Section, Table
from assessment.report.wording import headed
from exports.base_theme import theme
from exports.workbook_cells import Styles, sheet_text
from exports.workbook_package import packed_workbook
from exports.workbook_page import Page
from exports.workbook_tables import node_names, stacked, unit_names

Progress = Callable[[float, str], None]
Painter = Callable[[Page, Report], None]

_SCORES_CHARTS: Final = ("profile.radar",)
_PROFILE_CHARTS: Final = ("profile.dimensions", "profile.capabilities")


def workbook(report: Report, progress: Progress | None = None) -> bytes:
    """Write a report as a workbook with native charts; the same report gives the same bytes.

    Args:
        report: what to write; nothing is computed here.
        progress: told the share that is done (0..1) and what is being done.

    Returns:
        The bytes of an .xlsx file with the sheets read me, scores, profile, capabilities, ratings and
        evidence, and published against computed (left out where the report has no such section).
    """
    tell = progress or (lambda _share, _said: None)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.loaded_theme = theme()
    book.properties.title = sheet_text(f"{report.title} · {report.subtitle}")
    book.properties.creator = "Gapline"
    styles = Styles(report.lang)
    alternatives: list[list[str]] = []
    sheets = list(_sheets(report))
    for place, (name, paint) in enumerate(sheets):
        tell(place / (len(sheets) + 1), text("report.sheet.writing", report.lang, sheet=name))
        page = Page(book.create_sheet(name), styles)
        paint(page, report)
        numbered = text("report.sheet.page", report.lang, page="&P", pages="&N")
        page.finish(f"{report.unit_name} · {report.wave_name}", numbered)
        if page.alternatives:
            alternatives.append(page.alternatives)
    tell(len(sheets) / (len(sheets) + 1), text("report.sheet.packing", report.lang))
    content = packed_workbook(book, alternatives)
    tell(1.0, text("report.sheet.packing", report.lang))
    return content


def _sheets(report: Report) -> Iterator[tuple[str, Painter]]:
    painters: dict[str, Painter] = {
        "guide": _read_me,
        "comparison": _scores,
        "profile": _profile,
        "capabilities": _capabilities,
        "evidence": _evidence,
    }
    if report.of_kind("published"):
        painters["published"] = _published
    for kind, paint in painters.items():
        yield text(f"report.sheet.{kind}", report.lang), paint


def _read_me(page: Page, report: Report) -> None:
    guide = report.section("guide")
    page.title(report.title, report.subtitle, guide.lead)
    for table in guide.tables:
        page.table(table)
    page.notes(guide.notes, guide.source)


def _scores(page: Page, report: Report) -> None:
    comparison, profile = report.section("comparison"), report.section("profile")
    _tables(page, comparison)
    _charts(page, report, (*comparison.charts, *(profile.chart(chart) for chart in _SCORES_CHARTS)))


def _profile(page: Page, report: Report) -> None:
    profile = report.section("profile")
    _tables(page, profile)
    page.new_page()
    page.heading(text("report.sheet.statements", report.lang))
    for section in report.of_kind("capability"):
        page.paragraphs([" · ".join(filter(None, (section.title, section.lead)))])
    page.row += 1
    _charts(page, report, [chart for chart in profile.charts if chart.id in _PROFILE_CHARTS])


def _capabilities(page: Page, report: Report) -> None:
    """All indicators in one table that can be filtered."""
    sections, names = report.of_kind("capability"), node_names(report)
    profile = report.section("profile")
    page.title(profile.title, report.subtitle)
    first = Column("capability", profile.table("profile.scores").columns[0].title)
    tables = [section.table(f"{section.id}.indicators") for section in sections]
    _stack(page, tables, [names[section.node] for section in sections], first)
    page.notes(tuple(dict.fromkeys(note for section in sections for note in section.notes)), profile.source)


def _evidence(page: Page, report: Report) -> None:
    """The ratings of all units in one table that can be filtered."""
    evidence, names = report.section("evidence"), unit_names(report)
    page.title(evidence.title, evidence.lead)
    first = Column("unit", headed(text("unit", report.lang)))
    named = [names[table.id.removeprefix("evidence.")] for table in evidence.tables]
    _stack(page, evidence.tables, named, first)
    notes = dict.fromkeys(note for table in evidence.tables for note in table.notes)
    page.notes((*evidence.notes, *notes), evidence.source)


def _published(page: Page, report: Report) -> None:
    published = report.section("published")
    _tables(page, published)
    _charts(page, report, published.charts)


def _tables(page: Page, section: Section) -> None:
    """What the section says, its first table to be filtered, the others on pages of their own."""
    page.title(section.title, section.lead)
    for place, table in enumerate(section.tables):
        if place:
            page.new_page()
        page.table(table, headed=place > 0, filtered=place == 0)
    said = {note for table in section.tables for note in table.notes}
    page.notes([note for note in section.notes if note not in said], section.source)


def _stack(page: Page, tables: Sequence[Table], named: Sequence[str], first: Column) -> None:
    if tables:
        page.table(stacked(tables, named, first), headed=False, filtered=True)
        page.repeat_header()


def _charts(page: Page, report: Report, charts: Iterable[ChartSpec]) -> None:
    for chart in charts:
        page.chart(chart, text("report.sheet.remark", report.lang))
