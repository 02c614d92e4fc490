"""Giving generated shapes their tags while a deck is written."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from exports.deck.blocks import Block, Slide, TextBlock
from exports.deck.marks import C, ItemKind, R, kind_of, marks_of
from exports.deck.tags import TAGS_RELATION, TAGS_TYPE, DeckRecipe, Tag, parsed, with_tags


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of what stands on a slide, which stay the same when its figures change.

    Attributes:
        slide: of the slide itself.
        fills, blocks: of its placeholders and its blocks, in their order.
    """

    slide: str
    fills: tuple[str, ...]
    blocks: tuple[str, ...]


def named(slides: Sequence[Slide]) -> Iterator[Named]:
    """The ids of every slide: by section, and by the name of its first table, chart or drawing."""
    seen: Counter[str] = Counter()
    for slide in slides:
        blocks = [f"{slide.section}/{name}" if (name := block_name(block)) else "" for block in slide.blocks]
        key = next(filter(None, blocks), f"{slide.section}/") + ":"
        key = _counted(key, seen)
        words = iter(range(1, len(blocks) + 1))
        yield Named(
            key,
            tuple(f"{key}{fill.kind}{fill.idx or ''}" for fill in slide.fills),
            tuple(_counted(name, seen) if name else f"{key}words{next(words)}" for name in blocks),
        )


def _counted(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}#{seen[name]}"


def block_name(block: Block) -> str:
    """The name of a table, chart or drawing; empty for words."""
    if isinstance(block, TextBlock):
        return ""
    spec = getattr(block, "spec", None) or getattr(block, "picture", None)
    return str(getattr(block, "name", "") or getattr(spec, "id", "") or type(block).__name__)


@dataclass(slots=True)
class Item:
    """A generated shape with all that belongs to it.

    Attributes:
        slide: id of the slide that it stands on.
        title: of that slide.
        chart, book: the chart part and its workbook.
    """

    tag: Tag
    slide: str
    title: str
    shape: Any
    chart: bytes = b""
    book: bytes = b""


@dataclass(slots=True)
class Tagger:
    """Tags every shape that it is shown, and keeps what it was shown."""

    recipe: DeckRecipe
    items: list[Item] = field(default_factory=list)
    _parts: int = 0

    def tagged(self, fragment: str, name: str, on: tuple[str, str], part: Part) -> str:
        """The shapes of one block with a tag each.

        Args:
            fragment: XML of one shape or several.
            name: the block's id.
            on: id and title of the slide.
            part: the slide's part.
        """
        shapes = parsed(fragment)
        if len(shapes) == 1:
            return with_tags(fragment, self._keep(shapes[0], name, on, part))
        made = []
        for number, shape in enumerate(shapes, start=1):
            relation = self._keep(shape, f"{name}.{number}", on, part)
            made.append(with_tags(etree.tostring(shape, encoding="unicode"), relation))
        return "".join(made)

    def noted(self, shape: str, on: tuple[str, str], part: Part) -> str:
        """The shape of the speaker notes with its tag."""
        return with_tags(shape, self._keep(parsed(shape)[0], f"{on[0]}notes", on, part, "notes"))

    def _keep(
        self, shape: Any, name: str, on: tuple[str, str], part: Part, kind: ItemKind | None = None
    ) -> str:
        kind = kind or kind_of(shape)
        chart, book = _chart_of(shape, part) if kind == "chart" else (b"", b"")
        marks = marks_of(shape, kind, etree.fromstring(chart) if chart else None)
        tag = Tag(name, kind, self.recipe, marks)
        self.items.append(Item(tag, *on, shape, chart, book))
        self._parts += 1
        tags = Part(PackURI(f"/ppt/tags/tag{self._parts}.xml"), TAGS_TYPE, part.package, tag.xml().encode())
        # Not relate_to, which looks through all relations for an equal one; this part is new.
        relation: str = part.rels._add_relationship(TAGS_RELATION, tags)  # noqa: SLF001 - see above
        return relation


def _chart_of(shape: Any, part: Part) -> tuple[bytes, bytes]:
    """The chart part that a frame shows, and the workbook behind it."""
    relation = shape.find(f".//{C}chart").get(f"{R}id")
    chart = part.related_part(relation)
    return chart.blob, chart.part_related_by(RT.PACKAGE).blob
