"""Files that nobody should open: each is refused with its reason, and costs no memory."""

import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges import office_package
from assessment.edges.offline_reading import offline_ids, read_offline_workbook
from tests.edges.filled_in import RUBRIC, made, parts_of, replaced, with_part, zipped

GOOD = made()
TYPES, SHEET, BOOK = "[Content_Types].xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_LINK = (
    b'<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"'
    b' Target="http://example.com/a" TargetMode="External"/></Relationships>'
)


def _bomb() -> bytes:
    """A hundred megabytes of spaces in a hundred kilobytes."""
    return with_part(GOOD, "xl/media/image1.png", b" " * 90_000_000)


def _lying_bomb() -> bytes:
    """The directory says that a part of ten megabytes has a hundred bytes."""
    packed = bytearray(with_part(GOOD, "xl/media/image1.png", b" " * 10_000_000))
    real = (10_000_000).to_bytes(4, "little")
    return bytes(packed.replace(real, (100).to_bytes(4, "little")))


def _many_parts() -> bytes:
    return zipped({**parts_of(GOOD), **{f"xl/media/{k}.png": b"" for k in range(400)}})


def _twice() -> bytes:
    out = BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr(SHEET, b"<worksheet/>")
    return out.getvalue()


def _rows(count: int) -> bytes:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (k, k) for k in range(20_000, count))
    return replaced(GOOD, SHEET, b"</sheetData>", rows + b"</sheetData>")


def _declared(entities: bytes) -> bytes:
    sheet = parts_of(GOOD)[SHEET]
    return with_part(GOOD, SHEET, b"<!DOCTYPE worksheet [" + entities + b"]>" + sheet.removeprefix(b"<?xml"))


LAUGHS = b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
FAR_CELL = b'<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'
FAR_ROW = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
ODD_QUOTES = b"<row r='1048576'><c r='A1048576'><v>1</v></c></row></sheetData>"

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "file-empty"),
    "a text": (lambda: b"unit,indicator,score\nnorth,a.1,3\n", "offline-not-a-workbook"),
    "a picture called xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "offline-not-a-workbook"),
    "a password or the old format": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "offline-encrypted",
    ),
    "cut short": (lambda: GOOD[: len(GOOD) // 2], "offline-damaged"),
    "bytes changed": (lambda: GOOD[:2000] + b"\xff" * 300 + GOOD[2300:], "offline-damaged"),
    "a larger file than any": (lambda: b"PK\x03\x04" + b"\0" * 20_000_001, "file-too-large"),
    "a zip bomb": (_bomb, "offline-bomb"),
    "a zip bomb whose directory lies": (_lying_bomb, "offline-damaged"),
    "hundreds of parts": (_many_parts, "offline-parts"),
    "a part twice": (_twice, "offline-parts"),
    "a way out of the folder": (lambda: with_part(GOOD, "../../evil.xml", b"<a/>"), "offline-damaged"),
    "any zip": (lambda: zipped({"readme.txt": b"hello"}), "offline-wrong-kind"),
    "an OpenDocument": (
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "offline-wrong-kind",
    ),
    "a text document": (
        lambda: replaced(GOOD, TYPES, b"spreadsheetml.sheet.main", b"wordprocessingml.document.main"),
        "offline-wrong-kind",
    ),
    "macros": (lambda: with_part(GOOD, "xl/vbaProject.bin", b"\xd0\xcf"), "offline-macros"),
    "a macro workbook called xlsx": (
        lambda: replaced(
            GOOD,
            TYPES,
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
        "offline-macros",
    ),
    "old macros in a sheet": (
        lambda: with_part(GOOD, "xl/macrosheets/sheet1.xml", b"<a/>"),
        "offline-macros",
    ),
    "links to other workbooks": (
        lambda: with_part(GOOD, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        "offline-external",
    ),
    "a picture from the net": (
        lambda: replaced(GOOD, RELATIONS, b"</Relationships>", _LINK % b"image"),
        "offline-external",
    ),
    "a data connection": (
        lambda: with_part(GOOD, "xl/connections.xml", b"<connections/>"),
        "offline-external",
    ),
    "an embedded program": (lambda: with_part(GOOD, "xl/embeddings/o1.bin", b"MZ"), "offline-embedded"),
    "a billion laughs": (lambda: _declared(LAUGHS), "offline-doctype"),
    "a file of this machine as entity": (
        lambda: _declared(b'<!ENTITY x SYSTEM "file:///etc/hostname">'),
        "offline-doctype",
    ),
    "hidden in UTF-16": (
        lambda: with_part(GOOD, SHEET, parts_of(GOOD)[SHEET].decode().encode("utf-16")),
        "offline-encoding",
    ),
    "another encoding declared": (
        lambda: with_part(GOOD, SHEET, b'<?xml version="1.0" encoding="UTF-7"?><worksheet/>'),
        "offline-encoding",
    ),
    "bytes that are no text": (
        lambda: replaced(GOOD, SHEET, b"<sheetData>", b"<!--\xff\xfe--><sheetData>"),
        "offline-encoding",
    ),
    "a million rows": (lambda: _rows(1_000_000), "offline-far"),
    "a cell in the last row": (lambda: replaced(GOOD, SHEET, b"</sheetData>", FAR_ROW), "offline-far"),
    "a cell in the last column": (lambda: replaced(GOOD, SHEET, b"</sheetData>", FAR_CELL), "offline-far"),
    "a cell beside the questions": (
        lambda: replaced(GOOD, SHEET, b"</sheetData>", b'<row r="900"><c r="AA900"/></row></sheetData>'),
        "offline-far",
    ),
    "the last row in other quotes": (
        lambda: replaced(GOOD, SHEET, b"</sheetData>", ODD_QUOTES),
        "offline-far",
    ),
    "another workbook": (
        lambda: replaced(GOOD, BOOK, b'name="gapline"', b'name="other"'),
        "offline-not-ours",
    ),
    "broken XML": (lambda: replaced(GOOD, SHEET, b"</sheetData>", b"</sheetDa"), "offline-damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    make, code = HOSTILE[name]

    answers, problems = read_offline_workbook(make(), "answers.xlsx", RUBRIC)
    assert answers is None
    assert [problem.code for problem in problems] == [code]
    for lang in LANGUAGES:
        assert len(problems[0].sentence(lang)) > 15


def test_whose_answers_it_holds_is_not_read_from_a_hostile_file_either() -> None:
    assert [problem.code for problem in offline_ids(_bomb(), "a.xlsx")[1]] == ["offline-bomb"]
    assert offline_ids(GOOD, "a.xlsx")[0] is not None


@pytest.mark.parametrize("name", ["a zip bomb", "a zip bomb whose directory lies", "a cell in the last row"])
def test_a_hostile_file_costs_little_memory(name: str) -> None:
    data = HOSTILE[name][0]()
    tracemalloc.start()
    read_offline_workbook(data, "answers.xlsx", RUBRIC)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 20_000_000


def test_all_parts_together_may_not_be_too_large_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_package, "MAX_UNPACKED", 10_000)

    assert read_offline_workbook(GOOD, "a.xlsx", RUBRIC)[1][0].code == "offline-bomb"


def test_an_address_that_somebody_typed_into_a_note_does_no_harm() -> None:
    linked = replaced(GOOD, RELATIONS, b"</Relationships>", _LINK % b"hyperlink")

    assert read_offline_workbook(linked, "a.xlsx", RUBRIC)[1] == []


def test_the_good_workbook_is_taken() -> None:
    answers, problems = read_offline_workbook(GOOD, "answers.xlsx", RUBRIC)

    assert problems == []
    assert answers is not None
    assert answers.ratings == ()
