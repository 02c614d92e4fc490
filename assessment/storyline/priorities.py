"""What matters first: gap against importance, the ranked list, current level against best practice."""

from assessment.benchmark import PublishedScore
from assessment.catalogue import text
from assessment.label_places import Plot
from assessment.priorities import PRESSING, STANDINGS
from assessment.prioritising import levels_before
from assessment.priority_chart import END, FieldPoint, PriorityField, priority_field
from assessment.priority_tables import ranked_table, tracks_chart
from assessment.report.guide import illustrative_note
from assessment.report.marks import print_footnotes
from assessment.report.numbers import rounded
from assessment.report.pictures import FIELD_ROOM, FIELD_TYPE, Curve, Field, Mark, NameAt, Tracks
from assessment.report.shapes import Section
from assessment.report.wording import headed, joined
from assessment.rubric import TOLERANCE
from assessment.storyline.telling import Telling

_MOST_NAMED = 3
_AIRY = 1.1
"""Names are placed as if their type were this much larger, so that every renderer keeps them apart."""


def priorities_sections(told: Telling) -> tuple[Section, ...]:
    """The field of priorities and the list; empty where no node has an importance and a level."""
    shown = told.prioritised
    if not any(one.urgency is not None for one in shown.found):
        return ()
    plot = Plot(*FIELD_ROOM, font=_AIRY * FIELD_TYPE, widest=118.0)
    drawn = priority_field(told.rubric, shown.found, "gap", told.unit, told.lang, plot)
    table = ranked_table(shown, told.unit, told.lang)
    return (
        Section(
            "priorities",
            "priorities",
            priorities_title(told),
            tables=(table,),
            notes=illustrative_note(told.material, told.lang),
            source=told.source,
            pictures=(_field(told, drawn),),
        ),
    )


def priorities_title(told: Telling) -> str:
    """How much needs action and what comes first; something must have an urgency."""
    lang, found = told.lang, [one for one in told.prioritised.found if one.urgency is not None]
    pressing = [one for one in found if one.standing in PRESSING]
    first = found[0]
    said = {
        "count": len(pressing),
        "all": len(found),
        "tier": told.rubric.tier_name(told.tier, lang),
        "node": told.named(first.node),
        "urgency": rounded(first.urgency or 0.0, 2),
    }
    key = "none" if not pressing else "one" if len(pressing) == 1 else "some"
    return text(f"story.priorities.title.{key}", lang, **said)


def _field(told: Telling, drawn: PriorityField) -> Field:
    lang = told.lang
    there = {point.standing for point in drawn.points}
    return Field(
        id="priorities.field",
        title=drawn.title,
        alt=f"{drawn.title}. {drawn.alt}" if lang == "en" else f"{drawn.title}。{drawn.alt}",
        x_title=drawn.x_title,
        y_title=drawn.y_title,
        x_end=END,
        x_grades=drawn.x_grades,
        y_ends=drawn.y_ends,
        y_ticks=drawn.y_ticks,
        marks=tuple(_mark(point) for point in drawn.points),
        curves=tuple(Curve(one.says, one.standing or "", one.line) for one in drawn.contours),
        classes=tuple((one, text(f"urgency.{one}", lang)) for one in STANDINGS if one in there),
        notes=(" ".join((text("story.field.note", lang), drawn.formula)), *_unnamed(told, drawn)),
    )


def _unnamed(told: Telling, drawn: PriorityField) -> tuple[str, ...]:
    """Which marks bear no name, for lack of room."""
    if not drawn.unnamed:
        return ()
    names = joined([told.named(node) for node in drawn.unnamed], told.lang)
    return (text("story.field.unnamed", told.lang, names=names),)


def _mark(point: FieldPoint) -> Mark:
    at = point.label
    name = NameAt(at.lines, at.left, at.top, at.width, at.height, at.leader is not None) if at else None
    return Mark(point.node, point.name, point.x, point.y, 2 * point.radius, point.standing, name)


def practice_sections(told: Telling) -> tuple[Section, ...]:
    """Current level against best practice, importance as balls; the widest gap first."""
    ground, lang, material = told.ground, told.lang, told.material
    found = [one for one in told.prioritised.found if one.level is not None]
    if not found:
        return ()
    best = {
        one.node: figure
        for one in found
        if ground.benchmark and (figure := ground.benchmark.best(one.node)) and figure.score is not None
    }
    found.sort(
        key=lambda one: (one.node not in best, (one.level or 0.0) - (_score(best.get(one.node)) or 0.0))
    )
    last = levels_before(told.store, told.shelf, *told.place[:2], material.wave)
    chart = tracks_chart(ground, found, last, told.unit, lang)
    title = _practice_title(told, {one.node: one.level or 0.0 for one in found}, best)
    head = headed(told.rubric.tier_name(told.tier, lang))
    picture = Tracks("practice.tracks", chart.title, chart.alt, chart, head, chart.notes)
    notes = (*illustrative_note(material, lang), *print_footnotes(material, best.values(), lang))
    return (Section("practice", "practice", title, notes=notes, source=told.source, pictures=(picture,)),)


def _score(figure: PublishedScore | None) -> float | None:
    return None if figure is None else figure.score


def _practice_title(told: Telling, levels: dict[str, float], best: dict[str, PublishedScore]) -> str:
    lang = told.lang
    gaps = {node: (figure.score or 0.0) - levels[node] for node, figure in best.items()}
    if not gaps:
        return text("story.practice.title.none", lang, unit=told.unit, count=len(levels))
    widest = max(gaps.values())
    behind = sum(gap > TOLERANCE for gap in gaps.values())
    said = {"unit": told.unit, "behind": behind, "all": len(gaps), "gap": rounded(widest)}
    if widest <= TOLERANCE:
        return text("story.practice.title.ahead", lang, **said)
    furthest = [node for node, gap in gaps.items() if widest - gap <= TOLERANCE][:_MOST_NAMED]
    said["node"] = joined([told.named(node) for node in furthest], lang)
    return text("story.practice.title", lang, **said)
