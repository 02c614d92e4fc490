"""A change between two waves, worded and drawn once for the page: sentence, tables, slope, stacked parts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.comparing_words import change_sentence, rounded_to_add_up
from assessment.engagement import Unit
from assessment.report.cells import level, words
from assessment.report.charts import alternative, series_of
from assessment.report.numbers import plain, rounded, signed
from assessment.report.shapes import TOTAL, Cell, ChartSpec, Column, Role, Series, Table
from assessment.rubric import TOLERANCE, Node, Rubric
from assessment.wave_change import PARTS, ChangeKind, WaveChange, average_change

_PLACES: Final = 2
_FEWEST_STEP: Final = 0.5
_ROLES: Final[dict[str, Role]] = {"real": "unit", "rerated": "last", "scope": "second", "rubric": "peer"}


@dataclass(frozen=True, slots=True)
class Row:
    """The change at one place: a unit or the mean of several, at one node.

    Attributes:
        before, after, total: None where there is no score.
        parts: in the order of `PARTS`, rounded so that they add up to the rounded total; empty without one.
        units: how many units it is the mean of; 1 for a single one.
        common, came, went, left: how many indicators count in both waves, in one alone, or were not
            re-assessed.
    """

    before: float | None
    after: float | None
    total: float | None
    parts: tuple[float, ...]
    kind: ChangeKind
    units: int = 1
    common: int = 0
    came: int = 0
    went: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one unit, or the mean of several, between two waves.

    Attributes:
        units: whom it is about; one alone is shown with its indicators, several as their mean.
        name: what they are called together.
    """

    before: AssessedWave
    after: AssessedWave
    split: WaveChange
    units: tuple[str, ...]
    name: str
    lang: Lang

    @property
    def rubric(self) -> Rubric:
        """Of the later wave."""
        return self.after.rubric

    @property
    def alone(self) -> bool:
        """Whether it is about one unit."""
        return len(self.units) == 1

    def rows(self, nodes: Sequence[Node]) -> list[Row]:
        """The change node by node."""
        if self.alone:
            return [unit_row(self.split, self.rubric, self.units[0], node.id) for node in nodes]
        mean = average_change(self.split, self.units)
        columns = [self.split.nodes.index(node.id) for node in nodes]
        return [
            _row(
                [float(figure[at]) for figure in (mean.before, mean.after, mean.total)],
                [float(getattr(mean, part)[at]) for part in PARTS],
                units=int(mean.units[at]),
            )
            for at in columns
        ]

    def wave_names(self) -> tuple[str, str]:
        """Of the earlier and the later wave."""
        return self.before.wave.called(self.lang), self.after.wave.called(self.lang)


def unit_row(split: WaveChange, rubric: Rubric, unit: str, node: str) -> Row:
    """One unit's change at one node."""
    if unit not in split.units:
        return _row([float("nan")] * 3, [float("nan")] * len(PARTS))
    at, column = split.units.index(unit), split.nodes.index(node)
    open_leaves = {leaf.id for leaf in rubric.node(node).walk() if leaf.is_indicator}
    return _row(
        [float(figure[at, column]) for figure in (split.before, split.after, split.total)],
        [float(split.part(part)[at, column]) for part in PARTS],
        common=int(split.common[at, column]),
        came=int(split.came[at, column]),
        went=int(split.went[at, column]),
        left=sum(leaf in open_leaves for leaf in split.open_indicators(unit)),
    )


def headline(found: Change) -> str:
    """What the overall score did, and what that is made of."""
    lang, node = found.lang, found.rubric.root
    row = found.rows([node])[0]
    before, after = found.wave_names()
    said = {"name": found.name, "before": before, "after": after, "units": row.units}
    if row.total is None or row.before is None or row.after is None:
        return text("change.headline.none", lang, **said)
    said |= {"low": rounded(row.before, _PLACES), "high": rounded(row.after, _PLACES)}
    figure = signed(row.total, _PLACES)
    if abs(row.total) <= TOLERANCE:
        return text("change.headline.same", lang, **said, made=change_sentence(row.kind, lang))
    kind = "one" if found.alone else "mean"
    return text(f"change.headline.{kind}", lang, **said, total=figure, made=_made_of(row, lang))


def _made_of(row: Row, lang: Lang) -> str:
    if row.kind != "mixed":
        return change_sentence(row.kind, lang)
    comma = "，" if lang == "zh" else ", "
    listed = [
        text("change.part", lang, part=text(f"comparing.part.{part}", lang), figure=signed(figure, _PLACES))
        for part, figure in zip(PARTS, row.parts, strict=True)
        if abs(figure) > TOLERANCE
    ]
    return text("change.made-of", lang, parts=comma.join(listed))


def nodes_of(rubric: Rubric, tier: str) -> list[Node]:
    """The nodes of a tier, with the top before the first."""
    top = [rubric.root] if tier == rubric.tiers[0] else []
    return [
        *top,
        *(node for node in rubric.nodes if node is not rubric.root and rubric.tier(node.id) == tier),
    ]


def change_table(found: Change, tier: str) -> Table:
    """A row per node: scores in both waves, the total, its parts."""
    nodes = nodes_of(found.rubric, tier)
    heads = [Column("node", text("comparing.column.node", found.lang), width=3)]
    names = [words(found.rubric.name_of(node.id, found.lang)) for node in nodes]
    rows = found.rows(nodes)
    title = text("change.table", found.lang, name=found.name, **_between(found))
    ids = tuple(node.id for node in nodes)
    extra = ("common", "came", "went", "left") if found.alone else ("units",)
    return _table("change.nodes", title, found, heads, [[name] for name in names], rows, ids, extra)


def units_table(found: Change, node: Node, units: Sequence[Unit]) -> Table:
    """A row per unit at one node, the largest change first; those without one last."""
    rows = {unit.id: unit_row(found.split, found.rubric, unit.id, node.id) for unit in units}

    def moved(unit: Unit) -> tuple[bool, float]:
        total = rows[unit.id].total
        return total is None, -abs(total or 0.0)

    ordered = sorted(units, key=moved)
    heads = [Column("unit", text("comparing.column.unit", found.lang), width=3)]
    names = [[words(unit.called(found.lang))] for unit in ordered]
    title = text(
        "change.units", found.lang, node=found.rubric.name_of(node.id, found.lang), **_between(found)
    )
    ids = tuple(unit.id for unit in ordered)
    figures = [rows[unit.id] for unit in ordered]
    return _table("change.by-unit", title, found, heads, names, figures, ids, ("left",))


def parts_chart(found: Change, tier: str) -> ChartSpec:
    """The parts of every node's change, stacked to its total."""
    lang, nodes = found.lang, nodes_of(found.rubric, tier)
    rows = found.rows(nodes)
    drawn = [
        series_of(
            text(f"comparing.part.{part}", lang),
            _ROLES[part],
            [_part_cell(row, place, lang) for row in rows],
            part,
        )
        for place, part in enumerate(PARTS)
    ]
    there = [one for one in drawn if any(value for value in one.values)]
    total = series_of(
        text("comparing.part.total", lang), "best", [_total_cell(row, lang) for row in rows], TOTAL
    )
    reach = max([_FEWEST_STEP, *(_reach(row) for row in rows)])
    reach = math.ceil(reach * 2) / 2
    title = text("change.parts", lang, name=found.name, **_between(found))
    return _spec(found, "parts", title, nodes, (*there, total), (-reach, reach), text("change.axis", lang))


def _reach(row: Row) -> float:
    """How far the stacked parts go to either side."""
    return max(sum(p for p in row.parts if p > 0), -sum(p for p in row.parts if p < 0))


def slope_chart(found: Change, tier: str) -> ChartSpec:
    """A line per node from the earlier wave to the later."""
    lang, nodes = found.lang, nodes_of(found.rubric, tier)
    rows = found.rows(nodes)
    series: list[Series] = []
    for node, row in zip(nodes, rows, strict=True):
        cells = [_score_cell(found, value) for value in (row.before, row.after)]
        role: Role = "unit" if node is nodes[0] and node is found.rubric.root else "peer"
        series.append(series_of(found.rubric.name_of(node.id, lang), role, cells, node.id))
    scale = found.rubric.scale
    title = text("change.slope", lang, name=found.name)
    names, ids = found.wave_names(), (found.before.wave.id, found.after.wave.id)
    axis = text("report.axis.level", lang, low=plain(scale.min), high=plain(scale.max))
    return ChartSpec(
        id="change.slope",
        kind="slope",
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=ids,
        series=tuple(series),
        axis_min=scale.min,
        axis_max=scale.max,
        axis_title=axis,
    )


def _between(found: Change) -> dict[str, str]:
    before, after = found.wave_names()
    return {"before": before, "after": after}


def _row(figures: Sequence[float], parts: Sequence[float], **counts: int) -> Row:
    before, after, total = (None if math.isnan(figure) else figure for figure in figures)
    if total is None:
        return Row(before, after, None, (), "incomparable", **counts)
    made = [name for name, part in zip(PARTS, parts, strict=True) if abs(part) > TOLERANCE]
    kind: ChangeKind = "mixed" if len(made) > 1 else made[0] if made else "unchanged"
    return Row(before, after, total, rounded_to_add_up(parts, total, _PLACES), kind, **counts)


def _spec(
    found: Change,
    kind: str,
    title: str,
    nodes: Sequence[Node],
    series: tuple[Series, ...],
    axis: tuple[float, float],
    axis_title: str,
) -> ChartSpec:
    names = tuple(found.rubric.name_of(node.id, found.lang) for node in nodes)
    return ChartSpec(
        id=f"change.{kind}",
        kind="parts",
        title=title,
        alt=alternative(title, names, series, found.lang),
        categories=names,
        category_ids=tuple(node.id for node in nodes),
        series=series,
        axis_min=axis[0],
        axis_max=axis[1],
        axis_title=axis_title,
    )


def _table(  # noqa: PLR0913, PLR0917 - a table has as many parts
    name: str,
    title: str,
    found: Change,
    heads: list[Column],
    names: list[list[Cell]],
    rows: Sequence[Row],
    ids: tuple[str, ...],
    extra: tuple[str, ...],
) -> Table:
    lang, (before, after) = found.lang, found.wave_names()
    shown = [
        part
        for place, part in enumerate(PARTS)
        if part == "real" or any(r.parts and r.parts[place] for r in rows)
    ]
    columns = [
        *heads,
        Column("before", before, "score"),
        Column("after", after, "score"),
        Column("total", text("comparing.part.total", lang), "difference"),
        *(Column(part, text(f"comparing.column.{part}", lang), "difference") for part in shown),
        Column("kind", text("comparing.column.kind", lang), width=2.4),
        *(Column(key, text(f"change.column.{key}", lang), "count") for key in extra),
    ]
    body = tuple(
        (
            *head,
            _score_cell(found, row.before),
            _score_cell(found, row.after),
            _total_cell(row, lang),
            *(_part_cell(row, PARTS.index(part), lang) for part in shown),
            words(change_sentence(row.kind, lang)),
            *(Cell(str(getattr(row, key)), getattr(row, key), "count") for key in extra),
        )
        for head, row in zip(names, rows, strict=True)
    )
    return Table(name, title, tuple(columns), body, (), ids)


def _score_cell(found: Change, value: float | None) -> Cell:
    if value is None:
        return Cell(text("change.no-score", found.lang), None, "score", "no-data")
    return Cell(rounded(value, _PLACES), value, "score", "scored", "", level(value, found.rubric.scale))


def _total_cell(row: Row, lang: Lang) -> Cell:
    if row.total is None:
        return Cell(text("change.no-comparison", lang), None, "difference", "no-data")
    return Cell(signed(row.total, _PLACES), row.total, "difference")


def _part_cell(row: Row, place: int, lang: Lang) -> Cell:
    if not row.parts:
        return Cell(text("change.no-comparison", lang), None, "difference", "no-data")
    return Cell(signed(row.parts[place], _PLACES), row.parts[place], "difference")
