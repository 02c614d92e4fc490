"""Opening a client's template: checked, without its slides, with a logo where one is given."""
# ruff: noqa: ANN401, SLF001 - python-pptx is not typed

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, NoReturn

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from assessment.errors import FileRefusedError, Problem
from exports.base_template import TEMPLATE
from exports.grid import Box
from exports.ooxml import EMU_PER_INCH, NAMESPACES, declared, emu
from exports.package import SPOILED, TYPES, deck_package
from exports.template.palette import Palette, palette_of
from exports.template.stage import LOGO, Stage, Wanted, all_layouts, stage_of

MOST_LOGO_BYTES: Final = 5_000_000
_TEMPLATE_TYPE: Final = b"presentationml.template.main+xml"
_DECK_TYPE: Final = b"presentationml.presentation.main+xml"
_P: Final = f"{{{NAMESPACES['p']}}}"
_GENERATED: Final = re.compile(r"^/ppt/(slides|notesSlides|charts|embeddings|tags)/")
"""Folders that the exporter numbers its own parts in."""
_OF_SLIDES: Final = ("custShowLst", "extLst", "modifyVerifier")
"""What a presentation part says about the slides that were in it, or about who may change them."""
_NARROWEST: Final = 3.0
"""Inches between the edges of a slide that nothing can be laid out on."""
_LOGO_WIDTH: Final = 0.13
_LOGO_HEIGHT: Final = 0.07
"""Shares of the slide that a logo takes at most."""
_LOGO_EDGE: Final = 0.03
_BESIDE_LOGO: Final = 0.1


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for every slide: a PNG or JPEG file that was checked before."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Template:
    """An open template.

    Attributes:
        deck: python-pptx presentation without slides; to be written into once.
        face: the font that running text is set in.
    """

    deck: Any
    stage: Stage
    palette: Palette
    face: str


def opened_template(
    data: bytes | None = None, source: str = "", *, wanted: Wanted | None = None, logo: Logo | None = None
) -> Template:
    """A .pptx or .potx file as a template; Gapline's own without one.

    Args:
        data: the file.
        source: the file as the person named it.
        wanted: layouts and placeholders by role, where the person names them.
        logo: goes to the upper right corner of the layouts that are used.

    Raises:
        FileRefusedError: it is no PowerPoint file, damaged, protected, has macros, draws on other files,
            would unpack to far more than any template, or has no layout to write on.
    """
    deck = Presentation(BytesIO(TEMPLATE.read_bytes())) if data is None else _opened(data, source)
    stage = stage_of(deck, wanted)
    if logo is not None:
        _put_logo(deck, stage, logo)
        stage = stage_of(deck, wanted)
    layout = all_layouts(deck)[stage.layouts["Finding"]]
    palette, face = palette_of(layout.slide_master.part, own=data is None or stage.own)
    return Template(deck, stage, palette, face)


def _plain_deck(data: bytes, source: str) -> bytes:
    """The file as a .pptx that python-pptx opens, if nothing in it is hostile."""
    package = deck_package(data, source, template=True)
    types = package.read(TYPES)
    if _TEMPLATE_TYPE in types:
        return package.rewritten({TYPES: types.replace(_TEMPLATE_TYPE, _DECK_TYPE)})
    return data


def _opened(data: bytes, source: str) -> Any:
    """The file without its slides; FileRefusedError where it is no template."""
    plain = _plain_deck(data, source)
    try:
        deck = Presentation(BytesIO(plain))
    except (*SPOILED, PythonPptxError) as error:
        _refuse(source, "deck-damaged", type(error).__name__)
    _check(deck, source)
    _empty(deck)
    return deck


def _check(deck: Any, source: str) -> None:
    try:
        layouts = all_layouts(deck)
        size = deck.slide_width, deck.slide_height
        for layout in layouts:
            [shape.left for shape in layout.placeholders]
    except (*SPOILED, PythonPptxError) as error:
        _refuse(source, "deck-damaged", type(error).__name__)
    if not layouts:
        _refuse(source, "template-no-layout")
    if None in size or min(size) < _NARROWEST * EMU_PER_INCH:
        _refuse(source, "template-size", allowed=f"{_NARROWEST:g}")


def _refuse(source: str, code: str, found: str = "", allowed: str = "") -> NoReturn:
    raise FileRefusedError(source, (Problem(code, source, found=found[:80], allowed=allowed),))


def _empty(deck: Any) -> None:
    """Take out the slides and what tells of them, and give names that slides will need to nobody else."""
    root, part = deck.element, deck.part
    for slide in list(root.get_or_add_sldIdLst()):
        part.drop_rel(slide.rId)
        slide.getparent().remove(slide)
    for name in _OF_SLIDES:
        for found in root.findall(f"{_P}{name}"):
            root.remove(found)
    _drop_related(deck.part.package)
    for number, other in enumerate(_clashing(part.package), start=1):
        folder, _, name = str(other.partname).rpartition("/")
        other.partname = PackURI(f"{folder}/template{number}-{name}")
    about = deck.core_properties
    about.author, about.last_modified_by, about.keywords, about.comments = "Gapline", "", "", ""
    about.category, about.content_status, about.revision = "", "", 1


def _drop_related(package: Any) -> None:
    """Thumbnail and counts of the slides that were there."""
    kinds = {RT.THUMBNAIL, RT.EXTENDED_PROPERTIES}
    for name, relation in list(package._rels.items()):
        if relation.reltype in kinds:
            package.drop_rel(name)


def _clashing(package: Any) -> Iterator[Any]:
    return (part for part in list(package.iter_parts()) if _GENERATED.match(str(part.partname)))


def _put_logo(deck: Any, stage: Stage, logo: Logo) -> None:
    for place in dict.fromkeys(stage.layouts.values()):
        layout = all_layouts(deck)[place]
        image, relation = layout.part.get_or_add_image_part(BytesIO(logo.data))
        across, down = image.image.size
        width = min(stage.width * _LOGO_WIDTH, stage.height * _LOGO_HEIGHT * across / down)
        edge = stage.height * _LOGO_EDGE
        box = Box(stage.width - edge - width, edge, width, width * down / across)
        layout.shapes._spTree.append(parse_xml(_picture(box, relation)))
        _make_room(layout, box)


def _make_room(layout: Any, logo: Box) -> None:
    """Titles end before the logo."""
    for shape in layout.placeholders:
        sides = (shape.left, shape.top, shape.width, shape.height)
        if any(side is None for side in sides):
            continue
        box = Box(*(side / EMU_PER_INCH for side in sides))
        across = box.left < logo.right and box.right > logo.left
        if across and box.top < logo.bottom and box.bottom > logo.top and box.left < logo.left:
            shape.left, shape.top, shape.height = sides[0], sides[1], sides[3]
            shape.width = emu(logo.left - _BESIDE_LOGO - box.left)


def _picture(box: Box, relation: str) -> str:
    size = f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
    frame = f'<a:off x="{emu(box.left)}" y="{emu(box.top)}"/>{size}'
    return (
        f'<p:pic {declared("a", "p", "r")}><p:nvPicPr><p:cNvPr id="9001" name="{LOGO}" descr="Logo"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'<a:xfrm>{frame}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
