"""The priorities as tables: the ranked list, the same rows as CSV, and today against best practice."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

from assessment.assumptions import Assumptions
from assessment.catalogue import Lang, text
from assessment.importance import AdoptedGrade
from assessment.priorities import Aim, Ground, Priority, Standing
from assessment.prioritising import Prioritised
from assessment.report.cells import level as share_of_scale
from assessment.report.charts import alternative, series_of
from assessment.report.numbers import percent, plain, rounded
from assessment.report.shapes import Cell, ChartSpec, Column, Table
from assessment.report.wording import day
from assessment.rubric import Rubric
from assessment.spreadsheet_text import guarded

_COLUMNS: Final = (
    ("rank", "count", 0.6),
    ("node", "text", 3.0),
    ("class", "text", 1.0),
    ("urgency", "score", 0.8),
    ("importance", "text", 1.2),
    ("gap", "score", 0.8),
    ("level", "score", 0.8),
    ("noise", "score", 0.9),
    ("aim", "score", 0.8),
    ("due", "text", 1.0),
    ("source", "text", 1.8),
    ("kept", "percent", 0.9),
    ("complexity", "text", 1.1),
    ("people", "text", 1.6),
)
CSV_COLUMNS: Final = (
    *("rank", "node", "name", "tier", "class", "urgency", "importance_grade", "importance", "votes"),
    *("level", "state", "target", "target_from", "target_due", "gap", "rating_noise", "class_kept"),
    *("complexity", "missing"),
)


def ranked_table(
    shown: Prioritised,
    unit: str,
    lang: Lang,
    before: Mapping[str, tuple[int | None, Standing | None]] | None = None,
) -> Table:
    """The ranked list; with `before` (rank and class as things are set) also what was moved by trying out."""
    said = _said(shown)
    columns = [
        Column(key, text(f"priorities.column.{key}", lang), kind, width)  # type: ignore[arg-type]  # written above
        for key, kind, width in _COLUMNS
        if key in said
    ]
    if before is not None:
        columns.insert(3, Column("before", text("priorities.column.before", lang), "text", 1.4))
    rows = tuple(
        tuple(_cells(shown, one, lang, before)[column.key] for column in columns) for one in shown.found
    )
    assumed = Assumptions()
    notes = [text("priorities.note.missing", lang)] if any(one.missing for one in shown.found) else []
    if shown.kept:
        drawn = {
            "draws": f"{assumed.draws:,}",
            "spread": round(100 * (assumed.spread or 0)),
            "seed": assumed.seed,
        }
        notes.append(text("priorities.note.kept", lang, **drawn))
    ids = tuple(one.node for one in shown.found)
    title = text("priorities.list", lang, unit=unit)
    return Table("priorities.list", title, tuple(columns), rows, tuple(notes), ids)


def _said(shown: Prioritised) -> set[str]:
    """The columns that say something of at least one node."""
    told = {key for key, _, _ in _COLUMNS} - {"due", "complexity", "people"}
    for one in shown.found:
        told |= {"due"} if one.aim and one.aim.due else set()
        told |= {"complexity"} if one.complexity else set()
        told |= {"people"} if one.grade and one.grade.value.votes else set()
    return told


def priorities_csv(shown: Prioritised) -> bytes:
    """The same rows in the same order for programs: ids, all digits, empty where something is missing."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    rubric = shown.ground.rubric
    for one in shown.found:
        grade = one.grade.value if one.grade else None
        aim = one.aim
        row = (
            *(one.rank, one.node, guarded(rubric.name_of(one.node, "en")), shown.tier, one.standing),
            *(_digits(one.urgency), grade.grade if grade else None, _digits(one.importance)),
            ";".join(f"{guarded(person)}={said}" for person, said in grade.votes) if grade else None,
            *(_digits(one.level), one.state, _digits(aim.level) if aim else None),
            *((aim.source, aim.due) if aim else (None, None)),
            *(_digits(one.gap), _digits(one.noise.half) if one.noise else None),
            *(_digits(shown.kept.get(one.node)), one.complexity, ";".join(one.missing)),
        )
        writer.writerow(["" if cell is None else cell for cell in row])
    return lines.getvalue().encode()


def _digits(value: float | None) -> str | None:
    return None if value is None else f"{value:.12g}"


def _cells(
    shown: Prioritised,
    one: Priority,
    lang: Lang,
    before: Mapping[str, tuple[int | None, Standing | None]] | None,
) -> dict[str, Cell]:
    rubric, scale = shown.ground.rubric, shown.ground.rubric.scale
    unset = text("priorities.unset", lang)
    span = scale.max - scale.min
    behind = None if one.gap is None else one.gap * span
    level = Cell(text(f"state.{one.state}", lang), None, "score", one.state)
    if one.level is not None:
        tint = share_of_scale(one.level, scale)
        level = Cell(rounded(one.level), one.level, "score", "scored", "", tint)
    kept = shown.kept.get(one.node)
    return {
        "rank": _figure(one.rank, f"{one.rank}", "–", "count"),
        "node": Cell(rubric.name_of(one.node, lang)),
        "class": Cell(text(f"urgency.{one.standing or 'none'}", lang)),
        "before": Cell(_before(one, before or {}, lang)),
        "urgency": _figure(one.urgency, rounded(one.urgency or 0.0, 2), "–", "score"),
        "importance": Cell(_grade(rubric, one, lang) or unset),
        "people": Cell(votes_in_words(rubric, one.grade.value if one.grade else None, lang)),
        "level": level,
        "aim": Cell(
            unset if one.aim is None else rounded(one.aim.level), one.aim.level if one.aim else None, "score"
        ),
        "source": Cell(source_in_words(shown.ground, one.aim, lang)),
        "due": Cell(day(one.aim.due, lang) if one.aim and one.aim.due else "–"),
        "gap": _figure(behind, rounded(behind or 0.0), "–", "score"),
        "noise": Cell(
            f"±{rounded(one.noise.half)}" if one.noise else "–",
            one.noise.half if one.noise else None,
            "score",
        ),
        "kept": _figure(kept, percent(kept or 0.0), "–", "percent"),
        "complexity": Cell(
            text(f"complexity.{one.complexity}", lang)
            if one.complexity
            else text("priorities.not-judged", lang)
        ),
    }


def _figure(value: float | None, said: str, otherwise: str, kind: str) -> Cell:
    return Cell(otherwise if value is None else said, value, kind)  # type: ignore[arg-type]  # kinds of the columns


def _before(one: Priority, before: Mapping[str, tuple[int | None, Standing | None]], lang: Lang) -> str:
    rank, standing = before.get(one.node, (None, None))
    if (rank, standing) == (one.rank, one.standing):
        return "="
    said = text(f"urgency.{standing or 'none'}", lang)
    return f"{rank or '–'} · {said}"


def _grade(rubric: Rubric, one: Priority, lang: Lang) -> str:
    return rubric.importance_name(one.grade.value.grade, lang) if one.grade else ""


def votes_in_words(rubric: Rubric, grade: AdoptedGrade | None, lang: Lang) -> str:
    """How many people said how important it is, and how far apart they are."""
    if grade is None or not grade.votes:
        return text("priorities.votes.none", lang)
    count = len(grade.votes)
    if grade.spread is None:
        said = rubric.importance_name(grade.votes[0][1], lang)
        return text("priorities.votes.same", lang, count=count, grade=said)
    low, high = (rubric.importance_name(end, lang) for end in grade.spread)
    return text("priorities.votes", lang, low=low, high=high, count=count)


def source_in_words(ground: Ground, aim: Aim | None, lang: Lang) -> str:
    """Where a target is from."""
    if aim is None:
        return text("priorities.unset", lang)
    operator = ""
    if aim.operator and ground.benchmark:
        operator = ground.benchmark.operator(aim.operator).called(lang)
    return text(f"priorities.source.{aim.source}", lang, operator=operator)


def tracks_chart(
    ground: Ground, found: Sequence[Priority], last: Mapping[str, float], unit: str, lang: Lang
) -> ChartSpec:
    """Today against best practice: a track per node with today, last wave, target and best practice."""
    rubric = ground.rubric
    nodes = [one.node for one in found]
    best = {node: ground.benchmark.best(node) if ground.benchmark else None for node in nodes}
    aims = {one.node: one.aim for one in found}
    figures: dict[str, list[float | None]] = {
        "level": [one.level for one in found],
        "last": [last.get(node) for node in nodes],
        "target": [
            aim.level if (aim := aims[node]) and aim.source in {"own", "inherited"} else None
            for node in nodes
        ],
        "best": [found_best.score if (found_best := best[node]) else None for node in nodes],
    }
    roles = {"level": "unit", "last": "last", "target": "target", "best": "best"}
    series = [
        series_of(text(f"priorities.track.{key}", lang), roles[key], [_level(v, lang) for v in values], key)  # type: ignore[arg-type]  # roles above
        for key, values in figures.items()
        if key == "level" or any(value is not None for value in values)
    ]
    balls = [
        Cell(_grade(rubric, one, lang) or text("priorities.unset", lang), one.importance) for one in found
    ]
    series.append(series_of(text("priorities.track.importance", lang), "computed", balls, "importance"))
    names = tuple(rubric.name_of(node, lang) for node in nodes)
    title = text("priorities.tracks", lang, unit=unit)
    return ChartSpec(
        id="priorities.tracks",
        kind="track",
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=tuple(nodes),
        series=tuple(series),
        axis_min=rubric.scale.min,
        axis_max=rubric.scale.max,
        axis_title=text("report.axis.level", lang, low=plain(rubric.scale.min), high=plain(rubric.scale.max)),
        notes=(text("priorities.track.note", lang),),
    )


def _level(value: float | None, lang: Lang) -> Cell:
    return Cell(text("priorities.unset", lang) if value is None else rounded(value), value, "score")
