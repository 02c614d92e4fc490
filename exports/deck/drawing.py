"""Native shapes in one group, with connectors glued to them: house, board, Gantt chart, tracks, cards."""

from collections.abc import Iterable
from typing import Final

from assessment.catalogue import Lang
from exports.deck.blocks import Connector, DrawingBlock, Item
from exports.deck.fragments import frame, paragraphs, run_style, solid
from exports.grid import Box
from exports.ooxml import attribute, emu

_IDS_PER_GROUP: Final = 1000
"""Shapes of a group are numbered after the group, so that no two shapes of a slide share a number."""


def drawing_xml(shape_id: int, block: DrawingBlock, lang: Lang) -> str:
    """The group with its shapes; connectors lie under them."""
    first = shape_id * _IDS_PER_GROUP
    ids = {item.key: first + place for place, item in enumerate(block.items) if item.key}
    boxes = {item.key: item.box for item in block.items if item.key}
    lines_from = first + len(block.items)
    lines = "".join(
        _connector(lines_from + place, one, ids, boxes) for place, one in enumerate(block.connectors)
    )
    shapes = "".join(_shape(first + place, item, lang) for place, item in enumerate(block.items))
    place = (
        f'<a:off x="{emu(block.box.left)}" y="{emu(block.box.top)}"/>'
        f'<a:ext cx="{emu(block.box.width)}" cy="{emu(block.box.height)}"/>'
    )
    inner = place.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{shape_id}" name="{attribute(block.name)}" '
        f'descr="{attribute(block.alt)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></p:grpSpPr>{lines}{shapes}</p:grpSp>"
    )


def _shape(shape_id: int, item: Item, lang: Lang) -> str:
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in item.adjust)
    name = attribute(item.key or f"{item.shape} {shape_id}")
    descr = f' descr="{attribute(item.alt)}"' if item.alt else ""
    box = ' txBox="1"' if item.text and not item.fill and not item.line else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"{descr}/><p:cNvSpPr{box}/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{frame(item.box)}<a:prstGeom prst="{item.shape}"><a:avLst>{guides}</a:avLst>'
        f"</a:prstGeom>{solid(item.fill) if item.fill else '<a:noFill/>'}{_line(item)}</p:spPr>"
        f"{_words(item, lang)}</p:sp>"
    )


def _line(item: Item) -> str:
    if not item.line:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(item.weight * 12700)}">{solid(item.line)}</a:ln>'


def _words(item: Item, lang: Lang) -> str:
    style = run_style(lang, item.size, item.colour, bold=item.bold)
    inset = emu(item.inset)
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" '
        f'anchor="{item.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(item.text, style, item.align)}</p:txBody>"
    )


def _connector(shape_id: int, one: Connector, ids: dict[str, int], boxes: dict[str, Box]) -> str:
    """From site 3 (right) to site 1 (left); the bend lies close to where it ends."""
    start, end = boxes[one.start], boxes[one.end]
    left, top = start.right, start.top + start.height / 2
    right, bottom = end.left, end.top + end.height / 2
    width = max(0.0, right - left)
    flip = ' flipV="1"' if bottom < top else ""
    bend = max(0, min(100_000, round(100_000 * (1 - 0.07 / width)))) if width else 50_000
    place = Box(min(left, right), min(top, bottom), width, abs(bottom - top))
    line = f'<a:ln w="{round(one.weight * 12700)}">{solid(one.colour)}'
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{shape_id}" name="{attribute(f"{one.start} → {one.end}")}"/>'
        f'<p:cNvCxnSpPr><a:stCxn id="{ids[one.start]}" idx="3"/><a:endCxn id="{ids[one.end]}" idx="1"/>'
        f"</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{frame(place).replace('<a:xfrm>', f'<a:xfrm{flip}>')}"
        f'<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val {bend}"/></a:avLst>'
        f'</a:prstGeom>{line}<a:tailEnd type="triangle" w="sm" len="sm"/></a:ln></p:spPr></p:cxnSp>'
    )


def around(items: Iterable[Item]) -> Box:
    """The smallest box around all shapes."""
    boxes = [item.box for item in items]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
