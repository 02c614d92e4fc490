"""What people do to a deck in PowerPoint, done with python-pptx; and a report with newer figures."""
# ruff: noqa: ANN401 - python-pptx is not typed, and hides what copying a slide needs

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from assessment.report.pictures import Tracks
from assessment.report.shapes import Cell, ChartSpec, Report, Section, Series, Table
from exports.deck.tags import recipe_of
from exports.refresh.refreshing import Refreshed
from exports.refresh.whole_deck import refresh

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STEP = 0.25


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """The deck after somebody opened it, did something and saved it."""
    deck = Presentation(BytesIO(data))
    edit(deck)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def refresh_with(data: bytes, report: Report, *, overwrite: bool = False) -> Refreshed:
    """The deck refreshed with a report of the same recipe."""
    return refresh(
        data,
        "deck.pptx",
        report.recipe.engagement,
        lambda recipe: report if recipe == recipe_of(report) else None,
        overwrite=overwrite,
    )


def newer(report: Report) -> Report:
    """The same report after every figure of the unit rose by a quarter of a level."""
    sections = tuple(_newer_section(section) for section in report.sections)
    return replace(report, sections=sections, recipe=replace(report.recipe, data_revision=8))


def _newer_section(section: Section) -> Section:
    return replace(
        section,
        title=section.title.replace("1.8", "2.1"),
        charts=tuple(map(_newer_chart, section.charts)),
        tables=tuple(table if table.id == "guide.scale" else _newer_table(table) for table in section.tables),
        pictures=tuple(
            replace(one, chart=_newer_chart(one.chart)) if isinstance(one, Tracks) else one
            for one in section.pictures
        ),
    )


def _newer_chart(spec: ChartSpec) -> ChartSpec:
    return replace(
        spec, series=tuple(_newer_series(one) if one.role == "unit" else one for one in spec.series)
    )


def _newer_series(series: Series) -> Series:
    values = tuple(None if value is None else value + STEP for value in series.values)
    labels = tuple(
        old if value is None else f"{value:.1f}" for value, old in zip(values, series.labels, strict=True)
    )
    return replace(series, values=values, labels=labels)


def _newer_table(table: Table) -> Table:
    return replace(table, rows=tuple(tuple(map(_newer_cell, row)) for row in table.rows))


def _newer_cell(cell: Cell) -> Cell:
    if cell.kind != "score" or cell.value is None:
        return cell
    value = cell.value + STEP
    return replace(cell, text=f"{value:.1f}", value=value, level=value / 5.5)


def hashes(data: bytes) -> dict[str, str]:
    """Every part's hash, in the order of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return {entry.filename: sha256(archive.read(entry)).hexdigest() for entry in archive.infolist()}


def packed_bytes(data: bytes) -> dict[str, bytes]:
    """Every part's bytes as they are packed in the file."""
    found = {}
    with ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            at = entry.header_offset
            begin = at + 30 + int.from_bytes(data[at + 26 : at + 28], "little")
            begin += int.from_bytes(data[at + 28 : at + 30], "little")
            found[entry.filename] = data[begin : begin + entry.compress_size]
    return found


def shape_of(deck: Any, name: str) -> Any:
    """The first shape of a name, wherever it stands."""
    return next(shape for slide in deck.slides for shape in slide.shapes if shape.name == name)


def slide_with(deck: Any, name: str) -> Any:
    """The first slide with a shape of this name."""
    return next(slide for slide in deck.slides if name in {shape.name for shape in slide.shapes})


def copy_slide(deck: Any, place: int) -> None:
    """A duplicate at the end of the deck, with charts, workbooks and tags of its own."""
    source = deck.slides[place]
    copy = deck.slides.add_slide(source.slide_layout)
    for shape in list(copy.shapes):
        shape._element.getparent().remove(shape._element)
    renamed = {
        number: copy.part.relate_to(_copied(deck.part.package, relation.target_part), relation.reltype)
        for number, relation in source.part.rels.items()
        if relation.reltype.rpartition("/")[2] in {"chart", "tags"}
    }
    for shape in source.shapes:
        element = deepcopy(shape._element)
        for part in element.iter():
            if part.get(f"{_R}id") in renamed:
                part.set(f"{_R}id", renamed[part.get(f"{_R}id")])
        copy.shapes._spTree.append(element)


def _copied(package: Any, part: Any) -> Any:
    if not isinstance(part, ChartPart):
        place = sum(one.partname.startswith("/ppt/tags/") for one in package.iter_parts())
        return Part(PackURI(f"/ppt/tags/tag{place + 1000}.xml"), part.content_type, package, part.blob)
    name = package.next_partname("/ppt/charts/chart%d.xml")
    chart = ChartPart.load(name, part.content_type, package, part.blob)
    book = EmbeddedXlsxPart.new(part.chart_workbook.xlsx_part.blob, package)
    chart.relate_to(book, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package")
    return chart


def delete_slide(deck: Any, place: int) -> None:
    """Take a slide out."""
    entries = deck.slides._sldIdLst
    deck.part.drop_rel(entries[place].rId)
    entries.remove(entries[place])


def move_slide(deck: Any, place: int, to: int) -> None:
    """Drag a slide to another place."""
    entries = deck.slides._sldIdLst
    entry = entries[place]
    entries.remove(entry)
    entries.insert(to, entry)


def edit_book(shape: Any, edit: Callable[[Any], None]) -> None:
    """Edit a chart's workbook in a spreadsheet program that leaves the chart alone."""
    part = shape.chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(BytesIO(part.blob))
    edit(book)
    stream = BytesIO()
    book.save(stream)
    part._blob = stream.getvalue()


def book_of(shape: Any) -> Any:
    """A chart's workbook."""
    return openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
