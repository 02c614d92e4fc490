"""Placeholders of a layout as plain values: where they stand and how their text looks."""
# ruff: noqa: ANN401, SLF001 - python-pptx is not typed, and tells only its elements of inherited looks

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from lxml import etree

from exports.grid import Box
from exports.ooxml import EMU_PER_INCH, NAMESPACES

_A: Final = f"{{{NAMESPACES['a']}}}"
_P: Final = f"{{{NAMESPACES['p']}}}"
_TITLES: Final = frozenset({"title", "ctrTitle"})
_FOOTERS: Final = frozenset({"ftr", "sldNum", "dt"})
_SIDE: Final = 91440
_EDGE: Final = 45720
"""What Office leaves free inside a shape at its sides, and above and below, in English Metric Units."""
_DEFAULT_SIZE: Final = 18.0


class Inset(NamedTuple):
    """Inches between the edges of a shape and its text."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


NO_INSET: Final = Inset()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for text on slides of one layout.

    Attributes:
        kind: the placeholder's type as DrawingML calls it; empty for one that takes any content.
        name: as the template's author called it.
        size: of the type, in points.
        bound: whether the layout has it; otherwise a text box stands in its place.
        moved: whether it stands elsewhere than the layout says.
        colour: DrawingML fill of the text; empty where the text box chooses.
        spacing: height of lines over that of single-spaced ones.
    """

    kind: str
    idx: int
    box: Box
    size: float
    name: str = ""
    bound: bool = True
    moved: bool = False
    bold: bool = False
    align: str = "l"
    anchor: str = "t"
    inset: Inset = NO_INSET
    colour: str = ""
    capitals: bool = False
    spacing: float = 1.0

    @property
    def room(self) -> Box:
        """What is left for text within the insets."""
        inset, box = self.inset, self.box
        return Box(
            box.left + inset.left,
            box.top + inset.top,
            max(0.1, box.width - inset.left - inset.right),
            max(0.1, box.height - inset.top - inset.bottom),
        )

    def unbound(self, box: Box, size: float) -> "Slot":
        """A text box elsewhere that looks like this one."""
        return replace(self, kind="", idx=0, box=box, size=size, bound=False, inset=NO_INSET, anchor="t")


def slots_of(layout: Any) -> list[Slot]:
    """The placeholders of a python-pptx layout that say where they stand, in the order of the layout."""
    return list(_read(layout.placeholders, layout.slide_master))


def master_body(layout: Any) -> Box | None:
    """Where the master of a layout puts a slide's body; None where it does not say."""
    for shape in layout.slide_master.placeholders:
        if _type(shape._element) == "body":
            return _box(shape)
    return None


def _read(placeholders: Any, master: Any) -> Iterator[Slot]:
    for shape in placeholders:
        element = shape._element
        box = _box(shape)
        if box is None:
            continue
        kind = _type(element)
        mark = element.find(f".//{_P}ph")
        chain = [element, *_on_master(kind, master)]
        yield Slot(
            kind=mark.get("type", ""),
            idx=int(mark.get("idx", "0")),
            box=box,
            name=shape.name,
            **_look(chain, _style(kind, master)),
        )


def _type(element: Any) -> str:
    return str(element.find(f".//{_P}ph").get("type", "obj"))


def _box(shape: Any) -> Box | None:
    sides = (shape.left, shape.top, shape.width, shape.height)
    if any(side is None for side in sides):
        return None
    return Box(*(side / EMU_PER_INCH for side in sides))


def _on_master(kind: str, master: Any) -> list[Any]:
    """The master's placeholder that one of a layout inherits from."""
    wanted = "title" if kind in _TITLES else kind if kind in _FOOTERS else "body"
    return [shape._element for shape in master.placeholders if _type(shape._element) == wanted][:1]


def _style(kind: str, master: Any) -> Any:
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FOOTERS else "bodyStyle"
    return master._element.find(f"{_P}txStyles/{_P}{name}")


def _look(chain: list[Any], style: Any) -> dict[str, Any]:
    levels = [found for one in chain if (found := one.find(f".//{_A}lstStyle/{_A}lvl1pPr")) is not None]
    if style is not None and (found := style.find(f"{_A}lvl1pPr")) is not None:
        levels.append(found)
    runs = [found for one in levels if (found := one.find(f"{_A}defRPr")) is not None]
    bodies = [found for one in chain if (found := one.find(f".//{_A}bodyPr")) is not None]
    fills = (found for one in runs if (found := one.find(f"{_A}solidFill")) is not None)
    fill = next(fills, None)
    return {
        "size": int(_first(runs, "sz", str(_DEFAULT_SIZE * 100)).partition(".")[0]) / 100,
        "bold": _first(runs, "b", "0") in {"1", "true"},
        "capitals": _first(runs, "cap", "none") != "none",
        "align": _first(levels, "algn", "l"),
        "anchor": _first(bodies, "anchor", "t"),
        "inset": Inset(
            *(
                int(_first(bodies, name, str(default))) / EMU_PER_INCH
                for name, default in (("lIns", _SIDE), ("tIns", _EDGE), ("rIns", _SIDE), ("bIns", _EDGE))
            )
        ),
        "colour": "" if fill is None else _plain(fill),
        "spacing": _spacing(levels),
    }


def _first(elements: list[Any], name: str, default: str) -> str:
    return next((str(one.get(name)) for one in elements if one.get(name) is not None), default)


def _plain(fill: Any) -> str:
    """An element without the declarations of namespaces that its new surroundings make anyway."""
    said: str = etree.tostring(fill, encoding="unicode", with_tail=False)
    for prefix, name in NAMESPACES.items():
        said = said.replace(f' xmlns:{prefix}="{name}"', "")
    return "" if "xmlns" in said else said


def _spacing(levels: list[Any]) -> float:
    found = (one.find(f"{_A}lnSpc/{_A}spcPct") for one in levels)
    share = next((one.get("val", "") for one in found if one is not None), "")
    return max(1.0, int(share) / 100_000) if share.isdigit() else 1.0
