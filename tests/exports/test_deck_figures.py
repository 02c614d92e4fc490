"""Every figure of the full deck's charts, workbooks and tables, worked out anew from the core."""

import math
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment.benchmark import PublishedScore
from assessment.catalogue import LANGUAGES
from assessment.report.numbers import percent, rounded, signed
from assessment.report.shapes import BASE, Cell, ChartSpec, Report, Table
from exports.ooxml import cleaned
from tests.exports.core_figures import Core, core
from tests.exports.deck_oracles import Figure, in_chart, in_table
from tests.exports.deck_reading import ReadTable, tables
from tests.exports.story_deck import told_deck

ROUNDED_TO_ADD_UP = {("change.nodes", "real")}
"""Parts that the table rounds so that they add up to the change shown."""
AS_SWATCHES, AS_RADAR = "guide.scale", "profile.dimensions"
"""Drawn in another way: tiles instead of a table, a radar instead of bars."""


@pytest.fixture(scope="module")
def of() -> Core:
    return core()


@pytest.fixture(scope="module", params=LANGUAGES)
def told(request: pytest.FixtureRequest) -> tuple[Report, bytes]:
    return told_deck(request.param)


def all_tables(report: Report) -> list[Table]:
    return [table for section in report.sections for table in section.tables]


def all_charts(report: Report) -> list[ChartSpec]:
    return [chart for section in report.sections for chart in section.charts]


def value_of(figure: Figure) -> float | None:
    return figure.score if isinstance(figure, PublishedScore) else figure


def same(one: float | None, other: float | None, within: float = 1e-9) -> bool:
    return one is other if one is None or other is None else math.isclose(one, other, abs_tol=within)


def worded(figure: Figure) -> set[str]:
    """All that may stand for a figure: as printed, or rounded in one of the ways of the report."""
    value = value_of(figure)
    if value is None:
        return set()
    said = {form(value, places) for form in (rounded, signed) for places in (0, 1, 2)} | {percent(value)}
    said |= {f"±{rounded(value)}"}
    return said | ({figure.printed} if isinstance(figure, PublishedScore) else set())


def test_every_figure_of_every_table_is_the_one_that_the_core_has(
    told: tuple[Report, bytes], of: Core
) -> None:
    wrong = []
    for table in all_tables(told[0]):
        for row, cells in enumerate(table.rows):
            node = table.row_ids[row] if table.row_ids else ""
            for column, cell in zip(table.columns, cells, strict=True):
                if column.kind == "text" or (cell.value is None and table.id == "scope.facts"):
                    continue
                figure = in_table(table.id)(of, node, row, column.key)
                within = 0.0051 if (table.id, column.key) in ROUNDED_TO_ADD_UP else 1e-9
                if not same(cell.value, value_of(figure), within) or not _said(cell, figure, within):
                    wrong.append(
                        (table.id, node or row, column.key, cell.shown, cell.value, value_of(figure))
                    )
    assert wrong == []


def _said(cell: Cell, figure: Figure, within: float) -> bool:
    """Whether the words of a cell are those of its figure; load and capacity stand in one cell."""
    if value_of(figure) is None:
        return not re.search(r"\d", cell.text)
    return within > 1e-9 or cell.text.partition(" / ")[0] in worded(figure)


def test_every_figure_of_every_chart_is_the_one_that_the_core_has(
    told: tuple[Report, bytes], of: Core
) -> None:
    wrong = []
    for chart in all_charts(told[0]):
        for series in chart.series:
            for place, category in enumerate(chart.category_ids):
                figure = in_chart(chart.id)(of, chart.id, series.id or series.role, category)
                value, label = series.values[place], series.labels[place].removesuffix("†")
                known = not same(value, value_of(figure))
                if known or (value and series.id != BASE and label not in worded(figure)):
                    wrong.append((chart.id, series.id, category, value, label, value_of(figure)))
    assert wrong == []


def test_counts_of_the_scope_are_those_of_the_store(told: tuple[Report, bytes], of: Core) -> None:
    ratings = of.store.ratings(of.place[0], wave=of.place[2])
    own = of.ratings(of.place[2])[of.own]
    wanted = [
        len({one.unit for one in ratings}),
        len({one.rater for one in ratings}),
        len(of.rubric.indicators),
        sum(one.state != "unknown" for one in own.values()),
        len({one.evidence for one in of.store.evidence_links(of.place[0], wave=of.place[2])}),
    ]
    (table,) = told[0].section("scope").tables

    assert [int(row[1].text) for row in table.rows[-5:]] == wanted


def shapes(data: bytes) -> Iterator[Any]:
    for slide in Presentation(BytesIO(data)).slides:
        yield from slide.shapes


def test_every_chart_part_and_its_workbook_hold_what_the_report_says(told: tuple[Report, bytes]) -> None:
    report, data = told
    wanted = {chart.id: chart for chart in all_charts(report)}
    seen: dict[tuple[str, str], list[float | None]] = {}
    for shape in (one for one in shapes(data) if one.has_chart):
        if shape.name.startswith("priorities.field"):
            continue  # points over two axes, told apart elsewhere
        spec = wanted[re.sub(r" \d+$", "", shape.name)]
        book = load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))["Data"]
        heads, *rows = ([cell.value for cell in row] for row in book.iter_rows())
        drawn = [series for plot in shape.chart.plots for series in plot.series]
        assert heads[1:] == [series.name for series in drawn], shape.name
        for column, series in enumerate(drawn, start=1):
            assert list(series.values) == [row[column] for row in rows], shape.name
            seen.setdefault((spec.id, series.name), []).extend(series.values)

    for chart in wanted.values():
        if chart.id != AS_RADAR and any(value is not None for one in chart.series for value in one.values):
            for series in chart.series:
                assert seen.pop((chart.id, series.name)) == list(series.values), chart.id
    assert seen == {}


def test_every_figure_of_every_table_stands_in_its_row_and_column(told: tuple[Report, bytes]) -> None:
    report, data = told
    parts: dict[str, list[ReadTable]] = {}
    for read in tables(data):
        parts.setdefault(read.name, []).append(read)
    for table in all_tables(report):
        if table.id == AS_SWATCHES:
            continue
        shown = _shown_places(table, parts.pop(table.id))
        wanted = {
            (row, column)
            for row, cells in enumerate(table.rows)
            for column, cell in enumerate(cells)
            if cell.value is not None
        }
        assert wanted <= shown, table.id
    assert parts == {}


def _shown_places(table: Table, parts: list[ReadTable]) -> set[tuple[int, int]]:
    """The cells of a table that its parts show, each with its rows in order; other rows are an error."""
    places = {cleaned(column.title): place for place, column in enumerate(table.columns)}
    said = [[cleaned(cell.shown) for cell in cells] for cells in table.rows]
    found: set[tuple[int, int]] = set()
    for part in parts:
        heads, rows = tuple(part.rows[0]), part.rows[1:]
        if len(table.rows) == 1 and heads[0] == cleaned(table.title):
            assert [row[0] for row in rows] == list(places)
            assert [row[1] for row in rows] == said[0], table.id
            found |= {(0, place) for place in range(len(said[0]))}
            continue
        columns, at = [places[head] for head in heads], -1
        for row in rows:
            alike = [k for k in range(at + 1, len(said)) if [said[k][column] for column in columns] == row]
            assert alike, (table.id, row)
            at = next((k for k in alike if not all((k, column) in found for column in columns)), alike[0])
            found |= {(at, column) for column in columns}
    return found


def test_nothing_is_a_picture_and_no_picture_is_in_the_file(told: tuple[Report, bytes]) -> None:
    names = zipfile.ZipFile(BytesIO(told[1])).namelist()

    assert not [name for name in names if "media" in name or name.endswith((".png", ".jpg", ".emf", ".svg"))]
    assert not [shape for shape in shapes(told[1]) if shape.shape_type == 13]


def test_every_slide_bears_the_title_of_its_section_its_table_or_its_chart(
    told: tuple[Report, bytes],
) -> None:
    report, data = told
    known = {cleaned(report.title), *(cleaned(section.title) for section in report.sections)}
    known |= {cleaned(said) for table in all_tables(report) for said in (table.headline, table.title)}
    known |= {cleaned(chart.headline) for chart in all_charts(report)}
    more = re.compile(r"\s*[（(](continued|续)[^()（）]*[)）]$")
    said = [slide.shapes.title.text_frame.text for slide in Presentation(BytesIO(data)).slides]

    assert [title for title in said if more.sub("", title) not in known] == []
