"""What surrounds the body of a slide: title, lead, footnotes, source line, speaker notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessment.catalogue import Lang, text
from assessment.report.shapes import Report, Section
from exports.base_template import FINDING, LEAD_IDX, SOURCE_IDX
from exports.deck.blocks import Block, Fill, Slide
from exports.grid import LEAD, SOURCE, SOURCE_BOTTOM, TITLE, Box
from exports.measure import POINTS_PER_INCH, line_height, text_height, wrapped
from exports.style import BODY_PT, LABEL_PT, SMALLEST_PT, TITLE_PT

_TITLE_SIZES: Final = (TITLE_PT, 22, 20, 18, 16)
_TITLE_LINES: Final = 2
_LEAD_LINES: Final = 2
_TALLEST_FOOT: Final = 1.6
_GAP: Final = 0.14
_MOST_PAGES: Final = 99
_FINGERPRINT_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """The placeholders of a slide that shows a finding, and the room that they leave."""

    fills: tuple[Fill, ...]
    body: Box
    spoken: tuple[str, ...]

    def slide(self, *blocks: Block) -> Slide:
        """The slide with these blocks in its body."""
        return Slide(FINDING, self.fills, blocks, self.spoken)


def framed(
    report: Report, section: Section, *, title: str = "", lead: str = "", notes: Sequence[str] = ()
) -> Frame:
    """The frame of one of a section's slides.

    Args:
        report: for the language and the recipe.
        section: whose title stands where no other is given, and whose source line and notes stand below.
        title: another title, such as that of a continued table.
        lead: sentences under the title.
        notes: further footnotes, of the tables and charts on the slide.
    """
    heading = title or section.title
    foot = _foot([*dict.fromkeys([*section.notes, *notes])], section.source)
    size = title_size(heading, TITLE.width)
    title_box = TITLE.upper(_title_height(heading, size or TITLE_PT))
    top, lead_fills = _lead(lead, title_box.bottom + _GAP)
    foot_fill = Fill("body", foot, SOURCE_IDX, *_foot_box(foot))
    bottom = foot_fill.box.top - _GAP if foot_fill.box else SOURCE_BOTTOM
    fills = (Fill("title", (heading,), 0, title_box, size), *lead_fills, foot_fill)
    body = Box(TITLE.left, top, TITLE.width, bottom - top)
    return Frame(fills, body, spoken(report, section, notes))


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


def continued_frame(report: Report, section: Section, *, title: str, notes: Sequence[str] = ()) -> Frame:
    """A frame with the room of every slide that continues a finding, whatever its page number."""
    longest = continued(title, _MOST_PAGES, _MOST_PAGES, report.lang)
    return framed(report, section, title=longest, notes=notes)


def spoken(report: Report, section: Section, notes: Sequence[str] = ()) -> tuple[str, ...]:
    """The speaker notes: footnotes, source, and the recipe to make the figures again."""
    recipe, lang = report.recipe, report.lang
    made = text(
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
    said = [*dict.fromkeys([*section.notes, *notes]), section.source, made]
    return tuple(line for line in said if line)


def _title_height(title: str, size: float) -> float:
    lines = len(wrapped(title, TITLE.width * POINTS_PER_INCH, size, bold=True))
    return lines * line_height(title, size) / POINTS_PER_INCH


def _lead(lead: str, top: float) -> tuple[float, tuple[Fill, ...]]:
    """Where the body begins, and the lead's placeholder, given where the title ends."""
    if not lead:
        return top + _GAP, ()
    lines = len(wrapped(lead, LEAD.width * POINTS_PER_INCH, BODY_PT))
    size = BODY_PT if lines <= _LEAD_LINES else LABEL_PT
    box = Box(LEAD.left, top, LEAD.width, _height(lead, LEAD.width, size))
    fill = Fill("body", (lead,), LEAD_IDX, box, None if size == BODY_PT else size)
    return box.bottom + 1.5 * _GAP, (fill,)


def _foot(notes: list[str], source: str) -> tuple[str, ...]:
    """Footnotes and source line as far as they fit; the speaker notes hold them all."""
    kept = [source] if source else []
    for note in notes:
        if sum(_height(line, SOURCE.width, SMALLEST_PT) for line in [*kept, note]) > _TALLEST_FOOT:
            break
        kept.insert(len(kept) - bool(source), note)
    return tuple(kept)


def _foot_box(foot: Sequence[str]) -> tuple[Box]:
    height = sum(_height(line, SOURCE.width, SMALLEST_PT) for line in foot)
    return (Box(SOURCE.left, SOURCE_BOTTOM - height, SOURCE.width, height),)


def _height(said: str, width: float, size: float) -> float:
    return text_height(said, width * POINTS_PER_INCH, size) / POINTS_PER_INCH
