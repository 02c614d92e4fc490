"""Names of files that every system takes, and no two of them alike."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 80
_MOST_BYTES: Final = 160
"""Of a name in UTF-8: file systems take 255, with the ending and what a name in the making bears besides."""
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_GAPS: Final = re.compile(r"\s+")
_PORTS: Final = (f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_RESERVED: Final = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS})


def file_stem(name: str, otherwise: str = "deck") -> str:
    """A name as a file can bear it, without its ending: letters of any script stay."""
    shown = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] != "C")
    stem = _cut(_GAPS.sub(" ", _UNSAFE.sub("-", shown)).strip(" .-"))
    if not stem:
        return otherwise
    return f"{stem}_" if stem.partition(".")[0].strip().lower() in _RESERVED else stem


def unlike(named: Sequence[tuple[str, str]]) -> list[str]:
    """Stems of files that no system takes for one another.

    Args:
        named: for every file its name, and what tells it from others of the same name.
    """
    stems = [file_stem(name) for name, _ in named]
    often = Counter(map(_folded, stems))
    found: list[str] = []
    taken: set[str] = set()
    for stem, (_, apart) in zip(stems, named, strict=True):
        told = stem if often[_folded(stem)] == 1 else f"{_cut(stem, 40, 80)} ({file_stem(apart)[:30]})"
        place, tried = 1, told
        while _folded(tried) in taken or (tried != stem and _folded(tried) in often):
            place += 1
            tried = f"{told} {place}"
        taken.add(_folded(tried))
        found.append(tried)
    return found


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()


def _cut(stem: str, most: int = _LONGEST, most_bytes: int = _MOST_BYTES) -> str:
    short = stem[:most].encode()[:most_bytes].decode(errors="ignore")
    return short.rstrip(" .-")
