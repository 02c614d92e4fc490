"""The change of a unit's overall score between two waves, step by step: a waterfall."""

import math
from collections.abc import Iterable

from assessment.catalogue import text
from assessment.change_view import Change
from assessment.report.charts import alternative, series_of
from assessment.report.numbers import plain, rounded, signed
from assessment.report.shapes import BASE, Cell, ChartSpec
from assessment.rubric import TOLERANCE
from assessment.wave_change import PARTS

_PLACES = 2


def waterfall(found: Change) -> ChartSpec:
    """From the earlier score over each part that changed it to the later one.

    Series: `BASE` carries the steps and is not drawn; `total` the two scores, `rise` and `fall` the parts.
    Parts are exact, so that they lead from one score to the other. The change must have both scores.
    """
    lang, scale = found.lang, found.rubric.scale
    at, column = found.split.units.index(found.units[0]), found.split.nodes.index(found.rubric.root.id)
    first, last = float(found.split.before[at, column]), float(found.split.after[at, column])
    parts = {part: float(found.split.part(part)[at, column]) for part in PARTS}
    steps = {part: size for part, size in parts.items() if abs(size) > TOLERANCE}
    rows = _columns(first, steps.values(), last)
    before, after = found.wave_names()
    names = (before, *(text(f"comparing.part.{part}", lang) for part in steps), after)
    kinds = (BASE, "total", "rise", "fall")
    series = tuple(
        series_of(
            text(f"story.waterfall.{kind}", lang),
            "unit",
            [_cell(kind, row[place]) for row in rows],
            kind,
        )
        for place, kind in enumerate(kinds)
        if kind in {BASE, "total"} or any(row[place] for row in rows)
    )
    title = text("story.waterfall", lang, name=found.name, before=before, after=after)
    told = tuple(one for one in series if one.id != BASE)
    return ChartSpec(
        id="waves.waterfall",
        kind="waterfall",
        title=title,
        alt=alternative(title, names, told, lang),
        categories=names,
        category_ids=(found.before.wave.id, *steps, found.after.wave.id),
        series=series,
        axis_min=min(0.0, scale.min),
        axis_max=math.ceil(scale.max),
        axis_title=text("report.axis.level", lang, low=plain(scale.min), high=plain(scale.max)),
    )


def _columns(first: float, steps: Iterable[float], last: float) -> list[tuple[float, float, float, float]]:
    """Column by column what carries it, its total, its rise and its fall, in levels; 0 for none."""
    level, rows = first, [(0.0, first, 0.0, 0.0)]
    for size in steps:
        rows.append((min(level, level + size), 0.0, max(size, 0.0), max(-size, 0.0)))
        level += size
    return [*rows, (0.0, last, 0.0, 0.0)]


def _cell(kind: str, size: float) -> Cell:
    if not size:
        return Cell("", 0.0, "score")
    if kind in {BASE, "total"}:
        return Cell(rounded(size, _PLACES), size, "score")
    return Cell(signed(size if kind == "rise" else -size, _PLACES), size, "score")
