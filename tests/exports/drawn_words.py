"""Where LibreOffice drew every word of a deck, held against the shapes that say it."""
# ruff: noqa: ANN401 - python-pptx is not typed

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.exports.deck_reading import opened

_POINT: Final = 12700
"""EMU of a point."""
_HAIR: Final = 2.0
"""Points by which rounding may move a word."""
_BAND: Final = 0.25
"""Share of a word's height, above and below its middle, that has to lie within the shape."""
CLOSING: Final = "，。、；：？！）》」』】〕％…”’"
OPENING: Final = "（《「『【〔“‘"
_LINE: Final = re.compile(r"<line [^>]*>(.*?)</line>", re.DOTALL)
_WORD: Final = re.compile(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


class Word(NamedTuple):
    """A run of characters without a space, in points from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float
    said: str


class Place(NamedTuple):
    """A box in points that may hold words; `said` is None where any word may stand, as in a chart."""

    left: float
    top: float
    right: float
    bottom: float
    said: str | None


def drawn_lines(pdf: Path) -> list[list[list[Word]]]:
    """The words of every line of every page."""
    told = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True)
    pages = told.stdout.decode().split("<page ")[1:]
    return [
        [[_word(*found) for found in _WORD.findall(line)] for line in _LINE.findall(page)] for page in pages
    ]


def words_out_of_place(deck: bytes, pages: list[list[list[Word]]]) -> list[str]:
    """Words that stand in no shape which says them: text that ran over, or pushed something else away."""
    found = []
    for number, (slide, lines) in enumerate(zip(opened(deck).slides, pages, strict=True), start=1):
        places = list(_places(slide.shapes))
        words = (word for line in lines for word in line)
        found += [f"slide {number}: {word.said}" for word in words if not _stands(word, places)]
    return found


def broken_wrongly(pages: list[list[list[Word]]]) -> list[str]:
    """Lines that begin with closing or end with opening Chinese punctuation."""
    told = [
        (number, line[0].said + " … " + line[-1].said)
        for number, lines in enumerate(pages, start=1)
        for line in lines
        if line and line[0].said and line[-1].said
    ]
    return [f"slide {n}: {said}" for n, said in told if said[0] in CLOSING or said[-1] in OPENING]


def _word(left: str, top: str, right: str, bottom: str, said: str) -> Word:
    return Word(float(left), float(top), float(right), float(bottom), html.unescape(said))


def _stands(word: Word, places: list[Place]) -> bool:
    said = _bare(word.said)
    middle, band = (word.top + word.bottom) / 2, (word.bottom - word.top) * _BAND
    hanging = word.bottom - word.top if word.said[-1:] in CLOSING else 0.0
    return any(
        (place.said is None or said in place.said)
        and word.left >= place.left - _HAIR
        and word.right - hanging <= place.right + _HAIR
        and middle - band >= place.top - _HAIR / 2
        and middle + band <= place.bottom + _HAIR / 2
        for place in places
    )


def _bare(said: str) -> str:
    return re.sub(r"\s+", "", said).casefold()


def _places(shapes: Any) -> Iterator[Place]:
    for shape in shapes:
        if shape.shape_type is not None and int(shape.shape_type) == 6:  # a group
            yield from _places(shape.shapes)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield _place(shape.left, shape.top, shape.width, shape.height, None)
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from _cells(shape)
        elif shape.has_text_frame:
            said = "".join(shape._element.txBody.itertext())
            yield _place(shape.left, shape.top, shape.width, shape.height, said)


def _cells(shape: Any) -> Iterator[Place]:
    top = shape.top
    for row in shape.table.rows:
        left = shape.left
        for column, cell in zip(shape.table.columns, row.cells, strict=True):
            yield _place(left, top, column.width, row.height, cell.text_frame.text)
            left += column.width
        top += row.height


def _place(left: int, top: int, width: int, height: int, said: str | None) -> Place:
    edges = (left / _POINT, top / _POINT, (left + width) / _POINT, (top + height) / _POINT)
    return Place(*edges, None if said is None else _bare(said))
