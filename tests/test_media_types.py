"""What a file is, told from its content: this table of hostile files may not lose a line."""

import io
import zipfile

import pytest

from assessment.media_types import ENDINGS, media_type

WORD, SHEET, SLIDES = [kind for kind in ENDINGS if "openxmlformats" in kind]
TYPES = '<Types><Override PartName="/main.xml" ContentType="{0}.main+xml"/></Types>'


def office(kind: str, *more: str, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    return packed({"[Content_Types].xml": TYPES.format(kind)} | dict.fromkeys(more, "x"), packing)


def packed(parts: dict[str, str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def bomb() -> bytes:
    data = bytearray(office(SHEET))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (2**32 - 2).to_bytes(4, "little")
    return bytes(data)


def spoiled(data: bytes) -> bytes:
    """The first bytes of the first part are no packed data any more."""
    start = 30 + len("[Content_Types].xml")
    return data[:start] + b"\xff" * 8 + data[start + 8 :]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("minutes.pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("shot.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR...", "image/png"),
        ("photo.jpeg", b"\xff\xd8\xff\xe0...", "image/jpeg"),
        ("plan.docx", office(WORD), WORD),
        ("list.xlsx", office(SHEET), SHEET),
        ("deck.pptx", office(SLIDES, "ppt/embeddings/sheet.xlsx"), SLIDES),
        ("notes.txt", "客户说：没有\t“客户视图”。\r\n".encode(), "text/plain"),
        ("notes.TXT", b"\xef\xbb\xbfA < B, and B > C", "text/plain"),
        ("list.csv", b"unit,score\nnorth,2\n", "text/csv"),
        ("a picture that says it is a text.txt", b"\xff\xd8\xff\xe0...", "image/jpeg"),
    ],
)
def test_what_may_be_evidence_is_known_by_its_content(name: str, data: bytes, kind: str) -> None:
    assert media_type(name, data) == (kind, "")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("nothing.pdf", b"", "empty"),
        ("page.txt", b"<!DOCTYPE html><p>hello", "markup"),
        ("page.csv", b"\n\n  <HTML><script>alert(1)</script>", "markup"),
        ("notes.txt", b"a note, and then <script>alert(1)</script>", "markup"),
        ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "markup"),
        ("drawing.txt", b'<?xml version="1.0"?><svg/>', "markup"),
        ("setup.pdf", b"MZ\x90\x00...", "program"),
        ("tool.pdf", b"\x7fELF...", "program"),
        ("list.txt", b"#!/bin/sh\nrm -r x", "program"),
        ("run.bat", b"@echo off\r\ndel *", "program"),
        ("invoice.pdf.js", b"alert(1)", "program"),
        ("page.html", b"only words", "program"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "old-office"),
        ("macro.xlsx", office(SHEET, "xl/vbaProject.bin"), "macros"),
        ("macro.docx", packed({"[Content_Types].xml": "ms-word.document.macroEnabled"}), "macros"),
        ("sheet4.xlsx", office(SHEET, "xl/macrosheets/sheet1.xml"), "macros"),
        ("hidden.pptx", office(SLIDES, "ppt/embeddings/setup.exe"), "macros"),
        ("files.zip", packed({"a.txt": "a"}), "archive"),
        ("book.docx", packed({"[Content_Types].xml": "<Types/>"}), "archive"),
        ("both.docx", office(WORD)[:-10], "broken"),
        ("bomb.xlsx", bomb(), "broken"),
        ("spoiled.pptx", spoiled(office(SLIDES)), "broken"),
        ("packed.docx", office(WORD, packing=zipfile.ZIP_LZMA), "broken"),
        ("logs.gz", b"\x1f\x8b...", "archive"),
        ("gbk.csv", "单位,得分".encode("gbk"), "unknown"),
        ("zeros.txt", b"a\x00b", "unknown"),
        ("letter.rtf", b"{\\rtf1 hello}", "unknown"),
    ],
)
def test_what_may_not_is_refused_with_the_reason(name: str, data: bytes, reason: str) -> None:
    assert media_type(name, data) == ("", reason)
