"""The bytes of a workbook: the same for the same report, and what openpyxl writes wrong put right."""

import datetime as dt
import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from exports.ooxml import XML_HEAD, attribute, packed
from exports.workbook_rows import Rows, Strings

_MADE: Final = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the file format keeps no zone
_SHEETS: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRINGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_INLINE: Final = re.compile(r' t="inlineStr"><is>(<t[ >].*?</t>|<t ?/>)</is></c>', re.DOTALL)
_NO_CELLS: Final = "<sheetData></sheetData>"
_NO_SPAN: Final = '<dimension ref="A1:A1"/>'
_CHART_NAME: Final = re.compile(r'(<cNvPr id="\d+" name="Chart \d+")')
_OWN_LABEL_FORMAT: Final = ("<dLbls><numFmt ", '<dLbls><numFmt sourceLinked="0" ')
"""Without it labels take the format of the cells."""
_FONT: Final = re.compile(r"(?<=<font>).*?(?=</font>)")
_FONT_PART: Final = re.compile(r"<(\w+)[^>]*/>")
_FONT_ORDER: Final = (
    "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()  # noqa: SIM905 - reads better
)


def packed_workbook(
    book: Workbook,
    alternatives: Sequence[Sequence[str]],
    written: Mapping[str, Rows] | None = None,
    strings: Strings | None = None,
) -> bytes:
    """Write a workbook out.

    Args:
        book: what to write; its dates are set to a fixed day.
        alternatives: for every sheet with charts, in the order of the sheets: each chart in words.
        written: name of a sheet -> its rows, of those whose cells the book does not hold itself.
        strings: the words of these rows.
    """
    parts = _parts(book)
    for number, name in enumerate(book.sheetnames, 1):
        if written and name in written:
            part = f"xl/worksheets/sheet{number}.xml"
            parts[part] = _filled(parts[part], written[name])
            _link(parts, number, written[name].links)
    _share_strings(parts, strings or Strings())
    parts["xl/styles.xml"] = _FONT.sub(_in_order, parts["xl/styles.xml"])
    for name in [name for name in parts if name.startswith("xl/charts/chart")]:
        parts[name] = parts[name].replace(*_OWN_LABEL_FORMAT)
    for number, said in enumerate(alternatives, 1):
        name = f"xl/drawings/drawing{number}.xml"
        parts[name] = _described(parts[name], said)
    return packed(parts)


def _parts(book: Workbook) -> dict[str, str]:
    book.properties.created = book.properties.modified = _MADE
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(book, archive).write_data()
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _filled(sheet: str, rows: Rows) -> str:
    """A sheet without cells, with its rows in their place."""
    spanned = sheet.replace(_NO_SPAN, f'<dimension ref="{rows.span}"/>')
    return spanned.replace(_NO_CELLS, f"<sheetData>{rows.data}</sheetData>")


def _link(parts: dict[str, str], number: int, links: Mapping[str, str]) -> None:
    """Let cells of a sheet lead to files."""
    if not links:
        return
    named = [(f"rIdLink{place}", *link) for place, link in enumerate(links.items(), 1)]
    part, relations = f"xl/worksheets/sheet{number}.xml", f"xl/worksheets/_rels/sheet{number}.xml.rels"
    cells = "".join(f'<hyperlink xmlns:r="{_OFFICE}" ref="{cell}" r:id="{name}"/>' for name, cell, _ in named)
    parts[part] = parts[part].replace("<pageMargins ", f"<hyperlinks>{cells}</hyperlinks><pageMargins ", 1)
    targets = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{attribute(file)}"'
        ' TargetMode="External"/>'
        for name, _, file in named
    )
    none = f'{XML_HEAD}<Relationships xmlns="{_RELATIONS}"></Relationships>'
    known = parts.get(relations, none)
    parts[relations] = known.replace("</Relationships>", f"{targets}</Relationships>")


def _share_strings(parts: dict[str, str], strings: Strings) -> None:
    """Move the words out of the cells into the table of strings that spreadsheets expect."""

    def shared(found: re.Match[str]) -> str:
        strings.total += 1
        return f' t="s"><v>{strings.item(found[1])}</v></c>'

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        if "inlineStr" in parts[name]:
            parts[name] = _INLINE.sub(shared, parts[name])
    listed = list(strings.items)
    items = "".join(f"<si>{content}</si>" for content in listed)
    parts["xl/sharedStrings.xml"] = (
        f'{XML_HEAD}<sst xmlns="{_SHEETS}" count="{strings.total}" uniqueCount="{len(listed)}">{items}</sst>'
    )
    _register(parts)


def _register(parts: dict[str, str]) -> None:
    """Make the table of strings known to the package."""
    relation = f'<Relationship Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rIdStrings"/>'
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_STRINGS_TYPE}"/>'
    relations, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    parts[relations] = parts[relations].replace("</Relationships>", f"{relation}</Relationships>")
    parts[types] = parts[types].replace("</Types>", f"{override}</Types>")


def _in_order(font: re.Match[str]) -> str:
    """The parts of a font in the order that the schema asks for."""
    found = sorted(_FONT_PART.finditer(font[0]), key=lambda part: _FONT_ORDER.index(part[1]))
    return "".join(part[0] for part in found)


def _described(drawing: str, alternatives: Sequence[str]) -> str:
    """The drawing with its charts' alternative texts, which openpyxl has no field for."""
    said = iter(alternatives)
    return _CHART_NAME.sub(lambda found: f'{found[1]} descr="{attribute(next(said))}"', drawing)
