"""The theme of the base template: the colours and faces of `exports.style` as Office names them."""

from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
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
    OTHERS,
    QUIET,
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
    "accent3": OTHERS[0],
    "accent4": ABOVE[2],
    "accent5": OTHERS[1],
    "accent6": OTHERS[3],
    "hlink": ACCENT,
    "folHlink": GREY,
}
_MAP: Final = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
PLAIN: Final = {
    INK: "tx1",
    WHITE: "bg1",
    GREY: "tx2",
    HAIRLINE: "bg2",
    ACCENT: "accent1",
    SECOND: "accent2",
    OTHERS[0]: "accent3",
    ABOVE[2]: "accent4",
    OTHERS[1]: "accent5",
    OTHERS[3]: "accent6",
}
"""Colours that are the theme's own."""
BINDINGS: Final = {
    **dict.fromkeys(LEVELS, "accent1"),
    **dict.fromkeys(BELOW, "accent2"),
    **dict.fromkeys(ABOVE, "accent4"),
    URGENCY["watch"]: "tx2",
    QUIET: "tx2",
    **PLAIN,
}
"""Colour of the style -> colour of the theme that it is, or is a tint of.

The signal colours of urgency are not among them: red stays red whatever a client's colours are.
"""
_STEPS: Final = 40

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


@cache
def scheme_colour(colour: str) -> str:
    """The DrawingML colour element for a colour of the style: the theme's, or a tint of it, where bound."""
    name = BINDINGS.get(colour)
    if name is None:
        return f'<a:srgbClr val="{colour[1:]}"/>'
    if colour in PLAIN:
        return f'<a:schemeClr val="{name}"/>'
    return _tint(name, THEME_COLOURS[_MAP.get(name, name)], colour)


def luma(colour: str) -> float:
    """How bright a #RRGGBB colour looks, 0 to 255."""
    red, green, blue = _parts(colour)
    return 255 * (0.299 * red + 0.587 * green + 0.114 * blue)


def shaded(name: str, here: str, wanted: float) -> str:
    """A theme colour made as bright as wanted, with hue and share of grey kept.

    Args:
        name: of the theme colour.
        here: what it is in the theme, as #RRGGBB.
        wanted: brightness (see `luma`).
    """
    hue, light, full = rgb_to_hls(*_parts(here))
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        red, green, blue = hls_to_rgb(hue, middle, full)
        bright = 255 * (0.299 * red + 0.587 * green + 0.114 * blue)
        low, high = (middle, high) if bright < wanted else (low, middle)
    return _with(name, _lightened(light, (low + high) / 2))


def _tint(name: str, here: str, wanted: str) -> str:
    """A theme colour turned into another colour of about the same hue."""
    _, light, full = rgb_to_hls(*_parts(here))
    _, to_light, to_full = rgb_to_hls(*_parts(wanted))
    share = round(100_000 * to_full / full) if full else 100_000
    return _with(name, f'<a:satMod val="{share}"/>{_lightened(light, to_light)}')


def _lightened(light: float, wanted: float) -> str:
    """Transforms from one lightness to another: towards white, or towards black."""
    if wanted >= light:
        kept = (1 - wanted) / (1 - light) if light < 1 else 1.0
        return f'<a:lumMod val="{round(100_000 * kept)}"/><a:lumOff val="{round(100_000 * (1 - kept))}"/>'
    return f'<a:lumMod val="{round(100_000 * wanted / light)}"/>'


def _with(name: str, transforms: str) -> str:
    return f'<a:schemeClr val="{name}">{transforms}</a:schemeClr>'


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return red, green, blue
