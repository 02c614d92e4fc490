"""Planned slides into the bytes of a .pptx file; python-pptx opens the template and packs the parts."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, Final

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from assessment.catalogue import Lang, text
from exports.base_template import COVER, FINDING
from exports.deck.blocks import Block, ChartBlock, DrawingBlock, FieldBlock, Fill, Slide, TableBlock
from exports.deck.charts import CHART_URI
from exports.deck.drawing import drawing_xml
from exports.deck.fragments import (
    footers,
    graphic_frame,
    language,
    paragraphs,
    placeholder,
    standing_line,
    text_box,
)
from exports.deck.native import native_chart
from exports.deck.tables import table_xml
from exports.deck.tagging import Item, Named, Tagger, named
from exports.deck.tags import TAGS_RELATION, TAGS_TYPE, DeckRecipe, tag_presentation
from exports.ooxml import NAMESPACES, XML_HEAD, declared, with_fixed_times
from exports.template.opening import Template
from exports.template.stage import FOOTERS, all_layouts

Progress = Callable[[float, str], None]

_TREE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
_LONGEST_PROPERTY: Final = 255
"""Characters that Office takes in a property of a document."""
PROVENANCE_PART: Final = "/ppt/tags/deck.xml"
_PLAIN: Final = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


class DeckWriter:
    """A presentation that is being written; slides are added in order, then it is packed once."""

    def __init__(self, template: Template, lang: Lang, recipe: DeckRecipe, confidential: str = "") -> None:
        self._deck: Any = template.deck
        self._package = self._deck.part.package
        self._stage, self._palette = template.stage, template.palette
        layouts = all_layouts(self._deck)
        self._layouts = {role: layouts[place].part for role, place in self._stage.layouts.items()}
        self._confidential = confidential
        self._lang = lang
        self._slides = 0
        self._charts = 0
        self._tagger = Tagger(recipe)

    @property
    def items(self) -> list[Item]:
        """All shapes that were written, with their tags."""
        return self._tagger.items

    def describe(self, title: str, subject: str, tags: str) -> None:
        """The document's own title, subject, language and tags."""
        properties = self._deck.core_properties
        properties.title, properties.subject = title[:_LONGEST_PROPERTY], subject[:_LONGEST_PROPERTY]
        properties.language = "zh-CN" if self._lang == "zh" else "en-GB"
        part = self._part(PROVENANCE_PART, TAGS_TYPE)
        part.blob = tags.encode()
        tag_presentation(self._deck.element, self._deck.part.relate_to(part, TAGS_RELATION))

    def write(self, slides: Sequence[Slide], footer: str, progress: Progress | None) -> None:
        """Add all slides, telling after each how far it is."""
        for number, (slide, ids) in enumerate(zip(slides, named(slides), strict=True), start=1):
            self._add(slide, footer, ids)
            if progress is not None:
                said = text("deck.progress", self._lang, number=number, count=len(slides), title=slide.title)
                progress(number / len(slides), said)

    def packed(self) -> bytes:
        """The finished file; equal slides make equal bytes."""
        stream = BytesIO()
        self._deck.save(stream)
        return with_fixed_times(stream.getvalue())

    def _add(self, slide: Slide, footer: str, ids: Named) -> None:
        self._slides += 1
        part = self._part(f"/ppt/slides/slide{self._slides}.xml", CT.PML_SLIDE)
        part.relate_to(self._layouts[slide.layout], RT.SLIDE_LAYOUT)
        part.blob = self._slide_xml(slide, part, footer, ids).encode()
        relation = self._deck.part.relate_to(part, RT.SLIDE)
        self._deck.element.get_or_add_sldIdLst().add_sldId(relation)
        if slide.spoken:
            self._add_notes(slide, part, (ids.slide, slide.title))

    def _slide_xml(self, slide: Slide, part: Part, footer: str, ids: Named) -> str:
        fills = [
            (fill, name) for fill, name in zip(slide.fills, ids.fills, strict=True) if any(fill.paragraphs)
        ]
        made = [(self._fill_xml(n, slide, fill), name) for n, (fill, name) in enumerate(fills, start=2)]
        next_id = len(fills) + 2
        made += [
            (self._block_xml(next_id + k, block, part), name)
            for k, (block, name) in enumerate(zip(slide.blocks, ids.blocks, strict=True))
        ]
        on = (ids.slide, slide.title)
        shapes = [self._tagger.tagged(self._palette.applied(xml), name, on, part) for xml, name in made]
        shapes.append(self._palette.applied(self._surroundings(next_id + len(slide.blocks), slide, footer)))
        return (
            f"{XML_HEAD}<p:sld {declared('a', 'p', 'r')}><p:cSld><p:spTree>{_TREE}{''.join(shapes)}"
            f"</p:spTree></p:cSld>{_PLAIN}</p:sld>"
        )

    def _fill_xml(self, shape_id: int, slide: Slide, fill: Fill) -> str:
        slot = self._stage.slot(slide.layout, fill.kind, fill.idx)
        return placeholder(shape_id, fill, self._lang, None if self._stage.own else slot)

    def _surroundings(self, first_id: int, slide: Slide, footer: str) -> str:
        """Footer and number; on slides without them only the line that says who may read it."""
        if slide.numbered:
            slots = self._stage.slots[FINDING]
            said = "  ·  ".join(filter(None, (self._confidential, footer)))
            pair = slots.get(FOOTERS["footer"]), slots.get(FOOTERS["number"])
            return footers(first_id, said, self._slides, pair, self._lang)
        if not self._confidential:
            return ""
        slot = list(self._stage.slots[slide.layout].values())[-1 if slide.layout == COVER else 1]
        return standing_line(first_id, self._confidential, slot, self._stage.height, self._lang)

    def _block_xml(self, shape_id: int, block: Block, part: Part) -> str:
        if isinstance(block, TableBlock):
            return table_xml(shape_id, block, self._lang)
        if isinstance(block, DrawingBlock):
            return drawing_xml(shape_id, block, self._lang)
        if isinstance(block, ChartBlock | FieldBlock):
            relation = part.relate_to(self._chart(block), RT.CHART)
            graphic = (
                f'<a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{NAMESPACES["c"]}" r:id="{relation}"/>'
                "</a:graphicData>"
            )
            return graphic_frame(shape_id, block.spec.id, block.spec.alt, block.box, graphic)
        return text_box(shape_id, block, self._lang)

    def _chart(self, block: ChartBlock | FieldBlock) -> Part:
        self._charts += 1
        book = self._part(f"/ppt/embeddings/chart{self._charts}.xlsx", CT.SML_SHEET)
        xml, book.blob = native_chart(block, self._lang)
        chart = self._part(f"/ppt/charts/chart{self._charts}.xml", CT.DML_CHART)
        chart.blob = self._palette.applied(xml).encode()
        chart.relate_to(book, RT.PACKAGE)
        return chart

    def _add_notes(self, slide: Slide, part: Part, on: tuple[str, str]) -> None:
        spoken = paragraphs(slide.spoken, f'<a:rPr {language(self._lang)} dirty="0"/>')
        notes = self._part(f"/ppt/notesSlides/notesSlide{self._slides}.xml", CT.PML_NOTES_SLIDE)
        picture = (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
            'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/>'
            "</p:sp>"
        )
        body = (
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{spoken}</p:txBody></p:sp>"
        )
        shapes = picture + self._tagger.noted(body, on, notes)
        notes.blob = (
            f"{XML_HEAD}<p:notes {declared('a', 'p', 'r')}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree>"
            f"</p:cSld>{_PLAIN}</p:notes>"
        ).encode()
        notes.relate_to(self._deck.notes_master.part, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)

    def _part(self, name: str, content_type: str) -> Part:
        return Part(PackURI(name), content_type, self._package, b"")
