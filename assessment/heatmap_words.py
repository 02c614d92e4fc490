"""What a heat-map says in one sentence, and its figures as a table to take away."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from assessment.catalogue import Lang, text
from assessment.heatmap import HeatMap, whole_steps
from assessment.rated_units import Floats
from assessment.report.numbers import MINUS, rounded, signed
from assessment.report.shapes import DAGGER, Cell, CellKind, Column, Table
from assessment.rubric import Rubric
from assessment.scoring import STATES


class Shown(NamedTuple):
    """A heat-map as somebody looks at it.

    Attributes:
        rows: places of the units, in the order shown.
        nodes: ids of the columns.
        names: of units by id, and of the reference under the empty id.
        marked: unit -> nodes that rest on an inferred or illegible rating.
    """

    found: HeatMap
    rubric: Rubric
    rows: tuple[int, ...]
    nodes: tuple[str, ...]
    names: Mapping[str, str]
    marked: Mapping[str, frozenset[str]]
    lang: Lang

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns without the whole."""
        return tuple(node for node in self.nodes if node != self.rubric.root.id) or self.nodes

    def named(self, node: str) -> str:
        """A node's name."""
        return self.rubric.name_of(node, self.lang)


def title(shown: Shown, own: str) -> str:
    """The message: where the chosen unit stands among those shown, or how far these lie apart."""
    found = shown.found
    row = found.units.index(own) if own in found.units else None
    if found.held is not None:
        return _differences(shown, row)
    return _alone(shown, 0) if len(found.units) == 1 else _scores(shown, row)


def _scores(shown: Shown, row: int | None) -> str:
    found, lang = shown.found, shown.lang
    overall = found.figures[:, 0]
    there = overall[np.isfinite(overall)]
    if not len(there):
        return text("heatmap.title.no-score", lang, count=len(found.units))
    if len(there) == 1:
        return _alone(shown, int(np.isfinite(overall).argmax()))
    ends = {"low": rounded(there.min()), "high": rounded(there.max())}
    same = "-same" if ends["low"] == ends["high"] else ""
    if row is None or not np.isfinite(overall[row]):
        said = text(f"heatmap.title.all{same}", lang, count=len(there), **ends)
    else:
        unit, score = shown.names[found.units[row]], rounded(overall[row])
        said = text(f"heatmap.title.own{same}", lang, unit=unit, score=score, count=len(there), **ends)
    apart = _furthest_apart(shown)
    if apart is None:
        return said
    node, low, high = apart
    ends = {"low": rounded(low), "high": rounded(high)}
    return text("heatmap.title.apart", lang, title=said, node=shown.named(node), **ends)


def _alone(shown: Shown, row: int) -> str:
    unit, score = shown.names[shown.found.units[row]], float(shown.found.score[row, 0])
    if not np.isfinite(score):
        return text("heatmap.title.one.no-score", shown.lang, unit=unit)
    most = f"{shown.rubric.scale.max:g}"
    return text("heatmap.title.one", shown.lang, unit=unit, score=rounded(score), max=most)


def _furthest_apart(shown: Shown) -> tuple[str, float, float] | None:
    """The node with the widest range of scores, and its ends; None where none has two scores."""
    best: tuple[str, float, float] | None = None
    for node in shown.parts:
        column = shown.found.figures[:, shown.found.column(node)]
        there = column[np.isfinite(column)]
        if len(there) > 1 and (best is None or np.ptp(there) > best[2] - best[1]):
            best = (node, float(there.min()), float(there.max()))
    return best


def _differences(shown: Shown, row: int | None) -> str:
    found, lang, reference = shown.found, shown.lang, shown.names[""]
    if row is not None and np.isfinite(found.figures[row, 0]):
        return _own_difference(shown, row)
    if not np.isfinite(found.figures).any():
        return text("heatmap.title.not-held", lang, reference=reference)
    overall = found.figures[:, 0]
    counts = {
        "below": _behind(overall),
        "above": _behind(-overall),
        "count": int(np.isfinite(overall).sum()),
    }
    said = text("heatmap.title.all.held", lang, reference=reference, **counts)
    behind = {node: _behind(found.figures[:, found.column(node)]) for node in shown.parts}
    node = max(behind, key=lambda one: behind[one])
    if not behind[node]:
        return said
    return text("heatmap.title.all.behind", lang, title=said, node=shown.named(node), below=behind[node])


def _behind(figures: Floats) -> int:
    """How many differences read as below zero."""
    return int((whole_steps(figures, 1) < 0).sum())


def _own_difference(shown: Shown, row: int) -> str:
    found, lang = shown.found, shown.lang
    figures = found.figures[row]
    unit, overall = shown.names[found.units[row]], signed(float(figures[0]))
    said = text("heatmap.title.own.held", lang, unit=unit, difference=overall, reference=shown.names[""])
    there = [(float(figures[found.column(node)]), node) for node in shown.parts]
    there = [(value, node) for value, node in there if np.isfinite(value)]
    if not there:
        return said
    value, node = min(there)
    kind = "behind" if signed(value).startswith(MINUS) else "ahead"
    return text(
        f"heatmap.title.own.{kind}", lang, title=said, node=shown.named(node), difference=signed(value)
    )


def heat_map_table(shown: Shown, heading: str) -> Table:
    """The rows in their order, with a column per node, and a title."""
    found, lang = shown.found, shown.lang
    kind: CellKind = "score" if found.held is None else "difference"
    columns = (
        Column("unit", text("heatmap.unit", lang), width=2.5),
        *(Column(node, shown.named(node), kind) for node in shown.nodes),
    )
    places = [found.column(node) for node in shown.nodes]
    cells = tuple(
        (Cell(shown.names[found.units[row]]), *(_cell(shown, row, place, kind) for place in places))
        for row in shown.rows
    )
    notes = []
    if found.held is not None:
        notes.append(text("heatmap.reference.to", lang, reference=shown.names[""]))
    if any(cell.mark for line in cells for cell in line):
        notes.append(text("heatmap.cell.dagger", lang))
    units = tuple(found.units[row] for row in shown.rows)
    return Table("heatmap", heading, columns, cells, tuple(notes), units)


def _cell(shown: Shown, row: int, place: int, kind: CellKind) -> Cell:
    found, scale = shown.found, shown.rubric.scale
    value, state = float(found.figures[row, place]), STATES[found.scores.states[row, place]]
    mark = DAGGER if found.nodes[place] in shown.marked.get(found.units[row], ()) else ""
    if not np.isfinite(value):
        if np.isfinite(found.score[row, place]):
            return Cell(text("heatmap.no-reference", shown.lang), None, kind, "", mark)
        return Cell(text(f"state.{state}", shown.lang), None, kind, state, mark)
    if found.held is not None:
        return Cell(signed(value), value, kind, "scored", mark)
    level = (value - scale.min) / (scale.max - scale.min)
    return Cell(rounded(value), value, kind, "scored", mark, level)
