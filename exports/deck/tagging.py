"""The ids by which what stands on a slide is known again when its figures have changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.deck.blocks import Block, Slide, TextBlock


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
