"""Writing Office files by hand: clean text, attributes, and packages whose bytes depend on content only."""

import re
import struct
import zipfile
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

EMU_PER_INCH: Final = 914400
XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

_NOT_XML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_NEW_LINES: Final = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_FIXED_TIME: Final = struct.pack("<HH", 0, (1 << 5) | 1)
"""1 January 1980, midnight: the earliest time that a zip entry can carry."""


def declared(*prefixes: str) -> str:
    """Namespace declarations for a root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def cleaned(text: str) -> str:
    """The text without characters that no XML file may hold; every kind of line break becomes a newline."""
    return text if text.isprintable() else _NOT_XML.sub("", _NEW_LINES.sub("\n", text))


def one_line(text: str) -> str:
    """The cleaned text with its line breaks and tabs turned into spaces."""
    return " ".join(cleaned(text).split())


def content(text: str) -> str:
    """The text as the content of an element."""
    return escape(cleaned(text))


def attribute(text: str) -> str:
    """The text as the value of an attribute in double quotes."""
    return escape(one_line(text), {'"': "&quot;"})


def emu(inches: float) -> int:
    """Inches as the whole English Metric Units that Office counts in."""
    return round(inches * EMU_PER_INCH)


def packed(parts: dict[str, str]) -> bytes:
    """A zip package of these XML parts (name -> text), in this order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return stream.getvalue()


def with_fixed_times(package: bytes) -> bytes:
    """The same zip package with every entry dated 1 January 1980, so that equal content is equal bytes."""
    stamped = bytearray(package)
    with zipfile.ZipFile(BytesIO(package)) as archive:
        entries = archive.infolist()
        at = archive.start_dir
    for entry in entries:
        stamped[entry.header_offset + 10 : entry.header_offset + 14] = _FIXED_TIME
    for _ in entries:
        stamped[at + 12 : at + 16] = _FIXED_TIME
        at += 46 + sum(struct.unpack_from("<HHH", stamped, at + 28))
    return bytes(stamped)
