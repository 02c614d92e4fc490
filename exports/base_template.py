"""Makes `base.pptx`, the empty deck that every export starts from: theme, master, layouts, notes master.

Run `python -m exports.base_template` after a change of style; the file beside this module is committed.
"""

from pathlib import Path
from typing import Final, NamedTuple

from exports.base_theme import scheme_colour, theme
from exports.grid import (
    BODY_TOP,
    CHAPTER_TEXT,
    CHAPTER_TITLE,
    COVER_FACTS,
    COVER_SUBTITLE,
    COVER_TITLE,
    FOOTER,
    FULL_WIDTH,
    HEIGHT,
    LEAD,
    NUMBER,
    RULE_TOP,
    SOURCE,
    SOURCE_BOTTOM,
    TITLE,
    WIDTH,
    Box,
)
from exports.ooxml import XML_HEAD, declared, emu, packed
from exports.style import BODY_PT, LEVELS, MARGIN_INCHES, SMALLEST_PT, TITLE_PT

TEMPLATE: Final = Path(__file__).with_name("base.pptx")

COVER: Final = "Cover"
CHAPTER: Final = "Chapter"
FINDING: Final = "Finding"
TEXT: Final = "Text"

LEAD_IDX: Final = 10
SOURCE_IDX: Final = 11
FACTS_IDX: Final = 12
FOOTER_IDX: Final = 20
NUMBER_IDX: Final = 21

_MAIN: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_WIDESCREEN: Final = (12192000, 6858000)
"""What Office calls 16:9, in English Metric Units."""
_GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)


def base_template() -> bytes:
    """The empty deck as the bytes of a .pptx file, always the same."""
    layouts = {COVER: _cover(), CHAPTER: _chapter(), FINDING: _finding(), TEXT: _text()}
    parts = {
        "[Content_Types].xml": _content_types(len(layouts)),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _core_properties(),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
        ),
        "ppt/presProps.xml": f"{XML_HEAD}<p:presentationPr {declared('p')}/>",
        "ppt/viewProps.xml": f"{XML_HEAD}<p:viewPr {declared('p')}/>",
        "ppt/tableStyles.xml": f'{XML_HEAD}<a:tblStyleLst {declared("a")} def="{_NO_STYLE}"/>',
        "ppt/theme/theme1.xml": theme(),
        "ppt/theme/theme2.xml": theme(),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n + 1}.xml") for n in range(len(layouts))),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(("theme", "../theme/theme2.xml")),
    }
    for number, (name, (kind, shapes)) in enumerate(layouts.items(), start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(name, kind, shapes)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return packed(parts)


def _relations(*targets: tuple[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "://" in kind else f"{_MAIN}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{XML_HEAD}<Relationships xmlns="{namespace}">{relations}</Relationships>'


def _content_types(layouts: int) -> str:
    slides = f"{_TYPES}.presentationml"
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/ppt/presentation.xml": f"{slides}.presentation.main+xml",
        "/ppt/presProps.xml": f"{slides}.presProps+xml",
        "/ppt/viewProps.xml": f"{slides}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{slides}.tableStyles+xml",
        "/ppt/theme/theme1.xml": f"{_TYPES}.theme+xml",
        "/ppt/theme/theme2.xml": f"{_TYPES}.theme+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{slides}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{slides}.notesMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{n + 1}.xml": f"{slides}.slideLayout+xml" for n in range(layouts)},
    }
    entries = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>'
    )


def _core_properties() -> str:
    return (
        f"{XML_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Gapline</dc:creator></cp:coreProperties>'
    )


def _presentation() -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">{_FACE}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'{XML_HEAD}<p:presentation {declared("a", "p", "r")} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{_WIDESCREEN[0]}" cy="{_WIDESCREEN[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


_FACE: Final = (
    '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
)


def _frame(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


class _Look(NamedTuple):
    """How the text of a placeholder looks."""

    size: float
    bold: bool = False
    colour: str = "tx1"
    align: str = "l"
    anchor: str = "t"


def _placeholder(number: int, name: str, kind: str, box: Box, look: _Look, idx: int = 0) -> str:
    which = f'type="{kind}"' + (f' idx="{idx}"' if idx else "")
    style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{look.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{round(look.size * 100)}" b="{int(look.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{look.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {which}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{look.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{_PROMPTS.get(kind, '')}</a:p></p:txBody></p:sp>"
    )


_PROMPTS: Final = {
    "title": '<a:r><a:rPr lang="en-US"/><a:t>The finding, as a sentence</a:t></a:r>',
    "ctrTitle": '<a:r><a:rPr lang="en-US"/><a:t>Title</a:t></a:r>',
    "subTitle": '<a:r><a:rPr lang="en-US"/><a:t>Subtitle</a:t></a:r>',
    "body": '<a:r><a:rPr lang="en-US"/><a:t>Text</a:t></a:r>',
    "sldNum": '<a:fld id="{6F1B7B44-0B5E-4C1E-9B5B-0F6C2B7E5A11}" type="slidenum"><a:rPr lang="en-US"/>'
    "<a:t>‹#›</a:t></a:fld>",
}


def _rectangle(number: int, name: str, box: Box, fill: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{fill}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/>"
        '<a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _level_strip(first_number: int, top: float, height: float) -> str:
    """The six tints of the level scale, as wide as the slide."""
    step = WIDTH / len(LEVELS)
    return "".join(
        _rectangle(first_number + k, f"Level {k}", Box(k * step, top, step, height), scheme_colour(tint))
        for k, tint in enumerate(LEVELS)
    )


_TITLE_LOOK: Final = _Look(TITLE_PT, bold=True)
_BODY_LOOK: Final = _Look(BODY_PT)
_FOOT_LOOK: Final = _Look(SMALLEST_PT, colour="tx2", anchor="ctr")


def _title(box: Box = TITLE, look: _Look = _TITLE_LOOK, kind: str = "title") -> str:
    return _placeholder(2, "Title", kind, box, look)


def _footers() -> str:
    number = _FOOT_LOOK._replace(align="r")
    return _placeholder(8, "Footer", "ftr", FOOTER, _FOOT_LOOK, FOOTER_IDX) + _placeholder(
        9, "Slide number", "sldNum", NUMBER, number, NUMBER_IDX
    )


def _rule() -> str:
    line = Box(MARGIN_INCHES, RULE_TOP, FULL_WIDTH, 0.01)
    return _rectangle(15, "Rule", line, '<a:schemeClr val="bg2"/>')


def _source() -> str:
    return _placeholder(4, "Source", "body", SOURCE, _Look(SMALLEST_PT, anchor="b"), SOURCE_IDX)


def _cover() -> tuple[str, str]:
    shapes = [
        _title(COVER_TITLE, _Look(36, bold=True, anchor="b"), "ctrTitle"),
        _placeholder(3, "Subtitle", "subTitle", COVER_SUBTITLE, _Look(20, colour="accent1"), 1),
        _placeholder(4, "Facts", "body", COVER_FACTS, _BODY_LOOK, FACTS_IDX),
        _rectangle(5, "Mark", Box(0.5, 1.9, 0.12, 2.5), '<a:schemeClr val="accent1"/>'),
        _level_strip(10, HEIGHT - 0.3, 0.3),
    ]
    return "title", "".join(shapes)


def _chapter() -> tuple[str, str]:
    shapes = [
        _title(CHAPTER_TITLE, _Look(32, bold=True, anchor="b")),
        _placeholder(3, "Text", "body", CHAPTER_TEXT, _Look(16), 1),
        _rectangle(5, "Mark", Box(0.5, 2.6, 0.12, 1.2), '<a:schemeClr val="accent1"/>'),
        _level_strip(10, HEIGHT - 0.3, 0.3),
    ]
    return "secHead", "".join(shapes)


def _finding() -> tuple[str, str]:
    lead = _placeholder(3, "Lead", "body", LEAD, _BODY_LOOK, LEAD_IDX)
    return "titleOnly", _title() + lead + _source() + _rule() + _footers()


def _text() -> tuple[str, str]:
    box = Box(MARGIN_INCHES, BODY_TOP, FULL_WIDTH, SOURCE.top - BODY_TOP - 0.1)
    body = _placeholder(3, "Body", "body", box, _BODY_LOOK, 1)
    return "obj", _title() + body + _source() + _rule() + _footers()


def _layout(name: str, kind: str, shapes: str) -> str:
    return (
        f'{XML_HEAD}<p:sldLayout {declared("a", "p", "r")} type="{kind}" preserve="1"><p:cSld name="{name}">'
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _text_styles() -> str:
    title = _level_style(1, TITLE_PT, _FACE.replace("+mn", "+mj"), bold=True)
    body = "".join(
        _level_style(n, max(SMALLEST_PT, BODY_PT - 2 * (n - 1)), _FACE, bullet=True) for n in range(1, 6)
    )
    other = _level_style(1, BODY_PT, _FACE)
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _level_style(level: int, size: float, face: str, *, bold: bool = False, bullet: bool = False) -> str:
    hang = 171450 if bullet else 0
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    return (
        f'<a:lvl{level}pPr marL="{hang * level}" indent="{-hang}" algn="l" defTabSz="914400" rtl="0" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="{600 if bullet else 0}"/>'
        f'</a:spcBef>{mark}<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200">{face}</a:defRPr>'
        f"</a:lvl{level}pPr>"
    )


_COLOUR_MAP: Final = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
_WHITE_GROUND: Final = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def _master(layouts: int) -> str:
    box = Box(MARGIN_INCHES, BODY_TOP, FULL_WIDTH, SOURCE_BOTTOM - BODY_TOP)
    shapes = _title() + _placeholder(3, "Body", "body", box, _BODY_LOOK, 1) + _footers()
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(layouts))
    return (
        f"{XML_HEAD}<p:sldMaster {declared('a', 'p', 'r')}><p:cSld>{_WHITE_GROUND}<p:spTree>{_GROUP}{shapes}"
        f"</p:spTree></p:cSld><p:clrMap {_COLOUR_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"{_text_styles()}</p:sldMaster>"
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{_frame(Box(0.5, 0.75, 6.5, 3.656))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
    notes = _placeholder(3, "Notes", "body", Box(0.75, 4.75, 6.0, 4.5), _Look(12), 1)
    return (
        f"{XML_HEAD}<p:notesMaster {declared('a', 'p', 'r')}><p:cSld>{_WHITE_GROUND}<p:spTree>{_GROUP}"
        f"{image}{notes}</p:spTree></p:cSld><p:clrMap {_COLOUR_MAP}/></p:notesMaster>"
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(base_template())
