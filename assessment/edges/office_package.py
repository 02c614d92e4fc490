"""An .xlsx file taken apart with care: what is hostile or no workbook is refused before it costs memory."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from assessment.errors import Problem

MAX_BYTES: Final = 20_000_000
MAX_PARTS: Final = 300
MAX_UNPACKED: Final = 100_000_000
MAX_RATIO: Final = 200
"""Unpacked over packed size of a part from which on it is no sheet that people filled in."""
_SMALL: Final = 1_000_000
"""Bytes of a part below which the ratio does not matter."""

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_SHEET_TYPE: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_TYPES: Final = "[Content_Types].xml"
_BOOK: Final = "xl/workbook.xml"
_KINDS: Final = (
    (b"macroEnabled", "offline-macros", ".xlsm"),
    (b"sheet.binary", "offline-wrong-kind", ".xlsb"),
    (b"spreadsheetml.template", "offline-wrong-kind", ".xltx"),
    (b"wordprocessingml", "offline-wrong-kind", ".docx"),
    (b"presentationml", "offline-wrong-kind", ".pptx"),
)
_NAMES: Final = (
    ("vbaproject", "offline-macros"),
    ("macrosheets/", "offline-macros"),
    ("externallinks/", "offline-external"),
    ("connections.xml", "offline-external"),
    ("querytables/", "offline-external"),
    ("embeddings/", "offline-embedded"),
    ("activex/", "offline-embedded"),
    ("ctrlprops/", "offline-embedded"),
    ("customui/", "offline-embedded"),
)
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_OUTSIDE: Final = re.compile(rb"TargetMode\s*=\s*[\"']External")
_LINK_IN_A_CELL: Final = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_DECLARED: Final = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")


def unpacked(data: bytes, source: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The parts of an .xlsx file by name, or the reason why it is refused; never both.

    Sizes are checked in the directory before anything is inflated, and again while it is. Nothing of what
    comes back declares a document type or entities, and all of it is UTF-8.

    Args:
        data: the file.
        source: the file as the person named it.
    """
    problem = _outer_problem(data)
    if problem:
        return {}, [_problem(source, *problem)]
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            problem = _directory_problem(archive.infolist())
            parts = {} if problem else dict(_inflated(archive))
    except _BROKEN as error:
        return {}, [_problem(source, "offline-damaged", str(error) or type(error).__name__)]
    problem = problem or next(_part_problems(parts), None)
    return ({}, [_problem(source, *problem)]) if problem else (parts, [])


_Found = tuple[str, str] | tuple[str, str, str]
"""Code, what was found, and what is allowed."""


def _problem(source: str, code: str, found: str = "", allowed: str = "") -> Problem:
    return Problem(code, source, found=found[:80], allowed=allowed)


def _outer_problem(data: bytes) -> _Found | None:
    if not data:
        return ("file-empty", "")
    if len(data) > MAX_BYTES:
        return ("file-too-large", _megabytes(len(data)), _megabytes(MAX_BYTES))
    if data.startswith(_OLE):
        return ("offline-encrypted", "")
    return None if data.startswith(_ZIP) else ("offline-not-a-workbook", "")


def _directory_problem(entries: list[zipfile.ZipInfo]) -> _Found | None:
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or len({name.casefold() for name in names}) < len(names):
        return ("offline-parts", str(len(names)), str(MAX_PARTS))
    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        return ("offline-bomb", _megabytes(size), _megabytes(MAX_UNPACKED))
    for entry in entries:
        if entry.flag_bits & 1:
            return ("offline-encrypted", entry.filename)
        if entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size):
            return ("offline-bomb", f"{_megabytes(entry.file_size)}, 1:{MAX_RATIO}+", f"1:{MAX_RATIO}")
    if _TYPES not in names:
        other = "OpenDocument" if "mimetype" in names else "ZIP"
        return ("offline-wrong-kind", other)
    return _name_problem(names)


def _name_problem(names: list[str]) -> _Found | None:
    for name in names:
        lower = name.casefold()
        for piece, code in _NAMES:
            if piece in lower:
                return (code, name)
        if lower.startswith("/") or ".." in lower.split("/") or "\\" in lower:
            return ("offline-damaged", name)
    return None


def _inflated(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every part, none longer than its entry says: the directory may lie."""
    for entry in archive.infolist():
        with archive.open(entry) as part:
            content = part.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise ValueError(f"{entry.filename}: {len(content)} / {entry.file_size}")
        yield entry.filename, content


def _part_problems(parts: dict[str, bytes]) -> Iterator[_Found]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            yield from _xml_problems(name, content)
        if name.endswith(".rels"):
            yield from _relation_problems(content)
    types = parts[_TYPES]
    yield from ((code, kind) for mark, code, kind in _KINDS if mark in types)
    if _SHEET_TYPE not in types or _BOOK not in parts:
        yield ("offline-wrong-kind", "ZIP")


def _xml_problems(name: str, content: bytes) -> Iterator[_Found]:
    declared = _DECLARED.match(content[:200].removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in content or (declared and declared[1].lower() not in {b"utf-8", b"us-ascii"}):
        yield ("offline-encoding", name)
    elif b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield ("offline-doctype", name)
    else:
        try:
            content.decode()
        except UnicodeDecodeError:
            yield ("offline-encoding", name)


def _relation_problems(content: bytes) -> Iterator[_Found]:
    """What a part points at outside the file; an address that somebody typed into a cell does no harm."""
    for found in _RELATION.findall(content):
        if _OUTSIDE.search(found) and not _LINK_IN_A_CELL.search(found):
            target = re.search(rb"Target\s*=\s*[\"']([^\"']*)", found)
            yield ("offline-external", target[1].decode() if target else "")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def stored(parts: dict[str, bytes]) -> BytesIO:
    """The parts as a zip file without compression, for a reader that wants a file.

    The reader so sees exactly what was checked, whatever else the original file's bytes could be taken for.
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    stream.seek(0)
    return stream
