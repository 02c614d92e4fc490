"""Whether the words of a deck fit into their shapes, measured shape by shape."""
# ruff: noqa: ANN401 - python-pptx is not typed, and tells only its elements of looks

from collections.abc import Iterator
from typing import Any

from exports.measure import text_height
from exports.ooxml import EMU_PER_INCH
from exports.template.slots import slots_of
from tests.exports.deck_reading import opened

_HAIR = 0.02
"""Inches that rounding may take."""


def overflowing(deck: bytes) -> list[str]:
    """Shapes, cells and placeholders whose text is taller than they are, and shapes outside their slide."""
    presentation = opened(deck)
    found = []
    for number, slide in enumerate(presentation.slides, start=1):
        slots = {slot.idx: slot for slot in slots_of(slide.slide_layout)}
        for shape in _leaves(slide.shapes):
            where = f"slide {number}: {shape.name}"
            if shape.has_text_frame and shape.text_frame.text.strip():
                slot = slots.get(shape.placeholder_format.idx) if shape.is_placeholder else None
                found += [f"{where} {over:.2f}" for over in _over(shape, slot)]
            elif getattr(shape, "has_table", False) and shape.has_table:
                found += [f"{where} {over}" for over in _over_rows(shape.table)]
            if shape.left < -1 or shape.left + shape.width > presentation.slide_width + 1:
                found.append(f"{where} is outside")
            if shape.top < -1 or shape.top + shape.height > presentation.slide_height + 1:
                found.append(f"{where} is outside")
    return found


def smallest_type(deck: bytes) -> float:
    """Points of the smallest type of any run."""
    sizes = [
        run.font.size.pt
        for slide in opened(deck).slides
        for shape in _leaves(slide.shapes)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size is not None
    ]
    return float(min(sizes))


def _leaves(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type is not None and int(shape.shape_type) == 6:  # a group
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _over(shape: Any, slot: Any) -> Iterator[float]:
    body = shape.text_frame._txBody.bodyPr
    sides = [
        int(body.get(name, default)) / EMU_PER_INCH
        for name, default in (("lIns", "91440"), ("rIns", "91440"), ("tIns", "45720"), ("bIns", "45720"))
    ]
    if slot is not None:
        sides = [slot.inset.left, slot.inset.right, slot.inset.top, slot.inset.bottom]
    width = shape.width / EMU_PER_INCH - sides[0] - sides[1]
    tall = sum(_height(paragraph, width, slot) for paragraph in shape.text_frame.paragraphs)
    over = tall - (shape.height / EMU_PER_INCH - sides[2] - sides[3])
    if over > _HAIR:
        yield over


def _height(paragraph: Any, width: float, slot: Any) -> float:
    runs = [run for run in paragraph.runs if run.text] or [None]
    font = None if runs[0] is None else runs[0].font
    size = font.size.pt if font is not None and font.size is not None else slot.size if slot else 18.0
    bold = bool(font.bold) if font is not None and font.bold is not None else bool(slot and slot.bold)
    ending = paragraph._p.find("{*}endParaRPr")
    if font is None and ending is not None:
        size = int(ending.get("sz", size * 100)) / 100
    said = paragraph.text.upper() if slot and slot.capitals else paragraph.text
    return text_height(said, width * 72 + 0.01, size, bold=bold) / 72


def _over_rows(table: Any) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        for column, cell in zip(table.columns, row.cells, strict=True):
            width = (column.width - cell.margin_left - cell.margin_right) / EMU_PER_INCH
            tall = sum(_height(paragraph, width, None) for paragraph in cell.text_frame.paragraphs)
            room = (row.height - cell.margin_top - cell.margin_bottom) / EMU_PER_INCH
            if tall - room > _HAIR:
                yield f"row {number}: {cell.text_frame.text[:20]}"
