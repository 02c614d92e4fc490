"""Generated shapes with their tags, as they would be now; drawn when somebody looks."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any

from lxml import etree

from exports.deck.blocks import Slide
from exports.deck.marks import ItemKind, Marks, marks_of
from exports.deck.shaping import Drawn, Planned, Shaper
from exports.deck.tagging import named
from exports.deck.tags import DeckRecipe, Tag, parsed


class Item:
    """A generated shape with all that belongs to it.

    Attributes:
        id: the same in every deck of the same recipe.
        made: mark of all that it is drawn from.
        slide: id of the slide that it stands on.
        title: of that slide.
    """

    def __init__(self, planned: Planned, recipe: DeckRecipe, slide: str, title: str) -> None:
        self.id, self.kind, self.made = planned.id, planned.kind, planned.made
        self.slide, self.title = slide, title
        self._planned, self._recipe = planned, recipe

    id: str
    kind: ItemKind
    made: str
    slide: str
    title: str

    @cached_property
    def drawn(self) -> Drawn:
        """Its XML, with those of the chart and the workbook behind it."""
        return self._planned.draw()

    @cached_property
    def shape(self) -> Any:
        """Its element."""
        return parsed(self.drawn.xml)[0]

    @cached_property
    def marks(self) -> Marks:
        """What it says, how it looks and where it stands."""
        chart = etree.fromstring(self.drawn.chart) if self.drawn.chart else None
        return marks_of(self.shape, self.kind, chart)

    @property
    def tag(self) -> Tag:
        """What it carries in a deck."""
        book = book_mark(self.drawn.book) if self.drawn.book else ""
        return Tag(self.id, self.kind, self._recipe, self.marks, self.made, book)


def book_mark(book: bytes) -> str:
    """The mark of a workbook, of every byte of it."""
    return sha256(book).hexdigest()[:16]


def items_of(
    slides: Sequence[Slide], shaper: Shaper, recipe: DeckRecipe
) -> Iterator[tuple[Slide, list[Item]]]:
    """Every slide with its shapes in their order; speaker notes last, where it has any."""
    for slide, ids in zip(slides, named(slides), strict=True):
        yield slide, [Item(one, recipe, ids.slide, slide.title) for one in shaper.shapes(slide, ids)]


def held_ids(items: Sequence[Item]) -> list[str]:
    """Ids of the slides, tables, charts and drawings, each once."""
    told = (one for item in items for one in (item.slide, "" if item.kind in {"text", "notes"} else item.id))
    return [one for one in dict.fromkeys(told) if one]
