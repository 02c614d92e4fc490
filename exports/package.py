"""A .pptx or .xlsx file taken apart with care, and put together again around the parts that changed."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final, NamedTuple

from lxml import etree

from assessment.errors import FileRefusedError, Problem

MAX_BYTES: Final = 150_000_000
MAX_PARTS: Final = 20_000
MAX_UNPACKED: Final = 600_000_000
MAX_RATIO: Final = 200
"""Unpacked over packed size of a part from which on no Office program wrote it."""
_SMALL: Final = 1_000_000
"""Bytes of a part below which the ratio does not matter."""

BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    struct.error,
)
SPOILED: Final = (*BROKEN, AttributeError, IndexError, StopIteration, TypeError)
"""What a part that no Office program wrote makes of a reader."""
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
TYPES: Final = "[Content_Types].xml"
_DECK: Final = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_TEMPLATE: Final = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_KINDS: Final = (
    (b"macroEnabled", "deck-macros", ".pptm"),
    (b"presentationml.template", "deck-wrong-kind", ".potx"),
    (b"presentationml.slideshow", "deck-wrong-kind", ".ppsx"),
    (b"wordprocessingml.document.main", "deck-wrong-kind", ".docx"),
)
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_OUTSIDE: Final = re.compile(rb"TargetMode\s*=\s*[\"']External")
_HARMLESS: Final = re.compile(rb"Type\s*=\s*[\"'][^\"']*/(?:hyperlink|video|audio|media)[\"']")
_ENTITIES: Final = re.compile(rb"<!DOCTYPE|<!ENTITY")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class Relation(NamedTuple):
    """What a part points at inside the file."""

    kind: str
    target: str


class Package:
    """An Office file in memory; parts are unpacked when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._archive = zipfile.ZipFile(BytesIO(data))
        self.entries = self._archive.infolist()
        self._by_name = {entry.filename: entry for entry in self.entries}

    def __contains__(self, name: str) -> bool:
        """Whether the file has a part of this name."""
        return name in self._by_name

    def read(self, name: str) -> bytes:
        """One part; never more than its entry says is unpacked, and its checksum must be right."""
        entry = self._by_name[name]
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise NotImplementedError(name)
        packed, size, check = self._packed(entry, None)
        content = packed
        if entry.compress_type == zipfile.ZIP_DEFLATED:
            content = zlib.decompressobj(-15).decompress(packed, size + 1)
        if len(content) != size or zlib.crc32(content) != check:
            raise ValueError(name)
        return content

    def xml(self, name: str) -> Any:  # noqa: ANN401 - lxml is not typed
        """One part's root element; ValueError where it declares entities or a document type."""
        return root_of(self.read(name))

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part points at, by id; nothing outside the file."""
        folder, _, base = name.rpartition("/")
        path = f"{folder}/_rels/{base}.rels".lstrip("/")
        if path not in self:
            return {}
        found = {}
        for relation in self.xml(path):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                whole = target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = Relation(kind, whole.lstrip("/"))
        return found

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """The file with these parts in place of theirs; all others keep their bytes, packed as they were."""
        if not parts:
            return self._data
        stream, directory = BytesIO(), []
        for entry in self.entries:
            packed, size, check = self._packed(entry, parts.get(entry.filename))
            directory.append(_central(entry, len(packed), size, check, stream.tell()))
            stream.write(_local(entry, len(packed), size, check) + packed)
        start = stream.tell()
        for line in directory:
            stream.write(line)
        count, length = len(directory), stream.tell() - start
        stream.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, length, start, 0))
        return stream.getvalue()

    def _packed(self, entry: zipfile.ZipInfo, content: bytes | None) -> tuple[bytes, int, int]:
        """A part as it is stored, with its size and checksum unpacked."""
        if content is None:
            at = entry.header_offset
            name, extra = struct.unpack_from("<HH", self._data, at + 26)
            begin = at + 30 + name + extra
            return self._data[begin : begin + entry.compress_size], entry.file_size, entry.CRC
        if entry.compress_type == zipfile.ZIP_STORED:
            return content, len(content), zlib.crc32(content)
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return packer.compress(content) + packer.flush(), len(content), zlib.crc32(content)


_NO_DESCRIPTOR: Final = 0xFFFF ^ 0x08
"""Sizes stand in front of each part, not behind it."""


def _times(entry: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = entry.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _name(entry: zipfile.ZipInfo) -> tuple[bytes, int]:
    """The name as stored, and the flags that say how."""
    flags = entry.flag_bits & _NO_DESCRIPTOR
    return entry.filename.encode("utf-8" if flags & 0x800 else "cp437"), flags


def _local(entry: zipfile.ZipInfo, packed: int, size: int, check: int) -> bytes:
    name, flags = _name(entry)
    time, date = _times(entry)
    sizes = (time, date, check, packed, size, len(name), 0)
    return struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, flags, entry.compress_type, *sizes) + name


def _central(entry: zipfile.ZipInfo, packed: int, size: int, check: int, offset: int) -> bytes:
    name, flags = _name(entry)
    time, date = _times(entry)
    made = entry.create_system << 8 | 20
    sizes = (time, date, check, packed, size, len(name), 0, 0, 0, entry.internal_attr, entry.external_attr)
    head = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", made, 20, flags, entry.compress_type, *sizes, offset)
    return head + name


def root_of(content: bytes) -> Any:  # noqa: ANN401 - lxml is not typed
    """The root element of a part; ValueError where it declares entities or a document type."""
    if _ENTITIES.search(content):
        raise ValueError("DOCTYPE")
    return etree.fromstring(content, _PARSER)


def deck_package(data: bytes, source: str, *, template: bool = False) -> Package:
    """A .pptx file that may be worked on.

    Sizes are checked in the directory before anything is unpacked.

    Args:
        data: the file.
        source: the file as the person named it.
        template: whether a .potx file will do as well.

    Raises:
        FileRefusedError: it is no deck, damaged, protected, has macros, draws on other files, or would unpack
            to far more than any deck.
    """
    problem = _outer_problem(data)
    if problem is None:
        try:
            package = Package(data)
            problem = _directory_problem(package.entries) or _content_problem(package, template=template)
        except BROKEN as error:
            problem = ("deck-damaged", str(error) or type(error).__name__, "")
    if problem is not None:
        code, found, allowed = problem
        if template and code == "deck-wrong-kind":
            code = "template-wrong-kind"
        raise FileRefusedError(source, (Problem(code, source, found=found[:80], allowed=allowed),))
    return package


_Wrong = tuple[str, str, str]
"""Code, what was found, and what is allowed."""


def _outer_problem(data: bytes) -> _Wrong | None:
    if not data:
        return ("file-empty", "", "")
    if len(data) > MAX_BYTES:
        return ("file-too-large", _megabytes(len(data)), _megabytes(MAX_BYTES))
    if data.startswith(_OLE):
        return ("deck-encrypted", "", "")
    return None if data.startswith(_ZIP) else ("deck-wrong-kind", "–", "")


def _directory_problem(entries: list[zipfile.ZipInfo]) -> _Wrong | None:
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or len({name.casefold() for name in names}) < len(names):
        return ("deck-parts", str(len(names)), str(MAX_PARTS))
    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        return ("deck-bomb", _megabytes(size), _megabytes(MAX_UNPACKED))
    return next(filter(None, map(_entry_problem, entries)), None)


def _entry_problem(entry: zipfile.ZipInfo) -> _Wrong | None:
    lower = entry.filename.casefold()
    if entry.flag_bits & 1:
        return ("deck-encrypted", entry.filename, "")
    if entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size):
        return ("deck-bomb", f"{_megabytes(entry.file_size)}, 1:{MAX_RATIO}+", f"1:{MAX_RATIO}")
    if lower.startswith("/") or ".." in lower.split("/") or "\\" in lower:
        return ("deck-damaged", entry.filename, "")
    if "vbaproject" in lower or "activex/" in lower:
        return ("deck-macros", entry.filename, "")
    return None


def _content_problem(package: Package, *, template: bool) -> _Wrong | None:
    if TYPES not in package:
        return ("deck-wrong-kind", "OpenDocument" if "mimetype" in package else "ZIP", "")
    types = package.read(TYPES)
    for sign, code, kind in _KINDS:
        if sign in types and not (template and kind == ".potx"):
            return (code, kind, "")
    if _DECK not in types and not (template and _TEMPLATE in types):
        return ("deck-wrong-kind", "ZIP", "")
    for entry in package.entries:
        if entry.filename.endswith(".rels"):
            problem = _relation_problem(package.read(entry.filename))
            if problem is not None:
                return problem
    return None


def _relation_problem(content: bytes) -> _Wrong | None:
    """What a part draws from outside the file; a link to click on, or a film, does no harm."""
    for found in _RELATION.findall(content) if b"External" in content else ():
        if _OUTSIDE.search(found) and not _HARMLESS.search(found):
            target = re.search(rb"Target\s*=\s*[\"']([^\"']*)", found)
            return ("deck-external", target[1].decode("utf-8", "replace") if target else "", "")
    return None


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
