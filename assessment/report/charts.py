"""Charts described once: series of levels over nodes, and the same in words for those who cannot see."""

from collections.abc import Sequence
from typing import NamedTuple

from assessment.catalogue import Lang
from assessment.engagement import Unit
from assessment.report.cells import printed_cell, score_cell
from assessment.report.marks import marked_nodes
from assessment.report.material import Material
from assessment.report.numbers import plain
from assessment.report.shapes import Cell, ChartKind, ChartSpec, Role, Series
from assessment.report.wording import reference_name, say
from assessment.rubric import Node


class Drawn(NamedTuple):
    """What identifies a chart: its id, how it is drawn, its title and footnotes."""

    id: str
    kind: ChartKind
    title: str
    notes: tuple[str, ...] = ()


def series_of(name: str, role: Role, cells: Sequence[Cell], behind: str = "") -> Series:
    """A series out of the cells that a table shows for the same figures; `behind` is the unit or operator."""
    return Series(
        name, role, tuple(cell.value for cell in cells), tuple(cell.shown for cell in cells), behind
    )


def unit_series(material: Material, unit: Unit, nodes: Sequence[Node], role: Role, lang: Lang) -> Series:
    """A unit's scores along the nodes."""
    marked, scale = marked_nodes(material, unit.id), material.rubric.scale
    cells = [
        score_cell(material.result(unit.id, node.id), scale, lang, marked=node.id in marked) for node in nodes
    ]
    return series_of(unit.called(lang), role, cells, unit.id)


def reference_series(material: Material, nodes: Sequence[Node], lang: Lang) -> tuple[Series, ...]:
    """The reference's printed figures along the nodes; empty where none is printed."""
    cells = [printed_cell(material.referred(node.id), material.rubric.scale, lang) for node in nodes]
    if all(cell.value is None for cell in cells):
        return ()
    return (series_of(reference_name(material, lang), "best", cells, material.reference),)


def node_chart(
    material: Material, drawn: Drawn, nodes: Sequence[Node], series: Sequence[Series], lang: Lang
) -> ChartSpec:
    """A chart over nodes, on the whole scale of the rubric."""
    scale = material.rubric.scale
    names = tuple(material.rubric.name_of(node.id, lang) for node in nodes)
    return ChartSpec(
        id=drawn.id,
        kind=drawn.kind,
        title=drawn.title,
        alt=alternative(drawn.title, names, series, lang),
        categories=names,
        category_ids=tuple(node.id for node in nodes),
        series=tuple(series),
        axis_min=scale.min,
        axis_max=scale.max,
        axis_title=say("axis.level", lang, low=plain(scale.min), high=plain(scale.max)),
        notes=drawn.notes,
    )


def alternative(title: str, categories: Sequence[str], series: Sequence[Series], lang: Lang) -> str:
    """The chart in words: its title, then every figure of every category."""
    colon, comma, semicolon, stop = ("：", "，", "；", "。") if lang == "zh" else (": ", ", ", "; ", ".")
    figures = [
        f"{category}{colon}" + comma.join(f"{one.name} {one.labels[place]}" for one in series)
        for place, category in enumerate(categories)
    ]
    return f"{title}{stop}{'' if lang == 'zh' else ' '}{semicolon.join(figures)}{stop}"
