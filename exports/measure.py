"""How wide text runs and how it breaks into lines, the same on every machine (no font is opened)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Final

POINTS_PER_INCH: Final = 72.0

_REGULAR: Final = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    549: "≥≤±",
    556: "#$0123456789?L_abdeghnopqu†",
    584: "+<=>~−×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
"""Advance widths of Arial in thousandths of the type size. Curly quotes and dashes count as full width,
because an East Asian face may draw them."""
_BOLD: Final = {
    238: "'",
    278: " ,./I\\ijl·",
    280: "|",
    333: "!()-:;[]`ft",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z",
    549: "≥≤±",
    556: "#$0123456789J_aceksvxy†",
    584: "+<=>^~−×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
}
_FULL_WIDTH: Final = 1000
_OTHER_LATIN: Final = 722
_FIRST_EAST_ASIAN: Final = "\u2e80"
_WIDE_PUNCTUATION: Final = frozenset("—…‘’“”–")
_NEVER_FIRST: Final = "，。、；：？！）》」』】〕％…—”’†"
_NEVER_LAST: Final = "（《「『【〔“‘"
_BETWEEN_SCRIPTS: Final = 250
"""Thousandths that some programs put between a Chinese and a Latin character."""
_DAGGER: Final = "†"
_WIDER_DAGGER: Final = 444
"""Thousandths that a dagger beside Chinese takes more, where an East Asian face draws it at full width."""
_MARGIN: Final = 1.025
"""Faces differ a little from one machine to the next; text is taken to run this much wider."""
_LINE: Final = 1.2
_EAST_ASIAN_LINE: Final = 1.45
"""Height of a line over the type size: Microsoft YaHei needs 1.32, Noto Sans CJK 1.45."""

_MEETING: Final = re.compile(r"[ -~](?=[\u2e80-\U0003ffff])|[\u2e80-\U0003ffff](?=[ -~])")
_SHORT: Final = 4
"""Characters of a text that stays on one line also in Chinese, such as a column's header."""
_PIECE: Final = re.compile(
    rf"[{_NEVER_LAST}]*[\u2e80-\U0003ffff][{_NEVER_FIRST}]*|(?:\u00a0|[^\s\u2e80-\U0003ffff])+[{_NEVER_FIRST}]*"
    r"|[^\S\u00a0]+"
)


class _Widths(dict[str, int]):
    """Widths by character; a character that the face lacks is full width or that of a wide capital."""

    def __init__(self, face: dict[int, str]) -> None:
        super().__init__({character: width for width, characters in face.items() for character in characters})

    def __missing__(self, character: str) -> int:
        wide = character >= _FIRST_EAST_ASIAN or character in _WIDE_PUNCTUATION
        return _FULL_WIDTH if wide else _OTHER_LATIN


_WIDER: Final[ContextVar[float]] = ContextVar("wider", default=1.0)
"""How much wider than Arial the face runs that text is measured for; Chinese is as wide in every face."""


@contextmanager
def set_in(wider: float) -> Iterator[None]:
    """Measure everything inside the block for a face that runs so much wider than Arial."""
    token = _WIDER.set(wider)
    try:
        yield
    finally:
        _WIDER.reset(token)


def wider_face() -> float:
    """How much wider than Arial the face runs that text is measured for."""
    return _WIDER.get()


_WIDTH_OF: Final = {False: _Widths(_REGULAR), True: _Widths(_BOLD)}


def has_east_asian(text: str) -> bool:
    """Whether any character is Chinese, Japanese or Korean."""
    return not text.isascii() and max(text) >= _FIRST_EAST_ASIAN


def line_height(text: str, size: float) -> float:
    """Height of one line in points, for text of this script at `size` points."""
    return size * (_EAST_ASIAN_LINE if has_east_asian(text) else _LINE)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line in points, at `size` points, with a margin for other faces."""
    wider = _WIDER.get()
    thousandths: float = sum(map(_WIDTH_OF[bold].__getitem__, text))
    if wider != 1.0:
        full = _FULL_WIDTH * sum(character >= _FIRST_EAST_ASIAN for character in text)
        thousandths = full + (thousandths - full) * wider
    if not text.isascii():
        thousandths += _BETWEEN_SCRIPTS * len(_MEETING.findall(text))
        if _DAGGER in text and has_east_asian(text):
            thousandths += _WIDER_DAGGER * text.count(_DAGGER)
    return thousandths * size / 1000 * _MARGIN


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of the widest part of a text that should not be broken."""
    return _longest_word(text, size, bold, _WIDER.get())


@lru_cache(maxsize=8192)
def _longest_word(text: str, size: float, bold: bool, _wider: float) -> float:  # noqa: FBT001 - a key
    if len(text) <= _SHORT:
        return text_width(text, size, bold=bold)
    return max((text_width(piece, size, bold=bold) for piece in _PIECE.findall(text)), default=0.0)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines that a text takes in a box `width` points wide; at least one, which may be empty."""
    return [line.rstrip() for line in broken(text, width, size, bold=bold)]


def broken(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The same lines with their white space, so that together they are the text."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if lines:
            lines[-1] += "\n"
        lines.extend(_broken_paragraph(paragraph, width, size, bold=bold))
    return lines


def text_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Height in points that a text takes in a box `width` points wide."""
    return _text_height(text, width, size, bold, _WIDER.get())


@lru_cache(maxsize=8192)
def _text_height(text: str, width: float, size: float, bold: bool, _wider: float) -> float:  # noqa: FBT001 - a key
    return len(wrapped(text, width, size, bold=bold)) * line_height(text, size)


def shortened(text: str, width: float, size: float) -> str:
    """The text, or its beginning with an ellipsis, on one line of `width` points."""
    if text_width(text, size) <= width:
        return text
    kept = len(text)
    while kept and text_width(f"{text[:kept].rstrip()}…", size) > width:
        kept -= 1
    return f"{text[:kept].rstrip()}…"


def _broken_paragraph(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    lines = [""]
    room = width
    for piece, cut in _pieces(text, width, size, bold=bold):
        if cut and lines[-1].strip():  # a word that has to be cut begins on a line of its own
            lines.append("")
            room = width
        taken = text_width(piece, size, bold=bold)
        if lines[-1] and _MEETING.match(lines[-1][-1] + piece[0]):
            taken += _BETWEEN_SCRIPTS * size / 1000 * _MARGIN
        if taken > room and lines[-1] and not piece.isspace():
            lines.append("")
            room = width
        lines[-1] += piece
        room -= taken
    return lines


def _pieces(text: str, width: float, size: float, *, bold: bool) -> list[tuple[str, bool]]:
    """Pieces between which a line may break; a word wider than the box is cut into characters.

    The first character of such a word is marked.
    """
    pieces: list[tuple[str, bool]] = []
    for piece in _PIECE.findall(text):
        if len(piece) > 1 and not piece.isspace() and text_width(piece, size, bold=bold) > width:
            pieces.extend((character, place == 0) for place, character in enumerate(piece))
        else:
            pieces.append((piece, False))
    return pieces
