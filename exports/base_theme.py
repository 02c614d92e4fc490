"""The theme of the base template: the colours and faces of `exports.style` as Office names them."""

from typing import Final

from exports.ooxml import XML_HEAD, declared
from exports.style import (
    ABOVE,
    ACCENT,
    BELOW,
    CHINESE_FONT,
    GREY,
    HAIRLINE,
    INK,
    LATIN_FONT,
    LEVELS,
    SECOND,
    URGENCY,
    WHITE,
)

THEME_COLOURS: Final = {
    "dk1": INK,
    "lt1": WHITE,
    "dk2": GREY,
    "lt2": HAIRLINE,
    "accent1": ACCENT,
    "accent2": SECOND,
    "accent3": LEVELS[3],
    "accent4": ABOVE[2],
    "accent5": BELOW[1],
    "accent6": URGENCY["plan"],
    "hlink": ACCENT,
    "folHlink": GREY,
}
SCHEME_NAMES: Final = {
    INK: "tx1",
    WHITE: "bg1",
    GREY: "tx2",
    HAIRLINE: "bg2",
    ACCENT: "accent1",
    SECOND: "accent2",
}
"""Colours that follow the theme wherever they are used, so that another template can change them."""

_SOLID: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme() -> str:
    """The theme part."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value[1:]}"/></a:{name}>' for name, value in THEME_COLOURS.items()
    )
    return (
        f'{XML_HEAD}<a:theme {declared("a")} name="Gapline"><a:themeElements>'
        f'<a:clrScheme name="Gapline">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Gapline"><a:majorFont>{_faces()}</a:majorFont>'
        f"<a:minorFont>{_faces()}</a:minorFont></a:fontScheme>{_formats()}</a:themeElements></a:theme>"
    )


def _faces() -> str:
    return (
        f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{CHINESE_FONT}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{CHINESE_FONT}"/>'
    )


def _formats() -> str:
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="Gapline"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )


def scheme_colour(colour: str) -> str:
    """The DrawingML colour element for a colour of the style: by theme name where it has one."""
    name = SCHEME_NAMES.get(colour)
    return f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{colour[1:]}"/>'
