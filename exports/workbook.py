"""The workbook: a report in, the bytes of an .xlsx out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from openpyxl import Workbook

from assessment.catalogue import Lang, text
from assessment.report import ChartSpec, Column, Report, Section, Table
from assessment.report.pictures import Field
from assessment.report.wording import headed
from exports.base_theme import theme
from exports.workbook_cells import Styles, sheet_text
from exports.workbook_field import draw_field
from exports.workbook_inputs import levels_sheet, ratings_sheet, rubric_sheet
from exports.workbook_live import Ledger, Live, live_series, live_table
from exports.workbook_package import packed_workbook
from exports.workbook_page import Page
from exports.workbook_rollup import rolled_up
from exports.workbook_rows import Rows, Strings
from exports.workbook_tables import node_names, stacked, unit_names

Progress = Callable[[float, str], None]

_COMPARISON_CHARTS: Final = ("profile.radar",)
_SECOND_PAGE: Final = "guide.marks"
"""The table of the read-me that is printed on a new page."""
_SCORES_CHARTS: Final = ("profile.dimensions", "profile.capabilities")


def workbook(report: Report, progress: Progress | None = None) -> bytes:
    """Write a report as a workbook with native charts; the same report gives the same bytes.

    Scores are formulas over the sheet of ratings, with the core's results as their cached values.

    Args:
        report: what to write; nothing is computed here.
        progress: told the share that is done (0..1) and what is being done.

    Returns:
        The bytes of an .xlsx file with the sheets read me, scores, capabilities, ratings and evidence,
        comparison, priorities, plan, published against computed (these three only where the report has such a
        section), rubric, levels and roll-up (where it has workings).
    """
    tell = progress or (lambda _share, _said: None)
    made = _Made(report)
    names = made.sheets
    pages = {kind: made.page(name) for kind, name in names.items()}
    order = sorted(names, key=lambda kind: kind != "workings")  # the other sheets read the roll-up
    for place, kind in enumerate(order):
        tell(place / (len(order) + 1), text("report.sheet.writing", report.lang, sheet=names[kind]))
        _PAINTERS[kind](made, pages[kind])
    numbered = text("report.sheet.page", report.lang, page="&P", pages="&N")
    for page in pages.values():
        page.finish(f"{report.unit_name} · {report.wave_name}", numbered)
    tell(len(order) / (len(order) + 1), text("report.sheet.packing", report.lang))
    alternatives = [page.alternatives for page in pages.values() if page.alternatives]
    rows = {names[kind]: page.rows for kind, page in pages.items()}
    content = packed_workbook(made.book, alternatives, rows, made.strings)
    tell(1.0, text("report.sheet.packing", report.lang))
    return content


@dataclass
class _Made:
    """A workbook in the making."""

    report: Report
    book: Workbook = field(default_factory=Workbook)
    strings: Strings = field(default_factory=Strings)
    ledger: Ledger | None = None

    def __post_init__(self) -> None:
        self.styles = Styles(self.report.lang)
        self.book.remove(self.book.worksheets[0])
        self.book.loaded_theme = theme()
        self.book.properties.title = sheet_text(f"{self.report.title} · {self.report.subtitle}")
        self.book.properties.creator = "Gapline"
        self.sheets = {kind: text(f"report.sheet.{kind}", self.report.lang) for kind in self._kinds()}

    def _kinds(self) -> Iterator[str]:
        yield from ("guide", "profile", "capabilities", "evidence", "comparison")
        yield from (kind for kind in ("priorities", "roadmap", "published") if self.report.of_kind(kind))
        if self.report.workings is not None:
            yield from ("rubric", "levels")
            yield from ("workings",) if self.report.workings.units else ()

    def page(self, name: str) -> Page:
        """An empty sheet."""
        return Page(Rows(self.book.create_sheet(name), self.styles, self.strings))

    def live(self, table: Table) -> Live | None:
        """What of a table follows the roll-up."""
        if self.ledger is None or self.report.workings is None:
            return None
        report = self.report
        return live_table(table, report.recipe.unit, self.ledger, self.report.workings, report.lang)

    def tables(self, page: Page, section: Section, *, titled: bool = True) -> None:
        """What a section says, its first table to be filtered, the others on pages of their own."""
        if titled:
            page.title(section.title, section.lead)
        else:
            page.new_page()
            page.heading(section.title)
        for place, table in enumerate(section.tables):
            if place:
                page.new_page()
            first = titled and place == 0
            page.table(table, self.live(table), headed=not first, filtered=first)
        said = {note for table in section.tables for note in table.notes}
        page.notes([note for note in section.notes if note not in said], section.source)

    def charts(self, page: Page, charts: Iterable[ChartSpec]) -> None:
        """Charts with their figures."""
        for chart in charts:
            page.chart(chart, text("report.sheet.remark", self.report.lang), live_series(chart, self.ledger))

    def stack(self, page: Page, tables: Sequence[Table], named: Sequence[str], first: Column) -> None:
        """Tables of the same columns as one that can be filtered."""
        if tables:
            together = stacked(tables, named, first)
            page.table(together, self.live(together), headed=False, filtered=True)
            page.repeat_header()


def _read_me(made: _Made, page: Page) -> None:
    report = made.report
    guide = report.section("guide")
    page.title(report.title, report.subtitle, guide.lead)
    if "workings" in made.sheets:
        page.heading(text("workings.live", report.lang))
        column = text("report.column.score", report.lang)
        said = ("workings.live.follows", "workings.live.stays")
        page.paragraphs(text(key, report.lang, column=column, **_named(made)) for key in said)
        page.row += 1
    for table in guide.tables:
        if table.id == _SECOND_PAGE:
            page.new_page()
        page.table(table)
    page.notes(guide.notes, guide.source)


def _named(made: _Made) -> dict[str, str]:
    names = made.sheets
    return {
        "scores": names["profile"],
        "capabilities": names["capabilities"],
        "comparison": names["comparison"],
        "ratings": names["evidence"],
        "rubric": names["rubric"],
        "workings": names["workings"],
    }


def _comparison(made: _Made, page: Page) -> None:
    comparison, profile = made.report.section("comparison"), made.report.section("profile")
    made.tables(page, comparison)
    made.charts(page, (*comparison.charts, *(profile.chart(chart) for chart in _COMPARISON_CHARTS)))


def _scores(made: _Made, page: Page) -> None:
    report = made.report
    profile = report.section("profile")
    made.tables(page, profile)
    page.new_page()
    page.heading(text("report.sheet.statements", report.lang))
    for section in report.of_kind("capability"):
        page.paragraphs([" · ".join(filter(None, (section.title, section.lead)))])
    page.row += 1
    made.charts(page, [chart for chart in profile.charts if chart.id in _SCORES_CHARTS])


def _capabilities(made: _Made, page: Page) -> None:
    """All indicators in one table that can be filtered."""
    report = made.report
    sections, names = report.of_kind("capability"), node_names(report)
    profile = report.section("profile")
    page.title(profile.title, report.subtitle)
    first = Column("capability", profile.table("profile.scores").columns[0].title)
    tables = [section.table(f"{section.id}.indicators") for section in sections]
    made.stack(page, tables, [names[section.node] for section in sections], first)
    page.notes(tuple(dict.fromkeys(note for section in sections for note in section.notes)), profile.source)


def _evidence(made: _Made, page: Page) -> None:
    """The ratings of all units in one table that can be filtered; the scores can be changed."""
    report = made.report
    evidence, names = report.section("evidence"), unit_names(report)
    page.title(evidence.title, evidence.lead)
    first = Column("unit", headed(text("unit", report.lang)))
    named = [names[table.id.removeprefix("evidence.")] for table in evidence.tables]
    if report.workings is None:
        made.stack(page, evidence.tables, named, first)
    elif evidence.tables:
        ratings_sheet(page, stacked(evidence.tables, named, first), evidence.tables, report)
        page.repeat_header()
    notes = dict.fromkeys(note for table in evidence.tables for note in table.notes)
    page.notes((*evidence.notes, *notes), evidence.source)


def _published(made: _Made, page: Page) -> None:
    published = made.report.section("published")
    made.tables(page, published)
    made.charts(page, published.charts)


def _of_kind(kind: str) -> Callable[[_Made, Page], None]:
    """What the report's sections of a kind hold: tables, that with the plan first, then charts."""

    def paint(made: _Made, page: Page) -> None:
        sections = [one for one in made.report.of_kind(kind) if one.tables]  # type: ignore[arg-type] # as given below
        sections.sort(key=lambda one: all(table.id != "roadmap.plan" for table in one.tables))
        for place, section in enumerate(sections):
            made.tables(page, section, titled=place == 0)
        for section in made.report.of_kind(kind):  # type: ignore[arg-type] # as above
            for picture in section.pictures:
                if isinstance(picture, Field):
                    draw_field(page, picture, made.report.lang)
            made.charts(page, [_named_phases(chart, made.report.lang) for chart in section.charts])

    return paint


def _named_phases(chart: ChartSpec, lang: Lang) -> ChartSpec:
    """There is room on a sheet for the names of the phases, not only for their numbers."""
    if chart.kind != "load":
        return chart
    return replace(
        chart, categories=tuple(text("roadmap.phase", lang, phase=one) for one in chart.category_ids)
    )


def _rubric(made: _Made, page: Page) -> None:
    report = made.report
    if report.workings is not None:
        rubric_sheet(page, report.workings, report.lang)


def _levels(made: _Made, page: Page) -> None:
    report = made.report
    if report.workings is not None:
        levels_sheet(page, report.workings, report.lang)


def _workings(made: _Made, page: Page) -> None:
    report = made.report
    if report.workings is None:
        return
    names = {"ratings": made.sheets["evidence"], "rubric": made.sheets["rubric"]}
    page.title(
        text("workings.title", report.lang),
        text("workings.lead", report.lang, **names),
        text("workings.keep", report.lang),
    )
    made.ledger = rolled_up(page, report.workings, report.lang, made.sheets)


_PAINTERS: Final[dict[str, Callable[[_Made, Page], None]]] = {
    "guide": _read_me,
    "profile": _scores,
    "capabilities": _capabilities,
    "comparison": _comparison,
    "evidence": _evidence,
    "priorities": _of_kind("priorities"),
    "roadmap": _of_kind("roadmap"),
    "published": _published,
    "rubric": _rubric,
    "levels": _levels,
    "workings": _workings,
}
