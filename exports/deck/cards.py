"""Initiatives as cards, several on a slide, each as tall as its words need."""

from typing import Final

from assessment.catalogue import Lang
from assessment.report.pictures import CardFacts, Cards
from exports.deck.blocks import DrawingBlock, Item
from exports.deck.board_shapes import TRACK_EDGES
from exports.deck.drawing import around
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_height
from exports.style import GREY, HAIRLINE, INK, LABEL_PT, SMALLEST_PT

_ACROSS: Final = 3
_NARROWEST: Final = 3.4
_GAP: Final = 0.12
_STRIP: Final = 0.08
_PAD: Final = 0.08
_BETWEEN: Final = 0.04
_SHORT: Final[dict[Lang, int]] = {"en": 34, "zh": 15}
"""Letters of a fact that shares its line with others."""


def card_blocks(cards: Cards, room: Box, lang: Lang) -> list[DrawingBlock]:
    """The cards in rows of equal height, as many slides as they need."""
    most = max(1, min(_ACROSS, int(room.width / _NARROWEST)))
    across = next((k for k in range(most, 1, -1) if _tallest(cards, room, k, lang) <= room.height), 1)
    width = _width(room, across)
    rows = [cards.cards[start : start + across] for start in range(0, len(cards.cards), across)]
    pages: list[list[Item]] = [[]]
    top = room.top
    for row in rows:
        height = max(_height(card, width, lang) for card in row)
        if pages[-1] and top + height > room.bottom:
            pages.append([])
            top = room.top
        for place, card in enumerate(row):
            left = room.left + place * (width + _GAP)
            pages[-1] += _card(card, Box(left, top, width, min(height, room.height)), lang)
        top += height + _GAP
    return [
        DrawingBlock(
            around(items), cards.id if number == 1 else f"{cards.id} {number}", cards.alt, tuple(items)
        )
        for number, items in enumerate(pages, start=1)
    ]


def _width(room: Box, across: int) -> float:
    return (room.width - (across - 1) * _GAP) / across


def _tallest(cards: Cards, room: Box, across: int, lang: Lang) -> float:
    """Inches of the tallest card where so many stand beside one another."""
    return max((_height(card, _width(room, across), lang) for card in cards.cards), default=0.0)


def _parts(card: CardFacts, lang: Lang) -> list[tuple[str, float, bool, str]]:
    """Text, size, weight and colour of every paragraph of a card; short facts share lines."""
    colon, apart = ("：", "；") if lang == "zh" else (": ", " · ")
    said = [(f"{label}{colon}{fact}" if label else fact) for label, fact in card.facts]
    most = _SHORT[lang]
    short = [fact for fact in said if len(fact) <= most]
    long = [fact for fact in said if len(fact) > most]
    return [
        (card.head, LABEL_PT, True, INK),
        (apart.join([card.track, *short]), SMALLEST_PT, False, GREY),
        (card.body, SMALLEST_PT, False, INK),
        *((fact, SMALLEST_PT, False, INK) for fact in long),
    ]


def _height(card: CardFacts, width: float, lang: Lang) -> float:
    room = (width - _STRIP - 2 * _PAD) * POINTS_PER_INCH
    parts = [text_height(said, room, size, bold=bold) for said, size, bold, _ in _parts(card, lang) if said]
    return sum(parts) / POINTS_PER_INCH + _BETWEEN * (len(parts) - 1) + 2 * _PAD


def _card(card: CardFacts, box: Box, lang: Lang) -> list[Item]:
    strip = Box(box.left, box.top, _STRIP, box.height)
    items = [
        Item(box, line=HAIRLINE, key=f"card {card.id}", alt=card.head),
        Item(strip, fill=TRACK_EDGES.get(card.role, GREY)),
    ]
    left, width = box.left + _STRIP + _PAD, box.width - _STRIP - 2 * _PAD
    top = box.top + _PAD
    for said, size, bold, colour in _parts(card, lang):
        if not said:
            continue
        height = text_height(said, width * POINTS_PER_INCH, size, bold=bold) / POINTS_PER_INCH
        place = Box(left, top, width, height)
        items.append(Item(place, (said,), size=size, bold=bold, colour=colour, anchor="t", inset=0.0))
        top += height + _BETWEEN
    return items
