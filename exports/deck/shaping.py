"""What stands on a slide as the shapes that it becomes, each with a mark of all that it is drawn from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from assessment.catalogue import Lang
from exports.deck.blocks import Block, ChartBlock, DrawingBlock, FieldBlock, Slide, TableBlock
from exports.deck.charts import CHART_URI
from exports.deck.drawing import drawing_xml
from exports.deck.fragments import graphic_frame, language, paragraphs, placeholder, text_box
from exports.deck.marks import ItemKind, mark
from exports.deck.native import native_chart
from exports.deck.tables import table_xml
from exports.deck.tagging import Named
from exports.measure import set_in
from exports.ooxml import NAMESPACES
from exports.template.palette import Palette
from exports.template.stage import Stage

RELATION: Final = "gapline-chart"
"""Stands in a chart's frame where the writer puts the id of the relation to the chart's part."""


class Drawn(NamedTuple):
    """A shape's XML; for a chart with its part and the workbook behind it."""

    xml: str
    chart: bytes = b""
    book: bytes = b""


@dataclass(frozen=True, slots=True)
class Planned:
    """A shape that is not drawn yet.

    Attributes:
        id: the same in every deck of the same recipe.
        made: mark of all that it is drawn from; equal marks make equal shapes.
        draw: draws it.
    """

    id: str
    kind: ItemKind
    made: str
    draw: Callable[[], Drawn]


@dataclass(frozen=True, slots=True)
class Shaper:
    """Draws what was planned, on the stage and in the colours of one template.

    Attributes:
        wider: how much wider than Arial the template's face runs.
        recipe: what the speaker notes say of the recipe, with the data's revision.
        made: version of Gapline and recipe without that revision: another one may draw the same otherwise.
    """

    stage: Stage
    palette: Palette
    lang: Lang
    wider: float
    recipe: str
    made: str

    @property
    def ground(self) -> str:
        """What everything is drawn on and from, in words of the program."""
        return repr((self.lang, self.wider, self.made, sorted(self.palette.elements.items())))

    def shapes(self, slide: Slide, ids: Named) -> Iterator[Planned]:
        """The placeholders with words, then the blocks, numbered from 2; last the speaker notes."""
        shown = list(self._shown(slide, ids))
        yield from shown
        if slide.spoken:
            # Of a slide that shows what it showed, notes may name the revision that it was made from.
            told = [line for line in slide.spoken if line != self.recipe]
            made = mark([*(one.made for one in shown), *told, self.ground])
            drawn = self._later(_notes_xml, slide.spoken, self.lang)
            yield Planned(f"{ids.slide}notes", "notes", made, drawn)

    def _shown(self, slide: Slide, ids: Named) -> Iterator[Planned]:
        ground = self.ground
        pairs = zip(slide.fills, ids.fills, strict=True)
        fills = [(fill, name) for fill, name in pairs if any(fill.paragraphs)]
        for number, (fill, name) in enumerate(fills, start=2):
            slot = None if self.stage.own else self.stage.slot(slide.layout, fill.kind, fill.idx)
            made = mark([repr(fill), repr(slot), ground])
            yield Planned(name, "text", made, self._later(placeholder, number, fill, self.lang, slot))
        for number, (block, name) in enumerate(zip(slide.blocks, ids.blocks, strict=True), len(fills) + 2):
            made = mark([repr(block), ground])
            yield Planned(name, _kind(block), made, self._block(number, block))

    def _later(self, draw: Callable[..., str], *parts: object) -> Callable[[], Drawn]:
        def drawn() -> Drawn:
            with set_in(self.wider):
                return Drawn(self.palette.applied(draw(*parts)))

        return drawn

    def _block(self, number: int, block: Block) -> Callable[[], Drawn]:
        if isinstance(block, TableBlock):
            return self._later(table_xml, number, block, self.lang)
        if isinstance(block, DrawingBlock):
            return self._later(drawing_xml, number, block, self.lang)
        if isinstance(block, ChartBlock | FieldBlock):
            return lambda: self._chart(number, block)
        return self._later(text_box, number, block, self.lang)

    def _chart(self, number: int, block: ChartBlock | FieldBlock) -> Drawn:
        with set_in(self.wider):
            xml, book = native_chart(block, self.lang)
        graphic = (
            f'<a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{NAMESPACES["c"]}" r:id="{RELATION}"/>'
            "</a:graphicData>"
        )
        frame = graphic_frame(number, block.spec.id, block.spec.alt, block.box, graphic)
        return Drawn(self.palette.applied(frame), self.palette.applied(xml).encode(), book)


def _kind(block: Block) -> ItemKind:
    if isinstance(block, TableBlock):
        return "table"
    if isinstance(block, DrawingBlock):
        return "drawing"
    return "chart" if isinstance(block, ChartBlock | FieldBlock) else "text"


def _notes_xml(spoken: tuple[str, ...], lang: Lang) -> str:
    said = paragraphs(spoken, f'<a:rPr {language(lang)} dirty="0"/>')
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{said}</p:txBody></p:sp>"
    )
