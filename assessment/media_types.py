"""What a file is, told from its content; its name is a claim that anybody can make."""

import io
import re
import zipfile
import zlib
from typing import Final

ENDINGS: Final = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "text/csv": ".csv",
    "text/plain": ".txt",
}
"""Every type that evidence may have, with the ending of its files."""

_SIGNATURES: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_REFUSED: Final = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
    (b"{\\rtf", "unknown"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
)
_TEXT_NAMES: Final = {"": "text/plain", ".txt": "text/plain", ".md": "text/plain", ".log": "text/plain"}
_TABLE_NAMES: Final = {".csv": "text/csv", ".tsv": "text/plain"}
_MARKUP: Final = re.compile(
    r"<(?:!doctype|!--|\?xml|\?php|html|head|body|script|svg|iframe|object|embed|style|meta|link|img|a\s)",
    re.IGNORECASE,
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP_SOUGHT_IN: Final = 4096
_OFFICE_MAIN: Final = {f"{kind}.main+xml": kind for kind in ENDINGS if "openxmlformats" in kind}
_ACTIVE: Final = re.compile(
    r"vbaproject|activex|macrosheets|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|hta|jar)$", re.IGNORECASE
)
_OFFICE_PACKING: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_MOST_PARTS: Final = 20_000
_MOST_UNPACKED: Final = 1 << 30
_MOST_TYPES: Final = 4 << 20


def media_type(name: str, data: bytes) -> tuple[str, str]:
    """The type of a file and why it is refused; one of the two is empty.

    Args:
        name: as its owner named it; only text, which has no signature, is asked for an honest ending.
        data: the whole content.

    Returns:
        A key of `ENDINGS`, or one of: empty, markup, program, macros, old-office, archive, broken, unknown.
    """
    if not data:
        return "", "empty"
    for start, kind in _SIGNATURES:
        if data.startswith(start):
            return kind, ""
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    for start, reason in _REFUSED:
        if data.startswith(start):
            return "", reason
    return _text(name, data)


def _office(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED:
                return "", "broken"
            names = [part.filename for part in parts]
            if "[Content_Types].xml" not in names:
                return "", "archive"
            if package.getinfo("[Content_Types].xml").compress_type not in _OFFICE_PACKING:
                return "", "broken"
            with package.open("[Content_Types].xml") as stream:
                types = stream.read(_MOST_TYPES).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return "", "broken"
    if "macroenabled" in types.lower() or any(_ACTIVE.search(part) for part in names):
        return "", "macros"
    kinds = {kind for main, kind in _OFFICE_MAIN.items() if f'"{main}"' in types}
    return (kinds.pop(), "") if len(kinds) == 1 else ("", "archive")


def _text(name: str, data: bytes) -> tuple[str, str]:
    try:
        said = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", "unknown"
    if _CONTROLS.search(said):
        return "", "unknown"
    if _MARKUP.search(said[:_MARKUP_SOUGHT_IN]):
        return "", "markup"
    dot = name.rfind(".")
    ending = name[dot:].strip().lower() if dot > 0 else ""
    kind = {**_TEXT_NAMES, **_TABLE_NAMES}.get(ending, "")
    return (kind, "") if kind else ("", "program")
