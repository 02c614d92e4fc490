"""How to read the report: the scale, the four states, the marks, the sources and the recipe."""

from typing import get_args

from assessment import __version__
from assessment.catalogue import Lang, text
from assessment.ratings import Mark
from assessment.report.cells import level, words
from assessment.report.material import Material
from assessment.report.numbers import percent, plain
from assessment.report.shapes import DAGGER, Cell, CellKind, Column, Recipe, Section, Table
from assessment.report.wording import day, published_origin, ratings_origin, say, source_line
from assessment.rubric import Scale
from assessment.scoring import ScoreState

_FINGERPRINT_SHOWN = 12


def recipe_of(material: Material) -> Recipe:
    """Everything that is needed to make the figures again."""
    rubric = material.rubric
    return Recipe(
        gapline=__version__,
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_fingerprint=rubric.fingerprint,
        engagement=material.engagement.id,
        unit=material.unit.id,
        wave=material.wave.id,
        benchmark=material.benchmark.id if material.benchmark else "",
        data_revision=material.data_revision,
        min_coverage=rubric.min_coverage,
        weights=tuple((node.id, node.weight) for node in rubric.nodes),
        rules=tuple((node.id, node.rule) for node in rubric.nodes if not node.is_indicator),
        reference=material.reference,
    )


def guide_section(material: Material, lang: Lang) -> Section:
    """How to read the report."""
    scale = material.rubric.scale
    tables = (
        _levels(material, lang),
        _states(material, lang),
        _marks(material, lang),
        _sources(material, lang),
        _recipe(material, lang),
    )
    return Section(
        id="guide",
        kind="guide",
        title=say("guide.title", lang, low=plain(scale.min), high=plain(scale.max)),
        lead=say("guide.lead", lang, coverage=percent(material.rubric.min_coverage)),
        tables=tuple(table for table in tables if table.rows),
        notes=illustrative_note(material, lang),
        source=source_line(material, lang),
    )


def illustrative_note(material: Material, lang: Lang) -> tuple[str, ...]:
    """That importance and targets are example values, where they are and where they show."""
    if material.engagement.illustrative and (material.importance or material.targets):
        return (text("mark.illustrative", lang),)
    return ()


def _columns(lang: Lang, *keys_and_widths: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(key, say(f"column.{key}", lang), width=width) for key, width in keys_and_widths)


def _level_cell(value: float, scale: Scale) -> Cell:
    kind: CellKind = "count" if value.is_integer() else "score"
    return Cell(plain(value), value, kind, level=level(value, scale))


def _levels(material: Material, lang: Lang) -> Table:
    scale = material.rubric.scale
    rows = tuple(
        (_level_cell(value, scale), words(material.rubric.level_name(value, lang)))
        for value in sorted(scale.levels)
    )
    return Table("guide.scale", say("guide.scale", lang), _columns(lang, ("level", 1), ("meaning", 4)), rows)


def _states(material: Material, lang: Lang) -> Table:
    share = percent(material.rubric.min_coverage)
    rows = tuple(
        (
            Cell(text(f"state.{state}", lang), state=state),
            words(say(f"guide.state.{state}", lang, coverage=share)),
        )
        for state in get_args(ScoreState)
    )
    columns = _columns(lang, ("state", 1), ("meaning", 4))
    return Table("guide.states", say("guide.states", lang), columns, rows)


def _marks(material: Material, lang: Lang) -> Table:
    used = {rating.mark for ratings in material.ratings.values() for rating in ratings.values()}
    if material.benchmark:
        shown = {operator.id for operator in material.benchmark.peers} | {unit.id for unit in material.units}
        used |= {figure.mark for figure in material.benchmark.scores if figure.operator in shown}
    rows = [
        (words(DAGGER), words(text(f"mark.{mark}", lang))) for mark in get_args(Mark) if mark and mark in used
    ]
    columns = _columns(lang, ("mark", 1), ("meaning", 4))
    return Table("guide.marks", say("guide.marks", lang), columns, tuple(rows))


def _sources(material: Material, lang: Lang) -> Table:
    chinese = lang == "zh"
    found = [("ratings", ratings_origin(material, lang))]
    if material.benchmark is not None:
        shelf = material.benchmark
        found += [
            ("published", published_origin(material, lang)),
            ("obtained", shelf.obtained_zh if chinese and shelf.obtained_zh else shelf.obtained),
            ("missing", shelf.missing_zh if chinese and shelf.missing_zh else shelf.missing),
        ]
    rows = tuple((words(say(f"guide.source.{kind}", lang)), words(said)) for kind, said in found if said)
    columns = _columns(lang, ("figures", 1), ("source", 4))
    return Table("guide.sources", say("guide.sources", lang), columns, rows)


def _recipe(material: Material, lang: Lang) -> Table:
    recipe, dated = recipe_of(material), day(material.wave.date, lang)
    shown = {
        "gapline": recipe.gapline,
        "rubric": f"{recipe.rubric} {recipe.rubric_version}",
        "fingerprint": recipe.rubric_fingerprint[:_FINGERPRINT_SHOWN],
        "engagement": recipe.engagement,
        "unit": recipe.unit,
        "wave": f"{recipe.wave}（{dated}）" if lang == "zh" else f"{recipe.wave} ({dated})",
        "benchmark": recipe.benchmark,
        "revision": str(recipe.data_revision),
        "coverage": percent(recipe.min_coverage),
    }
    rows = tuple((words(say(f"recipe.{key}", lang)), words(said)) for key, said in shown.items() if said)
    columns = _columns(lang, ("recipe", 1), ("value", 4))
    return Table("guide.recipe", say("guide.recipe", lang), columns, rows)
