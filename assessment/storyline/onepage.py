"""One page for an executive: where the unit stands, what is most urgent, what comes next, what to decide."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from assessment import service
from assessment.board_words import months_said, phases_said
from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.ports import LinkedShelf, Store
from assessment.priorities import Priority, priorities
from assessment.prioritising import levels_before
from assessment.priority_tables import tracks_chart
from assessment.report.cells import level, words
from assessment.report.guide import illustrative_note
from assessment.report.numbers import rounded
from assessment.report.pictures import Tracks
from assessment.report.shapes import Cell, Column, Section, SectionKind, Table
from assessment.report.standing import profile_title
from assessment.report.wording import headed, sentences
from assessment.storyline.choices import PAGE, Choices
from assessment.storyline.decisions import decisions_sections
from assessment.storyline.full import Failure, Told, told_of
from assessment.storyline.planned import Planned, planned_of
from assessment.storyline.priorities import priorities_title
from assessment.storyline.roadmap import projected_title
from assessment.storyline.telling import Telling, only_chosen

MOST_TRACKS: Final = 9
"""Rows of level tracks, the unit as a whole among them."""
MOST_GAPS: Final = 3
GAPS_ALONE: Final = 6
"""The same where no next steps stand below."""
_OVER: Final = frozenset({"done", "dropped"})


def one_page(
    store: Store,
    shelf: LinkedShelf,
    place: tuple[str, str, str],
    lang: Lang,
    reference: str = "best",
    choices: Choices | None = None,
) -> Told:
    """A report of one section that fits on one page; a block that cannot be made is named.

    Args:
        store: where the engagement is kept.
        shelf: where rubric, published data, links and initiatives are found.
        place: ids of engagement, unit and wave.
        lang: language of the reader.
        reference: as for `service.gather`.
        choices: units, tier and names; the parts are the page's own.

    Raises:
        UnknownUnitError, UnknownWaveError, UnknownOperatorError: there is nothing of this name.
    """
    chosen = replace(choices or Choices(), parts=(PAGE,))
    material = only_chosen(service.gather(store, shelf, *place, reference), chosen.units)
    told = Telling(store, shelf, material, chosen, lang)
    blocks, failed = _tried(_BLOCKS, told)
    section = Section(
        PAGE,
        PAGE,
        profile_title(material, lang),
        lead=_lead(told),
        node=material.rubric.root.id,
        tables=tuple(one for one in blocks.values() if isinstance(one, Table)),
        pictures=tuple(one for one in blocks.values() if isinstance(one, Tracks)),
        notes=illustrative_note(material, lang),
        source=told.source,
    )
    return told_of(told, (section,), failed)


def _tried(
    makers: Mapping[SectionKind, Callable[[Telling], Tracks | Table | None]], told: Telling
) -> tuple[dict[SectionKind, Tracks | Table], tuple[Failure, ...]]:
    made: dict[SectionKind, Tracks | Table] = {}
    failures = []
    for part, make in makers.items():
        try:
            block = make(told)
        except GaplineError as error:
            failures.append(Failure(part, error.sentence(told.lang)))
        except Exception:  # noqa: BLE001 - one block must not take the others with it; it is named
            failures.append(Failure(part, text("story.failed.unknown", told.lang)))
        else:
            if block is not None:
                made[part] = block
    return made, tuple(failures)


def _lead(told: Telling) -> str:
    """What is most urgent, and where the plan leads."""
    urgent = any(one.urgency is not None for one in told.prioritised.found)
    planned = planned_of(told)
    said = [priorities_title(told) if urgent else "", projected_title(planned) if planned else ""]
    stop = "。" if told.lang == "zh" else "."
    return sentences((f"{one}{stop}" for one in said if one), told.lang)


def _tracks(told: Telling) -> Tracks | None:
    """The whole and its parts on the level scale, with target, last wave and best practice."""
    rubric, lang = told.rubric, told.lang
    top = rubric.tier(rubric.root.id)
    tier = next(one for one in rubric.tiers if one != top and rubric.of_tier(one))
    whole = [one for one in priorities(told.ground, top) if one.node == rubric.root.id]
    parts = sorted(priorities(told.ground, tier), key=_widest_first)
    found = [*whole, *parts][:MOST_TRACKS]
    if all(one.level is None for one in found):
        return None
    last = levels_before(told.store, told.shelf, *told.place[:2], told.material.wave)
    chart = tracks_chart(told.ground, found, last, told.unit, lang)
    chart = replace(
        chart,
        id="page.tracks",
        title=text("story.page.tracks", lang),
        series=tuple(one for one in chart.series if one.id != "importance"),
        notes=(),
    )
    left = len(whole) + len(parts) - len(found)
    notes = (text("story.page.fewer", lang, count=left),) if left else ()
    return Tracks("page.tracks", chart.title, chart.alt, chart, headed(rubric.tier_name(tier, lang)), notes)


def _widest_first(one: Priority) -> tuple[bool, float]:
    return one.gap is None, -(one.gap or 0.0)


def _gaps(told: Telling) -> Table | None:
    """The nodes that are most urgent, or furthest behind where nobody said how important they are."""
    lang, scale = told.lang, told.rubric.scale
    known = [one for one in told.prioritised.found if one.urgency is not None]
    key = "urgent"
    if not known:
        key = "widest"
        known = sorted((one for one in told.prioritised.found if one.gap), key=_widest_first)
    known = known[: MOST_GAPS if _steps(told) else GAPS_ALONE]
    if not known:
        return None
    columns = [
        Column("node", headed(told.rubric.tier_name(told.tier, lang)), width=3.0),
        Column("level", text("priorities.column.level", lang), "score", 0.5),
        Column("aim", text("priorities.column.aim", lang), "score", 0.5),
        Column("gap", text("priorities.column.gap", lang), "score", 0.5),
    ]
    if key == "urgent":
        columns += [
            Column("urgency", text("priorities.column.urgency", lang), "score", 0.5),
            Column("class", text("priorities.column.class", lang), width=1.2),
        ]
    rows = []
    for one in known:
        aim = one.aim.level if one.aim else None
        here, behind = one.level or 0.0, (one.gap or 0.0) * (scale.max - scale.min)
        cells = [
            words(told.named(one.node)),
            Cell(rounded(here), one.level, "score", "scored", "", level(here, scale)),
            Cell("–" if aim is None else rounded(aim), aim, "score"),
            Cell(rounded(behind), behind, "score"),
        ]
        if key == "urgent":
            cells.append(Cell(rounded(one.urgency or 0.0, 2), one.urgency, "score"))
            cells.append(words(text(f"urgency.{one.standing or 'none'}", lang)))
        rows.append(tuple(cells))
    title = text(f"story.page.{key}", lang)
    return Table("page.gaps", title, tuple(columns), tuple(rows), row_ids=tuple(one.node for one in known))


def _steps(told: Telling) -> Table | None:
    """What the plan begins with and is not finished; without a plan what was chosen."""
    planned, lang = planned_of(told), told.lang
    rows = _planned_steps(planned) if planned else _chosen(told)
    if not rows:
        return None
    columns = [
        Column("initiative", text("roadmap.column.initiative", lang), width=4.0),
        *([Column("when", text("story.card.when", lang), width=1.4)] if planned else []),
        Column("effort", text("story.card.effort", lang), width=1.6),
    ]
    title = text("story.page.chosen", lang)
    if planned:
        title = text("story.page.steps", lang, name=planned.kept.name)
    return Table("page.steps", title, tuple(columns), tuple(rows))


def _planned_steps(planned: Planned) -> list[tuple[Cell, ...]]:
    told = planned.told
    engagement, unit, _ = told.place
    over = {one.initiative for one in told.store.progress(engagement, unit) if one.status in _OVER}
    waiting = [one for one in planned.drawn.placed if one.id not in over]
    waiting.sort(key=lambda one: (one.start, planned.numbers[one.id]))
    return [
        (
            words(planned.drawn.named(one.id)),
            words(phases_said(one.start, one.end, told.lang)),
            words(months_said(planned.initiatives[one.id].total_effort, told.lang)),
        )
        for one in waiting
    ]


def _chosen(told: Telling) -> list[tuple[Cell, ...]]:
    picked = [one.initiative for one in told.opportunities.picked]
    return [(words(one.called(told.lang)), words(months_said(one.total_effort, told.lang))) for one in picked]


def _decisions(told: Telling) -> Table | None:
    """What the reader is asked to decide."""
    sections = decisions_sections(told)
    if not sections:
        return None
    table = sections[0].tables[0]
    number, *others = table.columns
    return replace(table, id="page.decisions", columns=(replace(number, width=0.1), *others))


_BLOCKS: Final[Mapping[SectionKind, Callable[[Telling], Tracks | Table | None]]] = {
    "practice": _tracks,
    "priorities": _gaps,
    "roadmap": _steps,
    "decisions": _decisions,
}
