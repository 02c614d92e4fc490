"""One deck for each of many units: whose, under which file name, told when anew, and the list of them all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final, Literal

from assessment import service
from assessment.batch_errors import NobodyRatedError
from assessment.catalogue import Lang, text
from assessment.engagement import Unit
from assessment.file_names import unlike
from assessment.report.cells import coverage_cell, score_cell, words
from assessment.report.marks import marked_above
from assessment.report.material import Material
from assessment.report.shapes import Cell, Column, Report, Section, Table
from assessment.report.standing import lowest
from assessment.report.wording import joined, say
from assessment.storyline.anonymous import unit_alias
from assessment.storyline.common import Common

DeckState = Literal[
    "made", "current", "edited", "outdated", "foreign", "failed", "unrated", "waiting", "left"
]
"""What became of a unit's deck: made anew, or current as it stood; edited by a person and current, or
outdated; another file stands in its place; failed; no ratings to tell; not reached yet; not asked for."""
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Ordered:
    """One unit's deck.

    Attributes:
        unit: id; never written anywhere where names are concealed.
        key: by what the folder's list knows it: the id, or the letters that stand instead of names.
        name, parent: as the reader sees them.
        file: name of the file; empty where the unit has no ratings.
        asked: whether its deck is made this time.
    """

    unit: str
    key: str
    name: str
    parent: str
    file: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one unit's deck.

    Attributes:
        slides: how many it has; 0 where there is none.
        made: day and minute at which it was made; empty where there is none.
        problem: what is missing from it, or why there is none.
    """

    state: DeckState
    slides: int = 0
    made: str = ""
    problem: str = ""


def orders(common: Common, lang: Lang, only: Collection[str] = (), *, anonymous: bool) -> list[Ordered]:
    """Whose decks are made: of every unit with ratings in the wave, or of those named.

    Units without ratings that have none below them are listed, too, without a file. What a file is called
    does not depend on who is named.

    Raises:
        UnknownUnitError: one that is named does not exist.
        NobodyRatedError: there is nothing to tell of any of them.
    """
    base = common.base
    for unit in only:
        service.unit_among(base.units, base.engagement.id, unit)
    above = {unit.parent for unit in base.units}
    listed = [unit for unit in base.units if unit.id in base.ratings or unit.id not in above]
    rated = [unit for unit in listed if unit.id in base.ratings]
    if not any(unit.id in (only or base.ratings) for unit in rated):
        raise NobodyRatedError(base.engagement.id, base.wave.id)
    shown = _shown(base.units, lang, anonymous=anonymous)
    apart = [(shown[unit.id], "" if anonymous else unit.id) for unit in rated]
    files = {unit.id: f"{stem}.pptx" for unit, stem in zip(rated, unlike(apart), strict=True)}
    return [
        Ordered(
            unit=unit.id,
            key=shown[unit.id] if anonymous else unit.id,
            name=shown[unit.id],
            parent=shown.get(unit.parent or "", ""),
            file=files.get(unit.id, ""),
            asked=unit.id in files and (not only or unit.id in only),
        )
        for unit in listed
    ]


def _shown(units: Iterable[Unit], lang: Lang, *, anonymous: bool) -> dict[str, str]:
    return {
        unit.id: unit_alias(place, lang) if anonymous else unit.called(lang)
        for place, unit in enumerate(units)
    }


def told_mark(report: Report, *around: str) -> str:
    """A hash of all that a deck tells; the store's revision, which every change moves on, is left out.

    Args:
        report: what is told.
        around: what else the deck depends on, such as its template.
    """
    recipe = replace(report.recipe, data_revision=0)
    sections = tuple(_without_revision(section, report.lang) for section in report.sections)
    told = repr(replace(report, recipe=recipe, sections=sections))
    return sha256("\x1e".join((told, *around)).encode("utf-8", "surrogatepass")).hexdigest()


def _without_revision(section: Section, lang: Lang) -> Section:
    if section.kind != "guide":
        return section
    name = say("recipe.revision", lang)
    tables = (
        replace(table, rows=tuple(row for row in table.rows if row[0].text != name))
        for table in section.tables
    )
    return replace(section, tables=tuple(tables))


def contents_table(
    base: Material, ordered: Sequence[Ordered], delivered: Mapping[str, Delivered], lang: Lang, title: str
) -> Table:
    """The list of all decks with what they say in short; `delivered` by key."""
    kinds = {"score": "score", "coverage": "percent", "slides": "count"}
    widths = {"unit": 2.2, "above": 2.0, "file": 3.0, "weakest": 2.6, "problem": 5.0, "state": 1.6}
    names = ("unit", "above", "file", "score", "coverage", "weakest", "slides", "made", "state", "problem")
    columns = tuple(
        Column(name, text(f"batch.column.{name}", lang), kinds.get(name, "text"), widths.get(name, 1.0))  # type: ignore[arg-type]
        for name in names
    )
    rows = tuple(_row(base, one, delivered[one.key], lang) for one in ordered)
    return Table("batch.contents", title, columns, rows)


def _row(base: Material, one: Ordered, done: Delivered, lang: Lang) -> tuple[Cell, ...]:
    root, ratings = base.rubric.root.id, base.ratings.get(one.unit, {})
    result = base.result(one.unit, root)
    marked = root in marked_above(base.rubric, ratings)
    stands = done.slides or done.state == "foreign"
    slides = Cell(str(done.slides), done.slides, "count") if done.slides else Cell("–", None, "count")
    return (
        words(one.name),
        words(one.parent or "–"),
        words(one.file if stands else "–"),
        score_cell(result, base.rubric.scale, lang, marked=marked),
        coverage_cell(result, lang),
        words(_weakest(base, one.unit, lang)),
        slides,
        words(done.made or "–"),
        words(text(f"batch.state.{done.state}", lang)),
        words(done.problem or "–"),
    )


def _weakest(base: Material, unit: str, lang: Lang) -> str:
    """The dimensions with the lowest score; where all share it, that says nothing."""
    scored = [node for node in base.dimensions if base.result(unit, node.id).score is not None]
    found = lowest(scored, lambda node: base.result(unit, node.id).score)
    if len(scored) < 2 or len(found) == len(scored):  # noqa: PLR2004 - one alone is weakest of nothing
        return "–"
    names = [base.rubric.name_of(node.id, lang) for node in found]
    return (
        joined(names, lang)
        if len(found) <= _MOST_NAMED
        else text("batch.weakest.many", lang, count=len(found))
    )
