"""Which slides a report becomes: one function per kind of section."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from assessment.catalogue import text
from assessment.report.shapes import Section, SectionKind, Table
from exports.base_template import CHAPTER, COVER, FACTS_IDX
from exports.deck.blocks import Block, Slide, TextBlock
from exports.deck.draft import Draft
from exports.deck.frames import continued_frame, fitted, framed, spoken
from exports.deck.many_units import MOST_BESIDE, turned_parts, units_beside
from exports.deck.onepage import page_slide
from exports.deck.paging import one_table, spread_table, words_fit
from exports.deck.parts import (
    caption,
    captioned_chart,
    chart_slide,
    continuing,
    has_figures,
    is_crowded,
    split_by_depth,
    stacked,
    table_slides,
    transposed,
    with_columns,
    without_blank_columns,
    without_tiers,
)
from exports.deck.story import story_slides
from exports.grid import Box
from exports.style import LABEL_PT, level_colour, on_colour

_RECIPE: Final = "guide.recipe"
_MOST_SWATCHES: Final = 11
_SWATCH_HEIGHT: Final = 0.72
_TABLE_SHARE: Final = 2 / 3
_NARROW: Final = 10.0
_NARROW_SHARE: Final = 0.56
"""On narrow slides names beside bars need more of the width."""
_RADAR_SPOKES: Final = 3


def planned(report: Draft, failed: list[str] | None = None) -> list[Slide]:
    """All slides of a report, in the order of its sections.

    Args:
        report: what to show.
        failed: takes the titles of sections that cannot be drawn, and the rest is planned; without it, what
            went wrong is raised.
    """
    slides: list[Slide] = []
    for section in report.sections:
        try:
            made = _PLANS.get(section.kind, story_slides)(report, section)
        except Exception:
            if failed is None:
                raise
            failed.append(section.title)
            continue
        slides += [replace(slide, section=section.id) for slide in made]
    return [*slides, *_recipe(report)]


def _cover(report: Draft, section: Section) -> list[Slide]:
    said = {
        ("ctrTitle", 0): (report.title,),
        ("subTitle", 1): (report.subtitle,),
        ("body", FACTS_IDX): (*section.notes, section.source),
    }
    fills = tuple(fitted(report.stage, COVER, place, words) for place, words in said.items())
    return [Slide(COVER, fills, spoken=spoken(report, section), numbered=False)]


def _guide(report: Draft, section: Section) -> list[Slide]:
    """The scale as swatches over the tables that explain states, marks, sources and recipe."""
    frame = framed(report, section, lead=section.lead)
    scale, others = _scale_and_others(section)
    swatches = _swatches(scale, frame.body) if scale else []
    room = frame.body.from_top(_SWATCH_HEIGHT + 0.25) if swatches else frame.body
    left, right = room.columns(0.5, 0.45)
    half = (len(others) + 1) // 2
    on_left, rest = stacked(others[:half], left, report.lang)
    on_right, more = stacked(others[half:], right, report.lang)
    if not (on_left and on_right):  # where a column stays empty, what fits takes the whole width
        on_left, rest = stacked(others, room, report.lang)
        on_right, more = [], []
    slides = [frame.slide(*swatches, *on_left, *on_right)]
    for table in [*rest, *more]:
        slides += table_slides(report, section, table, title=table.title)
    return slides


def _recipe(report: Draft) -> list[Slide]:
    """The last page: what the figures were made from."""
    found = [(section, table) for section in report.of_kind("guide") for table in section.tables]
    return [
        replace(slide, section=section.id)
        for section, table in found
        if table.id == _RECIPE
        for slide in table_slides(report, section, table, title=table.title)
    ]


def _scale_and_others(section: Section) -> tuple[Table | None, list[Table]]:
    """The table of levels where it can be drawn as swatches, and all other tables."""
    tables = [table for table in section.tables if table.id != _RECIPE]
    for table in tables:
        tinted = all(row[0].level is not None for row in table.rows)
        if tinted and 0 < len(table.rows) <= _MOST_SWATCHES:
            return table, [other for other in tables if other is not table]
    return None, tables


def _swatches(scale: Table, body: Box) -> list[Block]:
    """One tile per level, value over name, lowest at the left."""
    gap = 0.08
    width = (body.width - gap * (len(scale.rows) - 1)) / len(scale.rows)
    tiles: list[Block] = []
    for place, row in enumerate(scale.rows):
        box = Box(body.left + place * (width + gap), body.top, width, _SWATCH_HEIGHT)
        tint = level_colour(row[0].level or 0.0)
        words = tuple(cell.shown for cell in row)
        tiles.append(TextBlock(box, words, LABEL_PT, True, on_colour(tint), "ctr", "ctr", tint))  # noqa: FBT003
    return tiles


def _profile(report: Draft, section: Section) -> list[Slide]:
    """The dimensions against the reference, the capabilities, then the figures."""
    charts = {chart.id: chart for chart in section.charts}
    radar = charts.get("profile.radar")
    slides = []
    if radar is not None and has_figures(radar) and len(radar.categories) >= _RADAR_SPOKES:
        slides.append(_overview(report, section, radar.id, "profile.scores", _is_short))
        charts.pop("profile.dimensions", None)
    charts.pop("profile.radar", None)
    for chart in charts.values():
        heading = {} if slides else {"title": section.title, "lead": section.lead}
        slides.append(chart_slide(report, section, chart, **heading))
    for table in section.tables:
        slides += table_slides(report, section, without_tiers(table), title=table.headline)
    return slides or [framed(report, section, lead=section.lead).slide()]


def _is_short(key: str) -> bool:
    return key in {"node", "score", "coverage", "reference", "difference"}


def _overview(
    report: Draft, section: Section, chart_id: str, table_id: str, wanted: Callable[[str], bool]
) -> Slide:
    """A chart of the dimensions beside the same figures as a short table."""
    chart = section.chart(chart_id)
    frame = framed(report, section, lead=section.lead, notes=chart.notes)
    left, right = frame.body.columns(0.52)
    upper, _ = split_by_depth(section.table(table_id))
    short = with_columns(upper, lambda column: wanted(column.key))
    head = caption(short.title, right)
    table = one_table(short, right.from_top(head.box.height + 0.06), report.lang)
    if table is None or not words_fit(short, right.width) or is_crowded(chart, left):
        return frame.slide(*captioned_chart(chart, frame.body))
    return frame.slide(*captioned_chart(chart, left), head, table)


def _capability(report: Draft, section: Section) -> list[Slide]:
    """Left two thirds the indicators with their findings, right their chart over the composite."""
    frame = framed(report, section, lead=section.lead, notes=_all_notes(section))
    if not section.tables:
        return [frame.slide()]
    left, right = frame.body.columns(_TABLE_SHARE if frame.body.width > _NARROW else _NARROW_SHARE)
    indicators, composites = section.tables[0], section.tables[1:]
    later = continued_frame(report, section, title=section.title)
    blocks = spread_table(indicators, left, later.body, report.lang)
    first = frame.slide(blocks[0], *_chart_and_composite(report, section, composites, right))
    return [first, *continuing(report, section, indicators, blocks, section.title)]


def _chart_and_composite(
    report: Draft, section: Section, composites: tuple[Table, ...], box: Box
) -> list[Block]:
    tables = [transposed(table) if len(table.rows) == 1 else table for table in composites]
    below, _ = stacked(tables, box, report.lang, captioned=False)
    height = max((block.box.bottom - box.top for block in below), default=0.0) + 0.2
    blocks: list[Block] = []
    for chart in section.charts[:1]:
        blocks += captioned_chart(chart, box.upper(box.height - height))
    start = blocks[-1].box.bottom + 0.15 if blocks else box.top
    return [*blocks, *(_moved(block, start - box.top) for block in below)]


def _moved(block: Block, down: float) -> Block:
    return replace(block, box=replace(block.box, top=block.box.top + down))


def _all_notes(section: Section) -> tuple[str, ...]:
    charts = [note for chart in section.charts for note in chart.notes]
    return (*charts, *(note for table in section.tables for note in table.notes))


def _comparison(report: Draft, section: Section) -> list[Slide]:
    """Units side by side per dimension, then every figure."""
    slides: list[Slide] = []
    if not section.tables:
        return [framed(report, section, lead=section.lead).slide()]
    if len(units_beside(section.tables[0])) > MOST_BESIDE:
        return _many_compared(report, section)
    if section.charts:
        chart, table = section.charts[0].id, section.tables[0].id
        slides = [_overview(report, section, chart, table, _is_unit)]
    width = report.stage.area.width
    for whole in section.tables:
        upper, lower = split_by_depth(without_tiers(whole))
        if not words_fit(upper, width):
            for part in turned_parts(whole, width, report.lang):
                slides += table_slides(report, section, part, title=whole.headline)
            continue
        slides += table_slides(report, section, upper, title=whole.headline)
        if lower.rows:
            slides += table_slides(report, section, without_blank_columns(lower), title=whole.title)
    return slides


def _many_compared(report: Draft, section: Section) -> list[Slide]:
    """A row per unit, for no chart tells so many bars apart; their indicators are left to the workbook."""
    slides: list[Slide] = []
    whole = section.tables[0]
    elsewhere = (text("deck.in-workbook", report.lang),) if len(section.tables) > 1 else ()
    told = replace(whole, notes=(*whole.notes, *elsewhere))
    for part in turned_parts(told, report.stage.area.width, report.lang):
        head = {"title": whole.title} if slides else {"lead": section.lead}
        slides += table_slides(report, section, part, **head)
    return slides


def _is_unit(key: str) -> bool:
    return key == "node" or key.startswith("unit.")


def _published(report: Draft, section: Section) -> list[Slide]:
    """The composites printed and computed, the chart of the unit's own, the weights that explain them."""
    slides: list[Slide] = []
    for place, table in enumerate(section.tables):
        head = {"lead": section.lead} if place == 0 else {"title": table.headline}
        slides += table_slides(report, section, table, **head)
        if place == 0:
            slides += [chart_slide(report, section, chart) for chart in section.charts]
    return slides


def _evidence(report: Draft, section: Section) -> list[Slide]:
    """A divider, then the evidence behind the report's own unit."""
    said = {("title", 0): (section.title,), ("body", 1): (section.lead,)}
    fills = tuple(fitted(report.stage, CHAPTER, place, words) for place, words in said.items())
    slides = [Slide(CHAPTER, fills, spoken=spoken(report, section), numbered=False)]
    for table in section.tables:
        if table.id == f"evidence.{report.recipe.unit}":
            told = with_columns(table, lambda column: column.key != "state")
            slides += table_slides(report, section, without_blank_columns(told), title=table.headline)
    return slides


_PLANS: Final[dict[SectionKind, Callable[[Draft, Section], list[Slide]]]] = {
    "cover": _cover,
    "guide": _guide,
    "profile": _profile,
    "capability": _capability,
    "comparison": _comparison,
    "published": _published,
    "evidence": _evidence,
    "page": page_slide,
}
