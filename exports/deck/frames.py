"""What surrounds the body of a slide: title, lead, footnotes, source line, speaker notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.catalogue import Lang, text
from assessment.report.shapes import DAGGER, Section
from exports.base_template import FINDING, LEAD_IDX, SOURCE_IDX
from exports.deck.blocks import (
    Block,
    ChartBlock,
    DrawingBlock,
    FieldBlock,
    Fill,
    Slide,
    TableBlock,
    TextBlock,
)
from exports.deck.draft import Draft
from exports.grid import Box
from exports.measure import POINTS_PER_INCH, text_height, wrapped
from exports.style import LABEL_PT, SMALLEST_PT, TITLE_PT
from exports.template.slots import Inset, Slot
from exports.template.stage import Stage

_TITLE_SIZES: Final = (TITLE_PT, 22, 20, 18, 16)
_TITLE_LINES: Final = 2
_LEAD_LINES: Final = 2
_LARGEST_TITLE: Final = 28
"""A sentence is no slogan: titles of client templates are often twice as large."""
_SIZES: Final = (36, 32, 28, 24, 22, 20, 18, 16, 14, 12, 11, SMALLEST_PT)
_TALLEST_FOOT: Final = 1.6
_FOOT_SHARE: Final = 0.3
_LEAST_BODY: Final = 0.5
_GAP: Final = 0.14
_MOST_PAGES: Final = 99
_FINGERPRINT_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """The placeholders of a slide that shows a finding, and the room that they leave.

    Attributes:
        fills: title and lead.
        marked: footnotes and source line; `plain` those of a body without a marked figure.
        spoken: the speaker notes.
    """

    fills: tuple[Fill, ...]
    marked: Fill
    plain: Fill
    body: Box
    spoken: tuple[str, ...]

    def slide(self, *blocks: Block) -> Slide:
        """The slide with these blocks in its body; marks are explained where the body shows one."""
        foot = self.marked if marks(blocks) else self.plain
        return Slide(FINDING, (*self.fills, foot), blocks, self.spoken)


def marks(blocks: Sequence[Block]) -> bool:
    """Whether a figure of these blocks bears the mark of a footnote."""
    return any(DAGGER in said for block in blocks for said in _shown(block))


def _shown(block: Block) -> Iterator[str]:
    """The figures and words of a block."""
    match block:
        case TextBlock():
            yield from block.paragraphs
        case TableBlock():
            yield from (cell.shown for row in block.rows for cell in row)
        case ChartBlock():
            yield from (label for series in block.spec.series for label in series.labels)
        case DrawingBlock():
            yield from (said for item in block.items for said in item.text)
            yield from (item.alt for item in block.items)
        case FieldBlock():
            yield from (mark.name for mark in block.spec.marks)


def framed(
    report: Draft, section: Section, *, title: str = "", lead: str = "", notes: Sequence[str] = ()
) -> Frame:
    """The frame of one of a section's slides.

    Args:
        report: for the language, the recipe and the stage.
        section: whose title stands where no other is given, and whose source line and notes stand below.
        title: another title, such as that of a continued table.
        lead: sentences under the title.
        notes: further footnotes, of the tables and charts on the slide.
    """
    stage = report.stage
    head, top = _titled(title or section.title, stage)
    top, lead_fills = _lead(lead, top, stage)
    foot = _foot([*dict.fromkeys([*section.notes, *notes])], section.source, stage)
    foot_box = _foot_box(foot, stage)
    area = stage.area
    bottom = min(area.bottom, foot_box.top - _GAP) if foot else area.bottom
    unmarked = tuple(one for one in foot if not one.startswith(DAGGER))
    plain = _source(unmarked, _foot_box(unmarked, stage), stage)
    body = Box(area.left, top, area.width, max(_LEAST_BODY, bottom - top))
    marked = _source(foot, foot_box, stage)
    return Frame((head, *lead_fills), marked, plain, body, spoken(report, section, notes))


def fitted(stage: Stage, layout: str, place: tuple[str, int], said: tuple[str, ...]) -> Fill:
    """Text for a placeholder in the largest type with which it fits, its end cut where none does."""
    slot = stage.slot(layout, *place)
    told = tuple(paragraph for paragraph in said if paragraph)
    sizes = _smaller(slot.size)
    size = next((one for one in sizes if _tall(told, slot, one) <= slot.room.height), None)
    if size is None:
        size = sizes[-1]
        told = _cut(told, slot, size)
    box = None if slot.bound and not slot.moved else slot.box
    return Fill(place[0], told, place[1], box, _other(size, slot))


def _smaller(size: float) -> list[float]:
    """A size and those below it, never below the smallest type."""
    return [max(size, SMALLEST_PT), *(one for one in _SIZES if one < size)]


def _other(size: float, slot: Slot) -> float | None:
    """The size where it is another one than the layout's own."""
    return None if size == slot.size else size


def _tall(said: Sequence[str], slot: Slot, size: float) -> float:
    """Inches of text in a placeholder's width."""
    room = slot.room.width * POINTS_PER_INCH
    shown = [one.upper() if slot.capitals else one for one in said]
    return slot.spacing * sum(text_height(one, room, size, bold=slot.bold) for one in shown) / POINTS_PER_INCH


def _cut(said: Sequence[str], slot: Slot, size: float) -> tuple[str, ...]:
    """As many lines as fit; the speaker notes hold them all."""
    kept: list[str] = []
    for paragraph in said:
        lines = wrapped(paragraph, slot.room.width * POINTS_PER_INCH, size, bold=slot.bold)
        for count in range(len(lines), 0, -1):
            whole = count == len(lines)
            told = paragraph if whole else " ".join(lines[:count])[:-2].rstrip() + "…"
            if _tall([*kept, told], slot, size) <= slot.room.height:
                kept.append(told)
                break
        if not kept or kept[-1] != paragraph:
            break
    return tuple(kept)


def _titled(title: str, stage: Stage) -> tuple[Fill, float]:
    """The title's text, and where the room below it begins."""
    slot = stage.slot(FINDING, "title")
    if stage.own:
        size = title_size(title, slot.room.width)
        box = slot.box.upper(_tall((title,), slot, size or slot.size))
        return Fill("title", (title,), 0, box, size), box.bottom + _GAP
    sizes = _smaller(min(slot.size, _LARGEST_TITLE))
    size = next((one for one in sizes if _tall((title,), slot, one) <= slot.room.height), None)
    if size is not None:
        fill = Fill("title", (title,), 0, None if slot.bound else slot.box, _other(size, slot))
        return fill, stage.area.top
    inset = slot.inset.top + slot.inset.bottom
    box = slot.box.upper(_tall((title,), slot, sizes[-1]) + inset)
    return Fill("title", (title,), 0, box, _other(sizes[-1], slot)), max(stage.area.top, box.bottom + _GAP)


def title_size(title: str, width: float, sizes: Sequence[float] = _TITLE_SIZES) -> float | None:
    """The type size at which a title takes two lines at most; None where the layout's own size does."""
    room = width * POINTS_PER_INCH
    for size in sizes:
        if len(wrapped(title, room, size, bold=True)) <= _TITLE_LINES:
            return None if size == sizes[0] else size
    return sizes[-1]


def continued(title: str, page: int, pages: int, lang: Lang) -> str:
    """The title of one of several slides that share a finding; the first bears it unchanged."""
    if page == 1:
        return title
    return text("deck.continued", lang, title=title, page=page, pages=pages)


def continued_frame(report: Draft, section: Section, *, title: str, notes: Sequence[str] = ()) -> Frame:
    """A frame with the room of every slide that continues a finding, whatever its page number."""
    longest = continued(title, _MOST_PAGES, _MOST_PAGES, report.lang)
    return framed(report, section, title=longest, notes=notes)


def spoken(report: Draft, section: Section, notes: Sequence[str] = ()) -> tuple[str, ...]:
    """The speaker notes: footnotes, source, the recipe to make the figures again, section and node."""
    node = section.node or text("deck.all-nodes", report.lang)
    told = text("deck.told", report.lang, section=section.id, node=node)
    said = [*dict.fromkeys([*section.notes, *notes]), section.source, recipe_line(report), told]
    return tuple(line for line in said if line)


def recipe_line(report: Draft) -> str:
    """What the figures were made from, as the speaker notes say it."""
    recipe, lang = report.recipe, report.lang
    return text(
        "deck.recipe",
        lang,
        rubric=recipe.rubric,
        version=recipe.rubric_version,
        fingerprint=recipe.rubric_fingerprint[:_FINGERPRINT_SHOWN],
        engagement=recipe.engagement,
        unit=recipe.unit,
        wave=recipe.wave,
        benchmark=recipe.benchmark or text("deck.none", lang),
        revision=recipe.data_revision,
        gapline=recipe.gapline,
    )


def _lead(lead: str, top: float, stage: Stage) -> tuple[float, tuple[Fill, ...]]:
    """Where the body begins, and the lead's placeholder, given where the title ends."""
    slot = stage.slot(FINDING, "body", LEAD_IDX)
    if not lead:
        return top + (_GAP if stage.own else 0.0), ()
    own_place = slot.bound and not stage.own
    if own_place:
        top = max(slot.box.top, top if slot.box.top < stage.area.top - slot.box.height else 0.0)
    sizes = [slot.size, LABEL_PT] if slot.size > LABEL_PT else [max(slot.size, SMALLEST_PT)]
    room = slot.room.width if own_place else stage.area.width
    lines = len(wrapped(lead, room * POINTS_PER_INCH, sizes[0]))
    size = sizes[0] if lines <= _LEAD_LINES else sizes[-1]
    inset = slot.inset if own_place else Inset()
    height = _height(lead, room, size) * slot.spacing + inset.top + inset.bottom
    box = Box(slot.box.left, top, slot.box.width, height) if own_place else _across(stage, top, height)
    fill = Fill("body", (lead,), LEAD_IDX, box, _other(size, slot))
    return max(box.bottom + 1.5 * _GAP, stage.area.top if own_place else 0.0), (fill,)


def _across(stage: Stage, top: float, height: float) -> Box:
    return Box(stage.area.left, top, stage.area.width, height)


def _foot(notes: list[str], source: str, stage: Stage) -> tuple[str, ...]:
    """Footnotes and source line as far as they fit; the speaker notes hold them all."""
    width = stage.slot(FINDING, "body", SOURCE_IDX).room.width
    tallest = min(_TALLEST_FOOT, stage.area.height * _FOOT_SHARE)
    kept = [source] if source else []
    for note in notes:
        if sum(_height(line, width, SMALLEST_PT) for line in [*kept, note]) > tallest:
            break
        kept.insert(len(kept) - bool(source), note)
    return tuple(kept)


def _foot_box(foot: Sequence[str], stage: Stage) -> Box:
    """As tall as its lines, upwards from where source lines end."""
    slot = stage.slot(FINDING, "body", SOURCE_IDX)
    bottom = slot.box.bottom if slot.bound else stage.area.bottom
    lines = sum(_height(line, slot.room.width, SMALLEST_PT) for line in foot)
    height = lines + slot.inset.top + slot.inset.bottom
    return Box(slot.box.left, bottom - height, slot.box.width, height)


def _source(foot: tuple[str, ...], box: Box, stage: Stage) -> Fill:
    size = _other(SMALLEST_PT, stage.slot(FINDING, "body", SOURCE_IDX))
    return Fill("body", foot, SOURCE_IDX, box, size)


def _height(said: str, width: float, size: float) -> float:
    return text_height(said, width * POINTS_PER_INCH, size) / POINTS_PER_INCH
