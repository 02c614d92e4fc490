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
from exports.deck.blocks import Slide
from exports.deck.fragments import footers, standing_line
from exports.deck.items import Item, items_of
from exports.deck.shaping import RELATION, Shaper
from exports.deck.tags import TAGS_RELATION, TAGS_TYPE, DeckRecipe, tag_presentation, with_tags
from exports.ooxml import XML_HEAD, declared, with_fixed_times
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

    def __init__(
        self, template: Template, shaper: Shaper, recipe: DeckRecipe, confidential: str = ""
    ) -> None:
        self._deck: Any = template.deck
        self._package = self._deck.part.package
        self._stage, self._palette = template.stage, template.palette
        layouts = all_layouts(self._deck)
        self._layouts = {role: layouts[place].part for role, place in self._stage.layouts.items()}
        self._confidential = confidential
        self._lang: Lang = shaper.lang
        self.shaper, self._recipe = shaper, recipe
        self._slides = 0
        self._charts = 0
        self._tags = 0
        self.items: list[Item] = []

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
        for number, (slide, items) in enumerate(items_of(slides, self.shaper, self._recipe), start=1):
            self._add(slide, footer, items)
            if progress is not None:
                said = text("deck.progress", self._lang, number=number, count=len(slides), title=slide.title)
                progress(number / len(slides), said)

    def packed(self) -> bytes:
        """The finished file; equal slides make equal bytes."""
        stream = BytesIO()
        self._deck.save(stream)
        return with_fixed_times(stream.getvalue())

    def _add(self, slide: Slide, footer: str, items: Sequence[Item]) -> None:
        self._slides += 1
        self.items += items
        part = self._part(f"/ppt/slides/slide{self._slides}.xml", CT.PML_SLIDE)
        part.relate_to(self._layouts[slide.layout], RT.SLIDE_LAYOUT)
        shown = [item for item in items if item.kind != "notes"]
        part.blob = self._slide_xml(slide, part, footer, shown).encode()
        relation = self._deck.part.relate_to(part, RT.SLIDE)
        self._deck.element.get_or_add_sldIdLst().add_sldId(relation)
        for notes in items[len(shown) :]:
            self._add_notes(notes, part)

    def _slide_xml(self, slide: Slide, part: Part, footer: str, items: Sequence[Item]) -> str:
        shapes = [self._shape_xml(item, part) for item in items]
        shapes.append(self._palette.applied(self._surroundings(len(items) + 2, slide, footer)))
        return (
            f"{XML_HEAD}<p:sld {declared('a', 'p', 'r')}><p:cSld><p:spTree>{_TREE}{''.join(shapes)}"
            f"</p:spTree></p:cSld>{_PLAIN}</p:sld>"
        )

    def _shape_xml(self, item: Item, part: Part) -> str:
        """The shape with its tag, its chart beside it in the package."""
        xml = item.drawn.xml
        if item.kind == "chart":
            relation = part.relate_to(self._chart(item), RT.CHART)
            xml = xml.replace(f'r:id="{RELATION}"', f'r:id="{relation}"', 1)
        self._tags += 1
        tags = self._part(f"/ppt/tags/tag{self._tags}.xml", TAGS_TYPE)
        tags.blob = item.tag.xml().encode()
        # Not relate_to, which looks through all relations for an equal one; this part is new.
        return with_tags(xml, part.rels._add_relationship(TAGS_RELATION, tags))  # noqa: SLF001 - see above

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

    def _chart(self, item: Item) -> Part:
        self._charts += 1
        book = self._part(f"/ppt/embeddings/chart{self._charts}.xlsx", CT.SML_SHEET)
        chart = self._part(f"/ppt/charts/chart{self._charts}.xml", CT.DML_CHART)
        _, chart.blob, book.blob = item.drawn
        chart.relate_to(book, RT.PACKAGE)
        return chart

    def _add_notes(self, item: Item, part: Part) -> None:
        notes = self._part(f"/ppt/notesSlides/notesSlide{self._slides}.xml", CT.PML_NOTES_SLIDE)
        picture = (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
            'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/>'
            "</p:sp>"
        )
        shapes = picture + self._shape_xml(item, notes)
        notes.blob = (
            f"{XML_HEAD}<p:notes {declared('a', 'p', 'r')}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree>"
            f"</p:cSld>{_PLAIN}</p:notes>"
        ).encode()
        notes.relate_to(self._deck.notes_master.part, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)

    def _part(self, name: str, content_type: str) -> Part:
        return Part(PackURI(name), content_type, self._package, b"")
