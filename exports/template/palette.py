"""The style's colours in terms of a template's theme, light on dark or dark on light as its background is."""
# ruff: noqa: ANN401, SLF001 - python-pptx and lxml are not typed

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from exports.base_theme import BINDINGS, PLAIN, luma, scheme_colour, shaded
from exports.ooxml import NAMESPACES
from exports.style import LATIN_FONT

_A: Final = f"{{{NAMESPACES['a']}}}"
_P: Final = f"{{{NAMESPACES['p']}}}"
_HALF: Final = 128.0
_DARKEST: Final = 118.0
"""Brightness of the top level's tint at most, so that white reads well on it."""


@dataclass(frozen=True)
class Palette:
    """What the exporter's colour elements become in one template.

    Attributes:
        elements: of the base template -> of this one, where they differ.
    """

    elements: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.elements, key=len, reverse=True))))

    def applied(self, xml: str) -> str:
        """A fragment, or a chart part, in this template's colours."""
        if not self.elements:
            return xml
        return self._pattern.sub(lambda found: self.elements[found[0]], xml)


def palette_of(master: Any, *, own: bool) -> tuple[Palette, str]:
    """The palette and the face of running text that a master's theme gives.

    Args:
        master: the slide master's part.
        own: whether this is Gapline's own template, whose theme the style was made for.
    """
    theme = etree.fromstring(master.part_related_by(RT.THEME).blob)
    latin = theme.find(f".//{_A}minorFont/{_A}latin")
    face = LATIN_FONT if latin is None else latin.get("typeface") or LATIN_FONT
    return (Palette() if own else Palette(_elements(_colours(theme, master._element)))), face


def _colours(theme: Any, master: Any) -> dict[str, str]:
    """tx1, bg1, accent1 … as #RRGGBB, by the master's own map."""
    scheme = theme.find(f".//{_A}clrScheme")
    named = {
        one.tag.removeprefix(_A): f"#{(one[0].get('lastClr') or one[0].get('val', '000000')).upper()}"
        for one in scheme
        if len(one)
    }
    mapped = master.find(f"{_P}clrMap")
    pairs = dict(mapped.attrib) if mapped is not None else {"tx1": "dk1", "bg1": "lt1"}
    return {name: named.get(own, "#000000") for name, own in {**{n: n for n in named}, **pairs}.items()}


def _elements(theme: Mapping[str, str]) -> dict[str, str]:
    dark = luma(theme.get("bg1", "#FFFFFF")) < _HALF
    found = {}
    for colour in BINDINGS:
        element = _element(colour, theme, dark=dark)
        if element != scheme_colour(colour):
            found[scheme_colour(colour)] = element
    return found


def _element(colour: str, theme: Mapping[str, str], *, dark: bool) -> str:
    """A tint as bright as the style's on white, or as dark on black; plain colours as the theme has them."""
    name = BINDINGS[colour]
    if name in {"tx1", "bg1"} and colour in PLAIN:
        return scheme_colour(colour)
    here = theme.get(name, "#808080")
    wanted = 255 - luma(colour) if dark else luma(colour)
    if colour in PLAIN and name.startswith("accent"):
        bright = luma(here)
        fits = bright >= 255 - _DARKEST if dark else bright <= _DARKEST
        return (
            f'<a:schemeClr val="{name}"/>'
            if fits
            else shaded(name, here, 255 - _DARKEST if dark else _DARKEST)
        )
    if name in {"tx2", "bg2"}:
        name = "tx1" if name == "tx2" else "bg1"
        here = theme.get(name, "#000000")
    return shaded(name, here, wanted)
