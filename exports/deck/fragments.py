"""DrawingML fragments that slides, tables and charts share: frames, runs, paragraphs, text boxes."""

from collections.abc import Iterable

from assessment.catalogue import Lang
from exports.base_theme import scheme_colour
from exports.deck.blocks import Fill, TextBlock
from exports.grid import Box
from exports.ooxml import attribute, cleaned, content, emu
from exports.style import GREY, SMALLEST_PT

FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


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


def placeholder(shape_id: int, fill: Fill, lang: Lang) -> str:
    """A shape that fills a placeholder of the layout and looks as the layout says."""
    size = "" if fill.size is None else f' sz="{round(fill.size * 100)}"'
    moved = "" if fill.box is None else frame(fill.box)
    which = f'type="{fill.kind}"' + (f' idx="{fill.idx}"' if fill.idx else "")
    text = paragraphs(fill.paragraphs, f'<a:rPr {language(lang)}{size} dirty="0"/>')
    return _shape(shape_id, f"{fill.kind} {shape_id}", which, moved, text)


def footers(first_id: int, footer: Fill, number: Fill, lang: Lang) -> str:
    """The footer's text and the slide's number, which Office keeps current."""
    field = (
        '<a:p><a:fld id="{6F1B7B44-0B5E-4C1E-9B5B-0F6C2B7E5A11}" type="slidenum">'
        f"<a:rPr {language(lang)}/><a:t>{content(number.paragraphs[0])}</a:t></a:fld></a:p>"
    )
    which = f'type="sldNum" idx="{number.idx}"'
    style = run_style(lang, SMALLEST_PT, GREY)
    said = paragraphs(footer.paragraphs, style).replace("<a:p>", '<a:p><a:pPr algn="l"/>')
    return _shape(first_id, "Footer", f'type="ftr" idx="{footer.idx}"', "", said) + _shape(
        first_id + 1, "Slide number", which, "", field
    )


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
