"""DrawingML fragments that slides, tables and charts share: frames, runs, paragraphs, text boxes."""

from collections.abc import Iterable

from assessment.catalogue import Lang
from exports.base_theme import scheme_colour
from exports.deck.blocks import Fill, TextBlock
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, shortened, text_width
from exports.ooxml import attribute, cleaned, content, emu
from exports.style import GREY, INK, LABEL_PT, SMALLEST_PT
from exports.template.slots import Slot

FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


STANDING_TOP = 0.9
"""Share of the height at which a line stands on slides without a footer."""


def language(lang: Lang) -> str:
    """The attributes that tell Office which language a run is in."""
    return 'lang="zh-CN" altLang="en-US"' if lang == "zh" else 'lang="en-GB"'


def frame(box: Box, prefix: str = "a") -> str:
    """Position and size."""
    return (
        f'<{prefix}:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{prefix}:xfrm>'
    )


def solid(colour: str) -> str:
    """A fill in one colour of the style."""
    return f"<a:solidFill>{scheme_colour(colour)}</a:solidFill>"


def run_style(lang: Lang, size: float, colour: str, *, bold: bool = False) -> str:
    """Properties of a run that stands outside any placeholder."""
    weight = ' b="1"' if bold else ""
    return (
        f'<a:rPr {language(lang)} sz="{round(size * 100)}"{weight} dirty="0">{solid(colour)}{FACES}</a:rPr>'
    )


def paragraphs(texts: Iterable[str], style: str, align: str = "l") -> str:
    """Paragraphs of one style; a newline inside a text starts another paragraph."""
    layout = "" if align == "l" else f'<a:pPr algn="{align}"/>'
    lines = [line for text in texts for line in cleaned(text).split("\n")] or [""]
    return "".join(
        f"<a:p>{layout}<a:r>{style}<a:t>{content(line)}</a:t></a:r></a:p>"
        if line
        else f"<a:p>{layout}{style.replace('a:rPr', 'a:endParaRPr')}</a:p>"
        for line in lines
    )


def placeholder(shape_id: int, fill: Fill, lang: Lang, slot: Slot | None = None) -> str:
    """A shape that fills a placeholder of the layout and looks as the layout says.

    Args:
        shape_id: its number on the slide.
        fill: the text.
        lang: its language.
        slot: where it stands in a client's template; a text box is made where that has no placeholder for it.
    """
    name = f"{fill.kind} {shape_id}"
    if slot is not None and not slot.bound:
        return _words_in_place(shape_id, name, fill, slot, lang)
    kind, idx = (fill.kind, fill.idx) if slot is None else (slot.kind, slot.idx)
    size = "" if fill.size is None else f' sz="{round(fill.size * 100)}"'
    moved = "" if fill.box is None else frame(fill.box)
    text = paragraphs(fill.paragraphs, f'<a:rPr {language(lang)}{size} dirty="0"/>')
    if slot is not None and fill.kind not in _TITLES:
        text = text.replace("<a:p>", f"<a:p>{_UNLISTED}")
    return _shape(shape_id, name, _which(kind, idx), moved, text)


_TITLES = frozenset({"title", "ctrTitle"})
_UNLISTED = (
    '<a:pPr marL="0" indent="0"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/>'
    '</a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
)
"""A paragraph that is no item of a list, whatever a client's template makes of body text."""


def _which(kind: str, idx: int) -> str:
    return " ".join((*([f'type="{kind}"'] if kind else []), *([f'idx="{idx}"'] if idx else [])))


def _words_in_place(shape_id: int, name: str, fill: Fill, slot: Slot, lang: Lang) -> str:
    """A text box in place of a placeholder."""
    size = fill.size or slot.size
    style = run_style(lang, size, INK, bold=slot.bold)
    if slot.colour:
        style = style.replace(solid(INK), slot.colour)
    text = paragraphs(fill.paragraphs, style, slot.align)
    return _box_of_text(shape_id, name, fill.box or slot.box, text, slot.anchor)


def _box_of_text(shape_id: int, name: str, box: Box, text: str, anchor: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>'
    )


_NUMBER_FIELD = "{6F1B7B44-0B5E-4C1E-9B5B-0F6C2B7E5A11}"


def footers(first_id: int, said: str, number: int, slots: tuple[Slot | None, Slot | None], lang: Lang) -> str:
    """The footer's text and the slide's number, which Office keeps current.

    Args:
        first_id: number of the first of the two shapes.
        said: the footer.
        number: of the slide.
        slots: of footer and number; None for what the template has no room for.
        lang: language of the footer.
    """
    footer, page = slots
    made = ""
    if footer is not None:
        width = footer.room.width * POINTS_PER_INCH
        size = max(SMALLEST_PT, min(footer.size, LABEL_PT))
        size = size if text_width(said, size) <= width else SMALLEST_PT
        style = run_style(lang, size, GREY)
        shown = shortened(said, width, size)
        text = paragraphs([shown], style).replace("<a:p>", f'<a:p><a:pPr algn="{footer.align}"/>')
        made += _footer(first_id, "Footer", footer, text)
    if page is not None:
        style = run_style(lang, max(SMALLEST_PT, min(page.size, LABEL_PT)), GREY)
        align = page.align if page.bound else "r"
        field = (
            f'<a:p><a:pPr algn="{align}"/><a:fld id="{_NUMBER_FIELD}" type="slidenum">'
            f"{style}<a:t>{number}</a:t></a:fld></a:p>"
        )
        made += _footer(first_id + 1, "Slide number", page, field)
    return made


def _footer(shape_id: int, name: str, slot: Slot, text: str) -> str:
    if slot.bound:
        return _shape(shape_id, name, _which(slot.kind, slot.idx), "", text)
    return _box_of_text(shape_id, name, slot.box, text, slot.anchor)


def standing_line(shape_id: int, said: str, slot: Slot, height: float, lang: Lang) -> str:
    """A line near the lower edge of a slide without a footer, in line with a placeholder and in its look."""
    room = slot.room
    box = Box(room.left, height * STANDING_TOP, room.width, 0.25)
    style = run_style(lang, SMALLEST_PT, GREY)
    if slot.colour and not slot.bound:
        style = style.replace(solid(GREY), slot.colour)
    shown = shortened(said, room.width * POINTS_PER_INCH, SMALLEST_PT)
    return _box_of_text(shape_id, "Confidentiality", box, paragraphs([shown], style, slot.align), "b")


def text_box(shape_id: int, block: TextBlock, lang: Lang) -> str:
    """A text box, or a coloured tile."""
    fill = solid(block.fill) if block.fill else "<a:noFill/>"
    inset = 45720 if block.fill else 0
    text = paragraphs(
        block.paragraphs, run_style(lang, block.size, block.colour, bold=block.bold), block.align
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Text {shape_id}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{frame(block.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{block.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>'
    )


def graphic_frame(shape_id: int, name: str, alt: str, box: Box, graphic: str) -> str:
    """The frame that a table or a chart stands in, with its alternative text."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name="{attribute(name)}" '
        f'descr="{attribute(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{frame(box, 'p')}"
        f"<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )


def _shape(shape_id: int, name: str, which: str, moved: str, text: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {which}/></p:nvPr></p:nvSpPr><p:spPr>{moved}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
